"""Actors of the record out of local actors and their mentions.

One rule: an alias is words that stand in an article; the name is the tables' where the actor is known.
"""

from __future__ import annotations

from collections import Counter, defaultdict

from sitroom.link.parties import commonest
from sitroom.model import LocalActor, Role
from sitroom.record import ActorItem, AliasItem, EvidenceItem, RoleItem
from sitroom.resources.world import world
from sitroom.views.assembly import Assembly, evidence, plain_words

Terms = defaultdict[tuple[str, str | None], tuple[str | None, str | None]]
"""From and to of a role by its title and what it is of; both ``None`` where the tables do not tell."""


def actors(assembly: Assembly) -> list[ActorItem]:
    """Every actor that an article mentions, in the order of ids."""
    members: dict[str, list[tuple[str, LocalActor]]] = defaultdict(list)
    for (article, key), local in sorted(assembly.local.items()):
        if not local.joint:
            members[assembly.actor_of[article, key]].append((article, local))
    aliases = _aliases(assembly)
    roles = _roles(assembly)
    terms = _terms(assembly)
    return [_actor(key, members[key], aliases.get(key, {}), roles.get(key, {}), terms[key]) for key in sorted(members)]


def _actor(
    key: str,
    members: list[tuple[str, LocalActor]],
    aliases: dict[str, list[EvidenceItem]],
    roles: dict[tuple[str, str | None], list[EvidenceItem]],
    terms: Terms,
) -> ActorItem:
    return ActorItem(
        id=key,
        name=_name([local for _, local in members], aliases),
        type=commonest([local.type for _, local in members]),
        subtype=commonest([local.subtype for _, local in members if local.subtype]),
        country=commonest([local.country for _, local in members if local.country]),
        aliases=[
            AliasItem(text=text, articles=sorted({e.article for e in found}), evidence=found)
            for text, found in sorted(aliases.items())
        ],
        roles=[
            RoleItem(title=title, of=of, from_=terms[title, of][0], to=terms[title, of][1], evidence=found)
            for (title, of), found in sorted(roles.items(), key=lambda x: (x[0][0], x[0][1] or ""))
        ],
        wikidata=next((world().items[m.known] for _, m in members if m.known and m.known in world().items), None),
    )


def _name(members: list[LocalActor], aliases: dict[str, list[EvidenceItem]]) -> str:
    """The tables' name, of two (a state and its capital) that of the commoner type, else most articles' longest."""
    known = [m for m in members if m.known]
    if known:
        type_ = commonest([m.type for m in known])
        return min(m.name for m in known if m.type == type_)
    counts = Counter(m.name for m in members)
    return min(counts, key=lambda x: (-counts[x], -len(x), x))


def _aliases(assembly: Assembly) -> dict[str, dict[str, list[EvidenceItem]]]:
    found: dict[str, dict[str, list[EvidenceItem]]] = defaultdict(lambda: defaultdict(list))
    for annotated in assembly.articles:
        article = annotated.article
        for mention in annotated.mentions:
            actor = assembly.actor(article.id, mention.actor)
            if mention.form == "pronoun" or actor is None:
                continue
            # the head of a description ("counterpart") stands for nobody outside its phrase
            spans = {mention.span, mention.head} if mention.form == "name" else {mention.span}
            for span in sorted(spans):
                found[actor][plain_words(span.of(article.text))].append(evidence(article, span))
    return found


def _roles(assembly: Assembly) -> dict[str, dict[tuple[str, str | None], list[EvidenceItem]]]:
    found: dict[str, dict[tuple[str, str | None], list[EvidenceItem]]] = defaultdict(lambda: defaultdict(list))
    for annotated in assembly.articles:
        article = annotated.article
        for local in annotated.actors:
            actor = assembly.actor(article.id, local.key)
            if actor is None:
                continue
            for role in local.roles:
                of = assembly.actor(article.id, role.of)
                item = evidence(article, role.span)
                if item not in found[actor][_title(role), of]:
                    found[actor][_title(role), of].append(item)
    return found


def _terms(assembly: Assembly) -> dict[str, Terms]:
    """From when to when an office was held, by the tables as of the articles' days; two terms leave both open."""
    found: dict[str, dict[tuple[str, str | None], set[tuple[str, str | None]]]] = defaultdict(lambda: defaultdict(set))
    for annotated in assembly.articles:
        article = annotated.article
        day = (article.published or "").split("/")[0].strip("~?%") or None
        for local in annotated.actors:
            actor = assembly.actor(article.id, local.key)
            for role in local.roles if local.known and actor else ():
                term = world().term(local.known or "", role.title, role.of, day, role.former)
                if term is not None:
                    key = _title(role), assembly.actor(article.id, role.of)
                    found[actor or ""][key].add((term.first, term.last or None))
    made: dict[str, Terms] = defaultdict(lambda: defaultdict(lambda: (None, None)))
    for actor, roles in found.items():
        for key, terms in roles.items():
            if len(terms) == 1:
                made[actor][key] = next(iter(terms))
    return made


def _title(role: Role) -> str:
    former = role.former and not role.title.casefold().startswith("former")
    return f"former {role.title}" if former else role.title

"""How a statement belongs to an actor that is asked for: its own words, its people's, or another's that it passed on;
told to it, or said in a contact in which it took part.

One rule: whoever is not named is never shown as the one who is; an office is taken from what reports call it.
"""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from sitroom import resources
from sitroom.record import ActorItem, RoleItem, StatementItem
from sitroom.views.filters import called_so
from sitroom.views.lookup import Lookup
from sitroom.views.phrases import lowered, said_by
from sitroom.views.wording import date_words, listed, safe

By = Literal["said", "through", "unnamed", "relayed"]


@dataclass(frozen=True, slots=True)
class Party:
    """An actor that is asked for: ``meant`` are the actors of that name, ``people`` those who speak for one of them by
    an office, with the words for it ("spokesman of the Kremlin"). ``described`` are the places where articles speak of
    those meant who have no name ("a senior official").
    """

    lookup: Lookup
    meant: frozenset[str]
    people: Mapping[str, str]
    described: frozenset[tuple[str, int, int]] = frozenset()

    @property
    def name(self) -> str:
        """The names of the actors meant, in words."""
        return listed(sorted({self.lookup.name(a) for a in self.meant}), 3)

    def has(self, actors: Iterable[str | None]) -> bool:
        """Whether the actor or one of its people is among them."""
        return any(a in self.meant or a in self.people for a in actors if a)

    def office(self, actors: Iterable[str | None]) -> str | None:
        """The office by which one of them speaks for the actor, in words; of several with the name of that one."""
        known = list(dict.fromkeys(filter(None, actors)))
        found = next((a for a in known if a in self.people), None)
        if found is None or len(known) == 1:
            return self.people[found] if found else None
        return f"{self.lookup.name(found)}, {self.people[found]}"


def party(lookup: Lookup, name: str) -> Party:
    """The actor of a name with those who speak for it: of a state its leaders, bodies and their people.

    Raises:
        NotFoundError: no actor has that name.
    """
    meant = frozenset(called_so(lookup, name))
    holders = _holders(lookup)
    people: dict[str, str] = {}
    for actor in sorted(meant):
        people |= {who: words for who, words in _for(lookup, actor, holders) if who not in meant}
    nameless = [a for a in lookup.record.actors if a.id in meant and a.subtype == "unnamed"]
    places = {(e.article, e.start, e.end) for a in nameless for alias in a.aliases for e in alias.evidence}
    return Party(lookup, meant, people, frozenset(places))


_Holders = Mapping[str, list[tuple[ActorItem, RoleItem]]]


def _holders(lookup: Lookup) -> _Holders:
    """Whoever holds an office of an actor, by that actor."""
    found: dict[str, list[tuple[ActorItem, RoleItem]]] = defaultdict(list)
    for actor in lookup.record.actors:
        for role in sorted(actor.roles, key=lambda r: (_rank(r.title), r.title)):
            if role.of and role.of != actor.id and is_office(role.title):
                found[role.of].append((actor, role))
    return found


def _for(lookup: Lookup, actor: str, holders: _Holders) -> Iterator[tuple[str, str]]:
    """Who speaks for an actor, the words for a nearer office last: they stand."""
    item = lookup.by_id.get(actor)
    if isinstance(item, ActorItem) and item.type == "country" and item.country:
        own = [a for a in lookup.record.actors if a.country == item.country and a.id != actor]
        bodies = [a for a in own if a.subtype in _table("bodies")]
        for body in bodies:
            yield from _people_of(lookup, body.id, holders)
        yield from ((body.id, f"a body of {lookup.name(actor)}") for body in bodies)
        yield from _people_of(lookup, actor, holders)
        officers = ((a.id, _officer(a, actor, lookup)) for a in own if a.type == "person")
        yield from ((id_, words) for id_, words in officers if words)
    else:
        yield from _people_of(lookup, actor, holders)


def _people_of(lookup: Lookup, actor: str, holders: _Holders) -> Iterator[tuple[str, str]]:
    of = {who.id: _words(role.title, lookup.name(actor)) for who, role in reversed(holders.get(actor, []))}
    yield from of.items()


def _officer(person: ActorItem, state: str, lookup: Lookup) -> str | None:
    """The office of one who acts for a state; ``None`` where reports call him something else alone."""
    roles = sorted((r for r in person.roles if is_office(r.title)), key=lambda r: (_rank(r.title), r.of != state))
    if person.subtype == "unnamed" or (person.roles and not roles):
        return None
    return _words(roles[0].title, lookup.name(roles[0].of or state)) if roles else f"of {lookup.name(state)}"


def _words(title: str, of: str) -> str:
    """An office in words; "counterpart" is none of its own."""
    return f"of {of}" if title.casefold() == "counterpart" else f"{safe(title)} of {of}"


def is_office(title: str) -> bool:
    """Whether one speaks by a title for whom it is of: "spokesman", "deputy foreign minister", "secretary of state"."""
    words = re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", title.casefold())
    if not words or set(words) & _table("not_for"):
        return False
    heads = [a for a, b in itertools.pairwise(words) if b in _table("heads_of")] + words[-1:]
    return bool(set(heads[:1]) & _table("speaks_for"))


def _rank(title: str) -> int:
    """Offices with a name of their own before "leader", "counterpart" and the like."""
    if title.casefold() in ("counterpart", "leader", "official", "chief", "head"):
        return 2
    return 0 if title.casefold() in resources.load("roles")["offices"] else 1


@cache
def _table(name: str) -> frozenset[str]:
    return frozenset(resources.load("voices")[name])


def spoken_by(item: StatementItem, asked: Party) -> tuple[By, str | None] | None:
    """How a statement is the asked actor's, with the office by which another speaks for it; ``None``: it is not."""
    speakers = [item.speaker, *item.speakers]
    if item.named and asked.meant.intersection(filter(None, speakers)):
        return "said", None
    if item.named and asked.has(speakers):
        return "through", asked.office(speakers)
    if not item.named and asked.has([*speakers, item.affiliation]):
        return "unnamed", asked.office([item.affiliation])
    source = item.source_evidence
    if not item.named and source and (source.article, source.start, source.end) in asked.described:
        return "unnamed", None
    if asked.has(via.actor for via in item.via):
        return "relayed", asked.office(via.actor for via in item.via)
    return None


def contacts_of(lookup: Lookup) -> dict[str, tuple[str, frozenset[str]]]:
    """By statement the contact in which it was said, and who of the other sides heard it there."""
    found: dict[str, tuple[str, frozenset[str]]] = {}
    for event in lookup.record.events:
        parties = dict.fromkeys((*event.actors, *event.recipients))
        for readout in event.readouts:
            sides = {lookup.state(a) for a in readout.speakers}
            heard = frozenset(a for a in parties if lookup.state(a) not in sides)
            for statement in readout.statements:
                found.setdefault(statement, (event.id, heard))
    return found


def heard_by(
    item: StatementItem, asked: Iterable[Party], contacts: Mapping[str, tuple[str, frozenset[str]]]
) -> tuple[Literal["told", "heard"], str | None] | None:
    """How one of the asked actors heard a statement: told, or in a contact, with its id; ``None``: none did."""
    parties = list(asked)
    if any(one.has(item.addressees) for one in parties):
        return "told", None
    contact, heard = contacts.get(item.id, (None, frozenset()))
    if contact and not item.addressees and any(one.has(heard) for one in parties):
        return "heard", contact
    return None


def by_words(item: StatementItem, lookup: Lookup) -> str:
    """The speaker with how the statement is the asked actor's: "through Dmitry Peskov (spokesman of Kremlin)"."""
    asked = item.asked
    if asked is None or asked.by is None:
        return said_by(item, lookup)
    words = {"said": "said by", "through": "through", "unnamed": "through", "relayed": "passed on:"}[asked.by]
    return f"{words} {lowered(said_by(item, lookup, asked.office if asked.by == 'through' else None))}"


def count_words(items: Iterable[StatementItem], name: str) -> str:
    """How many of the statements are whose: "2 said by Kremlin, 1 through its people"."""
    kinds = [s.asked.by for s in items if s.asked and s.asked.by]
    words = {
        "said": f"said by {name}",
        "through": "through named people or bodies that speak for it",
        "unnamed": "through people of it who are not named",
        "relayed": "words of others that it, or they, passed on",
    }
    return ", ".join(f"{kinds.count(kind)} {text}" for kind, text in words.items() if kind in kinds)


def day_words(item: StatementItem, lookup: Lookup) -> str:
    """The day of the utterance, else that of its article, said to be that."""
    article = lookup.article(item.article)
    if item.date:
        return date_words(item.date)
    return f"reported {date_words(article.published)}" if article and article.published else "no date"

"""Claims about what was said in a contact that stand on the other side's word alone.

One rule: one side's words as the other side tells them are one-sided until somebody else tells the like.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from sitroom.link.words import Rarity, terms
from sitroom.model import AnnotatedArticle, LocalActor, Statement
from sitroom.record import DisagreementItem, EventItem, Record
from sitroom.text import Span
from sitroom.values import bounds
from sitroom.views.assembly import Assembly, evidence, plain_words
from sitroom.views.disagreement import Said, item

ALIKE = 0.35
"""Likeness of contents from which on two claims tell the like."""


@dataclass(frozen=True, slots=True)
class Claim:
    """What ``speaker`` of one side said, on the word of ``teller`` of another (``None``: the reporter's own)."""

    annotated: AnnotatedArticle
    statement: Statement
    speaker: LocalActor
    teller: LocalActor | None
    words: frozenset[str]

    @property
    def span(self) -> Span:
        """The first piece of the content."""
        return self.statement.content[0]

    @property
    def foreign(self) -> bool:
        """Whether another state's voice tells it."""
        return self.teller is not None and self.teller.country not in (None, self.speaker.country)


def one_sided(assembly: Assembly, record: Record) -> Iterator[DisagreementItem]:
    """For each contact, the claims about one side's words that only the other side makes."""
    claims = list(_claims(assembly))
    rarity = Rarity(c.words for c in claims)
    found: dict[str, list[Claim]] = defaultdict(list)
    contacts = [e for e in record.events if e.type == "CONSULT" and e.status in ("occurred", "ongoing")]
    side = _sides(assembly)
    for claim in claims:
        if not claim.foreign or any(_like(claim, other, rarity) for other in claims):
            continue
        if contact := _contact(claim, contacts, side):
            found[contact.id].append(claim)
    for contact in contacts:
        if contact.id in found:
            yield _item(contact, found[contact.id])


def contradicting(record: Record) -> Iterator[DisagreementItem]:
    """For each contact, what one side's readout has and another's has with a negation."""
    said_in = {s.id: s for s in record.statements}
    names = {a.id: a.name for a in record.actors}
    for event in record.events:
        for readout in event.readouts:
            if readout.verdict != "conflict":
                continue
            told = [said_in[key] for key in readout.statements]
            said = [Said(plain_words(e.quote), s.article, e) for s in told for e in s.evidence[:1]]
            tellers = ", ".join(names[x] for x in readout.told_by)
            yield item("event", event.id, "account", said, "conflict", f"as told by {tellers}")


def _claims(assembly: Assembly) -> Iterator[Claim]:
    for annotated in assembly.articles:
        local = {x.key: x for x in annotated.actors}
        for statement in annotated.statements:
            speaker = local.get(statement.speaker or "")
            if speaker is None or not statement.content:
                continue
            tellers = [local[v.actor] for v in statement.via if v.actor in local and v.role not in ("agency", "outlet")]
            teller = tellers[0] if tellers else _outer(annotated, statement, local)
            text = " ".join(span.of(annotated.article.text) for span in statement.content)
            yield Claim(annotated, statement, speaker, teller, terms(text))


def _outer(annotated: AnnotatedArticle, statement: Statement, local: dict[str, LocalActor]) -> LocalActor | None:
    """Whose readout the statement stands in."""
    outer = (
        next((s for s in annotated.statements if s.key == statement.nested_in), None) if statement.nested_in else None
    )
    if outer is None or outer.channel != "readout":
        return None
    return local.get(outer.speaker or outer.affiliation or "")


def _like(claim: Claim, other: Claim, rarity: Rarity) -> bool:
    """Whether another claim of the same side's words, on another voice's word, has the like content."""
    if other is claim or other.foreign or other.speaker.country != claim.speaker.country:
        return False
    return rarity.likeness(claim.words, other.words) >= ALIKE


def _sides(assembly: Assembly) -> dict[str, str]:
    return {assembly.actor_of[key]: local.country for key, local in sorted(assembly.local.items()) if local.country}


def _contact(claim: Claim, contacts: list[EventItem], side: dict[str, str]) -> EventItem | None:
    """The contact of both sides that the article reports, on the day of the claim, else the latest before it."""
    assert claim.teller is not None
    wanted = {claim.speaker.country, claim.teller.country}
    article = claim.annotated.article
    near = [
        e
        for e in contacts
        if any(r.article == article.id for r in e.reports)
        and wanted <= {side.get(x) for x in (*e.actors, *e.recipients)}
    ]
    same_day = [e for e in near if claim.statement.date and e.date == claim.statement.date]
    dated = sorted(same_day or near, key=lambda e: (_last_day(e.date), e.id))
    return dated[-1] if dated else None


def _last_day(edtf: str | None) -> str:
    span = bounds(edtf)
    return span.last.isoformat() if span and span.last else ""


def _item(contact: EventItem, claims: list[Claim]) -> DisagreementItem:
    said = []
    for claim in claims:
        teller = claim.teller.name if claim.teller else ""
        article = claim.annotated.article
        said.append(Said(f"as told by {teller}", article.id, evidence(article, claim.span)))
    telling = {s.article for s in said}
    others = [r for r in contact.reports if r.article not in telling and r.evidence]
    said += [Said("not reported", r.article, r.evidence[0]) for r in others]
    sides = sorted({c.teller.name for c in claims if c.teller})
    return item("event", contact.id, "account", said, "one-sided", f"only {', '.join(sides)} tells it")

"""Parts of items in words: who, how, on whose word, about what.

One rule: words are safe to print, and one thing is called the same wherever it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from sitroom import resources
from sitroom.record import (
    ActorItem,
    DisagreementItem,
    EventItem,
    EvidenceItem,
    FigureItem,
    ReadoutItem,
    StatementItem,
    ViaItem,
)
from sitroom.views.lookup import Lookup
from sitroom.views.matching import folded
from sitroom.views.visits import joining, mode_words
from sitroom.views.wording import clip, date_words, label, length_words, plural, safe, wording


def telling(event: EventItem) -> list[EvidenceItem]:
    """The event's evidence, that of reports which have it in its present status and say most of it first."""
    now = {(e.article, e.start) for r in event.reports if r.status == event.status for e in r.evidence}
    return sorted(event.evidence, key=lambda e: ((e.article, e.start) not in now, len(e.quote.split()) < 5))


def parties(event: EventItem, lookup: Lookup, joined: str | None = None) -> str:
    """The participants, "A with B" where one side is the subject, "A to B" of a visit."""
    actors, others = (lookup.names(side, 4) for side in lookup.sides(event))
    joined = joined or joining(event, lookup)
    return f"{actors}{joined}{others}" if actors and others else actors or others or "parties not named"


def event_title(event: EventItem, lookup: Lookup) -> str:
    """The event in a few words: "Ana Kovar with Ilir Benn: phone call"."""
    if event.type == "CONSULT":
        return f"{parties(event, lookup)}: {mode_words(event, lookup)}"
    return f"{parties(event, lookup, ' → ')}: {label('types', event.type)}"


def status_words(event: EventItem) -> str:
    """The status; of talks whose day has passed without a report of them with the day as of which none tells."""
    words = label("statuses", event.status)
    return f"{words}; not reported as of {date_words(event.unreported_as_of)}" if event.unreported_as_of else words


def readout_words(item: ReadoutItem, lookup: Lookup) -> str:
    """Who said it in a contact, and on whose word that stands: both sides', one side's alone, or the reporter's."""
    tellers = lookup.names(item.told_by) or "the reports"
    told = label("readouts", item.verdict).format(tellers=tellers)
    return f"{lookup.names(item.speakers)} – {told}"


def how(event: EventItem, lookup: Lookup) -> str:
    """Mode, length, place and who asked for it, as far as known."""
    parts = [mode_words(event, lookup)]
    if event.duration_minutes:
        parts.append(length_words(event.duration_minutes))
    if event.place:
        parts.append(f"in {safe(event.place)}")
    if event.forum:
        parts.append(lookup.forum(event.forum))
    if event.initiator:
        parts.append(f"asked for by {lookup.names(event.initiator)}")
    return ", ".join(parts)


def outlets(evidence: Iterable[EvidenceItem], lookup: Lookup) -> str:
    """The outlets behind the evidence."""
    return ", ".join(lookup.outlets(evidence))


def who_counts(figure: FigureItem, lookup: Lookup) -> str:
    """On whose word a figure stands, with the chain between."""
    chain = [lookup.name(figure.source)] if figure.source else []
    return " via ".join([*chain, *(safe(v.text) for v in figure.via)])


def said_by(item: StatementItem, lookup: Lookup, office: str | None = None) -> str:
    """The speaker by name, else in the article's words, with affiliation and chain; ``office`` is the speaker's."""
    names = lookup.names(item.who)
    if not names:
        names = clip(item.source_text or "", 90) or "source not given"
        # "officials, who asked not to be named": the clause's "who" names nobody
        names = "a source" if names.lower() in wording("relatives") else names
        if item.affiliation and lookup.name(item.affiliation).lower() not in names.lower():
            names += f" ({lookup.name(item.affiliation)})"
        names += "" if item.named else " – not named"
    told = f" ({office})" if office else ""
    return " via ".join([names + told, *(via_words(v, lookup) for v in item.via)])


def via_words(via: ViaItem, lookup: Lookup) -> str:
    """One who passed words on: by name where the article names him, else in its words, with whose he is."""
    text, actor = lowered(clip(via.text, 90)), lookup.by_id.get(via.actor or "")
    if not isinstance(actor, ActorItem) or not text:
        return text or lookup.name(via.actor)
    called = {folded(actor.name), *(folded(alias.text) for alias in actor.aliases)}
    plain = folded(text).removeprefix("the ")
    if plain in called or folded(text) in called or plain in resources.load("function_words")["relational"]:
        return safe(actor.name)
    within = any(re.search(rf"\b{re.escape(name)}\b", plain) for name in called)
    return text if within else f"{text} ({safe(actor.name)})"


def lowered(source: str) -> str:
    """Words for an unnamed source as they stand within a sentence: "the official", "reports"."""
    first, *rest = source.split(" ", 1)
    return " ".join([first.lower() if first.lower() in wording("unnamed_openings") else first, *rest])


def claim_words(item: StatementItem) -> str:
    """What kind of saying it is."""
    claim = {"no_comment": "no comment"}.get(item.claim, item.claim)
    return f"{item.statement_kind}, {claim}" + (" (negated)" if item.negated else "")


def about_words(item: DisagreementItem, lookup: Lookup) -> str:
    """The thing that the reports differ on, in words."""
    about = lookup.by_id.get(item.about.id)
    if isinstance(about, EventItem):
        day = date_words(about.date)
        what = mode_words(about, lookup) if about.type == "CONSULT" else label("types", about.type)
        return f"{parties(about, lookup)}: {what}" + (f" ({day})" if day and item.field != "date" else "")
    if isinstance(about, FigureItem):
        return safe(about.measure)
    if isinstance(about, ActorItem):
        return safe(about.name)
    figure = next((f for f in lookup.record.figures if f.group == item.about.id), None)
    return safe(figure.measure) if figure else safe(item.about.kind)


def value_words(value: str) -> str:
    """A side's value; a date in words, a number as elsewhere ("about 100,000 troops")."""
    if value[:4].isdigit() and "-" in value[4:6]:
        return date_words(value)
    text = re.sub(r"(?<=\d) (?=\d{3}(?!\d))", ",", safe(value))
    counted = re.fullmatch(r"(?:[a-z]+ ){0,2}([\d,.]+) ([a-z]+)", text)
    if counted is None or counted[1] == "1" or counted[2].endswith("s") or counted[2] in ("percent", "people"):
        return text
    return text.removesuffix(counted[2]) + plural(counted[2])

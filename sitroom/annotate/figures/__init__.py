"""The step that finds figures: numbers with what they count, whose, where, on whose word, and as of when.

One rule: every number is read where it stands; page furniture, datelines and bylines hold no figures.
"""

from __future__ import annotations

from collections.abc import Iterator

from sitroom.annotate.engine import Token, text_of
from sitroom.annotate.figures import scope, where
from sitroom.annotate.figures.bounds import bounded
from sitroom.annotate.figures.counted import counted
from sitroom.annotate.figures.dates import as_of
from sitroom.annotate.figures.following import Previous, following
from sitroom.annotate.figures.numbers import Number, numbers
from sitroom.annotate.figures.phrases import Counted, last
from sitroom.annotate.figures.standing import status
from sitroom.annotate.layout import Region
from sitroom.annotate.pipeline import Step
from sitroom.annotate.reading import Reading
from sitroom.model import Event, Figure, Producer, digest
from sitroom.resources import listed, load
from sitroom.text import Span, trimmed

_SILENT = frozenset({"boilerplate", "dateline", "byline"})
_FEW = 5
_MEETINGS = frozenset({"CONSULT"})


def step() -> Step:
    """The step."""
    return Step(
        Producer("figures"),
        run,
        needs=frozenset({"actor", "mention", "time", "statement", "event"}),
        makes=frozenset({"figure"}),
    )


def run(reading: Reading) -> Iterator[Figure]:
    """The figures of an article, in the order of the text; a paragraph that is printed twice is read once."""
    seen: set[str] = set()
    for region in reading.regions:
        words = " ".join(region.span.of(reading.article.text).split())
        if region.kind in _SILENT or words in seen:
            continue
        seen.add(words)
        yield from _in_region(reading, region)


def _in_region(reading: Reading, region: Region) -> Iterator[Figure]:
    low, high = region.span.start, region.span.end
    at, before = low, None
    for number in numbers(text_of(reading.doc), low, high):
        if number.start < at:
            continue
        token = last(list(reading.tokens(Span(number.start, number.end))))
        found = counted(reading.doc, number, low, high)
        found = following(text_of(reading.doc), number, token, found, before)
        if found is None:
            continue
        before = Previous(number, found, token)
        figure = _figure(reading, number, found, low, high)
        if figure is not None:
            at = max(number.end, found.end if found.kind in ("money", "share") else number.end)
            yield figure


def _figure(reading: Reading, number: Number, found: Counted, low: int, high: int) -> Figure | None:
    quantity_end = found.end if found.kind in ("money", "share", "measure") else number.end
    limits = bounded(text_of(reading.doc)[:high], number, found.start, quantity_end, found.timed)
    place = trimmed(reading.article.text, max(low, limits.start), min(high, max(found.end, limits.end)))
    token = reading.tokens(Span(number.start, number.end))[-1]
    if place is None or _is_source(reading, place, number):
        return None
    said = reading.statement_around(place)
    puts = _puts(reading, found, token)
    source = puts or (said.speaker if said else _calls(reading, token))
    measure = scope.measure(found, token)
    happening = _event(reading, place, found) if found.timed else None
    return Figure(
        key=f"figure-{digest(place)[:8]}",
        span=place,
        low=_scaled(limits.low, found),
        high=_scaled(limits.high, found),
        unit=found.unit or ("person" if measure.startswith("people ") and found.kind == "total" else None),
        modifier=limits.modifier,
        measure=measure,
        subject=None if puts else scope.subject(reading, found, token),
        scope=where.scope(found, token),
        place=where.place(found, token),
        as_of=as_of(reading, found, token, said, happening),
        source=source,
        via=said.via if said else (),
        status=status(found, token),
        event=happening.key if happening else None,
    )


def _is_source(reading: Reading, place: Span, number: Number) -> bool:
    """Whether this counts unnamed people who are quoted ("two officials said"), which are talked to and not about."""
    if number.low > _FEW:
        return False
    return any(said.source and said.source.covers(place) for said in reading.found.statements)


def _scaled(value: float | None, found: Counted) -> float | None:
    return None if value is None else round(value * found.scale, 6)


def _calls(reading: Reading, token: Token) -> str | None:
    """The speaker of "what he said was a 90-minute talk", where the number stands outside the words of the speech."""
    for verb in (t for t in token.ancestors if t.lemma_ == "be" or t.lemma_ in listed("figures", "calling")):
        clause = next((c for c in verb.children if c.dep_ in ("csubj", "nsubj") and c.i < token.i), None)
        if clause is None or clause.lemma_ not in listed("figures", "calling"):
            continue
        speaker = next((c for c in reversed(list(clause.lefts)) if c.dep_ == "nsubj" and c.tag_ != "WP"), None)
        mention = reading.mention_at(speaker) if speaker is not None else None
        return mention.actor if mention else None
    return None


def _puts(reading: Reading, found: Counted, token: Token) -> str | None:
    """Who puts a total at the number ("the ministry raised the toll to 64", "police put losses at nine")."""
    if found.kind != "total" or found.noun is None or found.noun.dep_ != "dobj":
        return None
    verb = found.noun.head
    if verb.lemma_.lower() not in (*load("figures")["valuing"], *load("figures")["revising"]):
        return None
    doer = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    mention = reading.mention_at(doer) if doer is not None else None
    return mention.actor if mention else None


def _event(reading: Reading, place: Span, found: Counted) -> Event | None:
    """The happening that the duration is of: by the event's own duration, else by the noun that names it."""
    noun = reading.span(found.noun) if found.noun is not None else None
    for event in reading.found.events:
        if event.duration_span and event.duration_span.overlaps(place):
            return event
    for event in reading.found.events:
        if noun and event.trigger.overlaps(noun) and event.type in _MEETINGS:
            return event
    return None

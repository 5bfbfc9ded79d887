"""Where the reports of an event differ, and who says which; all disagreements of the record.

One rule: the program reports and does not rule who is right: every value keeps its articles and its words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from sitroom.model import POSITION_TYPES
from sitroom.record import DisagreementItem, EventItem, Record, Verdict
from sitroom.text import Span
from sitroom.values import Bounds, bounds
from sitroom.views.accounts import contradicting, one_sided
from sitroom.views.assembly import Assembly, evidence
from sitroom.views.disagreement import Said, bounded, item
from sitroom.views.numbers import about_figures
from sitroom.views.told import Told

_CALENDAR_VAGUE = 27
"""A stated date of so many days is a month or more: it leaves the day open and disagrees with none in it."""
_EXACT = 2
"""Days up to which a stated date is meant to the day."""
_BOUNDS_OF: dict[str, tuple[float, float]] = {
    "exact": (1, 1), "about": (0.9, 1.1), "less_than": (0.75, 1), "at_most": (0, 1),
    "more_than": (1, 1.34), "at_least": (1, 10**6), "range": (1, 1),
}  # fmt: skip
"""What a modifier leaves open, as factors of the number: "almost an hour" is three quarters of one or more."""
_DENIALS = frozenset({"denied", "cancelled"})
_ASSERTIONS = frozenset({"occurred", "ongoing", "scheduled", "forecast"})


def disagreements(assembly: Assembly, told: dict[str, list[Told]], record: Record) -> list[DisagreementItem]:
    """All disagreements, in the order of ids."""
    found = [
        *_about_events(assembly, told, record.events),
        *about_figures(record),
        *one_sided(assembly, record),
        *contradicting(record),
    ]
    return sorted({d.id: d for d in found}.values(), key=lambda d: d.id)


def _about_events(
    assembly: Assembly, told: dict[str, list[Told]], events: Iterable[EventItem]
) -> Iterator[DisagreementItem]:
    tests: tuple[Callable[[Assembly, EventItem, list[Told]], DisagreementItem | None], ...] = (
        _dates, _places, _durations, _initiators, _statuses,
    )  # fmt: skip
    for event in events:
        for test in tests:
            if found := test(assembly, event, told[event.id]):
                yield found


def _said(told: Told, value: str, span: Span | None) -> Said:
    return Said(value, told.article, evidence(told.annotated.article, span or told.event.evidence))


def _self_contradiction(said: list[Said], apart: Callable[[str, str], bool]) -> bool:
    """Whether one article alone has two values that exclude each other, and no two articles differ otherwise."""
    pairs = [(x, y) for x in said for y in said if x.value < y.value and apart(x.value, y.value)]
    return bool(pairs) and all(x.article == y.article for x, y in pairs)


def _dates(assembly: Assembly, event: EventItem, members: list[Told]) -> DisagreementItem | None:
    """Stated days that differ; a month says nothing against a day in it, a plan nothing against the day it moved to."""
    if event.type != "CONSULT":
        return None
    said = [
        _said(t, t.date, t.event.date_span)
        for t in members
        if t.date and (days := _bounds(t.date).days) and days < _CALENDAR_VAGUE
    ]
    values = sorted({x.value for x in said})
    if len(values) < 2:
        return None

    def apart(one: str, other: str) -> bool:
        return not _bounds(one).overlaps(_bounds(other))

    nested = all(_bounds(a).covers(_bounds(b)) or _bounds(b).covers(_bounds(a)) for a in values for b in values)
    if nested and sum((_bounds(x).days or 0) <= _EXACT for x in values) < 2:
        return None
    verdict: Verdict = "compatible" if nested else "conflict"
    if _self_contradiction(said, apart):
        verdict = "self-contradiction"
    note = None
    if verdict == "conflict" and _moved(members):
        verdict, note = "compatible", "the date moved from report to report"
    return item("event", event.id, "date", said, verdict, note)


def _moved(members: list[Told]) -> bool:
    """Whether dates of what lay ahead changed with the day of the report alone."""
    dated = [t for t in members if t.date]
    apart = [
        (a, b)
        for n, a in enumerate(dated)
        for b in dated[n + 1 :]
        if not _bounds(a.date or "").overlaps(_bounds(b.date or ""))
    ]
    plans = all(t.event.status in ("scheduled", "proposed", "cancelled") for pair in apart for t in pair)
    days = all(a.published != b.published for a, b in apart)
    return bool(apart) and plans and days


def _bounds(edtf: str) -> Bounds:
    return bounds(edtf) or Bounds(None, None)


def _places(assembly: Assembly, event: EventItem, members: list[Told]) -> DisagreementItem | None:
    if event.type != "CONSULT":
        return None
    said = [_said(t, t.place, t.event.place) for t in members if t.place and not _channel(t)]
    values = sorted({x.value for x in said})
    different = {frozenset((a, b)) for a in values for b in values if a < b and not _within(assembly, a, b)}
    if not different:
        return None
    kept = [x for x in said if any(x.value in pair for pair in different)]
    return item("event", event.id, "place", kept, "conflict", None)


def _channel(told: Told) -> bool:
    """Whether the contact had no place, so that the one stated is where somebody spoke from."""
    return told.event.mode in ("phone", "video", "letter")


def _within(assembly: Assembly, one: str, other: str) -> bool:
    """Whether one place can be in the other: its name is part of it, or it lies in that state."""
    if one.casefold() in other.casefold() or other.casefold() in one.casefold():
        return True
    known = {x.name: x for x in assembly.local.values() if x.type in ("place", "country") and x.name in (one, other)}
    a, b = known.get(one), known.get(other)
    if a is None or b is None:
        return True  # words for a place that no table knows cannot be told apart
    states = [x for x in (a, b) if x.type == "country"]
    return bool(states) and a.country == b.country


def _durations(assembly: Assembly, event: EventItem, members: list[Told]) -> DisagreementItem | None:
    said: list[Said] = []
    ranges: list[tuple[float, float]] = []
    for told in members:
        minutes = told.event.duration_minutes
        if minutes is None:
            continue
        modifier = told.event.duration_modifier or "exact"
        said.append(_said(told, bounded(f"{minutes:g} minutes", modifier), told.event.duration_span))
        ranges.append(_range(minutes, modifier))
    if len({x.value for x in said}) < 2:
        return None
    meets = max(low for low, _ in ranges) <= min(high for _, high in ranges)
    verdict: Verdict = "compatible" if meets else "conflict"
    if not meets and len({x.article for x in said}) == 1:
        verdict = "self-contradiction"
    return item("event", event.id, "duration", said, verdict, None)


def _range(value: float, modifier: str) -> tuple[float, float]:
    low, high = _BOUNDS_OF.get(modifier, (1, 1))
    return value * low, value * high


def _initiators(assembly: Assembly, event: EventItem, members: list[Told]) -> DisagreementItem | None:
    if event.type != "CONSULT":
        return None
    said: list[Said] = []
    sides: set[str] = set()
    for told in members:
        for argument in told.event.initiator:
            actor = assembly.actor(told.article, argument.actor)
            if actor is None:
                continue
            local = assembly.local[told.article, argument.actor or ""]
            side = local.country or actor
            sides.add(side)
            said.append(_said(told, local.name, argument.span))
    return item("event", event.id, "initiator", said, "conflict", None) if len(sides) > 1 else None


def _statuses(assembly: Assembly, event: EventItem, members: list[Told]) -> DisagreementItem | None:
    """What one source says is so or will be and another denies; a plan that was carried out is no disagreement."""
    statuses = {t.event.status for t in members}
    if event.type in POSITION_TYPES or not event.actors or not (event.recipients or event.type == "CONSULT"):
        return None
    if not statuses & _ASSERTIONS or "denied" not in statuses:
        return None
    said = [_said(t, t.event.status, None) for t in members if t.event.status in _ASSERTIONS | _DENIALS]
    return item("event", event.id, "status", said, "conflict", "a difference of the sources")

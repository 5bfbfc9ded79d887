"""Which figures are of one measure and scope, within and across articles.

One rule: figures are grouped for being about the same thing, not for being equal; a group may well disagree.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from sitroom.link.clusters import ActorOf, clustering
from sitroom.link.measures import Measure, measures
from sitroom.link.parties import Parties
from sitroom.link.scene import growing
from sitroom.model import AnnotatedArticle, Link, Producer
from sitroom.resources import load

PRODUCER = Producer("figures")
ENOUGH = 0.6
"""Score from which on two figures are of one measure."""
_ALIKE = 0.55  # likeness of participants from which on two durations can be of one contact
_FEW_DAYS, _LONG = 10, 60
_WINDOW = 200  # figures of one bucket that are compared with each other, by day of publication

_Scored = tuple[float, str]


def judge(articles: Sequence[AnnotatedArticle], actor_of: ActorOf) -> list[Link]:
    """Links among figures of one measure and scope; of each group only the links that hold it together."""
    parties = Parties.of(articles, actor_of)
    buckets: dict[tuple[str, str], list[Measure]] = defaultdict(list)
    for annotated in articles:
        for measure in measures(annotated, actor_of):
            buckets[measure.bucket].append(measure)
    found: list[Link] = []
    for _, members in sorted(buckets.items()):
        ordered = sorted({m.id: m for m in members}.values(), key=_by_day)
        found += clustering((m.id for m in ordered), _pairs(ordered, parties), ENOUGH).taken
    return found


def _by_day(measure: Measure) -> tuple[str, str]:
    return (measure.published.isoformat() if measure.published else "", measure.id)


def _pairs(members: Sequence[Measure], parties: Parties) -> Iterator[Link]:
    for i, one in enumerate(members):
        for other in members[i + 1 : i + 1 + _WINDOW]:
            score, reason = likeness(one, other, parties)
            if score >= ENOUGH:
                a, b = sorted((one.id, other.id))
                yield Link(a, b, "same", round(min(score, 1.0), 3), reason, PRODUCER)


def likeness(one: Measure, other: Measure, parties: Parties) -> _Scored:
    """How sure it is that two figures of one bucket measure the same thing, with the reason in words."""
    if one.bucket[0] == "duration":
        return _one_happening(one, other, parties)
    if one.bucket[0] == "state":
        return _one_toll(one, other)
    return _one_count(one, other)


def _one_happening(one: Measure, other: Measure, parties: Parties) -> _Scored:
    """Durations belong together where who took part and the day agree."""
    if one.bucket[1] != "contact":
        same = _near_values(one, other) and _days_apart(one, other) <= _FEW_DAYS and bool(one.words & other.words)
        return (0.7, "the same happening and about the same time it took") if same else (0.0, "")
    if parties.compare(one.parties, other.parties)[0] < _ALIKE and len(one.parties & other.parties) < 2:
        return 0.0, ""
    if one.day and other.day:
        exact = one.day.overlaps(other.day) and (one.day.days or 99) <= 3 and (other.day.days or 99) <= 3
        return (0.9, "a contact of the same people on the same day") if exact else (0.0, "")
    if _equal(one, other) and _days_apart(one, other) <= 3:
        return 0.75, "a contact of the same people, reported in the same days, of the same length"
    return 0.0, ""


def _one_toll(one: Measure, other: Measure) -> _Scored:
    """Tolls belong together where place and time agree; a group within the toll ("three of them children") does not."""
    if one.ahead != other.ahead or _days_apart(one, other) > _FEW_DAYS:
        return 0.0, ""
    score, reasons = 0.3, [one.bucket[1]]
    if _two_happenings(one, other):
        return 0.0, ""
    if (shared := _one_cause(one, other)) is not None:
        score, reasons = score + shared, [*reasons, f"both tell of: {one.cause}"]
    if one.where & other.where:
        score, reasons = score + 0.3, [*reasons, "the same place"]
    elif one.where and other.where:
        return 0.0, ""
    if one.figure.measure == other.figure.measure:
        score += 0.1
    if _equal(one, other):
        score, reasons = score + 0.25, [*reasons, "the same number"]
    elif _near_values(one, other):
        score += 0.15
    elif max(one.value, other.value) > 20 * max(1.0, min(one.value, other.value)):
        score -= 0.3
    if one.value >= 100 and other.value >= 100:
        score += 0.1
    return score, "; ".join(reasons)


def _one_count(one: Measure, other: Measure) -> _Scored:
    kind, owned = one.bucket[1], {"troops", "ships", "aircraft"}
    if one.ahead != other.ahead or _days_apart(one, other) > _LONG:
        return 0.0, ""
    a, b = one.figure, other.figure
    score, reasons = 0.35, [f"both of {kind}"]
    if a.subject and b.subject and a.subject == b.subject:
        score, reasons = score + 0.25, [*reasons, f"of {a.subject}"]
    elif a.subject and b.subject and (kind in owned or one.bucket[0] != "count"):
        return 0.0, ""
    if (cause := _one_cause(one, other)) is not None:
        score, reasons = score + cause, [*reasons, f"both tell of: {one.cause}"]
    if one.where & other.where:
        score, reasons = score + 0.2, [*reasons, "the same place"]
    elif one.names and other.names and not one.names & other.names:
        score -= 0.2
    shared = (one.words & other.words) - _dull(one) - _dull(other)
    if shared:
        score, reasons = score + 0.2, [*reasons, "shared words: " + ", ".join(sorted(shared))]
    if kind == "people" and not shared:
        score -= 0.3
    more, reason = _by_size(one, other)
    return score + more, "; ".join([*reasons, reason] if reason else reasons)


def _by_size(one: Measure, other: Measure) -> _Scored:
    """What the numbers themselves say for or against one measure."""
    score = 0.0
    if _equal(one, other):
        return 0.2 + (0.1 if one.ahead and _days_apart(one, other) <= 3 else 0.0), "the same number"
    if _compatible(one, other):
        score += 0.1
    elif not _near_values(one, other):
        score -= 0.25
    if one.ahead and _days_apart(one, other) <= 3:
        score += 0.1
    small = one.value < 20 and other.value < 20
    if small and one.bucket[0] == "count" and one.figure.measure != other.figure.measure:
        score -= 0.2
    return score, ""


def _one_cause(one: Measure, other: Measure) -> float | None:
    """What it counts for that both tell of one kind of happening in one place; ``None`` where they do not."""
    if one.cause is None or one.cause != other.cause:
        return None
    alike = one.near & other.near if one.cause in growing() else one.towns & other.towns
    return 0.25 if alike else None


def _two_happenings(one: Measure, other: Measure) -> bool:
    """Whether two counts are of two happenings: of two kinds, or of two days where each is over in one."""
    if one.cause is None or other.cause is None:
        return False
    if one.cause != other.cause:
        return True
    days = one.day is not None and other.day is not None and not one.day.overlaps(other.day)
    return days and one.cause not in growing()


def _dull(measure: Measure) -> frozenset[str]:
    """Words that any two figures of the bucket share: the kind's own, and numbers."""
    names = {measure.bucket[1], *load("figures")["kinds"].get(measure.bucket[1], ())}
    numbers = load("figures")["numbers"]
    return frozenset(
        word
        for word in measure.words
        if word[0].isdigit() or word in numbers or any(n.startswith(word) or word.startswith(n) for n in names)
    )


def _equal(one: Measure, other: Measure) -> bool:
    return one.value == other.value


def _near_values(one: Measure, other: Measure) -> bool:
    small, large = sorted((one.value, other.value))
    return small > 0 and large / small <= 1.6


def _compatible(one: Measure, other: Measure) -> bool:
    """Whether one number could satisfy both; a bare plural says hardly anything against a larger number."""
    low = max(x.low if x.low is not None else 0.0 for x in (one, other))
    high = min(x.high if x.high is not None else float("inf") for x in (one, other))
    return low <= high * 1.1 or _near_values(one, other)


def _days_apart(one: Measure, other: Measure) -> int:
    """Days between what the two are of; 0 where one could lie within the other or is not known."""
    a, b = one.when, other.when
    if a is None or b is None or a.overlaps(b):
        return 0
    gaps = [(late.first - early.last).days for early, late in ((a, b), (b, a)) if early.last and late.first]
    return max(gaps, default=0)

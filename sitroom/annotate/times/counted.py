"""Times that count from a happening: "two days after the talks of Dec. 1", "the tenth day of the war", anniversaries.

One rule: they land on the calendar only where the article itself dates what they count from, or sets a date beside
them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from sitroom.annotate.engine import Token, span_of, text_of
from sitroom.annotate.reading import Reading
from sitroom.annotate.times import periods
from sitroom.annotate.times.amounts import Distance
from sitroom.annotate.times.context import Context, Meaning
from sitroom.annotate.times.forms import Calendar
from sitroom.annotate.times.lexer import Node
from sitroom.annotate.times.periods import Period
from sitroom.annotate.times.relative import OPEN, Offset
from sitroom.resources import load

Begun = Callable[[], dict[str, tuple[Period, str]]]
Made = Sequence[tuple[Node, Meaning]]
_BESIDE = re.compile(r"(?:,| -| –| —| \()? ?$")
_NEAR = 60  # characters between an expression and the date of what it counts from
_STEPS = 6  # arcs climbed at most


@dataclass(frozen=True, slots=True)
class Count:
    """The so-manieth day, week, month or year of a happening; with ``anniversary`` so many years after it."""

    number: int | None
    unit: str
    anniversary: bool = False

    def mean(self, context: Context) -> Meaning | None:
        """Open: what it counts from stands elsewhere."""
        value = "XXXX" if self.anniversary else OPEN.get(self.unit, "XXXX")
        return Meaning("DATE", value, Period(value, "year"), rule="open")


COUNTED = (Distance, Count)
"""Forms that :func:`placed` is for."""


def placed(reading: Reading, made: Made, at: int, context: Context, begun: Begun) -> Meaning | None:
    """What an expression means when the dates around it are known; ``None`` where it proves to be no time.

    Args:
        reading: The article.
        made: All its expressions with what they mean by themselves, in order.
        at: Which of them.
        context: Where it stands.
        begun: Tells what :func:`beginnings` found; asked only when it is needed.
    """
    node, meaning = made[at]
    if isinstance(node.data, Distance):
        return _landed(reading, made, at)
    if not isinstance(node.data, Count):
        return meaning
    found = _beside(reading, made, at) or _now(reading, node, context) or _counted(reading, made, at, context, begun)
    if found is None and node.data.anniversary and not _is_adverbial(reading, node):
        return None
    return found or meaning


def _landed(reading: Reading, made: Made, at: int) -> Meaning:
    """The duration with the day that it leads to, where the sentence goes on to tell the day it counts from."""
    node, meaning = made[at]
    end = span_of(reading.tokens(node.span).root.sent).end
    text = text_of(reading.doc)
    for later, other in made[at + 1 : at + 3]:
        start = other.period
        if later.end > end or other.type != "DATE" or start is None or start.first is None:
            continue
        if start.grain != "day" and ("," in text[node.end : later.start] or later.start - node.end > _NEAR):
            continue
        there = Offset(node.data.count, node.data.unit, node.data.sign, anaphoric=True)
        landed = there.mean(Context(previous=start))
        if landed is None or landed.period is None or landed.period.first is None:
            return meaning
        return replace(meaning, period=landed.period, anchor=other.value)
    return meaning


def _beside(reading: Reading, made: Made, at: int) -> Meaning | None:
    """The date in apposition ("on Thursday, the tenth day of the war") or of which it is told ("today is the …")."""
    node, _ = made[at]
    text = text_of(reading.doc)
    root = reading.tokens(node.span).root
    for near, meaning in made[at - 1 : at] if at else []:
        if meaning.type != "DATE" or meaning.period is None or meaning.period.grain != "day":
            continue
        gap = text[near.end : node.start]
        told = root.dep_ == "attr" and reading.tokens(near.span).root.head.i == root.head.i
        if (len(gap) < 4 and _BESIDE.match(gap)) or told:
            return replace(meaning, rule=f"beside {meaning.rule}")
    return None


def _now(reading: Reading, node: Node, context: Context) -> Meaning | None:
    """ "It is the second day of the offensive": the day of writing."""
    root, form = reading.tokens(node.span).root, node.data
    if (
        root.dep_ != "attr"
        or root.head.tag_ != "VBZ"
        or form.unit != "day"
        or context.narrative
        or not context.published
    ):
        return None
    return Meaning("DATE", context.published.isoformat(), periods.day(context.published), None, "published", "now")


def _counted(reading: Reading, made: Made, at: int, context: Context, begun: Begun) -> Meaning | None:
    node, _ = made[at]
    form: Count = node.data
    start = _start_within(reading, made, at)
    if start is None and not form.anniversary:
        start = begun().get(_of_what(reading, node) or "")
    if start is None or start[0].first is None:
        return None
    period, anchor = start
    if form.anniversary:
        return _anniversary(form, period, anchor, context)
    if form.number is None or period.grain != "day":
        return None
    assert period.first is not None
    first = periods.moved(period.first, form.unit, form.number - 1)
    after = periods.moved(period.first, form.unit, form.number)
    if first is None or after is None:
        return None
    last = after - periods.DAY
    value = first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"
    return Meaning(
        "DATE", value, Period(value, "day" if first == last else "week", first, last), None, anchor, "day count"
    )


def _anniversary(form: Count, start: Period, anchor: str, context: Context) -> Meaning | None:
    if form.number is not None:
        grain = start.grain if start.grain in ("day", "month") else "year"
        there = periods.shifted(start, "year", form.number, grain)
        return Meaning("DATE", there.value, there, None, anchor, "anniversary") if there else None
    if start.first is None or start.grain not in ("day", "month"):
        return None
    day = start.first.day if start.grain == "day" else None
    meaning = Calendar(month=start.first.month, day=day).mean(context)
    return meaning and replace(meaning, rule="anniversary")


def _start_within(reading: Reading, made: Made, at: int) -> tuple[Period, str] | None:
    """The date of what is counted from, within its own name ("the fifth anniversary of the 2014 ouster")."""
    node, _ = made[at]
    counted = reading.tokens(node.span).root.i
    for later, meaning in made[at + 1 : at + 2]:
        inner = meaning.period
        if meaning.type != "DATE" or inner is None or inner.first is None or later.start - node.end > _NEAR:
            continue
        root = reading.tokens(later.span).root
        if any(word.i == counted for word in _above(root)):
            return inner, meaning.value
    return None


def _above(token: Token) -> Iterator[Token]:
    """The words above a token, up to its verb."""
    for _ in range(_STEPS):
        if token.head.i == token.i or token.head.pos_ in ("VERB", "AUX"):
            return
        token = token.head
        yield token


def beginnings(reading: Reading, made: Made) -> dict[str, tuple[Period, str]]:
    """The day on which the article says that something began ("the war began on Feb. 24"), by its noun."""
    found: dict[str, tuple[Period, str]] = {}
    for node, meaning in made:
        period = meaning.period
        if meaning.type not in ("DATE", "TIME") or period is None or period.grain != "day" or period.first is None:
            continue
        verb = reading.tokens(node.span).root
        for _ in range(_STEPS):
            if verb.dep_ not in ("pobj", "prep", "npadvmod", "advmod", "compound"):
                break
            verb = verb.head
        if verb.lemma_.lower() not in _words("beginning_verbs"):
            continue
        for noun in (c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")):
            found.setdefault(noun.lemma_.lower(), (period, meaning.value))
        if verb.dep_ == "relcl":
            found.setdefault(verb.head.lemma_.lower(), (period, meaning.value))
    return found


def _of_what(reading: Reading, node: Node) -> str | None:
    """The noun after "the tenth day of the"."""
    at = reading.tokens(node.span)[-1].i + 1
    following = reading.doc[at : at + 5]  # "of the bloody civil war" has its noun within these
    if not len(following) or following[0].lower_ != "of":
        return None
    return next((word.lemma_.lower() for word in following if word.pos_ in ("NOUN", "PROPN")), None)


def _is_adverbial(reading: Reading, node: Node) -> bool:
    """Whether an anniversary tells when something is done, and is not itself what is marked or celebrated."""
    root = reading.tokens(node.span).root
    return root.dep_ == "pobj" and root.head.lower_ in ("on", "since", "until", "till", "by", "before", "after")


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(load("times_direction")[name])

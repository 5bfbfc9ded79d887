"""From the grammar's finds to times: read in order, each against what stands around it.

One rule: expressions are resolved from the first to the last, since a later one may count from an earlier one.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from sitroom.annotate.engine import text_of
from sitroom.annotate.reading import Reading
from sitroom.annotate.times import gate
from sitroom.annotate.times.amounts import Duration
from sitroom.annotate.times.context import Context, Meaning
from sitroom.annotate.times.counted import COUNTED, beginnings, placed
from sitroom.annotate.times.direction import direction_of
from sitroom.annotate.times.forms import Calendar, Days
from sitroom.annotate.times.grammar import Grammar
from sitroom.annotate.times.lexer import Node, segments
from sitroom.annotate.times.makers import MAKERS
from sitroom.annotate.times.periods import Period, coarser, shifted, year_of
from sitroom.annotate.times.relative import Deictic, Overnight
from sitroom.annotate.times.utterances import Utterances
from sitroom.model import Time
from sitroom.resources import load
from sitroom.text import Span
from sitroom.values import Bounds, bounds, edtf_of

_FISCAL = re.compile(r"\b(?:fiscal|financial|budget|fy)(?=\b|\d)", re.I)
_RANGE = re.compile(r".*\bbetween \| and (?:on )?$|.*\bfrom \| ?(?:to|until|till|through|-|\u2013) ?$", re.I | re.S)
_STORY_DATES = 6  # dates with a year that a narrative must have at least
_STORY_LEAP = 15  # years; a bare year farther off is a digression
_STORY_SHARE = 8  # full dates to each "today", "last week" or bare weekday
_STORY_DISTANCE = 400  # days; a narrative's dates mostly lie farther back than news goes


@cache
def grammar() -> Grammar:
    """The grammar, compiled once."""
    return Grammar(load("times_grammar"), MAKERS)


def times_of(reading: Reading) -> list[Time]:
    """The article's times in order."""
    grammar()
    published = _day(reading.article.published)
    nodes = list(_nodes(reading))
    narrative = published is not None and _is_narrative(nodes, published)
    context = Context(published, narrative=narrative)
    if narrative:
        nodes = [part for node in nodes for part in _ends(reading, node)]
    made: list[tuple[Node, Meaning]] = []
    utterances = Utterances(reading, nodes)
    for node in nodes:
        here = _leaning(reading, node, context)
        meaning = _spoken(utterances, reading, node, here) or node.data.mean(here)
        if meaning is None or not gate.fits(reading, node, meaning, here):
            continue
        if made:
            made[-1], meaning = _in_order(reading, made[-1], node, meaning, here)
        made.append((node, meaning))
        context = _after(reading, node, here, meaning)
    begun = cache(lambda: beginnings(reading, made))
    landed = (
        (node, placed(reading, made, at, _leaning(reading, node, context), begun) if _counts(node) else meaning)
        for at, (node, meaning) in enumerate(made)
    )
    return [_time(reading, node, meaning) for node, meaning in landed if meaning is not None]


def _in_order(
    reading: Reading, start: tuple[Node, Meaning], node: Node, end: Meaning, context: Context
) -> tuple[tuple[Node, Meaning], Meaning]:
    """Both ends of "between Tuesday and Friday", the later one after the earlier; others unchanged."""
    first, last, text = start[1].period, end.period, text_of(reading.doc)
    if not (isinstance(start[0].data, Calendar) and isinstance(node.data, Calendar) and first and last):
        return start, end
    if first.first is None or last.first is None or last.first >= first.first or first.grain != last.grain:
        return start, end
    before, between = text[max(start[0].start - 9, 0) : start[0].start], text[start[0].end : node.start]
    if start[0].data.year or node.data.year or not _RANGE.match(f"{before}|{between}"):
        return start, end
    unit = "week" if node.data.weekday and not node.data.month else "year"
    moved, by = (start[1], -1) if context.direction == "past" else (end, 1)
    found = moved.period and shifted(moved.period, unit, by, moved.period.grain)
    if found is None:
        return start, end
    turned = replace(moved, value=found.value, period=found, rule=f"{moved.rule}, in a range")
    return ((start[0], turned), end) if by < 0 else (start, turned)


def _counts(node: Node) -> bool:
    return isinstance(node.data, COUNTED)


def _leaning(reading: Reading, node: Node, context: Context) -> Context:
    """The context with the direction of the verb above an expression."""
    region = reading.region_at(node.start)
    direction, strong = direction_of(reading, node.span, bool(region and region.kind == "title"))
    return replace(context, direction=direction, strong=strong, region=region.span.start if region else -1)


def _spoken(utterances: Utterances, reading: Reading, node: Node, context: Context) -> Meaning | None:
    """What quoted words mean on the day that they were spoken; ``None`` where that day is not told or no other."""
    if context.narrative or context.published is None:
        return None
    period = utterances.day_for(node, lambda speech: speech.data.mean(_leaning(reading, speech, context)))
    if period is None or period.first is None or period.first >= context.published:
        return None
    day = period.first if period.last else None
    meaning: Meaning | None = node.data.mean(replace(context, published=day, spoken=True))
    found = meaning and meaning.period
    if found and meaning and meaning.anchor == "utterance" and coarser(period.grain, found.grain):
        # "tomorrow" in an interview of 2014 is no day that can be told
        meaning = node.data.mean(replace(context, published=None))
    return meaning


def _ends(reading: Reading, node: Node) -> list[Node]:
    """First and last day of "6-7 April" as two times: chronicles date two happenings, news one stay of several days."""
    dash = re.search("[-\u2013]", text_of(reading.doc)[node.start : node.end])
    if not isinstance(node.data, Days) or dash is None:
        return [node]
    middle = node.start + dash.start()
    last = replace(node.data.start, day=node.data.end, weekday=None)
    return [
        replace(node, end=middle, data=node.data.start, word="first day"),
        replace(node, start=middle + 1, data=last, word="last day"),
    ]


def _day(published: str | None) -> dt.date | None:
    try:
        held = bounds(published)
    except ValueError:
        return None
    return held.first if held and held.first == held.last else None


def _nodes(reading: Reading) -> Iterator[Node]:
    text = text_of(reading.doc)
    core, wanted = frozenset(load("times")["core"]), frozenset(load("times_grammar")["times"])
    for region in reading.regions:
        for run in segments(text, region.span.start, region.span.end, core):
            for node in grammar().read(run):
                kept = gate.judged(reading, node, wanted)
                if kept is not None:
                    yield kept


def _is_narrative(nodes: list[Node], published: dt.date) -> bool:
    """Whether the text tells a story along its own dates: most of its full dates lie far behind its publication."""
    years = [node.data.year for node in nodes if isinstance(node.data, Calendar) and node.data.year]
    far = sum(published.year - year > _STORY_DISTANCE / 365 for year in years)
    deictic = sum(_is_deictic(node.data) for node in nodes)
    return len(years) >= _STORY_DATES and far >= 0.6 * len(years) and len(years) > _STORY_SHARE * deictic


def _is_deictic(form: object) -> bool:
    """Whether an expression counts from the day of writing, as news does all the time and chronicles hardly."""
    if isinstance(form, Calendar):
        return form.weekday is not None and not form.day
    return isinstance(form, Deictic) and not form.anaphoric


def _after(reading: Reading, node: Node, context: Context, meaning: Meaning) -> Context:
    """The context of what follows; a date that only names something ("the 1954 accords") moves no story."""
    period = meaning.period
    if isinstance(node.data, Duration) and node.data.unit == "month" and node.data.count in (6, 9):
        context = replace(context, months_in=context.region)
    if period is None or meaning.type not in ("DATE", "TIME") or isinstance(node.data, Overnight):
        return context
    if period.grain == "quarter" and not meaning.rule.startswith("quarter a year"):
        context = replace(context, quarterly=period)
    if context.narrative and (found := re.match(r"BC(\d{4})", meaning.value)):
        return replace(context, before_christ=int(found[1]))
    if period.first is None or (context.narrative and _is_aside(reading, node, context, period)):
        return context
    if context.narrative and not context.leapt and _is_leap(context, period):
        return replace(context, leapt=True)
    last_day = period if period.grain == "day" else context.day
    return replace(context, previous=period, day=last_day, before_christ=None, leapt=False)


def _is_aside(reading: Reading, node: Node, context: Context, period: Period) -> bool:
    """Whether a date leads away from the story: what only names something, lies ahead, or is a decade."""
    if reading.tokens(node.span).root.dep_ in ("nummod", "compound", "amod"):
        return True
    return period.grain in ("decade", "century") or (period.grain == "year" and context.direction == "future")


def _is_leap(context: Context, period: Period) -> bool:
    """Whether a bare year lies far from the story; only a second such year takes the story there."""
    there = context.previous.year if context.previous else None
    if period.grain != "year" or there is None or period.year is None:
        return False
    return abs(period.year - there) > _STORY_LEAP


def _time(reading: Reading, node: Node, meaning: Meaning) -> Time:
    words = text_of(reading.doc)[node.start : node.end]
    period, about = meaning.period, meaning.about or meaning.mod == "APPROX"
    if _FISCAL.search(words):
        # Whose year it is, and when it begins, is not told.
        about = True
        if period and period.grain in ("quarter", "half") and period.first:
            period = year_of(period.first.year)
    sign = {(True, False): "~", (False, True): "?", (True, True): "%"}.get((about, gate.is_hedged(reading, node)), "")
    return Time(
        span=Span(node.start, node.end),
        type=meaning.type,
        value=meaning.value,
        mod=meaning.mod,
        edtf=_edtf(period, sign),
        anchor=meaning.anchor,
        rule=f"{node.word}: {meaning.rule}" if meaning.rule else node.word,
    )


def _edtf(period: Period | None, sign: str) -> str | None:
    """The bounds as EDTF; ``sign`` says that they are rough (~), uncertain (?) or both (%)."""
    if period is None or period.first is None or period.last is None:
        return None
    return "/".join(end + sign for end in edtf_of(Bounds(period.first, period.last)).split("/"))


__all__ = ["grammar", "times_of"]

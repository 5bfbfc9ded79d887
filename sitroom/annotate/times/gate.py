"""Which of the grammar's finds are times where they stand.

One rule: a word that is also something else ("May", "the fall", "1500", "a day") counts only where its neighbours
agree.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from sitroom.annotate.engine import Token, text_of
from sitroom.annotate.reading import Reading
from sitroom.annotate.times.amounts import Distance, Duration, OfDay, Repeated, Vague, duration_value
from sitroom.annotate.times.context import Context, Meaning
from sitroom.annotate.times.forms import Calendar, Part
from sitroom.annotate.times.lexer import Node
from sitroom.annotate.times.relative import Offset
from sitroom.resources import load
from sitroom.text import Span

_NEXT_WORD = re.compile(r"[ \n]?([^\W\d_][\w'-]*)")
_LAST_WORD = re.compile(r"([\w$%£€-]+)[ \n]?$")
_BEFORE_AFTER = re.compile(r"\s(?:before|after)$", re.I)
_OLD = re.compile(r"\s?-\s?olds?\b")
_ENTERED = re.compile(r"\b(?:now (?:well )?(?:in|into)|enter(?:s|ing|ed)(?: into)?) $")
_HEDGE_REACH = 30  # characters that a hedge and a preposition take at most
_BEFORE_DATE = frozenset(
    {
        "in", "since", "by", "from", "until", "till", "during", "before", "after", "through", "early", "late", "mid",
        "circa", "between",
    }
)  # fmt: skip
_BEFORE_NAMED = frozenset({"the", "a", "an", "its", "their", "his", "her", "our"})
_AMBIGUOUS = frozenset({"may", "march", "august"})


def judged(reading: Reading, node: Node, wanted: frozenset[str]) -> Node | None:
    """The node as it counts here (perhaps shorter, or of another form); ``None`` where it is no time."""
    name = node.word
    if "PARTOFDAY" in node.classes:
        return node if _part_of_day(reading, node) else None
    if "SEASONNAME" in node.classes:
        return node if before(reading, node) in _BEFORE_DATE | {"of", "and"} else None
    if not node.classes & wanted:
        return None
    if isinstance(node.data, Offset) and _BEFORE_AFTER.search(text_of(reading.doc)[node.start : node.end]):
        return _before_clause(reading, node)
    if "AUNIT" in node.classes:
        return _rate(reading, node)
    if isinstance(node.data, Duration) and (
        after(reading, node) == "old" or _OLD.match(text_of(reading.doc), node.end)
    ):
        return _age(reading, node)
    if name in ("the quarter", "units") and text_of(reading.doc)[node.end : node.end + 1] == "-":
        return None  # "quarter-century"
    if name in ("unit from now", "day", "units") and _is_programme(reading, node):
        return None
    checks = {
        "holiday": _holiday,
        "running count": _running,
        "overnight": _overnight,
        "year": _year,
        "set word": _set_word,
        "month": _month,
        "season": _season,
        "day of month": _day_of_month,
        "clock": _clock,
    }
    inner = node.data.inner if isinstance(node.data, Part) else node.data
    bare = isinstance(inner, Calendar) and inner == Calendar(year=inner.year) and name != "year named"
    check = _year if bare and re.search(r"\d{4}$", text_of(reading.doc)[node.start : node.end]) else checks.get(name)
    return node if check is None or check(reading, node) else None


def fits(reading: Reading, node: Node, meaning: Meaning, context: Context) -> bool:
    """Whether an expression that depends on tense or kind of text is a time in this context."""
    if node.word == "former":
        return context.narrative
    if node.word != "vague":
        return True
    word = text_of(reading.doc)[node.start : node.end].lower()
    if word == "soon":
        if before(reading, node) == "as" and after(reading, node) == "as":
            return False
        # "soon after" and "soon" of what is past tell an order, not a time ahead.
        if after(reading, node) in ("after", "before", "afterward", "afterwards", "thereafter", "as"):
            return context.direction == "future"
        return (
            context.direction != "past" and not context.narrative and before(reading, node) not in ("as", "how", "too")
        )
    if word == "previously":
        # "has previously said" looks back from now; "had previously said", "previously announced" order what is told.
        return any(child.lower_ in ("has", "have", "'s", "'ve") for child in _root(reading, node).head.children)
    if word == "future":
        return _root(reading, node).dep_ not in ("amod", "compound")
    return not (context.narrative and word == "at this point")


def before(reading: Reading, node: Node) -> str:
    """The word right before an expression, in lower case; empty where something else stands there."""
    found = _LAST_WORD.search(text_of(reading.doc)[max(node.start - 30, 0) : node.start])
    return found[1].lower() if found else ""


def after(reading: Reading, node: Node) -> str:
    """The word right after an expression, in lower case; empty where something else stands there."""
    found = _NEXT_WORD.match(text_of(reading.doc), node.end, node.end + 40)
    return found[1].lower() if found else ""


def _age(reading: Reading, node: Node) -> Node | None:
    """ "the eight-month-old truce" tells how long it has held; how old somebody is tells no time."""
    found = _OLD.match(text_of(reading.doc), node.end)
    if found is None:
        return None
    noun = reading.tokens(Span(node.end, found.end())).root.head
    if noun.lemma_.lower() not in load("times")["lasting"]:
        return None
    return replace(node, end=found.end(), word="age")


def is_hedged(reading: Reading, node: Node) -> bool:
    """Whether a word before an expression or its preposition makes it uncertain ("possibly on Friday")."""
    if not _hedge().search(text_of(reading.doc), max(node.start - _HEDGE_REACH, 0), node.start):
        return False
    tokens = reading.tokens(node.span)
    first = tokens[0]
    for _ in range(2):
        if first.i == tokens.root.sent.start:
            return False
        first = first.nbor(-1)
        if first.lower_ in _hedges():
            return True
        if first.pos_ not in ("ADP", "SCONJ", "DET"):
            return False
    return False


@cache
def _hedge() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(_hedges()))})\b", re.I)


@cache
def _hedges() -> frozenset[str]:
    return frozenset(load("times")["hedges"])


def _is_programme(reading: Reading, node: Node) -> bool:
    """ "This Week" and the like in capitals within a sentence: the name of a programme or a paper."""
    words = text_of(reading.doc)[node.start : node.end].split()
    region = reading.region_at(node.start)
    first = reading.tokens(node.span)[0]
    if not all(word[0].isupper() for word in words) or first.is_sent_start or (region and region.kind == "title"):
        return False
    return len(words) > 1 or first.nbor(-1).text[0].isupper()


def _root(reading: Reading, node: Node) -> Token:
    return reading.tokens(node.span).root


def _year(reading: Reading, node: Node) -> bool:
    """A bare year: not money, not a count, not a part of a name or a longer number."""
    text = text_of(reading.doc)
    form = node.data.inner if isinstance(node.data, Part) else node.data
    if not isinstance(form, Calendar):
        return True
    year = form.year
    if node.word == "about a year":
        return True
    around = text[max(node.start - 1, 0) : node.start], text[node.end : node.end + 2]
    if around[0] in tuple("$£€#.:/+@_&") or re.match(r"[%°_=@]|[.:/,]\d", around[1]):
        return False
    if year is None or form.before_christ:
        return True
    if not 1000 <= year <= 2100:
        return False
    if before(reading, node) in _BEFORE_DATE:
        return True
    token = _root(reading, node)
    counted = token.dep_ == "nummod" and token.head.tag_ in ("NNS", "NNPS") and token.head.i > token.i
    if counted and not any(child.dep_ in ("det", "poss") and child.i < token.i for child in token.head.children):
        return False
    return 1700 <= year <= 2060


def _month(reading: Reading, node: Node) -> bool:
    word = text_of(reading.doc)[node.start : node.end].lower()
    if word not in _AMBIGUOUS or before(reading, node) in _BEFORE_DATE | {"of", "last", "next", "this", "for", "and"}:
        return True
    # "the March deadline", "a May agreement"
    token = _root(reading, node)
    named = token.text[:1].isupper() and token.dep_ == "compound" and token.head.text[:1].islower()
    return named and before(reading, node) in _BEFORE_NAMED


def _holiday(reading: Reading, node: Node) -> bool:
    """Not within the name of something else ("the Tet Offensive", "Operation Ramadan")."""
    token = reading.tokens(node.span)[-1]
    named = token.dep_ in ("compound", "nmod") and token.head.i > token.i and token.head.text[:1].isupper()
    return not named and before(reading, node) != "operation"


def _overnight(reading: Reading, node: Node) -> bool:
    """When something happened; not the kind of a stay, a train or a success."""
    token = _root(reading, node)
    return (
        token.dep_ in ("advmod", "npadvmod", "amod") and token.head.lemma_.lower() not in load("times")["not_overnight"]
    )


def _running(reading: Reading, node: Node) -> bool:
    """ "now in its fourth week", "entered its fourth week"; "in its fourth week" alone could be of any time."""
    return bool(_ENTERED.search(text_of(reading.doc)[max(node.start - 30, 0) : node.start]))


def _set_word(reading: Reading, node: Node) -> bool:
    """ "the annual report" is a kind of report; "daily" and "paid quarterly" tell how often."""
    word = text_of(reading.doc)[node.start : node.end].lower()
    token = _root(reading, node)
    if word == "daily" and (token.pos_ == "NOUN" or token.head.pos_ == "PROPN"):
        return False  # a newspaper
    return word not in ("annual", "quarterly", "yearly") or token.dep_ == "advmod"


def _season(reading: Reading, node: Node) -> bool:
    word = text_of(reading.doc)[node.start : node.end].lower()
    return not (word.endswith("fall") and after(reading, node) in ("of", "in", "from", "guy", "to"))


def _day_of_month(reading: Reading, node: Node) -> bool:
    return before(reading, node) in ("on", "of", "by", "until", "to", "from", "and", "till", "before") and (
        not after(reading, node)
        or after(reading, node) in ("and", "to", "when", "the", "in", "at", "a", "but", "with", "by")
    )


def _clock(reading: Reading, node: Node) -> bool:
    text = text_of(reading.doc)[node.start : node.end]
    return bool(re.search(r"[a-zA-Z]", text)) or before(reading, node) in (
        "at", "by", "until", "till", "before", "after", "from", "to", "about", "around", "between", "since",
    )  # fmt: skip


def _part_of_day(reading: Reading, node: Node) -> bool:
    if isinstance(node.data, OfDay) and text_of(reading.doc)[node.start : node.start + 4].lower() == "the ":
        return before(reading, node) in ("in", "during", "by", "of", "throughout", "into")
    return before(reading, node) in ("at", "by", "in")


def _before_clause(reading: Reading, node: Node) -> Node:
    """ "two days after the talks" is a length; "two days after." counts from the last date spoken of."""
    if not after(reading, node):
        return node
    form = node.data
    assert isinstance(form, Offset)
    words = text_of(reading.doc)[node.start : node.end]
    end = node.start + len(words) - len(words.split()[-1])
    length = len(text_of(reading.doc)[node.start : end].rstrip())
    return replace(
        node,
        data=Distance(form.count, form.unit, form.length_mod, form.sign),
        end=node.start + length,
        word="duration before or after",
    )


def _rate(reading: Reading, node: Node) -> Node | None:
    """ "a day" as a rate ("$3 million a year", "twice a week") is a set."""
    form = node.data
    assert isinstance(form, Duration)
    token = _root(reading, node)
    previous = before(reading, node)
    rated = token.dep_ == "npadvmod" and token.head.pos_ in ("NOUN", "NUM", "SYM", "ADV", "PROPN")
    if previous in ("once", "twice", "times", "percent", "%", "dollars", "million", "billion") or (
        rated and previous != "for"
    ):
        value = duration_value(1, form.unit)
        return replace(node, data=Repeated(value), word="rate") if value else None
    return node


__all__ = ["Vague", "after", "before", "judged"]

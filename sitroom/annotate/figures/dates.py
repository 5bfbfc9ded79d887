"""As of when a figure holds: the day of the happening it is of, or of the words it is told in.

One rule: a date belongs to a figure where it hangs on the counted thing or on the verb above it, not on another act.
"""

from __future__ import annotations

from collections.abc import Iterator

from sitroom.annotate.engine import Token
from sitroom.annotate.figures.phrases import Counted
from sitroom.annotate.reading import Reading
from sitroom.errors import ValueFormatError
from sitroom.model import Event, Statement
from sitroom.values import bounds

_LINKS = frozenset({"pobj", "prep", "compound", "nummod", "npadvmod", "amod", "pcomp"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def as_of(
    reading: Reading, found: Counted, token: Token, said: Statement | None, happening: Event | None
) -> str | None:
    """The stated date of what is counted or lasted, else the day of the utterance, else that of publication (EDTF)."""
    if happening and happening.date:
        return happening.date
    if found.compared:  # another day's value: its own date or none
        return _behind(reading, token)
    counted = found.noun if found.noun is not None else token
    if (found.noun is not None or not found.timed) and (stated := _stated(reading, counted, token, found.timed)):
        return stated
    return (said.date if said else None) or reading.article.published


def _stated(reading: Reading, counted: Token, number: Token, strictly: bool) -> str | None:
    """The date on the counted thing or the verb that governs it; ``strictly`` not by way of a noun in between."""
    governing = {counted.i, *(above.i for above in _to_verb(counted))}
    for time in reading.times_in(reading.span(counted.sent)):
        if time.type not in ("DATE", "TIME") or not _is_day(time.edtf, reading.article.published):
            continue
        token = reading.tokens(time.span).root
        if token.head.lower_ in ("since", "from") or _is_of_another(reading.tokens(time.span).start, counted, number):
            continue
        while token.i not in governing and token.head.i not in governing and token.head.i != token.i:
            if token.head.pos_ in ("VERB", "AUX") or not _passes(token, strictly):
                break
            token = token.head
        if token.i in governing or token.head.i in governing:
            return time.edtf
    return None


def _behind(reading: Reading, number: Token) -> str | None:
    """The date right behind a number, a preposition and a unit between at most."""
    for time in reading.times_in(reading.span(number.sent)):
        start = reading.tokens(time.span).start
        between = number.doc[number.i + 1 : start]
        if (
            time.type == "DATE"
            and number.i < start <= number.i + 4
            and not any(t.is_punct or t.pos_ == "VERB" for t in between)
        ):
            return time.edtf
    return None


def _is_of_another(start: int, counted: Token, number: Token) -> bool:
    """Whether the date stands right behind a number that is not this figure's: "5,580, down from 5,889 a year ago"."""
    before = counted.doc[start - 1] if start > counted.sent.start else None
    if before is not None and before.pos_ == "ADP" and before.i > counted.sent.start:
        before = before.nbor(-1)
    return before is not None and before.like_num and before.i > counted.i and abs(before.i - number.i) > 1


def _is_day(edtf: str | None, published: str | None) -> bool:
    """Whether a date is another than the running year, month or week, which say no more than publication does."""
    try:
        stated, today = bounds(edtf), bounds(published)
    except ValueFormatError:
        return False
    return stated is not None and (today is None or stated.days == 1 or not stated.covers(today))


def _passes(token: Token, strictly: bool) -> bool:
    if strictly and token.dep_ == "prep" and token.head.pos_ in ("NOUN", "PROPN"):
        return False
    return token.dep_ in _LINKS or (not strictly and token.dep_ in _SUBJECTS)


def _to_verb(token: Token) -> Iterator[Token]:
    at = token
    while at.head.i != at.i and at.pos_ != "VERB":
        at = at.head
    yield at

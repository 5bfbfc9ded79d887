"""When quoted words were spoken: what "next month" within a quotation counts from.

One rule: only a date that hangs on the verb or noun of speaking, outside the quotation and in its own paragraph, moves
what is quoted; without one the words count from the publication like all others.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from sitroom.annotate.engine import Token, span_of
from sitroom.annotate.quotations import Quotation, Quotations
from sitroom.annotate.reading import Reading
from sitroom.annotate.times.amounts import OfDay
from sitroom.annotate.times.context import Meaning
from sitroom.annotate.times.forms import Calendar
from sitroom.annotate.times.lexer import Node
from sitroom.annotate.times.periods import Period
from sitroom.annotate.times.relative import Deictic, Named, Offset
from sitroom.resources import load
from sitroom.text import Span

_STEPS = 6  # arcs climbed from a date to the verb of speaking
_FORMS = (Calendar, Deictic, Named, Offset, OfDay)
Resolve = Callable[[Node], Meaning | None]


@dataclass(frozen=True, slots=True)
class _Speech:
    """A date of speaking and the region it stands in."""

    node: Node
    region: Span


class Utterances:
    """The dates of speaking of a text, looked up by what they tell the day of."""

    def __init__(self, reading: Reading, nodes: Sequence[Node]) -> None:
        self._reading = reading
        self._quotations = Quotations(reading.article.text, [region.span for region in reading.regions])
        self._speeches: list[_Speech] = []
        self._starts: list[int] = []
        if not any(self._quotations.at(node.start) for node in nodes):
            return
        for node in nodes:
            region = reading.region_at(node.start)
            outside = isinstance(node.data, _FORMS) and not self._quotations.at(node.start)
            if region and outside and _of_speaking(reading, node):
                self._speeches.append(_Speech(node, region.span))
        self._starts = [speech.node.start for speech in self._speeches]

    def day_for(self, node: Node, resolve: Resolve) -> Period | None:
        """The day, month or year that the words around an expression were spoken; ``None`` where the text gives none.

        Args:
            node: The expression.
            resolve: Resolves the date of speaking as it stands outside the quotation.
        """
        quotation = self._quotations.at(node.start) if self._speeches else None
        speech = self._speech_of(quotation) if quotation else None
        meaning = resolve(speech.node) if speech else None
        return meaning.period if meaning and meaning.period and meaning.period.first else None

    def _speech_of(self, quotation: Quotation) -> _Speech | None:
        """The date in the sentences that the quotation touches; else the last one before it in its paragraph."""
        tokens = self._reading.tokens(quotation.span)
        start, end = span_of(tokens[0].sent).start, span_of(tokens[-1].sent).end
        first = bisect_left(self._starts, start)
        own = self._speeches[first : bisect_left(self._starts, end)]
        if own:
            span = quotation.span
            return min(own, key=lambda s: min(abs(s.node.start - span.end), abs(s.node.end - span.start)))
        earlier = self._speeches[first - 1] if first else None
        return earlier if earlier and earlier.region.start <= quotation.span.start < earlier.region.end else None


def _of_speaking(reading: Reading, node: Node) -> bool:
    """Whether a date hangs on a verb of speaking, or on a speech or an interview."""
    root = reading.tokens(node.span).root
    word: Token = root
    for _ in range(_STEPS):
        if word.head.i == word.i:
            return False
        word = word.head
        if word.pos_ in ("ADP", "PART") or node.start <= word.idx < node.end:
            continue
        if word.pos_ in ("NOUN", "PROPN"):
            if word.lemma_.lower() not in _words("speech_nouns"):
                return False
            continue
        return word.pos_ in ("VERB", "AUX") and word.lemma_.lower() in _words("speaking_verbs")
    return False


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(load("times_direction")[name])

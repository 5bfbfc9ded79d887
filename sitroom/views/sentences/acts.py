"""Acts and forecasts as sentences.

One rule: they stand in the words of the report that tells them best.
"""

from __future__ import annotations

from sitroom.record import EventItem, EvidenceItem
from sitroom.views.lookup import Lookup
from sitroom.views.sentences.excerpts import telling_words, whole_sentence
from sitroom.views.sentences.form import one_line, opening
from sitroom.views.sentences.sources import source_of
from sitroom.views.wording import quoted


def act_sentence(event: EventItem, lookup: Lookup) -> tuple[str, list[EvidenceItem]]:
    """Anything else that is reported as done, in the words of the report that says it best; empty where none tells."""
    words = telling_words(event, lookup)
    if words is None:
        return "", []
    said = f"{lookup.outlet(words.article)} reports: {quoted(words.quote)}"
    return one_line(opening(event.date), said), [words, *event.evidence]


def forecast_sentence(event: EventItem, lookup: Lookup) -> tuple[str, list[EvidenceItem]]:
    """Something feared, expected or foretold, never as done."""
    words = whole_sentence(event, lookup)
    by = source_of(event, lookup)
    whose = f"Forecast by {by}" if by else f"Forecast, in the words of {lookup.outlet(words.article)}"
    return one_line(f"{whose}: {quoted(words.quote)}"), [words, *event.evidence]

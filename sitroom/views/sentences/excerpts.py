"""The words of an event that a sentence quotes.

One rule: a whole sentence of the article where it is of readable length and tells of the event, else the words alone.
"""

from __future__ import annotations

from sitroom.record import EventItem, EvidenceItem
from sitroom.views.lookup import Lookup
from sitroom.views.passages import sentence_of
from sitroom.views.wording import LONGEST

_WHOLE, _TOO_FEW = 320, 4
_EARLY = 25
_VERBS = frozenset({"are", "is", "was", "were", "has", "have", "had", "to", "be", "been", "being"})


def telling_words(event: EventItem, lookup: Lookup) -> EvidenceItem | None:
    """For an act: its sentence where the act is what the sentence is about, else the words of the act alone.

    ``None`` where the words alone are too few to tell anything.
    """
    found: list[tuple[int, EvidenceItem]] = []
    for evidence in event.evidence:
        around = _around(evidence, lookup)
        about = evidence.start - around.start < _EARLY or 2 * len(evidence.quote) > len(around.quote)
        first = "".join(evidence.quote.split()[:1])
        bare = first.lower() in _VERBS or (first.islower() and first.endswith(("ed", "ing")))
        if (about or bare) and len(around.quote) <= 2 * _WHOLE:
            found.append((bare + (len(around.quote) > LONGEST), around))
        elif len(evidence.quote.split()) >= _TOO_FEW and not bare:
            found.append((0, evidence))
    return min(found, key=lambda pair: pair[0], default=(0, None))[1]


def whole_sentence(event: EventItem, lookup: Lookup) -> EvidenceItem:
    """The sentence around the first words of the event, where it is of readable length; else the words alone."""
    sentences = ((_around(evidence, lookup), evidence) for evidence in event.evidence)
    found = [around if len(around.quote) <= _WHOLE else evidence for around, evidence in sentences]
    return max(found, key=lambda e: (min(len(e.quote.split()), 8), -found.index(e)))


def _around(evidence: EvidenceItem, lookup: Lookup) -> EvidenceItem:
    article = lookup.article(evidence.article)
    return sentence_of(article, evidence) if article else evidence

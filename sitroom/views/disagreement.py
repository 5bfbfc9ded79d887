"""A disagreement as an item of the record.

One rule: every value keeps the articles that have it and their words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from sitroom.model import digest
from sitroom.record import AboutItem, Aspect, DisagreementItem, EvidenceItem, ValueItem, Verdict
from sitroom.views.assembly import sorted_evidence

_WORDS_OF = {
    "about": "about ", "less_than": "less than ", "at_most": "at most ", "more_than": "more than ",
    "at_least": "at least ",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Said:
    """One value as one article has it."""

    value: str
    article: str
    evidence: EvidenceItem


def item(
    kind: str, key: str, field: Aspect, said: Iterable[Said], verdict: Verdict, note: str | None
) -> DisagreementItem:
    """A disagreement with its values in order, each with its articles and words."""
    by_value: dict[str, list[Said]] = defaultdict(list)
    for one in said:
        by_value[one.value].append(one)
    values = [
        ValueItem(
            value=value,
            articles=sorted({x.article for x in by_value[value]}),
            evidence=sorted_evidence([x.evidence for x in by_value[value]]),
        )
        for value in sorted(by_value)
    ]
    return DisagreementItem(
        id=f"disagreement-{digest(kind, key, field, [v.value for v in values])}",
        about=AboutItem(kind=kind, id=key),
        field=field,
        values=values,
        verdict=verdict,
        note=note,
    )


def bounded(number: str, modifier: str) -> str:
    """A number as a value of a disagreement, with the words for how it is bounded: "at least 40"."""
    return f"{_WORDS_OF.get(modifier, '')}{number}"

"""Sources before a colon and a quotation: 'Minister: "We will stay"', 'From the report: "..."'.

One rule: what stands before the colon is a bare noun phrase that can speak; a label ("Watch:") is no source.
Headlines are the business of ``headlines``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitroom.annotate.statements.drafts import Draft
from sitroom.annotate.statements.frame import Frame
from sitroom.annotate.statements.lexicon import SAID
from sitroom.annotate.statements.phrases import end_of
from sitroom.annotate.statements.speaking import speaker
from sitroom.text import Span

_FURTHEST = 100  # code points before the colon
_DASH = re.compile(r"\s[–—-]{1,2}\s")


def colon_drafts(frame: Frame) -> Iterator[Draft]:
    """A draft for every paragraph that opens with a source, a colon and a quotation."""
    for region in frame.reading.regions:
        if region.kind in ("boilerplate", "byline", "dateline", "title"):
            continue
        span = region.span
        colon = frame.text.find(":", span.start, min(span.end, span.start + _FURTHEST))
        if colon <= span.start or colon + 2 >= span.end or not frame.text[colon + 1].isspace():
            continue
        quotation = frame.quotations.starting_at(frame.after(colon + 1))
        if quotation is None or quotation.is_fragment:
            continue
        draft = _draft(frame, Span(frame.trimmed_start(span.start), colon), quotation.span)
        if draft is not None:
            yield draft


def _draft(frame: Frame, before: Span, quotation: Span) -> Draft | None:
    """What stands before the colon, or behind the last dash there, as the source of the quotation."""
    if before.end <= before.start or frame.quotations.within(before):
        return None
    dashes = list(_DASH.finditer(frame.text, before.start, before.end))
    start = dashes[-1].end() if dashes else before.start
    if start >= before.end:
        return None
    tokens = frame.reading.tokens(Span(start, before.end))
    opening = next((t for t in tokens[:3] if t.lower_ == "from"), None)  # "(More) from the report: ..."
    if opening is not None and end_of(opening) + 1 < before.end:
        start = end_of(opening) + 1
    found = speaker(frame, Span(start, before.end), with_states=True)
    if found is None:
        return None
    head, phrase = found
    return Draft(head, Span(before.end, before.end + 1), SAID, [quotation], "quote", head, phrase, order=head.i)

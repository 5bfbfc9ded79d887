"""Demands in a list under a heading: "Kenya has two demands:" and the lines below it, each a demand of its own.

One rule: only lines that the page marks as items, right below a line that ends with a colon and names the demands; a
line is a demand where it opens with an act ("Open the border") or a thing ("An end to the raids").
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sitroom.annotate.engine import Token, span_of
from sitroom.annotate.events import conditions
from sitroom.annotate.lemmas import lemma_of
from sitroom.annotate.reading import Reading
from sitroom.model import Event
from sitroom.resources import listed
from sitroom.text import Span

_MOST = 12
_LONGEST = 300


def listings(reading: Reading, found: Iterable[Event]) -> list[Event]:
    """One demand for every item under the heading of a demand that is found already."""
    heads = [e for e in found if e.type == "REQUEST" and e.actors]
    made: list[Event] = []
    regions = reading.regions
    for event in sorted(heads, key=lambda e: e.trigger):
        at = next((n for n, region in enumerate(regions) if region.span.covers(event.trigger)), None)
        if at is None or not _is_heading(reading, event, regions[at].span):
            continue
        for region in regions[at + 1 : at + 1 + _MOST]:
            if region.kind != "item":
                break
            if item := _item(reading, event, region.span):
                made.append(item)
    return made


def _is_heading(reading: Reading, event: Event, paragraph: Span) -> bool:
    head = reading.tokens(event.trigger).root
    near = {lemma_of(head), *(lemma_of(t) for t in head.subtree)}
    return paragraph.of(reading.article.text).rstrip().endswith(":") and bool(near & listed("needs", "headings"))


def _item(reading: Reading, event: Event, paragraph: Span) -> Event | None:
    first = next((t for t in reading.tokens(paragraph) if t.is_alpha and paragraph.covers(span_of(t))), None)
    if first is None or not _demands(first):
        return None
    end = min(first.sent[-1].idx + len(first.sent[-1]), paragraph.end, first.idx + _LONGEST)
    content = conditions.tidy(Span(first.idx, end), reading.article.text)
    if content is None:
        return None
    return replace(
        event, key=f"{event.key}.l{first.i}", trigger=span_of(first), evidence=content, content=content, condition=None,
        polarity=None, consequence=None, deadline=None,
    )  # fmt: skip


def _demands(first: Token) -> bool:
    """Whether the line opens with an act in the bare form or with a thing that is no subject of a sentence."""
    root = first.sent.root
    subject = any(c.dep_ in ("nsubj", "nsubjpass") for c in root.children)
    if first.tag_ in ("VB", "VBP") or (first.i == root.i and first.pos_ == "VERB" and not subject):
        return not subject
    bullet = not root.is_alpha  # the parser took the mark of the item for the head of the line
    return (root.pos_ == "NOUN" or (bullet and first.pos_ in ("DET", "NOUN", "ADJ", "NUM"))) and not subject

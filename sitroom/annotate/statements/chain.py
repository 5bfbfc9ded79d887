"""The chain between the words and the reader: who passes on what another has said.

One rule: a link is there only where the text shows it, the one nearest to the speaker first.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from sitroom.annotate.engine import Token
from sitroom.annotate.reading import Reading
from sitroom.annotate.statements.drafts import Draft
from sitroom.annotate.statements.frame import Frame
from sitroom.annotate.statements.phrases import hull
from sitroom.annotate.statements.speakers import Speaker
from sitroom.model import Via, ViaRole
from sitroom.resources import load


@cache
def _words() -> dict[str, Any]:
    data = load("sources")
    return {
        "agencies": tuple(data["agencies"]),
        "outlets": frozenset(data["outlets"]),
        "spokesperson": tuple(data["spokesperson"]),
        "reporters": frozenset(data["reporters"]),
    }


def is_outlet(reading: Reading, token: Token) -> bool:
    """Whether a phrase names a news outlet or agency."""
    mention = reading.mention_at(token)
    if mention is not None:
        actor = reading.actor(mention.actor)
        if actor.subtype in ("outlet", "agency", "media", "news agency", "newspaper", "broadcaster"):
            return True
        if actor.type in ("person", "country", "place"):
            return False
    if token.pos_ != "PROPN":
        return False
    text = " ".join(t.text for t in token.subtree)[:80]
    return _agency(text) or any(word in f" {text.lower()} " for word in (f" {w} " for w in _words()["outlets"]))


def _agency(text: str) -> bool:
    return any(f" {name} " in f" {text} " for name in _words()["agencies"])


def own_link(frame: Frame, told: list[Token]) -> tuple[Via, ...]:
    """The outlet that was told."""
    for token in told:
        if is_outlet(frame.reading, token):
            span = frame.trimmed(hull(token))
            if span is not None:
                text = span.of(frame.text)
                mention = frame.reading.mention_at(token)
                return (Via(text, span, mention.actor if mention else None, "agency" if _agency(text) else "outlet"),)
    return ()


def link_of(frame: Frame, draft: Draft, speaker: Speaker) -> Via | None:
    """A source as a link in the chain of what it passes on."""
    if draft.source_span is None or (draft.entry is not None and draft.entry.kind == "show" and not speaker.document):
        return None
    text = draft.source_span.of(frame.text)
    return Via(text, draft.source_span, speaker.speaker or speaker.affiliation, _role(frame, draft, speaker, text))


def _role(frame: Frame, draft: Draft, speaker: Speaker, text: str) -> ViaRole:
    lower = text.lower()
    if any(word in lower for word in _words()["spokesperson"]):
        return "spokesperson"
    if speaker.document is not None:
        return "document"
    if _agency(text):
        return "agency"
    if draft.source is not None and is_outlet(frame.reading, draft.source):
        return "outlet"
    if speaker.speaker is not None:
        actor = frame.reading.actor(speaker.speaker)
        if actor.type == "person" and not actor.roles:
            return "witness"
    return "official"

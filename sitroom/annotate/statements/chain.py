"""The chain between the words and the reader: who passes on what another has said.

One rule: a link is there only where the text shows it, the one nearest to the speaker first.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from sitroom.annotate.engine import Token
from sitroom.annotate.statements.drafts import Draft
from sitroom.annotate.statements.frame import Frame
from sitroom.annotate.statements.passing import is_agency, is_medium, named_medium, obtained_by, passing_words
from sitroom.annotate.statements.phrases import antecedent, end_of, hull, is_relative
from sitroom.annotate.statements.speakers import Speaker
from sitroom.annotate.statements.words import source_words
from sitroom.model import Via, ViaRole
from sitroom.resources import listed, load
from sitroom.text import Span


@cache
def _spokespeople() -> tuple[str, ...]:
    return tuple(load("sources")["spokesperson"])


def own_links(frame: Frame, draft: Draft, told: list[Token]) -> tuple[Via, ...]:
    """Those between the words and the reader whom the statement's own clause names: who quotes, has seen, was told."""
    found: list[Via] = []
    seen = obtained_by(draft.source) if draft.source is not None and _is_document(draft.source) else []
    mouths = list(_mouthpieces(draft))
    through = [antecedent(token) for token in draft.through]
    for token in [*mouths, *through, *seen, *(named_medium(t) for t in told), *_carriers(draft)]:
        if token in through or token in mouths or is_medium(frame.reading, token) or _publishes(token):
            span = frame.trimmed(_short(hull(token), token))
            if span is not None and span.start not in (v.span.start for v in found if v.span):
                found.append(_link(frame, token, span))
    return tuple(found)


def _mouthpieces(draft: Draft) -> Iterator[Token]:
    """Who spoke the words for the source: "said through a lawyer", "in a statement read by his spokeswoman"."""
    for preposition, thing in _beside(draft):
        lemma = thing.lemma_.lower()
        if preposition.lower_ in ("through", "via") and lemma in source_words()["mouthpieces"]:
            yield thing
        elif lemma in source_words()["documents"] or lemma in listed("circumstances", "occasions"):
            yield from (agent for agent in obtained_by(thing) if agent.lemma_.lower() in source_words()["mouthpieces"])


def _carriers(draft: Draft) -> Iterator[Token]:
    """Who brought the text or the remarks in which it was said: "in a statement carried by the state news agency"."""
    for _, thing in _beside(draft):
        lemma = thing.lemma_.lower()
        if lemma in source_words()["documents"] or lemma in listed("circumstances", "occasions"):
            yield from (named_medium(agent) for agent in obtained_by(thing))


def _beside(draft: Draft) -> Iterator[tuple[Token, Token]]:
    """The prepositions beside the cue, outside what was said, each with its object; also behind "speaking"."""
    if draft.head is None or draft.pattern in ("adjunct", "noun", "cited"):
        return
    heads = [draft.head, *[c for c in draft.head.children if c.dep_ == "advcl" and c.tag_ == "VBG"]]
    for head in heads:
        for child in head.children:
            if child.dep_ == "prep" and not any(s.start <= child.idx < s.end for s in draft.content):
                yield from ((child, thing) for thing in child.children if thing.dep_ == "pobj")


def _is_document(token: Token) -> bool:
    return token.lemma_.lower() in source_words()["documents"]


def _short(span: Span, token: Token) -> Span:
    """Without relative clauses and appositions behind the name."""
    ends = [c.left_edge.idx for c in token.children if c.i > token.i and c.dep_ in ("relcl", "acl", "appos", "punct")]
    return Span(span.start, max(end_of(token), min([span.end, *ends])))


def _link(frame: Frame, token: Token, span: Span) -> Via:
    text = span.of(frame.text)
    mention = frame.reading.mention_at(token)
    return Via(text, span, mention.actor if mention else None, _role_of(frame, token, text))


def _role_of(frame: Frame, token: Token, text: str) -> ViaRole:
    if any(word in text.lower() for word in _spokespeople()):
        return "spokesperson"
    if is_agency(text):
        return "agency"
    return "outlet" if is_medium(frame.reading, token) or _publishes(token) else "official"


def link_of(frame: Frame, draft: Draft, speaker: Speaker) -> Via | None:
    """A source as a link in the chain of what it passes on."""
    if draft.source_span is None or (draft.entry is not None and draft.entry.kind == "show" and not speaker.document):
        return None
    span = draft.source_span
    if draft.source is not None and is_relative(draft.source):
        who = antecedent(draft.source)  # "the aide who said that ...": the aide passes it on
        span = frame.trimmed(_short(hull(who), who)) or span
    text = span.of(frame.text)
    return Via(text, span, speaker.speaker or speaker.affiliation, _role(frame, draft, speaker, text))


def _publishes(source: Token) -> bool:
    """ "state television", "a local newspaper": a medium without a name."""
    return source.pos_ == "NOUN" and source.lemma_.lower() in passing_words()["media"]


def _role(frame: Frame, draft: Draft, speaker: Speaker, text: str) -> ViaRole:
    lower = text.lower()
    if any(word in lower for word in _spokespeople()):
        return "spokesperson"
    if speaker.document is not None:
        return "document"
    if is_agency(text):
        return "agency"
    if draft.source is not None and (is_medium(frame.reading, draft.source) or _publishes(draft.source)):
        return "outlet"
    if speaker.speaker is not None:
        actor = frame.reading.actor(speaker.speaker)
        if actor.type == "person" and not actor.roles and actor.known is None:
            return "witness"
    elif draft.source is not None and antecedent(draft.source).lemma_.lower() in source_words()["witnesses"]:
        return "witness"
    return "official"

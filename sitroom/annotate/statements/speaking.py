"""Short phrases for somebody who can speak, as they stand beside a colon or a dash: "Lavrov", "EU envoy", "Report".

One rule: a name, or a noun for people without one or for texts that speak; what a preposition adds is left out.
"""

from __future__ import annotations

from collections.abc import Sequence

from sitroom.annotate.engine import Token
from sitroom.annotate.statements.frame import Frame
from sitroom.annotate.statements.labels import is_rubric
from sitroom.annotate.statements.lexicon import lexicon
from sitroom.annotate.statements.phrases import end_of
from sitroom.annotate.statements.words import source_words
from sitroom.text import Span

_LONGEST = 12  # words
_FINITE = frozenset({"VBD", "VBZ", "VBP"})


def speaker(frame: Frame, span: Span, with_states: bool) -> tuple[Token, Span] | None:
    """The head of a short phrase for somebody who can speak, with the phrase; what a preposition adds is left out."""
    phrase = frame.trimmed(span)
    if phrase is None or is_rubric(phrase.of(frame.text)) or phrase.of(frame.text).count(" ") >= _LONGEST:
        return None
    tokens = [t for t in frame.reading.tokens(phrase) if t.idx >= phrase.start]
    if len(tokens) > 1 and tokens[-1].tag_ in _FINITE and tokens[-1].lemma_.lower() in lexicon().speech:
        return None  # "Ana Torres, the mayor, said: ..." has its cue
    cut = next((i for i, t in enumerate(tokens) if i and (t.pos_ == "ADP" or t.text in (",", "(", "and"))), len(tokens))
    if cut < len(tokens) and tokens[cut].lower_ in ("of", "and"):
        cut = len(tokens)
    tokens = tokens[:cut]
    if not tokens or tokens[0].pos_ == "ADP" or any(t.tag_ in ("VBD", "VBZ", "MD") for t in tokens[:-1]):
        return None
    head = _head(frame, tokens)
    if head is None or not _can_speak(frame, head, with_states):
        return None
    return head, Span(phrase.start, min(phrase.end, max(end_of(tokens[-1]), end_of(head))))


def _head(frame: Frame, tokens: Sequence[Token]) -> Token | None:
    before = next((i for i, t in enumerate(tokens) if i and t.lower_ == "of"), len(tokens))
    nouns = [t for t in tokens[:before] if t.pos_ in ("NOUN", "PROPN") or frame.reading.mention_at(t) is not None]
    words = [t for t in tokens[:before] if t.text[0].isalnum()]
    return nouns[-1] if nouns and nouns[-1] == words[-1] else None


def _can_speak(frame: Frame, head: Token, with_states: bool) -> bool:
    words, lemma = source_words(), head.lemma_.lower()
    mention = frame.reading.mention_at(head)
    if mention is not None and mention.form != "pronoun":
        return mention.type in ("person", "organization", "group") or (with_states and mention.type == "country")
    return lemma in words["unnamed"] or lemma in words["documents"]

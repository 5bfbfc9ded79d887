"""Cue verbs: which verbs of a text attribute, in which readings.

One rule: a cue is found by its lemma and the words that must follow it; where its content stands is not asked here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sitroom.annotate.engine import Doc, Token, text_of
from sitroom.annotate.statements.lexicon import Lexicon, VerbEntry
from sitroom.annotate.statements.phrases import end_of, verb_group
from sitroom.resources import listed
from sitroom.text import Span

_WINDOW = 3


_ATTRIBUTIVE = frozenset({"amod", "aux", "auxpass", "compound"})
_CLAUSAL = frozenset({"ROOT", "ccomp", "conj", "relcl", "advcl", "parataxis"})


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb that attributes: ``span`` with auxiliaries, ``last`` its last token, ``entries`` its readings."""

    verb: Token
    span: Span
    last: Token
    entries: tuple[VerbEntry, ...]

    def entry(self, take: str) -> VerbEntry | None:
        """The first reading that takes such content."""
        return next((entry for entry in self.entries if take in entry.takes), None)


def find_cues(doc: Doc, lexicon: Lexicon) -> Iterator[Cue]:
    """Cue verbs and adjectives of state in order."""
    for token in doc:
        cue: Cue | None = None
        if (
            token.dep_ in ("acomp", "attr")
            and token.head.lemma_ in listed("cues", "copulas")
            and token.i > token.head.i
        ):
            cue = _predicate_cue(token, lexicon)
        elif token.tag_ == "VBN" and (entry := lexicon.adjectives.get(token.lower_)) and _is_state(token):
            cue = Cue(token, verb_group(token, 0), token, (entry, *lexicon.verbs.get(token.lemma_, ())))
        elif (lemma := _verb_lemma(token, lexicon)) and (readings := lexicon.verbs.get(lemma)):
            cue = _verb_cue(token, readings)
        if cue is not None:
            yield cue


def _predicate_cue(token: Token, lexicon: Lexicon) -> Cue | None:
    """ "is confident", "was a critic": the copula belongs to the cue, with the article before the noun."""
    entry = lexicon.adjectives.get(token.lower_) if token.dep_ == "acomp" else lexicon.supporters.get(token.lemma_)
    if entry is None:
        return None
    return Cue(token, Span(verb_group(token.head, 0).start, end_of(token)), token, (entry,))


def _is_state(token: Token) -> bool:
    """A participle for a state of mind ("was convinced that"), not for what somebody did to the subject."""
    return any(c.dep_ == "auxpass" for c in token.children) and not any(c.dep_ == "agent" for c in token.children)


def _verb_lemma(token: Token, lexicon: Lexicon) -> str | None:
    """The lemma of a verb, ``None`` for what is none; in headlines verbs pass for names and nouns."""
    lemma = token.lemma_.lower()
    if token.pos_ in ("VERB", "AUX"):
        return lexicon.lemmas.get(lemma, lemma) if token.dep_ not in _ATTRIBUTIVE else None
    if token.pos_ not in ("NOUN", "PROPN") or token.dep_ not in _CLAUSAL:
        return None
    if any(c.dep_ in ("cop", "det", "poss", "amod", "case") for c in token.children):
        return None
    if not any(c.dep_ == "nsubj" and c.i < token.i for c in token.children):
        return None
    lemma = token.lower_
    return next(
        (form for form in (lemma, lemma.removesuffix("s"), lemma.removesuffix("es")) if form in lexicon.verbs), None
    )


def _verb_cue(token: Token, readings: tuple[VerbEntry, ...]) -> Cue | None:
    special: list[VerbEntry] = []
    last = token
    for entry in readings:
        if not entry.follow:
            continue
        if (end := _followed(token, entry.follow)) is not None and (last == token or end.i == last.i):
            special.append(entry)
            last = end
    entries = tuple(special) or tuple(entry for entry in readings if not entry.follow)
    if not entries:
        return None
    group = verb_group(_governor(token), 0)
    start = min(group.start, token.idx) if group.start < token.idx else token.idx
    if start < token.idx and text_of(token.doc)[start : token.idx].count(" ") > 6:
        start = verb_group(token, 0).start
    return Cue(token, Span(min(start, verb_group(token, 0).start), max(end_of(last), end_of(token))), last, entries)


def begins_with(verb: Token) -> bool:
    """Whether an infinitive belongs to a verb with which its group begins: "declined to say", "went on to say"."""
    return _governor(verb) != verb


def _governor(token: Token) -> Token:
    """The verb that "declined to say" and "went on to say" begin with; the token itself elsewhere."""
    at = token
    for _ in range(2):
        if at.dep_ == "xcomp" and at.head.lemma_ in listed("cues", "begins") and at.head.i < at.i:
            at = at.head
    return at


def _followed(token: Token, words: tuple[str, ...]) -> Token | None:
    """The token of the last of the words, where they follow the token with nothing but light words between."""
    doc, at, skipped = token.doc, token.i + 1, 0
    last = token
    for word in words:
        while at < len(doc) and doc[at].lower_ != word and doc[at].lemma_ != word and skipped < _WINDOW:
            if doc[at].lower_ not in listed("cues", "between"):
                return None
            at, skipped = at + 1, skipped + 1
        if at >= len(doc) or (doc[at].lower_ != word and doc[at].lemma_ != word):
            return None
        last, at = doc[at], at + 1
    return last

"""Where reported content ends: before what the reporter adds to it.

One rule: quoted words are never cut; what cannot be told apart from the speaker's own words stays.
"""

from __future__ import annotations

from sitroom.annotate.engine import Token
from sitroom.annotate.statements.cues import Cue
from sitroom.annotate.statements.frame import Frame
from sitroom.annotate.statements.lexicon import lexicon
from sitroom.text import Span


def cut(frame: Frame, cue: Cue, span: Span) -> Span:
    """Without what stands outside: ", according to ...", ", while calling for ...", a further cue or consequence."""
    for token in frame.reading.tokens(span):
        if token.text != "," or token.idx <= span.start or token.i + 3 >= len(token.doc):
            continue
        closes = token.nbor(1).text == '"'
        following, second = token.nbor(1 + closes), token.nbor(2 + closes)
        if following.lower_ == "according" or _adds(following, second):
            around = frame.quotations.at(following.idx)
            if around is None or around is frame.quotations.at(cue.verb.idx):
                frame.lifted[following.i] = frame.lifted[second.i] = cue.verb
                return Span(span.start, token.idx + 2 if closes else token.idx)
    return _without_aside(frame, cue, span)


def _without_aside(frame: Frame, cue: Cue, span: Span) -> Span:
    """Without the relative clause or apposition behind a comma with which the reporter explains the last noun."""
    if frame.quotations.at(cue.verb.idx) is not None or span.of(frame.text)[-1:] in "\"\u201d'\u2019":
        return span
    tokens = frame.reading.tokens(span)
    last = tokens[-1]
    for token in tokens:
        if token.text != "," or token.idx <= span.start or token.i + 1 > last.i:
            continue
        following = token.nbor(1)
        aside = _aside(token)
        closes = aside is not None and aside.left_edge.i >= following.i and aside.right_edge.i >= last.i
        if closes and not frame.quotations.within(Span(token.idx, span.end)):
            return Span(span.start, token.idx)
    return span


def _aside(comma: Token) -> Token | None:
    """The head of a relative clause or apposition that a comma opens."""
    following = comma.nbor(1)
    if following.lower_ in ("which", "who", "whom", "whose"):
        return next((a for a in (following, *following.ancestors) if a.dep_ == "relcl"), None)
    if following.lower_ in ("a", "an", "the"):
        return next(
            (a for a in (following, *following.ancestors) if a.dep_ == "appos" and a.left_edge == following), None
        )
    return None


def _adds(first: Token, second: Token) -> bool:
    """Whether a participle behind a comma goes on from the one who spoke ("..., adding that ...")."""
    words = lexicon()
    if first.tag_ == "VBG":
        return first.lemma_.lower() in words.additions or first.lemma_.lower() in words.consequences
    return first.lower_ == "while" and second.tag_ == "VBG" and second.lemma_.lower() in words.verbs

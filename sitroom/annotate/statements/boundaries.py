"""Where reported content ends: behind all that hangs on the cue and tells what was said, before what the reporter adds.

One rule: quoted words are never cut; what cannot be told apart from the speaker's own words stays.

How far content goes on to further quoted words is the business of ``reaching``.
"""

from __future__ import annotations

from sitroom.annotate.engine import Token
from sitroom.annotate.statements.cues import Cue
from sitroom.annotate.statements.frame import Frame
from sitroom.annotate.statements.lexicon import lexicon
from sitroom.annotate.statements.phrases import FINITE, TENSED, end_of, own_subject
from sitroom.annotate.statements.words import source_words
from sitroom.resources import listed
from sitroom.text import Span

_PHRASED = frozenset({"object", "as", "with", "object-to"})
_QUOTES = "\"\u201d'\u2019"
_DASHES = frozenset({"\u2014", "\u2013", "--", "-", "―"})


def bounded(frame: Frame, cue: Cue, pattern: str, span: Span) -> Span:
    """The content's span with what belongs to it, and without what stands outside."""
    span = _extended(frame, cue, pattern, span)
    short = cut(frame, cue, span)
    named = pattern == "as" and " as " in span.of(frame.text) and " as " not in f" {short.of(frame.text)}"
    return span if named else short


def _extended(frame: Frame, cue: Cue, pattern: str, span: Span) -> Span:
    """With the phrases right behind it that the parser has hung on the cue instead."""
    tokens = frame.reading.tokens(span)
    if pattern not in _PHRASED or not len(tokens):
        return span
    last = tokens[-1]
    children = sorted(
        (c for c in (*cue.verb.children, *(cue.last.children if cue.last != cue.verb else ())) if c.i > last.i),
        key=lambda c: c.i,
    )
    for child in children:
        if child.left_edge.i != last.i + 1 or frame.quotations.at(cue.verb.idx) is not frame.quotations.at(child.idx):
            continue
        if _phrase_belongs(frame, cue, child):
            last = child.right_edge
    return Span(span.start, max(span.end, end_of(last)))


def _phrase_belongs(frame: Frame, cue: Cue, child: Token) -> bool:
    if child.dep_ in ("acl", "advcl") and child.tag_ == "VBG" and child.left_edge == child:
        return any(e.kind == "show" for e in cue.entries)
    if child.dep_ == "advmod" and any(e.kind == "show" for e in cue.entries):
        return True
    if child.dep_ != "prep" or child.lower_ in listed("reports", "outside"):
        return False
    inner = next((c for c in child.children if c.dep_ == "pobj"), None)
    if inner is None or inner.lemma_.lower() in source_words()["occasions"]:
        return False
    return not frame.times_in(Span(child.idx, end_of(child.right_edge)))


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
                return _before_others(frame, cue, Span(span.start, token.idx + 2 if closes else token.idx))
    return _without_aside(frame, cue, _before_others(frame, cue, span))


def _before_others(frame: Frame, cue: Cue, span: Span) -> Span:
    """Without the clause in which somebody else speaks: "..., while the opposition says ...", "...; Ankara denied"."""
    told = False
    for token in frame.reading.tokens(span):
        told = told or token.tag_ in FINITE
        if token.text not in (",", ";") or not told or token.i + 3 >= len(token.doc):
            continue
        opens = token.nbor(1)
        if token.text == "," and _is_ascribed(frame, token, span, cue):
            return Span(span.start, token.idx)
        if token.text == "," and opens.lower_ not in listed("reports", "contrasting"):
            continue
        if frame.quotations.at(token.idx) is not frame.quotations.at(cue.verb.idx):
            continue
        if any(_is_others(frame, verb, token, cue) for verb in frame.reading.tokens(Span(token.idx, span.end))):
            return Span(span.start, token.idx)
    return span


def _is_ascribed(frame: Frame, comma: Token, span: Span, cue: Cue) -> bool:
    """Whether the words behind a comma ascribe all before them to somebody: "..., the agency reported"."""
    if comma.nbor(1).pos_ not in ("PROPN", "NOUN", "DET", "ADJ", "NUM"):
        return False
    if frame.quotations.at(comma.idx) is not frame.quotations.at(cue.verb.idx):
        return False
    for verb in frame.reading.tokens(Span(comma.idx, span.end)):
        if verb.i <= comma.i or verb.pos_ != "VERB":
            continue
        if verb.tag_ == "VBN":
            cited = verb.lemma_.lower() in listed("circumstances", "citing")
            subject = next((c for c in verb.children if c.dep_ == "nsubjpass" and c.i > comma.i), None)
            return cited and subject is not None and subject.left_edge.i == comma.i + 1
        if verb.tag_ not in TENSED or verb.lemma_.lower() not in lexicon().speech:
            return False
        subject = own_subject(verb)
        behind = [c for c in verb.children if c.i > verb.i]
        return (
            subject is not None
            and subject.left_edge.i == comma.i + 1
            and not any(c.dep_ in ("dobj", "ccomp", "xcomp", "acomp", "oprd", "conj") for c in behind)
        )
    return False


def _is_others(frame: Frame, verb: Token, mark: Token, cue: Cue) -> bool:
    """Whether a finite verb of speech behind a mark has a subject right there that is no pronoun."""
    if verb.i <= mark.i or verb.tag_ not in ("VBD", "VBZ", "VBP", "VBN") or verb.lemma_.lower() not in lexicon().speech:
        return False
    subject = own_subject(verb)
    if subject is None or subject.tag_ in ("PRP", "WP", "WDT") or subject.left_edge.i not in (mark.i + 1, mark.i + 2):
        return False
    return frame.quotations.at(verb.idx) is frame.quotations.at(cue.verb.idx)


def _without_aside(frame: Frame, cue: Cue, span: Span) -> Span:
    """Without the words behind a comma or dash with which the reporter explains, contrasts or goes on."""
    if frame.quotations.at(cue.verb.idx) is not None or span.of(frame.text)[-1:] in _QUOTES:
        return span
    tokens = frame.reading.tokens(span)
    if not len(tokens):
        return span
    last = tokens[-1]
    for token in tokens[1:]:
        if token.text != "," and token.text not in _DASHES and token.dep_ != "cc":
            continue
        if token.idx <= span.start or token.i >= last.i or frame.quotations.within(Span(token.idx, span.end)):
            continue
        if token.text in _DASHES and _is_lone_dash(token, tokens[0], last):
            return Span(span.start, token.idx)
        if token.text == "," and _is_aside(token, last):
            return Span(span.start, token.idx)
        if token.dep_ == "cc" and token.i > tokens[0].i + 2 and _tells_anew(token, last):
            return Span(span.start, token.idx)
    return span


def _is_lone_dash(dash: Token, first: Token, last: Token) -> bool:
    """A dash between spaces behind which no second one closes the aside."""
    if not (dash.nbor(-1).whitespace_ and dash.whitespace_):
        return False
    return sum(token.text in _DASHES for token in dash.doc[first.i : last.i + 1]) == 1


def _is_aside(comma: Token, last: Token) -> bool:
    """Whether a comma opens a relative clause or an apposition that closes the span."""
    following = comma.nbor(1)
    if following.lower_ in ("which", "who", "whom", "whose"):
        head = next((a for a in (following, *following.ancestors) if a.dep_ == "relcl"), None)
    elif following.lower_ in ("a", "an", "the"):
        head = next(
            (a for a in (following, *following.ancestors) if a.dep_ == "appos" and a.left_edge == following), None
        )
    else:
        head = None
    return head is not None and head.left_edge.i >= following.i and head.right_edge.i >= last.i


def _tells_anew(joint: Token, last: Token) -> bool:
    """Whether a joined clause has a subject of its own that is said to say something: "..., and the union warned"."""
    verb = next((c for c in joint.head.children if c.dep_ == "conj" and c.i > joint.i), None)
    if verb is None or verb.pos_ != "VERB" or verb.right_edge.i < last.i:
        return False
    subject = own_subject(verb)
    if subject is None or subject.tag_ in ("PRP", "WP", "WDT") or any(c.dep_ == "mark" for c in verb.children):
        return False
    return verb.lemma_.lower() in lexicon().speech


def _adds(first: Token, second: Token) -> bool:
    """Whether a participle behind a comma goes on from the one who spoke ("..., adding that ...")."""
    words = lexicon()
    if first.tag_ == "VBG":
        return first.lemma_.lower() in words.additions or first.lemma_.lower() in words.consequences
    if first.lower_ == "without" and second.tag_ == "VBG":
        return second.lemma_.lower() in words.verbs or second.lemma_.lower() in listed("unsaid", "withheld")
    return first.lower_ == "while" and second.tag_ == "VBG" and second.lemma_.lower() in words.verbs

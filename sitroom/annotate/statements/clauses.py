"""Reported clauses: "said (that) ...", "asked whether ...", also where the parser has hung them elsewhere.

One rule: a clause has a subject and a verb of its own; what goes on from the cue is left out.
"""

from __future__ import annotations

from sitroom.annotate import auxiliary
from sitroom.annotate.engine import Token
from sitroom.annotate.statements.complements import Complement, until
from sitroom.annotate.statements.cues import Cue
from sitroom.annotate.statements.phrases import FINITE, TENSED, end_of, hull, is_relative, own_subject
from sitroom.text import Span

_OPENS = ("mark", "expl", "csubj", "csubjpass", "aux", "auxpass")
_FAR = 8  # tokens that may stand between a cue or a clause's first word and "that"


def reported_clause(cue: Cue, right: list[Token]) -> Complement | None:
    """A finite clause that is reported, or an object with its infinitive that the parser takes for one."""
    entry = cue.entry("clause")
    told = next((c for c in right if c.dep_ in ("dobj", "dative", "iobj")), None)
    if told is not None and told.i < cue.last.i:
        told = None
    for child in right:
        if child.dep_ not in ("ccomp", "advcl") or child.i <= cue.last.i:
            continue
        if child.dep_ == "advcl" and not _reported_advcl(child):
            continue
        subject = own_subject(child)
        if auxiliary.to_infinitive(child) and subject is not None and not has_mark(child):
            if reading := cue.entry("object-to"):
                start = child.left_edge.idx
                return Complement(until(cue, start, child), "object-to", reading, subject)
            continue
        if subject is None and not _opens_clause(child):
            continue
        if _is_gerund(child) and subject is not None and not has_mark(child) and (reading := cue.entry("object-to")):
            return Complement(until(cue, child.left_edge.idx, child), "object-to", reading)
        if child.pos_ in ("NOUN", "ADJ", "PROPN") and own_subject(child) is not None and not _copula(child):
            reading = cue.entry("as")
            if reading:
                return Complement(until(cue, child.left_edge.idx, child), "as", reading, None)
        if entry and (told is None or told.i < child.left_edge.i or told.i > child.i):
            start = max(_clause_start(child), end_of(cue.last))
            span = _with_further(child, right, _without_later(cue, child, until(cue, start, child)))
            return Complement(span, "clause", entry, told, more=_left_out(cue, child))
    far = _far_clause(cue) if entry else None
    return Complement(far, "clause", entry, told) if entry and far else None


def _left_out(cue: Cue, clause: Token) -> tuple[Span, ...]:
    """The noun that a reported clause is about, before a relative clause: "a gap that they say harms the talks"."""
    verb, subject = cue.verb, own_subject(clause)
    if verb.dep_ != "relcl" or (subject is not None and not _stands_for_noun(subject, verb)):
        return ()
    if verb.head.pos_ not in ("NOUN", "PROPN") or (own := own_subject(verb)) is None or is_relative(own):
        return ()
    return (Span(verb.head.left_edge.idx, end_of(verb.head)),)


def _stands_for_noun(subject: Token, verb: Token) -> bool:
    return subject.i < verb.i and (is_relative(subject) or subject.lower_ == "that")


def _with_further(clause: Token, right: list[Token], span: Span) -> Span:
    """With the clauses that stand beside it: "that taxes would rise, that prices would fall and that ..."."""
    last = clause
    for child in right:
        if child.dep_ != "ccomp" or child.i <= last.i or own_subject(child) is None:
            continue
        between = child.doc[last.right_edge.i + 1 : child.left_edge.i]
        if span.end >= end_of(last.right_edge) and all(t.text == "," or t.dep_ == "cc" for t in between):
            span, last = Span(span.start, max(span.end, hull(child).end)), child
    return span


def _without_later(cue: Cue, clause: Token, span: Span) -> Span:
    """Without a verb joined to the reported clause that goes on from the cue: "said it would stay, and praised ..."."""
    reported_as = _tense(clause)
    for child in clause.children:
        if (
            child.dep_ != "conj"
            or own_subject(child) is not None
            or child.pos_ != "VERB"
            or _tense(child) != cue.verb.tag_
        ):
            continue
        joint = next((c for c in clause.children if c.dep_ == "cc" and clause.i < c.i < child.i), None)
        if joint is not None and joint.idx > span.start and reported_as not in (cue.verb.tag_, None):
            return Span(span.start, joint.idx)
    return span


def _tense(verb: Token) -> str | None:
    """The tag of the finite verb of a clause; "MD" where it is a modal."""
    if verb.tag_ in TENSED:
        return str(verb.tag_)
    return next(
        (str(c.tag_) for c in verb.children if c.dep_ in ("aux", "auxpass") and c.tag_ in FINITE),
        None,
    )


def _clause_start(verb: Token) -> int:
    """Where a clause begins: at its "that", also where the parser has put an addressee before it."""
    first = verb.left_edge
    for token in verb.doc[first.i : min(verb.i, first.i + _FAR)]:
        of_noun = token.head.dep_ == "acl" and token.head.head.i in range(first.i, token.i)  # "the claim that ..."
        if token.lower_ == "that" and token.tag_ == "IN" and token.dep_ == "mark" and not of_noun:
            return int(token.idx)
    return int(_word_start(first).idx)


def _word_start(first: Token) -> Token:
    """The first part of a word with hyphens that the parser has taken apart, with its article: "the counter-offer"."""
    start = first
    while start.i > 1 and start.nbor(-1).text == "-" and not (start.nbor(-1).whitespace_ or start.nbor(-2).whitespace_):
        start = start.nbor(-2)
    if start != first and start.i and start.nbor(-1).dep_ == "det" and start.nbor(-1).head == start:
        return start.nbor(-1)
    return start


def _far_clause(cue: Cue) -> Span | None:
    """A clause with "that" later in the sentence, which the parser has hung on a noun in between."""
    if cue.verb.dep_ == "amod" or (cue.verb.tag_ == "VBN" and cue.verb.dep_ == "advcl"):
        return None
    end = cue.verb.sent.end
    for token in cue.verb.doc[cue.last.i + 1 : min(end, cue.last.i + 1 + 2 * _FAR)]:
        if token.pos_ == "VERB" and token.dep_ in ("conj", "ROOT", "ccomp") and token.head.i <= cue.verb.i:
            return None
        if token.text in (",", ";", ":", '"'):
            return None
        if token.lower_ == "that" and (verb := _opened_by(token, cue)) is not None:
            return Span(token.idx, max(hull(verb).end, token.idx + 5))
    return None


def _opened_by(that: Token, cue: Cue) -> Token | None:
    """The verb of the clause that "that" opens. Behind an adjunct ("said in a call that the talks had failed") the
    parser often reads a relative clause, whose verb then has a subject of its own."""
    if that.dep_ == "mark" and that.head.i > that.i:
        noun = that.head.head
        told = that.head.dep_ == "acl" and noun.dep_ == "dobj" and noun.head == cue.verb
        return that.head if cue.entries[0].kind == "speech" and not told else None
    verb = that.head if that.head.i > that.i else None
    if verb is None or verb.dep_ != "relcl" or (subject := own_subject(verb)) is None or subject == that:
        return None
    adjunct = verb.head.head
    return verb if adjunct.dep_ in ("prep", "agent") and adjunct.head in (cue.verb, cue.last) else None


def _opens_clause(verb: Token) -> bool:
    """Whether a clause without a subject is one all the same: it has a conjunction, auxiliary or question word."""
    if verb.tag_ == "VBG":
        return has_mark(verb)
    return any(c.dep_ in _OPENS or c.tag_ in ("WP", "WRB", "WDT") for c in verb.children)


def _is_gerund(verb: Token) -> bool:
    return verb.tag_ == "VBG" and not any(c.dep_ in ("aux", "auxpass") for c in verb.children)


def _copula(child: Token) -> bool:
    return any(c.dep_ in ("cop", "aux", "auxpass") for c in child.children)


def has_mark(verb: Token) -> bool:
    """Whether "that", "whether" or "if" opens the verb's clause."""
    return any(c.dep_ == "mark" and c.lower_ in ("that", "whether", "if") for c in verb.children)


def _reported_advcl(child: Token) -> bool:
    return any(c.dep_ == "mark" and c.lower_ in ("that", "whether") for c in child.children)

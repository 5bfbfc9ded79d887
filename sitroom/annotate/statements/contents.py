"""What a cue's complement says: the span of a clause, an infinitive, an object or a phrase.

One rule: a complement stands behind its cue in the same clause; quotations and clauses before the cue are
the business of ``quoting``.
"""

from __future__ import annotations

from dataclasses import dataclass

from sitroom.annotate.engine import Token
from sitroom.annotate.statements.cues import Cue
from sitroom.annotate.statements.lexicon import VerbEntry, lexicon
from sitroom.annotate.statements.phrases import agent_of, end_of, hull, is_passive, is_relative, own_subject
from sitroom.text import Span

_ADJUNCTS = frozenset({"in", "during", "amid", "after", "ahead", "on", "at", "before", "by"})
_PREFIXES = frozenset({"de", "re", "pre", "co", "un", "over", "under", "out"})
_OPENS = ("mark", "expl", "csubj", "csubjpass", "aux", "auxpass")
_SAYS_NOTHING = frozenset({
    "themselves", "himself", "herself", "itself", "what", "which", "that", "it", "them", "him", "her", "us", "me",
    "you", "this", "these", "those", "one",
})  # fmt: skip
_FAR = 8  # tokens that may stand between a cue or a clause's first word and "that"
_GAP = 4  # tokens between an object and the phrase that adds to it ("on Monday over ...")
_AS_DEPS = ("oprd", "xcomp", "ccomp", "acomp")


@dataclass(frozen=True, slots=True)
class Complement:
    """Content behind a cue, how it was found, and the reading that allows it; ``addressee`` is the object spoken to."""

    span: Span
    pattern: str
    entry: VerbEntry
    addressee: Token | None = None
    more: tuple[Span, ...] = ()


def complement(cue: Cue) -> Complement | None:
    """The content behind a cue, ``None`` where there is none that its readings allow."""
    right = [child for child in cue.verb.children if child.i > cue.verb.i]
    if cue.last != cue.verb:
        right += [child for child in cue.last.children if child.i > cue.last.i]
    if cue.verb.dep_ in ("acomp", "attr"):  # what a predicate says may hang on its copula
        right += [child for child in cue.verb.head.children if child.i > cue.verb.i and child.dep_ != "punct"]
    for find in (
        _hyphenated,
        _clause,
        _infinitive,
        _named_as,
        _gerund,
        _object,
        _suffered,
        _wished_for,
        _phrase,
        _appearance,
        _antecedent,
    ):
        if found := find(cue, right):
            return found
    return None


def _is_infinitive(verb: Token) -> bool:
    return any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.children)


def _clause(cue: Cue, right: list[Token]) -> Complement | None:
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
        if _is_infinitive(child) and subject is not None and not _has_mark(child):
            if reading := cue.entry("object-to"):
                start = child.left_edge.idx
                return Complement(_until(cue, start, child), "object-to", reading, subject)
            continue
        if subject is None and not _opens_clause(child):
            continue
        if _is_gerund(child) and subject is not None and not _has_mark(child) and (reading := cue.entry("object-to")):
            return Complement(_until(cue, child.left_edge.idx, child), "object-to", reading)
        if child.pos_ in ("NOUN", "ADJ", "PROPN") and own_subject(child) is not None and not _copula(child):
            reading = cue.entry("as")
            if reading:
                return Complement(_until(cue, child.left_edge.idx, child), "as", reading, None)
        if entry and (told is None or told.i < child.left_edge.i or told.i > child.i):
            start = max(_clause_start(child), end_of(cue.last))
            span = _with_further(child, right, _without_later(cue, child, _until(cue, start, child)))
            return Complement(span, "clause", entry, told, more=_left_out(cue, child))
    far = _far_clause(cue) if entry else None
    return Complement(far, "clause", entry, told) if entry and far else None


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


def _tense(verb: Token) -> str | None:
    """The tag of the finite verb of a clause; "MD" where it is a modal."""
    if verb.tag_ in ("VBD", "VBZ", "VBP"):
        return str(verb.tag_)
    return next(
        (str(c.tag_) for c in verb.children if c.dep_ in ("aux", "auxpass") and c.tag_ in ("MD", "VBD", "VBZ", "VBP")),
        None,
    )


def _clause_start(verb: Token) -> int:
    """Where a clause begins: at its "that", also where the parser has put an addressee before it."""
    first = verb.left_edge
    for token in verb.doc[first.i : min(verb.i, first.i + _FAR)]:
        if token.lower_ == "that" and token.tag_ == "IN" and token.dep_ == "mark":
            return int(token.idx)
    return int(first.idx)


def _far_clause(cue: Cue) -> Span | None:
    """A clause with "that" later in the sentence, which the parser has hung on a noun in between."""
    if cue.verb.tag_ == "VBG" and cue.verb.dep_ == "amod":
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
    if that.tag_ == "IN" and that.dep_ == "mark" and that.head.i > that.i:
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
        return _has_mark(verb)
    return any(c.dep_ in _OPENS or c.tag_ in ("WP", "WRB", "WDT") for c in verb.children)


def _is_gerund(verb: Token) -> bool:
    return verb.tag_ == "VBG" and not any(c.dep_ in ("aux", "auxpass") for c in verb.children)


def _copula(child: Token) -> bool:
    return any(c.dep_ in ("cop", "aux", "auxpass") for c in child.children)


def _has_mark(verb: Token) -> bool:
    return any(c.dep_ == "mark" and c.lower_ in ("that", "whether", "if") for c in verb.children)


def _reported_advcl(child: Token) -> bool:
    return any(c.dep_ == "mark" and c.lower_ in ("that", "whether") for c in child.children)


def _split_infinitive(cue: Cue) -> tuple[Token, Span] | None:
    """A "to" before a verb with a hyphen ("to de-escalate"), and the span of its phrase; parsers take it apart."""
    doc = cue.verb.doc
    for token in doc[cue.last.i + 1 : min(cue.verb.sent.end, cue.last.i + 2 * _FAR)]:
        if token.lower_ == "to" and token.i + 3 < len(doc):
            prefix, hyphen = doc[token.i + 1], doc[token.i + 2]
            if prefix.lower_ in _PREFIXES and hyphen.text == "-":
                return token, Span(token.idx, _split_end(doc[token.i + 3]))
    return None


def _hyphenated(cue: Cue, right: list[Token]) -> Complement | None:
    reading = cue.entry("object-to")
    split = _split_infinitive(cue) if reading is not None else None
    if reading is None or split is None:
        return None
    told = next((c for c in right if c.dep_ in ("dobj", "dative") and c.i < split[0].i), None)
    start = hull(told).start if told is not None else split[1].start
    return Complement(Span(min(start, split[1].start), split[1].end), "object-to", reading, told)


def _split_end(verb: Token) -> int:
    """The end of the phrase: before a comma, or a preposition behind the object."""
    last = verb
    for token in verb.doc[verb.i + 1 : verb.sent.end]:
        if token.text in (",", ".", ";", '"') or (
            token.pos_ == "ADP" and token.lower_ in _ADJUNCTS and last.i > verb.i
        ):
            break
        last = token
    return end_of(last)


def _infinitive(cue: Cue, right: list[Token]) -> Complement | None:
    verb = next(
        (c for c in right if c.dep_ in ("xcomp", "advcl", "ccomp") and _is_infinitive(c) and c.i > cue.last.i), None
    )
    if verb is None or (verb.dep_ == "advcl" and not cue.entry("object-to")):
        return None
    told = next((c for c in right if c.dep_ in ("dobj", "dative") and c.i < verb.i), None)
    if told is None and cue.last != cue.verb:
        told = next((c for c in cue.last.children if c.dep_ == "pobj" and c.i < verb.i), None)
    if told is not None:
        reading = cue.entry("object-to")
        return Complement(_until(cue, hull(told).start, verb), "object-to", reading, told) if reading else None
    if is_passive(cue.verb):
        reading = cue.entry("object-to") or cue.entry("clause") or cue.entry("to")
    else:
        reading = cue.entry("to")
    return Complement(_until(cue, verb.left_edge.idx, verb), "to", reading) if reading else None


def _gerund(cue: Cue, right: list[Token]) -> Complement | None:
    """ "proposed cutting taxes", "was against leaving"."""
    reading = cue.entry("object") or cue.entry("object-to")
    if reading is None:
        return None
    for child in right:
        if child.tag_ == "VBG" and child.dep_ in ("xcomp", "pcomp", "ccomp") and own_subject(child) is None:
            if any(token.pos_ not in ("ADV", "PART", "VERB") for token in child.doc[cue.last.i + 1 : child.i]):
                continue
            return Complement(_until(cue, child.left_edge.idx, child), "object", reading)
    return None


def _appearance(cue: Cue, right: list[Token]) -> Complement | None:
    """ "X seems to be ...", "it appears that ...", "sounds like ..."; the subject is added with the source."""
    reading = cue.entry("appear")
    if reading is None:
        return None
    for child in right:
        if child.dep_ in ("xcomp", "oprd", "acomp", "ccomp", "advcl", "attr") or (
            child.dep_ == "prep" and child.lower_ == "like"
        ):
            if cue.verb.lemma_ in ("look", "sound") and child.dep_ in ("xcomp", "attr"):
                continue
            if child.dep_ == "advcl" and not any(
                c.dep_ == "mark" and c.lower_ in ("as", "that", "like") for c in child.children
            ):
                continue
            return Complement(_until(cue, child.left_edge.idx, child), "appear", reading)
    return None


def _named_as(cue: Cue, right: list[Token]) -> Complement | None:
    reading = cue.entry("as")
    if reading is None:
        return None
    thing = next((c for c in right if c.dep_ in ("dobj", "pobj") and c.i > cue.last.i), None)
    if thing is None and cue.last != cue.verb:
        thing = next((c for c in cue.last.children if c.dep_ == "pobj"), None)
    reading = _denial(cue, thing) or reading
    if found := _as_before(cue, right, reading):
        return found
    name = next(
        (c for c in right if c.dep_ in _AS_DEPS and c.i > cue.last.i and c != thing and not _is_clause(c)), None
    )
    if name is None:
        name = next((c for c in right if c.dep_ == "prep" and c.lower_ == "as"), None)
    if name is None:  # "described the talks as difficult", which parsers take for a comparison
        name = next((c for c in right if c.dep_ == "advcl" and c.left_edge.lower_ == "as" and thing is not None), None)
    if name is None and thing is not None:
        name = next((c for c in thing.children if c.dep_ == "prep" and c.lower_ == "as"), None)
        if name is None:
            name = next((c for c in right if c.dep_ == "dobj" and c.i > thing.i), None)
    if name is None:
        return _as_behind(cue, thing, reading)
    first = min(name.left_edge.idx, hull(thing).start) if thing is not None else name.left_edge.idx
    return Complement(_until(cue, first, name), "as", reading)


def _denial(cue: Cue, thing: Token | None) -> VerbEntry | None:
    """The reading as a denial, where the thing is itself something said: "dismissed the report as a lie"."""
    if thing is None or thing.lemma_.lower() not in lexicon().nouns:
        return None
    return next((entry for entry in cue.entries if entry.claim == "denial"), None)


def _as_before(cue: Cue, right: list[Token], reading: VerbEntry) -> Complement | None:
    """ "rejected as baseless the claim that ...": what it is called stands before the thing."""
    if cue.last.i + 2 >= len(cue.last.doc) or cue.last.nbor(1).lower_ != "as" or not right:
        return None
    thing = next((c for c in reversed(right) if c.dep_ in ("dobj", "advcl", "ccomp", "pobj")), None)
    if thing is None:
        return None
    return Complement(_until(cue, cue.last.nbor(1).idx, thing), "as", reading)


def _as_behind(cue: Cue, thing: Token | None, reading: VerbEntry) -> Complement | None:
    """ "described the talks, which lasted hours, as useful": an "as" that the parser hung on the clause in between."""
    if thing is None:
        return None
    for clause in thing.children:
        if clause.dep_ != "relcl":
            continue
        for child in clause.children:
            if child.lower_ == "as" and child.dep_ == "prep" and child.i > clause.i and child.nbor(-1).text == ",":
                return Complement(_until(cue, hull(thing).start, child), "as", reading)
    return None


def _is_clause(verb: Token) -> bool:
    """A clause with a verb of its own, not a name for the object."""
    marked = any(c.dep_ == "mark" for c in verb.children)
    return marked or (verb.tag_ in ("VBD", "VBZ", "VBP", "VB", "MD") and verb.dep_ != "oprd")


def _object(cue: Cue, right: list[Token]) -> Complement | None:
    reading = cue.entry("object")
    thing = next((c for c in right if c.dep_ == "dobj" and c.i > cue.last.i), None)
    if thing is None and cue.last != cue.verb:
        thing = next((c for c in cue.last.children if c.dep_ in ("pobj", "pcomp")), None)
    if thing is None:
        thing = next((c for c in right if c.dep_ == "ccomp" and _names(c)), None)
    if (
        reading is None
        or thing is None
        or thing.lower_ in ("themselves", "himself", "herself", "itself", "what", "which", "that")
    ):
        return None
    span = _until(cue, hull(thing).start, thing)
    for child in right:
        fits = child.dep_ == "prep" and child.lower_ in reading.prepositions
        if fits and span.end <= child.idx and child.i - thing.right_edge.i <= _GAP:
            span = _until(cue, span.start, child)
    for child in right:
        if child.dep_ == "advcl" and _is_condition(child) and 0 <= child.left_edge.idx - span.end <= 2:
            span = _until(cue, span.start, child)
    clause = next((c for c in right if c.dep_ == "ccomp" and c.left_edge.idx > span.end and _has_mark(c)), None)
    return Complement(span, "object", reading, more=(hull(clause),) if clause is not None else ())


def _names(verb: Token) -> bool:
    """ "what he called a breakthrough": a thing under the name that somebody gives it."""
    if verb.left_edge.lower_ != "what":
        return False
    entries = lexicon().verbs.get(verb.lemma_.lower(), ())
    return any("as" in entry.takes for entry in entries) or verb.lemma_ == "say"


def _suffered(cue: Cue, right: list[Token]) -> Complement | None:
    """The subject of a passive, or the noun behind which its participle stands: "the plan was backed by experts"."""
    verb, reading = cue.verb, cue.entry("object")
    if reading is None or not is_passive(verb) or (agent := agent_of(verb)) is None or agent.i < verb.i:
        return None
    noun = verb.head if verb.dep_ == "acl" else own_subject(verb)
    if noun is None or noun.i > verb.i or noun.lower_ in ("it", "there"):
        return None
    end = end_of(noun) if verb.dep_ == "acl" else hull(noun).end
    further = next((c for c in right if c.dep_ == "prep" and c.lower_ in reading.prepositions and c.i > agent.i), None)
    return Complement(
        Span(noun.left_edge.idx, max(end_of(noun), min(end, verb.idx))),
        "suffered",
        reading,
        more=(hull(further),) if further is not None else (),
    )


def _is_condition(verb: Token) -> bool:
    return any(c.dep_ == "mark" and c.lower_ in ("if", "unless", "should") for c in verb.children)


def _antecedent(cue: Cue, right: list[Token]) -> Complement | None:
    """What a relative clause leaves out: "guarantees that Moscow wants", "what she called a mistake"."""
    verb = cue.verb
    subject = own_subject(verb)
    reading = cue.entry("object")
    if verb.dep_ != "relcl" or subject is None or is_relative(subject) or reading is None:
        return None
    noun, first = verb.head, verb.left_edge
    if noun.pos_ not in ("NOUN", "PROPN") or any(
        c.dep_ in ("dobj", "ccomp", "xcomp") and not is_relative(c) for c in right
    ):
        return None
    trailing = next((c for c in right if c.dep_ == "prep" and c.lower_ in reading.prepositions), None)
    start = noun.left_edge.idx
    if first.idx - 1 <= start:
        return None
    return Complement(
        Span(start, first.idx - 1), "object", reading, more=(hull(trailing),) if trailing is not None else ()
    )


def _phrase(cue: Cue, right: list[Token]) -> Complement | None:
    for entry in cue.entries:
        if "with" not in entry.takes:
            continue
        for child in right:
            if (
                child.dep_ == "prep"
                and child.lower_ in entry.prepositions
                and "with" in entry.takes
                and _near(cue, child, right)
            ):
                inner = next((c for c in child.children if c.dep_ in ("pobj", "pcomp")), None)
                if inner is not None:
                    return Complement(_with_purpose(cue, child, right), "with", entry)
    return None


def _wished_for(cue: Cue, right: list[Token]) -> Complement | None:
    """ "called for the mayor to resign": the infinitive with its subject, behind "for"."""
    reading = next((e for e in cue.entries if "for" in e.prepositions), None)
    if reading is None or "with" not in reading.takes:
        return None
    for child in right:
        opens = next((c for c in child.children if c.dep_ == "mark" and c.lower_ == "for"), None)
        subject = own_subject(child)
        if opens is not None and subject is not None and _is_infinitive(child) and opens.i - cue.last.i <= 2:
            return Complement(_until(cue, hull(subject).start, child), "with", reading)
    return None


def _near(cue: Cue, preposition: Token, right: list[Token]) -> bool:
    """Whether only a few words, or the one spoken to, stand between cue and preposition."""
    told = next((c for c in right if c.dep_ in ("dobj", "dative") and c.i < preposition.i), None)
    last = max(cue.last.i, told.right_edge.i) if told is not None else cue.last.i
    return preposition.i - last <= _GAP


def _with_purpose(cue: Cue, preposition: Token, right: list[Token]) -> Span:
    """The phrase with the infinitive behind it ("called for the council to act")."""
    span = _until(cue, end_of(preposition) + 1, preposition)
    for child in right:
        purpose = child.dep_ in ("xcomp", "advcl", "ccomp") and _is_infinitive(child) and own_subject(child) is None
        if purpose and 0 <= child.left_edge.idx - span.end <= 1:
            return _until(cue, span.start, child)
    return span


def _until(cue: Cue, start: int, last: Token) -> Span:
    """From an offset to the end of a subtree, which may not begin before the cue ends."""
    start = max(start, end_of(cue.last) if start < end_of(cue.last) and start > cue.verb.idx else start)
    return Span(start, max(hull(last).end, start + 1))

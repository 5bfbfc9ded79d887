"""Phrases of the parse as spans: subjects, noun phrases, verb groups.

One rule: only syntax here; what a word means is the lexicon's business.
"""

from __future__ import annotations

from sitroom.annotate.engine import Token
from sitroom.annotate.relatives import RELATIVES
from sitroom.resources import listed
from sitroom.text import Span

TENSED = frozenset({"VBD", "VBZ", "VBP"})
FINITE = TENSED | {"MD"}
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_CARRIES_SUBJECT = frozenset({"conj", "advcl", "xcomp", "pcomp", "ccomp", "prep", "dep", "acomp"})
_BEFORE_VERB = frozenset({"aux", "auxpass", "neg", "advmod"})
_LONGEST_NOMINAL = 14  # tokens
_OPENS_NOMINAL = frozenset({"DT", "NNP", "NN", "NNS", "JJ", "PRP", "PRP$", "NNPS", "CD", "RB"})
TRAILING = " \t\u00a0\u202f\r\n,;:.—–-"


def hull(token: Token) -> Span:
    """All of a token's subtree."""
    right = token.right_edge
    return Span(token.left_edge.idx, right.idx + len(right))


def end_of(token: Token) -> int:
    """Offset after a token."""
    return int(token.idx) + len(token)


def own_subject(verb: Token) -> Token | None:
    """The subject in the verb's own clause."""
    return next((child for child in verb.children if child.dep_ in SUBJECTS), None)


def subject_of(verb: Token) -> Token | None:
    """Who does it: the verb's own subject, or that of the verb on which it depends; the noun that it modifies."""
    at = verb
    for _ in range(6):
        if own := own_subject(at):
            return own
        if at.dep_ == "acl":
            return at.head if at.tag_ == "VBG" or (at.tag_ == "VB" and at.head.pos_ in ("NOUN", "PROPN")) else None
        if (
            at.dep_ == "xcomp"
            and at.i > at.head.i
            and (controller := _object_of(at.head)) is not None
            and at.tag_ != "VBG"
            and not _is_hosts(at)
        ):
            return controller
        if at.dep_ not in _CARRIES_SUBJECT or at.head == at:
            return None
        at = at.head
    return None


def _is_hosts(infinitive: Token) -> bool:
    """ "summoned the envoy to protest": the one who summons protests."""
    by_host = infinitive.head.lemma_ in listed("parties", "hosts_control")
    return by_host and infinitive.lemma_ in listed("parties", "hosts_acts")


def nominal_before(verb: Token) -> tuple[Token, Token] | None:
    """First token and head of a noun phrase between a comma and a finite verb that the parser gave no subject.

    In "…, an aide to the minister, speaking anonymously, told Reuters" the parser often takes the phrase for
    an apposition to what comes before.
    """
    if verb.tag_ not in TENSED or own_subject(verb) is not None:
        return None
    doc, first, end = verb.doc, verb.sent.start, verb.i
    while end > first and doc[end - 1].dep_ in _BEFORE_VERB and doc[end - 1].pos_ in ("ADV", "AUX"):
        end -= 1
    for _ in range(3):
        if end > first and doc[end - 1].text == ",":
            end -= 1
        start = end
        while (
            start > first
            and end - start < _LONGEST_NOMINAL
            and doc[start - 1].text not in (",", '"', "\u2014", ";", ":", "''")
        ):
            start -= 1
        if start in {end, first}:
            return None
        if doc[start].tag_ in ("VBG", "WP") or doc[start].lower_ in ("who", "citing"):
            end = start  # a participle in between: "speaking on condition of anonymity"
            continue
        return _nominal(doc[start], doc[end - 1])
    return None


def inverted_subject(verb: Token) -> Token | None:
    """The subject behind a cue that a comma or quotation mark precedes: "..., said the minister, who ..."."""
    if verb.tag_ not in TENSED or verb.i == 0 or verb.i + 1 >= len(verb.doc):
        return None
    if verb.nbor(-1).text not in (",", '"', "''", "\u2014") or verb.nbor(1).tag_ not in _OPENS_NOMINAL:
        return None
    if verb.lemma_ in listed("cues", "told") or any(c.dep_ in SUBJECTS and c.i < verb.i for c in verb.children):
        return None
    right = [c for c in verb.children if c.i > verb.i and c.pos_ in ("NOUN", "PROPN", "PRON")]
    head = right[0] if right else None
    return head if head is not None and head.left_edge.i <= verb.i + 3 else None


def _nominal(first: Token, last: Token) -> tuple[Token, Token] | None:
    doc = first.doc
    tokens = doc[first.i : last.i + 1]
    if any(
        t.tag_ in ("VBD", "VBZ", "VBP", "MD", "IN") and t.dep_ in ("ROOT", "conj", "mark", "advcl", "aux")
        for t in tokens
    ):
        return None
    if first.tag_ not in _OPENS_NOMINAL:
        return None
    heads = [t for t in tokens if t.pos_ in ("NOUN", "PROPN", "PRON") and (t.head not in tokens or t.head == t)]
    return (first, heads[0]) if heads else None


def _object_of(verb: Token) -> Token | None:
    return next((child for child in verb.children if child.dep_ in ("dobj", "dative")), None)


def agent_of(verb: Token) -> Token | None:
    """Who does it in a passive clause ("by ...")."""
    candidates = [*verb.children, *[inner for child in verb.children if child.i > verb.i for inner in child.children]]
    for child in candidates:
        if child.i > verb.i and (child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by")):
            agent = next((inner for inner in child.children if inner.dep_ == "pobj"), None)
            if agent is not None and (agent.pos_ in ("PROPN", "PRON") or child.dep_ == "agent"):
                return agent
    return _agent_of_name(verb)


def _agent_of_name(verb: Token) -> Token | None:
    """ "was described as useful by both sides", where the parser hangs "by" on the adjective."""
    for child in verb.children:
        if child.lower_ != "as" or child.i < verb.i:
            continue
        by = next((t for t in child.subtree if t.lower_ == "by" and t.head.pos_ == "ADJ"), None)
        agent = next((c for c in by.children if c.dep_ == "pobj"), None) if by is not None else None
        if agent is not None:
            return agent
    return None


def is_passive(verb: Token) -> bool:
    """Whether the verb stands in the passive, also as a participle behind a noun ("a move seen as ...")."""
    if verb.tag_ != "VBN":
        return False
    if verb.dep_ == "acl":
        return True
    if verb.dep_ == "conj" and not any(c.dep_ in ("aux", "auxpass", *SUBJECTS) for c in verb.children):
        return is_passive(verb.head)
    return any(child.dep_ in ("nsubjpass", "auxpass") for child in verb.children)


def is_relative(token: Token) -> bool:
    """Whether the token is a relative pronoun."""
    return token.lower_ in RELATIVES and token.tag_ in ("WP", "WDT", "WP$")


def antecedent(token: Token) -> Token:
    """What a relative pronoun stands for, or a possessive one; the token itself where it is none."""
    if not is_relative(token):
        return token
    at = token.head
    for _ in range(4):
        if at.dep_ == "relcl":
            return at.head
        if at.head == at:
            break
        at = at.head
    return token


def verb_group(verb: Token, follow_end: int) -> Span:
    """The verb with its auxiliaries, negation and the adverbs between, up to ``follow_end``."""
    first = verb
    left = sorted((c for c in verb.children if c.i < verb.i and c.dep_ in _BEFORE_VERB), key=lambda c: -c.i)
    for child in left:
        if child.i == first.i - 1 and child.dep_ in _BEFORE_VERB and child.tag_ != "WRB":
            first = child
    # an adverb that opens the group ("also said") belongs to it; one before the subject does not
    return Span(first.idx, max(end_of(verb), follow_end))


def noun_phrase(head: Token, doc_text: str, stop_before: int, not_before: int) -> Span | None:
    """The whole noun phrase of a head, cut so that it lies within [not_before, stop_before)."""
    span = hull(head)
    start, end = max(span.start, not_before), min(span.end, stop_before)
    while start < end and doc_text[start] in TRAILING + "\"'":
        start += 1
    while end > start and doc_text[end - 1] in ' \t\u00a0\u202f\r\n,;:—–-"':
        end -= 1
    return Span(start, end) if start < end else None

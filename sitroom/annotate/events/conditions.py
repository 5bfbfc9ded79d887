"""The condition of an act: "if", "unless", "should", "until", "as long as", "in the event of", "any invasion would".

One rule: the span is the whole clause or phrase; what is not said to be a condition is none.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from sitroom.annotate import auxiliary
from sitroom.annotate.engine import Doc, Token, span_of
from sitroom.annotate.events import grammar
from sitroom.resources import listed
from sitroom.text import Span, trimmed

Polarity = Literal["if", "unless"]

_LONGEST = 40  # tokens of a condition; a longer one is a parse error


@dataclass(frozen=True, slots=True)
class Condition:
    """Where the condition stands, how it is turned, and the head of its clause."""

    span: Span
    polarity: Polarity
    head: Token


def condition_of(token: Token, text: str) -> Condition | None:
    """The condition under which the act that the token names follows; ``None`` where none is stated."""
    verb: Token = token
    for step in range(grammar.DEPTH):
        if found := own(verb, text):
            return found
        head = verb.head
        if (
            head.i == verb.i
            or verb.dep_ in ("relcl", "parataxis")
            or (step and head.lemma_.lower() in listed("conditions", "reporting"))
        ):
            return None
        if verb.dep_ == "advcl" and not auxiliary.to_infinitive(verb):
            return None
        verb = head
    return None


def below(token: Token, text: str) -> Condition | None:
    """The condition within the clause that a speech act brings ("warned that it would act if …")."""
    clause = grammar.complement(token)
    for _ in range(3):
        if clause is None:
            return None
        if found := own(clause, text):
            return found
        clause = next((c for c in clause.children if c.dep_ in ("ccomp", "xcomp", "conj") and grammar.verbal(c)), None)
    return None


def own(verb: Token, text: str) -> Condition | None:
    """The condition that hangs on this very verb."""
    for child in verb.children:
        if (
            child.dep_ in ("advcl", "ccomp")
            and grammar.marked(child, *listed("status", "if"))
            and not _idle(child, verb)
        ):
            return _clause(child, "if", text)
        if child.dep_ in ("advcl", "ccomp") and grammar.marked(child, *listed("status", "unless")):
            if grammar.marked(child, "until") and not auxiliary.negated(verb):
                continue
            return _clause(child, "unless", text)
        if child.dep_ in ("advcl", "ccomp", "aux") and (found := _inverted(child, text)):
            return found
    return _phrase(verb, text) or _without(verb, text) or _any_subject(verb, text)


def _idle(clause: Token, verb: Token) -> bool:
    """An "if" that asks ("asked if he sensed"), concedes ("even if") or says next to nothing ("if needed")."""
    mark = next(c for c in clause.children if c.dep_ in ("mark", "advmod") and c.lower_ in listed("status", "if"))
    before = mark.nbor(-1).lower_ if mark.i > clause.sent.start else ""
    if before in listed("conditions", "no_condition"):
        return True
    if clause.dep_ == "ccomp" and verb.lemma_.lower() in listed("conditions", "no_condition"):
        return True
    return clause.lower_ in listed("conditions", "bare") and not any(
        c.dep_ in grammar.SUBJECTS for c in clause.children
    )


def _inverted(token: Token, text: str) -> Condition | None:
    """ "Should they attack, …", "were they to attack, …", also where the parser hangs "should" on the main verb."""
    first = token if token.dep_ == "aux" else token.left_edge
    if first.lower_ not in ("should", "were", "had"):
        return None
    if token.dep_ != "aux" and first.dep_ == "aux" and first.head == token:
        return _clause(token, "if", text)
    opens = first.i == first.sent.start or first.nbor(-1).is_punct or first.nbor(-1).dep_ in ("cc", "mark")
    if not opens or first.lower_ == "had" or (first.lower_ == "were" and not _infinitive_near(first)):
        return None
    after = [t for t in first.doc[first.i + 1 : min(first.i + _LONGEST, first.sent.end)] if t.text == ","]
    if not after or after[0].i - first.i < 3 or text[first.sent[-1].idx] == "?":
        return None
    span = tidy(span_of([first, after[0].nbor(-1)]), text)
    return Condition(span, "if", token) if span else None


def _infinitive_near(first: Token) -> bool:
    return any(t.tag_ == "TO" for t in first.doc[first.i + 1 : min(first.i + 8, first.sent.end)])


def _clause(clause: Token, polarity: Polarity, text: str) -> Condition | None:
    first = clause.left_edge
    if first.i > clause.sent.start and first.nbor(-1).lower_ == "only":
        first = first.nbor(-1)
    span = tidy(span_of([first, clause.right_edge]), text)
    return Condition(span, polarity, clause) if span else None


@cache
def _openings() -> dict[str, list[tuple[tuple[str, ...], Polarity]]]:
    """The openings of several words by their first, the longest first."""
    kinds: tuple[Polarity, Polarity] = ("if", "unless")
    found = [(tuple(phrase.split()), kind) for kind in kinds for phrase in listed("conditions", kind)]
    by_first: dict[str, list[tuple[tuple[str, ...], Polarity]]] = {}
    for phrase, kind in sorted(found, key=lambda x: (-len(x[0]), x[0])):
        by_first.setdefault(phrase[0], []).append((phrase, kind))
    return by_first


def _phrase(verb: Token, text: str) -> Condition | None:
    """ "In the event of an attack", "as long as they stay" within the verb's clause, not within a clause below it."""
    opened = _opened_in(verb.doc)
    first, last = verb.left_edge.i, verb.right_edge.i
    if not any(first <= i <= last for i in opened):
        return None
    for token in verb.subtree:
        for end, polarity in opened.get(token.i, ()):
            if _governor(token, token.doc[end]) == verb.i:
                return _opened(token, token.doc[end], polarity, text)
    return None


def _opened_in(doc: Doc) -> dict[int, list[tuple[int, Polarity]]]:
    """Where openings of several words stand: by the first token the last one and the polarity, the longest first."""
    found: dict[int, list[tuple[int, Polarity]]] | None = doc.user_data.get("openings")
    if found is None:
        openings, words_ = _openings(), [token.lower_ for token in doc]
        found = {}
        for i, word in enumerate(words_):
            for phrase, polarity in openings.get(word, ()):
                end = i + len(phrase)
                if tuple(words_[i:end]) == phrase and end < doc[i].sent.end:
                    found.setdefault(i, []).append((end - 1, polarity))
        doc.user_data["openings"] = found
    return found


def _governor(first: Token, last: Token) -> int:
    """Index of the verb whose clause an opening stands in."""
    start = last.head if last.dep_ in ("mark", "advmod") and grammar.verbal(last.head) else first
    if start.i == first.i and first.head.i > last.i and first.head.dep_ in ("advcl", "acl"):
        start = first.head
    above = start.head
    while above.head.i != above.i and not (grammar.verbal(above) and not first.i <= above.i <= last.i):
        above = above.head
    return above.i


def _opened(first: Token, last: Token, polarity: Polarity, text: str) -> Condition | None:
    """From the opening to the end of the clause or phrase that it opens."""
    if last.dep_ in ("mark", "advmod", "prep") and last.head.i > last.i:
        head = last.head  # "as long as they stay"
    else:
        head = next((c for t in (last, *last.children) for c in t.children if c.i > last.i), last)
    end = max((t.i for t in head.subtree if t.i > last.i), default=-1)
    if end <= last.i:  # the parser hung what follows elsewhere: up to the next mark
        stop = min(last.i + _LONGEST, last.sent.end)
        end = next((t.i - 1 for t in last.doc[last.i + 1 : stop] if t.is_punct), stop - 1)
    if end <= last.i or end - first.i > _LONGEST or last.doc[end].lower_ in listed("conditions", "bare"):
        return None
    span = tidy(span_of([first, last.doc[end]]), text)
    return Condition(span, polarity, head) if span else None


def _without(verb: Token, text: str) -> Condition | None:
    """ "Will not sign without guarantees", "no deal without a ceasefire"; not "no decision on Mali without Mali"."""
    for child in verb.children:
        if child.lower_ != "without" or child.dep_ != "prep":
            continue
        denied = any(
            t.dep_ == "neg" or t.lower_ in ("no", "nothing", "never", "nobody", "can", "could", "will", "would")
            for c in verb.children
            for t in (c, *c.children)
            if t.i < child.i
        )
        objects = [o for o in child.children if o.dep_ in ("pobj", "pcomp") and o.pos_ in ("NOUN", "VERB")]
        if denied and objects and any(c.dep_ == "neg" or c.lower_ == "no" for c in _near(verb)):
            span = tidy(span_of([child, child.right_edge]), text)
            return Condition(span, "unless", objects[0]) if span else None
    return None


def _near(verb: Token) -> list[Token]:
    return [t for c in verb.children for t in (c, *c.children)]


def _any_subject(verb: Token, text: str) -> Condition | None:
    """ "Any invasion would be met with sanctions": the subject is the condition."""
    if not auxiliary.modals(verb) & {"would", "will", "could"}:
        return None
    for child in verb.children:
        if child.dep_ in grammar.SUBJECTS and any(d.dep_ == "det" and d.lower_ == "any" for d in child.children):
            span = tidy(span_of([child.left_edge, child.right_edge]), text)
            return Condition(span, "if", child) if span else None
    return None


def tidy(span: Span, text: str) -> Span | None:
    """Without quotation marks, commas and spaces at its ends."""
    start, end = span.start, span.end
    while start < end and text[start] in " ,;—–-\"“”'‘’":
        start += 1
    while end > start and text[end - 1] in ' ,;.—–-"“”':
        end -= 1
    return trimmed(text, start, end)

"""To whom something was said: the phrases that name those spoken to.

One rule: only words of the cue's own clause count; who is merely talked about has been told nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from sitroom.annotate.engine import Token
from sitroom.annotate.statements.drafts import Draft
from sitroom.annotate.statements.phrases import hull, is_relative, subject_of
from sitroom.annotate.statements.words import partitive
from sitroom.resources import load

_TO = frozenset({"to", "with"})
_OF = frozenset({"from", "of"})
_UPON = frozenset({"on", "upon"})  # "called on both sides to stop", but "wrote on Twitter"
_OCCASION = frozenset({"in", "during", "at", "on", "by", "over", "through", "via"})
_OBJECTS = frozenset({"dobj", "dative", "iobj"})
_NEAR = 2  # code points between the beginning of a content and an object that opens it


@cache
def _words() -> dict[str, frozenset[str]]:
    data = load("circumstances")
    return {name: frozenset(data[name]) for name in ("occasions", "speaking", "spoken_to", "asked_of")}


def told(draft: Draft) -> list[Token]:
    """Heads of the phrases that name whom it was said to, each once."""
    if draft.head is None or draft.pattern in ("adjunct", "noun", "cited"):
        return []
    found: list[Token] = list(_passively(draft))
    upon = draft.entry is not None and bool(_UPON & set(draft.entry.follow))
    for child in draft.head.children:
        if _in_content(draft, child):
            found += _opening(draft, child)
            continue
        if child.i > draft.head.i:
            found += _addressed(child, upon)
        found += _on_occasion(draft, child)
    if draft.head.dep_ == "conj" and draft.head.head.i < draft.head.i:
        for child in draft.head.head.children:  # "during talks with the king she raised the matter and said ..."
            if child.i < draft.head.head.i and not _in_content(draft, child):
                found += _on_occasion(draft, child)
    wished = draft.entry is not None and draft.entry.kind == "belief"  # "wants China to agree": nobody is told
    if draft.pattern == "object-to" and not draft.passive and not wished and (urged := _urged(draft)) is not None:
        found.append(urged)
    return list({token.i: token for token in map(partitive, found)}.values())


def _passively(draft: Draft) -> Iterator[Token]:
    """Whom a passive names: "the king was told by", "asked by reporters whether ..., the king said"."""
    verb = draft.head
    if not draft.passive or verb is None or verb.lemma_.lower() not in _words()["spoken_to"]:
        return
    subject = verb.head if verb.dep_ == "acl" else subject_of(verb)
    if subject is None or subject.lower_ in ("it", "there"):
        return
    subject = _antecedent(verb, subject)
    if subject.i != (draft.source.i if draft.source is not None else -1):
        yield from _with_conjuncts(subject)


def _antecedent(verb: Token, subject: Token) -> Token:
    return verb.head if is_relative(subject) and verb.dep_ == "relcl" else subject


def _opening(draft: Draft, child: Token) -> list[Token]:
    """Who opens what was threatened or promised: "threatened the island with a blockade"."""
    head = draft.head
    assert head is not None
    if draft.passive or child.dep_ not in _OBJECTS or child.pos_ == "ADP":
        return []
    if head.lemma_.lower() not in _words()["spoken_to"] or hull(child).start > draft.start + _NEAR:
        return []
    return _with_conjuncts(child)


def _with_conjuncts(token: Token) -> list[Token]:
    return [token, *[c for c in token.children if c.dep_ == "conj"]]


def _addressed(child: Token, upon: bool) -> list[Token]:
    if child.dep_ in _OBJECTS and child.pos_ != "ADP":
        return _with_conjuncts(child)
    if child.dep_ == "dative" or (child.dep_ == "prep" and (child.lower_ in _TO or (upon and child.lower_ in _UPON))):
        return _objects(child)
    if child.dep_ == "prep" and child.lower_ in _OF and child.head.lemma_.lower() in _words()["asked_of"]:
        return _objects(child)
    return []


def _objects(preposition: Token) -> list[Token]:
    found = [c for c in preposition.children if c.dep_ == "pobj"]
    return [*found, *[c for token in found for c in token.children if c.dep_ == "conj"]]


def _on_occasion(draft: Draft, child: Token) -> Iterator[Token]:
    """Whom an occasion or a participle beside the cue names: "in a call with the king", "speaking to reporters"."""
    if child.dep_ == "prep" and child.lower_ in _OCCASION:
        for occasion in _objects(child):
            if occasion.lemma_.lower() in _words()["occasions"] and not _in_content(draft, occasion):
                for to in occasion.children:
                    if to.dep_ == "prep" and to.lower_ in _TO:
                        yield from _objects(to)
    elif child.dep_ == "advcl" and child.tag_ == "VBG" and speaks_beside(child):
        for inner in child.children:
            if inner.dep_ == "prep" and inner.lower_ in _TO:
                yield from _objects(inner)
            elif inner.dep_ == "dobj":
                yield inner


def speaks_beside(verb: Token) -> bool:
    """Whether a participle of speaking stands before its cue, or can only tell of the same words."""
    lemma = verb.lemma_.lower()
    return lemma in _words()["speaking"] and (verb.i < verb.head.i or lemma in ("speak", "talk"))


def _urged(draft: Draft) -> Token | None:
    """In "urged both sides to stop" the object is spoken to, and begins the content."""
    if draft.head is None:
        return None
    start = draft.content[0].start
    for token in draft.head.subtree:
        if token.i > draft.head.i and token.dep_ in ("dobj", "nsubj", "pobj") and token.idx >= start:
            return token if hull(token).start <= start + 1 else None
    return None


def _in_content(draft: Draft, token: Token) -> bool:
    return any(span.start <= token.idx < span.end for span in draft.content)

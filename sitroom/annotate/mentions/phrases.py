"""Noun phrases around a name or noun: with titles and modifiers, without relative clauses and loose apposition.

One rule: a phrase is a run of tokens within one sentence that ends with its head or with an "of" or "to" phrase of it.
"""

from __future__ import annotations

from functools import cache

from sitroom.annotate.engine import Doc, Token, sentence_start
from sitroom.resources import load

_LEFT = frozenset(
    {
        "compound",
        "amod",
        "nmod",
        "poss",
        "det",
        "nummod",
        "quantmod",
        "predet",
        "case",
        "advmod",
        "appos",
        "npadvmod",
        "punct",
    }
)


def head_of(doc: Doc, start: int, end: int) -> Token:
    """The token of ``[start, end)`` that the others hang on; the last one where the parse gives several."""
    inside = [token for token in doc[start:end] if not start <= token.head.i < end or token.head == token]
    return inside[-1] if inside else doc[end - 1]


def left_edge(doc: Doc, start: int, end: int) -> int:
    """Where the phrase of the tokens ``[start, end)`` begins, determiner and title included."""
    sent = sentence_start(doc[start])
    at = start
    while at > sent:
        token = doc[at - 1]
        if token.is_space or not _joins(token, at, end):
            break
        at -= 1
    while at < start and ((doc[at].is_punct and doc[at].text not in {'"', "'"}) or doc[at].lower_ in {"'s", "'"}):
        at += 1
    if at < start and doc[at].text in {'"', "'"}:
        at += 1
    return at


def _joins(token: Token, start: int, end: int) -> bool:
    if token.tag_ == "POS":  # the 's of a possessor that itself belongs to the phrase
        return token.i > 0 and start <= token.head.head.i < end and token.head.dep_ == "poss"
    if token.text == "-":
        if token.i and token.doc[token.i - 1].ent_type_ == "PERSON":
            return False  # "the Biden-Putin call"
        return (token.i + 1 == start and start <= token.head.i < end) or token.head.head.i in range(start, end)
    if token.is_punct or (token.pos_ in {"VERB", "AUX", "ADP", "SCONJ", "CCONJ", "PRON"} and token.dep_ != "poss"):
        return token.pos_ == "VERB" and token.dep_ == "amod" and start <= token.head.i < end
    return start <= token.head.i < end and token.dep_ in _LEFT and token.dep_ not in {"appos", "punct"}


@cache
def _of_titles() -> frozenset[tuple[str, ...]]:
    roles = load("roles")
    return frozenset(tuple(p.split()) for p in (*roles["offices"], *roles["of_titles"]) if " of " in p or " for " in p)


def is_of_title(doc: Doc, head: Token) -> bool:
    """Whether a noun begins the second half of a title of the kind "secretary of state", after whatever words."""
    if head.i + 2 >= len(doc) or doc[head.i + 1].lower_ not in {"of", "for"}:
        return False
    following = [token.lower_ for token in doc[head.i : head.i + 4]]
    return any(tuple(following[:size]) in _of_titles() for size in (3, 4))


def of_title_before(doc: Doc, end: int) -> int | None:
    """Where a title of the kind "Secretary of State" that ends before a token begins; ``None`` for none."""
    if end < 3 or not any(doc[end - back].lower_ in {"of", "for"} for back in (2, 3, 4) if end >= back):
        return None
    for size in (5, 4, 3):
        if (
            end - size >= sentence_start(doc[max(end - 1, 0)])
            and tuple(t.lower_ for t in doc[end - size : end]) in _of_titles()
        ):
            return end - size
    return None


def title_edge(doc: Doc, start: int, end: int) -> int:
    """As :func:`left_edge`, for a name of a person; falls back on the words before it where the parse goes astray."""
    at = left_edge(doc, start, end)
    if (title := of_title_before(doc, start)) is not None:
        at = min(at, left_edge(doc, title, start))
    honorifics = load("roles")["honorifics"]
    people = _titled()
    if doc[start].is_upper and len(doc[start]) > 1:  # in capitals the parse tells no verb from a title
        cut = [t.i for t in doc[at:start] if t.is_alpha and t.lower_ not in honorifics and t.lower_ not in people]
        at = max(at, cut[-1] + 1) if cut else at
        return min(at, start)
    sent = sentence_start(doc[start])
    while (
        at > sent
        and (doc[at - 1].lower_ in honorifics or doc[at - 1].lemma_.lower() in people)
        and (doc[at - 1].text[0].isupper() or (at == start and doc[at - 1].tag_ == "NN"))
    ):
        at = min(at - 1, left_edge(doc, at - 1, at))
    if at - 2 >= sent and doc[at - 1].text == "-" and doc[at - 2].lower_ in load("roles")["former"]:
        at -= 2  # "then-President"
    return at


@cache
def _titled() -> frozenset[str]:
    """Nouns for people that may stand before a name."""
    return frozenset(load("roles")["people"]) - frozenset(load("roles")["counterpart"])


def right_edge(doc: Doc, head: Token) -> int:
    """Where the phrase of a noun ends: after an adjacent "of", "to" or "for" phrase, else after the noun."""
    follower = doc[head.i + 1] if head.i + 1 < len(doc) else None
    if (
        follower is None
        or follower.lower_ not in {"of", "to", "for"}
        or follower.head != head
        or follower.dep_ not in {"prep", "dative"}
    ):
        return head.i + 1
    objects = [child for child in follower.children if child.dep_ == "pobj"]
    if not objects:
        return head.i + 1
    target = objects[0]
    end = target.i + 1
    if end < len(doc) and doc[end].lower_ == "of" and doc[end].head == target:
        end = right_edge(doc, target)
    return end

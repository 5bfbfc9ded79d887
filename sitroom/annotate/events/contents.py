"""What a position is about: the clause that its verb brings, else the phrase for what is wanted, refused, promised.

One rule: the span is a whole clause or phrase of the position's clause; the party that it is aimed at is no content.
"""

from __future__ import annotations

from sitroom.annotate.engine import Token, span_of
from sitroom.annotate.events import conditions, evidence, grammar, who
from sitroom.annotate.events.carriers import carried_by
from sitroom.annotate.reading import Reading
from sitroom.model import Event, EventType
from sitroom.text import Span

_PREPS: dict[EventType, tuple[str, ...]] = {
    "THREATEN": ("with", "against", "of", "about", "over"),
    "ACCUSE": ("of", "for", "over", "with", "about", "as", "at"),
    "REQUEST": ("for", "on", "upon", "from"),
    "REJECT": ("for", "to", "on", "against", "of"),
    "AGREE": ("to", "on", "upon", "of", "with"),
    "SUPPORT": ("for", "of", "to", "on", "with", "by"),
    "CONCEDE": ("on", "to", "for", "of"),
}
_OBJECT_LAST = frozenset({"THREATEN", "ACCUSE"})
_OBJECTS = frozenset({"dobj", "nsubjpass", "oprd", "attr"})
LONGEST = 400
"""Code points; a longer phrase is a parse error and gives no content."""


def content_of(reading: Reading, event: Event, trigger: Token) -> Span | None:
    """The content of a position; ``None`` where its clause says nothing but whom it is aimed at."""
    found = event.content or evidence.content_of(reading, trigger)
    if found is not None:
        return _own_sentence(_with_object(reading, found, trigger), trigger)
    if event.type == "CONCEDE" and grammar.verbal(trigger):  # what is conceded is the act: "lift the ban"
        span = conditions.tidy(span_of([trigger, trigger.right_edge]), reading.article.text)
        return span if span and len(span) <= LONGEST else None
    if event.type == "REQUEST" and trigger.pos_ == "VERB" and (span := _asked(reading, trigger)):
        return span
    places = [trigger]
    if not grammar.verbal(trigger) and (verb := carried_by(trigger)) is not None:
        places.append(verb)
    for place in places:
        if (head := _head(reading, event, place, trigger)) is not None:
            span = conditions.tidy(span_of([head.left_edge, head.right_edge]), reading.article.text)
            return _own_sentence(span, trigger) if span and len(span) <= LONGEST else None
    return None


def _with_object(reading: Reading, clause: Span, trigger: Token) -> Span:
    """The clause with the thing before it that it describes: "a guarantee that they will not join"."""
    for child in trigger.children:
        named = child.dep_ == "dobj" and child.pos_ == "NOUN" and not who.is_party(reading, child)
        if named and trigger.i < child.i and child.left_edge.idx < clause.start:
            whole = span_of(child.left_edge).join(clause)
            return whole if len(whole) <= LONGEST else clause
    return clause


def _asked(reading: Reading, trigger: Token) -> Span | None:
    """The infinitive after a person asked that the parser hung elsewhere: "urged the leader, Ann Lee, to resign"."""
    for token in trigger.doc[trigger.i + 1 : min(trigger.i + _NEAR, trigger.sent.end - 1)]:
        if token.tag_ == "TO" and token.nbor(1).tag_ == "VB" and token.head == token.nbor(1):
            return conditions.tidy(span_of([token, token.head.right_edge]), reading.article.text)
        if token.lower_ == "to" and token.nbor(1).lower_ in ("de", "re") and token.right_edge.i > token.i + 2:
            return conditions.tidy(span_of([token, token.right_edge]), reading.article.text)  # "to de-escalate"
        if token.tag_ in ("VBD", "VBZ", "VBP", "MD") or token.text in ";:":
            return None
    return None


_NEAR = 16  # tokens


def _own_sentence(span: Span, trigger: Token) -> Span | None:
    """Only what stands in the trigger's sentence and does not hold the trigger itself."""
    return span if span_of(trigger.sent).covers(span) else None


def _head(reading: Reading, event: Event, place: Token, trigger: Token) -> Token | None:
    """The head of the phrase that says what the position is about."""

    def is_other(token: Token) -> bool:
        return who.is_party(reading, token) or token.ent_type_ in ("DATE", "TIME")

    phrases = [
        t for name in _PREPS[event.type] for t in grammar.phrases(place, name) if t.i > trigger.i and not is_other(t)
    ]
    objects = [c for c in place.children if c.dep_ in _OBJECTS and c.i != trigger.i and not is_other(c)]
    order = (phrases, objects) if event.type in _OBJECT_LAST else (objects, phrases)
    return next((group[0] for group in order if group), None)

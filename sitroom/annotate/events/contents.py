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
        return _own_sentence(found, trigger)
    if event.type == "CONCEDE" and grammar.verbal(trigger):  # what is conceded is the act: "lift the ban"
        span = conditions.tidy(span_of([trigger, trigger.right_edge]), reading.article.text)
        return span if span and len(span) <= LONGEST else None
    places = [trigger]
    if not grammar.verbal(trigger) and (verb := carried_by(trigger)) is not None:
        places.append(verb)
    for place in places:
        if (head := _head(reading, event, place, trigger)) is not None:
            span = conditions.tidy(span_of([head.left_edge, head.right_edge]), reading.article.text)
            return _own_sentence(span, trigger) if span and len(span) <= LONGEST else None
    return None


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

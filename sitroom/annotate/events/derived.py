"""Positions that lie in the tense of an act: what one will do is a promise or a threat, what one will not do a refusal.

One rule: only the actor's own future act counts, in the plain future; what others ascribe to him with "could",
"may" or "would" is no position of his. The table of what follows is PLOVER's (``resources/plover.yaml``).
"""

from __future__ import annotations

from dataclasses import replace

from sitroom import plover
from sitroom.annotate import auxiliary
from sitroom.annotate.engine import Token
from sitroom.annotate.events import grammar
from sitroom.annotate.events.carriers import carried_by
from sitroom.annotate.events.triggers import Hit
from sitroom.model import POSITION_TYPES, Event, EventType
from sitroom.resources import load


def derived(hit: Hit, event: Event) -> Event | None:
    """The position that the act's tense makes of it; ``None`` for an act that is told as done, or by others."""
    verb = _tensed(hit)
    if verb is None or verb.sent[-1].text == "?" or not event.actors or grammar.is_passive(verb):
        return None
    kind = _kind(hit, event, verb)
    if kind is None or kind == event.type:
        return None
    return replace(
        event,
        key=f"d{event.key}",  # before the act in the order of keys: the future of an act is a position first
        type=kind,
        mode=None,
        status="occurred",
        content=event.evidence,
        duration_minutes=None,
    )


def _kind(hit: Hit, event: Event, verb: Token) -> EventType | None:
    table = load("plover")
    cooperative = "cooperation" in (plover.quad(event.type) or "")
    negated = auxiliary.negated(verb)
    found: EventType | None = None
    if negated:
        found = table["refused"].get("cooperation" if cooperative else "conflict")
    elif event.type not in POSITION_TYPES and event.type != "CONSULT":
        found = table["future"].get("cooperation" if cooperative else "conflict")
    return found


def _tensed(hit: Hit) -> Token | None:
    """The verb in the plain future, or in the future as told in the past ("said it would")."""
    verb = hit.token if grammar.verbal(hit.token) else carried_by(hit.token)
    if verb is None:
        return None
    modals = auxiliary.modals(verb)
    if modals & {"will", "shall"}:
        return verb
    told = verb.dep_ == "ccomp" and verb.head.tag_ in ("VBD", "VBN", "VBZ", "VBP") and grammar.subjects(verb.head)
    conditioned = any(c.dep_ == "advcl" and grammar.marked(c, "if", "unless") for c in verb.children)
    return verb if "would" in modals and told and not conditioned else None

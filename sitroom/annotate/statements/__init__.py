"""Statements: who is reported as saying, writing, believing or wanting what, on whose word."""

from __future__ import annotations

from sitroom.annotate.pipeline import Step
from sitroom.annotate.reading import Reading
from sitroom.annotate.statements.adjuncts import adjunct_drafts
from sitroom.annotate.statements.colons import colon_drafts
from sitroom.annotate.statements.completing import complete
from sitroom.annotate.statements.continuing import go_on
from sitroom.annotate.statements.finding import verb_drafts
from sitroom.annotate.statements.frame import Frame
from sitroom.annotate.statements.headlines import headline_drafts
from sitroom.annotate.statements.hearsay import hearsay_drafts
from sitroom.annotate.statements.interviews import interview_drafts
from sitroom.annotate.statements.lexicon import lexicon
from sitroom.annotate.statements.nesting import nest
from sitroom.annotate.statements.nouns import noun_drafts
from sitroom.annotate.statements.passing import ascribe, cite, name_media
from sitroom.annotate.statements.silence import silence_drafts
from sitroom.annotate.statements.stretching import stretch
from sitroom.annotate.statements.terms import states_terms
from sitroom.annotate.statements.turns import turn_drafts, without_labels
from sitroom.annotate.statements.unclaimed import unclaimed_drafts
from sitroom.model import Annotation, Producer


def step() -> Step:
    """The step."""
    return Step(Producer("statements", "1"), run, frozenset({"actor", "mention", "time"}), frozenset({"statement"}))


def run(reading: Reading) -> list[Annotation]:
    """All statements of an article, in order."""
    frame = Frame.of(reading)
    words = lexicon()
    turns = list(turn_drafts(frame)) or list(interview_drafts(frame))
    drafts = [
        *verb_drafts(frame, words),
        *adjunct_drafts(frame, words),
        *noun_drafts(frame, words),
        *colon_drafts(frame),
    ]
    drafts = [*turns, *(without_labels(frame, turns, drafts) if turns else drafts)]
    stretch(frame, drafts, words)
    drafts += headline_drafts(frame, drafts, words)
    drafts += unclaimed_drafts(frame, drafts, words)
    drafts += [*silence_drafts(frame, drafts), *hearsay_drafts(frame, drafts, words)]
    drafts = [draft for draft in drafts if not states_terms(frame, draft)]
    name_media(drafts)
    drafts = ascribe(frame, drafts + go_on(frame, drafts))
    return list(complete(frame, cite(frame, nest(drafts, frame.is_speech)), words))

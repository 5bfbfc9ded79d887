"""The clauses of what somebody said, and who holds what they say.

One rule: a clause is read in the words of one statement; whoever speaks them holds it.
"""

from __future__ import annotations

from dataclasses import dataclass

from sitroom.annotate.engine import Token
from sitroom.annotate.events import grammar
from sitroom.annotate.reading import Reading
from sitroom.model import Statement
from sitroom.resources import listed
from sitroom.text import Span


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause of what somebody said."""

    verb: Token
    statement: Statement
    content: Span


def clauses(reading: Reading, statement: Statement) -> list[Clause]:
    """The main clauses of the content and what is joined to them, in order."""
    found: list[Clause] = []
    for piece in statement.content:
        tokens = list(reading.tokens(piece))
        inside = {t.i for t in tokens}
        for token in tokens:
            if not grammar.verbal(token) or token.dep_ in ("aux", "auxpass"):
                continue
            top = token.head.i == token.i or token.head.i not in inside
            joined = token.dep_ == "conj" and grammar.verbal(token.head)
            brought = token.dep_ == "ccomp" and (
                token.head.i not in inside or token.head.lemma_ in listed("positions", "passing")
            )
            if top or joined or brought or token.dep_ in ("parataxis",):
                found.append(Clause(token, statement, piece))
    return found


def holders(statement: Statement) -> tuple[str, ...]:
    """Local keys of those who speak; of unnamed ones the state or body that they speak for."""
    unnamed = (statement.affiliation,) if statement.affiliation and not statement.named else ()
    return statement.speakers or ((statement.speaker,) if statement.speaker else unnamed)

"""A statement in the making: tokens and spans before speakers, chain and details are worked out.

One rule: only this package sees drafts; the step turns each into one frozen Statement or drops it.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from sitroom.annotate.engine import Token
from sitroom.annotate.statements.lexicon import VerbEntry
from sitroom.model import Claim
from sitroom.text import Span


@dataclass(slots=True, eq=False)
class Draft:
    """``head`` is the token of the cue that carries it (``None`` for a quotation that continues another),
    ``source`` the head token of the source's phrase with its span in ``source_span``, ``pattern`` the way in
    which content was found, ``previous`` the draft that an unattributed quotation continues,
    ``through`` those who pass the words on in the same clause, ``speaker`` the actor of a source that is a label,
    ``verbatim`` whether the words are printed as they were said though no marks say so,
    ``claim`` what the construction makes of it (``None`` where the words tell)."""

    head: Token | None
    cue: Span | None
    entry: VerbEntry | None
    content: list[Span]
    pattern: str
    source: Token | None = None
    source_span: Span | None = None
    previous: Draft | None = None
    hearsay: bool = False
    passive: bool = False
    around: Draft | None = None
    through: list[Token] = field(default_factory=list)
    order: int = field(default=0)
    speaker: str | None = None
    verbatim: bool = False
    claim: Claim | None = None

    @property
    def start(self) -> int:
        """Where the content begins."""
        return min(span.start for span in self.content)

    @property
    def end(self) -> int:
        """Where the content ends."""
        return max(span.end for span in self.content)

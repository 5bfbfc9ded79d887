"""A reading in progress: an article, its parse, and what the steps have found so far.

One rule: steps read it, only the runner writes it.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field, replace

from sitroom.annotate.engine import Doc, Token, TokenSpan, span_of
from sitroom.annotate.layout import Region, regions
from sitroom.errors import EvidenceError
from sitroom.model import AnnotatedArticle, Article, LocalActor, Mention, Statement, Time
from sitroom.text import Span


@dataclass(slots=True)
class Reading:
    """What a step sees. ``doc`` has the article's offsets; ``found`` grows from step to step."""

    article: Article
    doc: Doc
    found: AnnotatedArticle
    regions: tuple[Region, ...]
    _heads: dict[int, Mention] = field(default_factory=dict)
    _actors: dict[str, LocalActor] = field(default_factory=dict)

    @classmethod
    def of(cls, article: Article, doc: Doc) -> Reading:
        """A reading with nothing found yet."""
        return cls(article, doc, AnnotatedArticle(article), regions(article.text, article.title))

    def with_found(self, **kinds: object) -> None:
        """Take over what a step made; for the runner alone."""
        self.found = replace(self.found, **kinds)  # type: ignore[arg-type]
        self._heads = {}
        self._actors = {}

    # places in the text

    def region_at(self, offset: int) -> Region | None:
        """The region (title, body, caption …) that holds an offset; ``None`` between regions."""
        at = bisect_right(self.regions, offset, key=lambda region: region.span.start) - 1
        region = self.regions[at] if at >= 0 else None
        return region if region and offset < region.span.end else None

    def tokens(self, span: Span) -> TokenSpan:
        """The tokens that a span touches."""
        found = self.doc.char_span(span.start, span.end, alignment_mode="expand")
        if found is None:
            raise EvidenceError(f"no tokens at {span}")
        return found

    # actors

    def actor(self, key: str) -> LocalActor:
        """The actor of a local key."""
        if not self._actors:
            self._actors = {actor.key: actor for actor in self.found.actors}
        return self._actors[key]

    def mention_at(self, token: Token) -> Mention | None:
        """The innermost mention whose head covers the token; ``None`` where there is none."""
        if not self._heads:
            for mention in sorted(self.found.mentions, key=lambda m: -len(m.head)):
                for inner in self.tokens(mention.head):
                    self._heads[inner.i] = mention
        return self._heads.get(token.i)

    def mentions_in(self, span: Span) -> list[Mention]:
        """Mentions that lie within a span, in order."""
        return [mention for mention in self.found.mentions if span.covers(mention.span)]

    # what is said, and when

    def times_in(self, span: Span) -> list[Time]:
        """Times that lie within a span, in order."""
        return [time for time in self.found.times if span.covers(time.span)]

    def statement_around(self, span: Span) -> Statement | None:
        """The innermost statement whose content holds the span."""
        around = [
            statement for statement in self.found.statements if any(piece.covers(span) for piece in statement.content)
        ]
        return min(around, key=lambda s: sum(len(piece) for piece in s.content), default=None)

    def span(self, tokens: Token | TokenSpan | list[Token]) -> Span:
        """Offsets of tokens."""
        return span_of(tokens)

"""A reading in progress: an article, its parse, and what the steps have found so far.

One rule: steps read it, only the runner writes it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from sitroom.annotate.engine import Doc, Token, TokenSpan, span_of
from sitroom.annotate.layout import Region, regions
from sitroom.annotate.spans import SpanIndex
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
    _indexes: dict[str, SpanIndex[Any]] = field(default_factory=dict)

    @classmethod
    def of(cls, article: Article, doc: Doc) -> Reading:
        """A reading with nothing found yet."""
        return cls(article, doc, AnnotatedArticle(article), regions(article.text, article.title))

    def with_found(self, **kinds: object) -> None:
        """Take over what a step made; for the runner alone."""
        self.found = replace(self.found, **kinds)  # type: ignore[arg-type]
        self._heads = {}
        self._actors = {}
        self._indexes = {}

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
        return self._index("mentions", lambda: ((m.span, m) for m in self.found.mentions)).within(span)

    def is_mention(self, span: Span, actor: str) -> bool:
        """Whether exactly this span is a mention of the actor."""
        return any(mention.span == span and mention.actor == actor for mention in self.mentions_in(span))

    # what is said, and when

    def times_in(self, span: Span) -> list[Time]:
        """Times that lie within a span, in order."""
        return self._index("times", lambda: ((t.span, t) for t in self.found.times)).within(span)

    def statement_around(self, span: Span) -> Statement | None:
        """The innermost statement whose content holds the span."""
        statements = self.found.statements
        contents = self._index("contents", lambda: ((c, n) for n, s in enumerate(statements) for c in s.content))
        innermost = min(((sum(map(len, statements[n].content)), n) for n in contents.around(span)), default=None)
        return None if innermost is None else statements[innermost[1]]

    def statement_by_cue(self, spans: Iterable[Span]) -> Statement | None:
        """The first statement whose cue shares a code point with one of the spans."""
        statements = self.found.statements
        cues = self._index("cues", lambda: ((s.cue, n) for n, s in enumerate(statements) if s.cue))
        first = min((n for span in spans for n in cues.overlapping(span)), default=None)
        return None if first is None else statements[first]

    def _index(self, name: str, pairs: Callable[[], Iterable[tuple[Span, Any]]]) -> SpanIndex[Any]:
        if name not in self._indexes:
            self._indexes[name] = SpanIndex(pairs())
        return self._indexes[name]

    def span(self, tokens: Token | TokenSpan | list[Token]) -> Span:
        """Offsets of tokens."""
        return span_of(tokens)

"""What every store offers.

One rule: each method that writes is one transaction: it happens as a whole or not at all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from sitroom.capture import Capture
from sitroom.judgements import Judgement
from sitroom.model import AnnotatedArticle, Annotation, Article, Link, PublishedFrom


@dataclass(frozen=True, slots=True, order=True)
class Refusal:
    """An input that could not be read, as the user named it, and why."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Run:
    """One producer's work on one article.

    ``digest`` covers all that the result depends on; another digest is another run. ``error`` says why a
    failed run failed.
    """

    article: str
    producer: str
    digest: str
    state: Literal["done", "failed"]
    error: str | None = None


@dataclass(frozen=True, slots=True)
class Derived:
    """What follows from the whole coverage: the inferred day of publication, and what the article copies."""

    published: str | None
    published_from: PublishedFrom
    origin: str | None


DigestOf = Callable[[Article], str]


class Store(Protocol):
    """A place for everything that was read and judged.

    Every method may raise :class:`sitroom.errors.StoreError`.
    """

    def close(self) -> None:
        """Give back what the store holds open; it is not used afterwards."""

    # captures and articles

    def add_capture(self, capture: Capture) -> bool:
        """Keep a capture and its article; ``False`` where just this capture was there already."""

    def captures(self) -> Iterator[Capture]:
        """All captures with their raw bytes, by path and hash."""

    def refuse(self, refusal: Refusal) -> None:
        """Note that an input could not be read; replaces an earlier note on it."""

    def refusals(self) -> list[Refusal]:
        """All notes on inputs that could not be read and were not read since, by path."""

    def stated(self) -> list[Article]:
        """Articles as their captures state them, nothing inferred, by path and id."""

    def articles(self) -> list[Article]:
        """Articles with what was derived, by path and id."""

    def derive(self, found: Mapping[str, Derived]) -> None:
        """Set what is derived, by article id; articles that are not named keep theirs."""

    # runs and annotations

    def pending(self, producer: str, digest_of: DigestOf) -> list[Article]:
        """Articles on which the producer has not run with the digest of today, by path and id."""

    def annotate(self, found: AnnotatedArticle, run: Run) -> None:
        """Keep a run's annotations; they become the current ones of the article."""

    def fail(self, run: Run) -> None:
        """Keep a failed run; annotations of an earlier run are no longer current."""

    def runs(self) -> list[Run]:
        """The last run of every producer on every article, by article and producer."""

    def annotated(self) -> list[AnnotatedArticle]:
        """Articles with their current annotations, by path and id."""

    def readings(self, start: str) -> list[tuple[str, Annotation]]:
        """Annotations whose id, or whose id after its kind, begins so, also those no longer current, each with its
        article's id; in the order of ids.
        """

    # links and judgements

    def set_links(self, links: Sequence[Link]) -> None:
        """Make these the linkers' current links; others of theirs are withdrawn."""

    def links(self) -> list[Link]:
        """The linkers' current links in a fixed order."""

    def keep(self, judgements: Sequence[Judgement]) -> int:
        """Keep an analyst's judgements for good; how many of them are new."""

    def judgements(self) -> list[Judgement]:
        """All judgements that analysts ever made, by time."""

    # all else

    def search(self, words: str) -> list[str]:
        """Ids of articles that hold all the words, best first; quotes and operators have no meaning."""

    def get_meta(self, name: str) -> str | None:
        """A note of the program about the store."""

    def set_meta(self, name: str, value: str) -> None:
        """Keep a note."""

    def check(self) -> Iterable[str]:
        """What is wrong inside: hashes that do not match, objects that cannot be read; nothing when all is well."""

"""A store in memory: for tests, for a quick look, and as the reference for the others.

One rule: it behaves as the SQL store does; one suite of tests runs on both.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from sitroom.capture import Capture, merge
from sitroom.judgements import Judgement, in_order
from sitroom.model import AnnotatedArticle, Annotation, Article, Link
from sitroom.store import integrity
from sitroom.store.base import Derived, DigestOf, Refusal, Run
from sitroom.store.current import link_order, with_derived


class MemoryStore:
    """Everything in dictionaries; gone when closed."""

    def __init__(self) -> None:
        self._captures: dict[tuple[str, str, str], Capture] = {}
        self._refusals: dict[str, Refusal] = {}
        self._derived: dict[str, Derived] = {}
        self._runs: dict[tuple[str, str], Run] = {}
        self._annotated: dict[str, AnnotatedArticle] = {}
        self._readings: dict[str, tuple[str, Annotation]] = {}
        self._links: list[Link] = []
        self._judgements: list[Judgement] = []
        self._meta: dict[str, str] = {}

    def close(self) -> None:
        """Nothing is held open."""

    def add_capture(self, capture: Capture) -> bool:
        """Keep a capture and its article."""
        key = (capture.article.path, capture.sha256, repr(capture.article))
        new = key not in self._captures
        self._captures[key] = capture
        self._refusals.pop(capture.article.path, None)
        return new

    def captures(self) -> Iterator[Capture]:
        """All captures, by path and hash."""
        for key in sorted(self._captures):
            yield self._captures[key]

    def refuse(self, refusal: Refusal) -> None:
        """Note that an input could not be read."""
        self._refusals[refusal.path] = refusal

    def refusals(self) -> list[Refusal]:
        """Notes on inputs that could not be read."""
        return sorted(self._refusals.values())

    def stated(self) -> list[Article]:
        """Articles as their captures state them."""
        readings: dict[str, list[Article]] = {}
        for capture in self.captures():
            readings.setdefault(capture.article.id, []).append(capture.article)
        return sorted((merge(found) for found in readings.values()), key=lambda a: (a.path, a.id))

    def articles(self) -> list[Article]:
        """Articles with what was derived."""
        return [with_derived(article, self._derived.get(article.id)) for article in self.stated()]

    def derive(self, found: Mapping[str, Derived]) -> None:
        """Set what is derived."""
        self._derived.update(found)

    def pending(self, producer: str, digest_of: DigestOf) -> list[Article]:
        """Articles on which the producer has not run with the digest of today."""

        def done(article: Article) -> bool:
            run = self._runs.get((article.id, producer))
            return run is not None and run.digest == digest_of(article)

        return [article for article in self.articles() if not done(article)]

    def annotate(self, found: AnnotatedArticle, run: Run) -> None:
        """Keep a run's annotations."""
        self._runs[run.article, run.producer] = run
        self._annotated[run.article] = found
        self._readings.update((found.id_of(x), (run.article, x)) for x in found.annotations())

    def fail(self, run: Run) -> None:
        """Keep a failed run."""
        self._runs[run.article, run.producer] = run
        self._annotated.pop(run.article, None)

    def runs(self) -> list[Run]:
        """The last run of every producer on every article."""
        return [self._runs[key] for key in sorted(self._runs)]

    def annotated(self) -> list[AnnotatedArticle]:
        """Articles with their current annotations."""
        found = ((article, self._annotated.get(article.id, AnnotatedArticle(article))) for article in self.articles())
        return [replace(annotated, article=article) for article, annotated in found]

    def readings(self, start: str) -> list[tuple[str, Annotation]]:
        """Annotations by the start of their id, also those no longer current."""
        ids = (id_ for id_ in sorted(self._readings) if id_.startswith(start) or id_.split("-")[1].startswith(start))
        return [self._readings[id_] for id_ in ids]

    def set_links(self, links: Sequence[Link]) -> None:
        """Make these the linkers' current links."""
        self._links = list(dict.fromkeys(links))

    def links(self) -> list[Link]:
        """The linkers' current links."""
        return sorted(self._links, key=link_order)

    def keep(self, judgements: Sequence[Judgement]) -> int:
        """Keep an analyst's judgements for good."""
        before = len(self._judgements)
        self._judgements = in_order([*self._judgements, *judgements])
        return len(self._judgements) - before

    def judgements(self) -> list[Judgement]:
        """All judgements, by time."""
        return list(self._judgements)

    def search(self, words: str) -> list[str]:
        """Ids of articles that hold all the words, those that hold them most often first."""
        wanted = [word.casefold() for word in re.findall(r"\w+", words)]
        if not wanted:
            return []
        hits: list[tuple[int, str, str]] = []
        for article in self.articles():
            held = re.findall(r"\w+", f"{article.title or ''} {article.text}".casefold())
            counts = [held.count(word) for word in wanted]
            if all(counts):
                hits.append((-sum(counts), article.path, article.id))
        return [found for _, _, found in sorted(hits)]

    def get_meta(self, name: str) -> str | None:
        """A note of the program."""
        return self._meta.get(name)

    def set_meta(self, name: str, value: str) -> None:
        """Keep a note."""
        self._meta[name] = value

    def check(self) -> Iterable[str]:
        """What is wrong inside."""
        return integrity.of_articles(self.stated())

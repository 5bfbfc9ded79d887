"""A reader of articles: the parser and the steps together, loaded when first needed.

One rule: what it reads in an article depends on the article, and on what its digest covers, alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

from sitroom import registry
from sitroom.annotate.engine import DEFAULT_PIPELINE, Language, load_pipeline, pipeline_path
from sitroom.annotate.fingerprint import code_hash, fingerprint, pipeline_hash
from sitroom.annotate.pipeline import Step, annotate
from sitroom.errors import SitroomError
from sitroom.model import AnnotatedArticle, Article, digest


class Reader:
    """Reads articles through all steps. ``nlp`` is a pipeline that is loaded already, if there is one."""

    def __init__(self, pipeline: str | None = None, nlp: Language | None = None) -> None:
        self.pipeline = pipeline or DEFAULT_PIPELINE
        self._given = nlp

    @cached_property
    def nlp(self) -> Language:
        """The parser."""
        return self._given or load_pipeline(self.pipeline)

    @cached_property
    def steps(self) -> list[Step]:
        """The steps in their order."""
        return registry.steps()

    @cached_property
    def _fingerprint(self) -> str:
        return fingerprint(self.pipeline, self.steps)

    def digest_of(self, article: Article) -> str:
        """A hash of all that the reading of an article depends on besides its text."""
        return digest(self._fingerprint, article.published, article.title, article.outlet, article.url)

    def read(self, articles: Iterable[Article]) -> Iterator[tuple[Article, AnnotatedArticle | SitroomError]]:
        """Each article with its annotations, or with the error that kept it from being read."""
        yield from annotate(self.nlp, articles, self.steps)

    def facts(self) -> dict[str, str]:
        """What it consists of, for people to compare."""
        return {
            "pipeline": self.pipeline,
            "pipeline lies at": str(pipeline_path(self.pipeline)),
            "pipeline hash": pipeline_hash(self.pipeline) or "unknown",
            "steps": ", ".join(str(step.producer) for step in self.steps),
            "steps and tables hash": code_hash(),
        }

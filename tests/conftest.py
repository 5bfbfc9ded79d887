"""What the tests share: the loaded pipeline, and a text read through all steps."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from sitroom import registry
from sitroom.annotate import times
from sitroom.annotate.engine import Language, load_pipeline, parse
from sitroom.annotate.pipeline import read
from sitroom.annotate.reading import Reading
from sitroom.cli import main
from sitroom.model import AnnotatedArticle, Article, Time, digest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="rewrite the golden files for review")


SHARED = Path(os.environ.get("SITROOM_SHARED", Path(__file__).parents[1].parent / "shared"))


@pytest.fixture(scope="session")
def nlp() -> Language:
    return load_pipeline()


@pytest.fixture(scope="session")
def reading(nlp: Language) -> Callable[..., Reading]:
    """Parse a text without reading it: ``reading("…", published="2021-12-09")``."""

    def make(text: str, published: str | None = None, **fields: object) -> Reading:
        article = Article(id=digest(text), path="test.txt", text=text, published=published, **fields)  # type: ignore[arg-type]
        return Reading.of(article, next(parse(nlp, [text])))

    return make


@pytest.fixture(scope="session")
def annotated(reading: Callable[..., Reading]) -> Callable[..., AnnotatedArticle]:
    """Read a text through all steps, or through those named in ``steps``."""

    def make(text: str, published: str | None = None, steps: tuple[str, ...] = registry.STEPS) -> AnnotatedArticle:
        made = reading(text, published)
        return read(made.article, made, registry.steps(steps))

    return make


@pytest.fixture(scope="session")
def timed(reading: Callable[..., Reading]) -> Callable[..., dict[str, Time]]:
    """The times of a text by their words: ``timed("…", "2021-12-09")``."""

    def make(text: str, published: str | None) -> dict[str, Time]:
        return {time.span.of(text): time for time in times.run(reading(text, published))}

    return make


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """A command line run to its end: the exit code, and what it printed on stdout and stderr."""

    def make(*arguments: object) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as left:
            main([str(a) for a in arguments])
        out, err = capsys.readouterr()
        code = left.value.code
        return (code if isinstance(code, int) else 0 if code is None else 1), out, err

    return make


@pytest.fixture(scope="session")
def annotated_article(nlp: Language) -> Callable[[Article], AnnotatedArticle]:
    """Read an article through all steps."""

    def make(article: Article) -> AnnotatedArticle:
        return read(article, Reading.of(article, next(parse(nlp, [article.text]))), registry.steps())

    return make


@pytest.fixture(scope="session")
def shared() -> Path:
    """The reference data; tests that need it skip where it is absent."""
    if not SHARED.is_dir():
        pytest.skip(f"reference data not found at {SHARED} (set SITROOM_SHARED)")
    return SHARED

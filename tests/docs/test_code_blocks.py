"""Python in the documentation runs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sitroom.annotate.engine import Language, parse
from sitroom.annotate.pipeline import read
from sitroom.annotate.reading import Reading
from sitroom.ingest.source import Source
from sitroom.model import Article

DOCS = Path(__file__).parents[2] / "docs"
BLOCK = re.compile(r"^( *)```python\n(.*?)^\1```", re.MULTILINE | re.DOTALL)


def blocks(name: str) -> list[str]:
    """The Python blocks of a page, without their indentation."""
    text = (DOCS / name).read_text(encoding="utf-8")
    return [re.sub(rf"^{indent}", "", code, flags=re.MULTILINE) for indent, code in BLOCK.findall(text)]


def test_the_step_of_the_how_to_page_works(nlp: Language) -> None:
    names: dict[str, object] = {}
    exec("\n".join(blocks("how-to/add-a-step.md")), names)
    article = Article("a", "a.txt", "They want an answer now.")
    reading = Reading.of(article, next(parse(nlp, [article.text])))
    found = read(article, reading, [names["step"]()])  # type: ignore[operator, list-item]
    assert [time.span.of(article.text) for time in found.times] == ["now"]


def test_the_reader_of_the_how_to_page_works() -> None:
    names: dict[str, object] = {}
    exec("\n".join(blocks("how-to/add-a-reader.md")), names)
    line = b'{"body": "Talks opened.", "headline": "Talks", "date": "2008-01-29"}'
    drafts = list(names["read"](Source("a.jsonl", line)))  # type: ignore[operator]
    assert [(d.text, d.title, d.published) for d in drafts] == [("Talks opened.", "Talks", "2008-01-29")]


@pytest.mark.parametrize("page", sorted(p.relative_to(DOCS).as_posix() for p in DOCS.rglob("*.md")))
def test_links_between_pages_lead_somewhere(page: str) -> None:
    text = (DOCS / page).read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", text):
        assert (DOCS / page).parent.joinpath(target).exists(), f"{page} links to {target}"

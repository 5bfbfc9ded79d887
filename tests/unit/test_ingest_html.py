import contextlib
import json
import time
from pathlib import Path

import pytest

from sitroom.errors import IngestError
from sitroom.ingest.html import read
from sitroom.ingest.page_dates import day_in_address
from sitroom.ingest.page_facts import day
from sitroom.ingest.source import Draft, Source

BODY = [
    "The foreign ministers of Freedonia and Sylvania met in Vienna on Thursday and agreed to go on talking.",
    "“We have a long way to go,” the Freedonian minister told reporters, adding that no date had been set.",
    "A spokesman for Sylvania’s president said the talks had been “frank”, but that his country would not move troops.",
]


def page(head: str = "", body: list[str] | None = None, lang: str = "en") -> bytes:
    paragraphs = "".join(f"<p>{text}</p>" for text in (BODY if body is None else body))
    menu = "".join(f"<li><a href='/{n}'>Section {n}</a></li>" for n in range(9))
    return (
        f"<!doctype html><html lang='{lang}'><head><meta charset='utf-8'>{head}</head><body><nav><ul>{menu}</ul></nav>"
        f"<article><h1>Ministers agree to talk</h1>{paragraphs}</article>"
        "<footer>Copyright 2031 The Gazette. All rights reserved.</footer></body></html>"
    ).encode()


def draft(head: str = "", **fields: object) -> Draft:
    (made,) = read(Source("a.html", page(head, **fields)))  # type: ignore[arg-type]
    return made


def test_prompts_between_the_paragraphs_are_left_out() -> None:
    made = draft(body=[BODY[0], "Read more: Ministers to meet again", BODY[1], "Advertisement", BODY[2]])
    assert made.text == "\n\n".join(BODY)


def linked(**fields: object) -> str:
    return f"<script type='application/ld+json'>{json.dumps({'@type': 'NewsArticle', **fields})}</script>"


def meta(name: str, content: str) -> str:
    return f'<meta property="{name}" content="{content}">'


def test_the_text_is_the_article_in_paragraphs_without_its_headline() -> None:
    made = draft(meta("og:title", "Ministers agree to talk - The Gazette"))
    assert made.text == "\n\n".join(BODY)
    assert made.title == "Ministers agree to talk - The Gazette"
    assert made.language == "en"


@pytest.mark.parametrize(
    "head",
    [
        linked(
            headline="Ministers agree", datePublished="2021-12-09T10:00:00+01:00", dateModified="2021-12-10",
            author=[{"@type": "Person", "name": "Ada Byron"}, {"name": "C. Dee"}], publisher={"name": "The Gazette"},
            url="https://gazette.example/world/talks",
        ),
        meta("og:title", "Ministers agree") + meta("article:published_time", "2021-12-09T10:00:00Z")
        + meta("article:modified_time", "2021-12-10T01:00:00Z") + meta("author", "By Ada Byron and C. Dee")
        + meta("og:site_name", "The Gazette") + '<link rel="canonical" href="https://gazette.example/world/talks">',
    ],
)  # fmt: skip
def test_what_a_page_states_about_itself(head: str) -> None:
    made = draft(head)
    assert (made.title, made.outlet) == ("Ministers agree", "The Gazette")
    assert made.authors == ("Ada Byron", "C. Dee")
    assert (made.published, made.published_from, made.modified) == ("2021-12-09", "metadata", "2021-12-10")
    assert made.url == "https://gazette.example/world/talks"


def address(path: str) -> str:
    return f'<link rel="canonical" href="https://gazette.example{path}">'


@pytest.mark.parametrize(
    ("head", "date", "source"),
    [
        (address("/2021/12/09/talks"), "2021-12-09", "url"),
        (address("/2021/12/08/talks") + meta("article:published_time", "2021-12-09T03:00:00Z"), "2021-12-08", "url"),
        (address("/2019/01/01/talks") + meta("article:published_time", "2021-12-09"), "2021-12-09", "metadata"),
        (meta("article:published_time", "soon") + linked(datePublished="2021-12-09"), "2021-12-09", "metadata"),
        (linked(datePublished=["2021-12-09"], dateModified={"x": 1}, author=7, publisher=[[]]), None, None),
        (
            "<script>var expires = '2035-01-01';</script>" + meta("date", "2021-12-09"),
            "2021-12-09",
            "metadata",
        ),
    ],
)
def test_the_date_of_a_page(head: str, date: str | None, source: str | None) -> None:
    made = draft(head)
    if source is not None:
        assert (made.published, made.published_from) == (date, source)
    else:
        assert made.published is None or made.published_from != "metadata"


@pytest.mark.parametrize(
    ("url", "found"),
    [
        ("https://x.example/2021/12/09/a", "2021-12-09"),
        ("https://x.example/article/20211209-talks", "2021-12-09"),
        ("https://x.example/2021/02/31/a", None),
        ("https://x.example/2021/12/a", None),
        ("https://x.example/id/120211209", None),
        (None, None),
    ],
)
def test_the_day_in_an_address(url: str | None, found: str | None) -> None:
    assert day_in_address(url) == found


@pytest.mark.parametrize("value", ["2021-13-01", "1721-01-01", "", None, 20211209, "12/09/2021"])
def test_what_is_no_day_is_none(value: object) -> None:
    assert day(value) is None


@pytest.mark.parametrize(
    "data",
    [
        page(body=[]),
        page(body=["Accept cookies?"]),
        b"<html></html>",
        b"plain words without a tag",
        b"<" * 5000,
    ],
)
def test_a_page_with_no_article_is_refused(data: bytes) -> None:
    with pytest.raises(IngestError, match=r"a\.html: (a page with no article|not a web page)"):
        list(read(Source("a.html", data)))


def test_an_old_encoding_is_read_as_declared() -> None:
    data = page().decode().replace("charset='utf-8'", "charset='windows-1252'").encode("windows-1252")
    (made,) = read(Source("a.html", data))
    assert made.text == "\n\n".join(BODY)
    assert made.encoding == "cp1252"


def test_entities_are_never_expanded_into_files_or_bombs(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("the secret words", encoding="utf-8")
    bomb = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 9))
    head = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e0 "boom">{bomb}<!ENTITY s SYSTEM "file://{secret}">]>'
    start = time.monotonic()
    text = ""
    with contextlib.suppress(IngestError):
        (made,) = read(Source("a.xhtml", head.encode() + page(body=[*BODY, "Here: &e8; &s;"])))
        text = made.text
    assert time.monotonic() - start < 10
    assert "boomboom" not in text
    assert "secret words" not in text


def test_a_page_nested_too_deep_ends() -> None:
    data = b"<div>" * 20_000 + page() + b"</div>" * 20_000
    with contextlib.suppress(IngestError, RecursionError):  # either way it ends, and the file is refused at worst
        assert all(made.text for made in read(Source("a.html", data)))


def test_scripts_and_markup_leave_no_trace() -> None:
    made = draft(body=[*BODY, "A <script>alert('x')</script>note on <b>method</b>: the ministry confirmed the date."])
    assert "alert" not in made.text
    assert "<" not in made.text

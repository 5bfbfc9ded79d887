from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser

import pytest
from record_fixture import HOSTILE, TEXTS, record
from starlette.testclient import TestClient

from sitroom.errors import NotFoundError
from sitroom.judgements import Judgement, Subject, Words
from sitroom.link.corrections import Fate
from sitroom.record import ArticleItem, Record
from sitroom.text import Span
from sitroom.views.lines import Group
from sitroom.views.lookup import Found, Lookup
from sitroom.views.stories import Story
from sitroom.web.guard import is_allowed
from sitroom.web.highlight import laid_out, marks_of
from sitroom.web.server import make_app

ITEMS = [item for item in Lookup.of(record()).by_id if item not in TEXTS]
PAGES = [
    *("/", "/timeline", "/contacts", "/positions", "/agenda", "/figures", "/compare", "/statements", "/actors"),
    *("/articles", "/stories", "/articles/a2?at=22-40", "/articles/a3"),
    *("/events", "/history", "/search", "/search?q=canal", "/search?q=%22%3Cscript%3E+OR"),
    *(f"/items/{item}" for item in ITEMS),
]


class FakeDesk:
    """A desk with the invented record and as many stories as asked for."""

    def __init__(self, *names: str) -> None:
        self.names = names or ("The dam",)

    def record(self, story: str | None = None) -> Record:
        if story is not None and story not in self.names:
            raise NotFoundError(f"no story is called {story!r}")
        return record()

    def grounds(self, item: object) -> list[Group]:
        return []

    def show(self, start: str) -> Found:
        return Lookup.of(record()).find(start)

    def search(self, words: str) -> list[ArticleItem]:
        return [a for a in record().articles if all(w in a.text.lower() for w in words.lower().split())]

    def history(self) -> list[Fate]:
        subject = Subject("actor", HOSTILE, "person", (Words("a1", Span(0, 3), "x"),))
        made = Judgement("pin", HOSTILE, HOSTILE, "2031-03-04T10:00:00.000Z", (subject,)).named()
        return [Fate(made, "in force"), Fate(made, "undone", HOSTILE)]

    def corrected(self) -> dict[str, list[Fate]]:
        return {item: self.history()[:1] for item in ITEMS}

    def revision(self) -> str:
        return ""

    def stories(self) -> list[Story]:
        return [Story(name, tuple(TEXTS), "2031-03-04", "2031-03-06") for name in self.names]


@pytest.fixture
def client() -> Iterator[TestClient]:
    with TestClient(make_app(FakeDesk(), "dam"), base_url="http://127.0.0.1:8765") as made:
        yield made


class Page(HTMLParser):
    """Tags with their attributes, and text by the tag around it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.open: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {k: v or "" for k, v in attrs}))

    def of(self, *names: str) -> list[dict[str, str]]:
        return [attrs for tag, attrs in self.tags if tag in names]


@pytest.mark.parametrize("path", PAGES)
def test_every_page_opens_escaped_and_self_contained(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 200
    page = Page(answer.text)
    assert not page.of("script", "iframe", "style", "object", "embed", "img")
    assert not any(name.startswith("on") or name == "style" for _, attrs in page.tags for name in attrs)
    addresses = [a.get(key, "") for _, a in page.tags for key in ("href", "src", "action") if key in a]
    assert all(address.startswith(("/", "?", "#")) and not address.startswith("//") for address in addresses)
    assert "\x1b" not in answer.text and "\u202e" not in answer.text and "<script>alert" not in answer.text
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy and "script-src 'none'" in policy
    assert len(page.of("h1")) == 1 and page.of("main") and page.of("nav") and page.of("title")
    labels = {a.get("for") for a in page.of("label")}
    assert all(a.get("id") in labels for a in page.of("input", "select") if a.get("type") != "hidden")


def test_every_link_leads_somewhere(client: TestClient) -> None:
    seen: set[str] = set()
    for path in PAGES[:10]:
        seen |= {
            a["href"].split("#")[0] for a in Page(client.get(path).text).of("a") if a.get("href", "").startswith("/")
        }
    assert len(seen) > 30
    assert [path for path in seen if client.get(path).status_code != 200] == []


@pytest.mark.parametrize(
    ("host", "status"),
    [("127.0.0.1:8765", 200), ("localhost:1", 200), ("[::1]:8765", 200), ("evil.example", 421),
     ("127.0.0.1.evil.example", 421), ("192.168.1.4:8765", 421), ("", 421)],
)  # fmt: skip
def test_other_hosts_get_nothing(client: TestClient, host: str, status: int) -> None:
    answer = client.get("/", headers={"host": host})
    assert answer.status_code == status
    assert status == 200 or "Kovar" not in answer.text


def test_a_desk_opened_on_an_address_answers_there() -> None:
    assert is_allowed("192.168.1.4:80", "192.168.1.4")
    assert is_allowed("10.0.0.9:80", "0.0.0.0")
    assert not is_allowed("evil.example", "0.0.0.0")


def test_the_desk_is_read_only(client: TestClient) -> None:
    assert client.post("/").status_code == 405
    assert client.delete("/articles/a1").status_code == 405


def test_words_lead_to_their_article_and_are_marked(client: TestClient) -> None:
    contacts = client.get("/contacts").text
    href = re.search(r'href="(/articles/a2\?at=\d+-\d+#at)"', contacts)
    assert href
    article = client.get(href[1]).text
    marked = re.search(r'<span class="m[^"]* asked" id="at">([^<]*)</span>', article)
    assert marked and marked[1].startswith("Ana Kovar called Ilir Benn")
    assert article.count('id="at"') == 1


def test_pieces_join_to_the_text_also_beyond_the_basic_plane() -> None:
    whole = record()
    lookup = Lookup.of(whole)
    for item in whole.articles:
        paragraphs = laid_out(item, marks_of(item, lookup), (5, 9))
        joined = "".join("".join(p.text for p in paragraph.pieces) for paragraph in paragraphs)
        plain = re.sub(r"[\x1b\u202e\u202c]", "", item.text)
        assert "".join(joined.split()) == "".join(plain.split())
    news = next(a for a in whole.articles if a.id == "a2")
    pieces = [p for paragraph in laid_out(news, marks_of(news, lookup)) for p in paragraph.pieces]
    assert any(p.text.startswith("Ana Kovar called") and "event" in p.kinds for p in pieces)
    assert any("𝕹𝖊𝖜𝖘 😀" in p.text and not p.kinds for p in pieces)


def test_overlapping_evidence_shows_all_its_kinds() -> None:
    whole = record()
    first = next(a for a in whole.articles if a.id == "a1")
    pieces = [p for x in laid_out(first, marks_of(first, Lookup.of(whole))) for p in x.pieces]
    assert any({"statement", "event"} <= set(p.kinds) for p in pieces)


def test_the_filter_narrows_and_stays_in_the_links(client: TestClient) -> None:
    page = client.get("/positions?actor=Benn").text
    assert "demanded that" in page or "reopen the canal" in page
    assert "fill the reservoir early" not in page
    assert 'href="/timeline?actor=Benn"' in page
    assert client.get("/positions?actor=%3Cb%3Enobody").status_code == 404
    assert "<b>nobody" not in client.get("/positions?actor=%3Cb%3Enobody").text
    assert client.get("/timeline?from=tomorrow").status_code == 400


def test_what_is_not_there_is_said(client: TestClient) -> None:
    for path in ("/nowhere", "/items/ffff", "/articles/zz", "/a/b/c", "/?story=None%20such", "/static/none.css"):
        answer = client.get(path)
        assert answer.status_code == 404, path
        assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert client.get("/articles/a1?at=9-3").status_code == 200
    assert client.get("/articles/a1?at=999999999-9999999999999").status_code == 200


def test_several_stories_are_listed_first() -> None:
    with TestClient(make_app(FakeDesk("One <b>", "Two"), "mixed"), base_url="http://localhost") as client:
        front = client.get("/").text
        assert "One &lt;b&gt;" in front and "What happened" not in front
        assert "What happened" in client.get("/?story=Two").text
        assert 'value="Two" selected' in client.get("/timeline?story=Two").text
        assert 'href="/contacts?story=Two"' in client.get("/timeline?story=Two").text


def test_hostile_words_are_shown_literally(client: TestClient) -> None:
    page = client.get("/articles/a3").text
    assert "&lt;script&gt;alert(1)&lt;/script&gt; [bold red]fire[/bold red]" in page
    assert HOSTILE not in page


def test_corrected_lines_say_who_judged_and_why(client: TestClient) -> None:
    for path in ("/actors", "/positions", f"/items/{ITEMS[0]}"):
        page = client.get(path).text
        assert '<p class="judged">pinned by ' in page, path
        assert HOSTILE not in page
    assert "in force" in client.get("/history").text and "sitroom undo" in client.get("/history").text


def test_a_search_leads_to_the_words(client: TestClient) -> None:
    page = client.get("/search?q=canal").text
    assert "<mark>" in page and re.search(r'href="/articles/a\d\?at=\d+-\d+#at"', page)
    assert "No article holds all these words." in client.get("/search?q=nowhere").text
    assert "No article holds" not in client.get("/search").text


class ChangingDesk(FakeDesk):
    """A desk on a store that another process writes."""

    number = 1

    def revision(self) -> str:
        return str(self.number)

    def stories(self) -> list[Story]:
        return [Story(f"Story {self.number}", tuple(TEXTS), None, None)]

    def record(self, story: str | None = None) -> Record:
        return record()


def test_a_store_that_was_built_anew_is_shown_anew() -> None:
    desk = ChangingDesk()
    with TestClient(make_app(desk, "dam"), base_url="http://localhost") as client:
        assert "Story 1" in client.get("/actors").text
        desk.number = 2
        page = client.get("/actors").text
        assert "Story 2" in page and "Story 1" not in page


FORM = "/statements?by=Kovar&to=Benn&about=canals&source=named&kind=indirect&claim=assertion&from=2031-03&until=2031-03"


def test_the_form_of_statements_keeps_what_was_asked_in_its_address(client: TestClient) -> None:
    page = client.get(FORM)
    assert page.status_code == 200 and "said by Ana Kovar" in page.text and "/items/statement-11aa" in page.text
    fields = {a["name"]: a.get("value") for a in Page(page.text).of("input")}
    assert fields == {
        "by": "Kovar", "to": "Benn", "about": "canals", "actor": "", "from": "2031-03", "until": "2031-03",
    }  # fmt: skip
    chosen = [a["value"] for a in Page(page.text).of("option") if "selected" in a]
    assert chosen == ["named", "indirect", "assertion"]
    forms = Page(page.text).of("form")
    assert [(f["method"], f["action"]) for f in forms] == [("get", "/statements")]
    assert 'href="/timeline?about=canals&amp;from=2031-03&amp;to=2031-03"' in page.text


@pytest.mark.parametrize(
    ("query", "inside", "outside"),
    [
        ("by=Norland", "through Ana Kovar (president of Norland)", "a trader"),
        ("unnamed=1", "a Norland official", "Ana Kovar</a>"),
        ("to=2031-03-04", "statement-11aa", "statement-44dd"),
        ("since=2031-03-06", "a trader", "statement-11aa"),
        ("by=Kovar&to=League", "Nothing matches", "statement-11aa"),
        ("kind=%3Cb%3E&source=x", "statement-11aa", "<b>"),
    ],
)
def test_statements_are_narrowed_by_their_address(client: TestClient, query: str, inside: str, outside: str) -> None:
    answer = client.get(f"/statements?{query}")
    assert answer.status_code == 200
    assert inside in answer.text and outside not in answer.text


@pytest.mark.parametrize("name", ["by", "to", "actor", "from", "until", "about"])
def test_hostile_words_in_the_form_are_shown_and_not_obeyed(client: TestClient, name: str) -> None:
    answer = client.get("/statements", params={name: f'"><script>alert(1)</script>{HOSTILE}' + "x" * 9000})
    assert "<script>alert" not in answer.text and "\x1b" not in answer.text
    assert len(answer.text) < 40_000
    assert [a for a in Page(answer.text).of("input") if a.get("name") == name]


def test_a_name_that_nobody_has_keeps_the_form(client: TestClient) -> None:
    answer = client.get("/statements?by=Kovra&about=canal")
    assert answer.status_code == 404
    assert "did you mean Ana Kovar?" in answer.text and 'value="Kovra"' in answer.text

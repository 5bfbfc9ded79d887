"""One suite for every store."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from sitroom.capture import Capture, article_id
from sitroom.judgements import Judgement, Subject, Words
from sitroom.model import AnnotatedArticle, Article, Link, LocalActor, Mention, Producer
from sitroom.store import Refusal, Run, Store, open_store
from sitroom.store.base import Derived
from sitroom.text import Span

TEXT = "Freedonia called Sylvania."


def capture(path: str = "a.txt", text: str = TEXT, **fields: object) -> Capture:
    outlet = fields.get("outlet")
    article = Article(id=article_id(text, outlet), path=path, text=text, **fields)  # type: ignore[arg-type]
    return Capture(text.encode(), "utf-8", article)


def reading(article: Article) -> AnnotatedArticle:
    actor = LocalActor("a1", "country", "Freedonia", Span(0, 9), known="country/XF")
    other = LocalActor("a2", "country", "Sylvania", Span(17, 25))
    return AnnotatedArticle(article, (actor, other), (Mention(Span(0, 9), "country", "name", "a1", Span(0, 9)),))


def run(article: Article, digest: str = "one") -> Run:
    return Run(article.id, "steps", digest, "done")


def same(a: str, b: str, by: Producer | None = None, **fields: object) -> Link:
    return Link(a, b, "same", 0.9, "one name", by or Producer("names"), **fields)  # type: ignore[arg-type]


@pytest.fixture(params=["memory", "sqlite"])
def reopen(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[[], Store]]:
    """Gives the store; called again, the store as another process would find it (in memory: the same)."""
    opened: list[Store] = []

    def give() -> Store:
        if request.param == "memory" and opened:
            return opened[0]
        if opened:
            opened[-1].close()
        opened.append(open_store(":memory:" if request.param == "memory" else str(tmp_path / "story.db")))
        return opened[-1]

    yield give
    opened[-1].close()


@pytest.fixture
def store(reopen: Callable[[], Store]) -> Store:
    return reopen()


def test_an_article_is_kept_as_it_was_read(reopen: Callable[[], Store]) -> None:
    facts = {"title": "A call", "outlet": "Gazette", "authors": ("A. B.", "C. D."), "language": "en"}
    dates = {"published": "2021-12-10", "published_from": "metadata", "modified": "2021-12-11"}
    given = capture(url="https://gazette.example/1", **facts, **dates)
    assert reopen().add_capture(given)
    assert reopen().articles() == [given.article]
    assert list(reopen().captures()) == [given]


def test_the_same_capture_is_kept_once(store: Store) -> None:
    assert store.add_capture(capture())
    assert not store.add_capture(capture())
    assert len(list(store.captures())) == 1


@pytest.mark.parametrize("backwards", [False, True])
def test_an_article_read_from_two_files_is_one_whatever_the_order(store: Store, backwards: bool) -> None:
    files = [
        capture("b.txt", published="2021-12-10", published_from="given"),
        capture("a.txt", title="A call", published="2021-12-09", published_from="metadata"),
    ]
    for each in reversed(files) if backwards else files:
        store.add_capture(each)
    (article,) = store.articles()
    assert (article.path, article.title, article.published) == ("a.txt", "A call", "2021-12-10")


def test_what_is_derived_fills_but_never_replaces(store: Store) -> None:
    plain, dated = capture(), capture("b.txt", TEXT + " Twice.", published="2021-12-10", published_from="metadata")
    for each in (plain, dated):
        store.add_capture(each)
    guess = Derived("2021-12-12", "inferred", None)
    store.derive({plain.article.id: guess, dated.article.id: replace(guess, origin=plain.article.id)})
    assert [(a.published, a.published_from, a.origin) for a in store.articles()] == [
        ("2021-12-12", "inferred", None),
        ("2021-12-10", "metadata", plain.article.id),
    ]
    assert [a.published for a in store.stated()] == [None, "2021-12-10"]


def test_a_refusal_is_noted_until_the_file_is_read(store: Store) -> None:
    store.refuse(Refusal("a.txt", "the file is empty"))
    store.refuse(Refusal("a.txt", "no permission to read it"))
    assert store.refusals() == [Refusal("a.txt", "no permission to read it")]
    store.add_capture(capture())
    assert store.refusals() == []


def test_pending_is_what_has_no_run_of_today(store: Store) -> None:
    given = capture()
    store.add_capture(given)
    assert store.pending("steps", lambda a: "one") == [given.article]
    store.annotate(reading(given.article), run(given.article))
    assert store.pending("steps", lambda a: "one") == []
    assert store.pending("steps", lambda a: "two") == [given.article]
    assert store.pending("others", lambda a: "one") == [given.article]


def test_annotations_come_back_as_they_were(reopen: Callable[[], Store]) -> None:
    given = capture()
    reopen().add_capture(given)
    reopen().annotate(reading(given.article), run(given.article))
    assert reopen().annotated() == [reading(given.article)]


def test_a_later_run_replaces_what_is_current(reopen: Callable[[], Store]) -> None:
    given = capture()
    store = reopen()
    store.add_capture(given)
    store.annotate(reading(given.article), run(given.article))
    fewer = AnnotatedArticle(given.article, reading(given.article).actors[:1])
    store.annotate(fewer, run(given.article, "two"))
    assert reopen().annotated() == [fewer]
    assert [r.digest for r in reopen().runs()] == ["two"]


def test_a_failed_run_is_one_row_with_its_reason(store: Store) -> None:
    given = capture()
    store.add_capture(given)
    store.annotate(reading(given.article), run(given.article))
    failed = Run(given.article.id, "steps", "two", "failed", "StepError: no")
    store.fail(failed)
    assert store.runs() == [failed]
    assert store.annotated() == [AnnotatedArticle(given.article)]
    assert store.pending("steps", lambda a: "two") == []


def test_links_are_replaced(reopen: Callable[[], Store]) -> None:
    store = reopen()
    store.set_links([same("a", "b"), same("b", "c")])
    store.set_links([same("b", "c"), same("c", "d")])
    assert reopen().links() == [same("b", "c"), same("c", "d")]


def judgement(reason: str = "one state", at: str = "2031-03-04T10:00:00.000Z") -> Judgement:
    words = (Words("a1", Span(0, 9), "Freedonia"), Words("a2", Span(3, 8), "\u202eFree", Span(0, 20)))
    subject = Subject("actor", "Freedonia", "country", words, "country/XF")
    return Judgement("rename", "Ada", reason, at, (subject,), "Freedonia (old)").named()


def test_judgements_are_kept_for_good_and_by_time(reopen: Callable[[], Store]) -> None:
    late, early = judgement("late", "2031-03-05T10:00:00.000Z"), judgement("early")
    assert reopen().keep([late]) == 1
    assert reopen().keep([late, early, early]) == 1
    reopen().set_links([same("a", "b")])
    assert reopen().judgements() == [early, late]
    assert list(reopen().check()) == []


@pytest.mark.parametrize(
    ("words", "found"),
    [("sylvania", ["a"]), ("FREEDONIA", ["a", "b"]), ("freedonia talks", ["b"]), ('" OR *', []), ("title-word", ["b"])],
)
def test_search_takes_words_and_no_operators(store: Store, words: str, found: list[str]) -> None:
    store.add_capture(capture("a"))
    store.add_capture(capture("b", "Talks of Freedonia. Talks.", title="A title word"))
    paths = {article.id: article.path for article in store.articles()}
    assert sorted(paths[key] for key in store.search(words)) == found


def test_notes_are_kept(reopen: Callable[[], Store]) -> None:
    assert reopen().get_meta("story") is None
    reopen().set_meta("story", "1")
    reopen().set_meta("story", "2")
    assert reopen().get_meta("story") == "2"


def test_hostile_values_are_values(store: Store) -> None:
    nasty = "'; DROP TABLE articles; -- \x01\U0001f600 \u202e"
    store.add_capture(capture(nasty, TEXT + nasty, title=nasty))
    store.refuse(Refusal(nasty, nasty))
    assert [(a.path, a.title) for a in store.articles()] == [(nasty, nasty)]
    assert list(store.check()) == []


def test_check_is_silent_where_all_is_well(store: Store) -> None:
    given = capture()
    store.add_capture(given)
    store.annotate(reading(given.article), run(given.article))
    assert list(store.check()) == []

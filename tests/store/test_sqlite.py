"""What can go wrong with a file."""

import os
import sqlite3
import threading
from pathlib import Path

import pytest
import sqlalchemy as sa

from sitroom.capture import Capture, article_id
from sitroom.errors import NewerStoreError, StoreError
from sitroom.judgements import Judgement
from sitroom.model import AnnotatedArticle, Article, LocalActor
from sitroom.store import Run, open_store
from sitroom.store.migrations import MIGRATIONS
from sitroom.store.sql import SqlStore
from sitroom.text import Span


def capture(text: str, path: str = "a.txt") -> Capture:
    return Capture(text.encode(), "utf-8", Article(id=article_id(text, None), path=path, text=text))


@pytest.fixture
def place(tmp_path: Path) -> Path:
    path = tmp_path / "story.db"
    store = open_store(str(path))
    store.add_capture(capture("Kept before."))
    store.close()
    return path


def test_a_store_of_a_newer_version_is_left_alone(place: Path) -> None:
    with sqlite3.connect(place) as connection:
        connection.execute("UPDATE meta SET value = ? WHERE name = 'version'", (str(len(MIGRATIONS) + 1),))
    with pytest.raises(NewerStoreError, match="newer version of Sitroom"):
        open_store(str(place))


def former(place: Path) -> None:
    """Make a store what the version before corrections wrote."""
    connection = sqlite3.connect(place, isolation_level=None)
    connection.execute("DROP TABLE judgements")
    connection.execute("UPDATE meta SET value = '2' WHERE name = 'version'")
    connection.close()


def test_a_store_of_a_former_version_is_brought_up_to_date(place: Path) -> None:
    former(place)
    judgement = Judgement("undo", "Ada", "mistake", "2031-03-04T10:00:00.000Z", undoes="judgement-1").named()
    store = open_store(str(place))
    assert [article.path for article in store.articles()] == ["a.txt"]
    assert store.keep([judgement]) == 1
    store.close()
    with sqlite3.connect(place) as connection:
        assert connection.execute("SELECT value FROM meta WHERE name = 'version'").fetchall() == [
            (str(len(MIGRATIONS)),)
        ]
    again = open_store(str(place))
    assert again.judgements() == [judgement]
    again.close()


def test_a_store_of_a_former_version_that_may_only_be_read_is_read(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    former(place)
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK)
    store = open_store(str(place))
    assert [article.path for article in store.articles()] == ["a.txt"]
    assert store.judgements() == []
    store.close()


def test_a_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE recipes (name)")
    with pytest.raises(StoreError, match="another program"):
        open_store(str(path))


def test_a_file_that_is_no_database_says_so(tmp_path: Path) -> None:
    path = tmp_path / "story.db"
    path.write_text("Not a database at all, but quite some text. " * 50, encoding="utf-8")
    with pytest.raises(StoreError, match=r"story\.db: this file is not a Sitroom store"):
        open_store(str(path))


@pytest.mark.parametrize("name", ["missing/story.db", "."])
def test_a_place_that_cannot_hold_a_store_says_so(tmp_path: Path, name: str) -> None:
    with pytest.raises(StoreError):
        open_store(str(tmp_path / name))


def test_reading_a_store_that_is_not_there_makes_none(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="there is no store here"):
        open_store(str(tmp_path / "story.db"), create=False)
    assert not (tmp_path / "story.db").exists()


def test_a_full_disk_loses_nothing_and_leaves_nothing_half(place: Path) -> None:
    store = SqlStore.open(str(place))
    size = place.stat().st_size

    @sa.event.listens_for(store._engine, "checkout")
    def small_disk(connection: sqlite3.Connection, *_: object) -> None:
        connection.execute(f"PRAGMA max_page_count={size // 4096 + 4}")

    large = "The ministry denied the report again. " * 20_000
    with pytest.raises(StoreError, match="the disk is full; what was stored before is intact"):
        store.add_capture(capture(large, "b.txt"))
    store.close()
    after = open_store(str(place))
    assert [article.path for article in after.articles()] == ["a.txt"]
    assert [kept.article.path for kept in after.captures()] == ["a.txt"]
    assert list(after.check()) == []
    after.close()


def test_a_run_that_fails_half_way_leaves_the_one_before(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = open_store(str(place))
    (article,) = store.articles()
    first = AnnotatedArticle(article, (LocalActor("a1", "person", "Kept", Span(0, 4)),))
    store.annotate(first, Run(article.id, "steps", "one", "done"))
    broken = Run(article.id, "steps", None, "done")  # type: ignore[arg-type]
    with pytest.raises(StoreError):
        store.annotate(AnnotatedArticle(article), broken)
    assert store.annotated() == [first]
    store.close()


def test_a_store_that_may_only_be_read_is_read(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK)
    store = open_store(str(place))
    assert [article.path for article in store.articles()] == ["a.txt"]
    with pytest.raises(StoreError, match="may only be read"):
        store.add_capture(capture("New."))
    store.close()


def test_a_store_being_written_by_another_is_reported_as_such(place: Path) -> None:
    store = SqlStore.open(str(place))

    @sa.event.listens_for(store._engine, "checkout")
    def impatient(connection: sqlite3.Connection, *_: object) -> None:
        connection.execute("PRAGMA busy_timeout=10")

    other = sqlite3.connect(place, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreError, match="another process is writing"):
        store.add_capture(capture("New."))
    other.execute("ROLLBACK")
    other.close()
    assert store.add_capture(capture("New."))
    store.close()


def test_threads_share_a_store(place: Path) -> None:
    store = open_store(str(place))
    seen: list[int] = []
    threads = [threading.Thread(target=lambda: seen.append(len(store.articles()))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    store.close()
    assert seen == [1, 1, 1, 1]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("UPDATE articles SET text = 'Changed.'", "its id does not match its text"),
        ("UPDATE blobs SET data = x'00'", "its bytes do not match their hash"),
        ("UPDATE annotations SET body = replace(body, 'Kept', 'Lost')", "its id does not match its content"),
        ("UPDATE annotations SET body = '{'", "cannot be read"),
        ("UPDATE judgements SET body = replace(body, 'mistake', 'proof')", "its id does not match its content"),
    ],
)
def test_check_finds_what_was_changed_behind_its_back(place: Path, change: str, said: str) -> None:
    store = open_store(str(place))
    (article,) = store.articles()
    actor = LocalActor("a1", "person", "Kept", Span(0, 4))
    store.annotate(AnnotatedArticle(article, (actor,)), Run(article.id, "steps", "one", "done"))
    store.keep([Judgement("undo", "Ada", "mistake", "2031-03-04T10:00:00.000Z", undoes="judgement-1").named()])
    store.close()
    with sqlite3.connect(place) as connection:
        connection.execute(change)
    store = open_store(str(place))
    assert any(said in fault for fault in store.check())
    store.close()

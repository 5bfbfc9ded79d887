import datetime as dt
import sqlite3
from collections.abc import Iterable
from pathlib import Path

import pytest
import sqlalchemy as sa

from sitroom import Desk, registry
from sitroom.annotate.engine import Language
from sitroom.annotate.pipeline import Step
from sitroom.annotate.reading import Reading
from sitroom.errors import IngestError, NotFoundError, StoreError
from sitroom.model import Annotation, Producer
from sitroom.store import Refusal
from sitroom.store.sql import SqlStore

EXAMPLES = Path(__file__).parents[2] / "examples"

CALL = "The presidents of Freedonia and Sylvania spoke by phone on Friday, the palace said.\n"
TALKS = "Envoys of Freedonia will meet their counterparts in Vienna next week, a ministry spokesman said.\n"


@pytest.fixture
def coverage(tmp_path: Path) -> Path:
    folder = tmp_path / "coverage"
    folder.mkdir()
    (folder / "b.txt").write_text(CALL, encoding="utf-8")
    (folder / "a.txt").write_text(TALKS, encoding="utf-8")
    return folder


def export(desk: Desk) -> list[str]:
    return [item.model_dump_json() for item in desk.record().items()]


def test_a_folder_becomes_a_record(coverage: Path, nlp: Language, tmp_path: Path) -> None:
    with Desk.open(tmp_path / "story.db", nlp=nlp) as desk:
        report = desk.add([coverage], published="2021-12-10")
        assert report.read == ("a.txt", "b.txt")
        assert desk.build().annotated == 2
        assert {article.path: article.published for article in desk.record().articles} == {
            "a.txt": "2021-12-10",
            "b.txt": "2021-12-10",
        }


def test_a_second_build_adds_only_what_is_new(coverage: Path, nlp: Language, tmp_path: Path) -> None:
    with Desk.open(tmp_path / "story.db", nlp=nlp) as desk:
        desk.add([coverage / "a.txt"], published="2021-12-10")
        assert desk.build().annotated == 1
        report = desk.add([coverage / "a.txt", coverage / "b.txt"], published="2021-12-10")
        assert (report.read, report.known) == (("b.txt",), ("a.txt",))
        assert desk.build().annotated == 1
        assert desk.build().annotated == 0


def test_bad_files_are_refused_and_the_others_go_on(coverage: Path, nlp: Language) -> None:
    (coverage / "empty.txt").write_bytes(b"")
    with Desk.open(nlp=nlp) as desk:
        report = desk.add([coverage, coverage / "gone.txt", coverage.parent / "story.pdf"])
        assert report.read == ("a.txt", "b.txt")
        assert {refusal.path: refusal.reason for refusal in report.refused} == {
            "empty.txt": "the file is empty",
            "gone.txt": "there is no such file (or it has gone)",
            "story.pdf": "no reader for .pdf (there are .htm, .html, .text, .txt, .xhtml)",
        }
        assert [refusal.path for refusal in desk.refusals()] == ["empty.txt", "gone.txt", "story.pdf"]


def test_a_date_that_is_none_stops_before_anything_is_read(coverage: Path, nlp: Language) -> None:
    with Desk.open(nlp=nlp) as desk, pytest.raises(IngestError, match="not a date"):
        desk.add([coverage], published="last week")


def test_the_table_of_dates_is_no_article(coverage: Path, nlp: Language) -> None:
    table = coverage / "dates.txt"
    table.write_text("a.txt\t2021-12-09\nb.txt\t2021-12-11\n", encoding="utf-8")
    with Desk.open(nlp=nlp) as desk:
        assert desk.add([coverage], published_tsv=table).read == ("a.txt", "b.txt")
        desk.build()
        assert [article.published for article in sorted(desk.record().articles, key=lambda a: a.path)] == [
            "2021-12-09",
            "2021-12-11",
        ]


def test_annotate_keeps_nothing_and_says_what_failed(coverage: Path, nlp: Language) -> None:
    (coverage / "blob.txt").write_bytes(b"\x00\x01\x02")
    with Desk.open(nlp=nlp) as desk:
        lines = [line.line() for line in desk.annotate([coverage], published="2021-12-10")]
        assert [Path(line["path"]).name for line in lines] == ["blob.txt", "a.txt", "b.txt"]
        assert lines[0]["error"] == "a binary file, not text"
        assert desk.record().articles == []


def test_an_article_that_a_step_cannot_read_is_one_row(
    coverage: Path, nlp: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps = registry.steps()

    def broken(reading: Reading) -> Iterable[Annotation]:
        if "Vienna" in reading.article.text:
            raise ValueError("no")
        return []

    monkeypatch.setattr(registry, "steps", lambda: [*steps, Step(Producer("broken"), broken)])
    with Desk.open(nlp=nlp) as desk:
        desk.add([coverage], published="2021-12-10")
        report = desk.build()
        assert (report.annotated, report.failed) == (1, (Refusal("a.txt", "ValueError: no"),))
        assert desk.refusals() == [Refusal("a.txt", "ValueError: no")]
        assert {article.path for article in desk.record().articles} == {"a.txt", "b.txt"}
        assert desk.build().annotated == 0


def test_a_file_that_is_read_later_is_no_refusal_any_more(coverage: Path, nlp: Language) -> None:
    (coverage / "a.txt").write_bytes(b"")
    with Desk.open(nlp=nlp) as desk:
        desk.add([coverage])
        assert [refusal.path for refusal in desk.refusals()] == ["a.txt"]
        (coverage / "a.txt").write_text(TALKS, encoding="utf-8")
        assert desk.add([coverage]).read == ("a.txt",)
        assert desk.refusals() == []


def test_a_date_given_later_dates_the_article(coverage: Path, nlp: Language) -> None:
    with Desk.open(nlp=nlp) as desk:
        desk.add([coverage / "b.txt"])
        desk.build()
        assert desk.record().articles[0].published is None
        desk.add([coverage / "b.txt"], published="2021-12-11")
        assert desk.build().annotated == 1
        (article,) = desk.record().articles
        assert (article.published, article.published_from) == ("2021-12-11", "given")


def test_progress_is_told(coverage: Path, nlp: Language) -> None:
    seen: list[tuple[int, int, str]] = []
    with Desk.open(nlp=nlp) as desk:
        desk.add([coverage])
        desk.build(progress=lambda done, total, path: seen.append((done, total, path)))
    assert seen == [(0, 2, ""), (1, 2, "a.txt"), (2, 2, "b.txt")]


def test_a_story_can_be_asked_for(nlp: Language) -> None:
    with Desk.open(nlp=nlp) as desk:
        desk.add([EXAMPLES])
        desk.build()
        stories = desk.stories()
        assert len(stories) == 2
        assert desk.story("kenya") in stories
        record = desk.record(story="kenya")
        assert sorted(article.id for article in record.articles) == sorted(desk.story("Kenya").articles)
        assert {actor.name for actor in record.actors}.isdisjoint({"Vladimir Putin", "Ukraine"})
        with pytest.raises(NotFoundError, match="no story is called 'Ruritania'"):
            desk.record(story="Ruritania")
        assert desk.search("Odinga")[0].path.startswith("nairobi")
        assert desk.show(desk.contacts()[0].id) == desk.contacts()[0]
        assert desk.verify() == []


def test_doctor_tells_what_the_program_consists_of() -> None:
    with Desk.open() as desk:
        facts = desk.doctor()
    assert facts["articles"] == "0"
    assert len(facts["pipeline hash"]) == len(facts["steps and tables hash"]) == 16


def test_an_encoding_that_was_guessed_is_told(coverage: Path, nlp: Language) -> None:
    said = "The minister said: “We’re ready” – and left the café near the palace, as he had been told to do."
    (coverage / "a.txt").write_bytes(said.encode("windows-1252"))
    with Desk.open(nlp=nlp) as desk:
        ((path, encoding),) = desk.add([coverage]).guessed
        assert path == "a.txt"
        assert said.encode(encoding) == said.encode("windows-1252")


def test_a_full_disk_names_the_file_and_loses_nothing(coverage: Path, nlp: Language, tmp_path: Path) -> None:
    place = tmp_path / "story.db"
    with Desk.open(place, nlp=nlp) as desk:
        desk.add([coverage / "a.txt"], published="2021-12-10")
        desk.build()
        before = desk.record()
    (coverage / "c.txt").write_text(TALKS * 1500, encoding="utf-8")
    with Desk.open(place, nlp=nlp) as desk:
        store = desk._store
        assert isinstance(store, SqlStore)

        @sa.event.listens_for(store._engine, "checkout")
        def small_disk(connection: sqlite3.Connection, *_: object) -> None:
            connection.execute(f"PRAGMA max_page_count={place.stat().st_size // 4096 + 2}")

        with pytest.raises(StoreError, match=r"c\.txt was not stored: .*story\.db: the disk is full"):
            desk.add([coverage / "c.txt"])
    with Desk.open(place, nlp=nlp) as desk:
        assert desk.record() == before
        assert desk.verify() == []


def test_a_desk_notices_what_another_one_did(coverage: Path, nlp: Language, tmp_path: Path) -> None:
    with Desk.open(tmp_path / "s.db", nlp=nlp) as one, Desk.open(tmp_path / "s.db", nlp=nlp) as other:
        one.add([coverage / "a.txt"], published="2021-12-10")
        one.build()
        first = other.revision()
        assert len(other.record().articles) == 1
        one.add([coverage / "b.txt"], published="2021-12-10")
        one.build()
        assert other.revision() != first
        assert len(other.record().articles) == 2
        second = other.revision()
        one.build()
        assert other.revision() == second, "a build that has nothing to do changes nothing"
        actor = other.actors()[0]
        other.rename(actor.id, "Somebody", "a test", by="Ada")
        assert "Somebody" in {a.name for a in one.actors()}
        (fate,) = one.history()
        assert (fate.judgement.by, fate.state) == ("Ada", "in force")


def test_judgements_are_later_than_those_before_whatever_the_clock_says(coverage: Path, nlp: Language) -> None:
    days = iter([dt.datetime(2031, 3, 5, tzinfo=dt.UTC), dt.datetime(2031, 3, 4, tzinfo=dt.UTC)])
    with Desk.open(nlp=nlp, clock=lambda: next(days)) as desk:
        desk.add([coverage], published="2021-12-10")
        desk.build()
        actor = desk.actors()[0].id
        desk.rename(actor, "First", "a test", by="Ada")
        desk.rename(actor, "Second", "a test", by="Ada")
        assert desk.show(actor).name == "Second"  # type: ignore[union-attr]
        assert [f.judgement.at for f in desk.history()] == ["2031-03-05T00:00:00.000Z", "2031-03-05T00:00:00.001Z"]

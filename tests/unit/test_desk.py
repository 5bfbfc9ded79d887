from pathlib import Path

import pytest

from sitroom import Desk
from sitroom.annotate.engine import Language
from sitroom.errors import IngestError

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

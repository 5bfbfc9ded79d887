"""Same input, same record: whatever the order of the files, of adding and of building."""

import random
from pathlib import Path

import pytest

from sitroom import Desk
from sitroom.annotate.engine import Language
from sitroom.model import AnnotatedArticle
from sitroom.store import Run
from sitroom.store.sql import SqlStore

EXAMPLES = Path(__file__).parents[2] / "examples"


def export(desk: Desk) -> list[str]:
    return [item.model_dump_json(by_alias=True) for item in desk.record().items()]


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """A coverage with a wire report, its reprint, reports without a date, and a file that cannot be read."""
    folder = tmp_path_factory.mktemp("coverage")
    for path in sorted(EXAMPLES.glob("*/*"))[::2]:
        if path.suffix in (".txt", ".html"):
            (folder / path.name).write_bytes(path.read_bytes())
    call = "The presidents of Freedonia and Sylvania spoke by phone for an hour on {}, the palace said.\n"
    (folder / "dated.txt").write_text("VIENNA, Dec. 10, 2021 - " + call.format("Friday"), encoding="utf-8")
    (folder / "undated.txt").write_text(call.format("Friday"), encoding="utf-8")
    (folder / "empty.txt").write_bytes(b"")
    return sorted(folder.iterdir())


@pytest.fixture(scope="module")
def expected(files: list[Path], nlp: Language) -> list[str]:
    with Desk.open(nlp=nlp) as desk:
        desk.add(files)
        desk.build()
        return export(desk)


@pytest.mark.parametrize("batch", [2, 100])
def test_the_order_and_the_number_of_builds_change_nothing(
    files: list[Path], expected: list[str], nlp: Language, tmp_path: Path, batch: int
) -> None:
    shuffled = random.Random(batch).sample(files, len(files))
    with Desk.open(tmp_path / "story.db", nlp=nlp) as desk:
        for at in range(0, len(shuffled), batch):
            desk.add(shuffled[at : at + batch])
            desk.build()
        assert export(desk) == expected
        assert desk.verify() == []
    with Desk.open(tmp_path / "story.db") as desk:
        assert export(desk) == expected


class Killed(BaseException):
    """Stands for the end of the process."""


def test_a_killed_build_goes_on_where_it_was(
    files: list[Path], expected: list[str], nlp: Language, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "story.db"
    kept: list[str] = []
    annotate = SqlStore.annotate

    def dying(store: SqlStore, found: AnnotatedArticle, run: Run) -> None:
        if len(kept) == 3:
            raise Killed
        annotate(store, found, run)
        kept.append(run.article)

    monkeypatch.setattr(SqlStore, "annotate", dying)
    with pytest.raises(Killed), Desk.open(place, nlp=nlp) as desk:
        desk.add(files)
        desk.build()
    monkeypatch.undo()
    with Desk.open(place, nlp=nlp) as desk:
        articles = len(desk.add(files).known)
        assert desk.build().annotated == articles - 3
        assert export(desk) == expected


def test_the_lines_of_annotate_do_not_depend_on_the_order(files: list[Path], nlp: Language) -> None:
    with Desk.open(nlp=nlp) as desk:
        one, other = ([line.line() for line in desk.annotate(given)] for given in (files, files[::-1]))
    assert one == other
    assert [line["path"] for line in one if "error" in line] == [
        path.as_posix() for path in files if "empty" in path.name
    ]

import os
from pathlib import Path

import pytest

from sitroom.errors import IngestError
from sitroom.ingest.files import find
from sitroom.ingest.given import Given, read_sidecar, read_table
from sitroom.ingest.readers import extension, is_known, reader_for
from sitroom.ingest.reading import read_file
from sitroom.ingest.source import is_binary, load


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.html", "sub/c.TXT", "sub/.hidden.txt", ".git/d.txt", "notes.pdf", "b.txt.meta.json"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("Words.", encoding="utf-8")
    return tmp_path


def names(paths: list[Path], leave_out: Path | None = None, as_given: bool = False) -> list[str]:
    return [file.name for file in find(paths, leave_out, as_given)[0]]


def test_folders_are_walked_in_order_and_names_are_relative(folder: Path) -> None:
    assert names([folder]) == ["a.html", "b.txt", "sub/c.TXT"]


def test_the_order_of_paths_is_nothing_and_a_file_counts_once(folder: Path) -> None:
    paths = [folder / "b.txt", folder, folder / "sub"]
    assert names(paths) == names(paths[::-1])
    assert len(names(paths)) == 3


def test_a_named_file_is_taken_whatever_its_kind(folder: Path) -> None:
    assert names([folder / "notes.pdf", folder / "gone.txt"]) == ["gone.txt", "notes.pdf"]


def test_a_table_of_dates_is_left_out_by_whatever_way_it_is_named(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    assert names([folder, Path("b.txt")], leave_out=Path("sub/../b.txt")) == ["a.html", "sub/c.TXT"]


def test_names_can_be_kept_as_the_user_wrote_them(folder: Path) -> None:
    assert names([folder / "sub"], as_given=True) == [f"{folder.as_posix()}/sub/c.TXT"]


def test_links_in_a_circle_end(folder: Path) -> None:
    (folder / "sub" / "loop").symlink_to(folder)
    assert names([folder]) == ["a.html", "b.txt", "sub/c.TXT"]


def test_a_name_that_is_no_unicode_can_be_printed(tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")).write_text("Words.", encoding="utf-8")
    (name,) = names([tmp_path])
    assert name == "caf\\udce9.txt"


def test_a_folder_that_may_not_be_entered_is_refused(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no(path: str) -> None:
        raise PermissionError(13, "Permission denied", path)

    monkeypatch.setattr(os, "scandir", no)
    found, refused = find([folder, folder / "b.txt"])
    assert [file.name for file in found] == ["b.txt"]
    assert "Permission denied" in refused[0].reason


@pytest.mark.parametrize(
    ("name", "kind"), [("a.TXT", ".txt"), ("x/y.tar.html", ".html"), (".txt", ""), ("a", ""), ("a.d/b", "")]
)
def test_extension(name: str, kind: str) -> None:
    assert extension(name) == kind


def test_no_reader_says_which_there_are() -> None:
    assert not is_known("a.docx")
    with pytest.raises(IngestError, match=r"no reader for \.docx \(there are .*\.html.*\.txt"):
        reader_for("a.docx")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "the file is empty"),
        (b" \r\n\t ", "the file is empty"),
        (b"\xef\xbb\xbf\n", "the file is empty"),
        (b"%PDF-1.7 and so on", "a binary file"),
        (b"PK\x03\x04rest", "a binary file"),
        (b"\x89PNG\r\n", "a binary file"),
        (b"text with \x00 in it", "a binary file"),
        (bytes(range(1, 9)) * 10, "a binary file"),
        (b"x" * 101, "too large"),
    ],
)
def test_bytes_that_are_no_text_are_refused(tmp_path: Path, data: bytes, reason: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    with pytest.raises(IngestError, match=reason):
        load(path, "a.txt", max_bytes=100)


def test_places_that_are_no_files_are_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    for name, reason in (
        ("pipe.txt", "is not a file"),
        ("gone.txt", "no such file"),
        ("a\x00b.txt", "not a file name"),
    ):
        with pytest.raises(IngestError, match=reason):
            load(tmp_path / name, name, 100)


def test_no_permission_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Words.", encoding="utf-8")

    def no(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", no)
    with pytest.raises(IngestError, match="no permission to read it"):
        load(path, "a.txt", 100)


def test_utf_16_is_text() -> None:
    assert not is_binary("Words.".encode("utf-16"))


def test_one_long_line_is_refused_by_its_length(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("word " * 1_000_000, encoding="utf-8")
    (file,), _ = find([path])
    with pytest.raises(IngestError, match=r"a\.txt: too long: an article of 5,000,000 characters \(at most 200,000"):
        read_file(file, Given(), 20_000_000, 200_000)


def test_a_reader_that_breaks_is_one_refusal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Words.", encoding="utf-8")

    def broken(_: object) -> None:
        raise RecursionError("too deep")

    monkeypatch.setattr("sitroom.ingest.text.read", broken)
    (file,), _ = find([path])
    with pytest.raises(IngestError, match="RecursionError: too deep"):
        read_file(file, Given(), 100, 100)


# what the user states


@pytest.mark.parametrize(
    ("content", "table"),
    [
        ("a.txt\t2021-12-09\nb.txt\t2021-12\n", {"a.txt": "2021-12-09", "b.txt": "2021-12"}),
        ("\ufefffile\tdate\na.txt\t2021-12-09T10:00:00Z\r\n\n", {"a.txt": "2021-12-09"}),
        ("sub\\a b.txt\t 2021-12-09 \nc.txt\t\n", {"sub/a b.txt": "2021-12-09"}),
    ],
)
def test_a_table_of_dates(tmp_path: Path, content: str, table: dict[str, str]) -> None:
    path = tmp_path / "dates.tsv"
    path.write_text(content, encoding="utf-8")
    assert read_table(path) == table


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"a.txt 2021-12-09\nb.txt 2021-12-09", "line 1 is not"),
        (b"a.txt\tsoon 1\n", "not a date"),
        (b"\xff\xfe", "cannot"),
    ],
)
def test_a_table_that_is_none_is_an_error(tmp_path: Path, content: bytes, said: str) -> None:
    path = tmp_path / "dates.tsv"
    path.write_bytes(content)
    with pytest.raises(IngestError, match=said):
        read_table(path)


@pytest.mark.parametrize("sidecar", ["a.txt.meta.json", "a.meta.json"])
def test_a_sidecar_states_what_the_text_lacks(tmp_path: Path, sidecar: str) -> None:
    (tmp_path / "a.txt").write_text("Words of the ministry.", encoding="utf-8")
    (tmp_path / sidecar).write_text(
        '{"published": "2021-12-09T22:10:00-05:00", "outlet": "Gazette", "title": "Words", "authors": "A. B.",'
        ' "url": "https://gazette.example/1", "retrieved": "2021-12-10", "unknown": 1}',
        encoding="utf-8",
    )
    (file,), _ = find([tmp_path])
    (capture,) = read_file(file, Given(published="2020-01-01"), 100, 100)
    article = capture.article
    assert (article.published, article.published_from) == ("2021-12-09", "given")
    assert (article.outlet, article.title, article.authors) == ("Gazette", "Words", ("A. B.",))
    assert (article.url, article.retrieved) == ("https://gazette.example/1", "2021-12-10")


def test_the_table_outranks_the_sidecar_and_both_the_date_for_all(tmp_path: Path) -> None:
    for name in ("a", "b", "c"):
        (tmp_path / f"{name}.txt").write_text(f"Words of {name}.", encoding="utf-8")
        if name != "c":
            (tmp_path / f"{name}.meta.json").write_text('{"published": "2021-12-02"}', encoding="utf-8")
    given = Given(published="2021-12-03", table={"a.txt": "2021-12-01"})
    files, _ = find([tmp_path])
    dates = [read_file(file, given, 100, 100)[0].article.published for file in files]
    assert dates == ["2021-12-01", "2021-12-02", "2021-12-03"]


@pytest.mark.parametrize(
    "content", ["[", "[]", '{"published": "tomorrow"}', '{"title": 7}', '{"authors": [1]}', "[" * 100_000]
)
def test_a_sidecar_that_is_none_is_an_error(tmp_path: Path, content: str) -> None:
    (tmp_path / "a.meta.json").write_text(content, encoding="utf-8")
    with pytest.raises(IngestError, match=r"^a\.txt: "):
        read_sidecar(tmp_path / "a.txt", "a.txt")


def test_half_characters_in_a_sidecar_do_no_harm(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Words of the ministry.", encoding="utf-8")
    (tmp_path / "a.meta.json").write_text('{"title": "Half \\ud83d", "outlet": "\\udc00"}', encoding="utf-8")
    (file,), _ = find([tmp_path])
    (capture,) = read_file(file, Given(), 100, 100)
    assert (capture.article.title, capture.article.outlet) == ("Half ?", "?")


def test_a_run_of_signs_is_no_article(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Words. " + "(" * 1200, encoding="utf-8")
    (tmp_path / "b.txt").write_text("Words.\n" + "-" * 400 + "\nMore words.", encoding="utf-8")
    one, other = find([tmp_path])[0]
    with pytest.raises(IngestError, match="unbroken run"):
        read_file(one, Given(), 10_000, 10_000)
    assert read_file(other, Given(), 10_000, 10_000)

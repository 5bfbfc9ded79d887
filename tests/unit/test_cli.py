from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from pydantic import TypeAdapter

from sitroom.annotate.engine import Language
from sitroom.cli.building import schemas
from sitroom.cli.reference import commands_markdown
from sitroom.desk import Desk
from sitroom.record import AnnotationLine, RecordItem
from sitroom.views.tables import VIEWS

REPORTS = {
    "call.txt": "Paris, 4 March 2019\n\nFrench President Emmanuel Macron spoke by phone with German Chancellor Angela "
    "Merkel on Monday for 40 minutes.\n\nMacron said France would send 200 troops if Germany agrees.\n",
    "threat.txt": "Berlin, 5 March 2019\n\nGermany warned that it would impose sanctions on Iran if Tehran tests the "
    "missile.\n\nMerkel plans to meet Macron in Berlin on 12 March, an official said.\n",
    "odd.txt": "Paris, 6 March 2019\n\nFrench President Emmanuel Macron said that France would send "
    "[bold red]help[/bold red] \x1b[31msoon\x1b[0m, \u202eif asked, to <script>alert(1)</script> Italy.\n",
}
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture(scope="session")
def coverage(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("coverage")
    for name, text in REPORTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def store(coverage: Path, nlp: Language) -> Path:
    path = coverage.parent / "story.db"
    with Desk.open(path, nlp=nlp) as desk:
        desk.add([coverage])
        desk.build()
    return path


@pytest.mark.parametrize("view", [*VIEWS, "stories", "brief"])
def test_every_view_prints_a_table_and_one_json_array(run: Run, store: Path, view: str) -> None:
    code, out, _ = run(view, store)
    assert code == 0 and out.strip()
    assert "\x1b" not in out and "\u202e" not in out, "no control characters of an article reach the terminal"
    code, out, _ = run(view, store, "--json")
    items = json.loads(out)
    assert code == 0 and isinstance(items, list)
    assert all(next(iter(item)) == "kind" for item in items)
    if view not in ("stories", "brief"):
        TypeAdapter(list[RecordItem]).validate_python(items)
    assert "\x1b" not in out and "\u202e" not in out


def test_rich_markup_in_articles_is_literal(run: Run, store: Path) -> None:
    _, out, _ = run("statements", store)
    assert "[bold red]help" in " ".join(out.split())


def test_the_brief_prints_every_format(run: Run, store: Path) -> None:
    assert "What happened" in run("brief", store)[1]
    assert run("brief", store, "--markdown")[1].startswith("# ")
    assert run("brief", store, "--html")[1].startswith("<!doctype html>")
    sentences = json.loads(run("brief", store, "--json")[1])
    assert sentences and all(s["evidence"] for s in sentences)
    assert run("brief", store, "--json", "--html")[0] == 2


@pytest.mark.parametrize("view", [*VIEWS, "brief"])
def test_every_view_takes_the_filters(run: Run, store: Path, view: str) -> None:
    for option, value in (("--about", "Merkel"), ("--actor", "France"), ("--outlet", "call"), ("--from", "2019-03"),
                          ("--to", "2019-03-31")):  # fmt: skip
        assert run(view, store, option, value)[0] == 0, option


def test_statements_have_filters_of_their_own(run: Run, store: Path) -> None:
    said = json.loads(run("statements", store, "--by", "Macron", "--json")[1])
    assert said and len(said) < len(json.loads(run("statements", store, "--json")[1]))
    assert all(not s["named"] for s in json.loads(run("statements", store, "--unnamed", "--json")[1]))
    assert run("statements", store, "--to", "2019-03-04", "--since", "2019-03")[0] == 0
    assert json.loads(run("statements", store, "--to", "2018", "--json")[1]) == []
    assert run("statements", store, "--by", "Macron", "--since", "2099")[0] == 0
    assert run("statements", store, "--by", "")[0] == 1
    assert "Nothing matches" in run("statements", store, "--by", "Macron", "--since", "2099")[1]
    assert "Nothing matches" in run("timeline", store, "--about", "zzz")[1]


def test_show_opens_an_item_by_the_start_of_its_id(run: Run, store: Path) -> None:
    event = json.loads(run("contacts", store, "--json")[1])[0]
    code, out, _ = run("show", store, event["id"][: len("event-") + 6])
    assert code == 0 and "Emmanuel Macron" in out and "characters" in out
    assert json.loads(run("show", store, event["id"], "--json")[1]) == [event]


def test_errors_are_one_line_that_names_the_file(run: Run, store: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.db"
    broken.write_bytes(b"this is no database" * 100)
    for arguments, words in (
        (("brief", tmp_path / "none.db"), "none.db"),
        (("brief", broken), "broken.db"),
        (("show", store, "zzzz"), "zzzz"),
        (("contacts", store, "--actor", "Nobody At All"), "Nobody At All"),
        (("contacts", store, "--from", "yesterday"), "2021-12-09"),
        (("contacts", store, "--story", "No such"), "No such"),
    ):
        code, out, err = run(*arguments)
        assert (code, out) == (1, ""), arguments
        assert err.startswith("sitroom: ") and words in err and len(err.splitlines()) == 1


def test_usage_errors_leave_with_two(run: Run, store: Path) -> None:
    for arguments in (("nonsense",), ("brief",), ("brief", store, "--nonsense"), ("build",)):
        assert run(*arguments)[0] == 2


def test_build_says_what_it_read_refused_and_found(run: Run, coverage: Path, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(REPORTS["call.txt"], encoding="utf-8")
    (tmp_path / "empty.txt").write_text("")
    code, out, err = run("build", tmp_path / "good.txt", tmp_path / "empty.txt", "-o", tmp_path / "s.db")
    assert code == 0
    assert "1 article (1 new, 1 refused)" in out and "found" in out
    assert "empty.txt" in err and "100%" not in err, "no progress bar where there is no terminal"
    assert "1 known before" in " ".join(run("build", tmp_path / "good.txt", "-o", tmp_path / "s.db")[1].split())


def test_build_leaves_with_two_when_nothing_could_be_read(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    code, _, err = run("build", tmp_path / "empty.txt", tmp_path / "gone.txt", "-o", tmp_path / "s.db")
    assert code == 2 and "gone.txt" in err


def test_annotate_prints_a_line_a_file(run: Run, coverage: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    code, out, _ = run("annotate", coverage / "call.txt", tmp_path / "empty.txt")
    lines = [json.loads(line) for line in out.splitlines()]
    assert code == 0 and len(lines) == 2
    read = next(line for line in lines if "error" not in line)
    AnnotationLine.model_validate(read)
    text = (coverage / "call.txt").read_bytes().decode()
    assert all(text[m["start"] : m["end"]] == m["quote"] for m in read["mentions"])
    assert {"path", "error"} == set(next(line for line in lines if "error" in line))
    assert run("annotate", tmp_path / "empty.txt")[0] == 1


def test_export_prints_the_record(run: Run, store: Path) -> None:
    code, out, _ = run("export", store, "--format", "jsonl")
    items = [json.loads(line) for line in out.splitlines()]
    assert code == 0 and {"article", "actor", "statement", "event"} <= {item["kind"] for item in items}
    assert run("export", store, "--format", "csv")[0] == 2


def test_schema_covers_both_outputs(run: Run) -> None:
    code, out, _ = run("schema")
    made = json.loads(out)
    assert code == 0 and made == schemas()
    assert {"annotate", "export", "EventItem", "AnnotationLine", "EvidenceItem"} <= set(made["$defs"])


def test_verify_and_doctor(run: Run, store: Path) -> None:
    assert run("verify", store)[0] == 0
    code, out, _ = run("doctor")
    assert code == 0 and "sitroom" in out and "pipeline" in out


def test_every_command_has_help_with_an_example(run: Run) -> None:
    for command in (*VIEWS, "brief", "stories", "show", "build", "annotate", "export", "serve"):
        code, out, _ = run(command, "--help")
        assert code == 0 and f"sitroom {command} " in out, command


def test_the_module_runs_as_a_program(tmp_path: Path) -> None:
    environment = {**os.environ, "COLUMNS": "100"}
    command = [sys.executable, "-m", "sitroom"]
    version = subprocess.run([*command, "--version"], capture_output=True, text=True, env=environment, check=False)
    assert (version.returncode, version.stderr) == (0, "") and version.stdout.startswith("sitroom ")
    failed = subprocess.run([*command, "brief", str(tmp_path / "none.db")], capture_output=True, text=True,
                            env=environment, check=False)  # fmt: skip
    assert failed.returncode == 1 and "Traceback" not in failed.stderr and "none.db" in failed.stderr


def test_the_reference_is_what_the_application_says() -> None:
    page = Path(__file__).parents[2] / "docs" / "reference" / "commands.md"
    assert page.read_text(encoding="utf-8") == commands_markdown(), (
        "run: python -m sitroom.cli.reference > " + page.name
    )


def test_the_matrix_counts_what_can_be_opened(run: Run, store: Path) -> None:
    cells = json.loads(run("positions", store, "--matrix", "--json")[1])
    held = {e["id"] for e in json.loads(run("positions", store, "--json")[1])}
    assert cells and all(set(cell["events"]) <= held for cell in cells)
    _, out, _ = run("positions", store, "--matrix")
    assert "Germany" in out and "warns or threatens" in out
    assert {
        c["holder_name"] for c in json.loads(run("positions", store, "--of", "Germany", "--matrix", "--json")[1])
    } == {"Germany"}


def test_coverage_says_who_has_and_who_lacks(run: Run, store: Path) -> None:
    lines = json.loads(run("coverage", store, "--json")[1])
    assert lines and all(line["has"] and not set(line["has"]) & set(line["lacks"]) for line in lines)
    assert "Lacks it" in run("coverage", store)[1] or "odd" in run("coverage", store)[1]
    lacking = json.loads(run("coverage", store, "--lacks", "odd", "--json")[1])
    assert lacking and all("odd.txt" in line["lacks"] for line in lacking)
    code, _, err = run("coverage", store, "--lacks", "No such paper")
    assert code == 1 and "No such paper" in err


@pytest.mark.parametrize(
    "words", ['"', "NEAR(", "a* OR", "title:Macron", "-", "'; DROP TABLE articles; --", "\x00", "^"]
)
def test_search_takes_anything_for_words(run: Run, store: Path, words: str) -> None:
    code, out, err = run("search", store, "--", words)
    assert (code, err) == (0, "") and out.strip() and "\x1b" not in out


def test_search_shows_sentences_that_hold_the_words(run: Run, store: Path) -> None:
    (hit,) = json.loads(run("search", store, "SANCTIONS", "missile", "--json")[1])
    assert hit["path"] == "threat.txt" and "impose sanctions on Iran" in hit["evidence"][0]["quote"]
    assert len(json.loads(run("search", store, "macron", "--json")[1])) == 3
    assert len(json.loads(run("search", store, "macron", "--from", "2019-03-06", "--json")[1])) == 1
    assert run("search", store, "nowhere")[1] == "No article holds all these words.\n"
    assert "\x1b" not in run("search", store, "alert")[1]

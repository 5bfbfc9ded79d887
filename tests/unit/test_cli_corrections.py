"""Correcting the record from the command line, mistakes included."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from sitroom.annotate.engine import Language
from sitroom.desk import Desk

REPORTS = {
    "call.txt": "Paris, 4 March 2019\n\nFrench President Emmanuel Macron spoke by phone with German Chancellor Angela "
    "Merkel on Monday for 40 minutes.\n\nMacron said France would send 200 troops if Germany agrees.\n",
    "threat.txt": "Berlin, 5 March 2019\n\nGermany warned that it would impose sanctions on Iran if Tehran tests the "
    "missile.\n\nMerkel plans to meet Macron in Berlin on 12 March, Corin Vale, an adviser, said.\n",
    "vale.txt": "Berlin, 6 March 2019\n\nAnton Hesse, an adviser to Merkel, said that talks with Macron were going "
    "well and that 30 envoys took part.\n\nHesse met reporters in Berlin.\n",
}
LATER = "Paris, 7 March 2019\n\nCorin Vale, an adviser, said that Macron and Merkel spoke by phone on Monday.\n"
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory, nlp: Language) -> Path:
    folder = tmp_path_factory.mktemp("corrections")
    for name, text in REPORTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    with Desk.open(folder / "story.db", nlp=nlp) as desk:
        desk.add([folder])
        desk.build()
    return folder / "story.db"


@pytest.fixture
def store(built: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(built, tmp_path / "story.db"))


@pytest.fixture(autouse=True)
def analyst(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITROOM_ANALYST", "Ada")


def names(run: Run, store: Path) -> set[str]:
    return {actor["name"] for actor in json.loads(run("actors", store, "--json")[1])}


def states(run: Run, store: Path) -> list[tuple[str, str, str]]:
    return [(j["act"], j["by"], j["state"]) for j in json.loads(run("history", store, "--json")[1])]


def test_two_spellings_become_one_and_two_again(run: Run, store: Path) -> None:
    before = run("export", store)[1]
    code, out, err = run("actors", "merge", store, "Corin Vale", "Anton Hesse", "--reason", "two names")
    assert code == 0 and "merged by Ada: two names" in out
    assert err.startswith("sitroom: judged by Ada; `sitroom undo") and str(store) in err
    assert len(names(run, store) & {"Corin Vale", "Anton Hesse"}) == 1
    judgement = json.loads(run("history", store, "--json")[1])[0]["id"]
    assert run("undo", store, judgement[10:16], "-m", "no", "--by", "Bo")[0] == 0
    assert run("export", store)[1] == before
    assert states(run, store) == [("merge", "Ada", "undone"), ("undo", "Bo", "in force")]
    listed = " ".join(run("history", store)[1].split())
    assert "two names" in listed and "by Bo on" in listed


def test_a_judgement_stays_attached_when_articles_are_added(
    run: Run, store: Path, nlp: Language, tmp_path: Path
) -> None:
    run("actors", "merge", store, "Corin Vale", "Anton Hesse", "-m", "two names")
    run("actors", "rename", store, "Anton Hesse", "Corin Hesse", "-m", "his passport")
    (tmp_path / "later.txt").write_text(LATER, encoding="utf-8")
    (tmp_path / "early.txt").write_text(REPORTS["vale.txt"].replace("6 March", "3 March"), encoding="utf-8")
    with Desk.open(store, nlp=nlp) as desk:
        desk.add([tmp_path / "later.txt", tmp_path / "early.txt"])
        desk.build()
        assert desk.verify() == []
    assert names(run, store) & {"Corin Vale", "Anton Hesse", "Corin Hesse"} == {"Corin Hesse"}
    assert {state for _, _, state in states(run, store)} == {"in force"}


def test_mistakes_are_one_line_each_and_store_nothing(run: Run, store: Path, tmp_path: Path) -> None:
    for arguments, words in (
        (("actors", "merge", store, "Nobody", "Merkel"), "'Nobody'"),
        (("actors", "merge", store, "Merkel", "Angela Merkel"), "one already"),
        (("actors", "merge", store, "Vale", "a"), "can be meant by"),
        (("actors", "not-same", store, "Merkel", "Angela Merkel"), "use `split`"),
        (("actors", "split", store, "Merkel", "nowhere.txt"), "call"),
        (("actors", "split", store, "Corin Vale", "threat.txt"), "nothing would stay"),
        (("actors", "rename", store, "Merkel", "Angela Merkel"), "called so already"),
        (("actors", "rename", store, "Merkel", " "), "cannot be empty"),
        (("actors", "type", store, "Merkel", "person"), "a person already"),
        (("actors", "type", store, "Merkel", "robot"), "person, country"),
        (("events", "merge", store, "Merkel", "zzzz"), "no event has an id that begins with 'Merkel'"),
        (("undo", store, "zzzz"), "sitroom history"),
        (("actors", "merge", tmp_path / "none.db", "A", "B"), "none.db"),
    ):
        reason = () if arguments[0] == "undo" else ("-m", "why")
        code, out, err = run(*arguments, *reason)
        assert (code, out) == (1, ""), arguments
        assert err.startswith("sitroom: ") and words in err and len(err.splitlines()) == 1, (arguments, err)
    assert run("actors", "merge", store, "Merkel", "Macron", "-m", " ")[2] == "sitroom: give the reason, in words\n"
    assert run("actors", "merge", store, "Merkel", "Macron")[0] == 2
    assert states(run, store) == []


def test_what_is_kept_apart_cannot_be_merged_before_it_is_undone(run: Run, store: Path) -> None:
    assert run("actors", "not-same", store, "Corin Vale", "Anton Hesse", "-m", "two men")[0] == 0
    assert "already" in run("actors", "not-same", store, "Anton Hesse", "Corin Vale", "-m", "two men")[2]
    err = run("actors", "merge", store, "Corin Vale", "Anton Hesse", "-m", "one")[2]
    assert "undo it first" in err and "two men" in err
    run("actors", "merge", store, "Corin Vale", "Merkel", "-m", "one")
    assert "undo it first" in run("actors", "merge", store, "Anton Hesse", "Merkel", "-m", "one")[2]
    judgement = json.loads(run("history", store, "--json")[1])[0]["id"]
    assert run("undo", store, judgement)[0] == 0
    assert "taken back by Ada" in run("undo", store, judgement)[2]
    assert run("actors", "merge", store, "Corin Vale", "Anton Hesse", "-m", "one")[0] == 0


def test_events_are_merged_split_and_pinned(run: Run, store: Path) -> None:
    call, meeting = (json.loads(run(view, store, "--json")[1])[0]["id"] for view in ("contacts", "agenda"))
    whole = run("export", store)[1]
    assert run("events", "pin", store, call, "-m", "checked")[0] == 0
    assert run("events", "merge", store, call, meeting, "-m", "one")[0] == 0
    both = next(e for e in json.loads(run("events", store, "--json")[1]) if e["id"] == min(call, meeting))
    assert {r["status"] for r in both["reports"]} == {"occurred", "scheduled"}
    assert "undo it first" in run("events", "split", store, both["id"], "threat.txt", "-m", "two")[2]
    merged = json.loads(run("history", store, "--json")[1])[1]["id"]
    assert run("undo", store, merged)[0] == 0
    assert run("export", store)[1] == whole


def test_a_split_takes_an_article_out(run: Run, store: Path) -> None:
    before = [a for a in json.loads(run("actors", store, "--json")[1]) if a["name"] == "Emmanuel Macron"]
    assert run("actors", "split", store, "Macron", "vale", "-m", "another Macron")[0] == 0
    after = [a for a in json.loads(run("actors", store, "--json")[1]) if a["name"] == "Emmanuel Macron"]
    assert (len(before), len(after)) == (1, 2)
    assert before[0]["id"] in {a["id"] for a in after}
    err = run("actors", "merge", store, after[0]["id"], after[1]["id"], "-m", "one")[2]
    assert "undo it first" in err


def test_names_and_types_are_given(run: Run, store: Path) -> None:
    assert run("actors", "rename", store, "Anton Hesse", "The \x1b[31mAdviser", "-m", "x")[0] == 0
    assert run("actors", "type", store, "The [31mAdviser", "group", "-m", "several")[0] == 0
    assert "The [31mAdviser" in names(run, store), "control characters are no part of a name"
    assert "\x1b" not in run("actors", store)[1] + run("history", store)[1]
    (found,) = [a for a in json.loads(run("actors", store, "--json")[1]) if "Adviser" in a["name"]]
    assert found["type"] == "group" and "Hesse" in str(found["aliases"])


def test_corrections_move_between_stores(run: Run, store: Path, built: Path, tmp_path: Path) -> None:
    run("actors", "merge", store, "Corin Vale", "Anton Hesse", "-m", "two names")
    lines = tmp_path / "corrections.jsonl"
    lines.write_text(run("history", "export", store)[1], encoding="utf-8")
    other = Path(shutil.copy(built, tmp_path / "other.db"))
    assert run("history", "import", other, lines)[1] == "1 new, 0 known before\n"
    assert run("history", "import", other, lines)[1] == "0 new, 1 known before\n"
    assert run("export", other)[1] == run("export", store)[1]
    lines.write_text(lines.read_text().replace("two names", "no"), encoding="utf-8")
    code, _, err = run("history", "import", other, lines)
    assert code == 1 and "line 1" in err and "corrections.jsonl" in err
    lines.write_bytes(b"\xff\xfe")
    assert run("history", "import", other, lines)[0] == 1
    assert run("history", "import", other, tmp_path / "none.jsonl")[0] == 1


def test_a_store_that_may_only_be_read_says_so(run: Run, store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK)
    assert run("history", store)[1] == "Nothing has been corrected.\n"
    code, _, err = run("actors", "merge", store, "Corin Vale", "Anton Hesse", "-m", "one")
    assert code == 1 and "may only be read" in err


def test_help_shows_the_listing_and_what_is_under_it(run: Run) -> None:
    for command in ("actors", "events", "history"):
        code, out, _ = run(command, "--help")
        assert code == 0 and f"sitroom {command} story.db" in out and "Commands:" in out and " list " not in out
    for command in ("merge", "split", "not-same", "pin"):
        for noun in ("actors", "events"):
            code, out, _ = run(noun, command, "--help")
            assert code == 0 and f"sitroom {noun} {command} story.db" in out


def test_why_tells_the_links_of_one_and_what_keeps_two_apart(run: Run, store: Path) -> None:
    code, out, _ = run("why", store, "Macron")
    text = " ".join(out.split())
    assert code == 0 and "3 readings in 3 articles" in text and "in the tables of facts (score 1.00, actors)" in text
    apart = " ".join(run("why", store, "Macron", "Merkel")[1].split())
    assert "Why not one" in apart and "FR / DE" in apart and "no linker found enough" in apart
    run("actors", "not-same", store, "Corin Vale", "Anton Hesse", "-m", "two men")
    assert "two men" in run("why", store, "Corin Vale", "Anton Hesse")[1]
    assert "kept apart by Ada: two men" in " ".join(run("show", store, "Corin Vale")[1].split())
    found = json.loads(run("why", store, "Macron", "--json")[1])[0]
    assert found["kind"] == "actor" and all(x["evidence"] for x in found["groups"][-1]["lines"])
    code, _, err = run("why", store, "zzzz")
    assert code == 1 and "'zzzz'" in err


def test_why_takes_the_ids_of_readings(run: Run, store: Path) -> None:
    found = json.loads(run("why", store, "Macron", "--json")[1])[0]
    readings = [line["text"].split(":")[0] for line in found["groups"][-1]["lines"]]
    assert "this reading" in run("why", store, readings[0])[1]
    assert "By way of" in run("why", store, readings[1], readings[2])[1]
    assert json.loads(run("show", store, readings[1], "--json")[1])[0]["name"] == "Emmanuel Macron"


def test_why_says_what_a_judgement_forbade(run: Run, store: Path) -> None:
    run("actors", "split", store, "Macron", "vale", "-m", "another Macron")
    one, other = (a["id"] for a in json.loads(run("actors", store, "--json")[1]) if a["name"] == "Emmanuel Macron")
    text = " ".join(run("why", store, one, other)[1].split())
    assert "What speaks for one, and was not heeded" in text and "in the tables of facts" in text
    assert "another Macron (judged by Ada)" in text


def test_an_actor_is_shown_with_all_that_has_to_do_with_it(run: Run, store: Path) -> None:
    code, out, _ = run("show", store, "Macron")
    text = " ".join(out.split())
    assert code == 0
    for words in ("president of France", "as stated by call", "Macron: call (", "Contacts", "What it says",
                  "Talks ahead, or once planned", "named in 3 articles"):  # fmt: skip
        assert words in text, words
    items = json.loads(run("show", store, "Macron", "--json")[1])
    assert items[0]["name"] == "Emmanuel Macron" and {"event", "statement"} <= {i["kind"] for i in items[1:]}


def test_former_ids_lead_to_what_stands_at_their_words(run: Run, store: Path, nlp: Language, tmp_path: Path) -> None:
    before = json.loads(run("actors", store, "--actor", "Anton Hesse", "--json")[1])[0]["id"]
    connection = sqlite3.connect(store, isolation_level=None)
    body = connection.execute("SELECT body FROM annotations WHERE id = ?", (before,)).fetchone()[0]
    article = connection.execute("SELECT article FROM annotations WHERE id = ?", (before,)).fetchone()[0]
    connection.execute("INSERT INTO annotations VALUES ('actor-feedfeedfeedfeed', ?, 'actor', ?)", (article, body))
    connection.close()
    assert json.loads(run("show", store, "actor-feedfeedfeedfeed", "--json")[1])[0]["id"] == before
    assert run("show", store, "actor-feedfeedfeedfeee")[0] == 1


@pytest.mark.parametrize("noun", ["statements", "figures"])
def test_statements_and_figures_are_joined_and_parted(run: Run, store: Path, noun: str) -> None:
    before = run("export", store)[1]
    one, other = (item["id"] for item in json.loads(run(noun, store, "--json")[1])[:2])
    assert run(noun, "merge", store, one, other, "-m", "the same")[0] == 0
    groups = {i["id"]: i["group"] for i in json.loads(run(noun, store, "--json")[1])}
    assert groups[one] == groups[other] is not None
    assert "one already" in run(noun, "merge", store, one, other, "-m", "the same")[2]
    assert "the same (judged by Ada)" in " ".join(run("why", store, one)[1].split())
    judgement = json.loads(run("history", store, "--json")[1])[0]["id"]
    assert run("undo", store, judgement)[0] == 0
    assert run("export", store)[1] == before
    assert run(noun, "not-same", store, one, other, "-m", "two")[0] == 0

"""Matrix, coverage, stories and the export on invented coverage."""

from __future__ import annotations

import json
from dataclasses import replace

from invented import line, record, report

from sitroom.export.jsonl import lines
from sitroom.link.clusters import actor_ids
from sitroom.model import AnnotatedArticle, LocalActor, Span
from sitroom.views.assemble_actors import _name
from sitroom.views.coverage import coverage
from sitroom.views.matrix import matrix, positions_of
from sitroom.views.stories import stories


def threat(words: str, who: str, whom: str) -> object:
    return line(words, "THREATEN", (who,), (whom,))


def test_the_matrix_counts_a_leader_for_the_state() -> None:
    made = record(
        report(
            "one", "2009-05-05",
            threat("Berg threatened Arland with a blockade of its ports.", "Boris Berg", "Arland"),
            threat("Borland warned Arden that visas would be cancelled.", "Borland", "Anna Arden"),
        )
    )  # fmt: skip
    names = {a.id: a.name for a in made.actors}
    assert [(names[c.holder], names[c.target or ""], c.type, len(c.events)) for c in matrix(made)] == [
        ("Borland", "Arland", "THREATEN", 2)
    ]
    state = next(a.id for a in made.actors if a.name == "Borland")
    assert len(positions_of(made, holder=state)) == 2
    assert positions_of(made, target=state) == []


def test_a_copy_is_no_second_witness() -> None:
    def told(name: str, day: str) -> AnnotatedArticle:
        return report(name, day, line("Arden met Berg.", who=("Anna Arden", "Boris Berg"), date="2009-05-04"))

    copy = told("two", "2009-05-05")
    copy = replace(copy, article=replace(copy.article, origin="one"))
    other = report("three", "2009-05-06", threat("Berg threatened Arland.", "Boris Berg", "Arland"))
    early = report("four", "2009-05-01", threat("Ash threatened Borland.", "Adam Ash", "Borland"))
    made = record(told("one", "2009-05-05"), copy, other, early)
    meeting = next(e for e in made.events if e.type == "CONSULT")
    found = coverage(made, [meeting])[0]
    assert (found.has, found.lacks, found.origins) == (("one", "two"), ("three",), 1)


def test_a_mixed_folder_falls_into_its_stories() -> None:
    talks = [
        report(f"talks{n}", f"2009-05-0{n}", line(f"Arden met Berg about the river dam treaty, {words}.",
               who=("Anna Arden", "Boris Berg")))
        for n, words in enumerate(("said the ministry", "reported the radio", "wrote the ministry"), 1)
    ]  # fmt: skip
    strike = [
        report(f"strike{n}", f"2009-05-0{n}", line(f"Crane urged dockers to end their harbour strike, {words}.",
               "REQUEST", ("Carl Crane",), ("Corland",)))
        for n, words in enumerate(("said unions", "reported unions"), 1)
    ]  # fmt: skip
    articles = [*talks, *strike]
    found = stories(articles, actor_ids(articles, []))
    assert [set(s.articles) for s in found] == [{"talks1", "talks2", "talks3"}, {"strike1", "strike2"}]
    assert found == stories(articles[::-1], actor_ids(articles, []))
    assert found[0].name.endswith("May 2009")


def test_the_export_has_kind_first_and_ids_that_resolve() -> None:
    made = record(report("one", "2009-05-05", threat("Berg threatened Arland.", "Boris Berg", "Arland")))
    rows = [json.loads(text) for text in lines(made)]
    assert all(next(iter(row)) == "kind" for row in rows)
    actors = {row["id"] for row in rows if row["kind"] == "actor"}
    events = [row for row in rows if row["kind"] == "event"]
    assert {x for e in events for x in (*e["actors"], *e["recipients"])} <= actors
    assert events[0]["quad"] == "verbal conflict"


def test_a_state_merged_with_its_capital_keeps_its_name() -> None:
    state = LocalActor("s", "country", "Norland", Span(0, 1), known="country/NO")
    capital = LocalActor("c", "place", "Aston", Span(0, 1), known="place/aston")
    assert _name([capital, state, state], {}) == "Norland"

"""Clusters and actor ids by example."""

from __future__ import annotations

from sitroom.link.clusters import actor_ids, clusters
from sitroom.model import AnnotatedArticle, Article, Link, LocalActor, Producer
from sitroom.text import Span

ANALYST = Producer("ann", analyst=True)
LINKER = Producer("linker")


def same(a: str, b: str, score: float = 0.9, producer: Producer = LINKER) -> Link:
    return Link(a, b, "same", score, "", producer)


def different(a: str, b: str, score: float = 0.9, producer: Producer = LINKER) -> Link:
    return Link(a, b, "different", score, "", producer)


def test_chains_join() -> None:
    assert clusters("abcd", [same("a", "b"), same("b", "c")]) == {"a": "a", "b": "a", "c": "a", "d": "d"}


def test_weak_links_do_not_join() -> None:
    assert clusters("ab", [same("a", "b", 0.4)]) == {"a": "a", "b": "b"}


def test_an_analyst_parts_what_linkers_chain() -> None:
    home = clusters("abc", [same("a", "b", 1.0), same("b", "c", 0.8), different("a", "c", 1.0, ANALYST)])
    assert home == {"a": "a", "b": "a", "c": "c"}


def test_an_analysts_same_overrules_a_linkers_different() -> None:
    assert clusters("ab", [same("a", "b", 1.0, ANALYST), different("a", "b")])["b"] == "a"


def test_a_withdrawn_judgement_counts_for_nothing() -> None:
    link = Link("a", "b", "different", 1.0, "", ANALYST, withdrawn=True)
    assert clusters("ab", [same("a", "b"), link])["b"] == "a"


def test_actors_of_one_entry_in_the_tables_are_one() -> None:
    def article(key: str, known: str | None) -> AnnotatedArticle:
        actor = LocalActor("a1", "country", "Freedonia", Span(0, 9), known=known)
        return AnnotatedArticle(Article(key, key, "Freedonia said no."), actors=(actor,))

    ids = actor_ids([article("x", "country/FR"), article("y", "country/FR"), article("z", None)], [])
    assert ids["x", "a1"] == ids["y", "a1"] == "country-fr"
    assert ids["z", "a1"].startswith("actor-")

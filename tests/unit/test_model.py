"""Ids say what was read, not who read it when."""

from __future__ import annotations

from sitroom.model import LocalActor, Mention, Role, Time, annotation_id, digest, kind_of, spans_of
from sitroom.text import Span


def test_an_id_is_a_hash_of_article_kind_and_values() -> None:
    one = Time(Span(0, 6), "DATE", "2008-02-18")
    same = Time(Span(0, 6), "DATE", "2008-02-18")
    other = Time(Span(0, 6), "DATE", "2008-02-19")
    assert annotation_id("a", one) == annotation_id("a", same)
    assert len({annotation_id("a", one), annotation_id("b", one), annotation_id("a", other)}) == 3
    assert annotation_id("a", one).startswith("time-")


def test_digest_is_the_same_on_every_machine() -> None:
    assert digest("a", 1, ("b", None)) == digest("a", 1, ["b", None]) == "c25ea32b88deaaec"


def test_spans_of_finds_nested_spans() -> None:
    actor = LocalActor("p1", "person", "Kofi Annan", Span(3, 13), roles=(Role("mediator", None, Span(14, 22)),))
    assert spans_of(actor) == (Span(3, 13), Span(14, 22))
    assert kind_of(actor) == "actor"
    assert kind_of(Mention(Span(0, 1), "person", "name", "p1", Span(0, 1))) == "mention"

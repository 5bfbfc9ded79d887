"""Actors across articles: who joins whom, and who never does."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sitroom.link.actors import judge
from sitroom.model import AnnotatedArticle


@pytest.fixture(scope="module")
def joined(annotated: Callable[..., AnnotatedArticle]) -> Callable[..., dict[str, int]]:
    """How the keys of two texts' actors fall into clusters, by "text:key"."""

    def make(*texts: str, published: str | None = None) -> dict[str, int]:
        articles = [annotated(text, published, steps=("mentions",)) for text in texts]
        links = judge(articles)
        assert judge(list(reversed(articles))) == links
        names = {a.id_of(x): f"{i}:{x.key}" for i, a in enumerate(articles) for x in a.actors}
        group = {name: n for n, name in enumerate(sorted(names.values()))}
        for link in links:
            one, other = group[names[link.a]], group[names[link.b]]
            assert link.reason and 0 < link.score <= 1
            group = {name: one if n == other else n for name, n in group.items()}
        return group

    return make


SAME = [
    ("Anatoly Sobchak spoke.", "Anatoliy Sobchak left.", "0:person/anatoly-sobchak", "1:person/anatoliy-sobchak"),
    ("Angela Merkel called.", "Merkel called Paris.", "0:person/angela-merkel", "1:person/angela-merkel"),
    ("Ruud Jansen, a lawyer, spoke.", "Jansen left the court.", "0:person/ruud-jansen", "1:person/jansen"),
    ("Brightwater Corporation fell.", "Shares of Brightwater Corp. rose.", "0:org/brightwater-corporation",
     "1:org/brightwater-corp"),
    ("Moscow warned Kyiv.", "Russia warned Ukraine.", "0:country/RU", "1:country/RU"),
]  # fmt: skip


@pytest.mark.parametrize(("first", "second", "one", "other"), SAME)
def test_one_actor(joined: Callable[..., dict[str, int]], first: str, second: str, one: str, other: str) -> None:
    group = joined(first, second, published="2015-02-01")
    assert group[one] == group[other]


APART = [
    ("Hafez al-Assad died.", "Bashar al-Assad took over."),
    ("Fidel Castro resigned.", "Raúl Castro took over."),
    ("George H. W. Bush spoke.", "George W. Bush spoke."),
    ("Andreas Papandreou won.", "George Papandreou won."),
    ("Charles Michel won.", "Louis Michel lost."),
    ("Lech Kaczyński spoke.", "Jarosław Kaczyński spoke."),
    ("A senior official told reporters that talks went on.", "A senior official told reporters that talks failed."),
]


@pytest.mark.parametrize(("first", "second"), APART)
def test_people_stay_apart(joined: Callable[..., dict[str, int]], first: str, second: str) -> None:
    group = joined(first, second, published="2000-07-01")
    people = {name: n for name, n in group.items() if name[2:].startswith(("person/", "unnamed/"))}
    ones = {n for name, n in people.items() if name.startswith("0:")}
    others = {n for name, n in people.items() if name.startswith("1:")}
    assert ones and others and not ones & others


def test_a_surname_of_two_people_joins_neither(joined: Callable[..., dict[str, int]]) -> None:
    group = joined("Ruud Jansen spoke.", "Piet Jansen spoke.", "Mr Jansen left.")
    assert group["2:person/jansen"] not in {group["0:person/ruud-jansen"], group["1:person/piet-jansen"]}

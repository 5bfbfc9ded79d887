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


# two texts, and the key of the actor in each
SAME = [
    ("Anatoly Sobchak spoke.", "Anatoliy Sobchak left.", "person/anatoly-sobchak", "person/anatoliy-sobchak"),
    ("Angela Merkel called.", "Merkel called Paris.", "person/angela-merkel", "person/angela-merkel"),
    ("Ruud Jansen, a lawyer, spoke.", "Jansen left the court.", "person/ruud-jansen", "person/jansen"),
    ("Brightwater Corporation fell.", "Shares of Brightwater Corp. rose.", "org/brightwater-corporation",
     "org/brightwater-corp"),
    ("Moscow warned Kyiv.", "Russia warned Ukraine.", "country/RU", "country/RU"),
    # orders of names, patronymics, initials, nicknames, dropped middle names, transliterations
    ("Nagy Béla spoke.", "Béla Nagy left.", "person/nagy-bela", "person/bela-nagy"),
    ("Anatoly Ivanovich Sobchak spoke.", "Anatoly Sobchak left.", "person/anatoly-ivanovich-sobchak",
     "person/anatoly-sobchak"),
    ("Robert Halloran spoke.", "Bob Halloran left.", "person/robert-halloran", "person/bob-halloran"),
    ("Khaled al-Masri spoke.", "Khalid Masri left.", "person/khaled-al-masri", "person/khalid-masri"),
    ("Oleksandr Tymchuk spoke.", "Oleksander Timchuk left.", "person/oleksandr-tymchuk", "person/oleksander-timchuk"),
    # names that changed
    ("Burma agreed.", "Myanmar agreed.", "country/MM", "country/MM"),
    ("Swaziland agreed.", "Eswatini agreed.", "country/SZ", "country/SZ"),
    ("Turkey agreed.", "Türkiye agreed.", "country/TR", "country/TR"),
    ("They fled from Kiev.", "They fled from Kyiv.", "place/kyiv", "place/kyiv"),
    ("Macedonia agreed.", "North Macedonia agreed.", "country/MK", "country/MK"),
    ("Abu Mazen spoke.", "Mahmoud Abbas spoke.", "person/mahmoud-abbas", "person/mahmoud-abbas"),
]  # fmt: skip


@pytest.mark.parametrize(("first", "second", "one", "other"), SAME)
def test_one_actor(joined: Callable[..., dict[str, int]], first: str, second: str, one: str, other: str) -> None:
    group = joined(first, second, published="2015-02-01")
    assert group[f"0:{one}"] == group[f"1:{other}"]


APART = [
    ("Hafez al-Assad died.", "Bashar al-Assad took over."),
    ("Fidel Castro resigned.", "Raúl Castro took over."),
    ("George H. W. Bush spoke.", "George W. Bush spoke."),
    ("Andreas Papandreou won.", "George Papandreou won."),
    ("Charles Michel won.", "Louis Michel lost."),
    ("Lech Kaczyński spoke.", "Jarosław Kaczyński spoke."),
    ("Antonis Samaras beat Andreas Papandreou.", "Georgios Papandreou ruled in 1964."),
    ("Bill Clinton spoke.", "Hillary Clinton spoke."),
    ("Néstor Kirchner spoke.", "Cristina Kirchner spoke."),
    ("Mahinda Rajapaksa spoke.", "Gotabaya Rajapaksa spoke."),
    ("Benazir Bhutto spoke.", "Asif Ali Zardari spoke."),
    ("Bilawal Bhutto Zardari spoke.", "Asif Ali Zardari spoke."),
    ("Corazon Aquino spoke.", "Benigno Aquino spoke."),
    ("Indira Gandhi spoke.", "Rajiv Gandhi spoke."),
    ("Sonia Gandhi spoke.", "Sanjay Gandhi spoke."),
    ("Pierre Trudeau spoke.", "Justin Trudeau spoke."),
    ("Kim Jong-il spoke.", "Kim Jong-un spoke."),
    ("Michel Barnier spoke.", "Charles Michel spoke."),
    ("Thomas James spoke.", "James Thomas spoke."),
    ("BBC director John Bergson spoke.", "CNN director John Bergson spoke."),
    ("Austrian Senator Anna Keller spoke.", "Kenyan General Anna Keller spoke."),
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


STATES = [
    ("Georgia attacked Abkhazia, and Tbilisi said so.", "Voters in Georgia chose a governor and a senator in Atlanta."),
    ("Congo protested in Kinshasa.", "Congo protested in Brazzaville."),
    ("Niger closed the border.", "Nigeria closed the border."),
    ("North Korea agreed.", "South Korea agreed."),
    ("Guinea agreed.", "Guinea-Bissau agreed."),
    ("Equatorial Guinea agreed.", "Papua New Guinea agreed."),
    ("Sudan agreed.", "South Sudan agreed."),
    ("The Kenya Red Cross asked for help.", "The ICRC asked for help."),
]


@pytest.mark.parametrize(("first", "second"), STATES)
def test_states_and_bodies_of_like_names_stay_apart(
    joined: Callable[..., dict[str, int]], first: str, second: str
) -> None:
    group = joined(first, second, published="2012-01-01")
    ones = {n for name, n in group.items() if name.startswith(("0:country", "0:place/us", "0:org"))}
    others = {n for name, n in group.items() if name.startswith(("1:country", "1:place/us", "1:org"))}
    assert ones and others and not ones & others


def test_reasons_name_both_names(annotated: Callable[..., AnnotatedArticle]) -> None:
    texts = ("Robert Halloran spoke.", "Bob Halloran left.")
    links = judge([annotated(text, None, steps=("mentions",)) for text in texts])
    assert [link.reason for link in links] == ["“Bob Halloran” and “Robert Halloran”: spellings of one name"]

"""Figures of one measure and scope are grouped; those of different measures never are."""

from __future__ import annotations

import pytest

from sitroom.link.clusters import clusters
from sitroom.link.figures import judge
from sitroom.link.revisions import revisions
from sitroom.model import AnnotatedArticle, Article, Figure, LocalActor, Mention
from sitroom.text import Span

LOME, ACCRA = "Lomé", "Accra"


def figure(text: str, quote: str, value: float, measure: str, **fields: object) -> Figure:
    start = text.index(quote)
    known = {"low": value, "high": value, "unit": None, "modifier": "exact", **fields}
    return Figure(key=f"f{start}", span=Span(start, start + len(quote)), measure=measure, **known)  # type: ignore[arg-type]


def article(name: str, text: str, published: str, *figures: Figure) -> AnnotatedArticle:
    return AnnotatedArticle(Article(id=name, path=name, text=text, published=published), figures=figures)


def grouped(*articles: AnnotatedArticle) -> bool:
    """Whether all figures of these articles come together."""
    members = [a.id_of(f) for a in articles for f in a.figures]
    return len(set(clusters(members, judge(articles, {})).values())) == 1


def pair(one: dict[str, object], other: dict[str, object], gap: int = 1) -> tuple[AnnotatedArticle, AnnotatedArticle]:
    made = []
    for name, fields, day in (("a", one, 3), ("b", other, 3 + gap)):
        own = dict(fields)
        words = str(own.pop("words"))
        made.append(article(name, words, f"2009-03-{day:02d}", figure(words, words, **own)))  # type: ignore[arg-type]
    return made[0], made[1]


SOLDIERS = {
    "words": "30,000 soldiers",
    "value": 30_000,
    "measure": "soldiers",
    "subject": "Togo",
    "place": "the northern border",
}
SAME = [
    (
        SOLDIERS,
        {**SOLDIERS, "words": "nearly 34,000 troops", "value": 34_000, "measure": "troops", "place": "its border"},
    ),
    (SOLDIERS, {**SOLDIERS, "words": "thousands of troops", "value": 2_000, "high": None, "subject": None}),
    (
        {"words": "14 people", "value": 14, "measure": "people killed", "place": LOME},
        {"words": "17 people", "value": 17, "measure": "people killed", "place": LOME},
    ),
    (
        {"words": "nine coastal allies", "value": 9, "measure": "coastal allies"},
        {"words": "nine coastal members", "value": 9, "measure": "coastal members"},
    ),
]
APART = [
    (SOLDIERS, {**SOLDIERS, "status": "forecast"}),
    (SOLDIERS, {**SOLDIERS, "subject": "Ghana"}),
    (
        {"words": "14 people", "value": 14, "measure": "people killed", "place": LOME},
        {"words": "14 people", "value": 14, "measure": "people wounded", "place": LOME},
    ),
    (
        {"words": "14 people", "value": 14, "measure": "people killed", "place": LOME},
        {"words": "14 people", "value": 14, "measure": "people killed", "place": ACCRA},
    ),
    (
        {"words": "$2 billion", "value": 2e9, "unit": "USD", "measure": "military aid", "subject": "France"},
        {"words": "$2 billion", "value": 2e9, "unit": "USD", "measure": "trade", "subject": "France"},
    ),
    (
        {"words": "two men", "value": 2, "measure": "men"},
        {"words": "two women", "value": 2, "measure": "women"},
    ),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_one_measure(one: dict[str, object], other: dict[str, object]) -> None:
    assert grouped(*pair(one, other))


@pytest.mark.parametrize(("one", "other"), APART)
def test_different_measures(one: dict[str, object], other: dict[str, object]) -> None:
    assert not grouped(*pair(one, other))


def call(
    name: str, day: int, minutes: float, people: tuple[str, str]
) -> tuple[AnnotatedArticle, dict[tuple[str, str], str]]:
    text = f"{people[0]} and {people[1]} had a {minutes:g}-minute call."
    actors, mentions, known = [], [], {}
    for person in people:
        span = Span(text.index(person), text.index(person) + len(person))
        actors.append(LocalActor(person, "person", person, span))
        mentions.append(Mention(span, "person", "name", person, span))
        known[(name, person)] = f"actor-{person}"
    made = AnnotatedArticle(
        Article(id=name, path=name, text=text, published=f"2009-03-{day:02d}"),
        actors=tuple(actors),
        mentions=tuple(mentions),
        figures=(
            figure(
                text, f"{minutes:g}-minute call", minutes, "call duration", unit="minute", as_of=f"2009-03-{day:02d}"
            ),
        ),
    )
    return made, known


CALLS = [
    (("a", 3, 75, ("Osei", "Karaman")), ("b", 4, 75, ("Karaman", "Osei")), True),
    (("a", 3, 75, ("Osei", "Karaman")), ("b", 4, 40, ("Karaman", "Osei")), False),
    (("a", 3, 75, ("Osei", "Karaman")), ("b", 3, 75, ("Karaman", "Mensah")), False),
    (("a", 3, 75, ("Osei", "Karaman")), ("b", 20, 75, ("Karaman", "Osei")), False),
]


@pytest.mark.parametrize(("one", "other", "same"), CALLS)
def test_durations_belong_to_their_contact(one: tuple, other: tuple, same: bool) -> None:  # type: ignore[type-arg]
    (first, known), (second, more) = call(*one), call(*other)
    members = [a.id_of(f) for a in (first, second) for f in a.figures]
    assert (len(set(clusters(members, judge([first, second], {**known, **more})).values())) == 1) is same


def test_a_stated_revision() -> None:
    text = "The ministry raised the toll from 40 to 64."
    made = article("a", text, "2009-03-03", figure(text, "40", 40, "killed"), figure(text, "64", 64, "killed"))
    old, new = (made.id_of(f) for f in made.figures)
    assert revisions([made], {}) == {new: old}


def test_a_toll_that_is_up_from_an_earlier_one() -> None:
    text = "The toll rose to 64, up from 40 on Monday."
    made = article("a", text, "2009-03-03", figure(text, "64", 64, "killed"), figure(text, "40", 40, "killed"))
    new, old = (made.id_of(f) for f in made.figures)
    assert revisions([made], {}) == {new: old}


def test_a_later_word_of_the_same_source() -> None:
    words = {"words": "14 people", "value": 14, "measure": "people killed", "place": LOME, "source": "org/ministry"}
    made = pair(words, {**words, "words": "17 people", "value": 17})
    old, new = (a.id_of(a.figures[0]) for a in made)
    assert revisions(made, clusters([old, new], judge(made, {}))) == {new: old}


def test_a_vaguer_later_word_takes_nothing_back() -> None:
    made = pair({**SOLDIERS, "source": "country/TG"}, {**SAME[1][1], "source": "country/TG"})
    assert revisions(made, clusters([a.id_of(a.figures[0]) for a in made], judge(made, {}))) == {}


def test_the_order_of_articles_changes_nothing() -> None:
    made = [a for one, other in SAME for a in pair(one, other)]
    unique = [article(f"x{i}", a.article.text, a.article.published or "", *a.figures) for i, a in enumerate(made)]
    assert judge(unique, {}) == judge(unique[::-1], {})

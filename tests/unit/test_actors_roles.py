"""Roles: title, of what, former or not as the article states it, and from when to when as the tables know."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sitroom.model import AnnotatedArticle
from sitroom.resources.world import world

ROLES = [
    # text, actor, (title, of, former)
    ("Japanese Foreign Minister Taro Kono left.", "person/taro-kono", ("foreign minister", "country/JP", False)),
    ("The former FBI director, James Comey, left.", "person/james-comey", ("director", "org/fbi", True)),
    ("Ex-president Anna Keller left.", "person/anna-keller", ("president", None, True)),
    ("Then-President Anna Keller left.", "person/anna-keller", ("president", None, True)),
    ("President-elect Anna Keller left.", "person/anna-keller", ("president-elect", None, False)),
    ("Acting Attorney General Sally Yates left.", "person/sally-yates", ("acting attorney general", None, False)),
    ("Interim President Anna Keller left.", "person/anna-keller", ("interim president", None, False)),
    ("Caretaker Prime Minister Anna Keller left.", "person/anna-keller", ("caretaker prime minister", None, False)),
    ("Prime Minister-designate Anna Keller left.", "person/anna-keller", ("prime minister-designate", None, False)),
    ("Anna Keller, the nominee for secretary of state, left.", "person/anna-keller",
     ("nominee for secretary of state", None, False)),
    ("Austrian Deputy Foreign Minister Anna Keller left.", "person/anna-keller",
     ("deputy foreign minister", "country/AT", False)),
    ("NATO Secretary General Jens Stoltenberg left.", "person/jens-stoltenberg",
     ("secretary general", "org/nato", False)),
    ("Anna Keller, Austria's ambassador to Iran, left.", "person/anna-keller", ("ambassador", "country/AT", False)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "key", "role"), ROLES)
def test_a_role_as_stated(
    annotated: Callable[..., AnnotatedArticle], text: str, key: str, role: tuple[str, str | None, bool]
) -> None:
    article = annotated(text, "2018-05-01", steps=("mentions",))
    roles = [(r.title, r.of, r.former) for actor in article.actors if actor.key == key for r in actor.roles]
    assert roles == [role]


NOT_THE_HOLDER = [
    "The interim French president spoke.",
    "The acting French president spoke.",
    "The French president-elect spoke.",
    "The French presidential nominee spoke.",
    "The caretaker Italian prime minister spoke.",
    "The shadow British foreign secretary spoke.",
    "The former French president spoke.",
    "The deputy Russian foreign minister spoke.",
]


@pytest.mark.parametrize("text", NOT_THE_HOLDER)
def test_who_is_not_yet_or_no_longer_in_office_is_nobody_of_the_tables(
    annotated: Callable[..., AnnotatedArticle], text: str
) -> None:
    article = annotated(text, "2011-05-01", steps=("mentions",))
    assert [actor.key for actor in article.actors if actor.known and actor.type == "person"] == []


TERMS = [
    ("person/hillary-clinton", "secretary of state", "country/US", "2010-05-01", False, ("2009-01-21", "2013-02-01")),
    ("person/hillary-clinton", "secretary of state", "country/US", "2016-05-01", False, None),
    ("person/hillary-clinton", "secretary of state", "country/US", "2016-05-01", True, ("2009-01-21", "2013-02-01")),
    ("person/ban-ki-moon", "secretary-general", "org/un", "2010-05-01", False, ("2007-01-01", "2016-12-31")),
    ("person/raila-odinga", "prime minister", "country/KE", "2010-05-01", False, None),  # no source
    ("person/hillary-clinton", "grandmother", None, "2016-05-01", False, None),
]


@pytest.mark.parametrize(("person", "title", "of", "day", "former", "span"), TERMS)
def test_from_when_to_when(
    person: str, title: str, of: str | None, day: str, former: bool, span: tuple[str, str] | None
) -> None:
    term = world().term(person, title, of, day, former)
    assert (term and (term.first, term.last)) == span

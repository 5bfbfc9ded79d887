import random
from dataclasses import replace

import pytest

from sitroom.ingest.copies import origins
from sitroom.model import Article

WIRE = " ".join(
    f"The {who} of {land} said on {day} that the {thing} near the {place} would be {deed} within {n} weeks."
    for who, land, day, thing, place, deed, n in [
        ("president", "Freedonia", "Monday", "troops", "border", "withdrawn", 3),
        ("minister", "Sylvania", "Tuesday", "ships", "strait", "recalled", 5),
        ("envoy", "Ruritania", "Friday", "observers", "bridge", "replaced", 2),
        ("king", "Syldavia", "Sunday", "guards", "palace", "doubled", 6),
        ("spokesman", "Borduria", "Thursday", "missiles", "coast", "tested", 4),
    ]
)
OTHER = " ".join(f"Word{n} told reporters{n} about item{n} in town{n} before hour{n}." for n in range(30))


def article(key: str, text: str, published: str | None = None) -> Article:
    return Article(id=key, path=f"{key}.txt", text=text, published=published)


ARTICLES = [
    article("wire", WIRE, "2021-12-09"),
    article("reprint", f"By our wire service.\n\n{WIRE} Copyright reserved.", "2021-12-10"),
    article("cut", WIRE[: len(WIRE) * 3 // 4], "2021-12-11"),
    article("own", OTHER, "2021-12-09"),
    article("short", "The talks went on.", "2021-12-09"),
    article("short-too", "The talks went on.", "2021-12-10"),
]


@pytest.mark.parametrize("seed", range(4))
def test_copies_are_traced_to_the_first_whatever_the_order(seed: int) -> None:
    shuffled = random.Random(seed).sample(ARTICLES, len(ARTICLES))
    assert origins(shuffled) == {"reprint": "wire", "cut": "wire"}


def test_of_copies_without_a_date_the_longest_is_the_origin() -> None:
    assert origins([replace(a, published=None) for a in ARTICLES[:3]]) == {"wire": "reprint", "cut": "reprint"}


def test_reports_of_one_event_in_own_words_are_no_copies() -> None:
    retold = WIRE.replace("said on", "announced late").replace("would be", "were to be").replace("within", "after")
    assert origins([ARTICLES[0], article("retold", retold, "2021-12-12")]) == {}


def test_nothing_copies_nothing() -> None:
    assert origins([]) == {}

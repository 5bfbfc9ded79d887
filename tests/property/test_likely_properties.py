"""Groups of positions that are looked into: none is left out that is alike enough."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from sitroom.link.concepts import Gist, likeness
from sitroom.link.likely import MOST, Likely

LEAST = 0.55
gists = st.builds(
    Gist,
    st.frozensets(st.sampled_from("ab"), max_size=2),
    st.frozensets(st.sampled_from("cde"), max_size=3),
    st.frozensets(st.sampled_from("fghijkl"), max_size=6),
)
weights = st.dictionaries(st.sampled_from("fghijkl"), st.floats(1, 8))


@settings(deadline=None)  # the first call reads the tables
@given(st.lists(gists, min_size=2, max_size=12), weights)
def test_what_is_alike_enough_is_found(entered: list[Gist], weigh: dict[str, float]) -> None:
    asked = entered.pop()
    likely = Likely([*entered, asked], weigh, LEAST)
    for number, about in enumerate(entered):
        likely.put(number, about, ["US"])
    alike = {n for n, about in enumerate(entered) if likeness(asked, about, weigh) >= LEAST}
    empty = {n for n, about in enumerate(entered) if about.empty and asked.empty}
    assert alike | empty <= set(likely.near(asked, {"US", "RU"}))
    assert likely.near(asked, {"RU"}) == []


def test_past_a_fixed_number_the_most_alike_are_kept() -> None:
    plain, full = Gist(frozenset("a"), frozenset(), frozenset()), Gist(frozenset("a"), frozenset("c"), frozenset())
    many = [plain] * (MOST + 50) + [full]
    likely = Likely(many, {}, LEAST)
    for number, about in enumerate(many):
        likely.put(number, about, ["US"])
    found = likely.near(full, ["US"])
    assert len(found) == MOST
    assert len(many) - 1 in found

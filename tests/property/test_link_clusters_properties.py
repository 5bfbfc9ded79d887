"""Clusters depend on the set of links alone, and nothing overrules an analyst's ``different``."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from sitroom.link.clusters import clusters
from sitroom.model import Link, Producer

MEMBERS = [f"m{n}" for n in range(7)]
PRODUCERS = [Producer("linker"), Producer("ann", analyst=True)]


@st.composite
def a_link(draw: st.DrawFn) -> Link:
    a, b = sorted(draw(st.lists(st.sampled_from(MEMBERS), min_size=2, max_size=2, unique=True)))
    judgement = draw(st.sampled_from(["same", "different", "unsure"]))
    score = draw(st.sampled_from([0.2, 0.5, 0.7, 0.9, 1.0]))
    return Link(a, b, judgement, score, "", draw(st.sampled_from(PRODUCERS)), draw(st.booleans()))


@settings(deadline=None)
@given(st.lists(a_link(), max_size=15), st.randoms(use_true_random=False))
def test_order_changes_nothing(links: list[Link], rng: random.Random) -> None:
    shuffled, members = list(links), list(MEMBERS)
    rng.shuffle(shuffled)
    rng.shuffle(members)
    assert clusters(MEMBERS, links) == clusters(members, shuffled)


@settings(deadline=None)
@given(st.lists(a_link(), max_size=15))
def test_a_repeated_link_changes_nothing(links: list[Link]) -> None:
    assert clusters(MEMBERS, links) == clusters(MEMBERS, links + links)


@settings(deadline=None)
@given(st.lists(a_link(), max_size=15))
def test_an_analysts_different_holds(links: list[Link]) -> None:
    home = clusters(MEMBERS, links)
    for link in links:
        if link.judgement == "different" and link.producer.analyst and not link.withdrawn:
            assert home[link.a] != home[link.b]


@settings(deadline=None)
@given(st.lists(a_link(), max_size=15))
def test_every_join_rests_on_a_link(links: list[Link]) -> None:
    home = clusters(MEMBERS, links)
    for member in MEMBERS:
        if home[member] != member:
            assert any(
                member in (x.a, x.b) and x.judgement == "same" and home[x.a] == home[x.b] and not x.withdrawn
                for x in links
            )


@settings(deadline=None)
@given(st.lists(a_link(), max_size=15))
def test_a_cluster_is_named_by_its_smallest_member(links: list[Link]) -> None:
    home = clusters(MEMBERS, links)
    for name in set(home.values()):
        assert name == min(m for m in MEMBERS if home[m] == name)

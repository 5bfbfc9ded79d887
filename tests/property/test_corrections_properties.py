"""What an analyst keeps apart stays apart, by whatever chain of links and other judgements."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from sitroom.judgements import Act, Judgement
from sitroom.link.anchors import Anchors
from sitroom.link.clusters import actor_homes
from sitroom.link.corrections import correct
from sitroom.model import AnnotatedArticle, Article, Link, LocalActor, Mention
from sitroom.text import Span

WORDS = Span(0, 5)
ACTOR = LocalActor("k", "person", "Kovar", WORDS)
ARTICLES = [
    AnnotatedArticle(
        Article(f"a{n}", f"{n}.txt", "Kovar spoke."),
        (ACTOR if n < 5 else LocalActor("k", "person", "Kovar", WORDS, known="person/kovar"),),
        (Mention(WORDS, "person", "name", "k", WORDS),),
    )
    for n in range(8)
]
MEMBERS = [a.id_of(a.actors[0]) for a in ARTICLES]
ANCHORS = Anchors(ARTICLES)
SIDES = st.lists(st.sampled_from(MEMBERS), min_size=2, max_size=5, unique=True)


@st.composite
def judgements(draw: st.DrawFn) -> list[Judgement]:
    made: list[Judgement] = []
    acts: list[Act] = ["merge", "split", "not-same", "pin"]
    for n in range(draw(st.integers(0, 5))):
        act, members = draw(st.sampled_from(acts)), draw(SIDES)
        cut = draw(st.integers(1, len(members) - 1))
        sides = [members] if act == "pin" else [members[:cut], members[cut:]]
        about = tuple(ANCHORS.subject("actor", "Kovar", "person", side) for side in sides)
        made.append(Judgement(act, "Ada", "seen", f"2031-03-04T10:00:0{n}.000Z", about).named())
        if draw(st.integers(0, 4)) == 0:
            made.append(Judgement("undo", "Bo", "no", f"2031-03-04T10:00:0{n}.500Z", undoes=made[-1].id).named())
    return made


@st.composite
def links(draw: st.DrawFn) -> list[Link]:
    pairs = draw(st.lists(st.lists(st.sampled_from(MEMBERS), min_size=2, max_size=2, unique=True), max_size=12))
    return [Link(min(p), max(p), "same", draw(st.sampled_from([0.5, 0.9, 1.0])), "") for p in pairs]


@settings(deadline=None, max_examples=150)
@given(judgements(), links(), st.randoms(use_true_random=False))
def test_what_is_kept_apart_is_never_one(made: list[Judgement], given_: list[Link], rng: random.Random) -> None:
    corrections = correct(made, ARTICLES)
    home = actor_homes(ARTICLES, [*given_, *corrections.links])
    for fate in corrections.fates(home):
        if fate.judgement.act in ("not-same", "split") and fate.state != "undone":
            one, other = ({home[m] for m in side} for side in fate.members)
            assert one.isdisjoint(other)
        if fate.judgement.act in ("merge", "pin") and fate.state == "in force":
            assert len({home[m] for side in fate.members for m in side}) == 1
    shuffled, articles = list(made), list(ARTICLES)
    rng.shuffle(shuffled)
    rng.shuffle(articles)
    again = correct(shuffled, articles)
    assert actor_homes(articles, [*given_[::-1], *again.links]) == home

"""Judgements hold on to words: what they do to readings, and what becomes of them when readings change."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sitroom.errors import ValueFormatError
from sitroom.export.judgements import judgement_line, read_judgements
from sitroom.judgements import Act, Judgement, in_order, undone
from sitroom.link.anchors import Anchors
from sitroom.link.clusters import actor_homes
from sitroom.link.corrections import Amendment, correct
from sitroom.model import AnnotatedArticle, Article, Event, Link, LocalActor, Mention, Role
from sitroom.text import Span

TEXT = "Premier Ana Kovar called Ilir Benn of Sylvania. Kovar warned Benn."


def find(words: str, at: int = 0) -> Span:
    start = TEXT.index(words, at)
    return Span(start, start + len(words))


def mention(actor: str, words: str, head: str | None = None) -> Mention:
    span = find(words)
    return Mention(span, "person", "name", actor, find(head) if head else span)


KOVAR = LocalActor("k", "person", "Ana Kovar", find("Ana Kovar"))
BENN = LocalActor("b", "person", "Ilir Benn", find("Ilir Benn"))
SYLVANIA = LocalActor("s", "country", "Sylvania", find("Sylvania"), known="country/XS")
CALL = Event("e1", "CONSULT", find("called"), find("Premier Ana Kovar called Ilir Benn"), "occurred", "phone")
THREAT = Event("e2", "THREATEN", find("warned"), find("Kovar warned Benn"), "occurred")


def article(id_: str, **changes: object) -> AnnotatedArticle:
    mentions = (
        mention("k", "Premier Ana Kovar", "Ana Kovar"),
        Mention(find("Kovar", 40), "person", "name", "k", find("Kovar", 40)),
        mention("b", "Ilir Benn of Sylvania", "Ilir Benn"),
        mention("s", "Sylvania"),
    )
    made = AnnotatedArticle(Article(id_, f"{id_}.txt", TEXT), (KOVAR, BENN, SYLVANIA), mentions, events=(CALL, THREAT))
    return replace(made, **changes)  # type: ignore[arg-type]


ARTICLES = [article(x) for x in ("a1", "a2", "a3", "a4")]


def ids(actor: LocalActor = KOVAR, articles: list[AnnotatedArticle] = ARTICLES) -> list[str]:
    return [a.id_of(actor) for a in articles]


def judgement(act: Act, *sides: list[str], at: int = 0, articles: list[AnnotatedArticle] = ARTICLES) -> Judgement:
    anchors = Anchors(articles)
    about = tuple(anchors.subject("actor", "Ana Kovar", "person", side) for side in sides)
    value = {"rename": "Anna", "type": "group"}.get(act)
    return Judgement(act, "Ada", "seen", f"2031-03-04T10:00:{at:02}.000Z", about, value).named()


def linked(*pairs: tuple[str, str], score: float = 0.9) -> list[Link]:
    return [Link(min(p), max(p), "same", score, "same name") for p in pairs]


def homes(judgements: list[Judgement], links: list[Link], articles: list[AnnotatedArticle] = ARTICLES) -> list[str]:
    found = actor_homes(articles, [*links, *correct(judgements, articles).links])
    return [found[x] for x in (a.id_of(next(k for k in a.actors if k.key == "k")) for a in articles)]


def star(members: list[str]) -> list[Link]:
    return linked(*((members[0], other) for other in members[1:]))


def test_a_merge_holds_all_that_both_were_made_of() -> None:
    one, two, three, four = ids()
    links = [*linked((one, two), (three, four)), Link(min(two, four), max(two, four), "different", 0.9, "days")]
    assert len(set(homes([], links))) == 2
    assert len(set(homes([judgement("merge", [one, two], [three, four])], links))) == 1


def test_a_split_keeps_the_rest_together_even_without_its_hub() -> None:
    one, two, three, four = ids()
    found = homes([judgement("split", [two, three, four], [one])], star([one, two, three, four]))
    assert found[1] == found[2] == found[3] != found[0]


def test_a_split_parts_what_the_tables_have_as_one() -> None:
    same = [article(x, actors=(replace(KOVAR, known="person/kovar"), BENN)) for x in ("a1", "a2", "a3")]
    one, two, three = (a.id_of(a.actors[0]) for a in same)
    found = homes([judgement("split", [one, three], [two], articles=same)], [], same)
    assert found[0] == found[2] == "person-kovar"
    assert found[1] == two


def test_no_chain_joins_what_is_kept_apart() -> None:
    one, two, three, four = ids()
    links = [*linked((one, three), (three, two), score=1.0), *linked((three, four))]
    found = homes([judgement("not-same", [one], [two])], links)
    assert found[0] != found[1]


def test_words_find_readings_that_have_changed() -> None:
    before = judgement("merge", [ids()[0]], [ids()[1]])
    role = Role("premier", None, find("Premier"))
    changed = [
        article(x, actors=(replace(KOVAR, roles=(role,), name="Kovar, Ana", country="XF"), BENN)) for x in ("a1", "a2")
    ]
    assert len(set(homes([before], [], changed))) == 1
    longer = replace(KOVAR, span=find("Premier Ana Kovar"))
    again = [article(x, actors=(longer,), mentions=(mention("k", "Premier Ana Kovar"),)) for x in ("a1", "a2")]
    assert len(set(homes([before], [], again))) == 1, "most of the words will do"


def test_a_judgement_whose_words_are_read_no_more_says_so_and_comes_back() -> None:
    made = judgement("merge", [ids()[0]], [ids()[1]])
    gone = [article("a1", actors=(BENN,), mentions=()), article("a2")]
    (fate,) = correct([made], gone).fates({})
    assert (fate.state, fate.note) == ("without effect", "nothing is read as Ana Kovar here")
    assert correct([made], gone).links == ()
    assert len(set(homes([made], [], ARTICLES[:2]))) == 1


def test_an_actor_is_found_by_name_only_where_none_of_its_articles_is() -> None:
    made = judgement("rename", [ids()[0]])
    elsewhere = [article("b1")]
    assert correct([made], elsewhere).members[made.id] == ((elsewhere[0].id_of(KOVAR),),)
    bare = replace(made.about[0], name="Kovar")
    assert correct([replace(made, about=(bare,)).named()], elsewhere).members != {
        made.id: ((elsewhere[0].id_of(KOVAR),),)
    }
    assert correct([made], [article("a1", actors=(), mentions=()), *elsewhere]).members[made.id] == ((),)


def test_events_are_told_by_their_trigger_type_and_evidence() -> None:
    other = replace(CALL, key="e3", evidence=find("Premier Ana Kovar called"))
    odd = article("a9", events=(CALL, other, THREAT))
    anchors = Anchors([odd])
    for event in (CALL, other, THREAT):
        key = odd.id_of(event)
        assert anchors.members(anchors.subject("event", "", event.type, [key])) == [key]


def test_the_latest_name_holds_and_the_one_before_says_so() -> None:
    first = judgement("rename", [ids()[0]], at=1)
    second = replace(first, value="Annie", at="2031-03-04T10:00:02.000Z").named()
    home = dict.fromkeys(ids(), "k")
    made = correct([second, first], ARTICLES)
    assert made.amendments(home) == {"k": Amendment("Annie")}
    assert [f.state for f in made.fates(home)] == ["without effect", "in force"]


def test_what_is_taken_back_is_without_effect_and_can_be_brought_back() -> None:
    merge = judgement("merge", [ids()[0]], [ids()[1]], at=1)
    back = Judgement("undo", "Bo", "two women", "2031-03-04T10:00:02.000Z", undoes=merge.id).named()
    again = Judgement("undo", "Ada", "one after all", "2031-03-04T10:00:03.000Z", undoes=back.id).named()
    assert len(set(homes([merge, back], [])[:2])) == 2
    assert len(set(homes([merge, back, again], [])[:2])) == 1
    assert undone([again, back, merge]) == {back.id: again}
    states = [(f.state, f.note) for f in correct([merge, back], ARTICLES).fates({})]
    assert states == [("undone", "by Bo on 2031-03-04: two women"), ("in force", "")]


def test_the_order_of_judgements_changes_nothing() -> None:
    made = [judgement("merge", [ids()[0]], [ids()[n]], at=n) for n in (1, 2, 3)]
    assert in_order(made[::-1]) == in_order(made) == made
    assert correct(made, ARTICLES) == correct(made[::-1], ARTICLES[::-1])


def test_judgements_travel_as_lines() -> None:
    made = [judgement("merge", [ids()[0]], [ids()[1]]), judgement("rename", [ids()[0]])]
    assert read_judgements([judgement_line(j) for j in made] + ["", "\n"]) == made


@pytest.mark.parametrize(
    "change",
    [
        {"reason": "changed by hand"},
        {"act": "eat"},
        {"at": "yesterday"},
        {"about": []},
        {"value": "x"},
        {"undoes": "x"},
    ],
)
def test_a_line_that_is_no_judgement_is_refused(change: dict[str, object]) -> None:
    good = judgement("merge", [ids()[0]], [ids()[1]])
    with pytest.raises(ValueFormatError, match="line 2: "):
        if "reason" in change or "act" in change:
            bad = judgement_line(good).replace('"merge"', '"eat"').replace('"seen"', '"changed by hand"')
        else:
            changed = {k: tuple(v) if isinstance(v, list) else v for k, v in change.items()}
            bad = judgement_line(replace(good, **changed).named())  # type: ignore[arg-type]
        read_judgements([judgement_line(good), bad])

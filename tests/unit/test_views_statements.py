"""Statements as they are asked for: by whom, to whom, about what, on whose word."""

from __future__ import annotations

from typing import Any

import pytest
from record_fixture import actor, report, statement
from record_fixture import article as article_of
from record_fixture import event as event_of

from sitroom.errors import NotFoundError
from sitroom.record import ActorItem, ReadoutItem, Record, RoleItem, StatementItem, ViaItem
from sitroom.views.filters import Filter, narrow
from sitroom.views.lookup import Lookup
from sitroom.views.matching import Words
from sitroom.views.near import near_words
from sitroom.views.phrases import via_words
from sitroom.views.sides import Sought, dates_and_names, statements_between, statements_table
from sitroom.views.voices import is_office


def who(id_: str, name: str, type_: str, country: str | None = None, **more: Any) -> ActorItem:
    roles = [
        RoleItem(title=title, of=of, **{"from": None}, to=None, evidence=[]) for title, of in more.get("roles", ())
    ]  # fmt: skip
    return actor(id_, name, type_, country).model_copy(update={"subtype": more.get("subtype"), "roles": roles})


ACTORS = [
    who("norland", "Norland", "country", "NL"),
    who("palace", "Palace", "organization", "NL", subtype="government_body"),
    who("gazette", "State Gazette", "organization", "NL", subtype="media"),
    who("rebels", "Hill Army", "organization", "NL", subtype="armed_group"),
    who("kovar", "Ana Kovar", "person", "NL", roles=[("president", "norland"), ("leader", "norland")]),
    who("sand", "Olaf Sand", "person", "NL", roles=[("spokesman", "palace")]),
    who("mill", "Tor Mill", "person", "NL", roles=[("opposition leader", "norland")]),
    who("aide", "a palace aide", "person", "NL", subtype="unnamed", roles=[("aide", "palace")]),
    who("benn", "Ilir Benn", "person", "EE", roles=[("prime minister", "estovia")]),
    who("estovia", "Estovia", "country", "EE"),
]


def said(id_: str, speaker: str | None, **more: Any) -> StatementItem:
    fields = {"speaker": speaker, "speakers": [speaker] if speaker else [], "named": speaker is not None}
    if speaker is None:
        fields |= {"source_type": "unnamed"}
    made = statement(id_, "a1", "Norland would close the canal", "Kovar", **fields)
    return made.model_copy(update=more)


def via(actor_id: str | None, role: str = "spokesperson") -> list[ViaItem]:
    return [ViaItem(text="somebody", actor=actor_id, role=role)]  # type: ignore[arg-type]


def record(*statements: StatementItem, **more: Any) -> Record:
    return Record(articles=[article_of("a1"), article_of("a2")], actors=ACTORS, statements=list(statements), **more)


# a statement → asked for by this actor: how it belongs to it, and the office
BY = [
    (said("s", "palace"), "Palace", "said", None),
    (said("s", "sand"), "Palace", "through", "spokesman of Palace"),
    (said("s", None, affiliation="palace"), "Palace", "unnamed", None),
    (said("s", None, affiliation="palace", source_type="collective"), "Palace", "unnamed", None),
    (said("s", "kovar", via=via("sand")), "Palace", "relayed", "spokesman of Palace"),
    (said("s", "kovar", via=via("palace", "document")), "Palace", "relayed", None),
    (said("s", "kovar"), "Palace", None, None),
    (said("s", "kovar"), "Norland", "through", "president of Norland"),
    (said("s", "palace"), "Norland", "through", "a body of Norland"),
    (said("s", "sand"), "Norland", "through", "spokesman of Palace"),
    (said("s", None, affiliation="norland"), "Norland", "unnamed", None),
    (said("s", None, affiliation="palace"), "Norland", "unnamed", "a body of Norland"),
    (said("s", "mill"), "Norland", None, None),
    (said("s", "rebels"), "Norland", None, None),
    (said("s", "gazette"), "Norland", None, None),
    (said("s", "kovar", via=via("gazette", "outlet")), "State Gazette", "relayed", None),
    (said("s", "kovar", speakers=["kovar", "benn"]), "Norland", "through", "Ana Kovar, president of Norland"),
    (said("s", "benn"), "Norland", None, None),
    (said("s", None), "Norland", None, None),
    (said("s", "kovar"), "Kovar", "said", None),
]


@pytest.mark.parametrize(("item", "asked", "how", "office"), BY)
def test_how_a_statement_is_an_actors(item: StatementItem, asked: str, how: str | None, office: str | None) -> None:
    whole = record(item)
    found = statements_between(whole.statements, whole, Sought(by=asked))
    assert [(s.asked.by, s.asked.office) for s in found if s.asked] == ([(how, office)] if how else [])


def test_people_without_a_name_are_found_by_what_they_are_called() -> None:
    item = said("s", None)
    nameless = who("monitor", "a monitor", "person", subtype="unnamed")
    called = nameless.model_copy(update={"aliases": actor("m", "M", "person", None, ("a1", "Kovar")).aliases})
    whole = record(item).model_copy(update={"actors": [*ACTORS, called]})
    found = statements_between([item, said("t", "kovar")], whole, Sought(by="a monitor"))
    assert [(s.id, s.asked.by) for s in found if s.asked] == [("s", "unnamed")]


def test_the_table_tells_apart_whose_words_they_are() -> None:
    items = [
        said("s1", "palace"), said("s2", "sand"), said("s3", None, affiliation="palace", source_text="an aide"),
        said("s4", "kovar", via=via("palace", "document")),
    ]  # fmt: skip
    whole, sought = record(*items), Sought(by="Palace")
    table = statements_table(statements_between(items, whole, sought), sought, whole)
    assert [row.cells[1] for row in table.rows] == [
        "said by Palace",
        "through Olaf Sand (spokesman of Palace)",
        "through an aide (Palace) – not named",
        "passed on: Ana Kovar via somebody (Palace)",
    ]
    assert table.notes[0].startswith("1 said by Palace, 1 through named people")
    assert table.notes[1] == "4 of 4 state no day: they stand under the day of their report."


# what the article calls who passed words on, the actor it stands for → what is shown
VIA = [
    ("Kovar", "kovar", "Ana Kovar"),
    ("he", "kovar", "Ana Kovar"),
    ("her office", "kovar", "her office (Ana Kovar)"),
    ("A Norland official", "norland", "a Norland official"),
    ("the official", "norland", "the official (Norland)"),
    ("the Palace’s account", "palace", "the Palace’s account"),
    ("a note", None, "a note"),
    ("<b>\x1b[0m", None, "<b>[0m"),
]


@pytest.mark.parametrize(("text", "actor_id", "shown"), VIA)
def test_nobody_unnamed_is_shown_as_the_one_named(text: str, actor_id: str | None, shown: str) -> None:
    whole = record()
    kovar = whole.actors[4].model_copy(update={"aliases": actor("k", "K", "person", None, ("a1", "Kovar")).aliases})
    lookup = Lookup.of(whole.model_copy(update={"actors": [*whole.actors[:4], kovar, *whole.actors[5:]]}))
    assert via_words(ViaItem(text=text, actor=actor_id, role="official"), lookup) == shown


@pytest.mark.parametrize(
    ("title", "speaks"),
    [("spokesman", True), ("deputy foreign minister", True), ("secretary of state", True), ("chief of staff", True),
     ("former ambassador", False), ("opposition leader", False), ("expert", False), ("senator", False), ("", False)],
)  # fmt: skip
def test_which_titles_speak_for_somebody(title: str, speaks: bool) -> None:
    assert is_office(title) == speaks


CALL = event_of(
    "event-call", "CONSULT", "occurred", [report("a1", "Ana Kovar spoke by phone", "occurred")], mode="phone",
    date="2031-03-04", actors=["kovar"], recipients=["benn"],
)  # fmt: skip


def test_what_was_said_in_a_contact_was_said_to_its_other_side() -> None:
    items = [said("s1", "kovar", addressees=["benn"]), said("s2", "kovar"), said("s3", "kovar"), said("s4", "benn")]
    points = [
        ReadoutItem(speakers=[who_], told_by=[], verdict="reported", statements=[id_], evidence=[])
        for who_, id_ in (("kovar", "s2"), ("benn", "s4"))
    ]
    whole = record(*items, events=[CALL.model_copy(update={"readouts": points})])
    found = statements_between(items, whole, Sought(to=("Benn",)))
    assert [(s.id, s.asked.to, s.asked.contact) for s in found if s.asked] == [
        ("s1", "told", None), ("s2", "heard", "event-call"),
    ]  # fmt: skip
    table = statements_table(found, Sought(to=("Benn",)), whole)
    assert [row.cells[3] for row in table.rows] == ["Ilir Benn", "in the phone call of 4 March 2031"]
    assert [s.id for s in statements_between(items, whole, Sought(to=("Estovia",)))] == ["s1", "s2"]


def test_types_of_source_quoting_and_saying_are_kept_apart() -> None:
    items = [
        said("s1", "kovar", claim="denial"), said("s2", None, source_type="hearsay"),
        said("s3", None, source_type="collective", statement_kind="direct"),
    ]  # fmt: skip
    whole = record(*items)

    def kept(**sought: Any) -> list[str]:
        return [s.id for s in statements_between(items, whole, Sought(**sought))]

    assert kept(unnamed=True) == ["s2", "s3"]
    assert kept(source="hearsay") == ["s2"]
    assert kept(kind="direct") == ["s3"]
    assert kept(claim="denial") == ["s1"]
    assert all(s.asked is None for s in statements_between(items, whole, Sought()))
    assert "asked" not in items[0].line()


@pytest.mark.parametrize(
    ("wanted", "text", "found"),
    [
        ("sanctions", "They were sanctioned twice", True),
        ("SANCTION", "crushing sanctions", True),
        ("Ukraine", "the Ukrainian border", True),
        ("negotiations", "willing to negotiate", True),
        ("policy", "new policies", True),
        ("policy", "the police", False),
        ("ran", "Iran said", False),
        ("war", "a warning", False),
        ("us", "the U.S. Army", True),
        ("12,000", "some 12,000 men", True),
        ("café", "in a cafe", True),
        ("troops withdraw", "they withdrew the troops", False),
        ("troops withdrawal", "they withdraw all troops", True),
        ('"all troops"', "they withdraw all troops", True),
        ('"troops all"', "they withdraw all troops", False),
        ("de-escalate", "to de-escalate", True),
        ("%", "up by 5 %", True),
        ("(.*", "anything", False),
        ("  ", "anything", True),
    ],
)
def test_words_are_found_in_any_form(wanted: str, text: str, found: bool) -> None:
    assert Words.of(wanted).within(text) == found


def test_a_statement_is_about_what_was_said_and_not_about_who_said_it() -> None:
    whole = record(said("s1", "kovar", source_text="Kovar"))
    assert narrow(whole, Filter(about="canals")).statements
    assert not narrow(whole, Filter(about="Kovar")).statements
    named = whole.actors[0].model_copy(update={"aliases": actor("n", "N", "country", None, ("a1", "Norland")).aliases})
    called = whole.model_copy(update={"actors": [named.model_copy(update={"name": "The North"}), *whole.actors[1:]]})
    assert not narrow(called, Filter(about="north")).statements  # that is another place of the article


def test_names_that_nobody_has_are_met_with_near_ones() -> None:
    whole = record()
    with pytest.raises(NotFoundError, match=r"no actor is called 'Kovra': did you mean Ana Kovar\? `sitroom actors`"):
        statements_between([], whole, Sought(by="Kovra"))
    with pytest.raises(NotFoundError, match="no actor is called 'xyzzy'; `sitroom actors`"):
        statements_between([], whole, Sought(to=("xyzzy",)))
    assert near_words("\x1b[31m", [("Kovar", "Ana Kovar")]) == ""
    assert near_words("kovva", [("Kovar\x1b", "Ana\x1b Kovar")]) == ": did you mean Ana Kovar?"


def test_an_option_that_takes_dates_and_names_tells_them_apart() -> None:
    assert dates_and_names(["2031-03", "Benn", "", "2031-99"]) == (["2031-03", "2031-99"], ["Benn", ""])

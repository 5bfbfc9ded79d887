"""How one utterance is quoted in several reports: beside the fullest, word by word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from record_fixture import HOSTILE, record
from starlette.testclient import TestClient

from sitroom.link.corrections import Fate
from sitroom.link.wordings import align, words_of
from sitroom.record import ArticleItem, EvidenceItem, Record, StatementItem
from sitroom.views.beside import Wording, differing, inline, pieces
from sitroom.views.details import detail
from sitroom.views.lookup import Lookup
from sitroom.views.stories import Story
from sitroom.views.variants import how_words, reported_in, utterance, utterances, variants_table
from sitroom.web.server import make_app

FULL = "“No power on earth will make us give up the port, and those who try will learn it the hard way,”"


def said(article: str, *parts: str, kind: str = "direct", group: str | None = "g", **more: object) -> StatementItem:
    evidence = [EvidenceItem(article=article, start=0, end=len(part), quote=part) for part in parts]
    fields: dict[str, object] = {
        "id": f"statement-{article}", "article": article, "evidence": evidence, "cue": None, "source_evidence": None,
        "speaker": "p", "speakers": ["p"], "source_text": "Torres", "named": True, "source_type": "named",
        "terms": None, "affiliation": None, "via": [], "addressees": [], "channel": None, "date": None,
        "statement_kind": kind, "claim": "assertion", "negated": False, "hedges": [], "nested_in": None,
        "group": group,
    }  # fmt: skip
    return StatementItem.model_validate(fields | more)


def article(id_: str, origin: str | None = None) -> ArticleItem:
    return ArticleItem(
        id=id_, path=f"{id_}.txt", url=None, outlet=f"Outlet {id_}", title=None, authors=[], published=None,
        published_from="unknown", modified=None, retrieved=None, language="en", text="", origin=origin,
    )  # fmt: skip


# the other report → how it stands to FULL, words for words, what it leaves out
TABLE = [
    (said("b", FULL.upper()), "full", (), ()),
    (said("b", "that “no power on earth will make us give up the port”", kind="mixed"), "cut", (),
     ("and those who try will learn it the hard way",)),
    (said("b", "“No power on earth will make us give up the port … the hard way,”"), "cut", (),
     ("and those who try will learn it",)),
    (said("b", FULL.replace("port", "harbour").replace("the hard way", "the hard road")), "differs",
     (("port", "harbour"), ("way", "road")), ()),
    (said("b", "“No power in the world will make us give up the port,”"), "cut",
     (("on earth", "in the world"),), ("and those who try will learn it the hard way",)),
    (said("b", "that no power would make them give up the port", kind="indirect"), "paraphrased", (), ()),
    (said("b", "“The winter was long.”", "“No power on earth will make us give up the port. And now to work, all of "
     "us, for there is much to do here before the snow comes back to the hills,”"), "part", (),
     ("those who try will learn it the hard way",)),
]  # fmt: skip


@pytest.mark.parametrize(("other", "how", "differing", "omitted"), TABLE)
def test_a_report_beside_the_fullest(
    other: StatementItem, how: str, differing: tuple[tuple[str, str], ...], omitted: tuple[str, ...]
) -> None:
    longest = said("a", FULL, "“We have time, and we have bread, and we have each other, as we always had here.”")
    found = utterance([other, said("a", FULL) if how != "part" else longest])
    fullest, variant = found.variants
    assert fullest.statement.article == "a"
    assert variant.how == how
    assert variant.differing == differing
    assert all(part.startswith(words) for part, words in zip(variant.omitted, omitted, strict=True))


def test_the_part_that_holds_the_words_is_the_evidence() -> None:
    other = said("b", "“The winter was long.”", "“No power on earth will make us give up the port,”")
    variant = utterance([said("a", FULL), other]).variants[1]
    assert [e.quote for e in variant.evidence] == ["“No power on earth will make us give up the port,”"]


def test_words_that_the_article_quotes_elsewhere_are_not_cut() -> None:
    whole = said("a", FULL)
    first = said("b", "“No power on earth will make us give up the port,”")
    rest = EvidenceItem(article="b", start=200, end=242, quote="“and those who try will learn it the hard way,”")
    later = said("b", group=None, id="later").model_copy(update={"evidence": [rest]})
    alone = utterance([whole, first]).variants[1]
    together = utterance([whole, first], [whole, first, later]).variants[1]
    assert (alone.how, len(alone.omitted)) == ("cut", 1)
    assert (together.how, together.omitted) == ("full", ())
    assert [e.quote for e in together.evidence] == [first.evidence[0].quote, rest.quote]
    changes = ({"speakers": ["q"]}, {"article": "c"}, {"nested_in": first.id})
    others = [later.model_copy(update=change) for change in changes]
    assert utterance([whole, first], [whole, first, *others]).variants[1].how == "cut"


def test_how_it_reads() -> None:
    differs = utterance([said("a", FULL), said("b", FULL.replace("port", "harbour"))]).variants[1]
    assert how_words(differs) == "in other words: “harbour” for “port”"
    cut = utterance([said("a", FULL), said("b", "“No power here will make us give up the port,”")]).variants[1]
    assert how_words(cut) == (
        "cut by 10 words: “here” for “on earth” and without “and those who try will learn it the hard way”"
    )
    assert cut.inline == (
        "“No power [on earth → here] will make us give up the port, [−and those who try will learn it the hard way−],”"
    )


BESIDE = [
    ("“energy infrastructure and the grid stay safe”", "“energy and infrastructure and the grid stay safe”",
     [("energy infrastructure", "energy and infrastructure")], "“energy [+and] infrastructure and the grid stay safe”"),
    ("“We will never, ever go back there”", "“We will never go back there”",
     [("never, ever go", "never go")], "“We will never, [−ever−] go back there”"),
    ("“We will never, ever go back there”", "“We will never … go back there”", [], ""),
    ("“We will never go back there”", "We will not go back there, he said", [], ""),
]  # fmt: skip


@pytest.mark.parametrize(("full", "here", "pairs", "line"), BESIDE)
def test_a_word_more_or_less_is_another_wording(full: str, here: str, pairs: list[tuple[str, str]], line: str) -> None:
    one, other = (Wording(text, words_of(text)) for text in (full, here))
    found = align(one.words, other.words)
    assert list(differing(one, other, found)) == pairs
    if line:
        assert inline(one, other, found) == line


@given(st.text("ab “”,…\n<", max_size=60), st.text("ab “”,…\n<", max_size=60))
def test_the_pieces_are_the_text(full: str, here: str) -> None:
    one, other = (Wording(text, words_of(text, True)) for text in (full, here))
    found = align(one.words, other.words)
    if found.runs:
        ours, theirs = pieces(one, other, found)
        assert ("".join(p.text for p in ours), "".join(p.text for p in theirs)) == (full, here)
        inline(one, other, found)


def _record(*statements: StatementItem, **origins: str) -> Record:
    ids = sorted({s.article for s in statements})
    return Record(articles=[article(id_, origins.get(id_)) for id_ in ids], statements=list(statements))


def test_a_copy_quotes_nothing_for_itself() -> None:
    both = said("a", FULL), said("b", FULL)
    assert len(utterances(_record(*both))) == 1
    assert utterances(_record(*both, b="a")) == []
    assert utterances(_record(said("a", FULL), said("b", FULL, group=None))) == []


def test_of_a_report_and_the_report_within_it_the_inner_one_is_shown() -> None:
    inner = [said(a, FULL, nested_in=f"outer-{a}") for a in "ab"]
    outer = [said(a, FULL, id=f"outer-{a}", group="h") for a in "ab"]
    assert [u.group for u in utterances(_record(*outer, *inner))] == ["g"]


def test_wordings_that_differ_come_first_and_each_article_has_one_line() -> None:
    told = [said("a", FULL), said("b", FULL), said("b", FULL[:40], id="again")]
    differ = [said(a, w, id=f"x{a}", group="x") for a, w in (("a", FULL), ("b", FULL.replace("port", "harbour")))]
    made = _record(*told, *differ)
    found = utterances(made)
    assert [u.group for u in found] == ["x", "g"]
    rows = variants_table(found, Lookup.of(made)).rows
    assert [(row.cells[0], row.cells[2]) for row in rows] == [
        ("p", "Outlet a"), ("″", "Outlet b"), ("p", "Outlet a"), ("″", "Outlet b"),
    ]  # fmt: skip
    assert [u.group for u in reported_in(found, Record(statements=differ[:1]))] == ["x"]


def test_a_statement_shows_how_the_others_quote_it() -> None:
    made = _record(said("a", FULL), said("b", FULL.replace("port", "harbour")))
    shown = detail(made.statements[1], Lookup.of(made))
    lines = next(group.lines for group in shown.groups if group.title == "How it is quoted")
    assert [line.text for line in lines] == [
        "Outlet a, p: fullest",
        "Outlet b, p (this report): in other words: “harbour” for “port” – “No power on earth will make us give up the "
        "[port → harbour], and those who try will learn it the hard way,”",
    ]


def test_the_page_obeys_no_words() -> None:
    class Desk:
        def record(self, story: str | None = None) -> Record:
            words = [f"“{FULL} {mark} {HOSTILE} and so on and on”" for mark in ("<b>one</b>", "<i>")]
            hostile = [said(a, w) for a, w in zip(("a1", "a2"), words, strict=True)]
            return record().model_copy(update={"statements": hostile})

        def stories(self) -> list[Story]:
            return [Story("The dam", ("a1", "a2"), "2031-03-04", "2031-03-06")]

        def corrected(self) -> dict[str, list[Fate]]:
            return {}

        def revision(self) -> str:
            return ""

    with TestClient(make_app(Desk(), "dam"), base_url="http://127.0.0.1:8765") as client:  # type: ignore[arg-type]
        page = client.get("/compare").text
    assert "How they are quoted" in page and "beside this report" in page
    assert "<script>alert" not in page
    assert "<b>one" not in page

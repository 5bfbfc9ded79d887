"""Speaker, chain and circumstances: sentence → what the statement says of itself."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sitroom.model import AnnotatedArticle, Statement

STEPS = ("mentions", "times", "statements")
Annotated = Callable[..., AnnotatedArticle]


def said(
    annotated: Annotated, text: str, words: str, published: str | None = "2019-05-10"
) -> tuple[AnnotatedArticle, Statement]:
    found = annotated(text, published, STEPS)
    around = [s for s in found.statements if any(words in span.of(text) for span in s.content)]
    assert around, f"no statement holds {words!r}"
    return found, min(around, key=lambda s: sum(len(span) for span in s.content))


def name(found: AnnotatedArticle, key: str | None) -> str | None:
    return next((actor.name for actor in found.actors if actor.key == key), None)


def test_named_speaker_by_pronoun(annotated: Annotated) -> None:
    text = "Angela Merkel flew to Paris. She said the talks were useful."
    found, statement = said(annotated, text, "useful")
    assert name(found, statement.speaker) == "Angela Merkel"
    assert statement.named
    assert statement.source_type == "named"


def test_unnamed_official_has_no_speaker_but_an_affiliation_and_terms(annotated: Annotated) -> None:
    text = "The convoy was hit at dawn, a NATO official said, speaking on condition of anonymity to discuss the raid."
    found, statement = said(annotated, text, "convoy")
    assert statement.speaker is None
    assert not statement.named
    assert name(found, statement.affiliation) == "NATO"
    assert statement.terms is not None
    assert statement.terms.of(text).startswith("speaking on condition of anonymity")


def test_many_without_names_are_collective(annotated: Annotated) -> None:
    _, statement = said(annotated, "Diplomats say the deal is dead.", "deal")
    assert (statement.speaker, statement.source_type) == (None, "collective")


@pytest.mark.parametrize("text", ["It is believed that the general fled.", "The general is said to have fled."])
def test_hearsay_has_no_source(annotated: Annotated, text: str) -> None:
    _, statement = said(annotated, text, "fled")
    assert (statement.source, statement.speaker, statement.source_type) == (None, None, "hearsay")


def test_nested_statement_is_passed_on_by_the_outer_source(annotated: Annotated) -> None:
    text = "Emmanuel Macron told Angela Merkel that the summit would be moved, the Kremlin said."
    found, inner = said(annotated, text, "summit")
    assert name(found, inner.speaker) == "Emmanuel Macron"
    assert [link.text for link in inner.via] == ["the Kremlin"]
    assert inner.nested_in is not None
    assert [name(found, key) for key in inner.addressees] == ["Angela Merkel"]
    outer = next(s for s in found.statements if s.key == inner.nested_in)
    assert outer.content[0].covers(inner.content[0])


def test_outlet_that_was_told_is_the_last_link(annotated: Annotated) -> None:
    text = "\u201cThe port is closed to all ships,\u201d Angela Merkel told Reuters."
    _, statement = said(annotated, text, "port")
    assert [(link.text, link.role) for link in statement.via] == [("Reuters", "agency")]
    assert statement.channel == "interview"


def test_date_is_the_one_that_hangs_on_the_cue(annotated: Annotated) -> None:
    text = "Angela Merkel said on Monday that the port will open on Friday."
    _, statement = said(annotated, text, "port")
    assert statement.date == "2019-05-06"


CLAIMS = [
    ("Turkey denied that it had crossed the border.", "border", "denial"),
    ("A spokesman declined to comment on the report.", "comment", "no_comment"),
    ("Officials confirmed that the envoy had left.", "envoy", "confirmation"),
    ("Economists predict that prices will rise.", "prices", "forecast"),
    ("Angela Merkel asked whether the deal was dead.", "deal", "question"),
    ("Angela Merkel said the deal was dead.", "deal", "assertion"),
]


@pytest.mark.parametrize(("text", "words", "claim"), CLAIMS)
def test_claim(annotated: Annotated, text: str, words: str, claim: str) -> None:
    assert said(annotated, text, words)[1].claim == claim


def test_negation_and_hedges_are_kept(annotated: Annotated) -> None:
    _, statement = said(annotated, "Turkey did not say whether the ships could possibly return.", "ships")
    assert statement.negated
    assert statement.hedges == ("could", "possibly")


UNNAMED_BESIDE_A_NAME = [
    ("Two people close to Boris Johnson said he would resign.", "person/boris-johnson"),
    ("A friend of Ana Roth said she was ill.", "person/ana-roth"),
    ("A lawyer for Michael Stone said the raid was unlawful.", "person/michael-stone"),
    ("Officials in Accra said the port was shut.", "place/accra"),
]


@pytest.mark.parametrize(("text", "affiliation"), UNNAMED_BESIDE_A_NAME)
def test_somebody_beside_a_name_does_not_pass_for_it(annotated: Annotated, text: str, affiliation: str) -> None:
    (said,) = annotated(text).statements
    assert (said.speaker, said.named, said.affiliation) == (None, False, affiliation)


def test_a_participle_behind_a_comma_goes_on_from_the_main_subject(annotated: Annotated) -> None:
    text = "Emmanuel Macron vowed to leave the pact with Italy and Spain, calling it a relic of another age."
    found, statement = said(annotated, text, "relic")
    assert name(found, statement.speaker) == "Emmanuel Macron"


def test_what_seems_so_is_hearsay_with_its_hedge(annotated: Annotated) -> None:
    _, statement = said(annotated, "The talks seem to have failed.", "failed")
    assert (statement.source_type, statement.hedges) == ("hearsay", ("seem",))

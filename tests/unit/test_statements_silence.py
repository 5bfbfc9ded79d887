"""No comment, and hearsay that an adverb marks: sentence → source, cue and content."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sitroom.model import AnnotatedArticle

Annotated = Callable[..., AnnotatedArticle]
Row = tuple[str | None, str, tuple[str, ...]]

SILENCE: list[tuple[str, Row]] = [
    ("A spokeswoman for Shell did not respond to a request for comment.",
     ("A spokeswoman for Shell", "did not respond", ("to a request for comment",))),
    ("The company's lawyers did not immediately respond to requests for comment.",
     ("The company's lawyers", "did not immediately respond", ("to requests for comment",))),
    ("The ambassador could not be reached for comment.",
     ("The ambassador", "could not be reached", ("for comment",))),
    ("Neither bank could be reached for comment.", ("Neither bank", "could be reached", ("for comment",))),
    ("The bank had no comment.", ("The bank", "had", ("no comment",))),
    ("The prime minister's office did not return a call seeking comment.",
     ("The prime minister's office", "did not return", ("a call seeking comment",))),
    ("A spokesman was not immediately available for comment.",
     ("A spokesman", "was not immediately available", ("for comment",))),
    ("The mayor was unavailable for comment.", ("The mayor", "was unavailable", ("for comment",))),
    ("The ministry did not reply to emailed questions.", ("The ministry", "did not reply", ("to emailed questions",))),
    ("The general declined an interview.", ("The general", "declined", ("an interview",))),
]  # fmt: skip

NO_SILENCE = [
    "The ministry responded to a request for tents.",
    "The pilots did not respond to the alarm.",
    "The climbers could not be reached before dawn.",
    "The vaccine is available for children.",
    "The firm did not return the money.",
    "The envoy declined the post.",
    "The vote was observed by 300 monitors.",
]

HEARSAY: list[tuple[str, Row]] = [
    ("The rebels reportedly control the refinery.", (None, "reportedly", ("The rebels", "control the refinery"))),
    ("The banker allegedly paid the ministers for years.",
     (None, "allegedly", ("The banker", "paid the ministers for years"))),
    ("Reportedly, the guards had left their posts.", (None, "Reportedly", ("the guards had left their posts",))),
    ("The minister, who allegedly took the money, was arrested in Lyon.",
     (None, "allegedly", ("who", "took the money"))),
]  # fmt: skip

AGENTLESS: list[tuple[str, Row]] = [
    ("The president is rumoured to be ill.", (None, "is rumoured", ("The president", "to be ill"))),
    ("It was rumoured in Caracas that the general had fled.",
     (None, "was rumoured", ("that the general had fled",))),
    ("He is reputed to own three villas.", (None, "is reputed", ("He", "to own three villas"))),
    ("Word has it that the airline will close its base.",
     (None, "Word has it", ("that the airline will close its base",))),
    ("It emerged on Monday that the auditors had been warned.",
     (None, "emerged", ("that the auditors had been warned",))),
    ("The vote, it is claimed, was bought.", (None, "it is claimed", ("The vote", "was bought"))),
    ("The general is said to have fled.", (None, "is said", ("The general", "to have fled"))),
    ("It is understood that the bank will be sold.", (None, "is understood", ("that the bank will be sold",))),
]  # fmt: skip

NO_HEARSAY = [
    "The miners emerged from the shaft after nine hours.",
    "The mayor has it in writing.",
    "The island is believed by the Greek authorities to be empty.",
    "Chad is reported by Reuters to have closed the border.",
    "It is a good plan, the envoy said.",
]

ONLY_HEDGED = [
    "The envoy reportedly said that the talks had failed.",
    "The envoy said that the rebels reportedly control the refinery.",
    "The court heard the case of an allegedly corrupt mayor.",
]


def rows(found: AnnotatedArticle, text: str) -> list[tuple[Row, str, str]]:
    return [
        (
            (
                s.source.of(text) if s.source else None,
                s.cue.of(text) if s.cue else "",
                tuple(span.of(text) for span in s.content),
            ),
            s.claim,
            s.source_type,
        )
        for s in found.statements
    ]


def test_what_was_asked_and_not_answered_is_no_comment(annotated: Annotated) -> None:
    text = "Asked whether Chad would pay for the houses, Ivan Petrov would not say."
    found = rows(annotated(text), text)
    row: Row = ("Ivan Petrov", "would not say", ("whether Chad would pay for the houses",))
    assert (row, "no_comment", "named") in found


@pytest.mark.parametrize(("text", "row"), SILENCE, ids=[text for text, _ in SILENCE])
def test_silence_is_no_comment(annotated: Annotated, text: str, row: Row) -> None:
    ((found, claim, _),) = rows(annotated(text), text)
    assert (found, claim) == (row, "no_comment")


@pytest.mark.parametrize("text", NO_SILENCE)
def test_what_is_no_silence(annotated: Annotated, text: str) -> None:
    assert "no_comment" not in [claim for _, claim, _ in rows(annotated(text), text)]


@pytest.mark.parametrize(("text", "row"), HEARSAY, ids=[text for text, _ in HEARSAY])
def test_an_adverb_marks_hearsay(annotated: Annotated, text: str, row: Row) -> None:
    ((found, _, kind),) = rows(annotated(text), text)
    assert (found, kind) == (row, "hearsay")
    assert annotated(text).statements[0].hedges == (row[1].lower(),)


@pytest.mark.parametrize("text", ONLY_HEDGED)
def test_an_adverb_beside_a_source_only_hedges(annotated: Annotated, text: str) -> None:
    assert "hearsay" not in [kind for _, _, kind in rows(annotated(text), text)]


@pytest.mark.parametrize(("text", "row"), AGENTLESS, ids=[text for text, _ in AGENTLESS])
def test_what_nobody_is_named_as_saying_is_hearsay(annotated: Annotated, text: str, row: Row) -> None:
    ((found, _, kind),) = rows(annotated(text), text)
    assert (found, kind) == (row, "hearsay")


@pytest.mark.parametrize("text", NO_HEARSAY)
def test_what_somebody_says_or_does_is_no_hearsay(annotated: Annotated, text: str) -> None:
    assert "hearsay" not in [kind for _, _, kind in rows(annotated(text), text)]

"""Spans, evidence, paragraphs and the parse form."""

from __future__ import annotations

import pytest

from sitroom.errors import EvidenceError
from sitroom.text import Evidence, Span, dateline_end, is_hard_wrapped, merged, paragraphs, parse_form, trimmed


@pytest.mark.parametrize(("start", "end"), [(3, 3), (4, 3), (-1, 2)])
def test_a_span_is_never_empty_nor_negative(start: int, end: int) -> None:
    with pytest.raises(EvidenceError):
        Span(start, end)


def test_evidence_checks_itself() -> None:
    text = "Ministers met in Oslo."
    evidence = Evidence.of("a", text, Span(17, 21))
    assert evidence.quote == "Oslo"
    evidence.check(text)
    with pytest.raises(EvidenceError):
        evidence.check("Ministers met in Bonn.")
    with pytest.raises(EvidenceError):
        Evidence("a", 17, 99, "Oslo").check(text)


def test_offsets_are_code_points() -> None:
    text = "🕊 Talks in Đà Nẵng"
    assert Evidence.of("a", text, Span(2, 7)).quote == "Talks"


WRAPPED = (
    "The ministers of both states met on\nMonday for talks that were described as\n"
    "useful by one side and as a\nwaste of time by the other, which\nleft early."
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One line.\nAnother line.", ["One line.", "Another line."]),
        ("One.\r\n\r\n\r\n  Two.  \r\n", ["One.", "Two."]),
        ("\n\n \n", []),
        (f"{WRAPPED}\n\nThey will meet again.", [WRAPPED, "They will meet again."]),
    ],
)
def test_paragraphs(text: str, expected: list[str]) -> None:
    assert [span.of(text) for span in paragraphs(text)] == expected


def test_headlines_and_captions_are_no_hard_wrapping() -> None:
    assert not is_hard_wrapped("A headline\nA caption\nThe first sentence.\nThe second sentence.\nThe third.")


@pytest.mark.parametrize(
    ("paragraph", "report"),
    [
        ("NAIROBI — The rivals met.", "The rivals met."),
        ("WASHINGTON, Dec 7 (Meridian Wire) – The president spoke.", "The president spoke."),
        ("WASHINGTON (AP) -- The president spoke.", "The president spoke."),
        ("WILMINGTON, Del. — The president spoke.", "The president spoke."),
        ("OSLO / NEW YORK - Talks began.", "Talks began."),
        ("UN-led talks began.", None),
        ("NATO – the alliance – met.", None),
        ("The mayor of OSLO — a doctor — spoke.", None),
        ("Talks ended without a dash.", None),
    ],
)
def test_dateline_end(paragraph: str, report: str | None) -> None:
    end = dateline_end(paragraph)
    assert (None if end is None else paragraph[end:]) == report


def test_the_parse_form_keeps_every_offset() -> None:
    text = "“We’re ready,” he\u00a0said.\r\nNext — line…"
    form = parse_form(text)
    assert len(form) == len(text)
    assert form.startswith('"We\'re ready," he said.')


def test_trimmed_and_merged() -> None:
    assert trimmed("  ab  ", 0, 6) == Span(2, 4)
    assert trimmed("   ", 0, 3) is None
    assert merged([Span(5, 9), Span(0, 3), Span(3, 6)]) == (Span(0, 9),)

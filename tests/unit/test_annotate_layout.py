"""Parts of invented pages saved as plain text, and their headlines."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitroom.annotate.layout import regions
from sitroom.ingest.headline import title_of

LEAD = "The envoys of both countries met in Lomé on Tuesday and agreed to open the Harbel crossing, officials said."
BODY = "“We will open it,” the minister told reporters after the talks, which had lasted all night in the old port."

PAGE = [
    ("boilerplate", "Skip to main content"),
    ("boilerplate", "World"),
    ("boilerplate", "Volta Public Radio"),
    ("boilerplate", "Listen · 3:41"),
    ("dateline", "5 March 2009 - Africa"),
    ("title", "Envoys Agree to Open Harbel Crossing"),
    ("title", "Envoys Agree to Open Harbel Crossing"),
    ("caption", "Envoys at a table"),
    ("caption", "Envoys meet in Lomé, Togo, on March 3, 2009. Ana Reyes/Reuters"),
    ("byline", "By Kofi Mensah and Ana Reyes"),
    ("boilerplate", "Updated:"),
    ("body", LEAD),
    ("item", "• The crossing has been closed since 2006, and thousands depend on it."),
    ("item", "2. The observers will stay until the harvest is in, both sides said."),
    ("title", "What comes next"),
    ("body", BODY),
    ("caption", "A market stands empty at Harbel."),
    ("caption", "Ana Reyes | Getty Images"),
    ("caption", "A market stands empty at Harbel."),
    ("body", BODY.replace("night", "day")),
    ("byline", "Kofi Mensah contributed to this report."),
    ("boilerplate", "Ana Reyes"),
    ("boilerplate", "Ana is a reporter and editor covering West Africa. She grew up in Accra."),
    ("boilerplate", "twitter"),
    ("boilerplate", "Copyright Gulf Wire"),
    ("boilerplate", "To find out more, click here."),
]


@pytest.mark.parametrize("at", range(len(PAGE)), ids=lambda at: PAGE[at][1][:30])
def test_parts_of_a_page(at: int) -> None:
    found = regions("\n\n".join(line for _, line in PAGE))
    assert (found[at].kind, len(found)) == (PAGE[at][0], len(PAGE))


BODY_LINES = [
    "He read more than a dozen letters aloud before the guards led him away, his lawyer said.",
    "The president fired back hours later via Twitter, calling the ruling unfair.",
    "By Tuesday, 40 people had died.",
    "Reyes said so.",
    "We will subscribe to the accord, the minister said.",
    "“It is a photo of a ruin,” she said.",
]


@pytest.mark.parametrize("line", BODY_LINES)
def test_news_is_no_furniture(line: str) -> None:
    found = regions("\n\n".join(["Envoys agree to open crossing", LEAD, line, BODY]))
    assert [region.kind for region in found] == ["title", "body", "body", "body"]


def test_a_lead_that_is_printed_twice_stays_once() -> None:
    assert [r.kind for r in regions("\n".join([LEAD, LEAD, BODY]))] == ["body", "caption", "body"]


TITLES = [
    (f"politics\n\nEnvoys to Meet in Lomé, ‘Made It Clear'\n\n{LEAD}", "Envoys to Meet in Lomé, ‘Made It Clear'"),
    (f"Mar 5, 2009 - World\n\nInside the Lomé talks\n\n{LEAD}", "Inside the Lomé talks"),
    (f"Accessibility links\n\nBreaking News\n\n'Frank': Envoys Agree\n\n{LEAD}", "'Frank': Envoys Agree"),
    (f"Envoys Agree to Open Harbel Crossing.\n\n{LEAD}", "Envoys Agree to Open Harbel Crossing."),
    (f"By Ana Reyes\nEnvoys agree to open crossing\n{LEAD}", "Envoys agree to open crossing"),
    (f"{LEAD}\n\n{BODY}", None),
    (f"LOMÉ (Gulf Wire) - {LEAD}\n\n{BODY}", None),
    (
        f"Volta Public Radio\n\nListen · 3:41\n\nEnvoys agree to open crossing\n\n{LEAD}",
        "Envoys agree to open crossing",
    ),
    ("", None),
    ("Only one line", None),
]


@pytest.mark.parametrize(("text", "title"), TITLES)
def test_headlines(text: str, title: str | None) -> None:
    assert title_of(text) == title


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=400))
def test_any_text_has_parts_in_order_that_do_not_overlap(text: str) -> None:
    found = regions(text, title_of(text))
    assert all(a.span.end <= b.span.start for a, b in itertools.pairwise(found))

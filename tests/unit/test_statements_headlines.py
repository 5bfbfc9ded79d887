"""Headlines and headings: which of their forms name a source, and which only a topic, a series or a site."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sitroom.model import AnnotatedArticle

STEPS = ("mentions", "times", "statements")
Annotated = Callable[..., AnnotatedArticle]

LAVROV = (
    "Russia is ready for talks, Foreign Minister Sergei Lavrov told reporters in Moscow after the meeting on Monday."
)
TORRES = (
    "The mayor of Puerto Viejo, Ana Torres, spoke in the town hall on Monday, a day after the river had risen again."
)
MARKET = "Nine people died on Monday when a drone struck a market in the city of Omdurman, medics at the hospital said."
CALL = "President Joe Biden and President Vladimir Putin of Russia spoke on Monday about the troops along the border."
PORT = "The port of Bergen was shut on Monday after the storm, and the ferries to the islands were kept in the harbour."

# headline, first paragraph → (source, words)
FOUND = [
    ("Russia ready for talks: Lavrov", LAVROV, ("Lavrov", "Russia ready for talks")),
    ("Lavrov: Russia is ready for talks", LAVROV, ("Lavrov", "Russia is ready for talks")),
    ("Lavrov: no plans for a summit", LAVROV, ("Lavrov", "no plans for a summit")),
    ("'No plans': Lavrov rejects claims of a summit", LAVROV, ("Lavrov", "'No plans'")),
    ("‘We are ready’: Lavrov", LAVROV, ("Lavrov", "‘We are ready’")),
    ("Torres: 'The town will not be moved'", TORRES, ("Torres", "'The town will not be moved'")),
    ("Town 'will not be moved' – Torres", TORRES, ("Torres", "Town 'will not be moved'")),
    ("‘We will not leave,’ says Torres", TORRES, ("Torres", "‘We will not leave,’")),
    ("Torres says nobody will leave the town", TORRES, ("Torres", "nobody will leave the town")),
    ("Nobody will leave the town, Torres says", TORRES, ("Torres", "Nobody will leave the town")),
    ("Drone strike kills nine in market – medics", MARKET, ("medics", "Drone strike kills nine in market")),
    ("Drone strike kills nine in market, medics say", MARKET, ("medics", "Drone strike kills nine in market")),
    ("Medics: Drone strike killed nine in market", MARKET, ("Medics", "Drone strike killed nine in market")),
    ("Report: Drone had been launched at sea", MARKET, ("Report", "Drone had been launched at sea")),
    ("US officials: Drone was launched at sea", MARKET, ("US officials", "Drone was launched at sea")),
    ("Biden to Putin: Pull back your troops", CALL, ("Biden", "Pull back your troops")),
    ("Kremlin on sanctions: \"We will respond\"", CALL, ("Kremlin", "\"We will respond\"")),
    ("Nuclear deal 'within reach', says EU envoy", PORT, ("EU envoy", "Nuclear deal 'within reach'")),
    ("Nuclear deal 'within reach' - EU", PORT, ("EU", "Nuclear deal 'within reach'")),
    ("Norway to close the port, ministry says", PORT, ("ministry", "Norway to close the port")),
    ("Norway to hit back at critics, ministry says", PORT, ("ministry", "Norway to hit back at critics")),
    ("Poll: Most voters want the port to open", PORT, ("Poll", "Most voters want the port to open")),
]  # fmt: skip


@pytest.mark.parametrize(("headline", "lead", "row"), FOUND, ids=[row[0] for row in FOUND])
def test_headlines(annotated: Annotated, headline: str, lead: str, row: tuple[str, str]) -> None:
    text = f"{headline}\n\n{lead}"
    found = annotated(text, "2022-03-04", STEPS).statements
    said = [(s.source.of(text), s.content[0].of(text)) for s in found if s.source and s.source.end <= len(headline)]
    assert row in said


NOTHING = [
    ("War in Ukraine: What we know on day 40", CALL),
    ("Ukraine: A war in pictures", CALL),
    ("Explainer: Why the strait matters", PORT),
    ("Opinion: The West must not blink", CALL),
    ("Analysis: The port and its rivals", PORT),
    ("Live: Storm hits the coast", PORT),
    ("Norway: Port closed after storm", PORT),
    ("Storm: ferries stay in harbour", PORT),
    ("Ana Torres: The mayor who would not leave", TORRES),
    ("Torres: Why she stayed in the town", TORRES),
    ("Meet the new envoy: Ana Torres", TORRES),
    ("Ferries stay in harbour - The New York Times", PORT),
    ("Ferries stay in harbour | BBC News", PORT),
    ("Ferries stay in harbour: pictures", PORT),
    ("'A new era': Norway opens the port", PORT),
    ("Who will open the port? - Bergen", PORT),
    ("Norway to hit back at critics", PORT),
]


@pytest.mark.parametrize(("headline", "lead"), NOTHING, ids=[headline for headline, _ in NOTHING])
def test_headlines_without_a_source(annotated: Annotated, headline: str, lead: str) -> None:
    found = annotated(f"{headline}\n\n{lead}", "2022-03-04", STEPS).statements
    assert [s.content[0].of(headline) for s in found if s.content[0].start < len(headline)] == []


def test_words_quoted_in_a_headline_are_those_of_whoever_speaks_them_below(annotated: Annotated) -> None:
    text = (
        "'Long and useful': Biden, Putin agree to meet\n\n"
        "The call was “long and useful,” the Kremlin's spokesman, Dmitry Peskov, told reporters in Moscow on Monday."
    )
    found = annotated(text, "2022-03-04", STEPS)
    first = next(s for s in found.statements if s.content[0].of(text) == "'Long and useful'")
    assert first.source is None
    assert {actor.key: actor.name for actor in found.actors}[first.speaker or ""] == "Dmitry Peskov"

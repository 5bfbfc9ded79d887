"""How far content reaches and where it begins, in sentences that parsers read wrong: text → source and content."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sitroom.model import AnnotatedArticle

STEPS = ("mentions", "times", "statements")
Annotated = Callable[..., AnnotatedArticle]

REACHED = [
    # quoted words further on in the sentence
    (
        "The general said he had been offers a base, but “the offers came too late for the winter.”",
        ("The general", "he had been offers a base, but “the offers came too late for the winter.”"),
    ),
    (
        "The president says “the courts have grown soft” because “the judges have grown old.”",
        ("The president", "“the courts have grown soft” because “the judges have grown old.”"),
    ),
    (
        "The minister called the governor “the worst choice in a generation” and someone who had “sold the harbour.”",
        (
            "The minister",
            "the governor “the worst choice in a generation” and someone who had “sold the harbour.”",
        ),
    ),
    # colons
    (
        "Many envoys have said the plan fails for one reason: The money that Norway promised never arrived.",
        ("Many envoys", "the plan fails for one reason: The money that Norway promised never arrived"),
    ),
    # clauses side by side
    (
        "The minister told parliament that the budget would be cut, that taxes would rise and that talks would go on.",
        ("The minister", "that the budget would be cut, that taxes would rise and that talks would go on"),
    ),
    # adjuncts before the clause
    (
        "The minister emphasised to his counterpart in a call that the talks must go on.",
        ("The minister", "that the talks must go on"),
    ),
    ("They did not know at the time that the rebels would win.", ("They", "that the rebels would win")),
    # names for a thing
    (
        "The envoy described the talks, which lasted three hours, as constructive.",
        ("The envoy", "the talks, which lasted three hours, as constructive"),
    ),
    ("The envoy hailed what he called a historic deal.", ("The envoy", "what he called a historic deal")),
    (
        "The foreign minister rejected as baseless the claim that his troops had crossed the border.",
        ("The foreign minister", "as baseless the claim that his troops had crossed the border"),
    ),
    (
        "The premier, an early ally of the general, calls the issue of water “a priority” for farmers.",
        ("The premier, an early ally of the general", "the issue of water “a priority”"),
    ),
    # passives
    (
        "Ethiopia was accused by Sudan of sending militias across the border.",
        ("Sudan", "Ethiopia | of sending militias across the border"),
    ),
    ("The talks were described as useful by both sides.", ("both sides", "The talks | as useful")),
    # wishes for somebody's deed
    ("He is calling for the general to be barred from the talks.", ("He", "the general to be barred from the talks")),
    ("The bank has been pushing for the minister to resign.", ("The bank", "the minister to resign")),
    # inserted cues
    ("Exports fell by a third last year, the survey found.", ("the survey", "Exports fell by a third last year")),
    (
        "In both cases, Mr. Petrov said, those donations paid for repairs at the port.",
        ("Mr. Petrov", "In both cases | those donations paid for repairs at the port"),
    ),
    (
        '"Let me take this day to thank the thousands who worked so hard" for the harvest, the premier said.',
        ("the premier", '"Let me take this day to thank the thousands who worked so hard" for the harvest'),
    ),
    ("The talks, according to one analyst, will fail.", ("one analyst", "The talks | will fail")),
    # who is surveyed
    ("Those surveyed said the army was best able to act.", ("Those surveyed", "the army was best able to act")),
    # few words that are a sentence
    ('As the premier left, the crowd shouted, "Shame!"', ("the crowd", '"Shame!"')),
]


@pytest.mark.parametrize(("text", "expected"), REACHED)
def test_content_reaches_as_far_as_it_goes(annotated: Annotated, text: str, expected: tuple[str, str]) -> None:
    found = annotated(text, "2023-05-17", STEPS).statements
    said = [(s.source.of(text) if s.source else None, " | ".join(c.of(text) for c in s.content)) for s in found]
    assert expected in said


NOT_SAID = [
    # the reporter speaks behind quoted words
    ("The mayor called the plan “a farce,” which the council had “debated for weeks.”", "debated"),
    ("Blasting the paper for its story, the mayor recited “a poem about liars” to the crowd.", "story, the mayor"),
    # the question is not the answer
    ("Asked about the report, the spokeswoman said she had nothing to add.", "the report"),
    ("Asked whether the port would close, the minister said it would not.", "whether the port"),
    # a verb with an object is no inserted cue
    ("In contrast, Ana Torres has maintained support among farmers, Reuters found.", "Reuters found"),
    # words of talk and adjuncts
    ("The road, you know, is closed.", "The road"),
]


@pytest.mark.parametrize(("text", "never"), NOT_SAID)
def test_what_nobody_said_is_no_content(annotated: Annotated, text: str, never: str) -> None:
    found = annotated(text, "2023-05-17", STEPS).statements
    assert not [c.of(text) for s in found for c in s.content if never in c.of(text) and s.source is not None]


NOT_YET = [
    ("Moscow wants NATO to promise that it will not grow.", "Moscow", "NATO to promise that it will not grow"),
    ("The president told the army to announce that the war was over.", "The president", None),
    (
        "The envoy called the leaders of nine states to reassure them of his support.",
        "The envoy",
        "them of his support",
    ),
    ("The group went out of its way to say that the harvest was safe.", "The group", "that the harvest was safe"),
    ("The ministry summoned the ambassador to protest the raid.", "The ministry", "the raid"),
    ("The minister declined to say whether the port would close.", "The minister", None),
]


@pytest.mark.parametrize(("text", "source", "content"), NOT_YET)
def test_words_to_come_are_nobodys_yet(annotated: Annotated, text: str, source: str, content: str | None) -> None:
    found = annotated(text, "2023-05-17", STEPS).statements
    assert {s.source.of(text) for s in found if s.source} == {source}
    assert content is None or [content] == [c.of(text) for s in found for c in s.content]


NO_WORDS = [
    "Lavrov, quoted by Interfax, arrived late.",
    "Nobody has claimed responsibility for the attack.",
    "No one has claimed responsibility for the attack.",
    "No one could have envisioned the flood.",
    "The paper, citing the army, gave no number.",
]


@pytest.mark.parametrize("text", NO_WORDS)
def test_whose_words_they_are_is_no_statement(annotated: Annotated, text: str) -> None:
    assert not annotated(text, "2023-05-17", STEPS).statements


LEFT_OUT = [
    ("The missile, which Moscow says was intercepted, fell on a farm.", "The missile | was intercepted"),
    ("It was an attack that Kyiv says killed nine people.", "an attack | killed nine people"),
    ("The group missed a deadline that several diplomats said went unnoticed.", "a deadline | went unnoticed"),
    ("The dam that the minister said he would repair has burst.", "he would repair"),
]


@pytest.mark.parametrize(("text", "content"), LEFT_OUT)
def test_the_noun_of_a_reported_relative_clause_is_named(annotated: Annotated, text: str, content: str) -> None:
    (found,) = annotated(text, "2023-05-17", STEPS).statements
    assert " | ".join(c.of(text) for c in found.content) == content


OTHERS = [
    (
        "The government insists that the vote was free, while the opposition maintains it was rigged.",
        {("The government", "that the vote was free"), ("the opposition", "it was rigged")},
    ),
    (
        "India said four soldiers were killed; China has not said how many of its troops died.",
        {("India", "four soldiers were killed"), ("China", "how many of its troops died")},
    ),
    (
        "State media said the pilot had been rescued, without giving details.",
        {("State media", "the pilot had been rescued")},
    ),
    (
        "The survey found that, while half of the farmers say rain is late, most have sown.",
        {
            ("The survey", "that, while half of the farmers say rain is late, most have sown"),
            ("half of the farmers", "rain is late"),
        },
    ),
    (
        "Pressed on whether he would halt the pipeline, the chancellor said it was too early.",
        {("the chancellor", "it was too early")},
    ),
]


@pytest.mark.parametrize(("text", "expected"), OTHERS)
def test_nobody_says_what_somebody_else_says(annotated: Annotated, text: str, expected: set[tuple[str, str]]) -> None:
    found = annotated(text, "2023-05-17", STEPS).statements
    assert {(s.source.of(text), c.of(text)) for s in found if s.source for c in s.content} == expected


STIRRED = [
    ("The leak raised fears that the river would be poisoned.", None),
    ("The president faced criticism for the withdrawal.", None),
    ("The mayor raised fears that the river would be poisoned.", "The mayor"),
    ("Ana Torres raised concerns about the dam.", "Ana Torres"),
    ("The report raised doubts about the dam.", "The report"),
]


@pytest.mark.parametrize(("text", "source"), STIRRED)
def test_what_stirs_a_fear_does_not_fear(annotated: Annotated, text: str, source: str | None) -> None:
    found = annotated(text, "2023-05-17", STEPS).statements
    assert found
    assert {s.source.of(text) if s.source else None for s in found} == {source}


def test_a_name_with_a_verb_of_saying_is_no_label(annotated: Annotated) -> None:
    text = "Ana Torres, director of the fund, said: “Everyone is glad of the help. It will feed many.”"
    (found,) = annotated(text, "2023-05-17", STEPS).statements
    assert found.source is not None and found.source.of(text).startswith("Ana Torres")


ASKED_ASIDE = [
    ("The ministry, asked about the raid, said it would look into it.", [("The ministry", "it would look into it")]),
    ("A spokesman, asked for comment, told Reuters that he knew nothing.",
     [("A spokesman, asked for comment", "that he knew nothing")]),
    ("Mr. Petrov, pressed on the issue, said the port was open.",
     [("Mr. Petrov, pressed on the issue", "the port was open")]),
    ("The reporter asked about the raid, and the minister said nothing had happened.",
     [("The reporter", "the raid"), ("the minister", "nothing had happened")]),
    ("The mayor, a farmer, asked for aid.", [("The mayor, a farmer", "aid")]),
    ("Ana Torres, who leads the union, asked the council to act, aides said.",
     [("aides", "Ana Torres, who leads the union, asked the council to act"),
      ("Ana Torres, who leads the union", "the council to act")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ASKED_ASIDE)
def test_who_is_asked_in_an_aside_answers(annotated: Annotated, text: str, expected: list[tuple[str, str]]) -> None:
    found = annotated(text, "2023-05-17", STEPS).statements
    assert [(s.source.of(text), s.content[0].of(text)) for s in found if s.source] == expected


CALLED = [
    ("A step that the agency has described as needless was taken.", ["A step | as needless"]),
    ("The plan, which critics call a land grab, was approved.", ["The plan | a land grab"]),
    ("The commander, known as “the Fox,” was killed in the raid.", []),
]


@pytest.mark.parametrize(("text", "expected"), CALLED)
def test_what_is_called_something_stands_with_its_name(annotated: Annotated, text: str, expected: list[str]) -> None:
    found = annotated(text, "2023-05-17", STEPS).statements
    assert [" | ".join(c.of(text) for c in s.content) for s in found] == expected

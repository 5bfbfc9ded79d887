"""Quoted words: whose they are, where they begin and end, and what is no statement at all."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sitroom.model import AnnotatedArticle

STEPS = ("mentions", "times", "statements")
Annotated = Callable[..., AnnotatedArticle]

# text → (quoted words, source as the text has it)
TABLE = [
    (
        "“Very fine people, very fine people in this town,” Merkel, the chancellor and current front-runner in the "
        "state by a wide margin, said of the volunteers.",
        [("Very fine people, very fine people in this town,", "Merkel, the chancellor and current front-runner in the "
          "state by a wide margin")],
    ),
    (
        "“Nobody may say a word against the plan. We cannot speak. #Harbour,” tweeted a user from Bergen.",
        [("Nobody may say a word against the plan. We cannot speak. #Harbour,", "a user from Bergen")],
    ),
    (
        "“The danger,” said Edward Lamm, an economist, “is that we will lose workers and gain nothing.”",
        [("The danger, | is that we will lose workers and gain nothing.", "Edward Lamm, an economist")],
    ),
    (
        "“Checking is one thing,” Carter said on the radio, but he said he is asked about what happened long ago.",
        [("Checking is one thing,", "Carter"), ("he is asked about what happened long ago", "he")],
    ),
    (
        "On their way to the harbour they chanted “stop the war now” and “no justice, no peace.”",
        [("stop the war now” and “no justice, no peace.", "they")],
    ),
    (
        "The page was replaced by a message that said, “Sorry, but the item you wanted is no longer here.”",
        [("Sorry, but the item you wanted is no longer here.", "that")],
    ),
    (
        "A reporter for Reuters called it “absolute chaos.”\n\n“We saw people hit and glass flying around,” he said.",
        [("it “absolute chaos.", "A reporter for Reuters"), ("We saw people hit and glass flying around,", "he")],
    ),
    (
        "The rise does not surprise the pollster Dora Shaw: “Small parties that win early have always gained most.”",
        [("Small parties that win early have always gained most.", "Dora Shaw")],
    ),
    (
        "Merkel then listed what she expects of a partner:\n\n“Does he keep his word? Would he sign again?”",
        [("Does he keep his word? Would he sign again?", "Merkel")],
    ),
    (
        "From the report: “In general, ships with better crews keep more accurate logs.”",
        [("In general, ships with better crews keep more accurate logs.", "the report")],
    ),
    (
        "The port is shut.\n\n“I cannot believe a man like that leads a party. How did we get here?” — Carla Sanchez",
        [("I cannot believe a man like that leads a party. How did we get here?", "Carla Sanchez")],
    ),
    (
        "“The army will not leave the valley before the snow.”\n– General Ivan Petrov, at a news conference on Monday",
        [("The army will not leave the valley before the snow.", "General Ivan Petrov")],
    ),
    (
        "The Harbour Times reports:\n\n“In a sign of the mood in the town, just 24 percent of the members have paid.”",
        [("In a sign of the mood in the town, just 24 percent of the members have paid.", "The Harbour Times")],
    ),
    (
        "“The bridge is closed,” Anna Berg said.\n\n“Nobody knows for how long, and nobody will tell us.”",
        [("The bridge is closed,", "Anna Berg"), ("Nobody knows for how long, and nobody will tell us.", None)],
    ),
    (
        "“The first convoy left at dawn,” said Ivan Petrov.\n\n“The second will leave tonight, “the third tomorrow.”",
        [("The first convoy left at dawn,", "Ivan Petrov"),
         ("The second will leave tonight, “the third tomorrow.", None)],
    ),
    # a signature on a line of its own
    (
        "The port is shut.\n\n“We have not sold a single fish since May.”\n\nCarla Sanchez, fisher",
        [("We have not sold a single fish since May.", "Carla Sanchez")],
    ),
    # fragment after fragment is one statement
    (
        "The senator called the bill “reckless,” the vote “a farce” and his rivals “cowards.”",
        [("the bill “reckless,” the vote “a farce” and his rivals “cowards.", "The senator")],
    ),
    (
        "Dora Shaw said she had seen the plan, but “it was worthless from the very first day.”",
        [("she had seen the plan, but “it was worthless from the very first day.", "Dora Shaw")],
    ),
    (
        "Dora Shaw called the plan “a farce,” and Ivan Petrov said it was “a trap.”",
        [("the plan “a farce,", "Dora Shaw"), ("it was “a trap.", "Ivan Petrov")],
    ),
    # interrupted, in two pieces and in three, by a few words and by many
    (
        "“The talks,” she said after a long pause in which nobody in the crowded hall dared to move, “are over.”",
        [("The talks, | are over.", "she")],
    ),
    (
        "“I have lost everything,” Dora Shaw said, her voice breaking, “but I am still alive.”",
        [("I have lost everything, | but I am still alive.", "Dora Shaw")],
    ),
    (
        "“The ferry will sail,” Dora Shaw said at the port of Bergen, Norway, “whatever the storm may bring.”",
        [("The ferry will sail, | whatever the storm may bring.", "Dora Shaw")],
    ),
    (
        "“We came,” said Ana Torres, “we saw what was left of the town,” she paused, “and we wept.”",
        [("We came, | we saw what was left of the town, | and we wept.", "Ana Torres")],
    ),
    (
        "“They lied to us for years,” Ana Torres said, “they told us that the dam was safe.”",
        [("They lied to us for years, | they told us that the dam was safe.", "Ana Torres")],
    ),
    # another's words within the commas
    (
        "“His mood is grim,” Ana Torres said, but despite the bad news, “I think he will stay,” said Dora Shaw.",
        [("His mood is grim,", "Ana Torres"), ("I think he will stay,", "Dora Shaw")],
    ),
    (
        "“The bridge will open,” Ana Torres said, adding, “Nobody believed in it.”",
        [("The bridge will open,", "Ana Torres"), ("Nobody believed in it.", "Ana Torres")],
    ),
    # a sentence that says how somebody speaks, in whose words
    ("Antony Berg was blunt. “There will be no talks in May.”", [("There will be no talks in May.", "Antony Berg")]),
    (
        "The old mayor, Ana Torres, shook her head. “Nobody told us about the cracks in the dam.”",
        [("Nobody told us about the cracks in the dam.", "The old mayor, Ana Torres")],
    ),
    (
        "Ana Torres did not hide her anger: “They lied to us for years.”",
        [("They lied to us for years.", "Ana Torres")],
    ),
    (
        "In the words of Ana Torres: “They built it on sand, all of it.”",
        [("They built it on sand, all of it.", "Ana Torres")],
    ),
    ("The old bridge fell at dawn. “No Entry for Heavy Vehicles” was written on a sign.", []),
    # titles, terms and irony are nobody's words
    ("The film “The Long Winter of the North” won three prizes in Venice.", []),
    ("The so-called “green zone” was hit twice during the night.", []),
    ("Her novel, “A Door in the Wall of Night,” sold a million copies.", []),
    ("The “peace” lasted four days.", []),
    # the verb before a quotation is whose it is
    (
        "Asked if she feared a defeat, Anna Berg replied: “No.”",
        [("No.", "Anna Berg")],
    ),
    (
        "Ivan Petrov is said to have rejected the idea. His rivals fear that the line will be where it is. "
        "One wrote: “We know how such things end.”",
        [("Ivan Petrov | to have rejected the idea", None),
         ("that the line will be where it is", "His rivals"), ("We know how such things end.", "One")],
    ),
    (
        "“My brother would not leave,” said Dora Shaw, a nurse. “He says he was born there and will die there.”",
        [("My brother would not leave, | He says he was born there and will die there.", "Dora Shaw, a nurse")],
    ),
    # what people say at any time is no report within quoted words
    (
        "“When they say it is a hoax, I think of the children,” Anna Berg said.",
        [("When they say it is a hoax, I think of the children,", "Anna Berg")],
    ),
    (
        "“Maybe he is not as rich as he says he is,” Anna Berg said.",
        [("Maybe he is not as rich as he says he is,", "Anna Berg")],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TABLE)
def test_quoted_words_have_their_source(
    annotated: Annotated, text: str, expected: list[tuple[str, str | None]]
) -> None:
    found = annotated(text, "2019-05-10", STEPS)
    said = [
        (" | ".join(span.of(text).strip("“”") for span in s.content), s.source.of(text) if s.source else None)
        for s in found.statements
    ]
    assert said == expected

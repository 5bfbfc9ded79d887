"""Transcripts and interviews: whose turn it is, which paragraphs go on with it, and what is no transcript."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sitroom.model import AnnotatedArticle

STEPS = ("mentions", "times", "statements")
Annotated = Callable[..., AnnotatedArticle]

# text → (label, speaker, words by paragraph)
TURNS: list[tuple[str, list[tuple[str, str | None, list[str]]]]] = [
    (
        "The foreign minister, Lena Hart, spoke to the BBC's Tom Price on Monday about the closing of the strait.\n\n"
        "PRICE: Minister, why did you close the strait?\n\n"
        "HART: We had no choice. Three ships were attacked in a week.\n\n"
        "Nobody else was going to protect our crews.\n\n"
        "PRICE: And what happens now?\n\n"
        "HART: We will open it when it is safe.",
        [
            ("PRICE", "Tom Price", ["Minister, why did you close the strait?"]),
            ("HART", "Lena Hart", ["We had no choice. Three ships were attacked in a week.",
                                   "Nobody else was going to protect our crews."]),
            ("PRICE", "Tom Price", ["And what happens now?"]),
            ("HART", "Lena Hart", ["We will open it when it is safe."]),
        ],
    ),
    (
        "Omar Aziz briefed the press in Geneva.\n\n"
        "QUESTION: Can you confirm that the talks have begun?\n\n"
        "MR. AZIZ: Our delegation is in Geneva. I will not go further than that.\n\n"
        "QUESTION: Will the Secretary travel there?\n\n"
        "MR. AZIZ: We have no travel to announce.",
        [
            ("QUESTION", None, ["Can you confirm that the talks have begun?"]),
            ("MR. AZIZ", "Omar Aziz", ["Our delegation is in Geneva. I will not go further than that."]),
            ("QUESTION", None, ["Will the Secretary travel there?"]),
            ("MR. AZIZ", "Omar Aziz", ["We have no travel to announce."]),
        ],
    ),
    (
        "JOHN BERMAN, CNN HOST: Good morning. Senator, do you trust the report on the embassy?\n\n"
        "SEN. MARIA LOPEZ (D-TX): I do. The intelligence was clear from the start.\n\n"
        "(CROSSTALK)\n\n"
        "BERMAN: Who fired first?\n\n"
        "LOPEZ (through interpreter): We will get to the bottom of this.",
        [
            ("JOHN BERMAN", "JOHN BERMAN", ["Good morning. Senator, do you trust the report on the embassy?"]),
            ("SEN. MARIA LOPEZ", "MARIA LOPEZ", ["I do. The intelligence was clear from the start."]),
            ("BERMAN", "JOHN BERMAN", ["Who fired first?"]),
            ("LOPEZ", "MARIA LOPEZ", ["We will get to the bottom of this."]),
        ],
    ),
    # labels on a line of their own
    (
        "Lena Hart, the foreign minister, was asked about the strait by Tom Price of Radio Norland in the capital.\n\n"
        "Tom Price\nWhy did you close the strait to tankers?\n\n"
        "Lena Hart\nWe had no choice. Three ships were attacked.\n\n"
        "Tom Price\nAnd what happens to the crews now?\n\n"
        "Lena Hart\nThey will come home by air.",
        [
            ("Tom Price", "Tom Price", ["Why did you close the strait to tankers?"]),
            ("Lena Hart", "Lena Hart", ["We had no choice. Three ships were attacked."]),
            ("Tom Price", "Tom Price", ["And what happens to the crews now?"]),
            ("Lena Hart", "Lena Hart", ["They will come home by air."]),
        ],
    ),
    # one letter for each, where the lead says who is asked
    (
        "Ana Torres, the mayor of Puerto Viejo, answered our questions about the flood.\n\n"
        "Q: What happened at the dam?\n\nA: The gate broke at midnight.\n\n"
        "Q: Were people warned?\n\nA: Yes, but far too late.",
        [
            ("Q", None, ["What happened at the dam?"]),
            ("A", "Ana Torres", ["The gate broke at midnight."]),
            ("Q", None, ["Were people warned?"]),
            ("A", "Ana Torres", ["Yes, but far too late."]),
        ],
    ),
    # two who could be meant by "A": nobody is guessed
    (
        "Ana Torres and Ivan Petrov answered our questions about the flood.\n\n"
        "Q: What happened at the dam?\n\nA: The gate broke at midnight.\n\nQ: Were people warned?\n\nA: Too late.",
        [],
    ),
    # a host without a name, a guest who is named by the host
    (
        "Presenter: Welcome. With me is General Ivan Petrov.\n\n"
        "Petrov: The front line has not moved since May.\n\nThe army needs shells, not speeches.\n\n"
        "Presenter: How long can it hold?\n\nPetrov: A year, perhaps.",
        [
            ("Presenter", None, ["Welcome. With me is General Ivan Petrov."]),
            ("Petrov", "Ivan Petrov", ["The front line has not moved since May.",
                                       "The army needs shells, not speeches."]),
            ("Presenter", None, ["How long can it hold?"]),
            ("Petrov", "Ivan Petrov", ["A year, perhaps."]),
        ],
    ),
    # a question and its answer within a report, which goes on behind them
    (
        "The minister, Lena Hart, met reporters at the port of Bergen after the storm had passed over the town.\n\n"
        "REPORTER: Will the ferries sail tomorrow?\n\nHART: If the wind lets them.\n\n"
        "The wind was still strong on Tuesday, and no ferry left the harbour.",
        [
            ("REPORTER", None, ["Will the ferries sail tomorrow?"]),
            ("HART", "Lena Hart", ["If the wind lets them."]),
        ],
    ),
    # the reporter takes over between two turns
    (
        "Lena Hart, the foreign minister, spoke to Tom Price of Radio Norland about the strait on Monday evening.\n\n"
        "PRICE: Why did you close it?\n\nHART: We had no choice.\n\n"
        "Hart looked at her notes and poured herself a glass of water.\n\n"
        "PRICE: And now?\n\nHART: We wait.",
        [
            ("PRICE", "Tom Price", ["Why did you close it?"]),
            ("HART", "Lena Hart", ["We had no choice."]),
            ("PRICE", "Tom Price", ["And now?"]),
            ("HART", "Lena Hart", ["We wait."]),
        ],
    ),
    # times before the labels, initials for names
    (
        "Lena Hart, the foreign minister, spoke to Tom Price of Radio Norland about the strait on Monday evening.\n\n"
        "[00:01] TP: Why did you close it?\n\n[00:09] LH: We had no choice.\n\n"
        "[00:31] TP: And now?\n\n[00:33] LH: We wait.",
        [
            ("TP", "Tom Price", ["Why did you close it?"]),
            ("LH", "Lena Hart", ["We had no choice."]),
            ("TP", "Tom Price", ["And now?"]),
            ("LH", "Lena Hart", ["We wait."]),
        ],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TURNS, ids=[text[-40:] for text, _ in TURNS])
def test_turns(annotated: Annotated, text: str, expected: list[tuple[str, str | None, list[str]]]) -> None:
    found = annotated(text, "2019-05-10", STEPS)
    names = {actor.key: actor.name for actor in found.actors}
    said = [
        (s.source.of(text), names.get(s.speaker or ""), [span.of(text) for span in s.content])
        for s in found.statements
        if s.kind == "direct" and s.source is not None
    ]
    if not expected:  # turns, but nobody who is known to speak in them
        assert {name for label, name, _ in said if label in ("Q", "A")} <= {None}
    else:
        assert said == expected


NO_TURNS = [
    # headings
    "Background: The strait has been closed for weeks.\n\nUpdate: Two more ships have been hit.\n\n"
    "Background: The strait is narrow.\n\nUpdate: A third ship has been hit.",
    # times and days
    "10:45: The ministers arrive.\n\n11:30: The talks begin.\n\nMonday: The envoys leave.\n\nTuesday: Rain.",
    # places and states
    "Norway: The port is closed.\n\nDenmark: The bridge is open.\n\nNorway: The road is open again.",
    "LONDON: The markets fell.\n\nPARIS: The markets rose.\n\nLONDON: The markets rose again.",
    # a list of those who take part
    "Lena Hart: Foreign minister since 2019.\n\nTom Price: A reporter for Radio Norland.\n\nOmar Aziz: Her spokesman.",
    # what a newspaper asks and answers itself
    "What the strait means for trade.\n\nQ: What is a strait?\n\nA: A narrow passage of water.\n\n"
    "Q: Who owns it?\n\nA: Nobody owns the high seas.",
    # results
    "Lena Hart: 45 percent\n\nOmar Aziz: 41 percent\n\nLena Hart: 1,501\n\nOmar Aziz: 1,402",
    # credits and addresses
    "Photo: Lena Hart at the port.\n\nSource: Ministry of the Sea.\n\nPhoto: The port at night.",
]


@pytest.mark.parametrize("text", NO_TURNS)
def test_labels_that_are_no_speakers(annotated: Annotated, text: str) -> None:
    found = annotated(text, "2019-05-10", STEPS)
    assert [s.content[0].of(text) for s in found.statements if s.kind == "direct"] == []


INTERVIEW = (
    "Interview with the hydrologist Ana Torres\n\n"
    "The flood of May was the worst in the valley for a hundred years, and the town has not yet recovered from it.\n\n"
    "Why did you leave the town before the flood?\n\nI had seen the cracks, and my colleagues had seen them, too.\n\n"
    "Nobody listened to us.\n\nDid you warn the mayor?\n\nWe warned him twice.\n\n"
    "What would you do today?\n\nI would knock on every door."
)


def test_answers_without_labels_belong_to_the_one_who_is_asked(annotated: Annotated) -> None:
    found = annotated(INTERVIEW, "2019-05-10", STEPS)
    names = {actor.key: actor.name for actor in found.actors}
    said = [
        (names.get(s.speaker or ""), [span.of(INTERVIEW) for span in s.content])
        for s in found.statements
        if s.kind == "direct"
    ]
    assert said == [
        ("Ana Torres", ["I had seen the cracks, and my colleagues had seen them, too.", "Nobody listened to us."]),
        ("Ana Torres", ["We warned him twice."]),
        ("Ana Torres", ["I would knock on every door."]),
    ]


@pytest.mark.parametrize(
    "text",
    [
        # who is asked has no name; the only name is that of the topic
        INTERVIEW.replace("the hydrologist Ana Torres", "a hydrologist on the Ana Torres dam"),
        # questions that the outlet answers itself
        INTERVIEW.replace("Interview with the hydrologist Ana Torres", "What Ana Torres saw, and what you can do"),
        # two who may have answered
        INTERVIEW.replace("Ana Torres", "Ana Torres and the engineer Ivan Petrov"),
    ],
)
def test_answers_whose_speaker_nobody_tells(annotated: Annotated, text: str) -> None:
    assert [s for s in annotated(text, "2019-05-10", STEPS).statements if s.kind == "direct"] == []


def test_questions_about_a_person_are_not_answered_by_him(annotated: Annotated) -> None:
    text = "Q&A: What does Ivan Petrov want?\n\nQ: Who is he?\n\nA: A general.\n\nQ: What is his aim?\n\nA: War."
    assert {s.speaker for s in annotated(text, "2019-05-10", STEPS).statements if s.kind == "direct"} <= {None}

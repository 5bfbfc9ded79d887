"""Source, cue and content, construction by construction: sentence → (source, cue, content, kind)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sitroom.model import AnnotatedArticle, Statement

STEPS = ("mentions", "times", "statements")
Annotated = Callable[..., AnnotatedArticle]


def rows(annotated: Annotated, text: str, published: str | None = None) -> list[tuple[object, ...]]:
    found = annotated(text, published, STEPS)
    return [
        (
            s.source.of(text) if s.source else None,
            s.cue.of(text) if s.cue else None,
            tuple(span.of(text) for span in s.content),
            s.kind,
        )
        for s in found.statements
    ]


FOUND = [
    # indirect speech
    (
        "The minister said that the bridge would reopen in spring.",
        ("The minister", "said", ("that the bridge would reopen in spring",), "indirect"),
    ),
    (
        "Ana Torres has repeatedly warned that the dam is unsafe.",
        ("Ana Torres", "has repeatedly warned", ("that the dam is unsafe",), "indirect"),
    ),
    (
        "The bridge will reopen in spring, the minister said.",
        ("the minister", "said", ("The bridge will reopen in spring",), "indirect"),
    ),
    (
        "The bridge, the minister said on Monday, will reopen in spring.",
        ("the minister", "said", ("The bridge", "will reopen in spring"), "indirect"),
    ),
    # quotations
    (
        "\u201cWe will rebuild every house,\u201d said Ana Torres, the mayor.",
        ("Ana Torres, the mayor", "said", ("\u201cWe will rebuild every house,\u201d",), "direct"),
    ),
    (
        '"We will rebuild every house," she said. "Nobody will be left behind."',
        ("she", "said", ('"We will rebuild every house,"', '"Nobody will be left behind."'), "direct"),
    ),
    (
        '"We will," she said, "rebuild every house in the valley."',
        ("she", "said", ('"We will,"', '"rebuild every house in the valley."'), "direct"),
    ),
    (
        'Ana Torres said: "We will rebuild every house in the valley."',
        ("Ana Torres", "said", ('"We will rebuild every house in the valley."',), "direct"),
    ),
    (
        "Ana Torres called the plan \u201ca gift to thieves\u201d on Friday.",
        ("Ana Torres", "called", ("the plan \u201ca gift to thieves\u201d",), "mixed"),
    ),
    (
        "\u201cDo you believe him?\u201d Ana Torres asked.",
        ("Ana Torres", "asked", ("\u201cDo you believe him?\u201d",), "direct"),
    ),
    # prepositions, nouns, colons
    (
        "Four soldiers were killed in the raid, according to two hospital officials.",
        ("two hospital officials", "according to", ("Four soldiers were killed in the raid",), "indirect"),
    ),
    (
        "According to two hospital officials, four soldiers were killed in the raid.",
        ("two hospital officials", "According to", ("four soldiers were killed in the raid",), "indirect"),
    ),
    (
        "Her claim that the army had broken the truce angered the generals.",
        ("Her", "claim", ("that the army had broken the truce",), "indirect"),
    ),
    ("Poll: Most voters want the war to end", ("Poll", ":", ("Most voters want the war to end",), "indirect")),
    # belief, desire, acts by words
    (
        "The envoys fear that the truce may collapse.",
        ("The envoys", "fear", ("that the truce may collapse",), "indirect"),
    ),
    ("Norway wants the port to close.", ("Norway", "wants", ("the port to close",), "indirect")),
    ("The rebels vowed to fight on.", ("The rebels", "vowed", ("to fight on",), "indirect")),
    (
        "The senator condemned the attack on the village.",
        ("The senator", "condemned", ("the attack on the village",), "indirect"),
    ),
    (
        "The council urged both sides to de-escalate tensions in the strait.",
        ("The council", "urged", ("both sides to de-escalate tensions",), "indirect"),
    ),
    # attitudes, plans, decisions, gerunds
    ("The harbour union backs the strike.", ("The harbour union", "backs", ("the strike",), "indirect")),
    ("The mayor opposes closing the school.", ("The mayor", "opposes", ("closing the school",), "indirect")),
    ("The envoy plans to return in May.", ("The envoy", "plans", ("to return in May",), "indirect")),
    ("The envoy hopes to return in May.", ("The envoy", "hopes", ("to return in May",), "indirect")),
    ("The court upheld the ban on whaling.", ("The court", "upheld", ("the ban on whaling",), "indirect")),
    ("I think that the ferry is late.", ("I", "think", ("that the ferry is late",), "indirect")),
    # predicates: adjectives, people by what they think, "against", nouns with "is that"
    ("The admiral is bearish on the project.", ("The admiral", "is bearish on", ("the project",), "indirect")),
    (
        "The miners were shocked that the pit would close.",
        ("The miners", "were shocked", ("that the pit would close",), "indirect"),
    ),
    ("The senator is a critic of the dam.", ("The senator", "is a critic of", ("the dam",), "indirect")),
    ("The union is against the new law.", ("The union", "is against", ("the new law",), "indirect")),
    ("Her hope is that the ferry will sail.", ("Her", "hope is", ("that the ferry will sail",), "indirect")),
    (
        "The question is whether the ferry will sail.",
        (None, "question is", ("whether the ferry will sail",), "indirect"),
    ),
    # what seems
    ("The ferry seems to have sunk.", (None, "seems", ("The ferry", "to have sunk"), "indirect")),
    ("It appears that the ferry sank.", (None, "appears", ("that the ferry sank",), "indirect")),
    # prepositions of the content belong to the cue
    (
        "The bishop called for an inquiry into the fire.",
        ("The bishop", "called for", ("an inquiry into the fire",), "indirect"),
    ),
    ("The bishop commented on the fire.", ("The bishop", "commented on", ("the fire",), "indirect")),
    ("Their opposition to the pipeline is known.", ("Their", "opposition to", ("the pipeline",), "indirect")),
    # phrases and clauses around which the sentence is said
    (
        "In a new poll, the Greens lead by four points.",
        ("a new poll", "In", ("the Greens lead by four points",), "indirect"),
    ),
    ("In her view, the truce is dead.", ("her", "view", ("the truce is dead",), "indirect")),
    (
        "As the bishop put it, the town has lost its heart.",
        ("the bishop", "put it", ("the town has lost its heart",), "indirect"),
    ),
    (
        "The town has lost its heart, as the bishop observed.",
        ("the bishop", "observed", ("The town has lost its heart",), "indirect"),
    ),
    # what the reporter adds is no content
    (
        "The bishop said the town had lost its market, which dates from the twelfth century.",
        ("The bishop", "said", ("the town had lost its market",), "indirect"),
    ),
    (
        "The union praised the report, which runs to four hundred pages.",
        ("The union", "praised", ("the report",), "indirect"),
    ),
    (
        "Greece said that the strait was open and that ships had asked for pilots.",
        ("Greece", "said", ("that the strait was open and that ships had asked for pilots",), "indirect"),
    ),
    # what ascribes all before it is not what was said
    (
        "The mayor said that the bridge had been mined, Norwegian state broadcaster NRK reported.",
        ("The mayor", "said", ("that the bridge had been mined",), "indirect"),
    ),
    (
        "The mayor said that the bridge had been mined, the newspaper reported, citing two officers.",
        ("The mayor", "said", ("that the bridge had been mined",), "indirect"),
    ),
    (
        "Norway considers the treaty dead, Foreign Minister Dora Shaw was quoted as saying by the newspaper Dagen.",
        ("Norway", "considers", ("the treaty dead",), "indirect"),
    ),
    (
        "The harbour office said in a statement that ships had entered waters that were never charted.",
        ("The harbour office", "said", ("that ships had entered waters that were never charted",), "indirect"),
    ),
    (
        "Dora Shaw said the counter-tariffs, which cover fish and oil, would start at midnight.",
        ("Dora Shaw", "said", ("the counter-tariffs, which cover fish and oil, would start at midnight",), "indirect"),
    ),
    (
        "The envoy, Ivan Petrov, disagreed: the treaty, he argued, could be saved by spring.",
        ("he", "argued", ("the treaty", "could be saved by spring"), "indirect"),
    ),
    (
        "The mayor said the council's claim that the dam would hold was a fairy tale.",
        ("The mayor", "said", ("the council's claim that the dam would hold was a fairy tale",), "indirect"),
    ),
    (
        "Ivan Petrov spoke of rivals who, he said, were plotting a coup.",
        ("he", "said", ("rivals who", "were plotting a coup"), "indirect"),
    ),
    # agents and passives
    ("The truce was welcomed by the bishops.", ("the bishops", "was welcomed", ("The truce",), "indirect")),
    ("The driver was accused of theft.", (None, "was accused of", ("The driver", "theft"), "indirect")),
    (
        "The plan was described as reckless by the opposition.",
        ("the opposition", "was described", ("The plan", "as reckless"), "indirect"),
    ),
]


@pytest.mark.parametrize(("text", "row"), FOUND, ids=[text for text, _ in FOUND])
def test_construction(annotated: Annotated, text: str, row: tuple[object, ...]) -> None:
    assert row in rows(annotated, text)


NOTHING = [
    "The bridge reopened in spring after two years of work.",
    "The so-called \u201csafe zone\u201d lies north of the river.",
    "She won a prize for the novel \u201cThe Long Winter\u201d in March.",
    "The decision to close the school hurt many families.",
    "In 2012, the firm added 300 workers.",
    "He has his own way of doing things.",
    # not yet said: under a condition, by way of possibility, as the purpose of a meeting
    "If the envoy decides to leave, the talks will end.",
    "The ministers met on Monday to discuss the budget.",
    "The clerk was not authorized to discuss the case.",
    # nobody answered, nobody in particular
    "Everybody knows the old bridge.",
    # names, times, figures
    "The nine islands are known as the Nine.",
    "The party raised two million crowns.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_no_statement(annotated: Annotated, text: str) -> None:
    assert rows(annotated, text) == []


def test_a_paragraph_that_is_only_a_quotation_has_the_speaker_of_the_one_before(annotated: Annotated) -> None:
    text = (
        "Ana Torres said the valley was safe. \u201cThe water is falling,\u201d Torres said.\n\n"
        "\u201cWe expect everybody to be home by Sunday.\u201d\n\nThe army left the valley."
    )
    found = annotated(text, None, STEPS).statements
    last = next(s for s in found if "everybody" in s.content[0].of(text))
    assert last.cue is None
    assert last.source is None
    assert last.speaker is not None
    assert {s.speaker for s in found} == {last.speaker}


def test_a_speech_over_two_paragraphs_is_one_statement(annotated: Annotated) -> None:
    text = (
        "\u201cThe water is falling,\u201d Torres said. \u201cIt will take a week.\n\n"
        "\u201cThen we can all go home.\u201d"
    )
    found = annotated(text, None, STEPS).statements
    assert [len(s.content) for s in found if s.kind == "direct"] == [3]


HOSTILE = [
    '"',
    "\u201c\u201c\u201c he said \u201d",
    'He said: "',
    "\u201d\u201d, said X, \u201cno",
    "''' said ''' ``",
    "\u201cNever closed, he said.\n\u201cAnd again\n\n\u201cand again",
    "said " * 200,
    "according to according to according to",
    "He said \u2019\u2018 that \u2018 it \u2019 was",
    "X: " * 50,
    "5'10\" tall, he said, and 6'2\" wide",
    "said\r\n\r\nsaid, \u00a0\u201c\u00a0\u201d",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_odd_marks_break_nothing(annotated: Annotated, text: str) -> None:
    found = annotated(text, None, STEPS)
    assert all(isinstance(s, Statement) for s in found.statements)

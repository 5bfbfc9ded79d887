"""Chain and circumstances: text → who speaks, through whom, to whom, how and when."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sitroom.model import AnnotatedArticle

STEPS = ("mentions", "times", "statements")
Annotated = Callable[..., AnnotatedArticle]

# text, last words of the content, cue → speaker, kind of source, chain, addressees, channel, day (published 2019-05-10)
TABLE: list[
    tuple[str, str, str | None, str | None, str, list[str], list[str], str | None, str | None]
] = [
    (
        'The ceasefire will hold until spring, Foreign Minister Anna Berg told Reuters.',
        'efire will hold until spring', 'told', 'Anna Berg', 'named', ['Reuters'], ['Reuters'], 'interview', None,
    ),
    (
        'The ceasefire will hold until spring, according to a person briefed on the call, who spoke on '
        'condition of anonymity.',
        'efire will hold until spring', 'according to', None, 'unnamed', [], [], None, None,
    ),
    (
        'Russia has moved 20 tanks to the border, state news agency TASS reported, citing the Defense Ministry.',
        'moved 20 tanks to the border', 'reported', 'TASS', 'named', [], [], None, None,
    ),
    (
        'Russia has moved 20 tanks to the border, state news agency TASS reported, citing the Defense Ministry.',
        'moved 20 tanks to the border', 'citing', 'Defense Ministry', 'named', ['state news agency TASS'], [],
        None, None,
    ),
    (
        '"The two leaders discussed the harvest," the White House said in a readout of the call on Tuesday.',
        'eaders discussed the harvest', 'said', 'White House', 'named', [], [], 'readout', '2019-05-07',
    ),
    (
        'The general had fled the capital, as reported by the BBC.',
        'general had fled the capital', 'as reported by', 'BBC', 'named', [], [], None, None,
    ),
    (
        'Emmanuel Macron told Angela Merkel that Vladimir Putin wanted a new summit, the Elysee said.',
        'ir Putin wanted a new summit', 'said', 'Elysee Palace', 'named', [], [], None, None,
    ),
    (
        'Emmanuel Macron told Angela Merkel that Vladimir Putin wanted a new summit, the Elysee said.',
        'ir Putin wanted a new summit', 'told', 'Emmanuel Macron', 'named', ['the Elysee'], ['Angela Merkel'],
        None, None,
    ),
    (
        'Kremlin spokesman Dmitry Peskov said that Putin was ready for talks.',
        'at Putin was ready for talks', 'said', 'Dmitry Peskov', 'named', [], [], None, None,
    ),
    (
        '"We are ready," Peskov told reporters on Thursday.',
        'We are ready', 'told', 'Dmitry Peskov', 'named', [], ['reporters'], 'briefing', '2019-05-09',
    ),
    (
        'Iran will not accept the terms, the IRNA news agency quoted President Hassan Rouhani as saying.',
        'an will not accept the terms', 'saying', 'Hassan Rouhani', 'named', ['IRNA'], [], None, None,
    ),
    (
        'The plane was shot down by rebels, two U.S. officials familiar with the intelligence said, asking '
        'not to be identified.',
        'lane was shot down by rebels', 'said', None, 'collective', [], [], None, None,
    ),
    (
        'Israel struck the site at night, the Wall Street Journal reported on Friday, citing people familiar '
        'with the matter.',
        'ael struck the site at night', 'reported', 'Wall Street Journal', 'named', [], [], None, '2019-05-10',
    ),
    (
        'Israel struck the site at night, the Wall Street Journal reported on Friday, citing people familiar '
        'with the matter.',
        'ael struck the site at night', 'citing', None, 'collective', ['the Wall Street Journal'], [], None, None,
    ),
    (
        'The army has lost 300 men, according to a memo seen by The Guardian.',
        'The army has lost 300 men', 'according to', None, 'unnamed', ['The Guardian'], [], 'document', None,
    ),
    (
        'In a telephone call on Monday, Biden warned Putin that an attack would be costly.',
        'at an attack would be costly', 'warned', 'Biden', 'named', [], ['Vladimir Putin'], 'call', '2019-05-06',
    ),
    (
        'In a statement, the ministry said the embassy would close.',
        'the embassy would close', 'said', None, 'unnamed', [], [], 'statement', None,
    ),
    (
        'Speaking at a news conference in Berlin, Merkel said the pipeline would be finished.',
        'e pipeline would be finished', 'said', 'Angela Merkel', 'named', [], [], 'briefing', None,
    ),
    (
        'Merkel wrote on Twitter that the pipeline would be finished.',
        'e pipeline would be finished', 'wrote', 'Angela Merkel', 'named', [], [], 'social', None,
    ),
    (
        'A Turkish official told the Financial Times that Ankara would not recognise the vote.',
        'would not recognise the vote', 'told', None, 'unnamed', ['the Financial Times'], ['Financial Times'],
        'interview', None,
    ),
    (
        'Ankara would not recognise the vote, said a senior Turkish official who was not authorized to speak publicly.',
        'would not recognise the vote', 'said', None, 'unnamed', [], [], None, None,
    ),
    (
        'An aide to Netanyahu, who declined to be named, said the cabinet would meet again.',
        'the cabinet would meet again', 'said', None, 'unnamed', [], [], None, None,
    ),
    (
        'The aide said that Putin told Biden that the troops would be withdrawn.',
        'he troops would be withdrawn', 'said', None, 'unnamed', [], [], None, None,
    ),
    (
        'The aide said that Putin told Biden that the troops would be withdrawn.',
        'he troops would be withdrawn', 'told', 'Vladimir Putin', 'named', ['The aide'], ['Biden'], None, None,
    ),
    (
        'Local media reported that the bridge had collapsed.',
        'hat the bridge had collapsed', 'reported', None, 'collective', [], [], None, None,
    ),
    (
        'Xinhua quoted a Foreign Ministry spokesman as saying that China opposed the sanctions.',
        ' China opposed the sanctions', 'saying', None, 'unnamed', ['Xinhua'], [], None, None,
    ),
    (
        'Lavrov phoned Blinken on Sunday and told him that Moscow expected a written answer.',
        'ow expected a written answer', 'told', 'Lavrov', 'named', [], ['Blinken'], 'call', '2019-05-05',
    ),
    (
        '"It was a good meeting," Johnson said after talks with Modi on Thursday.',
        'It was a good meeting', 'said', 'Johnson', 'named', [], [], None, '2019-05-09',
    ),
    (
        "Syria's SANA news agency, quoting a military source, said the air defenses had downed five missiles.",
        'ses had downed five missiles', 'said', 'SANA', 'named', [], [], None, None,
    ),
    (
        "Syria's SANA news agency, quoting a military source, said the air defenses had downed five missiles.",
        'ses had downed five missiles', 'quoting', None, 'unnamed', ["Syria's SANA news agency"], [], None, None,
    ),
    (
        'The spokeswoman declined to comment.',
        'to comment', 'declined', None, 'unnamed', [], [], None, None,
    ),
    (
        '"The port is closed," the harbour master told the newspaper Le Monde in remarks published on Saturday.',
        'The port is closed', 'told', None, 'unnamed', ['Le Monde'], ['Le Monde'], 'interview', None,
    ),
    (
        'In his weekly radio address, Obama said the economy was recovering.',
        'the economy was recovering', 'said', 'Obama', 'named', [], [], 'speech', None,
    ),
    (
        'Merkel assured the Bundestag on Wednesday that no German soldiers would be sent.',
        'erman soldiers would be sent', 'assured', 'Angela Merkel', 'named', [], ['Bundestag'], None, '2019-05-08',
    ),
    (
        'The report, obtained by the Associated Press, says the dam is unsafe.',
        'the dam is unsafe', 'says', None, 'unnamed', ['the Associated Press'], [], 'document', None,
    ),
    (
        'The U.S. State Department said Blinken had urged Lavrov to pull back the troops.',
        'vrov to pull back the troops', 'said', 'State Department', 'named', [], [], None, None,
    ),
    (
        'The U.S. State Department said Blinken had urged Lavrov to pull back the troops.',
        'vrov to pull back the troops', 'had urged', 'Blinken', 'named', ['The U.S. State Department'],
        ['Lavrov'], None, None,
    ),
    (
        'Macron said on Friday he would visit Moscow. "We will talk about everything," he said.',
        'he would visit Moscow', 'said', 'Macron', 'named', [], [], None, '2019-05-10',
    ),
    (
        'Macron said on Friday he would visit Moscow. "We will talk about everything," he said.',
        'e will talk about everything', 'said', 'Macron', 'named', [], [], None, '2019-05-10',
    ),
    (
        'NATO\'s Jens Stoltenberg tweeted: "Allies stand together."',
        'Allies stand together.', 'tweeted', 'Jens Stoltenberg', 'named', [], [], 'social', None,
    ),
    (
        'A letter from the minister to the European Commission, seen by AFP, warns that the gas will run out.',
        'that the gas will run out', 'warns', None, 'unnamed', ['AFP'], [], 'document', None,
    ),
    (
        "The BBC's correspondent in Kabul said the airport was quiet.",
        'the airport was quiet', 'said', None, 'unnamed', [], [], None, None,
    ),
    (
        'Witnesses told Al Jazeera they heard three explosions.',
        'they heard three explosions', 'told', None, 'collective', ['Al Jazeera'], ['Al Jazeera'], 'interview', None,
    ),
    (
        'Speaking to reporters aboard Air Force One, Trump said he would not meet Kim.',
        'he would not meet Kim', 'said', 'Trump', 'named', [], ['reporters'], 'briefing', None,
    ),
    (
        'The Foreign Ministry in Beijing summoned the ambassador and told him the visit was a provocation, '
        'Xinhua said.',
        ' the visit was a provocation', 'said', 'Xinhua', 'named', [], [], None, None,
    ),
    (
        'The Foreign Ministry in Beijing summoned the ambassador and told him the visit was a provocation, '
        'Xinhua said.',
        'the visit was a provocation', 'told', 'Foreign Ministry', 'named', ['Xinhua'], [], None, None,
    ),
    (
        'Anna Berg spoke at a news conference on Thursday. She said the bridge would open in May.',
        'the bridge would open in May', 'said', 'Anna Berg', 'named', [], [], 'briefing', '2019-05-09',
    ),
    (
        'Emmanuel Macron met the press in Paris on Monday. "We are not at war," he said.\n\n"We will help," '
        'Macron said on Wednesday.',
        'We are not at war', 'said', 'Emmanuel Macron', 'named', [], [], None, '2019-05-06',
    ),
    (
        'Emmanuel Macron met the press in Paris on Monday. "We are not at war," he said.\n\n"We will help," '
        'Macron said on Wednesday.',
        'We will help', 'said', 'Emmanuel Macron', 'named', [], [], None, '2019-05-08',
    ),
    (
        'Angela Merkel believes that the pipeline is safe. She told Reuters on Monday that it was tested.',
        'that the pipeline is safe', 'believes', 'Angela Merkel', 'named', [], [], None, None,
    ),
    (
        'Angela Merkel believes that the pipeline is safe. She told Reuters on Monday that it was tested.',
        'that it was tested', 'told', 'Angela Merkel', 'named', ['Reuters'], ['Reuters'], 'interview', '2019-05-06',
    ),
    (
        '"The port is closed," Angela Merkel said in a speech on Tuesday.\n\n"It will open again, and soon, '
        'and then everybody will see what we can do."',
        'The port is closed', 'said', 'Angela Merkel', 'named', [], [], 'speech', '2019-05-07',
    ),
    (
        '"The port is closed," Angela Merkel said in a speech on Tuesday.\n\n"It will open again, and soon, '
        'and then everybody will see what we can do."',
        'ody will see what we can do.', None, 'Angela Merkel', 'named', [], [], 'speech', '2019-05-07',
    ),
    (
        'A Kremlin readout of the call said Biden told Putin that the missiles would stay.',
        'that the missiles would stay', 'said', 'Kremlin', 'named', [], [], 'readout', None,
    ),
    (
        'A Kremlin readout of the call said Biden told Putin that the missiles would stay.',
        'that the missiles would stay', 'told', 'Biden', 'named', ['A Kremlin readout of the call'],
        ['Vladimir Putin'], 'call', None,
    ),
    (
        'Merkel said the law would pass, and Macron said on Friday that it would fail.',
        'the law would pass', 'said', 'Angela Merkel', 'named', [], [], None, None,
    ),
    (
        'Merkel said the law would pass, and Macron said on Friday that it would fail.',
        'that it would fail', 'said', 'Macron', 'named', [], [], None, '2019-05-10',
    ),
]  # fmt: skip


def _last(name: str | None) -> str | None:
    """A name by its last word: which first name the tables know is not asked here."""
    return name.split()[-1] if name else None


@pytest.mark.parametrize(("text", "words", "cue", "speaker", "kind", "via", "to", "channel", "date"), TABLE)
def test_chain_and_circumstances(
    annotated: Annotated, text: str, words: str, cue: str | None, speaker: str | None, kind: str,
    via: list[str], to: list[str], channel: str | None, date: str | None,
) -> None:  # fmt: skip
    found = annotated(text, "2019-05-10", STEPS)
    names = {actor.key: actor.name for actor in found.actors}
    statement = next(
        s for s in found.statements
        if s.content[0].of(text).strip('"“”,').endswith(words) and (s.cue.of(text) if s.cue else None) == cue
    )  # fmt: skip
    assert (_last(names.get(statement.speaker or "")), statement.source_type) == (_last(speaker), kind)
    assert [link.text for link in statement.via] == via
    assert [_last(names[key]) for key in statement.addressees] == [_last(name) for name in to]
    assert (statement.channel, statement.date) == (channel, date)


@pytest.mark.parametrize(
    "text",
    [
        "Two officials said the plane was shot down, asking not to be identified.",
        "An aide to Angela Merkel, who declined to be named, said the plane was shot down.",
        "A diplomat, speaking on condition of anonymity, said the plane was shot down.",
    ],
)
def test_terms_are_no_statement(annotated: Annotated, text: str) -> None:
    found = annotated(text, "2019-05-10", STEPS)
    assert [s.content[0].of(text) for s in found.statements] == ["the plane was shot down"]
    assert found.statements[0].terms is not None


def test_the_month_of_may_is_no_hedge(annotated: Annotated) -> None:
    found = annotated("Angela Merkel said the bridge would open in May.", "2019-05-10", STEPS)
    assert found.statements[0].hedges == ()


def test_a_day_to_come_is_no_day_of_an_utterance(annotated: Annotated) -> None:
    found = annotated("Angela Merkel warned of an attack as soon as June.", "2019-05-10", STEPS)
    assert all(s.date is None for s in found.statements)


def test_what_is_cited_stays_with_who_cites_it_where_it_cannot_speak(annotated: Annotated) -> None:
    text = "Norway closed the port, TASS reported, citing security concerns."
    found = annotated(text, "2019-05-10", STEPS)
    assert "security concerns" not in [s.source.of(text) for s in found.statements if s.source]

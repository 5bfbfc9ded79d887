"""To whom, on which terms and as what kind of claim something is said: text → what is read off it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sitroom.annotate.statements.words import source_words
from sitroom.model import AnnotatedArticle, Statement

STEPS = ("mentions", "times", "statements")
Annotated = Callable[..., AnnotatedArticle]


def said(annotated: Annotated, text: str, words: str) -> tuple[AnnotatedArticle, Statement]:
    """The first statement whose content has the words; published on Friday, 10 May 2019."""
    found = annotated(text, published="2019-05-10", steps=STEPS)
    return found, next(s for s in found.statements if words in " ".join(span.of(text) for span in s.content))


# text, words of the content → addressees
ADDRESSEES = [
    ("President Tomas Arce was told by Prime Minister Lena Holt that the dam would stay shut.", "dam", ["Tomas Arce"]),
    ("Reporters were told by the general that the town had fallen.", "town", ["Reporters"]),
    ("Bolivia was warned by Brazil not to cut the gas supply.", "gas", ["Bolivia"]),
    ("Hungary threatened the European Union with a veto.", "veto", ["European Union"]),
    ("Iran has warned the United States against sending more ships.", "States", ["United States"]),
    ("France urged Mali to release the soldiers.", "soldiers", ["Mali"]),
    ("Turkey called on Greece to withdraw its troops from the islands.", "troops", ["Greece"]),
    ("India's government demanded from Pakistan that it hand over the suspects.", "suspects", ["Pakistan"]),
    ("In a call with Chancellor Olga Brandt, President Tomas Arce said the fleet would sail.", "fleet",
     ["Olga Brandt"]),
    ("During talks with Egyptian President Abdel Fattah el-Sisi in Cairo, Emmanuel Macron raised the case of the "
     "activist and said rights had to be respected.", "rights", ["Abdel Fattah el-Sisi"]),
    ("Addressing lawmakers in Nairobi, President William Ruto said the mission would go ahead.", "mission",
     ["lawmakers"]),
    ("In a letter to the Security Council, Ethiopia said Egypt had broken the accord.", "accord",
     ["United Nations Security Council"]),
    ("The White House wants China to agree to the terms.", "China", []),
    ("The general told a group of reporters that the war was lost.", "war", ["reporters"]),
    # who is talked about, or stands beside, has been told nothing
    ("Venezuela accused Colombia of plotting an invasion.", "plotting", []),
    ("The army is said to have shelled Aleppo.", "shelled", []),
    ("Kenya said Somalia had broken the truce with Ethiopia.", "truce", []),
    ("After meeting King Abdullah in Amman, Mike Pompeo said that the plan was ready.", "plan", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "expected"), ADDRESSEES)
def test_addressees(annotated: Annotated, text: str, words: str, expected: list[str]) -> None:
    found, statement = said(annotated, text, words)
    names = {actor.key: actor.name for actor in found.actors}
    assert [names[key] for key in statement.addressees] == expected


def test_those_who_are_addressed_are_not_what_is_said(annotated: Annotated) -> None:
    found = annotated("Addressing lawmakers on Monday, President William Ruto said the mission would go ahead.")
    assert len(found.statements) == 1


# text, words of the content → the terms as stated
TERMS = [
    ("Two officials at the Treasury met the bankers. The officials said the currency would be floated.\n\n"
     "The officials spoke on condition of anonymity because the talks were private.", "currency",
     "spoke on condition of anonymity because the talks were private"),
    ("The mine will be closed, a person familiar with the talks said. The person, who was granted anonymity to "
     "discuss private talks, said the union had agreed.", "mine",
     "who was granted anonymity to discuss private talks"),
    ("Two people briefed on the matter told Reuters that the ship had been seized. They asked not to be named "
     "because the information was not public.", "ship",
     "asked not to be named because the information was not public"),
    ("\"It is a matter of days,\" one Iranian official said. The official was granted anonymity to speak about the "
     "negotiations.", "days", "was granted anonymity to speak about the negotiations"),
    ("Three residents of Mekelle said that the power was out. They spoke on condition of anonymity for fear of "
     "reprisals.", "power", "spoke on condition of anonymity for fear of reprisals"),
    ("A spokesperson for the rebels, who gave only his first name, said the town was safe.", "town",
     "who gave only his first name"),
    ("\"He will go,\" a member of the ruling party said, insisting on anonymity.", "go", "insisting on anonymity"),
    ("A diplomat said the talks were over. The diplomat was not authorized to speak to the press. \"Nobody wants "
     "them,\" the diplomat added.", "Nobody", "was not authorized to speak to the press"),
    ("A man who was on board, and who asked that his name not be used, said he had heard three shots.", "shots",
     "who asked that his name not be used"),
    ("The ward was shut, a nurse said. She spoke on condition of anonymity, fearing that she would lose her job.",
     "ward", "spoke on condition of anonymity, fearing that she would lose her job"),
    ("\"The shells came from the hills,\" said a farmer who gave his name only as Idris.", "shells",
     "who gave his name only as Idris"),
    ("Two diplomats described the meeting on condition of anonymity.", "meeting", "on condition of anonymity"),
    # another one's terms
    ("Lena Holt said the mine would close. They asked not to be named.", "mine", None),
    ("A diplomat said the talks were over. An aide, who spoke on condition of anonymity, said they would go on.",
     "were over", None),
    ("The banker said the loan was dead. The victim could not be named for legal reasons.", "loan", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "expected"), TERMS)
def test_terms(annotated: Annotated, text: str, words: str, expected: str | None) -> None:
    _, statement = said(annotated, text, words)
    assert (statement.terms.of(text) if statement.terms else None) == expected


def test_the_words_of_terms_stand_in_all_of_them() -> None:
    stated = [expected.lower() for _, _, expected in TERMS if expected]
    assert all(any(words in terms for words in source_words()["terms_words"]) for terms in stated)


def test_a_sentence_of_terms_is_no_statement(annotated: Annotated) -> None:
    text = "Two people told Reuters the ship was seized. They spoke on condition of anonymity for fear of reprisals."
    assert len(annotated(text).statements) == 1


# text, words of the content → whose they are, of those without a name
SIDES = [
    ("A Western diplomat in Kabul said the airport would close. The diplomat said troops would leave.", "troops",
     "the West"),
    ("European Union diplomats said the fund would be cut. One of the diplomats said the vote was on Monday.", "vote",
     "European Union"),
    ("An Indian official said the border was quiet. An official said later that shots had been heard.", "shots", None),
    ("A copy of the letter obtained by the Associated Press says the junta asked for weapons.", "junta", None),
    ("An official who spoke to the BBC said the vote would be moved.", "moved", None),
    ("People working for the World Bank said the loan was late.", "loan", "World Bank"),
    # the body of the sentence before, where no more is said of those who speak for it
    ("The Turkish Defense Ministry held a briefing on Tuesday. Officials said two soldiers had died.", "soldiers",
     "Turkish Defense Ministry"),
    ("Boeing halted production on Monday. A spokesman said the line would restart.", "line", "Boeing"),
    ("The Ukrainian Foreign Ministry called in the envoy. \"This is a farce,\" a ministry spokesman said.", "farce",
     "Ukrainian Foreign Ministry"),
    ("The European Commission is split. Commission officials said the vote was near.", "vote", "European Commission"),
    ("Boeing halted production on Monday. Officials said hundreds of jobs were at risk.", "jobs", None),
    ("The Pentagon released the footage. Local officials said a house had burned.", "house", None),
    ("The Pentagon released the footage.\n\nOfficials said a house had burned.", "house", None),
    ("China fired missiles on Monday. Officials said the drill would go on.", "drill", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "expected"), SIDES)
def test_sides_of_unnamed_sources(annotated: Annotated, text: str, words: str, expected: str | None) -> None:
    found, statement = said(annotated, text, words)
    assert not statement.named
    assert next((a.name for a in found.actors if a.key == statement.affiliation), None) == expected


CLAIMS = [
    ("The ministry dismissed the report as false.", "report", "denial"),
    ("The ministry dismissed the mediator as a clown.", "clown", "assertion"),
    ('"No comment," the ambassador said.', "comment", "no_comment"),
    ("The general would not say whether the town had fallen.", "town", "no_comment"),
    ("The general did not say whether the town had fallen.", "town", "assertion"),
    ("The junta neither confirmed nor denied the death of the general.", "death", "no_comment"),
    ("A spokesman would not comment on the report.", "report", "no_comment"),
    ("Peter Hale confirmed the talks but declined to give details.", "details", "no_comment"),
    ("Peter Hale declined to join the coalition.", "coalition", "assertion"),
    ("The truce could collapse within days, the envoy warned.", "truce", "forecast"),
    ("Analysts say the coalition is likely to lose its majority.", "coalition", "forecast"),
    ('"It is probably the worst drought in a century," said Maria Lopes.', "drought", "forecast"),
    ("The aide said that the president might travel to Lagos.", "Lagos", "forecast"),
    ("The minister said he could not see the ships.", "ships", "assertion"),
    ("The minister said she could hear the guns.", "guns", "assertion"),
    ("The minister said the man who might have fired was in jail.", "jail", "assertion"),
    ("An aide said that the minister had denied that he owned the villa.", "villa", "assertion"),
]


@pytest.mark.parametrize(("text", "words", "claim"), CLAIMS)
def test_claims(annotated: Annotated, text: str, words: str, claim: str) -> None:
    assert said(annotated, text, words)[1].claim == claim


def test_how_a_report_was_passed_on_is_not_how_it_was_said(annotated: Annotated) -> None:
    text = "A Kremlin readout of the call said Emmanuel Macron told Vladimir Putin that the raid must stop."
    inner = next(s for s in annotated(text).statements if s.nested_in)
    assert inner.channel == "call"
    text = "Mark Esper told Hulusi Akar that the raid must stop, the Pentagon said in a statement."
    inner = next(s for s in annotated(text).statements if s.nested_in)
    assert inner.channel is None


# text, words of the content → kind of source, role of the link next to the speaker
SOURCES = [
    ("Unconfirmed reports say the dam has burst.", "dam", "hearsay"),
    ("A report by Amnesty International says 40 prisoners died.", "prisoners", "named"),
    ("Egyptian state television said that the president had ordered the crossing opened.", "had ordered", "unnamed"),
]


@pytest.mark.parametrize(("text", "words", "kind"), SOURCES)
def test_kind_of_source(annotated: Annotated, text: str, words: str, kind: str) -> None:
    assert said(annotated, text, words)[1].source_type == kind


# text → who speaks in a text
TEXTS = [
    ("According to a summary of the call issued by NATO on Thursday, the port will open.", "NATO"),
    ("The statement, issued on Monday by the African Union, said the vote had been fair.", "African Union"),
    ("A report published by the Washington Post said the vote had been fair.", None),
    ("A letter seen by the African Union said the vote had been fair.", None),
]


@pytest.mark.parametrize(("text", "expected"), TEXTS)
def test_who_issues_a_text_speaks_in_it(annotated: Annotated, text: str, expected: str | None) -> None:
    found = annotated(text, published="2019-05-10", steps=STEPS)
    speaker = found.statements[0].speaker
    assert next((actor.name for actor in found.actors if actor.key == speaker), None) == expected


# text → channel
CHANNELS = [
    ("The general fled, the newspaper said.", None),
    ('"We do not comment on open cases," a spokeswoman said by email.', "document"),
    ('"They shot at doctors," Lena Holt told a rally in Cali.', "speech"),
    ("The memo says the dam is unsafe.", "document"),
    ("A ministry spokesperson confirmed the call.", None),
    ("After the interview, a spokesman for the mayor said the town had no money.", None),
    ("In an interview, the mayor said the town had no money.", "interview"),
]


@pytest.mark.parametrize(("text", "expected"), CHANNELS)
def test_channel(annotated: Annotated, text: str, expected: str | None) -> None:
    assert annotated(text, published="2019-05-10", steps=STEPS).statements[0].channel == expected


def test_role_of_who_passes_words_on(annotated: Annotated) -> None:
    for text, role in (
        ("Lena Holt told her brother that the army was coming, a neighbour recalled.", "witness"),
        ("Lena Holt told her brother that the army was coming, state television said.", "outlet"),
        ("Lena Holt told her brother that the army was coming, an official said.", "official"),
    ):
        inner = next(s for s in annotated(text).statements if s.nested_in)
        assert [link.role for link in inner.via] == [role]


# text, words of the content → the chain, the one nearest to the speaker first
CHAINS = [
    ("The truce collapsed, according to the Times, which cited two officials.", "truce", "cited",
     [("the Times", "outlet")]),
    ("Cuba's state newspaper Granma said the storm had killed 12, quoting civil defence officials.", "storm",
     "quoting", [("Cuba's state newspaper Granma", "outlet")]),
    ("The bridge has been mined, the news agency TASS reported, citing Ivan Petrov's remarks to parliament.", "bridge",
     "citing", [("the news agency TASS", "agency")]),
    ("Local media quoted the police chief as saying that 14 people had been arrested.", "arrested", "saying",
     [("Local media", "outlet")]),
    ("Amnesty International, citing witnesses, said that at least 30 houses had been burned.", "houses", "citing",
     [("Amnesty International", "official")]),
    ("The ministry's spokesman told RIA Novosti in remarks carried by Reuters that the convoy had been stopped.",
     "convoy", "told", [("RIA Novosti", "agency"), ("Reuters", "agency")]),
    ("In a statement carried by the official SANA news agency, the Foreign Ministry said the strike was an act of "
     "aggression.", "strike", "said", [("SANA", "agency")]),
    ("President Arce said in a statement read by his spokeswoman that he would not resign.", "resign", "said",
     [("his spokeswoman", "spokesperson")]),
    ("The Finance Ministry said through a spokesman that the bonds would be paid.", "bonds", "said",
     [("a spokesman", "spokesperson")]),
    ("Speaking through her lawyer, Lena Holt said she would appeal.", "appeal", "said", [("her lawyer", "official")]),
    ("The Finance Ministry said through gritted teeth that the bonds would be paid.", "bonds", "said", []),
    ("The minister said in a letter read by thousands that he would go.", "would go", "said", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "cue", "expected"), CHAINS)
def test_chain(annotated: Annotated, text: str, words: str, cue: str, expected: list[tuple[str, str]]) -> None:
    found = annotated(text)
    statement = next(s for s in found.statements if s.cue and s.cue.of(text) == cue and words in s.content[0].of(text))
    assert [(link.text, link.role) for link in statement.via] == expected


def test_who_is_asked_has_not_asked(annotated: Annotated) -> None:
    text = "Asked by reporters whether troops would leave, Admiral Craig Faller said the plan was ready."
    found, question = said(annotated, text, "whether")
    assert (question.source.of(text) if question.source else None, question.claim) == ("reporters", "question")
    assert [found_actor.name for found_actor in found.actors if found_actor.key in question.addressees] == [
        "Craig Faller"
    ]
    text = "Asked whether he would resign, Prime Minister Lena Holt said no."
    found, question = said(annotated, text, "whether")
    assert (question.speaker, question.source, question.source_type) == (None, None, "unnamed")
    assert not any("Asked" in span.of(text) for s in found.statements for span in s.content)


def test_a_name_beside_a_noun_names_the_speaker(annotated: Annotated) -> None:
    text = "Another demonstrator, Roberto Saravia from Arizona, said the fence would not stop anybody."
    found, statement = said(annotated, text, "fence")
    assert statement.named
    assert [a.name for a in found.actors if a.key == statement.speaker] == ["Roberto Saravia"]


def test_terms_are_those_of_who_has_no_name(annotated: Annotated) -> None:
    text = "The plant will close, an aide who asked not to be named said; Lena Holt said it would stay open."
    _, statement = said(annotated, text, "stay open")
    assert statement.terms is None


def test_a_web_site_that_was_told_passes_on(annotated: Annotated) -> None:
    _, statement = said(annotated, "A senior official told FoxNews.com that the lease was void.", "lease")
    assert ([link.role for link in statement.via], statement.channel) == (["outlet"], "interview")


def test_what_is_thought_has_no_channel(annotated: Annotated) -> None:
    _, statement = said(annotated, "The lawyers fear that he could lie in an interview.", "lie")
    assert statement.channel is None
    text = "Worried by the briefing, the lawyers believe that he will lose."
    assert said(annotated, text, "lose")[1].channel is None


def test_an_answer_has_the_day_of_its_question(annotated: Annotated) -> None:
    text = 'Asked on Tuesday if more ships would sail, Ana Berg said: "We rule nothing out."'
    found, answer = said(annotated, text, "rule")
    assert (answer.date, answer.claim) == ("2019-05-07", "assertion")
    assert [actor.name for actor in found.actors if actor.key == answer.speaker] == ["Ana Berg"]


def test_a_link_is_named_and_no_pronoun(annotated: Annotated) -> None:
    text = "Police held the aide who said that Lena Holt had told Peter Hale to burn the files."
    inner = next(s for s in annotated(text).statements if s.nested_in)
    assert [link.text for link in inner.via] == ["the aide"]


def test_who_is_summoned_and_told_has_not_told(annotated: Annotated) -> None:
    _, statement = said(annotated, "Poland's ambassador was summoned and told that the wall was illegal.", "wall")
    assert (statement.source, statement.source_type) == (None, "hearsay")
    text = "Poland's ambassador was summoned and told reporters that the wall was illegal."
    _, statement = said(annotated, text, "wall")
    assert statement.source is not None
    assert statement.source.of(text) == "Poland's ambassador"


def test_the_terms_of_who_passes_on_are_not_those_of_who_said_it(annotated: Annotated) -> None:
    text = (
        "Ministers were warned by the spy chief that the embassy could be hit, according to two people who requested "
        "anonymity because the meeting was secret."
    )
    outer, inner = annotated(text).statements
    assert inner.nested_in == outer.key
    assert outer.terms is not None
    assert inner.terms is None

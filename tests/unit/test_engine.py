import pytest

from sitroom.annotate import engine
from sitroom.annotate.engine import Doc, Language, parse, text_of
from sitroom.text import parse_form

PARAGRAPHS = [
    "“We will meet,” the minister said.",
    "Talks in Vienna were adjourned, and envoys left.",
    "A caption without a stop",
    "Nobody knew when they’d be back. Some said Monday.",
]


def starts(doc: Doc) -> list[int]:
    return [sentence.start_char for sentence in doc.sents]


@pytest.mark.parametrize("end", ["\n", "\r\n\r\n", "\n \n\t", "\n\n\n"])
def test_a_long_text_parsed_in_pieces_keeps_its_offsets(
    nlp: Language, monkeypatch: pytest.MonkeyPatch, end: str
) -> None:
    text = "\ufeff" + end.join(PARAGRAPHS * 3) + end
    (whole,) = parse(nlp, [text])
    monkeypatch.setattr(engine, "LARGE", 100)
    (pieced,) = parse(nlp, [text])
    assert text_of(pieced) == text_of(whole) == parse_form(text)
    assert [token.idx for token in pieced] == [token.idx for token in whole]
    assert starts(pieced) == starts(whole)


def test_documents_come_in_the_order_of_their_texts(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "LARGE", 60)
    texts = [*PARAGRAPHS, " ".join(PARAGRAPHS), "", *PARAGRAPHS]
    assert [doc.text for doc in parse(nlp, texts)] == [parse_form(text) for text in texts]

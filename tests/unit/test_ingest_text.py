import pytest

from sitroom.errors import IngestError
from sitroom.ingest.decoding import declared_encoding, decode
from sitroom.ingest.source import Source
from sitroom.ingest.text import read


@pytest.mark.parametrize(
    ("data", "text", "encoding"),
    [
        ("Kyjiv, “tak”.\r\n\r\nNext.\n".encode(), "Kyjiv, “tak”.\r\n\r\nNext.\n", "utf-8"),
        (b"\xef\xbb\xbfWith a mark.", "\ufeffWith a mark.", "utf-8"),
        ("Wide words.".encode("utf-16"), "Wide words.", "utf-16"),
        ("Wider words.".encode("utf-32"), "Wider words.", "utf-32"),
        ("no\u00a0break\u200bspace \U0001f600".encode(), "no\u00a0break\u200bspace \U0001f600", "utf-8"),
    ],
)
def test_the_text_is_the_file_as_decoded(data: bytes, text: str, encoding: str) -> None:
    (draft,) = read(Source("a.txt", data))
    assert (draft.text, draft.encoding) == (text, encoding)


def test_another_encoding_is_guessed_and_named() -> None:
    said = "The minister said: “We’re ready” – and left the café near the palace, as he had been told to do."
    text, encoding = decode("a.txt", said.encode("windows-1252"))
    assert text == said
    assert encoding != "utf-8"


def test_what_a_mark_announces_must_hold() -> None:
    with pytest.raises(IngestError, match="cannot be decoded as utf-16"):
        decode("a.txt", b"\xff\xfe\x00")


@pytest.mark.parametrize("data", [b"1234 5678", b"--- ... ---", "12 €".encode()])
def test_a_file_without_words_is_refused(data: bytes) -> None:
    with pytest.raises(IngestError, match="no words"):
        list(read(Source("a.txt", data)))


def test_a_headline_above_the_text_is_its_title() -> None:
    body = "The two presidents spoke for an hour on Friday, officials in both capitals said."
    (draft,) = read(Source("a.txt", f"Presidents Speak by Phone Amid Border Tensions\n\n{body}\n".encode()))
    assert draft.title == "Presidents Speak by Phone Amid Border Tensions"


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        (b'<meta charset="utf-8">', "utf-8"),
        (b"<meta http-equiv='Content-Type' content='text/html; charset=ISO-8859-1'>", "cp1252"),
        (b"<META CHARSET=koi8-r>", "koi8-r"),
        (b'<meta charset="no-such">', None),
        (b'<meta charset="base64">', None),
        (b"<p>charset=utf-8</p>", None),
    ],
)
def test_the_encoding_that_a_page_declares(head: bytes, encoding: str | None) -> None:
    assert declared_encoding(b"<html><head>" + head) == encoding

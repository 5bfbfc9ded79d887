"""Titles and descriptions of offices: which office, of which state or body, former or not.

One rule: it reads the words of one phrase; who holds the office is decided elsewhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from sitroom.annotate.engine import Token
from sitroom.annotate.mentions.chains import Book
from sitroom.annotate.mentions.phrases import is_of_title
from sitroom.resources import load


@dataclass(frozen=True, slots=True)
class Title:
    """``text`` is the title without state and determiner ("deputy foreign minister"), ``office`` one of the tables'."""

    text: str = ""
    office: str | None = None
    of: str | None = None
    gender: str | None = None
    former: bool = False


def read_title(book: Book, start: int, end: int, head: Token | None = None) -> Title:
    """The title in the tokens ``[start, end)``; states and bodies in it must have been entered before.

    Of several states and bodies the one nearest before the noun counts, else the first after it. ``head`` is the
    noun where words may follow it; the title's own words end with it unless an "of" phrase names the office.
    """
    roles = load("roles")
    words: list[str] = []
    of: str | None = None
    former = False
    gender = None
    named_by_of = head is not None and is_of_title(book.doc, head)
    owned_after = False  # whether an "of" phrase names the state or body
    for token in book.doc[start:end]:
        after = head is not None and token.i > head.i
        chain = book.chain_at(token)
        if chain is not None and chain.type in {"country", "organization", "group", "place"}:
            key = f"country/{chain.country}" if chain.type == "place" and chain.country else chain.key
            owned_after = owned_after or (after and of is None)
            of = of if after and of else key
            continue
        if chain is not None and chain.type == "person":
            of = of if after and of else chain.key
            continue
        low = token.lower_
        if low in roles["former"]:
            former = True
            continue
        if low in roles["male"]:
            gender = "m"
        elif low in roles["female"]:
            gender = "f"
        if (token.pos_ in {"DET", "PRON", "PUNCT", "PART"} and low not in {"-"}) or token.tag_ == "POS":
            continue
        if after and (of or not words) and not named_by_of:
            continue
        words.append(low)
    if owned_after and head is not None and head.lower_ in words:
        words = words[: words.index(head.lower_) + 1]  # the "chairman of nine" of a body is its chairman
    text = _tidy(words)
    return Title(text, _office(text, of) or _headship(book, text, of), of, gender, former)


def _tidy(words: list[str]) -> str:
    """The words as one title, without what is left over at its ends: "-" of "ex-president", "of" of a body cut off."""
    start, end = 0, len(words)
    while start < end and words[start] == "-":
        start += 1
    while end > start and words[end - 1] in {"of", "to", "for", "the", "-"}:
        end -= 1
    return " ".join(words[start:end]).replace(" - ", "-")


def _headship(book: Book, text: str, of: str | None) -> str | None:
    """The office that "the chief" of a body means: "the U.N. chief", "the Pentagon chief"."""
    if of is None or not of.startswith("org/") or text not in load("roles")["heads"]:
        return None
    return "leader" if of in book.world.leaders else book.world.heads.get(of)


@cache
def _longest_office() -> int:
    """Words of the longest title of the table."""
    return max(len(title.split()) for title in load("roles")["offices"])


def _office(text: str, of: str | None) -> str | None:
    table = load("roles")["offices"]
    words = text.split()
    if text not in table and set(text.replace("-", " ").split()) & set(load("roles")["not_holders"]):
        return None
    for size in range(min(len(words), _longest_office()), 0, -1):
        for at in range(len(words) - size, -1, -1):
            row = table.get(" ".join(words[at : at + size]))
            if row and ("in" not in row or of is None or of.removeprefix("country/") in row["in"]):
                return str(row["office"])
    return None

"""Names in lines whose words all begin with capitals or are all capitals, where the recogniser cannot tell names.

One rule: in such a line a name must be proved elsewhere: in the article's running text or in the tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitroom.annotate.engine import Doc, Token, text_of
from sitroom.annotate.mentions.candidates import Name
from sitroom.annotate.mentions.kinds import written
from sitroom.names import fold
from sitroom.persons import surname
from sitroom.resources.world import World

_WORD = re.compile(r"[^\W\d_]{4,}")
_SHARE = 0.8  # of the longer words of a headline begin with a capital
_ENDS = (".", "?", "!", '"', ":")


def headlines(doc: Doc) -> list[tuple[int, int, bool]]:
    """Sentences written as headlines, as token ranges in order, and whether they are all in capitals."""
    text = text_of(doc)
    found = []
    for sent in doc.sents:
        line = text[sent.start_char : sent.end_char].rstrip()
        words = _WORD.findall(line)
        shouted = len(words) > 1 and sum(word.isupper() for word in words) >= _SHARE * len(words)
        titled = len(words) > 3 and sum(word[0].isupper() for word in words) >= _SHARE * len(words)
        if shouted or (titled and not line.endswith(_ENDS)):
            found.append((sent.start, sent.end, shouted))
    return found


def proved(doc: Doc, found: list[Name], world: World) -> list[Name]:
    """The names, those of headlines that nothing proves taken apart into the people that they hold."""
    lines = headlines(doc)
    if not lines:
        return found
    inside = {i for start, end, _ in lines for i in range(start, end)}
    capitals = {i for start, end, shouted in lines if shouted for i in range(start, end)}
    elsewhere = {written(doc, name) for name in found if name.start not in inside}
    here = _surnames(doc, [name for name in found if name.start not in inside])
    kept: list[Name] = []
    for name in found:
        if name.start not in inside or name.readings or written(doc, name) in elsewhere:
            kept.append(name)
            continue
        if name.end - name.start < 2:
            if name.type == "person" or name.start not in capitals:
                kept.append(name)
            continue
        if name.type == "person" and fold(doc[name.end - 1].text) in here:
            kept.append(name)
            continue
        parts = [token for token in doc[name.start : name.end] if _bears(token, here, world)]
        if parts and not (name.type == "person" and parts == [doc[name.end - 1]] and name.end - name.start < 4):
            kept += [Name(token.i, token.i + 1, "person") for token in parts]
        else:
            kept.append(name)
    return kept


def shouted(doc: Doc, world: World, found: list[Name]) -> Iterator[Name]:
    """Surnames in headlines, where the recogniser sees none: of people in the article; in capitals, of the tables."""
    taken = {i for name in found for i in range(name.start, name.end)}
    here = _surnames(doc, found)
    for start, end, capitals in headlines(doc):
        for token in doc[start:end]:
            if token.i in taken or not token.is_alpha or not token.text[0].isupper() or len(token) < 3:
                continue
            known = capitals and len(token) > 3 and world.has_surname(token.text)
            if fold(token.text) in here or known:
                yield Name(token.i, token.i + 1, "person")


def _surnames(doc: Doc, found: list[Name]) -> set[str]:
    return {fold(surname(doc[n.start : n.end].text)) for n in found if n.type == "person"}


def _bears(token: Token, here: set[str], world: World) -> bool:
    if not token.is_alpha or len(token) < 3 or not token.text[0].isupper():
        return False
    return fold(token.text) in here or world.has_surname(token.text)

"""Labels before the words of a transcript: "PRICE:", "MR. PRICE:", "Q:", "JOHN BERMAN, CNN HOST:".

One rule: a label names a person or an outlet that the article knows, a role of those who speak, or is a name in
capitals; places, days, headings and whole phrases are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Literal

from sitroom.annotate.reading import Reading
from sitroom.annotate.statements.lexicon import lexicon
from sitroom.annotate.statements.passing import OUTLETS
from sitroom.model import LocalActor
from sitroom.resources import load
from sitroom.resources.verbs import forms

LabelKind = Literal["known", "role", "capitals", "asks", "answers"]

_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
_MOST_WORDS = 5
_PARTICLES = frozenset({"de", "van", "von", "der", "den", "bin", "al", "el", "la", "le", "da", "di", "du", "dos"})


@dataclass(frozen=True, slots=True)
class Label:
    """Who a label stands for: ``key`` is the same for all labels of one speaker, ``actor`` a key of the article's
    actors, ``None`` where the article knows nobody of that name."""

    kind: LabelKind
    key: str
    actor: str | None = None


class Labels:
    """Reads the labels of one article."""

    def __init__(self, reading: Reading) -> None:
        self._by_last: dict[str, list[LocalActor]] = {}
        self._by_name: dict[str, LocalActor] = {}
        self._by_initials: dict[str, list[LocalActor]] = {}
        self._nobody: set[str] = set()
        for actor in reading.found.actors:
            name = _plain(actor.name)
            self._by_name.setdefault(name, actor)
            if actor.type in ("country", "place"):
                self._nobody.add(name)
            elif actor.type == "person":
                words = name.split()
                self._by_last.setdefault(words[-1] if words else name, []).append(actor)
                self._by_initials.setdefault("".join(w[0] for w in words), []).append(actor)
        for mention in reading.found.mentions:
            if mention.form == "name" and mention.type in ("country", "place"):
                self._nobody.add(_plain(mention.span.of(reading.article.text)))

    def read(self, words: str, alone: bool = False) -> Label | None:
        """The label that the words before a colon, or ``alone`` on a line, make; ``None`` where they make none."""
        name = words.split(",", maxsplit=1)[0].strip()
        plain = _plain(name)
        if "," in words and words.rsplit(maxsplit=1)[-1].lower() in _told():
            return None  # "Ana Torres, the mayor, said: ..."
        if not plain or plain in _table("headings") or plain in self._nobody:
            return None
        for kind in ("asks", "answers"):
            if plain in _table(kind) and name[0].isupper():
                return Label("asks" if kind == "asks" else "answers", kind)
        if plain.rstrip(" 0123456789") in _table("roles") or plain.split()[0] in ("unidentified", "unknown"):
            return Label("role", plain) if name[0].isupper() else None
        return self._named(name, alone)

    def _named(self, name: str, alone: bool) -> Label | None:
        titled = _without_title(name)
        tokens = titled.split()
        if not tokens or len(tokens) > _MOST_WORDS or not all(_WORD.fullmatch(token) for token in tokens):
            return None
        if not all(token[0].isupper() or token.lower() in _PARTICLES for token in tokens):
            return None
        plain = _plain(titled)
        actor = self._actor(plain)
        key = plain.split()[-1]
        if actor is not None:
            return Label("known", actor.key, actor.key)
        initials = self._by_initials.get(plain.replace(".", "").replace(" ", ""), [])
        if titled.isupper() and 2 <= len(plain) <= 4 and len(initials) == 1:
            return Label("known", initials[0].key, initials[0].key)
        if (titled.isupper() and len(plain) > 2) or (alone and len(tokens) > 1):
            return Label("capitals", key)
        return None

    def _actor(self, plain: str) -> LocalActor | None:
        words = plain.split()
        same = self._by_last.get(words[-1], [])
        if len(words) == 1:
            whole = [actor for actor in same if " " in actor.name]
            found = whole or same
        else:
            found = [a for a in same if _plain(a.name).split()[0] in (words[0], words[-1])]
            found = [a for a in found if " " in a.name] or found
        if len(found) == 1:
            return found[0]
        exact = self._by_name.get(plain)
        if exact is None or exact.type not in ("person", "organization"):
            return None
        # a body speaks through people; what is taken for a body that nobody knows may be a person's name
        return exact if exact.type == "person" or exact.subtype in OUTLETS or exact.known is None else None


def is_rubric(words: str) -> bool:
    """Whether the words are, or begin with, the name of a series or section ("Analysis", "Live updates")."""
    return _plain(words).split(" ")[0] in _table("rubrics")


def _plain(name: str) -> str:
    return re.sub(r"\s+", " ", name.replace("’", "'").lower()).strip(" .")


def _without_title(name: str) -> str:
    """The name without the titles before it."""
    tokens = name.split()
    while len(tokens) > 1:
        for size in (2, 1):
            if len(tokens) > size and _plain(" ".join(tokens[:size])).rstrip(".") in _table("titles"):
                tokens = tokens[size:]
                break
        else:
            break
    return " ".join(tokens)


@cache
def _told() -> frozenset[str]:
    """Verbs of saying in all their forms."""
    return frozenset(form for verb in lexicon().speech for form in forms(verb))


@cache
def _table(name: str) -> frozenset[str]:
    rows: Iterable[str] = load("layout")["turns"][name]
    return frozenset(str(row).lower() for row in rows)

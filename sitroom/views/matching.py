"""Words that are looked for, and whether a text has them, in whatever form English gives them.

One rule: case, accents and points are nothing, an ending is little, the beginning of a word is all: "sanctions" finds
"sanctioned", "Ukraine" "Ukrainian", "US" "U.S.", and "ran" does not find "Iran".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from sitroom.link.words import stem
from sitroom.text import unaccented

_PHRASE = re.compile(r"[\"“”]([^\"“”]+)[\"“”]")
_TOKEN = re.compile(r"[^\W_]+(?:['.,][^\W_]+)*\.?")
_INFLECTED = ("ies", "ied", "es", "ed", "ing", "s", "e")
_LEAST = 3  # letters that stay of a word whose ending is taken off
_BEGINNING = 4  # letters of a word that finds what begins with it
_STEM = 6  # letters of a stem that finds what begins with it


def folded(text: str) -> str:
    """The text for comparing: no case, no accents, plain quotes, single spaces."""
    return " ".join(unaccented(text.replace("’", "'")).casefold().split())


@lru_cache(maxsize=1 << 13)
def tokens(text: str) -> tuple[str, ...]:
    """The words of a text as they are compared; "U.S." is one, "de-escalate" two."""
    return tuple(re.sub(r"[.,]", "", found).removesuffix("'s") for found in _TOKEN.findall(folded(text)))


@lru_cache(maxsize=1 << 13)
def _plain(word: str) -> str:
    for ending in _INFLECTED:
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST:
            return word[: -len(ending)] + ("y" if ending in ("ies", "ied") else "")
    return word


@lru_cache(maxsize=1 << 15)
def is_form(wanted: str, word: str) -> bool:
    """Whether a word of a text is a form of the word that is looked for; both as :func:`tokens` gives them."""
    if wanted == word or (len(wanted) >= _BEGINNING and word.startswith(wanted)):
        return True
    if wanted[:2] != word[:2] or not wanted.isalpha():
        return False
    if _plain(wanted) == _plain(word):
        return True
    one, other = sorted((stem(wanted), stem(word)), key=len)
    return len(one) >= _STEM and other.startswith(one)


@dataclass(frozen=True, slots=True)
class Words:
    """What is looked for: phrases, each of words in a row; a word that stands alone is a phrase of one.

    ``signs`` is what was written where there is no word in it ("%"); it is found as it stands.
    """

    phrases: tuple[tuple[str, ...], ...]
    signs: str = ""

    def __bool__(self) -> bool:
        return bool(self.phrases or self.signs)

    @classmethod
    def of(cls, text: str) -> Words:
        """Read what a user wrote: words, and phrases within quotation marks."""
        phrases = [tokens(found) for found in _PHRASE.findall(text)]
        phrases += [(word,) for word in tokens(_PHRASE.sub(" ", text))]
        kept = tuple(phrase for phrase in phrases if phrase)
        return cls(kept, "" if kept else folded(text))

    def within(self, text: str) -> bool:
        """Whether all phrases stand in the text."""
        if not self.phrases:
            return self.signs in folded(text)
        words = tokens(text)
        return all(_has(words, phrase) for phrase in self.phrases)


def _has(words: tuple[str, ...], phrase: tuple[str, ...]) -> bool:
    if len(phrase) == 1:
        return any(is_form(phrase[0], word) for word in words)
    starts = range(len(words) - len(phrase) + 1)
    return any(all(is_form(w, words[at + n]) for n, w in enumerate(phrase)) for at in starts)

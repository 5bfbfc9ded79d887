"""Names that the tables know, found in the text by its words, whatever the tokens are.

One rule: it reports every reading of the longest match and decides nothing.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import dataclass

from sitroom.names import fold
from sitroom.resources.world import WORD, Phrase, World
from sitroom.text import Span

_JOINTS = frozenset({" ", "-", "–", ".", ". ", "'", "/", " & ", "&", "’", "+", ".-", "'s ", "s' "})
_SPOKEN_ACRONYM = 4  # from this length on "NATO" is also written "Nato"


@dataclass(frozen=True, slots=True)
class Found:
    """A stretch of text and the phrases of the tables that it reads as."""

    span: Span
    phrases: tuple[Phrase, ...]


def find(text: str, world: World, fits: Callable[[int, int, Phrase], bool] = lambda *_: True) -> list[Found]:
    """Matches in order, the longest at each place, none within another; ``text`` in parse form.

    ``fits`` may refuse a phrase at an offset pair; a shorter one is then tried.
    """
    words = [(m.start(), m.end(), m[0]) for m in WORD.finditer(text)]
    folded = [fold(word) for _, _, word in words]
    found: list[Found] = []
    at = 0
    while at < len(words):
        match = _longest(text, words, folded, at, world, fits)
        if match is None:
            at += 1
            continue
        length, phrases = match
        start, end = words[at][0], words[at + length - 1][1]
        if any(p.text.endswith((".", "+")) for p in phrases) and text[end : end + 1] in {".", "+"}:
            end += 1
        found.append(Found(Span(start, end), phrases))
        at += length
    return found


def _longest(
    text: str,
    words: list[tuple[int, int, str]],
    folded: list[str],
    at: int,
    world: World,
    fits: Callable[[int, int, Phrase], bool],
) -> tuple[int, tuple[Phrase, ...]] | None:
    best: list[Phrase] = []
    starting = world.phrases.get(folded[at])
    if starting is None:
        return None
    following = folded[at + 1] if at + 1 < len(folded) else ""
    for phrase in (*(starting.get(following, ()) if following else ()), *starting.get("", ())):
        length = len(phrase.words)
        if best and length < len(best[0].words):
            break
        if tuple(folded[at : at + length]) != phrase.words:
            continue
        run = words[at : at + length]
        if _joined(text, run, phrase.text) and _written_alike(run, phrase.text) and fits(run[0][0], run[-1][1], phrase):
            best.append(phrase)
    return (len(best[0].words), tuple(best)) if best else None


def _joined(text: str, run: list[tuple[int, int, str]], written: str) -> bool:
    if "+" in written and text[run[-1][1] : run[-1][1] + 1] != "+" and written.endswith("+"):
        return False
    return all(text[a[1] : b[0]] in _JOINTS or text[a[1] : b[0]].strip() == "" for a, b in itertools.pairwise(run))


def _written_alike(run: list[tuple[int, int, str]], written: str) -> bool:
    """Capitals where the table has them; an acronym as it is written, a longer one also as a word."""
    for (_, _, word), model in zip(run, WORD.findall(written), strict=False):
        if model == "The":
            continue
        if model.isupper() and len(model) > 1:
            if word != model and not (len(model) >= _SPOKEN_ACRONYM and word == model.capitalize()):
                return False
        elif (model[0].isupper() and not word[0].isupper()) or (
            len(run) == 1 and word.isupper() and len(word) < _SPOKEN_ACRONYM and model != word
        ):
            return False
    return True

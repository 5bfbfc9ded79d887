"""Names of people: which part is the surname, and whether two names can be one person's.

One rule: it compares strings; who is meant is for others to say. Surnames must sound alike and given names must not
contradict each other; a nickname, an initial or a dropped middle name contradicts nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from rapidfuzz.distance import Levenshtein

from sitroom.names import consonants, fold, full_forms, same_given, skeleton
from sitroom.resources import load

SAME = 0.85
"""From this score on two names can be taken for one person's where nothing else speaks against it."""

_SUFFIX = frozenset({"jr", "sr", "ii", "iii", "iv"})
_PARTICLE = frozenset(
    {"al", "el", "bin", "ibn", "ben", "bint", "van", "von", "de", "der", "den", "del", "della", "di", "da", "dos", "du"}
    | {"la", "le", "abu", "abd", "abdel", "abdul", "ul", "as", "ash", "ad", "az", "an"}
)
_PATRONYMIC = re.compile(r"(?:[oe]vich|[oe]vych|[oe]vna|[oi]vna|inichna|inishna|[oe]wicz)$")
_SYLLABLE = re.compile(
    r"(?:[bpmfdtnlgkhjqxrzcswy]|[zcs]h|hs|ts|hw|kw|gy|hy|ky|my|py|ch|ng)?"
    r"(?:[aeiou]|y[aeiou]|w[aeiou]|[aeiou]{2}|iao|uai|wae|yae|yeo|yoo){1,2}(?:n|ng|k|l|m|p|t|r|h)?"
)


@dataclass(frozen=True, slots=True)
class Likeness:
    """``score`` in [0, 1]; 0 says that the names cannot be one person's. ``reason`` is in words."""

    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Parts:
    """A name taken apart: given names in order, then the forms that the surname may take, all folded."""

    given: tuple[str, ...]
    lasts: tuple[str, ...]
    eastern: bool = False


def family_first(words: list[str]) -> bool:
    """Whether a name of two or three words has the family name first: a Chinese or Korean one, then its syllables."""
    if len(words) not in {2, 3} or fold(words[0]) not in load("given")["east_asian_surnames"]:
        return False
    given = [part for word in words[1:] for part in fold(word).split("-")]
    if any("-" in word for word in words[1:]) or len(words) == 3:
        return len(given) == 2 and all(_SYLLABLE.fullmatch(part) for part in given)
    table = load("given")
    western = given[0] in table["male"] or given[0] in table["female"]
    return not western and bool(re.fullmatch(rf"(?:{_SYLLABLE.pattern}){{1,2}}", given[0]))


def surname(full: str) -> str:
    """The family name as written: the first word in the order of East Asia ("Kim Jong-un"), else the last.

    An article joined by a hyphen is left out ("al-Assad" gives "Assad").
    """
    words = [word for word in re.split(r"\s+", full) if word]
    if not words:
        return full
    if family_first(words):
        return words[0]
    while len(words) > 1 and fold(words[-1]).strip(".,") in _SUFFIX:
        words.pop()
    return re.sub(r"^(?:[Aa]l|[Ee]l|as|ash|ad)-", "", words[-1]).strip(".,")


@cache
def parts(name: str) -> Parts:
    """Given names and surname, in Western order whatever the order written; particles and suffixes left out."""
    words = [word.strip(".,") for word in fold(name).replace("'", "").split()]
    words = [word for word in words if word and word not in _SUFFIX]
    if not words:
        return Parts((), (fold(name),))
    if len(words) == 3 and _PATRONYMIC.search(words[2]) and not _PATRONYMIC.search(words[1]):
        words = [*words[1:], words[0]]  # "Putin Vladimir Vladimirovich"
    if family_first(words):
        return Parts(("".join(words[1:]).replace("-", ""),), (words[0],), eastern=True)
    if family_first([words[-1], *words[:-1]]) and any("-" in word for word in words[:-1]):
        return Parts(("".join(words[:-1]).replace("-", ""),), (words[-1],), eastern=True)
    bare = [re.sub(r"^(?:al|el)-", "", word) for word in words[1:]]
    flat = [words[0], *bare] if len(words) > 1 else words
    pieces = [piece for word in flat for piece in word.split("-") if piece]
    named = [pieces[0], *(piece for piece in pieces[1:] if piece not in _PARTICLE)]
    lasts = (named[-1], words[-1].replace("-", "")) if len(named) > 1 else (named[-1],)
    return Parts(tuple(named[:-1]), tuple(dict.fromkeys(lasts)))


def people_alike(one: str, other: str) -> Likeness:
    """Compare two names of people, full or partial."""
    if fold(one) == fold(other):
        return Likeness(1.0, "same name")
    a, b = parts(one), parts(other)
    if not any(_same_surname(x, y) for x in a.lasts for y in b.lasts):
        if _second_surname(one, other):
            return Likeness(0.86, "the same name with a second surname")
        if _reversed(one, other):
            return Likeness(0.88, "the same name, the family name first in one")
        return Likeness(0.0, "different surnames")
    if not a.given or not b.given:
        return Likeness(0.6, "same surname, one given name unknown")
    if a.eastern and b.eastern:
        alike = skeleton(a.given[0]) == skeleton(b.given[0])
        return Likeness(0.9, "spellings of one name") if alike else Likeness(0.0, "different given names")
    if _initials_differ(one, other):
        return Likeness(0.0, "different middle initials")
    if not _same_first(a.given, b.given):
        return Likeness(0.0, "different given names")
    if _suffixes_differ(one, other):
        return Likeness(0.0, "different generations")
    return Likeness(0.9, "spellings of one name")


def blocks(name: str) -> frozenset[str]:
    """Keys of which a name shares one with every name that could be its variant."""
    words = fold(name).split()
    found = {consonants(last) for last in parts(name).lasts}
    if len(words) == 2:  # either order of the two
        found.add("+".join(sorted(map(consonants, words))))
    return frozenset(found | ({consonants(words[1])} if len(words) == 3 else set()))


@dataclass(frozen=True, slots=True)
class Keys:
    """What finds a name's variants within a block: one of its ``wanted`` is among the ``kept`` of each."""

    kept: frozenset[str]
    wanted: frozenset[str]


@cache
def keys(name: str) -> Keys:
    """The sound of its given names, the names that they are short for, and their letters where one has only those.

    The whole name is a key as well, either order of two words, and the words before a second surname.
    """
    words = fold(name).split()
    whole = {f"= {fold(name)}", f"2 {' '.join(words[:2])}"}
    if len(words) == 2:
        whole.add(f"+ {'+'.join(sorted(map(consonants, words)))}")
    given = [word for part in parts(name).given if (word := part.strip("."))]
    letters = {word for word in given if len(word) == 1}
    full = {word for word in given if len(word) > 1}
    whole |= {f"~ {consonants(word)}" for word in full} | {f"of {form}" for word in full for form in full_forms(word)}
    return Keys(
        kept=frozenset(whole | {f"{word}." for word in letters} | {f"{word[0]}..." for word in given}),
        wanted=frozenset(whole | {f"{word[0]}." for word in full} | {f"{word}..." for word in letters}),
    )


def _same_surname(one: str, other: str) -> bool:
    if skeleton(one) == skeleton(other):
        return True
    a, b = consonants(one), consonants(other)
    return a == b and len(a) > 1 and Levenshtein.distance(skeleton(one), skeleton(other)) <= 2


def _second_surname(one: str, other: str) -> bool:
    """Josep Borrell Fontelles and Josep Borrell."""
    longer, shorter = sorted((fold(one).split(), fold(other).split()), key=len, reverse=True)
    return len(longer) == 3 and len(shorter) == 2 and longer[:2] == shorter and len(shorter[1]) > 3


def _reversed(one: str, other: str) -> bool:
    """Orbán Viktor and Viktor Orbán; not Thomas James and James Thomas, of which either word may be the surname."""
    a, b = (fold(name).split() for name in (one, other))
    if len(a) != 2 or len(b) != 2 or a == b:
        return False
    table = load("given")
    given = [word in table["male"] or word in table["female"] for word in a]
    return all(map(_same_word, a, reversed(b))) and not all(given)


def _same_word(one: str, other: str) -> bool:
    return one == other or (len(one) > 2 and skeleton(one) == skeleton(other))


def _suffixes_differ(one: str, other: str) -> bool:
    """Benigno Aquino Jr. and Benigno Aquino III."""
    a, b = (fold(name).split()[-1:] for name in (one, other))
    marks = [word[0].strip(".,") for word in (a, b) if word and word[0].strip(".,") in _SUFFIX]
    return len(marks) == 2 and marks[0] != marks[1]


def _initials_differ(one: str, other: str) -> bool:
    """George H. W. and George W.: middle names of both, and not the same initials."""
    found = []
    for name in (one, other):
        words = re.sub(r"(?<=[A-Z]\.)(?=[A-Z])", " ", name).split()
        words = [word for word in words if fold(word).strip(".,") not in _SUFFIX]
        found.append([fold(word)[0] for word in words[1:-1] if fold(word) not in _PARTICLE])
    a, b = found
    return bool(a and b) and (a[0] != b[0] or len(a) != len(b))


def _same_first(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """The first names fit, or one name is the other without its first ("Javad Zarif" of "Mohammad Javad Zarif")."""
    if _fit(one[0], other[0]):
        return True
    longer, shorter = (one, other) if len(one) > len(other) else (other, one)
    return len(longer) > len(shorter) == 1 and any(_fit(word, shorter[0]) for word in longer[1:] if len(word) > 1)


def _fit(one: str, other: str) -> bool:
    if same_given(one, other):
        return True
    a, b = skeleton(one), skeleton(other)
    if not a or not b or consonants(one) != consonants(other) or len(consonants(one)) < 2:
        return False
    if a[0] != b[0] and not {a[0], b[0]} <= set("aeiou"):
        return False
    return Levenshtein.distance(a, b) <= (1 if min(len(a), len(b)) < 6 else 2)

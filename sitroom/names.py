"""Names as strings: folding, slugs, and the sound skeleton that transliterations of one word share.

One rule: these functions know alphabets and spellings, never particular people.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from sitroom.text import unaccented

_UNDECOMPOSED = str.maketrans(
    {"ł": "l", "Ł": "L", "đ": "dj", "Đ": "Dj", "ø": "o", "Ø": "O", "ı": "i", "æ": "ae", "Æ": "Ae", "œ": "oe",
     "Œ": "Oe", "ß": "ss", "ð": "d", "þ": "th", "ə": "a", "Ə": "A", "’": "'", "‘": "'", "ʼ": "'", "ʻ": "'", "`": "'"}
)  # fmt: skip

# Spellings of one sound, in the order in which they are replaced; the targets are no claim about pronunciation.
_SOUNDS = tuple(
    (re.compile(pattern), target)
    for pattern, target in (
        (r"[^a-z]", ""),  # 5 stands for the sounds of sh and ch
        (r"i(?:c|ch|tch|cz|ts)$", "i5"),
        (r"schtsch|shch|tsch|tch|sch|sh|ch|cz|tj", "5"),
        (r"zh|dzh|dj|gh(?=i)", "j"),
        (r"kh", "h"),
        (r"ck|q|gh", "k"),
        (r"ph", "f"),
        (r"th", "t"),
        (r"dh", "d"),
        (r"tz|ts", "z"),
        (r"x", "ks"),
        (r"w", "v"),
        (r"ou|oo|uu", "u"),
        (r"ee|ie(?=$)|ij|iy|yi|yy|ii|ey(?=$)|ei(?=$)|i|y", "i"),
        (r"ii+", "i"),
        (r"j(?=[aeou])", "i"),
        (r"io|ie|ia|iu", lambda found: found[0][1]),
        (r"c(?=[eiy])", "s"),
        (r"c", "k"),
        (r"([a-z])\1+", r"\1"),
        (r"(?<=.)h", ""),
    )
)


_VIETNAMESE = re.compile(r"[ơưƠƯ\u1ea0-\u1ef9]")


@cache
def fold(text: str) -> str:
    """Lower case without accents; typographic apostrophes made plain. "Đ" is "Dj", beside Vietnamese vowels "D"."""
    if text.isascii():  # most words by far
        return text.replace("`", "'").lower()
    if _VIETNAMESE.search(unicodedata.normalize("NFC", text)):
        text = text.replace("đ", "d").replace("Đ", "D")
    return unaccented(text.translate(_UNDECOMPOSED)).casefold()


def slug(text: str) -> str:
    """Lower-case words joined by hyphens, for keys."""
    return re.sub(r"[^a-z0-9]+", "-", fold(text).replace("'", "")).strip("-") or "x"


@cache
def skeleton(word: str) -> str:
    """What spellings of one word have in common: Zelensky, Zelenskyy and Zelenskiy give one skeleton."""
    sound = fold(word)
    for pattern, target in _SOUNDS:
        sound = pattern.sub(target, sound)
    return sound


def same_given(one: str, other: str) -> bool:
    """Whether two given names can be one person's: alike in sound, an initial, or a known short form."""
    a, b = fold(one).strip("."), fold(other).strip(".")
    if not a or not b or a == b:
        return True
    if len(a) == 1 or len(b) == 1:
        return a[0] == b[0]
    if skeleton(a) == skeleton(b):
        return True
    of_a, of_b = _short_forms().get(a, frozenset()), _short_forms().get(b, frozenset())
    return b in of_a or a in of_b or bool(of_a & of_b & _SPELT)


def full_forms(given: str) -> frozenset[str]:
    """A folded given name with the names that it can be short for."""
    return _short_forms().get(given, frozenset()) | {given}


_SPELT = frozenset({"mohammed", "yitzhak", "heydar"})
"""Names whose "short forms" are spellings of them, so that two of these are one name too."""


@cache
def _short_forms() -> dict[str, frozenset[str]]:
    from sitroom.resources import load  # noqa: PLC0415 - the tables of facts import this module

    groups: dict[str, set[str]] = {}
    for full, shorts in load("given").get("short", {}).items():
        for short in shorts:
            groups.setdefault(short, set()).add(full)
    return {short: frozenset(fulls) for short, fulls in groups.items()}


_CORPORATE = re.compile(
    r"(?:,? (?:inc|corp|corporation|ltd|limited|plc|llc|llp|co|company|ag|sa|s\.a|nv|n\.v|gmbh|spa|holdings?|group)"
    r"\.?)+$"
)
_AMERICAN = (("organisation", "organization"), ("defence", "defense"), ("centre", "center"), ("labour", "labor"))
_TRADE = frozenset(
    {"computer", "computers", "motors", "motor", "airlines", "airways", "industries", "grumman", "energy", "oil",
     "petroleum", "aerospace", "aircraft", "technologies", "systems", "entertainment", "records", "news", "bank"}
)  # fmt: skip


@cache
def organization_core(name: str) -> str:
    """A body's name without article, legal form and national spelling; "Department of X" as "X department"."""
    core = re.sub(r"^the ", "", fold(name)).replace("&", "and").strip(" .,")
    for british, american in _AMERICAN:
        core = core.replace(british, american)
    core = _CORPORATE.sub("", core) or core
    found = re.fullmatch(r"(.*\b)?(department|ministry) of (?:the )?(.+)", core)
    if found:
        core = f"{found[1] or ''}{found[3]} {found[2]}"
    return core.strip()


def short_forms(name: str) -> list[str]:
    """How an article may shorten a body's name once it has given it: the initials, the name without its trade."""
    words = [word for word in re.split(r"[\s]+", re.sub(r"^[Tt]he ", "", name)) if word]
    forms = []
    capitals = [word for word in words if word[0].isupper()]
    if len(capitals) > 2:
        forms.append("".join(word[0] for word in capitals).casefold())
    core = organization_core(name).split()
    if len(core) == 2 and core[1] in _TRADE and len(core[0]) > 3:
        forms.append(core[0])
    return forms


_VOICED = str.maketrans({"g": "k", "q": "k", "v": "f", "b": "p", "d": "t", "z": "s", "j": "s", "5": "s"})


@cache
def consonants(word: str) -> str:
    """The consonants of a word's skeleton, voiced and unvoiced as one: Gaddafi, Qaddafi and Kadhafi give one key."""
    sound = skeleton(word)
    bare = re.sub(r"[aeiou]", "", sound).translate(_VOICED)
    return re.sub(r"(.)\1+", r"\1", bare) or sound[:1]

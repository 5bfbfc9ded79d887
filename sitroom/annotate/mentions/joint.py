"""Two or more spoken of together: "both leaders", "the two sides", "the leaders of three allies — …".

One rule: a joint phrase means those whom the text before brings together; where two pairs would do it means nobody.
"""

from __future__ import annotations

import itertools
from collections import Counter

from sitroom.annotate.engine import Token, sentence_start
from sitroom.annotate.mentions.chains import Book, Chain, Place
from sitroom.resources import load

JOINT = "joint/"
_CLEARLY = 1.5  # how many times more often than the third the second of a pair must be spoken of


def listed(book: Book, token: Token, end: int) -> tuple[str, ...]:
    """States listed after the noun's phrase: "the leaders of three allies — Poland, Latvia and Estonia"."""
    doc = book.doc
    stop = min(len(doc), token.sent.end, end + 8)
    at = next((i for i in range(token.i + 1, stop) if doc[i].text in {"—", "–", "--", ":", "("}), None)
    if at is None or any(doc[i].pos_ in {"VERB", "AUX"} for i in range(token.i + 1, at)):
        return ()
    found: list[str] = []
    at += 1
    while at < len(doc):
        place = book.at.get(at)
        if place is not None and book.chains[place.chain].type == "country" and place.form == "name":
            found.append(place.chain)
            at = max(place.end, at + 1)
        elif doc[at].text in {",", "and", "the", ";"}:
            at += 1
        else:
            break
    return tuple(dict.fromkeys(found)) if len(found) > 1 else ()


def marker(book: Book, token: Token) -> int | None:
    """Where "both" or "the two" stands before a plural noun; ``None`` where it does not."""
    roles = load("roles")["joint"]
    lemma = token.lemma_.lower()
    if token.tag_ not in {"NNS", "NNPS"} or (lemma not in roles["person"] and lemma not in roles["country"]):
        return None
    sent = sentence_start(token)
    at = token.i - 1
    while at >= sent and token.i - at <= 4:
        low = book.doc[at].lower_
        if low in {"both", "two"}:
            if low == "two" and not (at > sent and book.doc[at - 1].lower_ in {"the", "these", "those", "their"}):
                return None
            return at if low == "both" else at - 1
        if book.doc[at].pos_ not in {"ADJ", "DET", "NUM", "NOUN", "PROPN"}:
            return None
        at -= 1
    return None


def enter(book: Book, token: Token, start: int, end: int) -> None:
    """Enter the joint phrase that the noun heads."""
    kind = "person" if token.lemma_.lower() in load("roles")["joint"]["person"] else "country"
    members = _modifying_states(book, token) if kind == "country" else ()
    members = members or _last_pair(book, token, kind)
    name = book.doc[token.i - 1 : token.i + 1].text
    if members:
        chain = book.joint(members)
    else:
        chain = book.local("joint", name, "person" if kind == "person" else "group")
        chain.subtype = "joint"
    chain.plural = True
    book.mention(chain, "nominal", (start, end), (token.i, token.i + 1), token)


def _modifying_states(book: Book, token: Token) -> tuple[str, ...]:
    """ "Both the U.S. and Ukrainian sides"."""
    found = []
    for child in token.subtree:
        if child.i < token.i and (chain := book.chain_at(child)) and chain.type in {"country", "organization"}:
            found.append(chain.key)
    return tuple(dict.fromkeys(found)) if len(set(found)) == 2 else ()


def _last_pair(book: Book, token: Token, kind: str) -> tuple[str, ...]:
    """The two people or states that the text before brings together: conjoined, or subject and other party.

    The two of the nearest sentence that has two; where another has come up since, the two that are most spoken of.
    """
    seen: dict[int, list[str]] = {}  # eligible actors by where their sentence starts, the nearest first
    every: list[str] = []
    doers = _doers_around(token)
    for place in reversed(book.before(token.i, book.sentence_floor(token, 6))):
        chain = book.chains[place.chain]
        if place.root in doers:
            continue
        if chain.subtype == "joint" and chain.key.startswith(JOINT) and _all_of(book, chain, kind):
            pair = chain.key.removeprefix(JOINT).split("+")
            if set(every) <= set(pair) or len(every) < 2:
                return tuple(pair)
        if not _may_be_joined(book, place, chain, kind):
            continue
        here = seen.setdefault(sentence_start(book.doc[place.root]), [])
        here += [chain.key] if chain.key not in here else []
        every += [chain.key] if chain.key not in every else []
    if len(every) < 2:
        return ()
    nearest = next((keys for keys in seen.values() if len(keys) > 1), [])
    later = {key for keys in itertools.takewhile(lambda keys: keys is not nearest, seen.values()) for key in keys}
    if len(nearest) > 2:
        nearest = _conjoined(book, token, nearest)
    if len(nearest) == 2 and later <= set(nearest):
        return tuple(sorted(nearest))
    told = Counter(place.chain for place in book.before(token.i))
    first = sorted(every, key=lambda key: (-told[key], key))
    if len(first) > 2 and told[first[1]] < _CLEARLY * told[first[2]]:
        return ()
    return tuple(sorted(first[:2]))


def _doers_around(token: Token) -> frozenset[int]:
    """Whoever does something to the two is none of them: "The envoy said that Biden had met both leaders"."""
    if token.dep_ not in {"dobj", "pobj", "dative"}:
        return frozenset()
    verbs = (t for t in token.ancestors if t.pos_ in {"VERB", "AUX"})
    return frozenset(c.i for verb in verbs for c in verb.children if c.dep_ == "nsubj" and c.i < token.i)


def _conjoined(book: Book, token: Token, keys: list[str]) -> list[str]:
    """Of several people in one sentence the two that "and" joins; all of them where it joins none or more than two."""
    named = sorted((p.start, p.end, p.chain) for p in book.before(token.i, token.sent.start) if p.chain in keys)
    pairs = {
        frozenset((one, other))
        for (_, end, one), (start, _, other) in itertools.pairwise(named)
        if one != other and [t.lower_ for t in book.doc[end:start]] == ["and"]
    }
    return sorted(next(iter(pairs))) if len(pairs) == 1 else keys


def _may_be_joined(book: Book, place: Place, chain: Chain, kind: str) -> bool:
    if place.form == "pronoun" or chain.subtype or chain.type != kind or _in_background(book.doc[place.root]):
        return False
    return kind != "person" or _is_leader(book, chain)


def _in_background(token: Token) -> bool:
    """Whether a word stands in a clause or phrase of time that tells of another occasion ("days after X spoke")."""
    for word in (token, *token.ancestors):
        opened = word if word.dep_ == "prep" else next((c for c in word.children if c.dep_ == "mark"), None)
        if opened is not None and opened.lower_ in load("roles")["joint"]["background"]:
            return True
    return False


def _all_of(book: Book, chain: Chain, kind: str) -> bool:
    keys = chain.key.removeprefix(JOINT).split("+")
    return all(key in book.chains and book.chains[key].type == kind for key in keys)


def _is_leader(book: Book, chain: Chain) -> bool:
    offices = load("roles")["offices"]
    if any(title in offices for title, _, _, _ in chain.titles):
        return True
    return bool(chain.known and book.day and book.world.in_office(chain.known, book.day))

"""Descriptions of actors: "the Ukrainian president", "his counterpart", "a senior official", "both leaders".

One rule: a description joins a named actor only by office, title, apposition or a unique antecedent; an unnamed source
stays unnamed.
"""

from __future__ import annotations

import itertools
from collections import Counter

from sitroom.annotate.engine import Token
from sitroom.annotate.mentions.chains import Book, Chain, Place
from sitroom.annotate.mentions.phrases import left_edge, right_edge
from sitroom.annotate.mentions.titles import Title, read_title
from sitroom.resources import load

_MODIFIER = frozenset({"compound", "amod", "nmod", "nummod", "poss"})
_COMMON = frozenset({"lady", "man", "woman", "father", "mother", "son", "sister", "brother", "captain", "chief"})
JOINT = "joint/"


def candidates(book: Book) -> list[Token]:
    """Nouns that may head a description, in order."""
    roles = load("roles")
    people = frozenset(roles["people"]) | frozenset(roles["sources"]) | {"vice-president"}
    found = []
    for token in book.tokens:
        if token.i in book.at or token.pos_ not in {"NOUN", "PROPN"}:
            continue
        lemma = token.lemma_.lower()
        if token.tag_ in {"NNP", "NNPS"} and lemma in _COMMON:
            continue
        if (
            (lemma in people and not _before_a_name(book, token))
            or (lemma in roles["joint"]["country"] and _joint_marker(book, token) is not None)
            or (
                (lemma in roles["country_nouns"] and token.tag_ in {"NN", "NNP"})
                or lemma in {"administration", "government"}
                or (lemma == "member" and token.tag_ == "NNS")
            )
        ):
            found.append(token)
    return found


def _before_a_name(book: Book, token: Token) -> bool:
    """Whether the noun is a title in a name's phrase or a modifier of another noun."""
    if any(p.start <= token.i < p.end and p.form == "name" for p in book.around(token.i)):
        return True
    return token.dep_ in {"compound", "nmod"} and token.head.i > token.i and token.head.pos_ in {"NOUN", "PROPN"}


def resolve(book: Book, token: Token) -> None:
    """Enter the description that the noun heads."""
    start = left_edge(book.doc, token.i, token.i + 1)
    end = right_edge(book.doc, token)
    lemma = token.lemma_.lower()
    roles = load("roles")
    marker = _joint_marker(book, token)
    if marker is not None:
        _joint(book, token, min(start, marker), end)
        return
    if lemma == "member":
        _members(book, token, start, end)
        return
    if lemma in {"administration", "government"}:
        _government(book, token, start, end)
        return
    if lemma in roles["country_nouns"]:
        _country(book, token, start, end)
        return
    while start > token.sent.start and book.doc[start - 1].pos_ in {"ADJ", "DET"} and book.doc[start - 1].head.i >= end:
        start -= 1  # the parser took a verb for a noun: "A senior official briefed reporters"
    title = read_title(book, start, end, token)
    chain = _person(book, token, start, end, title)
    if chain is None:
        return
    place = book.mention(chain, "nominal", (start, end), (token.i, token.i + 1), token)
    if title.text and chain.subtype != "joint" and (chain.subtype is None or (title.of and title.of != chain.key)):
        book.title(chain, title.text, title.of, place.start, place.end, title.former)


# persons


def _person(book: Book, token: Token, start: int, end: int, title: Title) -> Chain | None:
    plural = token.tag_ in {"NNS", "NNPS"}
    neighbour = _apposed(book, token, start, end)
    if neighbour is not None and not plural:
        return neighbour
    if token.dep_ == "attr" and not plural and token.head.lemma_ == "be":
        return _subject_chain(book, token)
    if plural:
        if len(members := _listed(book, token, end)) > 1:
            return book.joint(members)
        return _unnamed(book, token, start, end, title, plural=True)
    definite = _is_definite(book, token, start)
    if not definite:
        return _unnamed(book, token, start, end, title, plural=False)
    if token.lemma_.lower() in load("roles")["counterpart"]:
        return _counterpart(book, token, title)
    return _described(book, token, start, end, title)


def _is_definite(book: Book, token: Token, start: int) -> bool:
    first = book.doc[start]
    if first.lower_ in {"a", "an", "one", "another", "some", "any", "no", "every", "each", "many", "few", "other"}:
        return False
    if first.lower_ in {"the", "this", "that", "his", "her", "its", "their", "our", "my"}:
        return True
    return any(child.dep_ == "poss" for child in token.children) or (first.text[0].isupper() and start < token.i)


def _apposed(book: Book, token: Token, start: int, end: int) -> Chain | None:
    """The person whose name stands beside the description, joined by a comma or nothing."""
    doc = book.doc
    if (
        token.dep_ == "appos"
        and (chain := book.chain_at(token.head))
        and chain.type == "person"
        and chain.subtype is None
    ) and start - 1 <= _end_of(book, token.head.i) + 1:
        return chain
    after = doc[end] if end < len(doc) else None
    if after is not None and after.text == "," and end + 1 < len(doc):
        place = book.starting_at(end + 1)
        chain = book.chains[place.chain] if place else None
        if chain and place and chain.type == "person" and place.form == "name" and _closed(book, place, token):
            return chain
    if start > 1 and doc[start - 1].text == ",":
        place = book.ending_at(start - 1)
        chain = book.chains[place.chain] if place else None
        if (
            chain
            and place
            and chain.type == "person"
            and place.form == "name"
            and token.head.i in range(place.start, place.end)
        ):
            return chain
    return None


def _end_of(book: Book, i: int) -> int:
    place = book.at.get(i)
    return place.end if place else i + 1


def _closed(book: Book, place: Place, token: Token) -> bool:
    """Whether the name after "the X," is an apposition: hangs on the noun, or is shut off by a comma before a verb."""
    root = book.doc[place.root]
    if root.dep_ == "appos" and root.head.i == token.i:
        return True
    after = book.doc[place.end] if place.end < len(book.doc) else None
    return (
        after is not None
        and (after.text == "," or after.pos_ in {"VERB", "AUX"})
        and root.dep_ in {"appos", "nsubj"}
        and token.dep_ not in {"pobj", "dobj"}
    )


def _subject_chain(book: Book, token: Token) -> Chain | None:
    for child in token.head.children:
        if child.dep_ == "nsubj":
            chain = book.chain_at(child)
            if chain and chain.type == "person" and chain.subtype is None:
                return chain
    return None


def _counterpart(book: Book, token: Token, title: Title) -> Chain | None:
    """ "His Ukrainian counterpart": who holds, in Ukraine, the office of the person that "his" stands for."""
    owner = next((child for child in token.children if child.dep_ == "poss"), None)
    chain = book.chain_at(owner) if owner is not None else None
    state = _state_of(book, token) or title.of
    office = _office_of(book, chain) if chain else None
    if not state or not state.startswith("country/"):
        return None
    if office:
        found = _holder_in_article(book, state, office) or _holder_in_tables(book, state, office)
        if found:
            return found
        if office in {"president", "prime_minister"}:
            return _holder_in_article(book, state, "leader") or _holder_in_tables(book, state, "leader")
    people = [
        c
        for c in book.chains.values()
        if c.type == "person" and c.country == state[8:] and c.places and c is not chain and not c.subtype
    ]
    return people[0] if len(people) == 1 else _fresh(book, token, f"{state[8:]} counterpart")


def _office_of(book: Book, chain: Chain) -> str | None:
    offices = load("roles")["offices"]
    for title, _, _, former in chain.titles:
        if not former and title in offices:
            return str(offices[title]["office"])
    if chain.known and book.day:
        for tenure in book.world.careers.get(chain.known, ()):
            if tenure.covers(book.day):
                return tenure.office
    return None


def _state_of(book: Book, token: Token) -> str | None:
    for child in token.children:
        chain = book.chain_at(child)
        if chain and chain.type == "country" and child.dep_ in _MODIFIER:
            return chain.key
    return None


def _described(book: Book, token: Token, start: int, end: int, title: Title) -> Chain | None:
    """A definite description: by its title and state in the article, by the tables, by an unnamed antecedent."""
    of = _whose(book, title)
    if title.office and not title.former and of:
        found = _holder_in_article(book, of, title.office) or _holder_in_tables(book, of, title.office)
        if found:
            return found
    same = _by_title(book, token, title, of)
    if same:
        return same
    unnamed = _unnamed_antecedent(book, token, title)
    if unnamed:
        return unnamed
    if token.lemma_.lower() in load("roles")["sources"] or title.of or title.text != token.lower_:
        return _unnamed(book, token, start, end, title, plural=False)
    return None


def _whose(book: Book, title: Title) -> str | None:
    """The state or body of a title; a government body stands for its state ("the Kremlin leader")."""
    if title.of is None:
        return None
    chain = book.chains.get(title.of)
    if chain and chain.subtype == "government_body" and chain.country:
        return f"country/{chain.country}"
    return title.of


def _holder_in_article(book: Book, of: str, office: str) -> Chain | None:
    wanted = set(book.world.leaders.get(of, ())) or {"president", "prime_minister"} if office == "leader" else {office}
    offices = load("roles")["offices"]
    found = []
    for chain in book.chains.values():
        if chain.type != "person" or chain.subtype or not chain.places:
            continue
        for title, whose, _, former in chain.titles:
            row = offices.get(title)
            if (
                row
                and not former
                and row["office"] in wanted | ({"leader"} if office == "leader" else set())
                and whose == of
            ):
                found.append(chain)
                break
    return found[0] if len(found) == 1 else None


def _holder_in_tables(book: Book, of: str, office: str) -> Chain | None:
    key = book.world.holder(of, office, book.day, book.chains)
    return book.known(key) if key else None


def _by_title(book: Book, token: Token, title: Title, of: str | None) -> Chain | None:
    """The last person before the noun whom the article gives this title."""
    head = token.lemma_.lower()
    for place in reversed(book.before(token.i)):
        chain = book.chains[place.chain]
        if chain.type != "person" or chain.subtype or place.form == "pronoun":
            continue
        for words, whose, _, former in chain.titles:
            if (
                head in [*words.replace("-", " ").split(), words]
                and former == title.former
                and (of is None or whose is None or of == whose)
            ) and (title.text == head or set(title.text.split()) <= set(words.split()) or title.office):
                return chain
        if (
            head in {"president", "leader"}
            and chain.known
            and of is None
            and book.day
            and any(
                t.covers(book.day) and t.office in {"president", head} for t in book.world.careers.get(chain.known, ())
            )
        ):
            return chain
    return None


# unnamed people


def _unnamed_antecedent(book: Book, token: Token, title: Title) -> Chain | None:
    """ "the official" after "a senior White House official": the last unnamed one that fits."""
    for place in reversed(book.before(token.i)):
        chain = book.chains[place.chain]
        if chain.subtype != "unnamed" or chain.plural or place.form != "nominal":
            continue
        if book.doc[place.root].lemma_.lower() != token.lemma_.lower():
            continue
        wanted = title.of
        given = {whose for _, whose, _, _ in chain.titles if whose}
        if wanted is None or not given or wanted in given or any(_same_state(book, wanted, one) for one in given):
            return chain
    return None


def _same_state(book: Book, one: str, other: str) -> bool:
    a, b = book.chains.get(one), book.chains.get(other)
    return bool(a and b and a.country and a.country == b.country)


def _unnamed(book: Book, token: Token, start: int, end: int, title: Title, plural: bool) -> Chain | None:
    if title.of is None and token.lemma_.lower() not in load("roles")["sources"] and not title.office:
        return None
    if plural:
        text = f"{book.doc[start:end].text}"
        chain = book.local("unnamed", text, "person")
        chain.plural = True
    else:
        chain = book.local("unnamed", book.doc[start:end].text, "person", fresh=True)
    chain.subtype = "unnamed"
    chain.gender = None
    state = book.chains.get(title.of or "")
    chain.country = chain.country or (state.country if state else None)
    return chain


def _fresh(book: Book, token: Token, name: str) -> Chain:
    chain = book.local("unnamed", name, "person")
    chain.subtype = "unnamed"
    return chain


# governments and countries


def _government(book: Book, token: Token, start: int, end: int) -> None:
    """ "The Russian government" is the state; an administration is a body under its head's name."""
    owner = None
    for child in token.children:
        chain = book.chain_at(child)
        if chain and child.dep_ in _MODIFIER:
            owner = chain
    if owner is None and end > token.i + 1:
        owner = next((c for t in book.doc[token.i + 1 : end] if (c := book.chain_at(t))), None)
    if owner is not None and owner.type == "country":
        book.mention(owner, "nominal", (start, end), (token.i, token.i + 1), token)
    elif owner is not None and owner.type == "person" and owner.subtype is None:
        name = f"{owner.name.split()[-1]} {token.lower_}"
        chain = book.local("org", name, "organization")
        chain.subtype, chain.country = "government_body", owner.country
        book.mention(chain, "nominal", (start, end), (token.i, token.i + 1), token)
    elif token.lower_ == "administration" and book.doc[start].lower_ == "the" and start == token.i - 1:
        for place in reversed(book.before(token.i)):
            chain = book.chains[place.chain]
            if chain.type == "organization" and chain.name.endswith(" administration"):
                book.mention(chain, "nominal", (start, end), (token.i, token.i + 1), token)
                return


def _members(book: Book, token: Token, start: int, end: int) -> None:
    """ "Members of Congress" act for the body; members of an alliance or company do not."""
    for inner in book.doc[token.i + 1 : end]:
        chain = book.chain_at(inner)
        if chain is not None and chain.subtype == "government_body":
            book.mention(chain, "nominal", (start, end), (token.i, token.i + 1), token)
            return


def _is_state(book: Book, token: Token) -> bool:
    """Whether a modifier names an actor; the Soviet Union only tells what a state once belonged to."""
    chain = book.chain_at(token)
    return chain is not None and chain.key != "country/SU"


def _country(book: Book, token: Token, start: int, end: int) -> None:
    """ "The country": the state last spoken of as a subject or owner, in this sentence or the one before."""
    first = book.doc[start].lower_
    if first != "the" or end > token.i + 1 or any(_is_state(book, child) for child in token.children):
        return
    extra = list(book.doc[start + 1 : token.i])
    if extra and not any(t.lower_ in {"former", "soviet"} for t in extra):
        return
    floor = book.sentence_floor(token, 1)
    seen = [p for p in book.before(token.i, floor) if book.chains[p.chain].type == "country"]
    strong = [p for p in seen if book.doc[p.root].dep_ in {"nsubj", "nsubjpass", "poss", "pobj", "dobj"}]
    if strong:
        book.mention(book.chains[strong[-1].chain], "nominal", (start, end), (token.i, token.i + 1), token)


# joint phrases


def _listed(book: Book, token: Token, end: int) -> tuple[str, ...]:
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


def _joint_marker(book: Book, token: Token) -> int | None:
    """Where "both" or "the two" stands before a plural noun; ``None`` where it does not."""
    roles = load("roles")["joint"]
    lemma = token.lemma_.lower()
    if token.tag_ not in {"NNS", "NNPS"} or (lemma not in roles["person"] and lemma not in roles["country"]):
        return None
    sent = token.sent.start
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


def _joint(book: Book, token: Token, start: int, end: int) -> None:
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
    for place in reversed(book.before(token.i, book.sentence_floor(token, 6))):
        chain = book.chains[place.chain]
        if chain.subtype == "joint" and chain.key.startswith(JOINT) and _all_of(book, chain, kind):
            pair = chain.key.removeprefix(JOINT).split("+")
            if set(every) <= set(pair) or len(every) < 2:
                return tuple(pair)
        if not _may_be_joined(book, place, chain, kind):
            continue
        here = seen.setdefault(book.doc[place.root].sent.start, [])
        here += [chain.key] if chain.key not in here else []
        every += [chain.key] if chain.key not in every else []
    if len(every) < 2:
        return ()
    nearest = next((keys for keys in seen.values() if len(keys) > 1), [])
    later = {key for keys in itertools.takewhile(lambda keys: keys is not nearest, seen.values()) for key in keys}
    if len(nearest) == 2 and later <= set(nearest):
        return tuple(sorted(nearest))
    told = Counter(place.chain for place in book.before(token.i))
    return tuple(sorted(sorted(every, key=lambda key: -told[key])[:2]))


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

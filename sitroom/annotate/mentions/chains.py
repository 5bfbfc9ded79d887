"""The actors of one article while they are being gathered.

One rule: a chain is one actor under one key; mentions are added, never taken back.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

from sitroom.annotate.engine import Doc, Token, sentence_start, span_of, text_of
from sitroom.model import ActorType, LocalActor, Mention, MentionForm, Role
from sitroom.names import fold, slug
from sitroom.resources import listed, load
from sitroom.resources.world import WORD, World
from sitroom.text import Span

_FORMS = {"name": 0, "nominal": 1, "pronoun": 2}


@dataclass(slots=True)
class Chain:
    """One actor: what is known of it and where it is mentioned (token offsets of phrase and head)."""

    key: str
    type: ActorType
    name: str
    subtype: str | None = None
    known: str | None = None
    country: str | None = None
    gender: str | None = None
    plural: bool = False
    titles: list[tuple[str, str | None, Span, bool]] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)

    def has_title(self, title: str, of: str | None) -> bool:
        """Whether the article gives the actor this title, of this state or body where both are known."""
        return any(one == title and (of is None or whose is None or whose == of) for one, whose, _, _ in self.titles)


@dataclass(frozen=True, slots=True)
class Place:
    """One mention: phrase ``[start, end)``, head ``[head_start, head_end)``, all token indexes."""

    chain: str
    form: MentionForm
    start: int
    end: int
    head_start: int
    head_end: int
    root: int


class Book:
    """All chains of an article, by key, and which mention's head covers a token."""

    def __init__(self, doc: Doc, text: str, world: World, published: str | None) -> None:
        self.doc = doc
        self.tokens = list(doc)
        self.text = text
        self.world = world
        self.day = day(published)
        self.chains: dict[str, Chain] = {}
        self.at: dict[int, Place] = {}
        self.places: list[Place] = []
        self.bodies: dict[str, Chain] = {}  # local organisations by the core of their names
        self._around: dict[int, list[Place]] = {}
        self._sorted: list[Place] = []
        self._starts: list[tuple[int, int]] = []
        self._quoted: list[tuple[int, int]] | None = None
        self._words: frozenset[str] | None = None

    def vocabulary(self) -> frozenset[str]:
        """The folded words of the article."""
        if self._words is None:
            self._words = frozenset(fold(word) for word in set(WORD.findall(text_of(self.doc))))
        return self._words

    def known(self, key: str) -> Chain:
        """The chain of an actor of the tables."""
        if key not in self.chains:
            entity = self.world.entities[key]
            self.chains[key] = Chain(
                key,
                entity.type,
                entity.name,
                entity.subtype,
                key,
                entity.country,
            )
            if entity.type == "person":
                self.chains[key].gender = gender_of(entity.name)
        return self.chains[key]

    def local(self, prefix: str, name: str, type_: ActorType, fresh: bool = False) -> Chain:
        """The chain of an actor that only the article knows; ``fresh`` makes a new one of the same name."""
        key = wanted = f"{prefix}/{slug(name)}"
        number = 1
        while fresh and key in self.chains:
            number += 1
            key = f"{wanted}-{number}"
        if key in self.world.entities:
            key = f"{prefix}/local-{slug(name)}"
        if key not in self.chains:
            self.chains[key] = Chain(key, type_, name, gender=gender_of(name) if type_ == "person" else None)
        return self.chains[key]

    def mention(
        self, chain: Chain, form: MentionForm, phrase: tuple[int, int], head: tuple[int, int], root: Token
    ) -> Place:
        """Enter a mention; its phrase always holds its head."""
        start, end = min(phrase[0], head[0]), max(phrase[1], head[1])
        place = Place(chain.key, form, start, end, head[0], head[1], root.i)
        chain.places.append(place)
        self.places.append(place)
        at = bisect_left(self._starts, (start, -end))
        self._starts.insert(at, (start, -end))
        self._sorted.insert(at, place)
        for i in range(*head):
            self.at[i] = place
        for i in range(start, end):
            self._around.setdefault(i, []).append(place)
        return place

    def chain_at(self, token: Token) -> Chain | None:
        """The chain whose mention's head covers a token."""
        place = self.at.get(token.i)
        return self.chains[place.chain] if place else None

    def joint(self, members: tuple[str, ...]) -> Chain:
        """The chain of several actors spoken of together; its key holds theirs."""
        key = "joint/" + "+".join(members)
        if key not in self.chains:
            types = {self.chains[member].type for member in members}
            name = " and ".join(self.chains[member].name for member in members)
            type_: ActorType = "person" if types == {"person"} else "group"
            self.chains[key] = Chain(key, type_, name, "joint", plural=True)
        return self.chains[key]

    def whole(self, i: int) -> int:
        """The token, or where the name begins that the token lies within."""
        return min((p.head_start for p in self.around(i)), default=i)

    def around(self, i: int) -> list[Place]:
        """Mentions whose phrase covers a token."""
        return self._around.get(i, [])

    def before(self, i: int, floor: int = 0) -> list[Place]:
        """Mentions that begin before a token and not before another, in order of their beginning."""
        first = bisect_left(self._starts, (floor, -len(self.doc) - 1)) if floor else 0
        return self._sorted[first : bisect_left(self._starts, (i, -len(self.doc) - 1))]

    def starting_at(self, i: int) -> Place | None:
        """The mention by name whose phrase begins at a token."""
        return next((p for p in self.around(i) if p.start == i and p.form == "name" and p.end > i), None)

    def ending_at(self, i: int) -> Place | None:
        """The mention by name whose phrase ends before a token."""
        return next((p for p in self.around(i - 1) if p.end == i and p.form == "name"), None) if i else None

    def sentence_floor(self, token: Token, back: int) -> int:
        """The first token of the sentence that lies ``back`` sentences before that of the token."""
        start = sentence_start(token)
        for _ in range(back):
            if start == 0:
                break
            start = sentence_start(self.doc[start - 1])
        return start

    def quote_at(self, i: int) -> tuple[int, int] | None:
        """The direct quotation (token indexes) around a token; ``None`` outside."""
        return next(((a, b) for a, b in self._quotes() if a < i < b), None)

    def speaks(self, key: str, quote: tuple[int, int]) -> bool:
        """Whether an actor is the subject of the verb beside a quotation."""
        for i in (*range(max(0, quote[0] - 12), quote[0]), *range(quote[1] + 1, min(len(self.doc), quote[1] + 13))):
            place = self.at.get(i)
            if place and place.chain == key:
                token = self.doc[place.root]
                if (
                    token.dep_ == "nsubj"
                    and token.head.lemma_.lower() in listed("roles", "speaking")
                    and not quote[0] < token.head.i < quote[1]
                ):
                    return True
        return False

    def _quotes(self) -> list[tuple[int, int]]:
        if self._quoted is None:
            self._quoted = []
            opened: int | None = None
            for token in self.tokens:
                if token.text != '"':
                    continue
                if opened is None or token.i - opened > 300:
                    opened = token.i
                else:
                    self._quoted.append((opened, token.i))
                    opened = None
        return self._quoted

    def span(self, start: int, end: int) -> Span:
        """Code-point offsets of tokens."""
        return span_of(self.doc[start:end])

    def title(self, chain: Chain, title: str, of: str | None, start: int, end: int, former: bool) -> None:
        """Enter a role that the text states."""
        if end > start and not any(one == title and whose == of for one, whose, _, _ in chain.titles):
            chain.titles.append((title, of, self.span(start, end), former))

    def actors(self) -> list[LocalActor]:
        """The gathered actors that have a mention."""
        found = []
        for chain in self.chains.values():
            if not chain.places:
                continue
            best = min(chain.places, key=lambda p: (_FORMS[p.form], -min(p.head_end - p.head_start, 4), p.start))
            roles = tuple(Role(title, of, span, former) for title, of, span, former in chain.titles)
            span = self.span(best.head_start, best.head_end)
            found.append(
                LocalActor(chain.key, chain.type, chain.name, span, chain.subtype, chain.known, chain.country, roles)
            )
        return found

    def mentions(self) -> list[Mention]:
        """The gathered mentions."""
        return [
            Mention(
                self.span(p.start, p.end),
                self.chains[p.chain].type,
                p.form,
                p.chain,
                self.span(p.head_start, p.head_end),
            )
            for p in self.places
        ]


def day(published: str | None) -> str | None:
    """The day of an EDTF date, or the first day of a longer one; ``None`` for none."""
    if not published:
        return None
    first = published.split("/")[0].strip("~?%")
    return first if first[:4].isdigit() else None


def gender_of(name: str) -> str | None:
    """ "m", "f" or ``None`` by the given name."""
    given = load("given")
    words = fold(name).split()
    if len(words) < 2:
        return None
    first = words[0]
    if first in given["male"] and first not in given["female"]:
        return "m"
    return "f" if first in given["female"] and first not in given["male"] else None

"""The tables of facts as one lookup: who and what is known, under which names, and who held which office when.

One rule: it answers from the tables alone; what a text means by a name is decided elsewhere.
"""

from __future__ import annotations

import gc
import re
from collections import defaultdict
from collections.abc import Container, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Literal

from sitroom.names import fold, slug
from sitroom.persons import SAME, blocks, people_alike, surname
from sitroom.resources import load

ActorType = Literal["person", "country", "organization", "group", "forum", "agreement", "place"]
Sense = str
"""How a phrase names its entity: ``name``, ``adjective``, ``people`` or ``seat`` (a city that stands for a state)."""

UNVERIFIED = "unverified"
"""The source of a row of holders.yaml that rests on general knowledge alone."""

WORD = re.compile(r"[^\W_]+(?:'(?=[^\W_]{2})[^\W_]+)?")


@dataclass(frozen=True, slots=True)
class Entity:
    """One entry of the tables. ``key`` is "country/UA", "person/joe-biden", "org/nato" …"""

    key: str
    type: ActorType
    name: str
    subtype: str | None = None
    country: str | None = None
    also: tuple[str, ...] = ()
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Phrase:
    """One way to write an entity; ``words`` are folded, ``text`` is as written in the table."""

    words: tuple[str, ...]
    text: str
    entity: str
    sense: Sense


@dataclass(frozen=True, slots=True)
class Tenure:
    """Who held an office; ``first`` and ``last`` are ISO dates or prefixes of them, ``last`` empty where open."""

    person: str
    office: str
    of: str
    first: str
    last: str
    verified: bool = True
    acting: bool = False

    def covers(self, day: str) -> bool:
        """Whether the office was held on a day (ISO date)."""
        return _within(self.first, self.last, day)


@dataclass(slots=True)
class World:
    """All tables: entities by key, phrases by first and second word ("" for none), longest first, tenures twice."""

    entities: dict[str, Entity] = field(default_factory=dict)
    phrases: dict[str, dict[str, list[Phrase]]] = field(default_factory=lambda: defaultdict(dict))
    tenures: dict[tuple[str, str], list[Tenure]] = field(default_factory=lambda: defaultdict(list))
    careers: dict[str, list[Tenure]] = field(default_factory=lambda: defaultdict(list))
    surnames: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    leaders: dict[str, tuple[str, ...]] = field(default_factory=dict)
    items: dict[str, str] = field(default_factory=dict)  # people's items in Wikidata, as far as known
    times: dict[str, tuple[str, str]] = field(default_factory=dict)  # from when to when groups and agreements last
    heads: dict[str, str] = field(default_factory=dict)  # which office of the state a government body's chief holds

    def holder(self, of: str, office: str, day: str | None, named: Container[str] = ()) -> str | None:
        """The person who held an office of a state or body on a day; ``None`` for nobody, several or no day.

        A row that is not verified counts only for somebody in ``named``, whom the text names anyhow.
        """
        if day is None:
            return None
        offices = self.leaders.get(of, ()) if office == "leader" else (office,)
        for one in offices:
            held = [tenure for tenure in self.tenures.get((of, one), ()) if tenure.covers(day) and not tenure.acting]
            if len({tenure.person for tenure in held}) > 1:  # the day on which one follows the other
                held = [tenure for tenure in held if not tenure.last.startswith(day)]
            people = {tenure.person for tenure in held}
            if len(people) == 1:
                person = people.pop()
                return person if person in named or any(tenure.verified for tenure in held) else None
            if people:
                return None
        return None

    def members(self, key: str, day: str | None = None) -> frozenset[str]:
        """The members of a group, forum, agreement or body on a day (ISO date), or at any time where that is ``None``.

        Empty where none are listed, and before and after the time of a group.
        """
        spans = load("members").get(key, {})
        spans = load("members").get(spans["same"], {}) if "same" in spans else spans
        if not spans:
            entity = self.entities.get(key)
            first, last = self.times.get(key, ("", ""))
            return frozenset(entity.members) if entity and _within(first, last, day) else frozenset()
        return frozenset(f"country/{code}" for code, span in spans.items() if _within(*_bounds(span), day))

    def term(self, person: str, title: str, of: str | None, day: str | None, former: bool = False) -> Tenure | None:
        """When a person held the office of a title by a row with a source: on the day, or last before it if ``former``.

        ``None`` where the tables do not tell, and for titles that are no office of the tables.
        """
        row = load("roles")["offices"].get(title.casefold())
        if row is None or day is None:
            return None
        wanted = set(self.leaders.get(of or "", ())) if row["office"] == "leader" else {row["office"]}
        state = self.entities[of].country if of in self.entities else None
        held = [
            tenure
            for tenure in self.careers.get(person, ())
            if tenure.verified
            and tenure.office in wanted
            and (of in {None, tenure.of} or tenure.of == f"country/{state}")
        ]
        if former:
            held = [tenure for tenure in held if tenure.last and tenure.last <= day]
            return max(held, key=lambda tenure: tenure.last, default=None)
        return next((tenure for tenure in held if tenure.covers(day)), None)

    def in_office(self, person: str, day: str) -> bool:
        """Whether a person held any office on a day."""
        return any(tenure.covers(day) for tenure in self.careers.get(person, ()))

    def named(self, full: str) -> list[str]:
        """Known people whom a name can mean, full or a bare surname."""
        found = []
        least = SAME if " " in full else 0.6
        for key in dict.fromkeys(key for block in sorted(blocks(full)) for key in self.surnames.get(block, ())):
            if any(people_alike(full, one).score >= least for one in self.entities[key].also):
                found.append(key)
        return found

    def single(self, word: str) -> list[Phrase]:
        """The phrases of this one word."""
        return list(self.phrases.get(fold(word), {}).get("", ()))

    def has_surname(self, word: str) -> bool:
        """Whether somebody in the tables bears this very surname."""
        wanted = fold(word)
        keys = {key for block in blocks(word) for key in self.surnames.get(block, ())}
        return any(fold(surname(one)) == wanted for key in keys for one in self.entities[key].also)

    def add(self, entity: Entity, senses: Mapping[Sense, tuple[str, ...]]) -> None:
        """Enter an entity with the phrases for it."""
        self.entities.setdefault(entity.key, entity)
        key, find = entity.key, WORD.findall
        for sense, texts in senses.items():
            for text in texts:
                words = tuple(map(fold, find(text)))
                if words:
                    second = words[1] if len(words) > 1 else ""
                    self.phrases[words[0]].setdefault(second, []).append(Phrase(words, text, key, sense))


def _bounds(span: str) -> tuple[str, str]:
    first, _, last = span.partition("/")
    return first, last


def _within(first: str, last: str, day: str | None) -> bool:
    return day is None or (first <= day and (not last or day <= last + "~"))


@cache
def world() -> World:
    """The tables, read once."""
    made = World()
    with _uncollected():
        for add in (_countries, _organizations, _bodies, _outlets, _groups, _places, _people):
            add(made)
    for starting in made.phrases.values():
        for phrases in starting.values():
            if len(phrases) > 1:
                phrases.sort(key=lambda phrase: (-len(phrase.words), phrase.entity, phrase.sense))
    return made


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without the cyclic collector, which would look in vain through tens of thousands of new objects that all stay."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _countries(made: World) -> None:
    for code, row in load("countries").items():
        names = (row["name"], *row.get("also", ()))
        entity = Entity(f"country/{code}", "country", row["name"], row.get("territory") and "territory", code, names)
        adjectives = tuple(a for a in row.get("adjective", ()) if a not in names)
        people = tuple(row.get("people", ())) or tuple(
            a + "s" for a in adjectives if a.endswith("n") or a.endswith("i")
        )
        made.add(entity, {"name": names, "adjective": adjectives, "people": people})
        for seat in row.get("seat", ()):
            first = row["seat"][0]
            place = Entity(f"place/{slug(first)}", "place", first, "city", code, tuple(row["seat"]))
            made.add(place, {"seat": (seat,)})


def _rows(table: Any) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for kind, rows in table.items():
        for key, row in rows.items():
            yield kind, key, row


def _organizations(made: World) -> None:
    for kind, key, row in _rows(load("organizations")):
        names = (row["name"], *row.get("also", ()))
        entity = Entity(f"org/{key}", "organization", row["name"], kind, row.get("country"), names)
        made.add(entity, {"name": names, "adjective": tuple(row.get("adjective", ()))})
        if "heads" in row:
            made.heads[entity.key] = row["heads"]


def _bodies(made: World) -> None:
    """Each state's ministries, forces and courts, under its name and adjectives."""
    shared = load("homonyms")["homonyms"]
    for code, row in load("countries").items():
        names = [
            name
            for name in (row["name"], *row.get("also", ()))
            if name == row["name"] or next(iter(shared.get(fold(name), {f"country/{code}": ()}))) == f"country/{code}"
        ]
        before = [*row.get("adjective", ()), *(f"{name}'s" for name in names)]
        before += [name for name in names if name.isupper() or "." in name]
        for kind, body in load("bodies").items():
            own = body.get("own", {}).get(code)
            key = f"org/{own or f'{code.lower()}-{kind}'}"
            bare = names if body.get("plain") else ()
            texts = tuple(f"{one} {words}" for one in dict.fromkeys((*before, *bare)) for words in body["words"])
            adjective = (row.get("adjective") or [row["name"]])[0]
            entity = Entity(key, "organization", f"{adjective} {body['name']}", body["subtype"], code)
            made.add(entity, {"name": texts})


def _outlets(made: World) -> None:
    for kind, key, row in _rows(load("outlets")):
        names = (row["name"], *row.get("also", ()))
        subtype = "agency" if kind == "agency" else "media"
        made.add(Entity(f"org/{key}", "organization", row["name"], subtype, row.get("country"), names), {"name": names})


def _groups(made: World) -> None:
    for kind, key, row in _rows(load("groups")):
        names = (row["name"], *row.get("also", ()))
        members = tuple(f"country/{code}" for code in row.get("members", ()))
        type_: ActorType = row.get("type", kind)
        prefix = "org" if type_ == "organization" else type_
        entity = Entity(f"{prefix}/{key}", type_, row["name"], row.get("subtype"), row.get("country"), names, members)
        made.times[entity.key] = (str(row.get("from", "")), str(row.get("to", "")))
        made.add(entity, {"name": names, "adjective": tuple(row.get("adjective", ()))})


def _places(made: World) -> None:
    table = load("places")
    for kind in ("regions", "works"):
        for key, row in table[kind].items():
            names = (row["name"], *row.get("also", ()))
            entity = Entity(f"place/{key}", "place", row["name"], kind[:-1], row.get("country"), names)
            made.add(entity, {"name": names, "adjective": tuple(row.get("adjective", ()))})
    for code, cities in table["cities"].items():
        for city in cities:
            made.add(Entity(f"place/{slug(city)}", "place", city, "city", code, (city,)), {"name": (city,)})
    for state in table["us_states"]:
        made.add(Entity(f"place/us-{slug(state)}", "place", state, "region", "US", (state,)), {"name": (state,)})


def _people(made: World) -> None:
    aliases = load("people")
    for state, offices in load("holders").items():
        of = f"country/{state}" if state.isupper() else f"org/{state}"
        if "leader" in offices:
            made.leaders[of] = tuple(offices["leader"])
        for office, rows in offices.items():
            if office == "leader":
                continue
            for name, first, last, source, *marks in rows:
                key = f"person/{slug(name)}"
                if key not in made.entities:
                    _person(made, key, name, tuple(aliases.get(name, ())), state if state.isupper() else None)
                if source != UNVERIFIED:
                    made.items[key] = source
                tenure = Tenure(key, office, of, str(first), str(last or ""), source != UNVERIFIED, "acting" in marks)
                made.tenures[of, office].append(tenure)
                made.careers[key].append(tenure)


def _person(made: World, key: str, name: str, also: tuple[str, ...], country: str | None) -> None:
    made.add(Entity(key, "person", name, None, country, (name, *also)), {"name": (name, *also)})
    for full in (name, *also):
        for block in sorted(blocks(full)):
            if key not in made.surnames[block]:
                made.surnames[block].append(key)

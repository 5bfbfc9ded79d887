"""The tables of facts as one lookup: who and what is known, under which names, and who held which office when.

One rule: it answers from the tables alone; what a text means by a name is decided elsewhere.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Literal

from sitroom.names import fold, skeleton, slug
from sitroom.resources import load

ActorType = Literal["person", "country", "organization", "group", "forum", "agreement", "place"]
Sense = str
"""How a phrase names its entity: ``name``, ``adjective``, ``people`` or ``seat`` (a city that stands for a state)."""

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

    def covers(self, day: str) -> bool:
        """Whether the office was held on a day (ISO date)."""
        return self.first <= day and (not self.last or day <= self.last + "~")


@dataclass(slots=True)
class World:
    """All tables. Entities by key, phrases by their first word (longest first), tenures by office and by person."""

    entities: dict[str, Entity] = field(default_factory=dict)
    phrases: dict[str, list[Phrase]] = field(default_factory=lambda: defaultdict(list))
    tenures: dict[tuple[str, str], list[Tenure]] = field(default_factory=lambda: defaultdict(list))
    careers: dict[str, list[Tenure]] = field(default_factory=lambda: defaultdict(list))
    surnames: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    leaders: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def holder(self, of: str, office: str, day: str | None) -> str | None:
        """The person who held an office of a state or body on a day; ``None`` for nobody, several or no day."""
        if day is None:
            return None
        offices = self.leaders.get(of, ()) if office == "leader" else (office,)
        for one in offices:
            found = {tenure.person for tenure in self.tenures.get((of, one), ()) if tenure.covers(day)}
            if len(found) > 1:  # the day on which one follows the other
                found = {t.person for t in self.tenures[of, one] if t.covers(day) and not t.last.startswith(day)}
            if len(found) == 1:
                return found.pop()
            if found:
                return None
        return None

    def in_office(self, person: str, day: str) -> bool:
        """Whether a person held any office on a day."""
        return any(tenure.covers(day) for tenure in self.careers.get(person, ()))

    def named(self, given: str, surname: str) -> list[str]:
        """Known people whose surname sounds alike and whose given names do not differ."""
        found = []
        for key in self.surnames.get(skeleton(surname), ()):
            for full in (self.entities[key].name, *self.entities[key].also):
                parts = WORD.findall(full)
                if len(parts) < 2 or not given or any(skeleton(p) == skeleton(given) for p in parts[:-1]):
                    found.append(key)
                    break
        return found

    def add(self, entity: Entity, senses: Mapping[Sense, tuple[str, ...]]) -> None:
        """Enter an entity with the phrases for it."""
        self.entities.setdefault(entity.key, entity)
        for sense, texts in senses.items():
            for text in texts:
                words = tuple(fold(word) for word in WORD.findall(text))
                if words:
                    self.phrases[words[0]].append(Phrase(words, text, entity.key, sense))


@cache
def world() -> World:
    """The tables, read once."""
    made = World()
    for add in (_countries, _organizations, _bodies, _outlets, _groups, _places, _people):
        add(made)
    for phrases in made.phrases.values():
        phrases.sort(key=lambda phrase: (-len(phrase.words), phrase.entity, phrase.sense))
    return made


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


def _bodies(made: World) -> None:
    """Each state's ministries, forces and courts, under its name and adjectives."""
    for code, row in load("countries").items():
        before = [*row.get("adjective", ()), *(f"{name}'s" for name in (row["name"], *row.get("also", ())))]
        before += [name for name in (row["name"], *row.get("also", ())) if name.isupper() or "." in name]
        for kind, body in load("bodies").items():
            own = body.get("own", {}).get(code)
            key = f"org/{own or f'{code.lower()}-{kind}'}"
            texts = tuple(f"{one} {words}" for one in dict.fromkeys(before) for words in body["words"])
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
        of = f"country/{state}" if len(state) == 2 else f"org/{state}"
        made.leaders[of] = tuple(offices.get("leader", ()))
        for office, rows in offices.items():
            if office == "leader":
                continue
            for name, first, last, *marks in rows:
                key = f"person/{slug(name)}"
                if key not in made.entities:
                    _person(made, key, name, tuple(aliases.get(name, ())), state if len(state) == 2 else None)
                tenure = Tenure(key, office, of, str(first), str(last or ""), "unverified" not in marks)
                made.tenures[of, office].append(tenure)
                made.careers[key].append(tenure)


def _person(made: World, key: str, name: str, also: tuple[str, ...], country: str | None) -> None:
    made.add(Entity(key, "person", name, None, country, (name, *also)), {"name": (name, *also)})
    for full in (name, *also):
        sound = skeleton(surname(full))
        if key not in made.surnames[sound]:
            made.surnames[sound].append(key)


def surname(full: str) -> str:
    """The family name: the first word in the order of East Asia ("Kim Jong-un"), else the last, without an article
    joined by a hyphen ("al-Assad" gives "Assad")."""
    words = [word for word in re.split(r"[\s]+", full) if word]
    if family_first(words):
        return words[0]
    while len(words) > 1 and fold(words[-1]).strip(".,") in {"jr", "sr", "ii", "iii", "iv"}:
        words.pop()
    last = re.sub(r"^(?:[Aa]l|[Ee]l|as|ash|ad)-", "", words[-1])
    return last.strip(".,")


_SYLLABLE = re.compile(
    r"(?:[bpmfdtnlgkhjqxrzcswy]|[zcs]h|hw|kw|gy|hy|ky|my|py|ch|ng)?(?:[aeiou]|y[aeiou]|w[aeiou]|ae|ai|ao|an|ei|eo|eu|ia|ie|iu|iao|oe|oo"
    r"|ou|ua|ue|ui|uo|uai|wae|yae|yeo|yoo|yu){1,2}(?:n|ng|k|l|m|p|t|r|h)?"
)


def family_first(words: list[str]) -> bool:
    """Whether a name of two or three words has the family name first: a Chinese or Korean one, then its syllables."""
    if len(words) not in {2, 3} or fold(words[0]) not in load("given")["east_asian_surnames"]:
        return False
    given = [part for word in words[1:] for part in fold(word).split("-")]
    if any("-" in word for word in words[1:]) or len(words) == 3:
        return len(given) == 2 and all(_SYLLABLE.fullmatch(part) for part in given)
    return fold(words[1]) not in load("given")["male"] + load("given")["female"] and bool(
        re.fullmatch(rf"(?:{_SYLLABLE.pattern}){{1,2}}", given[0])
    )

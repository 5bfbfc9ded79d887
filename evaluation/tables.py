"""``python -m evaluation.tables``: checks the tables of facts among themselves; exit status 1 names what is wrong.

One rule: it needs nothing but the tables; what a reference says is for :mod:`evaluation.holders`. Checked are: dates
and their order, sources, several holders of an office that has one, states and bodies that no table knows, one person
under two names, groups and agreements with their members, outlets with country and kind, and that ``unverified`` rows
never decide alone who is meant. Printed for information: gaps between holders of the office that leads a state.
"""

from __future__ import annotations

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import pairwise

from sitroom.names import fold
from sitroom.persons import SAME, people_alike
from sitroom.resources import load
from sitroom.resources.world import UNVERIFIED, world

_DAY = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?$")
_SOURCE = re.compile(r"Q\d+$")
_MARKS = frozenset({"ongoing", "acting"})
SEVERAL = frozenset(
    {"deputy_foreign_minister", "government_spokesperson", "foreign_spokesperson", "deputy_prime_minister",
     "first_vice_president", "vice_president", "presidential_council", "spokesperson"}
)  # fmt: skip
"""Offices that several people may hold at a time."""

DISPUTED = frozenset({"YE", "LY", "VE", "AF", "BA", "SM", "CH", "GW", "HT", "SO", "LB"})
"""States whose offices were claimed by two or held by several in turn at a time."""

Row = tuple[str, str, str, str, frozenset[str]]
"""Name, first and last day, source, marks."""


def rows() -> Iterator[tuple[str, str, Row]]:
    """Every row of holders.yaml with its state or body and its office."""
    for state, offices in load("holders").items():
        for office, entries in offices.items():
            if office != "leader":
                for name, first, last, source, *marks in entries:
                    yield state, office, (name, first, last, source, frozenset(marks))


def faults() -> list[str]:
    """Everything that is wrong, in words; empty where nothing is."""
    return [*_forms(), *_places(), *_overlaps(), *_names(), *_members(), *_outlets(), *_decided()]


def _forms() -> Iterator[str]:
    for state, office, (name, first, last, source, marks) in rows():
        where = f"{state} {office} {name}"
        if not _DAY.match(first) or (last and not _DAY.match(last)):
            yield f"{where}: {first!r} or {last!r} is no date"
        elif last and last + "~" < first:
            yield f"{where}: ends before it begins"
        if source != UNVERIFIED and not _SOURCE.match(source):
            yield f"{where}: no source"
        if not marks <= _MARKS:
            yield f"{where}: unknown marks {sorted(marks - _MARKS)}"


def _places() -> Iterator[str]:
    entities = world().entities
    for state in load("holders"):
        if (f"country/{state}" if state.isupper() else f"org/{state}") not in entities:
            yield f"{state}: no such state or body"
    for of, offices in world().leaders.items():
        for office in offices:
            if (of, office) not in world().tenures:
                yield f"{of}: led by {office}, which nobody holds"


def _overlaps() -> Iterator[str]:
    held: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for state, office, row in rows():
        if office not in SEVERAL and state not in DISPUTED and "acting" not in row[4]:
            held[state, office].append(row)
    for (state, office), entries in sorted(held.items()):
        for one, next_ in pairwise(sorted(entries, key=lambda row: row[1])):
            size = min(len(one[2]), len(next_[1]))
            if one[0] != next_[0] and (not one[2] or one[2][:size] > next_[1][:size]):
                yield f"{state} {office}: {one[0]} until {one[2] or 'now'}, {next_[0]} from {next_[1]}"


def _names() -> Iterator[str]:
    """One person under two names: alike in spelling, in the offices of one state."""
    people: dict[str, set[str]] = defaultdict(set)
    for state, _, (name, *_) in rows():
        people[state].add(name)
    apart = {frozenset(pair) for pair in load("people_apart")}
    for state, names in sorted(people.items()):
        for one in sorted(names):
            for other in sorted(names):
                if one < other and people_alike(one, other).score >= SAME and frozenset((one, other)) not in apart:
                    yield f"{state}: {one} and {other} look like one person"


def _members() -> Iterator[str]:
    countries = set(load("countries"))
    for kind, entries in load("groups").items():
        for key, row in entries.items():
            for code in row.get("members", ()):
                if code not in countries:
                    yield f"{kind} {key}: {code} is no state"
            for bound in ("from", "to"):
                if bound in row and not _DAY.match(str(row[bound])):
                    yield f"{kind} {key}: {row[bound]!r} is no date"

    entities = world().entities
    for key, spans in load("members").items():
        if key not in entities or spans.get("same", key) not in entities:
            yield f"members of {key}: no such body or group"
        for code, span in spans.items():
            first, _, last = str(span).partition("/")
            if code != "same" and (code not in countries or not _DAY.match(first) or (last and last < first)):
                yield f"members of {key}: {code} {span!r} is no state or no span"


def _outlets() -> Iterator[str]:
    countries = set(load("countries"))
    counts = Counter(fold(row["name"]) for entries in load("outlets").values() for row in entries.values())
    for kind, entries in load("outlets").items():
        for key, row in entries.items():
            if row.get("country") not in countries:
                yield f"outlet {kind} {key}: no state"
            if counts[fold(row["name"])] > 1:
                yield f"outlet {kind} {key}: twice"


def _decided() -> Iterator[str]:
    """An office resolves by a row without a source only to somebody whom the text names anyhow."""
    tables = world()
    for (of, office), tenures in sorted(tables.tenures.items()):
        for tenure in tenures:
            if not tenure.verified and tables.holder(of, office, tenure.first) == tenure.person:
                others = [t for t in tables.tenures[of, office] if t.verified and t.person == tenure.person]
                if not any(t.covers(tenure.first) for t in others):
                    yield f"{of} {office}: {tenure.person} decides without a source"


def gaps(first: str = "1990", last: str = "2025") -> list[str]:
    """Times of more than a year in which nobody leads a state that has a leader on either side."""
    found = []
    for of, offices in sorted(world().leaders.items()):
        tenures = sorted((t for office in offices for t in world().tenures[of, office]), key=lambda t: t.first)
        reached = first
        for tenure in tenures:
            if int(tenure.first[:4]) - int(reached[:4]) > 1:
                found.append(f"{of}: {reached[:4]}–{tenure.first[:4]}")
            reached = max(reached, tenure.last or last)
        if int(last) - int(reached[:4]) > 1:
            found.append(f"{of}: {reached[:4]}–{last}")
    return found


def main() -> int:
    """Print figures, gaps and faults."""
    every = [row for _, _, row in rows()]
    sourced = sum(source != UNVERIFIED for _, _, _, source, _ in every)
    states = {state for state, _, _ in rows() if state.isupper()}
    bodies = {state for state, _, _ in rows()} - states
    people = {name for name, *_ in every}
    print(f"{len(every)} rows, {len(people)} people, {len(states)} states, {len(bodies)} bodies")
    print(f"{sourced} rows with a source, {len(every) - sourced} {UNVERIFIED}")
    print(f"gaps: {'; '.join(gaps()) or 'none'}")
    wrong = faults()
    print("\n".join(wrong) or "nothing wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())

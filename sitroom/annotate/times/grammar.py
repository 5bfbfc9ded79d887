"""The grammar of times: patterns kept as data, applied level by level, the longest match first.

One rule: patterns have no unbounded repetition and see at most a few dozen words at once, so that no text can
make them slow. Notation of a pattern (resources/times_grammar.yaml): words in lower case stand for themselves,
names in capitals for classes, ``name=A|B`` captures, ``x?`` is optional, ``( x y | z )`` groups. What stands before
``<`` must come before the match, what stands behind ``>`` must follow it, what stands behind ``!`` must not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from sitroom.annotate.times.lexer import ALPHABET, Node, add_literals, phrases
from sitroom.errors import ResourceError

Maker = Callable[[dict[str, Node], dict[str, Any]], Any]
"""Makes the data of a node from what a pattern captured and the rule's own settings; ``None`` refuses the match."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One pattern and what becomes of its matches."""

    name: str
    becomes: frozenset[str]
    make: str
    pattern: re.Pattern[str]
    settings: dict[str, Any] = field(default_factory=dict, hash=False)


class Grammar:
    """Levels of rules; each rewrites a run of nodes into a shorter one."""

    def __init__(self, table: dict[str, Any], makers: dict[str, Maker]) -> None:
        self._makers = makers
        rows = [(level, row) for level, rows in enumerate(table["levels"]) for row in rows]
        add_literals(frozenset(word for _, row in rows for word in _literals(row["match"])))
        for entries in phrases().values():
            for entry in entries.values():
                ALPHABET.code(frozenset(entry.values))
        for sample in _NUMBER_SAMPLES:
            ALPHABET.code(sample)
        for _, row in rows:
            ALPHABET.code(frozenset(row["as"].split("|")))
        self._levels: list[list[Rule]] = [[] for _ in table["levels"]]
        for level, row in rows:
            if row["make"] not in makers:
                raise ResourceError(f"resources/times_grammar.yaml: no maker {row['make']!r}")
            becomes = frozenset(row["as"].split("|"))
            settings = {k: v for k, v in row.items() if k not in ("as", "make", "match", "name")}
            name = row.get("name", row["make"])
            self._levels[level].append(Rule(name, becomes, row["make"], _compile(row["match"]), settings))
        self._matches = lru_cache(maxsize=20_000)(self._find)

    def read(self, nodes: list[Node]) -> list[Node]:
        """The run after all levels; nodes that no rule took stay as they are."""
        for level in range(len(self._levels)):
            nodes = self._rewrite(level, nodes)
        return nodes

    def _rewrite(self, level: int, nodes: list[Node]) -> list[Node]:
        found = self._matches(level, "".join(node.code for node in nodes))
        if not found:
            return nodes
        out: list[Node] = []
        at = 0
        while at < len(nodes):
            for stop, index, groups in found.get(at, ()):
                rule = self._levels[level][index]
                captured = {name: nodes[i] for name, i in groups}
                data = self._makers[rule.make](captured, rule.settings)
                if data is None:
                    continue
                code = ALPHABET.code(rule.becomes)
                out.append(Node(code, nodes[at].start, nodes[stop - 1].end, data, rule.name, rule.becomes))
                at = stop
                break
            else:
                out.append(nodes[at])
                at += 1
        return out

    def _find(self, level: int, codes: str) -> dict[int, list[tuple[int, int, tuple[tuple[str, int], ...]]]]:
        found: dict[int, list[tuple[int, int, tuple[tuple[str, int], ...]]]] = {}
        for index, rule in enumerate(self._levels[level]):
            for at in range(len(codes)):
                match = rule.pattern.match(codes, at)
                if match and match.end() > at:
                    groups = tuple((n, match.start(n)) for n in rule.pattern.groupindex if match.start(n) >= 0)
                    found.setdefault(at, []).append((match.end(), index, groups))
        for options in found.values():
            options.sort(key=lambda option: (-option[0], option[1]))
        return found


_NUMBER_SAMPLES: tuple[frozenset[str], ...] = tuple(
    frozenset(classes.split())
    for classes in (
        "DECADE", "YEAR2", "ISO", "SLASHED", "CLOCK", "DOTCLOCK COUNT", "NTH", "NTH DAYNTH", "COUNT",
        "COUNT DAY HOUR OLDYEAR", "COUNT DAY HOUR OLDYEAR SHORTYEAR", "COUNT DAY OLDYEAR SHORTYEAR",
        "COUNT OLDYEAR SHORTYEAR", "COUNT OLDYEAR", "COUNT YEAR OLDYEAR", "COUNT SHORTYEAR",
        "COUNT YEAR OLDYEAR HHMM", "COUNT OLDYEAR HHMM", "COUNT HHMM", "COUNT YEAR HHMM",
        "COUNT DAY HOUR OLDYEAR", "COUNT HOUR DAY OLDYEAR SHORTYEAR",
    )
)  # fmt: skip


def _literals(pattern: str) -> Iterable[str]:
    for token in pattern.split():
        for name in token.rstrip("?").partition("=")[2 if "=" in token else 0].split("|"):
            if name and name not in "()|<>!" and not name.isupper():
                yield name


def _compile(pattern: str) -> re.Pattern[str]:
    behind, _, rest = pattern.rpartition(" < ")
    rest, _, forbidden = rest.partition(" ! ")
    body, _, ahead = rest.partition(" > ")
    return re.compile(
        (f"(?<={_translated(behind)})" if behind else "")
        + _translated(body)
        + (f"(?={_translated(ahead)})" if ahead else "")
        + (f"(?!{_translated(forbidden)})" if forbidden else "")
    )


def _translated(pattern: str) -> str:
    out = ""
    for token in pattern.split():
        optional = "?" if token.endswith("?") and len(token) > 1 else ""
        bare = token[: -len(optional)] if optional else token
        if bare in ("(", "|", ")"):
            out += {"(": "(?:", "|": "|", ")": ")" + optional}[bare]
            continue
        name, equals, classes = bare.partition("=")
        names = frozenset((classes if equals else name).split("|"))
        codes = ALPHABET.matching(names)
        if not codes:
            raise ResourceError(f"resources/times_grammar.yaml: nothing is of class {token!r} in {pattern!r}")
        out += (f"(?P<{name}>[{codes}])" if equals else f"[{codes}]") + optional
    return out

"""What a pattern captured, as values.

One rule: a lexeme can mean several things; whoever asks says which of them counts.
"""

from __future__ import annotations

from typing import Any

from sitroom.annotate.times.lexer import Node

Captured = dict[str, Node]
Settings = dict[str, Any]


def value_of(node: Node | None, *classes: str) -> Any:
    """The value of a lexeme in the first of the classes that it has; the data of a node that a rule made."""
    if node is None:
        return None
    if not isinstance(node.data, dict):
        return node.data
    return next((node.data[name] for name in classes if name in node.data), None)


def number_of(node: Node | None) -> float | None:
    """The number that a word or a node stands for."""
    return value_of(node, "COUNT", "NUMWORD", "DAY")  # type: ignore[no-any-return]


def year_of(node: Node | None) -> tuple[int | None, bool]:
    """The year and whether it is before Christ."""
    found = value_of(node, "YEAR", "YEAR2", "OLDYEAR", "SHORTYEAR", "COUNT")
    if isinstance(found, float):
        found = int(found) if found == int(found) and 1000 <= found <= 2200 else None
    if isinstance(found, tuple):
        return found
    if isinstance(found, int) and node is not None and "SHORTYEAR" in node.classes and "YEAR" not in node.classes:
        found += 1900 if found >= 40 else 2000
    return (found, False) if isinstance(found, int) else (None, False)


def mod_of(c: Captured, sign: int = 0) -> str | None:
    """The TIMEX3 mod of an approximation; ``sign`` is -1 before and 1 after the date counted from."""
    mod: str | None = value_of(c.get("a"), "APPROX")
    if sign and mod in ("MORE_THAN", "LESS_THAN"):
        before = (mod == "MORE_THAN") == (sign < 0)
        return "BEFORE" if before else "AFTER"
    return mod

"""``python -m evaluation.holders FOLDER``: compares resources/holders.yaml with the reference of officeholders.

One rule: a row that names a source must be confirmed by the reference, where that covers the state. Exit status 1 names
the rows that are not.
"""

from __future__ import annotations

import csv
import sys
from collections import defaultdict
from pathlib import Path

from evaluation.tables import rows
from sitroom.persons import SAME, people_alike
from sitroom.resources.world import UNVERIFIED

FILES = {
    "belarus-ministers": "BY", "china-ministers": "CN", "france-cabinet": "FR", "iran-ministers": "IR",
    "israel-ministers": "IL", "russia-cabinet": "RU", "turkey-ministers": "TR", "ukraine-cabinet": "UA",
    "united-kingdom-cabinet": "GB", "us-cabinet": "US",
}  # fmt: skip
Row = tuple[str, str, str]
"""Name, first and last day (or year); the last one empty where open."""


def reference(folder: Path) -> dict[str, list[Row]]:
    """The reference's rows by state, those of international bodies and of the world's leaders under "*"."""
    found: dict[str, list[Row]] = defaultdict(list)
    for path in sorted(folder.glob("*.csv")):
        with path.open(encoding="utf-8") as file:
            for row in csv.DictReader(file):
                if "officeholderLabel" in row:
                    found["*"].append((row["officeholderLabel"], row["start_year"], row["end_year"]))
                else:
                    found[FILES.get(path.stem, "*")].append((row["person"], row["start"], row["end"]))
    return found


def confirmed(known: dict[str, list[Row]], state: str, name: str, first: str, last: str) -> bool:
    """Whether the reference has this person in an office of the state at the time."""
    for other, start, end in (*known.get(state, ()), *known.get("*", ())):
        begun = not last or not start or start[:4] <= last[:4]
        if people_alike(name, other.split(", Bar")[0]).score >= SAME and begun and (not end or first[:4] <= end[:4]):
            return True
    return False


def main() -> int:
    """Check every row."""
    reference_rows = reference(Path(sys.argv[1]))
    total = known = 0
    wrong: list[str] = []
    for state, office, (name, first, last, source, _) in rows():
        if source == UNVERIFIED or state not in {*FILES.values()}:
            continue  # of other states the reference has the leaders of one year
        total += 1
        if confirmed(reference_rows, state, name, first, last):
            known += 1
        else:
            wrong.append(f"{state} {office}: {name} {first} – {last} names a source and is not confirmed")
    print(f"{total} rows with a source in states that the reference covers, {known} confirmed")
    print("\n".join(wrong))
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())

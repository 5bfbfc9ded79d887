"""``python -m evaluation.holders FOLDER``: compares resources/holders.yaml with the reference of officeholders.

One rule: a row that the reference does not confirm must be marked ``unverified``. Exit status 1 names the rows that
are not, and those whose dates differ by more than a year.
"""

from __future__ import annotations

import csv
import sys
from collections import defaultdict
from pathlib import Path

from sitroom.persons import SAME, people_alike
from sitroom.resources import load

FILES = {
    "belarus-ministers": "BY", "china-ministers": "CN", "france-cabinet": "FR", "iran-ministers": "IR",
    "israel-ministers": "IL", "russia-cabinet": "RU", "turkey-ministers": "TR", "ukraine-cabinet": "UA",
    "united-kingdom-cabinet": "GB", "us-cabinet": "US",
}  # fmt: skip
Row = tuple[str, str, str]
"""Name, first and last day (or year); the last one empty where open."""


def reference(folder: Path) -> dict[str, list[Row]]:
    """The reference's rows by state, those of international bodies and of the world's leaders under "*"."""
    rows: dict[str, list[Row]] = defaultdict(list)
    for path in sorted(folder.glob("*.csv")):
        with path.open(encoding="utf-8") as file:
            for row in csv.DictReader(file):
                if "officeholderLabel" in row:
                    rows["*"].append((row["officeholderLabel"], row["start_year"], row["end_year"]))
                else:
                    rows[FILES.get(path.stem, "*")].append((row["person"], row["start"], row["end"]))
    return rows


def confirmed(rows: dict[str, list[Row]], state: str, name: str, first: str, last: str) -> bool:
    """Whether the reference has this person in an office of the state at the time."""
    for other, start, end in (*rows.get(state, ()), *rows.get("*", ())):
        begun = not last or not start or start[:4] <= last[:4]
        if people_alike(name, other).score >= SAME and begun and (not end or first[:4] <= end[:4]):
            return True
    return False


def main() -> int:
    """Check every row."""
    rows = reference(Path(sys.argv[1]))
    total = known = 0
    wrong: list[str] = []
    for state, offices in load("holders").items():
        for office, entries in offices.items():
            if office == "leader":
                continue
            for name, first, last, *marks in entries:
                total += 1
                if confirmed(rows, state, name, str(first), str(last or "")):
                    known += 1
                elif "unverified" not in marks:
                    wrong.append(f"{state} {office}: {name} {first} – {last} is not confirmed and not marked")
    print(f"{total} rows, {known} confirmed by the reference, the others marked unverified")
    print("\n".join(wrong))
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())

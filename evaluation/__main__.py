"""``python -m evaluation``: the scoreboard. ``--gate`` runs the gated sets alone and fails below a floor.

Reference data is looked for at ``SITROOM_SHARED`` (default ``../shared``); absent sets are named as skipped.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from evaluation import floors as floor_file
from evaluation.sets import GATED, SETS, Place


def headlines(result: Mapping[str, Any], prefix: str = "") -> list[tuple[str, float]]:
    """Every figure worth a line of the scoreboard: F1 values and shares."""
    found: list[tuple[str, float]] = []
    for key, value in result.items():
        name = f"{prefix}{key}"
        if not isinstance(value, Mapping):
            continue
        leaf = next((k for k in ("f1", "macro_f1") if k in value), None)
        if set(value) == {"value", "hits", "n"}:
            leaf = "value"
        if leaf is None:
            found += headlines(value, f"{name}.")
        elif value[leaf] is not None:
            found.append((f"{name}.{leaf}", value[leaf]))
    return found


def show(name: str, result: Mapping[str, Any], floors: Mapping[str, float]) -> None:
    """One set's part of the scoreboard."""
    print(f"\n{name}")
    named = dict(headlines(result)) | {key: floor_file.value_at(result, key) or 0.0 for key in floors}
    for key, value in named.items():
        print(f"  {key:<40} {value:.3f}" + (f"   floor {floors[key]:.3f}" if key in floors else ""))


def main() -> int:
    """Run the sets, print the scoreboard, compare with the floors."""
    parser = argparse.ArgumentParser(prog="python -m evaluation", description=__doc__)
    parser.add_argument("sets", nargs="*", help=f"sets to run (default: all): {', '.join(SETS)}")
    parser.add_argument("--gate", action="store_true", help="run the gated sets alone")
    parser.add_argument("--update", action="store_true", help="raise the floors to what was reached; none is lowered")
    options = parser.parse_args()
    shared = Path(os.environ.get("SITROOM_SHARED", "../shared")).resolve()
    if not shared.is_dir():
        print(f"gates: skipped ({shared} is absent; SITROOM_SHARED says where the reference data lies)")
        return 0
    if unknown := set(options.sets) - set(SETS):
        parser.error(f"no such set: {', '.join(sorted(unknown))}")
    wanted = options.sets or (GATED if options.gate else SETS)
    all_floors = floor_file.load()
    failed: list[str] = []
    with tempfile.TemporaryDirectory(prefix="sitroom-evaluation-") as work:
        place = Place(shared, Path(work))
        for name in wanted:
            result = SETS[name](place)
            if result is None:
                print(f"\n{name}: skipped (not found)")
                continue
            floors = all_floors.get(name, {})
            show(name, result, floors)
            failed += [f"{name}: {line}" for line in floor_file.failures(floors, result)]
            if options.update:
                all_floors[name] = floor_file.raised(floors, result)
    if options.update:
        floor_file.save(all_floors)
    for line in failed:
        print(f"below its floor: {line}", file=sys.stderr)
    print(f"\ngates: {'FAILED' if failed else 'passed'}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

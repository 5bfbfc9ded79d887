"""``python -m benchmarks``: a build's time as a multiple of the bare parse, its peak memory, and each step's share."""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path

from benchmarks import steps
from benchmarks.build import ARTICLES, DATA, measure

RATIO, MEMORY_MB = 1.5, 900


def main() -> int:
    """Measure, print as JSON, fail where a bound is not kept."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--articles", type=int, default=ARTICLES)
    options = parser.parse_args()
    shared = Path(os.environ.get("SITROOM_SHARED", "../shared"))
    if not (shared / DATA).is_file():
        print(f"bench: skipped ({shared / DATA} is absent; SITROOM_SHARED says where the reference data lies)")
        return 0
    result = measure(shared, options.rounds, options.articles)
    print(json.dumps(result, indent=2))
    shares = steps.measure(shared, options.articles)
    print(json.dumps(shares, indent=2))
    kept = result["ratio_to_parse"] <= RATIO and result["peak_memory_mb"] <= MEMORY_MB
    print(f"bounds: at most {RATIO} times the parse, at most {MEMORY_MB} MB: {'kept' if kept else 'NOT KEPT'}")
    for name, bound in steps.BOUNDS.items():
        cheap = shares[name] <= bound
        print(f"bounds: {name} at most {bound:.0%} of the parse: {'kept' if cheap else 'NOT KEPT'}")
        kept = kept and cheap
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())

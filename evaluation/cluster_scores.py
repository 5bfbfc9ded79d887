"""Scores of coreference: MUC, B-cubed, CEAF with entities, and their mean, over one list of mentions.

One rule: both sides cluster the same mentions; one that a side does not have is a cluster of its own there.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping, Sequence

Labels = Sequence[Hashable]
"""The cluster of each mention, in order."""


def conll(gold: Labels, found: Labels) -> dict[str, float]:
    """F1 of each measure and their mean, as the shared tasks on coreference have it (Pradhan and others 2014)."""
    b = b_cubed(gold, found)
    muc_f1 = f1(_muc(found, gold), _muc(gold, found))
    ceaf_f1 = ceaf(gold, found)
    return {
        "conll": (muc_f1 + b["f1"] + ceaf_f1) / 3,
        "muc": muc_f1,
        "b_cubed_p": b["p"],
        "b_cubed_r": b["r"],
        "b_cubed": b["f1"],
        "ceaf_e": ceaf_f1,
        "n": float(len(gold)),
    }


def f1(p: float, r: float) -> float:
    """The harmonic mean."""
    return 2 * p * r / (p + r) if p + r else 0.0


def b_cubed(gold: Labels, found: Labels) -> dict[str, float]:
    """Precision, recall, F1 over mentions (Bagga and Baldwin 1998)."""
    both = Counter(zip(gold, found, strict=True))
    golds, founds = Counter(gold), Counter(found)
    n = max(1, len(gold))
    p = sum(both[g, f] / founds[f] for g, f in zip(gold, found, strict=True)) / n
    r = sum(both[g, f] / golds[g] for g, f in zip(gold, found, strict=True)) / n
    return {"p": p, "r": r, "f1": f1(p, r)}


def _muc(key: Labels, response: Labels) -> float:
    """Recall of links: how much of each key cluster the response holds together (Vilain and others 1995)."""
    parts: dict[Hashable, list[Hashable]] = defaultdict(list)
    for k, r in zip(key, response, strict=True):
        parts[k].append(r)
    kept = sum(len(members) - len(set(members)) for members in parts.values())
    possible = sum(len(members) - 1 for members in parts.values())
    return kept / possible if possible else 0.0


def ceaf(gold: Labels, found: Labels) -> float:
    """F1 of the best one-to-one match of clusters, each pair worth 2·shared / (size + size) (Luo 2005)."""
    golds, founds = Counter(gold), Counter(found)
    worth: dict[Hashable, dict[Hashable, float]] = defaultdict(dict)
    for (g, f), shared in Counter(zip(gold, found, strict=True)).items():
        worth[g][f] = 2 * shared / (golds[g] + founds[f])
    total = sum(_best(part, worth) for part in _components(worth))
    return f1(total / max(1, len(founds)), total / max(1, len(golds)))


def _components(worth: Mapping[Hashable, Mapping[Hashable, float]]) -> list[list[Hashable]]:
    """Gold clusters that found clusters connect: only within one of these does a match concern another."""
    by_found: dict[Hashable, list[Hashable]] = defaultdict(list)
    for g, row in worth.items():
        for f in row:
            by_found[f].append(g)
    seen: set[Hashable] = set()
    parts: list[list[Hashable]] = []
    for start in worth:
        if start in seen:
            continue
        seen.add(start)
        part, todo = [], [start]
        while todo:
            g = todo.pop()
            part.append(g)
            for other in (o for f in worth[g] for o in by_found[f] if o not in seen):
                seen.add(other)
                todo.append(other)
        parts.append(part)
    return parts


def _best(part: Sequence[Hashable], worth: Mapping[Hashable, Mapping[Hashable, float]]) -> float:
    """The largest worth of a one-to-one match, by the Hungarian method (Kuhn 1955) on costs."""
    columns = sorted({f for g in part for f in worth[g]}, key=repr)
    if len(part) == 1 or len(columns) == 1:
        return max(worth[g][f] for g in part for f in worth[g])
    size = max(len(part), len(columns))
    cost = [[0.0] * (size + 1) for _ in range(size + 1)]
    for i, g in enumerate(part, 1):
        for j, f in enumerate(columns, 1):
            cost[i][j] = -worth[g].get(f, 0.0)
    return -_hungarian(cost, size)


def _hungarian(cost: Sequence[Sequence[float]], size: int) -> float:
    """The least cost of an assignment; rows and columns count from 1."""
    u, v, match = [0.0] * (size + 1), [0.0] * (size + 1), [0] * (size + 1)
    for row in range(1, size + 1):
        match[0], column = row, 0
        least, way, used = [float("inf")] * (size + 1), [0] * (size + 1), [False] * (size + 1)
        while match[column]:
            used[column] = True
            at, step, following = match[column], float("inf"), 0
            for j in range(1, size + 1):
                if used[j]:
                    continue
                reduced = cost[at][j] - u[at] - v[j]
                if reduced < least[j]:
                    least[j], way[j] = reduced, column
                if least[j] < step:
                    step, following = least[j], j
            for j in range(size + 1):
                if used[j]:
                    u[match[j]] += step
                    v[j] -= step
                else:
                    least[j] -= step
            column = following
        while column:
            match[column] = match[way[column]]
            column = way[column]
    return sum(cost[match[j]][j] for j in range(1, size + 1))

"""Boards that set things side by side: stances by party, figures by measure, coverage by outlet.

One rule: counts and places for the layout alone; nothing is averaged or left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sitroom.record import EventItem, EvidenceItem, FigureItem
from sitroom.views import selections
from sitroom.views.beside import Piece
from sitroom.views.brief import TIME_UNITS
from sitroom.views.coverage import coverage
from sitroom.views.lookup import Lookup
from sitroom.views.matrix import matrix
from sitroom.views.phrases import event_title, said_by, who_counts
from sitroom.views.variants import Variant, how_words, said_text
from sitroom.views.wording import amount_words, date_words, label, safe

_WIDE = 8


@dataclass(frozen=True, slots=True)
class Matrix:
    """Who takes stances toward whom: ``cells[holder][target]`` is a list of (stance, count)."""

    holders: tuple[tuple[str, str], ...]
    targets: tuple[tuple[str, str], ...]
    cells: dict[str, dict[str, list[tuple[str, int]]]]


def stance_matrix(events: Sequence[EventItem], lookup: Lookup) -> Matrix:
    """The matrix by state, those with most stances first; at most eight of a side."""
    counts: dict[tuple[str, str], dict[str, int]] = {}
    for counted in matrix(lookup.record, events):
        if counted.target is not None:
            counts.setdefault((counted.holder, counted.target), {})[counted.type] = len(counted.events)

    def ranked(side: int) -> tuple[tuple[str, str], ...]:
        weight: dict[str, int] = {}
        for pair, cell in counts.items():
            weight[pair[side]] = weight.get(pair[side], 0) + sum(cell.values())
        best = sorted(weight, key=lambda actor: (-weight[actor], lookup.name(actor)))[:_WIDE]
        return tuple((actor, lookup.name(actor)) for actor in best)

    cells: dict[str, dict[str, list[tuple[str, int]]]] = {}
    for (holder, target), cell in counts.items():
        found = sorted(cell.items(), key=lambda kv: (-kv[1], kv[0]))
        cells.setdefault(holder, {})[target] = [(label("types", kind), count) for kind, count in found]
    return Matrix(ranked(0), ranked(1), cells)


@dataclass(frozen=True, slots=True)
class Bar:
    """A figure on the scale of its group; ``low`` and ``high`` in per cent, ``None`` for an open end."""

    figure: FigureItem
    stated: str
    who: str
    as_of: str
    outlet: str
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class FigureGroup:
    """Figures of one measure; ``drawn`` says whether a scale tells more than the numbers."""

    title: str
    bars: tuple[Bar, ...]
    drawn: bool


def figure_board(lookup: Lookup) -> list[FigureGroup]:
    """Groups of figures, the most reported first."""
    groups: dict[str, list[FigureItem]] = {}
    for figure in selections.figures(lookup.record):
        groups.setdefault(figure.group or figure.id, []).append(figure)
    # Lengths of talks last: they stand beside their talks already.
    ordered = sorted(groups.values(), key=lambda g: g[0].unit in TIME_UNITS)
    return [_group(figures, lookup) for figures in ordered]


def _group(figures: list[FigureItem], lookup: Lookup) -> FigureGroup:
    top = max((max(f.low or 0, f.high or 0) for f in figures), default=0) or 1
    bars = tuple(
        Bar(
            f,
            amount_words(f.low, f.high, f.unit, f.modifier),
            who_counts(f, lookup),
            date_words(f.as_of),
            lookup.outlet(f.article),
            None if f.low is None else 100 * f.low / top,
            None if f.high is None else 100 * f.high / top,
        )
        for f in figures
    )
    about = [a for a in (figures[0].subject, figures[0].scope, figures[0].place) if a]
    title = safe(figures[0].measure) + "".join(f", {safe(a)}" for a in dict.fromkeys(about) if a.lower() not in
                                               figures[0].measure.lower())  # fmt: skip
    differ = len({(f.low, f.high, f.modifier) for f in figures}) > 1 and len({f.unit for f in figures}) == 1
    return FigureGroup(title, bars, differ)


@dataclass(frozen=True, slots=True)
class CoverageLine:
    """One thing that is reported, with the evidence of each outlet that has it.

    ``lacks`` are outlets that could have had it; others published before it was first told.
    """

    kind: str
    id: str
    text: str
    cells: tuple[EvidenceItem | None, ...]
    lacks: frozenset[str]
    origins: int


@dataclass(frozen=True, slots=True)
class CoverageBoard:
    """Which outlet has what."""

    outlets: tuple[str, ...]
    lines: tuple[CoverageLine, ...]


def coverage_board(lookup: Lookup, most: int = 40) -> CoverageBoard:
    """Contacts, plans and positions by outlet: those that most have, and those that one alone lacks, first."""
    record = lookup.record
    outlets = tuple(sorted({lookup.outlet(a.id) for a in record.articles}))
    chosen = {
        e.id: e for e in (*selections.contacts(record), *selections.agenda(record), *selections.positions(record))
    }
    lines = []
    names = {a.outlet or a.path: lookup.outlet(a.id) for a in record.articles}
    covered = {c.event: c for c in coverage(record, chosen.values())}
    for event in chosen.values():
        has: dict[str, EvidenceItem] = {}
        for evidence in event.evidence:
            has.setdefault(lookup.outlet(evidence.article), evidence)
        day = date_words(event.date)
        text = event_title(event, lookup) + (f", {day}" if day else "")
        lacks = frozenset(names[o] for o in covered[event.id].lacks)
        cells = tuple(has.get(o) for o in outlets)
        lines.append(CoverageLine("event", event.id, text, cells, lacks, covered[event.id].origins))
    lines.sort(key=lambda line: (-sum(c is not None for c in line.cells), line.text, line.id))
    return CoverageBoard(outlets, tuple(line for line in lines if sum(c is not None for c in line.cells) > 1)[:most])


@dataclass(frozen=True, slots=True)
class QuotedLine:
    """One report of an utterance: who quotes it, how it stands to the fullest, and both in pieces where they part."""

    id: str
    who: str
    how: str
    evidence: EvidenceItem | None
    paraphrased: bool
    full: tuple[Piece, ...]
    here: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class QuotedBoard:
    """An utterance: the fullest report, and the others beside it."""

    fullest: QuotedLine
    others: tuple[QuotedLine, ...]


def quoted_board(variants: Sequence[Variant], lookup: Lookup) -> QuotedBoard:
    """Reports of an utterance, the fullest first."""
    lines = [
        QuotedLine(
            v.statement.id,
            said_by(v.statement, lookup),
            how_words(v, number == 0),
            v.evidence[0] if v.evidence else None,
            v.how == "paraphrased",
            v.full,
            v.here or (Piece(said_text(v.statement)),),
        )
        for number, v in enumerate(variants)
    ]
    return QuotedBoard(lines[0], tuple(lines[1:]))

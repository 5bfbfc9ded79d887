"""How one utterance is quoted: who has it in full, who cuts it, who has other words, who puts it in his own.

One rule: every report is laid beside the fullest one, word by word; which wording is right is not asked.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

from sitroom.link.wordings import Alignment, Word, align, both_quote, has_gap, relation, words_of
from sitroom.record import EvidenceItem, Record, StatementItem
from sitroom.views.assembly import plain_words
from sitroom.views.beside import OMITTED, Piece, Wording, differing, inline, omitted, pieces
from sitroom.views.lookup import Lookup
from sitroom.views.phrases import said_by
from sitroom.views.tables import Row, Table
from sitroom.views.wording import clip, listed

How = Literal["full", "cut", "part", "differs", "paraphrased"]
_ORDER: tuple[How, ...] = ("full", "differs", "cut", "part", "paraphrased")
_SHOWN = 4  # differences that a line names


@dataclass(frozen=True, slots=True)
class Variant:
    """One report of an utterance beside the fullest: ``differing`` pairs its words with those that stand here instead,
    ``omitted`` are its words that are missing here, in order.

    ``evidence`` are the parts of the report that have words of it, all parts where none has.

    ``full`` is the fullest and ``here`` this report in pieces, marked where they part, both empty where it paraphrases;
    ``inline`` the fullest on one line with this one's wording in brackets.

    ``how`` is ``full`` (all its words), ``cut`` (only its words, not all), ``part`` (a part of its words, and others),
    ``differs`` (the same passage, some words stand for others) or ``paraphrased`` (not quoted, or in other words).
    """

    statement: StatementItem
    how: How
    evidence: tuple[EvidenceItem, ...]
    differing: tuple[tuple[str, str], ...] = ()
    omitted: tuple[str, ...] = ()
    full: tuple[Piece, ...] = ()
    here: tuple[Piece, ...] = ()
    inline: str = ""


@dataclass(frozen=True, slots=True)
class Utterance:
    """All reports of one utterance, the fullest first; ``group`` is their common id."""

    group: str
    variants: tuple[Variant, ...]

    @property
    def fullest(self) -> StatementItem:
        """The report that quotes most."""
        return self.variants[0].statement

    @property
    def differs(self) -> bool:
        """Whether two quotations of the same words have other words."""
        return any(variant.differing for variant in self.variants)

    def by_article(self) -> list[Variant]:
        """The fullest report, and of each other article the one that is closest to it."""
        kept = {v.statement.article: v for v in sorted(self.variants, key=_closeness, reverse=True)}
        return [v for v in self.variants if kept[v.statement.article] is v]

    def line(self) -> dict[str, Any]:
        """The utterance as JSON's own types."""
        return {
            "kind": "utterance",
            "id": self.group,
            "speaker": self.fullest.speaker,
            "fullest": self.fullest.id,
            "variants": [
                {
                    "statement": v.statement.id,
                    "article": v.statement.article,
                    "speaker": v.statement.speaker,
                    "how": v.how,
                    "differing": [{"fullest": one, "here": other} for one, other in v.differing],
                    "omitted": list(v.omitted),
                    "evidence": [e.line() for e in v.evidence],
                }
                for v in self.variants
            ],
        }


def utterances(record: Record) -> list[Utterance]:
    """Utterances that articles of more than one origin report: those whose wording differs first, then the most told.

    Of a report and the report within it, the inner one stands for both.
    """
    origin = {article.id: article.origin or article.id for article in record.articles}
    groups: dict[str, list[StatementItem]] = defaultdict(list)
    for item in record.statements:
        if item.group:
            groups[item.group].append(item)
    kept = {key: items for key, items in groups.items() if len({origin.get(s.article, s.article) for s in items}) > 1}
    outer = {s.nested_in for items in kept.values() for s in items}
    told = record.statements
    found = [utterance(items, told) for _, items in sorted(kept.items()) if any(s.id not in outer for s in items)]
    return sorted(found, key=lambda u: (not u.differs, -len({v.statement.article for v in u.variants}), u.group))


def utterance(items: Iterable[StatementItem], told: Iterable[StatementItem] = ()) -> Utterance:
    """The reports of one group beside the fullest of them.

    ``told`` are the record's statements: words that a report lacks and its article quotes in another one of the same
    speaker are not left out.
    """
    kept = sorted(items, key=lambda s: s.id)
    first, *others = sorted(kept, key=_fullness, reverse=True)
    articles = {item.article for item in others}
    near = [s for s in told if s.article in articles and s.speakers == first.speakers and s.speakers]
    beside = [_beside(first, other, _elsewhere(first, other, near)) for other in others]
    return Utterance(first.group or first.id, (Variant(first, "full", tuple(first.evidence)), *beside))


def _elsewhere(fullest: StatementItem, item: StatementItem, told: Iterable[StatementItem]) -> list[EvidenceItem]:
    """Parts of other statements of the article that are words of the fullest report which this one lacks."""
    whole = _wording(fullest.evidence, True).words
    had = {at + i for at, _, n in align(whole, _wording(item.evidence, True).words).runs for i in range(n)}
    found = []
    for other in told:
        layers = {other.id, other.nested_in} & {item.id, item.nested_in} - {None}
        if other.article != item.article or other.group == item.group or layers:
            continue
        words = _wording(other.evidence, True).words
        runs = align(whole, words).runs if len(words) >= OMITTED else ()
        if any(n == len(words) and had.isdisjoint(range(at, at + n)) for at, _, n in runs):
            found += other.evidence
    return found


def _fullness(item: StatementItem) -> tuple[int, int]:
    words = _wording(item.evidence, item.statement_kind == "direct").words
    return sum(word.quoted for word in words), len(words)


def said_text(item: StatementItem) -> str:
    """The words of a statement on one line, its parts joined."""
    return plain_words(" ".join(e.quote for e in item.evidence))


def _wording(parts: Iterable[EvidenceItem], direct: bool) -> Wording:
    text = plain_words(" ".join(part.quote for part in parts))
    return Wording(text, words_of(text, direct))


def _beside(fullest: StatementItem, item: StatementItem, elsewhere: list[EvidenceItem]) -> Variant:
    parts = sorted([*item.evidence, *elsewhere], key=lambda part: part.start)
    full = _wording(fullest.evidence, fullest.statement_kind == "direct")
    here = _wording(parts, item.statement_kind == "direct")
    found = align(full.words, here.words)
    short, long = (full, here) if len(full.words) <= len(here.words) else (here, full)
    how = relation(short.words, long.words, found if short is full else align(here.words, full.words))
    evidence = _parts_with(parts, here.words, found)
    if how is None or not (both_quote(full.words, here.words, found) or how in ("same", "cut")):
        return Variant(item, "paraphrased", evidence)
    pairs, left_out = differing(full, here, found), omitted(full, found)
    if how == "differs" and not pairs:
        return Variant(item, "paraphrased", evidence)
    beside = pieces(full, here, found)
    name: How = "part" if how == "part" else "cut" if left_out or has_gap(here.text) else "differs" if pairs else "full"
    line = inline(full, here, found) if name != "full" else ""
    return Variant(item, name, evidence, pairs, left_out, *beside, line)


def _parts_with(parts: list[EvidenceItem], here: tuple[Word, ...], found: Alignment) -> tuple[EvidenceItem, ...]:
    """The parts of a report in which words of the fullest one stand."""
    shared = [here[at + i].start for _, at, size in found.runs for i in range(size)]
    kept, start = [], 0
    for part in parts:
        end = start + len(plain_words(part.quote))
        if any(start <= at < end for at in shared):
            kept.append(part)
        start = end + 1
    return tuple(kept or parts)


def how_words(variant: Variant, fullest: bool = False) -> str:
    """How a report stands to the fullest, in words."""
    name = {
        "full": "in full",
        "cut": f"cut by {sum(len(part.split()) for part in variant.omitted)} words" if variant.omitted else "cut",
        "part": "in part, with other words",
        "differs": "in other words",
        "paraphrased": "paraphrased",
    }[variant.how]
    if fullest:
        name = "fullest"
    pairs = [f"“{clip(here, 60)}” for “{clip(full, 60)}”" for full, here in variant.differing[:_SHOWN]]
    pairs += [f"without “{clip(words, 60)}”" for words in variant.omitted[:_SHOWN]]
    if len(variant.differing) > _SHOWN:
        pairs.append(f"{len(variant.differing) - _SHOWN} more")
    return f"{name}: {listed(pairs)}" if pairs else name


def reported_in(known: Iterable[Utterance], part: Record) -> list[Utterance]:
    """The utterances of which a part of the record holds some report, with all their reports."""
    ids = {item.id for item in part.statements}
    return [one for one in known if any(variant.statement.id in ids for variant in one.variants)]


_LEGEND = "Below a report the fullest one: [−left out here−], [words of the fullest → those here], [+only here]."


def variants_table(known: Iterable[Utterance], lookup: Lookup) -> Table:
    """The utterances as a table: the fullest report and one of each other article; who spoke, where they differ."""
    rows = []
    marked = False
    for one in known:
        for number, variant in enumerate(one.by_article()):
            item = variant.statement
            who = said_by(item, lookup) if number == 0 or _other_speaker(one.fullest, item) else "″"
            cells = (who, how_words(variant, number == 0), lookup.outlet(item.article))
            rows.append(Row("statement", item.id, cells, variant.evidence, variant.inline))
            marked = marked or bool(variant.inline)
    return Table(
        "variants",
        "How they are quoted",
        ("Who said it", "How it is quoted", "Outlet"),
        tuple(rows),
        1,
        "No statement is reported by more than one article.",
        (_LEGEND,) if marked else (),
    )


def _closeness(variant: Variant) -> int:
    return _ORDER.index(variant.how)


def _other_speaker(one: StatementItem, other: StatementItem) -> bool:
    return set(one.speakers) != set(other.speakers)

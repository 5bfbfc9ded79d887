"""The brief: one page of sentences, each with the evidence it rests on.

One rule: a pure function of the record; what has no evidence is not said. Which items come in is a
matter of how many independent texts report them, how much they weigh and how late they are, never of
how well they read.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import Literal

from sitroom.model import POSITION_TYPES
from sitroom.record import DisagreementItem, EventItem, EvidenceItem, FigureItem, Item, Record, ReferenceItem
from sitroom.views import selections, sentences
from sitroom.views.filters import evidence_in
from sitroom.views.lookup import Lookup
from sitroom.views.passages import one_each
from sitroom.views.phrases import telling

SectionName = Literal["happened", "positions", "contested", "figures", "next"]
_LIMITS: dict[SectionName, int] = {"happened": 9, "positions": 12, "contested": 6, "figures": 4, "next": 8}
_TITLES: dict[SectionName, str] = {
    "happened": "What happened",
    "positions": "Where each party stands",
    "contested": "What is contested",
    "figures": "The figures",
    "next": "What comes next",
}
_PARTIES, _PER_PARTY, _EVIDENCE = 5, 3, 8
TIME_UNITS = frozenset({"minute", "hour", "day", "week", "month", "year", "second"})
_MONTH, _YEAR = 31, 366
_OF_A_KIND = {"CONSULT": 6}
_LARGE, _TELLING = 1000, 5


class Sentence(Item):
    """One line of the brief. ``party`` is whose stand it is, in that section alone."""

    kind: Literal["sentence"] = "sentence"
    section: SectionName
    party: str | None
    text: str
    outlets: list[str]
    evidence: list[EvidenceItem]
    items: list[ReferenceItem]


class Section(Item):
    """Sentences under one heading; never empty."""

    name: SectionName
    title: str
    sentences: list[Sentence]


class Brief(Item):
    """One page: what was read, and what it says."""

    title: str
    articles: int
    origins: int
    outlets: list[str]
    unsigned: int
    first: str | None
    last: str | None
    undated: int
    sections: list[Section]

    def sentences(self) -> list[Sentence]:
        """All sentences in order."""
        return [sentence for section in self.sections for sentence in section.sentences]


def compose(record: Record, title: str = "Brief") -> Brief:
    """The brief of a record."""
    made = _Composer(record)
    found = {
        "happened": made.happened(),
        "positions": made.positions(),
        "contested": made.contested(),
        "figures": made.figures(),
        "next": made.next(),
    }
    days = sorted(a.published for a in record.articles if a.published)
    return Brief(
        title=title,
        articles=len(record.articles),
        origins=made.lookup.origins(a.id for a in record.articles),
        outlets=sorted({a.outlet for a in record.articles if a.outlet}),
        unsigned=sum(not a.outlet for a in record.articles),
        first=days[0] if days else None,
        last=days[-1] if days else None,
        undated=sum(not a.published for a in record.articles),
        sections=[
            Section(name=name, title=_TITLES[name], sentences=found[name]) for name in _TITLES if found[name]
        ],
    )  # fmt: skip


class _Composer:
    """Chooses items section by section and says no words twice."""

    def __init__(self, record: Record) -> None:
        self.record, self.lookup = record, Lookup.of(record)
        self.today = max((a.published for a in record.articles if a.published), default=None)
        self.said: set[str] = set()

    def happened(self) -> list[Sentence]:
        events = [
            e for e in self.record.events
            if e.status in ("occurred", "ongoing") and e.type not in POSITION_TYPES and e.evidence
        ]  # fmt: skip
        made: list[tuple[EventItem, Sentence]] = []
        kinds: Counter[str] = Counter()
        for event in sorted(events, key=self._weight):
            if (
                len(made) == _LIMITS["happened"]
                or kinds[event.type] == _OF_A_KIND.get(event.type, 2)
                or self._out_of_time(event)
            ):
                continue
            if event.type == "CONSULT" and (event.actors or event.recipients):
                text, evidence = sentences.contact_sentence(event, self.lookup), telling(event)
            else:
                text, evidence = sentences.act_sentence(event, self.lookup)
            if sentence := self._sentence("happened", text, evidence, event):
                made.append((event, sentence))
                kinds[event.type] += 1
        return [s for _, s in sorted(made, key=lambda pair: (selections.day_key(pair[0].date), pair[0].id))]

    def _out_of_time(self, event: EventItem) -> bool:
        """Whether the event lies after the last report, or so far back that it is background."""
        long_past = bool(event.date and self.today and selections.days_between(event.date, self.today) > _YEAR)
        return long_past or self._ahead(event)

    def _ahead(self, event: EventItem) -> bool:
        """Whether the event lies after the last report, which therefore cannot tell that it took place."""
        return bool(event.date and self.today and selections.day_key(event.date)[0] > selections.day_key(self.today)[1])

    def positions(self) -> list[Sentence]:
        parties: dict[str, list[EventItem]] = {}
        for event in selections.positions(self.record):
            if event.evidence and event.status in ("occurred", "ongoing") and self._has_name(event.actors[:1]):
                parties.setdefault(self.lookup.state(event.actors[0]), []).append(event)
        ordered = sorted(
            parties.items(), key=lambda p: (-len({e.article for v in p[1] for e in v.evidence}), -len(p[1]), p[0])
        )
        made: list[Sentence] = []
        for party, events in ordered[:_PARTIES]:
            made += self._party(party, events)
        return made[: _LIMITS["positions"]]

    def _has_name(self, actors: list[str]) -> bool:
        """Whether the first holder has a name of its own: "the analysts" are no party."""
        name = (
            re.sub(r"^(?:the|an?) ", "", self.lookup.name(self.lookup.state(actors[0])), flags=re.I) if actors else ""
        )
        return name[:1].isupper()

    def _party(self, party: str, events: list[EventItem]) -> list[Sentence]:
        made: list[Sentence] = []
        types: dict[str, int] = {}
        for event in sorted(events, key=self._weight):
            # Two of one type at most, so that a party's refusals do not crowd out what it offers.
            if len(made) == _PER_PARTY or types.get(event.type, 0) == 2:
                continue
            text, evidence = sentences.position_sentence(event, self.lookup)
            if not event.content and len(evidence[0].quote.split()) < _TELLING:
                continue
            if sentence := self._sentence("positions", text, evidence, event, party=self.lookup.name(party)):
                types[event.type] = types.get(event.type, 0) + 1
                made.append(sentence)
        return made

    def contested(self) -> list[Sentence]:
        made = [
            self._sentence("contested", sentences.disagreement_sentence(d, self.lookup), evidence_in(d), d)
            for d in selections.disagreements(self.record)
            if (len(d.values) > 1 or d.verdict == "one-sided") and not self._said_elsewhere(d)
        ]
        return [s for s in made if s][: _LIMITS["contested"]]

    def _said_elsewhere(self, item: DisagreementItem) -> bool:
        """Numbers stand side by side under the figures; a day within a week is no difference worth a line."""
        return item.field == "value" or (item.field == "date" and item.verdict == "compatible")

    def figures(self) -> list[Sentence]:
        groups: dict[str, list[FigureItem]] = {}
        for figure in selections.figures(self.record):
            if figure.evidence and figure.unit not in TIME_UNITS:
                groups.setdefault(figure.group or figure.id, []).append(figure)
        telling = [
            g for g in groups.values() if _size(g) >= _LARGE or (_size(g) >= 20 and len({f.article for f in g}) > 1)
        ]
        ordered = sorted(telling, key=lambda g: (-len({f.article for f in g}), -_size(g), g[0].id))
        made = [
            self._sentence(
                "figures", sentences.figures_sentence(g, self.lookup), (e for f in g for e in f.evidence), *g
            )
            for g in ordered[: _LIMITS["figures"]]
        ]
        return [s for s in made if s]

    def next(self) -> list[Sentence]:
        made: list[Sentence | None] = []
        for event in selections.agenda(self.record):
            if not self._tells(event):
                continue
            if event.status in ("scheduled", "proposed", "cancelled") or self._ahead(event):
                text = sentences.plan_sentence(event, self.lookup, self.today)
                made.append(self._sentence("next", text, event.evidence, event))
        for trigger in sorted(self.record.triggers, key=lambda t: (-len(t.commitments), t.id))[:3]:
            text, evidence = sentences.trigger_sentence(trigger, self.lookup)
            made.append(self._sentence("next", text, evidence, trigger))
        forecasts = [e for e in self.record.events if e.status == "forecast" and e.evidence and e.type != "CONSULT"]
        for event in sorted(forecasts, key=self._weight)[:3]:
            text, evidence = sentences.forecast_sentence(event, self.lookup)
            made.append(self._sentence("next", text, evidence, event))
        return [s for s in made if s][: _LIMITS["next"]]

    def _tells(self, event: EventItem) -> bool:
        """Whether a plan says with whom, or at least when or in which round."""
        parties = self.lookup.together((*event.actors, *event.recipients))
        return len(parties) > 1 or bool(parties and (event.date or event.forum))

    def _weight(self, event: EventItem) -> tuple[float, str]:
        """What comes first: many independent texts, talks, weighty acts; long-past background last."""
        score = 2.0 * self.lookup.origins(e.article for e in event.evidence) + abs(event.intensity) / 4
        score += 2 * (event.type == "CONSULT") + (event.date is not None)
        if event.type in POSITION_TYPES:
            score += 2 * bool(event.content) + bool(event.recipients) + bool(event.condition)
        if event.date and self.today:
            age = selections.days_between(event.date, self.today)
            score -= 3 if age > 3 * _MONTH else 0
        return -score, event.id

    def _sentence(
        self, section: SectionName, text: str, evidence: Iterable[EvidenceItem], *items: Item, party: str | None = None
    ) -> Sentence | None:
        grounds = one_each(evidence)
        if not text or not grounds or text in self.said:
            return None
        words = {f"{section} {e.article}:{e.start}" for e in grounds[:1] if section not in ("contested", "figures")}
        if words & self.said:
            return None
        self.said |= {text, *words}
        return Sentence(
            section=section,
            party=party,
            text=text,
            outlets=self.lookup.outlets(grounds),
            evidence=_spread(grounds)[:_EVIDENCE],
            items=[ReferenceItem(kind=getattr(i, "kind", ""), id=getattr(i, "id", "")) for i in items],
        )


def _size(group: list[FigureItem]) -> float:
    return max(max(f.low or 0, f.high or 0) for f in group)


def _spread(evidence: list[EvidenceItem]) -> list[EvidenceItem]:
    """The first piece as it is, then the fullest of each other article, then the rest."""
    best: dict[str, EvidenceItem] = {e.article: e for e in evidence[:1]}
    for one in sorted(evidence[1:], key=lambda e: (len(e.quote) > 300, -len(e.quote))):
        best.setdefault(one.article, one)
    first = list(best.values())
    return first + [e for e in evidence if e not in first]

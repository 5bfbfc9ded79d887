"""The life of a position: stated, repeated, hardened or softened, refused, withdrawn, met, expired.

One rule: a step is what an article says, with its words and the reason; what reports leave out changes nothing, and a
deadline alone makes a step without a report, which says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from typing import Literal

from sitroom.link.concepts import Gist, gist, likeness
from sitroom.link.parties import Parties
from sitroom.link.positions import ENOUGH, content_of, country_names
from sitroom.link.words import stem
from sitroom.model import POSITION_TYPES, EventType
from sitroom.record import EventItem, HistoryItem
from sitroom.resources import listed
from sitroom.values import bounds
from sitroom.views.assembly import Assembly, evidence, plain_words, sorted_evidence
from sitroom.views.firmness import change, forms_of
from sitroom.views.told import Told

Kind = tuple[EventType, str | None]
_ASKED = frozenset({"proposed", "scheduled", "conditional"})
_DONE = frozenset({"occurred", "ongoing"})
_BY_TARGET = frozenset({"REQUEST"})
_BY_HOLDER = frozenset({"AGREE", "THREATEN"})


@dataclass(frozen=True, slots=True)
class Stance:
    """A position with its mentions in the order of publication, the sides of both parties and what it speaks of."""

    item: EventItem
    mentions: tuple[Told, ...]
    holders: frozenset[str]
    targets: frozenset[str]
    about: Gist

    @property
    def since(self) -> str:
        """The day on which it is first reported; after every day where none is known."""
        return self.mentions[0].published or "9999"


def with_histories(assembly: Assembly, told: Mapping[str, list[Told]], made: Iterable[EventItem]) -> list[EventItem]:
    """The events in their order, positions with their histories."""
    events = list(made)
    histories = Histories(assembly, told, {e.id: e for e in events})
    return [e.model_copy(update={"history": histories.of(e.id)}) if e.type in POSITION_TYPES else e for e in events]


class Histories:
    """Histories of the positions among the events of one record."""

    def __init__(self, assembly: Assembly, told: Mapping[str, list[Told]], made: Mapping[str, EventItem]) -> None:
        self._told, self._made = told, made
        self._parties = Parties.of(assembly.articles, assembly.actor_of)
        self._latest = max((a.article.published or "" for a in assembly.articles), default="")
        self._stances = {key: self._stance(item) for key, item in sorted(made.items()) if item.type in POSITION_TYPES}

    def of(self, key: str) -> list[HistoryItem]:
        """Every step in the life of a position, by date."""
        stance = self._stances[key]
        steps = [*_reports(stance), *self._refusals(stance), *self._withdrawals(stance), *self._deeds(stance)]
        if not any(s.change in ("met", "withdrawn") for s in steps) and (end := self._expired(stance)):
            steps.append(end)
        return sorted(steps, key=lambda s: (s.date or "9999", s.change != "first", s.article, s.change))

    def _stance(self, item: EventItem) -> Stance:
        mentions = tuple(sorted(self._told[item.id], key=_order))
        holders, targets = self._parties.sides(item.actors), self._parties.sides(item.recipients)
        fullest = max(mentions, key=lambda t: len(_content(t)))
        return Stance(
            item, mentions, holders, targets - holders, gist(_content(fullest), country_names(holders | targets))
        )

    def _refusals(self, stance: Stance) -> list[HistoryItem]:
        """Refusals by the target of what is asked or offered."""
        if not _refusable(stance):
            return []
        return [
            _answer(stance, other, "refused", "refused by the other side")
            for other in self._stances.values()
            if other.item.type == "REJECT"
            and other.holders & stance.targets
            and (not other.targets or other.targets & stance.holders)
            and other.since >= stance.since
            and not _all_words(other, "denials")
            and _alike(stance, other)
        ]

    def _withdrawals(self, stance: Stance) -> list[HistoryItem]:
        """Where the holder is reported to drop what was demanded, threatened or promised."""
        return [
            _answer(stance, other, "withdrawn", "taken back")
            for other in self._stances.values()
            if other.item.type == "CONCEDE"
            and other.item.id != stance.item.id
            and other.holders & stance.holders
            and other.since > stance.since
            and other.item.status in _DONE
            and _takes_back(other)
            and _alike(stance, other)
        ]

    def _deeds(self, stance: Stance) -> list[HistoryItem]:
        """The first later deed that does what was asked, promised or threatened."""
        kind = stance.item.type
        doers = stance.targets if kind in _BY_TARGET else stance.holders if kind in _BY_HOLDER else frozenset()
        if not doers or _denied(stance):
            return []
        asked = {
            (other.type, other.mode if other.type == "RETREAT" else None)
            for t in stance.mentions
            for other in t.annotated.events
            if t.event.content and t.event.content.covers(other.trigger)
            and other.type not in POSITION_TYPES and other.status in _ASKED
        }  # fmt: skip
        found = [e for e in self._made.values() if self._does(e, asked, doers, stance)]
        first = min(found, key=lambda e: (e.date or "", e.id), default=None)
        if first is None:
            return []
        words = {"THREATEN": "carried out", "AGREE": "kept"}.get(kind, "done as asked")
        report = min(first.reports, key=lambda r: (r.date or "9999", r.article))
        return [
            HistoryItem(
                article=report.article, date=first.date, change="met", why=f"{words}: {first.type} on {first.date}",
                evidence=sorted_evidence([*report.evidence]), by=first.id,
            )
        ]  # fmt: skip

    def _does(self, deed: EventItem, asked: Set[Kind], doers: frozenset[str], stance: Stance) -> bool:
        if (deed.type, deed.mode if deed.type == "RETREAT" else None) not in asked or deed.status not in _DONE:
            return False
        when = bounds(deed.date)
        if when is None or when.first is None or when.first.isoformat() <= stance.since[:10]:
            return False
        if not self._parties.sides(deed.actors) & doers:
            return False
        sides = stance.holders | stance.targets
        spoken = gist(" ".join(e.quote for e in deed.evidence[:2]), country_names(sides))
        return bool(
            spoken.acts & stance.about.acts and (spoken.things & stance.about.things or not stance.about.things)
        )

    def _expired(self, stance: Stance) -> HistoryItem | None:
        """The step of a deadline that passed before the last report."""
        due = [(t, t.event.deadline) for t in stance.mentions if t.event.deadline and t.event.deadline.edtf]
        if not due or due[-1][1] is None or stance.item.type not in (_BY_TARGET | _BY_HOLDER):
            return None
        told, deadline = due[-1][0], due[-1][1]
        end = bounds(deadline.edtf)
        if end is None or end.last is None or end.last.isoformat() >= self._latest:
            return None
        words = plain_words(deadline.span.of(told.text))
        return HistoryItem(
            article=told.article,
            date=end.last.isoformat(),
            change="expired",
            why=f"the deadline ({words}) passed; no report up to {self._latest} says that it was met",
            evidence=[evidence(told.annotated.article, deadline.span)],
        )


def _order(told: Told) -> tuple[str, str, int]:
    return told.published or "9999", told.article, told.event.trigger.start


def _content(told: Told) -> str:
    """What a mention says is demanded, threatened or promised."""
    return content_of(told.event).of(told.text)


def _reports(stance: Stance) -> list[HistoryItem]:
    """One step an article: first stated, then repeated, harder or softer than before."""
    by_article: dict[str, list[Told]] = {}
    for told in stance.mentions:
        by_article.setdefault(told.article, []).append(told)
    steps: list[HistoryItem] = []
    before: list[Told] = []
    for article, mentions in by_article.items():
        date = mentions[0].published
        later = bool(before and date and date > (before[-1].published or "9999"))
        step, why, rests = change(before, mentions) if later else ("repeated", None, [])
        steps.append(
            HistoryItem(
                article=article, date=date, change=step if before else "first", why=why,
                evidence=sorted_evidence([t.evidence for t in rests]),
            )
        )  # fmt: skip
        before = [*before, *mentions]
    return steps


def _alike(one: Stance, other: Stance) -> bool:
    """Whether two positions of different kinds speak of the same, apart from the words for a position."""
    if one.about.empty or other.about.empty:
        return False
    words = other.about.words - {stem(form) for name in ("withdrawn", "withdrawing") for form in forms_of(name)}
    rest = Gist(other.about.acts, other.about.things, words)
    return likeness(one.about, rest, {}) >= ENOUGH


def _refusable(stance: Stance) -> bool:
    """Whether somebody is asked to do something, or offered something, that he may refuse."""
    if not stance.targets or _denied(stance):
        return False
    return stance.item.type == "REQUEST" or (stance.item.type == "AGREE" and _all_words(stance, "offering"))


def _all_words(stance: Stance, name: str) -> bool:
    """Whether the word that names the position is of a list, or stands beside one of it, in every mention."""
    return all(
        {word.casefold().strip('.,"“”') for word in t.event.evidence.of(t.text).split()} & forms_of(name)
        for t in stance.mentions
    )


def _takes_back(stance: Stance) -> bool:
    """Whether the words are those for dropping a demand, a threat, a promise."""
    for told in stance.mentions:
        text = told.text
        whole = told.event.evidence.join(told.event.content) if told.event.content else told.event.evidence
        found = {word.casefold().strip(".,") for word in whole.of(text).split()}
        if told.event.trigger.of(text).casefold() in forms_of("withdrawing") and found & forms_of("withdrawn"):
            return True
    return False


def _denied(stance: Stance) -> bool:
    """Whether what is asked or promised is not to be done."""
    return any(
        set(_content(t).casefold().replace("n't", " not ").split()) & listed("firmness", "negations")
        for t in stance.mentions
    )


def _answer(stance: Stance, other: Stance, change: Literal["refused", "withdrawn"], why: str) -> HistoryItem:
    told = other.mentions[0]
    return HistoryItem(
        article=told.article,
        date=told.published,
        change=change,
        why=why,
        evidence=[told.evidence],
        by=other.item.id,
    )

"""An actor in full: its names by outlet, its offices, its contacts and positions, what it says and what is said of it.

One rule: each line bears the words it rests on; nothing is inferred from silence.
"""

from __future__ import annotations

from collections.abc import Iterable

from sitroom.model import POSITION_TYPES
from sitroom.record import ActorItem, EventItem, EvidenceItem, FigureItem, Item, RoleItem, StatementItem
from sitroom.views import selections
from sitroom.views.filters import actors_in
from sitroom.views.lines import Group, Line, quotes
from sitroom.views.lookup import Found, Lookup
from sitroom.views.phrases import event_title, said_by, telling
from sitroom.views.wording import amount_words, counted, date_words, label, listed, quoted, safe

_OUTLETS = 3
_CLIPPED = 120


def profile_fields(item: ActorItem, lookup: Lookup) -> list[tuple[str, str]]:
    """Type, country, for which state it acts, how many articles name it."""
    articles = {article for alias in item.aliases for article in alias.articles}
    outlets = list(dict.fromkeys(lookup.outlet(a) for a in sorted(articles)))
    return [
        ("type", item.type + (f", {safe(item.subtype).replace('_', ' ')}" if item.subtype else "")),
        ("country", item.country or ""),
        ("acts for", lookup.name(state) if (state := lookup.state(item.id)) != item.id else ""),
        ("wikidata", item.wikidata or ""),
        ("named in", f"{counted(len(articles), 'article')} by {listed(outlets, 4)}" if articles else ""),
    ]  # fmt: skip


def profile(item: ActorItem, lookup: Lookup) -> list[Group]:
    """The groups of an actor's page."""
    found = _Related.of(item, lookup)
    acting = [a for a in lookup.record.actors if a.id != item.id and lookup.state(a.id) == item.id]
    return [
        Group("Roles", tuple(_role(r, lookup) for r in item.roles)),
        Group("Names, by outlet", _names(item, lookup)),
        Group("Contacts", tuple(_event(e, lookup) for e in found.contacts)),
        Group("Talks ahead, or once planned", tuple(_event(e, lookup) for e in found.agenda)),
        Group("Positions it takes", tuple(_event(e, lookup) for e in found.held)),
        Group("Positions toward it", tuple(_event(e, lookup) for e in found.toward)),
        Group("Other events", tuple(_event(e, lookup) for e in found.deeds)),
        Group("What it says", tuple(_statement(s, lookup) for s in found.says)),
        Group("What is said of it", tuple(_statement(s, lookup) for s in found.said)),
        Group("Figures it gives", tuple(_figure(f, lookup) for f in found.figures)),
        Group("Who acts for it", tuple(
            Line(safe(a.name) + "".join(f", {safe(r.title)}" for r in a.roles[:1]), (), "actor", a.id)
            for a in acting)),
    ]  # fmt: skip


def related(item: ActorItem, lookup: Lookup) -> list[Item]:
    """The items that an actor's page is made from, each once: events, statements by and about it, figures it gives."""
    found = _Related.of(item, lookup)
    groups: list[Iterable[Found]] = [
        found.contacts, found.agenda, found.held, found.toward, found.deeds, found.says, found.said, found.figures
    ]  # fmt: skip
    return list({x.id: x for group in groups for x in group}.values())


class _Related:
    """Items of the record that have to do with an actor."""

    def __init__(self) -> None:
        self.contacts: list[EventItem] = []
        self.agenda: list[EventItem] = []
        self.held: list[EventItem] = []
        self.toward: list[EventItem] = []
        self.deeds: list[EventItem] = []
        self.says: list[StatementItem] = []
        self.said: list[StatementItem] = []
        self.figures: list[FigureItem] = []

    @classmethod
    def of(cls, item: ActorItem, lookup: Lookup) -> _Related:
        made, record = cls(), lookup.record
        own = [e for e in record.events if item.id in set(actors_in(e))]
        part = record.model_copy(update={"events": own})
        made.contacts, agenda = selections.contacts(part), selections.agenda(part)
        taken = {e.id for e in made.contacts}
        made.agenda = [e for e in agenda if e.id not in taken]
        positions = selections.positions(part)
        made.held = [e for e in positions if item.id in e.actors]
        made.toward = [e for e in positions if item.id in e.recipients and item.id not in e.actors]
        shown = {e.id for group in (made.contacts, made.agenda, made.held, made.toward) for e in group}
        made.deeds = [e for e in selections.events(part) if e.id not in shown]
        statements = selections.statements(record)
        made.says = [s for s in statements if item.id in (s.speaker, *s.speakers)]
        mine = {s.id for s in made.says}
        spans = _spans(item)
        made.said = [s for s in statements if s.id not in mine and any(_within(spans, e) for e in s.evidence)]
        made.figures = [f for f in selections.figures(record) if f.source == item.id]
        return made


def _spans(item: ActorItem) -> dict[str, list[tuple[int, int]]]:
    """Where each article names the actor."""
    found: dict[str, list[tuple[int, int]]] = {}
    for alias in item.aliases:
        for evidence in alias.evidence:
            found.setdefault(evidence.article, []).append((evidence.start, evidence.end))
    return found


def _within(spans: dict[str, list[tuple[int, int]]], evidence: EvidenceItem) -> bool:
    return any(evidence.start <= start and end <= evidence.end for start, end in spans.get(evidence.article, ()))


def _role(role: RoleItem, lookup: Lookup) -> Line:
    title = safe(role.title) + (f" of {lookup.name(role.of)}" if role.of else "")
    since, until = date_words(role.from_), date_words(role.to)
    when = f", {since or '…'} to {until or '…'}" if since or until else ""
    stated = listed(lookup.outlets(role.evidence), 4)
    return Line(f"{title}{when}, as stated by {stated}", quotes(_one_an_outlet(role.evidence, lookup)[:2], lookup))


def _names(item: ActorItem, lookup: Lookup) -> tuple[Line, ...]:
    """Each name with the outlets that use it and how often, the commonest first."""
    lines = []
    for alias in sorted(item.aliases, key=lambda a: (-len(a.articles), -len(a.evidence), a.text)):
        counts: dict[str, int] = {}
        for evidence in alias.evidence:
            outlet = lookup.outlet(evidence.article)
            counts[outlet] = counts.get(outlet, 0) + 1
        said = ", ".join(f"{outlet} ({count})" for outlet, count in sorted(counts.items(), key=lambda x: (-x[1], x[0])))
        shown = _one_an_outlet(alias.evidence, lookup)[:_OUTLETS]
        lines.append(Line(f"{safe(alias.text)}: {said}", quotes(shown, lookup)))
    return tuple(lines)


def _one_an_outlet(evidence: Iterable[EvidenceItem], lookup: Lookup) -> list[EvidenceItem]:
    return list({lookup.outlet(e.article): e for e in reversed(list(evidence))}.values())[::-1]


def _event(event: EventItem, lookup: Lookup) -> Line:
    status = "" if event.type in POSITION_TYPES else f" ({label('statuses', event.status)})"
    words = f": {quoted(event.content[0].quote, _CLIPPED)}" if event.type in POSITION_TYPES and event.content else ""
    text = f"{date_words(event.date) or 'no date'}: {event_title(event, lookup)}{status}{words}"
    return Line(text, quotes((event.content or telling(event))[:1], lookup), "event", event.id)


def _statement(item: StatementItem, lookup: Lookup) -> Line:
    day = date_words(item.date)
    words = quoted(item.evidence[0].quote, _CLIPPED) if item.evidence else ""
    text = f"{said_by(item, lookup)}{f', {day}' if day else ''}: {words} ({lookup.outlet(item.article)})"
    return Line(text, quotes(item.evidence[:1], lookup), "statement", item.id)


def _figure(item: FigureItem, lookup: Lookup) -> Line:
    text = f"{safe(item.measure)}: {amount_words(item.low, item.high, item.unit, item.modifier)}"
    return Line(text, quotes(item.evidence[:1], lookup), "figure", item.id)

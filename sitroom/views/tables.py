"""The views as tables: rows of plain words, each with the item's id and the evidence it rests on.

One rule: a cell holds text for people, already safe to print; the terminal and the web desk lay out
the same rows.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from sitroom.record import (
    ActorItem,
    DisagreementItem,
    EventItem,
    EvidenceItem,
    FigureItem,
    Item,
    Record,
    StatementItem,
    TimelineItem,
)
from sitroom.views import selections
from sitroom.views.lookup import Lookup
from sitroom.views.phrases import (
    about_words,
    claim_words,
    how,
    outlets,
    parties,
    status_words,
    telling,
    value_words,
    who_counts,
)
from sitroom.views.stories import Story
from sitroom.views.visits import mode_words
from sitroom.views.voices import by_words, day_words
from sitroom.views.wording import amount_words, clip, date_words, label, listed, safe


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table; ``id`` is ``None`` where the line is no item of its own.

    ``words`` stand below it on a terminal instead of those of its evidence.
    """

    kind: str
    id: str | None
    cells: tuple[str, ...]
    evidence: tuple[EvidenceItem, ...] = ()
    words: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A view laid out; ``words`` is the column below whose text the quoted words stand."""

    name: str
    title: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    words: int
    empty: str
    notes: tuple[str, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class View:
    """One view: what it selects from a record, and how a row of it reads."""

    name: str
    title: str
    help: str
    columns: tuple[str, ...]
    words: int
    empty: str
    select: Callable[[Record], Sequence[Item]]
    row: Callable[[Item, Lookup], Row]

    def table(self, record: Record, items: Sequence[Item] | None = None) -> Table:
        """The view of a record, or of items already selected from it."""
        lookup = Lookup.of(record)
        chosen = self.select(record) if items is None else items
        rows = tuple(self.row(item, lookup) for item in chosen)
        return Table(self.name, self.title, self.columns, rows, self.words, self.empty)


def contact_row(event: EventItem, lookup: Lookup) -> Row:
    """When, who with whom, how and how long, and who reports it."""
    return Row(
        "event",
        event.id,
        (
            date_words(event.date) or "no date",
            parties(event, lookup),
            how(event, lookup),
            status_words(event),
            outlets(event.evidence, lookup),
        ),
        tuple(telling(event)),
    )


def position_row(event: EventItem, lookup: Lookup) -> Row:
    """Who takes which stance toward whom, since when."""
    dates = [h.date for h in event.history if h.date]
    return Row(
        "event",
        event.id,
        (
            lookup.names(event.actors, 3) or "not named",
            label("types", event.type) + (", conditionally" if event.condition else ""),
            lookup.names(event.recipients, 3),
            date_words(event.date) or (f"reported {date_words(dates[0])}" if dates else "no date"),
            outlets(event.evidence, lookup),
        ),
        tuple(event.content or event.evidence),
    )


def event_row(event: EventItem, lookup: Lookup) -> Row:
    """When, who to whom, what, and whether it was done."""
    what = mode_words(event, lookup) if event.type == "CONSULT" else label("types", event.type)
    who = parties(event, lookup, "; " if event.type == "CONSULT" else " → ")
    cells = (date_words(event.date) or "no date", who, what, label("statuses", event.status))
    return Row("event", event.id, (*cells, outlets(event.evidence, lookup)), tuple(telling(event)))


def figure_row(figure: FigureItem, lookup: Lookup) -> Row:
    """What is counted, the number as stated, who counts, as of when."""
    about = [figure.subject, figure.scope, figure.place]
    stated = amount_words(figure.low, figure.high, figure.unit, figure.modifier)
    return Row(
        "figure",
        figure.id,
        (
            safe(figure.measure)
            + "".join(f", {safe(a)}" for a in about if a and a.lower() not in figure.measure.lower()),
            stated + ("" if figure.status in ("observed", "") else f" ({safe(figure.status)})"),
            who_counts(figure, lookup),
            date_words(figure.as_of),
            lookup.outlet(figure.article),
        ),
        tuple(figure.evidence),
    )


def disagreement_row(item: DisagreementItem, lookup: Lookup) -> Row:
    """What the reports differ on, and which says what."""
    says = "; ".join(f"{value_words(v.value)} ({listed([lookup.outlet(a) for a in v.articles])})" for v in item.values)
    verdict = label("verdicts", item.verdict) + (f": {safe(item.note)}" if item.note else "")
    cells = (about_words(item, lookup), label("fields", item.field), says, verdict)
    return Row("disagreement", item.id, cells, tuple(e for v in item.values for e in v.evidence[:2]))


def timeline_row(item: TimelineItem, lookup: Lookup) -> Row:
    """What happened on a day."""
    first = item.items[0] if item.items else None
    cells = (date_words(item.date), safe(item.summary), outlets(item.evidence, lookup))
    return Row(first.kind if first else "timeline", first.id if first else None, cells, tuple(item.evidence))


def actor_row(actor: ActorItem, lookup: Lookup) -> Row:
    """An actor with other names, offices and how many articles name it."""
    others = sorted({safe(a.text) for a in actor.aliases} - {actor.name}, key=lambda t: (len(t), t))
    roles = [safe(r.title) + (f" of {lookup.name(r.of)}" if r.of else "") for r in actor.roles]
    articles = {article for alias in actor.aliases for article in alias.articles}
    kind = actor.type + (f", {safe(actor.subtype).replace('_', ' ')}" if actor.subtype else "")
    cells = (
        safe(actor.name),
        kind,
        clip("; ".join(dict.fromkeys(roles)), 80),
        clip(", ".join(others), 160),
        str(len(articles)),
    )
    return Row("actor", actor.id, cells, tuple(e for alias in actor.aliases for e in alias.evidence[:1]))


def statement_row(item: StatementItem, lookup: Lookup) -> Row:
    """When, who said it on whose word, to whom, and where it stands."""
    to = lookup.names(item.addressees, 3)
    contact = lookup.by_id.get((item.asked and item.asked.contact) or "")
    if isinstance(contact, EventItem):
        day = date_words(contact.date)
        to = "; ".join(filter(None, (to, f"in the {mode_words(contact, lookup)}{f' of {day}' if day else ''}")))
    cells = (
        day_words(item, lookup),
        by_words(item, lookup),
        claim_words(item),
        to,
        lookup.outlet(item.article),
    )
    return Row("statement", item.id, cells, tuple(item.evidence))


def stories_table(stories: Sequence[Story]) -> Table:
    """The stories with their number of articles and their days of publication."""
    rows = tuple(
        Row("story", None, (safe(s.name), str(len(s.articles)), date_words(s.first), date_words(s.last)))
        for s in stories
    )
    return Table("stories", "Stories", ("Story", "Articles", "From", "To"), rows, 0, "The store holds no article.")


_CONTACT_COLUMNS = ("Date", "Who", "How", "Status", "Outlets")
VIEWS: dict[str, View] = {
    view.name: view
    for view in (
        View("contacts", "Contacts", "who spoke with whom, when, for how long and at whose request",
             _CONTACT_COLUMNS, 1, "No contact is reported.", selections.contacts, contact_row),  # type: ignore[arg-type]
        View("agenda", "Agenda", "talks that are planned or proposed, with what became of them",
             _CONTACT_COLUMNS, 1, "No talks are planned or proposed.", selections.agenda, contact_row),  # type: ignore[arg-type]
        View("positions", "Positions", "who demands, refuses, threatens, promises, supports, concedes or accuses",
             ("Holder", "Stance", "Toward", "Date", "Outlets"), 0, "No position is reported.",
             selections.positions, position_row),  # type: ignore[arg-type]
        View("events", "Events", "everything that was done, is planned, demanded, threatened or feared",
             ("Date", "Who", "What", "Status", "Outlets"), 1, "No event is reported.",
             selections.events, event_row),  # type: ignore[arg-type]
        View("figures", "Figures", "the numbers that go round: low, high, who counts, as of when",
             ("What is counted", "Stated", "Who counts", "As of", "Outlet"), 0, "No figure is reported.",
             selections.figures, figure_row),  # type: ignore[arg-type]
        View("compare", "Comparison", "where the reports differ, which says what, and how statements are quoted",
             ("About", "On", "Who says which", "Judged"), 2, "The reports do not differ.",
             selections.disagreements, disagreement_row),  # type: ignore[arg-type]
        View("timeline", "Timeline", "what happened, by day",
             ("Date", "What", "Outlets"), 1, "Nothing is dated.", selections.timeline, timeline_row),  # type: ignore[arg-type]
        View("actors", "Actors", "everyone and everything that acts, under all names",
             ("Name", "Type", "Roles", "Also called", "Articles"), 0, "No actor is named.",
             selections.actors, actor_row),  # type: ignore[arg-type]
        View("statements", "Statements", "who said what to whom, on whose word",
             ("Date", "Who said it", "How", "To", "Outlet"), 1, "No statement is reported.",
             selections.statements, statement_row),  # type: ignore[arg-type]
    )
}  # fmt: skip
"""Every view that is a table, by the name of its command."""

"""What can be asked of a desk: the record, its views, and why anything in it is as it is.

One rule: nothing here changes the store.
"""

from __future__ import annotations

from collections.abc import Sequence

from sitroom.desk.readback import ReadBack
from sitroom.link.corrections import Fate
from sitroom.record import (
    ActorItem,
    ArticleItem,
    DisagreementItem,
    EventItem,
    FigureItem,
    Record,
    StatementItem,
    TimelineItem,
)
from sitroom.store import Store
from sitroom.views import selections
from sitroom.views.filters import Filter, narrow
from sitroom.views.grounds import grounds
from sitroom.views.lines import Detail, Group
from sitroom.views.lookup import Found
from sitroom.views.sides import Sought, positions_between, statements_between
from sitroom.views.stories import Story


class Views:
    """The part of :class:`sitroom.desk.Desk` that reads."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._back = ReadBack(store)

    def record(self, story: str | None = None, wanted: Filter | None = None) -> Record:
        """The record of the store, or of one of its stories, narrowed to what is wanted.

        Raises:
            NotFoundError: there is no such story, or no actor or outlet that ``wanted`` names.
        """
        self._back.revision()
        return narrow(self._back.record(story), wanted or Filter())

    def revision(self) -> str:
        """Changes whenever the record may have changed, also by another process."""
        return self._back.revision()

    def stories(self) -> list[Story]:
        """The stories in the store, the one with most articles first."""
        self._back.revision()
        return self._back.stories

    def story(self, name: str) -> Story:
        """The story of a name, or the only one whose name holds it.

        Raises:
            NotFoundError: none does, or several do.
        """
        return self._back.story(name)

    def show(self, start: str) -> Found:
        """The item whose id, or the id of one of whose readings, begins so; the actor of a name.

        Raises:
            NotFoundError: there is none, or several.
        """
        self._back.revision()
        return self._back.find(start)

    def corrected(self) -> dict[str, list[Fate]]:
        """The corrections in force on each item, by its id."""
        self._back.revision()
        return self._back.corrected()

    def grounds(self, item: Found) -> list[Group]:
        """What was decided on the way to an item: how its dates were resolved, why its reports were joined."""
        return [*grounds(item, self._back.articles), *self._back.reasons.groups(item)]

    def why(self, asked: str, other: str | None = None) -> Detail:
        """Why an item is one: its readings, each link with score and reason, the judgements. Of two: why they are
        one, or why not. By ids, also of readings, or names of actors.

        Raises:
            NotFoundError: there is none, or several, or it is made of no readings.
        """
        self._back.revision()
        reasons = self._back.reasons
        return reasons.one(asked) if other is None else reasons.two(asked, other)

    def search(self, words: str) -> list[ArticleItem]:
        """Articles that hold all the words, best first."""
        by_id = {article.id: article for article in self.record().articles}
        return [by_id[key] for key in self._store.search(words) if key in by_id]

    def contacts(self, story: str | None = None, wanted: Filter | None = None) -> list[EventItem]:
        """Talks that took place or are under way."""
        return selections.contacts(self.record(story, wanted))

    def agenda(self, story: str | None = None, wanted: Filter | None = None) -> list[EventItem]:
        """Talks that are planned or proposed."""
        return selections.agenda(self.record(story, wanted))

    def positions(
        self,
        story: str | None = None,
        wanted: Filter | None = None,
        *,
        of: str | None = None,
        toward: str | None = None,
    ) -> list[EventItem]:
        """Demands, refusals, threats, promises and the like; of one actor, toward another, each by name or id.

        Raises:
            NotFoundError: no actor has that name.
        """
        found = selections.positions(self.record(story, wanted))
        return positions_between(found, self.record(story), of, toward)

    def figures(self, story: str | None = None, wanted: Filter | None = None) -> list[FigureItem]:
        """Numbers, those of one measure side by side."""
        return selections.figures(self.record(story, wanted))

    def disagreements(self, story: str | None = None, wanted: Filter | None = None) -> list[DisagreementItem]:
        """Where the reports differ."""
        return selections.disagreements(self.record(story, wanted))

    def timeline(self, story: str | None = None, wanted: Filter | None = None) -> list[TimelineItem]:
        """Dated lines in order."""
        return selections.timeline(self.record(story, wanted))

    def actors(self, story: str | None = None, wanted: Filter | None = None) -> list[ActorItem]:
        """Actors under all their names."""
        return selections.actors(self.record(story, wanted))

    def statements(
        self,
        story: str | None = None,
        wanted: Filter | None = None,
        *,
        by: str | None = None,
        to: str | Sequence[str] = (),
        about: str | None = None,
        since: str | None = None,
        until: str | None = None,
        unnamed: bool = False,
    ) -> list[StatementItem]:
        """Who is reported as saying what.

        ``by`` an actor: what it says, what its people say for it, and what it passes on of others; ``to`` an actor, or
        one of several: what is told to it or its people, or said in a contact with it. With either, ``asked`` of each
        statement says how it belongs to the actor. ``about``, ``since`` and ``until`` narrow as in a ``Filter`` and
        go before one; a statement without a day of its own has that of its article. ``unnamed`` leaves out named
        sources.

        Raises:
            NotFoundError: no actor has that name.
            ValueFormatError: ``since`` or ``until`` is no EDTF date.
        """
        wanted = wanted or Filter()
        narrowed = Filter(about or wanted.about, wanted.actor, wanted.outlet, since or wanted.since,
                          until or wanted.until)  # fmt: skip
        sought = Sought(by, (to,) if isinstance(to, str) else tuple(to), unnamed)
        return statements_between(selections.statements(self.record(story, narrowed)), self.record(story), sought)

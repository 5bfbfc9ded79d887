"""What is read back from the store and made of it: articles, links, judgements, records, stories.

One rule: each is made once and kept until the store says that it has changed, also by the hand of another process.
"""

from __future__ import annotations

from functools import cached_property

from sitroom.desk.building import REVISION
from sitroom.errors import NotFoundError
from sitroom.link.anchors import Judgeable
from sitroom.link.clusters import actor_ids, homes
from sitroom.link.corrections import Corrections, Fate, correct
from sitroom.model import AnnotatedArticle, Link, LocalActor
from sitroom.record import Record
from sitroom.store import Store
from sitroom.views.assemble import assemble
from sitroom.views.correcting import Bench
from sitroom.views.finding import find_item
from sitroom.views.lookup import LEAST, Found, Lookup, bare
from sitroom.views.stories import Story, stories
from sitroom.views.why import Reasons


class ReadBack:
    """What a store holds, made ready."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._revision: str | None = None
        self._records: dict[str | None, Record] = {}

    def forget(self) -> None:
        """Read everything again when it is next asked for."""
        self._records = {}
        for name in [name for name, made in vars(ReadBack).items() if isinstance(made, cached_property)]:
            vars(self).pop(name, None)

    def revision(self) -> str:
        """Changes whenever the record may have changed; what was kept of an earlier one is forgotten."""
        found = self._store.get_meta(REVISION) or ""
        if found != self._revision:
            self._revision = found
            self.forget()
        return found

    @cached_property
    def articles(self) -> list[AnnotatedArticle]:
        """Articles with their annotations."""
        return self._store.annotated()

    @cached_property
    def corrections(self) -> Corrections:
        """The analysts' judgements on these articles."""
        return correct(self._store.judgements(), self.articles)

    @cached_property
    def links(self) -> list[Link]:
        """The linkers' links and the analysts'."""
        return [*self._store.links(), *self.corrections.links]

    @cached_property
    def homes(self) -> dict[str, str]:
        """The item of every reading that can be judged, by its annotation id."""
        return homes(self.articles, self.links)

    @cached_property
    def fates(self) -> list[Fate]:
        """All judgements by time, with what became of each."""
        return self.corrections.fates(self.homes) if self.corrections.judgements else []

    def corrected(self) -> dict[str, list[Fate]]:
        """The judgements in force on each item, by its id."""
        found: dict[str, list[Fate]] = {}
        for fate in self.fates:
            if fate.state == "in force":
                for item in dict.fromkeys(self.homes[m] for side in fate.members for m in side):
                    found.setdefault(item, []).append(fate)
        return found

    def record(self, story: str | None = None) -> Record:
        """The record of the store, or of one of its stories.

        Raises:
            NotFoundError: there is no such story.
        """
        if story not in self._records:
            within = set(self.story(story).articles) if story is not None else None
            corrections = self.corrections
            amendments = corrections.amendments(self.homes) if corrections.judgements else {}
            self._records[story] = assemble(self.articles, self.links, amendments, within)
        return self._records[story]

    @cached_property
    def stories(self) -> list[Story]:
        """The stories in the store, the one with most articles first."""
        return stories(self.articles, actor_ids(self.articles, self.links))

    def story(self, name: str) -> Story:
        """The story of a name, or the only one whose name holds it.

        Raises:
            NotFoundError: none does, or several do.
        """
        wanted = name.casefold()
        found = [s for s in self.stories if s.name.casefold() == wanted]
        found = found or [s for s in self.stories if wanted in s.name.casefold()]
        if len(found) != 1:
            names = "; ".join(s.name for s in found or self.stories)
            raise NotFoundError(
                f"{'several stories are' if found else 'no story is'} called {name!r} (there are: {names})"
            )
        return found[0]

    @cached_property
    def reasons(self) -> Reasons:
        """Why readings are one, or are not."""
        lookup = Lookup.of(self.record())
        return Reasons(self.articles, self.links, self.homes, self.fates, lookup, self.find)

    def find(self, asked: str, kind: str | None = None) -> Found:
        """The item that is meant, also by the start of an id that it, or a reading of it, had before.

        Raises:
            NotFoundError: there is none, or several.
        """
        lookup = self.reasons.lookup
        try:
            return find_item(lookup, asked, self.homes, kind)
        except NotFoundError:
            found = {self.homes.get(member, "") for member in self._former(asked.strip().lower())}
            home = found.pop() if len(found) == 1 else ""
            if home in lookup.by_id and kind in (None, lookup.by_id[home].kind):
                return lookup.by_id[home]
            raise

    def _former(self, id_: str) -> list[str]:
        """Today's readings at the words of a reading that was replaced, or of an entry in the tables of facts."""
        anchors = self.reasons.anchors
        actors = [(key, x) for key, (_, x) in anchors.readings.items() if isinstance(x, LocalActor) and x.known]
        if named := [key for key, x in actors if str(x.known).replace("/", "-").lower() == id_]:
            return named
        kept = self._store.readings(id_) if len(bare(id_)) >= LEAST else []
        here = [(anchors.articles[a], x) for a, x in kept if a in anchors.articles and isinstance(x, Judgeable)]
        return [member for annotated, reading in here for member in anchors.instead(annotated, reading)]

    def bench(self) -> Bench:
        """What a judgement is made from."""
        lookup = self.reasons.lookup
        return Bench(self.articles, self._store.links(), self._store.judgements(), lookup, self.homes, self.find)

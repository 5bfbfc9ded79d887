"""What an analyst can do at a desk: judge, take back, and take over judgements from elsewhere.

One rule: a judgement is weighed before it is kept, and the record follows from it at once.
"""

from __future__ import annotations

from collections.abc import Sequence

from sitroom.config import Config
from sitroom.desk.building import link, stamp
from sitroom.desk.judging import Clock, analyst, now, signed, time_after
from sitroom.desk.views import Views
from sitroom.judgements import Act, Judgement, Subject
from sitroom.link.corrections import Fate
from sitroom.store import Store


class Correcting(Views):
    """The part of :class:`sitroom.desk.Desk` that judges; it reads what it judges."""

    def __init__(self, store: Store, config: Config, clock: Clock | None = None) -> None:
        super().__init__(store)
        self.config = config
        self._clock = clock or now

    def merge(self, one: str, other: str, reason: str, by: str | None = None, kind: str | None = None) -> Judgement:
        """Judge that two items, by id or name, are one; ``kind`` looks for ids of that kind alone ("event").

        Raises:
            NotFoundError: one of them cannot be found, or may be several.
            JudgementError: they are of different kinds, one already, or kept apart by a judgement in force.
        """
        return self._judge("merge", self._back.bench().merge(one, other, kind), reason, by)

    def split(
        self, whole: str, parts: Sequence[str], reason: str, by: str | None = None, kind: str | None = None
    ) -> Judgement:
        """Judge that readings of an item are not it: by id, article, outlet, or name; what stays is held together.

        Raises:
            NotFoundError: the item, or one of the parts in it, cannot be found.
            JudgementError: nothing, or all of it, would be taken out; or a judgement in force holds it together.
        """
        return self._judge("split", self._back.bench().split(whole, parts, kind), reason, by)

    def not_same(self, one: str, other: str, reason: str, by: str | None = None, kind: str | None = None) -> Judgement:
        """Judge that two items are not one and never become one, not even by way of a third.

        Raises:
            NotFoundError: one of them cannot be found, or may be several.
            JudgementError: they are one today, or judged so already.
        """
        return self._judge("not-same", self._back.bench().apart(one, other, kind), reason, by)

    def pin(self, item: str, reason: str, by: str | None = None, kind: str | None = None) -> Judgement:
        """Judge that an item is one as it stands: what it is made of stays together.

        Raises:
            NotFoundError: it cannot be found, or may be several.
            JudgementError: it is pinned already.
        """
        return self._judge("pin", self._back.bench().whole(item, kind), reason, by)

    def rename(self, actor: str, name: str, reason: str, by: str | None = None) -> Judgement:
        """Give an actor another name.

        Raises:
            NotFoundError: it cannot be found, or may be several.
            JudgementError: it is called so already.
        """
        return self._judge("rename", self._back.bench().renamed(actor, name), reason, by, name)

    def set_type(self, actor: str, type_: str, reason: str, by: str | None = None) -> Judgement:
        """Give an actor another type.

        Raises:
            NotFoundError: it cannot be found, or may be several.
            JudgementError: there is no such type, or it is of it already.
        """
        return self._judge("type", self._back.bench().typed(actor, type_), reason, by, type_)

    def undo(self, judgement: str, reason: str, by: str | None = None) -> Judgement:
        """Take back a judgement, by the start of its id; it stays listed. What was taken back can be so in turn.

        Raises:
            NotFoundError: there is none, or several.
            JudgementError: it was taken back before.
        """
        return self._judge("undo", (), reason, by, undoes=self._back.bench().undo(judgement))

    def history(self) -> list[Fate]:
        """All judgements by time, with what became of each."""
        self._back.revision()
        return self._back.fates

    def take_over(self, judgements: Sequence[Judgement]) -> int:
        """Keep judgements that were made on another store; how many are new. Any order gives the same record."""
        new = self._store.keep(judgements)
        if new:
            self._link()
        return new

    def _judge(
        self,
        act: Act,
        about: tuple[Subject, ...],
        reason: str,
        by: str | None,
        value: str | None = None,
        undoes: str | None = None,
    ) -> Judgement:
        at = time_after(self._store.judgements(), self._clock)
        judgement = signed(act, about, reason, by or analyst(self.config), at, value, undoes)
        self._back.bench().weigh(judgement)
        self._store.keep([judgement])
        if act in ("rename", "type"):  # these change no link
            stamp(self._store)
            self._back.forget()
        else:
            self._link()
        return judgement

    def _link(self) -> None:
        link(self._store)
        self._back.forget()

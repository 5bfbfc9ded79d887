"""Judgements out of what an analyst says about items of the record, weighed before they are kept.

One rule: a judgement that would change nothing, or that another one in force forbids, is refused with the reason;
nothing is stored here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import get_args

from sitroom.errors import JudgementError, NotFoundError
from sitroom.judgements import Judgement, Kind, Subject, undone
from sitroom.link.anchors import Anchors
from sitroom.link.clusters import homes
from sitroom.link.corrections import Fate, correct
from sitroom.model import ActorType, AnnotatedArticle, Link
from sitroom.record import ActorItem, EventItem, FigureItem, StatementItem
from sitroom.views.finding import Find
from sitroom.views.judgements import find_judgement, in_words, short
from sitroom.views.lookup import Found, Lookup
from sitroom.views.parts import readings_called
from sitroom.views.phrases import event_title, said_by
from sitroom.views.wording import clip, safe, with_article

_KINDS = (ActorItem, EventItem, StatementItem, FigureItem)


@dataclass(frozen=True)
class Bench:
    """What a judgement is made from: the readings with the linkers' links, the record, what was judged before."""

    articles: Sequence[AnnotatedArticle]
    links: Sequence[Link]
    judgements: Sequence[Judgement]
    lookup: Lookup
    homes: Mapping[str, str]
    find: Find

    @cached_property
    def anchors(self) -> Anchors:
        """The readings by their words."""
        return Anchors(self.articles)

    def merge(self, one: str, other: str, kind: str | None = None) -> tuple[Subject, ...]:
        """Two items that are one.

        Raises:
            NotFoundError: one of them cannot be found, or may be several.
            JudgementError: they are of different kinds, or one already.
        """
        reason = "are one already: {name} (`pin` keeps it so, `sitroom why` tells the reasons)"
        return self._two(one, other, kind, reason)

    def apart(self, one: str, other: str, kind: str | None = None) -> tuple[Subject, ...]:
        """Two items that are not one, whatever links say.

        Raises:
            NotFoundError: one of them cannot be found, or may be several.
            JudgementError: they are of different kinds, or one today.
        """
        return self._two(one, other, kind, "are one, {name}: use `split` to part them")

    def _two(self, one: str, other: str, kind: str | None, are_one: str) -> tuple[Subject, ...]:
        """Two items of one kind; ``are_one`` says why they are refused where they are the same."""
        first, second = self.item(one, kind), self.item(other, kind)
        if first.kind != second.kind:
            names = (f"{self._name(x)} is {with_article(x.kind)}" for x in (first, second))
            raise JudgementError(", ".join(names))
        if self._members(first) == self._members(second):
            raise JudgementError(f"{safe(one)} and {safe(other)} {are_one.format(name=self._name(first))}")
        return self.subject(first), self.subject(second)

    def split(self, whole: str, parts: Sequence[str], kind: str | None = None) -> tuple[Subject, ...]:
        """An item and what is to be taken out of it: readings, articles, outlets, or names.

        Raises:
            NotFoundError: the item, or a part in it, cannot be found.
            JudgementError: nothing, or all of it, would be taken out.
        """
        item = self.item(whole, kind)
        members = self._members(item)
        out = sorted({m for part in parts for m in self._part(item, members, part)})
        rest = [m for m in members if m not in out]
        if not out:
            raise JudgementError("say what is to be taken out: an article, an outlet, a name, or the id of a reading")
        if not rest:
            raise JudgementError(f"that is all of {self._name(item)}: nothing would stay")
        return self._subject(item, rest), self._subject(item, out)

    def whole(self, asked: str, kind: str | None = None) -> tuple[Subject, ...]:
        """One item as it is.

        Raises:
            NotFoundError: it cannot be found, or may be several.
        """
        return (self.subject(self.item(asked, kind)),)

    def renamed(self, asked: str, name: str) -> tuple[Subject, ...]:
        """An actor that is to have a name.

        Raises:
            NotFoundError: it cannot be found, or may be several.
            JudgementError: the name is empty, or the one that it has.
        """
        actor = self._actor(asked)
        if not safe(name):
            raise JudgementError("a name cannot be empty")
        if actor.name == name:
            raise JudgementError(f"{safe(name)} is called so already")
        return (self.subject(actor),)

    def typed(self, asked: str, type_: str) -> tuple[Subject, ...]:
        """An actor that is to have a type.

        Raises:
            JudgementError: there is no such type.
        """
        if type_ not in get_args(ActorType):
            raise JudgementError(f"no type is called {safe(type_)!r} (there are {', '.join(get_args(ActorType))})")
        actor = self._actor(asked)
        if actor.type == type_:
            raise JudgementError(f"{safe(actor.name)} is {with_article(type_)} already")
        return (self.subject(actor),)

    def undo(self, asked: str) -> str:
        """The id of the judgement that is meant.

        Raises:
            NotFoundError: there is none, or there are several.
            JudgementError: it was taken back before.
        """
        found = find_judgement(self.judgements, asked)
        if by := undone(list(self.judgements)).get(found.id):
            raise JudgementError(
                f"that judgement was taken back by {safe(by.by)} on {by.at[:10]} ({short(by.id)}: {safe(by.reason)})"
            )
        return found.id

    def weigh(self, judgement: Judgement) -> None:
        """Look at what a judgement would do, all others in force.

        Raises:
            JudgementError: it is one that is in force already, has no effect, or takes another one's effect away.
        """
        before = self.fates()
        for fate in before:
            if fate.state == "in force" and _same(fate, judgement):
                raise JudgementError(f"judged so already by {fate.judgement.by}: {in_words(fate.judgement)}")
        after = {f.judgement.id: f for f in self.fates(judgement)}
        own = after[judgement.id]
        if own.state == "without effect":
            raise JudgementError(f"this would have no effect: {own.note}{self._forbidding(judgement)}")
        if judgement.act in ("undo", "rename", "type"):
            return
        for fate in before:
            if fate.state == "in force" and after[fate.judgement.id].state == "without effect":
                raise JudgementError(f"this would undo another judgement; undo it first: {in_words(fate.judgement)}")

    def fates(self, *more: Judgement) -> list[Fate]:
        """What became of each judgement, with these added."""
        made = correct([*self.judgements, *more], self.articles)
        return made.fates(homes(self.articles, [*self.links, *made.links]))

    def subject(self, item: Found) -> Subject:
        """The whole item as a judgement names it."""
        return self._subject(item, self._members(item))

    def _actor(self, asked: str) -> ActorItem:
        found = self.item(asked, "actor")
        assert isinstance(found, ActorItem)  # nothing else is of that kind
        return found

    def item(self, asked: str, kind: str | None = None) -> Found:
        """The item that is meant.

        Raises:
            NotFoundError: there is none, or there are several, or it is of a kind that cannot be judged.
        """
        found = self.find(asked, kind)
        if not isinstance(found, _KINDS):
            raise NotFoundError(
                f"{safe(asked)!r} is {with_article(found.kind)}; actors, events, statements and figures can be judged"
            )
        return found

    def _forbidding(self, judgement: Judgement) -> str:
        """The judgements in force that keep apart what this one would bring together."""
        made = correct([*self.judgements, judgement], self.articles)
        wanted = {m for found in made.members.get(judgement.id, ()) for m in found}
        apart = [
            j for j in made.judgements
            if j.act in ("not-same", "split") and all(wanted & set(x) for x in made.members.get(j.id, ((),)))
        ]  # fmt: skip
        return "".join(f"; undo it first: {in_words(j)}" for j in apart[:1])

    def _members(self, item: Found) -> list[str]:
        """Readings that make an item; a statement or figure stands for all that are one with it."""
        home = self.homes.get(item.id, item.id)
        return sorted(member for member, at in self.homes.items() if at == home)

    def _subject(self, item: Found, members: Iterable[str]) -> Subject:
        type_ = item.type if isinstance(item, (ActorItem, EventItem)) else ""
        kind: Kind = item.kind  # type: ignore[assignment]  # articles and the like were turned away
        made = self.anchors.subject(kind, self._name(item), type_, members)
        if not made.words:
            raise JudgementError(f"{self._name(item)}: no words in the articles stand for it alone")
        return made

    def _name(self, item: Found) -> str:
        if isinstance(item, ActorItem):
            return safe(item.name)
        if isinstance(item, EventItem):
            return event_title(item, self.lookup)
        if isinstance(item, StatementItem):
            return f"{said_by(item, self.lookup)}: {clip(item.evidence[0].quote, 60)}"
        return safe(getattr(item, "measure", item.id))

    def _part(self, item: Found, members: Sequence[str], part: str) -> list[str]:
        """The readings of an item that a part names.

        Raises:
            NotFoundError: none.
        """
        readings = {m: self.anchors.readings[m] for m in members}
        if found := readings_called(readings, part):
            return found
        outlets = sorted({self.lookup.outlet(a.article.id) for a, _ in readings.values()})
        raise NotFoundError(
            f"nothing in {self._name(item)} is called {safe(part)!r}: name an article or an outlet "
            f"({', '.join(outlets[:6])}), one of its names, or the id of a reading (`sitroom why` lists them)"
        )


def _same(fate: Fate, judgement: Judgement) -> bool:
    """Whether a judgement says again what another one in force says."""
    known = fate.judgement
    if (known.act, known.value, known.undoes) != (judgement.act, judgement.value, judgement.undoes):
        return False
    old, new = ([set(s.words) for s in j.about] for j in (known, judgement))
    return any(
        all(n <= o for n, o in zip(new, side, strict=True)) for side in (old, old[::-1]) if len(side) == len(new)
    )

"""Mentions of events in their articles, by the event that they tell of.

One rule: a mention gives what its own sentence states; talks with fewer than two parties are no event.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from sitroom.link.sentences import around, sentences
from sitroom.link.told import stated_date, stated_within
from sitroom.model import AnnotatedArticle, Argument, Event
from sitroom.record import EvidenceItem
from sitroom.resources import load
from sitroom.text import Span
from sitroom.views.assembly import Assembly, evidence, plain_words

MEDIA = frozenset({"media", "agency"})
NO_PARTY = frozenset({"place", "agreement"})


@dataclass(frozen=True, slots=True)
class Told:
    """One mention of an event in its article."""

    annotated: AnnotatedArticle
    event: Event
    own: Span

    def stated(self, arguments: tuple[Argument, ...]) -> tuple[Argument, ...]:
        """Those that the mention's own sentence names; the others were taken over from elsewhere in the article."""
        named = stated_within(self.text, self.own, self.event)
        return tuple(a for a in arguments if named.covers(a.span))

    @property
    def article(self) -> str:
        """The article's id."""
        return self.annotated.article.id

    @property
    def text(self) -> str:
        """The article's text."""
        return self.annotated.article.text

    @property
    def published(self) -> str | None:
        """The article's day of publication."""
        return self.annotated.article.published

    @property
    def evidence(self) -> EvidenceItem:
        """The words that tell of the event."""
        return evidence(self.annotated.article, self.event.evidence)

    @property
    def date(self) -> str | None:
        """When it happened or will; ``None`` too where a deed that was done bears a day still to come."""
        return stated_date(self.annotated, self.event, self.own)

    @property
    def place(self) -> str | None:
        """The place by its name where it is known, else in the article's words."""
        if self.event.place_actor:
            for local in self.annotated.actors:
                if local.key == self.event.place_actor:
                    return local.name
        return plain_words(self.event.place.of(self.text)) if self.event.place else None

    @property
    def forum(self) -> str | None:
        """The forum by its name."""
        if self.event.forum is None:
            return None
        return next((x.name for x in self.annotated.actors if x.key == self.event.forum), self.event.forum)

    def words(self, span: Span | None) -> EvidenceItem | None:
        """Evidence at a span of the article."""
        return evidence(self.annotated.article, span) if span else None


def told_events(assembly: Assembly) -> dict[str, list[Told]]:
    """Mentions by the id of their event, in the order of ids; without talks that have not two parties."""
    told: dict[str, list[Told]] = defaultdict(list)
    for annotated in assembly.articles:
        inside = sentences(annotated.article.text) if annotated.events else ()
        for event in annotated.events:
            own = around(event.evidence.join(event.trigger), inside)
            told[assembly.home[annotated.id_of(event)]].append(Told(annotated, event, own))
    return {key: told[key] for key in sorted(told) if is_contact(assembly, told[key])}


def is_contact(assembly: Assembly, members: list[Told]) -> bool:
    """Whether talks have two parties, or one group of states or forum; true of all that are no talks.

    Outlets and agencies are no parties: an interview is a statement. A state beside its own official is one party.
    """
    if members[0].event.type != "CONSULT":
        return True
    parties = {
        key: local
        for told in members
        for argument in _one_side_or_both(told)
        if (key := assembly.actor(told.article, argument.actor))
        and (local := assembly.local[told.article, argument.actor or ""]).subtype not in MEDIA
        and local.type not in NO_PARTY
        and not _is_press(local.name)
    }
    named = {local.country for local in parties.values() if local.type == "person"}
    counted = [x for x in parties.values() if x.type == "person" or x.country is None or x.country not in named]
    return len(counted) >= 2 or any(x.type in ("group", "forum") and x.country is None for x in counted)


def _is_press(name: str) -> bool:
    """Whether somebody without a name is a reporter, who asks and takes no part."""
    return name.casefold().split()[-1:] != [] and name.casefold().split()[-1] in load("contacts")["press"]


def _one_side_or_both(told: Told) -> tuple[Argument, ...]:
    """Parties that a mention states; the first of one side where nobody is known of the other, since those who dined
    "with the queen" did not meet one another.
    """
    event = told.event
    sides = [tuple(told.stated(side)) for side in (event.actors, event.recipients)]
    if not event.actors:
        return sides[1][:1]  # "after a visit to Mexico and Cuba": the two did not meet
    for side, other in ((event.recipients, sides[0]), (event.actors, sides[1])):
        if side and all(a.actor is None for a in side):
            return other[:1]
    return (*sides[0], *sides[1])

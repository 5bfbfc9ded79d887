"""A mention of an event as linkers see it: who, when, where, in the record's terms.

One rule: what has happened lies before the day of publication, what lies ahead does not.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from sitroom import resources
from sitroom.link.clusters import ActorOf
from sitroom.link.members import members_of, parties_of
from sitroom.link.sentences import around, sentences
from sitroom.link.sequence import between, opening_of, reference
from sitroom.link.words import stem
from sitroom.model import AnnotatedArticle, Argument, Event
from sitroom.text import Span
from sitroom.values import Bounds, bounds, day_of, edtf_of, is_edtf

AHEAD = frozenset({"scheduled", "proposed", "conditional", "forecast", "cancelled"})
"""Statuses of what had not happened when the article was written."""
HELD = frozenset({"occurred", "ongoing"})
"""Statuses of what had happened or was going on."""
_NEAR = 400
"""Code points before a sentence in which the day of what it takes up is looked for."""
JUST_BEHIND = 80
"""Code points behind "with" in which the other party begins."""
_BARE = 3
"""Words of a subject and verb without a noun: "It took place"."""
HORIZON = dt.timedelta(days=60)
"""How far ahead an undated plan is looked for."""


@dataclass(frozen=True, slots=True)
class Told:
    """One mention. ``actors``/``recipients`` are ids of the record.

    ``stated`` are those of them that its own sentence names (a forum and a group as their members, where these are
    known), ``near`` all actors that the sentence names, ``own`` that sentence; ``when`` is the stated date, ``window``
    the days on which it can lie given status and publication (``None`` where nothing bounds it).
    """

    id: str
    article: str
    text: str
    event: Event
    actors: frozenset[str]
    recipients: frozenset[str]
    stated: frozenset[str]
    near: frozenset[str]
    own: Span
    when: Bounds | None
    window: Bounds | None
    published: dt.date | None
    place: str | None
    forum: str | None

    @property
    def parties(self) -> frozenset[str]:
        """All participants."""
        return self.actors | self.recipients

    @property
    def ahead(self) -> bool:
        """Whether it lay ahead when the article was written."""
        return self.event.status in AHEAD

    @property
    def days(self) -> int:
        """Length of the stated date in days; very long where none is stated or an end is open."""
        return (self.when.days or 10**6) if self.when else 10**7

    @property
    def few(self) -> bool:
        """Whether it leaves open with whom the contact was."""
        return len(self.stated) < 2 and self.forum is None

    @property
    def definite(self) -> bool:
        """Whether its words point at something told before: "the call", "their talks"."""
        return self._first_word() in _words("definite")

    @property
    def new(self) -> bool:
        """Whether its words introduce something: "a meeting at the tower", "another call"."""
        return self._first_word() in _words("indefinite")

    @property
    def one_more(self) -> bool:
        """Whether its first word tells of it as one more of its kind: "another call"."""
        return self._first_word() in resources.load("distances")["again"]

    @property
    def noun(self) -> str:
        """The word for the contact without its ending: "talk" of "talks"."""
        return stem(self.words(self.event.trigger).casefold())

    @property
    def unnamed(self) -> bool:
        """Whether its sentence states a party that no actor is known for ("dinner with the queen"), which nobody
        else may then stand for; "the two leaders" and pronouns are nobody in particular.
        """
        stated = (*self.event.actors, *self.event.recipients)
        if self._with_somebody():
            return True
        return any(a.actor is None and self.own.covers(a.span) and not self._points_back(a.span) for a in stated)

    def _with_somebody(self) -> bool:
        """Whether "with" or "between" follows the word for the contact, and nobody known behind it."""
        end = self.event.trigger.end
        word = self.text[end : end + 12].split(maxsplit=1)[:1]
        stated = (*self.event.actors, *self.event.recipients)
        behind = {a.actor for a in stated if end < a.span.start <= end + JUST_BEHIND and a.actor}
        return (word == ["with"] and not behind) or (word == ["between"] and len(behind) < 2)

    def _points_back(self, span: Span) -> bool:
        return bool({word.casefold() for word in span.of(self.text).split()} & _words("relational"))

    def _first_word(self) -> str:
        first = self.words(self.event.evidence).split(maxsplit=1)
        return first[0].casefold() if first else ""

    def on(self, when: Bounds) -> Told:
        """The same mention on days that another one gives it."""
        return replace(self, when=when, window=when)

    def words(self, span: Span | None) -> str:
        """The words at a span of the article."""
        return span.of(self.text) if span else ""


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(resources.load("function_words")[name])


def tell(articles: Sequence[AnnotatedArticle], actor_of: ActorOf) -> list[Told]:
    """All mentions of events, in the order of their ids."""
    found: list[Told] = []
    known = {a.known: actor_of[x.article.id, a.key] for x in articles for a in x.actors if a.known}
    for annotated in articles:
        inside = sentences(annotated.article.text) if annotated.events else ()
        found += [_told(annotated, event, actor_of, inside, known) for event in annotated.events]
    return sorted({t.id: t for t in found}.values(), key=lambda t: t.id)


def _told(
    annotated: AnnotatedArticle, event: Event, actor_of: ActorOf, inside: Sequence[Span], known: Mapping[str, str]
) -> Told:
    article = annotated.article
    own = around(event.evidence.join(event.trigger), inside)

    def ids(arguments: tuple[Argument, ...]) -> frozenset[str]:
        keys = ((article.id, a.actor) for a in arguments if a.actor)
        return frozenset(actor_of[key] for key in keys if key in actor_of)

    published = bounds(article.published)
    when = bounds(stated_date(annotated, event, own))
    place = actor_of.get((article.id, event.place_actor)) if event.place_actor else None
    forum = actor_of.get((article.id, event.forum), event.forum) if event.forum else None
    return Told(
        id=annotated.id_of(event),
        article=article.id,
        text=article.text,
        event=event,
        actors=ids(event.actors),
        recipients=ids(event.recipients),
        stated=_stated(annotated, event, own, actor_of, known),
        own=own,
        near=frozenset(
            actor_of[article.id, m.actor]
            for m in annotated.mentions
            if own.covers(m.span) and (article.id, m.actor) in actor_of
        ),
        when=when,
        window=when or _possible(event, published),
        published=published.last if published else None,
        place=place or (event.place.of(article.text).casefold() if event.place else None),
        forum=forum.casefold() if forum else None,
    )


def _stated(
    annotated: AnnotatedArticle, event: Event, own: Span, actor_of: ActorOf, known: Mapping[str, str]
) -> frozenset[str]:
    """Participants that the mention's own sentence names; a forum stands for its parties where coverage knows them."""
    named = stated_within(annotated.article.text, own, event)
    keys = [a.actor for a in (*event.actors, *event.recipients) if a.actor and named.covers(a.span)]
    local = {x.key: x for x in annotated.actors}
    found: set[str] = set()
    for key in dict.fromkeys((*keys, event.forum)):
        if key is None or key not in local:
            continue
        seats = [known[k] for k in parties_of(local[key].known or "") if k in known] if event.type == "CONSULT" else []
        members = members_of(local[key].known or "")
        if seats:
            found.update(seats)
        elif members and key in keys:
            found.update(known.get(k, k) for k in members)
        elif key in keys:
            found.add(actor_of[annotated.article.id, key])
    return frozenset(found)


def possible_date(event: Event, published: str | None) -> str | None:
    """The event's date, unless it tells of what was done on a day that had not come when it was published."""
    if event.date is None or not is_edtf(event.date):
        return None
    when, today = bounds(event.date), bounds(published)
    if event.status in HELD and when and today and when.first and today.last:
        return event.date if when.first <= today.last else None
    return event.date


def stated_within(text: str, own: Span, event: Event) -> Span:
    """Where the parties stand that the mention itself states: in its sentence; of "The meeting came a day after Arden
    called Berg" in subject and verb alone, for the other two are those of the call.
    """
    opening = opening_of(text, own) if event.type == "CONSULT" else None
    return opening if opening is not None and opening.covers(event.trigger) else own


def stated_date(annotated: AnnotatedArticle, event: Event, own: Span) -> str | None:
    """The event's date as its article gives it: its own, else the one that its distance from what was just told gives.

    ``own`` is the event's sentence.
    """
    date = possible_date(event, annotated.article.published)
    if date or event.date or event.type != "CONSULT":
        return date
    lies = reference(annotated.article.text, own, event)
    since = _just_told(annotated, own) if lies else None
    when = between(lies, since, event, None) if lies and since else None
    return edtf_of(when) if when else None


def _just_told(annotated: AnnotatedArticle, own: Span) -> Bounds | None:
    """The day of what the sentence before tells: of the contact that "it" takes up, else the day named last."""
    text = annotated.article.text
    opening = opening_of(text, own) or own
    told = [e for e in annotated.events if e.type == "CONSULT"]
    inside = any(opening.covers(e.trigger) for e in told) or len(opening.of(text).split()) <= _BARE
    dates = [e.date for e in sorted(told, key=lambda e: e.trigger.start) if e.trigger.end <= own.start and e.date]
    days = [day for date in dates if (day := day_of(date))] if inside else []
    named = [day for t in annotated.times if own.start - _NEAR <= t.span.start < own.start and (day := day_of(t.edtf))]
    known = days[-1:] or named[-1:] or ([day] if (day := day_of(annotated.article.published)) else [])
    return Bounds(known[0], known[0]) if known else None


def _possible(event: Event, published: Bounds | None) -> Bounds | None:
    if published is None:
        return None
    if event.status in AHEAD:
        return Bounds(published.first, published.last + HORIZON if published.last else None)
    return Bounds(None, published.last)


def meet(one: Bounds | None, other: Bounds | None) -> bool:
    """Whether a day could lie in both; ``None`` is any day."""
    return one is None or other is None or one.overlaps(other)

"""Events of the record: one per cluster of mentions, with what each article says of it.

One rule: a difference between mentions is kept in ``reports``; the event itself carries the finest value that
no better-standing report excludes, and never a status that nobody reported.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from sitroom import plover
from sitroom.link.sentences import around, sentences
from sitroom.link.sequence import between, order_of
from sitroom.link.told import stated_date, stated_within
from sitroom.model import AnnotatedArticle, Argument, Event, Status
from sitroom.record import DeadlineItem, EventItem, EvidenceItem, ReportItem
from sitroom.resources import load
from sitroom.text import Span
from sitroom.values import bounds, edtf_of, finer, is_edtf, same_time
from sitroom.views.assembly import Assembly, evidence, plain_words, sorted_evidence
from sitroom.views.history import history

RANK: dict[Status, int] = {
    "occurred": 0, "ongoing": 1, "cancelled": 2, "scheduled": 2, "proposed": 3, "conditional": 4, "forecast": 5,
    "denied": 6,
}  # fmt: skip
"""Which report's status an event carries: what was done outranks what was planned, a plan outranks a fear; of plans
and their cancelling the latest word counts."""
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
        named = stated_within(self.annotated.article.text, self.own, self.event)
        return tuple(a for a in arguments if named.covers(a.span))

    @property
    def article(self) -> str:
        """The article's id."""
        return self.annotated.article.id

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
        return plain_words(self.event.place.of(self.annotated.article.text)) if self.event.place else None

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


def events(assembly: Assembly, told: dict[str, list[Told]]) -> list[EventItem]:
    """All events in the order of ids; a contact without a day gets what another one in its sentence leaves it."""
    made = {key: event_of(assembly, key, told[key]) for key in sorted(told)}
    return [
        made[key].model_copy(update={"date": date}) if (date := _by_order(key, told, made)) else made[key]
        for key in made
    ]


def _by_order(key: str, told: dict[str, list[Told]], made: dict[str, EventItem]) -> str | None:
    """The date of an undated contact by its place before or after a dated one; ``None`` where nothing gives it."""
    if made[key].type != "CONSULT" or made[key].date:
        return None
    articles = {t.article for t in told[key]}
    for other, members in told.items():
        when = bounds(made[other].date)
        if made[other].type != "CONSULT" or when is None:
            continue
        near = [t for t in members if t.article in articles]
        for one in told[key]:
            published = bounds(one.annotated.article.published)
            for two in near:
                if one.article != two.article:
                    continue
                order = order_of(one.annotated.article.text, one.own, one.event, two.event)
                days = between(order, when, one.event, published.last if published else None) if order else None
                if days:
                    return edtf_of(days)
    return None


def standing(told: Told) -> tuple[int, int, int, str, Span]:
    """Order of mentions: best status first; of deeds the first report, of plans the latest."""
    published = bounds(told.annotated.article.published)
    day = published.last.toordinal() if published and published.last else 10**7
    rank = RANK[told.event.status]
    called_off = int(told.event.status != "cancelled")
    return rank, (-day if 2 <= rank <= 3 else day), called_off, told.article, told.event.evidence


def event_of(assembly: Assembly, key: str, members: list[Told]) -> EventItem:
    """The event that these mentions tell of."""
    ranked = sorted(members, key=standing)
    first = ranked[0]
    kind, mode, status = first.event.type, _mode(ranked), _status(ranked)
    reports = _reports(assembly, members)
    return EventItem(
        id=key,
        type=kind,
        mode=mode,
        status=status,
        actors=_people(assembly, ranked, "actors"),
        recipients=_others(assembly, ranked),
        initiator=_people(assembly, ranked, "initiator"),
        date=_date(ranked),
        place=next((t.place for t in ranked if t.place), None),
        forum=next((name for t in ranked if (name := t.forum)), None),
        duration_minutes=_duration(ranked),
        topics=sorted({plain_words(s.of(t.annotated.article.text)) for t in ranked for s in t.event.topics}),
        content=_all_words(ranked, "content"),
        condition=_all_words(ranked, "condition"),
        consequence=_all_words(ranked, "consequence"),
        deadline=next((due for t in ranked if (due := _deadline(t))), None),
        statement=next((x for t in ranked if (x := _statement(t))), None),
        quad=plover.quad(kind) or "",
        intensity=plover.intensity(kind, mode, status) or 0.0,
        cameo=plover.cameo(kind, mode, status),
        evidence=sorted_evidence([evidence(t.annotated.article, t.event.evidence) for t in members]),
        history=history(reports, {t.article: t.annotated.article.published for t in members}),
        reports=reports,
    )


def _ids(assembly: Assembly, told: Told, arguments: tuple[Argument, ...]) -> list[str]:
    return assembly.actor_list(told.article, (a.actor for a in arguments))


def _people(assembly: Assembly, ranked: list[Told], name: str) -> list[str]:
    """Participants that the mentions themselves name; of other events than contacts those taken over too."""
    consult = ranked[0].event.type == "CONSULT"
    found: list[str] = []
    for told in ranked:
        arguments: tuple[Argument, ...] = getattr(told.event, name)
        if consult:
            keys = [a.actor for a in told.stated(arguments)]
            found += [x for key in keys for x in assembly.seats(told.article, key)]
        else:
            found += _ids(assembly, told, arguments)
    if consult and name == "actors":
        found += [x for t in ranked if t.event.forum for x in _of_forum(assembly, t)]
    return list(dict.fromkeys(found))


def _of_forum(assembly: Assembly, told: Told) -> list[str]:
    """The parties of the forum that a mention names, where it names fewer than two itself."""
    stated = told.stated((*told.event.actors, *told.event.recipients))
    seats = assembly.seats(told.article, told.event.forum)
    return seats if len(seats) > 1 and len(stated) < 2 else []


def _others(assembly: Assembly, ranked: list[Told]) -> list[str]:
    actors = set(_people(assembly, ranked, "actors"))
    return [x for x in _people(assembly, ranked, "recipients") if x not in actors]


def _mode(ranked: list[Told]) -> str | None:
    return next((t.event.mode for t in ranked if t.event.mode), None)


def _status(ranked: list[Told]) -> Status:
    """The best standing status; of a deed that nobody reports as done, the one that most mentions have."""
    first = ranked[0].event
    if first.type == "CONSULT" or first.status in ("occurred", "ongoing"):
        return first.status
    counts = Counter(t.event.status for t in ranked)
    return min(counts, key=lambda status: (-counts[status], -RANK[status], status))


def _date(ranked: list[Told]) -> str | None:
    """The finest date that the better standing mentions do not exclude; talks that go on have that of the report."""
    date: str | None = None
    for told in ranked:
        if same_time(date, told.date):
            date = finer(date, told.date)
    first = ranked[0]
    if date is None and first.event.type == "CONSULT" and first.event.status == "ongoing":
        return _said(first) or first.annotated.article.published
    return date


def _said(told: Told) -> str | None:
    """The day of the statement that carries the mention."""
    date = next((s.date for s in told.annotated.statements if s.key == told.event.statement), None)
    return date if date and is_edtf(date) else None


def _duration(ranked: list[Told]) -> float | None:
    """An exact duration before a bounded one."""
    known = [t.event for t in ranked if t.event.duration_minutes is not None]
    exact = [e for e in known if e.duration_modifier in (None, "exact")]
    return (exact or known)[0].duration_minutes if known else None


def _all_words(ranked: list[Told], name: str) -> list[EvidenceItem] | None:
    found = [x for t in ranked if (x := t.words(getattr(t.event, name)))]
    return sorted_evidence(found) or None


def _deadline(told: Told) -> DeadlineItem | None:
    given = told.event.deadline
    if given is None:
        return None
    text = plain_words(given.span.of(told.annotated.article.text))
    return DeadlineItem(text=text, edtf=given.edtf, evidence=evidence(told.annotated.article, given.span))


def _statement(told: Told) -> str | None:
    found = next((s for s in told.annotated.statements if s.key == told.event.statement), None)
    return told.annotated.id_of(found) if found and told.event.statement else None


def _reports(assembly: Assembly, members: list[Told]) -> list[ReportItem]:
    """One report for each article and, within it, for each version that differs in status or day."""
    versions: dict[tuple[str, str], list[list[Told]]] = defaultdict(list)
    for told in sorted(members, key=lambda t: (t.article, t.event.status, t.date is None, t.event.evidence)):
        for version in versions[told.article, told.event.status]:
            if all(same_time(x.date, told.date) for x in version):
                version.append(told)
                break
        else:
            versions[told.article, told.event.status].append([told])
    return [_report(assembly, version) for _, found in sorted(versions.items()) for version in found]


def _report(assembly: Assembly, version: list[Told]) -> ReportItem:
    first = version[0]
    people = [*_people(assembly, version, "actors"), *_people(assembly, version, "recipients")]
    return ReportItem(
        article=first.article,
        evidence=sorted_evidence([evidence(t.annotated.article, t.event.evidence) for t in version]),
        status=first.event.status,
        date=_date(version),
        place=next((t.place for t in version if t.place), None),
        duration_minutes=_duration(version),
        participants=list(dict.fromkeys(people)),
        initiator=_people(assembly, version, "initiator"),
        condition=_all_words(version, "condition"),
        consequence=_all_words(version, "consequence"),
        deadline=next((due for t in version if (due := _deadline(t))), None),
        source=next((x for t in version if (x := assembly.actor(t.article, t.event.source))), None),
    )

"""Events of the record: one per cluster of mentions, with what each article says of it.

One rule: a difference between mentions is kept in ``reports``; the event itself carries the finest value that
no better-standing report excludes, and never a status that nobody reported.
"""

from __future__ import annotations

from collections import Counter, defaultdict

from sitroom import plover
from sitroom.link.sequence import between, order_of
from sitroom.model import Argument, Status
from sitroom.record import DeadlineItem, EventItem, EvidenceItem, ReportItem
from sitroom.text import Span
from sitroom.values import bounds, edtf_of, finer, is_edtf, same_time
from sitroom.views.assembly import Assembly, evidence, plain_words, sorted_evidence
from sitroom.views.history import history
from sitroom.views.told import Told

RANK: dict[Status, int] = {
    "occurred": 0, "ongoing": 1, "cancelled": 2, "scheduled": 2, "proposed": 3, "conditional": 4, "forecast": 5,
    "denied": 6,
}  # fmt: skip
"""Which report's status an event carries: what was done outranks what was planned, a plan outranks a fear; of plans
and their cancelling the latest word counts."""


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
            published = bounds(one.published)
            for two in near:
                if one.article != two.article:
                    continue
                order = order_of(one.text, one.own, one.event, two.event)
                days = between(order, when, one.event, published.last if published else None) if order else None
                if days:
                    return edtf_of(days)
    return None


def standing(told: Told) -> tuple[int, int, int, str, Span]:
    """Order of mentions: best status first; of deeds the first report, of plans the latest."""
    published = bounds(told.published)
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
        topics=sorted({plain_words(s.of(t.text)) for t in ranked for s in t.event.topics}),
        content=_all_words(ranked, "content"),
        condition=_all_words(ranked, "condition"),
        consequence=_all_words(ranked, "consequence"),
        deadline=next((due for t in ranked if (due := _deadline(t))), None),
        statement=next((x for t in ranked if (x := _statement(t))), None),
        quad=plover.quad(kind) or "",
        intensity=plover.intensity(kind, mode, status) or 0.0,
        cameo=plover.cameo(kind, mode, status),
        evidence=sorted_evidence([t.evidence for t in members]),
        history=history(reports, {t.article: t.published for t in members}),
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
        return _said(first) or first.published
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
    text = plain_words(given.span.of(told.text))
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
        evidence=sorted_evidence([t.evidence for t in version]),
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

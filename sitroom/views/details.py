"""One item in full: its fields in words, its reports, and all evidence in context.

One rule: nothing that the item holds is left out; what stands beside it (links, resolved times) is
passed in by who knows it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sitroom.record import (
    ActorItem,
    ArticleItem,
    DisagreementItem,
    EventItem,
    EvidenceItem,
    FigureItem,
    ReadoutItem,
    ReportItem,
    StatementItem,
    TriggerItem,
    ValueItem,
)
from sitroom.views.lines import Detail, Group, Line, quotes
from sitroom.views.lookup import Found, Lookup
from sitroom.views.phrases import (
    about_words,
    claim_words,
    event_title,
    how,
    readout_words,
    said_by,
    status_words,
    value_words,
    who_counts,
)
from sitroom.views.profile import profile, profile_fields
from sitroom.views.variants import how_words, utterance
from sitroom.views.wording import amount_words, clip, date_words, label, length_words, safe


def detail(item: Found, lookup: Lookup, beside: Sequence[Group] = ()) -> Detail:
    """The item in full; ``beside`` adds what the record itself does not hold."""
    title, fields, groups = _of(item, lookup)
    known = tuple((name, safe(value)) for name, value in fields if value)
    kept = tuple(group for group in (*groups, *beside) if group.lines)
    return Detail(item.kind, item.id, title, known, kept)


_Parts = tuple[str, list[tuple[str, str]], list[Group]]


def _of(item: Found, lookup: Lookup) -> _Parts:
    if isinstance(item, EventItem):
        return _event(item, lookup)
    if isinstance(item, StatementItem):
        return _statement(item, lookup)
    if isinstance(item, FigureItem):
        return _figure(item, lookup)
    if isinstance(item, ActorItem):
        return _actor(item, lookup)
    if isinstance(item, DisagreementItem):
        return _disagreement(item, lookup)
    if isinstance(item, TriggerItem):
        return _trigger(item, lookup)
    return _article(item, lookup)


def _event(event: EventItem, lookup: Lookup) -> _Parts:
    fields = [
        ("type", f"{event.type}{f' ({event.mode})' if event.mode else ''}"),
        ("status", status_words(event)),
        ("date", date_words(event.date)),
        ("how", how(event, lookup) if event.type == "CONSULT" else safe(event.place or "")),
        ("topics", ", ".join(event.topics)),
        ("deadline", event.deadline.text if event.deadline else ""),
        ("quad", event.quad),
        ("intensity", f"{event.intensity:+.1f}".replace("-", "−")),
        ("CAMEO", event.cameo or ""),
    ]
    said = lookup.by_id.get(event.statement or "")
    groups = [
        Group("What is said", _words("", event.content, lookup)),
        Group("Condition", _words("", event.condition, lookup)),
        Group("Consequence", _words("", event.consequence, lookup)),
        Group("What each report says", tuple(_report(r, lookup) for r in event.reports)),
        Group("History", tuple(Line(f"{date_words(h.date) or 'no date'}: {h.change} ({lookup.outlet(h.article)})"
                                    + (f" – {h.why}" if h.why else ""))
                               for h in event.history)),
        Group("Said in", (Line(said_by(said, lookup), (), "statement", said.id),)
              if isinstance(said, StatementItem) else ()),
        Group("What each side says was said", tuple(_readout(r, lookup) for r in event.readouts)),
        Group("Where reports differ", _differences(event.id, lookup)),
    ]  # fmt: skip
    return event_title(event, lookup), fields, groups


def _readout(item: ReadoutItem, lookup: Lookup) -> Line:
    return Line(readout_words(item, lookup), quotes(item.evidence, lookup), "statement", item.statements[0])


def _report(report: ReportItem, lookup: Lookup) -> Line:
    parts = [
        label("statuses", report.status),
        date_words(report.date),
        f"in {safe(report.place)}" if report.place else "",
        length_words(report.duration_minutes) if report.duration_minutes else "",
        f"with {lookup.names(report.participants)}" if report.participants else "",
        f"asked for by {lookup.names(report.initiator)}" if report.initiator else "",
        f"according to {lookup.name(report.source)}" if report.source else "",
    ]
    text = f"{lookup.outlet(report.article)}: {', '.join(p for p in parts if p)}"
    return Line(text, quotes(report.evidence, lookup), "article", report.article)


def _differences(id_: str, lookup: Lookup) -> tuple[Line, ...]:
    return tuple(
        Line(f"{label('fields', d.field)}: " + "; ".join(
            _side(v, lookup) for v in d.values),
            (), "disagreement", d.id)
        for d in lookup.record.disagreements if d.about.id == id_
    )  # fmt: skip


def _statement(item: StatementItem, lookup: Lookup) -> _Parts:
    fields = [
        ("who", said_by(item, lookup)),
        ("in the article", item.source_text or ""),
        ("how", claim_words(item)),
        ("to", lookup.names(item.addressees)),
        ("channel", item.channel or ""),
        ("date", date_words(item.date)),
        ("hedges", ", ".join(item.hedges)),
        ("outlet", lookup.outlet(item.article)),
    ]
    groups = [
        Group("The words", _words("", item.evidence, lookup)),
        Group("Source", _words("", [e for e in (item.source_evidence, item.cue, item.terms) if e], lookup)),
        Group("How it is quoted" if item.group else "", _variants(item, lookup)),
        Group("Events in it", tuple(Line(event_title(e, lookup), (), "event", e.id)
                                    for e in lookup.record.events if e.statement == item.id)),
    ]  # fmt: skip
    return f"{said_by(item, lookup)}: statement", fields, groups


def _variants(item: StatementItem, lookup: Lookup) -> tuple[Line, ...]:
    """All reports of the same utterance beside the fullest, this one among them."""
    if not item.group:
        return ()
    told = lookup.record.statements
    found = utterance((s for s in told if s.group == item.group), told)
    lines = []
    for number, variant in enumerate(found.variants):
        s = variant.statement
        here = " (this report)" if s.id == item.id else ""
        text = f"{lookup.outlet(s.article)}, {said_by(s, lookup)}{here}: {how_words(variant, number == 0)}"
        text += f" – {variant.inline}" if variant.inline else ""
        lines.append(Line(text, () if here else quotes(variant.evidence, lookup), "statement", s.id))
    return tuple(lines)


def _figure(item: FigureItem, lookup: Lookup) -> _Parts:
    fields = [
        ("stated", amount_words(item.low, item.high, item.unit, item.modifier)),
        ("of", ", ".join(p for p in (item.subject, item.scope, item.place) if p)),
        ("who counts", who_counts(item, lookup)),
        ("as of", date_words(item.as_of)),
        ("status", item.status),
        ("outlet", lookup.outlet(item.article)),
    ]
    others = [f for f in lookup.record.figures if item.group and f.group == item.group and f.id != item.id]
    groups = [
        Group("The words", _words("", item.evidence, lookup)),
        Group("Other figures of the same", tuple(
            Line(f"{amount_words(f.low, f.high, f.unit, f.modifier)} ({lookup.outlet(f.article)})",
                 quotes(f.evidence, lookup), "figure", f.id) for f in others)),
        Group("Where reports differ", _differences(item.group or item.id, lookup)),
    ]  # fmt: skip
    return f"{safe(item.measure)}: figure", fields, groups


def _actor(item: ActorItem, lookup: Lookup) -> _Parts:
    return safe(item.name), profile_fields(item, lookup), profile(item, lookup)


def _disagreement(item: DisagreementItem, lookup: Lookup) -> _Parts:
    fields = [
        ("on", label("fields", item.field)),
        ("judged", label("verdicts", item.verdict)),
        ("note", item.note or ""),
    ]
    sides = tuple(Line(_side(v, lookup), quotes(v.evidence, lookup)) for v in item.values)
    about = lookup.by_id.get(item.about.id)
    whole = (Line(about_words(item, lookup), (), item.about.kind, item.about.id),) if about else ()
    return (
        f"{about_words(item, lookup)}: reports differ",
        fields,
        [Group("Who says which", sides), Group("About", whole)],
    )


def _side(value: ValueItem, lookup: Lookup) -> str:
    return f"{value_words(value.value)} ({', '.join(lookup.outlet(a) for a in value.articles)})"


def _trigger(item: TriggerItem, lookup: Lookup) -> _Parts:
    fields = [("status", item.status), ("by", lookup.name(item.actor)), ("toward", lookup.name(item.target))]
    events = [(c, lookup.by_id.get(c.event)) for c in item.commitments]
    lines = tuple(
        Line(f"{c.polarity}: {event_title(e, lookup)}" + (f", {c.outcome}" if c.outcome else ""),
             quotes(c.evidence, lookup), "event", c.event)
        for c, e in events if isinstance(e, EventItem)
    )  # fmt: skip
    ruled_out = tuple(Line("ruled out", quotes(x.evidence, lookup), "event", x.event) for x in item.exclusions)
    leads = tuple(Line(safe(x.why), (), "trigger", x.trigger) for x in item.leads_to)
    groups = [Group("What would follow", lines), Group("What is ruled out", ruled_out), Group("Leads to", leads)]
    return f"If or unless: {clip(item.what, 120)}", fields, groups


def _article(item: ArticleItem, lookup: Lookup) -> _Parts:
    record = lookup.record
    fields = [
        ("outlet", item.outlet or "not known"),
        ("published", f"{date_words(item.published) or 'not known'} ({label('published_from', item.published_from)})"),
        ("by", ", ".join(item.authors)),
        ("file", item.path),
        ("address", item.url or ""),
        ("copies", lookup.outlet(item.origin) if item.origin else ""),
        ("length", f"{len(item.text):,} characters"),
    ]
    events = [e for e in record.events if any(r.article == item.id for r in e.reports)]
    groups = [
        Group("Events in it", tuple(
            Line(event_title(e, lookup), quotes([x for x in e.evidence if x.article == item.id][:1], lookup),
                 "event", e.id)
            for e in events)),
    ]  # fmt: skip
    return safe(item.title or item.path), fields, groups


def _words(text: str, evidence: Iterable[EvidenceItem] | None, lookup: Lookup) -> tuple[Line, ...]:
    return tuple(Line(text, (quoted,)) for quoted in quotes(evidence or [], lookup))

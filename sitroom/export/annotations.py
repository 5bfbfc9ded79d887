"""Output 1: what was read in one article, as a line of ``sitroom annotate``.

One rule: offsets are those of the article's canonical text, which for plain text is the file as decoded.
"""

from __future__ import annotations

from sitroom.model import AnnotatedArticle, Argument, Event, Figure, Statement, Via
from sitroom.record import (
    ActorLine,
    AnnotationLine,
    ArgumentLine,
    EventLine,
    FigureLine,
    MentionLine,
    Pair,
    StatementLine,
    TimeLine,
    ViaItem,
)
from sitroom.text import Span


def annotation_line(annotated: AnnotatedArticle, with_text: bool = False) -> AnnotationLine:
    """The line of one article; ``with_text`` adds the text, for files whose own text is not what was read."""
    article, text = annotated.article, annotated.article.text
    aliases: dict[str, list[str]] = {}
    for mention in annotated.mentions:
        if mention.form != "pronoun":
            aliases.setdefault(mention.actor, []).extend((mention.span.of(text), mention.head.of(text)))
    return AnnotationLine(
        path=article.path,
        published=article.published,
        published_from=article.published_from,
        times=[
            TimeLine(
                **_place(t.span, text), type=t.type, value=t.value, mod=t.mod, edtf=t.edtf, anchor=t.anchor, rule=t.rule
            )
            for t in annotated.times
        ],
        mentions=[
            MentionLine(**_place(m.span, text), type=m.type, form=m.form, actor=m.actor) for m in annotated.mentions
        ],
        statements=[_statement(s) for s in annotated.statements],
        events=[_event(e, text) for e in annotated.events],
        figures=[_figure(f, text) for f in annotated.figures],
        actors=[
            ActorLine(
                id=a.key, name=a.name, type=a.type, subtype=a.subtype, aliases=sorted(set(aliases.get(a.key, ())))
            )
            for a in annotated.actors
        ],
        text=text if with_text else None,
    )


def via_item(via: Via) -> ViaItem:
    """One link of a chain, with its local actor."""
    return ViaItem(text=via.text, actor=via.actor, role=via.role)


def _place(span: Span, text: str) -> dict[str, object]:
    return {"start": span.start, "end": span.end, "quote": span.of(text)}


def _pair(span: Span | None) -> Pair | None:
    return (span.start, span.end) if span else None


def _statement(s: Statement) -> StatementLine:
    return StatementLine(
        id=s.key,
        spans=[(piece.start, piece.end) for piece in s.content],
        kind=s.kind,
        cue=_pair(s.cue),
        source=_pair(s.source),
        speaker=s.speaker,
        speakers=list(s.speakers),
        named=s.named,
        source_type=s.source_type,
        terms=_pair(s.terms),
        affiliation=s.affiliation,
        via=[via_item(v) for v in s.via],
        addressees=list(s.addressees),
        channel=s.channel,
        date=s.date,
        claim=s.claim,
        negated=s.negated,
        hedges=list(s.hedges),
        nested_in=s.nested_in,
    )


def _argument(argument: Argument) -> ArgumentLine:
    return ArgumentLine(start=argument.span.start, end=argument.span.end, actor=argument.actor)


def _event(e: Event, text: str) -> EventLine:
    return EventLine(
        trigger=(e.trigger.start, e.trigger.end),
        type=e.type,
        mode=e.mode,
        status=e.status,
        actors=[_argument(a) for a in e.actors],
        recipients=[_argument(a) for a in e.recipients],
        date=e.date,
        place=e.place.of(text) if e.place else None,
        condition=_pair(e.condition),
        consequence=_pair(e.consequence),
        content=_pair(e.content),
        statement=e.statement,
    )


def _figure(f: Figure, text: str) -> FigureLine:
    return FigureLine(
        **_place(f.span, text),
        low=f.low,
        high=f.high,
        unit=f.unit,
        modifier=f.modifier,
        measure=f.measure,
        subject=f.subject,
        scope=f.scope,
        as_of=f.as_of,
        source=f.source,
        status=f.status,
    )

"""Statements and figures of the record: one entry per annotation, with its group across articles.

One rule: what an article says is kept as it says it; links only add the group.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from sitroom.link.revisions import revisions
from sitroom.model import AnnotatedArticle, Figure, Statement
from sitroom.record import EvidenceItem, FigureItem, StatementItem
from sitroom.text import Span
from sitroom.views.assembly import Assembly, evidence, plain_words


def statements(assembly: Assembly) -> list[StatementItem]:
    """All statements in the order of ids."""
    sizes = Counter(assembly.home.values())
    found = [_statement(assembly, a, s, sizes) for a in assembly.articles for s in a.statements]
    return sorted({item.id: item for item in found}.values(), key=lambda s: s.id)


def _statement(assembly: Assembly, annotated: AnnotatedArticle, s: Statement, sizes: Counter[str]) -> StatementItem:
    article = annotated.article
    key = annotated.id_of(s)
    outer = next((x for x in annotated.statements if x.key == s.nested_in), None) if s.nested_in else None

    def words(span: Span | None) -> EvidenceItem | None:
        return evidence(article, span) if span else None

    return StatementItem(
        id=key,
        article=article.id,
        evidence=[evidence(article, span) for span in s.content],
        cue=words(s.cue),
        source_evidence=words(s.source),
        speaker=assembly.actor(article.id, s.speaker),
        speakers=assembly.actor_list(article.id, s.speakers),
        source_text=plain_words(s.source.of(article.text)) if s.source else None,
        named=s.named,
        source_type=s.source_type,
        terms=words(s.terms),
        affiliation=assembly.actor(article.id, s.affiliation),
        via=assembly.via(article.id, s.via),
        addressees=assembly.actor_list(article.id, s.addressees),
        channel=s.channel,
        date=s.date,
        statement_kind=s.kind,
        claim=s.claim,
        negated=s.negated,
        hedges=list(s.hedges),
        nested_in=annotated.id_of(outer) if outer else None,
        group=group_of(assembly, key, sizes),
    )


def group_of(assembly: Assembly, key: str, sizes: Counter[str]) -> str | None:
    """The id shared with other annotations of the same thing; ``None`` where there is no other."""
    home = assembly.home[key]
    return f"group-{home}" if sizes[home] > 1 else None


def figures(assembly: Assembly) -> list[FigureItem]:
    """All figures in the order of ids."""
    sizes = Counter(assembly.home.values())
    revised = revisions(assembly.articles, assembly.home)
    found = [_figure(assembly, a, f, sizes, revised) for a in assembly.articles for f in a.figures]
    return sorted({item.id: item for item in found}.values(), key=lambda f: f.id)


def _figure(
    assembly: Assembly, annotated: AnnotatedArticle, f: Figure, sizes: Counter[str], revised: Mapping[str, str]
) -> FigureItem:
    article = annotated.article
    key = annotated.id_of(f)
    return FigureItem(
        id=key,
        measure=f.measure,
        subject=f.subject,
        scope=f.scope,
        place=f.place,
        low=f.low,
        high=f.high,
        unit=f.unit,
        modifier=f.modifier,
        as_of=f.as_of,
        status=f.status,
        source=assembly.actor(article.id, f.source),
        via=assembly.via(article.id, f.via),
        article=article.id,
        evidence=[evidence(article, f.span)],
        group=group_of(assembly, key, sizes),
        revises=revised.get(key),
    )

"""The record out of annotations and links.

One rule: pure and rebuildable at any time; the same articles and links give the same record, in whatever order.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from sitroom.link.corrections import Amendment
from sitroom.model import AnnotatedArticle, Link
from sitroom.record import ActorItem, ArticleItem, Record
from sitroom.views.assemble_actors import actors
from sitroom.views.assemble_events import events
from sitroom.views.assemble_statements import figures, statements
from sitroom.views.assembly import Assembly
from sitroom.views.comparison import disagreements
from sitroom.views.position_history import with_histories
from sitroom.views.readouts import with_readouts
from sitroom.views.timeline import timeline
from sitroom.views.told import told_events
from sitroom.views.triggers import triggers
from sitroom.views.unreported import with_unreported


def assemble(
    articles: Sequence[AnnotatedArticle],
    links: Sequence[Link],
    amendments: Mapping[str, Amendment] | None = None,
    within: Collection[str] | None = None,
) -> Record:
    """The record of these articles under these judgements.

    ``amendments`` are names and types by actor id that an analyst gave; ``within`` the articles to show, all else None.
    """
    assembly = Assembly.of(articles, links, within)
    told = told_events(assembly)
    record = Record(
        articles=[_article(a) for a in assembly.articles],
        actors=[amended(actor, amendments or {}) for actor in actors(assembly)],
        statements=statements(assembly),
        events=with_histories(assembly, told, events(assembly, told)),
        figures=figures(assembly),
    )
    for complete in (with_unreported, with_readouts):
        record = record.model_copy(update={"events": complete(record)})
    return record.model_copy(
        update={
            "disagreements": disagreements(assembly, told, record),
            "triggers": triggers(assembly, told, record),
            "timeline": timeline(assembly, record),
        }
    )


def amended(actor: ActorItem, amendments: Mapping[str, Amendment]) -> ActorItem:
    """The actor under the name and type that an analyst gave it."""
    found = amendments.get(actor.id)
    if found is None:
        return actor
    update = {"name": found.name or actor.name, "type": found.type or actor.type}
    return actor.model_copy(update=update | ({"subtype": None} if found.type not in (None, actor.type) else {}))


def _article(annotated: AnnotatedArticle) -> ArticleItem:
    article = annotated.article
    return ArticleItem(
        id=article.id,
        path=article.path,
        url=article.url,
        outlet=article.outlet,
        title=article.title,
        authors=list(article.authors),
        published=article.published,
        published_from=article.published_from,
        modified=article.modified,
        retrieved=article.retrieved,
        language=article.language,
        text=article.text,
        origin=article.origin,
    )

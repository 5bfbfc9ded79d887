"""How stored annotations become an annotated article again, the same in every store.

One rule: annotations keep the order in which the steps' runner put them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sitroom.model import KIND_FIELDS, AnnotatedArticle, Annotation, Article, Link, kind_of
from sitroom.store.base import Derived


def assembled(article: Article, annotations: Iterable[Annotation]) -> AnnotatedArticle:
    """The article with its annotations, each under its kind, in the order given."""
    found: dict[str, list[Annotation]] = {}
    for annotation in annotations:
        found.setdefault(KIND_FIELDS[kind_of(annotation)], []).append(annotation)
    made = {name: tuple(items) for name, items in found.items()}
    return AnnotatedArticle(article, **made)  # type: ignore[arg-type]


def with_derived(article: Article, derived: Derived | None) -> Article:
    """The article with what is derived; a date that its input states is never replaced."""
    if derived is None:
        return article
    if article.published_from != "unknown":
        return replace(article, origin=derived.origin)
    return replace(article, published=derived.published, published_from=derived.published_from, origin=derived.origin)


def link_order(link: Link) -> tuple[str, str, str, str]:
    """The fixed order of judgements."""
    return (link.a, link.b, str(link.producer), link.judgement)

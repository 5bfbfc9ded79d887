"""What a user means by a part of an item: readings by id, article, outlet, name or words.

One rule: an id comes first, then an article or its outlet, then what the article calls the thing.
"""

from __future__ import annotations

from collections.abc import Mapping

from sitroom.link.anchors import Reading
from sitroom.model import AnnotatedArticle, Event, LocalActor
from sitroom.views.filters import folded
from sitroom.views.lookup import begins


def readings_called(readings: Mapping[str, tuple[AnnotatedArticle, Reading]], part: str) -> list[str]:
    """The ids of those of an item's readings that a part names; empty where it names none."""
    key, wanted = part.strip().lower(), folded(part)
    found = [m for m in readings if key and begins(m, key)]
    if len(found) == 1:
        return found
    found = [m for m, (a, _) in readings.items() if _is_article(a, key, wanted)]
    return found or [m for m, (a, x) in readings.items() if wanted and _is_told(a, x, wanted)]


def _is_article(annotated: AnnotatedArticle, key: str, wanted: str) -> bool:
    article = annotated.article
    path = article.path.replace("\\", "/")
    names = {folded(x) for x in (path, path.rsplit("/", 1)[-1], path.rsplit("/", 1)[-1].rsplit(".", 1)[0])}
    return bool(key) and (article.id.startswith(key) or wanted in names or wanted == folded(article.outlet or ""))


def _is_told(annotated: AnnotatedArticle, reading: Reading, wanted: str) -> bool:
    """Whether an article has this name for an actor, or these among the words that it tells an event in."""
    text = annotated.article.text
    if isinstance(reading, LocalActor):
        own = [m for m in annotated.mentions if m.actor == reading.key]
        return wanted in {folded(reading.name), *(folded(span.of(text)) for m in own for span in (m.span, m.head))}
    return isinstance(reading, Event) and wanted in folded(reading.evidence.of(text))

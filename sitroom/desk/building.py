"""What a build does: date what has no date, annotate what is pending, judge what belongs together.

One rule: each part goes on where it was stopped, and changes nothing where there is nothing to do.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sitroom.ingest.copies import origins
from sitroom.ingest.dating import dated
from sitroom.link.corrections import correct
from sitroom.link.judging import judge_all
from sitroom.model import AnnotatedArticle, digest
from sitroom.store import Refusal, Run, Store
from sitroom.store.base import Derived

if TYPE_CHECKING:
    from sitroom.annotate.reader import Reader

PRODUCER = "steps"
"""The name under which the steps' runs are kept."""
REVISION = "revision"
"""The note in the store that changes whenever the record may have changed."""

Progress = Callable[[int, int, str], None]
"""Called with (articles done, articles to do, path of the last one)."""


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did: how many articles were annotated, and those that could not be, with the reason."""

    annotated: int
    failed: tuple[Refusal, ...]


def derive(store: Store) -> None:
    """Days of publication and origins, from the whole coverage each time: so the order of adding is nothing."""
    stated = store.stated()
    known = dated(stated)
    origin = origins(known)
    found = {a.id: Derived(a.published, a.published_from, origin.get(a.id)) for a in known}
    current = {a.id: Derived(a.published, a.published_from, a.origin) for a in store.articles()}
    store.derive({key: derived for key, derived in found.items() if current.get(key) != derived})


def annotate_pending(store: Store, reader: Reader, progress: Progress | None) -> BuildReport:
    """Read the articles on which the steps of today have not run."""
    pending = store.pending(PRODUCER, reader.digest_of)
    failed: list[Refusal] = []
    if progress:
        progress(0, len(pending), "")
    if not pending:
        return BuildReport(0, ())
    for number, (article, result) in enumerate(reader.read(pending), 1):
        run = Run(article.id, PRODUCER, reader.digest_of(article), "done")
        if isinstance(result, AnnotatedArticle):
            store.annotate(result, run)
        else:
            failed.append(Refusal(article.path, str(result)))
            store.fail(replace(run, state="failed", error=str(result)))
        if progress:
            progress(number, len(pending), article.path)
    return BuildReport(len(pending) - len(failed), tuple(failed))


def link(store: Store) -> None:
    """All linkers' judgements, in the light of the analysts'; then say that the record may have changed."""
    articles, judgements = store.annotated(), store.judgements()
    store.set_links(judge_all(articles, correct(judgements, articles).links))
    stamp(store)


def stamp(store: Store) -> None:
    """Say that the record may have changed, where anything that it is made from has."""
    judgements = [j.id for j in store.judgements()]
    made_from = digest(store.articles(), store.runs(), store.links(), judgements)
    if store.get_meta(REVISION) != made_from:
        store.set_meta(REVISION, made_from)

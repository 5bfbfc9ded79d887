"""Whether the record holds: evidence against text, references against items, links against members.

One rule: nothing is mended here; every fault becomes one line that names the item.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from pydantic import BaseModel

from sitroom.errors import EvidenceError
from sitroom.model import AnnotatedArticle, Link, spans_of
from sitroom.record import EvidenceItem, Item, Record
from sitroom.text import Evidence


def faults(articles: Sequence[AnnotatedArticle], links: Iterable[Link], record: Record) -> Iterator[str]:
    """Everything that is wrong, one line each; nothing where all is well."""
    yield from _spans(articles)
    yield from _members(articles, links)
    yield from _evidence(record)
    yield from _references(record)


def _spans(articles: Sequence[AnnotatedArticle]) -> Iterator[str]:
    for annotated in articles:
        length = len(annotated.article.text)
        for annotation in annotated.annotations():
            for span in spans_of(annotation):
                if span.end > length:
                    yield f"{annotated.id_of(annotation)}: {span} lies outside the text of {annotated.article.path}"


def _members(articles: Sequence[AnnotatedArticle], links: Iterable[Link]) -> Iterator[str]:
    known = {annotated.id_of(item) for annotated in articles for item in annotated.annotations()}
    for link in links:
        # An analyst's judgement may outlive the reading it was made on; a linker's may not.
        missing = [member for member in (link.a, link.b) if member not in known]
        if missing and not link.producer.analyst:
            yield f"link {link.a} {link.judgement} {link.b}: there is no {', '.join(missing)}"


def _evidence(record: Record) -> Iterator[str]:
    texts = {article.id: article.text for article in record.articles}
    for item in record.items():
        for found in evidence_of(item):
            if found.article not in texts:
                yield f"{_name(item)}: evidence in {found.article}, which is no article"
                continue
            try:
                Evidence(found.article, found.start, found.end, found.quote).check(texts[found.article])
            except EvidenceError as error:
                yield f"{_name(item)}: {error}"
    for layer in (record.statements, record.events, record.figures, record.timeline):
        yield from (f"{_name(item)}: has no evidence" for item in layer if not item.evidence)


def _references(record: Record) -> Iterator[str]:
    seen: set[str] = set()
    for item in record.items():
        key = getattr(item, "id", None)
        if key is not None and key in seen:
            yield f"{_name(item)}: the id is used twice"
        seen.add(str(key))
    actors = {actor.id for actor in record.actors}
    statements = {statement.id for statement in record.statements}
    for statement in record.statements:
        named = {statement.speaker, *statement.speakers, statement.affiliation, *statement.addressees}
        yield from _unknown(statement, named | {link.actor for link in statement.via}, actors)
        yield from _unknown(statement, {statement.nested_in}, statements)
    for event in record.events:
        yield from _unknown(event, {*event.actors, *event.recipients, *event.initiator}, actors)
        yield from _unknown(event, {event.statement}, statements)
    for figure in record.figures:
        yield from _unknown(figure, {figure.source, *(link.actor for link in figure.via)}, actors)


def _unknown(item: Item, named: set[str | None], known: set[str]) -> Iterator[str]:
    yield from (
        f"{_name(item)}: refers to {key}, which does not exist"
        for key in sorted(filter(None, named))
        if key not in known
    )


def evidence_of(value: object) -> Iterator[EvidenceItem]:
    """Every piece of evidence within an item."""
    if isinstance(value, EvidenceItem):
        yield value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from evidence_of(getattr(value, name))
    elif isinstance(value, (list, tuple)):
        for each in value:
            yield from evidence_of(each)


def _name(item: Item) -> str:
    return str(getattr(item, "id", None) or f"{getattr(item, 'kind', '')} {getattr(item, 'date', '')}")

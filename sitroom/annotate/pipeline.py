"""The runner: parses articles and lets each step read them, in order.

One rule: what a step yields is checked before anything else sees it (kinds it declared, spans within
the text, references that exist), and a step never changes what is there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby

from sitroom.annotate.engine import Language, parse
from sitroom.annotate.reading import Reading
from sitroom.errors import EvidenceError, SitroomError, StepError
from sitroom.model import KIND_FIELDS, AnnotatedArticle, Annotation, Article, Producer, kind_of, spans_of
from sitroom.text import Span


@dataclass(frozen=True, slots=True)
class Step:
    """One step: ``run`` yields annotations of the kinds in ``makes`` and needs those in ``needs`` before it."""

    producer: Producer
    run: Callable[[Reading], Iterable[Annotation]]
    needs: frozenset[str] = field(default_factory=frozenset)
    makes: frozenset[str] = field(default_factory=frozenset)


def check_order(steps: Iterable[Step]) -> None:
    """Whether every step's needs are made before it.

    Raises:
        StepError: they are not.
    """
    made: set[str] = set()
    for step in steps:
        if missing := step.needs - made:
            raise StepError(f"{step.producer} needs {', '.join(sorted(missing))}, which no earlier step makes")
        made |= step.makes


def read(article: Article, reading: Reading, steps: Iterable[Step]) -> AnnotatedArticle:
    """Let the steps read one parsed article.

    Raises:
        StepError, EvidenceError: a step broke its contract.
    """
    for step in steps:
        made: dict[str, dict[Annotation, tuple[Span, Span]]] = {kind: {} for kind in step.makes}
        for annotation in step.run(reading):
            kind = kind_of(annotation)
            if kind not in made:
                raise StepError(f"{step.producer} made a {kind}, which it does not declare")
            spans = spans_of(annotation)
            for span in spans:
                if span.end > len(article.text):
                    raise EvidenceError(f"{step.producer}: {kind} at {span} lies outside the text")
            made[kind][annotation] = spans[0], spans[-1]
        reading.with_found(
            **{
                KIND_FIELDS[kind]: (*getattr(reading.found, KIND_FIELDS[kind]), *_ordered(items))
                for kind, items in made.items()
            }
        )
    return reading.found


def _ordered(items: dict[Annotation, tuple[Span, Span]]) -> list[Annotation]:
    """By place; by their words where two stand at the same, which is rare."""
    found: list[Annotation] = []
    for _, same in groupby(sorted(items, key=items.__getitem__), key=items.__getitem__):
        group = list(same)
        found.extend(sorted(group, key=repr) if len(group) > 1 else group)
    return found


def annotate(
    nlp: Language, articles: Iterable[Article], steps: list[Step]
) -> Iterator[tuple[Article, AnnotatedArticle | SitroomError]]:
    """Parse and read articles, in order; one that a step cannot read gives its error, the others go on."""
    check_order(steps)
    queue: list[Article] = []

    def texts() -> Iterator[str]:
        for article in articles:
            queue.append(article)
            yield article.text

    for doc in parse(nlp, texts()):
        article = queue.pop(0)
        try:
            yield article, read(article, Reading.of(article, doc), steps)
        except SitroomError as error:
            yield article, error
        except Exception as error:  # a bad article is one row with its reason, never a crash
            yield article, StepError(f"{type(error).__name__}: {error}")

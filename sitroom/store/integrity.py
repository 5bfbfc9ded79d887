"""Whether what is stored is still what was put there, the same for every store.

One rule: an id is a hash of content; what does not hash to its id was changed from outside.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

from sitroom.capture import article_id
from sitroom.codec import decode_annotation
from sitroom.errors import ValueFormatError
from sitroom.judgements import Judgement
from sitroom.model import Article, annotation_id


def of_captures(stored: Iterable[tuple[str, str, bytes | None]]) -> Iterator[str]:
    """What is wrong with captures, each given as its path, the hash of its bytes, and the bytes."""
    for path, sha256, data in stored:
        if data is None or hashlib.sha256(data).hexdigest() != sha256:
            yield f"capture {path}: its bytes do not match their hash {sha256}"


def of_articles(stored: Iterable[Article]) -> Iterator[str]:
    """What is wrong with articles."""
    for article in stored:
        if article.id != article_id(article.text, article.outlet):
            yield f"article {article.id} ({article.path}): its id does not match its text"


def of_annotations(stored: Iterable[tuple[str, str, str, str]]) -> Iterator[str]:
    """What is wrong with annotations, each given as its id, its article's id, its kind and its encoded body."""
    for id_, article, kind, body in stored:
        try:
            annotation = decode_annotation(kind, body)
        except ValueFormatError as error:
            yield f"{id_}: cannot be read: {error}"
            continue
        if annotation_id(article, annotation) != id_:
            yield f"{id_}: its id does not match its content"


def of_judgements(stored: Iterable[Judgement]) -> Iterator[str]:
    """What is wrong with judgements."""
    for judgement in stored:
        if judgement.named().id != judgement.id:
            yield f"{judgement.id}: its id does not match its content"

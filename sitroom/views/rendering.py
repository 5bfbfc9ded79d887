"""The brief as Markdown and as one self-contained HTML file.

One rule: every word from outside passes an escape on its way out; the HTML loads nothing and runs nothing.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable
from functools import cache
from operator import attrgetter
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from sitroom.record import EvidenceItem, Record
from sitroom.views.brief import Brief
from sitroom.views.lookup import Lookup
from sitroom.views.passages import Passage, passage
from sitroom.views.wording import counted, date_words, edged, label, listed, safe

# Marks that mean something within a line, addresses that would become links, and marks at the start of a line.
_MARKDOWN = re.compile(r"([\\`*_{}\[\]|~$@]|:(?=//)|(?<=www)\.|^[#+-])")
_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


@cache
def _environment() -> Environment:
    # Made on first use, not at import; escaping is on for every template, whatever its name.
    made = Environment(
        loader=PackageLoader("sitroom.views", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update(plain=safe, edged=edged, groupby_run=runs)
    return made


def runs(items: Iterable[Any], field: str) -> list[tuple[Any, list[Any]]]:
    """Items in their order, those that follow each other with one value of a field together."""
    return [(value, list(group)) for value, group in itertools.groupby(items, attrgetter(field))]


def markdown_text(text: str) -> str:
    """The text on one line, with every mark that Markdown or HTML could obey taken literally."""
    escaped = _MARKDOWN.sub(r"\\\1", safe(text)).translate(_ENTITIES)
    return re.sub(r"^(\d+)\.", r"\1\\.", escaped)


def coverage_words(brief: Brief) -> str:
    """What the brief was made from: how many reports, of whom, from when to when."""
    reports = counted(brief.articles, "report")
    parts = [reports + (f" ({brief.origins} independent)" if brief.origins < brief.articles else "")]
    if brief.outlets:
        parts.append(f"by {listed(brief.outlets, 6)}{' among others' if brief.unsigned else ''}")
    if brief.first and brief.last:
        span = (
            date_words(brief.first)
            if brief.first == brief.last
            else f"{date_words(brief.first)} to {date_words(brief.last)}"
        )
        parts.append(f"published {span}")
    return " ".join(parts) + (f"; {brief.undated} without a date" if brief.undated else "") + "."


def to_markdown(brief: Brief, record: Record) -> str:
    """The brief as Markdown, its evidence in footnotes."""
    lookup = Lookup.of(record)
    lines = [f"# {markdown_text(brief.title)}", "", markdown_text(coverage_words(brief)), ""]
    notes: list[str] = []
    for section in brief.sections:
        lines += [f"## {section.title}", ""]
        party = None
        for sentence in section.sentences:
            if sentence.party != party:
                party = sentence.party
                lines += ["", f"**{markdown_text(party or '')}**", ""]
            number = len(notes) + 1
            sources = markdown_text(", ".join(sentence.outlets))
            lines.append(f"- {markdown_text(sentence.text)} — *{sources}* [^{number}]")
            quotes = "; ".join(f"{source_words(e, lookup)}: “{e.quote}”" for e in sentence.evidence)
            notes.append(f"[^{number}]: {markdown_text(quotes)}")
        lines.append("")
    return "\n".join([*lines, *notes]) + "\n"


def to_html(brief: Brief, record: Record) -> str:
    """The brief as one HTML file that needs nothing else, the evidence one click away."""
    lookup = Lookup.of(record)

    def around(evidence: EvidenceItem) -> Passage:
        article = lookup.article(evidence.article)
        return passage(article, evidence) if article else Passage("", evidence.quote, "")

    return (
        _environment()
        .get_template("brief.html")
        .render(
            brief=brief,
            coverage=coverage_words(brief),
            around=around,
            article=lookup.article,
            source=lambda evidence: source_words(evidence, lookup),
            published=lambda value: label("published_from", value),
        )
    )


def source_words(evidence: EvidenceItem, lookup: Lookup) -> str:
    """Outlet and day of publication of the article that the words come from."""
    article = lookup.article(evidence.article)
    day = date_words(article.published) if article else ""
    return lookup.outlet(evidence.article) + (f", {day}" if day else "")

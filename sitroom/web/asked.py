"""One request to the web desk: its story, its filter, the record that they leave, and the links that keep both.

One rule: an address that was shared opens the same page; what it holds is cut, escaped and never obeyed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, get_args
from urllib.parse import urlencode

from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from sitroom.link.corrections import Fate
from sitroom.model import Claim, SourceType, StatementKind
from sitroom.record import EvidenceItem
from sitroom.views.filters import Filter, narrow
from sitroom.views.judged import mark
from sitroom.views.lines import quotes
from sitroom.views.lookup import Lookup
from sitroom.views.sides import Sought, dates_and_names
from sitroom.views.tables import Row
from sitroom.views.wording import safe

if TYPE_CHECKING:
    from sitroom.web.pages import Pages

_NAVIGATION = (
    ("", "Brief"), ("timeline", "Timeline"), ("events", "Events"), ("contacts", "Contacts"), ("positions", "Positions"),
    ("agenda", "Agenda"), ("figures", "Figures"), ("compare", "Comparison"), ("statements", "Statements"),
    ("actors", "Actors"), ("articles", "Articles"), ("search", "Search"), ("history", "Corrections"),
)  # fmt: skip
_FILTERS = ("about", "actor", "outlet", "from", "to")
MOST = 500
"""Rows that a page shows."""
LONGEST = 300
"""Characters of a word or name that a request may ask for."""
_NAMES = 200


class Asked:
    """One request: its story, its filter, the record that they leave, and the links that keep both."""

    def __init__(
        self, pages: Pages, request: Request, filtered: bool = True, bare: bool = False, until: str | None = None
    ) -> None:
        query = request.query_params
        self.pages, self.query = pages, query
        pages.shelf.refresh()
        self.story = query.get("story") or None
        self.filters = {name: _given(query, name) for name in _FILTERS}
        self.filters["from"] = self.filters["from"] or _given(query, "since")
        self.filters["to"] = (self.filters["to"] or _given(query, "until")) if until is None else until
        self.whole = pages.shelf.lookup(None if bare else self.story)
        wanted = Filter(*(self.filters[name] or None for name in _FILTERS))
        self.lookup = Lookup.of(narrow(self.whole.record, wanted)) if filtered and wanted else self.whole

    def url(self, path: str, **more: str) -> str:
        """The address of a page that keeps the story and the filter."""
        kept = {"story": self.story or "", **self.filters, **more}
        query = urlencode({name: value for name, value in kept.items() if value})
        return f"/{path}" + (f"?{query}" if query else "")

    def words(self, evidence: EvidenceItem) -> str:
        """The address of an article at the words of a piece of evidence."""
        query = {"story": self.story or "", "at": f"{evidence.start}-{evidence.end}"}
        return f"/articles/{evidence.article}?{urlencode({k: v for k, v in query.items() if v})}#at"

    def item(self, id_: str) -> str:
        """The address of an item's page."""
        story = f"?{urlencode({'story': self.story})}" if self.story else ""
        return f"/items/{id_}{story}"

    def marks(self, id_: str | None) -> list[str]:
        """What an analyst judged about an item, in a few words each."""
        return [mark(fate) for fate in self.corrected.get(id_ or "", ())]

    @cached_property
    def corrected(self) -> Mapping[str, Sequence[Fate]]:
        """The corrections in force, by item."""
        return self.pages.shelf.desk.corrected()

    def sources(self, row: Row) -> list[EvidenceItem]:
        """One piece of evidence an article, in order; of a disagreement each side's."""
        if row.kind == "disagreement":
            return list(row.evidence)
        return list({e.article: e for e in reversed(row.evidence)}.values())[::-1]

    def page(self, template: str, title: str, here: str, status: int = 200, **values: Any) -> Response:
        """The page."""
        outlets = sorted({safe(a.outlet) for a in self.whole.record.articles if a.outlet})
        html = self.pages.templates.get_template(template).render(
            asked=self, title=title, here=here, name=self.pages.shelf.name, navigation=_NAVIGATION, lookup=self.lookup,
            outlets=outlets, stories_known=[s.name for s in self.pages.shelf.stories()], most=MOST,
            quoted=lambda evidence: quotes(evidence, self.whole), **values,
        )  # fmt: skip
        return HTMLResponse(html, status)


def _given(query: QueryParams, name: str) -> str:
    return safe(query.get(name, "")[:LONGEST])


@dataclass(frozen=True, slots=True)
class StatementForm:
    """What the form of the statements page holds: ``to`` is an actor, ``until`` a date; empty is anything."""

    by: str
    to: str
    until: str
    source: str
    kind: str
    claim: str

    @classmethod
    def of(cls, query: QueryParams) -> StatementForm:
        """Read an address: ``to`` takes an actor or, as on other pages, a date; ``unnamed=1`` is a source."""

        def chosen(name: str, values: Sequence[str]) -> str:
            return value if (value := query.get(name, "")) in values else ""

        dates, names = dates_and_names(x for value in query.getlist("to") if (x := safe(value[:LONGEST])))
        until = _given(query, "until") or (dates[0] if dates else "")
        source = chosen("source", SOURCES) or ("not-named" if query.get("unnamed") else "")
        return cls(
            _given(query, "by"), names[0] if names else "", until, source,
            chosen("kind", KINDS), chosen("claim", CLAIMS),
        )  # fmt: skip

    @property
    def empty(self) -> bool:
        """Whether nothing is asked for."""
        return not any((self.by, self.to, self.until, self.source, self.kind, self.claim))

    @property
    def sought(self) -> Sought:
        """What is asked for, in the terms of the views."""
        source = self.source if self.source != "not-named" else None
        values = {"source": source or None, "kind": self.kind or None, "claim": self.claim or None}
        return Sought(self.by or None, (self.to,) if self.to else (), self.source == "not-named", **values)  # type: ignore[arg-type]


SOURCES = ("not-named", *get_args(SourceType))
KINDS: tuple[str, ...] = get_args(StatementKind)
CLAIMS: tuple[str, ...] = get_args(Claim)


def names_of(lookup: Lookup) -> list[str]:
    """Names that a form offers: of those who speak or are spoken to, the most often first."""
    counts: dict[str, int] = {}
    for item in lookup.record.statements:
        for actor in dict.fromkeys((item.speaker, *item.speakers, *item.addressees, *(v.actor for v in item.via))):
            if actor:
                counts[actor] = counts.get(actor, 0) + 1
    ordered = sorted(counts, key=lambda a: (-counts[a], lookup.name(a)))
    return list(dict.fromkeys(lookup.name(a) for a in ordered))[:_NAMES]

"""The pages: each takes a request, asks the shelf, and fills a template.

One rule: no page decides what an item means; it lays out what the views give.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from sitroom.errors import NotFoundError
from sitroom.link.corrections import Fate
from sitroom.record import ArticleItem, EventItem, EvidenceItem
from sitroom.views.brief import compose
from sitroom.views.details import detail, quotes
from sitroom.views.filters import Filter, find_actors, narrow
from sitroom.views.judged import history_table, mark
from sitroom.views.lookup import Lookup
from sitroom.views.rendering import coverage_words, runs
from sitroom.views.search import hits
from sitroom.views.tables import VIEWS, Row
from sitroom.views.variants import reported_in, utterances, variants_table
from sitroom.views.wording import clip, date_words, label, safe
from sitroom.web.boards import coverage_board, figure_board, stance_matrix
from sitroom.web.highlight import laid_out, marks_of
from sitroom.web.shelf import Shelf

_NAVIGATION = (
    ("", "Brief"), ("timeline", "Timeline"), ("events", "Events"), ("contacts", "Contacts"), ("positions", "Positions"),
    ("agenda", "Agenda"), ("figures", "Figures"), ("compare", "Comparison"), ("statements", "Statements"),
    ("actors", "Actors"), ("articles", "Articles"), ("search", "Search"), ("history", "Corrections"),
)  # fmt: skip
_FILTERS = ("about", "actor", "outlet", "from", "to")
_AT = re.compile(r"(\d{1,9})-(\d{1,9})$")
_MOST = 500
_LONGEST = 300


class Pages:
    """The endpoints, on one shelf."""

    def __init__(self, shelf: Shelf) -> None:
        self.shelf = shelf
        self.templates = Environment(
            loader=FileSystemLoader(Path(__file__).parent / "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self.templates.filters.update(plain=safe, day=date_words, clip=clip, groupby_run=runs)
        self.templates.globals.update(label=label, zip=zip)

    async def brief(self, request: Request) -> Response:
        """The front page: the brief, or the stories where there are several and none is chosen."""
        if len(self.shelf.stories()) > 1 and not request.query_params.get("story"):
            return await self.stories(request)
        asked = Asked(self, request)
        known = self.shelf.stories()
        made = compose(asked.lookup.record, asked.story or (known[0].name if known else self.shelf.name))
        return asked.page("brief.html", "Brief", "", brief=made, coverage=coverage_words(made))

    async def table(self, request: Request) -> Response:
        """Any view that is a table."""
        view = VIEWS.get(request.path_params["view"])
        if view is None:
            raise HTTPException(404)
        asked = Asked(self, request)
        table = view.table(asked.lookup.record)
        return asked.page("table.html", view.title, view.name, table=table, lede=view.help)

    async def positions(self, request: Request) -> Response:
        """Positions with the matrix of who toward whom."""
        asked, view = Asked(self, request), VIEWS["positions"]
        events = [e for e in view.select(asked.lookup.record) if isinstance(e, EventItem)]
        matrix = stance_matrix(events, asked.lookup)
        for name, field in (("of", "actors"), ("toward", "recipients")):
            if wanted := request.query_params.get(name):
                found = find_actors(asked.whole, wanted)
                events = [e for e in events if found & set(getattr(e, field))]
        table = view.table(asked.lookup.record, events)
        return asked.page("positions.html", view.title, view.name, table=table, lede=view.help, matrix=matrix)

    async def figures(self, request: Request) -> Response:
        """Figures of one measure side by side."""
        asked = Asked(self, request)
        board = figure_board(asked.lookup)
        return asked.page("figures.html", "Figures", "figures", board=board, lede=VIEWS["figures"].help)

    async def compare(self, request: Request) -> Response:
        """Where reports differ, and which outlet has what."""
        asked, view = Asked(self, request), VIEWS["compare"]
        table = view.table(asked.lookup.record)
        board = coverage_board(asked.lookup)
        said = reported_in(utterances(asked.whole.record), asked.lookup.record)
        quoted = variants_table(said, asked.whole)
        return asked.page("compare.html", view.title, view.name, table=table, lede=view.help, board=board, said=quoted)

    async def articles(self, request: Request) -> Response:
        """The coverage itself."""
        asked = Asked(self, request)
        record = asked.lookup.record
        ordered = sorted(record.articles, key=lambda a: (a.published or "9999", a.path))
        return asked.page("articles.html", "Articles", "articles", articles=ordered)

    async def article(self, request: Request) -> Response:
        """One article, what was read in it marked."""
        asked = Asked(self, request, filtered=False)
        item = asked.lookup.by_id.get(request.path_params["id"])
        if not isinstance(item, ArticleItem):
            raise NotFoundError("there is no such article in this record")
        found = _AT.fullmatch(request.query_params.get("at", ""))
        at = (int(found[1]), int(found[2])) if found and int(found[1]) < int(found[2]) else None
        paragraphs = laid_out(item, marks_of(item, asked.lookup), at)
        return asked.page(
            "article.html", safe(item.title or item.path), "articles", article=item, paragraphs=paragraphs
        )

    async def item(self, request: Request) -> Response:
        """One item with all its words."""
        asked = Asked(self, request, filtered=False)
        found = self.shelf.desk.show(request.path_params["id"])
        # An item of another story is shown with all its reports.
        lookup = asked.lookup if found.id in asked.lookup.by_id else self.shelf.lookup()
        shown = detail(lookup.by_id.get(found.id, found), lookup, self.shelf.desk.grounds(found))
        return asked.page("item.html", shown.title, "", detail=shown)

    async def search(self, request: Request) -> Response:
        """Articles that hold some words."""
        asked = Asked(self, request)
        words = request.query_params.get("q", "").strip()[:_LONGEST]
        kept = {a.id for a in asked.lookup.record.articles}
        found = hits([a for a in self.shelf.desk.search(words) if a.id in kept][:_MOST], words) if words else []
        return asked.page("search.html", "Search", "search", words=words, found=found)

    async def history(self, request: Request) -> Response:
        """What analysts corrected, and what became of it."""
        asked = Asked(self, request, filtered=False)
        return asked.page("history.html", "Corrections", "history", table=history_table(self.shelf.desk.history()))

    async def stories(self, request: Request) -> Response:
        """The stories that the coverage falls into."""
        asked = Asked(self, request, filtered=False)
        return asked.page("stories.html", "Stories", "", stories=self.shelf.stories())

    async def failed(self, request: Request, error: Exception) -> Response:
        """An error with a message for the user."""
        return self._plain_page(request, safe(str(error)), 404 if isinstance(error, NotFoundError) else 400)

    async def missing(self, request: Request, error: Exception) -> Response:
        """An address that leads nowhere."""
        return self._plain_page(request, "There is no page at this address.", 404)

    def _plain_page(self, request: Request, message: str, status: int) -> Response:
        asked = Asked(self, request, filtered=False, bare=True)
        return asked.page(
            "message.html", "Not found" if status == 404 else "Not understood", "", status, message=message
        )


class Asked:
    """One request: its story, its filter, the record that they leave, and the links that keep both."""

    def __init__(self, pages: Pages, request: Request, filtered: bool = True, bare: bool = False) -> None:
        query = request.query_params
        self.pages, self.query = pages, query
        pages.shelf.refresh()
        self.story = query.get("story") or None
        self.filters = {name: query.get(name, "").strip() for name in _FILTERS}
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
            outlets=outlets, stories_known=[s.name for s in self.pages.shelf.stories()], most=_MOST,
            quoted=lambda evidence: quotes(evidence, self.whole), **values,
        )  # fmt: skip
        return HTMLResponse(html, status)

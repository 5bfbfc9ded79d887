"""The pages: each takes a request, asks the shelf, and fills a template.

One rule: no page decides what an item means; it lays out what the views give.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from sitroom.errors import NotFoundError, ValueFormatError
from sitroom.record import ArticleItem, EventItem, StatementItem
from sitroom.views import selections
from sitroom.views.brief import compose
from sitroom.views.details import detail
from sitroom.views.filters import find_actors
from sitroom.views.judged import history_table
from sitroom.views.rendering import coverage_words, runs
from sitroom.views.search import hits
from sitroom.views.sides import ambiguous, statements_between, statements_table
from sitroom.views.tables import VIEWS
from sitroom.views.variants import reported_in, utterance, utterances
from sitroom.views.wording import clip, date_words, edged, label, safe
from sitroom.web.asked import CLAIMS, KINDS, LONGEST, MOST, SOURCES, Asked, StatementForm, names_of
from sitroom.web.boards import coverage_board, figure_board, quoted_board, stance_matrix
from sitroom.web.highlight import laid_out, marks_of
from sitroom.web.shelf import Shelf

_AT = re.compile(r"(\d{1,9})-(\d{1,9})$")


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
        self.templates.filters.update(plain=safe, day=date_words, clip=clip, edged=edged, groupby_run=runs)
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

    async def statements(self, request: Request) -> Response:
        """Statements by whom, to whom, about what; a name that nobody has is said above the table."""
        view, form, message = VIEWS["statements"], StatementForm.of(request.query_params), ""
        chosen: list[StatementItem] = []
        try:
            asked = Asked(self, request, until=form.until)
            items = selections.statements(asked.lookup.record)
            chosen = statements_between(items, asked.whole.record, form.sought)
            table = statements_table(chosen, form.sought, asked.whole.record)
            meant = [several for name in (form.by, form.to) if (several := ambiguous(asked.whole.record, name))]
            if not form.empty or any(asked.filters.values()):
                table = replace(table, empty="Nothing matches the filter.", notes=(*meant, *table.notes))
        except (NotFoundError, ValueFormatError) as error:
            asked, message = Asked(self, request, filtered=False, until=form.until), _on_page(error)
            table = view.table(asked.whole.record, [])
        return asked.page(
            "statements.html", view.title, view.name, 404 if message else 200, table=table, lede=view.help, form=form,
            message=message, names=names_of(asked.whole), sources=SOURCES, kinds=KINDS, claims=CLAIMS,
        )  # fmt: skip

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
        boards = [quoted_board(one.by_article(), asked.whole) for one in said]
        return asked.page("compare.html", view.title, view.name, table=table, lede=view.help, board=board, said=boards)

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
        item, said = lookup.by_id.get(found.id), None
        if isinstance(item, StatementItem) and item.group:
            told = lookup.record.statements
            said = quoted_board(utterance((s for s in told if s.group == item.group), told).variants, lookup)
        return asked.page("item.html", shown.title, "", detail=shown, said=said)

    async def search(self, request: Request) -> Response:
        """Articles that hold some words."""
        asked = Asked(self, request)
        words = request.query_params.get("q", "").strip()[:LONGEST]
        kept = {a.id for a in asked.lookup.record.articles}
        found = hits([a for a in self.shelf.desk.search(words) if a.id in kept][:MOST], words) if words else []
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


def _on_page(error: Exception) -> str:
    """An error for a reader who has no command line before him."""
    return safe(str(error)).replace("`sitroom actors` lists them", "the page Actors lists them")

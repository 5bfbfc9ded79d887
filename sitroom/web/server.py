"""Serving the desk: the application, its routes, and the server that listens.

One rule: it listens where it was told to and nowhere else.
"""

from __future__ import annotations

import socket
from collections.abc import Callable
from pathlib import Path

import uvicorn
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from sitroom.errors import SitroomError
from sitroom.web.guard import Guard
from sitroom.web.pages import Pages
from sitroom.web.shelf import DeskLike, Shelf


def make_app(desk: DeskLike, name: str, address: str = "127.0.0.1") -> Starlette:
    """The web desk on a desk; ``name`` heads the pages, ``address`` is where it listens."""
    pages = Pages(Shelf(desk, name))
    return Starlette(
        routes=[
            Route("/", pages.brief, name="brief"),
            Route("/stories", pages.stories, name="stories"),
            Route("/compare", pages.compare, name="compare"),
            Route("/positions", pages.positions, name="positions"),
            Route("/statements", pages.statements, name="statements"),
            Route("/figures", pages.figures, name="figures"),
            Route("/search", pages.search, name="search"),
            Route("/history", pages.history, name="history"),
            Route("/articles", pages.articles, name="articles"),
            Route("/articles/{id}", pages.article, name="article"),
            Route("/items/{id}", pages.item, name="item"),
            Mount("/static", StaticFiles(directory=Path(__file__).parent / "static"), name="static"),
            Route("/{view}", pages.table, name="table"),
        ],
        middleware=[Middleware(Guard, address=address)],
        exception_handlers={SitroomError: pages.failed, 404: pages.missing},
    )


def run(desk: DeskLike, name: str, host: str, port: int, announce: Callable[[str], None]) -> None:
    """Serve until interrupted; ``announce`` is told the address once the port is taken.

    Raises:
        SitroomError: the port cannot be had.
    """
    host = host.strip("[]")
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        # Listening before it is announced: who follows the address at once is not refused.
        listener.listen(128)
    except OSError as error:
        raise SitroomError(f"cannot listen on {host} port {port}: {error.strerror}; choose another --port") from error
    shown = f"[{host}]" if family == socket.AF_INET6 else host
    announce(f"http://{shown}:{listener.getsockname()[1]}/")
    config = uvicorn.Config(make_app(desk, name, host), log_level="warning", server_header=False, lifespan="off")
    uvicorn.Server(config).run(sockets=[listener])

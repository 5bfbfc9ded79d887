"""What stands between a browser and the desk: which hosts are answered, and what pages may do.

One rule: a request that does not name an address of this machine gets nothing, so that no page on the
web can read the record through a name that points here (DNS rebinding).
"""

from __future__ import annotations

import ipaddress

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'; script-src 'none'"
)
_HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}
_METHODS = frozenset({"GET", "HEAD"})


class Guard:
    """Answers requests for this machine's loopback names, or for the address that the user chose to open."""

    def __init__(self, app: ASGIApp, address: str = "127.0.0.1") -> None:
        self.app, self.address = app, address

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what may be answered, with headers that bind the page."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        if not is_allowed(Headers(scope=scope).get("host", ""), self.address):
            await PlainTextResponse("This desk answers on its own address only.\n", 421)(scope, receive, send)
            return
        if scope["method"] not in _METHODS:
            await PlainTextResponse("The desk is read only.\n", 405, {"Allow": "GET, HEAD"})(scope, receive, send)
            return

        async def send_bound(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers[name] = value
            await send(message)

        await self.app(scope, receive, send_bound)


def is_allowed(host: str, address: str) -> bool:
    """Whether a ``Host`` header names the loopback address, or the address that the desk was opened on.

    A desk opened on all addresses (``0.0.0.0``) answers to any address in figures, never to other names.
    """
    name = _without_port(host.strip().lower())
    if name in ("localhost", address.strip("[]").lower()):
        return True
    try:
        number = ipaddress.ip_address(name)
    except ValueError:
        return False
    return number.is_loopback or address.strip("[]") in ("0.0.0.0", "::")  # compared, not bound


def _without_port(host: str) -> str:
    if host.startswith("["):
        return host[1:].split("]", 1)[0]
    return host.rsplit(":", 1)[0] if host.count(":") == 1 else host

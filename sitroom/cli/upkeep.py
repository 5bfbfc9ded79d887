"""The commands that look after a store: verify, doctor, serve.

One rule: `serve` listens on the loopback address alone unless the user names another.
"""

from __future__ import annotations

import ipaddress
from pathlib import Path
from typing import Annotated

import typer

from sitroom.cli.options import AsJson, Store, open_desk
from sitroom.cli.output import complain, json_text
from sitroom.errors import SitroomError
from sitroom.views.wording import counted, safe


def register(app: typer.Typer) -> None:
    """Add the commands to the application."""
    app.command("verify", short_help="Check evidence, ids and links of a store.")(verify)
    app.command("doctor", short_help="Print versions, hashes and places.")(doctor)
    app.command("serve", short_help="Show the record in a browser.")(serve)


def verify(store: Store) -> None:
    """Check every piece of evidence against the stored text, ids against contents, links against members.

    Exit code 1, and a list, when anything fails.
    """
    with open_desk(store) as desk:
        faults = [str(fault) for fault in desk.verify()]
    for fault in faults:
        print(safe(fault))
    if faults:
        complain(f"{store}: {counted(len(faults), 'fault')}")
        raise typer.Exit(1)
    print(f"{safe(str(store))}: sound")


def doctor(
    store: Annotated[
        Path | None, typer.Argument(metavar="[STORE]", help="A store to look at, too.", show_default=False)
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Print versions, hashes of the pipeline and its tables, and where data lies."""
    with open_desk(store or ":memory:", create=store is None) as desk:
        facts = dict(desk.doctor())
    if as_json:
        print(json_text([facts]))
        return
    width = max(len(name) for name in facts)
    for name, value in facts.items():
        print(f"{safe(name):<{width}}  {safe(str(value))}")


def serve(
    store: Store,
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="The port to listen on.")] = 8765,
    host: Annotated[
        str, typer.Option("--host", help="The address to listen on; loopback unless you open it.")
    ] = "127.0.0.1",
) -> None:
    """Show the record in a browser, on this machine alone.

    \b
    Example:
        sitroom serve story.db --port 8765
    """
    from sitroom.web.server import run  # noqa: PLC0415  # the web parts load only when asked for

    with open_desk(store) as desk:
        if not _loopback(host):
            complain(f"warning: {host} can be reached from other machines, and the desk asks nobody who they are")

        def announce(address: str) -> None:
            print(f"Sitroom shows {safe(str(store))} at {address} (Ctrl-C ends it)", flush=True)

        run(desk, store.stem, host, port, announce)


def _loopback(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError as error:
        raise SitroomError(f"{host} is no address to listen on") from error

"""Links and judgements in SQL.

One rule: nothing is deleted: a link that no longer holds is withdrawn, a judgement stays as it was made.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

import sqlalchemy as sa

from sitroom.codec import decode, encode
from sitroom.judgements import Judgement, in_order
from sitroom.model import Link, Producer
from sitroom.store.tables import JUDGEMENTS, LINKS


def set_links(connection: sa.Connection, links: Sequence[Link]) -> None:
    """Make these the linkers' current links."""
    wanted = {_key(link): link for link in links}
    held = {_key(link): link for link in current(connection)}
    _withdraw(connection, {key: link for key, link in held.items() if key not in wanted})
    rows = [_row(link) for key, link in wanted.items() if key not in held]
    if rows:
        connection.execute(sa.insert(LINKS), rows)


def _withdraw(connection: sa.Connection, links: Mapping[tuple[Any, ...], Link]) -> None:
    if not links:
        return
    columns = [LINKS.c[name] for name in ("a", "b", "judgement", "score", "reason", "producer", "version", "analyst")]
    condition = sa.and_(LINKS.c.withdrawn_at.is_(None), *[c == sa.bindparam(f"w_{c.name}") for c in columns])
    now = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
    rows = [{f"w_{name}": value for name, value in _row(link).items()} for link in links.values()]
    connection.execute(sa.update(LINKS).where(condition).values(withdrawn_at=now), rows)


def current(connection: sa.Connection) -> list[Link]:
    """The linkers' current links, in no order."""
    # What analysts judge is kept in a table of its own; the column is from before.
    rows = connection.execute(sa.select(LINKS).where(LINKS.c.withdrawn_at.is_(None), LINKS.c.analyst.is_(False)))
    return [
        Link(r.a, r.b, r.judgement, r.score, r.reason, Producer(r.producer, r.version, bool(r.analyst))) for r in rows
    ]


def keep(connection: sa.Connection, judgements: Sequence[Judgement]) -> int:
    """Keep an analyst's judgements for good; how many of them are new."""
    known = set(connection.execute(sa.select(JUDGEMENTS.c.id)).scalars())
    new = [j for j in in_order(list(judgements)) if j.id not in known]
    if new:
        connection.execute(sa.insert(JUDGEMENTS), [{"id": j.id, "at": j.at, "body": encode(j)} for j in new])
    return len(new)


def judgements(connection: sa.Connection) -> list[Judgement]:
    """All judgements, by time."""
    if not sa.inspect(connection).has_table(JUDGEMENTS.name):
        return []  # a store of a former version that may only be read
    return in_order([decode(Judgement, body) for body in connection.execute(sa.select(JUDGEMENTS.c.body)).scalars()])


def _row(link: Link) -> dict[str, Any]:
    return {
        "a": link.a, "b": link.b, "judgement": link.judgement, "score": link.score, "reason": link.reason,
        "producer": link.producer.name, "version": link.producer.version, "analyst": link.producer.analyst,
    }  # fmt: skip


def _key(link: Link) -> tuple[Any, ...]:
    return tuple(_row(link).values())

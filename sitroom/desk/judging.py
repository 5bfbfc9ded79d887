"""Who judges, and when: a judgement with its name, reason and time.

One rule: no judgement without a name and a reason, and none earlier than the one before it.
"""

from __future__ import annotations

import datetime as dt
import getpass
from collections.abc import Callable, Sequence

from sitroom.config import Config
from sitroom.errors import JudgementError
from sitroom.judgements import Act, Judgement, Subject
from sitroom.views.wording import safe

Clock = Callable[[], dt.datetime]
"""Tells the time."""


def now() -> dt.datetime:
    """The machine's time."""
    return dt.datetime.now(dt.UTC)


def analyst(config: Config) -> str:
    """Who judges where nobody is named: the setting ``analyst``, else the user of this machine; empty for nobody."""
    try:
        return config.analyst or getpass.getuser()
    except (OSError, KeyError):
        return ""


def signed(
    act: Act,
    about: tuple[Subject, ...],
    reason: str,
    by: str,
    at: str,
    value: str | None = None,
    undoes: str | None = None,
) -> Judgement:
    """The judgement, its words without control characters.

    Raises:
        JudgementError: it bears no reason or no name.
    """
    if not safe(reason):
        raise JudgementError("give the reason, in words")
    if not safe(by):
        raise JudgementError("give a name (--by), or set SITROOM_ANALYST")
    given = None if value is None else safe(value)
    return Judgement(act, safe(by), safe(reason), at, about, given, undoes).named()


def time_after(known: Sequence[Judgement], clock: Clock) -> str:
    """Now, in UTC; later than every judgement known, whatever the clock says."""
    time = clock().astimezone(dt.UTC)
    if known:
        time = max(time, dt.datetime.fromisoformat(known[-1].at) + dt.timedelta(milliseconds=1))
    return time.isoformat(timespec="milliseconds").replace("+00:00", "Z")

"""An analyst's judgements as JSON lines, to be carried from one store to another, and back.

One rule: strict both ways; a line that was changed by hand is no judgement, for its id is a hash of the rest.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import get_args

from sitroom.codec import decode, encode
from sitroom.errors import ValueFormatError
from sitroom.judgements import Judgement
from sitroom.model import ActorType

_SUBJECTS = {"merge": 2, "split": 2, "not-same": 2, "pin": 1, "rename": 1, "type": 1, "undo": 0}


def judgement_line(judgement: Judgement) -> str:
    """One JSON object, without the line's end."""
    return encode(judgement)


def read_judgements(lines: Iterable[str]) -> list[Judgement]:
    """The judgements of a file, empty lines left out.

    Raises:
        ValueFormatError: a line is no judgement, with its number.
    """
    found = []
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                found.append(_checked(decode(Judgement, line)))
            except ValueFormatError as error:
                raise ValueFormatError(f"line {number}: {error}") from error
    return found


def _checked(judgement: Judgement) -> Judgement:
    act = judgement.act
    if judgement.id != judgement.named().id:
        raise ValueFormatError("the judgement's id does not match its content")
    if len(judgement.about) != _SUBJECTS[act] or not all(s.words for s in judgement.about):
        raise ValueFormatError(f"{act} takes {_SUBJECTS[act]} items, with their words")
    if len({s.kind for s in judgement.about}) > 1 or (act in ("rename", "type") and judgement.about[0].kind != "actor"):
        raise ValueFormatError(f"{act} is not for items of such kinds")
    if (act in ("rename", "type")) != bool(judgement.value) or (act == "undo") != bool(judgement.undoes):
        raise ValueFormatError(f"{act} without what it gives, or with what it does not")
    if act == "type" and judgement.value not in get_args(ActorType):
        raise ValueFormatError(f"no type is called {judgement.value!r}")
    if not (judgement.by.strip() and judgement.reason.strip()):
        raise ValueFormatError("a judgement needs a name and a reason")
    try:
        time = dt.datetime.fromisoformat(judgement.at)
        if time.tzinfo is None or time.year > 9000:  # the one after it could not be later
            raise ValueError
    except ValueError:
        raise ValueFormatError(f"{judgement.at!r} is no time with its zone") from None
    return judgement

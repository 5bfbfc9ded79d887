"""The outlet that a text names as its own: a masthead, a line of source or copyright, an agency's dateline.

One rule: only a line that says nothing else than whose the report is; an outlet that the story talks of is not it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from sitroom import lines
from sitroom.ingest.headline import title_of
from sitroom.resources import load
from sitroom.text import paragraphs

_HEAD, _TAIL = 4, 12  # lines above the text and at its end that are looked at
_START = 8  # paragraphs in which a dateline may stand
_LONGEST = 20_000
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DATELINE = re.compile(
    rf"[^\W\d_a-z][^\d\n(]{{1,50}}?(?P<day>,?\s(?:{_MONTH}\s\d{{1,2}}|\d{{1,2}}\s{_MONTH})(?:,?\s\d{{4}})?)?"
    r"\s\((?P<name>[^()\n]{2,40})\)\s?[-–—]{1,2}\s"
)
_SOURCE = re.compile(r"(?:Sources?|Originally published by)\s?:?\s(?P<name>[^\n]{2,80})")
_COPYRIGHT = re.compile(
    r"(?:(?:©|\([cC]\)|Copyright|COPYRIGHT)[\s,]{0,3}){1,2}(?:(?:19|20)\d\d(?:\s?[-–]\s?\d{2,4})?[\s,]{1,2})?"
    r"(?:by\s)?(?P<name>[^\n]{2,80})"
)
_REST = re.compile(
    r"\s(?:and|with|via|[/|–—-])\s|[,;|/]\s|\.(?:\s|$)|\s(?:19|20)\d\d\b|\s(?:All|LLC|Inc|Ltd)\b|\s?[®™©]",
    re.IGNORECASE,
)
_NAME = re.compile(r"[^\W\d_a-z][\w'’./&-]*(?:\s(?:of|and|the|de|du|della|&|[^\W\d_a-z][\w'’./&-]*)){0,4}")


def outlet_of(text: str) -> str | None:
    """The outlet by the names of known ones, else as the text has it; ``None`` where the text does not name its own.

    A masthead counts before a line of source or copyright, these before the agency of a dateline, since papers
    print what agencies wrote. Not supported: mastheads that neither are known nor end as outlets' names do.
    """
    last = [line for line in text[-_LONGEST:].splitlines() if line.strip()][-_TAIL:]
    return (
        _masthead(text)
        or next((name for line in last if (name := _stated(line, _SOURCE, _cut))), None)
        or next((name for line in last if (name := _stated(line, _COPYRIGHT, _cut))), None)
        or next((name for line in _opening(text) if (name := _by_dateline(line))), None)
    )


def _opening(text: str) -> Iterator[str]:
    return (span.of(text) for span in paragraphs(text[:_LONGEST])[:_START])


def _masthead(text: str) -> str | None:
    """A line above the headline that is an outlet's name; without a headline below, it may be the headline itself."""
    title = title_of(text)
    if title is None:
        return None
    for number, line in enumerate(_opening(text)):
        if number == _HEAD or line == title:
            return None
        name = line.strip()
        if name in _known():
            return _known()[name]
        if lines.is_masthead(name) and not lines.is_label(name) and not lines.is_prompt(name):
            return name
    return None


def _stated(line: str, pattern: re.Pattern[str], cut: Callable[[str], str]) -> str | None:
    found = pattern.match(line.strip())
    return _accepted(cut(found["name"])) if found else None


def _by_dateline(line: str) -> str | None:
    found = _DATELINE.match(line.strip())
    if not found:
        return None
    name = found["name"].strip()
    # After a day the sign in brackets is the agency; after a place alone it may be a part of the country.
    return _accepted(name) or (name if found["day"] and _is_agency(name) else None)


def _is_agency(name: str) -> bool:
    return bool(_NAME.fullmatch(name)) and not lines.is_date_line(name) and not name.endswith("day")


def _accepted(name: str) -> str | None:
    return _known().get(name) or (name if lines.is_masthead(name) else None)


def _cut(name: str) -> str:
    return _REST.split(name, maxsplit=1)[0].strip(" .")


@cache
def _known() -> dict[str, str]:
    """Each known outlet's name by all its names."""
    found: dict[str, str] = {}
    for kind in load("outlets").values():
        for row in kind.values():
            for name in (row["name"], *row.get("also", ())):
                found.setdefault(str(name), str(row["name"]))
                found.setdefault(str(name).removeprefix("The "), str(row["name"]))
    return found

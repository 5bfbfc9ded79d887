"""The publication date of a page, and how it is known.

One rule: what the page states outranks its address, the address what its text says; a date in the
future of the page's own facts (expiry of a script, a footer's year) is not a publication date.
"""

from __future__ import annotations

import datetime as dt
import re

from htmldate import find_date
from lxml.html import HtmlElement

from sitroom.ingest.page_facts import PageFacts, day
from sitroom.model import PublishedFrom

_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?=[/\-_.]|$)")


def published(html: str, tree: HtmlElement, facts: PageFacts) -> tuple[str | None, PublishedFrom]:
    """The day of publication (EDTF) and where it was found; ``None`` and ``unknown`` where nowhere."""
    address, stated = day_in_address(facts.url), facts.published or _marked(tree)
    if stated:
        # Pages state the moment in UTC; the outlet's own day, which its weekdays count from, is in the address.
        return (address, "url") if address and _one_day_apart(address, stated) else (stated, "metadata")
    if address:
        return address, "url"
    # Told apart by how far it must search: marked places first, then anything that looks like a date.
    latest = facts.modified or "2100-01-01"
    if found := find_date(html, extensive_search=False, original_date=True, max_date=latest):
        return found, "metadata"
    if found := find_date(html, extensive_search=True, original_date=True, max_date=latest):
        return found, "text"
    return None, "unknown"


def day_in_address(url: str | None) -> str | None:
    """The day that an address carries (``/2021/12/09/``, ``/20211209-``); ``None`` where it has none."""
    found = _IN_ADDRESS.search(url or "")
    return day("-".join(found.groups())) if found else None


def _one_day_apart(one: str, other: str) -> bool:
    return abs((dt.date.fromisoformat(one) - dt.date.fromisoformat(other)).days) == 1


def _marked(tree: HtmlElement) -> str | None:
    for element in tree.iter("time", "span", "abbr", "meta"):
        if (element.get("itemprop") or "").lower() == "datepublished":
            found = day(element.get("datetime")) or day(element.get("content"))
            if found:
                return found
    return None

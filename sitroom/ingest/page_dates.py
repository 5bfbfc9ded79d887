"""The publication date of a page, and how it is known.

One rule: what the page states outranks its address, the address what its text says; a date in the
future of the page's own facts (expiry of a script, a footer's year) is not a publication date.
"""

from __future__ import annotations

import logging
import re

from htmldate import find_date
from lxml.html import HtmlElement

from sitroom.ingest.page_facts import PageFacts, day
from sitroom.model import PublishedFrom

_IN_URL = re.compile(r"/((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?=[/\-_.]|$)")
logging.getLogger("htmldate").setLevel(logging.CRITICAL)


def published(html: str, tree: HtmlElement, facts: PageFacts) -> tuple[str | None, PublishedFrom]:
    """The day of publication (EDTF) and where it was found; ``None`` and ``unknown`` where nowhere."""
    if facts.published:
        return facts.published, "metadata"
    if marked := _marked(tree):
        return marked, "metadata"
    if facts.url and (found := _IN_URL.search(facts.url)):
        return "-".join(found.groups()), "url"
    # Told apart by how far it must search: marked places first, then anything that looks like a date.
    for extensive, source in ((False, "metadata"), (True, "text")):
        found_day = find_date(
            html, extensive_search=extensive, original_date=True, max_date=facts.modified or "2100-01-01"
        )
        if found_day:
            return found_day, source  # type: ignore[return-value]
    return None, "unknown"


def _marked(tree: HtmlElement) -> str | None:
    for element in tree.iter("time", "span", "abbr", "meta"):
        if (element.get("itemprop") or "").lower() == "datepublished":
            found = day(element.get("datetime")) or day(element.get("content"))
            if found:
                return found
    return None

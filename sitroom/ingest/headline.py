"""The headline of an article saved as plain text.

One rule: where no line above the text looks like a headline, there is none.
"""

from __future__ import annotations

import re

from sitroom import lines
from sitroom.text import paragraphs

_HEAD = 12  # paragraphs that are looked at
_CAPITAL_SHARE = 0.7


def title_of(text: str) -> str | None:
    """The headline: the first line above the text that is no label, date, byline or caption.

    ``None`` where the text begins at once. Not supported: headlines of one or two words, and those that end with a
    full stop without being capitalised throughout.
    """
    head = [span.of(text) for span in paragraphs(text[:20_000])[:_HEAD]]
    for i, line in enumerate(head):
        if _is_furniture(line) or (lines.is_masthead(line) and i + 2 < len(head)):
            continue
        if _is_headline(line, followed=i + 1 < len(head)):
            return line
        if len(line) > 100 or lines.ends_as_sentence(line):
            return None
    return None


def _is_furniture(line: str) -> bool:
    return (
        lines.is_label(line)
        or lines.is_prompt(line)
        or lines.is_date_line(line)
        or lines.is_byline(line)
        or lines.has_credit(line)
        or lines.is_credit(line)
    )


def _is_headline(line: str, followed: bool) -> bool:
    words = line.split()
    if not followed or not 3 <= len(words) <= 30 or len(line) > 220:
        return False
    if not re.search(r"[.;:]['\"”’)]*$", line):
        return True
    long = [word for word in words if len(word) > 3]
    return bool(long) and sum(word[0].isupper() or not word[0].isalpha() for word in long) / len(long) >= _CAPITAL_SHARE

"""Values of the record in words: dates, amounts, lists of names, and text made safe to print.

One rule: words say neither more nor less than the value does; an unreadable value is shown as it stands.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from typing import Any

from sitroom import resources
from sitroom.errors import ValueFormatError
from sitroom.values import bounds

_SEASON = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
_SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
_UNPRINTABLE = re.compile(
    "[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]"
)
LONGEST = 260
"""Characters of a quotation, beyond which it is cut."""
_CURRENCY = re.compile(r"[A-Z]{3}$")


def wording(table: str) -> dict[Any, Any]:
    """One table of ``resources/wording.yaml``."""
    found: dict[Any, Any] = resources.load("wording")[table]
    return found


def label(table: str, value: str | None) -> str:
    """The words for a value of a closed list; the value itself where the table has none."""
    return str(wording(table).get(value, value or ""))


def safe(text: str) -> str:
    """The text on one line without control, escape or direction-changing characters."""
    return " ".join(_UNPRINTABLE.sub("", re.sub(r"[\r\n\t\u2028\u2029]+", " ", text)).split())


def edged(text: str) -> str:
    """The text safe to print, with a space at either end where it had white space there."""
    lead, tail = " " if text[:1].isspace() else "", " " if text[-1:].isspace() and text.strip() else ""
    return f"{lead}{safe(text)}{tail}"


def clip(text: str, limit: int = 220) -> str:
    """At most about ``limit`` characters, cut at a word, with an ellipsis where something is left out."""
    text = safe(text)
    if len(text) <= limit:
        return text
    return text[:limit].rsplit(" ", 1)[0].rstrip(" ,;:–—-") + " …"


def quoted(words: str, limit: int = LONGEST) -> str:
    """The words in quotation marks of their own, the article's marks at either end taken off."""
    text = clip(words, limit).strip(" ,;")
    if re.fullmatch(r"[\"“][^\"“”]*[\"”]", text):
        text = text[1:-1]
    inner = re.sub('[“”"]', lambda found: {"“": "‘", "”": "’"}.get(found[0], "'"), text.rstrip(",;")).rstrip(".")
    return f"“{inner}”"


def listed(names: Sequence[str], limit: int | None = None) -> str:
    """Names as English lists them: "A", "A and B", "A, B and C"; beyond ``limit`` "A, B and 7 others"."""
    names = list(dict.fromkeys(names))
    if limit is not None and len(names) > limit + 1:
        names = [*names[:limit], f"{len(names) - limit} others"]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}" if names else ""


def date_words(edtf: str | None) -> str:
    """An EDTF date as "30 December 2021", "January 2022", "9–10 January 2022"; empty for ``None``."""
    if not edtf:
        return ""
    try:
        span = bounds(edtf)
    except ValueFormatError:
        return safe(edtf)
    assert span is not None
    text = re.sub(r"[~?%]", "", edtf)
    about = "about " if re.search(r"[~?%]", edtf) else ""
    if span.first is None:
        return f"by {about}{_end_words(text, last=True)}"
    if span.last is None:
        return f"from {about}{_end_words(text, last=False)}"
    if "/" in text or ".." in text or "," in text:
        return about + _range_words(span.first, span.last)
    return about + _single_words(text)


def _end_words(text: str, last: bool) -> str:
    parts = [part for part in re.split(r"/|\.\.|,", text.strip("[]{}")) if part]
    return _single_words(parts[-1 if last else 0])


def _single_words(text: str) -> str:
    text = text.split("T", maxsplit=1)[0].strip()
    if re.fullmatch(r"\d{3}X", text):
        return f"the {text[:3]}0s"
    parts = text.split("-")
    if len(parts) == 3:
        return f"{int(parts[2])} {_month(int(parts[1]))} {int(parts[0])}"
    if len(parts) == 2:
        return f"{_SEASON.get(parts[1]) or _month(int(parts[1]))} {int(parts[0])}"
    return text


def _range_words(first: dt.date, last: dt.date) -> str:
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{last.day} {_month(last.month)} {last.year}"
    start = f"{first.day} {_month(first.month)}"
    if first.year != last.year:
        start += f" {first.year}"
    return f"{start} – {last.day} {_month(last.month)} {last.year}"


def _month(number: int) -> str:
    # Not strftime: month names must not follow the user's locale.
    return (
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November", "December",
    )[number - 1]  # fmt: skip


def when(edtf: str | None) -> str:
    """The date with its preposition: "on 30 December 2021", "in January 2022", "by 3 May 2022"; may be empty."""
    words = date_words(edtf)
    if not words or words.startswith(("by ", "from ")):
        return words
    if words.startswith("about "):
        return f"{'on or ' if words[6:7].isdigit() and words.count(' ') > 1 else ''}{words}"
    if found := re.fullmatch(r"(\d+)–(\d+) (.+)", words):
        first, last, month = found.groups()
        return f"on {words}" if int(last) - int(first) < 3 else f"between {first} and {last} {month}"
    if " – " in words:
        return "between " + words.replace(" – ", " and ")
    return f"{'on' if words[0].isdigit() and ' ' in words else 'in'} {words}"


def number_words(value: float) -> str:
    """12,000; 2.5 billion; 0.4."""
    for scale, name in _SCALES:
        if abs(value) >= scale and round(value / scale, 3) * scale == value:
            return f"{value / scale:.3f}".rstrip("0").rstrip(".") + f" {name}"
    return f"{value:,.0f}" if value == int(value) else f"{value:,}"


def length_words(minutes: float) -> str:
    """A stretch of time: "50 minutes", "90 minutes", "8 hours"."""
    if minutes >= 120 and minutes % 60 == 0:
        return f"{minutes / 60:g} hours"
    return "1 minute" if minutes == 1 else f"{minutes:g} minutes"


def amount_words(low: float | None, high: float | None, unit: str | None, modifier: str) -> str:
    """A figure as stated: "more than USD 2.5 billion", "up to 175,000", "90 minutes"."""
    low_words = number_words(low if low is not None else high) if (low, high) != (None, None) else ""  # type: ignore[arg-type]
    high_words = number_words(high) if high is not None else low_words
    if not low_words:
        return "a number not stated"
    if unit and _CURRENCY.fullmatch(unit):
        low_words, high_words = f"{unit} {low_words}", high_words if modifier == "range" else f"{unit} {high_words}"
        unit = None
    said = str(wording("modifiers").get(modifier, "{low}")).format(low=low_words, high=high_words)
    if not unit:
        return said
    if unit in ("percent", "%"):
        return f"{said}%"
    last = high if high is not None else low
    return f"{said} {unit}" if last == 1 or unit.endswith("s") else f"{said} {plural(unit)}"


def counted(number: int, noun: str) -> str:
    """The noun with its number: "1 article", "2 articles"."""
    return f"{number} {noun if number == 1 else plural(noun)}"


def with_article(noun: str) -> str:
    """The noun with "a" or "an", by its first letter."""
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


def plural(noun: str) -> str:
    """The regular plural of a noun ("ally": "allies", "church": "churches"). Not supported: irregular ones."""
    if noun.endswith("y") and noun[-2:-1] not in tuple("aeiou"):
        return f"{noun[:-1]}ies"
    return f"{noun}es" if noun.endswith(("ch", "sh", "x", "z", "s")) else f"{noun}s"

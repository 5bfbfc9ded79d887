"""How a sentence of the brief is put together.

One rule: what is said stands on one line, begins with a capital and ends with a stop.
"""

from __future__ import annotations

from sitroom.views.wording import when


def opening(edtf: str | None) -> str:
    """The day that a sentence opens with: "on 30 December 2021, "; empty for ``None``."""
    words = when(edtf)
    return f"{words}, " if words else ""


def one_line(*parts: str) -> str:
    """The parts as a sentence."""
    text = " ".join("".join(parts).split())
    text = text[:1].upper() + text[1:]
    return text if text.endswith((".", ".”", "?", "!")) else text + "."

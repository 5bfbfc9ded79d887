"""The base of all objects of the outputs, and what items of several kinds hold.

One rule: what is here belongs to no kind of item alone.
"""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict

from sitroom.model import ViaRole


class Item(BaseModel):
    """Base of all objects of the outputs: frozen, no unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    def line(self) -> dict[str, Any]:
        """The object as JSON's own types, in the order of its fields."""
        return self.model_dump(mode="json", by_alias=True)


class EvidenceItem(Item):
    """Words of an article: half-open code-point offsets into its canonical text, and the text between."""

    article: str
    start: int
    end: int
    quote: str


class ViaItem(Item):
    """One link of the chain between the words and the reader."""

    text: str
    actor: str | None
    role: ViaRole

"""Actors of the record, with their names and offices.

One rule: every alias and office is tied to the words that give it.
"""

from __future__ import annotations

from typing import Literal

from pydantic import ConfigDict, Field

from sitroom.model import ActorType
from sitroom.record.item import EvidenceItem, Item


class AliasItem(Item):
    """One surface form of an actor, with the articles that use it."""

    text: str
    articles: list[str]
    evidence: list[EvidenceItem]


class RoleItem(Item):
    """An office as stated: ``of`` is an actor id; ``from``/``to`` EDTF where the text gives them."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    title: str
    of: str | None
    from_: str | None = Field(alias="from")
    to: str | None
    evidence: list[EvidenceItem]


class ActorItem(Item):
    """One real-world person, state, organisation, group, forum, agreement or place, under all its names."""

    kind: Literal["actor"] = "actor"
    id: str
    name: str
    type: ActorType
    subtype: str | None
    country: str | None
    aliases: list[AliasItem]
    roles: list[RoleItem]
    wikidata: str | None

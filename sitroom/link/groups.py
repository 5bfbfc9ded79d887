"""Groups of mentions that tell of one thing, as the linkers of events let them grow.

One rule: a mention comes in with its score and the reason in words.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from sitroom.link.told import Told


@dataclass(slots=True)
class Group:
    """A contact, deed or position as it grows: its mentions, the first of them the most specific; reasons and scores
    by mention.
    """

    members: list[Told] = field(default_factory=list)
    why: dict[str, tuple[float, str]] = field(default_factory=dict)

    @classmethod
    def begun(cls, told: Told) -> Group:
        """A group of one mention."""
        group = cls()
        group.add(told, 1.0, "first mention")
        return group

    def add(self, told: Told, score: float, reason: str) -> None:
        """Take in a mention."""
        self.members.append(told)
        self.why[told.id] = (round(score, 3), reason)

    def of_article(self, article: str) -> list[Told]:
        """The mentions that one article has of it."""
        return [t for t in self.members if t.article == article]

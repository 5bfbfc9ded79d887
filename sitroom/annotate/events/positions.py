"""What a statement commits its speaker to where no verb names it: "said it would respond if …", "said they must …".

One rule: the content's own words decide; a statement that only describes is no position.
"""

from __future__ import annotations

from sitroom.annotate.reading import Reading
from sitroom.model import Event


def positions(reading: Reading, found: list[Event]) -> list[Event]:
    """Positions in statements whose cue is neutral."""
    return []

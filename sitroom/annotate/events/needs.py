"""What a frame asks of its parties and surroundings before a word counts as an event.

One rule: a need is a yes-or-no question about one hit, under the name by which ``resources/events.yaml`` asks it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from sitroom.annotate.events.needs_of_content import OF_CONTENT
from sitroom.annotate.events.needs_of_parties import OF_PARTIES
from sitroom.annotate.events.senses import SENSES
from sitroom.annotate.reading import Reading

if TYPE_CHECKING:
    from sitroom.annotate.events.triggers import Hit

Need = Callable[[Reading, "Hit"], bool]

NEEDS: Mapping[str, Need] = {**OF_PARTIES, **OF_CONTENT, **SENSES}


def met(need: str, reading: Reading, hit: Hit) -> bool:
    """Whether the hit fulfils the need of that name.

    Raises:
        KeyError: the table asks for a need that does not exist; a test reads every frame.
    """
    return NEEDS[need](reading, hit)

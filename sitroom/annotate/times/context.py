"""What an expression is read against: the publication date, the last date spoken of, and the direction of its verb.

One rule: nothing here looks at a clock.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from sitroom.annotate.times.periods import COARSENESS, Period, coarser, containing, day
from sitroom.model import TimeType

Direction = Literal["past", "future", None]
_WRONG_SIDE = {True: 25.0, False: 4.0}
"""How many times farther a date on the wrong side of the anchor counts, by whether the verb itself is finite."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What an expression stands for. ``period`` bounds the EDTF date and may be narrower than the value."""

    type: TimeType
    value: str
    period: Period | None = None
    mod: str | None = None
    anchor: str = "none"
    rule: str = ""
    about: bool = False
    """Whether the bounds are known only roughly (the first day of Ramadan, a company's year)."""


@dataclass(frozen=True, slots=True)
class Context:
    """Where an expression stands. ``narrative``: the text tells its story along its own dates."""

    published: dt.date | None = None
    previous: Period | None = None
    day: Period | None = None
    """The last day spoken of, which "that day" means though a month or a year was spoken of since."""
    direction: Direction = None
    strong: bool = False
    narrative: bool = False
    spoken: bool = False
    """Whether ``published`` is the day on which the words around were spoken."""
    before_christ: int | None = None
    """The year before Christ that the story has reached."""
    leapt: bool = False
    """Whether the last year spoken of lay far away from the story."""
    quarterly: Period | None = None
    """The last quarter spoken of, which "a year earlier" in a report of earnings goes back from."""

    region: int = -1
    """Where the paragraph begins."""
    months_in: int | None = None
    """The paragraph that last spoke of accounts of six or nine months: they are set against those a year before."""

    @property
    def compares_years(self) -> bool:
        """Whether "a year earlier" means the year before, since accounts of many months are spoken of."""
        return self.months_in == self.region

    @property
    def now(self) -> dt.date | None:
        """The day that "today", "last week" and weekdays are counted from."""
        return (self.previous.first if self.previous else None) if self.narrative else self.published

    @property
    def anchor(self) -> str:
        """The name of what ``now`` is."""
        if self.now is None:
            return "none"
        return "previous" if self.narrative else "utterance" if self.spoken else "published"

    def spoken_of(self, unit: str) -> Period | None:
        """What "that day" or "the following week" counts from; ``None`` where only something longer was spoken of."""
        previous = self.previous
        if previous is None or unit not in COARSENESS or not coarser(previous.grain, unit):
            return previous
        day = self.day.first if self.day else None
        if day is None or previous.first is None or previous.last is None:
            return None
        return self.day if previous.first <= day <= previous.last else None

    def nearest(self, make: Callable[[int], Period | None], years: Sequence[int] = (-1, 0, 1)) -> Period | None:
        """Of a period in the years around, the one that suits the direction and lies nearest.

        In a narrative the year of the last date spoken of, or the next where the story would go far back.
        """
        now = self.now
        if now is None:
            return None
        return self.best([p for offset in years if (p := make(now.year + offset))])

    def best(self, periods: Sequence[Period]) -> Period | None:
        """Of several periods the one that suits the direction and lies nearest; ``None`` with nothing to count from."""
        now = self.now
        made = [period for period in periods if period.first and period.last]
        if now is None or not made:
            return None
        if self.narrative:
            return min(made, key=lambda p: self._story_cost(p, now))
        return min(made, key=lambda p: self._cost(p, now))

    def _cost(self, period: Period, now: dt.date) -> float:
        assert period.first is not None
        assert period.last is not None
        if period.first <= now <= period.last:
            return 0
        ahead = period.first > now
        distance = (period.first - now).days if ahead else (now - period.last).days
        wrong = (ahead and self.direction == "past") or (not ahead and self.direction == "future")
        # Companies expect results of a quarter that is over: the tense says little about quarters.
        strong = self.strong and period.grain != "quarter"
        return distance * (_WRONG_SIDE[strong] if wrong else 1)

    def _story_cost(self, period: Period, now: dt.date) -> float:
        assert period.first is not None
        assert period.last is not None
        last = self.previous.last if self.previous and self.previous.last else now
        if period.first <= last and now <= period.last:
            return 0
        # A story goes forward; it goes back within a year more readily than on by as much.
        return (period.first - last).days if period.first > last else (now - period.last).days * 1.2

    def weekday(self, number: int) -> Period | None:
        """The day of the week (1 Monday to 7 Sunday) that suits the direction; the anchor day itself counts."""
        if self.now is None:
            return None
        ahead = (number - self.now.isoweekday()) % 7
        offset = ahead if self.direction == "future" or ahead == 0 else ahead - 7
        try:
            return day(self.now + dt.timedelta(days=offset))
        except OverflowError:
            return None

    def current(self, unit: str) -> Period | None:
        """The period of a unit that holds the anchor day."""
        return containing(self.now, unit) if self.now else None

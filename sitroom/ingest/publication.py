"""The publication day of articles that do not state one, from their own words and from reports like them.

One rule: a day is given only where the evidence agrees on it; otherwise there is none. A text that dates itself is
never dated by others. Nothing here depends on the order of the articles or on a clock.

Method: every clue (a day behind or ahead, a weekday, a month, another report of the same things) gives each
candidate day a log-likelihood; the best day stands when nearly all of the probability lies within three days of it.
"""

from __future__ import annotations

import datetime as dt
import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sitroom.ingest.clues import Clues, DayClue, read_clues
from sitroom.ingest.similarity import Profile, profiles, similarity
from sitroom.model import Article, PublishedFrom
from sitroom.values import day_of, is_edtf

Dating = dict[str, tuple[str, PublishedFrom]]

CERTAIN = 0.72  # share of the probability within NEAR days of the best day
NEAR = 3
_NEIGHBOURS = 4
_IMPOSSIBLE = -8.0
# How often the weekday of a past act lies that many days before publication (news is mostly of the day before).
_WEEKDAY_PAST = (0.0, -0.1, -1.0, -1.6, -2.2, -2.8, -3.2)
_WEEKDAY_AHEAD = (-1.8, -0.2, -0.2, -0.3, -0.4, -0.6, -0.9)
# How far the latest year that a text mentions lies before the year in which it appeared.
_YEAR_PRIOR = (-0.9, -1.2, -2.3, -2.8, -3.2, -3.5, -3.8, -4.0, -4.2)


@dataclass(frozen=True, slots=True)
class _Dated:
    day: dt.date
    profile: Profile


def infer(articles: Sequence[Article]) -> Dating:
    """The day (EDTF) and how it was found, for the articles whose ``published`` is ``None`` and whose day can be told.

    First each undated article alone, then the others by the dated ones and by those dated before. An article that is
    left out of the answer has too little evidence. Articles are named by ``Article.id``.
    """
    ordered = sorted(articles, key=lambda a: a.id)
    undated = {a.id: read_clues(a.text) for a in ordered if a.published is None}
    if not undated:
        return {}
    found: Dating = {}
    for article_id, clues in undated.items():
        if clues.stated:
            found[article_id] = (clues.stated[0].isoformat(), clues.stated[1])
        elif day := _best_day(clues, ()):
            found[article_id] = (day.isoformat(), "inferred")
    if len(found) == len(undated) or len(ordered) == 1:
        return found
    likeness = profiles({a.id: a.text for a in ordered})
    given = {a.id: day for a in ordered if is_edtf(a.published or "") and (day := day_of(a.published))}
    for _ in range(3):  # what is dated by others may date a third
        known = {**given, **{key: dt.date.fromisoformat(day) for key, (day, _) in found.items()}}
        fresh = _by_others(undated, found, known, likeness)
        if not fresh:
            break
        found |= fresh
    return found


def _by_others(
    undated: Mapping[str, Clues], found: Dating, known: Mapping[str, dt.date], likeness: Mapping[str, Profile]
) -> Dating:
    dated = [_Dated(day, likeness[key]) for key, day in sorted(known.items())]
    fresh: Dating = {}
    for article_id, clues in undated.items():
        if article_id in found:
            continue
        weighed = [(similarity(likeness[article_id], other.profile), other.day) for other in dated]
        near = sorted((pair for pair in weighed if pair[0] > 0), reverse=True)[:_NEIGHBOURS]
        if near and (day := _best_day(clues, near)):
            fresh[article_id] = (day.isoformat(), "inferred")
    return fresh


def _best_day(clues: Clues, near: Sequence[tuple[float, dt.date]]) -> dt.date | None:
    if not near and not any(clue.year for clue in clues.days):
        return None  # a year that is mentioned somewhere does not tell this year
    scores = {day: _score(day, clues, near) for day in _candidates(clues, near)}
    if not scores:
        return None
    best = max(scores, key=lambda day: (scores[day], -day.toordinal()))
    weight = {day: math.exp(score - scores[best]) for day, score in scores.items()}
    mass = sum(w for day, w in weight.items() if abs((day - best).days) <= NEAR)
    certain = mass / sum(weight.values()) >= CERTAIN
    return best if certain and _is_pinned(best, clues, near) else None


def _is_pinned(day: dt.date, clues: Clues, near: Sequence[tuple[float, dt.date]]) -> bool:
    """Whether two kinds of evidence speak for this very week; one alone may be about another time."""
    gaps = [gap for clue in clues.days if clue.tense != "future" and (gap := _gap(day, clue)) is not None]
    ahead = [(own - day).days for clue in clues.days if clue.tense == "future" and (own := _next(day, clue))]
    past = [(day.weekday() - weekday) % 7 for weekday, tense in clues.weekdays if tense == "past"]
    supports = (
        any(0 <= gap <= NEAR + 1 for gap in gaps),
        any(1 <= gap <= 21 for gap in ahead),
        bool(past) and min(past) <= 1,
        clues.dateline is not None,
        any(abs((day - other).days) <= 7 for _, other in near),
    )
    return sum(supports) >= 2


def _next(day: dt.date, clue: DayClue) -> dt.date | None:
    if clue.year:
        return clue.date(clue.year)
    return next((own for year in (day.year, day.year + 1) if (own := clue.date(year)) and own > day), None)


def _gap(day: dt.date, clue: DayClue) -> int | None:
    """Days from the clue's day to the candidate, in the clue's direction; without a year the nearest one."""
    if clue.tense == "future":
        return None
    if clue.year:
        own = clue.date(clue.year)
        return (day - own).days if own else None
    return next(
        ((day - own).days for year in (day.year, day.year - 1) if (own := clue.date(year)) and own <= day), None
    )


def _candidates(clues: Clues, near: Sequence[tuple[float, dt.date]]) -> set[dt.date]:
    anchors: set[tuple[dt.date, int, int]] = {(day, 21, 21) for _, day in near}
    years: set[int] = set()
    if clues.years:
        years.update(range(clues.years[-1], clues.years[-1] + len(_YEAR_PRIOR)))
    if near:
        years.update(day.year + shift for _, day in near for shift in (-1, 0, 1))
    for clue in (*clues.days, *((clues.dateline,) if clues.dateline else ())):
        for year in {clue.year} if clue.year else years:
            if own := clue.date(year):
                anchors.add((own, 12, 14))
    out: set[dt.date] = set()
    for day, back, ahead in anchors:
        low, high = max(day.toordinal() - back, 1), day.toordinal() + ahead
        out.update(map(dt.date.fromordinal, range(low, high + 1)))
    return out


def _score(day: dt.date, clues: Clues, near: Sequence[tuple[float, dt.date]]) -> float:
    score = sum(_day_score(day, clue) for clue in dict.fromkeys(clues.days))
    score += _weekday_score(day, clues)
    score += sum(_month_score(day, month, tense) for month, tense in dict.fromkeys(clues.months))
    score += _relative_score(day, clues)
    score += _like_score(day, near)
    if clues.dateline:
        gap = _gap(day, clues.dateline)
        score += {0: 0.0, 1: -1.0}.get(gap if gap is not None else 99, _IMPOSSIBLE)
    if clues.years:
        behind = day.year - clues.years[-1]
        score += (
            _YEAR_PRIOR[behind] if 0 <= behind < len(_YEAR_PRIOR) else _IMPOSSIBLE if behind < 0 else _YEAR_PRIOR[-1]
        )
    return score


def _day_score(day: dt.date, clue: DayClue) -> float:
    own = clue.date(day.year)
    if own is None:
        return 0.0
    if clue.year:
        return _whole_score((day - own).days, clue)
    shift = (day - own).days
    if clue.tense == "future":
        ahead = -shift if shift <= 0 else 365 - shift
        return -2.0 if shift == 0 else -0.35 * math.log1p(ahead) - (3.0 if ahead > 240 else 0.0)
    behind = shift if shift >= 0 else 365 + shift
    if clue.tense == "unknown":
        return -0.35 * math.log1p(min(behind, 365 - behind))
    score = -0.6 * math.log1p(behind) - (2.0 if behind > 300 else 0.0)
    if clue.weekday is not None and behind < 300:
        real = clue.date(day.year if shift >= 0 else day.year - 1)
        score += 0.0 if real and real.weekday() == clue.weekday else -6.0
    return score


def _whole_score(gap: int, clue: DayClue) -> float:
    if clue.tense == "future":
        return -0.2 * math.log1p(-gap) if gap < 0 else -2.5
    if gap < 0:
        return _IMPOSSIBLE if clue.tense == "past" else -2.0 - 0.2 * math.log1p(-gap)
    return -0.45 * math.log1p(gap)


def _weekday_score(day: dt.date, clues: Clues) -> float:
    score = 0.0
    for (weekday, tense), count in Counter(clues.weekdays).items():
        behind = (day.weekday() - weekday) % 7
        if tense == "past":
            step = _WEEKDAY_PAST[behind]
        elif tense == "future":
            step = _WEEKDAY_AHEAD[(weekday - day.weekday()) % 7]
        else:
            step = 0.3 * _WEEKDAY_PAST[behind]
        score += step * math.sqrt(count)
    return score


def _month_score(day: dt.date, month: int, tense: str) -> float:
    if tense == "future":
        return -0.2 * ((month - day.month) % 12)
    if tense == "past":
        return -0.15 * ((day.month - month) % 12)
    return 0.0


def _relative_score(day: dt.date, clues: Clues) -> float:
    score = 0.0
    if "earlier this month" in clues.relative and day.day <= 3:
        score -= 2.0
    if "earlier this year" in clues.relative and day.month == 1:
        score -= 2.0
    if "later this month" in clues.relative and day.day >= 27:
        score -= 2.0
    ahead = {clue.month for clue in clues.days if clue.tense == "future"}
    if "next month" in clues.relative and ahead and day.month % 12 + 1 not in ahead:
        score -= 0.7
    return score


def _like_score(day: dt.date, near: Sequence[tuple[float, dt.date]]) -> float:
    """Log of a mixture: the same news as one of these reports (the likest by far the likeliest), or unrelated."""
    if not near:
        return 0.0
    odds = [(weight**2 / (1 - min(weight, 0.95)), other) for weight, other in near]
    total = sum(weight for weight, _ in odds)
    same = sum(weight / total * _nearness(abs((day - other).days)) for weight, other in odds)
    trust = near[0][0]
    return math.log(trust * same + (1 - trust) / 3650)


def _nearness(gap: int) -> float:
    """How often like reports lie that many days apart: mostly the same news, else the same story some days on."""
    return 0.7 * math.exp(-gap / 1.5) / 3.1 + 0.3 * math.exp(-gap / 8) / 16

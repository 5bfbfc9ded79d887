"""An analyst's judgements in words, and found by the start of their ids.

One rule: every judgement is told with who made it and why.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sitroom.errors import NotFoundError
from sitroom.judgements import Judgement
from sitroom.views.lookup import LEAST, bare, begins, short_ids
from sitroom.views.wording import clip, counted, safe

PAST = {
    "merge": "merged", "split": "split", "not-same": "kept apart", "pin": "pinned", "rename": "renamed",
    "type": "given another type", "undo": "taken back",
}  # fmt: skip
"""What was done, by the judgement's act."""


def find_judgement(judgements: Sequence[Judgement], asked: str) -> Judgement:
    """The judgement whose id, or whose id after its kind, begins so.

    Raises:
        NotFoundError: none does, or several do.
    """
    key = asked.strip().lower()
    if len(bare(key)) < LEAST:
        raise NotFoundError(f"give at least {LEAST} letters of a judgement's id (`sitroom history` lists them)")
    found = [j for j in judgements if begins(j.id, key)]
    if len(found) != 1:
        some = ": " + ", ".join(short(j.id) for j in found[:6]) if found else " (`sitroom history` lists them)"
        count = f"{len(found)} judgements have ids that begin" if found else "no judgement has an id that begins"
        raise NotFoundError(f"{count} with {safe(asked)!r}{some}")
    return found[0]


def in_words(judgement: Judgement) -> str:
    """The judgement in one line: "Joe Biden and Biden merged by Ada: one man (judgement 3f2a)"."""
    return f"{what(judgement)} {done(judgement)} ({short(judgement.id)})"


def done(judgement: Judgement) -> str:
    """What was done, by whom and why: "merged by Ada: one man"."""
    return f"{PAST[judgement.act]} by {safe(judgement.by)}: {safe(judgement.reason)}"


def what(judgement: Judgement) -> str:
    """What a judgement is about, in words."""
    names = [safe(subject.name) for subject in judgement.about]
    if judgement.act == "split":
        articles = len({w.article for w in judgement.about[1].words})
        quotes = list(dict.fromkeys(clip(w.quote, 30) for w in judgement.about[1].words))[:3]
        return f"{names[0]}: “{'”, “'.join(quotes)}” in {counted(articles, 'article')}"
    if judgement.act in ("rename", "type"):
        return f"{names[0]} → {safe(judgement.value or '')}"
    if judgement.act == "undo":
        return short(judgement.undoes or "")
    return " and ".join(names)


def short_judgements(judgements: Iterable[Judgement]) -> dict[str, str]:
    """For each judgement's id the shortest start that names it alone."""
    return short_ids(j.id for j in judgements)


def short(id_: str) -> str:
    """A judgement by the first letters of its id: "judgement 3f2a91c0"."""
    return f"judgement {bare(id_)[:8]}"

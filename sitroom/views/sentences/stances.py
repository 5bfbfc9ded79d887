"""Positions, and what is to follow on a condition, as sentences.

One rule: the verb is the report's own, or the mildest that the type allows.
"""

from __future__ import annotations

import re

from sitroom.record import EventItem, EvidenceItem, TriggerItem
from sitroom.views.lookup import Lookup
from sitroom.views.sentences.excerpts import whole_sentence
from sitroom.views.sentences.form import one_line, opening
from sitroom.views.sentences.naming import names
from sitroom.views.sentences.sources import on_whose_word
from sitroom.views.wording import clip, quoted, safe, wording

_RUNS_ON = re.compile(r"[\"“‘']?(?:to|that|for|not|against|in|over)\b")


def position_sentence(event: EventItem, lookup: Lookup) -> tuple[str, list[EvidenceItem]]:
    """Who takes which stance toward whom, in the words reported."""
    holders, targets = lookup.sides(event)
    holder, target = names(holders or event.actors, lookup), names(targets, lookup)
    content = [e for e in event.content or [] if len(e.quote.split()) > 3]
    words = content[0] if content else whole_sentence(event, lookup)
    rest = [f"; condition: {quoted(c.quote)}" for c in (event.condition or [])[:1] if c.quote not in words.quote]
    if event.deadline and event.deadline.text not in words.quote:
        rest.append(f"; deadline: {safe(event.deadline.text)}")
    evidence = [words, *event.evidence, *(event.condition or [])[:1]]
    if not content:
        text = f"{holder}, as {lookup.outlet(words.article)} has it: {quoted(words.quote)}"
        return one_line(text, *rest), evidence
    without, toward = _position_verb(event, reads_on=words.quote.startswith("that "))
    verb = toward.format(target=target) if target else without
    # "urged Benn “to come”" reads on; a content that is a clause of its own stands after a colon.
    mark = " " if _RUNS_ON.match(words.quote) else ": "
    said = f"{holder} {verb}{mark}{quoted(words.quote)}"
    return one_line(_day_of(event, words), said, *rest, on_whose_word(event, lookup)), evidence


def trigger_sentence(trigger: TriggerItem, lookup: Lookup) -> tuple[str, list[EvidenceItem]]:
    """What is to follow if, or unless, something comes about."""
    said: dict[str, str] = {}
    evidence: list[EvidenceItem] = []
    for commitment in trigger.commitments:
        event = lookup.by_id.get(commitment.event)
        if isinstance(event, EventItem) and commitment.evidence:
            holder = names(lookup.together(event.actors), lookup) or "a party not named"
            content = event.content[0] if event.content else None
            if content is not None and content.quote.startswith("that "):
                words, verb = content, f" {_position_verb(event, reads_on=True)[0]} "
            else:
                # Never a bare infinitive: "not prepared to step in" would read "to step in".
                words, verb = commitment.evidence[0], ": "
            unless = " (unless so)" if commitment.polarity == "unless" else ""
            said.setdefault(holder + unless, f"{holder}{unless}{verb}{quoted(words.quote)}")
            evidence += [words, *commitment.evidence]
    if not said:
        return "", []
    state = "Open condition" if trigger.status == "open" else f"Condition {trigger.status} by now"
    return one_line(f"{state}, {quoted(clip(trigger.what, 120))}: {'; '.join(list(said.values())[:4])}"), evidence


def _position_verb(event: EventItem, reads_on: bool) -> tuple[str, str]:
    """The verb without and with a target: the report's own, else the mildest that the type allows."""
    pairs: dict[str, list[str]] = wording("cue_verbs").get(event.type, {})
    content = " ".join(e.quote for e in event.content or [])
    outside = " ".join(e.quote.replace(content, " ") if content else e.quote for e in event.evidence[:1]).lower()
    hits = [(m.start(), pair) for stem, pair in pairs.items() if (m := re.search(rf"\b{stem}", outside))]
    plain = ("said", "told {target}") if reads_on else wording("position_verbs")[event.type]
    if event.type == "REQUEST" and content.startswith("to "):
        plain = ("made an appeal", "called on {target}")
    chosen = min(hits)[1] if hits else plain
    return chosen[0], chosen[1]


def _day_of(event: EventItem, words: EvidenceItem) -> str:
    """The day that the report of these words gives; another report's day is none of theirs."""
    days = {
        report.date
        for report in event.reports
        if report.article == words.article and any(e.start < words.end and words.start < e.end for e in report.evidence)
    }
    return opening(days.pop() if len(days) == 1 else None)

"""Items of the record as sentences of a brief.

One rule: a sentence asserts no more than its item's status does, names whose word it is where that is
not the reporter's own, and puts what was really said in quotation marks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sitroom.record import (
    ActorItem,
    DisagreementItem,
    EventItem,
    EvidenceItem,
    FigureItem,
    ReportItem,
    StatementItem,
    TriggerItem,
    ValueItem,
)
from sitroom.views.lookup import Lookup
from sitroom.views.passages import sentence_of
from sitroom.views.selections import day_key
from sitroom.views.tables import about_words, said_by, value_words, who_counts
from sitroom.views.visits import is_visit, joining, mode_words
from sitroom.views.wording import (
    LONGEST,
    amount_words,
    clip,
    date_words,
    label,
    length_words,
    listed,
    quoted,
    safe,
    when,
    wording,
)

_WHOLE, _SENTENCE, _TOO_FEW = 320, 170, 4
_EARLY = 25
_VERBS = frozenset({"are", "is", "was", "were", "has", "have", "had", "to", "be", "been", "being"})
_RUNS_ON = re.compile(r"[\"“‘']?(?:to|that|for|not|against|in|over)\b")


def contact_sentence(event: EventItem, lookup: Lookup) -> str:
    """A talk that took place or is under way."""
    actors, others = _sides(event, lookup)
    form = "with" if others else "joint"
    said = _verbs(event, lookup)[form].format(others=others)
    if event.status == "ongoing" and not is_visit(event, lookup):
        said = f"{'are' if _are_several(event, lookup) else 'is'} reported to be in talks" + (
            f" with {others}" if others else ""
        )
    parts = [_opening(event), actors, " ", said]
    if event.place:
        parts.append(f" in {safe(event.place)}")
    forum = lookup.forum(event.forum)
    if forum and forum not in f"{actors} {others}":
        parts.append(f" ({forum})")
    differ = _differs(event, "duration", lookup)
    if event.duration_minutes and not differ:
        parts.append(f" for {length_words(event.duration_minutes)}")
    if event.initiator and event.initiator != event.actors:
        parts.append(f", at the request of {names(event.initiator, lookup)}")
    if not others and len(lookup.together(event.actors)) == 1:
        parts.append("; with whom is not said")
    parts.append("; reports differ on its length" if differ else "")
    return _sentence(*parts, on_whose_word(event, lookup))


def plan_sentence(event: EventItem, lookup: Lookup, today: str | None) -> str:
    """A talk that lay ahead when it was last reported; ``today`` is the day of the last report."""
    actors, others = _sides(event, lookup)
    past = bool(today and event.date and _last_day(event.date) < today)
    several = _are_several(event, lookup)
    if event.status == "cancelled":
        what, are = ("a visit", "is") if is_visit(event, lookup) else ("talks", "are")
        day = f" planned {when(event.date)}" if event.date else ""
        said = f"{what}{_with(actors, others, joining(event, lookup))}{day} {are} reported cancelled"
        return _sentence(said, on_whose_word(event, lookup))
    are = ("were" if several else "was") if past else ("are" if several else "is")
    verb = _verbs(event, lookup)["plan_with" if others else "plan_joint"].format(others=others, are=are)
    if event.status == "proposed":
        verb = verb.replace(f"{are} to", f"{are} proposed to", 1)
    parts = [actors, " ", verb]
    parts.append(f" {when(event.date)}" if event.date else "")
    parts.append(f" in {safe(event.place)}" if event.place else "")
    forum = lookup.forum(event.forum)
    parts.append(f" ({forum})" if forum and forum not in f"{actors} {others}" else "")
    differing = [label("fields", d.field) for d in lookup.record.disagreements
                 if d.about.id == event.id and d.verdict == "conflict"]  # fmt: skip
    parts.append(f"; reports differ on the {listed(differing)}" if differing else "")
    unreported = f"; no report as of {date_words(today)} says whether it took place"
    parts.append(unreported if past else "" if event.date else "; no day is given")
    return _sentence(*parts, on_whose_word(event, lookup))


def act_sentence(event: EventItem, lookup: Lookup) -> tuple[str, list[EvidenceItem]]:
    """Anything else that is reported as done, in the words of the report that says it best; empty where none tells."""
    words = telling_words(event, lookup)
    if words is None:
        return "", []
    return _sentence(_opening(event), f"{lookup.outlet(words.article)} reports: {quoted(words.quote)}"), [
        words,
        *event.evidence,
    ]


def forecast_sentence(event: EventItem, lookup: Lookup) -> tuple[str, list[EvidenceItem]]:
    """Something feared, expected or foretold, never as done."""
    words = whole_sentence(event, lookup)
    by = _source_of(event, lookup)
    whose = f"Forecast by {by}" if by else f"Forecast, in the words of {lookup.outlet(words.article)}"
    return _sentence(f"{whose}: {quoted(words.quote)}"), [words, *event.evidence]


def position_sentence(event: EventItem, lookup: Lookup) -> tuple[str, list[EvidenceItem]]:
    """Who takes which stance toward whom, in the words reported."""
    kept = lookup.together((*event.actors, *event.recipients))
    holder = names([a for a in kept if a in event.actors] or event.actors, lookup)
    target = names([a for a in kept if a not in event.actors], lookup)
    content = [e for e in event.content or [] if len(e.quote.split()) > 3]
    words = content[0] if content else whole_sentence(event, lookup)
    rest = [f"; condition: {quoted(c.quote)}" for c in (event.condition or [])[:1] if c.quote not in words.quote]
    if event.deadline and event.deadline.text not in words.quote:
        rest.append(f"; deadline: {safe(event.deadline.text)}")
    evidence = [words, *event.evidence, *(event.condition or [])[:1]]
    if not content:
        text = f"{holder}, as {lookup.outlet(words.article)} has it: {quoted(words.quote)}"
        return _sentence(text, *rest), evidence
    without, toward = _position_verb(event, reads_on=words.quote.startswith("that "))
    verb = toward.format(target=target) if target else without
    # "urged Benn “to come”" reads on; a content that is a clause of its own stands after a colon.
    mark = " " if _RUNS_ON.match(words.quote) else ": "
    said = f"{holder} {verb}{mark}{quoted(words.quote)}"
    return _sentence(_day_of(event, words), said, *rest, on_whose_word(event, lookup)), evidence


def disagreement_sentence(item: DisagreementItem, lookup: Lookup) -> str:
    """Where the reports differ, each side with its outlets."""
    about, field = _thing(item, lookup), label("fields", item.field)
    sides = "; ".join(
        f"{clip(_said_value(item, v), 200)} ({listed([lookup.outlet(a) for a in v.articles])})" for v in item.values
    )
    opening = {
        "self-contradiction": f"One report contradicts itself on the {field} of {about}",
        "one-sided": f"One side alone tells this of {about}",
        "compatible": f"Reports put the {field} of {about} differently, though both can be true",
    }.get(item.verdict, f"Reports differ on the {field} of {about}")
    return _sentence(f"{opening}: {sides}")


def _thing(item: DisagreementItem, lookup: Lookup) -> str:
    about = lookup.by_id.get(item.about.id)
    if not isinstance(about, EventItem):
        return about_words(item, lookup)
    if about.type != "CONSULT":
        return f"this, {quoted(clip(whole_sentence(about, lookup).quote, 200))}"
    actors, others = _sides(about, lookup)
    day = f" {when(about.date)}" if about.date and item.field != "date" else ""
    return f"the {mode_words(about, lookup)}{_with(actors, others, joining(about, lookup))}{day}"


def figures_sentence(group: Sequence[FigureItem], lookup: Lookup) -> str:
    """One measure with every number put on it, who counts and who reports it."""
    said: dict[str, list[str]] = {}
    for figure in group:
        who = who_counts(figure, lookup)
        unit = None if figure.unit and figure.unit.lower() in figure.measure.lower() else figure.unit
        number = amount_words(figure.low, figure.high, unit, figure.modifier)
        number += "" if figure.status in ("", "observed") else f", {safe(figure.status)}"
        said.setdefault(number + (f", on the word of {who}" if who else ""), []).append(lookup.outlet(figure.article))
    sides = "; ".join(f"{number} ({listed(outlets)})" for number, outlets in said.items())
    first = group[0]
    about = [a for a in (first.subject, first.scope) if a and a.lower() not in first.measure.lower()]
    return _sentence(f"{clip(first.measure, 100)}{''.join(f', {safe(a)}' for a in about)}: {sides}")


def trigger_sentence(trigger: TriggerItem, lookup: Lookup) -> tuple[str, list[EvidenceItem]]:
    """What is to follow if, or unless, something comes about."""
    sides: dict[str, str] = {}
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
            sides.setdefault(holder + unless, f"{holder}{unless}{verb}{quoted(words.quote)}")
            evidence += [words, *commitment.evidence]
    if not sides:
        return "", []
    state = "Open condition" if trigger.status == "open" else f"Condition {trigger.status} by now"
    said = "; ".join(list(sides.values())[:4])
    return _sentence(f"{state}, {quoted(clip(trigger.what, 120))}: {said}"), evidence


def names(actors: Sequence[str], lookup: Lookup, limit: int = 4) -> str:
    """Actors as a sentence has them, with "the" where English asks for it."""
    return listed([named(actor, lookup) for actor in actors], limit)


def named(actor: str, lookup: Lookup) -> str:
    """One actor's name, with "the" where English asks for it."""
    name, item = lookup.name(actor), lookup.by_id.get(actor)
    words = name.split()
    if words and words[0] in ("A", "An", "The") and len(words) > 1:
        return f"{words[0].lower()} {name.split(' ', 1)[1]}"
    if isinstance(item, ActorItem) and item.type != "person" and words and words[0].lower() != "the":
        takes_the = set(wording("the_words"))
        if words[0] in takes_the or (words[-1] in takes_the and (len(words) > 1 or words[-1] != "Congress")):
            return f"the {name}"
    return name


def best_words(event: EventItem, lookup: Lookup) -> EvidenceItem:
    """The words that carry the event best: a whole sentence where it is short, else the words it was read from."""

    def legible(evidence: EvidenceItem) -> EvidenceItem:
        article = lookup.article(evidence.article)
        around = sentence_of(article, evidence) if article else evidence
        short = len(evidence.quote.split()) < _TOO_FEW
        return around if len(around.quote) <= (LONGEST if short else _SENTENCE) else evidence

    found = [legible(evidence) for evidence in event.evidence]
    return min(found, key=lambda e: (len(e.quote.split()) < _TOO_FEW, len(e.quote) > LONGEST, found.index(e)))


def telling_words(event: EventItem, lookup: Lookup) -> EvidenceItem | None:
    """For an act: its sentence where the act is what the sentence is about, else the words of the act alone.

    ``None`` where the words alone are too few to tell anything.
    """
    found: list[tuple[int, EvidenceItem]] = []
    for evidence in event.evidence:
        article = lookup.article(evidence.article)
        around = sentence_of(article, evidence) if article else evidence
        about = evidence.start - around.start < _EARLY or 2 * len(evidence.quote) > len(around.quote)
        first = "".join(evidence.quote.split()[:1])
        bare = first.lower() in _VERBS or (first.islower() and first.endswith(("ed", "ing")))
        if (about or bare) and len(around.quote) <= 2 * _WHOLE:
            found.append((bare + (len(around.quote) > LONGEST), around))
        elif len(evidence.quote.split()) >= _TOO_FEW and not bare:
            found.append((0, evidence))
    return min(found, key=lambda pair: pair[0], default=(0, None))[1]


def whole_sentence(event: EventItem, lookup: Lookup) -> EvidenceItem:
    """The sentence around the first words of the event, where it is of readable length; else the words alone."""
    found = []
    for evidence in event.evidence:
        article = lookup.article(evidence.article)
        around = sentence_of(article, evidence) if article else evidence
        found.append(around if len(around.quote) <= _WHOLE else evidence)
    return max(found, key=lambda e: (min(len(e.quote.split()), 8), -found.index(e)))


def on_whose_word(event: EventItem, lookup: Lookup) -> str:
    """ ", according to X" where every report rests on somebody else's word; else nothing."""
    own = {lookup.state(a) for a in event.actors}
    sources = [_report_source(r, lookup) for r in event.reports]
    if sources and all(sources):
        others = [s for r, s in zip(event.reports, sources, strict=True) if r.source not in event.actors]
        return f", according to {listed([s for s in others if s], 3)}" if others else ""
    speaker = _source_of(event, lookup)
    statement = lookup.by_id.get(event.statement or "")
    if len(event.reports) > 1 or not isinstance(statement, StatementItem) or not speaker:
        return ""
    if statement.speaker in event.actors or (statement.speaker and lookup.state(statement.speaker) in own and
                                             event.type != "CONSULT"):  # fmt: skip
        return ""
    return f", according to {speaker}"


def _report_source(report: ReportItem, lookup: Lookup) -> str:
    return named(report.source, lookup) if report.source else ""


def _source_of(event: EventItem, lookup: Lookup) -> str:
    statement = lookup.by_id.get(event.statement or "")
    if isinstance(statement, StatementItem):
        speakers = statement.speakers or ([statement.speaker] if statement.speaker else [])
        if speakers and not statement.via:
            return names(speakers, lookup)
        said = said_by(statement, lookup).replace(" – not named", "")
        return "" if said == "source not given" else _lowered(said)
    return ""


def _lowered(source: str) -> str:
    """Words for an unnamed source as they stand within a sentence: "the official", "reports"."""
    first, *rest = source.split(" ", 1)
    return " ".join([first.lower() if first.lower() in wording("unnamed_openings") else first, *rest])


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


def _are_several(event: EventItem, lookup: Lookup) -> bool:
    subjects = lookup.together(event.actors) or event.recipients
    item = lookup.by_id.get(subjects[0]) if len(subjects) == 1 else None
    # "officials", "NATO allies": one actor, many people
    many = isinstance(item, ActorItem) and item.type in ("group", "organization", "person") and item.name.endswith("s")
    return len(subjects) > 1 or (many and isinstance(item, ActorItem) and not item.name.istitle())


def _verbs(event: EventItem, lookup: Lookup) -> dict[str, str]:
    table = wording("contact_verbs")
    found: dict[str, str] = table["journey"] if is_visit(event, lookup) else table.get(event.mode, table[None])
    return found


def _sides(event: EventItem, lookup: Lookup) -> tuple[str, str]:
    kept = lookup.together((*event.actors, *event.recipients))
    actors = names([a for a in kept if a in event.actors], lookup, 10)
    others = names([a for a in kept if a not in event.actors], lookup, 10)
    return (actors, others) if actors else (others, "")


def _with(actors: str, others: str, joined: str) -> str:
    return f" of {actors}" + (f"{joined}{others}" if others else "") if actors else ""


def _day_of(event: EventItem, words: EvidenceItem) -> str:
    """The day that the report of these words gives; another report's day is none of theirs."""
    days = {
        report.date
        for report in event.reports
        if report.article == words.article and any(e.start < words.end and words.start < e.end for e in report.evidence)
    }
    return f"{when(days.pop())}, " if len(days) == 1 and days != {None} else ""


def _opening(event: EventItem) -> str:
    words = when(event.date)
    return f"{words}, " if words else ""


def _differs(event: EventItem, field: str, lookup: Lookup) -> bool:
    return any(d.about.id == event.id and d.field == field for d in lookup.record.disagreements)


def _said_value(item: DisagreementItem, side: ValueItem) -> str:
    if item.field == "status":
        return label("statuses", side.value)
    words = value_words(side.value)
    if item.field == "account" and side.evidence and item.verdict == "one-sided" and side is item.values[0]:
        words += f": {quoted(clip(side.evidence[0].quote, 150))}"
    return words


def _last_day(edtf: str) -> str:
    return day_key(edtf)[1].isoformat()


def _sentence(*parts: str) -> str:
    text = " ".join("".join(parts).split())
    text = text[:1].upper() + text[1:]
    return text if text.endswith((".", ".”", "?", "!")) else text + "."

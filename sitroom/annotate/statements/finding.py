"""Finding drafts: each cue verb with its content and source.

One rule: one draft for one cue; which of its readings holds is decided in a fixed order: a quotation beside it,
a complement behind it, the sentence before it.
"""

from __future__ import annotations

from sitroom.annotate.engine import Token
from sitroom.annotate.statements.contents import Complement, complement
from sitroom.annotate.statements.cues import Cue, find_cues
from sitroom.annotate.statements.drafts import Draft
from sitroom.annotate.statements.frame import Frame
from sitroom.annotate.statements.lexicon import Lexicon, VerbEntry, lexicon
from sitroom.annotate.statements.phrases import agent_of, end_of, hull, is_passive, noun_phrase, own_subject, subject_of
from sitroom.annotate.statements.quoting import group_of, preposed, quotation_after, quotation_before, second_part
from sitroom.text import Span

_EMPTY = frozenset({"there", "this", "that", "these", "those", "what", "which"})


def verb_drafts(frame: Frame, words: Lexicon) -> list[Draft]:
    """A draft for every cue verb that has content."""
    found: list[Draft] = []
    for cue in find_cues(frame.reading.doc, words):
        if frame.silent(cue.verb.idx):
            continue
        draft = _draft(frame, cue)
        if draft is not None:
            draft.order = cue.verb.i
            found.append(draft)
    return found


def _draft(frame: Frame, cue: Cue) -> Draft | None:
    inside = frame.quotations.at(cue.verb.idx)
    group = group_of(frame, cue)
    behind = complement(cue)
    quote_entry = cue.entry("quote")
    if quote_entry and (inside is None or inside.is_fragment):
        quoted = quotation_before(frame, group.start)
        if quoted is not None and (behind is None or behind.pattern != "clause" or behind.span.start < cue.span.start):
            content = preposed(frame, cue, group) + second_part(frame, group, cue)
            return _made(frame, cue, quote_entry, content, "quote")
        following = quotation_after(frame, cue, group)
        if following is not None and not _clause_outside(behind, following.span):
            return _made(frame, cue, quote_entry, [following.span], "quote")
    if behind is not None:
        return _complemented(frame, cue, behind)
    speech = cue.entry("quote")
    if speech and speech.kind == "speech" and not is_passive(cue.verb) and cue.verb.tag_ != "VBG" and own_subject(cue.verb) is not None:
        content = preposed(frame, cue, group)
        if content and (inside is None or frame.quotations.at(content[0].start) is inside):
            return _made(frame, cue, speech, content + second_part(frame, group, cue), "preposed")
    return None


def _clause_outside(behind: Complement | None, quotation: Span) -> bool:
    return (
        behind is not None
        and behind.pattern in ("clause", "object-to", "to")
        and behind.span.start < quotation.start - 12
    )


def _complemented(frame: Frame, cue: Cue, found: Complement) -> Draft | None:
    span = frame.with_quotations(found.span, cue.span.end)
    limit = frame.sentence(cue.verb.idx).end
    around = frame.quotations.at(cue.verb.idx)
    if around is not None and span.end > around.span.end:
        span = Span(span.start, max(span.start + 1, around.span.end))
    if span.start >= limit and not frame.quotations.at(span.start):
        return None
    cut = _cut(frame, span)
    entry = found.entry
    draft = _made(frame, cue, entry, [cut], found.pattern)
    if (
        draft is not None
        and draft.source_span is None
        and found.pattern in ("object", "with", "as", "to")
        and not draft.passive
    ):
        return None
    return draft


def _cut(frame: Frame, span: Span) -> Span:
    """Without a later ", according to ..." or a comma and participle of saying, which stand outside."""
    text = frame.text[span.start : span.end]
    at = text.find(", according to ")
    if at > 0 and not frame.quotations.at(span.start + at):
        return Span(span.start, span.start + at)
    return span


def _made(frame: Frame, cue: Cue, entry: VerbEntry, content: list[Span], pattern: str) -> Draft | None:
    spans = [s for s in (_whole(frame, c, pattern) for c in content) if s is not None]
    if not spans:
        return None
    draft = Draft(cue.verb, cue.span, entry, spans, pattern)
    _give_source(frame, cue, draft)
    if not _plausible(frame, cue, draft):
        return None
    return draft


def _whole(frame: Frame, span: Span, pattern: str) -> Span | None:
    if pattern == "quote":
        return span
    return frame.trimmed(span)


def _give_source(frame: Frame, cue: Cue, draft: Draft) -> None:
    verb = cue.verb
    draft.passive = is_passive(verb)
    if draft.passive and draft.pattern != "quote":
        draft.source = agent_of(verb)
        if draft.source is not None:
            _cut_agent(draft, draft.source)
        subject = subject_of(verb) if verb.dep_ != "acl" else verb.head
        if draft.pattern != "clause" and subject is not None and subject.lower_ != "it":
            span = hull(subject) if verb.dep_ != "acl" else Span(verb.head.left_edge.idx, end_of(verb.head))
            if span.end <= cue.span.start and (lead := frame.trimmed(span)):
                draft.content.insert(0, lead)
    else:
        draft.source = subject_of(verb if verb.dep_ != "acomp" else verb.head)
    if draft.source is not None:
        draft.source_span = _source_span(frame, cue, draft, draft.source)


def _cut_agent(draft: Draft, agent: Token) -> None:
    """The agent's phrase is the source, so it cannot be content too."""
    by = agent.head
    for number, span in enumerate(draft.content):
        if span.start < by.idx < span.end:
            draft.content[number] = Span(span.start, max(span.start + 1, by.idx - 1))


def _source_span(frame: Frame, cue: Cue, draft: Draft, source: Token) -> Span | None:
    text, at = frame.text, source.idx
    low, high = frame.paragraph(at).start, frame.paragraph(at).end
    limits = [cue.span, *draft.content]
    for span in limits:
        if span.end <= at:
            low = max(low, span.end)
        elif span.start > at:
            high = min(high, span.start)
    for quotation in frame.quotations.within(hull(source)):
        if quotation.span.end <= at and not quotation.is_fragment:
            low = max(low, quotation.span.end)
        elif quotation.span.start > at and not quotation.is_fragment:
            high = min(high, quotation.span.start)
    return noun_phrase(source, text, high, low)


def _is_purpose(verb: Token) -> bool:
    """An infinitive that says what something is for ("to see whether")."""
    infinitive = any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)
    return infinitive and verb.dep_ in ("advcl", "relcl", "acl")


def _in_contact(verb: Token) -> bool:
    """Whether what is done to that end is itself talking ("called him to reassure him")."""
    at = verb
    for _ in range(3):
        at = at.head
        if at.lemma_.lower() in lexicon().contacts:
            return True
    return False


def _plausible(frame: Frame, cue: Cue, draft: Draft) -> bool:
    source, verb = draft.source, cue.verb
    if draft.pattern == "quote":
        return True
    if source is not None and source.lower_ == "it" and verb.dep_ == "acomp":
        return False
    if _is_purpose(verb) and (draft.entry is None or draft.entry.kind in ("belief", "show") or not _in_contact(verb)):
        return False
    if source is not None and source.lower_ in _EMPTY and not draft.passive and source.tag_ not in ("WP", "WDT"):
        return False
    return not (draft.passive and draft.source is None and draft.pattern not in ("clause", "to", "as", "object-to"))

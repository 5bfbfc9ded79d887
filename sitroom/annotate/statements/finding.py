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
from sitroom.annotate.statements.phrases import (
    agent_of,
    end_of,
    hull,
    is_passive,
    is_relative,
    nominal_before,
    noun_phrase,
    own_subject,
    subject_of,
)
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
    subject = own_subject(cue.verb)
    alone = subject is not None and is_relative(subject)  # "who said ..." takes nothing from before it
    inside = frame.quotations.at(cue.verb.idx)
    group = group_of(frame, cue)
    behind = complement(cue)
    quote_entry = cue.entry("quote")
    if quote_entry and not alone and (inside is None or inside.is_fragment):
        quoted = quotation_before(frame, group.start)
        if quoted is not None and not (behind is not None and (quoted.is_fragment or behind.pattern == "clause")):
            content = preposed(frame, cue, group) + second_part(frame, group, cue)
            return _made(frame, cue, quote_entry, content, "quote")
        following = quotation_after(frame, cue, group)
        if following is not None and not _clause_outside(behind, following.span):
            return _made(frame, cue, quote_entry, [following.span], "quote")
    if behind is not None:
        return _complemented(frame, cue, behind)
    speech = cue.entry("quote")
    says = speech is not None and speech.kind == "speech" and not is_passive(cue.verb) and cue.verb.tag_ != "VBG"
    if speech is not None and says and not alone and _has_subject(cue.verb):
        content = preposed(frame, cue, group)
        if content and (inside is None or frame.quotations.at(content[0].start) is inside):
            return _made(frame, cue, speech, content + second_part(frame, group, cue), "preposed")
    return None


def _has_subject(verb: Token) -> bool:
    return own_subject(verb) is not None or nominal_before(verb) is not None


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
    draft = _made(frame, cue, found.entry, [_cut(frame, cue, span), *found.more], found.pattern)
    if (
        draft is not None
        and draft.source_span is None
        and found.pattern in ("object", "with", "as", "to")
        and not draft.passive
    ):
        return None
    return draft


def _cut(frame: Frame, cue: Cue, span: Span) -> Span:
    """Without what stands outside: ", according to ...", ", while calling for ...", a further cue or consequence."""
    for token in frame.reading.tokens(span):
        if token.text != "," or token.idx <= span.start or token.i + 2 >= len(token.doc):
            continue
        following, second = token.nbor(1), token.nbor(2)
        if following.lower_ == "according" or _adds(following, second):
            around = frame.quotations.at(token.idx)
            if around is None or around is frame.quotations.at(cue.verb.idx):
                frame.lifted[following.i] = frame.lifted[second.i] = cue.verb
                return Span(span.start, token.idx)
    return span


def _adds(first: Token, second: Token) -> bool:
    """Whether a participle behind a comma goes on from the one who spoke ("..., adding that ...")."""
    words = lexicon()
    if first.tag_ == "VBG":
        return first.lemma_.lower() in words.additions or first.lemma_.lower() in words.consequences
    return first.lower_ == "while" and second.tag_ == "VBG" and second.lemma_.lower() in words.verbs


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
        outer = frame.lifted.get(verb.i, verb)
        draft.source = subject_of(outer if outer.dep_ != "acomp" else outer.head)
        nominal = nominal_before(outer) if draft.pattern in ("quote", "preposed") else None
        if nominal is not None:
            first, draft.source = nominal
            end = min(end_of(draft.source.right_edge), cue.span.start)
            draft.source_span = frame.trimmed(Span(first.idx, max(end, end_of(draft.source))))
            return
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

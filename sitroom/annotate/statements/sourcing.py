"""Sources of cue verbs: whose words they are, as a phrase.

One rule: the phrase is whole, with title and apposition, but never reaches into cue, content or a quotation.
"""

from __future__ import annotations

from sitroom.annotate.engine import Token
from sitroom.annotate.statements.cues import Cue
from sitroom.annotate.statements.drafts import Draft
from sitroom.annotate.statements.frame import Frame
from sitroom.annotate.statements.lexicon import lexicon
from sitroom.annotate.statements.phrases import (
    TENSED,
    agent_of,
    end_of,
    hull,
    inverted_subject,
    is_passive,
    is_relative,
    nominal_before,
    noun_phrase,
    own_subject,
    subject_of,
)
from sitroom.resources import listed
from sitroom.text import Span


def give_source(frame: Frame, cue: Cue, draft: Draft) -> None:
    """Find the source of a draft: the subject, the agent of a passive, the noun that a participle modifies."""
    verb = cue.verb
    inverted = inverted_subject(verb)
    draft.passive = is_passive(verb) or is_asked(verb) or _is_told_too(verb)
    if draft.pattern == "appear":
        _lead_with_subject(frame, cue, draft)
        return
    if draft.passive and draft.pattern != "quote":
        draft.source = agent_of(verb)
        if draft.source is not None:
            _cut_agent(draft, draft.source)
        subject = subject_of(verb) if verb.dep_ != "acl" else verb.head
        if draft.pattern not in ("clause", "suffered") and subject is not None and subject.lower_ != "it":
            span = hull(subject) if verb.dep_ != "acl" else Span(verb.head.left_edge.idx, end_of(verb.head))
            if span.end <= cue.span.start and (lead := frame.trimmed(span)):
                draft.content.insert(0, lead)
    else:
        outer = frame.lifted.get(verb.i, verb)
        draft.source = _adding(outer) or subject_of(outer if outer.dep_ not in ("acomp", "attr") else outer.head)
        if inverted is not None and draft.pattern in ("quote", "preposed"):
            draft.source = inverted
        nominal = nominal_before(outer) if inverted is None and draft.pattern in ("quote", "preposed") else None
        if nominal is not None:
            first, draft.source = nominal
            end = min(end_of(draft.source.right_edge), cue.span.start)
            draft.source_span = frame.trimmed(Span(first.idx, max(end, end_of(draft.source))))
            return
        draft.source = draft.source or _answerer(verb)
    if draft.source is not None:
        draft.source_span = _source_span(frame, cue, draft, draft.source)


def is_asked(verb: Token) -> bool:
    """ "Asked by reporters whether ..., the minister said": who asks is not who answers."""
    if verb.tag_ not in ("VBN", "VBD") or verb.lemma_.lower() not in lexicon().questions | listed("unsaid", "asking"):
        return False
    if answering(verb) is not None:
        return True
    if verb.tag_ != "VBN" or verb.dep_ != "advcl":
        return False
    return not any(c.dep_ in ("aux", "auxpass", "nsubj", "nsubjpass", "mark") for c in verb.children)


def answering(verb: Token) -> Token | None:
    """The finite verb behind an aside in which somebody is asked: "the minister, asked about the raid, said ...".

    Parsers often take the participle for the main verb and leave the one behind without a subject.
    """
    if verb.i == 0 or verb.nbor(-1).text != "," or any(c.dep_ in ("aux", "auxpass") for c in verb.children):
        return None
    asked = own_subject(verb) if verb.dep_ != "acl" else verb.head
    if asked is not None and asked.i > verb.i:
        return None
    for token in verb.doc[verb.i + 1 : verb.sent.end - 1]:
        following = token.nbor(1)
        if (
            token.text == ","
            and following.pos_ == "VERB"
            and following.tag_ in TENSED
            and own_subject(following) in (None, asked)
        ):
            return following
    return None


def _answerer(verb: Token) -> Token | None:
    """Who answers with this verb, where the parser has given its subject to the question before it."""
    if verb.i < 2 or verb.nbor(-1).text != ",":
        return None
    for question in verb.children:
        if question.i < verb.i and is_asked(question) and answering(question) == verb:
            return own_subject(question)
    return None


def _is_told_too(verb: Token) -> bool:
    """ "was summoned and told that ...": who is told, where nobody else is."""
    if (
        verb.dep_ != "conj"
        or verb.tag_ not in ("VBD", "VBN")
        or verb.lemma_ not in listed("cues", "told")
        or own_subject(verb) is not None
    ):
        return False
    return is_passive(verb.head) and not any(c.dep_ in ("dobj", "dative", "iobj") for c in verb.children)


def _adding(verb: Token) -> Token | None:
    """Who goes on behind a comma ("he left the talks with the rebels, calling them ..."): the main subject."""
    first = verb.left_edge
    if verb.tag_ != "VBG" or verb.dep_ != "acl" or first.i == 0 or first.nbor(-1).text != ",":
        return None
    if verb.lemma_.lower() not in lexicon().additions:
        return None
    main = next((a for a in verb.ancestors if a.pos_ in ("VERB", "AUX") and own_subject(a) is not None), None)
    subject = own_subject(main) if main is not None else None
    return subject if subject is not None and not is_relative(subject) and verb not in subject.subtree else None


def _lead_with_subject(frame: Frame, cue: Cue, draft: Draft) -> None:
    """What seems so belongs to the content, and nobody is named to whom it does."""
    draft.hearsay = True
    subject = subject_of(cue.verb)
    if subject is None or subject.lower_ in ("it", "there"):
        return
    span = hull(subject)
    if span.end <= cue.span.start and (lead := frame.trimmed(span)):
        draft.content.insert(0, lead)


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

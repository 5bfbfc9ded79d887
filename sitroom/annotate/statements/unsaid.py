"""What has not been said, though a verb of saying stands there: what is wished or asked to be said, what nobody says.

One rule: words that are still to come are no statement; that somebody refused to say them is.
"""

from __future__ import annotations

from sitroom.annotate import auxiliary
from sitroom.annotate.engine import Token
from sitroom.annotate.statements.cues import Cue, begins_with
from sitroom.annotate.statements.drafts import Draft
from sitroom.annotate.statements.frame import Frame
from sitroom.annotate.statements.lexicon import lexicon
from sitroom.annotate.statements.words import source_words
from sitroom.resources import listed, load

_EMPTY = frozenset({"there", "this", "that", "these", "those", "what", "which"})


def says_nothing(frame: Frame, cue: Cue, draft: Draft) -> bool:
    """Whether cue and content name no words and no thought: an empty subject, no answer, a mere name, an insertion."""
    source = draft.source
    word = source.lower_ if source is not None else ""
    if word == "it" and cue.verb.dep_ == "acomp":
        return True
    if source is not None and _is_nobody(source):
        return True
    if _names_source(frame, cue.verb, draft):
        return True
    bare = source is not None and not any(c.dep_ in ("acl", "relcl", "prep") for c in source.children)
    if source is not None and word in _EMPTY and bare and not draft.passive and source.tag_ not in ("WP", "WDT"):
        return True
    if draft.pattern == "object" and _greets(frame, cue.verb):
        return True  # "addressing lawmakers": to whom, not what
    if draft.pattern == "with" and cue.verb.lemma_ in listed("unsaid", "answers") and auxiliary.denied(cue.verb):
        return True  # "did not respond to a request": nothing was said
    if draft.pattern == "as" and draft.passive and source is None and _is_naming(frame, draft):
        return True
    return all(frame.text[span.start] == "[" and frame.text[span.end - 1] == "]" for span in draft.content)


def _is_nobody(source: Token) -> bool:
    no = "no " if any(c.lower_ == "no" for c in source.children) else ""
    return f"{no}{source.lower_}" in listed("unsaid", "nobody")


def _greets(frame: Frame, verb: Token) -> bool:
    if verb.lemma_ not in listed("circumstances", "greeted"):
        return False
    thing = next((c for c in verb.children if c.dep_ == "dobj"), None)
    if thing is None:
        return False
    mention = frame.reading.mention_at(thing)
    words, lemma = source_words(), thing.lemma_.lower()
    return (
        lemma in words["unnamed"] or lemma in words["bodies"] or (mention is not None and mention.type != "agreement")
    )


def _is_naming(frame: Frame, draft: Draft) -> bool:
    """ "nine states, known as the Nine": a name is told, not what anybody thinks."""
    head = draft.head.lemma_ if draft.head is not None else ""
    words = [t for t in frame.reading.tokens(draft.content[-1]) if not t.is_punct]
    return head in listed("unsaid", "naming") and bool(words) and words[-1].text[:1].isupper()


def _names_source(frame: Frame, verb: Token, draft: Draft) -> bool:
    """ "citing the army", "quoted by a newspaper": whose words they are, which the chain tells, and not the words."""
    if verb.lemma_ not in listed("unsaid", "quoting") or draft.pattern not in ("object", "suffered"):
        return False
    tokens = frame.reading.tokens(draft.content[0])
    head = tokens.root if len(tokens) else None
    if head is None or head.pos_ == "PRON":
        return False
    mention = frame.reading.mention_at(head)
    named = mention is not None and mention.type != "agreement"
    words, lemma = source_words(), head.lemma_.lower()
    return named or lemma in words["unnamed"] or lemma in words["bodies"] or lemma in listed("parties", "armed")


def is_idle(verb: Token, draft: Draft) -> bool:
    """Whether nobody has said or thought it yet: what would be said, what is done to say it, what anybody thinks."""
    entry, source = draft.entry, draft.source
    anybody = source is not None and source.lower_ in listed("unsaid", "anybody")
    if anybody and entry is not None and entry.kind == "belief":
        return True  # a general truth, not what somebody thinks
    if is_purpose(verb):
        if entry is None or entry.kind in ("belief", "show") or not _in_contact(verb):
            return True
        if draft.pattern in ("object", "with") and verb.lemma_ in listed("unsaid", "talked_over"):
            return True
    if verb.dep_ == "xcomp" and verb.head.lemma_ in listed("unsaid", "leave"):
        return True
    if _is_awaited(verb):
        return True
    if is_conditional(verb):
        return True
    return entry is not None and entry.kind == "speech" and is_hypothetical(verb) and not auxiliary.denied(verb)


def _is_awaited(verb: Token) -> bool:
    """Whether somebody wishes, asks or undertakes that it be said: "wants NATO to promise that ..."."""
    head = verb.head
    if not auxiliary.to_infinitive(verb) or verb.dep_ not in ("xcomp", "ccomp", "advcl") or begins_with(verb):
        return False
    lemma = head.lemma_.lower()
    if lemma in listed("unsaid", "tells_of_deeds") or (verb.dep_ == "advcl" and lemma in lexicon().contacts):
        return False
    return any(not entry.follow and entry.takes & {"to", "object-to"} for entry in lexicon().verbs.get(lemma, ()))


def is_hypothetical(verb: Token) -> bool:
    """Words that would, could or should be said have not been said."""
    return any(c.dep_ == "aux" and c.lower_ in listed("unsaid", "supposed") for c in verb.children)


def is_conditional(verb: Token) -> bool:
    """Words under a condition ("if he decides to go") have been said by nobody."""
    at = verb if verb.dep_ != "xcomp" else verb.head
    if at.dep_ in ("acomp", "attr"):
        at = at.head
    return at.dep_ == "advcl" and any(
        c.dep_ == "mark" and c.lower_ in listed("unsaid", "conditions") for c in at.children
    )


def is_purpose(verb: Token) -> bool:
    """An infinitive that says what something is for ("to see whether")."""
    return auxiliary.to_infinitive(verb) and verb.dep_ in ("advcl", "relcl", "acl") and not _takes_pains(verb)


def _takes_pains(verb: Token) -> bool:
    """ "went out of its way to say": it was said."""
    noun = load("unsaid")["pains"].get(verb.head.lemma_)
    return noun is not None and any(t.lower_ == noun for t in verb.doc[verb.head.i : verb.i])


def _in_contact(verb: Token) -> bool:
    """Whether what is done to that end is itself talking ("called him to reassure him")."""
    at = verb
    for _ in range(3):
        at = at.head
        if at.lemma_.lower() in lexicon().contacts:
            return True
    return False

"""What kind of claim is made: assertion, forecast or assessment, denial, confirmation, no comment, question.

One rule: the cue decides; the words of the content only where the cue is a plain one.
"""

from __future__ import annotations

import re

from sitroom.annotate import auxiliary
from sitroom.annotate.engine import Token
from sitroom.annotate.statements.drafts import Draft
from sitroom.annotate.statements.frame import Frame
from sitroom.annotate.statements.lexicon import Lexicon
from sitroom.annotate.statements.phrases import own_subject
from sitroom.model import Claim
from sitroom.resources import listed

_CLAIMS = frozenset({"denial", "confirmation"})
_OWN = frozenset({"i", "we", "he", "she", "they", "it", "you", "who", "which"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD", "VB", "VBN", "VBG"})
_NAME = 6  # words of what something is called
_WORDS = re.compile(r"[a-z'’-]+")


def claim(frame: Frame, draft: Draft, lexicon: Lexicon) -> Claim:
    """What kind of claim the statement makes; a refusal to speak is no comment."""
    if draft.claim is not None:
        return draft.claim
    if draft.head is None or draft.entry is None:
        return claim(frame, draft.previous, lexicon) if draft.previous is not None else "assertion"
    if _is_silent(frame, draft, lexicon):
        return "no_comment"
    found = draft.entry.claim
    if found in _CLAIMS and _neither(draft.head):
        return "no_comment"
    if found == "assertion" and (_calls_untrue(frame, draft) or _dismisses_words(draft, lexicon)):
        return "denial"
    if found == "assertion" and draft.entry.kind == "speech" and _weighs(frame, draft):
        return "forecast"
    return found


def _is_silent(frame: Frame, draft: Draft, lexicon: Lexicon) -> bool:
    """ "declined to comment", "would not comment on the report", "refused to give details"."""
    assert draft.head is not None
    if draft.head.lemma_ in listed("circumstances", "claims", "silent") and auxiliary.negated(draft.head):
        return True
    if len(draft.content) == 1 and _WORDS.findall(draft.content[0].of(frame.text).lower()) == ["no", "comment"]:
        return True
    if draft.head.lemma_ in lexicon.no_comment_complements and _would_not(draft.head):
        return True
    if draft.head.lemma_ not in lexicon.no_comment_verbs or not draft.content:
        return False
    words = _WORDS.findall(draft.content[0].of(frame.text).lower())
    if any(word in lexicon.no_comment_complements for word in words[:2]):
        return True
    if any(word in listed("circumstances", "silence", "comments") for word in words[:2] if draft.pattern == "object"):
        return True
    start = " ".join(words[:6]).removeprefix("to ")
    return start.startswith(tuple(listed("circumstances", "claims", "withheld")))


def _would_not(verb: Token) -> bool:
    """ "would not say whether", "neither would confirm that": a refusal."""
    return any(c.dep_ == "aux" and c.lower_ in ("would", "will") for c in verb.children) and auxiliary.denied(verb)


def _neither(verb: Token) -> bool:
    """ "neither confirmed nor denied", "would not confirm or deny"."""
    group = [verb, *([verb.head] if verb.dep_ == "conj" else []), *[c for c in verb.children if c.dep_ == "conj"]]
    lemmas = {token.lemma_.lower() for token in group}
    if not {"confirm", "deny"} <= lemmas:
        return False
    return any(
        auxiliary.negated(token) or any(c.lower_ in ("neither", "nor") for c in token.children) for token in group
    )


def _calls_untrue(frame: Frame, draft: Draft) -> bool:
    """ "dismissed the report as false", "rejected as baseless the claim that ...", "called the charge a lie"."""
    assert draft.head is not None
    if draft.head.lemma_.lower() not in listed("circumstances", "claims", "calling") or draft.pattern in (
        "quote",
        "clause",
        "preposed",
    ):
        return False
    words = _WORDS.findall(" ".join(span.of(frame.text) for span in draft.content).lower())
    name = words[-_NAME:] if words[:1] != ["as"] else words[:_NAME]
    return not listed("circumstances", "claims", "untrue").isdisjoint(name)


def _dismisses_words(draft: Draft, lexicon: Lexicon) -> bool:
    """ "dismissed the reports as propaganda": what was said is denied, whatever it is called."""
    assert draft.head is not None
    readings = lexicon.verbs.get(draft.head.lemma_.lower(), ())
    if draft.pattern != "as" or not any(r.claim == "denial" and not r.follow for r in readings):
        return False
    return any(c.dep_ == "dobj" and c.lemma_.lower() in lexicon.nouns for c in draft.head.children)


def _weighs(frame: Frame, draft: Draft) -> bool:
    """Whether the main clause of what was said tells what may, or is likely to, come about or be the case."""
    main = _main_verb(frame, draft)
    if main is None:
        return False
    children = list(main.children)
    if any(c.dep_ in ("acomp", "advmod") and c.lower_ in listed("circumstances", "claims", "likely") for c in children):
        return True
    if auxiliary.negated(main) or not any(
        c.dep_ == "aux" and c.lower_ in listed("circumstances", "claims", "may") for c in children
    ):
        return False
    subject = own_subject(main)
    return subject is not None and (subject.lower_ not in _OWN or (draft.pattern != "quote" and subject.lower_ == "it"))


def _main_verb(frame: Frame, draft: Draft) -> Token | None:
    """The verb of the main clause of what was said."""
    if draft.pattern not in ("quote", "clause", "preposed"):
        return None
    span = draft.content[0]
    verb = frame.reading.tokens(span).root
    if verb.pos_ not in ("VERB", "AUX") or verb.tag_ not in _FINITE or verb == draft.head:
        return None
    return verb if span.start <= verb.idx < span.end else None

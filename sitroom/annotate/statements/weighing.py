"""Which drafts stand: whether what was found tells of an utterance or a state of mind at all.

One rule: when in doubt the draft falls; every statement is a claim about who said what.
"""

from __future__ import annotations

from sitroom.annotate import auxiliary
from sitroom.annotate.animacy import animate
from sitroom.annotate.engine import Token
from sitroom.annotate.parties import bears_arms
from sitroom.annotate.statements.cues import Cue
from sitroom.annotate.statements.drafts import Draft
from sitroom.annotate.statements.frame import Frame
from sitroom.annotate.statements.lexicon import lexicon
from sitroom.annotate.statements.passing import passing_words
from sitroom.annotate.statements.phrases import FINITE, antecedent
from sitroom.annotate.statements.sourcing import is_asked
from sitroom.annotate.statements.unsaid import is_idle, is_purpose, says_nothing
from sitroom.annotate.statements.words import source_words
from sitroom.resources import load
from sitroom.text import Span

_SUBORDINATE = frozenset({"relcl", "advcl", "acl"})
_HEARSAY = frozenset({"clause", "to", "as", "object-to", "with"})
"""Ways of content that a passive without an agent may have: "is said to", "was accused of"."""


def plausible(frame: Frame, cue: Cue, draft: Draft) -> bool:
    """Whether the draft may stand."""
    if draft.pattern == "quote":
        return not is_asked(cue.verb)  # "asked if he would go, the minister said: ..."
    if draft.pattern == "appear":
        return not is_purpose(cue.verb)
    if _is_to_come(cue.verb) and (cue.verb.dep_ in ("ROOT", "relcl") or cue.verb.head.i > cue.verb.i):
        return False  # "Chad to hit back at critics, minister says": not said yet
    if says_nothing(frame, cue, draft) or is_idle(cue.verb, draft) or _is_force(frame, cue, draft):
        return False
    source, verb, entry = draft.source, cue.verb, draft.entry
    if entry is not None and entry.kind == "show" and draft.pattern in ("object", "object-to"):
        return source is not None and _shows(antecedent(source))
    if entry is not None and source is not None and not _can_speak(frame, antecedent(source)):
        return False
    if source is None and not draft.passive and auxiliary.to_infinitive(verb):
        return False
    if draft.pattern == "preposed":
        told = any(_has_clause(frame, span) for span in draft.content) or _is_told_around(frame, draft)
        return told and not _has_object(verb) and not _opens_with_question(frame, draft)
    if is_asked(verb):
        return draft.pattern == "clause"
    if source is None and draft.pattern == "clause" and (verb.tag_ == "VBG" or _is_bare_participle(verb)):
        return False
    return not (draft.passive and source is None and draft.pattern not in _HEARSAY)


def _is_force(frame: Frame, cue: Cue, draft: Draft) -> bool:
    """Whether force is used and no words: "attacked Ukraine", "rebels resisted", but not "attacked the plan"."""
    if draft.pattern not in ("object", "with", "object-to") or cue.verb.lemma_ not in lexicon().forceful:
        return False
    objects = [c for c in cue.verb.children if c.dep_ == "dobj"]
    objects += [o for c in cue.verb.children if c.dep_ == "prep" for o in c.children if o.dep_ == "pobj"]
    source = antecedent(draft.source) if draft.source is not None else None
    fighting = source is not None and bears_arms(frame.reading, source)
    return fighting or any(bears_arms(frame.reading, thing) or _is_ground(frame, thing) for thing in objects[:1])


def _is_ground(frame: Frame, token: Token) -> bool:
    """Whether the word is for a state or a place, which is fought and not argued with."""
    mention = frame.reading.mention_at(token)
    if mention is not None:
        return mention.type in ("country", "place")
    return token.ent_type_ in ("GPE", "LOC", "FAC") or token.lemma_.lower() in load("figures")["whereabouts"]


def _shows(source: Token) -> bool:
    """Whether the source is a text, a picture or a count: what it shows, it says."""
    lemma, words = source.lemma_.lower(), source_words()
    return lemma in words["documents"] or lemma in words["exhibits"]


def _can_speak(frame: Frame, source: Token) -> bool:
    """Whether the source is a name, a pronoun or a noun for people, bodies or texts; a deed or a thing cannot speak."""
    if source.pos_ != "NOUN" or frame.reading.mention_at(source) is not None:
        return True
    lemma, words = source.lemma_.lower(), source_words()
    if any(lemma in words[kind] for kind in ("unnamed", "documents", "stand_for", "exhibits", "bodies", "instruments")):
        return True
    if lemma in passing_words()["media"]:
        return True
    return not lemma.endswith(words["things"]) and lemma not in words["things_themselves"]


def _has_clause(frame: Frame, span: Span) -> bool:
    """Whether a main clause stands there, not only an adjunct ("In 2012, he said ...")."""
    tokens = frame.reading.tokens(span)
    return any(
        token.tag_ in FINITE and token.head.dep_ not in _SUBORDINATE and token.dep_ not in _SUBORDINATE
        for token in tokens
    ) or any(_is_to_come(token) for token in tokens)


def _is_to_come(verb: Token) -> bool:
    """Whether a headline tells what will be by an infinitive with a subject before it: "Chad to close its border"."""
    if verb.dep_ not in ("ROOT", "ccomp", "relcl") or not auxiliary.to_infinitive(verb):
        return False
    to = next((c for c in verb.children if c.tag_ == "TO"), None)
    if verb.dep_ == "relcl":  # how parsers often read it
        return to is not None and verb.head.dep_ == "npadvmod" and verb.head.i == to.i - 1
    return to is not None and any(
        c.dep_ in ("nsubj", "nsubjpass") and c.right_edge.i == to.i - 1 for c in verb.children
    )


def _opens_with_question(frame: Frame, draft: Draft) -> bool:
    """ "Asked whether he would resign, the minister said no": what was asked has not been said."""
    return any(is_asked(token) for token in frame.reading.tokens(draft.content[0])[:1])


def _has_object(verb: Token) -> bool:
    """Whether the verb has an object that is nobody spoken to: "has kept its lead, …" tells nothing around it."""
    things = (c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i)
    return any(
        c.pos_ == "NOUN" and not animate(c) and c.lemma_.lower() not in source_words()["unnamed"] for c in things
    )


def _is_told_around(frame: Frame, draft: Draft) -> bool:
    """Whether words stand on both sides of the cue, or quoted ones before it: a clause that the parser did not see."""
    if len(draft.content) > 1:
        return True
    first = frame.reading.tokens(draft.content[0])[0]
    return first.pos_ != "ADP" and bool(frame.quotations.within(draft.content[0]))


def _is_bare_participle(verb: Token) -> bool:
    """ "Asked whether ..., the minister said": the question is nobody's statement."""
    return verb.tag_ == "VBN" and not any(c.dep_ in ("aux", "auxpass") for c in verb.children)

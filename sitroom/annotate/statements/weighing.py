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
from sitroom.annotate.statements.phrases import antecedent, is_conditional, is_hypothetical
from sitroom.annotate.statements.sourcing import is_asked
from sitroom.annotate.statements.words import source_words
from sitroom.resources import listed, load
from sitroom.text import Span

_EMPTY = frozenset({"there", "this", "that", "these", "those", "what", "which"})
_SUBORDINATE = frozenset({"relcl", "advcl", "acl"})
_HEARSAY = frozenset({"clause", "to", "as", "object-to", "with"})
"""Ways of content that a passive without an agent may have: "is said to", "was accused of"."""
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def plausible(frame: Frame, cue: Cue, draft: Draft) -> bool:
    """Whether the draft may stand."""
    if draft.pattern == "quote":
        return not is_asked(cue.verb)  # "asked if he would go, the minister said: ..."
    if draft.pattern == "appear":
        return not _is_purpose(cue.verb)
    if _says_nothing(frame, cue, draft) or _is_idle(cue.verb, draft) or _is_force(frame, cue, draft):
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


def _says_nothing(frame: Frame, cue: Cue, draft: Draft) -> bool:
    """Whether cue and content name no words and no thought: an empty subject, no answer, a mere name, an insertion."""
    source = draft.source
    word = source.lower_ if source is not None else ""
    if word == "it" and cue.verb.dep_ == "acomp":
        return True
    bare = source is not None and not any(c.dep_ in ("acl", "relcl", "prep") for c in source.children)
    if source is not None and word in _EMPTY and bare and not draft.passive and source.tag_ not in ("WP", "WDT"):
        return True
    if draft.pattern == "object" and _greets(frame, cue.verb):
        return True  # "addressing lawmakers": to whom, not what
    if draft.pattern == "with" and cue.verb.lemma_ in listed("unsaid", "answers") and _is_negated(cue.verb):
        return True  # "did not respond to a request": nothing was said
    if draft.pattern == "as" and draft.passive and source is None and _is_naming(frame, draft):
        return True
    return all(frame.text[span.start] == "[" and frame.text[span.end - 1] == "]" for span in draft.content)


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


def _is_idle(verb: Token, draft: Draft) -> bool:
    """Whether nobody has said or thought it yet: what would be said, what is done to say it, what anybody thinks."""
    entry, source = draft.entry, draft.source
    anybody = (
        source is not None
        and source.lower_ in listed("unsaid", "anybody")
        and not any(c.lower_ == "no" for c in source.children)
    )
    if anybody and entry is not None and entry.kind == "belief":
        return True  # a general truth, not what somebody thinks
    if _is_purpose(verb):
        if entry is None or entry.kind in ("belief", "show") or not _in_contact(verb):
            return True
        if draft.pattern in ("object", "with") and verb.lemma_ in listed("unsaid", "talked_over"):
            return True
    if verb.dep_ == "xcomp" and verb.head.lemma_ in listed("unsaid", "leave"):
        return True
    if is_conditional(verb):
        return True
    return entry is not None and entry.kind == "speech" and is_hypothetical(verb) and not _is_negated(verb)


def _is_naming(frame: Frame, draft: Draft) -> bool:
    """ "nine states, known as the Nine": a name is told, not what anybody thinks."""
    head = draft.head.lemma_ if draft.head is not None else ""
    return head in listed("unsaid", "naming") and frame.reading.tokens(draft.content[-1])[-1].text[:1].isupper()


def _shows(source: Token) -> bool:
    """Whether the source is a text, a picture or a count: what it shows, it says."""
    lemma, words = source.lemma_.lower(), source_words()
    return lemma in words["documents"] or lemma in words["exhibits"]


def _is_negated(verb: Token) -> bool:
    """ "could not say whether": that nothing is said is what is reported."""
    return auxiliary.negated(verb) or any(c.lower_ in ("neither", "none", "nobody") for c in verb.children)


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
        token.tag_ in _FINITE and token.head.dep_ not in _SUBORDINATE and token.dep_ not in _SUBORDINATE
        for token in tokens
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


def _is_purpose(verb: Token) -> bool:
    """An infinitive that says what something is for ("to see whether")."""
    return auxiliary.to_infinitive(verb) and verb.dep_ in ("advcl", "relcl", "acl")


def _in_contact(verb: Token) -> bool:
    """Whether what is done to that end is itself talking ("called him to reassure him")."""
    at = verb
    for _ in range(3):
        at = at.head
        if at.lemma_.lower() in lexicon().contacts:
            return True
    return False

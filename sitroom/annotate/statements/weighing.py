"""Which drafts stand: whether what was found tells of an utterance or a state of mind at all.

One rule: when in doubt the draft falls; every statement is a claim about who said what.
"""

from __future__ import annotations

from sitroom.annotate.engine import Token
from sitroom.annotate.statements.cues import Cue
from sitroom.annotate.statements.drafts import Draft
from sitroom.annotate.statements.frame import Frame
from sitroom.annotate.statements.lexicon import lexicon
from sitroom.annotate.statements.phrases import antecedent, is_hypothetical
from sitroom.annotate.statements.words import source_words
from sitroom.text import Span

_EMPTY = frozenset({"there", "this", "that", "these", "those", "what", "which"})
_NARRATOR = frozenset({"i", "you", "we", "one", "everyone", "anyone", "everybody", "anybody"})
_SUBORDINATE = frozenset({"relcl", "advcl", "acl"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def plausible(frame: Frame, cue: Cue, draft: Draft) -> bool:
    """Whether the draft may stand."""
    if draft.pattern == "quote":
        return True
    source, verb, entry = draft.source, cue.verb, draft.entry
    word = source.lower_ if source is not None else ""
    if word == "it" and verb.dep_ == "acomp":
        return False
    if word in _NARRATOR and entry is not None and entry.kind == "belief":
        return False  # an interview's question, or the writer's own voice
    if _is_purpose(verb) and (entry is None or entry.kind in ("belief", "show") or not _in_contact(verb)):
        return False
    if source is not None and word in _EMPTY and not draft.passive and source.tag_ not in ("WP", "WDT"):
        return False
    if entry is not None and entry.kind == "show" and draft.pattern in ("object", "object-to"):
        return source is not None and source.lemma_.lower() in source_words()["documents"]
    if entry is not None and source is not None and not _can_speak(frame, antecedent(source)):
        return False
    if entry is not None and entry.kind == "speech" and is_hypothetical(verb):
        return False
    if source is None and not draft.passive and _is_infinitive(verb):
        return False
    if all(frame.text[span.start] == "[" and frame.text[span.end - 1] == "]" for span in draft.content):
        return False  # an editor's insertion alone
    if draft.pattern == "preposed":
        return any(_has_clause(frame, span) for span in draft.content)
    if source is None and draft.pattern == "clause" and (verb.tag_ == "VBG" or _is_bare_participle(verb)):
        return False
    return not (draft.passive and source is None and draft.pattern not in ("clause", "to", "as", "object-to"))


def _can_speak(frame: Frame, source: Token) -> bool:
    """Whether the source is a name, a pronoun or a noun for people, bodies or texts; a deed or a thing cannot speak."""
    if source.pos_ != "NOUN" or frame.reading.mention_at(source) is not None:
        return True
    lemma, words = source.lemma_.lower(), source_words()
    if lemma in words["unnamed"] or lemma in words["documents"] or lemma in words["stand_for"]:
        return True
    return not lemma.endswith(words["things"]) and lemma not in words["things_themselves"]


def _has_clause(frame: Frame, span: Span) -> bool:
    """Whether a main clause stands there, not only an adjunct ("In 2012, he said ...")."""
    tokens = frame.reading.tokens(span)
    return any(
        token.tag_ in _FINITE and token.head.dep_ not in _SUBORDINATE and token.dep_ not in _SUBORDINATE
        for token in tokens
    )


def _is_bare_participle(verb: Token) -> bool:
    """ "Asked whether ..., the minister said": the question is nobody's statement."""
    return verb.tag_ == "VBN" and not any(c.dep_ in ("aux", "auxpass") for c in verb.children)


def _is_infinitive(verb: Token) -> bool:
    return any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)


def _is_purpose(verb: Token) -> bool:
    """An infinitive that says what something is for ("to see whether")."""
    return _is_infinitive(verb) and verb.dep_ in ("advcl", "relcl", "acl")


def _in_contact(verb: Token) -> bool:
    """Whether what is done to that end is itself talking ("called him to reassure him")."""
    at = verb
    for _ in range(3):
        at = at.head
        if at.lemma_.lower() in lexicon().contacts:
            return True
    return False

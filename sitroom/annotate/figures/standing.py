"""Whether the counted is there, is planned, or is feared or expected.

One rule: the verbs above the counted noun decide, up to the end of its own clause: what a relative clause tells as
done stays done, whatever the sentence around it fears.
"""

from __future__ import annotations

from sitroom.annotate.engine import Token
from sitroom.annotate.figures.phrases import Counted
from sitroom.resources import load

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_ENDS = frozenset({"ccomp", "parataxis", "relcl", "ROOT"})
_HIGHEST = 8


def status(found: Counted, token: Token) -> str:
    """``observed``, ``planned`` or ``forecast``."""
    data = load("figures")
    token = found.like if found.like is not None else token
    at = found.noun if found.noun is not None else token
    if any(c.lower_ in data["planned_cues"] for c in at.subtree if c.dep_ == "amod" and c.i < at.i + 8):
        return "planned"
    for _ in range(_HIGHEST):
        words = _words(at)
        if words & set(data["forecast_cues"]):
            return "forecast"
        if _befalls(at, words, found):
            return "forecast"
        if words & set(data["planned_cues"]) and at.pos_ in ("VERB", "AUX", "NOUN", "ADJ"):
            return "planned"
        if _ends_clause(at):
            break
        at = at.head
    return "observed"


def _words(at: Token) -> set[str]:
    words = {c.lower_ for c in at.children if c.dep_ in ("aux", "amod", "advmod")}
    lemma = at.lemma_.lower()
    if lemma == "set":  # "set to rise", "a date was set", but not "sets a limit"
        intends = at.tag_ == "VBN" or any(c.dep_ == "xcomp" for c in at.children)
        return words | {lemma} if intends else words
    return words | {lemma} if at.dep_ != "ROOT" or at.pos_ == "VERB" else words


def _befalls(verb: Token, words: set[str], found: Counted) -> bool:
    """Whether "will" tells what comes of itself ("prices will rise", "thousands will die") and not what is meant."""
    if verb.pos_ != "VERB" or not words & {"will", "shall"} or any(c.dep_ == "nsubjpass" for c in verb.children):
        return False
    data = load("figures")
    of_itself = verb.lemma_.lower() in data["befalling"] or (
        verb.lemma_.lower() in data["levelling"] and not any(c.dep_ == "dobj" for c in verb.children)
    )
    noun = found.noun
    amounts = noun is not None and found.kind in ("measure", "share", "money") and noun.dep_ == "nsubj"
    return of_itself or (amounts and noun is not None and noun.head.i == verb.i)


def _ends_clause(at: Token) -> bool:
    """Whether what stands above tells of something else: the clause is whole with this verb."""
    if at.head.i == at.i or at.dep_ in _ENDS:
        return True
    if at.pos_ not in ("VERB", "AUX") or at.dep_ not in ("advcl", "conj", "acl", "pcomp"):
        return False
    auxiliaries = [c for c in at.children if c.dep_ in ("aux", "auxpass")]
    finite = at.tag_ in _FINITE or any(c.tag_ in _FINITE for c in auxiliaries)
    return finite and (at.dep_ != "conj" or any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in at.children))

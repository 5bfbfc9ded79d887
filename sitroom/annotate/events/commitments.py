"""Which kind of position a clause takes: a demand, a refusal, a threat, an assurance, an accusation, or none.

One rule: the clause's own words decide, in the light of whether it is about an act of the speaker's own side.
"""

from __future__ import annotations

from collections.abc import Iterable

from sitroom import plover
from sitroom.annotate import auxiliary
from sitroom.annotate.engine import Token, span_of
from sitroom.annotate.events import consequences, grammar, who
from sitroom.annotate.events.conditions import Condition
from sitroom.annotate.events.lexicon import index
from sitroom.annotate.events.spoken import Clause
from sitroom.annotate.lemmas import lemma_of
from sitroom.annotate.reading import Reading
from sitroom.model import EventType
from sitroom.resources import listed

_FUTURE = frozenset({"will", "would"})
_COOPERATIVE = frozenset({"AID", "COOPERATE", "SUPPORT", "RETREAT", "AGREE", "CONCEDE"})
_CLAUSES = frozenset({"relcl", "acl", "advcl", "ccomp"})
_REACH = 9  # tokens into a predicate; what stands further is a clause of its own


def kind_of(reading: Reading, clause: Clause, own: bool | None, condition: Condition | None) -> EventType | None:
    """The type of the position; ``None`` where the clause only describes.

    ``own`` tells whether the speaker's own side acts in the clause, ``None`` where nobody does.
    """
    for rule in (_assurance, _duty, _refusal, _threat, _judgement):
        kind = rule(reading, clause, own, condition)
        if kind is not None:
            return kind
    return None


def _duty(reading: Reading, clause: Clause, own: bool | None, condition: object) -> EventType | None:
    """ "They must leave", "he cannot invade": a demand on others; "nobody can force us": a refusal."""
    modals = auxiliary.modals(clause.verb)
    negated = _negated(clause.verb)
    if own is False and modals & {"must", "should", "ought"}:
        return "REQUEST"
    if own is False and not negated and lemma_of(clause.verb) in ("have", "need") and _infinitive_below(clause.verb):
        # "people had to flee" tells of a plight, "Russia had to withdraw" of a demand on somebody known
        return "REQUEST" if clause.verb.tag_ != "VBD" or _names_actor(reading, clause.verb) else None
    if negated and "can" in modals and own is not True and _forbidden(clause.verb):
        return "REQUEST" if own is False and _names_actor(reading, clause.verb) else "REJECT"
    return None


def _forbidden(verb: Token) -> bool:
    """Whether "cannot" forbids the act ("cannot invade", "can't be allowed to"), not only doubts it ("cannot swim")."""
    if lemma_of(verb) in listed("positions", "forbidden") | listed("needs", "hostile") | listed("needs", "misdeed"):
        return True
    return any("conflict" in (plover.quad(frame.type) or "") for frame in index("verb").get(lemma_of(verb), ()))


def _refusal(reading: Reading, clause: Clause, own: bool | None, condition: object) -> EventType | None:
    """ "We will not negotiate", "Moscow is not preparing to invade", "the demands are unacceptable"."""
    if own is not True and (_no_right(clause.verb) or _for_all_to_decide(clause.verb)):
        return "REJECT"
    barred = grammar.is_passive(clause.verb) and lemma_of(clause.verb) in listed("positions", "barred")
    if (
        barred
        and own is not True
        and _negated(clause.verb)
        and auxiliary.modals(clause.verb) & {"will", "would", "can"}
    ):
        return "REJECT"  # "Ruritania will not be pulled into the alliance"
    said = [*_sayings(clause.verb), *(d for c in _sayings(clause.verb) for d in c.children)]
    words_ = {t.lower_ for t in said}
    if words_ & listed("conditions", "red_lines") or {"non", "negotiable"} <= words_:
        return "REJECT"
    if own is False:
        return None
    if _no_intention(clause.verb) and own:
        return "REJECT"
    if own and _negated(clause.verb) and (auxiliary.modals(clause.verb) & _FUTURE or _plans(clause.verb)):
        return "REJECT"
    if {lemma_of(t) for t in _predicate(clause.verb)} & listed("positions", "refused") and own is not True:
        return "REJECT"
    return None


def _sayings(verb: Token) -> list[Token]:
    """What "be" says of its subject; also words that the parser cuts at a hyphen."""
    below = [c for c in verb.children if c.dep_ in ("acomp", "attr", "oprd")]
    return below if lemma_of(verb) in ("be", "remain") else []


def _no_right(verb: Token) -> bool:
    """ "Has no right to decide", "has no veto over"."""
    return lemma_of(verb) == "have" and any(
        c.dep_ == "dobj"
        and lemma_of(c) in listed("positions", "rights")
        and (any(d.lower_ == "no" for d in c.children) or auxiliary.negated(verb))
        for c in verb.children
    )


def _for_all_to_decide(verb: Token) -> bool:
    """ "Each country has the right to choose", "every nation is free to decide": said to whoever decides for it."""
    general = any(
        lemma_of(c) in listed("positions", "peoples")
        and any(d.lower_ in listed("positions", "each") for d in c.children)
        for c in verb.children
        if c.dep_ == "nsubj"
    )
    said = {lemma_of(c) for c in verb.children if c.dep_ in ("dobj", "acomp", "attr")}
    choice = lemma_of(verb) in listed("positions", "deciding") and bool(
        auxiliary.modals(verb) & {"can", "may", "must", "should"}
    )
    return general and (choice or bool(said & listed("positions", "entitled"))) and not _negated(verb)


def _threat(reading: Reading, clause: Clause, own: bool | None, condition: object) -> EventType | None:
    """ "We will respond if …", "there will be consequences", "any attack would be met with sanctions", "a red line"."""
    if clause.verb.tag_ in ("VBD", "VBN") and consequences.red_line(clause.verb) and own is False:
        return "ACCUSE"  # "crossed a red line"
    if _may_hold(reading, clause.verb, "red", "lin") and {"red", "line"} <= {lemma_of(t) for t in clause.verb.subtree}:
        return "THREATEN"
    future = bool(auxiliary.modals(clause.verb) & (_FUTURE | {"could"}))
    cooperative = any(
        frame.type in _COOPERATIVE and not frame.objects for frame in index("verb").get(lemma_of(clause.verb), ())
    )
    if (
        lemma_of(clause.verb) in listed("positions", "averting")
        or not future
        or own is False
        or _negated(clause.verb)
        or cooperative
    ):
        return None
    if lemma_of(clause.verb) in listed("needs", "hostile"):
        return "THREATEN"
    close = {lemma_of(t) for t in _predicate(clause.verb)}
    harsh = close & listed("positions", "harm")
    if harsh and (condition is not None or own is not None or close & listed("positions", "severe")):
        return "THREATEN"
    return None


def _assurance(reading: Reading, clause: Clause, own: bool | None, condition: object) -> EventType | None:
    """ "No decisions about Mali without Mali": what is promised by what is excluded."""
    if own is not False and _may_hold(reading, clause.verb, "without", "n"):
        inside = {t.lower_ for t in clause.verb.subtree}
        if "without" in inside and inside & {"no", "nothing", "never"}:
            return "AGREE"
    if (
        own
        and any(t.lemma_ in listed("positions", "assured") for t in _predicate(clause.verb))
        and _negated(clause.verb)
    ):
        return "AGREE"
    return None


def _may_hold(reading: Reading, verb: Token, *parts: str) -> bool:
    """Whether all the letters stand in the clause's text, so that its words are worth a look."""
    span = span_of([verb.left_edge, verb.right_edge])
    text = span.of(reading.article.text).lower()
    return all(part in text for part in parts)


def _judgement(reading: Reading, clause: Clause, own: bool | None, condition: object) -> EventType | None:
    """ "It is an act of aggression", "they have violated the truce"."""
    if own is not False or _negated(clause.verb):
        return None
    if lemma_of(clause.verb) == "be" and {lemma_of(t) for t in _predicate(clause.verb)} & listed("needs", "smear"):
        return "ACCUSE"
    told = clause.verb.tag_ in ("VBD", "VBN", "VBZ", "VBP", "VBG") and not auxiliary.modals(clause.verb)
    return (
        "ACCUSE"
        if told and lemma_of(clause.verb) in listed("needs", "misdeed") and grammar.subjects(clause.verb)
        else None
    )


def _negated(verb: Token) -> bool:
    return auxiliary.negated(verb) or any(
        d.lower_ == "no" for c in verb.children if c.dep_ in ("dobj", "attr", "nsubj") for d in c.children
    )


def _no_intention(verb: Token) -> bool:
    return any(
        c.lemma_ in listed("positions", "intended") and any(d.lower_ == "no" for d in c.children)
        for c in verb.children
        if c.dep_ in ("dobj", "attr")
    )


def _plans(verb: Token) -> bool:
    below = [verb, *(c for c in verb.children if c.dep_ in ("acomp", "xcomp", "attr"))]
    return any(lemma_of(t) in listed("status", "scheduled") | listed("positions", "prepared") for t in below)


def _infinitive_below(verb: Token) -> bool:
    return any(c.dep_ == "xcomp" and auxiliary.to_infinitive(c) for c in verb.children)


def _names_actor(reading: Reading, verb: Token) -> bool:
    named = grammar.subjects(verb) or grammar.undergone(verb)
    return any(a.actor for a in who.arguments(reading, named))


def _predicate(verb: Token) -> Iterable[Token]:
    """What is said of the subject: predicate words, objects and the phrases of the verb, with their modifiers."""
    for child in verb.children:
        if child.dep_ in ("acomp", "attr", "dobj", "oprd", "prep", "agent", "expl", "relcl"):
            clauses_ = {t.i for t in child.subtree if t.dep_ in _CLAUSES and t.i != child.i}
            for token in child.subtree:
                if token.i - child.i <= _REACH and not any(a.i in clauses_ for a in (token, *token.ancestors)):
                    yield token
    yield verb

"""Whether an act happened, goes on, is planned, proposed, conditional, feared, denied or cancelled.

One rule: nothing hypothetical counts as done. The path from the trigger up to the clause that asserts it is
read for operators (tense, modals, negation, verbs and nouns that plan, fear, demand or deny); the most
guarded reading on the path wins.
"""

from __future__ import annotations

from sitroom.annotate import auxiliary
from sitroom.annotate.animacy import animate
from sitroom.annotate.engine import Token
from sitroom.annotate.events import grammar
from sitroom.annotate.events.carriers import carried_by
from sitroom.annotate.events.operators import GUARDED, adjectives, key_of, operator_of, operators, takes
from sitroom.annotate.events.tenses import is_participle, modal_clause, opens_condition, tense
from sitroom.annotate.lemmas import lemma_of
from sitroom.annotate.times.direction import is_due
from sitroom.model import POSITION_TYPES, EventType, Status
from sitroom.resources import listed

_TRANSPARENT = frozenset({"of", "for", "on", "from", "with", "to", "against", "about"})


def status_of(trigger: Token, kind: EventType) -> Status:
    """The status of the act that the trigger names, in the eyes of whoever states it."""
    if kind in POSITION_TYPES and _performed(trigger):
        return "occurred"
    found: list[Status] = []
    top = _noun_readings(trigger, found) if not grammar.verbal(trigger) and trigger.pos_ != "ADJ" else trigger
    if top is not None and ((top.pos_ == "ADJ" and top.dep_ in ("oprd", "conj")) or top.dep_ == "acomp"):
        tense(top.head, found, kind)
        top = top.head
    elif top is not None and grammar.verbal(top):
        tense(top, found, kind)
    if top is not None:
        _climb(top, found)
        if grammar.verbal(top) and _with_nobody(top):
            found.append("denied")
    if not found and trigger.lemma_.lower() in listed("status", "lasting"):
        found.append("ongoing")
    best: Status = min(found, key=GUARDED.index, default="occurred")
    if kind in POSITION_TYPES and best == "ongoing":
        return "occurred"
    return best


def _with_nobody(verb: Token) -> bool:
    """Whether a party of the act is nobody: "met no officials", "spoke to neither leader", "agreed on nothing"."""
    parties = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass", "dobj")]
    ways = [c for c in verb.children if c.dep_ in ("prep", "agent") and c.lower_ in ("with", "to", "by", "between")]
    parties += [c for way in ways for c in way.children if c.dep_ == "pobj" and (c.pos_ != "NOUN" or animate(c))]
    ways = [c for c in verb.children if c.dep_ == "prep"]  # "agreed on nothing"
    parties += [c for way in ways for c in way.children if c.dep_ == "pobj" and c.lower_ in _nobody()]
    return any(party.lower_ in _nobody() or any(_is_no(c) for c in party.lefts) for party in parties)


def _is_no(word: Token) -> bool:
    """Whether the word makes nobody of the noun behind it; "no fewer than five" does not."""
    counts = word.i + 1 < len(word.doc) and word.nbor(1).lower_ in listed("status", "no_degree")
    return word.lower_ in _nobody() and word.dep_ in ("det", "preconj", "cc", "nmod") and not counts


def _nobody() -> frozenset[str]:
    return listed("status", "nobody")


def _performed(verb: Token) -> bool:
    """Whether the words do what they name: "I would like to thank", "we want to assure"."""
    head = verb.head
    wished = verb.dep_ == "xcomp" and auxiliary.to_infinitive(verb) and head.lemma_ in listed("status", "wishing")
    return wished and any(c.lower_ in ("i", "we") for c in head.children if c.dep_ == "nsubj")


def _is_arranged(word: Token) -> bool:
    """Whether what describes a noun says that it is to come: "talks slated for Friday", "a meeting due on Friday"."""
    if word.dep_ in ("acl", "relcl") and word.tag_ == "VBN" and word.lower_ in listed("status", "arranged"):
        return True
    return word.dep_ in ("amod", "acl", "prep", "relcl") and word.i > word.head.i and is_due(word)


def _noun_readings(noun: Token, found: list[Status]) -> Token | None:
    """Reads the noun's modifiers; the verb or noun above it that decides, ``None`` where nothing does."""
    for child in noun.children:
        if child.dep_ in ("amod", "det", "compound", "advmod", "nmod") and child.i < noun.i:
            if child.lower_ in ("no", "any") and child.dep_ == "det":
                found.append("denied" if child.lower_ == "no" else "conditional")
            elif child.lower_ in adjectives():
                found.append(adjectives()[child.lower_])
        elif _is_arranged(child):
            found.append("scheduled")
    above = _naming(noun)
    if above is not None:
        return above
    verb = carried_by(noun)
    if verb is not None:
        if key := operator_of(verb):
            found.append(key)
        return verb
    top = noun
    while top.dep_ == "conj" and top.head.pos_ in grammar.NOMINAL:
        top = top.head
    if top.dep_ in grammar.SUBJECTS and grammar.verbal(top.head):
        held = top.head.lemma_.lower() in listed("status", "holding") or any(
            status == "conditional" for status in found
        )
        if (key := operator_of(top.head)) and (grammar.is_passive(top.head) or _headline_passive(top.head, key)):
            found.append(key)
        if any(c.dep_ == "xcomp" and auxiliary.to_infinitive(c) for c in top.head.children) and top.head.lemma_ == "be":
            found.append("scheduled")  # "the talks are to begin"
        return top.head if held else None
    return top


def _headline_passive(verb: Token, status: Status) -> bool:
    """Whether a verb that calls off has no object, as in a headline: "Talks postponed"."""
    return status == "cancelled" and not any(c.dep_ in ("dobj", "ccomp", "xcomp") for c in verb.children)


def _naming(noun: Token) -> Token | None:
    """The verb whose tense tells of the talks that it only names, or beside which they stand.

    "these will include a meeting", "followed by a meeting", "will meet in Geneva for their dialogue".
    """
    top = noun
    for _ in range(grammar.DEPTH):
        if (top.dep_ == "conj" and top.head.pos_ in grammar.NOMINAL) or top.dep_ == "appos":
            top = top.head
    head = top.head
    naming = listed("status", "naming")
    if top.dep_ in ("dobj", "nsubjpass") and head.lemma_ in naming:
        return head
    if top.dep_ == "pobj" and head.dep_ == "agent" and head.head.lemma_ in naming:
        verb = head.head
        while verb.dep_ in ("conj", "advcl", "acl") and grammar.verbal(verb.head):
            verb = verb.head
        return verb
    if top.dep_ == "pobj" and head.dep_ == "prep" and head.lower_ in ("in", "at", "during", "under", "within"):
        ahead = next((v for v in head.ancestors if grammar.verbal(v)), None)
        if ahead is not None and "will" in auxiliary.modals(ahead):
            return ahead
        if (
            ahead is not None
            and ahead.dep_ in ("advcl", "xcomp")
            and auxiliary.to_infinitive(ahead)
            and grammar.verbal(ahead.head)
        ):
            return ahead.head if "will" in auxiliary.modals(ahead.head) else None
    return None


def _climb(token: Token, found: list[Status]) -> None:
    """Reads the operators above a verb or noun, up to the clause that asserts it."""
    for height in range(2 * grammar.DEPTH):
        head, dep = token.head, token.dep_
        if head.i == token.i or (dep == "pobj" and not _reaches_through(head)):
            return
        if dep == "acl" and is_participle(token) and (clause := modal_clause(token)):
            tense(clause, found, "CONSULT")  # "will be among the topics discussed by them"
            return
        if dep == "amod" or (dep == "acl" and height == 0 and token.tag_ == "VBN"):
            return  # "growing fears", "a threat posed by": what grows or is posed is not feared or threatened
        if dep in _OWN_CLAUSE or (dep == "nsubj" and not opens_condition(head)):
            if not _leaves_clause(token, found):
                return
        elif dep == "conj":
            _share_tense(token, found)
        elif not _operate(token, found):
            if grammar.verbal(head) and dep in ("prep", "dobj", "agent") and not grammar.verbal(token):
                _presupposed(head, found)  # "would be met with sanctions", "would lead to war"
            return
        token = head


_WHILE = ("when", "before", "after", "once", "while", "until")
_OWN_CLAUSE = frozenset({"advcl", "relcl", "appos", "parataxis", "npadvmod"})


def _leaves_clause(token: Token, found: list[Status]) -> bool:
    """Reads what a clause's place tells of it; whether the clause above bears on it further."""
    head, dep = token.head, token.dep_
    if dep == "advcl" and opens_condition(token):
        found.append("conditional")
    if dep == "advcl" and auxiliary.to_infinitive(token):
        found.append("proposed")
        return True
    if dep == "advcl" and grammar.marked(token, *_WHILE) and grammar.verbal(head):
        if auxiliary.modals(head) & {"will", "would", "shall"}:
            found.append("scheduled")  # "will be replaced before the tour starts"
        return False
    if dep == "advcl" and is_participle(token) and grammar.verbal(head):
        tense(head, found, "CONSULT")  # "would face protests while meeting them": no more real than its clause
        return True
    if dep == "relcl" and auxiliary.to_infinitive(token) and head.pos_ == "NOUN":
        _operate(token, found)
    if dep == "nsubj":
        _presupposed(head, found)
    return False


def _share_tense(token: Token, found: list[Status]) -> None:
    """A second verb without subject and auxiliary of its own has the tense of the first."""
    head = token.head
    if not (grammar.verbal(head) and grammar.verbal(token)):
        return
    if not any(c.dep_ in grammar.SUBJECTS or c.dep_ in ("aux", "auxpass") for c in token.children):
        tense(head, found, "CONSULT")


def _presupposed(verb: Token, found: list[Status]) -> None:
    """What a clause says of an act that is its subject: "an invasion would be a mistake"."""
    if auxiliary.modals(verb) & {"would", "could", "might"}:
        found.append("conditional")
    elif verb.lemma_ == "be" and auxiliary.negated(verb):
        found.append("denied")


def _reaches_through(preposition: Token) -> bool:
    """Whether a word above speaks of what is in the phrase ("fears of an attack"), not beside it ("said in a call")."""
    above = preposition.head
    if above.pos_ in ("ADV", "SCONJ", "ADP") and above.lower_ in ("ahead", "because", "instead", "outside", "out"):
        return False  # "delays tariffs ahead of talks": the talks are not delayed
    if above.lower_ == "due" and preposition.lower_ == "to":
        return False  # a cause
    if preposition.lower_ in _TRANSPARENT:
        return True
    name = f"{above.lemma_.lower()} {preposition.lower_}" if grammar.verbal(above) else above.lemma_.lower()
    return preposition.lower_ in ("in", "into", "over") and name in operators()


def _directed(verb: Token) -> bool:
    """Whether the verb asks somebody to act: with an infinitive, or with a bare verb and its subject ("have him
    call").
    """
    return any(
        c.dep_ in ("xcomp", "ccomp") and (auxiliary.to_infinitive(c) or (c.tag_ == "VB" and not auxiliary.modals(c)))
        for c in verb.children
    )


def _operate(token: Token, found: list[Status]) -> bool:
    """Applies the word above the act, or above what holds it; whether to climb on."""
    head = token.head
    if head.lower_ == "without" and token.dep_ in ("pobj", "pcomp"):
        found.append("denied")
        return False
    if head.pos_ in ("ADP", "ADV"):
        return True
    if key_of(head) in listed("status", "stopping") and grammar.verbal(head):
        found.append("ongoing")
        return False
    if head.lemma_ in listed("status", "cases") and head.dep_ == "pobj" and head.head.lower_ == "in":
        found.append("conditional")
        return False
    status = _said_by(head, token)
    if status:
        found.append(_turned(status, head))
    elif _is_negated(head) and head.pos_ in ("ADJ", "NOUN"):
        found.append("denied")
    if opens_condition(head):
        found.append("conditional")
    if status and grammar.verbal(head):
        if auxiliary.modals(head) & {"could", "may", "might"}:
            found.append("forecast")
        if status == "ongoing":
            tense(head, found, "CONSULT")  # "will continue to hold": no more real than the verb above
    elif grammar.verbal(head) and status is None and _shares(token):
        tense(head, found, "CONSULT")  # "could be used to attack", "will see them meet"
        return True
    return bool(status) or head.pos_ in ("NOUN", "ADJ", "AUX", "PROPN")


def _said_by(head: Token, token: Token) -> Status | None:
    """What the word above makes of what stands under it; ``None`` where it says nothing of it."""
    if head.lemma_ == "have" and any(c.lower_ == "yet" for c in head.children):
        return "denied"  # "had yet to speak"
    infinitive = token.dep_ in ("xcomp", "ccomp", "advcl") and auxiliary.to_infinitive(token)
    if infinitive and head.lemma_ == "be":
        return "scheduled"  # "is to be held in Vienna"
    if infinitive and head.lemma_ == "go" and head.tag_ == "VBG":
        return "scheduled"
    status = operator_of(head)
    if status is not None:
        return status if takes(head, token.dep_) else None
    if head.lemma_ in listed("status", "directing") and _directed(head):
        return "proposed"  # "told him to call the minister"
    perfect = any(c.lower_ == "have" for c in token.children if c.dep_ == "aux")
    if (
        infinitive
        and not perfect
        and token.dep_ != "advcl"
        and grammar.verbal(head)
        and lemma_of(head) not in listed("status", "implying")
    ):
        return "proposed"  # "is fighting to save the talks": nothing tells whether it came off
    return None


def _is_negated(head: Token) -> bool:
    return any(c.dep_ == "neg" or (c.dep_ == "det" and c.lower_ == "no") for c in head.children)


def _turned(status: Status, head: Token) -> Status:
    """The status under a word that is itself negated: "did not rule out sending" leaves it open."""
    if not _is_negated(head):
        return status
    return "forecast" if status in ("forecast", "denied") else "denied"


def _shares(token: Token) -> bool:
    """Whether a clause has no tense of its own and so takes that of the verb above."""
    if token.dep_ not in ("xcomp", "ccomp"):
        return False
    return auxiliary.to_infinitive(token) or not any(c.dep_ in ("aux", "auxpass", "mark") for c in token.children)

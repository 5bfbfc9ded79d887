"""Who does what in a clause: subjects, objects and phrases, through control, passives, relatives, coordination.

One rule: everything here reads the parse and nothing else; every climb is bounded.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from sitroom.annotate import auxiliary
from sitroom.annotate.engine import Token
from sitroom.annotate.relatives import RELATIVES, antecedent
from sitroom.resources import listed

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "X", "SYM"})
_NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_MISREAD = frozenset({"advmod", "npadvmod", "dep", "compound"})
_COMPOUND = frozenset({"according", "due", "thanks", "owing", "prior", "contrary"})  # their "to" is nobody's
DEPTH = 6  # how far a missing subject is sought; deeper chains are misparses


def is_passive(verb: Token) -> bool:
    """Whether the verb is a passive form, finite or a reduced relative ("troops massed at the border")."""
    below = {child.dep_ for child in verb.children}
    if "nsubjpass" in below or "auxpass" in below:
        # "he's agreed that": the parser takes "has" for "is"
        short = any(child.dep_ == "auxpass" and child.lower_ == "'s" for child in verb.children)
        return not (short and ("ccomp" in below or "dobj" in below))
    return verb.tag_ == "VBN" and verb.dep_ == "acl" and not ("aux" in below or "dobj" in below)


_OF_THE_OBJECT = frozenset({"of", "for", "from", "into", "with"})


def subjects(verb: Token, depth: int = 0) -> list[Token]:
    """Who does what the verb says: heads of phrases, empty where the clause does not tell."""
    if depth > DEPTH:
        return []
    if is_passive(verb):
        return agents(verb)
    own = [antecedent(child) for child in verb.children if child.dep_ in SUBJECTS]
    if own:
        return [token for token in own if token.lower_ != "there"]
    misread = [c for c in verb.children if c.i < verb.i and c.dep_ in _MISREAD and c.ent_type_ in _NAMES]
    if misread and verb.tag_ in ("VBD", "VBZ", "VBP"):
        return misread  # "Zelensky, in a meeting with …, expressed": or "Biden, Putin Agree"
    return inherited_subject(verb, depth)


def agents(verb: Token) -> list[Token]:
    """The by-phrase of a passive."""
    return [obj for child in verb.children if child.dep_ == "agent" for obj in child.children if obj.dep_ == "pobj"]


def inherited_subject(verb: Token, depth: int) -> list[Token]:
    """The understood subject of an infinitive, participle or second conjunct."""
    head, dep = verb.head, verb.dep_
    if dep == "conj" and head.pos_ in ("VERB", "AUX"):
        return undergone(head) if is_passive(head) else subjects(head, depth + 1)
    if dep in ("xcomp", "ccomp", "oprd"):
        if head.pos_ == "ADJ":
            return subjects(head.head, depth + 1) if head.dep_ in ("acomp", "oprd") else []
        objects_ = [c for c in head.children if c.dep_ in ("dobj", "dative") and c.pos_ in NOMINAL]
        if objects_ and head.lemma_ not in listed("parties", "subject_control"):
            return objects_[:1]
        if is_passive(head):
            return undergone(head, depth + 1)
        return subjects(head, depth + 1)
    if dep == "advcl" and verb.tag_ == "VBG" and head.dep_ == "ccomp" and verbal(head.head) and _after_comma(verb):
        return subjects(head.head, depth + 1)  # "demanded that …, while calling for": whoever demands calls
    if dep in ("advcl", "prep", "dep", "aux"):
        return (undergone(head, depth + 1) if is_passive(head) else subjects(head, depth + 1)) if verbal(head) else []
    if dep == "relcl":
        return [] if head.pos_ == "VERB" else [head]
    if dep == "acl":
        if verb.tag_ == "VBG" and head.pos_ in NOMINAL:  # "a statement criticising": whoever issued it
            return (doers_of_noun(head, depth + 1) if head.lemma_.lower() in told_in() else []) or [head]
        return doers_of_noun(head, depth + 1)
    if dep == "pcomp" and head.pos_ in ("ADP", "SCONJ"):
        return _behind_preposition(head, depth)
    return []


def _behind_preposition(preposition: Token, depth: int) -> list[Token]:
    """Who does what a gerund behind the preposition says: "accused Togo of attacking", "met Togo after attacking"."""
    above = preposition.head
    if not verbal(above):
        return doers_of_noun(above, depth + 1)
    if is_passive(above) or (above.lemma_ in object_control() and preposition.lower_ in _OF_THE_OBJECT):
        return undergone(above, depth + 1)
    return subjects(above, depth + 1)


def object_control() -> frozenset[str]:
    """Verbs whose object does what stands behind "of", "for", "from" or "into" ("accused Russia of invading")."""
    return listed("parties", "object_control")


def told_in() -> frozenset[str]:
    """Nouns for what somebody says, writes or decides, which does what he does with it ("a letter asking for help")."""
    return listed("parties", "documents")


def _after_comma(verb: Token) -> bool:
    first = verb.left_edge
    return first.i > verb.sent.start and first.nbor(-1).lower_ == ","


def verbal(token: Token) -> bool:
    """Whether the token heads a clause."""
    return token.pos_ in ("VERB", "AUX")


def undergone(verb: Token, depth: int = 0) -> list[Token]:
    """Whom or what the verb is done to: its object, or the subject of a passive."""
    if depth > DEPTH:
        return []
    if is_passive(verb):
        own = [antecedent(child) for child in verb.children if child.dep_ == "nsubjpass"]
        if own:
            return own
        if verb.dep_ == "acl":
            return [verb.head]
        if verb.dep_ == "conj" and verbal(verb.head) and is_passive(verb.head):
            return undergone(verb.head, depth + 1)
        if verb.dep_ in ("xcomp", "ccomp", "advcl"):
            return inherited_subject(verb, depth)
        return []
    own = [antecedent(child) for child in verb.children if child.dep_ == "dobj"]
    if own:
        return own
    if verb.dep_ == "relcl" and any(c.dep_ == "nsubj" and c.lower_ not in RELATIVES for c in verb.children):
        gap = not any(c.dep_ == "prep" and not any(True for _ in c.children) for c in verb.children)
        return [verb.head] if gap and not any(c.dep_ in ("ccomp", "xcomp") for c in verb.children) else []
    controlled = [c for c in verb.children if c.dep_ == "ccomp" and auxiliary.to_infinitive(c)]
    if controlled and (raised := [c for c in controlled[0].children if c.dep_ == "nsubj"]):
        return raised  # "urged Mali to vote": the parser gives the object to the infinitive
    # "invaded and annexed Crimea": the object stands with the last verb
    for other in verb.conjuncts:
        if other.i > verb.i and not any(c.dep_ in SUBJECTS for c in other.children) and not is_passive(other):
            return [antecedent(c) for c in other.children if c.dep_ == "dobj"]
    return []


def called(verb: Token, kinds: Collection[str], reach: int) -> list[Token]:
    """Words for what a verb calls its object ("called him a liar", "hailed it as a success").

    Within ``reach`` tokens of the head of a complement of one of the kinds, of a second object, of an "as" phrase.
    """
    heads = [c for c in verb.children if c.dep_ in kinds]
    heads += [c for c in verb.children if c.dep_ == "dobj"][1:]
    heads += [o for c in verb.children if c.dep_ == "prep" and c.lower_ == "as" for o in c.children]
    return [t for head in heads for t in head.subtree if abs(t.i - head.i) <= reach]


def indirect(verb: Token) -> list[Token]:
    """The indirect object ("gave Mali a loan")."""
    return [c for c in verb.children if c.dep_ == "dative" and c.pos_ != "ADP"]


_CARRY_PHRASES = frozenset({"prep", "dative", "agent", "prt", "advmod"})


def phrases(token: Token, name: str) -> list[Token]:
    """Objects of a preposition that hangs on the token ("talks with Putin": with → Putin)."""
    found: list[Token] = []
    for child in token.children:
        dep = child.dep_
        if dep not in _CARRY_PHRASES:
            continue
        if dep in ("prep", "dative", "agent") and child.lower_ == name:
            found.extend(antecedent(obj) for obj in child.children if obj.dep_ in ("pobj", "pcomp"))
        elif (dep == "prep" and (name not in ("of", "by") or child.lower_ == "out")) or dep in ("prt", "advmod"):
            # "in Vienna with Iran", "together with Iran": a phrase inside a phrase
            for inner in child.children if child.lower_ not in _COMPOUND else ():
                if inner.dep_ == "prep" and inner.lower_ == name:
                    found.extend(obj for obj in inner.children if obj.dep_ == "pobj")
    if token.dep_ == "relcl" and any(c.lower_ == name and not any(True for _ in c.children) for c in token.children):
        found.append(token.head)
    return found


def possessors(noun: Token) -> list[Token]:
    """Whose ("Russia's", "his")."""
    own = [child for child in noun.children if child.dep_ == "poss"]
    if own and noun.dep_ == "conj" and noun.head.pos_ == "PROPN" and own[0].left_edge.nbor(-1).dep_ == "cc":
        # "Biden and Zelensky's call", parsed as Biden and a call of Zelensky's
        own = [noun.head, *own]
    if not own and noun.dep_ == "conj":
        own = [child for child in noun.head.children if child.dep_ == "poss" and noun.head.pos_ in NOMINAL]
    return own


def modifiers(noun: Token) -> list[Token]:
    """Names and adjectives before a noun ("Russian", "White House")."""
    kinds = ("amod", "compound", "nmod", "nounmod")
    return [child for child in noun.children if child.dep_ in kinds and child.i < noun.i]


def complement(head: Token) -> Token | None:
    """The verb of the clause that completes a verb, adjective or noun ("agreed to meet": meet)."""
    below = [(child, child.dep_) for child in head.children]
    for kind in ("xcomp", "ccomp", "acl", "advcl", "relcl"):
        for child, dep in below:
            if dep != kind or child.i < head.i or (kind == "relcl" and verbal(head)):
                continue
            if kind in ("acl", "advcl") and not (auxiliary.to_infinitive(child) or marked(child, "that")):
                continue
            if kind == "relcl" and not marked(child, "that"):
                continue
            return child
    for child, dep in below:
        if dep == "prep" and child.lower_ in ("of", "from", "against", "to", "for", "on", "about", "in"):
            for inner in child.children:
                if inner.dep_ == "pcomp" and verbal(inner):
                    return inner
    return None


def marked(verb: Token, *words: str) -> bool:
    """Whether the clause is opened by one of the words."""
    return any(child.dep_ in ("mark", "advmod") and child.lower_ in words for child in verb.children)


def doers_of_noun(noun: Token, depth: int = 0) -> list[Token]:
    """Who does what a noun names: its possessor, or the subject of the verb that carries it."""
    if depth > DEPTH:
        return []
    own = possessors(noun)
    if own:
        return own
    if noun.dep_ in ("dobj", "attr", "oprd") and verbal(noun.head):
        return subjects(noun.head, depth + 1)
    if noun.dep_ == "nsubjpass" and verbal(noun.head):
        return agents(noun.head)
    if noun.dep_ == "pobj" and verbal(noun.head.head) and noun.head.lower_ in ("in", "with", "as"):
        return subjects(noun.head.head, depth + 1)  # "in order to", "in an effort to", "with the aim of"
    return []


def together(tokens: Iterable[Token]) -> list[Token]:
    """The tokens with everything that is joined to them by "and", in order of the text."""
    found: dict[int, Token] = {}
    for token in tokens:
        found[token.i] = token
        for other in token.conjuncts:
            if other.pos_ in NOMINAL and other.i > token.i:
                found[other.i] = other
    return [found[i] for i in sorted(found)]

"""Fills the slots of a frame: which phrases are the actor and the recipient of a trigger.

One rule: a slot looks in one place; the frame says in which order to look.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from sitroom.annotate import auxiliary
from sitroom.annotate.engine import Token
from sitroom.annotate.events import grammar, who
from sitroom.annotate.events.carriers import carried_by
from sitroom.annotate.events.lexicon import Slots
from sitroom.annotate.reading import Reading
from sitroom.annotate.relatives import antecedent


def fill(reading: Reading, trigger: Token, alternatives: Slots) -> list[Token]:
    """Heads of the phrases in the first alternative that holds any."""
    for group in alternatives:
        found = [token for slot in group for token in one(reading, trigger, slot)]
        if found:
            return list(dict.fromkeys(found))
    return []


def one(reading: Reading, trigger: Token, slot: str) -> list[Token]:
    """Heads of the phrases in one slot."""
    place, _, rest = slot.partition(".")
    if place in _PLACES and not rest:
        return _PLACES[place](reading, trigger)
    if place == "object":
        return [token for noun in objects(trigger) for token in _of_noun(reading, noun, rest)]
    if place == "subject":
        tops = grammar.subjects(trigger) or grammar.undergone(trigger)
        return [token for noun in tops for token in _of_noun(reading, noun, rest)]
    if place == "clause":
        return _of_clause(reading, trigger, rest)
    return list(_phrases(reading, trigger, place))


def objects(trigger: Token) -> list[Token]:
    """What a verb is done to, and what that measures; for a noun the noun itself."""
    if not grammar.verbal(trigger):
        return [trigger]
    found = grammar.undergone(trigger)
    # "$2 million in aid to Fiji", "tonnes of grain to Fiji": the phrase hangs on what is measured
    measured = [
        t for noun in found if noun.ent_type_ in _AMOUNTS for name in ("in", "of") for t in grammar.phrases(noun, name)
    ]
    return [*found, *measured]


_AMOUNTS = frozenset({"MONEY", "QUANTITY", "CARDINAL", "PERCENT"})


def _subject(reading: Reading, trigger: Token) -> list[Token]:
    if trigger.pos_ == "ADJ" or trigger.dep_ in ("acomp", "oprd"):
        return grammar.subjects(trigger.head) or grammar.undergone(trigger.head)
    found = grammar.subjects(trigger)
    if not found and grammar.is_passive(trigger):
        found = [t for name in ("by", "from") for t in grammar.phrases(trigger, name) if who.is_party(reading, t)]
    return found


def _object(reading: Reading, trigger: Token) -> list[Token]:
    return objects(trigger)


def _governor(reading: Reading, trigger: Token) -> list[Token]:
    verb = carried_by(trigger)
    return grammar.subjects(verb) if verb is not None else []


def _poss(reading: Reading, trigger: Token) -> list[Token]:
    return grammar.possessors(trigger)


def _mod(reading: Reading, trigger: Token) -> list[Token]:
    found: list[Token] = []
    for token in grammar.modifiers(trigger):  # "the Biden-Zelensky call", "U.S. and Russian officials"
        inside = [] if _one_name(token) else grammar.modifiers(token)
        found += [inner for inner in (*inside, token, *token.conjuncts) if _names_party(reading, inner)]
    return list(dict.fromkeys(found))


def _one_name(token: Token) -> bool:
    """Whether the modifier is one longer name ("Trump Tower"), whose first part is no party."""
    before = token.nbor(-1) if token.i else None
    return token.pos_ == "PROPN" and before is not None and before.dep_ == "compound" and before.head == token


def _iobj(reading: Reading, trigger: Token) -> list[Token]:
    verb = trigger if grammar.verbal(trigger) else carried_by(trigger)
    return grammar.indirect(verb) if verb is not None else []


def _occasion(reading: Reading, trigger: Token) -> list[Token]:
    """Who does something "in protest"."""
    return (
        grammar.doers_of_noun(trigger)
        if trigger.dep_ == "pobj" and not any(True for c in trigger.children if c.dep_ == "det")
        else []
    )


def _patient(reading: Reading, trigger: Token) -> list[Token]:
    """Whom the light verb concerns besides its noun ("hit Serbia with sanctions")."""
    verb = carried_by(trigger)
    return [t for t in grammar.undergone(verb) if t.i != trigger.i] if verb is not None else []


def _agent(reading: Reading, trigger: Token) -> list[Token]:
    return grammar.agents(trigger)


def _theme(reading: Reading, trigger: Token) -> list[Token]:
    """Parties that are named anywhere within the object."""
    found = []
    for noun in objects(trigger):
        for token in noun.subtree:
            if token.i != noun.i and _names_party(reading, token) and _inside(token, noun):
                found.append(token)
        if not found and who.is_party(reading, noun):
            found.append(noun)
    return found[:1]


def concerned(reading: Reading, trigger: Token, actors: Sequence[Token], found: Sequence[Token]) -> list[Token]:
    """The party named within a recipient that is a thing ("demands from Kosovo"), else the next one named."""
    own = {mention.actor for t in actors if (mention := reading.mention_at(t))}
    for token in (*(inner for noun in found for inner in noun.subtree), *trigger.subtree):
        if token.i <= trigger.i or not _names_party(reading, token) or not _inside(token, trigger):
            continue
        mention = reading.mention_at(token)
        if token not in actors and (mention is None or mention.actor not in own):
            return [token]
    return []


def _inside(token: Token, noun: Token) -> bool:
    """Whether the token is part of what the noun names, not of a circumstance ("support amid Serbia's buildup")."""
    for _ in range(2 * grammar.DEPTH):
        if token.i == noun.i:
            return True
        if (token.dep_ == "prep" and token.lower_ in _CIRCUMSTANCES) or _tells_more(token):
            return False
        token = token.head
    return False


def _tells_more(clause: Token) -> bool:
    """Whether a relative clause tells more of what the noun names ("a vote in which Kosovo lost")."""
    return clause.dep_ == "relcl" and not auxiliary.to_infinitive(clause)


_CIRCUMSTANCES = frozenset(
    {"amid", "during", "after", "before", "despite", "since", "while", "as", "following", "until"}
)


def _names_party(reading: Reading, token: Token) -> bool:
    mention = reading.mention_at(token)
    if mention:
        return (
            mention.type in {*who.PARTIES, "place"}
            and mention.form != "pronoun"
            and mention.head.end == token.idx + len(token)
        )
    return (
        token.pos_ in ("PROPN", "ADJ", "NOUN")
        and token.ent_type_ in ("GPE", "NORP", "ORG", "PERSON")
        and (token.head.ent_type_ != token.ent_type_ or token.dep_ != "compound")
    )


def _of_noun(reading: Reading, noun: Token, part: str) -> Iterable[Token]:
    if part == "poss":
        return [t for t in grammar.possessors(noun) if who.is_party(reading, t)]
    if part == "mod":
        # "Kosovo soldiers" is one phrase: its carrier is read when the argument is made
        return [] if who.is_party(reading, noun) else _mod(reading, noun)
    found = [t for t in grammar.phrases(noun, part) if t.pos_ in grammar.NOMINAL]
    return found if part not in ("of", "by") else [t for t in found if who.is_party(reading, t)]


def _of_clause(reading: Reading, trigger: Token, part: str) -> list[Token]:
    verb = grammar.complement(trigger)
    if verb is None:
        return []
    if part == "subject":
        own = [antecedent(c) for c in verb.children if c.dep_ in grammar.SUBJECTS]
        if not own and verb.dep_ == "xcomp" and auxiliary.to_infinitive(verb) and grammar.verbal(verb.head):
            own = [
                c for c in verb.head.children if c.dep_ in ("dobj", "dative") and c.i < verb.i
            ]  # "urged Mali to vote"
        return [t for t in own if who.is_party(reading, t) or who.carrier(reading, t)]
    return within(reading, verb)


def within(reading: Reading, verb: Token) -> list[Token]:
    """The first party that a clause concerns: its object, then its phrases, then what is named in it at all."""
    for token in grammar.undergone(verb) + grammar.indirect(verb):
        if _names_party(reading, token):
            return [token]
        for name in ("poss", "of", "with", "from", "by", "against", "on", "to"):
            if found := [t for t in _of_noun(reading, token, name) if _target(reading, t)]:
                return found
    for name in ("with", "to", "against", "on", "from", "for", "in", "into", "by"):
        if found := [t for t in grammar.phrases(verb, name) if _target(reading, t)]:
            return found
    for token in verb.subtree:
        if token.i > verb.i and _names_party(reading, token):
            return [token]
    return [t for t in grammar.undergone(verb) if who.is_party(reading, t)]


def _target(reading: Reading, token: Token) -> bool:
    """Whether an act may concern what the token heads: a party or a place, not one that "its" only points back to."""
    if token.pos_ == "PRON" and token.dep_ == "poss":
        return False
    mention = reading.mention_at(token)
    return who.is_party(reading, token) or (mention is not None and mention.type == "place")


def _phrases(reading: Reading, trigger: Token, name: str) -> Iterable[Token]:
    found = [t for t in grammar.phrases(trigger, name) if t.pos_ in grammar.NOMINAL and not _is_time(t)]
    if not found and name not in ("of", "by", "from"):
        verb = carried_by(trigger) if not grammar.verbal(trigger) else None
        if verb is not None:
            found = [t for t in grammar.phrases(verb, name) if t.pos_ in grammar.NOMINAL and not _is_time(t)]
    if not found and name == "with" and not grammar.verbal(trigger):
        found = _stray(trigger)
    if not found and grammar.verbal(trigger) and name not in ("of", "by"):
        # a phrase that the parser hung on the object, or on the infinitive beside it
        found = [t for noun in objects(trigger) for t in grammar.phrases(noun, name) if not _is_time(t)]
    return found


def _stray(noun: Token) -> list[Token]:
    """A with-phrase that the parser hung on the verb above ("informed him of the talks this week with Putin")."""
    for token in noun.doc[noun.i + 1 : min(noun.i + _NEAR, noun.sent.end)]:
        if token.lower_ == "with" and token.dep_ == "prep" and token.head.i < noun.i and token.head.is_ancestor(noun):
            return [obj for obj in token.children if obj.dep_ == "pobj"]
    return []


_NEAR = 7  # tokens within which a stray phrase still belongs to the noun


def _is_time(token: Token) -> bool:
    return token.ent_type_ in ("DATE", "TIME")


_PLACES: dict[str, Callable[[Reading, Token], list[Token]]] = {
    "subject": _subject,
    "object": _object,
    "governor": _governor,
    "poss": _poss,
    "mod": _mod,
    "iobj": _iobj,
    "agent": _agent,
    "theme": _theme,
    "patient": _patient,
    "occasion": _occasion,
}

"""Personal pronouns of the third person.

One rule: a pronoun joins the most salient actor of its gender and number in its sentence or the three before, or none.
"""

from __future__ import annotations

from sitroom.annotate.engine import Token, sentence_start
from sitroom.annotate.mentions.chains import Book, Chain, Place
from sitroom.resources import listed

_HE = frozenset({"he", "him", "his", "himself"})
_SHE = frozenset({"she", "her", "hers", "herself"})
_IT = frozenset({"it", "its", "itself"})
_THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
PRONOUNS = _HE | _SHE | _IT | _THEY
_SUBJECT = frozenset({"nsubj", "nsubjpass"})
_BACK = 3  # sentences
_KNOWN = 4.0
"""What it counts for a person to be known for a man or a woman, where others may be either."""
_BESIDE, _ABOVE = 64.0, 26.0
"""What it counts for an antecedent to own the noun beside, and to be the subject of the clause around."""


def resolve(book: Book, token: Token) -> None:
    """Enter the pronoun where its antecedent is clear enough."""
    low = token.lower_
    if low in _HE or low in _SHE:
        chain = _best(book, token, "person", "m" if low in _HE else "f")
    elif low in _IT:
        chain = _best(book, token, "it", None) if _refers(token) else None
    else:
        chain = _best(book, token, "they", None)
    if chain is not None:
        book.mention(chain, "pronoun", (token.i, token.i + 1), (token.i, token.i + 1), token)


def _refers(token: Token) -> bool:
    """Whether an "it" can stand for an actor: no expletive and no object of a mental verb."""
    if token.dep_ == "expl" or token.lower_ == "its" or token.dep_ == "poss":
        return token.dep_ != "expl"
    if token.dep_ in _SUBJECT:
        verb = token.head
        if verb.lemma_ == "be" or verb.pos_ == "AUX":
            return False
        return not any(
            c.dep_ in {"ccomp", "csubj"} and verb.lemma_ in listed("roles", "impersonal") for c in verb.children
        )
    return False


def _best(book: Book, token: Token, kind: str, gender: str | None) -> Chain | None:
    floor = book.sentence_floor(token, _BACK if kind == "person" else 1)
    quote = book.quote_at(token.i)
    parallel, governing = _parallel(token), _governing(token)
    told_of = _told_of(book, token)
    best: tuple[float, int] | None = None
    found: Chain | None = None
    for place in book.before(token.i, floor):
        chain = book.chains[place.chain]
        if place.chain in told_of or not _agrees(chain, kind, gender) or _barred(book, place, token):
            continue
        if kind != "person" and not _carried_on(book, place, chain, token, kind):
            continue
        if quote is not None and kind == "person" and book.speaks(chain.key, quote):
            continue
        root = place.root
        score = (
            _salience(book, place, token) + _BESIDE * (root == parallel) + _ABOVE * (root in governing),
            place.start,
        )
        if best is None or score > best:
            best, found = score, chain
    return found


def _parallel(token: Token) -> int | None:
    """The owner of the noun that the pronoun's own is joined to: "Trump's firms and his deals"."""
    if token.dep_ != "poss" or token.i - 2 < sentence_start(token):
        return None
    joined = token.nbor(-2) if token.nbor(-1).dep_ == "cc" else token.head.head if token.head.dep_ == "conj" else None
    if joined is None or joined.pos_ != "NOUN":
        return None
    return next((c.i for c in joined.children if c.dep_ == "poss" and c.pos_ != "PRON"), None)


def _governing(token: Token) -> frozenset[int]:
    """The subject of the nearest clause around the pronoun, and what that is in apposition to.

    Of a relative clause it is the noun that the clause is of ("Flynn, who lied about his talks").
    """
    for verb in token.ancestors:
        if verb.pos_ not in {"VERB", "AUX"}:
            continue
        doer = next((c for c in verb.children if c.dep_ in _SUBJECT and c.i != token.i), None)
        if doer is None or doer.i > token.i:
            continue
        if doer.tag_ in {"WP", "WDT"} and verb.dep_ == "relcl":
            doer = verb.head
        chain = {doer.i}
        while doer.dep_ == "appos":
            doer = doer.head
            chain.add(doer.i)
        return frozenset(chain)
    return frozenset()


def _told_of(book: Book, token: Token) -> frozenset[str]:
    """Those whose names stand in the words that the pronoun is said to have spoken: "Ann is a friend," she said."""
    verb = token.head
    if token.dep_ not in _SUBJECT or verb.pos_ != "VERB":
        return frozenset()
    if verb.dep_ == "parataxis" and verb.head.i > verb.i:
        colon = max((t.i for t in book.doc[verb.head.left_edge.i : token.i] if t.text == ":"), default=-1)
        told = range(max(verb.head.left_edge.i, colon + 1), token.i)
    else:
        said = next((c for c in verb.children if c.dep_ == "ccomp" and c.right_edge.i < token.i), None)
        if said is None:
            return frozenset()
        told = range(said.left_edge.i, said.right_edge.i + 1)
    return frozenset(p.chain for p in book.before(token.i, told.start) if p.form == "name" and p.root in told)


def _agrees(chain: Chain, kind: str, gender: str | None) -> bool:
    if kind == "person":
        return chain.type == "person" and not chain.plural and chain.gender in {gender, None}
    if kind == "it":
        return chain.type in {"country", "organization", "group"} and not chain.plural
    return chain.plural or chain.type in {"organization", "group"}


def _carried_on(book: Book, place: Place, chain: Chain, token: Token, kind: str) -> bool:
    """Whether a state or body can be taken up again: things and events between them claim "it" and "they" as well."""
    role = book.tokens[place.root].dep_
    if kind == "it":
        return role in _SUBJECT or (token.dep_ == "poss" and role not in {"amod", "compound", "nmod"})
    if chain.plural:
        return True
    if role not in _SUBJECT or token.dep_ not in _SUBJECT:
        return False
    between = book.doc[place.end : token.i]
    return not any(t.tag_ in {"NNS", "NNPS"} and t.dep_ in {*_SUBJECT, "dobj"} for t in between)


def _barred(book: Book, place: Place, token: Token) -> bool:
    """An object pronoun is not its own clause's subject, nor a possessive the noun that it belongs to."""
    antecedent = book.tokens[place.root]
    if token.i < place.end:
        return True
    if token.dep_ == "poss" or token.lower_.endswith(("self", "selves")):
        return False
    return antecedent.head == _clause(token) and antecedent.dep_ in _SUBJECT and token.dep_ not in _SUBJECT


def _clause(token: Token) -> Token:
    head = token.head
    while head.pos_ in {"ADP", "NOUN", "PROPN", "PRON"} and head.head != head:
        head = head.head
    return head


def _salience(book: Book, place: Place, token: Token) -> float:
    root = book.tokens[place.root]
    score = 0.0
    sentences = 0
    floor, start = sentence_start(root), sentence_start(token)
    while start > floor and sentences < _BACK + 1:
        start = sentence_start(book.tokens[start - 1])
        sentences += 1
    score -= 22 * sentences
    role = root.dep_
    if role in _SUBJECT:
        score += 24 if token.dep_ in _SUBJECT or token.dep_ == "poss" else 16
        if root.head.dep_ == "ROOT" or sentences == 0:
            score += 6
    elif role in {"dobj", "iobj", "dative"}:
        score += 8
    elif role in {"compound", "amod", "nmod"}:
        score -= 25
    elif role == "poss":
        score += 2
    elif role == "conj":
        score += 0
    if place.form == "pronoun":
        score += 4
    if book.chains[place.chain].gender is not None:
        score += _KNOWN
    score += 2 * min(4, len(book.chains[place.chain].places))
    return score

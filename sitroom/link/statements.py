"""Repeated statements: the same utterance reported whole, cut, in other words, or paraphrased.

One rule: precision first. The same speaker (or, for words that two articles both quote, speakers who may be the same),
dates and listeners that do not contradict each other, and much the same words; a link says which of these it rests on.
Nested reports and their outer layers are different statements.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import combinations

from sitroom.link.clusters import ActorOf
from sitroom.link.concepts import concept_of
from sitroom.link.opposing import denies, reorders, replaces
from sitroom.link.saying import NOBODY, Said, said_in
from sitroom.link.wordings import Alignment, align, both_quote, relation, tells
from sitroom.link.words import Rarity
from sitroom.model import AnnotatedArticle, Link, Producer, Statement
from sitroom.values import same_time

PRODUCER = Producer("statements", "3")
_FEWEST = 4  # terms besides names that a content needs to be told apart from a chance likeness
_TERMS_QUOTED = 3  # terms that a quotation of six words or more shares with another of the same speaker
_TERMS_SHARED = 3  # terms besides names that two paraphrases share at least
_OF_SHORTER = 0.6  # of the weight of the shorter content's terms that a paraphrase shares
_OF_BOTH = 0.3  # of the weight of the terms of both
_CLOSE = dt.timedelta(days=4)  # between the days of publication of reports that state no day
_OFTEN = 60  # statements that share a term, from which on the term finds no candidates
_SHINGLE = 6  # quoted words in a row by which statements of different speakers are found
_PLAIN = frozenset({"assertion", "forecast", "confirmation", "denial"})  # claims that a report of the same may have
_SCORES = {"same": 1.0, "cut": 0.95, "differs": 0.9, "part": 0.85}
_REASONS = {
    "same": "the same words",
    "cut": "one cut from the other",
    "differs": "the same words but for a few",
    "part": "a part in the same words",
}


def judge(articles: Sequence[AnnotatedArticle], actor_of: ActorOf) -> list[Link]:
    """Judgements about the statements of these articles, sorted by ids."""
    said = sorted({s.id: s for s in said_in(articles, actor_of)}.values(), key=lambda s: s.id)
    rarity = Rarity(s.terms for s in said)
    found = {link for one, other in candidates(said) if (link := compare(one, other, rarity)) is not None}
    return sorted(found, key=lambda link: (link.a, link.b))


def candidates(said: Sequence[Said]) -> list[tuple[Said, Said]]:
    """Pairs worth a comparison: of one speaker with terms in common, or with six quoted words in a row in common.

    What very many have says nothing, so the number of pairs grows with that of statements and not with its square.
    """
    by_speaker: dict[tuple[str, str], list[Said]] = defaultdict(list)
    by_shingle: dict[tuple[str, ...], list[Said]] = defaultdict(list)
    for one in said:
        for term in one.terms:
            by_speaker[one.who, term].append(one)
        for shingle in _shingles(one):
            by_shingle[shingle].append(one)
    shared: Counter[tuple[str, str]] = Counter()
    for holders in by_speaker.values():
        if len(holders) <= _OFTEN:
            shared.update((a.id, b.id) for a, b in combinations(holders, 2))
    chosen = {pair for pair, count in shared.items() if count > 1}
    for holders in by_shingle.values():
        if len(holders) <= _OFTEN:
            chosen.update((a.id, b.id) for a, b in combinations(holders, 2))
    by_id = {one.id: one for one in said}
    return [(by_id[a], by_id[b]) for a, b in sorted(chosen)]


def _shingles(one: Said) -> set[tuple[str, ...]]:
    forms = [word.form for word in one.words if word.quoted]
    return {tuple(forms[at : at + _SHINGLE]) for at in range(len(forms) - _SHINGLE + 1)}


def compare(one: Said, other: Said, rarity: Rarity) -> Link | None:
    """The judgement about two statements, ``None`` where they are not the same utterance."""
    if one.article == other.article and _layers(one.statement, other.statement):
        return None
    if not same_time(one.statement.date, other.statement.date):
        return None
    if _told_to_others(one, other):
        return None  # the same words to somebody else are another utterance
    short, long = sorted((one, other), key=lambda s: (len(s.words), s.id))
    found = _likeness(short, long, rarity)
    if found is None:
        return None
    score, reason = found
    a, b = sorted((one.id, other.id))
    return Link(a, b, "same", round(score, 3), reason, PRODUCER)


def _told_to_others(one: Said, other: Said) -> bool:
    """Whether the two were said to different people; one who is not named may be anybody of his state."""
    if one.told and other.told:
        return not one.told & other.told
    return bool(one.hearers and other.hearers) and not one.hearers & other.hearers


def _likeness(short: Said, long: Said, rarity: Rarity) -> tuple[float, str] | None:
    aligned = align(short.words, long.words)
    how = relation(short.words, long.words, aligned)
    quoted = how is not None and both_quote(short.words, long.words, aligned)
    if short.who != long.who:
        if how is None or not quoted or not _may_be_one(short, long) or not tells(short.words, aligned):
            return None
        return _SCORES[how] - 0.1, f"speakers who may be the same, both quoted, {_REASONS[how]}"
    if how == "differs" and not quoted and not _replaced(short, long, aligned):
        how = "cut"  # the reporters' grammar alone differs: "will", "would"
    long_quotation = quoted and len(short.words) >= _SHINGLE and len(short.terms) >= _TERMS_QUOTED
    if len(short.terms) < _FEWEST and not long_quotation and not _whole(short, how):
        return None  # names alone do not make an utterance: a story's statements all name the same people
    if not short.terms & long.terms or not (_about_one_day(short, long) or (quoted and tells(short.words, aligned))):
        return None
    if how is not None and quoted and (short.denied == long.denied or (short.own_words and long.own_words)):
        return _SCORES[how], f"same speaker, {_REASONS[how]}"
    if _opposed(short, long, aligned):
        return None
    if how in ("same", "cut"):
        return _SCORES[how], f"same speaker, {_REASONS[how]}"
    return _paraphrase(short, long, rarity)


def _whole(short: Said, how: str | None) -> bool:
    """Whether few terms are enough, for the same words stand in both from the first to the last."""
    return how in ("same", "cut") and len(short.terms) >= _TERMS_SHARED and len(short.words) >= _SHINGLE


def _opposed(one: Said, other: Said, aligned: Alignment) -> bool:
    """Whether the two differ in matter, so that like words make no one utterance of them."""
    if denies(one.words, other.words, aligned) != (one.denied != other.denied):
        return True
    if one.numbers and other.numbers and not one.numbers & other.numbers:
        return True
    if one.named - other.meant and other.named - one.meant:
        return True
    if not (one.statement.claim == other.statement.claim or {one.statement.claim, other.statement.claim} <= _PLAIN):
        return True
    if one.acts and other.acts and not one.acts & other.acts:
        return True
    # Of quotations from end to end, other words, and another order, are another translation.
    own = one.own_words and other.own_words
    return not own and (_replaced(one, other, aligned) or reorders(one.order, other.order, _by(one) != _by(other)))


def _by(said: Said) -> bool:
    return any(word.form == "by" for word in said.words)


def _replaced(one: Said, other: Said, aligned: Alignment) -> bool:
    """Whether a word of matter stands for another; words for whom both speak of are none."""
    both = (one.meant | one.sides) & (other.meant | other.sides)
    actors = frozenset(form for said in (one, other) for form, side in said.called if side in both)
    return replaces(one.words, other.words, aligned, actors)


def _may_be_one(one: Said, other: Said) -> bool:
    """Whether the speakers of the same quoted words may be one: somebody unnamed, a state and its people."""
    if one.statement.speaker is None or other.statement.speaker is None:
        return True
    return bool(one.sides & other.sides) and not (one.person and other.person)


def _paraphrase(short: Said, long: Said, rarity: Rarity) -> tuple[float, str] | None:
    """Much the same terms in another order, and neither denying the other."""
    if short.who.startswith(NOBODY) or len(short.terms & long.terms) < _TERMS_SHARED:
        return None
    if len(short.terms & long.terms) == _TERMS_SHARED and short.matter - long.matter and long.matter - short.matter:
        return None  # of one topic, and each says something else of it
    if (short.negated != long.negated) != (short.denied != long.denied):
        return None
    weight = {concept_of(t): rarity.weight(t) for t in sorted(short.terms | long.terms)}
    shared = sum(weight[t] for t in sorted(short.matter & long.matter))
    of_shorter = shared / min(sum(weight[t] for t in sorted(s.matter)) for s in (short, long))
    of_both = shared / sum(weight[t] for t in sorted(weight))
    if of_shorter < _OF_SHORTER or of_both < _OF_BOTH:
        return None
    return 0.5 + 0.3 * (of_shorter + of_both) / 2, "same speaker, paraphrased"


def _about_one_day(one: Said, other: Said) -> bool:
    if one.statement.date and other.statement.date:
        return True  # compared already
    if one.published is None or other.published is None:
        return True
    return abs(one.published - other.published) <= _CLOSE


def _layers(one: Statement, other: Statement) -> bool:
    """Whether one stands within the other, so that the two are layers of a chain."""
    if one.nested_in == other.key or other.nested_in == one.key:
        return True
    return any(a.overlaps(b) for a in one.content for b in other.content)

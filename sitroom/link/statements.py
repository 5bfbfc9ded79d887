"""Repeated statements: the same utterance reported whole, cut, in other words, or paraphrased.

One rule: precision first. The same speaker (or, for words that two articles both quote, speakers who may be the same),
dates and listeners that do not contradict each other, and much the same words; a link says which of these it rests on.
Nested reports and their outer layers are different statements.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from sitroom.link.clusters import ActorOf
from sitroom.link.wordings import Word, align, both_quote, relation, tells, words_of
from sitroom.link.words import Rarity, negated, terms
from sitroom.model import AnnotatedArticle, Link, LocalActor, Producer, Statement
from sitroom.text import Span
from sitroom.values import bounds, same_time

PRODUCER = Producer("statements", "2")
_FEWEST = 4  # terms besides names that a content needs to be told apart from a chance likeness
_TERMS_SHARED = 3  # terms besides names that two paraphrases share at least
_OF_SHORTER = 0.6  # of the weight of the shorter content's terms that a paraphrase shares
_OF_BOTH = 0.3  # of the weight of the terms of both
_CLOSE = dt.timedelta(days=4)  # between the days of publication of paraphrases that state no day
_OFTEN = 60  # statements that share a term, from which on the term finds no candidates
_SHINGLE = 6  # quoted words in a row by which statements of different speakers are found
_NOBODY = "nobody in "
_SCORES = {"same": 1.0, "cut": 0.95, "differs": 0.9, "part": 0.85}
_REASONS = {
    "same": "the same words",
    "cut": "one cut from the other",
    "differs": "the same words but for a few",
    "part": "a part in the same words",
}


@dataclass(frozen=True, slots=True)
class Said:
    """One statement with what it is compared by; ``who`` is an actor of the record, or stands for an unnamed source.

    ``sides`` are the actors of source and chain with their states, ``person`` whether the speaker is one; ``terms``
    leave out names.
    """

    id: str
    article: str
    who: str
    sides: frozenset[str]
    words: tuple[Word, ...]
    terms: frozenset[str]
    negated: bool
    told: frozenset[str]
    published: dt.date | None
    person: bool
    statement: Statement


def judge(articles: Sequence[AnnotatedArticle], actor_of: ActorOf) -> list[Link]:
    """Judgements about the statements of these articles, sorted by ids."""
    said = sorted({s.id: s for s in _all(articles, actor_of)}.values(), key=lambda s: s.id)
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
    if one.told and other.told and not one.told & other.told:
        return None  # the same words to somebody else are another utterance
    short, long = sorted((one, other), key=lambda s: (len(s.words), s.id))
    found = _likeness(short, long, rarity)
    if found is None:
        return None
    score, reason = found
    a, b = sorted((one.id, other.id))
    return Link(a, b, "same", round(score, 3), reason, PRODUCER)


def _likeness(short: Said, long: Said, rarity: Rarity) -> tuple[float, str] | None:
    aligned = align(short.words, long.words)
    how = relation(short.words, long.words, aligned)
    quoted = how is not None and both_quote(short.words, long.words, aligned)
    if short.who != long.who:
        if how is None or not quoted or not _may_be_one(short, long) or not tells(short.words, aligned):
            return None
        return _SCORES[how] - 0.1, f"speakers who may be the same, both quoted, {_REASONS[how]}"
    common = short.terms & long.terms
    if not common or (len(short.terms) < _FEWEST and not (quoted and len(short.words) >= _SHINGLE)):
        return None  # names alone do not make an utterance: a story's statements all name the same people
    if how in ("same", "cut") or (how is not None and quoted):
        return _SCORES[how], f"same speaker, {_REASONS[how]}"
    return _paraphrase(short, long, common, rarity)


def _may_be_one(one: Said, other: Said) -> bool:
    """Whether the speakers of the same quoted words may be one: somebody unnamed, a state and its people."""
    if one.statement.speaker is None or other.statement.speaker is None:
        return True
    return bool(one.sides & other.sides) and not (one.person and other.person)


def _paraphrase(short: Said, long: Said, common: frozenset[str], rarity: Rarity) -> tuple[float, str] | None:
    """Much the same terms in another order, said or printed about the same day, and neither denying the other."""
    if short.who.startswith(_NOBODY) or len(common) < _TERMS_SHARED:
        return None
    if short.negated != long.negated or not _about_one_day(short, long):
        return None
    numbers = [frozenset(t for t in s.terms if t[0].isdigit()) for s in (short, long)]
    if all(numbers) and not numbers[0] & numbers[1]:
        return None
    weight = {t: rarity.weight(t) for t in short.terms | long.terms}
    shared = sum(weight[t] for t in sorted(common))
    of_shorter = shared / sum(weight[t] for t in sorted(short.terms))
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


def _all(articles: Sequence[AnnotatedArticle], actor_of: ActorOf) -> Iterator[Said]:
    for found in articles:
        local = {actor.key: actor for actor in found.actors}
        published = bounds(found.article.published)
        for statement in found.statements:
            text = content_words(found.article.text, statement.content)
            yield Said(
                id=found.id_of(statement),
                article=found.article.id,
                who=_who(found.article.id, statement, actor_of),
                sides=frozenset(_sides(found.article.id, statement, local, actor_of)),
                words=words_of(text, statement.kind == "direct"),
                terms=_terms(text),
                negated=negated(text),
                told=frozenset(actor_of.get((found.article.id, to), to) for to in statement.addressees),
                published=published.first if published else None,
                person=statement.speaker in local and local[statement.speaker].type == "person",
                statement=statement,
            )


def content_words(text: str, content: Iterable[Span]) -> str:
    """The words of a statement's content, its parts joined by a space."""
    return " ".join(span.of(text) for span in content)


def _who(article: str, statement: Statement, actor_of: ActorOf) -> str:
    key = statement.speaker or statement.affiliation
    if key is None:
        return f"{_NOBODY}{article}"
    who = actor_of.get((article, key), f"{article}/{key}")
    # unnamed sources of one house are compared among themselves, never with the house
    return who if statement.speaker else f"unnamed of {who}"


def _sides(article: str, statement: Statement, local: dict[str, LocalActor], actor_of: ActorOf) -> Iterator[str]:
    """Who may be meant by another name: the actors themselves, their states, those who pass their words on."""
    keys = [*statement.speakers, statement.speaker, statement.affiliation, *(via.actor for via in statement.via)]
    for key in keys:
        if key is None:
            continue
        yield actor_of.get((article, key), f"{article}/{key}")
        if key in local and (country := local[key].country):
            yield f"state {country}"


def _terms(text: str) -> frozenset[str]:
    """Terms of the words that are no names, and of numbers."""
    kept = " ".join(w for w in re.findall(r"[^\W_]+(?:['’][^\W\d_]+)?", text) if w.islower() or w.isdigit())
    return terms(kept)

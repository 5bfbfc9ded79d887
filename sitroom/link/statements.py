"""Repeated statements: the same utterance reported whole, cut, translated differently or paraphrased.

One rule: the same speaker, dates that do not contradict each other, and much the same words; a link says
which of these it rests on. Nested reports and their outer layers are different statements.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from rapidfuzz import fuzz, utils

from sitroom.link.clusters import ActorOf
from sitroom.model import AnnotatedArticle, Link, Producer, Statement
from sitroom.values import same_time

PRODUCER = Producer("statements")
WHOLE = 90.0
"""Likeness (0-100) from which on two contents are the same words."""
CUT = 92.0
"""Likeness of the shorter content to the best matching part of the longer from which on one is cut from the other."""
PARAPHRASE = 68.0
"""Likeness of the bags of words from which on indirect reports are paraphrases of each other."""
_FEWEST = 4  # words besides names that a content needs to be told apart from a chance likeness
_SHARED = 0.6  # of the shorter content's words besides names that a paraphrase has in common with the longer
_OF_BOTH = 0.3  # of the words of both
_COMMON = frozenset({
    "the", "a", "an", "of", "to", "in", "on", "and", "or", "that", "is", "are", "was", "were", "be", "been", "has",
    "have", "had", "will", "would", "it", "its", "he", "she", "they", "his", "her", "their", "with", "for", "by", "at",
    "as", "from", "this", "which", "who", "not", "no", "but", "we", "i", "you", "our",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Said:
    """One statement with what it is compared by; ``day`` is when it was said, ``told`` to whom, where told."""

    id: str
    article: str
    who: str
    words: str
    content_words: frozenset[str]
    day: str | None
    told: frozenset[str]
    statement: Statement


def judge(articles: Sequence[AnnotatedArticle], actor_of: ActorOf) -> list[Link]:
    """Judgements about the statements of these articles, sorted by ids."""
    by_speaker: dict[str, list[Said]] = defaultdict(list)
    for said in sorted(_all(articles, actor_of), key=lambda s: s.id):
        by_speaker[said.who].append(said)
    links = [
        link
        for group in by_speaker.values()
        for one, other in combinations(group, 2)
        if (link := compare(one, other)) is not None
    ]
    return sorted(links, key=lambda link: (link.a, link.b))


def compare(one: Said, other: Said) -> Link | None:
    """The judgement about two statements of one speaker, ``None`` where they are not the same utterance."""
    if one.article == other.article and _layers(one.statement, other.statement):
        return None
    if not same_time(one.statement.date, other.statement.date):
        return None
    if one.told and other.told and not one.told & other.told:
        return None  # the same words to somebody else are another utterance
    short, long = sorted((one, other), key=lambda s: (len(s.words), s.id))
    if len(short.content_words) < _FEWEST or not short.content_words & long.content_words:
        return None  # names alone do not make an utterance: a story's statements all name the same people
    found = _likeness(short, long)
    if found is None:
        return None
    score, reason = found
    a, b = sorted((one.id, other.id))
    return Link(a, b, "same", round(score / 100, 3), f"same speaker, {reason}", PRODUCER)


def _likeness(short: Said, long: Said) -> tuple[float, str] | None:
    whole = fuzz.ratio(short.words, long.words, score_cutoff=WHOLE)
    if whole:
        return whole, "the same words" if whole > 99 else "nearly the same words"
    cut = fuzz.partial_ratio(short.words, long.words, score_cutoff=CUT)
    if cut and len(short.words) >= 25:
        return cut * 0.95, "one cut from the other"
    common = len(short.content_words & long.content_words)
    shared = common / len(short.content_words)
    likeness = fuzz.token_set_ratio(short.words, long.words, score_cutoff=PARAPHRASE)
    if likeness and shared >= _SHARED and common / len(short.content_words | long.content_words) >= _OF_BOTH:
        return likeness * 0.9, "paraphrased"
    return None


def _layers(one: Statement, other: Statement) -> bool:
    """Whether one stands within the other, so that the two are layers of a chain."""
    if one.nested_in == other.key or other.nested_in == one.key:
        return True
    return any(a.overlaps(b) for a in one.content for b in other.content)


def _all(articles: Sequence[AnnotatedArticle], actor_of: ActorOf) -> Iterator[Said]:
    for found in articles:
        text = found.article.text
        for statement in found.statements:
            key = statement.speaker or statement.affiliation
            if key is None:
                continue
            who = actor_of.get((found.article.id, key), f"{found.article.id}/{key}")
            # unnamed sources of one house are compared among themselves, never with the house
            who = who if statement.speaker else f"unnamed of {who}"
            content = " ".join(span.of(text) for span in statement.content)
            words = utils.default_process(content)
            told = frozenset(actor_of.get((found.article.id, to), to) for to in statement.addressees)
            id_ = found.id_of(statement)
            yield Said(
                id_, found.article.id, who, words, _content_words(content), statement.date, told, statement
            )  # fmt: skip


def _content_words(text: str) -> frozenset[str]:
    """Words that are neither names nor function words, without the commonest endings."""
    found = (word for word in re.findall(r"[^\W\d_]+", text) if word.islower() and word not in _COMMON)
    return frozenset(re.sub(r"(?:ing|ed|es|s)$", "", word) for word in found if len(word) > 2)

"""Who passes words on: agencies that cite somebody, papers that quote somebody as saying, those who saw a document.

One rule: the words belong to whom they are ascribed to, and whoever stands between passes them on; what only reads
like a citation ("citing security concerns") stays with the one who cites.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any

from sitroom.annotate.engine import Token
from sitroom.annotate.reading import Reading
from sitroom.annotate.statements.cues import Cue
from sitroom.annotate.statements.drafts import Draft
from sitroom.annotate.statements.frame import Frame
from sitroom.annotate.statements.lexicon import SAID
from sitroom.annotate.statements.phrases import agent_of, end_of, hull, noun_phrase, subject_of, verb_group
from sitroom.annotate.statements.quoting import group_of, preposed
from sitroom.annotate.statements.words import source_words
from sitroom.model import Mention
from sitroom.resources import listed, load
from sitroom.text import Span

_SITE = re.compile(r"\w\.(?:com|org|net|co\.uk|fr|de|ru)$", re.IGNORECASE)  # "told FoxNews.com"
_FROM = frozenset({"of", "by", "from"})
OUTLETS = frozenset({"outlet", "agency", "media", "news agency", "newspaper", "broadcaster"})
"""Subtypes of organizations that publish news."""
_ALONE = frozenset({"agency", "newspaper"})


@cache
def passing_words() -> dict[str, Any]:
    """Words for those who publish, cite and obtain."""
    data = load("circumstances")
    return {name: frozenset(data[name]) for name in ("media", "citing", "obtained")}


@cache
def outlet_names() -> frozenset[str]:
    """Every name of every outlet in the table, as it is written."""
    rows = [row for kind in load("outlets").values() for row in kind.values()]
    return frozenset(name for row in rows for name in (row["name"], *row.get("also", ())))


def named_medium(token: Token) -> Token:
    """The name beside a noun for a medium ("the newspaper Le Monde", "state news agency TASS"), else the token."""
    if token.pos_ != "NOUN" or token.lemma_.lower() not in passing_words()["media"]:
        return token
    beside = next(
        (c for c in token.children if c.dep_ == "appos" and c.pos_ == "PROPN" and c.left_edge.i == token.i + 1), None
    )
    if beside is not None:
        return beside
    following = token.nbor(1) if token.i + 1 < len(token.doc) else None
    if following is not None and following.pos_ == "PROPN" and following.head == token.head:
        return following
    return next((c for c in token.children if c.dep_ in ("compound", "amod") and _is_name(c)), token)


def _is_name(token: Token) -> bool:
    return token.pos_ == "PROPN" or (token.text.isupper() and len(token) > 2)


def issuers(document: Token, inside: Iterable[Mention]) -> list[Mention]:
    """Those of the actors named in a document's phrase whose text it is: not to whom it goes, nor who has seen it."""
    spans = [hull(c) for c in document.children if c.dep_ in ("prep", "agent") and c.lower_ in _FROM]
    return [m for m in inside if m.span.start <= document.idx or any(span.covers(m.span) for span in spans)]


def obtained_by(document: Token) -> list[Token]:
    """Through whom a document is known: "a memo seen by Reuters"."""
    found = []
    for token in document.subtree:
        if token.dep_ in ("acl", "relcl") and token.lemma_.lower() in passing_words()["obtained"]:
            agent = agent_of(token)
            if agent is not None:
                found.append(agent)
    return found


def name_media(drafts: Iterable[Draft]) -> None:
    """Give sources such as "state news agency TASS" the name for their head, and the phrase what it leaves out."""
    for draft in drafts:
        if draft.source is None or draft.source_span is None:
            continue
        name = named_medium(draft.source)
        if name == draft.source:
            continue
        draft.source = name
        if name.idx >= draft.source_span.end and not any(s.start <= name.idx < s.end for s in draft.content):
            draft.source_span = Span(draft.source_span.start, end_of(name))


def ascribe(frame: Frame, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, with those whom somebody quotes "as saying" for sources; before nesting."""
    quoted = list(_quoted_as_saying(frame, drafts))
    heads = {i for draft in quoted if draft.head is not None for i in (draft.head.i, draft.head.head.head.i)}
    return [*(d for d in drafts if d.head is None or d.head.i not in heads), *quoted]


def cite(frame: Frame, drafts: Sequence[Draft]) -> list[Draft]:
    """The nested drafts, with one within each report of a medium for whom it cites."""
    kept: list[Draft] = []
    cited: dict[int, Draft] = {}
    for draft in drafts:
        kept.append(draft)
        inner = _cited(frame, draft)
        if inner is not None and inner.head is not None and inner.head.i not in cited:
            cited[inner.head.i] = inner
            kept.append(inner)
    ours = {id(inner) for inner in cited.values()}
    return [d for d in kept if d.head is None or d.head.i not in cited or id(d) in ours]


def _quoted_as_saying(frame: Frame, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """ "X quoted Y as saying that ..." and "..., X quoted Y as saying": Y speaks, X passes it on."""
    by_head = {draft.head.i: draft for draft in drafts if draft.head is not None}
    for saying in frame.reading.doc:
        if saying.lower_ not in listed("cues", "passed_on") or saying.dep_ != "pcomp" or saying.head.lower_ != "as":
            continue
        verb = saying.head.head
        if verb.lemma_.lower() not in passing_words()["citing"] or frame.silent(saying.idx):
            continue
        passive = any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children)
        subject, thing = subject_of(verb), next((c for c in verb.children if c.dep_ == "dobj"), None)
        source, through = (subject, agent_of(verb) or agent_of(saying)) if passive else (thing, subject)
        if source is None:
            continue
        content = by_head[saying.i].content if saying.i in by_head else _before(frame, verb)
        if not content:
            continue
        cue = Span(saying.idx, end_of(saying)) if not passive else Span(verb_group(verb, 0).start, end_of(saying))
        limit = min([saying.head.idx, *(s.start for s in content if s.start > source.idx)])
        phrase = noun_phrase(source, frame.text, limit, max([0, *(s.end for s in content if s.end <= source.idx)]))
        draft = Draft(saying, cue, SAID, list(content), "clause", source, phrase, order=saying.i)
        draft.through = [named_medium(through)] if through is not None else []
        if phrase is not None:
            yield draft


def _before(frame: Frame, verb: Token) -> list[Span]:
    cue = Cue(verb, Span(verb.idx, end_of(verb)), verb, ())
    return [s for s in (frame.trimmed(span) if frame.quotations.starting_at(span.start) is None else span
                        for span in preposed(frame, group_of(frame, cue))) if s is not None]  # fmt: skip


def _cited(frame: Frame, draft: Draft) -> Draft | None:
    """Within the report of a medium, whom it cites: the same words, in the mouth of somebody else."""
    if draft.head is None or draft.source is None or draft.pattern in ("noun", "cited"):
        return None
    if draft.head.lemma_.lower() in passing_words()["citing"]:
        return None
    source, medium = draft.source, is_medium(frame.reading, draft.source)
    near = [*draft.head.children, *source.children, *source.head.children]
    if medium:  # "said the storm had killed 12, citing officials", wherever the parser hangs it
        near += [t for t in draft.head.sent if t.tag_ == "VBG" and t.dep_ == "advcl" and t.nbor(-1).text == ","]
    for verb in near:
        if verb == draft.head or verb.lemma_.lower() not in passing_words()["citing"]:
            continue
        if verb.tag_ != "VBG" and not (verb.dep_ == "relcl" and verb.head == source):
            continue
        if any(c.lower_ == "as" and any(g.dep_ == "pcomp" for g in c.children) for c in verb.children):
            continue  # "which quoted him as saying" something else
        thing = _who_is_cited(frame, verb, medium)
        if thing is None:
            continue
        if not medium and (draft.entry is None or draft.entry.kind != "speech" or not _is_person(thing)):
            continue  # "said, citing witnesses, that", but "left, citing the rules"
        bound = frame.sentence(verb.idx).end
        limit = min([bound, *(s.start for s in draft.content if s.start > thing.idx)])
        if draft.cue is not None and draft.cue.start > thing.idx:
            limit = min(limit, draft.cue.start)
        span = noun_phrase(thing, frame.text, limit, end_of(verb))
        if span is None or any(s.start <= verb.idx < s.end for s in draft.content):
            continue
        if draft.source_span is not None and draft.source_span.end > verb.idx > draft.source_span.start:
            cut = verb.left_edge.idx if verb.dep_ == "relcl" else verb.idx
            draft.source_span = frame.trimmed(Span(draft.source_span.start, cut)) or draft.source_span
        cue = Span(verb.idx, end_of(verb))
        return Draft(verb, cue, SAID, list(draft.content), "cited", thing, span, around=draft, order=verb.i)
    return None


def _who_is_cited(frame: Frame, verb: Token, medium: bool) -> Token | None:
    """The object of a verb of citing, where it can speak; of a medium's also its owner ("citing Petrov's remarks")."""
    thing = next((c for c in verb.children if c.dep_ == "dobj"), None)
    if thing is not None and medium and not _can_be_cited(frame, thing):
        thing = next((c for c in thing.children if c.dep_ == "poss"), None)
    return thing if thing is not None and _can_be_cited(frame, thing) else None


def _is_person(thing: Token) -> bool:
    return thing.pos_ == "NOUN" and thing.lemma_.lower() in source_words()["unnamed"]


def _can_be_cited(frame: Frame, thing: Token) -> bool:
    words, lemma = source_words(), thing.lemma_.lower()
    if lemma in words["unnamed"] or lemma in words["documents"] or lemma in words["stand_for"]:
        return True
    mention = frame.reading.mention_at(thing)
    return mention is not None and mention.type in ("person", "organization", "country", "group")


def is_medium(reading: Reading, token: Token) -> bool:
    """Whether a phrase names a news outlet or agency."""
    if _SITE.search(token.text):
        return True
    if token.dep_ == "appos" and token.head.i < token.i and named_medium(token.head) == token:
        return True  # "the state newspaper Granma"
    mention = reading.mention_at(token)
    if mention is not None:
        actor = reading.actor(mention.actor)
        if actor.subtype in OUTLETS:
            return True
        if actor.type in ("person", "country", "place"):
            return False
    if named_medium(token) != token or (token.pos_ == "NOUN" and token.lemma_.lower() in _ALONE):
        return True
    if token.pos_ != "PROPN":
        return False
    text = f" {' '.join(t.text for t in token.subtree)[:80]} "
    return any(f" {name} " in text for name in outlet_names()) or any(f" {w} " in text.lower() for w in _outlet_words())


def is_agency(text: str) -> bool:
    """Whether the words name a news agency."""
    return any(f" {name} " in f" {text} " for name in _agencies())


@cache
def _agencies() -> tuple[str, ...]:
    rows = load("outlets")["agency"].values()
    return (*load("sources")["agencies"], *(name for row in rows for name in (row["name"], *row.get("also", ()))))


@cache
def _outlet_words() -> tuple[str, ...]:
    return tuple(load("sources")["outlets"])

"""The cue lexicon: what attributes, and where its content stands.

One rule: words live in ``resources/cues.yaml``; this module only makes them quick to look up.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from sitroom.model import Claim
from sitroom.resources import load

CueKind = Literal["speech", "act", "belief", "show", "appear"]


@dataclass(frozen=True, slots=True)
class VerbEntry:
    """One reading of a verb: the words that must follow it, where its content stands, what kind of claim it makes."""

    follow: tuple[str, ...]
    takes: frozenset[str]
    claim: Claim = "assertion"
    kind: CueKind = "speech"
    prepositions: frozenset[str] = frozenset()


SAID = VerbEntry((), frozenset({"quote", "clause"}))
"""The reading of what says without a verb: a colon, a label, "as saying"."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All cues: verbs and adjectives by lemma, nouns by lemma with what introduces their content."""

    verbs: Mapping[str, tuple[VerbEntry, ...]]
    lemmas: Mapping[str, str]
    """Lemmas that the parser gets wrong, with the right ones."""
    adjectives: Mapping[str, VerbEntry]
    nouns: Mapping[str, frozenset[str]]
    supporters: Mapping[str, VerbEntry]
    """Nouns for people by what they think ("a critic of the plan"), with the prepositions before its object."""
    light_verbs: frozenset[str]
    stirring: frozenset[str]
    """Light verbs whose subject others speak of."""
    unsourced_nouns: frozenset[str]
    prepositions: tuple[tuple[str, ...], ...]
    counts: frozenset[str]
    opinions: frozenset[str]
    beholders: frozenset[str]
    standings: frozenset[str]
    hearsay_adverbs: frozenset[str]
    no_comment_verbs: frozenset[str]
    no_comment_complements: frozenset[str]
    hedges: frozenset[str]
    contacts: frozenset[str]
    speech: frozenset[str]
    additions: frozenset[str]
    consequences: frozenset[str]
    forceful: frozenset[str]
    questions: frozenset[str]
    """Verbs that tell of a question."""


@cache
def lexicon() -> Lexicon:
    """The lexicon, read once."""
    data: dict[str, Any] = load("cues")
    silence, adjectives = data["no_comment"], data["adjectives"]
    adjective = VerbEntry((), frozenset({"clause", "to", "with"}), "assertion", "belief", frozenset(adjectives["with"]))
    verbs = _verbs(data)
    return Lexicon(
        verbs=verbs,
        lemmas=data["lemmas"],
        supporters=_supporters(data["supporters"]),
        speech=frozenset(
            v
            for v, entries in verbs.items()
            if any("quote" in e.takes and e.kind == "speech" and not e.follow for e in entries)
        ),
        adjectives=dict.fromkeys(adjectives["adjectives"], adjective),
        nouns=_nouns(data["nouns"]["groups"]),
        light_verbs=frozenset(data["nouns"]["light"]),
        stirring=frozenset(data["nouns"]["stirring"]),
        unsourced_nouns=frozenset(data["nouns"]["unsourced"]),
        prepositions=tuple(tuple(w.split()) for group in data["prepositions"] for w in group["words"]),
        counts=frozenset(data["framing"]["counts"]),
        opinions=frozenset(data["framing"]["opinions"]),
        beholders=frozenset(data["framing"]["beholders"]),
        standings=frozenset(data["framing"]["standings"]),
        hearsay_adverbs=frozenset(data["hearsay"]["adverbs"]),
        no_comment_verbs=frozenset(silence["verbs"]),
        no_comment_complements=frozenset(silence["complements"]),
        hedges=frozenset(data["hedges"]),
        contacts=frozenset(data["contacts"]),
        additions=frozenset(data["additions"]),
        consequences=frozenset(data["consequences"]),
        forceful=frozenset(data["forceful"]),
        questions=frozenset(v for v, entries in verbs.items() if any(e.claim == "question" for e in entries)),
    )


def _verbs(data: dict[str, Any]) -> dict[str, tuple[VerbEntry, ...]]:
    found: dict[str, list[VerbEntry]] = {}
    for group in data["verbs"]:
        for words in group["verbs"]:
            head, *follow = words.split()
            entry = VerbEntry(
                tuple(follow),
                frozenset(group["takes"]),
                group.get("claim", "assertion"),
                group.get("kind", "speech"),
                frozenset(group.get("with", ())),
            )
            found.setdefault(head, []).append(entry)
    with_preposition = data["with_preposition"]
    for head, prepositions in with_preposition["verbs"].items():
        entry = VerbEntry((), frozenset({"with"}), "assertion", with_preposition["kind"], frozenset(prepositions))
        found.setdefault(head, []).append(entry)
    # entries with following words are the more special reading
    return {head: tuple(sorted(entries, key=lambda e: -len(e.follow))) for head, entries in found.items()}


def _supporters(data: dict[str, Any]) -> dict[str, VerbEntry]:
    entry = VerbEntry((), frozenset({"with"}), "assertion", "belief", frozenset(data["with"]))
    return dict.fromkeys(data["nouns"], entry)


def _nouns(groups: Iterable[dict[str, Any]]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for group in groups:
        for noun in group["nouns"]:
            found.setdefault(noun, set()).update(group["after"])
    return {noun: frozenset(after) for noun, after in found.items()}

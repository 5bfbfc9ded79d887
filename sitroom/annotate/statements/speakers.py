"""Who speaks: the actor behind a source's phrase, named or not.

One rule: somebody without a name has no speaker, only an affiliation; nobody is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from sitroom.annotate.engine import Token
from sitroom.annotate.reading import Reading
from sitroom.annotate.statements.drafts import Draft
from sitroom.annotate.statements.phrases import antecedent
from sitroom.model import Mention, SourceType
from sitroom.resources import load
from sitroom.text import Span


@dataclass(frozen=True, slots=True)
class Speaker:
    """The source of a statement as actors; ``text`` is the phrase, ``document`` the kind of a text that speaks."""

    speaker: str | None = None
    speakers: tuple[str, ...] = ()
    named: bool = False
    source_type: SourceType = "unnamed"
    affiliation: str | None = None
    document: str | None = None


NOBODY = Speaker(source_type="hearsay")


@cache
def source_words() -> dict[str, Any]:
    """The table of words for sources."""
    data = load("sources")
    documents = {word: kind for kind, words in data["documents"].items() for word in words}
    return {
        "unnamed": frozenset(data["unnamed"]),
        "documents": documents,
        "terms": re.compile("|".join(f"(?:{p})" for p in data["terms"]), re.IGNORECASE),
    }


@dataclass(slots=True)
class Speakers:
    """Resolves the sources of one article, in the order of the text, remembering those without a name."""

    reading: Reading
    _named: frozenset[str] = frozenset()
    _unnamed: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._named = frozenset(m.actor for m in self.reading.found.mentions if m.form == "name")

    def of(self, draft: Draft) -> Speaker:
        """The speaker of a draft; of a quotation that goes on, the speaker of the one before."""
        if draft.source is None:
            if draft.previous is not None:
                return self.of(draft.previous)
            return NOBODY
        head = antecedent(draft.source)
        found = [self._one(part, draft.source_span) for part in _coordinated(head)]
        actors = tuple(dict.fromkeys(a for one in found for a in one.speakers))
        if actors:
            first = next(one for one in found if one.speakers)
            kept = actors if len(actors) > 1 or len(found) > 1 else first.speakers
            return Speaker(kept[0], kept, True, "named", first.affiliation, first.document)
        return found[0]

    def _one(self, head: Token, span: Span | None) -> Speaker:
        mention = self.reading.mention_at(head)
        document = source_words()["documents"].get(head.lemma_.lower())
        if mention is not None and mention.actor in self._named and document is None:
            actor = self.reading.actor(mention.actor)
            return Speaker(mention.actor, (mention.actor,), True, "named", None, None) if actor else NOBODY
        inner = self._affiliation(head, span, mention)
        if document is not None:
            if inner is not None:
                return Speaker(inner, (inner,), True, "named", None, document)
            return Speaker(document=document)
        kind: SourceType = (
            "collective"
            if head.tag_ in ("NNS", "NNPS") or head.lower_ in ("they", "many", "some", "others")
            else "unnamed"
        )
        if (
            mention is not None
            and mention.form != "pronoun"
            and mention.type in ("organization", "group", "country", "agreement", "forum")
        ):
            known = self.reading.actor(mention.actor)
            if known.known is not None:
                return Speaker(mention.actor, (mention.actor,), True, "named")
        key = mention.actor if mention is not None else head.lemma_.lower()
        if inner is not None:
            self._unnamed[key] = inner
            self._unnamed[head.lemma_.lower()] = inner
        else:
            inner = self._unnamed.get(key)
            if inner is None and (
                head.tag_ == "PRP" or any(c.lower_ in ("the", "that", "this") for c in head.children)
            ):
                inner = self._unnamed.get(head.lemma_.lower())
        return Speaker(affiliation=inner, source_type=kind)

    def _affiliation(self, head: Token, span: Span | None, mention: Mention | None) -> str | None:
        """The actor named within the phrase: before the noun ("Kremlin aide") or behind it ("an aide to ...")."""
        low, high = head.left_edge.idx, head.right_edge.idx + len(head.right_edge)
        if span is not None and span.start <= head.idx < span.end:
            low, high = min(low, span.start), min(high, span.end)
        if high <= low:
            return None
        inside = [
            m for m in self.reading.mentions_in(Span(low, high))
            if m.actor in self._named and not (mention is not None and m.actor == mention.actor) and m.form != "pronoun"
        ]  # fmt: skip
        before = [m for m in inside if m.span.start <= head.idx]
        return (before or inside)[-1 if before else 0].actor if inside else None


def _coordinated(head: Token) -> Iterable[Token]:
    found, at = [head], head
    for _ in range(8):
        following = next((c for c in at.children if c.dep_ == "conj" and c.pos_ in ("NOUN", "PROPN", "PRON")), None)
        if following is None:
            break
        found.append(following)
        at = following
    return found

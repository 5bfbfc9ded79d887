"""Who speaks: the actor behind a source's phrase, named or not.

One rule: somebody without a name has no speaker, only an affiliation; nobody is guessed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from sitroom.annotate.engine import Token
from sitroom.annotate.parties import JOINT
from sitroom.annotate.reading import Reading
from sitroom.annotate.statements.drafts import Draft
from sitroom.annotate.statements.passing import OUTLETS, is_medium, issuers, obtained_by
from sitroom.annotate.statements.phrases import agent_of, antecedent, hull, own_subject
from sitroom.annotate.statements.words import partitive, source_words
from sitroom.model import Mention, SourceType
from sitroom.resources import listed
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


_MANY = frozenset({"they", "many", "some", "others", "several", "most", "few", "both"})
NOBODY = Speaker(source_type="hearsay")


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
        if draft.speaker is not None:
            return Speaker(draft.speaker, (draft.speaker,), True, "named")
        if draft.source is None:
            if draft.head is not None and draft.entry is not None and draft.entry.claim == "question":
                return Speaker()  # somebody did ask
            return self.of(draft.previous) if draft.previous is not None else NOBODY
        if draft.source.lower_ in listed("parties", "first_person") and draft.around is not None:
            return self.of(draft.around)
        found = [self._one(part, draft.source_span) for part in _coordinated(antecedent(draft.source))]
        actors = tuple(dict.fromkeys(actor for one in found for actor in one.speakers))
        if not actors:
            return found[0]
        document = next(one for one in found if one.speakers).document
        return Speaker(actors[0], actors, True, "named", None, document)

    def _one(self, head: Token, span: Span | None) -> Speaker:
        mention = self.reading.mention_at(head) or self._named_within(head, span)
        document = source_words()["documents"].get(head.lemma_.lower())
        inner = self._within(head, span, mention)
        if not inner and head.tag_ == "NNS" and head.lemma_.lower() in source_words()["reports"]:
            return NOBODY  # "unconfirmed reports say"
        if document is not None:
            through = [hull(agent) for agent in obtained_by(head)]
            if (issuer := next(filter(None, map(self._issuer, _makers(head))), None)) is not None:
                return Speaker(issuer, (issuer,), True, "named", None, document)
            inner = [m for m in issuers(head, inner) if not any(span.covers(m.span) for span in through)]
            first = inner[0].actor if inner else None
            return Speaker(first, (first,), True, "named", None, document) if first else Speaker(document=document)
        if head.pos_ == "NOUN" and (mention is None or not self._has_name(mention.actor)):
            mention = self._named_beside(head) or mention
        if mention is not None:
            if mention.actor.startswith(JOINT):
                known = {actor.key for actor in self.reading.found.actors}
                parts = tuple(k for k in mention.actor.removeprefix(JOINT).split("+") if k in known)
                if parts:
                    return Speaker(parts[0], parts, True, "named")
            elif self._has_name(mention.actor):
                return Speaker(mention.actor, (mention.actor,), True, "named")
        states = tuple(dict.fromkeys(m.actor for m in inner if m.type == "country"))
        if states and head.lemma_.lower() in source_words()["stand_for"]:
            return Speaker(states[0], states, True, "named")
        return self._without_name(head, mention, inner)

    def _named_within(self, head: Token, span: Span | None) -> Mention | None:
        """The person whose name closes the phrase, where the parser takes another word for its head.

        Not one whom a preposition ties to somebody else: "a lawyer for Ana Roth", "doctors in Van".
        """
        if span is None or not span.start <= head.idx < span.end or head.tag_ == "PRP":
            return None
        return next(
            (
                m
                for m in self.reading.mentions_in(span)
                if m.type == "person" and m.span.end == span.end and m.form == "name" and not self._is_governed(m)
            ),
            None,
        )

    def _named_beside(self, head: Token) -> Mention | None:
        """The person whose name explains a noun without one: "another demonstrator, Roberto Saravia from Arizona"."""
        for child in head.children:
            if child.dep_ == "appos" and child.pos_ == "PROPN" and child.i > head.i:
                mention = self.reading.mention_at(child)
                if mention is not None and mention.type == "person" and mention.form == "name":
                    return mention
        return None

    def _is_governed(self, mention: Mention) -> bool:
        """Whether a preposition stands before the name, a title between them at most."""
        first = self.reading.tokens(mention.span)[0]
        before = [t for t in first.sent if t.i < first.i and t.dep_ not in ("compound", "det", "amod", "poss", "case")]
        return bool(before) and before[-1].pos_ == "ADP"

    def _has_name(self, key: str) -> bool:
        actor = self.reading.actor(key)
        return actor.subtype != "unnamed" and (key in self._named or actor.known is not None or actor.type != "person")

    def _without_name(self, head: Token, mention: Mention | None, inner: list[Mention]) -> Speaker:
        many = head.tag_ in ("NNS", "NNPS") or head.lower_ in _MANY
        whole = partitive(head)
        if mention is None:
            mention = self.reading.mention_at(whole)
        key = mention.actor if mention is not None else whole.lemma_.lower()
        if mention is not None and key in self._unnamed:
            affiliation: str | None = self._unnamed[key]
        elif inner:
            affiliation = inner[0].actor
            self._unnamed[key] = self._unnamed[whole.lemma_.lower()] = inner[0].actor
        else:
            affiliation = self._unnamed.get(key) if not _is_new(whole) else None
            if affiliation is None and whole != head:
                affiliation = self._unnamed.get(whole.lemma_.lower())
            if affiliation is None and (body := self._body_before(whole)) is not None:
                affiliation = self._unnamed[key] = body
        return Speaker(affiliation=affiliation, source_type="collective" if many else "unnamed")

    def _issuer(self, agent: Token) -> str | None:
        """Who issued a text, where it is no medium that brings it: "a statement issued by the African Union"."""
        mention = self.reading.mention_at(agent)
        if mention is None or is_medium(self.reading, agent) or not self._affiliates(mention):
            return None
        return mention.actor

    def _body_before(self, head: Token) -> str | None:
        """The body of which the sentence before tells, where no more is said of an official or a spokesman."""
        kinds = listed("sources", "speak_for", "bodies"), listed("sources", "speak_for", "public")
        lemma = head.lemma_.lower()
        if not any(lemma in kind for kind in kinds):
            return None
        start = head.sent.start
        if start == 0 or "\n" in self.reading.article.text[head.doc[start - 1].idx : head.doc[start].idx]:
            return None
        subject = own_subject(head.doc[start - 1].sent.root)
        mention = self.reading.mention_at(subject) if subject is not None else None
        if mention is None or mention.type != "organization" or not self._affiliates(mention):
            return None
        words = mention.span.of(self.reading.article.text).lower().split()
        told = [c for c in head.children if _describes(c)]
        if any(c.lower_ not in words for c in told):
            return None  # "local officials", but "a ministry spokesman" behind "the Foreign Ministry"
        kind = self.reading.actor(mention.actor).subtype
        if kind in OUTLETS:
            return None
        if not told and lemma not in kinds[0] and kind not in listed("sources", "speak_for", "kinds"):
            return None
        return mention.actor

    def _within(self, head: Token, span: Span | None, mention: Mention | None) -> list[Mention]:
        """The actors named within the phrase, those before the noun ("Kremlin aide") first, in their longest form."""
        low, high = head.left_edge.idx, head.right_edge.idx + len(head.right_edge)
        if span is not None and span.start <= head.idx < span.end:
            low, high = min(low, span.start), min(high, span.end)
        if mention is not None:
            low, high = min(low, mention.span.start), max(high, mention.span.end)
        if high <= low:
            return []
        own = mention.actor if mention is not None else None
        cut = [hull(c) for c in head.children if c.i > head.i and c.dep_ in ("relcl", "acl") and not _employs(c)]
        inside = [
            m
            for m in self.reading.mentions_in(Span(low, high))
            if m.actor != own
            and self._affiliates(m)
            and not any(span.covers(m.span) for span in cut)
            and (m.form != "pronoun" or m.span.start < head.idx)
        ]
        longest = [m for m in inside if not any(o.span != m.span and o.span.covers(m.span) for o in inside)]
        return sorted(longest, key=lambda m: (m.span.start > head.idx, m.span.start))

    def _affiliates(self, mention: Mention) -> bool:
        return self._has_name(mention.actor) and not mention.actor.startswith(JOINT)


def _describes(child: Token) -> bool:
    """Whether a word beside a noun for people tells more of them than rank and number."""
    if child.dep_ in ("det", "nummod", "punct", "predet", "neg"):
        return False
    return child.dep_ != "amod" or child.lower_ not in listed("sources", "speak_for", "ranks")


def _makers(document: Token) -> Iterator[Token]:
    """By whom a text was issued or written."""
    for token in document.subtree:
        if token.dep_ == "acl" and token.lemma_.lower() in listed("circumstances", "issued"):
            agent = agent_of(token)
            if agent is not None:
                yield agent


def _is_new(head: Token) -> bool:
    """Whether somebody comes in for the first time: "an official", "another diplomat"."""
    return any(c.dep_ == "det" and c.lower_ in ("a", "an", "another") for c in head.children)


def _employs(verb: Token) -> bool:
    """ "people working for the bank", "an aide based in Kampala": whose they are, not what they did or know."""
    return verb.lemma_.lower() in source_words()["belonging"]


def _coordinated(head: Token) -> Iterable[Token]:
    found, at = [head], head
    for _ in range(8):
        following = next((c for c in at.children if c.dep_ == "conj" and c.pos_ in ("NOUN", "PROPN", "PRON")), None)
        if following is None:
            break
        found.append(following)
        at = following
    return found

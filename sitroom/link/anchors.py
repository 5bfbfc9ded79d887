"""Between readings and the words that judgements speak of: the words of a reading, and the reading at words.

One rule: words find the reading that covers them best today, whatever its id; where none covers half of them, none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property

from sitroom.judgements import Kind, Subject, Words
from sitroom.model import AnnotatedArticle, Event, Figure, LocalActor, Mention, Statement
from sitroom.names import fold
from sitroom.text import Span

Judgeable = (LocalActor, Event, Statement, Figure)
Reading = LocalActor | Event | Statement | Figure
_ENOUGH = 0.5


class Anchors:
    """The readings of all articles, found by id or by words."""

    def __init__(self, articles: Sequence[AnnotatedArticle]) -> None:
        self.articles = {a.article.id: a for a in articles}
        self._mentions: dict[str, dict[str, list[Mention]]] = {}

    @cached_property
    def readings(self) -> dict[str, tuple[AnnotatedArticle, Reading]]:
        """Each reading that can be judged, with its article, by its annotation id."""
        return {
            a.id_of(x): (a, x)
            for a in self.articles.values()
            for kind in (a.actors, a.events, a.statements, a.figures)
            for x in kind
        }

    def subject(self, kind: Kind, name: str, type_: str, members: Iterable[str]) -> Subject:
        """The item that these readings are, as a judgement names it; readings that no words find again are left out."""
        found = [self.readings[m] for m in sorted(members) if m in self.readings]
        words = [w for annotated, reading in found if (w := self.words_of(annotated, reading))]
        known = sorted({x.known for _, x in found if isinstance(x, LocalActor) and x.known})
        return Subject(kind, name, type_, tuple(words), known[0] if known else None)

    def words_of(self, annotated: AnnotatedArticle, reading: Reading) -> Words | None:
        """Words that find this reading again; ``None`` where its words stand for another one too."""
        article, own = annotated.article, annotated.id_of(reading)
        for span in self._spans(annotated, reading):
            around = reading.evidence if isinstance(reading, Event) else None
            words = Words(article.id, span, span.of(article.text), around)
            if self._at(annotated, _kind(reading), getattr(reading, "type", ""), words) == own:
                return words
        return None

    def instead(self, annotated: AnnotatedArticle, former: Reading) -> list[str]:
        """The reading that stands today at the words of one that was replaced; none where nothing does."""
        if isinstance(former, Statement) and not former.content:
            return []
        if isinstance(former, Event):
            words = Words(annotated.article.id, former.trigger, "", former.evidence)
        else:
            whole = _whole(former) if isinstance(former, Statement) else former.span
            words = Words(annotated.article.id, whole, "")
        found = self._at(annotated, _kind(former), getattr(former, "type", ""), words)
        return [found] if found else []

    def members(self, subject: Subject) -> list[str]:
        """Annotation ids of today's readings at a subject's words, each once.

        Where the store holds none of its articles: of an actor those of its entry in the tables, else of its name.
        """
        here = [w for w in subject.words if w.article in self.articles]
        if not here:
            return self._by_name(subject) if subject.kind == "actor" else []
        found = [self._at(self.articles[w.article], subject.kind, subject.type, w) for w in here]
        return list(dict.fromkeys(x for x in found if x))

    def has(self, subject: Subject) -> bool:
        """Whether the store holds any of the articles that a subject's words stand in."""
        return any(w.article in self.articles for w in subject.words)

    def _by_name(self, subject: Subject) -> list[str]:
        if subject.type == "person" and " " not in subject.name and not subject.known:
            return []  # a bare surname is somebody else's elsewhere
        wanted = fold(subject.name)
        actors = [(key, x) for key, (_, x) in self.readings.items() if isinstance(x, LocalActor) and not x.joint]
        return sorted(
            key
            for key, x in actors
            if (x.known == subject.known if subject.known else x.type == subject.type and fold(x.name) == wanted)
        )

    def _spans(self, annotated: AnnotatedArticle, reading: Reading) -> list[Span]:
        if isinstance(reading, Event):
            return [reading.trigger]
        if isinstance(reading, Statement):
            return [_whole(reading)]
        if isinstance(reading, Figure):
            return [reading.span]
        own = self._by_actor(annotated)[reading.key]
        named = sorted(own, key=lambda m: (m.form != "name", m.form == "pronoun", m.span))
        return list(dict.fromkeys([reading.span, *(m.head for m in named), *(m.span for m in named)]))

    def _by_actor(self, annotated: AnnotatedArticle) -> dict[str, list[Mention]]:
        key = annotated.article.id
        if key not in self._mentions:
            self._mentions[key] = defaultdict(list)
            for mention in annotated.mentions:
                self._mentions[key][mention.actor].append(mention)
        return self._mentions[key]

    def _at(self, annotated: AnnotatedArticle, kind: Kind, type_: str, words: Words) -> str | None:
        """The reading of a kind that covers the words best; ``None`` where none covers half of them."""
        best: tuple[tuple[float, bool, float, str], Reading] | None = None
        for reading, spans in self._of_kind(annotated, kind):
            cover = max((_overlap(span, words.span) for span in spans), default=0.0)
            if cover < _ENOUGH:
                continue
            around = _overlap(reading.evidence, words.around) if isinstance(reading, Event) and words.around else 0.0
            rank = (cover, getattr(reading, "type", "") == type_, around, annotated.id_of(reading))
            if best is None or rank > best[0]:
                best = (rank, reading)
        return annotated.id_of(best[1]) if best else None

    def _of_kind(self, annotated: AnnotatedArticle, kind: Kind) -> Iterable[tuple[Reading, list[Span]]]:
        if kind == "event":
            return [(e, [e.trigger]) for e in annotated.events]
        if kind == "statement":
            return [(s, [_whole(s)]) for s in annotated.statements if s.content]
        if kind == "figure":
            return [(f, [f.span]) for f in annotated.figures]
        mentions = self._by_actor(annotated)
        return [
            (a, [a.span, *(span for m in mentions[a.key] for span in (m.head, m.span))])
            for a in annotated.actors
            if not a.joint
        ]


def _kind(reading: Reading) -> Kind:
    if isinstance(reading, LocalActor):
        return "actor"
    return "event" if isinstance(reading, Event) else "statement" if isinstance(reading, Statement) else "figure"


def _whole(statement: Statement) -> Span:
    return Span(min(s.start for s in statement.content), max(s.end for s in statement.content))


def _overlap(one: Span, other: Span) -> float:
    """What two spans share, of what they cover together."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    return max(0, shared) / max(1, max(one.end, other.end) - min(one.start, other.start))

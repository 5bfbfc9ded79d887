"""What every part of the assembly needs: articles by id, the record's actor ids, clusters of annotations.

One rule: local keys end here; whatever leaves the assembly speaks of the record's ids.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from sitroom.link.clusters import actor_ids, other_clustering
from sitroom.link.members import parties_of
from sitroom.model import AnnotatedArticle, Article, Link, LocalActor, Via
from sitroom.record import EvidenceItem, ViaItem
from sitroom.text import Span


def evidence(article: Article, span: Span) -> EvidenceItem:
    """The words at a span as the record prints them."""
    words = article.evidence(span)
    return EvidenceItem(article=words.article, start=words.start, end=words.end, quote=words.quote)


def plain_words(text: str) -> str:
    """Words with single spaces, as they are shown outside of evidence."""
    return " ".join(text.split())


def sorted_evidence(items: list[EvidenceItem]) -> list[EvidenceItem]:
    """Evidence by article and place, each once."""
    return sorted({(e.article, e.start, e.end): e for e in items}.values(), key=lambda e: (e.article, e.start, e.end))


@dataclass(frozen=True, slots=True)
class Assembly:
    """Articles in the order of their ids, with the judgements about their annotations already applied."""

    articles: tuple[AnnotatedArticle, ...]
    actor_of: dict[tuple[str, str], str]
    home: dict[str, str]
    local: dict[tuple[str, str], LocalActor] = field(repr=False)
    by_known: dict[str, str] = field(repr=False)

    @classmethod
    def of(
        cls, articles: Sequence[AnnotatedArticle], links: Iterable[Link], within: Collection[str] | None = None
    ) -> Assembly:
        """Apply links to articles; the order of either does not matter.

        ``within`` names the articles to keep: what is one is told from all of them, so that an item has one id
        whether one story is looked at or all.
        """
        ordered = tuple(sorted(articles, key=lambda a: a.article.id))
        judged = list(links)
        actor_of, home = actor_ids(ordered, judged), other_clustering(ordered, judged).home
        if within is not None:
            ordered = tuple(a for a in ordered if a.article.id in within)
        local = {(a.article.id, x.key): x for a in ordered for x in a.actors}
        by_known = {x.known: actor_of[key] for key, x in sorted(local.items()) if x.known and not x.joint}
        return cls(ordered, actor_of, home, local, by_known)

    def actor(self, article: str, key: str | None) -> str | None:
        """The record's id for a local actor; ``None`` for none and for helpers that stand for several."""
        if key is None or (article, key) not in self.actor_of or self.local[article, key].joint:
            return None
        return self.actor_of[article, key]

    def seats(self, article: str, key: str | None) -> list[str]:
        """The parties of a forum, as far as the coverage knows them; else the actor itself."""
        actor = self.actor(article, key)
        known = self.local[article, key].known if key and (article, key) in self.local else None
        found = [self.by_known[k] for k in parties_of(known or "") if k in self.by_known]
        return found or ([actor] if actor else [])

    def actor_list(self, article: str, keys: Iterable[str | None]) -> list[str]:
        """Ids of local actors, each once, in the order given."""
        return list(dict.fromkeys(x for key in keys if (x := self.actor(article, key))))

    def via(self, article: str, chain: Iterable[Via]) -> list[ViaItem]:
        """A chain with the record's actor ids."""
        return [ViaItem(text=v.text, actor=self.actor(article, v.actor), role=v.role) for v in chain]

"""Event coreference on ECB+ and NewsWCL50: the program's clusters beside those of a baseline that joins equal lemmas.

One rule: a gold mention stands for the event whose trigger it shares most of its words with. Most gold mentions name no
event of PLOVER's types (deaths, elections, films), so the program has no event for them: figures are given over the
mentions that it found, and over all, where each that it did not find is a cluster of its own.

The baseline joins mentions of one topic whose head words have the same lemma; over all mentions it is given every one.
"""

from __future__ import annotations

import csv
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from evaluation.cluster_scores import conll
from evaluation.coreference import clusters_of, day_of, joined
from sitroom import registry
from sitroom.annotate.engine import Doc, Language, load_pipeline, parse
from sitroom.annotate.pipeline import Step, read
from sitroom.annotate.reading import Reading
from sitroom.errors import SitroomError
from sitroom.link.clusters import clusters
from sitroom.link.events import judge
from sitroom.model import AnnotatedArticle, Article, digest
from sitroom.text import Span

Pair = tuple[AnnotatedArticle, Doc]
Read = Callable[[Sequence[Article]], Sequence[Pair]]
"""Annotates articles; with the parse of each."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One gold mention: the name of its text, its offsets, and its event."""

    text: str
    span: Span
    event: str


@dataclass(frozen=True, slots=True)
class Topic:
    """Texts that are read together, and the gold mentions in them."""

    name: str
    articles: tuple[Article, ...]
    mentions: tuple[Mention, ...]


def ecbplus(root: Path) -> Iterator[Topic]:
    """The topics of ECB+, in the sentences whose coreference its makers checked; reporting verbs included."""
    checked = defaultdict(set)
    with (root / "ECBplus_coreference_sentences.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            checked[f"{row['Topic']}_{row['File']}"].add(row["Sentence Number"])
    for folder in sorted((root / "ECB+").iterdir(), key=lambda p: int(p.name) if p.name.isdigit() else 0):
        if not folder.is_dir():
            continue
        articles: list[Article] = []
        mentions: list[Mention] = []
        for path in sorted(folder.glob("*.xml")):
            tree = ElementTree.parse(path).getroot()
            text, places = joined(tree)
            articles.append(Article(id=digest(path.stem + text), path=path.stem, text=text))
            mentions += _ecb_mentions(tree, path.stem, places, checked[path.stem])
        yield Topic(folder.name, tuple(articles), tuple(mentions))


def _ecb_mentions(
    tree: ElementTree.Element, name: str, places: dict[str, tuple[int, int]], sentences: set[str]
) -> Iterator[Mention]:
    of_token = {str(t.get("t_id")): str(t.get("sentence")) for t in tree.iter("token")}
    event = {
        str(source.get("m_id")): f"{link.get('note') or name + str(link.get('r_id'))}"
        for kind in ("CROSS_DOC_COREF", "INTRA_DOC_COREF")
        for link in tree.iter(kind)
        for source in link.iter("source")
    }
    for node in (n for n in tree.iter() if "ACTION" in n.tag):
        ids = [str(a.get("t_id")) for a in node.iter("token_anchor")]
        if ids and of_token[ids[0]] in sentences:
            key = str(node.get("m_id"))
            yield Mention(name, Span(places[ids[0]][0], places[ids[-1]][1]), event.get(key, f"{name}-{key}"))


def newswcl50(root: Path) -> Iterator[Topic]:
    """The events of NewsWCL50, its classes of actions and happenings; a class is wider than one event (an election)."""
    for folder in sorted((root / "2-matched").glob("event_*")):
        articles: list[Article] = []
        mentions: list[Mention] = []
        for table in sorted(folder.glob("*/*_annotations.csv")):
            text = table.with_name(table.name.replace("_annotations.csv", "_sent.txt")).read_text("utf-8")
            articles.append(
                Article(id=digest(table.stem + text), path=table.stem, text=text, published=day_of(folder.name))
            )
            mentions += _wcl_mentions(table, text)
        yield Topic(folder.name, tuple(articles), tuple(mentions))


def _wcl_mentions(table: Path, text: str) -> Iterator[Mention]:
    lines = text.split("\n")
    starts = [sum(len(line) + 1 for line in lines[:i]) for i in range(len(lines))]
    used: Counter[tuple[int, str]] = Counter()
    with table.open(encoding="utf-8") as file:
        rows = sorted(csv.DictReader(file), key=lambda r: (int(r["sentence"]), int(r["start"])))
    for row in (r for r in rows if r["code_type"] in ("EVENT", "ACTION")):
        words, sentence = row["code_mention"], int(row["sentence"])
        places = [m.start() for m in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", lines[sentence])]
        nth = used[sentence, words]
        used[sentence, words] += 1
        if places:
            at = starts[sentence] + places[min(nth, len(places) - 1)]
            yield Mention(table.stem, Span(at, at + len(words)), row["code_name"])


def found_clusters(articles: Sequence[AnnotatedArticle]) -> dict[str, str]:
    """The cluster of each event's id, by the linkers of actors and events."""
    actors = clusters_of(articles)
    actor_of = {(a.article.id, actor.key): actors[a.id_of(actor)] for a in articles for actor in a.actors}
    return clusters((a.id_of(e) for a in articles for e in a.events), judge(articles, actor_of))


def align(mention: Mention, article: AnnotatedArticle, home: dict[str, str]) -> str | None:
    """The cluster of the event that the mention stands for; ``None`` where no trigger lies in it."""
    inside = [e for e in article.events if e.trigger.start < mention.span.end and mention.span.start < e.trigger.end]
    if not inside:
        return None
    return home[article.id_of(min(inside, key=lambda e: (-len(e.trigger), e.trigger.start, e.key)))]


def measure(topics: Iterable[Topic], annotated: Read) -> dict[str, Any]:
    """CoNLL, MUC, B-cubed and CEAF of the program and the baseline, over the mentions found and over all."""
    gold: list[str] = []
    ours: list[str | None] = []
    lemmas: list[str] = []
    for topic in topics:
        pairs = dict(zip((a.path for a in topic.articles), annotated(topic.articles), strict=True))
        home = found_clusters([article for article, _ in pairs.values()])
        for mention in topic.mentions:
            article, doc = pairs[mention.text]
            words = doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand")
            gold.append(f"{topic.name} {mention.event}")
            cluster = align(mention, article, home)
            ours.append(cluster and f"{topic.name} {cluster}")
            lemmas.append(f"{topic.name} {words.root.lemma_.lower() if words is not None else ''}")
    kept = [i for i, one in enumerate(ours) if one is not None]
    alone = [one if one is not None else f"none {i}" for i, one in enumerate(ours)]
    return {
        "found": {"value": len(kept) / max(1, len(gold)), "hits": len(kept), "n": len(gold)},
        "program_on_found": _named(conll([gold[i] for i in kept], [alone[i] for i in kept])),
        "lemma_on_found": _named(conll([gold[i] for i in kept], [lemmas[i] for i in kept])),
        "program_overall": _named(conll(gold, alone)),
        "lemma_overall": _named(conll(gold, lemmas)),
    }


def _named(scores: dict[str, float]) -> dict[str, dict[str, float]]:
    """The figures that the scoreboard shows: CoNLL's mean and B-cubed."""
    b = {"p": scores["b_cubed_p"], "r": scores["b_cubed_r"], "f1": scores["b_cubed"]}
    return {"conll": {"f1": scores["conll"], "muc": scores["muc"], "ceaf_e": scores["ceaf_e"]}, "b_cubed": b}


def annotate(articles: Sequence[Article]) -> list[Pair]:
    """The program's own pipeline."""
    steps = registry.steps(("mentions", "times", "statements", "events"))
    readings = [Reading.of(a, doc) for a, doc in zip(articles, parse(load(), (a.text for a in articles)), strict=True)]
    return [(_read(reading, steps), reading.doc) for reading in readings]


def _read(reading: Reading, steps: list[Step]) -> AnnotatedArticle:
    """The article as read; an article that cannot be read has no events."""
    try:
        return read(reading.article, reading, steps)
    except SitroomError:
        return AnnotatedArticle(reading.article)


@cache
def load() -> Language:
    """The pipeline, loaded once."""
    return load_pipeline()

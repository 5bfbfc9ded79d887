"""Actors across outlets: gold mentions of NewsWCL50 and MEANTIME against the program's, by B-cubed.

One rule: a gold mention stands for the mention of the program that overlaps it best, and for nothing where none does
(it is then a cluster of its own).
"""

from __future__ import annotations

import calendar
import csv
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from evaluation import cluster_scores
from sitroom import registry
from sitroom.annotate.engine import load_pipeline
from sitroom.annotate.pipeline import annotate
from sitroom.errors import SitroomError
from sitroom.link.actors import judge
from sitroom.model import AnnotatedArticle, Article, digest
from sitroom.names import fold
from sitroom.resources.world import world

Read = Callable[[Sequence[tuple[str, str, str | None]]], Sequence[AnnotatedArticle]]
"""Annotates texts given as (name, text, publication day)."""

_TITLE = re.compile(
    r"\b(?:[Pp]resident|[Mm]inister|[Cc]hancellor|[Ss]ecretary|[Ss]enator|[Ll]eader|[Dd]irector|[Gg]eneral|[Cc]hairman|CEO)\b"
)
_MONTHS = calendar.month_name[1:]
_DATE = re.compile(rf"({'|'.join(_MONTHS)}) (\d\d?) ?, (\d{{4}})")


@dataclass(frozen=True, slots=True)
class Gold:
    """One gold mention: text name, offsets, words, entity, and whether it holds a name or a title."""

    text: str
    start: int
    end: int
    words: str
    entity: str
    named: bool


def newswcl50(root: Path) -> Iterable[tuple[str, list[tuple[str, str, str | None]], list[Gold]]]:
    """Each event's texts and gold mentions of people and states; people of catch-all classes left out."""
    for event in sorted((root / "2-matched").glob("event_*")):
        texts: list[tuple[str, str, str | None]] = []
        gold: list[Gold] = []
        for table in sorted(event.glob("*/*_annotations.csv")):
            text = table.with_name(table.name.replace("_annotations.csv", "_sent.txt")).read_text("utf-8")
            texts.append((table.stem, text, day_of(event.name)))
            gold += _newswcl50_mentions(table, text)
        yield event.name, texts, gold


def day_of(event: str) -> str | None:
    """The day on which most outlets of an event of NewsWCL50 published; ``None`` for an unknown event."""
    days = {"event_1": "2018-04-20", "event_3": "2018-04-20", "event_5": "2018-05-08", "event_6": "2018-05-01",
            "event_7": "2018-05-10", "event_8": "2018-04-30"}  # fmt: skip
    return days.get(event)


def _newswcl50_mentions(table: Path, text: str) -> Iterable[Gold]:
    starts = [0]
    lines = text.split("\n")
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    used: Counter[tuple[int, str]] = Counter()
    rows = sorted(csv.DictReader(table.open(encoding="utf-8")), key=lambda r: (int(r["sentence"]), int(r["start"])))
    for row in rows:
        if (
            row["code_type"] not in {"ACTOR", "COUNTRY"}
            or "Misc" in row["code_name"]
            or row["code_name"].endswith("-I")
        ):
            continue
        words, sentence = row["code_mention"], int(row["sentence"])
        if row["code_type"] == "COUNTRY" and not _names_a_state(words):
            continue  # the class of a state holds its bodies, officials and citizens too
        nth = used[sentence, words]
        used[sentence, words] += 1
        places = [m.start() for m in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", lines[sentence])]
        if places:
            at = starts[sentence] + places[min(nth, len(places) - 1)]
            named = bool(re.search(r"\b[A-Z][a-z]", words[1:]) or re.match(r"[A-Z]", words) or _TITLE.search(words))
            yield Gold(table.stem, at, at + len(words), words, row["code_type"] + row["code_name"], named)


def _names_a_state(words: str) -> bool:
    bare = fold(words.removeprefix("the ").removeprefix("The "))
    starting = world().phrases.get(bare.split(" ")[0].split(".")[0], {})
    return any(
        fold(phrase.text) == bare and not phrase.entity.startswith("person/")
        for phrases in starting.values()
        for phrase in phrases
    )


def meantime(root: Path) -> Iterable[tuple[str, list[tuple[str, str, str | None]], list[Gold]]]:
    """Each sub-corpus's texts and gold mentions of people, organisations and places."""
    for corpus in sorted((root / "intra_cross-doc_annotation").glob("corpus_*")):
        texts: list[tuple[str, str, str | None]] = []
        gold: list[Gold] = []
        for path in sorted(corpus.glob("*.xml")):
            tree = ElementTree.parse(path).getroot()
            text, places = joined(tree)
            texts.append((path.stem, text, published(text)))
            gold += _meantime_mentions(tree, path.stem, text, places)
        yield corpus.name, texts, gold


def published(text: str) -> str | None:
    """The day that a text names first; ``None`` where it names none."""
    found = _DATE.search(text)
    return f"{found[3]}-{_MONTHS.index(found[1]) + 1:02d}-{int(found[2]):02d}" if found else None


def joined(tree: ElementTree.Element) -> tuple[str, dict[str, tuple[int, int]]]:
    """The tokens of a document as running text, and the offsets of each by its id."""
    out: list[str] = []
    places: dict[str, tuple[int, int]] = {}
    at, sentence, opened = 0, None, False
    for token in tree.iter("token"):
        word = token.text or ""
        gap = " "
        if sentence is not None and token.get("sentence") != sentence:
            gap = "\n"
        elif not out or word in {",", ".", ";", ":", "?", "!", ")", "'s", "''", "%", "n't", "'"} or opened:
            gap = ""
        opened = word in {"(", "``", "$"}
        word = {"``": '"', "''": '"'}.get(word, word)
        out.append(gap + word)
        at += len(gap)
        places[str(token.get("t_id"))] = (at, at + len(word))
        at += len(word)
        sentence = token.get("sentence")
    return "".join(out), places


def _meantime_mentions(
    tree: ElementTree.Element, name: str, text: str, places: Mapping[str, tuple[int, int]]
) -> Iterable[Gold]:
    spans: dict[str, tuple[int, int, str]] = {}
    for mention in tree.iter("ENTITY_MENTION"):
        ids = [str(a.get("t_id")) for a in mention.iter("token_anchor")]
        if ids:
            kind = mention.get("syntactic_type") or ""
            spans[str(mention.get("m_id"))] = (places[ids[0]][0], places[ids[-1]][1], kind)
    instances = {
        str(e.get("m_id")): (str(e.get("instance_id") or e.get("TAG_DESCRIPTOR")), str(e.get("ent_type") or ""))
        for e in tree.iter("ENTITY")
        if e.get("TAG_DESCRIPTOR")
    }
    for link in tree.iter("REFERS_TO"):
        targets = [t.get("m_id") for t in link.iter("target")]
        instance = instances.get(str(targets[0])) if targets else None
        if instance is None or instance[1] not in {"PER", "ORG", "LOC"}:
            continue
        for source in link.iter("source"):
            span = spans.get(str(source.get("m_id")))
            if span:
                words = text[span[0] : span[1]]
                named = span[2] in {"NAM", "PRE.NAM"} or bool(re.search(r"[A-Z]", words[1:]) or _TITLE.search(words))
                yield Gold(name, span[0], span[1], words, instance[0], named and span[2] != "PRO")


def clusters_of(articles: Sequence[AnnotatedArticle]) -> dict[str, str]:
    """The cluster of each local actor's id, by the linker's "same" links."""
    parent: dict[str, str] = {}

    def root(one: str) -> str:
        while parent.setdefault(one, one) != one:
            parent[one] = parent[parent[one]]
            one = parent[one]
        return one

    for link in judge(articles):
        if link.judgement == "same":
            parent[root(link.a)] = root(link.b)
    return {article.id_of(actor): root(article.id_of(actor)) for article in articles for actor in article.actors}


def align(gold: Sequence[Gold], articles: Mapping[str, AnnotatedArticle]) -> list[str | None]:
    """The cluster that each gold mention falls into, ``None`` for no overlapping mention."""
    cluster = clusters_of(list(articles.values()))
    ids = {(name, a.key): cluster[article.id_of(a)] for name, article in articles.items() for a in article.actors}
    out: list[str | None] = []
    for one in gold:
        best: tuple[float, str] | None = None
        for mention in articles[one.text].mentions:
            for span in (mention.span, mention.head):
                shared = min(span.end, one.end) - max(span.start, one.start)
                if shared > 0:
                    score = shared / (max(span.end, one.end) - min(span.start, one.start))
                    if best is None or score > best[0]:
                        best = (score, mention.actor)
        out.append(ids[one.text, best[1]] if best and best[0] >= 0.3 else None)
    return out


def b_cubed(gold: Sequence[Gold], predicted: Sequence[str | None]) -> dict[str, float]:
    """Precision, recall, F1 over mentions; one that was not found is a cluster of its own."""
    classes = [p if p is not None else f"none-{i}" for i, p in enumerate(predicted)]
    scores = cluster_scores.b_cubed([g.entity for g in gold], classes)
    return {**scores, "n": float(len(gold)), "missed": float(predicted.count(None))}


def evaluate(
    sets: Iterable[tuple[str, list[tuple[str, str, str | None]], list[Gold]]], read: Read
) -> dict[str, dict[str, dict[str, float]]]:
    """B-cubed of each part: over mentions with a name or title, and over all."""
    result: dict[str, dict[str, dict[str, float]]] = defaultdict(dict)
    for name, texts, gold in sets:
        articles = {t[0]: article for t, article in zip(texts, read(texts), strict=True)}
        predicted = align(gold, articles)
        named = [i for i, one in enumerate(gold) if one.named]
        result[name]["named"] = b_cubed([gold[i] for i in named], [predicted[i] for i in named])
        result[name]["all"] = b_cubed(gold, predicted)
    return dict(result)


def measure(name: str, root: Path) -> dict[str, dict[str, dict[str, float]]]:
    """The program's own pipeline on a set ("newswcl50" or "meantime"), with the means over its parts."""
    sets = {"newswcl50": newswcl50, "meantime": meantime}[name](root)
    result = evaluate(sets, _annotated)
    parts = list(result.values())
    result["mean"] = {
        kind: {key: sum(part[kind][key] for part in parts) / len(parts) for key in ("p", "r", "f1")}
        for kind in ("named", "all")
    }
    return result


def _annotated(texts: Sequence[tuple[str, str, str | None]]) -> Sequence[AnnotatedArticle]:
    articles = [Article(id=digest(text), path=name, text=text, published=day) for name, text, day in texts]
    found: list[AnnotatedArticle] = []
    for _, made in annotate(load_pipeline(), articles, registry.steps(("mentions",))):
        if isinstance(made, SitroomError):
            raise made
        found.append(made)
    return found

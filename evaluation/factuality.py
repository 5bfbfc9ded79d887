"""Status of events against MEANTIME's factuality, in four classes, on the triggers that both sides have.

One rule: a gold mention whose annotators left its certainty or time open, or called it generic, has no class and is
not asked for.

The conversion. Gold: polarity NEG → *denied*; a conditional clause or its main clause, probable, possible →
*not actual*; certain and future → *scheduled*; certain and not future → *actual*. Program: occurred, ongoing →
*actual*; scheduled → *scheduled*; proposed, conditional, forecast → *not actual*; denied, cancelled → *denied*.
Where a trigger names several events (an act and the promise that its future tense is), the reading that claims least
is that of the act.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from evaluation.cluster_scores import f1
from evaluation.coreference import joined, published
from sitroom import registry
from sitroom.annotate.engine import load_pipeline, parse
from sitroom.annotate.events.operators import GUARDED
from sitroom.annotate.events.status import status_of
from sitroom.annotate.pipeline import read
from sitroom.annotate.reading import Reading
from sitroom.model import AnnotatedArticle, Article, Status, digest
from sitroom.text import Span

CLASSES = ("actual", "scheduled", "not actual", "denied")
OF_STATUS: Mapping[Status, str] = {
    "occurred": "actual", "ongoing": "actual", "scheduled": "scheduled", "proposed": "not actual",
    "conditional": "not actual", "forecast": "not actual", "denied": "denied", "cancelled": "denied",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Gold:
    """One gold mention: offsets of its words and its class."""

    span: Span
    kind: str


def class_of(mention: Mapping[str, str]) -> str | None:
    """The class of a gold mention's attributes; ``None`` where they leave it open or call the event generic."""
    special, certainty, time = (mention.get(k) or "" for k in ("special_cases", "certainty", "time"))
    if special == "GEN" or not certainty:
        return None
    if mention.get("polarity") == "NEG":
        return "denied"
    if special.startswith("COND") or certainty in ("PROBABLE", "POSSIBLE"):
        return "not actual"
    if certainty != "CERTAIN":
        return None
    return {"FUTURE": "scheduled", "NON_FUTURE": "actual"}.get(time)


def documents(root: Path) -> Iterator[tuple[Article, list[Gold]]]:
    """Each document of MEANTIME as an article, with its gold mentions that have a class."""
    for path in sorted((root / "intra_cross-doc_annotation").glob("corpus_*/*.xml")):
        tree = ElementTree.parse(path).getroot()
        text, places = joined(tree)
        gold: list[Gold] = []
        for mention in tree.iter("EVENT_MENTION"):
            ids = [str(a.get("t_id")) for a in mention.iter("token_anchor")]
            if ids and (kind := class_of(mention.attrib)):
                gold.append(Gold(Span(places[ids[0]][0], places[ids[-1]][1]), kind))
        yield Article(id=digest(text), path=path.stem, text=text, published=published(text)), gold


def predicted(article: AnnotatedArticle, span: Span) -> str | None:
    """The class of the events whose trigger shares characters with the span; ``None`` where there is none."""
    found = [e.status for e in article.events if e.trigger.start < span.end and span.start < e.trigger.end]
    return OF_STATUS[min(found, key=GUARDED.index)] if found else None


def measure(root: Path) -> dict[str, Any]:
    """Macro-F1 on the triggers that the program found, and of its status rules put to every gold trigger."""
    docs = list(documents(root))
    matched: list[tuple[str, str]] = []
    every: list[tuple[str, str]] = []
    for (article, gold), doc in zip(docs, parse(load_pipeline(), (a.text for a, _ in docs)), strict=True):
        reading = Reading.of(article, doc)
        found = read(article, reading, registry.steps(("mentions", "times", "statements", "events")))
        for one in gold:
            if answer := predicted(found, one.span):
                matched.append((one.kind, answer))
            every.append((one.kind, OF_STATUS[status_of(reading.tokens(one.span).root, "ASSAULT")]))
    return {
        "matched": scores(matched),
        "matched_by_class": by_class(matched),
        "found": {"value": len(matched) / max(1, len(every)), "hits": len(matched), "n": len(every)},
        "status_rules_on_every_gold_trigger": scores(every),
        "every_by_class": by_class(every),
    }


def by_class(pairs: Iterable[tuple[str, str]]) -> dict[str, dict[str, float]]:
    """Precision, recall and F1 of each class from pairs of gold and answer."""
    pairs = list(pairs)
    hits = Counter(gold for gold, answer in pairs if gold == answer)
    golds, answers = Counter(gold for gold, _ in pairs), Counter(answer for _, answer in pairs)
    out: dict[str, dict[str, float]] = {}
    for name in CLASSES:
        p, r = hits[name] / max(1, answers[name]), hits[name] / max(1, golds[name])
        out[name] = {"p": p, "r": r, "f1": f1(p, r), "gold": float(golds[name]), "predicted": float(answers[name])}
    return out


def scores(pairs: Sequence[tuple[str, str]]) -> dict[str, float]:
    """Macro-F1 over those of the four classes that the gold mentions have, and accuracy."""
    classes = [c for c in by_class(pairs).values() if c["gold"]]
    right = sum(gold == answer for gold, answer in pairs) / max(1, len(pairs))
    return {"macro_f1": sum(c["f1"] for c in classes) / max(1, len(classes)), "accuracy": right, "n": len(pairs)}

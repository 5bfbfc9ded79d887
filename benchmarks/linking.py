"""``python -m benchmarks.linking``: the time to link actors of synthetic articles, at growing sizes.

One rule: names are made from syllables by a fixed seed, so that every run links the same.
"""

from __future__ import annotations

import random
import time

from sitroom.link.actors import judge
from sitroom.model import AnnotatedArticle, Article, LocalActor, Mention
from sitroom.text import Span

SIZES = (2500, 5000, 10000, 20000)
PER_ARTICLE = 5


def name_of(rng: random.Random) -> str:
    """A given name and a surname."""
    syllables = ("ka", "lo", "mi", "re", "sha", "tor", "vin", "zel", "bar", "dun", "pe", "gri", "na", "su", "yo", "fe")
    return " ".join("".join(rng.choices(syllables, k=rng.randint(2, 4))).capitalize() for _ in range(2))


def articles(count: int) -> list[AnnotatedArticle]:
    """Articles with five actors each, drawn from as many people as there are articles."""
    rng = random.Random(7)
    people = [name_of(rng) for _ in range(count)]
    made = []
    for number in range(count):
        names = sorted(set(rng.choices(people, k=PER_ARTICLE)))
        text = "; ".join(names)
        actors, mentions, at = [], [], 0
        for name in names:
            span = Span(at, at + len(name))
            actors.append(LocalActor(f"person/{name}", "person", name, span))
            mentions.append(Mention(span, "person", "name", f"person/{name}", span))
            at += len(name) + 2
        made.append(AnnotatedArticle(Article(f"{number:016x}", f"{number}.txt", text), tuple(actors), tuple(mentions)))
    return made


def main() -> None:
    """Print the curve."""
    for size in SIZES:
        made = articles(size)
        begun = time.perf_counter()
        links = judge(made)
        taken = time.perf_counter() - begun
        print(f"{size:>6} articles {size * PER_ARTICLE:>7} mentions {taken:7.1f} s {len(links)} links")


if __name__ == "__main__":
    main()

"""Who and what the text speaks of: mentions, and the actors of the article behind them.

One rule: every mention belongs to exactly one actor of the article; what cannot be told apart safely stays apart.
"""

from __future__ import annotations

from sitroom.annotate.mentions import nominals, pronouns, states
from sitroom.annotate.mentions.chains import Book
from sitroom.annotate.mentions.names import names
from sitroom.annotate.mentions.people import people
from sitroom.annotate.mentions.phrases import head_of, title_edge
from sitroom.annotate.pipeline import Step
from sitroom.annotate.reading import Reading
from sitroom.model import Annotation, Producer
from sitroom.resources.world import world


def step() -> Step:
    """The step."""
    return Step(Producer("mentions"), run, makes=frozenset({"actor", "mention"}))


def run(reading: Reading) -> list[Annotation]:
    """Actors and mentions of an article."""
    doc = reading.doc
    book = Book(doc, reading.article.text, world(), reading.article.published)
    found = names(doc, book.world, book.day)
    states.enter(book, found)
    for name, chain in people(book, found).items():
        start = title_edge(doc, name.start, name.end)
        book.mention(chain, "name", (start, name.end), (name.start, name.end), head_of(doc, name.start, name.end))
    descriptions = {token.i for token in nominals.candidates(book)}
    for token in book.tokens:
        if token.i in descriptions:
            nominals.resolve(book, token)
        elif token.lower_ in pronouns.PRONOUNS and token.i not in book.at:
            pronouns.resolve(book, token)
    return [*book.actors(), *book.mentions()]

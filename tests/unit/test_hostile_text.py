"""Text that nobody would write: one paragraph of a repeated pattern must not take a step longer than a small
multiple of its own parse, however the pattern is built.
"""

from __future__ import annotations

import time

import pytest

from sitroom import registry
from sitroom.annotate.engine import LONGEST, Language, parse
from sitroom.annotate.pipeline import read
from sitroom.annotate.reading import Reading
from sitroom.model import Article, digest

LENGTH = 12_000
PATTERNS = {
    "unbalanced quotes": 'He said "',
    "said": "he said ",
    "reports in reports": "Vladimir Putin said that ",
    "conditions": "if Russia invades, ",
    "names": "Vladimir Putin, Joe Biden, ",
    "and": "Russia and Ukraine and ",
    "numbers": "12 45 million ",
    "parentheses": "(Russia (",
    "no punctuation": "the talks in Geneva with Russia failed after NATO demanded a withdrawal of troops ",
    "titles": "the president of ",
    "apostrophes": "'a ",
}


@pytest.fixture(scope="module", autouse=True)
def loaded(nlp: Language) -> None:
    """Resources are loaded at the first reading, which is no part of what is timed."""
    seconds(nlp, 'On Monday Vladimir Putin of Russia said 12 people died. "We will respond," he said.')


def seconds(nlp: Language, text: str) -> tuple[float, float]:
    """Processor time of the parse, and of all steps."""
    article = Article(id=digest(text), path="test.txt", text=text, published="2022-01-05")
    begun = time.process_time()
    doc = next(parse(nlp, [text]))
    parsed = time.process_time()
    read(article, Reading.of(article, doc), registry.steps(registry.STEPS))
    return parsed - begun, time.process_time() - parsed


@pytest.mark.parametrize("name", sorted(PATTERNS))
def test_steps_end_soon(nlp: Language, name: str) -> None:
    pattern = PATTERNS[name]
    parsing, steps = seconds(nlp, (pattern * (LENGTH // len(pattern))).strip())
    assert steps <= 3 * parsing + 1, f"parse {parsing:.1f} s, steps {steps:.1f} s"


def test_no_sentence_is_longer_than_two_runs(nlp: Language) -> None:
    doc = next(parse(nlp, ["word and " * 2000]))
    assert max(len(sentence) for sentence in doc.sents) <= 2 * LONGEST


def test_a_long_sentence_that_people_write_stays_whole(nlp: Language) -> None:
    states = "Mali, Chad, Niger, Benin, Togo, Ghana, Kenya, Gabon, Malawi, Angola, "
    text = f"The leaders of {states * 4}and Rwanda met in Accra on Monday to talk about the price of grain."
    assert len(list(next(parse(nlp, [text])).sents)) == 1

"""Every group of the cue lexicon works on its example sentence."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sitroom.annotate.reading import Reading
from sitroom.annotate.statements import step
from sitroom.model import AnnotatedArticle, Statement
from sitroom.resources import load

DATA = load("cues")
GROUPS = [
    *[(group["verbs"], group["example"]) for group in DATA["verbs"]],
    (list(DATA["with_preposition"]["verbs"]), DATA["with_preposition"]["example"]),
    (DATA["adjectives"]["adjectives"], DATA["adjectives"]["example"]),
    (DATA["supporters"]["nouns"], DATA["supporters"]["example"]),
    *[(group["nouns"], group["example"]) for group in DATA["nouns"]["groups"]],
    *[(group["words"], group["example"]) for group in DATA["prepositions"]],
    (DATA["no_comment"]["verbs"], DATA["no_comment"]["example"]),
]


@pytest.mark.parametrize(("words", "example"), GROUPS, ids=[example for _, example in GROUPS])
def test_example_of_the_group(reading: Callable[..., Reading], words: list[str], example: str) -> None:
    made = reading(example)
    found = [s for s in step().run(made) if isinstance(s, Statement)]
    heads = {word.split()[0] for word in words}
    lemmas = {t.lemma_.lower() for s in found if s.cue for t in made.tokens(s.cue)}
    assert heads & (lemmas | {"according"} if "according" in heads and "accord" in lemmas else lemmas), lemmas


FORCE = [
    "Togo attacked Benin at dawn.",
    "Rebels attacked the town.",
    "The army repelled the invaders.",
    "France sanctioned Togo.",
]
WORDS = [
    "The senator attacked the plan as a sham.",
    "Ana Roth defended her record.",
    "Ana Roth attacked Max Stone for his vote.",
]


@pytest.mark.parametrize("text", FORCE)
def test_who_uses_force_says_nothing(annotated: Callable[..., AnnotatedArticle], text: str) -> None:
    assert annotated(text).statements == ()


@pytest.mark.parametrize("text", WORDS)
def test_who_attacks_or_defends_in_words_does(annotated: Callable[..., AnnotatedArticle], text: str) -> None:
    assert len(annotated(text).statements) == 1


def test_no_word_of_the_lexicon_is_read_as_a_truth_value() -> None:
    """In YAML a bare "on" is true."""

    def words(node: object) -> list[object]:
        if isinstance(node, dict):
            return [word for pair in node.items() for part in pair for word in words(part)]
        return [word for part in node for word in words(part)] if isinstance(node, list) else [node]

    assert [word for word in words(DATA) if isinstance(word, bool)] == []

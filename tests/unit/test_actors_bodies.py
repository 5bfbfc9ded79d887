"""Bodies taken up by a noun of their kind: sentences → who is meant."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sitroom.model import AnnotatedArticle

CASES = [
    ("NATO rejected the demand. The alliance said it would respond.", "The alliance", "org/nato"),
    ("The European Union imposed tariffs. Brazil protested, and the bloc gave way.", "the bloc", "org/eu"),
    ("ASEAN adjourned. The bloc will vote in May.", "The bloc", "org/asean"),
    ("Halvorsen Motor Corp. lost money. The company will close two plants.", "The company", "org/halvorsen-motor-corp"),
    ("The Senate Ethics Committee met. The committee took no vote.", "The committee", "org/senate-ethics-committee"),
    ("The IAEA sent inspectors. The agency found nothing.", "The agency", "org/iaea"),
    ("The Russian Foreign Ministry replied. The ministry denied it.", "The ministry", "org/ru-foreign-ministry"),
    ("Hamas replied on Monday. The movement wants a truce.", "The movement", "org/hamas"),
    ("Likud lost. The party will go into opposition.", "The party", "org/likud"),
    ("Reuters and the Daily Telegraph agreed. The newspaper apologised.", "The newspaper", "org/telegraph"),
    # negatives: two of the kind, none of it, a noun that says more, a plural
    ("Hamas and Hezbollah replied. The movement wants a truce.", "The movement", None),
    ("Brazil protested. The alliance said it would respond.", "The alliance", None),
    ("NATO met. The alliance of five farmers dissolved itself.", "The alliance", None),
    ("NATO met. The ruling alliance lost its majority.", "The ruling alliance", None),
    ("Apple rose. The companies were content.", "The companies", None),
    ("The European Union met. The company that won the bid is small.", "The company", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "key"), CASES)
def test_a_noun_takes_up_the_one_body_of_its_kind(
    annotated: Callable[..., AnnotatedArticle], text: str, words: str, key: str | None
) -> None:
    article = annotated(text, "2012-05-01", steps=("mentions",))
    found = [m.actor for m in article.mentions if m.span.of(text) == words and m.form == "nominal"]
    assert found == ([key] if key else [])

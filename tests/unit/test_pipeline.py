"""The runner holds every step to its word."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from sitroom.annotate import engine
from sitroom.annotate.engine import Language, parse
from sitroom.annotate.fingerprint import code_files
from sitroom.annotate.pipeline import Step, annotate, check_order, read
from sitroom.annotate.reading import Reading
from sitroom.errors import EvidenceError, SitroomError, StepError
from sitroom.model import Annotation, Article, Producer, Time
from sitroom.text import Span, parse_form

TIME = Time(Span(0, 6), "DATE", "2008-02-18", edtf="2008-02-18")


def step(
    made: Iterable[Annotation], needs: frozenset[str] = frozenset(), kinds: frozenset[str] = frozenset({"time"})
) -> Step:
    return Step(Producer("test"), lambda _: made, needs, kinds)


def test_a_step_that_needs_what_nobody_made_is_refused() -> None:
    with pytest.raises(StepError, match="needs mention"):
        check_order([step([], needs=frozenset({"mention"}))])


def test_a_step_that_makes_what_it_does_not_declare_is_refused(reading: Callable[..., Reading]) -> None:
    made = reading("Monday came.")
    with pytest.raises(StepError, match="does not declare"):
        read(made.article, made, [step([TIME], kinds=frozenset({"event"}))])


def test_evidence_outside_the_text_is_refused(reading: Callable[..., Reading]) -> None:
    made = reading("Mon.")
    with pytest.raises(EvidenceError, match="outside the text"):
        read(made.article, made, [step([TIME])])


def test_the_same_annotation_twice_counts_once(reading: Callable[..., Reading]) -> None:
    made = reading("Monday came.")
    assert read(made.article, made, [step([TIME, TIME])]).times == (TIME,)


def test_a_bad_article_is_one_error_and_the_others_go_on(nlp: Language) -> None:
    def run(reading: Reading) -> list[Annotation]:
        if "bad" in reading.article.text:
            raise ZeroDivisionError("oops")
        return []

    articles = [Article("1", "a", "A good one."), Article("2", "b", "A bad one."), Article("3", "c", "A good one too.")]
    found = list(annotate(nlp, articles, [Step(Producer("test"), run)]))
    assert [isinstance(result, SitroomError) for _, result in found] == [False, True, False]
    assert "oops" in str(found[1][1])


def test_no_sentence_crosses_a_paragraph(reading: Callable[..., Reading]) -> None:
    doc = reading("Talks end in Oslo\nMinisters leave without a word\nThey met on Monday and left.").doc
    assert {18, 49} <= {sentence.start_char for sentence in doc.sents}


def test_a_long_text_is_parsed_in_pieces_with_its_own_offsets(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "The ministers met in Oslo.\n\nThey “agreed” to meet again.\n\nNo date was set for 2008.\n"
    whole = next(parse(nlp, [text]))
    monkeypatch.setattr(engine, "LARGE", 40)
    short, pieced = parse(nlp, ["Talks end.", text])
    assert short.text == "Talks end."
    assert pieced.text == parse_form(text) == whole.text
    assert [(t.idx, t.lemma_, t.dep_) for t in pieced] == [(t.idx, t.lemma_, t.dep_) for t in whole]
    assert [s.start_char for s in pieced.sents] == [s.start_char for s in whole.sents]


def test_the_hash_of_a_reading_covers_all_that_the_annotators_use() -> None:
    root = Path(engine.__file__).parents[1]
    covered = {file.relative_to(root).as_posix() for file in code_files()}
    used = {
        name
        for file in sorted((root / "annotate").rglob("*.py"))
        for name in re.findall(r"^from sitroom\.(\w+)", file.read_text(encoding="utf-8"), re.MULTILINE)
    }
    needed = used - {"errors", "registry"}  # what they say when something fails, and the list of the steps itself
    assert {f"{name}.py" for name in needed if not (root / name).is_dir()} <= covered
    assert {"resources/world.py", "resources/verbs.py", "resources/cues.yaml"} <= covered

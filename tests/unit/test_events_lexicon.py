"""Every frame of the table is tried on its own example, and on the sentence that it must leave alone."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from sitroom.annotate.events import lexicon, run
from sitroom.annotate.events.needs import NEEDS
from sitroom.annotate.reading import Reading
from sitroom.model import Event

FRAMES = lexicon.frames()


def read(reading: Callable[..., Reading], sentence: str) -> list[Event]:
    return list(run(reading(sentence)))


def marked(example: str) -> tuple[str, list[str], list[str]]:
    plain = re.sub(r"[<>\[\]]", "", example)
    return plain, re.findall(r"<(.*?)>", example), re.findall(r"\[(.*?)\]", example)


@pytest.mark.parametrize("frame", FRAMES, ids=lambda f: f"{f.order}-{f.type}-{min(f.words)}")
def test_frame_reads_its_example(frame: lexicon.Frame, reading: Callable[..., Reading]) -> None:
    sentence, actors, recipients = marked(frame.example)
    events = [e for e in read(reading, sentence) if e.type == frame.type]
    assert events, sentence
    for wanted, role in ((actors, "actors"), (recipients, "recipients")):
        got = {a.span.of(sentence) for e in events for a in getattr(e, role)}
        assert all(any(name in text or text in name for text in got) for name in wanted), (sentence, role, got)


@pytest.mark.parametrize("frame", [f for f in FRAMES if f.unlike], ids=lambda f: f"{f.order}-{f.type}-{min(f.words)}")
def test_frame_leaves_other_senses_alone(frame: lexicon.Frame, reading: Callable[..., Reading]) -> None:
    events = read(reading, frame.unlike or "")
    assert not [e for e in events if e.type == frame.type and e.status != "denied"], frame.unlike


def test_every_need_of_the_table_exists() -> None:
    assert {need for frame in FRAMES for need in frame.needs} <= set(NEEDS)


def test_frames_have_examples() -> None:
    assert all(frame.example for frame in FRAMES)

"""Modes of demands, refusals, threats and accusations, by what is demanded, refused, threatened."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sitroom.model import AnnotatedArticle

TABLE = [
    ("REQUEST", "meet", "Kenya called for talks with Uganda."),
    ("REQUEST", "meet", "Kenya urged Uganda to meet the rebels."),
    ("REQUEST", "assist", "Kenya asked Japan for help."),
    ("REQUEST", "assist", "Kenya urged Japan to send doctors to Uganda."),
    ("REQUEST", "yield", "Kenya demanded that Uganda withdraw its troops."),
    ("REQUEST", "yield", "Kenya called on Uganda to release the editor."),
    ("REQUEST", "change", "Kenya urged Uganda to hold an election."),
    ("REQUEST", "change", "Kenya demanded the resignation of the Ugandan minister."),
    ("REJECT", "meet", "Kenya refused to meet the rebels."),
    ("REJECT", "meet", "Kenya rejected an offer of talks from Uganda."),
    ("REJECT", "yield", "Kenya refused to lift the embargo on Uganda."),
    ("REJECT", "assist", "Kenya refused to help Uganda."),
    ("THREATEN", "restrict", "Kenya threatened Uganda with sanctions."),
    ("THREATEN", "violence", "Kenya threatened to attack Uganda."),
    ("THREATEN", "territory", "Kenya threatened to annex the islands of Uganda."),
    ("THREATEN", "relations", "Kenya threatened to sever ties with Uganda."),
    ("THREATEN", "expel", "Kenya threatened to expel diplomats of Uganda."),
    ("THREATEN", "arrest", "Kenya threatened to arrest the editor Ivan Petrov."),
    ("ACCUSE", "disapprove", "Kenya lashed out at Uganda."),
    ("ACCUSE", "investigate", "Kenya opened an investigation against Uganda."),
    ("ACCUSE", "allege", "Kenya alleged that Uganda had cheated."),
]


@pytest.mark.parametrize(("kind", "mode", "sentence"), TABLE, ids=lambda value: str(value)[:60])
def test_mode(kind: str, mode: str, sentence: str, annotated: Callable[..., AnnotatedArticle]) -> None:
    found = [(e.type, e.mode) for e in annotated(sentence).events]
    assert (kind, mode) in found, found


def test_words_that_tell_nothing_have_no_mode(annotated: Callable[..., AnnotatedArticle]) -> None:
    assert [e.mode for e in annotated("Kenya warned Uganda.").events if e.type == "THREATEN"] == [None]

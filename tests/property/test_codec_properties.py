from dataclasses import fields

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitroom.codec import decode, decode_annotation, encode
from sitroom.errors import ValueFormatError
from sitroom.model import ANNOTATION_KINDS, Annotation, Article, Link, kind_of
from sitroom.text import Span

SPANS = st.tuples(st.integers(0, 10**6), st.integers(1, 10**4)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))
st.register_type_strategy(Span, SPANS)
st.register_type_strategy(float, st.floats(allow_nan=False, allow_infinity=False))
st.register_type_strategy(str, st.text(st.characters(exclude_categories=["Cs"]), max_size=12))

annotations = st.one_of(*[st.builds(cls, **{f.name: ... for f in fields(cls)}) for cls in ANNOTATION_KINDS.values()])


@settings(max_examples=150, deadline=None)
@given(annotations)
def test_an_annotation_survives(annotation: Annotation) -> None:
    assert decode_annotation(kind_of(annotation), encode(annotation)) == annotation


@settings(max_examples=50, deadline=None)
@given(st.builds(Article, **{f.name: ... for f in fields(Article)}))
def test_an_article_survives(article: Article) -> None:
    assert decode(Article, encode(article)) == article


@settings(max_examples=50, deadline=None)
@given(st.builds(Link, **{f.name: ... for f in fields(Link)}))
def test_a_link_survives(link: Link) -> None:
    assert decode(Link, encode(link)) == link


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(sorted(ANNOTATION_KINDS)), st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["key", "span", "type", "x"]), inner),
).map(__import__("json").dumps))  # fmt: skip
def test_anything_else_is_refused_with_one_error(kind: str, text: str) -> None:
    with pytest.raises(ValueFormatError):
        decode_annotation(kind, text)


@pytest.mark.parametrize(
    "text",
    ['{"a":"x"}', '{"a":"x","b":"y","judgement":"equal","score":1.0,"reason":""}', "[]", "nonsense", '{"a":1}'],
)
def test_a_field_too_few_or_a_word_out_of_place_is_refused(text: str) -> None:
    with pytest.raises(ValueFormatError):
        decode(Link, text)


def test_an_unknown_kind_is_refused() -> None:
    with pytest.raises(ValueFormatError, match="no kind"):
        decode_annotation("rumour", "{}")

"""Annotations, articles and links as JSON text and back.

One rule: strict both ways. A field that is missing, unknown or of the wrong type is an error, never a
guess, and ``decode(encode(x)) == x`` for every value. Spans are pairs ``[start, end]``; fields that hold
their default are left out.
"""

from __future__ import annotations

import json
import types
from collections.abc import Callable, Hashable
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from sitroom.errors import ValueFormatError
from sitroom.model import ANNOTATION_KINDS, Annotation
from sitroom.text import Span

T = TypeVar("T")
_Coder = Callable[[Any], Any]


def encode(value: object) -> str:
    """One dataclass of the model as JSON text."""
    return json.dumps(_coder_of(value)(value), ensure_ascii=False, separators=(",", ":"))


def decode(cls: type[T], text: str) -> T:
    """The dataclass that :func:`encode` wrote.

    Raises:
        ValueFormatError: the text is no such object.
    """
    try:
        made: T = _decoder(_key(cls))(json.loads(text))
    except ValueFormatError:
        raise
    except (ValueError, TypeError, RecursionError) as error:
        raise ValueFormatError(f"not a {cls.__name__}: {error}") from error
    return made


def decode_annotation(kind: str, text: str) -> Annotation:
    """The annotation of a kind ("actor", "mention", …).

    Raises:
        ValueFormatError: there is no such kind, or the text is no such annotation.
    """
    if kind not in ANNOTATION_KINDS:
        raise ValueFormatError(f"no kind of annotation is called {kind!r}")
    return decode(ANNOTATION_KINDS[kind], text)


def _key(hint: Any) -> Hashable:
    # Types and type hints can be hashed; the checker does not know that of all of them.
    key: Hashable = hint
    return key


def _coder_of(value: object) -> _Coder:
    return _encoder(_key(type(value)))


@cache
def _encoder(cls: Any) -> _Coder:
    if cls is Span:
        return lambda span: [span.start, span.end]
    if issubclass(cls, tuple):
        return lambda items: [_coder_of(item)(item) for item in items]
    if not is_dataclass(cls):
        return lambda value: value
    defaults = [(f.name, f.default) for f in fields(cls)]

    def encode_fields(value: Any) -> dict[str, Any]:
        made: dict[str, Any] = {}
        for name, default in defaults:
            item = getattr(value, name)
            if default is MISSING or item != default:
                made[name] = _coder_of(item)(item)
        return made

    return encode_fields


@cache
def _decoder(hint: Any) -> _Coder:
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        return _optional([arg for arg in get_args(hint) if arg is not type(None)])
    if origin is Literal:
        return _one_of(frozenset(get_args(hint)))
    if origin is tuple:
        return _tuple(_decoder(_key(get_args(hint)[0])))
    if hint is Span:
        return _span
    if is_dataclass(hint):
        return _object(hint)
    return _scalar(hint)


def _optional(hints: list[Any]) -> _Coder:
    if len(hints) != 1:
        raise ValueFormatError(f"no codec for a choice between {hints}")
    inner = _decoder(_key(hints[0]))
    return lambda value: None if value is None else inner(value)


def _one_of(allowed: frozenset[Any]) -> _Coder:
    def check(value: Any) -> Any:
        if value not in allowed:
            raise ValueFormatError(f"{value!r} is none of {sorted(allowed)}")
        return value

    return check


def _tuple(inner: _Coder) -> _Coder:
    def check(value: Any) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise ValueFormatError(f"{value!r} is no list")
        return tuple(inner(item) for item in value)

    return check


def _span(value: Any) -> Span:
    if not isinstance(value, list) or len(value) != 2 or not all(type(x) is int for x in value):
        raise ValueFormatError(f"{value!r} is no span")
    return Span(value[0], value[1])


def _scalar(hint: Any) -> _Coder:
    def check(value: Any) -> Any:
        if type(value) is hint:
            return value
        # JSON knows one kind of number: 90 and 90.0 are the same low bound.
        if hint is float and type(value) is int:
            return float(value)
        raise ValueFormatError(f"{value!r} is no {hint.__name__}")

    return check


def _object(cls: Any) -> _Coder:
    hints = get_type_hints(cls)
    decoders = {f.name: _decoder(_key(hints[f.name])) for f in fields(cls)}

    def check(value: Any) -> Any:
        if not isinstance(value, dict):
            raise ValueFormatError(f"{value!r} is no {cls.__name__}")
        try:
            return cls(**{name: decoders[name](item) for name, item in value.items()})
        except KeyError as error:
            raise ValueFormatError(f"{cls.__name__} has no field {error}") from error

    return check

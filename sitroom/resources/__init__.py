"""Tables of facts and words, as data. Each file says in its head where its facts come from.

One rule: no code outside this module opens a file here.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, reduce
from importlib.resources import files
from operator import getitem
from typing import Any

import yaml

from sitroom.errors import ResourceError

try:
    from yaml import CSafeLoader as _Loader
except ImportError:  # a PyYAML built without libyaml reads the same, only slower
    from yaml import SafeLoader as _Loader  # type: ignore[assignment]


def words(value: str | Iterable[str] | None) -> frozenset[str]:
    """A row of words as a set: names separated by commas, or a list; nothing where there is no row."""
    return frozenset(word.strip() for word in (value.split(",") if isinstance(value, str) else value or ())) - {""}


@cache
def listed(table: str, *keys: str) -> frozenset[str]:
    """The words under the keys of ``resources/TABLE.yaml``, as a set.

    Raises:
        ResourceError: there is no such table, or it is no YAML.
        KeyError: the table has no such key.
    """
    return words(reduce(getitem, keys, load(table)))


@cache
def load(name: str) -> Any:
    """The content of ``resources/NAME.yaml``; callers must not change it.

    Raises:
        ResourceError: there is no such table, or it is no YAML.
    """
    try:
        text = files(__name__).joinpath(*f"{name}.yaml".split("/")).read_text(encoding="utf-8")
        return yaml.load(text, Loader=_Loader)
    except (OSError, yaml.YAMLError) as error:
        raise ResourceError(f"resources/{name}.yaml: {error}") from error

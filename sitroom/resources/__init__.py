"""Tables of facts and words, as data. Each file says in its head where its facts come from.

One rule: no code outside this module opens a file here.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from sitroom.errors import ResourceError

try:
    from yaml import CSafeLoader as _Loader
except ImportError:  # a PyYAML built without libyaml reads the same, only slower
    from yaml import SafeLoader as _Loader  # type: ignore[assignment]


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

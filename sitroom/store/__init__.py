"""Where captures, articles, annotations, links and runs are kept: one protocol, several stores.

One rule: annotations and links are only ever added; a run that replaces another changes what is
current, and what an analyst judged stays.
"""

from sitroom.store.base import Refusal, Run, Store
from sitroom.store.opening import open_store

__all__ = ["Refusal", "Run", "Store", "open_store"]

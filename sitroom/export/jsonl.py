"""Output 2: the whole record as JSON lines, ``kind`` first.

One rule: the same record gives the same bytes.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from sitroom.record import Record


def lines(record: Record) -> Iterator[str]:
    """One JSON object a line, without the line's end, in the order of the record."""
    for item in record.items():
        yield json.dumps(item.line(), ensure_ascii=False)

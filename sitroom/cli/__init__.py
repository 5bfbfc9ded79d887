"""The command line: parses what the user types, calls the desk, prints what comes back.

One rule: no knowledge of news here, and no word from an article reaches a terminal unescaped.
"""

from __future__ import annotations

from sitroom.cli.app import main

__all__ = ["main"]

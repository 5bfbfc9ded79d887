"""``python -m sitroom.cli`` is the command line."""

from __future__ import annotations

from sitroom.cli import main

if __name__ == "__main__":
    main()

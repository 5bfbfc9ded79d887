"""The outlet that a plain text names as its own."""

import pytest

from sitroom.ingest.outlet import outlet_of

BODY = "The two ministers met in Lomé on Tuesday and agreed to meet again, officials of both said."
HEAD = "Ministers meet in Lomé and part as friends"

NAMED = [
    (f"{HEAD}\n\nLOMÉ, March 3 (Gulf Wire) - {BODY}", "Gulf Wire"),
    (f"{HEAD}\n\nLOMÉ, 3 March (Togo Presse) – {BODY}", "Togo Presse"),
    (f"{HEAD}\n\nLOMÉ, Togo (AP) — {BODY}", "Associated Press"),
    (f"LOMÉ (Reuters) - {BODY}", "Reuters"),
    (f"Gulf Coast Tribune\n\n{HEAD}\n\n{BODY}\n\n{BODY}", "Gulf Coast Tribune"),
    (f"World\n\nThe Guardian\n\n{HEAD}\n\n{BODY}", "The Guardian"),
    (f"The Gulf Observer\n\nMarch 3, 2009\n\n{HEAD}\n\nLOMÉ, March 3 (Reuters) - {BODY}", "The Gulf Observer"),
    (f"{HEAD}\n\n{BODY}\n\nSource: AFP and staff", "AFP"),
    (f"{HEAD}\n\n{BODY}\n\n© 2009 The Gulf Observer. All rights reserved.\nContact us", "The Gulf Observer"),
    (f"{HEAD}\n\n{BODY}\n\nCopyright (c) 2008-2009 by BBC", "BBC"),
]


@pytest.mark.parametrize(("text", "outlet"), NAMED)
def test_a_text_names_its_outlet(text: str, outlet: str) -> None:
    assert outlet_of(text) == outlet


UNNAMED = [
    "",
    BODY,
    f"World News\n\n{HEAD}\n\n{BODY}",
    f"Ana Reyes\n\n{HEAD}\n\n{BODY}",
    f"Support the Gulf Observer\n\n{HEAD}\n\n{BODY}",
    f"Minister Sues Gulf Observer\n\n{BODY}\n\n{BODY}",
    f"{HEAD}\n\nLOMÉ (north) - {BODY}",
    f"{HEAD}\n\nLOMÉ, March 3 (Tuesday) - {BODY}",
    f"{HEAD}\n\n{BODY}\n\nSource: officials of both sides",
    f"{HEAD}\n\nThe minister told Reuters that he was content.\n\n{BODY}",
    f"{HEAD}\n\n{BODY}\n\nCopyright 2009. All rights reserved.",
]


@pytest.mark.parametrize("text", UNNAMED)
def test_no_outlet_is_made_up(text: str) -> None:
    assert outlet_of(text) is None

"""Which date and which duration belong to which word."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sitroom.annotate import times, times_of
from sitroom.annotate.reading import Reading

CASES = [
    # sentence, word, date, duration
    ("He said on Friday that they will meet on Jan. 10 to discuss the 2014 agreement.", "said", "2021-12-31", None),
    ("He said on Friday that they will meet on Jan. 10 to discuss the 2014 agreement.", "meet", "2022-01-10", None),
    ("He said on Friday that they will meet on Jan. 10 to discuss the 2014 agreement.", "agreement", "2014", None),
    ("He said on Friday that they will meet on Jan. 10 to discuss the 2014 agreement.", "discuss", None, None),
    ("The two presidents held a two-hour video call on Tuesday.", "call", "2021-12-28", "PT2H"),
    ("The two presidents held a two-hour video call on Tuesday.", "held", "2021-12-28", "PT2H"),
    ("The call lasted 50 minutes.", "call", None, "PT50M"),
    ("The ministers spoke for almost one hour on Dec. 30.", "spoke", "2021-12-30", "PT1H"),
    ("On Sunday, the king called the queen and promised support.", "promised", "2021-12-26", None),
    ("Talks scheduled for Jan. 10 in Geneva may fail.", "Talks", "2022-01-10", None),
    ("The ministry relented on Thursday and is expected to reply.", "expected", None, None),
    ("An aide said Thursday, three days after a tense call with the queen.", "call", None, None),
    ("The minister left on Wednesday before a meeting with the king.", "meeting", None, None),
    ("The minister resigned after a meeting on Wednesday.", "meeting", "2021-12-29", None),
    ("The rebels have held the town since 2014.", "held", None, None),
]


@pytest.mark.parametrize(("sentence", "word", "date", "duration"), CASES)
def test_belongs_to(
    reading: Callable[..., Reading], sentence: str, word: str, date: str | None, duration: str | None
) -> None:
    read = reading(sentence, published="2021-12-31")
    read.with_found(times=tuple(times.run(read)))
    token = next(token for token in read.doc if token.text == word)
    found, length = times_of.date_of(read, token), times_of.duration_of(read, token)
    assert (found and found.edtf, length and length.value) == (date, duration)


def test_deadline(reading: Callable[..., Reading]) -> None:
    read = reading("The army must withdraw its troops by Jan. 15.", published="2021-12-31")
    read.with_found(times=tuple(times.run(read)))
    token = next(token for token in read.doc if token.text == "withdraw")
    deadline = times_of.deadline_of(read, token)
    assert deadline is not None
    assert deadline.edtf == "2022-01-15"
    assert times_of.date_of(read, token) is None

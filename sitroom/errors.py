"""Every error that Sitroom raises on purpose.

SitroomError
├── EvidenceError        words and offsets do not agree
├── ValueFormatError     a date, number or code is not in its standard's form
├── ResourceError        a table in resources/ is missing or malformed
├── IngestError          one input cannot be read; carries the path and the reason
├── StepError            a step broke its contract (unmet needs, undeclared kinds)
├── StoreError           the store cannot be opened, read or written
│   └── NewerStoreError  it was written by a newer version of the program
├── NotFoundError        no such article, item, actor or story
└── JudgementError       a correction says nothing new, or contradicts one that is in force
"""

from __future__ import annotations


class SitroomError(Exception):
    """Base of all errors with a message meant for the user."""


class EvidenceError(SitroomError):
    """The quoted words do not stand at the given offsets."""


class ValueFormatError(SitroomError, ValueError):
    """A value is not in the form that its standard asks for."""


class ResourceError(SitroomError):
    """A table of facts or words is missing or malformed."""


class IngestError(SitroomError):
    """One input cannot be read; the others go on.

    Attributes:
        path: the input as the user named it.
        reason: one sentence without the path.
    """

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


class StepError(SitroomError):
    """An annotation step broke its contract."""


class StoreError(SitroomError):
    """The store cannot be opened, read or written."""


class NewerStoreError(StoreError):
    """The store was written by a newer version of the program."""


class NotFoundError(SitroomError):
    """No such article, item, actor or story."""


class JudgementError(SitroomError):
    """A correction says nothing new, or contradicts one that is in force."""

"""The record: the objects of the two outputs, exactly as they are printed.

Output 1 is one :class:`AnnotationLine` an article (``sitroom annotate``), offsets into the file's decoded
text. Output 2 is the whole record, one item a line, ``kind`` first (``sitroom export --format jsonl``).
One rule: no field here holds anything that its evidence does not carry; ``None`` means that the text
gives none. Dates are EDTF. Actor fields hold ids of actors.
"""

from sitroom.record.actors import ActorItem, AliasItem, RoleItem
from sitroom.record.annotation import (
    ActorLine,
    AnnotationLine,
    ArgumentLine,
    ErrorLine,
    EventLine,
    FigureLine,
    MentionLine,
    Pair,
    StatementLine,
    TimeLine,
)
from sitroom.record.articles import ArticleItem
from sitroom.record.disagreements import AboutItem, Aspect, DisagreementItem, ValueItem, Verdict
from sitroom.record.events import DeadlineItem, EventItem, HistoryItem, ReadoutItem, ReportItem
from sitroom.record.figures import FigureItem
from sitroom.record.item import EvidenceItem, Item, ViaItem
from sitroom.record.statements import AskedItem, StatementItem
from sitroom.record.timeline import ReferenceItem, TimelineItem
from sitroom.record.triggers import CommitmentItem, ExclusionItem, LeadsToItem, TriggerItem
from sitroom.record.whole import Record, RecordItem

__all__ = [
    "AboutItem",
    "ActorItem",
    "ActorLine",
    "AliasItem",
    "AnnotationLine",
    "ArgumentLine",
    "ArticleItem",
    "AskedItem",
    "Aspect",
    "CommitmentItem",
    "DeadlineItem",
    "DisagreementItem",
    "ErrorLine",
    "EventItem",
    "EventLine",
    "EvidenceItem",
    "ExclusionItem",
    "FigureItem",
    "FigureLine",
    "HistoryItem",
    "Item",
    "LeadsToItem",
    "MentionLine",
    "Pair",
    "ReadoutItem",
    "Record",
    "RecordItem",
    "ReferenceItem",
    "ReportItem",
    "RoleItem",
    "StatementItem",
    "StatementLine",
    "TimeLine",
    "TimelineItem",
    "TriggerItem",
    "ValueItem",
    "Verdict",
    "ViaItem",
]

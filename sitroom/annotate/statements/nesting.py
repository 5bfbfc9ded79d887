"""Statements within statements, and which of them are worth telling.

One rule: a statement within another is kept where somebody else is reported, not where a speaker says what he
thinks himself.
"""

from __future__ import annotations

from collections.abc import Callable

from sitroom.annotate import auxiliary
from sitroom.annotate.engine import Token
from sitroom.annotate.statements.drafts import Draft
from sitroom.annotate.statements.lexicon import lexicon
from sitroom.annotate.statements.unsaid import is_hypothetical
from sitroom.annotate.statements.words import source_words
from sitroom.resources import listed
from sitroom.text import Span

_LEAST_QUOTED = 25  # code points of a report within quoted words
_PRONOUNS = frozenset({"he", "she", "they", "it"})
_REPORTS = frozenset({"clause", "quote", "object-to", "as", "adjunct", "preposed"})


def nest(drafts: list[Draft], is_quoted: Callable[[int], bool]) -> list[Draft]:
    """The drafts that stand, each with the innermost draft around it in ``around``.

    ``is_quoted`` says whether an offset lies within quoted speech, also of nobody known.
    """
    ordered = sorted(_distinct(drafts), key=lambda d: (d.start, -d.end, d.order))
    sizes = {id(draft): _size(draft) for draft in ordered}
    kept: list[Draft] = []
    reaching: list[tuple[int, Draft]] = []  # those kept that have not ended, with their ends
    for draft in ordered:
        start = draft.start
        reaching = [(end, other) for end, other in reaching if end > start]
        size, at = sizes[id(draft)], draft.head.idx if draft.head is not None else draft.content[0].start
        around = [o for _, o in reaching if sizes[id(o)] > size and any(s.start <= at < s.end for s in o.content)]
        draft.around = min(around, key=lambda other: sizes[id(other)], default=None)
        if draft.around is not None:
            stands = _worth_telling(draft, draft.around)
        else:
            quoted = draft.head is not None and draft.pattern != "quote" and is_quoted(draft.head.idx)
            stands = not quoted or (_tells_of_an_utterance(draft) and draft.pattern in _REPORTS)
        if stands:
            kept.append(draft)
            reaching.append((draft.end, draft))
    return kept


def _distinct(drafts: list[Draft]) -> list[Draft]:
    """Without drafts that say the same as another of the same cue or the same content, the fuller one first."""
    out: list[Draft] = []
    seen: set[tuple[tuple[Span, ...], Span | None]] = set()
    for draft in drafts:
        key = (tuple(draft.content), draft.source_span)
        if key not in seen:
            seen.add(key)
            out.append(draft)
    return out


def _past_report(draft: Draft) -> bool:
    """Words of the speaker that tell of an earlier utterance: "I told him that ...", "we made it clear that ..."."""
    verb = draft.head
    if verb is None or draft.entry is None or draft.source is None or draft.pattern != "clause":
        return False
    told = draft.entry.kind in ("speech", "act") and verb.tag_ in ("VBD", "VBN")
    return told and draft.source.lower_ not in ("you", "who", "that", "which")


def _tells(draft: Draft) -> bool:
    """ "has warned of an attack": a verb of speech, whatever follows it."""
    return draft.head is not None and draft.head.lemma_.lower() in lexicon().speech


def _is_to_come(verb: Token, thought: bool) -> bool:
    """What somebody will say, or is to think, nobody has said or thought yet."""
    ahead = auxiliary.modals(verb) & {"will", "shall"}
    return bool(ahead) or (thought and auxiliary.to_infinitive(verb))


def _size(draft: Draft) -> int:
    return sum(len(span) for span in draft.content)


def _worth_telling(inner: Draft, outer: Draft) -> bool:
    if inner.entry is None or (inner.head is not None and is_hypothetical(inner.head)):
        return False
    if outer.verbatim:  # an interview is read like any other text, whose "I" is known
        return inner.head is None or not _is_to_come(inner.head, inner.entry.kind == "belief")
    if inner.pattern not in _REPORTS and not (inner.pattern == "with" and _tells(inner)):
        # "The minister rejected the plan, officials said" tells of an utterance, however it is put
        main = inner.pattern == "object" and inner.entry.kind == "act" and outer.pattern in ("adjunct", "preposed")
        return main and inner.head is not None and inner.head.dep_ in ("ROOT", "ccomp") and inner.source is not None
    source = inner.source
    if inner.head is not None and _is_to_come(inner.head, inner.entry.kind == "belief"):
        return False
    if source is None or source.lemma_.lower() in source_words()["instruments"]:
        return False
    if inner.head is not None and inner.head.dep_ == "xcomp" and inner.head.head == outer.head:
        return False
    word = source.lower_
    if inner.entry.kind == "show" or (inner.entry.kind == "belief" and inner.pattern == "object-to"):
        return False
    if word in listed("reports", "own") | _PRONOUNS and _past_report(inner):
        return outer.pattern != "quote" or _size(inner) >= _LEAST_QUOTED
    if word in listed("reports", "own"):
        return False
    if word in _PRONOUNS and inner.entry.kind != "speech":
        return False
    if inner.entry.kind == "belief" and outer.pattern == "quote" and word in _PRONOUNS:
        return False
    return outer.pattern != "quote" or inner.pattern == "quote" or _tells_of_an_utterance(inner)


def _tells_of_an_utterance(inner: Draft) -> bool:
    """Within quoted words: whether somebody who can be told apart did say it, not what people say or may think."""
    verb, source = inner.head, inner.source
    if verb is None or source is None or inner.entry is None or _size(inner) < _LEAST_QUOTED:
        return False
    if any(c.dep_ == "mark" and c.lower_ in listed("reports", "supposing") for c in verb.children):
        return False  # "when they say ..." happens any time
    if verb.tag_ == "VB" and any(c.dep_ == "aux" for c in verb.children) and verb.dep_ != "xcomp":
        return False  # "let us say", "will claim"
    if inner.entry.kind == "belief" and verb.lemma_.lower() in listed("reports", "factive"):
        return False  # what somebody "knows" is what the speaker himself holds
    if source.pos_ == "PROPN":
        return True
    told = verb.tag_ in ("VBD", "VBN") or any(c.dep_ == "aux" and c.lemma_ == "be" for c in verb.children)
    return source.pos_ == "NOUN" and inner.entry.kind in ("speech", "act") and told

"""From drafts to statements: speakers, chain, circumstances, details.

One rule: drafts come in the order of the text, those around others before them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sitroom.annotate.statements.addressing import told
from sitroom.annotate.statements.carrying import Carrying
from sitroom.annotate.statements.chain import link_of, own_links
from sitroom.annotate.statements.circumstances import channel, date
from sitroom.annotate.statements.claims import claim
from sitroom.annotate.statements.details import hedges, kind, negated
from sitroom.annotate.statements.drafts import Draft
from sitroom.annotate.statements.frame import Frame
from sitroom.annotate.statements.lexicon import Lexicon
from sitroom.annotate.statements.passing import is_medium, named_medium
from sitroom.annotate.statements.speakers import Speaker, Speakers
from sitroom.annotate.statements.terms import Unnamed, terms
from sitroom.annotate.statements.words import source_words
from sitroom.model import Statement, Via
from sitroom.text import merged

_LONGEST_CHAIN = 5  # links; a text that nests more reports has no chain that a reader would follow


def complete(frame: Frame, drafts: list[Draft], lexicon: Lexicon) -> Iterator[Statement]:
    """Statements from drafts."""
    speakers = Speakers(frame.reading)
    by_cue = sorted(drafts, key=lambda d: (d.cue.start if d.cue else d.start, d.order))
    who: dict[int, Speaker] = {}
    last: Speaker | None = None
    goes_on: dict[int, Speaker] = {}  # by paragraph, the last person who spoke there
    for draft in by_cue:
        who[id(draft)] = last if last is not None and _continues(draft) else speakers.of(draft)
        if (before := goes_on.get(frame.paragraph_index(draft.start))) is not None and _is_loose(draft, who[id(draft)]):
            who[id(draft)] = before
        if draft.around is None and _is_person(frame, who[id(draft)]):
            goes_on[frame.paragraph_index(draft.start)] = who[id(draft)]
        if draft.pattern == "quote" and draft.around is None:
            last = who[id(draft)]
    for draft in by_cue:
        if draft.head is None and draft.previous is not None:
            who[id(draft)] = who.get(id(draft.previous), who[id(draft)])
    keys = {id(draft): f"s{number}" for number, draft in enumerate(drafts, 1)}
    chains: dict[int, tuple[Via, ...]] = {}
    unnamed = Unnamed.of(frame, by_cue, who)
    carrying = Carrying.of(frame, unnamed.numbers)
    for draft in drafts:
        speaker = who[id(draft)]
        chains[id(draft)] = _via(frame, draft, who, chains)
        made = _statement(frame, draft, speaker, keys, chains[id(draft)], lexicon)
        if made.terms is None and (stated := unnamed.terms_of(draft)) is not None:
            made = replace(made, terms=stated)
        yield carrying.complete(draft, made)


def _continues(draft: Draft) -> bool:
    """ "he continued", "she added": whoever was quoted last goes on."""
    if draft.head is None or draft.source is None or draft.pattern != "quote":
        return False
    return draft.source.lower_ in ("he", "she", "they") and draft.head.lemma_ in source_words()["continuations"]


def _is_loose(draft: Draft, found: Speaker) -> bool:
    """ "he said" where nobody can be made out: whoever spoke last in the paragraph."""
    pronoun = draft.source is not None and draft.source.lower_ in ("he", "she")
    return pronoun and draft.around is None and found.speaker is None and found.affiliation is None


def _is_person(frame: Frame, speaker: Speaker) -> bool:
    return speaker.speaker is not None and frame.reading.actor(speaker.speaker).type == "person"


def _via(frame: Frame, draft: Draft, who: dict[int, Speaker], chains: dict[int, tuple[Via, ...]]) -> tuple[Via, ...]:
    links = own_links(frame, draft, told(draft))
    outer = draft.around
    if outer is not None and id(outer) in who:
        inner, around = who[id(draft)], who[id(outer)]
        link = link_of(frame, outer, around)
        if link is not None and not (inner.speaker is not None and inner.speaker == around.speaker):
            links = (*links, link)
        links = (*links, *chains.get(id(outer), ()))
    return links[:_LONGEST_CHAIN]


def _statement(
    frame: Frame, draft: Draft, speaker: Speaker, keys: dict[int, str], via: tuple[Via, ...], lexicon: Lexicon
) -> Statement:
    reading = frame.reading
    heads = told(draft)
    mentions = [m for m in (reading.mention_at(named_medium(head)) for head in heads) if m is not None]
    outlets = any(is_medium(reading, named_medium(head)) for head in heads)
    return Statement(
        key=keys[id(draft)],
        content=merged(draft.content),
        kind="direct" if draft.verbatim else kind(frame, draft.content),
        cue=draft.cue,
        source=draft.source_span,
        speaker=speaker.speaker,
        speakers=speaker.speakers,
        named=speaker.named,
        source_type=speaker.source_type,
        terms=terms(frame, draft) if not speaker.named and speaker.document is None else None,
        affiliation=speaker.affiliation,
        via=via,
        addressees=tuple(dict.fromkeys(m.actor for m in mentions if m.actor not in speaker.speakers)),
        channel=channel(frame, draft, speaker, heads, outlets),
        date=date(frame, draft),
        claim=claim(frame, draft, lexicon),
        negated=negated(frame, draft),
        hedges=hedges(frame, draft, lexicon),
        nested_in=keys.get(id(draft.around)) if draft.around is not None else None,
    )

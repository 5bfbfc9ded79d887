"""Which numbers are figures, and what they count: money, shares, measures, durations of happenings, things.

One rule: a number that names, dates or ranks something is no figure; what remains must have something it counts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from sitroom.annotate.engine import Doc, Token, text_of
from sitroom.annotate.figures.numbers import Number
from sitroom.annotate.figures.refusals import is_refused
from sitroom.resources import load

_NOUNS = frozenset({"NOUN", "PROPN"})
_UNIT = re.compile(r"\s(?:more\s|additional\s|straight\s|consecutive\s|full\s|square\s|cubic\s|metric\s)?([A-Za-z]+)\b")


@dataclass(frozen=True, slots=True)
class Counted:
    """What a number counts, at ``[start, end)``, a currency sign included.

    ``unit`` is normalised; ``noun`` is the counted noun, or what a sum or duration is of. ``timed`` marks units of
    time; ``kind`` is count, money, share, measure, duration, rank, or stop for what is no figure after all.
    """

    start: int
    end: int
    unit: str | None
    noun: Token | None
    timed: bool = False
    kind: str = "count"
    scale: float = 1.0


def counted(doc: Doc, number: Number, low: int, high: int) -> Counted | None:
    """What the number counts; ``None`` where it is no figure. ``low`` and ``high`` bound the paragraph."""
    span = doc.char_span(number.start, number.end, alignment_mode="expand")
    if span is None:
        return None
    text = text_of(doc)
    if found := _money(doc, number, text, low):
        return found
    if found := _share(doc, number, text):
        return found
    token = _last(list(span))
    if is_refused(doc, number, list(span), token, low, high):
        return None
    if number.kind == "ordinal":
        return _ordinal(number, token, text)
    if number.kind == "fraction":
        noun = _of(token) or _of(token.head)
        return Counted(number.start, number.end, None, noun, kind="share") if noun else None
    if found := _hyphenated(doc, number, text):
        return found if found.kind != "stop" else None
    if found := _measured(doc, number, text):
        return found if found.kind != "stop" else None
    return _things(doc, number, token, text)


def _money(doc: Doc, number: Number, text: str, low: int) -> Counted | None:
    data = load("figures")
    before = _sign().search(text, max(low, number.start - 5), number.start)
    if before and before.end() == number.start:
        end = number.end
        code = data["currencies"][before[0].strip()]
        return Counted(before.start(), end, code, _spent(doc, number), kind="money")
    after = _currency().match(text, number.end)
    if after:
        words = re.sub(r"\s+", " ", after["word"].lower())
        cents = 0.01 if words.startswith("cent") else 1.0
        if words == "won" and not re.search(r"Korea", text):
            return None
        return Counted(
            number.start, after.end(), data["currency_words"][words], _spent(doc, number), kind="money", scale=cents
        )
    return None


def _spent(doc: Doc, number: Number) -> Token | None:
    """The noun that the sum is of: "$2 billion in aid", "a $3 million fine"."""
    span = doc.char_span(number.start, number.end, alignment_mode="expand")
    if span is None:
        return None
    head = _last(list(span))
    for _ in range(4):
        for child in head.rights:
            if child.dep_ == "prep" and child.lower_ in ("in", "of", "worth", "for", "on"):
                inner = next((c for c in child.children if c.dep_ == "pobj" and c.pos_ in _NOUNS), None)
                if inner is not None:
                    return inner
        if (
            head.dep_ in ("nummod", "quantmod", "nmod", "compound", "amod", "pobj", "npadvmod")
            and head.head.i != head.i
        ):
            if (
                head.head.pos_ in _NOUNS
                and head.head.i > head.i
                and head.head.lower_ not in load("figures")["currency_words"]
            ):
                return head.head
            head = head.head
        else:
            break
    return _measured_thing(head)


def _share(doc: Doc, number: Number, text: str) -> Counted | None:
    after = _percent().match(text, number.end)
    if not after:
        return None
    unit = "percentage_point" if after["points"] else "percent"
    last = doc.char_span(number.start, after.end(), alignment_mode="expand")
    token = _last(list(last)) if last is not None else None
    return Counted(number.start, after.end(), unit, _measured_thing(token), kind="share")


@cache
def _percent() -> re.Pattern[str]:
    words = r"percent\b|per\s?cent\b|pct\b|percentage\b"
    return re.compile(rf"(?:\s?%|[\s-](?:{words}))(?P<points>[\s-](?:percentage\s)?points?\b)?", re.IGNORECASE)


def _measured_thing(token: Token | None) -> Token | None:
    """What a share, sum or measure is of: "30 percent of imports", "tariffs of 25 percent", "prices fell 2 percent"."""
    if token is None:
        return None
    inner = _of(token)
    if inner is not None:
        return inner
    if token.head.pos_ in _NOUNS and token.head.i > token.i:
        return token.head
    above = token.head
    if token.dep_ == "pobj" and above.head.pos_ in _NOUNS and above.lower_ in ("of", "at", "worth", "to"):
        return above.head
    verb = above.head if token.dep_ == "pobj" else above
    if verb.pos_ in ("VERB", "AUX") and token.dep_ in ("pobj", "dobj", "attr", "npadvmod", "advmod", "nummod"):
        doer = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
        if doer is not None and doer.pos_ in _NOUNS:
            return _of(doer) or doer if doer.lemma_.lower() in load("figures")["totals"]["other"] else doer
    return None


def _hyphenated(doc: Doc, number: Number, text: str) -> Counted | None:
    """ "90-minute call", "30-nation alliance", "five-member panel"."""
    found = re.compile(r"[-‑–]\s?([A-Za-z]+)(?:[-‑]([A-Za-z]+))?").match(text, number.end)
    if not found:
        return None
    data = load("figures")
    word, second = found[1].lower(), (found[2] or "").lower()
    if (
        word in data["stop_compounds"]
        or second in ("old", "olds", "up", "on")
        or word in ("old", "on", "to", "and", "up")
    ):
        return Counted(number.start, number.end, None, None, kind="stop")
    inner = doc.char_span(found.start(1), found.end(1), alignment_mode="expand")
    unit_token = inner[-1] if inner is not None else None
    noun = _modified(unit_token) if unit_token is not None else None
    if word in data["time_units"]:
        if noun is None or re.match(r"[-\s](?:old|anniversary|mark|ago)\b", text[found.end(1) : found.end(1) + 14]):
            return Counted(number.start, number.end, None, None, kind="stop")
        return Counted(number.start, _end(noun), data["time_units"][word], noun, timed=True, kind="duration")
    if word in data["units"]:
        return Counted(
            number.start, _end(noun) if noun is not None else found.end(1), data["units"][word], noun, kind="measure"
        )
    if unit_token is None or unit_token.pos_ not in ("NOUN", "PROPN", "ADJ") or number.kind == "plural":
        return Counted(number.start, number.end, None, None, kind="stop")
    return Counted(
        number.start, _end(noun) if noun is not None else found.end(1), unit_token.lemma_.lower(), noun or unit_token
    )


def _measured(doc: Doc, number: Number, text: str) -> Counted | None:
    """Units of time and of measure behind the number: "two hours", "12 miles"."""
    data = load("figures")
    glued = re.compile(r"\s?([A-Za-z]{2,3})\b").match(text, number.end)
    if glued and glued[1].lower() in data["glued"] and number.kind == "digits":
        return Counted(number.start, glued.end(), data["glued"][glued[1].lower()], None, kind="measure")
    found = _UNIT.match(text, number.end)
    if not found:
        return None
    word = found[1].lower()
    singular = word[:-1] if word.endswith("s") and word not in data["time_units"] else word
    if singular in data["time_units"]:
        return _duration(doc, number, text, found.end(), data["time_units"][singular])
    if singular in data["units"] and data["units"][singular] not in ("person", "man", "woman", "child"):
        inner = doc.char_span(found.start(1), found.end(1), alignment_mode="expand")
        noun = (_measured_thing(inner[-1]) or inner[-1]) if inner is not None else None
        square = "square " if " square " in found[0] else ""
        return Counted(number.start, found.end(), square + data["units"][singular], noun, kind="measure")
    return None


def _duration(doc: Doc, number: Number, text: str, end: int, unit: str) -> Counted:
    """A stretch of time that something lasted; one that places an event in time is none."""
    data = load("figures")
    stop = Counted(number.start, number.end, None, None, kind="stop")
    after = re.compile(r"[\s,]*(to go|from now|[a-z]+)", re.I).match(text, end)
    if text[end : end + 1] in "'’" or (after and after[1].lower() in data["placing_after"]):
        return stop
    unit_span = doc.char_span(end - 1, end, alignment_mode="expand")
    token = unit_span[-1] if unit_span is not None else None
    before = re.findall(r"[A-Za-z]+", text[max(0, number.start - 40) : number.start].lower())
    hedges = {word for group in data["hedges"].values() for phrase in group for word in phrase.split()}
    outer = next((word for word in reversed(before) if word not in hedges or word == "over"), "")
    if token is None or outer in data["placing_before"]:
        return stop
    noun = _of(token)
    if noun is not None:
        return Counted(number.start, _end(noun), unit, noun, timed=True, kind="duration")
    if outer in data["lasting"] or any(t.lower_ in data["lasting"] for t in (token.head, token.head.head)):
        happening = token.head.head if token.head.dep_ == "prep" else token.head
        return Counted(number.start, end, unit, happening, timed=True, kind="duration")
    return stop


def _ordinal(number: Number, token: Token, text: str) -> Counted | None:
    """ "the second such buildup this year", "a third round of talks": ranks that count."""
    data = load("figures")
    if token.text[:1].isupper() and not token.is_sent_start:
        return None
    noun = token.head if token.head.i > token.i and token.head.pos_ in _NOUNS else None
    if noun is None or noun.text[:1].isupper() or noun.i - token.i > 5:
        return None
    after = text[_end(noun) : _end(noun) + 40].lower()
    middle = [t.lower_ for t in token.doc[token.i + 1 : noun.i]]
    cued = any(word in data["order_cues"] for word in middle)
    if "second" in token.lower_ and token.i + 1 < len(token.doc) and token.nbor(1).tag_ in ("JJS", "RBS"):
        return None
    periodic = any(after.lstrip(" ,").startswith(cue) for cue in data["period_cues"])
    if cued or periodic or noun.lemma_.lower() in data["counted_by_order"]:
        return Counted(number.start, _end(noun), noun.lemma_.lower(), noun, kind="rank")
    return None


def _things(doc: Doc, number: Number, token: Token, text: str) -> Counted | None:
    noun = _noun(token, number)
    if noun is None:
        return _bare(number, token)
    if number.low == 1 and number.high == 1 and not _is_toll(noun):
        return None
    definite = any(c.lower_ in ("the", "these", "those", "both", "all", "other") for c in noun.lefts if c.i < token.i)
    if definite and number.kind == "words" and number.low <= 3:
        return None
    end = _end(noun)
    inner = _of(noun)
    if inner is not None and noun.lemma_.lower() in load("figures")["containers"]:
        end = _end(inner)
    return Counted(number.start, end, _thing(noun), noun)


def _noun(token: Token, number: Number) -> Token | None:
    """The counted noun by the parse: what the number modifies, or the noun of its "of"."""
    if (
        token.dep_ in ("nummod", "quantmod", "compound", "amod", "nmod", "det", "advmod", "poss")
        and token.head.i > token.i
    ):
        head = token.head
        if head.pos_ in _NOUNS and head.i - token.i <= 9:
            return head
        if head.pos_ in ("ADJ", "VERB", "NUM") and head.head.pos_ in _NOUNS and 0 < head.head.i - token.i <= 9:
            return head.head
    inner = _of(token)
    if inner is not None and inner.pos_ in _NOUNS:
        return inner
    # the parse of lists and headlines often leaves the number alone: the next plural noun will do
    for i in range(token.i + 1, min(token.i + 4, len(token.doc))):
        near = token.doc[i]
        if near.is_sent_start or near.pos_ not in ("ADJ", "NOUN", "PROPN"):
            break
        if near.tag_ in ("NNS", "NNPS") and number.low != 1:
            return near
    return None


def _bare(number: Number, token: Token) -> Counted | None:
    """A number without a noun: of those killed, hurt, held ("at least 40 died"), or of a total ("the toll is 64")."""
    states = load("figures")["states"]
    following = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    verb = token.head if token.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj", "attr") else None
    near = [following, verb, verb.head if verb is not None and verb.dep_ == "prep" else None]
    if verb is not None:
        near += [c for c in verb.children if c.dep_ in ("oprd", "acomp", "xcomp", "attr") and c.i > token.i]
    definite = any(c.lower_ in ("the", "these", "those") for c in token.lefts) and number.low <= 3
    if any(t is not None and t.lower_ in states for t in near) and number.low >= 1 and not definite:
        end = number.end
        if following is not None and following.lower_ in states and following.pos_ != "AUX":
            end = _end(following)
        return Counted(number.start, end, "person", None)
    return _total(number, token)


def _total(number: Number, token: Token) -> Counted | None:
    """The value of a toll or total: "the toll rose from 40 to 64", "a death toll of 300", "the number stands at 12"."""
    totals = load("figures")["totals"]
    above = token.head
    if token.dep_ == "pobj" and above.lower_ == "of" and above.head.pos_ == "NOUN":
        noun: Token | None = above.head
    else:
        verb = above
        while verb.dep_ in ("prep", "pobj", "agent") and verb.head.i != verb.i:
            verb = verb.head
        noun = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass", "dobj") and c.i < token.i), None)
        if token.dep_ not in ("pobj", "dobj", "attr", "npadvmod", "conj", "nummod") or verb.pos_ not in ("VERB", "AUX"):
            return None
    if noun is None:
        return None
    if noun.lemma_.lower() in totals["people"]:
        return Counted(number.start, number.end, "person", noun, kind="total")
    if noun.lemma_.lower() in totals["other"]:
        return Counted(number.start, number.end, None, noun, kind="total")
    return None


def _is_toll(noun: Token) -> bool:
    """Whether a single person or thing counts: somebody killed, hurt, held or missing."""
    states = load("figures")["states"]
    near = [noun.head, *noun.rights, *noun.lefts]
    return noun.lemma_.lower() in _people() and any(t.lower_ in states for t in near)


def _thing(noun: Token) -> str:
    word = noun.lemma_.lower()
    unit = load("figures")["units"].get(noun.lower_)
    return str(unit) if unit else word


@cache
def _people() -> frozenset[str]:
    kinds = load("figures")["kinds"]
    return frozenset((*kinds["people"], *kinds["troops"], "policeman", "officer", "journalist", "student"))


def _last(tokens: list[Token]) -> Token:
    """The token of the span that the rest of it hangs from."""
    inside = {t.i for t in tokens}
    roots = [t for t in tokens if t.head.i not in inside or t.head.i == t.i]
    return roots[-1] if roots else tokens[-1]


def _of(token: Token | None) -> Token | None:
    if token is None:
        return None
    for child in token.rights:
        if child.dep_ == "prep" and child.lower_ == "of":
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None


def _modified(unit: Token) -> Token | None:
    """The noun that a hyphenated unit stands before."""
    head = unit
    for _ in range(4):
        if head.head.i == head.i:
            break
        head = head.head
        if head.i > unit.i and head.pos_ in _NOUNS and head.dep_ not in ("compound", "nmod"):
            return head if head.i - unit.i <= 6 else None
    if head.i > unit.i and head.pos_ in _NOUNS and head.i - unit.i <= 6:
        return head
    after = [t for t in unit.doc[unit.i + 1 : unit.i + 4] if not t.is_sent_start]
    nouns = [t for t in after if t.pos_ in _NOUNS]
    return nouns[0] if nouns and all(t.pos_ in ("ADJ", *_NOUNS) for t in after[: after.index(nouns[0])]) else None


def _end(token: Token) -> int:
    return token.idx + len(token)


@cache
def _sign() -> re.Pattern[str]:
    signs = sorted(load("figures")["currencies"], key=len, reverse=True)
    return re.compile(
        "(?:" + "|".join(map(re.escape, signs)) + r")\s?$|(?:" + "|".join(map(re.escape, signs)) + r")\s?(?=\d)"
    )


@cache
def _currency() -> re.Pattern[str]:
    words = sorted(load("figures")["currency_words"], key=len, reverse=True)
    return re.compile(
        r"[\s-](?:u\.?s\.?\s|american\s|canadian\s|australian\s)?(?P<word>" + "|".join(map(re.escape, words)) + r")\b",
        re.I,
    )

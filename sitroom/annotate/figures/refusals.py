"""Numbers that are no figures: dates, clock times, ages, names, labels, street numbers, scores, page furniture.

One rule: a refusal looks at the number's own neighbourhood only; the word lists are in ``resources/figures.yaml``.
"""

from __future__ import annotations

import re
from functools import cache

from sitroom.annotate.engine import Doc, Token, text_of
from sitroom.annotate.figures.numbers import Number, value
from sitroom.resources import load

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|March|Mar\.|April|Apr\.?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|"
    r"Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_DATE_BEFORE = re.compile(
    rf"\b{_MONTH}\s(?:\d{{1,2}}(?:st|nd|rd|th)?(?:\s?[-–,]\s?|\s(?:and|to|or|through|until)\s))*$"
)
_DATE_AFTER = re.compile(
    rf"(?:st|nd|rd|th)?(?:\s?[-–]\s?\d{{1,2}}|\s(?:and|to|or)\s\d{{1,2}})?\s(?:of\s)?{_MONTH}(?:\W|$)"
)
_CLOCK_AFTER = re.compile(
    r"(?::\d\d|\s?[ap]\.?m\b\.?|\s?o'clock|"
    r"\s(?:GMT|UTC|EST|EDT|ET|BST|CET|local time)\b|\s?hours\s(?:GMT|local)|['’]s\b)",
    re.I,
)
_CLOCK_BEFORE = re.compile(r"\d:$|\bat\s$", re.I)
_AGE_BEFORE = re.compile(r"(?:\bage[ds]?|\bages? of|\bturn(?:ed|s|ing)?|\baged between)\s$", re.I)
_AGE_AFTER = re.compile(r"(?:[-\s]years?[-\s]olds?\b|[-\s]months?[-\s]olds?\b|\syears? of age)", re.I)
# "four times the estimate", as against "met four times this year"
_FACTOR = re.compile(r"\stimes\b(?!\s*(?:[.,;:]|(?:in|this|since|last|over|during|before|a|per)\b|$))")
_TO = re.compile(r"\sto\s(\d{1,3}|[a-z]+)\b(?!,\d|\s?%|\spercent)")
_FROM = re.compile(r"\b(\d{1,3}|[a-z]+)\sto\s$")
_PART_OF_TIME = re.compile(r"\b(?:first|second|last|latter|former|other|next|early|late)\s$", re.I)
_LIST = re.compile(r"\s*(?:\d{1,2}|[ivx]+)[.)]\s")
_NAMES = frozenset({"PERSON", "ORG", "FAC", "LAW", "EVENT", "WORK_OF_ART", "PRODUCT", "GPE", "LOC", "NORP"})
_SOLE = re.compile(r"(?:one|1)$", re.I)


def is_refused(doc: Doc, number: Number, tokens: list[Token], token: Token, low: int, high: int) -> bool:
    """Whether the number is none that the coverage puts on something; ``low`` and ``high`` bound its paragraph."""
    text = text_of(doc)
    before, after = text[max(low, number.start - 40) : number.start], text[number.end : min(high, number.end + 40)]
    return (
        (_is_calendar(number, before, after) and not _is_valued(token))
        or _is_age(number, before, after)
        or _is_label(number, before, after, tokens, token)
        or _is_in_name(number, tokens, token)
        or _is_list_mark(number, text, low)
        or (number.kind == "fraction" and _PART_OF_TIME.search(before) is not None)
        or _is_pronoun(number, before, after)
        or (number.kind == "digits" and re.match(r"\s?[-–]\s?\d+\b", after) is not None and number.low < 200)
        or _FACTOR.match(after) is not None
        or _is_score(number, before, after)
        or (number.low == 0 and number.kind != "digits")
    )


def _is_score(number: Number, before: str, after: str) -> bool:
    """ "5 to 4": the larger number first, and nothing that fell from one to the other."""
    if number.kind not in ("digits", "words") or re.search(r"\b(?:from|by)\b", before):
        return False
    second = _TO.match(after)
    first = _FROM.search(before)
    if second and (other := value(second[1].lower())) is not None:
        return number.low > other
    return bool(first and (other := value(first[1].lower())) is not None and other > number.low)


def _is_calendar(number: Number, before: str, after: str) -> bool:
    if number.kind in ("plural", "fraction"):
        return False
    if _DATE_BEFORE.search(before) or (number.low <= 31 and _DATE_AFTER.match(after)):
        return True
    if number.low <= 24 and (
        _CLOCK_AFTER.match(after) or (_CLOCK_BEFORE.search(before) and re.match(r"\W*$|[,.;]", after))
    ):
        return True
    if re.match(r"\s(?:GMT|UTC|EST|EDT|BST|CET|local\stime)\b", after):
        return True
    year = number.kind == "digits" and re.fullmatch(r"(?:1[5-9]|20)\d\d(?:[-–](?:\d\d|\d{4}))?", number.text)
    return bool(
        year
        and not re.match(
            r"\s(?:people|troops|soldiers|men|women|civilians|deaths|dead|tons|tonnes|miles|km|meters)\b", after
        )
    )


def _is_valued(token: Token) -> bool:
    """Whether "at nine" is what something is put at, and no time of day."""
    verb = token.head.head
    if token.dep_ != "pobj" or token.head.lower_ != "at" or verb.lemma_.lower() not in load("figures")["valuing"]:
        return False
    return any(c.dep_ in ("dobj", "nsubj", "nsubjpass") and c.pos_ in ("NOUN", "PROPN") for c in verb.children)


def _is_age(number: Number, before: str, after: str) -> bool:
    if _AGE_AFTER.match(after) or _AGE_BEFORE.search(before):
        return True
    # "Reyes, 73, said": a number between commas behind a name
    alone = re.search(r"[A-Za-z.\"'’)]\s?,\s$", before) and re.match(r"\s?(?:,|\.$|;|and\b)", after)
    return bool(alone) and number.kind in ("digits", "words") and 1 <= number.low <= 110 and number.low == number.high


def _is_label(number: Number, before: str, after: str, tokens: list[Token], token: Token) -> bool:
    data = load("figures")
    if number.kind in ("plural", "fraction", "ordinal"):
        return False
    previous = re.search(r"([\w.-]+)[\s#]$", before)
    word = previous[1].lower() if previous else ""
    labelled = word in data["labels"] and (word not in data["label_or_thing"] or not _modifies(token))
    if labelled and not (_modifies(token) and word in ("under", "over", "top")) and not _modifies(token):
        return True
    if before.endswith(("#", "№")) or re.search(r"\b(?:No|Nos|no)\.\s?$", before):
        return True
    if (
        previous
        and previous[1][:1].isupper()
        and number.kind == "digits"
        and "," not in number.text
        and not _modifies(token)
    ):
        return tokens[0].i > 0 and not tokens[0].nbor(-1).is_sent_start and not re.match(r"\s?(?:%|per)", after)
    street = re.match(r"\s(?:[A-Z][\w.]+\s){1,3}?([A-Z][a-z]+)\b", after)
    return bool(street and street[1].lower() in data["streets"])


def _modifies(token: Token) -> bool:
    """Whether the number counts a noun behind it."""
    return token.dep_ in ("nummod", "quantmod", "compound", "amod", "nmod") and token.head.i > token.i


def _is_in_name(number: Number, tokens: list[Token], token: Token) -> bool:
    if number.kind == "plural":
        return False
    first = tokens[0]
    if number.kind != "digits" and first.text[:1].isupper() and not first.is_sent_start:
        capital = first.i > 0 and first.nbor(-1).text[:1] not in "\"'(“‘[:—-"
        if capital and (first.tag_ in ("NNP", "NNPS") or first.ent_type_ in _NAMES):
            return True
    if first.ent_type_ not in _NAMES:
        return False
    inside = [
        t for t in first.sent if t.ent_type_ == first.ent_type_ and abs(t.i - first.i) <= 5 and t.text[:1].isupper()
    ]
    return bool(inside) and not (_modifies(token) and token.head.tag_ == "NNS" and "," in number.text)


def _is_list_mark(number: Number, text: str, low: int) -> bool:
    mark = _LIST.match(text, low)
    return bool(mark and number.end <= mark.end())


def _is_pronoun(number: Number, before: str, after: str) -> bool:
    """ "one of them", "one another", "one-on-one", "the one", "the two": no counts."""
    if _SOLE.fullmatch(number.text):
        if re.match(
            r"[-\s](?:of|another|on|to|by|day|thing|way|side|point|more|who|that|which|has|is|must|can|could|would|should|might|may|'s|and)\b",
            after,
        ):
            return True
        if re.search(
            r"\b(?:no|any|every|each|the|this|that|some|only|another|which|a|which|last|first|next|new|old|big|good)\s$",
            before,
            re.I,
        ) and not _unit_follows(after):
            return True
        return bool(re.match(r"\W*$|[,.;:]", after))
    return bool(re.match(r"\s?[-–]\s?on\s?[-–]", after)) or bool(
        re.search(r"\b(?:the|these|those)\s$", before, re.I)
        and re.match(r"[,.;:]|\s(?:and|had|have|were|are|of|agreed|met|said|spoke|will|also|to)\b", after)
        and number.low <= 3
    )


@cache
def _units() -> frozenset[str]:
    data = load("figures")
    return frozenset({*data["time_units"], *data["units"], *data["currency_words"]})


def _unit_follows(after: str) -> bool:
    found = re.match(r"[\s-]([A-Za-z]+)", after)
    return bool(found and (found[1].lower() in _units() or found[1].lower().rstrip("s") in _units()))

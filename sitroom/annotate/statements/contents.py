"""What a cue's complement says: which of the ways that its readings allow holds.

One rule: a complement stands behind its cue in the same clause; quotations and clauses before the cue are
the business of ``quoting``.
"""

from __future__ import annotations

from sitroom.annotate.statements.clauses import reported_clause
from sitroom.annotate.statements.complements import Complement
from sitroom.annotate.statements.cues import Cue
from sitroom.annotate.statements.infinitives import gerund, hyphenated, infinitive, wished_for
from sitroom.annotate.statements.naming import appearance, named_as
from sitroom.annotate.statements.objects import left_out_object, object_of, phrase, suffered


def complement(cue: Cue) -> Complement | None:
    """The content behind a cue, ``None`` where there is none that its readings allow."""
    right = [child for child in cue.verb.children if child.i > cue.verb.i]
    if cue.last != cue.verb:
        right += [child for child in cue.last.children if child.i > cue.last.i]
    if cue.verb.dep_ in ("acomp", "attr"):  # what a predicate says may hang on its copula
        right += [child for child in cue.verb.head.children if child.i > cue.verb.i and child.dep_ != "punct"]
    for find in (
        hyphenated,
        reported_clause,
        infinitive,
        named_as,
        gerund,
        object_of,
        suffered,
        wished_for,
        phrase,
        appearance,
        left_out_object,
    ):
        if found := find(cue, right):
            return found
    return None

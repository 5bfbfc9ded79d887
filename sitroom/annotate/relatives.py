"""Relative pronouns and the nouns that they stand for.

One rule: only the parse is read; which actor the noun means is for the callers.
"""

from __future__ import annotations

from sitroom.annotate.engine import Token

RELATIVES = frozenset({"who", "whom", "which", "that"})


def antecedent(token: Token) -> Token:
    """The noun that a relative pronoun stands for; any other token itself."""
    if token.lower_ in RELATIVES and token.tag_ in ("WDT", "WP", "IN"):
        for above in token.ancestors:
            if above.dep_ == "relcl":
                return above.head
            if above.i == above.head.i:
                break
    return token

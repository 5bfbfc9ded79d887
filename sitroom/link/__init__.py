"""Which readings mean the same real-world thing, within and across articles.

One rule: a linker only judges pairs, with a score and a reason in words; what is one follows from all judgements, in
whatever order they come.
"""

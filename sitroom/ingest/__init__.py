"""From files to captures: readers (one module a format), what is stated about a file, near-copies.

One rule: an input that cannot be read raises an :class:`sitroom.errors.IngestError` that says why; it
never stops the others.
"""

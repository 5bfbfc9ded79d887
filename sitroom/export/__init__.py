"""The outputs as JSON lines: annotations of an article, the whole record, an analyst's judgements.

One rule: the same content gives the same bytes.
"""

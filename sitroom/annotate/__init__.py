"""Readings of text: the parse, and the steps that turn it into annotations."""

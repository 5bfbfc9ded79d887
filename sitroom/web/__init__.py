"""The desk in a browser: server-rendered pages on the loopback address.

One rule: read only, no script, nothing loaded from elsewhere; every word from an article is escaped.
"""

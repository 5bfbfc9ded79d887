"""What is made of readings and links: the record, and everything that is shown of it.

One rule: pure functions; nothing here reads a file, writes to a store or asks the clock.
"""

"""Recorded bytes of a line: read, told in words, compared, named after their protocol. Pure."""

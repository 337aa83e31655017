"""Typesetting: words and a face become pages and strips, and a Message that the board's wire can carry. Pure."""

"""Bytes and strings to clean NFC Vietnamese. Pure; never converts or drops anything without naming it."""

"""Pixels: Frame (one picture), Message (what passes on the board over time), text art, and bit packing. Pure."""

"""Bitmap fonts: load, set a line, fold typography, audit. Takes bytes, never paths. Pure."""

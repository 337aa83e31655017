"""What lets a board's process run for a month with nobody watching: one at a time, watched, started anew, installed."""

"""A rehearsal: a whole campaign through everything that plays on the real day, with faults, on a clock that jumps.

What is rehearsed is the production code: screenplay, streamer, driver, link, panel and play log. Only time, the wire,
the mains and the people who pull cables are made here. A judge who sees nothing but the board's own record compares it
with what was due.
"""

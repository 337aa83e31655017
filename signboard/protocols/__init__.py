"""Board protocols: one file per family with two halves, a Driver (frame → bytes) and a Panel (bytes → frame). Pure.

A protocol never sleeps, reads a port, looks at a clock or logs. A driver's method is a generator of steps that
`signboard.link` carries out; a panel is fed bytes together with the time that the simulator read.
"""

from signboard.protocols.family import PROTOCOLS

__all__ = ["PROTOCOLS"]

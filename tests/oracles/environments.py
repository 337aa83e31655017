"""Which references are asked and what each environment holds: standard library only, the session reads it first."""

__all__ = ["REFERENCES"]

REFERENCES = {
    "pyflipdot": (("pyflipdot==0.2.2",),),
    "flippydot": (("flippydot==0.1.1",),),
    "alphasignpy": (("alphasignpy==0.1.1",),),
    "framework16-inputmodule": (("--no-deps", "framework16-inputmodule==0.1.1"), ("pyserial",)),
}
"""Name → arguments of each `pip install`. The last one does without its libraries for windows and games."""

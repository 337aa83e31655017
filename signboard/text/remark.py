"""A remark of the proof-reader: where, what, and what might be written instead. It changes nothing."""

from collections.abc import Mapping
from dataclasses import dataclass, field

__all__ = ["Remark"]


@dataclass(frozen=True, slots=True)
class Remark:
    """Something that a person should look at.

    Attributes:
        code: stable word.
        start: index of the first character that it is about.
        end: index after the last one.
        template: English sentence with `{named}` fields, also the catalogue key.
        fields: values for the template.
        proposal: what could stand there instead; empty where only a person can know.
    """

    code: str
    start: int
    end: int
    template: str
    fields: Mapping[str, object] = field(default_factory=dict, hash=False)
    proposal: str = ""

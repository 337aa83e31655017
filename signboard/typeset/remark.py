"""Remark: something that a person should know about how a text stands on a board. A value, without judgement."""

from collections.abc import Mapping
from dataclasses import dataclass, field

__all__ = ["Remark"]


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing to know.

    Attributes:
        code: stable word.
        template: English sentence with `{named}` fields, also the catalogue key.
        fields: values for the template.
    """

    code: str
    template: str
    fields: Mapping[str, object] = field(default_factory=dict, hash=False)

    def __str__(self) -> str:
        return self.template.format(**self.fields)

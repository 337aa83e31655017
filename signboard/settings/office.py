"""The tables [office] and [approval] of signboard.toml: what stands on letters, and how many people approve."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from signboard.errors import N_
from signboard.settings.tables import Table

__all__ = ["ApprovalSettings", "OfficeSettings"]

_WORDS = N_("a text in quotes")
_TEXTS = N_("texts in quotes, in square brackets")
Words = Annotated[str, StringConstraints(strip_whitespace=True, max_length=300)]


class OfficeSettings(Table):
    """Names of agencies, signers and recipients on the letters that signboard writes."""

    superior: Words = Field(default="", title="the agency above this one, on letters", description=_WORDS)
    agency: Words = Field(default="", title="this agency, on letters; else the name in [site]", description=_WORDS)
    symbol: Words = Field(default="", title="its letters in numbers of documents, such as KHCN", description=_WORDS)
    place: Words = Field(default="", title="the place that letters are dated from", description=_WORDS)
    signer_title: Words = Field(default="", title="title of who signs letters, such as Giám đốc", description=_WORDS)
    signer: Words = Field(default="", title="name of who signs letters", description=_WORDS)
    recipients: list[Words] = Field(default=[], title="lines of Nơi nhận, each as it is to stand", description=_TEXTS)
    basis: list[Words] = Field(
        default=[], title="documents that order the campaign, for the first lines of the report", description=_TEXTS
    )
    report_to: Words = Field(default="", title="the agency that the report goes to", description=_WORDS)


class ApprovalSettings(Table):
    """Who may approve what somebody submitted."""

    people: Literal[0, 1, 2] = Field(
        default=0,
        title="2: a list is submitted by one person and approved by another; 1: one person may do both, and the record "
        "says so; 0: not chosen, as 2, but who loaded counts as who submitted where nobody submitted",
        description="0, 1, 2",
    )

"""Approval: what a signed paper must say."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from signboard.campaign.approval import Approval, check_approval
from signboard.errors import ProblemsError

TODAY_DAY = date(2026, 10, 29)
WHOLE = Approval(
    "a" * 64,
    "123/KH-KHCN",
    date(2026, 10, 28),
    "Triệu Ngọc Trung",
    "Trịnh Thành Công",
    datetime(2026, 10, 29, 1, tzinfo=UTC),
)


@pytest.mark.parametrize("number", ["123/KH-KHCN", "07", "123a/QĐ"])
def test_a_whole_approval_passes(number: str) -> None:
    """Also one signed today."""
    check_approval(replace(WHOLE, number=number, date_day=TODAY_DAY), TODAY_DAY)


@pytest.mark.parametrize("number", ["", "  ", "/KH-KHCN", "KH-KHCN", "/KH-87"])
def test_a_number_left_blank_is_told(number: str) -> None:
    """Plans are often copied before the clerk gave them a number: `Số:   /KH-KHCN`."""
    with pytest.raises(ProblemsError, match="incomplete") as caught:
        check_approval(replace(WHOLE, number=number), TODAY_DAY)
    assert [problem.code for problem in caught.value.problems] == ["approval_number"]


def test_all_problems_come_at_once() -> None:
    """Number, a date in the future, nobody who signed, nobody who entered it."""
    bad = replace(WHOLE, number="", date_day=date(2026, 10, 30), signer=" ", actor="")
    with pytest.raises(ProblemsError, match=r"30/10/2026 lies in the future \(today is 29/10/2026\)") as caught:
        check_approval(bad, TODAY_DAY)
    assert [problem.code for problem in caught.value.problems] == [
        "approval_number",
        "approval_date",
        "approval_signer",
        "approval_actor",
    ]

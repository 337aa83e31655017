"""The gate."""

from datetime import UTC, date, datetime, timedelta

import pytest

from signboard.campaign.approval import Approval
from signboard.campaign.bundle import Bundle
from signboard.errors import RefusedError
from signboard.player.approved import check_place, gate

BUNDLE = Bundle("site", "board", (), "font")
OTHER = Bundle("site", "board", (), "another font")
AT = datetime(2026, 11, 1, tzinfo=UTC)


def approval(bundle: Bundle, at: datetime = AT) -> Approval:
    """A signature for this bundle."""
    return Approval(bundle.digest, "123/KH", date(2026, 10, 30), "Signer", "Clerk", at)


def test_a_real_board_refuses_unapproved_content() -> None:
    """Exit code 4, and the message says what to do."""
    with pytest.raises(RefusedError, match="signboard approve") as caught:
        gate(BUNDLE, [], is_virtual=False)
    assert (caught.value.code, caught.value.exit_code) == ("not_approved", 4)


def test_an_approval_of_another_bundle_does_not_count() -> None:
    """Any edit makes another bundle."""
    with pytest.raises(RefusedError):
        gate(BUNDLE, [approval(OTHER)], is_virtual=False)


def test_an_approved_bundle_passes() -> None:
    """The latest approval of this bundle is told."""
    older, newer = approval(BUNDLE), approval(BUNDLE, AT + timedelta(days=1))
    assert gate(BUNDLE, [newer, older, approval(OTHER)], is_virtual=False) == newer


def test_a_virtual_board_takes_anything() -> None:
    """There is nobody to see it."""
    assert gate(BUNDLE, [], is_virtual=True) is None
    assert gate(BUNDLE, [approval(BUNDLE)], is_virtual=True) == approval(BUNDLE)


def test_the_approved_board_and_letters_pass() -> None:
    """Nothing is said."""
    check_place(BUNDLE, site_id="site", board_id="board", font_digest="font")


@pytest.mark.parametrize(
    ("place", "code"),
    [
        ({"site_id": "elsewhere", "board_id": "board", "font_digest": "font"}, "other_board"),
        ({"site_id": "site", "board_id": "other", "font_digest": "font"}, "other_board"),
        ({"site_id": "site", "board_id": "board", "font_digest": "forged"}, "other_font"),
    ],
)
def test_another_board_or_other_letters_are_refused(place: dict[str, str], code: str) -> None:
    """An approval is for these words, on this board, in these letters."""
    with pytest.raises(RefusedError) as caught:
        check_place(BUNDLE, **place)
    assert (caught.value.code, caught.value.exit_code) == (code, 4)

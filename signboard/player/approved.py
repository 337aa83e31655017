"""The gate: what may be played where, and in which letters. Pure.

A real port gets approved content only, from the first day on. A board is virtual only when it was reached by the name
under which a simulated board was registered; every device path, COM name and socket is real.
"""

from collections.abc import Iterable

from signboard.campaign.approval import Approval
from signboard.campaign.bundle import Bundle
from signboard.errors import N_, RefusedError

__all__ = ["check_place", "gate"]


def gate(bundle: Bundle, approvals: Iterable[Approval], *, is_virtual: bool) -> Approval | None:
    """Let the bundle through, or refuse it.

    Args:
        bundle: what is to be played.
        approvals: those known, of any bundle; an approval counts for the very bytes that it was given for.
        is_virtual: the board is a simulated one, on which anything may be tried.

    Returns:
        The latest approval of this bundle, None where an unapproved one plays on a virtual board.

    Raises:
        RefusedError: `not_approved`.
    """
    own = [approval for approval in approvals if approval.bundle == bundle.digest]
    if own:
        return max(own, key=lambda approval: approval.approved_at)
    if is_virtual:
        return None
    raise RefusedError(
        N_(
            "The content {digest} is not approved, and only approved content plays on a real board; have it signed, "
            "then enter the signature: signboard approve --number … --date … --signer …."
        ),
        code="not_approved",
        digest=bundle.digest[:12],
    )


def check_place(bundle: Bundle, *, site_id: str, board_id: str, font_digest: str) -> None:
    """Is this the board, and are these the letters, that the approval was given for?

    The same words in another font are other pixels: a font whose B is drawn as an N shows words that nobody approved.

    Raises:
        RefusedError: `other_board`, `other_font`.
    """
    if (bundle.site_id, bundle.board_id) != (site_id, board_id):
        raise RefusedError(
            N_(
                "The approved content was made for the board {due}, and the settings say {found}; load it for this "
                "board and have it approved, or correct the settings."
            ),
            code="other_board",
            due=f"{bundle.site_id}/{bundle.board_id}",
            found=f"{site_id}/{board_id}",
        )
    if bundle.font_digest != font_digest:
        raise RefusedError(
            N_(
                "The letters are not those that were approved: the font was changed since the list {digest} was "
                "loaded; put the font back, or load the slogans again and have them approved."
            ),
            code="other_font",
            digest=bundle.digest[:12],
        )

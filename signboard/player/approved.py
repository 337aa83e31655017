"""The gate: what may be played where. Pure.

A real port gets approved content only, from the first day on. A board is virtual only when it was reached by the name
under which a simulated board was registered; every device path, COM name and socket is real.
"""

from collections.abc import Iterable

from signboard.campaign.approval import Approval
from signboard.campaign.bundle import Bundle
from signboard.errors import N_, RefusedError

__all__ = ["gate"]


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

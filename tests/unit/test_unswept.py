"""The search for rings of objects rests during long work."""

import gc

from signboard.unswept import unswept


def test_the_search_rests_meanwhile_and_goes_on_behind() -> None:
    """One that was off before stays off."""
    with unswept():
        assert not gc.isenabled()
    assert gc.isenabled()

    gc.disable()
    try:
        with unswept():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()

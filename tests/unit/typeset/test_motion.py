"""Motion follows the wire: what `auto` takes, and what is refused with which figures."""

import pytest
from shipped import face_9x15

from signboard.effects.effect import Words
from signboard.errors import InputError, RefusedError, UsageError
from signboard.typeset.budget import UNLIMITED, WireBudget
from signboard.typeset.canvas import Canvas
from signboard.typeset.compose import prepare
from signboard.typeset.motion import choose

# frame_s for so many pictures a second at 80 % of the wire
AT_20_PICTURES = 0.04
SLOW = 0.1


def short() -> Words:
    """Words that fit on one page of 128x32."""
    return prepare("Bình đẳng giới", face_9x15(), Canvas(128, 32))


def long() -> Words:
    """Words that need several pages."""
    return prepare("Chấm dứt bạo lực, vun đắp yêu thương, mọi người sẽ giúp bạn", face_9x15(), Canvas(128, 32))


@pytest.mark.parametrize(
    ("budget", "name"),
    [
        (UNLIMITED, "scroll"),
        (WireBudget(AT_20_PICTURES), "scroll"),
        (WireBudget(AT_20_PICTURES + 0.001), "pages"),
        (WireBudget(0.001, max_fps=19), "pages"),
        (WireBudget(AT_20_PICTURES, card_scroll=True), "scroll"),
        (WireBudget(SLOW, card_scroll=True), "card"),
        (WireBudget(SLOW), "pages"),
    ],
)
def test_auto_follows_the_wire(budget: WireBudget, name: str) -> None:
    """A long text scrolls where the wire carries 20 pictures a second, else by the card if proved, else in pages."""
    assert choose("auto", long(), budget).name == name


@pytest.mark.parametrize("budget", [UNLIMITED, WireBudget(SLOW), WireBudget(SLOW, card_scroll=True)])
def test_auto_lets_a_short_text_stand(budget: WireBudget) -> None:
    """What fits on one page stands still on any wire."""
    assert choose("auto", short(), budget).name == "static"


@pytest.mark.parametrize("motion", ["pages", "scroll"])
def test_gives_what_is_asked_for(motion: str) -> None:
    """A motion that the wire carries is given by name, to short texts too."""
    assert choose(motion, short(), UNLIMITED).name == motion


def test_refuses_a_scroll_with_figures() -> None:
    """Need and supply are told in pictures and bytes a second."""
    with pytest.raises(UsageError) as caught:
        choose("scroll", long(), WireBudget(SLOW))

    fields = caught.value.fields
    assert caught.value.code == "wire_too_slow"
    assert (fields["motion"], fields["need"], fields["bytes"], fields["given"]) == ("scroll", "20.00", 10240, "8.00")


def test_where_the_card_is_the_limit_no_speed_is_advised() -> None:
    """A faster wire would not help a card that is planned for fewer pictures."""
    with pytest.raises(UsageError, match=r"planned for 10\.00") as caught:
        choose("scroll", long(), WireBudget(0.001, max_fps=10))

    assert "baud" not in str(caught.value)


@pytest.mark.parametrize("motion", ["auto", "pages"])
def test_refuses_a_wire_that_cannot_change_pages_in_time(motion: str) -> None:
    """Where a picture takes longer than people need to read a page, nothing can be shown."""
    with pytest.raises(UsageError, match=r"even pages need 0\.40; raise the baud rate") as caught:
        choose(motion, long(), WireBudget(10))

    assert caught.value.code == "wire_too_slow"


def test_refuses_to_let_a_long_text_stand() -> None:
    """Static says how many pages the text takes."""
    with pytest.raises(InputError, match="takes 3 pages") as caught:
        choose("static", long(), UNLIMITED)

    assert caught.value.code == "too_long"


def test_refuses_the_card_until_a_person_saw_it() -> None:
    """The card's own scroll is a guess until it is recorded."""
    with pytest.raises(RefusedError) as caught:
        choose("card", long(), UNLIMITED)

    assert caught.value.code == "card_unproved"
    assert choose("card", long(), WireBudget(SLOW, card_scroll=True)).name == "card"


def test_refuses_unknown_motions() -> None:
    """An unknown word is a usage error that names the known ones."""
    with pytest.raises(UsageError, match="scroll") as caught:
        choose("scrol", long(), UNLIMITED)

    assert caught.value.code == "unknown_member"

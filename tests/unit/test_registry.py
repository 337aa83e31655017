"""registry: members by name, loaded when asked for."""

import sys

import pytest

from signboard.errors import UsageError
from signboard.protocols import PROTOCOLS
from signboard.registry import Registry

SHAPES = Registry[object](
    "signboard.shapes_that_nobody_registers",
    {"square": "colorsys:rgb_to_hsv", "circle": "colorsys:hsv_to_rgb"},
)


def test_names_are_sorted() -> None:
    """Names come in the order of the alphabet."""
    assert SHAPES.names() == ("circle", "square")


def test_a_member_is_what_its_line_says() -> None:
    """The object behind `module:object` is returned."""
    import colorsys  # noqa: PLC0415 - compared with what the registry imports by itself

    assert SHAPES.load("circle") is colorsys.hsv_to_rgb


def test_asking_for_names_imports_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """A member's module is not touched before the member is asked for."""
    monkeypatch.delitem(sys.modules, "colorsys", raising=False)

    SHAPES.names()

    assert "colorsys" not in sys.modules


def test_an_unknown_name_tells_the_nearest() -> None:
    """A mistyped name is answered with the nearest one and all known ones."""
    with pytest.raises(UsageError) as caught:
        SHAPES.load("sqare")

    assert (caught.value.code, caught.value.fields["near"]) == ("unknown_member", "square")


def test_a_far_name_has_no_nearest() -> None:
    """A name like nothing known gets none."""
    with pytest.raises(UsageError) as caught:
        SHAPES.load("zzzz")

    assert caught.value.fields["near"] == ""


def test_our_own_members_win() -> None:
    """An entry point of the same name does not replace a shipped member."""
    scripts = Registry[object]("console_scripts", {"pytest": "colorsys:rgb_to_hsv"})

    assert scripts.targets()["pytest"] == "colorsys:rgb_to_hsv"


def test_outside_members_are_found() -> None:
    """Entry points of the group are members too."""
    assert "pytest" in Registry[object]("console_scripts", {}).names()


def test_people_read_what_kind_of_member_there_is_none_of() -> None:
    """No name of a package, and no nearest where nothing is near."""
    with pytest.raises(UsageError) as refused:
        PROTOCOLS.load("qqqqq")

    assert str(refused.value).startswith("There is no kind of board 'qqqqq'; known are: adalight")

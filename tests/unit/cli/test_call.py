"""The global options of one call."""

from pathlib import Path

import click

from signboard.cli.call import Call, this_call


def test_the_call_is_one_for_all_contexts() -> None:
    """Group and command see the same call, made at first use."""
    root = click.Context(click.Command("signboard"))
    child = click.Context(click.Command("now"), parent=root)

    this_call(child).config = Path("a.toml")

    assert this_call(root).config == Path("a.toml")
    assert isinstance(root.obj, Call)

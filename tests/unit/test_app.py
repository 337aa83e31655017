"""The composition root: wishes over settings, content in its order, everything set once."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from approved import approve

from signboard import app
from signboard.campaign.bundle import Bundle
from signboard.campaign.campaign import Campaign
from signboard.campaign.order import EARTH_HOUR, MOURNING, Order
from signboard.campaign.ordered import Given
from signboard.campaign.slogan import Slogan
from signboard.errors import ConfigurationError, InputError, RefusedError, UsageError
from signboard.files import fonts_dir, home_dir, schedules_dir
from signboard.frame.message import Pages
from signboard.schedule.cue import Reason
from signboard.settings import Settings
from signboard.store.orders import keep_order
from signboard.store.shelf import BundleShelf


@pytest.fixture
def sample() -> Campaign:
    """The first campaign that ships with signboard."""
    return app.sample_content().campaigns[0]


def _shelve(campaign: Campaign) -> tuple[BundleShelf, str]:
    shelf = BundleShelf(home_dir())
    return shelf, shelf.save(Bundle("site", "board", (campaign,), "font"))


def test_wishes_stand_above_settings() -> None:
    """What the command line says replaces what the settings say; what it does not say stays."""
    wishes = app.Wishes(size=(64, 16), motion="pages", baud=9600, options={"screen": "2"})
    settings = wishes.apply(Settings.model_validate({"board": {"options": {"screen": "1", "reply": "yes"}}}))

    assert (settings.board.width, settings.board.height, settings.board.baud) == (64, 16, 9600)
    assert settings.board.options == {"screen": "2", "reply": "yes"}
    assert (settings.show.motion, settings.board.protocol) == ("pages", "bx5")


def test_a_board_that_the_protocol_cannot_be_is_refused() -> None:
    """Wishes are checked like settings."""
    with pytest.raises(ConfigurationError):
        app.settings_for(app.Wishes(options={"scren": "1"}), None)
    with pytest.raises(UsageError):
        app.settings_for(app.Wishes(protocol="bx7"), None)


def test_a_file_is_read_or_said_to_be_missing(tmp_path: Path) -> None:
    """Missing and a folder are two sentences."""
    for path, code in ((tmp_path / "none", "file_missing"), (tmp_path, "file_is_folder")):
        with pytest.raises(InputError) as caught:
            app.read_file(path)
        assert caught.value.code == code


def test_fonts_by_name_and_by_file(tmp_path: Path) -> None:
    """A shipped font and a copy of its file are the same font; an unknown name lists what there is."""
    face, digest = app.load_font(app.DEFAULT_FONT)
    shipped = next(path for path in fonts_dir().glob("*/*.bdf") if path.stem == app.DEFAULT_FONT)
    copied = tmp_path / "own.bdf"
    copied.write_bytes(shipped.read_bytes())

    assert app.load_font(str(copied))[1] == digest
    assert face.missing("Bình đẳng giới") == ()
    with pytest.raises(InputError, match=app.DEFAULT_FONT):
        app.load_font("comic-sans")


def test_one_named_font_or_the_ladder() -> None:
    """A named font stands alone; without a name the family's cuts come in their order, and a stranger last."""
    (face,), digest = app.load_faces("9x15", 32)
    ladder, ladder_digest = app.load_faces("", 32)

    assert (face.name, digest) == ("9x15", app.load_font("9x15")[1])
    assert [one.name for one in ladder] == [name for name in app.LADDER if name in {one.name for one in ladder}]
    assert {app.DEFAULT_FONT, "signboard-15", "9x15"} <= {one.name for one in ladder}
    assert ladder_digest not in {digest, app.load_font(app.DEFAULT_FONT)[1]}


def test_every_text_knows_its_font() -> None:
    """On 32 rows a long slogan stands in two lines of 15; a font that was named is the font of all."""
    text = "Chấm dứt bạo lực, vun đắp yêu thương"

    assert app.set_slogan(app.stage_for(app.Wishes()), Slogan(text)).face.name == "signboard-15"
    assert app.set_slogan(app.stage_for(app.Wishes(font="9x15")), Slogan(text)).face.name == "9x15"


def test_content_is_found_in_its_order(sample: Campaign, tmp_path: Path) -> None:
    """Sample, then approved, then loaded, then a named file: each later one wins."""
    assert app.find_content(app.Wishes()).source == "sample"
    shelf, digest = _shelve(sample)
    approve(home_dir(), digest)
    assert app.find_content(app.Wishes()) == app.Content("approved", digest, (sample,))
    _shelf, other = _shelve(replace(sample, title="Other"))
    shelf.set_loaded(other)
    assert app.find_content(app.Wishes()).bundle == other
    named = tmp_path / "campaign.toml"
    named.write_bytes(next(schedules_dir().glob("*.toml")).read_bytes())
    assert app.find_content(app.Wishes(campaign=named)).source == "file"


def test_only_an_approved_bundle_is_approved_content(sample: Campaign) -> None:
    """Neither the sample nor what was merely loaded may play on a real board."""
    shelf, digest = _shelve(sample)
    shelf.set_loaded(digest)
    with pytest.raises(RefusedError):
        app.approved_content()
    approve(home_dir(), digest)
    assert app.approved_content().bundle == digest


def test_the_budget_follows_the_wire() -> None:
    """A picture at 9600 baud takes six times as long as at 57600."""
    fast, slow = (app.wire_budget(app.Wishes(baud=baud).apply(Settings())) for baud in (57600, 9600))

    assert fast.frame_s is not None
    assert slow.frame_s == pytest.approx(6 * fast.frame_s)
    assert not fast.card_scroll


def test_the_cards_own_scroll_needs_a_witness() -> None:
    """Only a board that a person saw scroll may be told to scroll by itself."""
    seen = Settings.model_validate({"board": {"card_scroll_seen": True}})

    assert app.wire_budget(seen).card_scroll


def test_everything_is_set_once() -> None:
    """The stage holds a message for every slogan of the sample, and its screenplay plays them."""
    stage = app.stage_for(app.Wishes())
    slogans = {slogan.id for campaign in stage.content.campaigns for slogan in campaign.slogans}

    assert set(stage.messages) == slogans
    assert stage.problems == {}
    shot = stage.screenplay().shot(datetime(2026, 11, 15, 6, tzinfo=stage.settings.zone))
    assert shot.cue.reason is Reason.PLAYING


def test_what_cannot_be_shown_has_its_reason() -> None:
    """A slogan without a glyph is no message but a problem, and the others go on."""
    stage = app.stage_for(app.Wishes())
    good, bad = Slogan("Bình đẳng giới"), Slogan("☂")
    messages, problems = app.set_messages(stage, [good, bad, good])

    assert isinstance(messages[good.id], Pages)
    assert {name: problem.code for name, problem in problems.items()} == {bad.id: "missing_glyph"}


def test_the_log_stands_in_the_home_folder(tmp_path: Path) -> None:
    """Play log and approvals are one file."""
    assert app.store_path(tmp_path).parent == tmp_path
    assert app.store_path().parent == home_dir()


def test_playing_needs_something_to_play() -> None:
    """Where nothing at all can be shown, the first reason is raised; one good slogan is enough."""
    app.require_messages(app.stage_for(app.Wishes()))
    with pytest.raises(UsageError, match="needs"):
        app.require_messages(app.stage_for(app.Wishes(motion="scroll")))


def test_orders_lie_above_what_is_looked_at(sample: Campaign) -> None:
    """With their texts set for the board; a campaign file that was named has only what is built in."""
    now_at = datetime.now(UTC)
    urgent = Order("text", MOURNING, now_at, now_at + timedelta(hours=1), rests="all")
    keep_order(home_dir(), app.store_path(), Given(urgent, now_at))
    stage = app.stage_for(app.Wishes(), None, app.Content("approved", "x", (sample,)))
    alone = app.stage_for(app.Wishes(), None, app.Content("file", "file", (sample,)))

    assert urgent in stage.orders
    assert f"earth-hour-{now_at.year + 1}" in {order.id for order in stage.orders}
    assert stage.screenplay().orders == stage.orders
    assert {order.kind for order in alone.orders} == {EARTH_HOUR}

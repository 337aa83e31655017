"""The list of orders that are not over."""

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from signboard.app import store_path
from signboard.campaign.order import BLANK, OVERRIDE, Order
from signboard.campaign.ordered import Ending, Given, write_acts
from signboard.cli.order_list import named_orders, rows_of
from signboard.errors import InputError
from signboard.files import home_dir
from signboard.settings import Settings, read_settings
from signboard.store.orders import keep_order

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
NOW_AT = datetime(2026, 11, 20, 9, tzinfo=HANOI)
HOUR = timedelta(hours=1)
DARK = Given(Order("dark", BLANK, NOW_AT, NOW_AT + HOUR), NOW_AT)
TEXT = Given(Order("text", OVERRIDE, NOW_AT, NOW_AT + HOUR), NOW_AT, "Bão")


def _keep(*acts: Given | Ending) -> None:
    for act in acts:
        keep_order(home_dir(), store_path(), act)


def _states(now_at: datetime = NOW_AT, settings: Settings | None = None) -> dict[str, str]:
    return {row.order.id: row.state for row in rows_of(settings or Settings(), now_at)[0]}


def test_the_next_earth_hour_is_always_there() -> None:
    """One of them, unless it is switched off or was ended; then the one after it."""
    assert _states() == {"earth-hour-2027": "coming"}
    assert _states(settings=read_settings(b"[light]\nearth_hour = false\n", "a.toml")) == {}
    _keep(Ending("earth-hour-2027", NOW_AT, "an"))
    assert _states() == {"earth-hour-2028": "coming"}


def test_each_order_has_its_state() -> None:
    """In force, to come, waiting; what is over is gone."""
    later = Given(replace(DARK.order, id="later", since_at=NOW_AT + HOUR, until_at=NOW_AT + 2 * HOUR), NOW_AT)
    _keep(DARK, later, TEXT)

    assert _states() == {"dark": "in_force", "text": "waiting", "later": "coming", "earth-hour-2027": "coming"}
    assert _states(NOW_AT + HOUR) == {"later": "in_force", "earth-hour-2027": "coming"}


def test_what_cannot_be_proved_is_told() -> None:
    """An order that somebody wrote into the file."""
    (home_dir() / "bundles").mkdir(parents=True)
    (home_dir() / "bundles" / "orders.json").write_bytes(write_acts([replace(TEXT, bundle="b" * 64)]))

    assert _states()["text"] == "unproved"


def test_an_order_is_found_by_its_id() -> None:
    """Those of the calendar, too; the daily hours off are a setting."""
    off = read_settings(b"[light]\noff_hours = '22:00-06:00'\n", "a.toml")
    _keep(DARK)

    assert named_orders("dark ", off, NOW_AT) == (DARK.order,)
    assert named_orders("earth-hour-2027", off, NOW_AT)[0].until_at.year == 2027
    assert _states(settings=off)["power-plan"] == "in_force"
    for name in ("power-plan", "dar", "earth-hour-2030"):
        with pytest.raises(InputError) as caught:
            named_orders(name, off, NOW_AT)
        assert caught.value.code == "no_such_order"

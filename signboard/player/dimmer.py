"""Dimmer: how bright a board is to be at an instant, reckoned anew only when that can have changed."""

from datetime import datetime, tzinfo

from signboard.campaign.order import Order
from signboard.schedule.light import Light, LightPlan, light_at

__all__ = ["Dimmer"]


class Dimmer:
    """A plan of light under the orders of the moment; call it with an instant and the orders known then.

    Args:
        plan: the office's.
        zone: the board's civil time.
    """

    def __init__(self, plan: LightPlan, zone: tzinfo) -> None:
        self._plan = plan
        self._zone = zone
        self._known: tuple[Light, datetime, tuple[Order, ...]] | None = None

    def __call__(self, at: datetime, orders: tuple[Order, ...] = ()) -> Light:
        """The light at this instant; `orders` is the same tuple as long as nothing has changed."""
        if self._known:
            light, since_at, under = self._known
            if under is orders and since_at <= at and (light.until_at is None or at < light.until_at):
                return light
        light = light_at(self._plan, at, self._zone, orders)
        self._known = (light, at, orders)
        return light

"""The table of effects: one line per member."""

from signboard.effects.effect import Effect
from signboard.registry import Registry

__all__ = ["EFFECTS"]

EFFECTS: Registry[Effect] = Registry(
    "signboard.effects",
    {
        "card": "signboard.effects.card:EFFECT",
        "fade": "signboard.effects.fade:EFFECT",
        "pages": "signboard.effects.pages:EFFECT",
        "scroll": "signboard.effects.scroll:EFFECT",
        "static": "signboard.effects.static:EFFECT",
        "wipe": "signboard.effects.wipe:EFFECT",
    },
)

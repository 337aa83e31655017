"""signboard.toml → frozen values, checked whole: every problem at once, in plain sentences. The only user of pydantic.

    [site]  id name timezone
    [board] id protocol width height colour port baud pitch_mm card_scroll_seen rotate flip tiles serpentine rows
            host_loss keep_picture turnaround_ms   [board.options] of the protocol   [[board.same_line]] neighbours
    [show]  motion font colour viewing_m neutral stop
    [office] superior agency symbol place signer_title signer recipients basis report_to
    [approval] people
    [health] folder open_to_network dark_s content_days restarts disk_mb
    [alerts] mail_* webhook webhook_file weekly_day hour remind_* report_due
    [light] day night night_hours off_hours half_hours latitude longitude earth_hour

Every setting has a default, so an empty file, or none, is a BX-5E board of 96x32 at 57600 baud. Searched in order:
`--config`, SIGNBOARD_CONFIG, signboard.toml in SIGNBOARD_HOME, signboard.toml where the system keeps a user's settings.
"""

from signboard.settings.health import AlertSettings, HealthSettings
from signboard.settings.light import LightSettings
from signboard.settings.office import ApprovalSettings, OfficeSettings
from signboard.settings.reading import FILE_NAME, Settings, find_settings, load_settings, read_settings
from signboard.settings.tables import BoardSettings, ShowSettings, SiteSettings

__all__ = [
    "FILE_NAME",
    "AlertSettings",
    "ApprovalSettings",
    "BoardSettings",
    "HealthSettings",
    "LightSettings",
    "OfficeSettings",
    "Settings",
    "ShowSettings",
    "SiteSettings",
    "find_settings",
    "load_settings",
    "read_settings",
]

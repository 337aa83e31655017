"""`run`: the approved slogans on the board, until it is stopped."""

from dataclasses import dataclass
from datetime import datetime

from signboard import app
from signboard.cli import choices, words
from signboard.cli.answers import describe_playing, set_stage, slogan_text
from signboard.cli.call import this_call
from signboard.cli.envelope import report, talk
from signboard.cli.kinds import parse_instant
from signboard.cli.playing import clock_for, line_to, link_use, play, stopping
from signboard.errors import N_, RefusedError, UsageError
from signboard.files import home_dir
from signboard.locale import fill, instant_text, lines, number_text
from signboard.player.approved import gate
from signboard.player.ledger import Sink, Station
from signboard.player.screenplay import Shot
from signboard.player.streamer import Streamer
from signboard.store.database import Store
from signboard.store.shelf import BundleShelf
from signboard.transports.opening import is_virtual

__all__ = ["command"]

"""The whole error tree: one plain sentence each, typed fields, an exit code, and whether trying again helps.

    SignboardError
    ├── UsageError            2   the command's words are off
    ├── InputError            3   a file, a date, a text or a picture that people gave us
    │   └── ProblemsError     3   several of them at once
    ├── RefusedError          4   not approved, no right
    ├── BoardError            5   the board or the port
    │   ├── LinkDownError         the wire failed (retryable)
    │   ├── NoAnswerError         the board stayed silent (retryable)
    │   ├── GarbledError          the board answered nonsense (retryable)
    │   ├── NakError              the board refused; fields: code, meaning, retryable
    │   └── WrongBoardError       another size or type than configured (not retryable)
    ├── NotRunningError       7
    └── ConfigurationError   78

A message is an English template with named fields, `{like_this}`; it says what happened, why, and what to do. It
doubles as the gettext key: the rim looks the template up and fills in the same fields, so a sentence exists once per
language (see `signboard.locale`). Pure packages raise; only the rim prints.
"""

from collections.abc import Sequence

__all__ = [
    "N_",
    "BoardError",
    "ConfigurationError",
    "GarbledError",
    "InputError",
    "LinkDownError",
    "NakError",
    "NoAnswerError",
    "NotRunningError",
    "ProblemsError",
    "RefusedError",
    "SignboardError",
    "UsageError",
    "WrongBoardError",
]


def N_(template: str) -> str:  # noqa: N802 - gettext's own name for "mark for translation, do not translate yet"
    """Mark a sentence for the catalogues without translating it here."""
    return template


class SignboardError(Exception):
    """Base of every error that people may read.

    Args:
        template: the English sentence, with `{named}` fields; also the catalogue key.
        code: stable lower-case word for `--json` (`errors[].code`).
        fields: values for the template; kept typed in `self.fields`.
    """

    exit_code = 1
    retryable = False

    def __init__(self, template: str, *, code: str, **fields: object) -> None:
        super().__init__(template, code, fields)
        self.template = template
        self.code = code
        self.fields = fields

    def __str__(self) -> str:
        return self.template.format(**self.fields)


class UsageError(SignboardError):
    """The command line asks for something that cannot be asked that way."""

    exit_code = 2


class InputError(SignboardError):
    """Something that people gave us (file, date, text, picture) cannot be taken."""

    exit_code = 3


class ProblemsError(InputError):
    """Several problems of one input, all told at once; `problems` keeps them in reading order."""

    def __init__(self, problems: Sequence[SignboardError]) -> None:
        super().__init__("{text}", code="problems", text="\n".join(str(p) for p in problems))
        self.problems = tuple(problems)
        if problems:
            self.exit_code = problems[0].exit_code  # several wrong settings are still a matter of the settings


class RefusedError(SignboardError):
    """A rule forbids it: not approved, no right."""

    exit_code = 4


class BoardError(SignboardError):
    """The board or the way to it."""

    exit_code = 5


class LinkDownError(BoardError):
    """The wire failed: the port is gone, busy, or a write timed out (what arrived is then unknown)."""

    retryable = True


class NoAnswerError(BoardError):
    """The board did not answer within the time that the driver gave it."""

    retryable = True


class GarbledError(BoardError):
    """The board answered something that is no answer to what was asked."""

    retryable = True


class NakError(BoardError):
    """The board refused. `retryable` says whether sending the same again can help (busy, checksum)."""

    def __init__(self, template: str, *, code: str, nak: int, retryable: bool, **fields: object) -> None:
        super().__init__(template, code=code, nak=nak, **fields)
        self.nak = nak
        self.retryable = retryable


class WrongBoardError(BoardError):
    """A board answered, but not the one that the settings describe."""


class NotRunningError(SignboardError):
    """The service (or a simulated board) that was asked is not running."""

    exit_code = 7


class ConfigurationError(SignboardError):
    """signboard.toml is wrong."""

    exit_code = 78

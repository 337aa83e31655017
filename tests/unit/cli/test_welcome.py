"""The next steps of a newcomer."""

from signboard.cli.main import COMMANDS
from signboard.cli.welcome import STEPS, welcome
from signboard.locale import speak


def test_every_step_is_a_command_that_exists() -> None:
    """What a newcomer is told to type can be typed."""
    typed = {line.split()[1] for _words, line in STEPS}

    assert typed - {"--help"} <= set(COMMANDS)


def test_it_speaks_the_language() -> None:
    """The steps are said in Vietnamese, the commands stay."""
    speak("vi")
    text = welcome()

    assert "Việc nên làm tiếp:" in text
    assert "signboard demo" in text

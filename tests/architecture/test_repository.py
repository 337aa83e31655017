"""What the repository must not say: machine paths, registries, silenced checks without a reason."""

import re

from architecture.tree import tracked_texts

# Assembled, so that this file does not find itself.
MACHINE_PATHS = re.compile(r"(^|[^A-Za-z0-9_.<>/])/" + "(work|farm|root|home/[a-z]+|Users/[a-z]+)" + "/")
REGISTRIES = re.compile(
    "|".join([r"pypi\." + "org", "python" + "hosted", r"registry\." + "npmjs", r"deb\." + "debian", "index-" + "url"])
)
SILENCED = re.compile("# " + r"noqa|# " + r"type: ignore")
REASONED = re.compile(r"# " + r"noqa: [A-Z0-9, ]+ - \S+|# " + r"type: ignore\[[a-z0-9, -]+\] +# \S+")
UNFINISHED = re.compile(r"\b(" + "|".join(["TO" + "DO", "FIX" + "ME", "XX" + "X"]) + r")\b")


def test_no_path_of_one_machine() -> None:
    """No file names an absolute path of somebody's machine."""
    found = [
        f"{path.name}: {line.strip()[:90]}"
        for path, text in tracked_texts()
        for line in text.splitlines()
        if MACHINE_PATHS.search(line)
    ]

    assert found == []


def test_no_registry_is_named() -> None:
    """No file names a package registry: where packages come from is the machine's business."""
    found = [
        f"{path.name}: {line.strip()[:90]}"
        for path, text in tracked_texts()
        for line in text.splitlines()
        if REGISTRIES.search(line)
    ]

    assert found == []


def test_silenced_checks_have_a_reason() -> None:
    """Every silenced lint or type error says why, in the same comment."""
    found = [
        f"{path.name}:{number} {line.strip()[-90:]}"
        for path, text in tracked_texts()
        if path.suffix == ".py"
        for number, line in enumerate(text.splitlines(), 1)
        if SILENCED.search(line) and not REASONED.search(line)
    ]

    assert found == []


def test_nothing_is_left_for_later() -> None:
    """No code says that it is unfinished."""
    found = [
        f"{path.name}: {line.strip()[:90]}"
        for path, text in tracked_texts()
        if path.suffix == ".py"
        for line in text.splitlines()
        if UNFINISHED.search(line)
    ]

    assert found == []

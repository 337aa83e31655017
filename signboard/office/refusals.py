"""Why an office file cannot be read: one sentence each, with the cure in the words of the program's own menus."""

from signboard.errors import N_, InputError

__all__ = [
    "check_name",
    "damaged",
    "empty",
    "encrypted",
    "encrypted_sheet",
    "formulas_alone",
    "lock_file",
    "too_large",
    "unreadable",
    "unsafe_xml",
]

_LOCK = "~$"


def check_name(raw: bytes, file: str) -> None:
    """Refuse what can be told without looking inside.

    Args:
        raw: the whole content.
        file: its name without folders.

    Raises:
        InputError: `lock_file` or `empty`.
    """
    if file.startswith(_LOCK):
        raise lock_file(file)
    if not raw:
        raise empty(file)


def empty(file: str) -> InputError:
    """0 bytes: a copy that never arrived."""
    return InputError(
        N_("{file} is empty (0 bytes): it was not copied or downloaded whole; copy it again and load that."),
        code="empty",
        file=file,
    )


def lock_file(file: str) -> InputError:
    """What Word and Excel lay beside a file while it is open."""
    return InputError(
        N_("{file} is only the mark that a file is open in Word or Excel; load the file whose name has no ~$."),
        code="lock_file",
        file=file,
    )


def damaged(file: str) -> InputError:
    """Cut short, or its inside contradicts itself."""
    return InputError(
        N_(
            "{file} is damaged or was not downloaded whole; get it again, or open it in its office program, choose "
            "File > Save As, and load the new file."
        ),
        code="damaged",
        file=file,
    )


def too_large(file: str) -> InputError:
    """Larger than any list of slogans, packed or unpacked."""
    return InputError(
        N_("{file} is too large for a list of slogans; copy the list into a new file of its own and load that."),
        code="too_large",
        file=file,
    )


def encrypted(file: str) -> InputError:
    """A document with a password."""
    return InputError(
        N_(
            "{file} has a password; open it in Word, choose File > Info > Protect Document > Encrypt with Password, "
            "delete the password, save, and load it again."
        ),
        code="encrypted",
        file=file,
    )


def encrypted_sheet(file: str) -> InputError:
    """A workbook with a password."""
    return InputError(
        N_(
            "{file} has a password; open it in Excel, choose File > Info > Protect Workbook > Encrypt with Password, "
            "delete the password, save, and load it again."
        ),
        code="encrypted",
        file=file,
    )


def formulas_alone(file: str, cells: str) -> InputError:
    """Nothing but formulas that a program wrote and no program ever worked out."""
    return InputError(
        N_(
            "{file} holds formulas whose results were never worked out ({cells}), and no slogan beside them; open it "
            "in Excel, save it, and load it again."
        ),
        code="formula_without_value",
        file=file,
        cells=cells,
    )


def unsafe_xml(file: str) -> InputError:
    """XML that declares entities: no office program writes it, attackers do."""
    return InputError(
        N_(
            "{file} holds declarations that no office program writes and that can harm a computer; do not open it, "
            "and ask its sender for another copy."
        ),
        code="unsafe_xml",
        file=file,
    )


def unreadable(file: str) -> InputError:
    """A make or a state of the old binary formats that is not understood."""
    return InputError(
        N_("{file} cannot be read; open it in Word, choose File > Save As, type Word Document (.docx), and load that."),
        code="unreadable",
        file=file,
    )

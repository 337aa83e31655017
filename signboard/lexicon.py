"""The words that ship as data and that typesetting keeps whole."""

import functools

from signboard.files import schedules_dir
from signboard.typeset.ties import Terms, parse_terms

__all__ = ["house_terms"]


@functools.lru_cache(1)
def house_terms() -> Terms:
    """The terms that ship with signboard; none where their file is gone."""
    file = schedules_dir() / "words" / "terms.toml"
    return parse_terms(file.read_bytes(), file.name) if file.is_file() else Terms()

"""Laws of the office room: whatever bytes come, a manuscript or one of our own errors comes out."""

import io
import xml.etree.ElementTree as ET
import zipfile
from copy import deepcopy

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from office_files import OFFICE, zipped

from signboard.errors import InputError
from signboard.importers.family import IMPORTERS
from signboard.manuscript.model import Manuscript

FILES = tuple(sorted(path.name for path in OFFICE.iterdir() if path.suffix in {".docx", ".odt", ".rtf", ".doc"}))
CONTENT = {name: (OFFICE / name).read_bytes() for name in FILES}
TREES = ("word/document.xml", "word/numbering.xml", "word/styles.xml", "content.xml", "styles.xml")
LONG = settings(max_examples=10_000, deadline=None, suppress_health_check=list(HealthCheck))

CHANGES = st.lists(
    st.tuples(
        st.floats(0, 1, exclude_max=True),
        st.sampled_from(("put", "cut", "repeat", "insert")),
        st.binary(min_size=1, max_size=6) | st.sampled_from((b"\xff\xff\xff\xff", b"\0\0\0\0", b"{{", b"}}", b"\\")),
    ),
    max_size=12,
)
MOVES = st.lists(
    st.tuples(
        st.floats(0, 1, exclude_max=True),
        st.floats(0, 1, exclude_max=True),
        st.sampled_from(("tag", "drop", "copy", "attributes", "text")),
        st.sampled_from(("", "-1", "9" * 20, "x", "0", "\U0001f339")),
    ),
    max_size=8,
)


def _ends_well(name: str, raw: bytes) -> None:
    kind = name.rpartition(".")[2]
    try:
        assert isinstance(IMPORTERS.load(kind)(raw, name), Manuscript)
    except InputError as refused:
        assert str(refused)  # noqa: PT017 - either end is right


def _changed(raw: bytes, changes: list[tuple[float, str, bytes]]) -> bytes:
    content = bytearray(raw)
    for place, kind, piece in changes:
        at = int(place * len(content))
        if kind == "put":
            content[at : at + len(piece)] = piece
        elif kind == "cut":
            del content[at : at + 9 * len(piece)]
        elif kind == "repeat":
            content[at:at] = content[at : at + 40]
        else:
            content[at:at] = piece
    return bytes(content)


def _moved(root: ET.Element, moves: list[tuple[float, float, str, str]]) -> bytes:
    for first, second, kind, written in moves:
        elements = list(root.iter())
        one, other = elements[int(first * len(elements))], elements[int(second * len(elements))]
        if kind == "tag":
            one.tag = other.tag
        elif kind == "drop" and len(one):
            del one[int(second * len(one))]
        elif kind == "copy" and len(elements) < 5_000:
            one.append(deepcopy(other))
        elif kind == "attributes":
            one.attrib.update(dict.fromkeys(one.attrib, written))
        else:
            one.text = written
    return ET.tostring(root)


@pytest.mark.parametrize("name", FILES)
@settings(max_examples=25, deadline=None)
@given(changes=CHANGES)
def test_changed_bytes_end_in_a_manuscript_or_a_sentence(name: str, changes: list[tuple[float, str, bytes]]) -> None:
    """Bytes put, cut, repeated and inserted anywhere."""
    _ends_well(name, _changed(CONTENT[name], changes))


@pytest.mark.parametrize("name", [name for name in FILES if name.endswith(("docx", "odt"))])
@settings(max_examples=25, deadline=None)
@given(part=st.sampled_from(TREES), moves=MOVES)
def test_changed_trees_end_in_a_manuscript_or_a_sentence(
    name: str, part: str, moves: list[tuple[float, float, str, str]]
) -> None:
    """Elements renamed, dropped, copied, their attributes nonsense: what a bad program writes."""
    _ends_well(name, _with_moves(name, part, moves))


def _with_moves(name: str, part: str, moves: list[tuple[float, float, str, str]]) -> bytes:
    with zipfile.ZipFile(io.BytesIO(CONTENT[name])) as archive:
        members: dict[str, bytes | str] = {one: archive.read(one) for one in archive.namelist()}
    if part in members:
        members[part] = _moved(ET.fromstring(members[part]), moves)  # noqa: S314 - our own fixture
    return zipped(members)


@pytest.mark.long
@pytest.mark.timeout(1_200)
@pytest.mark.parametrize("name", [name for name in FILES if name.startswith("annex")])
@LONG
@given(changes=CHANGES)
def test_ten_thousand_changed_files(name: str, changes: list[tuple[float, str, bytes]]) -> None:
    """The first law with many examples."""
    _ends_well(name, _changed(CONTENT[name], changes))


@pytest.mark.long
@pytest.mark.timeout(1_200)
@pytest.mark.parametrize("name", ["annex.docx", "annex.odt"])
@LONG
@given(part=st.sampled_from(TREES), moves=MOVES)
def test_ten_thousand_changed_trees(name: str, part: str, moves: list[tuple[float, float, str, str]]) -> None:
    """The second law with many examples."""
    _ends_well(name, _with_moves(name, part, moves))


@given(
    raw=st.binary(max_size=200),
    head=st.sampled_from((b"", b"PK\x03\x04", b"{\\rtf1", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")),
)
def test_any_bytes_at_all(raw: bytes, head: bytes) -> None:
    """Behind any beginning, for every reader."""
    for kind in ("docx", "odt", "rtf", "doc"):
        _ends_well(f"a.{kind}", head + raw)

"""Which lines of a document a person would choose: those of its lists of slogans, and none of its letters and plans.

A document falls into parts (a plan, its annexes), a part into sections under headings. A heading says what follows:
slogans, or what else a plan deals with. Where a part is a plan, only sections of slogans, sentences in quotes that
stand alone, and the theme that it quotes are slogans; a part that is a bare list is one section.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from signboard.campaign.period import HourWindow
from signboard.manuscript.courtesy import with_kept
from signboard.manuscript.entry import Entry
from signboard.manuscript.headings import Heading, heading_places, is_annex, is_paper, speaks_of_others, title_places
from signboard.manuscript.marker import Marker
from signboard.manuscript.noise import noise_of
from signboard.manuscript.prose import LONG_PROSE, has_sentences, is_centre_title, is_preamble, is_prose
from signboard.manuscript.split import quoted_parts, split_slogans
from signboard.manuscript.topic import is_about_slogans, label_and_slogan, quoted_themes, topic_of
from signboard.manuscript.written_days import Found, find_period
from signboard.manuscript.written_hours import find_hours

__all__ = ["Choice", "choose", "holds_any"]

_OTHER = ("plan", "aside")
_MANY_PROSE = 2
_ASIDE = 90
_SENTENCE = 80


@dataclass(slots=True)
class Choice:
    """What became of an entry.

    Attributes:
        entry: it.
        reason: why it is no slogan; empty where it holds some.
        texts: the slogans in it, neither cleaned nor parted; for a table nothing.
        is_theme: quoted from prose, or from a section on the theme.
        found: the days that the nearest heading above it states; of a heading, its own.
        windows: hours, likewise.
        is_unsure: taken because the file holds nothing else.
    """

    entry: Entry
    reason: str = ""
    texts: tuple[str, ...] = ()
    is_theme: bool = False
    found: Found | None = None
    windows: tuple[HourWindow, ...] = ()
    is_unsure: bool = False


@dataclass(slots=True)
class _Open:
    """An open section."""

    heading: Heading
    topic: str
    is_theme: bool
    item_style: str = ""
    item_value: int = 0
    found: Found | None = None
    windows: tuple[HourWindow, ...] = ()


@dataclass(slots=True)
class _Part:
    """A plan, an annex, or a whole bare list."""

    entries: Sequence[Entry]
    reasons: list[str]
    headings: dict[int, Heading] = field(default_factory=dict)
    topic: str = ""
    is_annex: bool = False
    is_plan: bool = False


def choose(entries: Sequence[Entry]) -> list[Choice]:
    """Every entry, chosen or with the reason why not, in the same order."""
    entries, reasons = with_kept(entries, noise_of(entries))
    places = _part_places(entries, reasons)
    parts = [_part(entries[start:end], reasons[start:end], follows=start > 0) for start, end in places]
    several = len(parts) > 1
    chosen = [_walk(part) for part in parts]
    listed = any(
        choice.texts or (choice.entry.table and not choice.reason)
        for part, choices in zip(parts, chosen, strict=True)
        for choice in choices
        if not choice.is_theme and not _is_doubtful(part, several=several)
    )
    for part, choices in zip(parts, chosen, strict=True):
        if listed and _is_doubtful(part, several=several):
            _refuse(choices)
        elif listed:
            _refuse([choice for choice in choices if choice.is_theme and _is_aside(choice.entry, part)])
        else:
            _add_themes(choices)
    done = _once([choice for choices in chosen for choice in choices])
    if not holds_any(done) and any(map(_may_relax, parts)):
        for part in parts:
            part.is_plan = False
        done = _once([choice for part in parts for choice in _walk(part)])
    return done


def holds_any(choices: Sequence[Choice]) -> bool:
    """Is any of them a slogan, or a table of slogans?"""
    return any(choice.texts or (choice.entry.table and not choice.reason) for choice in choices)


def _may_relax(part: _Part) -> bool:
    """Does it only look like a letter, without a heading of a plan, or is one odd heading all that it has of a plan?"""
    plans = sum(heading.topic == "plan" for heading in part.headings.values())
    return part.is_plan and (not plans or (plans == 1 and not is_paper(part.entries, part.reasons)))


def _is_doubtful(part: _Part, *, several: bool) -> bool:
    """An annex whose title does not say that it lists slogans, beside other parts."""
    return several and part.is_annex and part.topic != "slogan"


def _is_aside(entry: Entry, part: _Part) -> bool:
    """Is a theme only mentioned beside a list: as a point of the plan, or within a sentence?"""
    return (entry.marker.counts and part.is_plan) or (is_prose(entry.words) or len(entry.words) > _ASIDE)


def _refuse(choices: list[Choice]) -> None:
    for choice in choices:
        if not choice.reason:
            choice.reason, choice.texts = "prose", ()


def _add_themes(choices: list[Choice]) -> None:
    """The themes that prose quotes, where no list gives the slogans."""
    for choice in choices:
        if choice.reason in ("prose", "preamble", "heading") and not choice.texts:
            choice.texts = quoted_themes(choice.entry.text)
            choice.is_theme = bool(choice.texts)
            choice.reason = "" if choice.texts else choice.reason


def _once(choices: list[Choice]) -> list[Choice]:
    """A theme that was said before is prose the second time."""
    seen: set[str] = set()
    for choice in choices:
        keys = ["".join(char for char in text.lower() if char.isalnum()) for text in choice.texts]
        if choice.is_theme and keys and all(key in seen for key in keys):
            choice.reason, choice.texts, choice.is_theme = "prose", (), False
        seen.update(keys)
    return choices


def _part_places(entries: Sequence[Entry], reasons: Sequence[str]) -> list[tuple[int, int]]:
    starts = [0]
    ended = False
    for index, (entry, reason) in enumerate(zip(entries, reasons, strict=True)):
        ended = ended or reason in ("recipients", "signature")
        opens = is_annex(entry) or (ended and not reason and _begins_part(entry))
        if index and opens and not entry.table:
            starts.append(index)
            ended = False
    return list(zip(starts, [*starts[1:], len(entries)], strict=True))


def _begins_part(entry: Entry) -> bool:
    """After a signature: the kind of another paper, or the title of a list."""
    title = topic_of(entry.text) == "slogan" and not entry.marker.style and not entry.text.endswith(":")
    return is_centre_title(entry.text) or title


def _part(entries: Sequence[Entry], reasons: list[str], *, follows: bool) -> _Part:
    part = _Part(entries, list(reasons))
    part.is_annex = any(is_annex(entry) for entry, reason in zip(entries[:6], reasons, strict=False) if not reason)
    titles = title_places(entries, part.reasons)
    for index in titles:
        part.reasons[index] = "heading"
    title = " ".join(entries[index].text for index in titles)
    part.is_annex = part.is_annex or (follows and bool(titles) and topic_of(entries[titles[0]].text) == "slogan")
    about = is_about_slogans(title)
    part.headings = heading_places(entries, part.reasons)
    if about is not None and (part.is_annex or about is False):
        part.topic = "slogan" if about else "plan"
    elif speaks_of_others(entries, part.headings):
        part.topic = "slogan"
    part.is_plan = _is_plan(part, titles)
    return part


def _is_plan(part: _Part, titles: Sequence[int]) -> bool:
    if part.is_annex and part.topic == "slogan":
        return False
    plans = sum(heading.topic == "plan" for heading in part.headings.values())
    preambles = sum(
        reason == "preamble" or is_preamble(entry.words)
        for entry, reason in zip(part.entries, part.reasons, strict=True)
    )
    papers = any(is_centre_title(part.entries[index].text) for index in titles)
    prose = sum(
        is_prose(entry.words) and not entry.table and len(entry.words) > _SENTENCE and not _holds_several(entry)
        for entry, reason in zip(part.entries, part.reasons, strict=True)
        if not reason
    )
    return plans + preambles + papers > 0 or prose >= _MANY_PROSE


def _holds_several(entry: Entry) -> bool:
    parts = split_slogans(entry.text)
    return len(parts) > 1 and not any(is_prose(part) for part in parts)


def _walk(part: _Part) -> list[Choice]:
    walker = _Walker(part)
    return [walker.step(index) for index in range(len(part.entries))]


class _Walker:
    """Goes through a part with the headings that are open."""

    def __init__(self, part: _Part) -> None:
        self.part = part
        self.open: list[_Open] = []

    @property
    def topic(self) -> str:
        for section in reversed(self.open):
            if section.topic:
                return section.topic
        return self.part.topic

    @property
    def _announced(self) -> bool:
        """Is a section open whose own heading says that slogans, themes or messages stand in it?"""
        return bool(self.open) and self.open[-1].heading.topic == "slogan"

    def step(self, index: int) -> Choice:
        entry, reason = self.part.entries[index], self.part.reasons[index]
        if reason:
            if reason in ("recipients", "signature"):
                self.open = []
            return Choice(entry, reason)
        heading = self.part.headings.get(index)
        if heading is not None and not self._is_next_item(entry, heading):
            return self._take_heading(entry, heading)
        if entry.table:
            return self._take_table(entry)
        self._close_siblings(entry)
        return self._take_text(entry)

    def _take_heading(self, entry: Entry, heading: Heading) -> Choice:
        self._close(heading)
        labelled = label_and_slogan(entry.words)
        if labelled and (not is_prose(labelled[1]) or quoted_parts(labelled[1])):
            texts = quoted_themes(entry.words) if is_prose(labelled[1]) else (labelled[1],)
            is_theme = "chủ đề" in labelled[0].lower() and not self._announced
            self._enter(heading, entry, is_theme=True)
            return Choice(entry, "", texts, is_theme=is_theme, found=self._days(), windows=self._hours())
        theme = "chủ đề" in entry.words.lower() and "khẩu hiệu" not in entry.words.lower()
        self._enter(heading, entry, is_theme=theme)
        return Choice(entry, "heading", found=self.open[-1].found if heading.opens else None)

    def _days(self) -> Found | None:
        return next((section.found for section in reversed(self.open) if section.found), None)

    def _hours(self) -> tuple[HourWindow, ...]:
        return next((section.windows for section in reversed(self.open) if section.windows), ())

    def _enter(self, heading: Heading, entry: Entry, *, is_theme: bool) -> None:
        if heading.opens:
            found, hours = find_period(entry.words), find_hours(entry.words)
            self.open.append(
                _Open(heading, heading.topic, is_theme, found=found, windows=hours.windows if hours else ())
            )

    def _close(self, heading: Heading) -> None:
        if not heading.opens:
            return
        while self.open and self.open[-1].heading.depth >= heading.depth:
            self.open.pop()

    def _is_next_item(self, entry: Entry, heading: Heading) -> bool:
        """Is what looks like a heading the next entry of the list that is being read?"""
        if not self.open or heading.is_sure or self.topic != "slogan":
            return False
        return self._goes_on(self.open[-1], entry)

    @staticmethod
    def _goes_on(section: _Open, entry: Entry) -> bool:
        marker = entry.marker
        if not marker.counts or marker.style != section.item_style:
            return False
        return marker.value == section.item_value + 1

    def _close_siblings(self, entry: Entry) -> None:
        """A numbered line that goes on where a heading's number left off ends what stands under that heading."""
        marker = entry.marker
        if not marker.style or not self.open or self._goes_on(self.open[-1], entry):
            return
        self._close_deeper(marker)
        for index in range(len(self.open) - 1, -1, -1):
            section = self.open[index]
            same = section.heading.style == marker.style
            follows = (
                marker.value == section.heading.value + 1
                if marker.counts
                else section.item_style not in ("", marker.style)
            )
            if same and follows:
                sibling = Heading(section.heading.depth, "", marker.style, marker.value)
                del self.open[index:]
                self.open.append(_Open(sibling, "plan" if self.part.is_plan else "", is_theme=False))
                return

    def _close_deeper(self, marker: Marker) -> None:
        """`2. …` behind `* Khẩu hiệu:` and its dashes stands above both: the list is over."""
        while self.open and marker.counts:
            section = self.open[-1]
            if section.item_style in ("", "plain", marker.style) or not 0 < marker.depth < section.heading.mark_depth:
                return
            self.open.pop()

    def _take_table(self, entry: Entry) -> Choice:
        if entry.table is None:
            return Choice(entry, "prose")
        head = " ".join(
            cell.text
            for row in entry.table.rows[:2]
            for cell in row.cells
            if cell is not None and len(cell.text) <= LONG_PROSE
        )
        about = is_about_slogans(head)
        topic = self.topic if about is None else ("slogan" if about else "plan")
        taken = topic == "slogan" or (topic not in _OTHER and not self.part.is_plan)
        return Choice(entry, "" if taken else "prose", found=self._days(), windows=self._hours())

    def _take_text(self, entry: Entry) -> Choice:
        section = self.open[-1] if self.open else None
        labelled = label_and_slogan(entry.words)
        if labelled and (not is_prose(labelled[1]) or _holds_parts(labelled[1])):
            own = find_period(labelled[0])
            return Choice(entry, "", (labelled[1],), found=own or self._days(), windows=self._hours())
        topic = self.topic
        if topic == "slogan":
            return self._take_listed(entry, section)
        if topic in _OTHER:
            return Choice(entry, "prose")
        alone = bool(quoted_parts(entry.text))
        themes = () if alone or entry.marker.style else quoted_themes(entry.text)
        if themes and not self.part.is_plan:
            return Choice(entry, "", themes, is_theme=True, found=self._days(), windows=self._hours())
        if alone or (not self.part.is_plan and not self._is_bare_prose(entry)):
            self._count(section, entry)
            return Choice(entry, "", (entry.text,), found=self._days(), windows=self._hours())
        return Choice(entry, "prose")

    def _is_bare_prose(self, entry: Entry) -> bool:
        if entry.marker.style or entry.is_kept or not is_prose(entry.words):
            return False
        return (is_prose(entry.words[:LONG_PROSE]) or has_sentences(entry.words)) and not _holds_several(entry)

    def _take_listed(self, entry: Entry, section: _Open | None) -> Choice:
        if quoted_parts(entry.text):
            pass
        elif (
            themes := ()
            if _holds_several(entry) or (entry.marker.style and not is_prose(entry.words))
            else quoted_themes(entry.text)
        ):
            return Choice(entry, "", themes, is_theme=True, found=self._days(), windows=self._hours())
        elif not entry.is_kept and is_prose(entry.words) and not _holds_several(entry):
            if not (entry.marker.style and section and entry.marker.style == section.item_style) or self.part.is_plan:
                self._leave(section, entry)
                return Choice(entry, "prose")
        elif (
            self.part.is_plan
            and section
            and section.item_style not in ("", "plain")
            and not entry.marker.style
            and not quoted_parts(entry.text)
        ):
            self._leave(section, entry)
            return Choice(entry, "prose")
        self._count(section, entry)
        is_theme = bool(section and section.is_theme)
        return Choice(entry, "", (entry.text,), is_theme=is_theme, found=self._days(), windows=self._hours())

    def _leave(self, section: _Open | None, entry: Entry) -> None:
        """Prose after the list: the list is over; prose before its first entry introduces it."""
        if section and section.item_style and not entry.marker.style and self.part.is_plan:
            section.topic = "plan"

    @staticmethod
    def _count(section: _Open | None, entry: Entry) -> None:
        if section is not None:
            section.item_style = entry.marker.style or section.item_style or "plain"
            section.item_value = entry.marker.value


def _holds_parts(text: str) -> bool:
    return len(split_slogans(text)) > 1 or bool(quoted_parts(text))

"""The commissioning and hardening sheet: what was found, what people said, room to sign; as Word or as HTML.

Its second half is the list that the authorities sent round after November 2023: what boards there are, passwords,
radio, who answers for each, how strange content is noticed, cutting the power at once, where the board comes from.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from html import escape

from signboard.errors import N_
from signboard.health.answers import QUESTIONS
from signboard.health.finding import BAD, GOOD, NOTE, Finding
from signboard.locale import _, fill, instant_text, language
from signboard.report.paper import Letterhead, Paper

__all__ = ["Board", "Sheet", "sheet_docx", "sheet_html"]

_STATES = {GOOD: N_("ready"), NOTE: N_("to be seen to"), BAD: N_("not ready")}
_WIDTHS_MM = (13.0, 65.0, 22.0, 60.0)
_LIST_MM = (13.0, 87.0, 30.0, 30.0)
_FACTS_MM = (60.0, 100.0)
_BOX = "☐"
_BLANK = "……………………………"

_TITLE = N_("Check sheet")
_SUBJECT = N_("Readiness and safety of the electronic text board")
_FACTS_HEAD = (N_("Subject"), N_("Facts"))
_PARTS = (
    N_("I. The board"),
    N_("II. Is everything ready?"),
    N_("III. Against strangers' content"),
    N_("IV. When the content is wrong"),
)
_HEAD = (N_("No."), N_("Checked"), N_("Result"), N_("What to do"))
_LIST_HEAD = (N_("No."), N_("Seen on the spot"), N_("Yes"), N_("No, why"))
_ON_THE_SPOT = (
    N_("Every board of the office stands on a list, with its place, maker, type and software."),
    N_("Factory passwords of card, network and telephone programs are changed: more than 8 mixed signs."),
    N_("Wi-Fi and Bluetooth of a board on a cable are switched off."),
    N_("The control box is locked, and who has its key is written down."),
    N_("The computer's screen locks itself; nobody works on it as administrator."),
    N_("An official answers for the content and is named on the board's list."),
    N_("Somebody looks at the board every day and writes down what is not as it should be."),
    N_("Everybody on duty knows where the board's power is cut."),
    N_("Maker and seller are known from the board's papers."),
)
_STEPS = (
    N_("Cut the board's power at once at: {power_cut}."),
    N_("Call the responsible official: {responsible}."),
    N_("Take a photograph; touch nothing else on board and computer."),
    N_("Report to the superior agency and to the police; write down the time."),
    N_("Before the power comes back: change the passwords, go through this sheet, try the board (signboard doctor)."),
)
_ROLES = (N_("Checked by"), N_("Responsible official"), N_("Head of the office"))


@dataclass(frozen=True, slots=True)
class Board:
    """The board in words: pairs of a name and a value, in their order."""

    facts: tuple[tuple[str, str], ...]
    power_cut: str = ""
    responsible: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What stands on it.

    Attributes:
        head: of the office.
        board: what it is.
        findings: of `signboard check`, in their order.
        made_at: when.
        zone: of every time that is written.
    """

    head: Letterhead
    board: Board
    findings: Sequence[Finding]
    made_at: datetime
    zone: tzinfo


def sheet_docx(sheet: Sheet) -> bytes:
    """The sheet as a Word document."""
    paper = Paper(_(_TITLE), sheet.made_at)
    paper.letterhead(sheet.head, "PKT", sheet.made_at.astimezone(sheet.zone).date())
    paper.title(_(_TITLE), _(_SUBJECT))
    paper.heading(_(_PARTS[0]))
    paper.table([_(name) for name in _FACTS_HEAD], sheet.board.facts, _FACTS_MM)
    paper.heading(_(_PARTS[1]))
    paper.table([_(name) for name in _HEAD], _found(sheet), _WIDTHS_MM)
    paper.heading(_(_PARTS[2]))
    paper.table([_(name) for name in _LIST_HEAD], _seen(), _LIST_MM)
    paper.heading(_(_PARTS[3]))
    for number, step in enumerate(_steps(sheet), 1):
        paper.text(f"{number}. {step}")
    paper.text(_made(sheet), italic=True)
    paper.signatures(*((_(role), "") for role in _ROLES))
    return paper.to_bytes()


def sheet_html(sheet: Sheet) -> str:
    """The sheet as a page to be printed; it fetches nothing."""
    parts = [f"<h1>{escape(_(_TITLE))}</h1><p class=c>{escape(_(_SUBJECT))}</p>"]
    agency = sheet.head.agency or "…"
    parts.insert(0, f"<p class=a>{escape(sheet.head.superior)}<br><b>{escape(agency)}</b></p>")
    parts += [
        f"<h2>{escape(_(_PARTS[0]))}</h2>",
        _table([_(name) for name in _FACTS_HEAD], sheet.board.facts, _FACTS_MM),
    ]
    parts += [f"<h2>{escape(_(_PARTS[1]))}</h2>", _table([_(name) for name in _HEAD], _found(sheet), _WIDTHS_MM)]
    parts += [f"<h2>{escape(_(_PARTS[2]))}</h2>", _table([_(name) for name in _LIST_HEAD], _seen(), _LIST_MM)]
    steps = "".join(f"<li>{escape(step)}" for step in _steps(sheet))
    parts += [f"<h2>{escape(_(_PARTS[3]))}</h2><ol>{steps}</ol><p><i>{escape(_made(sheet))}</i></p>"]
    signs = "".join(f"<td><b>{escape(_(role).upper())}</b><br><br><br><br><br>" for role in _ROLES)
    parts.append(f"<table class=s><tr>{signs}</table>")
    return (
        f"<!doctype html><html lang={language()}><meta charset=utf-8><title>{escape(_(_TITLE))}</title>"
        f"<style>{_STYLE}</style><body>{''.join(parts)}</body></html>\n"
    )


_STYLE = (
    "@page{size:A4;margin:20mm 20mm 20mm 30mm}"
    "body{font:13pt/1.3 'Times New Roman',serif;max-width:170mm;margin:auto}"
    "h1{font-size:14pt;text-align:center;text-transform:uppercase;margin-bottom:0}"
    "h2{font-size:13pt;break-after:avoid}.c,.s td{text-align:center}.a{text-align:center;width:45%}"
    "table{border-collapse:collapse;width:100%;table-layout:fixed}"
    "td,th{border:1px solid;padding:1mm 2mm;text-align:left;"
    "vertical-align:top;white-space:pre-line}tr{break-inside:avoid}.s td{border:0;text-align:center}"
)


def _table(head: Sequence[str], rows: Sequence[Sequence[str]], widths_mm: Sequence[float]) -> str:
    columns = "".join(f"<col style=width:{width_mm}mm>" for width_mm in widths_mm)
    top = "".join(f"<th>{escape(name)}" for name in head)
    body = "".join(f"<tr>{''.join(f'<td>{escape(cell)}' for cell in row)}" for row in rows)
    return f"<table>{columns}<tr>{top}{body}</table>"


def _found(sheet: Sheet) -> list[tuple[str, str, str, str]]:
    return [(str(number), one.text, _(_STATES[one.state]), _cure(one)) for number, one in enumerate(sheet.findings, 1)]


def _cure(finding: Finding) -> str:
    """What to do; on paper a question that nobody answered is answered with a pen."""
    if finding.state == GOOD:
        return ""
    question = next((one for one in QUESTIONS if one.name == finding.check), None)
    if question is None or finding.code != "unanswered":
        return finding.cure
    boxes = [f"{_BOX} {_(choice.meaning)}" for choice in question.choices.values()] or [_BLANK]
    return "\n".join([_(question.asks), *boxes])


def _seen() -> list[tuple[str, str, str, str]]:
    return [(str(number), _(text), _BOX, _BOX) for number, text in enumerate(_ON_THE_SPOT, 1)]


def _steps(sheet: Sheet) -> list[str]:
    board = sheet.board
    known = {"power_cut": board.power_cut or _BLANK, "responsible": board.responsible or _BLANK}
    return [fill(step, **known) for step in _STEPS]


def _made(sheet: Sheet) -> str:
    return fill(N_("Written by signboard check on {at}."), at=instant_text(sheet.made_at, sheet.zone)[:-3])

"""A calendar sheet as one self-contained web page: a month as on a wall, a bar a day; prints on one sheet."""

import html
from string import Template

from signboard.cli.month import Sheet, weekday_name
from signboard.errors import N_
from signboard.locale import _, language
from signboard.schedule.almanac import DAY_MIN, DayPlan, State, Stretch

__all__ = ["COLOURS", "DARK_COLOUR", "colour_of", "colours_of", "sheet_page"]

COLOURS = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#b58900", "#56b4e9", "#7a4fbf", "#8c564b")
"""Okabe and Ito's palette, which colour-blind people tell apart, and two more."""
DARK_COLOUR = "#555555"
_WEEK = 7
_PAGE = Template("""<!doctype html>
<html lang="$lang">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>$title</title>
<style>
body { margin: 1.5rem; color: #1c1a18; background: #fff; font: 15px/1.4 system-ui, "Segoe UI", sans-serif }
table { border-collapse: collapse; width: 100%; max-width: 72rem; table-layout: fixed }
th, td { border: 1px solid #999; padding: .3rem; vertical-align: top; text-align: left }
td { height: 4.2rem } td.other { background: #f3f3f3 }
.bar { position: relative; height: 1.1rem; margin: .25rem 0; background: #e8e8e8; print-color-adjust: exact }
.bar i { position: absolute; top: 0; bottom: 0; color: #fff; font: 11px/1.1rem sans-serif; text-align: center;
  overflow: hidden; white-space: nowrap }
.key { display: inline-block; width: 1.4em; color: #fff; text-align: center; print-color-adjust: exact }
ul { padding-left: 1.2rem; max-width: 72rem } small { color: #555 }
@page { size: landscape }
</style>
</head>
<body>
<h1>$title</h1>
<table>
<tr>$head</tr>
$weeks
</table>
<ul style="list-style: none; padding: 0">
$legend
</ul>
$notes
</body>
</html>
""")


def colours_of(sheet: Sheet, stretch: Stretch) -> list[str]:
    """The colours of a stretch, as `#rrggbb`, one for each campaign that is lit; grey where it is dark by rule."""
    if stretch.state is not State.LIT:
        return [DARK_COLOUR]
    return [colour_of(mark) for mark in sorted(sheet.marks[name] for name in stretch.campaigns)]


def colour_of(mark: str) -> str:
    """The colour of a campaign's letter, as `#rrggbb`; after eight letters they begin again."""
    return COLOURS[(ord(mark) - ord("A")) % len(COLOURS)]


def sheet_page(sheet: Sheet) -> bytes:
    """The page as UTF-8 bytes."""
    first = sheet.days[0].day
    cells = ['<td class="other"></td>'] * first.weekday() + [_cell(sheet, plan) for plan in sheet.days]
    cells += ['<td class="other"></td>'] * (-len(cells) % _WEEK)
    weeks = ["<tr>" + "".join(cells[start : start + _WEEK]) + "</tr>" for start in range(0, len(cells), _WEEK)]
    week = sorted({plan.day.weekday(): plan.day for plan in sheet.days}.items())
    names = [weekday_name(day) for _number, day in week]
    head = names if len(names) == _WEEK else [""] * _WEEK
    legend = [
        f'<li><span class="key" style="background: {colour_of(mark)}">{mark}</span> {html.escape(words)}</li>'
        for mark, words in sheet.legend
    ]
    notes = "".join(f"<li>{html.escape(note)}</li>" for note in sheet.notes)
    told = f"<h2>{html.escape(_(N_('Overlaps and dark hours:')))}</h2><ul>{notes}</ul>" if notes else ""
    return _PAGE.substitute(
        lang=language(),
        title=html.escape(sheet.title),
        head="".join(f"<th>{html.escape(name)}</th>" for name in head),
        weeks="\n".join(weeks),
        legend="\n".join(legend),
        notes=told,
    ).encode()


def _cell(sheet: Sheet, plan: DayPlan) -> str:
    parts = []
    for stretch in plan.stretches:
        start, end = sheet.minutes(plan.day, stretch)
        place = f"left: {start / DAY_MIN:.3%}; width: {(end - start) / DAY_MIN:.3%}"
        hours = f"{start // 60:02}:{start % 60:02}-{end // 60:02}:{end % 60:02}"
        mark = sheet.mark(stretch)
        paint = _stripes(colours_of(sheet, stretch))
        parts.append(f'<i style="{place}; background: {paint}" title="{hours}">{mark}</i>')
    lit = sheet.lit_hours(plan)
    bar = f'<div class="bar">{"".join(parts)}</div>' if parts else ""
    return f"<td><b>{plan.day:%d/%m}</b>{bar}<small>{html.escape(lit)}</small></td>"


def _stripes(colours: list[str]) -> str:
    """One colour, or several below each other."""
    if len(colours) == 1:
        return colours[0]
    share = 100 / len(colours)
    stops = [f"{colour} {n * share:.1f}% {(n + 1) * share:.1f}%" for n, colour in enumerate(colours)]
    return f"linear-gradient({', '.join(stops)})"

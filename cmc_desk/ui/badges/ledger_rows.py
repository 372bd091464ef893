"""The ledger as it is listed: runs, newest first, and beneath the chosen one its sheets."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from cmc_desk.desk.badge_ledger import PrintCounts, PrintRun, RunKind
from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext
from cmc_desk.rules.print_jobs import JobName, parted
from cmc_desk.ui.context import Facts
from cmc_desk.ui.parts import draw
from cmc_desk.ui.parts.cells import TwoLines, paint_two_lines
from cmc_desk.ui.parts.chip import ChipLook, chip_width, paint_chip
from cmc_desk.ui.parts.row_paint import PAD
from cmc_desk.ui.parts.runs import Run
from cmc_desk.ui.registration.words import time_words
from cmc_desk.ui.theme import font

HEIGHT = 42


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """A line: a whole run, or one sheet of it; `live` are the prints that can still be marked void."""

    key: str
    run: str
    time: str
    title: str
    second: str
    kind: RunKind
    live: tuple[str, ...]
    sheet: bool = False


def ledger_rows(facts: Facts, runs: Sequence[PrintRun], now: datetime, *, opened: str) -> tuple[LedgerRow, ...]:
    """Return the lines; the run whose key is `opened` shows its sheets, if it has several."""
    found: list[LedgerRow] = []
    for key, jobs in _together(runs):
        found.append(_run_row(facts, key, jobs, now))
        if key == opened and len(jobs) > 1:
            found.extend(_sheet_row(facts, key, job, now) for job in sorted(jobs, key=_sheet_of))
    return tuple(found)


def count_words(counts: PrintCounts) -> str:
    """Return the figures beside the heading: first prints, reprints, void ones."""
    return _("{first} first · {again} printed again · {void} void").format(
        first=counts.first, again=counts.reprints, void=counts.voided
    )


def paint_ledger(painter: QPainter, rect: QRectF, row: LedgerRow, selected: bool) -> None:  # noqa: FBT001 - a RowPainter
    """Paint a line: the time, what and whose, the chip."""
    left = rect.x() + PAD + (14 if row.sheet else 0)
    look = chip_of(row)
    width = chip_width(look)
    right = rect.right() - PAD
    paint_chip(painter, QRectF(right - width, rect.y(), width, rect.height()), look, selected=selected)
    time = max(38.0, draw.text_width(row.time, font(12)) + 8)
    draw.text(painter, QRectF(left, rect.y(), time, rect.height()), row.time, size=12, tone="slate")
    lines = TwoLines((Run(row.title),), (Run(row.second, tone="slate"),) if row.second else ())
    paint_two_lines(
        painter, QRectF(left + time, rect.y(), right - width - 8 - left - time, rect.height()), lines, size=13
    )


def spoken(row: LedgerRow) -> str:
    """Return what is said of a line."""
    return ", ".join(part for part in (row.time, row.title, row.second, chip_of(row).text) if part)


def chip_of(row: LedgerRow) -> ChipLook:
    """Return the chip of a line: what kind of print it was, or that nothing of it stands."""
    if row.kind is RunKind.VOID or not row.live:
        return ChipLook(_("Void"), "blocks")
    if row.kind is RunKind.REPRINT:
        return ChipLook(_("Reprint"), "warning", "undo")
    return ChipLook(_("First"), "good")


def _together(runs: Iterable[PrintRun]) -> list[tuple[str, list[PrintRun]]]:
    """Return the jobs of each run of one kind and reason, the newest run first."""
    found: dict[str, list[PrintRun]] = {}
    for run in runs:
        # What was marked void stands by itself: it happened at another time.
        when = run.at.isoformat() if run.kind is RunKind.VOID else ""
        found.setdefault("|".join((run.kind.value, parted(run.job).run, run.reason, when)), []).append(run)
    return list(found.items())


def _run_row(facts: Facts, key: str, jobs: Sequence[PrintRun], now: datetime) -> LedgerRow:
    first = jobs[-1]
    number = sum(job.number for job in jobs)
    return LedgerRow(
        key=key,
        run=key,
        time=time_words(facts, first.at, now).rpartition(" ")[2],
        title=_title(first.kind, number, first.reason),
        second=_second(first, len(jobs)),
        kind=first.kind,
        live=() if first.kind is RunKind.VOID else tuple(one for job in jobs for one in job.live),
    )


def _sheet_row(facts: Facts, key: str, job: PrintRun, now: datetime) -> LedgerRow:
    name = parted(job.job)
    return LedgerRow(
        key=f"{key}|{job.job}|{job.at.isoformat()}",
        run=key,
        time=time_words(facts, job.at, now).rpartition(" ")[2],
        title=_sheet_words(name),
        second=ngettext("{number} badge", "{number} badges", job.number).format(number=job.number),
        kind=job.kind,
        live=() if job.kind is RunKind.VOID else job.live,
        sheet=True,
    )


def _title(kind: RunKind, number: int, reason: str) -> str:
    if kind is RunKind.FIRST:
        return ngettext("{number} badge, first run", "{number} badges, first run", number).format(number=number)
    if kind is RunKind.REPRINT:
        words = ngettext("{number} reprint", "{number} reprints", number).format(number=number)
    else:
        words = ngettext("{number} badge void", "{number} badges void", number).format(number=number)
    return f"{words} · {reason}" if reason else words


def _second(first: PrintRun, sheets: int) -> str:
    if first.name and sheets == 1:
        return first.name
    name = parted(first.job)
    if sheets == 1 and name.sheets > 1:
        return f"{_sheet_words(name)} · {first.operator}"
    if sheets > 1:
        return ngettext("{number} sheet", "{number} sheets", sheets).format(number=sheets) + f" · {first.operator}"
    return first.operator


def _sheet_words(name: JobName) -> str:
    if not name.sheets:
        return name.run
    return _("Sheet {sheet} of {sheets}").format(sheet=name.sheet, sheets=name.sheets)


def _sheet_of(job: PrintRun) -> int:
    return parted(job.job).sheet

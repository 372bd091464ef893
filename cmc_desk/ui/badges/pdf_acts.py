"""What is done with sheets besides printing badges: saved as PDF, counted as printed elsewhere, a test page to measure."""

from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from cmc_desk.desk.badge_sheets import BadgeSheets, SavedBadges, SheetsAsked, record_saved, save_sheets
from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext, texts
from cmc_desk.rules.badge_spots import sheets_of
from cmc_desk.rules.print_jobs import job_name
from cmc_desk.rules.refusal import Refusal, Unavailable
from cmc_desk.ui.badges.machine import Machine
from cmc_desk.ui.badges.printing import record_sheet, turned_at
from cmc_desk.ui.context import Context
from cmc_desk.ui.one_task import OneTask, Trouble
from cmc_desk.ui.said_saved import say_saved


class PdfActs(QObject):
    """`saved` has the sheets that lie on the disk now, `counted` says that they are in the ledger."""

    saved = Signal(object)
    counted = Signal()

    def __init__(self, context: Context, machine: Machine, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._machine = machine
        self._window = parent
        self._saving = OneTask(self, pool=context.pool)
        self._testing = OneTask(self, pool=context.pool)
        self._sheets: BadgeSheets | None = None
        self._file = ""

    def save(self, sheets: BadgeSheets, path: Path | None = None) -> None:
        """Write the sheets to `path`, or where the user says; the file is written beside the window."""
        target = path or self._ask_where()
        if target is None or self._saving.is_running():
            return
        self._sheets = sheets
        self._saving.start(
            lambda _progress: save_sheets(sheets, target), finished=self._on_saved, refused=self._on_not_saved
        )

    def count(self, reasons: dict[str, str]) -> None:
        """Count the badges of the PDF that was saved last as printed: somebody printed that file elsewhere."""
        if self._sheets is None:
            return
        sheets, self._sheets = self._sheets, None
        every = sheets_of(sheets.run)
        try:
            for place, sheet in enumerate(every, start=1):
                people = [one.participant for one in sheet.people]
                for reason in sorted({reasons.get(one, "") for one in people}):
                    some = frozenset(one for one in people if reasons.get(one, "") == reason)
                    job = job_name(self._file, place, len(every))
                    record_sheet(self._context, sheets, some, printer=_("PDF"), job=job, reason=reason)
        except Refusal as refusal:
            self._context.say("amber", refusal.sentence)
        except Unavailable as trouble:
            self._context.trouble(trouble)
        else:
            number = len(sheets.run.people)
            words = ngettext("{number} badge", "{number} badges", number).format(number=number)
            self._context.say("notice", _("Counted as printed: "), words, _(" · {file}").format(file=self._file))
        self.counted.emit()

    def test(self, asked: SheetsAsked, printer: str) -> None:
        """Print the page by which the shift is measured; nothing is recorded."""
        if self._testing.is_running():
            return
        device, words = self._machine.named(printer), texts(asked.language)

        def work(progress: object) -> int:
            from cmc_desk.reports.badges import calibration_page

            content = calibration_page(
                asked.stock,
                words,
                shift_x=asked.shift[0],
                shift_y=asked.shift[1],
                back_shift_x=asked.back_shift[0],
                back_shift_y=asked.back_shift[1],
            )
            turned = turned_at(asked)
            del progress  # one page, or two
            return device.print_pages(content, title=_("Test page"), pages=(0, 1) if turned else (0,), turned=turned)

        self._testing.start(work, finished=self._on_tested, refused=self._on_not_tested)

    def _on_saved(self, saved: SavedBadges) -> None:
        self._file = saved.path.name
        try:
            record_saved(self._context.desk, saved)
        except (Refusal, Unavailable) as trouble:
            self._context.say("coral", _("Saved, but NOT RECORDED in the journal. "), trouble.sentence)
            return
        folder = str(saved.path.parent)
        words = _(" in {folder}; not counted as printed.").format(folder=folder)
        say_saved(self._context, saved.path, saved.asked, folder=folder, more=words)
        self.saved.emit(self._sheets)

    def _on_not_saved(self, trouble: Trouble) -> None:
        self._context.say("coral", _("The PDF was not saved. "), trouble.sentence)

    def _on_tested(self, _pages: int) -> None:
        self._context.say(
            "notice", _("Test page printed: "), "", _("measure it against the edges and enter the shift.")
        )

    def _on_not_tested(self, trouble: Trouble) -> None:
        self._context.say("coral", _("NOT PRINTED. "), trouble.sentence)

    def _ask_where(self) -> Path | None:
        folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        name, _kind = QFileDialog.getSaveFileName(
            self._window, _("Badges"), str(folder / "badges.pdf"), _("PDF (*.pdf)")
        )
        return Path(name).with_suffix(".pdf") if name else None

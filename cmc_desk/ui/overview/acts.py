"""What can be done on the overview: quick papers, a copy on a stick, the charts as files, the checks."""

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from cmc_desk.clock import Clock, SystemClock
from cmc_desk.desk import backups
from cmc_desk.desk.door_checks import computer_facts
from cmc_desk.i18n import chosen_language
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.papers import Ask, Format
from cmc_desk.rules.refusal import Unavailable
from cmc_desk.ui import settings
from cmc_desk.ui.context import Context
from cmc_desk.ui.one_task import OneTask, Trouble
from cmc_desk.ui.overview.checks_pane import Quick
from cmc_desk.ui.overview.saving_charts import FORMATS, Chart, ChartSaving
from cmc_desk.ui.short_path import short_path

if TYPE_CHECKING:
    from cmc_desk.ui.papers.folder import Folder
    from cmc_desk.ui.papers.work import Work

STICK, FOLDER = "stick", "folder"
_STICK_HABIT = "stick_folder"
# The name of a button, and the paper that it makes with its form.
PAPERS = {
    "attendance": ("attendance", Format.XLSX),
    "participants": ("participants", Format.PDF),
    "dsa": ("payment-sheet", Format.XLSX),
    "agenda": ("planned-actual", Format.PDF),
    "everything": ("everything", Format.XLSX),
}


def quick_buttons() -> tuple[Quick, ...]:
    """Return the buttons in their order."""
    return (
        Quick("attendance", "A", "grid", _("Attendance, xlsx")),
        Quick("participants", "L", "documents", _("Participants, pdf")),
        Quick("dsa", "P", "cash", _("DSA sheet, xlsx")),
        Quick("agenda", "T", "clock", _("Agenda actuals")),
        Quick("everything", "E", "sheet", _("Everything, xlsx")),
        Quick(STICK, "U", "copy", _("Copy to USB now")),
        Quick(FOLDER, "O", "folder", _("Open folder")),
    )


class OverviewActs(QObject):
    """Works beside the window; `looked` brings the `ComputerFacts`, `copied` says that a copy lies on the stick.

    `progressed` tells what is being made and how far it is, `rested` that nothing is.
    """

    looked = Signal(object)
    copied = Signal()
    progressed = Signal(str, int, int)
    rested = Signal()

    def __init__(self, context: Context, page: QWidget, *, machine: Clock | None = None) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        # Copies are dated by the clock of the computer, also in a training meeting, whose own is moved.
        self.machine: Clock = machine or SystemClock()
        self._looking = OneTask(self, pool=context.pool)
        self._copying = OneTask(self, pool=context.pool)

    # What makes papers is loaded when one is made: an organiser's window opens on this page.
    @cached_property
    def work(self) -> "Work":
        """What makes and prints papers beside the window."""
        from cmc_desk.ui.papers.work import Work

        made = Work(self._context, self)
        made.progressed.connect(self.progressed)
        made.rested.connect(self.rested)
        return made

    @cached_property
    def folder(self) -> "Folder":
        """Where papers go."""
        from cmc_desk.ui.papers.folder import Folder

        return Folder(self._context, self._page)

    def make(self, name: str) -> None:
        """Make a paper as it stands now, in the language of the windows."""
        from cmc_desk.desk.paper_kinds import paper_kinds
        from cmc_desk.ui.papers.making import Order

        key, form = PAPERS[name]
        kind = next(one for one in paper_kinds() if one.key == key)
        self.work.make([Order(kind, Ask(language=chosen_language()), form, _(kind.title))], self.folder.path())

    def stick(self) -> Path | None:
        """Return where copies by hand went last on this computer."""
        known = settings.said(_STICK_HABIT)
        return Path(known) if known else None

    def copy_to_stick(self) -> None:
        """Copy the meeting to where the last copy by hand went; where that is not there any more, ask."""
        stick = self.stick()
        if stick is None or not stick.is_dir():
            name = QFileDialog.getExistingDirectory(self._page, _("Folder on the stick"), str(stick or Path.home()))
            stick = Path(name) if name else None
        if stick is not None:
            self.copy_to(stick)

    def copy_to(self, folder: Path) -> None:
        """Copy the meeting into a folder, opened and checked, and remember the folder."""
        if self._copying.is_running():
            return
        settings.say(_STICK_HABIT, str(folder))
        self._context.settle()
        job = backups.copy_job(self._context.desk, folder=folder, now=self.machine.now())
        self._copying.start(lambda _progress: job(), finished=self._on_copied, refused=self._on_not_copied)

    def look(self) -> None:
        """Ask the computer how it stands, beside the window: a disk of the network may answer late."""
        if self._looking.is_running():
            return
        desk, stick = self._context.desk, self.stick()
        try:
            folder = backups.folder_of(desk)
        except Unavailable:
            return
        path, now = desk.store.path, self.machine.now()
        self._looking.start(lambda _progress: computer_facts(path, folder, now=now, stick=stick), finished=self.looked)

    @cached_property
    def charts(self) -> ChartSaving:
        """What saves charts beside the window."""
        made = ChartSaving(pool=self._context.pool, parent=self)
        made.progressed.connect(self._on_painted)
        made.saved.connect(self._on_charts_saved)
        made.troubled.connect(self._on_charts_not_saved)
        made.ended.connect(self.rested)
        return made

    def save_charts(self, charts: Sequence[Chart]) -> None:
        """Write every chart in every form into the folder of the papers."""
        self.charts.start(charts, self.folder.path() / "charts")

    def _on_painted(self, done: int, whole: int) -> None:
        self.progressed.emit(_("Saving the charts …"), done, whole)

    def _on_charts_saved(self, made: object) -> None:
        if isinstance(made, tuple) and made:
            words = _("{number} charts as PNG, SVG and PDF").format(number=len(made) // len(FORMATS))
            self._context.say(
                "notice", _("Saved: "), words, _(" in {folder}").format(folder=short_path(made[0].parent))
            )

    def _on_charts_not_saved(self, sentence: str) -> None:
        self._context.say("coral", _("NOT SAVED. "), sentence)

    def _on_copied(self, made: object) -> None:
        if isinstance(made, backups.Copy):
            self._context.say(
                "notice",
                _("Copied and checked: "),
                made.path.name,
                _(" in {folder}").format(folder=short_path(made.path.parent)),
            )
            self.copied.emit()

    def _on_not_copied(self, trouble: Trouble) -> None:
        self._context.say("coral", _("NOT COPIED. "), trouble.sentence)

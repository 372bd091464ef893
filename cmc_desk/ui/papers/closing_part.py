"""The closing kit among the papers: the pane that asks for it, the chooser of its folder, and the work."""

from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from cmc_desk.desk.closing import ClosingKit
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.closing_manifest import Verdict
from cmc_desk.ui.context import Context
from cmc_desk.ui.papers.closing_pane import ClosingPane
from cmc_desk.ui.papers.closing_work import ClosingWork


class ClosingPart(QObject):
    """Makes a kit where it is wanted, and verifies one that was made."""

    def __init__(self, context: Context, pane: ClosingPane, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._pane = pane
        self._made = Path()
        self.work = ClosingWork(context, self)
        pane.made_asked.connect(self.make)
        pane.place_asked.connect(self.ask_place)
        pane.verify_asked.connect(self.ask_verified)
        pane.open_asked.connect(self._on_open)
        pane.cancel_asked.connect(self.work.cancel)
        self.work.progressed.connect(pane.show_progress)
        self.work.stopping.connect(pane.busy.show_stopping)
        self.work.rested.connect(pane.show_rest)
        self.work.refused.connect(pane.say_problem)
        self.work.made.connect(self._on_made)
        self.work.verified.connect(self._on_verified)

    def begin(self, place: Path) -> None:
        """Offer a new folder beside the papers of the meeting, named after it and the day."""
        if self.work.is_running():
            return
        facts = self._context.facts
        day = facts.meeting.local(self._context.now()).date().isoformat()
        name = _("{meeting} closing kit {day}").format(meeting=self._context.desk.store.path.stem, day=day)
        self._pane.begin(place, name, facts.meeting.language)

    def make(self) -> None:
        """Make the kit."""
        pane = self._pane
        pane.say_problem("", "")
        if not pane.name.text().strip() or Path(pane.name.text().strip()).name != pane.name.text().strip():
            pane.say_problem(_("Type a name for the new folder, without slashes."), "out")
            return
        self.work.make(pane.folder(), language=pane.language.key(), notes=pane.notes.isChecked())

    def ask_place(self) -> None:
        """Ask in which folder the new one is made."""
        name = QFileDialog.getExistingDirectory(self._pane, _("Where the closing kit goes"), str(self._pane.place))
        if name:
            self._pane.show_place(Path(name))

    def ask_verified(self) -> None:
        """Ask which kit is to be verified, and verify it."""
        name = QFileDialog.getExistingDirectory(self._pane, _("Closing kit to verify"), str(self._pane.place))
        if name:
            self._pane.say_problem("", "")
            self.work.verify(Path(name))

    def _on_made(self, kit: object) -> None:
        if isinstance(kit, ClosingKit):
            self._made = kit.folder
            self._pane.show_made(kit)

    def _on_verified(self, folder: object, verdict: object) -> None:
        if isinstance(folder, Path) and isinstance(verdict, Verdict):
            self._pane.show_verdict(folder, verdict)

    def _on_open(self) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._made))):
            self._context.say("amber", _("No program opens this here: "), str(self._made))

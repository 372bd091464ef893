"""Where the papers of this meeting go, and how their files are opened in the programs that the system has for them."""

from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from cmc_desk.desk.made_papers import Paper
from cmc_desk.i18n import gettext as _
from cmc_desk.ui import settings
from cmc_desk.ui.context import Context


class Folder(QObject):
    """`changed` says that papers go somewhere else from now on."""

    changed = Signal()

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._page = page

    def path(self) -> Path:
        """Return the folder; the first paper makes it."""
        return settings.papers_folder(self._context.desk.store.path)

    def choose(self, folder: Path) -> None:
        """Let papers go to another folder."""
        settings.set_papers_folder(self._context.desk.store.path, folder)
        self._context.say("notice", _("Papers go to "), str(folder))
        self.changed.emit()

    def ask(self) -> None:
        """Ask where papers go."""
        name = QFileDialog.getExistingDirectory(self._page, _("Folder of the papers"), str(self.path()))
        if name:
            self.choose(Path(name))

    def open(self) -> None:
        """Open the folder."""
        if self.path().is_dir():
            self._open(self.path())
        else:
            self._context.say(
                "amber", _("There is no folder yet: "), str(self.path()), _(". The first paper makes it.")
            )

    def last_file(self, paper: Paper | None) -> Path | None:
        """Return the file in which a paper was made last, if it still lies in the folder."""
        path = self.path() / paper.files[-1].name if paper is not None and paper.files else None
        return path if path is not None and path.is_file() else None

    def open_file(self, paper: Paper | None) -> None:
        """Open the file in which a paper was made last."""
        if (path := self.last_file(paper)) is not None:
            self._open(path)

    def _open(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self._context.say("amber", _("No program opens this here: "), str(path))

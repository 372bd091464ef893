"""The two questions about files: which list, and where to write."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from cmc_desk.i18n import gettext as _

ENDINGS = (".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".tsv", ".txt")


def ask_for_list(parent: QWidget) -> Path | None:
    """Let somebody choose a list; nothing if they change their mind."""
    kinds = " ".join(f"*{ending}" for ending in ENDINGS)
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation)
    name, _kind = QFileDialog.getOpenFileName(
        parent, _("Open a list of people"), folder, _("Lists of people ({kinds})").format(kinds=kinds)
    )
    return Path(name) if name else None


def ask_where(parent: QWidget, name: str) -> Path | None:
    """Let somebody choose where to write a workbook that is called `name`; nothing if they change their mind."""
    folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    chosen, _kind = QFileDialog.getSaveFileName(
        parent, _("Save the workbook"), str(folder / name), _("Workbooks (*.xlsx)")
    )
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix.lower() == ".xlsx" else path.with_name(path.name + ".xlsx")


def dropped_list(data: QMimeData) -> Path | None:
    """Return the one local file that is being dropped, if it is one."""
    files = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
    return Path(files[0]) if len(files) == 1 and files[0] else None

"""The two questions about files: which list, and where to write."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.ui.parts.file_choice import ask_for_file

ENDINGS = (".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".tsv", ".txt")


def ask_for_list(parent: QWidget) -> Path | None:
    """Let somebody choose a list; nothing if they change their mind."""
    return ask_for_file(parent, _("Open a list of people"), _("Lists of people ({kinds})"), ENDINGS)


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

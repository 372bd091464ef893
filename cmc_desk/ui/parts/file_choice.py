"""Which file: chosen in the window of the system, or dropped."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget


def ask_for_file(parent: QWidget, title: str, kinds: str, endings: Sequence[str]) -> Path | None:
    """Let somebody choose a file; nothing if they change their mind. `kinds` names them, with `{kinds}` for their endings."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation)
    patterns = " ".join(f"*{ending}" for ending in endings)
    name, _kind = QFileDialog.getOpenFileName(parent, title, folder, kinds.format(kinds=patterns))
    return Path(name) if name else None


def ask_where(parent: QWidget, title: str, name: str, ending: str) -> Path | None:
    """Let somebody choose where a file goes, with its ending; nothing if they change their mind."""
    folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    chosen, _kind = QFileDialog.getSaveFileName(parent, title, str(folder / name), f"{title} (*{ending})")
    if not chosen:
        return None
    # “agenda.v2” has no ending yet: only what is one of ours is taken off.
    path = Path(chosen)
    return path if path.suffix.lower() == ending else path.with_name(path.name + ending)


def dropped_file(data: QMimeData) -> Path | None:
    """Return the one local file that is being dropped, if it is one."""
    files = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
    return Path(files[0]) if len(files) == 1 and files[0] else None

"""Habits of this computer that pages change: the look, the keys, the sounds, the scanner, the lock, where papers go.

They stand in the same file as those that the start screen remembers (`ui/habits.py`).
"""

from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from cmc_desk.rules.scans import ScanSettings
from cmc_desk.ui import sound, theme

PROGRAM = "cmc-desk"
SHORTEST_GAP, LONGEST_GAP = 10, 120
LONGEST_LOCK = 240
_USUAL_GAP, _USUAL_LOCK = int(ScanSettings().gap_ms), 5


def dark() -> bool:
    """Say whether the windows are dark; where nobody has chosen they are as they look now."""
    return {"dark": True, "light": False}.get(_said("scheme"), theme.is_dark())


def set_dark(*, on: bool) -> None:
    """Remember whether the windows are dark."""
    _store().setValue("scheme", "dark" if on else "light")


def hints() -> bool:
    """Say whether buttons show their keys."""
    return _said("hints") != "hidden"


def set_hints(*, on: bool) -> None:
    """Remember whether buttons show their keys."""
    _store().setValue("hints", "shown" if on else "hidden")


def sounds() -> bool:
    """Say whether scans are heard."""
    return _said("sounds") != "off"


def set_sounds(*, on: bool) -> None:
    """Remember whether scans are heard."""
    _store().setValue("sounds", "on" if on else "off")


def scan_gap_ms() -> int:
    """Return the longest pause between two keys of a scan, in milliseconds."""
    return min(LONGEST_GAP, max(SHORTEST_GAP, _number("scan_gap_ms", usual=_USUAL_GAP)))


def set_scan_gap_ms(gap: int) -> None:
    """Remember the longest pause between two keys of a scan, in milliseconds."""
    _store().setValue("scan_gap_ms", str(gap))


def scan_settings() -> ScanSettings:
    """Return what the scanners of this computer are like."""
    gap = scan_gap_ms()
    return ScanSettings(gap_ms=gap, silence_ms=max(ScanSettings().silence_ms, 2 * gap))


def idle_lock_minutes() -> int:
    """Return after how many minutes without a key the window locks itself; 0 is never."""
    return min(LONGEST_LOCK, _number("idle_minutes", usual=_USUAL_LOCK))


def set_idle_lock_minutes(minutes: int) -> None:
    """Remember after how many minutes the window locks itself; 0 is never."""
    _store().setValue("idle_minutes", str(minutes))


def papers_folder(meeting: Path) -> Path:
    """Return where the papers of the meeting file at `meeting` go; unless somebody chose, a folder beside it."""
    chosen = _folders().get(str(meeting), "")
    return Path(chosen) if chosen else usual_papers_folder(meeting)


def usual_papers_folder(meeting: Path) -> Path:
    """Return where the papers of a meeting file go while nobody has chosen another folder."""
    return meeting.parent / "Papers" / meeting.stem


def set_papers_folder(meeting: Path, folder: Path) -> None:
    """Remember where the papers of a meeting file go."""
    import json

    _store().setValue("papers_folders", json.dumps({**_folders(), str(meeting): str(folder)}))


def papers_printer() -> str:
    """Return the name of the printer that papers were last printed on; empty where none was."""
    return _said("papers_printer")


def set_papers_printer(name: str) -> None:
    """Remember which printer papers are printed on."""
    _store().setValue("papers_printer", name)


def wear(app: QApplication) -> None:
    """Take up what is remembered: the scheme, the keys on buttons, the sounds."""
    theme.apply(app, dark=dark())
    theme.show_hints(app, shown=hints())
    sound.mute(on=not sounds())


def said(name: str) -> str:
    """Return a habit as it is written down; empty where there is none."""
    return _said(name)


def say(name: str, value: str) -> None:
    """Write down a habit."""
    _store().setValue(name, value)


def _store() -> QSettings:
    # The INI format is the one that a test can send elsewhere, and that a person can read.
    return QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, PROGRAM, PROGRAM)


def _folders() -> dict[str, str]:
    import json

    try:
        found = json.loads(_said("papers_folders") or "{}")
    except ValueError:
        return {}
    return {str(key): str(value) for key, value in found.items()} if isinstance(found, dict) else {}


def _said(name: str) -> str:
    return str(_store().value(name, ""))


def _number(name: str, *, usual: int) -> int:
    found = _said(name)
    return int(found) if found.isascii() and found.isdigit() else usual

"""Habits of this computer, kept between starts: the look, the keys, the scanner, who worked here last."""

from pathlib import Path

from PySide6.QtCore import QSettings

from cmc_desk.rules.meeting import Role
from cmc_desk.rules.scans import ScanSettings

ORGANISATION = "CMC Desk"
APPLICATION = "CMC Desk"
SHORTEST_GAP, LONGEST_GAP = 10, 120
LONGEST_LOCK = 240
_RECENT = 8


def dark() -> bool:
    """Say whether the windows are dark."""
    return _flag("dark", usual=False)


def set_dark(*, on: bool) -> None:
    """Remember whether the windows are dark."""
    _store().setValue("dark", on)


def hints() -> bool:
    """Say whether buttons show their keys."""
    return _flag("hints", usual=True)


def set_hints(*, on: bool) -> None:
    """Remember whether buttons show their keys."""
    _store().setValue("hints", on)


def sounds() -> bool:
    """Say whether scans are heard."""
    return _flag("sounds", usual=True)


def set_sounds(*, on: bool) -> None:
    """Remember whether scans are heard."""
    _store().setValue("sounds", on)


def scan_gap_ms() -> int:
    """Return the longest pause between two keys of a scan, in milliseconds."""
    return min(LONGEST_GAP, max(SHORTEST_GAP, _number("scan_gap_ms", usual=int(ScanSettings().gap_ms))))


def set_scan_gap_ms(gap: int) -> None:
    """Remember the longest pause between two keys of a scan, in milliseconds."""
    _store().setValue("scan_gap_ms", gap)


def scan_settings() -> ScanSettings:
    """Return what the scanners of this computer are like."""
    gap = scan_gap_ms()
    return ScanSettings(gap_ms=gap, silence_ms=max(ScanSettings().silence_ms, 2 * gap))


def idle_lock_minutes() -> int:
    """Return after how many minutes without a key the window locks itself; 0 is never."""
    return min(LONGEST_LOCK, max(0, _number("idle_lock_minutes", usual=10)))


def set_idle_lock_minutes(minutes: int) -> None:
    """Remember after how many minutes the window locks itself; 0 is never."""
    _store().setValue("idle_lock_minutes", minutes)


def last_operator() -> str:
    """Return who worked here last, or nothing."""
    return _text("last_operator")


def set_last_operator(name: str) -> None:
    """Remember who works here."""
    _store().setValue("last_operator", name)


def last_station() -> str:
    """Return the station that this computer was last, or nothing."""
    return _text("last_station")


def set_last_station(name: str) -> None:
    """Remember which station this computer is."""
    _store().setValue("last_station", name)


def last_role() -> Role:
    """Return the role of whoever worked here last; the desk if nobody did."""
    found = _text("last_role")
    return Role(found) if found in set(Role) else Role.DESK


def set_last_role(role: Role) -> None:
    """Remember the role of whoever works here."""
    _store().setValue("last_role", role.value)


def language() -> str:
    """Return the language of the windows as a code such as `es`; nothing is the language of the computer."""
    return _text("language")


def set_language(code: str) -> None:
    """Remember the language of the windows."""
    _store().setValue("language", code)


def recent_meetings() -> tuple[Path, ...]:
    """Return the meeting files that were opened here, the last one first."""
    return tuple(Path(line) for line in _text("recent_meetings").splitlines() if line)


def add_recent_meeting(path: Path) -> None:
    """Remember that a meeting file was opened here."""
    others = [known for known in recent_meetings() if known != path]
    _store().setValue("recent_meetings", "\n".join(str(known) for known in (path, *others)[:_RECENT]))


def forget_recent_meeting(path: Path) -> None:
    """Forget a meeting file, such as one that is no longer there; the file itself is left alone."""
    others = [known for known in recent_meetings() if known != path]
    _store().setValue("recent_meetings", "\n".join(str(known) for known in others))


def _store() -> QSettings:
    # The INI format is the one that a test can send elsewhere, and that a person can read.
    return QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, ORGANISATION, APPLICATION)


def _text(name: str) -> str:
    found = _store().value(name, "")
    return found if isinstance(found, str) else ""


def _flag(name: str, *, usual: bool) -> bool:
    return {"true": True, "false": False}.get(_said(name), usual)


def _number(name: str, *, usual: int) -> int:
    found = _said(name)
    return int(found) if found.isascii() and found.isdigit() else usual


def _said(name: str) -> str:
    # Before it is written out a value comes back as what it was, afterwards as text.
    return str(_store().value(name, "")).strip().lower()

"""Copies of the open meeting: when the next is due, where they lie, and how one is brought back.

Nothing here needs SQLAlchemy before a meeting is open, so that the first window may ask for copies at once.
"""

import itertools
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from cmc_desk.clock import SystemClock
from cmc_desk.db.backup import Copy, copies_of, make_copy, name_before, restore, set_aside
from cmc_desk.db.connection import is_encrypted
from cmc_desk.db.identity import are_different
from cmc_desk.db.keys import key_file_of, unlock
from cmc_desk.i18n import gettext as _

if TYPE_CHECKING:
    from cmc_desk.desk.desk import Desk

__all__ = [
    "Copy",
    "CopyFile",
    "Schedule",
    "copies",
    "copy_job",
    "copy_now",
    "default_folder",
    "place_for",
    "restore_copy",
    "set_aside",
]

EVERY_SECONDS = 30.0
_PROGRAM = "cmc-desk"
_NAMED = 3


@dataclass(frozen=True, slots=True)
class CopyFile:
    """A copy as it lies in its folder; it is checked again when it is brought back."""

    path: Path
    taken_at: datetime
    size: int


@dataclass
class Schedule:
    """When the next copy is due: half a minute after the first change that no copy holds; seconds of a monotonic clock."""

    every: float = EVERY_SECONDS
    changed_at: float | None = None
    running: bool = False
    stopped: bool = False
    _before: float | None = None

    @property
    def pending(self) -> bool:
        """Whether there are changes that no copy holds, one that is being made included."""
        return self.changed_at is not None or (self.running and self._before is not None)

    def changed(self, at: float) -> None:
        """Learn of a change."""
        if self.changed_at is None:
            self.changed_at = at

    def due(self, at: float) -> bool:
        """Tell whether a copy should begin now."""
        waiting = self.changed_at is not None and at - self.changed_at >= self.every
        return waiting and not self.running and not self.stopped

    def begin(self) -> None:
        """Learn that a copy begins; changes from now on are for the next one."""
        self.running, self._before, self.changed_at = True, self.changed_at, None

    def made(self) -> None:
        """Learn that the copy is made and checked."""
        self.running, self._before, self.stopped = False, None, False

    def resume(self) -> None:
        """Learn that copying may be tried again: a copy was asked for by hand, or goes to another folder from now on."""
        self.stopped = False

    def failed(self, at: float, *, stop: bool = False) -> None:
        """Learn that there is no copy; it is tried again after the same while, unless the file itself failed its check."""
        self.running = False
        if self._before is not None:
            self.changed_at = at
        self._before = None
        self.stopped = self.stopped or stop

    def overdue_seconds(self, at: float) -> float:
        """Return for how long there have been changes that no copy holds."""
        since = self._before if self.running and self._before is not None else self.changed_at
        return 0.0 if since is None else max(0.0, at - since)


def default_folder(path: Path) -> Path:
    """Return where the copies of a meeting lie if the meeting does not say otherwise."""
    from platformdirs import user_data_path

    return user_data_path(_PROGRAM) / "copies" / path.stem


def folder_of(desk: "Desk") -> Path:
    """Return where the copies of the open meeting go."""
    from cmc_desk.desk.meeting import meeting

    chosen = desk.read(meeting).backup_folder
    return Path(chosen).expanduser() if chosen else default_folder(desk.store.path)


def copy_job(desk: "Desk", *, folder: Path | None = None, now: datetime | None = None) -> Callable[[], Copy]:
    """Return the work of making a copy, to be done in any thread: it opens the file for itself and never waits for the desk."""
    path, key = desk.store.path, desk.store.key
    target = folder or folder_of(desk)

    def work() -> Copy:
        # A file that was exchanged underneath must not be taken for the meeting.
        desk.store.check_in_place()
        return make_copy(path, target, key=key, now=now or SystemClock().now())

    return work


def copy_now(desk: "Desk", *, folder: Path | None = None, now: datetime | None = None) -> Copy:
    """Make a copy of the open meeting, opened and checked.

    Raises Refusal if the file itself fails its check, Unavailable if the folder cannot be written or the copy is not as it should be.
    """
    return copy_job(desk, folder=folder, now=now)()


def copies(path: Path, folder: Path | None = None) -> Sequence[CopyFile]:
    """Return the copies of the meeting `path`, newest first."""
    return tuple(
        CopyFile(copy, taken_at, copy.stat().st_size)
        for taken_at, copy in copies_of(path, folder or default_folder(path))
    )


def copies_words(path: Path, folder: str = "") -> str:
    """Return where the newest copies of a damaged meeting lie, in one sentence; `folder` is the one that the meeting names."""
    place = Path(folder).expanduser() if folder else default_folder(path)
    newest = [copy.path.name for copy in copies(path, place)[:_NAMED]]
    if not newest:
        return _("No copy of it lies in {folder}; look in the backup folder that was chosen in Setup.").format(
            folder=place
        )
    return _("The newest, each checked when it was taken, are in {folder}: {names}.").format(
        folder=place, names=", ".join(newest)
    )


def restore_copy(copy: Path, target: Path, *, secret: str = "", now: datetime | None = None) -> Path | None:
    """Put a copy in the place of `target`; return where the file that stood there was set aside, if there was one.

    Raises Refusal if `secret` does not open the copy, the copy fails its check or is of another meeting than `target`; then `target`
    is as it was.
    """
    key = unlock(key_file_of(copy), secret) if is_encrypted(copy) else None
    target.parent.mkdir(parents=True, exist_ok=True)
    return restore(copy, target, key=key, now=now or SystemClock().now())


def place_for(copy: Path, folder: Path, *, chosen: Path | None = None) -> Path:
    """Return where a copy may go back: over the meeting `chosen` unless that is another one, else into `folder` under its own name."""
    if chosen is not None and not are_different(copy, chosen):
        return chosen
    before = Path(name_before(copy))
    names = (f"{before.stem}{'' if number == 1 else f' ({number})'}{before.suffix}" for number in itertools.count(1))
    return next(place for name in names if not are_different(copy, place := folder / name))

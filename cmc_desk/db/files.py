"""Files that are either wholly there or not at all."""

import contextlib
import os
import secrets
from pathlib import Path

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.refusal import Unavailable

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


def make_folder(folder: Path) -> None:
    """Make `folder`, and those around it, unless it is there; raises Unavailable if it cannot be made."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _trouble(folder, error) from error


def write_atomically(path: Path, content: bytes, *, private: bool = False) -> None:
    """Write `content` to `path` so that a power cut leaves the old file or the new one, never half of it.

    A file that is `private` is for its owner alone; any other for whomever the umask of the computer lets read what is made.
    Raises Unavailable if the folder cannot be written or the disk is full; then nothing has changed.
    """
    part = path.with_name(f".{path.name[:40]}.{secrets.token_hex(8)}")
    try:
        # The mode is given at the making: a file that is narrowed afterwards has been open to others for a moment.
        handle = os.open(part, _NEW, 0o600 if private else 0o666)
    except OSError as error:
        raise _trouble(path, error) from error
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(path)
        sync_folder(path.parent)
    except OSError as error:
        with contextlib.suppress(OSError):
            part.unlink()
        raise _trouble(path, error) from error


def write_beside_if_open(path: Path, content: bytes, *, private: bool = True) -> Path:
    """Write `content` to `path`, or to `name (2)` if another program holds `path` open; return where it went.

    Papers are full of people: unless it is said that one is not, it is for its owner alone.
    """
    for number in range(1, 100):
        target = path if number == 1 else path.with_name(f"{path.stem} ({number}){path.suffix}")
        try:
            write_atomically(target, content, private=private)
        except Unavailable as error:
            # Windows refuses to replace a file that a spreadsheet program has open.
            if not isinstance(error.__cause__, PermissionError) or not target.exists():
                raise
        else:
            return target
    raise Unavailable(_("{path} is open in another program: close it and try again.").format(path=path))


def sync_folder(folder: Path) -> None:
    """Make sure that the names in `folder` are on the disk; Windows has no such call and needs none."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _trouble(path: Path, error: OSError) -> Unavailable:
    reason = error.strerror or str(error)
    return Unavailable(
        _("{path} cannot be written ({reason}): choose another folder or free some space.").format(
            path=path, reason=reason
        )
    )

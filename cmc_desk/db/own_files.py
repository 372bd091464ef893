"""Files that grow by lines in a folder of one person: never in one that somebody else made first, never through a link."""

import errno
import os
import stat
from pathlib import Path

from cmc_desk.db.files import sync_folder

_APPEND = os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
_READ = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)


def own_folder(folder: Path) -> None:
    """Make sure that `folder` is there, and of this person alone; raises OSError if it is somebody else's, or no folder.

    The folder for what is temporary is everybody's, and a name in it can be taken by whoever comes first.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    look_at_folder(folder)
    if os.name == "posix" and folder.stat().st_mode & 0o077:
        folder.chmod(0o700)


def look_at_folder(folder: Path) -> None:
    """Raise OSError if `folder` is not there, is no folder of its own, or is somebody else's."""
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode) or not _is_ours(found):
        raise PermissionError(errno.EPERM, "not a folder of this user", str(folder))


def append_line(path: Path, line: bytes) -> None:
    """Write `line` at the end of `path`, in a folder of this person, so that it is on the disk when this returns; else raises OSError.

    What a full disk took the beginning of is taken away again: the next line must begin where a line begins.
    """
    own_folder(path.parent)
    new = not path.exists()
    handle = os.open(path, _APPEND, 0o600)
    try:
        size = _look_at_file(handle, path).st_size
        try:
            while line:
                line = line[os.write(handle, line) :]
            os.fsync(handle)
        except OSError:
            os.ftruncate(handle, size)
            raise
    finally:
        os.close(handle)
    if new:
        sync_folder(path.parent)


def read_own(path: Path) -> bytes:
    """Return what stands in a file of this person; raises OSError if it is somebody else's, or no file of its own."""
    handle = os.open(path, _READ)
    with os.fdopen(handle, "rb") as stream:
        _look_at_file(handle, path)
        return stream.read()


def _look_at_file(handle: int, path: Path) -> os.stat_result:
    found = os.fstat(handle)
    if not stat.S_ISREG(found.st_mode) or found.st_nlink > 1 or not _is_ours(found):
        raise PermissionError(errno.EPERM, "not a file of this user", str(path))
    return found


def _is_ours(found: os.stat_result) -> bool:
    return not hasattr(os, "getuid") or found.st_uid == os.getuid()

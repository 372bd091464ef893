"""Halves of closing kits that were left where the program was ended from outside: full of people, under names that nobody sees."""

import os
import re
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from cmc_desk.db.held import held, left

_NAME = 40
_HEX = "[0-9a-f]{16}"
_ENDING = ".kit"


@contextmanager
def part_of(meeting: Path, folder: Path) -> Iterator[Path]:
    """Give the name under which a kit is made before it lies at `folder`.

    While it is made a file beside the meeting says so and is held: whoever finds it and nobody who holds it removes the half.
    """
    token = secrets.token_hex(8)
    part = folder.absolute().with_name(f".{folder.name[:_NAME]}.{token}")
    told = os.fsencode(part) + b"\0" + _identity(part.parent)
    with held(meeting.with_name(f".{meeting.name}.{token}{_ENDING}"), told):
        yield part


def clear_left(meeting: Path) -> None:
    """Remove the halves of kits of this meeting that nobody is at work on; what cannot be removed, or looked at, is left for the next time."""
    name = re.compile(re.escape(f".{meeting.name}.") + f"({_HEX})" + re.escape(_ENDING))
    with suppress(OSError):
        for path in meeting.absolute().parent.iterdir():
            if found := name.fullmatch(path.name):
                _clear(path, found[1])


def _clear(path: Path, token: str) -> None:
    with left(path) as content:
        named, _, folder = content.partition(b"\0")
        part = Path(os.fsdecode(named))
        # Whatever such a file says: only what has the name of our half is removed.
        ours = bool(re.fullmatch(rf"\..*\.{token}", part.name))
        if ours and part.is_dir() and not part.is_symlink():
            shutil.rmtree(part, ignore_errors=True)
        # A stick may be out, a share away, another stick in its place: only where the half would lie is it known to be gone.
        done = ours and not part.exists() and folder in (b"", _identity(part.parent)) and part.parent.is_dir()
    if done:
        with suppress(OSError):
            path.unlink()


def _identity(folder: Path) -> bytes:
    """Return what tells a folder from another one at its place; nothing if it is not there."""
    try:
        status = folder.stat()
    except OSError:
        return b""
    return b"%d:%d" % (status.st_dev, status.st_ino)

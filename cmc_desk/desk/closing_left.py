"""Halves of closing kits that were left where the program was ended from outside: full of people, under names that nobody sees."""

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
    with held(meeting.with_name(f".{meeting.name}.{token}{_ENDING}"), str(part).encode()):
        yield part


def clear_left(meeting: Path) -> None:
    """Remove the halves of kits of this meeting that nobody is at work on; what cannot be removed is left for the next time."""
    name = re.compile(re.escape(f".{meeting.name}.") + f"({_HEX})" + re.escape(_ENDING))
    with suppress(OSError):
        for path in meeting.absolute().parent.iterdir():
            if found := name.fullmatch(path.name):
                _clear(path, found[1])


def _clear(path: Path, token: str) -> None:
    with left(path) as content:
        part = Path(content.decode(errors="replace"))
        # Whatever such a file says: only what has the name of our half is removed.
        ours = bool(re.fullmatch(rf"\..*\.{token}", part.name))
        if ours and part.is_dir() and not part.is_symlink():
            shutil.rmtree(part, ignore_errors=True)
        done = ours and not part.exists()
    if done:
        with suppress(OSError):
            path.unlink()

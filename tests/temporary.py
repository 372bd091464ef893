"""Where temporary files of the tests lie: in memory where Linux offers enough of it, and on the disk where a disk is the subject."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

MEMORY = Path("/dev/shm")  # noqa: S108 - pytest and tempfile make folders in it that are this user's alone
ENOUGH = 2 * 1024**3
# What the usual folder is; the children of whoever looked first are told.
_USUAL = "CMC_DESK_TESTS_DISK"


def prefer_memory() -> None:
    """Let temporary files lie in memory, unless somebody has said where they lie.

    The suite makes thousands of meetings, and a third of its time went into waiting until a disk had taken what the test threw away
    a second later. Nothing is mocked by it: the same files are written and synchronised, by a kernel that has nothing to wait for.
    """
    os.environ.setdefault(_USUAL, tempfile.gettempdir())
    if "TMPDIR" in os.environ or not os.access(MEMORY, os.W_OK | os.X_OK) or shutil.disk_usage(MEMORY).free < ENOUGH:
        return
    os.environ["TMPDIR"] = tempfile.tempdir = str(MEMORY)


@contextmanager
def on_the_disk() -> Iterator[Path]:
    """Lend a folder on the disk, to those who ask what a disk does."""
    with tempfile.TemporaryDirectory(dir=os.environ[_USUAL], ignore_cleanup_errors=True) as folder:
        yield Path(folder)

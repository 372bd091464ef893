"""A file that is held for as long as somebody is at work: it is let go with the process, whatever ends that."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)

if sys.platform == "win32":
    import msvcrt

    # Beyond what is written in it: a locked part of a file cannot be read there.
    _PLACE = 1 << 20

    def _take(stream: IO[bytes]) -> None:
        stream.seek(_PLACE)
        msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _take(stream: IO[bytes]) -> None:
        fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def held(path: Path, content: bytes) -> Iterator[None]:
    """Make a file with this content and hold it until the end, when it is removed; where it cannot be made, nothing is held."""
    stream = _made(path, content)
    try:
        yield
    finally:
        if stream is not None:
            stream.close()
            with suppress(OSError):
                path.unlink()


@contextmanager
def left(path: Path) -> Iterator[bytes]:
    """Take over a file that whoever held it has left behind, and give its content; empty while somebody holds it still."""
    try:
        stream = path.open("r+b")
    except OSError:
        yield b""
        return
    with stream:
        try:
            _take(stream)
        except OSError:
            yield b""
            return
        stream.seek(0)
        yield stream.read()


def _made(path: Path, content: bytes) -> IO[bytes] | None:
    try:
        stream = os.fdopen(os.open(path, _NEW, 0o600), "wb")
    except OSError:
        return None
    try:
        _take(stream)
        stream.seek(0)
        stream.write(content)
        stream.flush()
    except OSError:
        # Somebody looks at it in this instant, or the disk is full: nobody would ever know what it was for.
        with suppress(OSError):
            stream.close()
        with suppress(OSError):
            path.unlink()
        return None
    return stream

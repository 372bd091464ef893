"""A disk that is full, for a moment: no file of this process may have any content."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

resource = pytest.importorskip("resource", reason="the limit of a file's size is one of POSIX")


@contextmanager
def no_room() -> Iterator[None]:
    """Let nothing be written; whoever runs the tests may write into a file himself, so it is for as short as can be."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, before)

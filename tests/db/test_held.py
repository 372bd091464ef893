"""A file that is held: whoever cannot hold it leaves none behind."""

import errno
import signal
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from cmc_desk.db.held import held, left

resource = pytest.importorskip("resource", reason="the limit of a file's size is one of POSIX")


@contextmanager
def no_room() -> Iterator[None]:
    """Let no file have any content, as on a disk that is full; whoever runs the tests may write into one, so it is for a moment."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, before)


def test_it_has_its_content_while_it_is_held_and_is_gone_afterwards(tmp_path: Path) -> None:
    path = tmp_path / "held"
    with held(path, b"half"):
        assert path.read_bytes() == b"half"
        with left(path) as content:
            assert content == b"", "somebody holds it"
    assert not path.exists()


def test_one_that_cannot_be_written_is_not_left_empty_for_ever(tmp_path: Path) -> None:
    path = tmp_path / "held"
    with pytest.raises(OSError) as full, no_room():  # noqa: PT011 - its number is looked at
        (tmp_path / "other").write_bytes(b"x")
    assert full.value.errno == errno.EFBIG
    with ExitStack() as stack:
        with no_room():
            stack.enter_context(held(path, b"half"))
        assert not path.exists()
    assert not path.exists()

"""A file that is held: whoever cannot hold it leaves none behind."""

import errno
from contextlib import ExitStack
from pathlib import Path

import pytest

from cmc_desk.db.held import held, left
from tests.full_disk import no_room


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

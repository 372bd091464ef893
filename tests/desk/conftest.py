"""A desk whose journal is whole when its test ends."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cmc_desk.desk.desk import Desk
from cmc_desk.desk.opening import verify_journal
from cmc_desk.desk.registration import Registered
from tests.meetings import KEISHA, enter, open_desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = open_desk(tmp_path)
    yield opened
    assert opened.read(verify_journal).whole
    opened.close()


@pytest.fixture
def keisha(desk: Desk) -> Registered:
    return enter(desk, KEISHA)

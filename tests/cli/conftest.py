"""A training meeting as the command line makes it."""

from pathlib import Path

import pytest

from cmc_desk.cli import main
from cmc_desk.resource import resource

LIST = resource("meetings", "cmc-2019-people.xlsx")


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Return a training meeting with its people, made once."""
    file = tmp_path_factory.mktemp("made") / "t.cmc"
    assert main(["new", str(file), "--training"]) == 0
    assert main(["import", str(file), str(LIST)]) == 0
    return file.read_bytes()


@pytest.fixture
def training(made: bytes, tmp_path: Path) -> Path:
    """Return a training meeting with its people; every test has a copy of its own."""
    file = tmp_path / "t.cmc"
    file.write_bytes(made)
    file.chmod(0o600)
    return file

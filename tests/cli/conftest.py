"""A training meeting as the command line makes it."""

from pathlib import Path

import pytest

from cmc_desk.cli import main
from cmc_desk.resource import resource

LIST = resource("meetings", "cmc-2019-people.xlsx")


@pytest.fixture
def training(tmp_path: Path) -> Path:
    """Return a training meeting with its people."""
    file = tmp_path / "t.cmc"
    assert main(["new", str(file), "--training"]) == 0
    assert main(["import", str(file), str(LIST)]) == 0
    return file

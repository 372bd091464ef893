"""While a command of this process is being written no other process may write, whatever this one does beside it.

A lock of a file belongs to the process on POSIX: closing any handle of that file lets go of all of them.
"""

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import text

from cmc_desk.clock import ManualClock
from cmc_desk.desk.backups import copies, copy_now
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.door_checks import computer_facts
from cmc_desk.desk.opening import open_copy, proves_secret
from tests.faults import visitor
from tests.faults.scene import Child
from tests.meetings import MORNING, PASSPHRASE, open_desk

pytestmark = pytest.mark.fault
BESIDE: dict[str, Callable[[Desk, Path], object]] = {
    "a copy": lambda desk, folder: copy_now(desk, folder=folder),
    "the list of copies": lambda desk, folder: copies(desk.store.path, folder),
    "the look before the doors": lambda desk, folder: computer_facts(desk.store.path, folder, now=MORNING),
    "a copy to look at": lambda desk, folder: open_copy(
        desk, folder.with_suffix(".cmc"), clock=ManualClock(MORNING)
    ).close(),
    "the passphrase": lambda desk, _folder: proves_secret(desk, PASSPHRASE),
}


@pytest.mark.parametrize("passphrase", [PASSPHRASE, ""])
@pytest.mark.parametrize("act", BESIDE)
def test_no_other_process_writes_meanwhile(tmp_path: Path, act: str, passphrase: str) -> None:
    desk = open_desk(tmp_path, passphrase=passphrase)
    with desk.store.write() as session:
        session.execute(text("UPDATE meeting SET id = id"))
        assert Child(visitor.work, desk.store.path).lines() == ["kept out"]
        BESIDE[act](desk, tmp_path / "beside")
        assert Child(visitor.work, desk.store.path).lines() == ["kept out"]
    assert Child(visitor.work, desk.store.path).lines() == ["let in"]
    desk.close()

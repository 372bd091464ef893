"""One meeting with sixty people, made once and copied for every fault."""

import dataclasses
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from cmc_desk.db import keys
from tests import temporary
from tests.faults.scene import Scene
from tests.meetings import PASSPHRASE, PEOPLE, enter, open_desk


@pytest.fixture
def tmp_path() -> Iterator[Path]:
    """Lend a folder on the disk: what it does with what it was given is asked here."""
    with temporary.on_the_disk() as folder:
        yield folder


@pytest.fixture(scope="session")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    with pytest.MonkeyPatch.context() as patch:
        # Every process that opens the copies would pay for the slot anew.
        patch.setattr(keys, "_COST", {"time_cost": 1, "memory_cost": 64, "parallelism": 1})
        desk = open_desk(tmp_path_factory.mktemp("founded"), passphrase=PASSPHRASE)
    people = tuple(enter(desk, dataclasses.replace(PEOPLE[n % 5], family_name=f"Example-{n}")).id for n in range(60))
    desk.close()
    return Scene(desk.store.path, people)


@pytest.fixture
def scene(founded: Scene, tmp_path: Path) -> Scene:
    return founded.copied_to(tmp_path / "meeting")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of four mebibytes; only root may make one, and not everywhere."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = shutil.which("mount")
    if mount is None:
        pytest.skip("there is no mount here")
    made = subprocess.run([mount, "-t", "tmpfs", "-o", "size=4m", "tmpfs", folder], capture_output=True, check=False)
    if made.returncode:
        pytest.skip("only root may mount a small disk")
    yield folder
    subprocess.run(["umount", "-l", folder], check=True)

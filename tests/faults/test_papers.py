"""A paper that cannot be written: one sentence, no half file, nothing recorded, and it is made when there is room again."""

import os
import stat
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from cmc_desk.clock import ManualClock
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.made_papers import paper_states
from cmc_desk.desk.making_papers import make_paper, record_paper
from cmc_desk.desk.opening import open_meeting
from cmc_desk.rules.papers import Ask, Format, PaperState
from cmc_desk.rules.refusal import Refusal, Unavailable
from tests.faults.scene import Child, Scene
from tests.faults.test_disk import fill, root_only
from tests.meetings import DESK_A, MORNING, PASSPHRASE
from tests.paper_kinds import SHEET

pytestmark = [
    pytest.mark.fault,
    pytest.mark.skipif(sys.platform == "win32", reason="limits and owners are those of Unix"),
]


def opened(scene: Scene) -> Desk:
    return open_meeting(scene.path, author=DESK_A, secret=PASSPHRASE, clock=ManualClock(MORNING))


def state(desk: Desk) -> PaperState:
    (paper,) = desk.read(paper_states, now=MORNING, kinds=(SHEET,))
    return paper.state


def test_a_stick_that_is_full_leaves_no_half_paper_and_takes_it_when_there_is_room(
    scene: Scene, small_disk: Path
) -> None:
    desk = opened(scene)
    folder = small_disk / "Papers"
    folder.mkdir()
    ballast = fill(small_disk)
    with pytest.raises(Unavailable, match="free some space"):
        make_paper(desk, SHEET, Ask(), Format.PDF, folder)
    assert list(folder.iterdir()) == []
    assert state(desk) is PaperState.NOT_MADE
    ballast.unlink()
    record_paper(desk, make_paper(desk, SHEET, Ask(), Format.PDF, folder))
    assert [path.name for path in folder.iterdir()] == ["sheet en v1.pdf"]
    assert state(desk) is PaperState.CURRENT
    desk.close()


def as_nobody(scene: Scene, folder: Path, *, out: int) -> None:
    desk = opened(scene)
    # Everything that makes a paper is loaded: nobody may read the folder of Python itself.
    make_paper(desk, SHEET, Ask(), Format.PDF, scene.path.parent / "before")
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
    try:
        make_paper(desk, SHEET, Ask(), Format.PDF, folder)
        os.write(out, b"made\n")
    except (Refusal, Unavailable) as error:
        os.write(out, f"{type(error).__name__}: {error.sentence}\n".encode())
    finally:
        with suppress(Unavailable):
            desk.close()


@root_only
@pytest.mark.parametrize("there", [True, False])
def test_a_folder_that_may_not_be_written_is_said_in_a_sentence(scene: Scene, tmp_path: Path, there: bool) -> None:  # noqa: FBT001 - a parameter of the test
    for folder in scene.path.parents:
        if folder.owner() == "root" and len(folder.parts) > 2:
            folder.chmod(folder.stat().st_mode | stat.S_IXOTH | stat.S_IROTH)
    for path in (scene.path, scene.path.parent):
        path.chmod(0o777)
    scene.path.with_name("m.cmc.key").chmod(0o644)
    locked = tmp_path / "locked"
    locked.mkdir()
    locked.chmod(0o555)
    (said,) = Child(as_nobody, scene, locked if there else locked / "Papers").lines()
    assert said.startswith("Unavailable")
    assert "Permission denied" in said
    assert list(locked.iterdir()) == []

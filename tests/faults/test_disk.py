"""The disk says no: one sentence, nothing half done, and everything is there when it says yes again."""

import os
import stat
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from cmc_desk.clock import ManualClock
from cmc_desk.db.backup import make_copy
from cmc_desk.desk import attendance
from cmc_desk.desk.opening import open_meeting
from cmc_desk.rules.refusal import Refusal, Unavailable
from tests.faults import clerk
from tests.faults.scene import Child, Scene, acknowledged, whole
from tests.meetings import DESK_A, MORNING, PASSPHRASE, clock_of

pytestmark = [
    pytest.mark.fault,
    pytest.mark.skipif(sys.platform == "win32", reason="limits and owners are those of Unix"),
]
root_only = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can become somebody else"
)


def fill(folder: Path) -> Path:
    ballast = folder / "ballast"
    with ballast.open("wb", buffering=0) as stream, suppress(OSError):
        while stream.write(bytes(4096)):
            pass
    return ballast


def test_a_full_disk_is_said_in_a_sentence_and_loses_nothing(founded: Scene, small_disk: Path) -> None:
    scene = founded.copied_to(small_disk)
    desk = open_meeting(scene.path, author=DESK_A, secret=PASSPHRASE, clock=ManualClock(MORNING))
    first, *others = scene.people
    desk.do(attendance.check_in, participant=first)
    ballast = fill(small_disk)
    told: list[Any] = []
    desk.subscribe(told.append)
    for participant in others[:5]:
        with pytest.raises(Unavailable, match="full"):
            desk.do(attendance.check_in, participant=participant)
    assert told == []
    with pytest.raises(Unavailable):
        make_copy(scene.path, small_disk / "copies", key=desk.store.key, now=MORNING)
    assert not [path for path in (small_disk / "copies").glob("*") if path.stat().st_size]
    assert len(desk.read(attendance_of)) == 1
    ballast.unlink()
    for participant in others[:5]:
        desk.do(attendance.check_in, participant=participant)
    desk.close()
    assert whole(scene, {first, *others[:5]}) == {first, *others[:5]}


def attendance_of(session: Any) -> list[Any]:
    return list(session.execute(text("SELECT participant FROM presence_event")))


def limited(path: Path, people: tuple[str, ...], *, out: int) -> None:
    import resource
    import signal

    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    size = path.stat().st_size
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
    clerk.work(path, people, out=out)


def test_a_file_that_may_not_grow_is_said_in_a_sentence_and_loses_nothing(scene: Scene) -> None:
    said = Child(limited, scene.path, scene.people).lines()
    assert all(line.startswith(("in ", "no Unavailable: The disk with m.cmc")) for line in said)
    refused = [line for line in said if line.startswith("no ")]
    assert refused
    assert whole(scene, acknowledged(said)) == acknowledged(said)


def as_nobody(path: Path, people: tuple[str, ...], *, out: int) -> None:
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
    clerk.work(path, people, out=out)


@root_only
@pytest.mark.parametrize(("file_mode", "folder_mode"), [(0o444, 0o777), (0o666, 0o555)])
def test_a_file_or_folder_that_may_not_be_written_is_said_at_opening(
    scene: Scene, file_mode: int, folder_mode: int
) -> None:
    for folder in scene.path.parents:
        if folder.owner() == "root" and len(folder.parts) > 2:
            folder.chmod(folder.stat().st_mode | stat.S_IXOTH | stat.S_IROTH)
    scene.path.chmod(file_mode)
    scene.path.with_name("m.cmc.key").chmod(0o644)
    scene.path.parent.chmod(folder_mode)
    before = scene.path.read_bytes()
    (said,) = Child(as_nobody, scene.path, scene.people).lines()
    assert said.startswith("no Unavailable")
    assert "read-only" in said
    assert scene.path.read_bytes() == before


def test_a_file_that_was_replaced_is_not_written_and_can_be_saved_elsewhere(scene: Scene, founded: Scene) -> None:
    desk = open_meeting(scene.path, author=DESK_A, secret=PASSPHRASE, clock=ManualClock(MORNING))
    desk.do(attendance.check_in, participant=scene.people[0])
    moved = scene.path.with_name("moved.cmc")
    scene.path.rename(moved)
    scene.path.write_bytes(founded.path.read_bytes())
    before = moved.read_bytes(), scene.path.read_bytes()
    with pytest.raises(Unavailable, match="replaced"):
        desk.do(attendance.check_in, participant=scene.people[1])
    assert (moved.read_bytes(), scene.path.read_bytes()) == before
    assert clock_of(desk).now() == MORNING
    desk.close()
    assert whole(scene, set()) == set()


def test_a_page_that_went_bad_while_open_is_said_and_not_written_over(scene: Scene) -> None:
    desk = open_meeting(scene.path, author=DESK_A, secret=PASSPHRASE, clock=ManualClock(MORNING))
    content = scene.path.read_bytes()
    with scene.path.open("r+b") as stream:
        stream.seek(4096)
        stream.write(bytes(len(content) - 4096))
    with pytest.raises(Refusal, match="damaged"):
        desk.do(attendance.check_in, participant=scene.people[0])
    desk.close()

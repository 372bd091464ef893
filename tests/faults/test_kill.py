"""A desk is killed at any moment: nothing acknowledged is missing, nothing is half done."""

import sys
import time
from pathlib import Path

import pytest

from tests.faults.scene import TIMES, Scene, acknowledged, clerk_at, dice, whole

pytestmark = [
    pytest.mark.fault,
    pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is of Unix"),
]


def test_nothing_acknowledged_is_missing_after_a_kill_at_any_moment(founded: Scene, tmp_path: Path) -> None:
    chance = dice(1)
    for run in range(25 * TIMES):
        scene = founded.copied_to(tmp_path / str(run))
        child = clerk_at(scene, scene.people)
        said = [child.line()]
        spin(chance.random() * 0.1)
        child.process.kill()
        said += child.lines()
        present = whole(scene, acknowledged(said))
        # At most the one act that was on its way is there without having been acknowledged.
        assert len(present) <= len(acknowledged(said)) + 1


def test_a_file_that_many_desks_died_over_still_takes_everybody(scene: Scene) -> None:
    chance = dice(2)
    known: set[str] = set()
    for _run in range(8 * TIMES):
        child = clerk_at(scene, chance.sample(scene.people, k=30))
        said = [child.line()]
        spin(chance.random() * 0.06)
        child.process.kill()
        known |= acknowledged([*said, *child.lines()])
        whole(scene, known)
    child = clerk_at(scene, scene.people)
    assert acknowledged(child.lines()) == set(scene.people)
    assert whole(scene, known) == set(scene.people)


def spin(seconds: float) -> None:
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        pass

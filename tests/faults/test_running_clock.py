"""The chair's desk is killed in the middle of an item and of a speech: after reopening the same second is shown."""

import sys
from pathlib import Path

import pytest

from cmc_desk.clock import ManualClock
from cmc_desk.desk.opening import open_meeting, verify_journal
from tests.faults import chair
from tests.faults.scene import TIMES, Child, Scene, dice
from tests.faults.test_kill import spin
from tests.meetings import PASSPHRASE

pytestmark = [
    pytest.mark.fault,
    pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is of Unix"),
]


def shown(scene: Scene) -> str:
    """Open the meeting as anybody would and return what its clocks show."""
    desk = open_meeting(scene.path, author=chair.CHAIR, secret=PASSPHRASE, clock=ManualClock(chair.LATER))
    try:
        assert desk.read(verify_journal).whole
        return chair.clocks(desk)
    finally:
        desk.close()


def test_after_a_kill_in_the_middle_of_a_speech_the_same_second_is_shown(founded: Scene, tmp_path: Path) -> None:
    undisturbed = Child(chair.work, founded.copied_to(tmp_path / "whole").path).lines()
    assert len(undisturbed) == len(set(undisturbed)) == 30
    assert sum("speaking" in line for line in undisturbed) >= 12
    chance = dice(3)
    for run in range(10 * TIMES):
        scene = founded.copied_to(tmp_path / str(run))
        child = Child(chair.work, scene.path)
        said = [child.line()]
        spin(chance.random() * 0.4)
        child.process.kill()
        said += child.lines()
        assert undisturbed[: len(said)] == said
        # At most the one act that was on its way is there without having been acknowledged.
        assert shown(scene) in undisturbed[len(said) - 1 : len(said) + 1]

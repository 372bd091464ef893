"""What somebody found who looked before the doors open, and what the computer says of itself."""

import tempfile
from datetime import timedelta
from pathlib import Path

import pytest

from cmc_desk.desk import backups
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.door_checks import computer_facts, looked, note_check
from cmc_desk.rules.document_kinds import DoorCheck
from cmc_desk.rules.refusal import Refusal
from tests.meetings import DESK_B, MORNING, reopened


def test_the_last_look_of_a_station_stands_in_the_place_of_the_one_before_and_can_be_taken_back(desk: Desk) -> None:
    desk.do(note_check, what=DoorCheck.PRINTER, good=False, words="  streaks  ")
    desk.do(note_check, what=DoorCheck.PRINTER, good=True)
    other = reopened(desk, author=DESK_B)
    other.do(note_check, what=DoorCheck.PRINTER, good=False, words="no paper")
    other.close()
    assert [(one.station, one.good, one.words) for one in desk.read(looked)] == [
        ("Desk A", True, ""),
        ("Desk B", False, "no paper"),
    ]
    desk.undo()
    assert desk.read(looked)[0].words == "streaks"


def test_what_is_not_as_it_should_be_must_be_said_in_words(desk: Desk) -> None:
    with pytest.raises(Refusal, match="few words") as refused:
        desk.do(note_check, what=DoorCheck.CLOCK, good=False, words=" ")
    assert refused.value.field == "words"
    assert desk.read(looked) == ()


def test_the_computer_says_how_old_its_copies_are_and_whether_one_lies_on_another_disk(
    desk: Desk, tmp_path: Path
) -> None:
    copies = tmp_path / "copies"
    empty = computer_facts(desk.store.path, copies, now=MORNING)
    assert (empty.copied, empty.apart, empty.there, empty.shared) == (None, "", False, "")
    assert empty.free
    backups.copy_now(desk, folder=copies, now=MORNING)
    later = MORNING + timedelta(minutes=9)
    found = computer_facts(desk.store.path, copies, now=later)
    assert (found.copied, found.copies_in) == (timedelta(minutes=9), str(copies))
    # The disk is the same: whoever takes the computer takes the copy as well.
    assert (found.elsewhere, found.apart) == (None, "")


def test_a_stick_that_was_taken_out_is_remembered_and_is_not_there(desk: Desk, tmp_path: Path) -> None:
    stick = Path("/media/nobody/STICK/cmc")
    found = computer_facts(desk.store.path, tmp_path / "copies", now=MORNING, stick=stick)
    assert (found.apart, found.there, found.elsewhere) == (str(stick), False, None)


# The disk in memory that Linux has: the only second one that a test can count on.
MEMORY = Path("/dev/shm")  # noqa: S108 - a folder of its own is made there


@pytest.mark.skipif(not MEMORY.is_dir(), reason="there is no second disk here")
def test_a_copy_on_another_disk_has_an_age(desk: Desk, tmp_path: Path) -> None:
    with tempfile.TemporaryDirectory(dir=MEMORY) as name:
        if Path(name).stat().st_dev == tmp_path.stat().st_dev:
            pytest.skip("the same disk here")
        backups.copy_now(desk, folder=Path(name), now=MORNING)
        found = computer_facts(desk.store.path, tmp_path / "copies", now=MORNING, stick=Path(name))
    assert (found.apart, found.there, found.elsewhere) == (name, True, timedelta())

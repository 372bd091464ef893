"""The disk, the folder or the user says no: one clear sentence, nothing half done, and the page goes on."""

import os
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from cmc_desk.rules.refusal import Unavailable
from tests.meetings import JOSE, enter
from tests.paper_kinds import DEFECT, ROOMS, SHEET, UNAVAILABLE
from tests.ui.papers.office import ALT, CTRL, Office, WaitingPool, make_office

ENTER = Qt.Key.Key_Return


def test_a_folder_that_cannot_be_made_is_said_and_nothing_is_recorded(office: Office) -> None:
    office.folder.parent.write_text("a file where the folder should be")
    office.press(ENTER, CTRL)
    kind, said = office.last()
    assert kind == "coral"
    assert said.startswith("NOT MADE. The folder")
    assert office.journal() == []
    assert office.state("Sheet of names") == ("", "Not made")
    assert office.page.side.make.isEnabled(), "it can be tried again"
    office.folder.parent.unlink()
    office.press(ENTER, CTRL)
    assert office.state("Sheet of names") == ("v1", "Current")


def test_a_disk_that_is_full_is_said_and_leaves_no_half_file(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        office.press(ENTER, CTRL)
    kind, said = office.last()
    assert kind == "coral"
    assert "No space left on device" in said
    assert office.files() == []
    assert office.journal() == []


def test_a_file_that_is_open_elsewhere_lets_the_paper_go_beside_it_and_says_so(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace_file = Path.replace

    def windows_says_no(self: Path, other: Path) -> Path:
        if Path(other).name == "sheet en v1.pdf":
            Path(other).touch()
            raise PermissionError(13, "The file is used by another process")
        return replace_file(self, other)

    monkeypatch.setattr(Path, "replace", windows_says_no)
    office.press(ENTER, CTRL)
    kind, said = office.last()
    assert kind == "amber"
    assert "Made as sheet en v1 (2).pdf" in said
    assert "open in another program" in said


def test_a_paper_that_is_made_but_cannot_be_recorded_is_said_as_that(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(*_args: object, **_kwargs: object) -> None:
        raise Unavailable("Another program has locked the meeting file: try again.")

    monkeypatch.setattr(office.desk, "do", locked)
    office.press(ENTER, CTRL)
    kind, said = office.last()
    assert kind == "coral"
    assert said.startswith("Saved, but NOT RECORDED in the journal: sheet en v1.pdf")


def test_what_cannot_be_rendered_says_why_in_the_place_of_its_pages(qtbot: QtBot, tmp_path: Path) -> None:
    office = make_office(qtbot, tmp_path, kinds=(UNAVAILABLE, SHEET))
    assert "fonts cannot be read" in office.page.preview._trouble.accessibleName()
    assert not office.page.side.make.isEnabled()
    office.choose("Sheet of names")
    assert office.page.preview.view.isVisible()
    assert office.page.side.make.isEnabled()
    office.close()


def test_a_defect_of_one_paper_does_not_stop_the_page(qtbot: QtBot, tmp_path: Path) -> None:
    with capture_exceptions() as raised:
        office = make_office(qtbot, tmp_path, kinds=(DEFECT, SHEET))
        office.press(ENTER, CTRL)
        office.choose("Sheet of names")
    assert {kind for kind, _error, _trace in raised} == {ZeroDivisionError}
    office.press(ENTER, CTRL)
    assert office.state("Sheet of names") == ("v1", "Current")
    office.close()


def test_making_again_stops_at_the_first_that_cannot_be_made_and_says_how_far_it_came(
    qtbot: QtBot, tmp_path: Path
) -> None:
    office = make_office(qtbot, tmp_path, kinds=(SHEET, ROOMS))
    for title in ("Sheet of names", "Rooms"):
        office.choose(title)
        office.press(ENTER, CTRL)
    enter(office.desk, JOSE)
    office.page.reader.read()
    broken = replace(ROOMS, render=UNAVAILABLE.render)
    overview = office.page._overview
    assert overview is not None
    office.page._overview = replace(overview, kinds=(SHEET, broken))
    office.press(Qt.Key.Key_R, CTRL)
    assert office.last() == ("coral", "1 of 2 were made. The fonts cannot be read: set the program up again.")
    assert office.state("Sheet of names") == ("v2", "Current")
    assert office.state("Rooms") == ("v1", "Changed")
    office.close()


def test_making_can_be_cancelled_and_what_lies_there_already_stays(qtbot: QtBot, tmp_path: Path) -> None:
    pool = WaitingPool()
    office = make_office(qtbot, tmp_path, pool=pool)
    pool.run()
    office.press(ENTER, CTRL)
    side = office.page.side
    assert side.working.text() == "Making Sheet of names …"
    assert not side.make.isVisible()
    assert not office.page.list.remake.isEnabled()
    office.press(Qt.Key.Key_C, ALT)
    pool.run()
    assert office.last() == ("quiet", "Nothing was made: it was cancelled.")
    assert office.files() == []
    assert side.make.isVisible()
    office.close()


def test_another_window_that_writes_is_seen_in_the_list(office: Office) -> None:
    office.press(ENTER, CTRL)
    enter(office.desk, JOSE)
    timer = office.page.reader._list._rest
    assert timer.isActive(), "a queue that is checked in is not read at every scan"
    timer.timeout.emit()
    assert office.state("Sheet of names") == ("v1", "Changed")

"""The attendance workbook as the page saves it: said, recorded, cancelled, refused."""

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QPoint, QRunnable, Qt
from pytestqt.qtbot import QtBot

from cmc_desk.desk.journal_list import journal_lines
from cmc_desk.desk.papers import Written
from cmc_desk.rules.people import Sensitivity
from cmc_desk.ui.registration.export_panel import added_words, offered_levels
from tests.ui.registration.door import Door, make_door
from tests.ui.registration.hands import CTRL


def test_the_workbook_is_saved_recorded_and_said(door: Door, tmp_path: Path) -> None:
    out = tmp_path / "attendance.xlsx"
    door.page.export(out)
    assert load_workbook(out).sheetnames[0] == "Summary"
    assert door.desk.read(journal_lines)[-1].kind == "papers.exported"
    assert (door.said[-1].kind, door.said[-1].bold) == ("notice", "attendance.xlsx")
    assert str(tmp_path) in door.said[-1].after
    assert not door.page.sessions.export.save.isHidden()


def test_csv_comes_with_it_when_it_is_ticked(door: Door, tmp_path: Path) -> None:
    door.click(door.page.sessions.export.csv, QPoint(8, 12))
    door.page.export(tmp_path / "attendance.xlsx")
    assert (tmp_path / "attendance-people.csv").exists()


def test_ctrl_e_asks_where_and_does_nothing_without_an_answer(door: Door, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[bool] = []
    monkeypatch.setattr(door.page, "_ask_where", lambda: asked.append(True))
    door.press(Qt.Key.Key_E, CTRL)
    assert asked == [True]
    assert door.said == []


def test_a_workbook_that_was_open_elsewhere_is_said_to_lie_beside_it(door: Door, tmp_path: Path) -> None:
    asked = tmp_path / "attendance.xlsx"
    written = Written(asked, (tmp_path / "attendance (2).xlsx",), (), "0" * 64, 0, None)
    door.page._on_written(written)
    assert (door.said[-1].kind, door.said[-1].bold) == ("amber", "attendance (2).xlsx")
    assert "attendance.xlsx, which is open in another program" in door.said[-1].after


def test_a_folder_that_cannot_be_written_is_said_and_nothing_is_recorded(door: Door, tmp_path: Path) -> None:
    rows = len(door.desk.read(journal_lines))
    door.page.export(tmp_path / "nowhere" / "a.xlsx")
    assert door.said[-1].kind == "coral"
    assert len(door.desk.read(journal_lines)) == rows


def test_a_workbook_can_be_cancelled_before_anything_is_written(qtbot: QtBot, tmp_path: Path) -> None:
    pool = _WaitingPool()
    door = make_door(qtbot, tmp_path, pool=pool)
    out = tmp_path / "attendance.xlsx"
    door.page.export(out)
    door.page.sessions.export.show_progress(0, 5)
    door.click(door.page.sessions.export.cancel)
    pool.run()
    assert not out.exists()
    assert door.said[-1].before == "The workbook was cancelled."
    door.desk.close()


def test_a_class_of_columns_that_adds_nothing_is_not_offered_and_every_other_says_what_it_adds() -> None:
    assert Sensitivity.TRAVEL not in offered_levels()
    assert "Phone" in added_words(Sensitivity.DESK)
    assert "Dietary needs" in added_words(Sensitivity.SPECIAL)


class _WaitingPool:
    """Keeps what it is given until it is told to run it."""

    def __init__(self) -> None:
        self._waiting: list[Callable[[], None]] = []

    def start(self, runnable: QRunnable, /) -> None:
        self._waiting.append(runnable.run)

    def run(self) -> None:
        for work in self._waiting:
            work()

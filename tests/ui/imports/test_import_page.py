"""The import page: nothing is written before Import, once only, and the result can be taken back."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from cmc_desk.desk import importing
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.journal_list import journal_lines
from cmc_desk.ui.context import Message
from cmc_desk.ui.registration.import_page import ImportPage
from tests.ui.imports.acts import (
    DUPLICATE,
    SECOND,
    everybody,
    press,
)
from tests.ui.registration.lost_answer import lost


def test_a_list_is_compared_and_nothing_is_written(page: ImportPage, desk: Desk, said: list[Message]) -> None:
    before = everybody(desk)
    page.open_at(SECOND)
    assert [option.count for option in page.list.filter.options()] == [29, 9, 7, 10, 1, 2]
    assert page.list.write.text() == "Import 16"
    assert everybody(desk) == before
    assert said[-1].before.startswith("Read 29 rows")


def test_ctrl_enter_writes_and_ctrl_z_takes_it_back(page: ImportPage, desk: Desk, said: list[Message]) -> None:
    before = everybody(desk)
    page.open_at(SECOND)
    press(page, Qt.Key.Key_Return, ctrl=True)
    assert everybody(desk) == before + 9
    assert (said[-1].bold, said[-1].undo) == ("9 new, 7 updated", True)
    assert page.callout.isVisible()
    assert page.list.write.text() == "Import 0"
    assert not page.list.write.isEnabled()
    page.context.undo()
    assert everybody(desk) == before
    assert page.list.write.text() == "Import 16"
    assert not page.callout.isVisible()


def test_ctrl_enter_twice_is_one_import(page: ImportPage, desk: Desk) -> None:
    before = everybody(desk)
    page.open_at(SECOND)
    press(page, Qt.Key.Key_Return, ctrl=True)
    press(page, Qt.Key.Key_Return, ctrl=True)
    assert everybody(desk) == before + 9
    assert [line.kind for line in desk.read(journal_lines)].count("registration.import") == 2


def test_ctrl_enter_again_after_an_answer_that_was_lost_is_the_same_import(
    page: ImportPage, desk: Desk, said: list[Message], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = everybody(desk)
    page.open_at(SECOND)
    page.list.table.choose(DUPLICATE)
    press(page, Qt.Key.Key_Insert)
    with lost(monkeypatch):
        press(page, Qt.Key.Key_Return, ctrl=True)
    assert page.callout.isVisible()
    press(page, Qt.Key.Key_Return, ctrl=True)
    assert everybody(desk) == before + 10
    assert said[-1].bold == "10 new, 7 updated"
    assert [line.kind for line in desk.read(journal_lines)].count("registration.import") == 2


def test_a_file_that_is_no_list_is_refused_with_a_sentence_that_stays(page: ImportPage, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.xlsx"
    wrong.write_text("no workbook")
    page.open_at(wrong)
    assert page.callout.isVisible()
    assert "not a workbook" in page.callout.second.text()
    assert page.empty.isVisible()
    page.open_at(SECOND)
    assert not page.callout.isVisible()
    page.open_at(wrong)
    assert page.list.isVisible()


def test_a_file_can_be_dropped_onto_the_page(page: ImportPage) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(SECOND))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(200, 200), Qt.DropAction.CopyAction, data, buttons, keys)
    QApplication.sendEvent(page, enter)
    assert enter.isAccepted()
    drop = QDropEvent(QPoint(200, 200), Qt.DropAction.CopyAction, data, buttons, keys)
    QApplication.sendEvent(page, drop)
    assert page.opened is not None
    assert page.opened.table.file_name == SECOND.name


def test_the_template_and_the_rows_to_correct_are_saved(page: ImportPage, tmp_path: Path, said: list[Message]) -> None:
    page.save_template(tmp_path / "empty.xlsx", language="es")
    assert (tmp_path / "empty.xlsx").stat().st_size > 0
    page.open_at(SECOND)
    page.save_left_out(tmp_path / "wrong.xlsx")
    assert said[-1].bold == "wrong.xlsx"
    assert len(importing.read_list(tmp_path / "wrong.xlsx").rows) == 3
    page.save_left_out(tmp_path / "nowhere" / "wrong.xlsx")
    assert said[-1].kind == "coral"


def test_the_keys_of_the_page_are_told(page: ImportPage) -> None:
    told = {key for key, _words in page.keys()}  # noqa: SIM118 - a page is no dict
    assert {"Ctrl+O", "Ctrl+Return", "F8", "Right", "Left", "Ins"} <= told


def test_the_page_fits_a_small_screen_whatever_row_is_chosen(page: ImportPage) -> None:
    page.open_at(SECOND)
    assert page.opened is not None
    for row in page.opened.plan.rows:
        page.list.table.choose(row.row)
        QApplication.processEvents()
        assert page.minimumSizeHint().height() <= 676


def test_a_list_without_names_says_which_are_looked_for(page: ImportPage, said: list[Message], tmp_path: Path) -> None:
    (tmp_path / "prices.csv").write_text("Item,Price\nCoffee,3\n", encoding="utf-8")
    page.open_at(tmp_path / "prices.csv")
    assert said[-1].kind == "amber"

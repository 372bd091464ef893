"""The import of an agenda: nothing is written before Import, once only, and the result can be taken back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from cmc_desk.desk import agenda, agenda_plan
from cmc_desk.desk.agenda_files import write_agenda
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.journal_list import journal_lines
from cmc_desk.desk.published import published_agenda
from cmc_desk.rules.meeting import ItemPlan
from cmc_desk.ui import theme
from cmc_desk.ui.agenda.import_rows import chip_of, when_words
from cmc_desk.ui.agenda.import_view import AgendaImportView
from cmc_desk.ui.context import Context, Message
from tests.desk.kingston import open_desk
from tests.ui.inline_pool import InlinePool
from tests.ui.registration.lost_answer import lost


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = open_desk(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def view(desk: Desk, qtbot: QtBot, qapp: QApplication) -> Iterator[AgendaImportView]:
    theme.apply(qapp, dark=False)
    made = AgendaImportView(Context(desk, pool=InlinePool()))
    stop = desk.subscribe(made.reload)
    made.resize(1278, 676)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    yield made
    stop()


@pytest.fixture
def said(view: AgendaImportView) -> list[Message]:
    heard: list[Message] = []
    view.context.said.connect(heard.append)
    return heard


@pytest.fixture
def file(desk: Desk, tmp_path: Path) -> Path:
    """An agenda with something new, changed, wrong, skipped and left away."""
    path = write_agenda(desk, tmp_path / "agenda.csv").path
    lines = path.read_text("utf-8-sig").splitlines()
    text = "\n".join(line for line in lines if not line.startswith("photo,"))
    text = text.replace("Opening Remarks", "Words of welcome").replace(
        "opening,2019-12-05,09:00", "opening,2019-12-05,9.05"
    )
    text += "\n,2019-12-05,17:45,18:00,,Group photograph,,,,,,,,,,,,\n,2019-12-05,noon,18:00,,Something,,,,,,,,,,,,\n"
    path.write_text(text, "utf-8")
    return path


def items(desk: Desk) -> dict[str, ItemPlan]:
    return {item.key: item for item in desk.read(published_agenda).items}


def press(view: AgendaImportView, key: Qt.Key, *, ctrl: bool = False) -> None:
    modifier = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
    QTest.keyClick(view.focusWidget() or view, key, modifier)


def test_a_file_is_compared_and_nothing_is_written(
    view: AgendaImportView, desk: Desk, file: Path, said: list[Message]
) -> None:
    before = items(desk)
    view.open_file(file)
    assert [option.count for option in view.list.filter.options()] == [len(before) + 2, 1, 1, len(before) - 2, 0, 1, 1]
    assert view.list.write.text() == "Import 2"
    assert items(desk) == before
    assert said[-1].before.startswith(f"Read {len(before) + 1} lines")


def test_a_line_is_shown_with_what_the_file_says_and_what_we_have(view: AgendaImportView, file: Path) -> None:
    view.open_file(file)
    view.list.filter.choose("changed")
    row = view.list.table.current()
    assert row is not None
    assert (row.title, when_words(row), chip_of(row).text) == ("Words of welcome", "Thu 5 09:05–09:45", "Changed")
    shown = view.line.said.differing.rows()
    assert [(one.title, one.ours, one.theirs) for one in shown] == [
        ("Title", "Opening Remarks", "Words of welcome"),
        ("Begins", "09:00", "09:05"),
    ]
    view.list.filter.choose("problem")
    problem = view.list.table.current()
    assert problem is not None
    assert chip_of(problem).text == "Problem"
    assert not view.line.take.isVisible()


def test_left_keeps_what_we_have_and_right_takes_the_file(view: AgendaImportView, desk: Desk, file: Path) -> None:
    view.open_file(file)
    view.list.filter.choose("changed")
    view.list.table.setFocus()
    press(view, Qt.Key.Key_Left)
    row = view.list.table.current()
    assert row is not None
    assert chip_of(row).text == "Keep ours"
    assert view.list.write.text() == "Import 1"
    press(view, Qt.Key.Key_Right)
    assert view.list.write.text() == "Import 2"
    press(view, Qt.Key.Key_Left)
    press(view, Qt.Key.Key_Return, ctrl=True)
    assert items(desk)["opening"].title == "Opening Remarks"
    assert "Group photograph" in {item.title for item in items(desk).values()}


def test_ctrl_enter_writes_and_ctrl_z_takes_it_back(
    view: AgendaImportView, desk: Desk, file: Path, said: list[Message]
) -> None:
    before = items(desk)
    view.open_file(file)
    press(view, Qt.Key.Key_Return, ctrl=True)
    assert items(desk)["opening"].title == "Words of welcome"
    assert (said[-1].bold, said[-1].undo) == ("1 new, 1 changed", True)
    assert view.callout.isVisible()
    assert not view.list.write.isEnabled()
    view.context.undo()
    assert said[-1].after == " · 1 new, 1 updated · agenda.csv"
    assert items(desk) == before
    assert view.list.write.text() == "Import 2"
    assert not view.callout.isVisible()


def test_ctrl_enter_again_after_an_answer_that_was_lost_is_the_same_import(
    view: AgendaImportView, desk: Desk, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    view.open_file(file)
    with lost(monkeypatch):
        press(view, Qt.Key.Key_Return, ctrl=True)
    press(view, Qt.Key.Key_Return, ctrl=True)
    assert [line.kind for line in desk.read(journal_lines)].count("agenda.import") == 1
    assert [item.title for item in items(desk).values()].count("Group photograph") == 1


def test_what_the_file_no_longer_has_goes_only_if_it_is_ticked(view: AgendaImportView, desk: Desk, file: Path) -> None:
    view.open_file(file)
    view.list.filter.choose("gone")
    row = view.list.table.current()
    assert row is not None
    assert (row.title, chip_of(row).text) == ("Coffee break and official group photo", "Not in the file")
    view.list.removes.setChecked(True)
    ticked = view.list.table.current()
    assert ticked is not None
    assert chip_of(ticked).text == "Removed"
    assert view.list.write.text() == "Import 3"
    press(view, Qt.Key.Key_Return, ctrl=True)
    assert "photo" not in items(desk)


def test_what_was_recorded_stays_and_is_not_offered(view: AgendaImportView, desk: Desk, file: Path) -> None:
    view.open_file(file)
    desk.do(agenda.start_item, item="photo")
    assert not view.list.removes.isVisible()
    view.list.filter.choose("gone")
    row = view.list.table.current()
    assert row is not None
    assert row.gone is not None
    assert row.gone.stays == "What really happened then was recorded."


def test_what_somebody_else_changes_is_compared_anew(view: AgendaImportView, desk: Desk, file: Path) -> None:
    view.open_file(file)
    desk.do(agenda_plan.remove_line, id="opening")
    assert view.list.write.text() == "Import 2"
    view.list.filter.choose("new")
    assert view.list.table.model_of_rows().rowCount() == 2


def test_a_file_without_days_and_times_is_told_where_to_go(view: AgendaImportView, tmp_path: Path) -> None:
    path = tmp_path / "openslides.csv"
    path.write_text("Title,Text,Duration\nBudget,,45\nElections,,90\n", "utf-8")
    view.open_file(path)
    assert view.list.days.isVisible()
    assert view.list.begins.isVisible()
    row = view.list.table.current()
    assert row is not None
    assert when_words(row) == "Thu 5 09:00–09:45"
    view.list.days.set_key("2019-12-06")
    view.list.days.picked.emit("2019-12-06")
    view.list.begins.setText("17.30")
    view.list.begins.editingFinished.emit()
    row = view.list.table.current()
    assert row is not None
    assert when_words(row) == "Fri 6 17:30–18:15"
    view.list.begins.setText("later")
    view.list.begins.editingFinished.emit()
    assert "no time of day" in view.list.begins.toolTip()


def test_a_file_that_is_no_agenda_is_refused_with_a_sentence_that_stays(
    view: AgendaImportView, tmp_path: Path, file: Path
) -> None:
    wrong = tmp_path / "wrong.json"
    wrong.write_text("[]")
    view.open_file(wrong)
    assert view.callout.isVisible()
    assert "no project of Ontime" in view.callout.second.text()
    assert view.empty.isVisible()
    view.open_file(file)
    assert not view.callout.isVisible()
    view.open_file(wrong)
    assert view.work.isVisible()


def test_esc_asks_to_be_put_away_and_ctrl_o_for_a_file(
    view: AgendaImportView, file: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with qtbot.waitSignal(view.closed):
        press(view, Qt.Key.Key_Escape)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(file), ""))
    press(view, Qt.Key.Key_O, ctrl=True)
    assert view.opened is not None
    with qtbot.waitSignal(view.closed):
        press(view, Qt.Key.Key_Escape)
    assert {"Ctrl+O", "Ctrl+Return", "Right", "Left", "Esc"} <= {key for key, _words in view.keys()}  # noqa: SIM118 - no dict


def test_a_file_can_be_dropped(view: AgendaImportView, file: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(200, 200), Qt.DropAction.CopyAction, data, buttons, keys)
    QApplication.sendEvent(view, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(view, QDropEvent(QPoint(200, 200), Qt.DropAction.CopyAction, data, buttons, keys))
    assert view.opened is not None


def test_the_view_fits_a_small_screen_whatever_line_is_chosen(view: AgendaImportView, file: Path) -> None:
    view.open_file(file)
    assert view.opened is not None
    for row in view.list.table.model_of_rows().rows:
        view.list.table.choose(row.key)
        QApplication.processEvents()
        assert view.minimumSizeHint().height() <= 676
        assert view.minimumSizeHint().width() <= 1278

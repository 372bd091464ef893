"""The closing kit: where it goes, that it is made and verified beside the window, and what is said where it is not."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from cmc_desk.rules.closing_manifest import MANIFEST
from cmc_desk.ui.parts import draw
from cmc_desk.ui.theme import font
from tests.paper_kinds import SHEET
from tests.ui.papers.office import ALT, CTRL, Office, WaitingPool, make_office

ENTER = Qt.Key.Key_Return
WRAPPED = int(Qt.TextFlag.TextWordWrap)


def ask(office: Office) -> None:
    office.page.open_at("closing")
    assert office.page.closing.isVisible()
    assert office.page.closing.name.hasFocus()


def test_it_is_made_where_it_was_wanted_recorded_and_verified(
    written: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    closing = written.page.closing
    ask(written)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_asked: str(tmp_path / "kits"))
    written.press(Qt.Key.Key_E, ALT)
    assert closing.place == tmp_path / "kits"
    closing.name.setText("closing")
    written.press(ENTER, CTRL)
    folder = tmp_path / "kits" / "closing"
    assert (folder / MANIFEST).is_file()
    assert written.last()[0] == "notice"
    assert written.journal()[-1] == "closing.made"
    assert "SHA-256" in closing.result.second.text()
    assert closing.open.isVisible()
    (folder / "report" / "report.pdf").unlink()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_asked: str(folder))
    written.press(Qt.Key.Key_V, ALT)
    assert [row.text for row in closing.differences.rows()] == ["report/report.pdf"]
    long = tmp_path / f"{'meeting_' * 9}2019-12-06"
    (tmp_path / "kits" / "closing").rename(long)
    written.page.kit.work.verify(long)
    assert closing.result.second.text().startswith("meeting_")
    assert closing.result.second.text().endswith("2019-12-06")
    assert draw.text_width(closing.result.second.text(), closing.result.second.font()) <= closing.result.second.width()
    long.rename(folder)
    written.press(ENTER, CTRL)
    assert "is not empty" in closing.name_field.problem()
    written.press(Qt.Key.Key_Escape)
    assert not closing.isVisible()


def test_a_name_that_is_none_is_blamed_and_notes_are_warned_of(written: Office) -> None:
    closing = written.page.closing
    ask(written)
    assert not closing.warning.isVisible()
    closing.notes.click()
    assert closing.warning.isVisible()
    for name in ("", "../elsewhere"):
        closing.name.setText(name)
        written.press(ENTER, CTRL)
        assert "without slashes" in closing.name_field.problem()
    assert not written.folder.exists()


def test_a_kit_whose_pane_is_closed_is_said_under_the_list_and_its_key_leads_back(qtbot: QtBot, tmp_path: Path) -> None:
    pool = WaitingPool()
    office = make_office(qtbot, tmp_path, pool=pool, kinds=(SHEET,))
    pool.run()
    line, closing = office.page.list.kit, office.page.closing
    ask(office)
    office.press(ENTER, CTRL)
    office.page.kit.work._named.emit("people/participants.docx")
    office.page.kit.work._on_progressed(3, 60)
    assert closing.busy.working.text() == "Making people/participants.docx …"
    assert not line.isVisible()
    office.press(Qt.Key.Key_Escape)
    assert not closing.isVisible()
    assert line.isVisible()
    assert line.words.text() == "Making people/participants.docx …"
    office.press(Qt.Key.Key_K, ALT)
    assert closing.isVisible()
    assert not line.isVisible()
    office.press(Qt.Key.Key_Escape)
    pool.run()
    assert not line.isVisible()
    assert office.last()[0] == "notice"
    office.close()


def test_a_kit_is_stopped_under_the_list_too_and_that_it_stops_is_said_at_once(qtbot: QtBot, tmp_path: Path) -> None:
    pool = WaitingPool()
    office = make_office(qtbot, tmp_path, pool=pool, kinds=(SHEET,))
    pool.run()
    line, busy = office.page.list.kit, office.page.closing.busy
    ask(office)
    office.press(ENTER, CTRL)
    office.press(Qt.Key.Key_Escape)
    office.press(Qt.Key.Key_C, ALT)
    assert (line.words.text(), line.cancel.isEnabled()) == ("Stopping …", False)
    office.page.kit.work._named.emit("people/participants.docx")
    office.press(Qt.Key.Key_K, ALT)
    assert (busy.working.text(), busy.cancel.isEnabled()) == ("Stopping …", False)
    pool.run()
    assert "cancelled" in office.last()[1]
    assert not office.folder.exists()
    office.press(ENTER, CTRL)
    assert (busy.working.text(), busy.cancel.isEnabled()) == ("Making the closing kit …", True)
    office.press(Qt.Key.Key_Escape)
    assert line.cancel.isEnabled()
    office.press(Qt.Key.Key_C, ALT)
    pool.run()
    office.close()


def test_what_is_wrong_with_the_name_of_the_folder_is_said_whole(qtbot: QtBot, tmp_path: Path) -> None:
    office = make_office(qtbot, tmp_path, kinds=(SHEET,))
    ask(office)
    closing = office.page.closing
    deep = "/srv/example/Documents/Meetings/2019/Caribbean/Papers/other"
    for sentence in (
        f"{deep} exists already and is not empty: choose another name, every kit has its own folder.",
        "Type a name for the new folder, without slashes.",
    ):
        closing.say_problem(sentence, "out")
        assert closing.name_field.says_whole_problem()
        QApplication.processEvents()
        lines = QFontMetrics(font(12)).boundingRect(0, 0, closing.name_field.width() - 17, 999, WRAPPED, sentence)
        assert closing.name_field.height() - closing.name.geometry().bottom() > lines.height()
        # Each word that cannot be broken has room in a line.
        room = closing.name_field.width() - 17
        assert all(draw.text_width(word, font(12)) <= room for word in sentence.replace("/", "/ ").split())
    office.close()


def test_a_kit_that_is_cancelled_leaves_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    pool = WaitingPool()
    office = make_office(qtbot, tmp_path, pool=pool, kinds=(SHEET,))
    pool.run()
    ask(office)
    office.press(ENTER, CTRL)
    assert office.page.closing.busy.isVisible()
    office.press(Qt.Key.Key_C, ALT)
    pool.run()
    assert "cancelled" in office.last()[1]
    assert not office.page.closing.busy.isVisible()
    assert not office.folder.exists()
    office.close()

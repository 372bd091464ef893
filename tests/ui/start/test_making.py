"""New meetings, recovery keys, and meetings that are brought back."""

import sys
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from cmc_desk.app import Program
from cmc_desk.desk import backups
from cmc_desk.desk.opening import needs_secret, open_meeting
from cmc_desk.desk.people import find_people
from cmc_desk.ui.start.making import Making, making_of
from tests.meetings import ANDRE, DESK_A, KEISHA, MORNING, PASSPHRASE, enter, open_desk
from tests.ui.start.conftest import Start

CTRL = Qt.KeyboardModifier.ControlModifier
ENTER = Qt.Key.Key_Return


def press(program: Program, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focus: QWidget = QApplication.focusWidget() or program.start
    QTest.keyClick(focus, key, modifiers)


def new_form(program: Program) -> Making:
    press(program, Qt.Key.Key_N, CTRL)
    return making_of(program.start)


def recovery_key(making: Making) -> str:
    return "-".join(group.text() for group in making.key._groups)


def test_a_new_meeting_shows_its_recovery_key_once_and_asks_for_its_last_group(home: Path, start: Start) -> None:
    program = start()
    making = new_form(program)
    making.form.name.setText("kingston")
    for edit in (making.form.secret, making.form.again):
        QTest.keyClicks(edit, PASSPHRASE)
    press(program, ENTER)
    key = recovery_key(making)
    assert len(key) == 39
    assert not (home / "kingston.cmc").exists()
    QTest.keyClicks(making.key.last, "WXYZ" if not key.endswith("WXYZ") else "ABCD")
    press(program, ENTER)
    assert "last group" in making.key.last.accessibleDescription()
    assert not (home / "kingston.cmc").exists()
    making.key.last.clear()
    QTest.keyClicks(making.key.last, key[-4:].lower())
    press(program, ENTER)
    for secret in (PASSPHRASE, key):
        open_meeting(home / "kingston.cmc", author=DESK_A, secret=secret).close()
    assert recovery_key(making).strip("-") == ""
    assert program.start.path() == home / "kingston.cmc"
    assert program.start.sign_in.secret.text() == PASSPHRASE


def test_a_training_meeting_needs_no_passphrase(home: Path, start: Start) -> None:
    program = start()
    making = new_form(program)
    making.form.kind.choose("training")
    making.form.name.setText("practice")
    press(program, ENTER)
    assert not needs_secret(home / "practice.cmc")
    assert program.start.right.currentWidget() is program.start.sign_in


@pytest.mark.parametrize(
    ("name", "secret", "again", "wrong"),
    [
        ("a/b", PASSPHRASE, PASSPHRASE, "name"),
        ("", PASSPHRASE, PASSPHRASE, "name"),
        ("there", PASSPHRASE, PASSPHRASE, "name"),
        ("m", "short", "short", "secret"),
        ("m", PASSPHRASE, PASSPHRASE + "x", "again"),
    ],
)
def test_what_is_wrong_is_said_beside_its_field(
    home: Path, start: Start, name: str, secret: str, again: str, wrong: str
) -> None:
    (home / "there.cmc").write_bytes(b"something")
    program = start()
    form = new_form(program).form
    form.name.setText(name)
    form.secret.setText(secret)
    form.again.setText(again)
    form.try_now()
    edits = {"name": form.name, "secret": form.secret, "again": form.again}
    assert [key for key, edit in edits.items() if edit.accessibleDescription()] == [wrong]
    assert program.start.right.currentWidget() is form


def test_going_back_forgets_the_recovery_key(start: Start) -> None:
    program = start()
    making = new_form(program)
    for edit in (making.form.secret, making.form.again):
        edit.setText(PASSPHRASE)
    making.form.try_now()
    press(program, Qt.Key.Key_Escape)
    assert recovery_key(making).strip("-") == ""
    assert program.start.right.currentWidget() is making.form


def test_the_recovery_key_is_saved_as_a_text_file(start: Start, tmp_path: Path) -> None:
    making = making_of(start().start)
    making.key.begin("ABCD-EFGH-JKLM-NPQR-STUV-WXYZ-2345-6789", "kingston")
    making.key.save_to(tmp_path / "key.txt")
    text = (tmp_path / "key.txt").read_text(encoding="utf-8")
    assert "ABCD-EFGH-JKLM-NPQR-STUV-WXYZ-2345-6789" in text
    assert "kingston" in text
    assert sys.platform == "win32" or (tmp_path / "key.txt").stat().st_mode & 0o777 == 0o600
    making.key.save_to(tmp_path / "nowhere" / "key.txt")
    assert "cannot be written" in making.key.last.accessibleDescription()


def test_a_meeting_comes_back_from_its_newest_copy(home: Path, start: Start) -> None:
    desk = open_desk(home, people=(KEISHA,), passphrase=PASSPHRASE)
    backups.copy_now(desk, now=MORNING)
    enter(desk, ANDRE)
    backups.copy_now(desk, now=MORNING + timedelta(minutes=1))
    desk.close()
    program = start()
    press(program, Qt.Key.Key_R, CTRL)
    making = making_of(program.start)
    assert len(making.copy.rows.rows()) == 2
    making.copy.rows.step(1)
    QTest.keyClicks(making.copy.secret, "not the passphrase")
    press(program, ENTER)
    assert making.copy.secret.accessibleDescription()
    making.copy.secret.selectAll()
    QTest.keyClicks(making.copy.secret, PASSPHRASE)
    press(program, ENTER)
    assert "is now m.aside-" in program.start.strip.accessibleName()
    back = open_meeting(home / "m.cmc", author=DESK_A, secret=PASSPHRASE)
    assert [hit.name for hit in back.read(find_people).hits] == ["Keisha Example-Blake"]
    back.close()


def test_a_copy_of_another_meeting_goes_beside_the_one_that_is_chosen(
    home: Path, start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "other").mkdir()
    for folder, people in ((home, ()), (tmp_path / "other", (KEISHA,))):
        desk = open_desk(folder, people=people)
        copy = backups.copy_now(desk, folder=tmp_path / "stick", now=MORNING).path
        desk.close()
    monkeypatch.setattr("cmc_desk.ui.start.making.ask_file", lambda *_args: str(copy))
    program = start()
    press(program, Qt.Key.Key_R, CTRL)
    press(program, Qt.Key.Key_D, CTRL)
    press(program, ENTER)
    assert program.start.strip.accessibleName() == "Brought back: m (2).cmc."
    back = open_meeting(home / "m (2).cmc", author=DESK_A)
    assert [hit.name for hit in back.read(find_people).hits] == ["Keisha Example-Blake"]
    back.close()
    assert open_meeting(home / "m.cmc", author=DESK_A).read(find_people).hits == ()


def test_without_a_copy_nothing_can_be_brought_back(home: Path, start: Start) -> None:
    open_desk(home).close()
    program = start()
    press(program, Qt.Key.Key_R, CTRL)
    copy = making_of(program.start).copy
    assert not copy.restore.isEnabled()
    assert copy.restore.toolTip() == "There is no copy to bring back."
    press(program, Qt.Key.Key_Escape)
    assert program.start.right.currentWidget() is program.start.sign_in

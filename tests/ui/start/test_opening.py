"""The first window: it chooses, asks, refuses and opens."""

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from cmc_desk.app import options_of
from cmc_desk.db.keys import key_file_of
from cmc_desk.desk.journal_list import journal_lines
from cmc_desk.desk.meeting import operators
from cmc_desk.rules.meeting import Role
from cmc_desk.ui import theme
from cmc_desk.ui.habits import Habits
from cmc_desk.ui.parts.chip import ChipLook
from tests.meetings import DESK_A, PASSPHRASE, open_desk
from tests.ui.start.conftest import Start

ENTER = Qt.Key.Key_Return


def meeting_in(home: Path, *, passphrase: str = "", name: str = "kingston.cmc") -> Path:
    desk = open_desk(home, passphrase=passphrase, name=name)
    desk.close()
    return desk.store.path


def say_who(name: str) -> None:
    focus = QApplication.focusWidget()
    assert isinstance(focus, QLineEdit)
    focus.clear()
    QTest.keyClicks(focus, name)


def test_nothing_heavy_is_loaded_before_the_first_paint() -> None:
    # In a process of its own, since this one has loaded everything.
    asked = "import sys, cmc_desk.app; print([n for n in ('sqlalchemy', 'sqlcipher3', 'openpyxl', 'reportlab') if n in sys.modules])"
    said = subprocess.run([sys.executable, "-c", asked], capture_output=True, check=True, text=True)
    assert said.stdout.strip() == "[]"


def test_the_main_window_waits_for_nothing_of_the_drafts_the_report_and_the_allowances() -> None:
    asked = "import sys, cmc_desk.desk.opening, cmc_desk.ui.opened, cmc_desk.ui.registration.page; print(*sys.modules)"
    said = subprocess.run([sys.executable, "-c", asked], capture_output=True, check=True, text=True)
    late = ("redline", "proposals", "drafts", "readouts", "allowances", "travel_facts", "figures")
    assert all(find_spec(f"cmc_desk.rules.{name}") for name in late)
    assert {f"cmc_desk.rules.{name}" for name in late} & set(said.stdout.split()) == set()
    assert "cmc_desk.ui.registration.page" in said.stdout.split()


def test_the_folder_of_meetings_is_listed_and_says_which_are_encrypted(home: Path, start: Start) -> None:
    meeting_in(home, passphrase=PASSPHRASE)
    meeting_in(home, name="practice.cmc")
    program = start()
    shown = {Path(str(row.key)).stem: row.chip for row in program.start.meetings.rows.rows()}
    assert shown == {"kingston": ChipLook("Encrypted", "good", "lock"), "practice": ChipLook("Training", "warning")}


def test_the_passphrase_of_the_environment_opens_the_meeting_that_is_named(
    home: Path, start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = meeting_in(home, passphrase=PASSPHRASE)
    monkeypatch.setenv("CMC_DESK_PASSPHRASE", PASSPHRASE)
    options = options_of(file)
    assert (options.path, options_of(file, secret="another").secret) == (file, "another")
    program = start(options.path, secret=options.secret, opens=True)
    assert program.main is not None
    assert program.main.context.desk.store.path == file


def test_the_foot_says_where_meetings_lie(start: Start) -> None:
    program = start()
    assert "Stored on this computer only. Folder is not synchronised." in program.start.strip.accessibleName()
    assert "free." in program.start.strip.accessibleName()


def test_a_synchronised_folder_is_warned_of(home: Path, start: Start) -> None:
    folder = home / "Dropbox"
    folder.mkdir()
    path = meeting_in(folder, passphrase=PASSPHRASE)
    program = start(path)
    assert "synchronised by Dropbox" in program.start.strip.accessibleName()


def test_name_and_passphrase_open_the_desk(home: Path, start: Start, qtbot: QtBot) -> None:
    meeting_in(home, passphrase=PASSPHRASE)
    program = start()
    say_who("T. Sample-Reid")
    QTest.keyClicks(program.start.sign_in.secret, PASSPHRASE)
    with qtbot.waitSignal(program.opened):
        QTest.keyClick(program.start.sign_in.secret, ENTER)
    assert program.main is not None
    assert program.main.isVisible()
    assert not program.start.isVisible()
    author = program.main.context.desk.author
    assert (author.operator, author.role, author.station) == ("T. Sample-Reid", Role.DESK, "Desk A")
    assert program.start.sign_in.secret.text() == ""


def test_a_wrong_passphrase_is_said_beside_the_field_and_nothing_is_lost(home: Path, start: Start) -> None:
    meeting_in(home, passphrase=PASSPHRASE)
    program = start()
    say_who("T. Sample-Reid")
    QTest.keyClicks(program.start.sign_in.secret, "not the right one")
    QTest.keyClick(program.start.sign_in.secret, ENTER)
    assert program.main is None
    assert "not the passphrase" in program.start.sign_in.secret.accessibleDescription()
    assert program.start.sign_in.name.text() == "T. Sample-Reid"
    assert program.start.sign_in.secret.selectedText() == "not the right one"
    assert program.start.sign_in.open.isEnabled()


def test_nobody_works_without_a_name(home: Path, start: Start) -> None:
    meeting_in(home, passphrase=PASSPHRASE)
    program = start()
    QTest.keyClicks(program.start.sign_in.secret, PASSPHRASE)
    QTest.keyClick(program.start.sign_in.secret, ENTER)
    assert program.main is None
    assert QApplication.focusWidget() is program.start.sign_in.name
    assert "type it" in program.start.sign_in.name.accessibleDescription()


def test_the_eye_shows_the_passphrase(start: Start, home: Path) -> None:
    meeting_in(home, passphrase=PASSPHRASE)
    program = start()
    assert program.start.sign_in.secret.echoMode() is QLineEdit.EchoMode.Password
    program.start.sign_in.eye.trigger()
    assert program.start.sign_in.secret.echoMode() is QLineEdit.EchoMode.Normal


def test_without_its_key_file_a_meeting_cannot_be_opened_and_the_button_says_why(home: Path, start: Start) -> None:
    path = meeting_in(home, passphrase=PASSPHRASE)
    key_file_of(path).unlink()
    program = start()
    assert not program.start.sign_in.open.isEnabled()
    assert program.start.sign_in.open.toolTip() == "The key file is missing"


def test_a_training_file_that_is_named_opens_by_itself(home: Path, start: Start) -> None:
    path = meeting_in(home)
    program = start(path, opens=True)
    assert program.main is not None
    # Nobody has worked here: the first of the role in the meeting.
    assert program.main.context.desk.author.operator in {DESK_A.operator, "M. Sample-Ford"}


def test_an_encrypted_file_that_is_named_waits_for_its_passphrase(home: Path, start: Start) -> None:
    path = meeting_in(home.parent, passphrase=PASSPHRASE)
    program = start(path)
    assert program.main is None
    assert program.start.path() == path


def test_a_name_that_the_meeting_does_not_know_is_entered_as_an_operator(
    home: Path, start: Start, qtbot: QtBot
) -> None:
    meeting_in(home)
    program = start()
    say_who("N. Muster-Newton")
    with qtbot.waitSignal(program.opened):
        QTest.keyClick(program.start.sign_in.name, ENTER)
    assert program.main is not None
    desk = program.main.context.desk
    assert "N. Muster-Newton" in {row.name for row in desk.read(operators)}
    assert desk.read(journal_lines)[-1].operator == "N. Muster-Newton"


def test_what_was_open_is_named_at_the_next_start(home: Path, start: Start) -> None:
    path = meeting_in(home, passphrase=PASSPHRASE)
    first = start(path, secret=PASSPHRASE, opens=True)
    assert first.main is not None
    first.main.close()
    known = Habits().meeting(path)
    assert known is not None
    assert (known.title, known.city, known.first, known.training) == (
        "Sample Consultations",
        "Kingston",
        "2019-12-05",
        False,
    )
    second = start()
    assert second.start.meetings.rows.rows()[0].name == "Sample Consultations"
    assert second.start.sign_in.name.text() == first.main.context.desk.author.operator


def test_ctrl_shift_d_changes_the_scheme_and_it_is_remembered(home: Path, start: Start) -> None:
    meeting_in(home)
    program = start()
    QTest.keyClick(program.start, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert theme.is_dark()
    assert Habits().dark() is True


@pytest.mark.parametrize("content", [b"", b"no meeting at all, only some words in a file"])
def test_a_file_that_is_no_meeting_is_refused_with_a_sentence(home: Path, start: Start, content: bytes) -> None:
    (home / "strange.cmc").write_bytes(content)
    program = start()
    program.start.sign_in.set_check("leaf", "", "")
    say_who("T. Sample-Reid")
    QTest.keyClicks(program.start.sign_in.secret, "whatever it is")
    QTest.keyClick(program.start.sign_in.secret, ENTER)
    assert program.main is None
    assert program.start.sign_in.open.isEnabled()

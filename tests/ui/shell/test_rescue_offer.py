"""What was kept elsewhere is offered at the start on whatever page is open, and taken by one key."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from cmc_desk.clock import RehearsalClock
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.note_list import notes_of
from cmc_desk.desk.rescue import rescue_file_of
from cmc_desk.ui.context import Context
from cmc_desk.ui.desk_strip import OFFER_KEY
from cmc_desk.ui.rescue_offer import rescued_here
from cmc_desk.ui.shell import MainWindow
from tests.desk.note_hands import said
from tests.meetings import DESK_B, reopened
from tests.ui.inline_pool import InlinePool
from tests.ui.shell.stand import CTRL, KINDS, SHIFT, Stand

SECRET = "five words of the host"


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let rescue files lie in a folder of this test."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "elsewhere"))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temporary"))
    return tmp_path / "elsewhere"


@pytest.fixture
def started(elsewhere: Path, stand: Callable[..., Stand], qtbot: QtBot) -> Iterator[MainWindow]:
    """Start the program on an encrypted meeting of which a text lies elsewhere."""
    assert elsewhere.name
    desk = stand(passphrase=SECRET).desk
    keep_elsewhere(desk, "k", "Typed while the disk was full.")
    window = MainWindow(Context(reopened(desk, secret=SECRET), pool=InlinePool()), pages=KINDS)
    window._ticker.stop()
    window._poller.stop()
    window.go("registration")
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    yield window
    window.close()
    window.close()
    window.deleteLater()


def keep_elsewhere(desk: Desk, key: str, text: str) -> Path:
    now = desk.clock.now()
    return rescue_file_of(desk).append(at=now, entry=key, item="discussion", started_at=now, written=said(text), base=0)


def hints(window: MainWindow) -> str:
    return window.frame.strip._hints.accessibleName()


def taken(window: MainWindow) -> list[str]:
    return [one.written.text for one in window.context.desk.read(notes_of, item="discussion")]


def test_it_is_offered_on_any_page_with_an_act_that_takes_what_was_offered_and_nothing_else(
    started: MainWindow,
) -> None:
    strip = started.frame.strip
    assert strip.accessibleName() == "1 text was kept elsewhere · T. Sample-Reid"
    assert OFFER_KEY not in hints(started)
    assert [strip._act.isVisible(), strip._act.text()] == [True, "Take over"]
    # Another window of this computer keeps something meanwhile: nobody has looked at that.
    desk = started.context.desk
    desk.author, me = DESK_B, desk.author
    theirs = keep_elsewhere(desk, "l", "Not looked at.")
    desk.author = me
    strip._act.click()
    assert strip.accessibleName() == "1 text is in the notes now."
    assert taken(started) == ["Typed while the disk was full."]
    assert list(theirs.parent.iterdir()) == [theirs]
    assert b"Not" not in theirs.read_bytes()


def test_once_another_message_stands_there_the_key_still_takes_it(started: MainWindow) -> None:
    started.context.say("notice", "Something else")
    assert not started.frame.strip._act.isVisible()
    assert f"{OFFER_KEY} Take over texts kept elsewhere" in hints(started)
    QTest.keyClick(started.focusWidget() or started, Qt.Key.Key_Y, CTRL | SHIFT)
    assert taken(started) == ["Typed while the disk was full."]
    assert OFFER_KEY not in hints(started)
    started.context.rescued_settled.emit()
    QTest.keyClick(started.focusWidget() or started, Qt.Key.Key_Y, CTRL | SHIFT)
    assert len(taken(started)) == 1


def test_a_rehearsal_on_a_copy_takes_nothing_of_it(started: MainWindow) -> None:
    context = started.context
    assert rescued_here(context)
    context.desk.clock = RehearsalClock(context.now(), 10)
    assert rescued_here(context) == ()

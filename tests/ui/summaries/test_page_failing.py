"""The meeting file fails while the whole page is at work: keys, ticks and other items go on, and nothing that was typed is lost."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cmc_desk.desk.rescue import rescued
from tests.meetings import reopened
from tests.ui.summaries.stand import ALT, ANA, CTRL, Rapporteur, make_rapporteur
from tests.ui.summaries.troubles import TROUBLES, locked

KEY = Qt.Key
# Eleven keys a second, and what the window does by itself.
GAP_MS, TICK_EVERY, POLL_EVERY = 91, 3, 4
# Nobody who types waits for a file longer than for a slow key; a command would ask it for fifteen seconds.
LONGEST_S = 2.0
# More than the file has room for without growing.
LONG = "".join(f"Sentence {number} of a long statement. " for number in range(400))


@pytest.fixture
def rapporteur(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Rapporteur]:
    monkeypatch.setattr("platformdirs.user_data_path", lambda *_args: tmp_path / "elsewhere")
    made = make_rapporteur(qtbot, tmp_path, by_hand=True)
    yield made
    made.close()


class Watch:
    """Remembers the longest that anything took."""

    def __init__(self, rapporteur: Rapporteur) -> None:
        self._rapporteur = rapporteur
        self._keys = 0
        self.longest = 0.0

    def type(self, text: str) -> None:
        """Type at the pace of a person, while the window does what it does by itself."""
        for letter in text:
            self.press(lambda letter=letter: self._rapporteur.type(letter))

    def press(self, act: object) -> None:
        """Do one thing, and let the window go on until the next."""
        assert callable(act)
        began = time.monotonic()
        act()
        self._keys += 1
        self._rapporteur.time.pass_by(GAP_MS)
        if self._keys % TICK_EVERY == 0:
            self._rapporteur.window.tick()
        if self._keys % POLL_EVERY == 0:
            self._rapporteur.window.poll()
        QApplication.processEvents()
        self.longest = max(self.longest, time.monotonic() - began)


def light(rapporteur: Rapporteur) -> str:
    return rapporteur.page.notes.composer.light.words()


def elsewhere(rapporteur: Rapporteur, mark: str, folder: Path) -> list[str]:
    return [one.written.text for one in rescued((folder / "elsewhere" / "rescue",), mark)]


def mark_of(rapporteur: Rapporteur) -> str:
    from cmc_desk.desk.rescue import meeting_mark

    return rapporteur.desk.read(meeting_mark)


@pytest.mark.parametrize("trouble", list(TROUBLES))
def test_thirty_seconds_of_trouble_in_the_middle_of_typing(
    rapporteur: Rapporteur, trouble: str, tmp_path: Path
) -> None:
    watch, mark = Watch(rapporteur), mark_of(rapporteur)
    rapporteur.enter("Filed before.")
    watch.type("Typed before. ")
    rapporteur.time.pass_by(400)
    text = "Meanwhile the delegation went on to speak, and nobody waited. " * 6
    with TROUBLES[trouble](rapporteur.desk):
        # Half a minute at eleven keys a second.
        rapporteur.page.notes.composer.editor.put(LONG)
        watch.type(text[:330])
        assert light(rapporteur).startswith("NOT SAVED since 10:30:0")
        assert QApplication.activeModalWidget() is None
        assert rapporteur.page.notes.composer.editor.hasFocus()
        assert rapporteur.text == "Typed before. " + LONG + text[:330]
        rapporteur.time.pass_by(1500)
        assert elsewhere(rapporteur, mark, tmp_path) == [rapporteur.text]
        watch.press(lambda: rapporteur.press(KEY.Key_Z, CTRL))
        assert ("Typed before. " + LONG + text).startswith(rapporteur.text)
        assert 0 < len(rapporteur.text) < len("Typed before. " + LONG + text[:330])
        watch.press(lambda: rapporteur.press(KEY.Key_Y, CTRL))
        assert rapporteur.text == "Typed before. " + LONG + text[:330]
        watch.press(rapporteur.enter)
        assert rapporteur.text == ""
        assert rapporteur.listed == ["Filed before.", ("Typed before. " + LONG + text[:330]).rstrip()]
        watch.type("The next one")
    assert watch.longest < LONGEST_S
    rapporteur.time.pass_by(31_000)
    assert light(rapporteur).startswith("Saved")
    assert [one.written.text for one in rapporteur.entries()] == [
        "Filed before.",
        ("Typed before. " + LONG + text[:330]).rstrip(),
        "The next one",
    ]
    assert elsewhere(rapporteur, mark, tmp_path) == []
    rapporteur.window.tick()
    assert rapporteur.listed[:2] == ["Filed before.", ("Typed before. " + LONG + text[:330]).rstrip()]


def test_another_item_is_opened_while_the_file_is_held(rapporteur: Rapporteur) -> None:
    rapporteur.enter("Under the discussion.")
    watch = Watch(rapporteur)
    watch.type("A draft of it")
    with locked(rapporteur.desk):
        watch.press(lambda: rapporteur.press(KEY.Key_Up, CTRL))
        assert rapporteur.item == "context"
        assert (rapporteur.text, rapporteur.listed) == ("", [])
        watch.type("Under the other")
        watch.press(lambda: rapporteur.press(KEY.Key_2, ALT))
        watch.press(rapporteur.enter)
        assert rapporteur.listed == ["Under the other"]
        watch.press(lambda: rapporteur.press(KEY.Key_Down, CTRL))
        assert (rapporteur.text, rapporteur.listed) == ("A draft of it", [])
    assert watch.longest < LONGEST_S
    rapporteur.time.pass_by(31_000)
    rapporteur.window.tick()
    assert rapporteur.listed == ["Under the discussion."]
    assert [one.written.text for one in rapporteur.entries("context")] == ["Under the other"]
    rapporteur.press(KEY.Key_Up, CTRL)
    assert rapporteur.listed == ["Under the other"]


def test_what_another_window_wrote_while_it_held_the_file_comes_in(rapporteur: Rapporteur) -> None:
    rapporteur.enter("One.")
    with locked(rapporteur.desk):
        rapporteur.type("Two")
        rapporteur.time.pass_by(1500)
    other = reopened(rapporteur.desk, author=ANA)
    other.close()
    rapporteur.time.pass_by(2000)
    rapporteur.look()
    assert rapporteur.listed == ["One."]
    assert [one.written.text for one in rapporteur.entries()] == ["One.", "Two"]

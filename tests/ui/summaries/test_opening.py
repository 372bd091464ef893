"""The page opens where the cursor was, and offers what was kept elsewhere; scans pass by the text."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from cmc_desk.desk import rescue as rescuing
from cmc_desk.desk.counters import last_scans
from cmc_desk.desk.people import codes_of, find_people
from cmc_desk.desk.rescue import RescueFile, meeting_mark
from cmc_desk.ui.scanner import Scanner
from tests.desk.note_hands import file, said
from tests.meetings import PEOPLE, open_desk, reopened
from tests.ui.summaries.stand import ALT, ANA, CTRL, NOW, Rapporteur, make_rapporteur

KEY = Qt.Key


def again(rapporteur: Rapporteur, qtbot: QtBot, folder: Path) -> Rapporteur:
    """Close the window and open the meeting anew."""
    path = rapporteur.desk
    fresh = reopened(path, author=ANA)
    rapporteur.close()
    return make_rapporteur(qtbot, folder, desk=fresh)


def test_it_opens_where_the_cursor_was_in_the_draft_of_that_item(
    rapporteur: Rapporteur, qtbot: QtBot, tmp_path: Path
) -> None:
    rapporteur.press(KEY.Key_Up, CTRL)
    rapporteur.type("Half a sentence")
    for _step in range(4):
        rapporteur.press(KEY.Key_Left)
    rapporteur.later(seconds=11)
    fresh = again(rapporteur, qtbot, tmp_path)
    assert (fresh.item, fresh.text) == ("context", "Half a sentence")
    fresh.type("|")
    assert fresh.text == "Half a sent|ence"
    fresh.close()


def test_it_opens_where_the_list_was_scrolled_to(qtbot: QtBot, tmp_path: Path) -> None:
    desk = open_desk(tmp_path, people=PEOPLE, now=NOW)
    for number in range(150):
        file(desk, said(f"Entry {number}"), item="discussion")
    rapporteur = make_rapporteur(qtbot, tmp_path, desk=desk)
    for _press in range(16):
        rapporteur.press(KEY.Key_PageUp)
    rapporteur.later(seconds=11)
    before = rapporteur.page.notes.list.from_end()
    assert before > 20
    fresh = again(rapporteur, qtbot, tmp_path)
    fresh.window.grab()
    assert fresh.page.notes.list.from_end() == before
    fresh.close()


def test_it_opens_in_the_entry_that_was_being_edited(rapporteur: Rapporteur, qtbot: QtBot, tmp_path: Path) -> None:
    rapporteur.enter("A filed entry.")
    rapporteur.press(KEY.Key_F3)
    rapporteur.press(KEY.Key_Return)
    rapporteur.later(seconds=11)
    fresh = again(rapporteur, qtbot, tmp_path)
    assert fresh.page.notes.composer.editing
    assert fresh.text == "A filed entry."
    fresh.close()


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let rescue files lie in a folder of this test."""
    folder = tmp_path / "elsewhere"
    monkeypatch.setenv("XDG_DATA_HOME", str(folder))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temporary"))
    return folder


def rescue(rapporteur: Rapporteur, text: str) -> Path:
    """Leave a text behind that the meeting file does not have."""
    desk = rapporteur.desk
    folders = rescuing.rescue_folders(desk.store.path)
    kept = RescueFile(folders, meeting=desk.read(meeting_mark), author=desk.author)
    now = desk.clock.now()
    return kept.append(at=now, entry="e" * 32, item="discussion", started_at=now, written=said(text), base=0)


def test_what_was_kept_elsewhere_is_offered_at_the_start_in_a_strip_and_taken(
    elsewhere: Path, rapporteur: Rapporteur, qtbot: QtBot, tmp_path: Path
) -> None:
    path = rescue(rapporteur, "Typed while the disk was full.")
    assert elsewhere in path.parents
    fresh = again(rapporteur, qtbot, tmp_path)
    banner = fresh.page.notes.rescue
    assert banner.words() == "1 text was kept elsewhere when the meeting file could not be written"
    # The strip takes neither keyboard nor time.
    fresh.type("Going on")
    assert fresh.text == "Going on"
    banner.buttons[0].click()
    fresh.press(KEY.Key_Y, ALT)
    assert fresh.last() == "1 text is in the notes now."
    assert "Typed while the disk was full." in [one.written.text for one in fresh.entries()]
    assert not path.exists()
    assert not banner.words()
    fresh.close()


def test_what_was_kept_elsewhere_is_set_aside_and_not_offered_again(
    elsewhere: Path, rapporteur: Rapporteur, qtbot: QtBot, tmp_path: Path
) -> None:
    path = rescue(rapporteur, "Not wanted.")
    fresh = again(rapporteur, qtbot, tmp_path)
    fresh.press(KEY.Key_R, ALT | Qt.KeyboardModifier.ShiftModifier)
    fresh.press(KEY.Key_Z, ALT)
    assert not path.exists()
    assert [one.suffix for one in path.parent.iterdir()] == [".aside"]
    last = again(fresh, qtbot, tmp_path)
    assert last.page.notes.rescue.words() == ""
    last.close()


def test_a_badge_is_answered_in_the_strip_and_no_letter_of_it_stands_in_the_text(rapporteur: Rapporteur) -> None:
    window, now = rapporteur.window, [1000.0]
    context = window.context
    scanner = Scanner(
        window._app, clock=lambda: now[0], stamped=False, typed=context.is_typed, text=context.is_typed_text
    )
    scanner.scanned.connect(window.take_scan)
    try:
        (hit,) = rapporteur.desk.read(find_people, text="Ilse").hits
        code = rapporteur.desk.read(codes_of, participants=[hit.id])[hit.id]
        rapporteur.page.notes.composer.setFocus()
        for sign in "Half":
            now[0] += 120
            rapporteur.type(sign)
        now[0] += 500
        for sign in code:
            now[0] += 4
            rapporteur.type(sign)
        now[0] += 4
        rapporteur.press(KEY.Key_Return)
        assert rapporteur.text == "Half"
        assert not rapporteur.listed
        assert window.frame.chosen() == "summaries"
        assert len(rapporteur.desk.read(last_scans, limit=9)) == 1
        # A quick hand is no scanner: words and their Enter are the person's.
        for sign in " a sentence":
            now[0] += 15
            rapporteur.type(sign)
        now[0] += 15
        rapporteur.press(KEY.Key_Return)
        assert rapporteur.listed == ["Half a sentence"]
    finally:
        scanner.stop()
        scanner.deleteLater()


def test_two_thousand_entries_show_the_last_ones_and_read_only_what_changes(rapporteur: Rapporteur) -> None:
    for number in range(3):
        rapporteur.enter(f"Entry {number}")
    reading = rapporteur.page.notes.reading
    before = reading.entries
    assert not reading.refresh()
    rapporteur.enter("Another")
    assert reading.entries[:3] == before
    assert all(one is other for one, other in zip(reading.entries, before, strict=False))

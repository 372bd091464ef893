"""The Setup page as a whole, and the sections that are no tables."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cmc_desk.clock import ManualClock
from cmc_desk.desk import backups, opening
from cmc_desk.desk import meeting as meetings
from cmc_desk.exchange.meeting_file import read_meeting
from cmc_desk.rules import badge_code
from cmc_desk.ui import settings, sound, theme
from cmc_desk.ui.setup.computer_section import ComputerSection
from cmc_desk.ui.setup.copies_section import CopiesSection
from cmc_desk.ui.setup.meeting_section import MeetingSection
from tests.ui.setup.conftest import Setting, nameless

PASSPHRASE = "the old passphrase"


def meeting_section(stand: Setting) -> MeetingSection:
    section = stand.section("meeting")
    assert isinstance(section, MeetingSection)
    return section


def copies(stand: Setting) -> CopiesSection:
    section = stand.section("copies")
    assert isinstance(section, CopiesSection)
    return section


def computer(stand: Setting) -> ComputerSection:
    section = stand.section("computer")
    assert isinstance(section, ComputerSection)
    return section


@pytest.mark.parametrize("passphrase", ["", PASSPHRASE])
def test_every_section_fits_names_everything_and_follows_the_scheme(
    begin: Callable[..., Setting], dressed: QApplication, passphrase: str
) -> None:
    stand = begin(passphrase)
    seen = []
    for key in stand.page.states():
        seen.append(key)
        least = stand.page.minimumSizeHint()
        assert least.width() <= 1278, key
        assert least.height() <= 676, key
        assert nameless(stand.page) == [], key
        assert stand.page.keys()
    assert len(seen) == 9
    # What was laid out late counts too.
    dressed.processEvents()
    assert stand.page.minimumSizeHint().height() <= 676
    light = stand.page.grab().toImage()
    theme.apply(dressed, dark=True)
    assert stand.page.grab().toImage() != light


def test_the_meeting_is_changed_and_taken_back(stand: Setting) -> None:
    section = meeting_section(stand)
    stand.type_over(section.form.field("venue"), "Sample Hall")
    stand.press(Qt.Key.Key_Return)
    assert stand.desk.read(meetings.meeting).venue == "Sample Hall"
    stand.page.context.undo()
    assert section.form.values()["venue"] == "Spanish Court Hotel"


@pytest.mark.parametrize(("name", "typed"), [("zone", "Kingston"), ("title", " "), ("grace_minutes", "soon")])
def test_what_makes_no_sense_keeps_the_section_until_it_is_put_right(stand: Setting, name: str, typed: str) -> None:
    section = meeting_section(stand)
    stand.type_over(section.form.field(name), typed)
    assert not stand.page.show_section("agenda")
    assert stand.page.section_key == "meeting"
    assert section.form.field(name).problem()
    stand.press(Qt.Key.Key_Escape)
    assert stand.page.show_section("agenda")


def test_the_meeting_is_saved_as_a_template(stand: Setting, tmp_path: Path) -> None:
    section = meeting_section(stand)
    section.save_template(tmp_path / "next")
    assert read_meeting(tmp_path / "next.toml").venue == "Spanish Court Hotel"
    assert "next.toml" in stand.last()


def test_a_copy_is_made_and_listed(stand: Setting, tmp_path: Path) -> None:
    section = copies(stand)
    section.set_folder(tmp_path / "copies")
    section.copy_button.click()
    assert len(backups.copies(stand.desk.store.path, tmp_path / "copies")) == 1
    assert len(section.table.model_of_rows().rows) == 1
    assert section.verdict.title.text() == "Copied and checked"
    assert section.copy_button.isEnabled()
    stand.page.context.undo()
    assert stand.desk.read(meetings.meeting).backup_folder == ""


def test_a_folder_that_cannot_be_written_is_said(stand: Setting, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    section = copies(stand)
    section.set_folder(tmp_path / "file")
    section.copy_button.click()
    assert section.verdict.title.text() == "It could not be done"
    assert section.copy_button.isEnabled()


def test_the_journal_is_verified_in_words(stand: Setting) -> None:
    section = copies(stand)
    section.verify_button.click()
    assert section.verdict.title.text() == "The journal is whole"


def test_the_training_clock_is_moved(stand: Setting) -> None:
    section = copies(stand)
    side = section.side
    stand.type_over(side.time, "25")
    side.move_button.click()
    assert "no time of day" in side.time.problem()
    side.day.set_key("2019-12-06")
    stand.type_over(side.time, "9.15")
    side.time.setFocus()
    stand.press(Qt.Key.Key_Return)
    assert isinstance(stand.desk.clock, ManualClock)
    assert stand.page.context.facts.clock(stand.desk.clock.now()) == "09:15"
    assert stand.last() == "It is now Fri 6 Dec 09:15"


def test_a_training_meeting_has_no_passphrase_and_a_real_one_has_no_clock(begin: Callable[..., Setting]) -> None:
    side = copies(begin(PASSPHRASE)).side
    assert side.old.isVisible()
    assert not side.move_button.isVisible()


def test_the_passphrase_is_changed_once_the_present_one_is_right(begin: Callable[..., Setting]) -> None:
    stand = begin(PASSPHRASE)
    side = copies(stand).side
    for old, new, again, wrong in (
        (PASSPHRASE, "a new passphrase", "another one", side.again),
        ("not it at all", "a new passphrase", "a new passphrase", side.old),
        (PASSPHRASE, "short", "short", side.new),
    ):
        for field, text in ((side.old, old), (side.new, new), (side.again, again)):
            stand.type_over(field, text)
        side.change_button.click()
        assert [field for field in (side.old, side.new, side.again) if field.problem()] == [wrong]
    for field, text in ((side.old, PASSPHRASE), (side.new, "a new passphrase"), (side.again, "a new passphrase")):
        stand.type_over(field, text)
    stand.press(Qt.Key.Key_Return)
    assert opening.proves_secret(stand.desk, "a new passphrase")
    assert not opening.proves_secret(stand.desk, PASSPHRASE)
    assert side.old.editor.property("text") == ""


def test_the_look_and_the_sounds_change_at_once_and_are_remembered(stand: Setting) -> None:
    section = computer(stand)
    heard: list[bool] = []
    stand.page.habits_changed.connect(lambda: heard.append(True))
    section.scheme.choose("dark")
    section.hints.choose("off")
    section.sounds.choose("off")
    try:
        assert (theme.is_dark(), theme.hints_shown(), sound.is_muted()) == (True, False, True)
        assert (settings.dark(), settings.hints(), settings.sounds()) == (True, False, False)
        assert len(heard) == 3
        assert not section.listen_button.isEnabled()
    finally:
        sound.mute(on=False)


def test_the_gap_of_the_scanner_is_taken_if_it_is_a_sensible_number(stand: Setting) -> None:
    section = computer(stand)
    stand.type_over(section.gap, "45")
    stand.press(Qt.Key.Key_Return)
    assert settings.scan_gap_ms() == 45
    stand.type_over(section.gap, "3")
    stand.press(Qt.Key.Key_Return)
    assert "from 10 to 120" in section.gap.problem()
    assert settings.scan_gap_ms() == 45
    assert not stand.page.show_section("meeting")


def test_a_scan_is_measured_here_and_goes_nowhere_else(stand: Setting) -> None:
    section = computer(stand)
    section.test.setFocus()
    code = badge_code.make(12345)
    QTest.keyClicks(section.test, code)
    assert stand.page.scanned(code)
    title = section.answer.title.text()
    assert f"{len(code)} characters" in title
    assert "ours" in title
    assert "ms" in title


def test_a_scan_is_not_taken_by_the_other_sections(stand: Setting) -> None:
    stand.section("agenda")
    assert not stand.page.scanned(badge_code.make(12345))


def test_keys_that_came_one_by_one_are_said_to_be_typed(stand: Setting) -> None:
    section = computer(stand)
    section.test.setFocus()
    QTest.keyClicks(section.test, "ABC")
    stand.press(Qt.Key.Key_Return)
    assert section.answer.title.text() == "Typed, not scanned"
    assert section.test.text() == ""


def test_the_page_opens_at_the_section_that_was_asked_for(stand: Setting) -> None:
    stand.page.open_at("aliases")
    assert stand.page.section_key == "aliases"
    stand.page.open_at("nothing of the kind")
    assert stand.page.section_key == "aliases"

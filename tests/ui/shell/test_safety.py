"""The main window: what is saved, what is copied, what went wrong, and what closing does."""

from collections.abc import Callable

import pytest

from cmc_desk.clock import ManualClock
from cmc_desk.desk import backups, registration
from cmc_desk.desk.setup import change_meeting
from cmc_desk.rules.refusal import Refusal, Unavailable
from cmc_desk.ui.page_kinds import PAGES
from cmc_desk.ui.setup.copies_section import CopiesSection
from tests import flaky_stick
from tests.meetings import KEISHA
from tests.ui.shell.stand import Stand
from tests.ui.summaries.troubles import locked


def test_the_light_says_what_is_saved_and_how_old_the_copy_is(stand: Callable[..., Stand]) -> None:
    one = stand()
    assert one.light() == ("leaf", "No changes yet, No copy yet")
    one.desk.do(registration.register, person=KEISHA)
    one.later(29)
    assert one.light() == ("leaf", "Saved 08:40:00, No copy yet")
    one.later(1)
    assert one.light() == ("leaf", "Saved 08:40:00, Copy 0 s ago")
    one.later(24)
    assert one.light() == ("leaf", "Saved 08:40:00, Copy 24 s ago")
    assert len(backups.copies(one.desk.store.path, one.copies)) == 1
    one.later(300)
    assert one.light() == ("leaf", "Saved 08:40:00, Copy 5 min ago")
    assert len(backups.copies(one.desk.store.path, one.copies)) == 1


def test_without_a_copy_the_light_turns_amber_and_copying_is_tried_again(stand: Callable[..., Stand]) -> None:
    one = stand()
    one.copies.write_text("a file where the folder should be")
    one.desk.do(registration.register, person=KEISHA)
    one.later(30)
    assert one.light()[0] == "amber"
    assert "Copying fails" in one.light()[1]
    assert "No copy was made." in one.said()
    one.copies.unlink()
    one.later(30)
    assert one.light() == ("leaf", "Saved 08:40:00, Copy 0 s ago")


def test_no_copy_begins_while_a_long_command_is_written(stand: Callable[..., Stand]) -> None:
    one = stand()
    one.desk.do(registration.register, person=KEISHA)
    one.desk._apart.add("a list")
    one.later(30)
    assert backups.copies(one.desk.store.path, one.copies) == ()
    one.desk._apart.clear()
    one.later(1)
    assert len(backups.copies(one.desk.store.path, one.copies)) == 1


def test_changes_without_a_copy_for_two_minutes_are_amber(stand: Callable[..., Stand]) -> None:
    one = stand()
    one.window.keeper._schedule.running = True
    one.desk.do(registration.register, person=KEISHA)
    one.later(120)
    assert one.light()[0] == "leaf"
    one.later(1)
    assert one.light()[0] == "amber"
    one.window.keeper._schedule.running = False


def test_from_a_damaged_file_no_further_copy_is_taken(stand: Callable[..., Stand]) -> None:
    one = stand()
    one.desk.do(registration.register, person=KEISHA)
    with one.desk.store.path.open("r+b") as stream:
        stream.seek(4096 * 3)
        stream.write(b"\xff" * 4096 * 4)
    one.later(30)
    assert one.light()[0] == "coral"
    assert "No further copies are made." in one.said()
    one.later(600)
    assert backups.copies(one.desk.store.path, one.copies) == ()


def test_a_stick_that_spoils_the_copy_is_tried_again(
    stand: Callable[..., Stand], monkeypatch: pytest.MonkeyPatch
) -> None:
    one = stand()
    one.desk.do(registration.register, person=KEISHA)
    with monkeypatch.context() as patch:
        flaky_stick.plug_in(patch)
        one.later(30)
    assert one.light() == ("amber", "Saved 08:40:00, Copying fails · No copy yet")
    one.later(30)
    assert one.light() == ("leaf", "Saved 08:40:00, Copy 0 s ago")


def spoiled(one: Stand) -> bytes:
    """Damage the meeting file, let copying stop over it, and return what the file held."""
    one.desk.do(registration.register, person=KEISHA)
    whole = one.desk.store.path.read_bytes()
    one.desk.store.path.write_bytes(whole[: 4096 * 3] + b"\xff" * 4096 * 4 + whole[4096 * 7 :])
    one.later(30)
    assert one.light()[1] == "Saved 08:40:00, Copies stopped: file damaged"
    return whole


def test_copying_goes_on_once_another_folder_is_chosen(stand: Callable[..., Stand]) -> None:
    one = stand()
    one.desk.store.path.write_bytes(spoiled(one))
    folder = str(one.copies.with_name("other"))
    one.desk.do(change_meeting, changes={"backup_folder": folder})
    one.later(30)
    assert one.light() == ("leaf", "Saved 08:40:30, Copy 0 s ago")


def test_copying_goes_on_once_a_copy_that_was_asked_for_was_made(stand: Callable[..., Stand]) -> None:
    one = stand(pages=PAGES)
    one.desk.store.path.write_bytes(spoiled(one))
    one.window.go("setup", "copies")
    section = one.window.page("setup").findChild(CopiesSection)
    assert section is not None
    section.copy_button.click()
    one.later(1)
    assert one.light() == ("leaf", "Saved 08:40:00, Copy 0 s ago")
    one.later(29)
    assert len(backups.copies(one.desk.store.path, one.copies)) == 2


def test_a_copy_that_was_asked_for_of_a_damaged_file_stops_copying(stand: Callable[..., Stand]) -> None:
    one = stand()
    spoiled(one)
    one.window.context.copied.emit(Unavailable("The stick does not answer."))
    one.later(1)
    assert one.light()[0] == "amber"
    one.window.context.copied.emit(Refusal("The file is damaged."))
    one.later(1)
    assert one.light()[0] == "coral"


def test_closing_says_that_there_is_no_copy_although_copying_was_stopped(stand: Callable[..., Stand]) -> None:
    one = stand()
    spoiled(one)
    assert not one.window.close()
    assert one.said().startswith("No last copy was made.")
    assert "m.cmc is damaged" in one.said()
    assert one.window.close()


def test_trouble_is_coral_until_something_is_saved_again(stand: Callable[..., Stand]) -> None:
    one = stand()
    one.window.context.trouble(Unavailable("The disk is full."))
    one.later(1)
    assert one.light()[0] == "coral"
    assert "NOT SAVED" in one.light()[1]
    assert one.said() == "NOT SAVED. The disk is full."
    one.desk.do(registration.register, person=KEISHA)
    one.later(1)
    assert one.light()[0] == "leaf"


def test_a_clock_that_jumps_is_said(stand: Callable[..., Stand]) -> None:
    one = stand()
    one.later(5)
    assert "jumped" not in one.said()
    assert isinstance(one.desk.clock, ManualClock)
    one.desk.clock.advance(hours=1)
    one.window.tick()
    assert one.said().startswith("The clock of this computer jumped by +3600 s")


def test_a_changed_journal_is_said_loudly(stand: Callable[..., Stand]) -> None:
    from sqlalchemy import text

    one = stand()
    one.window.keeper.verify()
    assert one.said() == ""
    with one.desk.store.write() as session:
        session.execute(text("UPDATE journal SET operator = 'Somebody Else' WHERE seq = 2"))
    one.window.keeper.verify()
    assert one.said().startswith("The journal was changed at row 2")


def test_closing_makes_a_last_copy(stand: Callable[..., Stand]) -> None:
    one = stand()
    path = one.desk.store.path
    one.desk.do(registration.register, person=KEISHA)
    assert one.window.close()
    assert len(backups.copies(path, one.copies)) == 1


def test_closing_without_changes_makes_no_copy(stand: Callable[..., Stand]) -> None:
    one = stand()
    path = one.desk.store.path
    assert one.window.close()
    assert backups.copies(path, one.copies) == ()


def test_a_last_copy_that_fails_keeps_the_window_open_once(stand: Callable[..., Stand]) -> None:
    one = stand()
    one.desk.do(registration.register, person=KEISHA)
    one.copies.write_text("a file where the folder should be")
    assert not one.window.close()
    assert "Close again" in one.said()
    assert one.window.close()


def test_a_scan_that_is_not_recorded_keeps_the_window_open_once(stand: Callable[..., Stand]) -> None:
    one = stand()
    one.desk.store.hasten(0.01)
    with locked(one.desk):
        one.window.context.late_scans.take("9988776655443", session="")
        assert not one.window.close()
        assert "scanned and not recorded: close again" in one.said()
        assert one.window.close()

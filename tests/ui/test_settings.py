"""What a computer remembers comes back as it was, and what cannot be read is as usual."""

from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from cmc_desk.ui import settings, sound, theme
from cmc_desk.ui.habits import Habits


def store() -> QSettings:
    return QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, settings.PROGRAM, settings.PROGRAM)


def test_a_new_computer_shows_keys_and_is_heard() -> None:
    assert (settings.hints(), settings.sounds()) == (True, True)
    assert (settings.scan_gap_ms(), settings.idle_lock_minutes()) == (30, 5)


def test_what_was_set_is_there_at_the_next_start(own_habits: Path) -> None:
    settings.set_dark(on=True)
    settings.set_hints(on=False)
    settings.set_sounds(on=False)
    settings.set_scan_gap_ms(45)
    settings.set_idle_lock_minutes(0)
    store().sync()
    assert list(own_habits.rglob("*.ini"))
    assert (settings.dark(), settings.hints(), settings.sounds()) == (True, False, False)
    assert (settings.scan_gap_ms(), settings.idle_lock_minutes()) == (45, 0)


def test_the_start_screen_and_the_setup_page_mean_the_same_habits() -> None:
    settings.set_dark(on=True)
    settings.set_idle_lock_minutes(7)
    assert (Habits().dark(), Habits().idle_minutes()) == (True, 7)
    Habits().choose_dark(dark=False)
    assert settings.dark() is False


def test_a_slow_scanner_is_given_a_longer_silence() -> None:
    settings.set_scan_gap_ms(80)
    assert settings.scan_settings().gap_ms == 80
    assert settings.scan_settings().silence_ms == 160


def test_nonsense_in_the_file_is_as_if_nothing_were_there() -> None:
    for name in ("scan_gap_ms", "idle_minutes"):
        store().setValue(name, "perhaps")
    assert (settings.scan_gap_ms(), settings.idle_lock_minutes()) == (30, 5)
    settings.set_scan_gap_ms(100_000)
    assert settings.scan_gap_ms() == settings.LONGEST_GAP


def test_the_program_takes_up_what_is_remembered(qapp: QApplication) -> None:
    settings.set_dark(on=True)
    settings.set_hints(on=False)
    settings.set_sounds(on=False)
    try:
        settings.wear(qapp)
        assert (theme.is_dark(), theme.hints_shown(), sound.is_muted()) == (True, False, True)
    finally:
        theme.apply(qapp, dark=False)
        theme.show_hints(qapp, shown=True)
        sound.mute(on=False)

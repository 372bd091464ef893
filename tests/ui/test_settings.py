"""What a computer remembers comes back as it was, and what cannot be read is as usual."""

from pathlib import Path

from PySide6.QtCore import QSettings

from cmc_desk.rules.meeting import Role
from cmc_desk.ui import settings


def test_a_new_computer_is_light_with_keys_and_sounds() -> None:
    assert (settings.dark(), settings.hints(), settings.sounds()) == (False, True, True)
    assert (settings.scan_gap_ms(), settings.idle_lock_minutes()) == (30, 10)
    assert (settings.last_operator(), settings.last_station(), settings.last_role()) == ("", "", Role.DESK)
    assert (settings.language(), settings.recent_meetings()) == ("", ())


def test_what_was_set_is_there_at_the_next_start(own_habits: Path) -> None:
    settings.set_dark(on=True)
    settings.set_hints(on=False)
    settings.set_sounds(on=False)
    settings.set_scan_gap_ms(45)
    settings.set_idle_lock_minutes(0)
    settings.set_last_operator("T. Sample-Reid")
    settings.set_last_station("Desk B")
    settings.set_last_role(Role.TRAVEL)
    settings.set_language("es")
    QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "CMC Desk", "CMC Desk").sync()
    assert list(own_habits.rglob("*.ini"))
    assert (settings.dark(), settings.hints(), settings.sounds()) == (True, False, False)
    assert (settings.scan_gap_ms(), settings.idle_lock_minutes()) == (45, 0)
    assert (settings.last_operator(), settings.last_station()) == ("T. Sample-Reid", "Desk B")
    assert (settings.last_role(), settings.language()) == (Role.TRAVEL, "es")


def test_a_slow_scanner_is_given_a_longer_silence() -> None:
    settings.set_scan_gap_ms(80)
    assert settings.scan_settings().gap_ms == 80
    assert settings.scan_settings().silence_ms == 160


def test_nonsense_in_the_file_is_as_if_nothing_were_there() -> None:
    store = QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "CMC Desk", "CMC Desk")
    for name in ("dark", "scan_gap_ms", "idle_lock_minutes", "last_role"):
        store.setValue(name, "perhaps")
    store.sync()
    assert (settings.dark(), settings.scan_gap_ms(), settings.idle_lock_minutes()) == (False, 30, 10)
    assert settings.last_role() is Role.DESK
    settings.set_scan_gap_ms(100_000)
    assert settings.scan_gap_ms() == settings.LONGEST_GAP


def test_the_meeting_opened_last_is_named_first_and_only_once() -> None:
    for number in range(10):
        settings.add_recent_meeting(Path(f"m{number}.cmc"))
    settings.add_recent_meeting(Path("m5.cmc"))
    names = [path.stem for path in settings.recent_meetings()]
    assert names == ["m5", "m9", "m8", "m7", "m6", "m4", "m3", "m2"]
    settings.forget_recent_meeting(Path("m9.cmc"))
    assert [path.stem for path in settings.recent_meetings()][:2] == ["m5", "m8"]

"""Four sounds that tell themselves apart, and a desk that never stumbles over them."""

import sys
import wave
from pathlib import Path
from typing import get_args

import pytest
from PySide6.QtWidgets import QApplication

from cmc_desk.ui import sound
from cmc_desk.ui.sound import Sound
from tests import temporary
from tests.ui import sounds

ALL: tuple[Sound, ...] = get_args(Sound)


@pytest.mark.parametrize("name", ALL)
def test_a_sound_is_short_and_is_the_one_that_its_recipe_makes(name: Sound, tmp_path: Path) -> None:
    with wave.open(str(sound.sound_file(name))) as file:
        assert file.getnframes() / file.getframerate() < 0.5
    sounds.write(name, tmp_path / "new.wav")
    assert sound.sound_file(name).read_bytes() == (tmp_path / "new.wav").read_bytes(), "python -m tests.ui.sounds"


def test_no_two_sounds_are_the_same() -> None:
    assert len({sound.sound_file(name).read_bytes() for name in ALL}) == len(ALL)


@pytest.mark.skipif(sys.platform != "linux", reason="the players of Linux")
@pytest.mark.parametrize(("there", "command"), [(("aplay", "paplay"), ["paplay"]), (("aplay",), ["aplay", "-q"])])
def test_the_first_player_that_is_found_plays(
    there: tuple[str, ...], command: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    # From a folder in memory nothing may be run on some computers.
    with temporary.on_the_disk() as folder:
        for name in there:
            (folder / name).write_text("#!/bin/sh\n", encoding="ascii")
            (folder / name).chmod(0o755)
        monkeypatch.setenv("PATH", str(folder))
        name, *options = command
        assert sound.player("ok") == [str(folder / name), *options, str(sound.sound_file("ok"))]
        sound.play("ok")


def test_without_a_player_the_system_beeps_and_a_muted_desk_does_not(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    beeps: list[bool] = []
    monkeypatch.setattr(sys, "platform", "some other system")
    monkeypatch.setattr(QApplication, "beep", staticmethod(lambda: beeps.append(True)))
    sound.play("refused")
    assert beeps == [True]
    sound.mute(on=True)
    try:
        sound.play("refused")
        assert sound.is_muted()
    finally:
        sound.mute(on=False)
    assert beeps == [True]


def test_a_player_that_cannot_be_started_is_no_error(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    beeps: list[bool] = []
    monkeypatch.setattr(QApplication, "beep", staticmethod(lambda: beeps.append(True)))
    monkeypatch.setattr(sound, "player", lambda _sound: [str(tmp_path / "gone")])
    monkeypatch.setattr(sys, "platform", "linux")
    sound.play("ok")
    assert beeps == [True]

"""Four short sounds, played by what the system has; silence is never an error."""

import shutil
import sys
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QProcess
from PySide6.QtWidgets import QApplication

from cmc_desk.resource import resource

Sound = Literal["ok", "already", "attention", "refused"]
# The first that is found plays; each takes the file as its last argument.
_PLAYERS: dict[str, tuple[tuple[str, ...], ...]] = {
    "darwin": (("afplay",),),
    "linux": (("pw-play",), ("paplay",), ("aplay", "-q")),
}


class _Muted:
    """Whether the program keeps quiet."""

    on: bool = False


def mute(*, on: bool) -> None:
    """Switch all sounds off or on."""
    _Muted.on = on


def is_muted() -> bool:
    """Say whether the sounds are off."""
    return _Muted.on


def play(sound: Sound) -> None:
    """Play a sound and return at once; where nothing can play it, the system beeps."""
    if _Muted.on:
        return
    if sys.platform == "win32":
        import winsound

        try:
            flags = winsound.SND_FILENAME | winsound.SND_ASYNC | winsound.SND_NODEFAULT
            winsound.PlaySound(str(sound_file(sound)), flags)
        except RuntimeError:  # no sound card
            QApplication.beep()
        return
    command = player(sound)
    if not command or not _started(command):
        QApplication.beep()


def sound_file(sound: Sound) -> Path:
    """Return the file of a sound."""
    return resource("sounds", sound + ".wav")


def player(sound: Sound) -> list[str]:
    """Return the command that plays a sound here; empty if the system has none."""
    for name, *options in _PLAYERS.get(sys.platform, ()):
        found = shutil.which(name)
        if found:
            return [found, *options, str(sound_file(sound))]
    return []


def _started(command: list[str]) -> bool:
    # Detached: the sound outlives nothing, and nobody has to wait for it.
    process = QProcess()
    process.setProgram(command[0])
    process.setArguments(command[1:])
    process.setStandardOutputFile(QProcess.nullDevice())
    process.setStandardErrorFile(QProcess.nullDevice())
    # The stub promises a pair; what comes is whether it was started.
    return bool(process.startDetached())

"""Makes the four sounds of the desk: `python -m tests.ui.sounds` writes them into resources/sounds."""

import math
import sys
import wave
from array import array
from pathlib import Path

from cmc_desk.resource import resource
from cmc_desk.ui.sound import Sound

RATE = 22_050
# Each tone: frequency in Hz (0 is a pause), length in ms. Up is good, the same again is "already", down is refused.
TONES: dict[Sound, tuple[tuple[float, int], ...]] = {
    "ok": ((1175, 60), (1568, 90)),
    "already": ((988, 70), (0, 50), (988, 70)),
    "attention": ((784, 90), (0, 40), (988, 90), (0, 40), (784, 120)),
    "refused": ((440, 130), (0, 30), (294, 260)),
}


def samples(sound: Sound) -> "array[int]":
    """Return a sound as 16-bit samples at RATE; each tone swells and fades, so that it does not click."""
    made = array("h")
    for frequency, length in TONES[sound]:
        count = RATE * length // 1000
        edge = min(RATE // 200, count // 4)
        for place in range(count):
            swell = min(1.0, place / edge, (count - 1 - place) / edge)
            made.append(round(9000 * swell * math.sin(2 * math.pi * frequency * place / RATE)))
    return made


def write(sound: Sound, path: Path) -> None:
    """Write a sound as a WAV file, little-endian as WAV is."""
    data = samples(sound)
    if sys.byteorder == "big":
        data.byteswap()
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(data.tobytes())


if __name__ == "__main__":
    resource("sounds").mkdir(exist_ok=True)
    for each in TONES:
        write(each, resource("sounds", each + ".wav"))

"""The colours of the screens of the room, by name: dark unless this machine was told otherwise, whatever the windows look like."""

from functools import cache

from PySide6.QtGui import QColor

# name: (dark, light); text keeps 12:1 on its ground in the dark, 4.5:1 in the light.
TONES: dict[str, tuple[str, str]] = {
    "ground": ("#0B1519", "#FFFFFF"),
    "text": ("#E9F0F2", "#13232B"),
    "soft": ("#A3B4BB", "#4A5960"),  # words that explain
    "time": ("#FFFFFF", "#13232B"),
    "bar": ("#67C3D9", "#0B5A72"),
    "track": ("#1F2D34", "#DCE2E4"),
    "line": ("#2A3B44", "#C4CCCF"),
    "over": ("#FF8F73", "#B93A22"),
    "overTrack": ("#3B211B", "#FBE9E4"),
    "band": ("#183F4C", "#DDEFF2"),  # a message beside something else
    "added": ("#78CF9B", "#2A7548"),  # what is proposed to come into a text; what is to go is `over`
    "lead": ("#152F39", "#EEF6F7"),  # the alternative that leads
    "other": ("#A9B3F2", "#3F4BA0"),  # the others
    "black": ("#000000", "#000000"),
}


def tone(name: str, *, light: bool = False) -> QColor:
    """Return a colour of the room's screens; an unknown name raises KeyError."""
    return _tone(name, light=light)


@cache
def _tone(name: str, *, light: bool) -> QColor:
    return QColor(TONES[name][1 if light else 0])

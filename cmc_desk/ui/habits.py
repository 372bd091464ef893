"""What this computer remembers between two starts: habits, never anything about participants."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QSettings

_MOST = 20
_MOST_NAMES = 8


@dataclass(frozen=True, slots=True)
class Remembered:
    """A meeting that was open on this computer; days are ISO dates, `opened` is an ISO instant."""

    path: str
    title: str = ""
    city: str = ""
    venue: str = ""
    first: str = ""
    last: str = ""
    training: bool = False
    opened: str = ""
    copies: str = ""


class Habits:
    """Typed accessors over the settings of the program."""

    def __init__(self, settings: QSettings | None = None) -> None:
        self._settings = settings or QSettings(
            QSettings.Format.IniFormat, QSettings.Scope.UserScope, "cmc-desk", "cmc-desk"
        )

    def meetings(self) -> Sequence[Remembered]:
        """Return the meetings that were open here, the last one first."""
        found = []
        for entry in self._list("meetings"):
            try:
                found.append(Remembered(**entry))
            except TypeError:
                continue
        return found

    def meeting(self, path: Path) -> Remembered | None:
        """Return what is remembered of the meeting at `path`."""
        return next((known for known in self.meetings() if known.path == str(path)), None)

    def remember(self, meeting: Remembered) -> None:
        """Put a meeting at the top of the list."""
        others = [known for known in self.meetings() if known.path != meeting.path]
        self._put_list("meetings", [asdict(known) for known in [meeting, *others][:_MOST]])

    def forget(self, path: Path) -> None:
        """Take a meeting off the list; its file stays where it is."""
        others = [asdict(known) for known in self.meetings() if known.path != str(path)]
        self._put_list("meetings", others)

    def opened(self, path: Path, at: datetime) -> None:
        """Note when a remembered meeting was last opened."""
        known = self.meeting(path)
        if known is not None:
            self.remember(replace(known, opened=at.isoformat()))

    def operators(self) -> Sequence[str]:
        """Return the names under which somebody worked here, the last one first."""
        return [str(name) for name in self._list("operators")]

    def remember_operator(self, name: str) -> None:
        """Offer this name first next time."""
        self._put_list("operators", [name, *(one for one in self.operators() if one != name)][:_MOST_NAMES])

    def text(self, name: str, default: str = "") -> str:
        """Return a habit that is a word: `station`, `role`, `language`."""
        return str(self._settings.value(name, default))

    def put_text(self, name: str, value: str) -> None:
        """Remember a word."""
        self._put(name, value)

    def dark(self) -> bool | None:
        """Return whether the dark scheme was chosen; None follows the system."""
        return {"dark": True, "light": False}.get(self.text("scheme"))

    def choose_dark(self, *, dark: bool | None) -> None:
        """Remember the scheme; None follows the system."""
        self._put("scheme", "" if dark is None else "dark" if dark else "light")

    def idle_minutes(self) -> int:
        """Return after how many minutes without a key the window locks itself; 0 is never."""
        try:
            return max(0, int(self.text("idle_minutes", "5")))
        except ValueError:
            return 5

    def geometry(self) -> QByteArray:
        """Return where the window stood."""
        found = self._settings.value("geometry")
        return found if isinstance(found, QByteArray) else QByteArray()

    def remember_geometry(self, geometry: QByteArray) -> None:
        """Open the window there next time."""
        self._settings.setValue("geometry", geometry)

    def _list(self, name: str) -> list[Any]:
        # Loaded here, because the colour of the first window is asked for before anything is painted.
        import json

        try:
            found = json.loads(self.text(name, "[]"))
        except ValueError:
            return []
        return found if isinstance(found, list) else []

    def _put_list(self, name: str, value: list[Any]) -> None:
        import json

        self._put(name, json.dumps(value))

    def _put(self, name: str, value: str) -> None:
        self._settings.setValue(name, value)

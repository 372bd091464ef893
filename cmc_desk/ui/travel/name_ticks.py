"""The people of a delegation, each with a box to tick."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.ui.parts.text import Text
from cmc_desk.ui.parts.tick import Tick


class NameTicks(QWidget):
    """Who can be ticked changes with the delegation."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ticks: dict[str, Tick] = {}
        self._none = Text(_("Nobody of this delegation is registered yet."), size=13, tone="slate", wrap=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._column.addWidget(self._none)

    def set_people(self, people: Sequence[tuple[str, str]]) -> None:
        """Offer these people, by key and name."""
        for tick in self._ticks.values():
            self._column.removeWidget(tick)
            tick.hide()
            tick.deleteLater()
        self._ticks = {key: Tick(name, size=13, parent=self) for key, name in people}
        for tick in self._ticks.values():
            self._column.addWidget(tick)
        self._none.setVisible(not people)

    def keys(self) -> tuple[str, ...]:
        """Return who is ticked."""
        return tuple(key for key, tick in self._ticks.items() if tick.isChecked())

    def set_keys(self, keys: Sequence[str]) -> None:
        """Tick these people and no others."""
        for key, tick in self._ticks.items():
            tick.setChecked(key in keys)

"""Several of a few: boxes to tick beneath one another, in one or two columns."""

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QWidget

from cmc_desk.ui.parts.tick import Tick


class TickGroup(QWidget):
    """Each box has a key; Space ticks it."""

    def __init__(self, options: Sequence[tuple[str, str]], *, columns: int = 1, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ticks: dict[str, Tick] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(2)
        grid.setHorizontalSpacing(12)
        for place, (key, words) in enumerate(options):
            self._ticks[key] = Tick(words, size=13, parent=self)
            grid.addWidget(self._ticks[key], place // columns, place % columns)

    def keys(self) -> tuple[str, ...]:
        """Return the keys of the boxes that are ticked."""
        return tuple(key for key, tick in self._ticks.items() if tick.isChecked())

    def set_keys(self, keys: Sequence[str]) -> None:
        """Tick these boxes and no others."""
        for key, tick in self._ticks.items():
            tick.setChecked(key in keys)

    def tick(self, key: str) -> Tick:
        """Return a box."""
        return self._ticks[key]

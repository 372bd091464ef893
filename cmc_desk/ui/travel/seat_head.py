"""The head of the pane: the flag, the name, the seat, and whose money it is."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from cmc_desk.ui.parts.chip import Chip, ChipLook
from cmc_desk.ui.parts.flag import FlagSwatch
from cmc_desk.ui.parts.pane import Pane
from cmc_desk.ui.parts.text import Text

_MOST = 2


class SeatHead(Pane):
    """Two lines: the name, and where it sits."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("panel", lines="b", parent=parent)
        self.flag = FlagSwatch(width=27)
        self.name = Text(size=18, bold=True)
        self.place = Text(size=13, tone="slate", wrap=True)
        self.chips = tuple(Chip() for _number in range(_MOST))
        grid = QGridLayout(self)
        grid.setContentsMargins(16, 10, 16, 11)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(3)
        grid.addWidget(self.flag, 0, 0, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(self.name, 0, 1)
        lower = QHBoxLayout()
        lower.setSpacing(6)
        lower.addWidget(self.place, 1)
        for chip in self.chips:
            lower.addWidget(chip, 0, Qt.AlignmentFlag.AlignTop)
        grid.addLayout(lower, 1, 0, 1, 2)
        grid.setColumnStretch(1, 1)

    def show_seat(self, name: str, place: str, flag: str, chips: Sequence[ChipLook]) -> None:
        """Show who sits where."""
        self.name.setText(name)
        self.place.setText(place)
        self.flag.set_code(flag)
        for number, chip in enumerate(self.chips):
            chip.setVisible(number < len(chips))
            if number < len(chips):
                chip.set_look(chips[number])
        self.setAccessibleName(name)
        self.setAccessibleDescription(", ".join((place, *(chip.text for chip in chips))))

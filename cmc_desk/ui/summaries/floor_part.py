"""Has the floor: flag, name, what is left of the time, and who comes next."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.ui.parts import draw
from cmc_desk.ui.parts.bars import Bar, BarPiece
from cmc_desk.ui.parts.flag import FlagSwatch
from cmc_desk.ui.parts.pane import Pane
from cmc_desk.ui.parts.text import Text
from cmc_desk.ui.summaries.floor_look import FloorLook

_STEPS = 400


class FloorPart(Pane):
    """Shows one `FloorLook`; four times a second the same again costs nothing."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__("sand", lines="b", parent=parent)
        self._look: FloorLook | None = None
        self._told = False
        self._heading = Text(_("Has the floor"), size=12, tone="slate", parent=self)
        self._flag = FlagSwatch(width=27, parent=self)
        self._name = Text(size=18, bold=True, parent=self)
        self._name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._time = Text(size=24, bold=True, align=draw.RIGHT, parent=self)
        self._word = Text(size=12, tone="slate", parent=self)
        self._bar = Bar(name=_("Time used, in seconds"), track="sandTrack", parent=self)
        self._after = Text(size=12, tone="slate", parent=self)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._flag)
        row.addWidget(self._name, 1)
        row.addWidget(self._time)
        row.addWidget(self._word, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 12)
        column.setSpacing(5)
        column.addWidget(self._heading)
        column.addLayout(row)
        column.addWidget(self._bar)
        column.addSpacing(2)
        column.addWidget(self._after)

    def show_look(self, look: FloorLook | None) -> None:
        """Show who has the floor; None where there is no list of speakers."""
        if look == self._look and self._told:
            return
        self._look, self._told = look, True
        self.setVisible(look is not None)
        if look is None:
            return
        self._flag.setVisible(bool(look.flag))
        self._flag.set_code(look.flag)
        self._name.setText(look.name or _("Nobody"))
        self._time.setText(look.time)
        self._time.set_tone(look.tone)
        self._word.setText(look.word)
        self._after.setText(look.after)
        self._bar.setVisible(bool(look.name))
        over = max(0.0, look.used - look.whole)
        # A bar moves by pixels, not by seconds.
        used = round(look.used * _STEPS / look.whole) / _STEPS * look.whole if look.whole else look.used
        pieces = (BarPiece(look.whole, "sea"), BarPiece(over, "coral", "hatched")) if over else (BarPiece(used, "sea"),)
        self._bar.set_pieces(pieces, look.whole + over)

    def words(self) -> str:
        """Return what is shown, for tests and screen readers."""
        look = self._look
        return (
            "" if look is None else " · ".join(part for part in (look.name, look.time, look.word, look.after) if part)
        )

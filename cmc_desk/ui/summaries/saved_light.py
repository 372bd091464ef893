"""The light of the composer: `Saved 14:32:07`, `Saving …`, or in red since when nothing is saved and where the copy lies."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.ui import icons
from cmc_desk.ui.context import Facts
from cmc_desk.ui.parts import draw
from cmc_desk.ui.summaries.save_state import SaveState
from cmc_desk.ui.theme import font

HEIGHT = 20
_PAD, _SHAPE, _GAP = 7, 12, 4
# Before it stands since when, after it where the copy lies.
_BETWEEN, _SECOND = " – ", 16


class SavedLight(QWidget):
    """Word, shape and colour; since when nothing is saved and where the copy lies stand in two lines, and whole in the tooltip."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ""
        self._failing = False
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def show_state(self, state: SaveState, facts: Facts) -> None:
        """Show how it stands, in the time of the meeting."""
        words = light_words(state, facts)
        if (words, state.failing) == (self._words, self._failing):
            return
        wide = self.sizeHint()
        self._words, self._failing = words, state.failing
        self.setAccessibleName(words)
        whole = (f"{words}.", str(state.copy) if state.copy is not None else "", state.trouble)
        self.setToolTip(" ".join(part for part in whole if part) if state.failing else "")
        if self.sizeHint() != wide:
            self.updateGeometry()
        self.update()

    def words(self) -> str:
        """Return what it says."""
        return self._words

    def sizeHint(self) -> QSize:
        wide = max(draw.text_width(words, font(12, bold=self._failing)) for words in self._lines())
        if not self._failing:
            # It changes its words at every rest of the keys, and is never laid out anew for that.
            usual = (_("Saving …"), _("Saved {time}").format(time="00:00:00"))
            wide = max(wide, *(draw.text_width(words, font(12)) for words in usual))
        return QSize(2 * _PAD + _SHAPE + _GAP + int(wide) + 2, self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), 120), self._height())

    def _lines(self) -> tuple[str, ...]:
        first, _dash, second = self._words.partition(_BETWEEN) if self._failing else (self._words, "", "")
        return (first, second) if second else (self._words,)

    def _height(self) -> int:
        return HEIGHT + _SECOND if len(self._lines()) > 1 else HEIGHT

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        tone, ground, shape = ("coral", "coralT", "octagon") if self._failing else ("leaf", "leafT", "disc-check")
        draw.box(painter, self.rect(), fill=ground, radius=3)
        icons.paint(painter, QRectF(_PAD, (HEIGHT - _SHAPE) / 2, _SHAPE, _SHAPE), shape, tone, ground=ground)
        left = _PAD + _SHAPE + _GAP
        area = QRectF(left, 0, self.width() - left - _PAD + 1, HEIGHT)
        for number, words in enumerate(self._lines()):
            draw.text(painter, area.translated(0, number * _SECOND), words, size=12, bold=self._failing, tone=tone)
        painter.end()


def light_words(state: SaveState, facts: Facts) -> str:
    """Return what the light says."""
    if state.since is not None:
        since = facts.clock(state.since, seconds=True)
        if state.copy is None:
            return _("NOT SAVED since {time} – no copy either").format(time=since)
        return _("NOT SAVED since {time} – copy kept in {file}").format(
            time=since, file=" / ".join(state.copy.parent.parts[-2:])
        )
    if state.waiting:
        return _("Saving …")
    if state.saved_at is None:
        return _("Nothing to save")
    return _("Saved {time}").format(time=facts.clock(state.saved_at, seconds=True))

"""A choice from a list that opens beneath."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QListView, QSizePolicy, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from cmc_desk.ui import icons
from cmc_desk.ui.parts import draw
from cmc_desk.ui.theme import font

_ROW = 34


class Combo(QComboBox):
    """Not editable; each choice has a key of its own, and what is shown is only its word.

    A choice whose key is empty is painted faint, as what stands in a field that was not filled.
    """

    picked = Signal(str)

    def __init__(
        self,
        choices: Sequence[tuple[str, str]] = (),
        *,
        size: int = 16,
        height: int = 40,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._size = size
        self.setFont(font(size))
        self.setFixedHeight(height)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        view = QListView(self)
        view.setProperty("popup", "true")
        self.setView(view)
        self.setItemDelegate(_ChoiceDelegate(size, self))
        self.setMaxVisibleItems(12)
        self.activated.connect(self._on_activated)
        self.set_choices(choices)

    def set_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer these (key, words); what was chosen stays chosen if it is still there."""
        before = self.key()
        self.clear()
        for key, words in choices:
            self.addItem(words, key)
        self.set_key(before)

    def key(self) -> str:
        """Return the key of what is chosen."""
        found = self.currentData()
        return found if isinstance(found, str) else ""

    def set_key(self, key: str) -> None:
        """Choose without saying so; an unknown key chooses the first."""
        self.setCurrentIndex(max(0, self.findData(key)))

    def _on_activated(self, _place: int) -> None:
        self.picked.emit(self.key())

    def sizeHint(self) -> QSize:
        words = max(
            (draw.text_width(self.itemText(place), font(self._size)) for place in range(self.count())), default=40.0
        )
        return QSize(int(words) + 52, self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(72, self.height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        # Scrolling a form must not change what stands in it.
        event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        problem, on = bool(self.property("problem")), self.hasFocus()
        edge = "line" if not self.isEnabled() else "coral" if problem and not on else "sea" if on else "edge"
        draw.box(
            painter,
            self.rect(),
            fill="panel" if self.isEnabled() else "sand",
            edge=edge,
            width=2 if on or problem else 1,
        )
        room = QRectF(11, 0, self.width() - 44, self.height())
        tone = "ink" if self.isEnabled() and self.key() else "faint"
        draw.text(painter, room, self.currentText(), size=self._size, tone=tone)
        icons.paint(
            painter,
            QRectF(self.width() - 28, self.height() / 2 - 8, 16, 16),
            "down",
            "ink" if self.isEnabled() else "faint",
        )
        painter.end()


class _ChoiceDelegate(QStyledItemDelegate):
    """A choice in the list."""

    def __init__(self, size: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._size = size

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        wide = QFontMetricsF(font(self._size)).horizontalAdvance(str(index.data()))
        return QSize(max(option.rect.width(), int(wide) + 24), _ROW)

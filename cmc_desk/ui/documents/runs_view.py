"""A redline in a form: what would be written, against what stands there, while it is typed."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from cmc_desk.rules.redline import Run
from cmc_desk.ui.documents.laid_runs import laid_runs, spoken_runs
from cmc_desk.ui.parts import draw

_PAD = 10


class RunsView(QWidget):
    """As high as its text at its width; a `bare` one has no ground of its own."""

    def __init__(self, *, size: int = 14, bare: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = size
        self._bare = bare
        self._runs: tuple[Run, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_runs(self, runs: tuple[Run, ...]) -> None:
        """Show a text with what would become of it."""
        self._runs = runs
        self.setAccessibleName(spoken_runs(runs))
        self.updateGeometry()
        self.update()

    def runs(self) -> tuple[Run, ...]:
        """Return what is shown."""
        return self._runs

    def _pad(self) -> int:
        return 0 if self._bare else _PAD

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(laid_runs(self._runs, width - 2 * self._pad(), self._size).height) + 2 * self._pad()

    def sizeHint(self) -> QSize:
        width = max(160, self.width())
        return QSize(width, self.heightForWidth(width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        pad = self._pad()
        if not self._bare:
            draw.fill(painter, self.rect(), "sand")
            draw.fill(painter, QRectF(0, 0, 4, self.height()), "edge")
        laid_runs(self._runs, self.width() - 2 * pad, self._size).paint(painter, QPointF(pad, pad))
        painter.end()

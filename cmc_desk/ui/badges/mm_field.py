"""Some millimetres more or less, with their sign, as the calibration page tells them."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QDoubleSpinBox, QLineEdit, QSizePolicy, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.ui.theme import font

MOST = 30.0
_STEP = 0.5


class MmField(QDoubleSpinBox):
    """Steps by half a millimetre; `valueChanged` says a new one."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setRange(-MOST, MOST)
        self.setSingleStep(_STEP)
        self.setDecimals(1)
        self.setSuffix(" " + _("mm"))
        self.setFont(font(13))
        self.setFixedHeight(30)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        # A figure that is half typed moves nothing.
        self.setKeyboardTracking(False)
        self.valueChanged.connect(self._on_changed)
        self._on_changed(0.0)

    def put(self, value: float) -> None:
        """Show a value without saying so."""
        self.blockSignals(True)  # noqa: FBT003 - Qt's own
        self.setValue(value)
        self.blockSignals(False)  # noqa: FBT003 - Qt's own
        self._on_changed(value)

    def line(self) -> QLineEdit:
        """Return where the figure is typed."""
        return self.lineEdit()

    def _on_changed(self, value: float) -> None:
        self.setPrefix("+" if value > 0 else "")

    def wheelEvent(self, event: QWheelEvent) -> None:
        # Scrolling past a field must not move the next sheet.
        event.ignore()

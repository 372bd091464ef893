"""Ctrl+L: the window is covered until the passphrase is given again."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.ui.parts import draw
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.field import Field
from cmc_desk.ui.parts.pane import Pane
from cmc_desk.ui.parts.text import Text
from cmc_desk.ui.task import Pool, Task

_WIDTH = 440
_ACTS = frozenset({QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel, QEvent.Type.TouchBegin})


class LockPanel(Pane):
    """Covers everything; `proves(secret)` is asked beside the window, because it takes its time on purpose."""

    unlocked = Signal()

    def __init__(self, proves: Callable[[str], bool], *, secret_needed: bool, parent: QWidget | None = None) -> None:
        super().__init__("rail", parent=parent)
        self._proves = proves
        self._secret_needed = secret_needed
        self._pool: Pool | None = None
        self._asking: Task[bool] | None = None
        box = Pane("panel", parent=self)
        box.setFixedWidth(_WIDTH)
        self._operator = Text(size=20, bold=True, align=draw.MIDDLE, parent=box)
        self._meeting = Text(size=14, tone="slate", align=draw.MIDDLE, parent=box)
        self._why = Text(size=13, tone="slate", align=draw.MIDDLE, wrap=True, parent=box)
        self._edit = QLineEdit(box)
        self._edit.setEchoMode(QLineEdit.EchoMode.Password)
        self._field = Field(_("Passphrase of the meeting"), self._edit, parent=box)
        self._field.setVisible(secret_needed)
        self._edit.textEdited.connect(self._on_edited)
        self._button = DeskButton(_("Unlock"), key="Enter", icon="lock", kind="primary", size="big", parent=box)
        self._button.clicked.connect(self.try_now)
        column = QVBoxLayout(box)
        column.setContentsMargins(32, 32, 32, 32)
        column.setSpacing(6)
        for widget in (self._operator, self._meeting):
            column.addWidget(widget)
        column.addSpacing(8)
        column.addWidget(self._why)
        column.addSpacing(12)
        column.addWidget(self._field)
        column.addSpacing(8)
        column.addWidget(self._button)
        row = QHBoxLayout(self)
        row.addWidget(box, 0, Qt.AlignmentFlag.AlignCenter)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def cover(self, *, operator: str, meeting: str, why: str, pool: Pool | None) -> None:
        """Say who locked which meeting, empty the field, and take the keyboard."""
        self._pool = pool
        self._operator.setText(operator)
        self._meeting.setText(meeting)
        self._why.setText(why)
        self._edit.clear()
        self._field.set_problem("")
        (self._edit if self._secret_needed else self).setFocus(Qt.FocusReason.OtherFocusReason)

    def try_now(self) -> None:
        """Unlock if the secret is right; a training file asks for none."""
        if not self._secret_needed:
            self.unlocked.emit()
        elif self._asking is None:
            secret = self._edit.text()
            self._asking = Task(lambda _progress: self._proves(secret), pool=self._pool)
            self._asking.finished.connect(self._on_answered)
            self._asking.ended.connect(self._on_ended)
            self._asking.start()

    def _on_answered(self, right: object) -> None:
        if right is True:
            self._edit.clear()
            self.unlocked.emit()
        else:
            self._field.set_problem(_("This is not the passphrase: type it again."))
            self._edit.selectAll()

    def _on_ended(self) -> None:
        self._asking = None

    def _on_edited(self) -> None:
        self._field.set_problem("")


class IdleWatch(QObject):
    """Says `idle` when a window has had no key and no click for some minutes; scans are keys too.

    `unless` says that somebody looks at it all the same: then it waits as long again.
    """

    idle = Signal()

    def __init__(self, *, minutes: int, unless: Callable[[], bool], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._unless = unless
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.timeout.connect(self._on_timeout)
        self.set_minutes(minutes)

    def watch(self, window: QWindow | None) -> None:
        """Look at what the system sends to `window`; looking at the whole program would slow down every event of it."""
        if window is not None:
            window.installEventFilter(self)

    def set_minutes(self, minutes: int) -> None:
        """Wait so long; 0 waits for ever."""
        self.timer.setInterval(minutes * 60_000)
        if minutes:
            self.timer.start()
        else:
            self.timer.stop()

    def _on_timeout(self) -> None:
        if self._unless():
            self.timer.start()
        else:
            self.idle.emit()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _ACTS and self.timer.interval():
            self.timer.start()
        return False

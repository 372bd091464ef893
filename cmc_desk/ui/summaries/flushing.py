"""Hears of everything after which there may be no later: the window left or closed, the login or the program ended, an export begun."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from cmc_desk.ui.context import Context
from cmc_desk.ui.summaries.save_state import Why
from cmc_desk.ui.summaries.saving import Saving


class Flushing(QObject):
    """Asks a composer's `Saving` to write; `watch` tells it in which window the composer stands, `closing` that this is closed."""

    closing = Signal()

    def __init__(self, context: Context, saving: Saving, parent: QObject) -> None:
        super().__init__(parent)
        self._saving = saving
        self._window: QWidget | None = None
        context.settling.connect(self._on_settling)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.commitDataRequest.connect(self._on_session_ends)
            app.aboutToQuit.connect(self._on_session_ends)
            app.applicationStateChanged.connect(self._on_application_state)

    def watch(self, window: QWidget) -> None:
        """Hear when this window is left, put to sleep or closed; its filter sees the events of the window alone."""
        if window is not self._window:
            if self._window is not None:
                self._window.removeEventFilter(self)
            self._window = window
            window.installEventFilter(self)

    def _on_settling(self) -> None:
        self._saving.flush(Why.EXPORT)

    def _on_session_ends(self, *_manager: object) -> None:
        self._saving.flush(Why.SESSION)

    def _on_application_state(self, state: Qt.ApplicationState) -> None:
        if state != Qt.ApplicationState.ApplicationActive:
            self._saving.flush(Why.WINDOW)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.WindowDeactivate:
            self._saving.flush(Why.WINDOW)
        elif kind == QEvent.Type.Close:
            # Before the window closes the meeting file, and before it makes the last copy.
            self._saving.flush(Why.CLOSING)
            self.closing.emit()
        return super().eventFilter(watched, event)

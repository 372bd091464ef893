"""Qt without a screen, without the one thing that it says then at every window and that nobody can do anything about."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QMessageLogContext, QtMsgType, qFormatLogMessage, qInstallMessageHandler

UNSAID = "This plugin does not support propagateSizeHints()"
Handler = Callable[[QtMsgType, QMessageLogContext, str], object]


@contextmanager
def without_size_hints() -> Iterator[None]:
    """Leave that message of Qt unsaid for as long as the block lasts; every other goes where it went before."""
    before: Handler | None = None

    def pass_on(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        if message == UNSAID:
            return
        if before is not None:
            before(kind, context, message)
        else:
            sys.stderr.write(qFormatLogMessage(kind, context, message) + "\n")

    before = qInstallMessageHandler(pass_on)
    try:
        yield
    finally:
        qInstallMessageHandler(before)

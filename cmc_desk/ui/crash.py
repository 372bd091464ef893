"""What to do with a defect of the program: write down where it is, say so, go on; what was saved is on the disk."""

import faulthandler
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler

from cmc_desk import __version__
from cmc_desk.clock import Clock, SystemClock
from cmc_desk.rules.refusal import Unavailable

_KEPT_BYTES = 1_000_000


class CrashLog(QObject):
    """Hears of every exception that nobody caught; `happened` carries the details, which hold no value of any field.

    A file or a disk that did not answer is no defect: `troubled` carries the sentence.
    """

    happened = Signal(str)
    troubled = Signal(str)

    def __init__(self, log: Path, *, clock: Clock | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._log = log
        self._clock = clock or SystemClock()
        self._busy = False
        self.last = ""

    def install(self) -> None:
        """Take over from Python and Qt; a crash of native code leaves its stack in the same folder."""
        self._log.parent.mkdir(parents=True, exist_ok=True)
        if self._log.exists() and self._log.stat().st_size > _KEPT_BYTES:
            self._log.replace(self._log.with_suffix(".old.log"))
        # Open until the end of the process: the handler writes to it when nothing else works any more.
        self._native = self._log.with_name("native.log").open("a", encoding="utf-8")
        faulthandler.enable(self._native)
        self._before = sys.excepthook, threading.excepthook
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception
        self._heard_before = qInstallMessageHandler(self._on_qt_message)

    def remove(self) -> None:
        """Give everything back."""
        sys.excepthook, threading.excepthook = self._before
        qInstallMessageHandler(self._heard_before)
        faulthandler.disable()
        self._native.close()

    def report(self, error: BaseException) -> str:
        """Write down a defect and tell whoever listens; return the details."""
        self.last = details_of(error)
        self._write(self.last)
        if not self._busy:
            # Showing the message may fail for the same reason.
            self._busy = True
            try:
                self.happened.emit(self.last)
            finally:
                self._busy = False
        return self.last

    def _on_exception(
        self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error or kind(), trace)
        elif isinstance(error, Unavailable):
            self._write(details_of(error))
            self.troubled.emit(error.sentence)
        elif error is not None:
            self.report(error)

    def _on_thread_exception(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self.report(args.exc_value)

    def _on_qt_message(self, kind: QtMsgType, _where: QMessageLogContext, message: str) -> None:
        if kind is not QtMsgType.QtDebugMsg:
            self._write(f"Qt: {message}")

    def _write(self, text: str) -> None:
        try:
            with self._log.open("a", encoding="utf-8") as stream:
                stream.write(f"{self._clock.now():%Y-%m-%d %H:%M:%S} UTC {text}\n")
        except OSError:
            # A full disk must not turn one defect into two.
            return


def watch_for_defects(shown: Callable[[str], object], parent: QObject, *, trouble: Callable[[str], object]) -> CrashLog:
    """Write every exception that nobody caught to the log of the program, and have it `shown` where people look.

    `trouble` is told the sentence where the file or the disk did not answer and nobody else has said so.
    """
    from platformdirs import user_log_path

    log = CrashLog(user_log_path(QCoreApplication.applicationName()) / "cmc-desk.log", parent=parent)
    log.happened.connect(shown)
    log.troubled.connect(trouble)
    log.install()
    return log


def details_of(error: BaseException) -> str:
    """Return version, kind of error and the places it went through; never its message, which may quote a name."""
    lines = [f"CMC Desk {__version__}, Python {sys.version.split()[0]}, {sys.platform}"]
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        lines.append(f"{'' if current is error else 'after '}{type(current).__module__}.{type(current).__qualname__}")
        lines += [
            f"  {_short(frame.filename)}:{frame.lineno} {frame.name}"
            for frame in traceback.extract_tb(current.__traceback__)
        ]
        current = current.__cause__ or current.__context__
    return "\n".join(lines)


def _short(file_name: str) -> str:
    # The rest of the path may hold the name of a user.
    return "/".join(Path(file_name).parts[-3:])

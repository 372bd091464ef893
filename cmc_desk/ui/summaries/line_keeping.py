"""Keeps the line of a read-out that is being written: soon after the last key, and never later than a second and a half after the first."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from cmc_desk.desk.readout_keeping import LineText, Rewriting, keep_line, put_back
from cmc_desk.rules.refusal import Refusal, Unavailable
from cmc_desk.ui.context import Context
from cmc_desk.ui.summaries.save_state import MakeTimer
from cmc_desk.ui.summaries.saving import CEILING_MS, IDLE_MS, RETRIES_MS


class LineKeeping(QObject):
    """`read` returns what stands in the editor; what the line becomes in the end is the command of whoever uses this.

    `of` is the line that is written, `last` what it is known to say in the meeting file: None while nothing was kept of it.
    """

    def __init__(self, context: Context, read: Callable[[], str], *, timer: MakeTimer, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._read = read
        self.of: Rewriting | None = None
        self.last: LineText | None = None
        self._kept = ""
        self._failures = 0
        self._idle = timer(IDLE_MS, self._on_due, self)
        self._ceiling = timer(CEILING_MS, self._on_due, self)

    def begin(self, of: Rewriting, text: str) -> None:
        """Keep this line from now on; `text` is what it says."""
        self.end()
        self.of, self._kept = of, text

    def touched(self, _letters: int = 0) -> None:
        """Learn that something was typed."""
        if self.of is None or self._read() == self._kept:
            return
        self._idle.start(IDLE_MS)
        if not self._ceiling.isActive():
            self._ceiling.start(RETRIES_MS[min(self._failures, len(RETRIES_MS)) - 1] if self._failures else CEILING_MS)

    def flush(self) -> None:
        """Keep now what is not kept yet; where it cannot be, that is said once and it is tried again."""
        self._stop()
        text = self._read()
        # A line that was emptied is on the way to something else: it says what it said until then.
        if self.of is None or text == self._kept or not text:
            return
        try:
            self.last = self._context.desk.keep(keep_line, of=self.of, text=text, last=self.last)
        except Refusal as refusal:
            # Whoever hands it over is told again, and has the text before them until then.
            self._context.say("amber", refusal.sentence)
            self._kept = text
        except Unavailable as trouble:
            if not self._failures:
                self._context.trouble(trouble)
            self._ceiling.start(RETRIES_MS[min(self._failures, len(RETRIES_MS) - 1)])
            self._failures += 1
        else:
            self._kept, self._failures = text, 0

    def take_back(self) -> bool:
        """Let the line say what it said before, and end; say whether it could be."""
        self._stop()
        if self.of is not None and self.last is not None:
            try:
                self._context.desk.keep(put_back, of=self.of, last=self.last)
            except Refusal as refusal:
                self._context.say("amber", refusal.sentence)
            except Unavailable as trouble:
                self._context.trouble(trouble)
                return False
        self.end()
        return True

    def end(self) -> None:
        """Keep nothing more: the line was handed over."""
        self._stop()
        self.of, self.last, self._kept, self._failures = None, None, "", 0

    def _on_due(self) -> None:
        self.flush()

    def _stop(self) -> None:
        self._idle.stop()
        self._ceiling.stop()

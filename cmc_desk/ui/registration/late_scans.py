"""Scans that the meeting file did not take at once: they are kept, said, and recorded with the time at which they were scanned."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QObject

from cmc_desk.desk import attendance, presence
from cmc_desk.desk.attendance import Answer
from cmc_desk.desk.desk import new_nonce
from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext
from cmc_desk.rules.refusal import Refusal, Unavailable
from cmc_desk.ui.context import Context
from cmc_desk.ui.one_task import OneTask, Trouble
from cmc_desk.ui.registration.answers import say_answer
from cmc_desk.ui.sound import play
from cmc_desk.ui.timers import after_rest

# Whoever saves has the file for a moment; whoever stands at the desk goes on meanwhile.
AGAIN_MS = 2000


@dataclass(frozen=True, slots=True)
class _Scan:
    """A scan as it came; by its nonce it is recorded once, though the answer to the first try may have been lost."""

    nonce: str
    code: str
    session: str
    at: datetime


class LateScans(QObject):
    """Takes every scan of a badge. Nobody who is scanned waits for the file twice: while one scan waits, those after it wait behind it."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._context = context
        self._waiting: list[_Scan] = []
        self._done: list[tuple[_Scan, Answer]] = []
        self._recording = OneTask(self, pool=context.pool)
        self.again = after_rest(AGAIN_MS, self._record, self)

    def take(self, code: str, *, session: str) -> Answer | None:
        """Check in whoever has this code and return the answer; without one it is said why, and whether the scan is kept."""
        context = self._context
        scan = _Scan(new_nonce(), code, session, context.now())
        if not self._waiting:
            try:
                return context.desk.do_once(scan.nonce, attendance.check_in, code=code, session=session, via="scan")
            except Refusal as refusal:
                context.say("amber", refusal.sentence)
                return None
            except Unavailable as trouble:
                context.trouble(trouble)
        self._waiting.append(scan)
        play("attention")
        self._say_waiting()
        if not self._recording.is_running():
            # Behind others it is tried at once, for it is another moment now.
            self.again.start(AGAIN_MS if len(self._waiting) == 1 else 0)
        return None

    def last_try(self) -> str:
        """Record what waits before the window is closed; return whose scans could not be recorded."""
        self.again.stop()
        self._recording.leave()
        try:
            while self._waiting:
                scan, do = self._waiting[0], self._context.desk.do_once
                do(scan.nonce, attendance.check_in, code=scan.code, session=scan.session, at=scan.at)
                self._waiting.pop(0)
        except (Refusal, Unavailable):
            # Should the window stay open after all, they are tried again.
            self.again.start(AGAIN_MS)
        return self._names()

    def _record(self) -> None:
        if not self._waiting or self._recording.is_running():
            return
        desk, scan = self._context.desk, self._waiting[0]
        self._recording.start(
            lambda _progress: desk.do_once_apart(
                scan.nonce, attendance.check_in, code=scan.code, session=scan.session, at=scan.at
            ),
            finished=self._on_recorded,
            refused=self._on_refused,
            failed=self._on_failed,
        )

    def _on_recorded(self, told: tuple[Answer, Callable[[], None]]) -> None:
        answer, tell = told
        self._done.append((self._waiting.pop(0), answer))
        try:
            tell()
        finally:
            self._go_on()

    def _on_refused(self, error: Trouble) -> None:
        if isinstance(error, Refusal):
            self._waiting.pop(0)
            self._context.say("amber", error.sentence)
            self._go_on()
            return
        self._context.trouble(error)
        self._say_waiting()
        self.again.start(AGAIN_MS)

    def _on_failed(self, error: Exception) -> None:
        # A defect is shown, and must not hold up those who were scanned after it.
        self._waiting.pop(0)
        self._go_on()
        raise error

    def _go_on(self) -> None:
        if self._waiting:
            self.again.start(0)
            return
        done, self._done = self._done, []
        if done:
            self._say_done(done)

    def _say_waiting(self) -> None:
        words = ngettext(
            " was scanned: kept here, and recorded as soon as the meeting file answers.",
            " were scanned: kept here, and recorded as soon as the meeting file answers.",
            len(self._waiting),
        )
        self._context.say("coral", _("NOT SAVED. "), self._names(), words)

    def _say_done(self, done: list[tuple[_Scan, Answer]]) -> None:
        context = self._context
        if len(done) == 1:
            scan, answer = done[0]
            scanned = _(" · scanned at {time}").format(time=context.facts.clock(scan.at, seconds=True))
            say_answer(context, answer, more=scanned)
            return
        kept_out = [(scan, answer) for scan, answer in done if answer.refused]
        if kept_out:
            names = ", ".join(answer.name or presence.hint_at(scan.code) for scan, answer in kept_out)
            context.say("amber", _("Not checked in: "), names, _(" · the other scans that waited are recorded."))
        else:
            context.say("notice", _("Recorded: "), ", ".join(answer.name for _scan, answer in done))

    def _names(self) -> str:
        return ", ".join(self._name(scan.code) for scan in self._waiting)

    def _name(self, code: str) -> str:
        try:
            found = self._context.desk.read_promptly(presence.holder_of, code=code)
        except Unavailable:
            found = None
        return found.full_name if found is not None else presence.hint_at(code)

"""Keeps the meeting safe while it is open: copies after changes, the chain of the journal verified, trouble remembered."""

import sys
import time
from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, Signal

from cmc_desk.clock import Clock, JumpWatch, SystemClock, TrainingClock
from cmc_desk.desk import backups
from cmc_desk.desk.verifying import verifying_job
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.clock_jump import ClockJump
from cmc_desk.rules.refusal import Refusal, Unavailable
from cmc_desk.ui.bar_words import Safety
from cmc_desk.ui.context import Context
from cmc_desk.ui.one_task import OneTask, Trouble

# The monotonic clock of Windows goes on while the computer sleeps; the window looks four times a second, and so long only then not.
_SLEPT = 60.0
_WHERE_THE_FOLDER_STANDS = frozenset({"meeting", "*"})


class Keeper(QObject):
    """Makes a copy half a minute after a change, never two at once; `machine` is the clock that copies are dated by."""

    jumped = Signal(object)

    def __init__(
        self,
        context: Context,
        *,
        machine: Clock | None = None,
        monotonic: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._machine = machine or SystemClock()
        self._monotonic = monotonic
        self._folder = backups.folder_of(context.desk)
        self._copied_at = next((copy.taken_at for copy in backups.copies(context.desk.store.path, self._folder)), None)
        self._not_saved = self._failing = False
        self._schedule = backups.Schedule()
        sleeps_unseen = monotonic is time.monotonic and sys.platform == "win32"
        self._jumps = JumpWatch(silence=_SLEPT) if sleeps_unseen else JumpWatch()
        self._copying = OneTask(self, pool=context.pool)
        self._verifying = OneTask(self, pool=context.pool)
        self._unsubscribe = context.desk.subscribe(self._on_changed)
        context.troubled.connect(self._on_troubled)
        context.copied.connect(self._on_copied_by_hand)

    def tick(self) -> None:
        """Begin a copy if one is due, and tell when the clock has jumped; that of a training meeting is moved by us alone."""
        if not isinstance(self._context.desk.clock, TrainingClock):
            now = self._context.now()
            jump = self._jumps.jumped(wall=now, monotonic=self._monotonic())
            if jump:
                self.jumped.emit(ClockJump(now, timedelta(seconds=jump)))
        if self._schedule.due(self._monotonic()) and not self._context.desk.at_work:
            self.copy()

    def copy(self) -> None:
        """Begin a copy now, beside the window."""
        if self._copying.is_running():
            return
        self._context.settle()
        self._schedule.begin()
        try:
            self._folder = backups.folder_of(self._context.desk)
            job = backups.copy_job(self._context.desk, folder=self._folder, now=self._machine.now())
        except Unavailable as trouble:
            self._on_refused(trouble)
            return
        self._copying.start(
            lambda _progress: job(), finished=self._on_copied, refused=self._on_refused, failed=self._on_failed
        )

    def verify(self) -> None:
        """Recompute the whole chain of the journal beside the window; opening has looked at its end only."""
        self._verifying.start(verifying_job(self._context.desk), finished=self._on_verified, failed=self._on_failed)

    def state(self) -> Safety:
        """Return what the safety light shows."""
        return Safety(
            saved_at=self._context.desk.saved_at,
            copied_at=self._copied_at,
            not_saved=self._not_saved,
            overdue_seconds=self._schedule.overdue_seconds(self._monotonic()),
            stopped=self._schedule.stopped,
            failing=self._failing,
        )

    def machine_now(self) -> datetime:
        """Return the time of the computer, by which the age of a copy is told."""
        return self._machine.now()

    def last_copy(self) -> str:
        """Make a copy at once if there are changes that none holds; return what went wrong, else nothing."""
        if not self._schedule.pending:
            return ""
        self._schedule.begin()
        try:
            made = backups.copy_now(self._context.desk, now=self._machine.now())
        except (Refusal, Unavailable) as trouble:
            self._schedule.failed(self._monotonic(), stop=isinstance(trouble, Refusal))
            return trouble.sentence
        self._on_copied(made)
        return ""

    def may_close(self) -> bool:
        """Say whether nothing would be lost with the window, and what if anything: scans that wait, or changes that no copy holds."""
        context = self._context
        names, trouble = context.unrecorded(), self.last_copy()
        if names:
            context.say(
                "coral", _("NOT SAVED. "), names, _(" · scanned and not recorded: close again to leave all the same.")
            )
        elif trouble:
            context.say("coral", _("No last copy was made. "), trouble, _(" Close again to leave without it."))
        return not (names or trouble)

    def stop(self) -> None:
        """Hear of no further change."""
        self._unsubscribe()

    def _on_changed(self, tables: frozenset[str]) -> None:
        self._not_saved = False
        self._schedule.changed(self._monotonic())
        if tables & _WHERE_THE_FOLDER_STANDS:
            self._look_for_another_folder()

    def _look_for_another_folder(self) -> None:
        try:
            folder = backups.folder_of(self._context.desk)
        except Unavailable:
            # The next copy asks again.
            return
        if folder != self._folder:
            self._folder = folder
            self._schedule.resume()

    def _on_troubled(self, _trouble: object) -> None:
        self._not_saved = True

    def _on_copied(self, copy: backups.Copy) -> None:
        self._schedule.made()
        self._copied_at, self._failing = copy.taken_at, False

    def _on_copied_by_hand(self, outcome: object) -> None:
        self._schedule.resume()
        if isinstance(outcome, backups.Copy):
            self._copied_at, self._failing = outcome.taken_at, False
        elif isinstance(outcome, Refusal | Unavailable):
            self._failing = True
            self._schedule.stopped = isinstance(outcome, Refusal)

    def _on_refused(self, trouble: Trouble) -> None:
        stop = isinstance(trouble, Refusal)
        self._schedule.failed(self._monotonic(), stop=stop)
        if stop:
            self._context.say("coral", _("No further copies are made. "), trouble.sentence)
        elif not self._failing:
            # Said once; the light goes on saying it.
            self._context.say("amber", _("No copy was made. "), trouble.sentence)
        self._failing = True

    def _on_failed(self, error: Exception) -> None:
        if self._schedule.running:
            self._schedule.failed(self._monotonic())
            self._failing = True
        raise error

    def _on_verified(self, found: object) -> None:
        broken = getattr(found, "broken_at", None)
        if broken is not None:
            self._context.say(
                "coral",
                _("The journal was changed at row {row}: ").format(row=broken),
                _("keep this file aside and tell the organiser; the copies before that are whole."),
            )

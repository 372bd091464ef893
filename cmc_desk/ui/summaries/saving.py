"""Keeps what is typed: soon after the last key, never later than a second and a half after the first, and elsewhere if the store fails.

It knows no widget. Whoever types calls `begin` with the entry and a way to read it, then `touched` at every change; `flush` writes now,
`hand_over` files the entry or leaves it. The text is read together with its stamp, and only what was written becomes clean. While the
store fails, everything goes on: texts wait in their order, each is on the disk of the rescue file, and the store is tried again ever less
often.
"""

from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from cmc_desk.desk.desk import Desk
from cmc_desk.desk.rescue import RescueFile
from cmc_desk.rules.notes import Written
from cmc_desk.rules.refusal import Refusal, Unavailable
from cmc_desk.ui.summaries.save_state import URGENT, MakeTimer, Read, SaveState, Why, Wrote
from cmc_desk.ui.summaries.writing import Act, Job, Subject, write
from cmc_desk.ui.timers import after_rest

# A second and a half at most may be lost, and the writing takes a part of it.
IDLE_MS, CEILING_MS = 400, 1400
RETRIES_MS = (1000, 2000, 4000, 8000, 16000, 30000)
REVISION_AFTER = timedelta(seconds=60)
REVISION_LETTERS = 200


class Saving(QObject):
    """The save protocol of one composer; `wrote` has every `Wrote`, `troubled` the first error of a row of them."""

    changed = Signal()
    wrote = Signal(object)
    troubled = Signal(object)

    def __init__(
        self, desk: Desk, rescue: RescueFile, *, timer: MakeTimer = after_rest, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._rescue = rescue
        self._idle = timer(IDLE_MS, self._on_rest, self)
        self._ceiling = timer(CEILING_MS, self._on_ceiling, self)
        self._again = timer(RETRIES_MS[0], self._on_again, self)
        self._subject: Subject | None = None
        self._read: Read | None = None
        self._unsaved_since: datetime | None = None
        self._letters, self._mark = 0, False
        self._revision_at = desk.clock.now()
        self._jobs: list[Job] = []
        # Of those that wait, the ones that the store has refused: the others do not wait for them.
        self._refused: set[int] = set()
        self._writing = False
        self._failures = 0
        self._failing_since: datetime | None = None
        self._trouble = ""
        self._copied: dict[str, tuple[Written, datetime | None]] = {}
        self._copy: Path | None = None
        self._saved_at = desk.saved_at
        self._state = SaveState(saved_at=self._saved_at)

    @property
    def state(self) -> SaveState:
        """How it stands."""
        return self._state

    @property
    def subject(self) -> Subject | None:
        """The entry that is being typed."""
        return self._subject

    @property
    def writing(self) -> bool:
        """Whether the store is being written: what it tells its listeners meanwhile is our own."""
        return self._writing

    @property
    def unsaved(self) -> bool:
        """Whether the entry that is being typed says something that the store does not know."""
        return self._unsaved_since is not None

    @property
    def waiting(self) -> tuple[Job, ...]:
        """What was handed over and could not be written yet, the oldest first."""
        return tuple(self._jobs)

    def begin(self, subject: Subject, read: Read) -> None:
        """Keep this entry from now on: `read` returns a stamp that differs after every change, with text and facts."""
        self._subject, self._read = subject, read
        self._let_go()
        self._show()

    def touched(self, letters: int = 0, *, mark: bool = False) -> None:
        """Learn that something was changed, how many letters it was, and whether it deserves a revision by itself."""
        self._letters += letters
        self._mark = self._mark or mark
        if self._unsaved_since is None:
            self._unsaved_since = self._desk.clock.now()
        self._idle.start(IDLE_MS)
        if not self._ceiling.isActive():
            self._ceiling.start(CEILING_MS)
        self._show()

    def flush(self, why: Why) -> bool:
        """Write what is not written yet; return whether the store has everything."""
        if self._writing:
            # Whoever listens to a write asks for another one: the timers come to it.
            return False
        self._idle.stop()
        self._ceiling.stop()
        if self._failures and why not in URGENT:
            self._copy_all()
            self._show()
            return False
        done = self._write_waiting(everything=why in URGENT) and self._write_current()
        if done:
            self._failures = 0
            if not self._refused:
                self._failing_since, self._trouble, self._copy = None, "", None
                self._again.stop()
        self._show()
        return done and not self._refused

    def hand_over(self, act: Act, written: Written, *, strict: bool = True) -> bool:
        """File the entry that is being typed, leave it, or put it aside as it is; return whether the store has it.

        What the store does not take now waits for its turn. Raises Refusal if it never takes it: then nothing is changed, and unless
        `strict` it waits nevertheless.
        """
        subject = self._subject
        if subject is None:
            return True
        job = Job(subject, act, written, self._desk.clock.now() if act is Act.FILE else None)
        done: Wrote | None = None
        if not (self._failures or self._writing or len(self._jobs) > len(self._refused)):
            try:
                done = self._write(job)
            except Unavailable as trouble:
                self._fail(trouble)
            except Refusal as refusal:
                if strict:
                    raise
                self._refused.add(id(job))
                self._refuse(refusal)
        if done is None:
            self._jobs.append(job)
            self._copy_all()
        self._subject = self._read = None
        self._let_go()
        if not (done or self._failures or self._refused):
            self._idle.start(IDLE_MS)
        self._show()
        if done is not None:
            # Only now: whoever hears it may begin another entry.
            self.wrote.emit(done)
        return done is not None

    def drop(self) -> None:
        """Forget the entry that is being typed: nothing of it is to be written any more."""
        self._subject = self._read = None
        self._let_go()
        self._show()

    def take_back(self, job: Job) -> None:
        """Go on typing what was handed over and could not be written yet; `begin` with its subject follows."""
        self._jobs.remove(job)
        self._refused.discard(id(job))

    def _let_go(self) -> None:
        self._idle.stop()
        self._ceiling.stop()
        self._unsaved_since = None
        self._letters, self._mark = 0, False
        self._revision_at = self._desk.clock.now()

    def _on_rest(self) -> None:
        self.flush(Why.REST)

    def _on_ceiling(self) -> None:
        self.flush(Why.CEILING)

    def _on_again(self) -> None:
        self.flush(Why.AGAIN)

    def _write_waiting(self, *, everything: bool) -> bool:
        for job in tuple(self._jobs):
            if id(job) in self._refused and not everything:
                continue
            try:
                done = self._write(job)
            except Refusal as refusal:
                # The next one may be taken nevertheless.
                self._refused.add(id(job))
                self._refuse(refusal)
            except Unavailable as trouble:
                self._fail(trouble)
                return False
            else:
                self.take_back(job)
                self.wrote.emit(done)
        return True

    def _write_current(self) -> bool:
        subject, read = self._subject, self._read
        if subject is None or read is None or not self.unsaved:
            return True
        stamp, written = read()
        act = Act.REVISION if self._revision_due() and written.text.strip() else Act.KEEP
        try:
            done = self._write(Job(subject, act, written))
        except Refusal as refusal:
            self._refuse(refusal)
            return False
        except Unavailable as trouble:
            self._fail(trouble)
            return False
        if act is Act.REVISION:
            self._letters, self._mark, self._revision_at = 0, False, self._desk.clock.now()
        # Only what was written is clean: whoever listened to the write may have typed.
        self.wrote.emit(done)
        if self._subject is subject:
            self._unsaved_since = None if read()[0] == stamp else self._desk.clock.now()
        return True

    def _revision_due(self) -> bool:
        return (
            self._mark
            or self._letters >= REVISION_LETTERS
            or self._desk.clock.now() - self._revision_at >= REVISION_AFTER
        )

    def _write(self, job: Job) -> Wrote:
        known_as = job.subject.entry
        self._writing = True
        try:
            kept = write(self._desk, job)
        finally:
            self._writing = False
        self._saved_at = self._desk.saved_at
        self._copied.pop(known_as, None)
        self._rescue.settle(known_as)
        return Wrote(job, kept, known_as)

    def _fail(self, trouble: Unavailable) -> None:
        if not self._failures:
            self._failing_since = self._failing_since or self._unsaved_since or self._desk.clock.now()
            self.troubled.emit(trouble)
        self._trouble = trouble.sentence
        self._again.start(RETRIES_MS[min(self._failures, len(RETRIES_MS) - 1)])
        self._failures += 1
        self._copy_all()

    def _refuse(self, refusal: Refusal) -> None:
        """Keep elsewhere what the store will not take; what else is typed need not wait for that."""
        self._failing_since = self._failing_since or self._unsaved_since or self._desk.clock.now()
        self._trouble = refusal.sentence
        self._again.start(RETRIES_MS[-1])
        self._copy_all()

    def _copy_all(self) -> None:
        """Bring every text that the store does not have to the rescue file, unless it is there already."""
        jobs = list(self._jobs)
        if self._subject is not None and self._read is not None and self.unsaved:
            jobs.append(Job(self._subject, Act.KEEP, self._read()[1]))
        now = self._desk.clock.now()
        for job in jobs:
            subject = job.subject
            if self._copied.get(subject.entry) == (job.written, job.filed_at):
                continue
            try:
                self._copy = self._rescue.append(
                    at=now,
                    entry=subject.entry,
                    item=subject.item,
                    started_at=subject.started_at,
                    written=job.written,
                    base=subject.base,
                    filed_at=job.filed_at,
                )
            except Unavailable as trouble:
                self._copy, self._trouble = None, trouble.sentence
                return
            self._copied[subject.entry] = (job.written, job.filed_at)

    def _show(self) -> None:
        state = SaveState(
            saved_at=self._saved_at,
            waiting=self.unsaved or bool(self._jobs),
            since=self._failing_since,
            copy=self._copy,
            trouble=self._trouble,
        )
        if state != self._state:
            self._state = state
            self.changed.emit()

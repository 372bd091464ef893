"""Sends badges to a printer, sheet by sheet, and records each that the printer has accepted."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from cmc_desk.desk import badges
from cmc_desk.desk.badge_sheets import BadgeSheets, SheetsAsked
from cmc_desk.i18n import gettext as _
from cmc_desk.rules import print_queue
from cmc_desk.rules.badge_design import BackSide
from cmc_desk.rules.badge_sheet import turns_at_long_edge
from cmc_desk.rules.badge_spots import RunSheet, sheets_of
from cmc_desk.rules.badge_state import printed_of
from cmc_desk.rules.print_jobs import job_name, run_name
from cmc_desk.rules.print_queue import JobState, PrintQueue
from cmc_desk.rules.refusal import Refusal, Unavailable
from cmc_desk.ui.context import Context
from cmc_desk.ui.one_task import OneTask, Trouble
from cmc_desk.ui.parts.printing import Printer, Turned


@dataclass(frozen=True, slots=True)
class _Work:
    """What a job prints, on what, and what is still to be recorded of it once it is on paper."""

    sheets: BadgeSheets
    sheet: RunSheet
    printer: Printer
    name: str
    reasons: Mapping[str, str]
    unrecorded: tuple[str, ...] = ()


class BadgePrinting(QObject):
    """One queue before one or several printers; `changed` says that a job stands elsewhere now.

    `printed` has the key of a job that is on paper and in the ledger, `failed` that of one with a problem, `rested` comes
    when nothing is left to do.
    """

    changed = Signal()
    printed = Signal(int)
    failed = Signal(int)
    rested = Signal()

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._works: dict[int, _Work] = {}
        self._task = OneTask(self, pool=context.pool)
        self._key = 0
        self.queue = PrintQueue()

    def send(
        self, sheets: BadgeSheets, printer: Printer, *, reasons: Mapping[str, str] | None = None
    ) -> tuple[int, ...]:
        """Queue every sheet of a run; `reasons` say of participants why their badge is printed again. Return the jobs."""
        every = sheets_of(sheets.run)
        context = self._context
        run = run_name(context.desk.author.station, context.facts.meeting.local(context.now()))
        titles = [(self._title(place, len(every)), sheet.badges) for place, sheet in enumerate(every, start=1)]
        # What is done makes room: the queue shows this run and what is still open of others.
        self.queue, keys = print_queue.put(print_queue.without_done(self.queue), titles)
        self._works = {job.key: self._works[job.key] for job in self.queue.jobs if job.key in self._works}
        for place, (key, sheet) in enumerate(zip(keys, every, strict=True), start=1):
            name = job_name(run, place, len(every))
            self._works[key] = _Work(sheets, sheet, printer, name, dict(reasons or {}))
        self._go_on()
        return keys

    def retry(self, key: int) -> None:
        """Try a job again: to print it, or only to record it if it is on paper."""
        self.queue = print_queue.retry(self.queue, key)
        if self.queue.job(key).state is JobState.ACCEPTED:
            self._record(key)
        self._go_on()

    def cancel(self, key: int) -> None:
        """Leave a job out that has not been printed; its badges are still to be printed."""
        self._try(lambda: print_queue.cancel(self.queue, key))

    def cancel_waiting(self) -> None:
        """Leave out everything that has not been printed."""
        self._try(lambda: print_queue.cancel_waiting(self.queue))

    def people_of(self, key: int) -> tuple[str, ...]:
        """Return whose badges a job has."""
        return tuple(one.participant for one in self._works[key].sheet.people)

    def is_busy(self) -> bool:
        """Say whether anything is still to be done."""
        return print_queue.is_busy(self.queue)

    def is_printing(self) -> bool:
        """Say whether a job is at the printer now."""
        return self._task.is_running()

    def _try(self, act: Callable[[], PrintQueue]) -> None:
        try:
            self.queue = act()
        except Refusal as refusal:
            self._context.say("amber", refusal.sentence)
        self._go_on()

    def _go_on(self) -> None:
        job = print_queue.next_job(self.queue)
        if job is None or self._task.is_running():
            self.changed.emit()
            if not self.is_busy():
                self.rested.emit()
            return
        work = self._works[job.key]
        self.queue, self._key = print_queue.begin(self.queue, job.key), job.key
        self._task.start(
            lambda progress: work.printer.print_pages(
                work.sheets.content,
                title=work.name,
                pages=work.sheet.pages,
                turned=turned_at(work.sheets.asked),
                progress=progress,
            ),
            finished=self._on_accepted,
            refused=self._on_refused,
            failed=self._on_failed,
            cancelled=self._on_cancelled,
            ended=self._go_on,
            begun=self.changed.emit,
        )

    def _on_accepted(self, _pages: int) -> None:
        key = self._key
        self.queue = print_queue.accept(self.queue, key)
        work = self._works[key]
        self._works[key] = replace(work, unrecorded=tuple(one.participant for one in work.sheet.people))
        self._record(key)

    def _on_refused(self, trouble: Trouble) -> None:
        self._fail(trouble.sentence)

    def _on_failed(self, error: Exception) -> None:
        self._fail(_("Something in the program went wrong: try again."))
        raise error

    def _on_cancelled(self) -> None:
        self._fail(_("The program was closed before this was printed."))

    def _fail(self, sentence: str) -> None:
        self.queue = print_queue.fail(self.queue, self._key, sentence)
        self.failed.emit(self._key)

    def _record(self, key: int) -> None:
        """Put what is on paper into the ledger, first prints and each reason of others by themselves."""
        work = self._works[key]
        for reason in sorted({work.reasons.get(one, "") for one in work.unrecorded}):
            some = frozenset(one for one in work.unrecorded if work.reasons.get(one, "") == reason)
            try:
                self._enter(work, some, reason)
            except (Refusal, Unavailable) as trouble:
                self.queue = print_queue.fail(self.queue, key, trouble.sentence)
                self.failed.emit(key)
                return
            work = replace(work, unrecorded=tuple(one for one in work.unrecorded if one not in some))
            self._works[key] = work
        self.queue = print_queue.record(self.queue, key)
        self.printed.emit(key)

    def _enter(self, work: _Work, people: frozenset[str], reason: str) -> None:
        context, sheets, printer, job = self._context, work.sheets, work.printer.name, work.name
        try:
            record_sheet(context, sheets, people, printer=printer, job=job, reason=reason)
        except Refusal as refusal:
            if refusal.field != "reason" or reason:
                raise
            # Another desk printed one of them meanwhile. The paper is there twice, and so it stands in the ledger.
            for one in sorted(people):
                again = first_print_refused(context, sheets, one, printer=printer, job=job)
                if again:
                    record_sheet(context, sheets, frozenset({one}), printer=printer, job=job, reason=again)

    def _title(self, place: int, sheets: int) -> str:
        return _("Sheet {sheet} of {sheets}").format(sheet=place, sheets=sheets)


def turned_at(asked: SheetsAsked) -> Turned:
    """Return at which edge a sheet is turned over, if its back is printed too: so that each back lies behind its front."""
    if asked.back is not BackSide.DUPLEX:
        return ""
    return "long" if turns_at_long_edge(asked.stock) else "short"


def record_sheet(
    context: Context, sheets: BadgeSheets, people: frozenset[str], *, printer: str, job: str, reason: str = ""
) -> Sequence[str]:
    """Record that a printer accepted the badges of these people; raises Refusal or Unavailable."""
    run = sheets.run
    some = replace(run, people=tuple(one for one in run.people if one is not None and one.participant in people))
    return context.desk.do(
        badges.record_printed,
        badges=printed_of(some),
        printer=printer,
        design=run.design.key,
        stock=run.stock.key,
        job=job,
        reason=reason,
    )


def first_print_refused(context: Context, sheets: BadgeSheets, participant: str, *, printer: str, job: str) -> str:
    """Record a badge as printed for the first time; if it was printed before, return the reason that is to be given."""
    try:
        record_sheet(context, sheets, frozenset({participant}), printer=printer, job=job)
    except Refusal as refusal:
        if refusal.field != "reason":
            raise
        return _("printed at two desks")
    return ""

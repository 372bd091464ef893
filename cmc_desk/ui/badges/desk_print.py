"""The badge of one person, printed at the desk at once: the last design, paper and printer, no window in between."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from cmc_desk.desk import badges
from cmc_desk.desk.badge_runs import unreadable_names
from cmc_desk.desk.badge_sheets import LINE_TO_WRITE_ON, BadgeSheets, SheetsAsked, make_sheets
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.badge_concerns import unreadable_words
from cmc_desk.rules.badge_design import BackSide, StockKind
from cmc_desk.rules.badge_sheet import capacity
from cmc_desk.rules.print_queue import JobState
from cmc_desk.rules.refusal import Refusal, Unavailable
from cmc_desk.ui.badges.machine import Machine
from cmc_desk.ui.badges.paper_choice import backs, usual_design, usual_stock
from cmc_desk.ui.badges.printing import BadgePrinting
from cmc_desk.ui.badges.reprint_panel import Again
from cmc_desk.ui.badges.warning_rows import warning_rows
from cmc_desk.ui.context import Context
from cmc_desk.ui.sound import play
from cmc_desk.ui.task import Task


@dataclass(frozen=True, slots=True)
class _Wish:
    """Whose badge is wanted, why again if it is so, and the place of the begun sheet that it was given."""

    participant: str
    name: str
    reason: str
    asked: SheetsAsked


@dataclass(frozen=True, slots=True)
class _Made:
    """What the worker found: the sheets, and the printer that they go to."""

    wish: _Wish
    sheets: BadgeSheets
    printer: str


class DeskPrint(QObject):
    """`settled` names a person whose badge is printed, or is not: the strip has said it."""

    settled = Signal(str)

    def __init__(self, context: Context, machine: Machine, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._machine = machine
        # A queue of its own: whoever stands at the desk does not wait for twenty sheets of the Badges view.
        self.printing = BadgePrinting(context, self)
        self.printing.printed.connect(self._on_printed)
        self.printing.failed.connect(self._on_failed)
        self._jobs: dict[int, _Made] = {}
        self._making: dict[str, tuple[_Wish, Task[_Made]]] = {}

    def print_badge(self, participant: str, name: str, again: Again | None = None) -> None:
        """Print the badge of somebody; `again` says how, if it was printed before."""
        unrecorded = self._unrecorded(participant)
        if unrecorded:
            self.printing.retry(unrecorded)
            return
        if participant in self._making or participant in {made.wish.participant for made in self._jobs.values()}:
            self._context.say("amber", _("Being printed already: "), name)
            return
        if again is not None and again.reissue and not self._reissue(participant, again.reason):
            return
        self._make(_Wish(participant, name, again.reason if again else "", self._asked(participant, again)))

    def _reissue(self, participant: str, reason: str) -> bool:
        names = self._context.desk.read(unreadable_names, participants=[participant])
        if names:
            # The old badge is not revoked for one that cannot be printed.
            self._say_failed(_("NOT PRINTED. "), "", unreadable_words(names, _(LINE_TO_WRITE_ON)))
            return False
        return self._context.attempt(badges.reissue, participant=participant, reason=reason) is not None

    def _asked(self, participant: str, again: Again | None) -> SheetsAsked:
        habits = self._machine.habits
        design = usual_design(habits.design())
        stock = usual_stock(design, habits.stock(design.key))
        back = habits.back() if habits.back() in backs(design, stock)[0] else BackSide.NONE
        places = capacity(stock, back)
        cell = habits.next_cell(stock.key) % places
        # The next one at the desk goes beside this one.
        habits.put_next_cell(stock.key, (cell + 1) % places)
        shift = habits.shift(habits.printer(), stock.key)
        only = frozenset({participant})
        says = again.replacement if again is not None else None
        return SheetsAsked(
            participants=(participant,),
            design=design,
            stock=stock,
            second=habits.second(),
            start_cell=cell,
            back=back,
            crop_marks=stock.crop_marks,
            shift=(shift.right, shift.down),
            back_shift=(shift.back_right, shift.back_down),
            replacement=only if says is True else frozenset(),
            no_replacement=only if says is False else frozenset(),
        )

    def _make(self, wish: _Wish) -> None:
        desk, machine = self._context.desk, self._machine
        task = Task(
            lambda progress: _Made(
                wish, make_sheets(desk, wish.asked, progress=progress), machine.habits.printer() or _usual(machine)
            ),
            pool=self._context.pool,
        )
        task.finished.connect(self._on_made)
        task.refused.connect(self._on_not_made)
        task.failed.connect(self._on_defect)
        self._making[wish.participant] = wish, task
        self._context.say("quiet", _("Printing the badge: "), wish.name)
        task.start()

    def _on_made(self, made: object) -> None:
        if not isinstance(made, _Made):
            return
        self._making.pop(made.wish.participant, None)
        reasons = {made.wish.participant: made.wish.reason} if made.wish.reason else {}
        given = self.printing.queue.given + 1
        self._jobs[given] = made
        self.printing.send(made.sheets, self._machine.named(made.printer), reasons=reasons)

    def _on_not_made(self, trouble: object) -> None:
        sentence = trouble.sentence if isinstance(trouble, Refusal | Unavailable) else ""
        gone = [wish for wish, task in self._making.values() if task is self.sender()]
        for wish in gone:
            del self._making[wish.participant]
            self._give_back(wish)
            self._say_failed(_("NOT PRINTED. "), "", sentence)
            self.settled.emit(wish.participant)

    def _on_defect(self, error: object) -> None:
        self._making.clear()
        if isinstance(error, Exception):
            raise error

    def _on_printed(self, key: int) -> None:
        made = self._jobs.pop(key)
        where = _(" · {printer}").format(printer=made.printer)
        stock = made.wish.asked.stock
        if stock.kind is StockKind.SHEET:
            where += _(", place {place} of the sheet").format(place=made.wish.asked.start_cell + 1)
        grave = [row for row in warning_rows(made.sheets.warnings) if row.grave and row.participant]
        if grave:
            self._context.say("amber", _("Printed, look at it: "), made.wish.name, f". {grave[0].words}", undo=True)
        else:
            self._context.say("notice", _("Badge printed: "), made.wish.name, where, undo=True)
        self.settled.emit(made.wish.participant)

    def _on_failed(self, key: int) -> None:
        made, job = self._jobs[key], self.printing.queue.job(key)
        if job.state is JobState.ACCEPTED:
            self._say_failed(_("Printed, but NOT RECORDED: "), made.wish.name, f". {job.problem}")
        else:
            # The key is on the card: whoever stands there presses it once more.
            del self._jobs[key]
            self._give_back(made.wish)
            self.printing.cancel(key)
            self._say_failed(_("NOT PRINTED: "), made.wish.name, f". {job.problem}")
        self.settled.emit(made.wish.participant)

    def _give_back(self, wish: _Wish) -> None:
        """Let the next badge have the place that this one did not use."""
        self._machine.habits.put_next_cell(wish.asked.stock.key, wish.asked.start_cell)

    def _say_failed(self, before: str, name: str, sentence: str) -> None:
        play("refused")
        self._context.say("coral", before, name, sentence)

    def _unrecorded(self, participant: str) -> int:
        """Return the job of this person that is on paper and not in the ledger; 0 if there is none."""
        open_jobs = {job.key for job in self.printing.queue.jobs if job.state is JobState.ACCEPTED and job.problem}
        mine = [key for key, made in self._jobs.items() if made.wish.participant == participant]
        return next((key for key in mine if key in open_jobs), 0)


def _usual(machine: Machine) -> str:
    found: Sequence[str] = [one.name for one in machine.known()]
    if not found:
        raise Unavailable(
            _("This computer has no printer: connect one, or open the badges with Ctrl+B and save them as PDF.")
        )
    return found[0]

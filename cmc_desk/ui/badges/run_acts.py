"""From “Print” to paper: the reason is asked where one is needed, old codes stop, the sheets are made, the queue takes them."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from cmc_desk.desk import badges
from cmc_desk.desk.badge_list import BadgeRow
from cmc_desk.desk.badge_runs import unreadable_names
from cmc_desk.desk.badge_sheets import LINE_TO_WRITE_ON, BadgeSheets, SheetsAsked
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.badge_concerns import unreadable_words
from cmc_desk.rules.badge_state import CHANGED
from cmc_desk.ui.badges.machine import Machine
from cmc_desk.ui.badges.paper_choice import PaperChoice
from cmc_desk.ui.badges.previewing import SheetMaker
from cmc_desk.ui.badges.printing import BadgePrinting
from cmc_desk.ui.badges.reasons import Wanted, again_words, to_ask
from cmc_desk.ui.badges.reprint_panel import Again, ReprintPanel
from cmc_desk.ui.badges.run_words import say_no_printer
from cmc_desk.ui.context import Context


class RunActs(QObject):
    """`sent` says that jobs are in the queue now, `over` that a wish came to nothing, `no_printer` that there is none."""

    sent = Signal()
    over = Signal()
    no_printer = Signal()

    def __init__(
        self,
        context: Context,
        machine: Machine,
        *,
        panel: ReprintPanel,
        choice: PaperChoice,
        maker: SheetMaker,
        printing: BadgePrinting,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._machine = machine
        self._panel = panel
        self._choice = choice
        self._maker = maker
        self._printing = printing
        self._asked_about: Wanted | None = None
        self._waiting: tuple[Wanted, SheetsAsked] | None = None
        # Whose badges the last run did not have, because no font can print their names.
        self.left_out: tuple[str, ...] = ()
        panel.confirmed.connect(self._on_confirmed)
        maker.made.connect(self._on_made)
        maker.refused.connect(self._on_refused)

    def is_waiting(self) -> bool:
        """Say whether sheets are being made that are to be printed at once."""
        return self._waiting is not None

    def print_rows(self, rows: Sequence[BadgeRow]) -> None:
        """Print these badges; about those that were printed already somebody is asked first."""
        if not self._has_printer():
            return
        asking = to_ask(rows)
        wanted = Wanted(tuple(rows), frozenset(row.participant for row in asking))
        if not asking:
            self._make(wanted)
            return
        self._ask(wanted, asking)

    def print_again(self, row: BadgeRow) -> None:
        """Print a badge once more, whatever is ticked."""
        if self._has_printer():
            self._ask(Wanted((row,), frozenset({row.participant})), [row])

    def _has_printer(self) -> bool:
        if self._choice.printer():
            return True
        say_no_printer(self._context)
        self.no_printer.emit()
        return False

    def _ask(self, wanted: Wanted, asking: Sequence[BadgeRow]) -> None:
        self._asked_about = wanted
        title, second = again_words(self._context.facts, asking, self._context.now())
        self._panel.open_for(title, second, corrected=all(row.why in CHANGED for row in asking))
        # What would come out of the printer is seen while somebody says why.
        self._maker.ask(self._choice.asked(wanted.participants))

    def _on_confirmed(self, again: object) -> None:
        wanted, self._asked_about = self._asked_about, None
        if wanted is None or not isinstance(again, Again):
            return
        if again.reissue:
            if not self._can_be_printed(wanted):
                self.over.emit()
                return
            for participant in wanted.participants:
                if participant in wanted.asking and not self._reissue(participant, again.reason):
                    self.over.emit()
                    return
        self._make(replace(wanted, again=again))

    def _can_be_printed(self, wanted: Wanted) -> bool:
        """Say whether the new badges could be printed; an old one is not revoked for one that is left out."""
        if self._choice.asked(()).even_unreadable:
            return True
        names = self._context.desk.read(unreadable_names, participants=sorted(wanted.asking))
        if names:
            self._context.say("amber", _("Nothing was printed. "), unreadable_words(names, _(LINE_TO_WRITE_ON)))
        return not names

    def _reissue(self, participant: str, reason: str) -> bool:
        return self._context.attempt(badges.reissue, participant=participant, reason=reason) is not None

    def _make(self, wanted: Wanted) -> None:
        asked = self._choice.asked(wanted.participants)
        if wanted.again is not None:
            says = wanted.asking if wanted.again.replacement else frozenset()
            asked = replace(asked, replacement=says, no_replacement=wanted.asking - says)
        sheets = self._maker.sheets
        if self._maker.is_current() and sheets is not None and sheets.asked == asked:
            self._send(sheets, wanted)
            return
        self._waiting = (wanted, asked)
        self._maker.ask_now(asked)

    def _on_made(self, sheets: object) -> None:
        if self._waiting is not None and isinstance(sheets, BadgeSheets) and sheets.asked == self._waiting[1]:
            wanted, self._waiting = self._waiting[0], None
            self._send(sheets, wanted)

    def _on_refused(self, sentence: str) -> None:
        if self._waiting is not None:
            self._waiting = None
            self._context.say("amber", _("Nothing was printed. "), sentence)
            self.over.emit()

    def _send(self, sheets: BadgeSheets, wanted: Wanted) -> None:
        self.left_out = tuple(sheets.left_out.values())
        printer = self._machine.named(self._choice.printer())
        self._printing.send(sheets, printer, reasons=wanted.reasons())
        self.sent.emit()

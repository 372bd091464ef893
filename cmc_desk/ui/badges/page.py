"""The Badges view: who is to have one, the sheets as they will be printed, and the printer."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from cmc_desk.desk import badges
from cmc_desk.desk.badge_list import BadgeFilter
from cmc_desk.desk.badge_sheets import BadgeSheets, SheetsAsked
from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext
from cmc_desk.rules.badge_design import StockKind
from cmc_desk.rules.badge_order import BadgeOrder
from cmc_desk.rules.print_queue import JobState
from cmc_desk.ui.badges.keys import page_keys
from cmc_desk.ui.badges.machine import Machine, PrinterWatch
from cmc_desk.ui.badges.paper_choice import PaperChoice, print_words
from cmc_desk.ui.badges.paper_pane import LEDGER, QUEUE, PaperPane
from cmc_desk.ui.badges.pdf_acts import PdfActs
from cmc_desk.ui.badges.people_pane import PeoplePane
from cmc_desk.ui.badges.picked import Picked
from cmc_desk.ui.badges.previewing import SheetMaker
from cmc_desk.ui.badges.printing import BadgePrinting
from cmc_desk.ui.badges.reading import BadgeReader, ReadBadges
from cmc_desk.ui.badges.reasons import Wanted, to_ask
from cmc_desk.ui.badges.run_acts import RunActs
from cmc_desk.ui.badges.run_words import say_failed, say_printed
from cmc_desk.ui.badges.sheet_pane import SheetPane
from cmc_desk.ui.context import Context
from cmc_desk.ui.page import Page

# What stands on badges, besides who and how often.
_ON_BADGES = frozenset({"participant", "badge", "delegation", "category", "photo", "contact", "item", "meeting", "*"})


class BadgesPage(Page):
    """What is printed is what is ticked in the list as it is shown; the sheets beside it are those that will be printed."""

    def __init__(self, context: Context, *, machine: Machine | None = None, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.machine = machine or Machine()
        self.people = PeoplePane(self)
        self.sheet = SheetPane(pool=context.pool, parent=self)
        self.paper = PaperPane(context.facts, self)
        self._opening = ""
        self._unread = False
        self.reader = BadgeReader(context, self)
        self.picked = Picked(self.people)
        self.printers = PrinterWatch(self.machine, pool=context.pool, parent=self)
        self.choice = PaperChoice(self.paper, self.machine, self)
        self.maker = SheetMaker(context, self)
        self.printing = BadgePrinting(context, self)
        self.acts = RunActs(
            context,
            self.machine,
            panel=self.people.reprint,
            choice=self.choice,
            maker=self.maker,
            printing=self.printing,
            parent=self,
        )
        self.pdf = PdfActs(context, self.machine, self)
        self.setFocusProxy(self.people)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for pane, stretch in ((self.people, 0), (self.sheet, 1), (self.paper, 0)):
            row.addWidget(pane, stretch)
        self._connect()

    def keys(self) -> Sequence[tuple[str, str]]:
        return page_keys()

    def open_at(self, what: object) -> None:
        """Show the badge of a person by identifier."""
        if isinstance(what, str) and what:
            if not self.picked.lines:
                self._opening = what
                return
            self.people.clear_filters()
            self._show_people()
            if not self.people.table.choose(what):
                self.people.only.choose(BadgeFilter.ALL.value)
                self.people.table.choose(what)
            self.people.table.setFocus()

    def reload(self, tables: frozenset[str]) -> None:
        if not self.printers.looked:
            self.printers.look()
        self.choice.set_language(self.context.facts.meeting.language)
        if self.printing.is_printing():
            # Every sheet that is recorded changes the list, and a commit waits for whoever reads: it is read after the run.
            self._unread = True
            return
        self._unread = False
        self.reader.read(BadgeOrder(self.people.order.key()), look=bool(tables & _ON_BADGES))

    def _on_read(self, found: object, look: bool) -> None:  # noqa: FBT001 - a slot
        if isinstance(found, ReadBadges):
            self.picked.show(found.badges)
            self.people.delegation.set_choices([("", _("All delegations")), *self.picked.delegations()])
            self.paper.ledger.show_runs(self.context.facts, found.view.runs, found.view.counts, self.context.now())
            self._show_people(look=look)
            self._open_waiting()

    def _open_waiting(self) -> None:
        """Show whom the view was opened at, as soon as they are listed."""
        if self._opening and any(line.key == self._opening for line in self.picked.lines):
            what, self._opening = self._opening, ""
            self.open_at(what)

    def _show_people(self, *, look: bool = True) -> None:
        self.people.show_lines(self.picked.shown(), self.picked.counts())
        self._show_sum()
        if look:
            self._look()

    def _show_sum(self) -> None:
        number, blank = len(self.picked.rows()) - self._left_out(), self.paper.options.blank.value()
        count = self.choice.count(number)
        self.people.show_sum(number, blank, count, sheets=self.choice.stock.kind is StockKind.SHEET)
        button = self.paper.print
        button.set_text(print_words(self.choice.stock, count.sheets) if count.sheets else _("Print"))
        if self.printing.is_busy():
            button.allow(why_not=_("The printer is at work, or waits for you: see the queue."))
        elif not self.picked.rows() and not blank:
            button.allow(why_not=_("Tick a badge first."))
        else:
            # Without a printer too: whoever presses it is told so, and the printers are looked for once more.
            button.allow()
        self.paper.save.allow(why_not="" if count.sheets else _("Tick a badge first."))
        self.paper.test.allow(why_not="" if self.choice.printer() else _("There is no printer."))

    def _left_out(self) -> int:
        """Return how many of the ticked badges are not on the sheets, because no font can print the names."""
        sheets = self.maker.sheets
        if sheets is None or self.paper.options.unreadable.isChecked():
            return 0
        return sum(row.participant in sheets.left_out for row in self.picked.rows())

    def _look(self) -> None:
        """Have the sheets made as they are now; while something is printed they stay as they are."""
        self.paper.count.hide()
        if self.printing.is_printing() or self.acts.is_waiting():
            return
        asked = self._asked()
        if not asked.participants and not asked.blank:
            self.maker.ask(None)
            self.sheet.show_nothing(_("No badge is ticked"), _("Tick people at the left, or ask for blank badges."))
        else:
            self.maker.ask(asked)

    def _asked(self) -> SheetsAsked:
        return self.choice.asked([row.participant for row in self.picked.rows()])

    def _chosen_person(self) -> str:
        line = self.people.table.current()
        return line.key if line is not None else ""

    def _on_made(self, sheets: object) -> None:
        if isinstance(sheets, BadgeSheets):
            self.sheet.show_sheets(sheets, self._chosen_person())
            self._show_sum()

    def _on_refused(self, sentence: str) -> None:
        self.sheet.show_nothing(_("There are no sheets"), sentence)
        self._show_sum()

    def _on_print(self) -> None:
        self.acts.print_rows(self.picked.rows())

    def _on_again(self) -> None:
        line = self.people.table.current()
        if line is not None:
            self.acts.print_again(line.row)

    def _on_panel(self, opened: bool) -> None:  # noqa: FBT001 - a slot
        if not opened:
            self._look()

    def _on_sent(self) -> None:
        if self.printing.is_busy():
            self.paper.choose_list(QUEUE)
        self._show_sum()

    def _on_queue(self) -> None:
        queue = self.printing.queue
        self.paper.queue.show_queue(queue)
        self.sheet.trouble.show_queue(queue)
        open_jobs = queue.count(*(state for state in JobState if state not in (JobState.PRINTED, JobState.CANCELLED)))
        self.paper.lists.set_counts({QUEUE: open_jobs})
        self._show_sum()
        if self._unread and not self.printing.is_printing():
            self.reload(_ON_BADGES)

    def _on_printed(self, key: int) -> None:
        self.picked.printed(self.printing.people_of(key))

    def _on_failed(self, key: int) -> None:
        job = self.printing.queue.job(key)
        self.paper.choose_list(QUEUE)
        say_failed(self.context, job)
        if job.state is not JobState.ACCEPTED:
            self.printers.look()

    def _on_rested(self) -> None:
        if say_printed(self.context, self.printing.queue, self.choice.printer(), self.acts.left_out):
            self.choice.sheet_is_full()
            self.paper.choose_list(LEDGER)
        self._show_people()

    def _on_toggled(self, participant: str) -> None:
        self.picked.toggle([participant])
        self._show_people()

    def _on_all(self) -> None:
        self.picked.toggle([line.key for line in self.picked.shown()])
        self._show_people()

    def _on_person(self, _line: object) -> None:
        self.sheet.show_person(self._chosen_person())

    def _on_pointed(self, participant: str) -> None:
        if not self.people.table.choose(participant):
            self.people.clear_filters()
            self._show_people()
            self.people.table.choose(participant)

    def _on_void(self, prints: object, reason: str) -> None:
        if isinstance(prints, tuple):
            number = self.context.attempt(badges.void_prints, prints=list(prints), reason=reason)
            if number is not None:
                words = ngettext("{number} badge", "{number} badges", number).format(number=number)
                self.context.say("notice", _("Marked void: "), words, _(", to be printed again"), undo=True)

    def _on_save(self) -> None:
        sheets = self.maker.sheets
        if self.maker.is_current() and sheets is not None:
            self.pdf.save(sheets)
        else:
            self.context.say("amber", _("The sheets are being made: press Ctrl+E again in a moment."))

    def _on_saved(self, _sheets: object) -> None:
        self.paper.count.show()

    def _on_count(self) -> None:
        self.paper.count.hide()
        rows = self.picked.rows()
        # Nobody was asked why: whoever printed the file knows.
        again = dict.fromkeys((row.participant for row in to_ask(rows)), _("printed from a PDF"))
        self.pdf.count(again | Wanted(tuple(rows)).reasons())

    def _on_test(self) -> None:
        self.pdf.test(self._asked(), self.choice.printer())

    def _on_printers(self, found: object) -> None:
        if isinstance(found, tuple | list):
            self.choice.show_printers(found)
            self._show_sum()

    def _on_paper(self) -> None:
        self._show_sum()
        self._look()

    def _on_order(self) -> None:
        self.reload(_ON_BADGES)

    def _connect(self) -> None:
        people, paper, printing = self.people, self.paper, self.printing
        people.toggled.connect(self._on_toggled)
        people.all_toggled.connect(self._on_all)
        people.filtered.connect(self._show_people)
        people.ordered.connect(self._on_order)
        people.again_asked.connect(self._on_again)
        people.table.chosen.connect(self._on_person)
        self.sheet.pointed.connect(self._on_pointed)
        self.choice.changed.connect(self._on_paper)
        self.maker.made.connect(self._on_made)
        self.maker.refused.connect(self._on_refused)
        self.acts.sent.connect(self._on_sent)
        self.acts.over.connect(self._show_people)
        self.acts.no_printer.connect(self.printers.look)
        people.reprint.opened.connect(self._on_panel)
        printing.changed.connect(self._on_queue)
        printing.printed.connect(self._on_printed)
        printing.failed.connect(self._on_failed)
        printing.rested.connect(self._on_rested)
        self.reader.found.connect(self._on_read)
        self.printers.found.connect(self._on_printers)
        self.pdf.saved.connect(self._on_saved)
        paper.print.clicked.connect(self._on_print)
        paper.save.clicked.connect(self._on_save)
        paper.count.clicked.connect(self._on_count)
        paper.test.clicked.connect(self._on_test)
        paper.ledger.void_asked.connect(self._on_void)
        self.sheet.trouble.retried.connect(printing.retry)
        paper.queue.cancelled.connect(printing.cancel)
        paper.queue.all_cancelled.connect(printing.cancel_waiting)

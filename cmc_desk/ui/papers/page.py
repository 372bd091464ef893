"""The Papers page: every paper with its state, its pages as they will be printed, and what can be asked of it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from cmc_desk.desk.made_papers import Paper
from cmc_desk.desk.paper_kinds import PaperKind, paper_kinds
from cmc_desk.desk.paper_overview import Kinds, Overview
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.document_kinds import ReportStatus
from cmc_desk.rules.papers import Ask, Format, PaperState
from cmc_desk.rules.refusal import Refusal
from cmc_desk.ui.context import CLOCK_TABLES, FACT_TABLES, Context
from cmc_desk.ui.papers.looking import Look
from cmc_desk.ui.papers.making import Order, Outcome
from cmc_desk.ui.papers.reporting import CLOSING, ReportingPage
from cmc_desk.ui.papers.rows import BADGES, PaperRow, paper_rows
from cmc_desk.ui.papers.words import full_title, made_sentence, next_number, state_chip, unprintable_sentence
from cmc_desk.ui.report.words import status_chip


class PapersPage(ReportingPage):
    """Shows what was made; makes and prints what is asked for, beside the window."""

    def __init__(self, context: Context, parent: QWidget | None = None, *, kinds: Kinds = paper_kinds) -> None:
        super().__init__(context, parent, kinds=kinds)
        self._connect()
        self.list.show_changed(0)
        self.list.show_folder(self.folder.path())
        self.sides.hide()

    def open_at(self, what: object) -> None:
        """Show a paper by the name of its kind, `("block", key)` or `("correction", key)` of the report, or the closing kit."""
        if isinstance(what, tuple) and len(what) == 2:
            self.edit_report(*map(str, what))
        elif what == CLOSING:
            self.show_papers()
            self.show_kit()
        elif isinstance(what, str):
            self.show_papers()
            self._wanted = what
            self._choose_wanted()
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def reload(self, tables: frozenset[str]) -> None:
        if self._kind is not None and tables & FACT_TABLES - CLOCK_TABLES - {"*"}:
            # Another session or delegation can be asked for now.
            self.side.choices.show_ask(self.context.facts, self._kind, self._ask)
        if self._overview is None:
            self.reader.read()
            self.work.printing.look_for_printers()
        else:
            self.reader.read_soon()
        if self.is_editing():
            self.report.read()
        elif self.is_report():
            self.report.read_soon()

    def make(self, form: Format) -> None:
        """Make the paper that is shown in this form."""
        if self._kind is not None and self._heed_choices():
            self.work.make([self._order(self._kind, self._ask, form)], self.folder.path())

    def make_report(self) -> None:
        """Make the report as it is, in all its forms; a final one in every language in which it was issued."""
        kind = self._kind
        if kind is not None:
            asks = self.report.made_asks()
            self.work.make([self._order(kind, ask, form) for ask in asks for form in kind.formats], self.folder.path())

    def remake(self) -> None:
        """Make all papers again that have changed since they were made, in the forms that they were made in."""
        if self._overview is not None:
            kinds = {kind.key: kind for kind in self._overview.kinds}
            orders = [
                self._order(kinds[paper.kind], paper.ask, form) for paper in self._changed() for form in paper.forms
            ]
            self.work.make(orders, self.folder.path())

    def print_paper(self) -> None:
        """Print the paper that is shown; if its file does not say what is true now, it is made first."""
        kind = self._kind
        if kind is None or not self._heed_choices():
            return
        if content := self.shown.file_of(self._look(kind)):
            self.work.print(content, full_title(self.context.facts, kind, self._ask))
        else:
            self.work.make([self._order(kind, self._ask, Format.PDF)], self.folder.path(), then_print=True)

    def _order(self, kind: PaperKind, ask: Ask, form: Format) -> Order:
        return Order(kind, ask, form, full_title(self.context.facts, kind, ask))

    def _changed(self) -> list[Paper]:
        papers = self._overview.papers if self._overview is not None else ()
        return [paper for paper in papers if paper.state is PaperState.CHANGED and not paper.problem]

    def _show_changed(self) -> None:
        papers = self._overview.papers if self._overview is not None else ()
        looking = any(one.state is PaperState.UNJUDGED for one in papers)
        self.list.show_changed(len(self._changed()), looking=looking)

    def _paper(self) -> Paper | None:
        if self._overview is None or self._kind is None:
            return None
        return self._overview.paper(self._kind.key, self._ask)

    def _look(self, kind: PaperKind) -> Look:
        return Look(kind, self._ask, self._paper(), self.folder.path())

    def _heed_choices(self) -> bool:
        """Take what is chosen at the right; say no, and why, if a time was typed that is none."""
        try:
            self._ask = self.side.choices.ask()
        except Refusal as refusal:
            self.side.allow(why_not=refusal.sentence, field=refusal.field)
            return False
        return True

    def _show_paper(self) -> None:
        """Show how the paper stands that is asked for, and have its pages made."""
        kind = self._kind
        if kind is None:
            return
        facts, paper, look = self.context.facts, self._paper(), self._look(kind)
        form = kind.formats[0]
        self.side.show_state(state_chip(paper.state if paper else PaperState.NOT_MADE), made_sentence(facts, paper))
        self.side.show_forms(kind.formats, next_number(paper, form))
        self.side.allow(why_not=paper.problem if paper else "")
        self.before.allow(why_not=paper.problem if paper else "")
        self._show_version()
        if Format.PDF in kind.formats:
            self.shown.show(look)
        else:
            self.shown.show_file(look, self.folder.last_file(paper))

    def _show_version(self) -> None:
        sight = self.report.sight
        final = sight is not None and sight.standing.status is ReportStatus.FINAL
        self.before.show_version(next_number(self._paper(), Format.DOCX), final=final)

    def _choose_wanted(self) -> None:
        rows = self.list.table.model_of_rows().rows
        key = next((row.key for row in rows if row.key[0] == self._wanted), None)
        if key is not None:
            self._wanted = ""
            self.list.table.choose(key)

    def _on_overview(self, overview: object) -> None:
        if not isinstance(overview, Overview):
            return
        self._overview = overview
        status = status_chip(overview.report)
        rows = paper_rows(self.context.facts, overview, self.context.now(), report=status)
        asked = (self._kind.key, self._ask) if self._kind is not None else None
        self.list.show_rows(rows, key=asked)
        self._show_changed()
        self._choose_wanted()
        self._show_paper()

    def _on_row(self, row: object) -> None:
        if not isinstance(row, PaperRow) or row.heads:
            return
        if row.key[0] == BADGES:
            self._kind = None
            self.sides.hide()
            self._show_kit_line()
            self.shown.show_badges(row.title)
        elif row.kind is not None and row.paper is not None:
            if (row.kind, row.paper.ask) != (self._kind, self._ask):
                self._kind, self._ask = row.kind, row.paper.ask
                self.side.choices.show_ask(self.context.facts, row.kind, row.paper.ask)
                self._other = self.is_report() and not self.report.usual(self._ask)
            self._show_side()
            self._show_paper()

    def _on_taken(self, row: object) -> None:
        if isinstance(row, PaperRow) and row.key[0] == BADGES:
            self._on_badges()
        else:
            self._on_other()
            self.side.choices.language.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_choices(self) -> None:
        if self._kind is not None and self._heed_choices():
            self.list.table.choose((self._kind.key, self._ask))
            self._show_paper()

    def _on_missing(self, missing: object) -> None:
        if isinstance(missing, tuple):
            words = unprintable_sentence(missing) if missing else ""
            self.side.warn(_("Letters that no font has") if missing else "", words)

    def _on_cautioned(self, caution: str) -> None:
        # It comes after the letters, and stands before them: a letter is missing, a name is known for good.
        if caution:
            self.side.warn(_("Look at it first"), caution)

    def _on_no_pages(self, sentence: str, field: str) -> None:
        self.side.allow(why_not=sentence, field=field)
        self.before.allow(why_not=sentence)

    def _on_list_trouble(self, sentence: str) -> None:
        self.context.say("coral", _("The list of papers cannot be read. "), sentence)

    def _on_progressed(self, words: str, done: int, whole: int) -> None:
        self.side.show_progress(words, done, whole)
        self.before.show_progress(words, done, whole)
        self.list.remake.allow(why_not=_("Papers are being made."))

    def _on_rested(self) -> None:
        self.side.show_rest()
        self.before.show_rest()
        self._show_changed()

    def _on_made(self, outcome: object) -> None:
        if isinstance(outcome, Outcome) and outcome.made:
            made = outcome.made[-1]
            if self._kind is not None and (self._kind.key, self._ask.at) == (made.kind, None):
                # What was asked for now is of an instant from then on.
                self._ask = made.ask
            self.reader.read()

    def _on_printers(self) -> None:
        printing = self.work.printing
        self.side.show_printers(printing.known, printing.chosen())

    def _on_badges(self) -> None:
        self.context.go("registration", BADGES)

    def _on_folder(self) -> None:
        self.list.show_folder(self.folder.path())
        self._show_paper()

    def _on_open_file(self) -> None:
        self.folder.open_file(self._paper())

    def _connect(self) -> None:
        self.before.make_asked.connect(self.make_report)
        self.before.print_asked.connect(self.print_paper)
        self.before.busy.cancel_asked.connect(self.work.cancel)
        self.list.chosen.connect(self._on_row)
        self.list.taken.connect(self._on_taken)
        self.list.remake_asked.connect(self.remake)
        self.list.folder_asked.connect(self.folder.open)
        self.list.other_folder_asked.connect(self.folder.ask)
        self.folder.changed.connect(self._on_folder)
        self.preview.open_asked.connect(self._on_open_file)
        self.preview.badges_asked.connect(self._on_badges)
        self.side.make_asked.connect(self.make)
        self.side.print_asked.connect(self.print_paper)
        self.side.cancel_asked.connect(self.work.cancel)
        self.side.printer_picked.connect(self.work.printing.choose)
        self.side.choices.changed.connect(self._on_choices)
        self.shown.missing.connect(self._on_missing)
        self.shown.cautioned.connect(self._on_cautioned)
        self.shown.troubled.connect(self._on_no_pages)
        self.reader.came.connect(self._on_overview)
        self.reader.troubled.connect(self._on_list_trouble)
        self.work.progressed.connect(self._on_progressed)
        self.work.rested.connect(self._on_rested)
        self.work.made.connect(self._on_made)
        self.work.printing.listed.connect(self._on_printers)

    def showEvent(self, event: QShowEvent) -> None:
        stale = self._stale
        super().showEvent(event)
        if stale:
            self.reader.read()

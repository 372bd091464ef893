"""What is going on: papers being made, one being printed; what became of it is said in the message strip."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext
from cmc_desk.ui.context import Context
from cmc_desk.ui.papers.making import Making, Order, Outcome
from cmc_desk.ui.papers.printing import Printing
from cmc_desk.ui.short_path import short_path


class Work(QObject):
    """`progressed` tells what is being done and how far it is, `rested` that nothing is, `made` the `Outcome` of making."""

    progressed = Signal(str, int, int)
    rested = Signal()
    made = Signal(object)

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._then_print = False
        self.making = Making(context.desk, pool=context.pool, parent=self)
        self.printing = Printing(pool=context.pool, parent=self)
        self.making.progressed.connect(self._on_making)
        self.making.ended.connect(self._on_made)
        self.printing.progressed.connect(self._on_printing)
        self.printing.printed.connect(self._on_printed)
        self.printing.troubled.connect(self._on_not_printed)
        self.printing.cancelled.connect(self._on_not_cancelled)
        self.printing.ended.connect(self.rested)

    def is_busy(self) -> bool:
        """Say whether something is being made or printed."""
        return self.making.is_running() or self.printing.is_running()

    def make(self, orders: Sequence[Order], folder: Path, *, then_print: bool = False) -> None:
        """Make these papers, and print the last of them if that is wanted."""
        if self.is_busy() or (then_print and not self.printing.ready()):
            # Nothing is made for a printer that is not there.
            return
        self._then_print = then_print
        self._context.settle()
        self.making.start(orders, folder)

    def print(self, content: bytes | Path, title: str) -> None:
        """Print the pages of a PDF, or of a file."""
        if not self.is_busy() and self.printing.ready():
            self.printing.start(content, title)

    def cancel(self) -> None:
        """Stop what is going on as soon as that can be done."""
        self.making.cancel()
        self.printing.cancel()

    def _on_making(self, title: str, done: int, whole: int) -> None:
        self.progressed.emit(_("Making {title} …").format(title=title), done, whole)

    def _on_printing(self, title: str, done: int, whole: int) -> None:
        self.progressed.emit(_("Printing {title} …").format(title=title), done, whole)

    def _on_made(self, outcome: object) -> None:
        if not isinstance(outcome, Outcome):
            return
        say_outcome(self._context, outcome)
        whole = len(outcome.made) == len(outcome.orders) and not outcome.trouble
        print_it, self._then_print = self._then_print and whole, False
        if print_it:
            self.printing.start(outcome.made[-1].path, outcome.orders[-1].title)
        else:
            self.rested.emit()
        self.made.emit(outcome)

    def _on_printed(self, title: str, printer: str, pages: int) -> None:
        words = ngettext(", {number} page on {printer}.", ", {number} pages on {printer}.", pages)
        self._context.say("notice", _("Printed: "), title, words.format(number=pages, printer=printer))

    def _on_not_printed(self, sentence: str) -> None:
        self._context.say("coral", _("NOT PRINTED. "), sentence)

    def _on_not_cancelled(self) -> None:
        self._context.say("quiet", _("Printing was cancelled; what the printer has taken already may still come out."))


def say_outcome(context: Context, outcome: Outcome) -> None:
    """Say in one line what was made and where it lies, or why it was not."""
    made, whole = outcome.made, len(outcome.orders)
    of_all = _("{number} of {whole} were made. ").format(number=len(made), whole=whole) if whole > 1 else ""
    last = made[-1] if made else None
    if outcome.unrecorded and last is not None:
        context.say("coral", _("Saved, but NOT RECORDED in the journal: "), last.path.name, f". {outcome.trouble}")
    elif outcome.trouble:
        context.say("coral", of_all or _("NOT MADE. "), outcome.trouble)
    elif outcome.cancelled:
        context.say("quiet", of_all or _("Nothing was made: it was cancelled."))
    elif last is not None:
        _say_made(context, outcome)


def _say_made(context: Context, outcome: Outcome) -> None:
    made, last = outcome.made, outcome.made[-1]
    folder = _(" in {folder}").format(folder=short_path(last.path.parent))
    broken = next((one.broken_at for one in made if one.broken_at is not None), None)
    if broken is not None:
        words = _(": the journal of the meeting file was changed from outside at row {row}. It says so itself.")
        context.say("coral", _("Made with a warning: "), last.path.name, words.format(row=broken))
    elif last.beside:
        words = _("{folder}, beside {asked}, which is open in another program.")
        context.say("amber", _("Made as "), last.path.name, words.format(folder=folder, asked=last.asked.name))
    elif len(made) > 1:
        files = ngettext("{number} file", "{number} files", len(made)).format(number=len(made))
        context.say("notice", _("Made: "), files, folder)
    else:
        title = _("{title}, version {number}").format(title=outcome.orders[-1].title, number=last.version)
        context.say("notice", _("Made: "), title, folder + _(" as ") + last.path.name)

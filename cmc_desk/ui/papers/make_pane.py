"""The right of the page: what was made and by whom, what can be chosen, and the buttons that make and print."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from cmc_desk.i18n import N_
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.papers import Format
from cmc_desk.ui.papers.choices import Choices
from cmc_desk.ui.papers.work_foot import WorkFoot
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.callout import Callout
from cmc_desk.ui.parts.chip import Chip, ChipLook
from cmc_desk.ui.parts.combo import Combo
from cmc_desk.ui.parts.pane import Pane, Rule
from cmc_desk.ui.parts.printing import KnownPrinter
from cmc_desk.ui.parts.section_head import PaneHead
from cmc_desk.ui.parts.text import Text

WIDTH = 294
_BANNER = 58
_ALSO = {
    Format.PDF: "Ctrl+Shift+F",
    Format.DOCX: "Ctrl+Shift+W",
    Format.XLSX: "Ctrl+Shift+X",
    Format.TXT: "Ctrl+Shift+T",
    Format.ICS: "Ctrl+Shift+I",
}
_ICONS = {
    Format.PDF: "sheet",
    Format.DOCX: "summaries",
    Format.XLSX: "grid",
    Format.TXT: "note",
    Format.ICS: "cal",
}
_AS = {
    Format.PDF: N_("As PDF"),
    Format.DOCX: N_("As Word document"),
    Format.XLSX: N_("As workbook"),
    Format.TXT: N_("As plain text"),
    Format.ICS: N_("As calendar"),
}


class MakePane(Pane):
    """`make_asked` carries the form that is wanted; the others are wishes as well."""

    make_asked = Signal(object)
    print_asked = Signal()
    cancel_asked = Signal()
    printer_picked = Signal(str)
    back_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("panel", lines="l", parent=parent)
        self.setFixedWidth(WIDTH)
        self._form = Format.PDF
        self.chip = Chip(parent=self)
        self.head = PaneHead(_("This paper"), side=True, height=48, ground="panel", right=self.chip, parent=self)
        self.choices = Choices(self)
        self.made = Text(size=12, tone="slate", wrap=True, parent=self)
        self.warning = Callout("amber", parent=self)
        self.make = DeskButton(_("Make"), key="Ctrl+Return", kind="primary", size="medium", parent=self)
        self.also = {
            form: DeskButton(_(_AS[form]), key=key, icon=_ICONS[form], parent=self) for form, key in _ALSO.items()
        }
        self.print = DeskButton(_("Print"), key="Ctrl+P", icon="print", parent=self)
        self.printer = Combo(size=13, height=30, parent=self)
        self.printer.setAccessibleName(_("Printer"))
        self.foot = WorkFoot(name=_("Making papers"), parent=self)
        self.busy = self.foot.busy
        self.cancel, self.bar, self.working = self.busy.cancel, self.busy.bar, self.busy.working
        self.back = DeskButton(_("Before it goes out"), key="Alt+B", parent=self)
        self.back.hide()
        self.reason = Text(size=12, tone="slate", wrap=True, parent=self)
        self._lay_out()
        self.make.clicked.connect(self._on_make)
        for button in self.also.values():
            button.clicked.connect(self._on_also)
        self.print.clicked.connect(self.print_asked)
        self.printer.picked.connect(self.printer_picked)
        self.busy.cancel_asked.connect(self.cancel_asked)
        self.back.clicked.connect(self.back_asked)
        self.warn("", "")
        self.show_rest()

    def show_state(self, chip: ChipLook, made: str) -> None:
        """Say how the paper stands, and who made it when."""
        self.chip.set_look(chip)
        self.made.setText(made)

    def show_forms(self, forms: Sequence[Format], version: int) -> None:
        """Offer the forms of a paper; the first is what it is usually made as."""
        self._form = forms[0]
        self.make.set_icon(_ICONS[self._form])
        self.make.set_text(_("Make version {number}").format(number=version))
        for form, button in self.also.items():
            button.setVisible(form in forms[1:])
        printable = Format.PDF in forms
        self.print.setVisible(printable)
        self.printer.setVisible(printable)

    def show_printers(self, printers: Sequence[KnownPrinter], chosen: str) -> None:
        """Offer these printers."""
        choices = [(one.name, printer_words(one)) for one in printers]
        self.printer.set_choices(choices or [("", _("No printer found"))])
        self.printer.set_key(chosen)

    def allow(self, *, why_not: str = "", field: str = "") -> None:
        """Let the paper be made, or say why it cannot be: beside the `field` of `Ask` that is to blame, if one is."""
        for button in (self.make, self.print, *self.also.values()):
            button.allow(why_not=why_not)
        beside = self.choices.blame(field, why_not)
        self.reason.setText("" if beside else why_not)
        self.reason.setVisible(bool(why_not) and not beside)

    def warn(self, title: str, sentence: str) -> None:
        """Say what should be looked at before it is printed; no title takes it back."""
        self.warning.setVisible(bool(title))
        if title:
            self.warning.say(title, sentence)
            # A banner has one line for its sentence; here it has as many as the sentence needs.
            self.warning.setMinimumHeight(max(_BANNER, self.warning.heightForWidth(WIDTH - 1)))

    def show_progress(self, words: str, done: int, whole: int) -> None:
        """Show that work goes on, and how far it is."""
        self.foot.show_progress(words, done, whole)

    def show_rest(self) -> None:
        """Show that nothing is going on."""
        self.foot.show_rest()

    def _on_make(self) -> None:
        self.make_asked.emit(self._form)

    def _on_also(self) -> None:
        sender = self.sender()
        self.make_asked.emit(next(form for form, button in self.also.items() if button is sender))

    def _lay_out(self) -> None:
        body = QWidget()
        inner = QVBoxLayout(body)
        inner.setContentsMargins(16, 14, 16, 12)
        inner.setSpacing(12)
        inner.addWidget(self.choices)
        inner.addWidget(Rule(parent=body))
        inner.addWidget(self.made)
        inner.addStretch()
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(body)
        for widget in (self.make, *self.also.values(), self.print, self.printer, self.back, self.reason):
            self.foot.rest.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(scroll, 1)
        column.addWidget(self.warning)
        column.addWidget(self.foot)


def printer_words(printer: KnownPrinter) -> str:
    """Return what a printer is called in the list."""
    return printer.words if printer.ready else _("{printer} (does not answer)").format(printer=printer.words)

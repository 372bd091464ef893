"""One check after the other that only a person can make: scan a badge, look at a page that came out, compare a watch."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import pgettext
from cmc_desk.rules.door_checks import CheckKind
from cmc_desk.rules.overview_words import check_title
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.overlay import Overlay
from cmc_desk.ui.parts.section_head import PaneHead
from cmc_desk.ui.parts.text import Text

ORDER = (CheckKind.SCANNER, CheckKind.BADGE_PRINTER, CheckKind.PRINTER, CheckKind.CLOCK)


def question(kind: CheckKind) -> str:
    """Return what is to be done, and what to look at."""
    return {
        CheckKind.SCANNER: _("Scan any badge or code now. Nobody is checked in by it."),
        CheckKind.BADGE_PRINTER: _(
            "Print one badge on the Badges view. Is it straight, dark, and read by the scanner?"
        ),
        CheckKind.PRINTER: _("Print a page. Has it come out whole, on the right paper?"),
        CheckKind.CLOCK: _("Does a watch that is right show the same minute?"),
    }[kind]


class Checking(Overlay):
    """`found` is the kind, whether it is good, and what is wrong; Y answers yes, N asks for words, Tab leaves it for later."""

    found = Signal(object, bool, str)
    print_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, width=560, toggled_by="C", top=120)
        self.kind = CheckKind.SCANNER
        self._order: tuple[CheckKind, ...] = ()
        self.head = PaneHead(lines="b", parent=self)
        self.time = Text(size=40, bold=True, parent=self)
        self.words = Text(size=15, wrap=True, parent=self)
        self.wrong = QLineEdit(self)
        self.wrong.setFixedHeight(32)
        self.wrong.setMaxLength(200)
        self.wrong.setPlaceholderText(_("What is wrong? In a few words, then Enter"))
        self.wrong.setAccessibleName(_("What is wrong"))
        self.problem = Text(size=12, tone="coral", wrap=True, parent=self)
        self.yes = DeskButton(_("Yes, it is good"), key="Y", bind=False, kind="primary", parent=self)
        self.no = DeskButton(pgettext("answer", "No"), key="N", bind=False, parent=self)
        self.later = DeskButton(_("Later"), key="L", bind=False, kind="quiet", parent=self)
        self.print_page = DeskButton(_("Print a page"), key="P", bind=False, icon="print", parent=self)
        self.yes.clicked.connect(self._on_yes)
        self.no.clicked.connect(self._on_no)
        self.later.clicked.connect(self.next)
        self.print_page.clicked.connect(self.print_asked)
        self.wrong.returnPressed.connect(self._on_said)
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        for button in (self.yes, self.no, self.print_page):
            buttons.addWidget(button)
        buttons.addStretch()
        buttons.addWidget(self.later)
        column = QVBoxLayout()
        column.setContentsMargins(24, 16, 24, 20)
        column.setSpacing(12)
        for widget in (self.time, self.words, self.wrong, self.problem):
            column.addWidget(widget)
        column.addLayout(buttons)
        self.body.addWidget(self.head)
        self.body.addLayout(column)

    def ask(self, order: Sequence[CheckKind]) -> None:
        """Ask for these checks, one after the other."""
        self._order = tuple(order)
        self.next()
        if self.kind in ORDER:
            self.open()

    def next(self) -> None:
        """Go on to the next check; after the last one close."""
        if not self._order:
            self.close_again()
            return
        self.kind, *rest = self._order
        self._order = tuple(rest)
        left = _("then {number} more").format(number=len(rest)) if rest else ""
        self.head.say(check_title(self.kind), right=left)
        self.words.setText(question(self.kind))
        self.words.setAccessibleName(self.words.text())
        self.time.setVisible(self.kind is CheckKind.CLOCK)
        self.print_page.setVisible(self.kind is CheckKind.PRINTER)
        # A scan answers by itself.
        self.yes.setVisible(self.kind is not CheckKind.SCANNER)
        self.wrong.hide()
        self.refuse("")
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_time(self, words: str) -> None:
        """Show the time of the meeting."""
        self.time.setText(words)

    def refuse(self, sentence: str) -> None:
        """Say beside the field what is missing."""
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))

    def _on_yes(self) -> None:
        self.found.emit(self.kind, True, "")  # noqa: FBT003 - a signal

    def _on_no(self) -> None:
        self.wrong.clear()
        self.wrong.show()
        self.wrong.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_said(self) -> None:
        self.found.emit(self.kind, False, self.wrong.text())  # noqa: FBT003 - a signal

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = {Qt.Key.Key_Y: self.yes, Qt.Key.Key_N: self.no, Qt.Key.Key_L: self.later, Qt.Key.Key_P: self.print_page}
        button = keys.get(Qt.Key(event.key()))
        if button is not None and button.isVisible() and not event.isAutoRepeat():
            button.click()
            event.accept()
            return
        super().keyPressEvent(event)

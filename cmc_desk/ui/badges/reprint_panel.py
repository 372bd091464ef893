"""Why a badge is printed again, asked in place: the reason, whether the old code stops working, and the word on the new one."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.pane import Pane
from cmc_desk.ui.parts.segment import Option, Segment
from cmc_desk.ui.parts.text import Text
from cmc_desk.ui.parts.tick import Tick
from cmc_desk.ui.theme import font

LOST, DAMAGED, CORRECTED, OTHER = "lost", "damaged", "corrected", "other"


@dataclass(frozen=True, slots=True)
class Again:
    """How a badge is to be printed again: why, whether with a new code, and whether it says that it is a replacement."""

    reason: str
    reissue: bool
    replacement: bool


class ReprintPanel(Pane):
    """Enter prints, Esc leaves; `opened` says whether it is there, `confirmed` what was decided."""

    opened = Signal(bool)
    confirmed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("amberT", parent=parent)
        self._title = Text(size=14, bold=True, parent=self)
        self._second = Text(size=12, tone="slate", parent=self)
        self.reason = Segment(
            (
                Option(LOST, _("Lost")),
                Option(DAMAGED, _("Damaged")),
                Option(CORRECTED, _("Corrected")),
                Option(OTHER, _("Other")),
            ),
            name=_("Why it is printed again"),
            even=True,
            parent=self,
        )
        self.words = QLineEdit(self)
        self.words.setFont(font(13))
        self.words.setFixedHeight(30)
        self.words.setAccessibleName(_("The reason in words"))
        self.words.setPlaceholderText(_("The reason in words"))
        self.reissue = Tick(_("Old code stops working"), size=13, parent=self)
        self.replacement = Tick(_("Print “replacement” on it"), size=13, parent=self)
        self.print = DeskButton(_("Print again"), key="Return", icon="print", kind="primary", parent=self)
        self.leave = DeskButton(_("Leave"), key="Esc", parent=self)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._lay_out()
        self.reason.chosen.connect(self._on_reason)
        self.words.textChanged.connect(self._allow)
        self.print.clicked.connect(self._on_print)
        self.leave.clicked.connect(self.close_again)
        self.hide()

    def open_for(self, title: str, second: str, *, corrected: bool = False) -> None:
        """Ask about a badge; `corrected` proposes that something on it was wrong."""
        self._title.setText(title)
        self._second.setText(second)
        self.setAccessibleName(title)
        self.words.clear()
        self.reason.choose(CORRECTED if corrected else LOST)
        self._on_reason(self.reason.key())
        self.show()
        self.opened.emit(True)  # noqa: FBT003 - a signal
        self.reason.step(0)

    def is_open(self) -> bool:
        """Say whether a reason is asked for."""
        return not self.isHidden()

    def close_again(self) -> None:
        """Leave; nothing is printed."""
        if self.is_open():
            self.hide()
            self.opened.emit(False)  # noqa: FBT003 - a signal

    def _on_reason(self, key: str) -> None:
        # Whoever finds a lost badge must not come in with it; a damaged one was handed in.
        self.reissue.setChecked(key == LOST)
        self.replacement.setChecked(key == LOST)
        self.words.setVisible(key == OTHER)
        if key == OTHER and self.is_open():
            self.words.setFocus()
        self._allow()

    def _allow(self) -> None:
        missing = self.reason.key() == OTHER and not self.words.text().strip()
        self.print.allow(why_not=_("Say why in a word or two.") if missing else "")

    def _on_print(self) -> None:
        again = Again(self._reason_words(), self.reissue.isChecked(), self.replacement.isChecked())
        self.close_again()
        self.confirmed.emit(again)

    def _reason_words(self) -> str:
        said = {LOST: _("lost"), DAMAGED: _("damaged"), CORRECTED: _("corrected")}
        return said.get(self.reason.key()) or self.words.text().strip()

    def _lay_out(self) -> None:
        ticks = QHBoxLayout()
        ticks.setSpacing(16)
        ticks.addWidget(self.reissue)
        ticks.addWidget(self.replacement)
        ticks.addStretch()
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addWidget(self.print, 2)
        buttons.addWidget(self.leave, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 12)
        column.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self._title)
        words.addWidget(self._second)
        column.addLayout(words)
        column.addWidget(self.reason)
        column.addWidget(self.words)
        column.addLayout(ticks)
        column.addLayout(buttons)

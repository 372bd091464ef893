"""What a night costs: typed once for all rooms that the agencies bear, and committed to the costs of every official."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from cmc_desk.desk.room_costs import price_rooms
from cmc_desk.desk.travel_settings import travel_rules
from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext
from cmc_desk.rules.money import money, read_amount, to_minor
from cmc_desk.rules.refusal import Refusal, Unavailable
from cmc_desk.ui.agenda.run_keys import LETS_KEYS_OUT
from cmc_desk.ui.context import Context
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.theme import font

_HEIGHT = 28


class PriceRow(QWidget):
    """Enter, Ctrl+S, or its button once an amount stands there, commits it, and Esc forgets it; what the hotel has billed meanwhile is entered as another cost."""

    committed = Signal()
    left = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.price = _line(_("What a night costs"), 84)
        self.currency = _line(_("Currency"), 52)
        self.button = DeskButton(_("A night costs"), key="Alt+K", size="small")
        self.button.clicked.connect(self.commit)
        for edit in (self.price, self.currency):
            edit.returnPressed.connect(self.commit)
            edit.editingFinished.connect(self._on_left)
            edit.setProperty(LETS_KEYS_OUT, True)  # noqa: FBT003 - Qt's way
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for widget in (self.button, self.price, self.currency):
            row.addWidget(widget)

    def reload(self, nights: int) -> None:
        """Know how many nights are booked."""
        self.button.allow(why_not="" if nights else _("No night is booked yet."))
        if not self.currency.text():
            self.currency.setText(self._context.desk.read(travel_rules).cash_currency)

    def give_up(self) -> None:
        """Forget what was typed, and give the keyboard back."""
        self.price.clear()
        self.left.emit()

    def commit(self) -> None:
        """Commit what every booked night costs; without an amount the cursor goes where it is typed."""
        price, currency = self.price.text().strip(), self.currency.text().strip()
        if not price:
            self.price.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        try:
            nights = self._context.desk.do(price_rooms, price=price, currency=currency)
        except Refusal as refusal:
            self._context.say("amber", _("Nothing changed: "), refusal.sentence)
            (self.currency if refusal.field == "currency" else self.price).setFocus(Qt.FocusReason.OtherFocusReason)
            return
        except Unavailable as trouble:
            self._context.trouble(trouble)
            return
        code = currency.upper()
        each = to_minor(read_amount(price, field="price"), code)
        words = ngettext("{number} night", "{number} nights", nights).format(number=nights)
        self._context.say("notice", _("Committed: "), money(each * nights, code), f" · {words}", undo=True)
        self.price.clear()
        self.committed.emit()

    def _on_left(self) -> None:
        # Said with Enter too, and from one field to the other: only who has gone on leaves an amount behind.
        if self.price.text().strip() and not (self.price.hasFocus() or self.currency.hasFocus()):
            self._context.say(
                "amber", _("Not committed: "), self.price.text().strip(), _(" · Alt+K or Enter commits it")
            )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.give_up()
        elif event.matches(QKeySequence.StandardKey.Save):
            self.commit()
        else:
            super().keyPressEvent(event)


def _line(name: str, width: int) -> QLineEdit:
    edit = QLineEdit()
    edit.setFont(font(13))
    edit.setFixedSize(width, _HEIGHT)
    edit.setAccessibleName(name)
    return edit

"""Ctrl+P on the card: the badge of this person at once; a second one asks why, in place."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from cmc_desk.desk.people import Card
from cmc_desk.i18n import gettext as _
from cmc_desk.ui.badges.reprint_panel import Again
from cmc_desk.ui.context import Context
from cmc_desk.ui.registration.card_look import state_of_card
from cmc_desk.ui.registration.card_pane import CardPane
from cmc_desk.ui.registration.words import time_words

if TYPE_CHECKING:
    from cmc_desk.ui.badges.desk_print import DeskPrint
    from cmc_desk.ui.badges.machine import Machine

_WEARS_A_BADGE = ("expected", "in", "left")


class CardPrint(QObject):
    """Follows the card that is shown; `left` says that the cursor may go back to the field."""

    left = Signal()
    # Whose card is shown now, for whoever has more to say about that person.
    shown = Signal(object)

    def __init__(self, context: Context, pane: CardPane, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._pane = pane
        self._card: Card | None = None
        # Whom the open question is about.
        self._asking = ""
        self.machine: Machine | None = None
        pane.print.clicked.connect(self._on_print)
        pane.reprint.confirmed.connect(self._on_confirmed)
        pane.reprint.opened.connect(self._on_panel)

    @cached_property
    def printer(self) -> "DeskPrint":
        """What prints, loaded when it is first asked for: the desk opens sooner without it."""
        from cmc_desk.ui.badges.desk_print import DeskPrint
        from cmc_desk.ui.badges.machine import Machine

        return DeskPrint(self._context, self.machine or Machine(), self)

    def show_card(self, card: Card) -> None:
        """Know whose card is shown; a question about somebody else is taken back."""
        self._card = card
        if self._asking and self._asking != card.id:
            self._pane.reprint.close_again()
        self._pane.print.setVisible(state_of_card(card) in _WEARS_A_BADGE)
        self._pane.print.set_text(_("Print badge") if card.badge.printed_at is None else _("Print again…"))
        self.shown.emit(card)

    def forget(self) -> None:
        """Know that nobody's card is shown."""
        self._card = None
        self._pane.reprint.close_again()

    def _on_print(self) -> None:
        card = self._card
        if card is None:
            return
        if card.badge.printed_at is None:
            self.printer.print_badge(card.id, card.person.full_name)
            return
        at = time_words(self._context.facts, card.badge.printed_at, self._context.now())
        self._asking = card.id
        title = _("Print again: {name}").format(name=card.person.full_name)
        self._pane.reprint.open_for(title, _("Printed {time}. Why again?").format(time=at))

    def _on_confirmed(self, again: object) -> None:
        card = self._card
        if card is not None and isinstance(again, Again):
            self.printer.print_badge(card.id, card.person.full_name, again)

    def _on_panel(self, opened: bool) -> None:  # noqa: FBT001 - a slot
        if not opened:
            self._asking = ""
            self.left.emit()

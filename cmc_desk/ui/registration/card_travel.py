"""What the person on the card must still do at Travel: one row for the desk to say, and the offer to record the arrival there."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from cmc_desk.desk.people import Card
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.travel_states import Standing, Travel
from cmc_desk.rules.travel_words import STEP_WORDS
from cmc_desk.ui.context import Context
from cmc_desk.ui.parts import draw
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.chip import Chip, ChipKind, ChipLook
from cmc_desk.ui.parts.text import Text

if TYPE_CHECKING:
    from cmc_desk.desk.traveller import TravelLine

_LABEL, _HEIGHT = 124, 32
_KINDS: dict[Standing, ChipKind] = {Standing.BLOCKS: "blocks", Standing.DUE: "warning"}


class TravelRow(QWidget):
    """Stands on the card of whoever holds a financed seat; words for which there is no room beside the step stand beneath, whole."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        label = Text(_("Travel"), size=13, tone="slate", parent=self)
        label.setFixedWidth(_LABEL)
        self.chip = Chip(parent=self)
        self.words = Text(size=13, tone="slate", parent=self)
        self.arrived = DeskButton(_("Arrived"), key="Ctrl+Shift+H", icon="home", size="small", parent=self)
        self.beneath = Text(size=12, tone="slate", wrap=True, parent=self)
        self._lower = QWidget(self)
        lower = QHBoxLayout(self._lower)
        # Beneath the step, and not beneath its label.
        lower.setContentsMargins(_LABEL, 0, 0, 6)
        lower.addWidget(self.beneath)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(label)
        row.addWidget(self.chip)
        row.addSpacing(8)
        row.addWidget(self.words)
        row.addStretch(1)
        row.addSpacing(8)
        row.addWidget(self.arrived)
        line = QWidget(self)
        line.setFixedHeight(_HEIGHT)
        row.setContentsMargins(0, 0, 0, 0)
        line.setLayout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(line)
        column.addWidget(self._lower)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_line(self, line: "TravelLine | None", *, here: bool) -> None:
        """Show what is open; once somebody is checked in the arrival is offered."""
        self.setVisible(line is not None)
        if line is None:
            return
        step = line.step
        look = ChipLook(_("Nothing open"), "good")
        if step is not None:
            look = ChipLook(_(STEP_WORDS[step.step]), _KINDS.get(step.standing, "notyet"))
        self.chip.set_look(look)
        self.words.setText(step.why if step is not None else "")
        self.arrived.setVisible(here and line.arrived)
        self._fit()
        self.setAccessibleName(_("Travel: {words}").format(words=look.text))
        self.setAccessibleDescription(self.words.text())

    def _fit(self) -> None:
        """Put the words where there is room for all of them."""
        taken = _LABEL + self.chip.sizeHint().width() + 16
        if not self.arrived.isHidden():
            taken += self.arrived.sizeHint().width()
        words = self.words.text()
        fits = draw.text_width(words, self.words.font()) <= self.width() - taken
        self.words.setVisible(fits)
        self.beneath.setText("" if fits else words)
        self._lower.setVisible(not fits)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


class CardTravel(QObject):
    """Follows the card that is shown."""

    def __init__(self, context: Context, row: TravelRow, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context, self._row = context, row
        self._line: TravelLine | None = None
        self._card: Card | None = None
        row.arrived.clicked.connect(self.record_arrival)

    def show_card(self, card: object) -> None:
        """Show what somebody must still do at Travel."""
        if not isinstance(card, Card):
            return
        # Loaded while nobody types yet (`ui/beforehand.py`), at the latest with the first card: the window is there before it.
        from cmc_desk.desk.traveller import travel_line

        context = self._context
        self._card = card
        self._line = context.desk.read(travel_line, participant=card.id, now=context.now())
        self._row.show_line(self._line, here=card.arrival is not None)

    def record_arrival(self) -> None:
        """Record at Travel that this person is here, since they were checked in."""
        line, card = self._line, self._card
        if line is None or card is None or card.arrival is None:
            return
        from cmc_desk.desk.travellers import set_travel

        done = self._context.attempt(
            set_travel, sponsorship=line.sponsorship, to=Travel.ARRIVED, at=card.arrival.at, version=line.version
        )
        if done is not None:
            self._context.say("notice", _("Arrived: "), card.person.full_name, _(" · recorded at Travel"), undo=True)

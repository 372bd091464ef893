"""The list of the proposals on a provision: the chosen one carries the buttons of what can be decided about it."""

from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import pgettext
from cmc_desk.ui.documents.proposal_rows import ACTS, SECOND_LINE, ProposalRow, paint_proposal, proposal_height
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.row_list import RowList

ACCEPT_KEY, PARK_KEY, WITHDRAW_KEY, REJECT_KEY, REOPEN_KEY = "A", "K", "W", "R", "O"
# Around the buttons, and between them; in two lines so many stand in the first.
_EDGE, _APART, _IN_LINE = 16, 6, 2


class ProposalsList(RowList[ProposalRow]):
    """Rows of their own height; the buttons lie over the room that the chosen row leaves for them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._open = ""
        super().__init__(
            paint_proposal,
            key=lambda row: row.key,
            spoken=lambda row: row.spoken,
            name=_("Proposals"),
            height=84,
            measure=self._measure_row,
            parent=parent,
        )
        self.accept = DeskButton(_("Accept"), key=ACCEPT_KEY, icon="check", kind="soft", size="small", bind=False)
        self.park = DeskButton(_("Park"), key=PARK_KEY, size="small", bind=False)
        self.withdraw = DeskButton(pgettext("proposal", "Withdraw"), key=WITHDRAW_KEY, size="small", bind=False)
        self.reject = DeskButton(_("Reject"), key=REJECT_KEY, kind="danger", size="small", bind=False)
        self.reopen = DeskButton(_("Reopen"), key=REOPEN_KEY, icon="undo", size="small", bind=False)
        self._acts = QWidget(self.viewport())
        self._grid = QGridLayout(self._acts)
        self._grid.setContentsMargins(_EDGE, 0, _EDGE, 0)
        self._grid.setSpacing(_APART)
        self._grid.setColumnStretch(len(self.buttons()), 1)
        self._lay_out(lines=1)
        self._acts.hide()
        self.chosen.connect(self._on_turned)
        self.verticalScrollBar().valueChanged.connect(self._place_acts)

    def buttons(self) -> tuple[DeskButton, ...]:
        """Return the buttons, in their order."""
        return (self.accept, self.park, self.withdraw, self.reject, self.reopen)

    def show_rows(self, rows: Sequence[ProposalRow], key: str) -> None:
        """Show proposals with one chosen."""
        current = self.current()
        if tuple(rows) != self.rows() or (current.key if current is not None else "") != key:
            self._open = key
            self.set_rows(rows, key=key, first=True)
        self._on_turned()

    def _on_turned(self, *_row: object) -> None:
        row = self.current()
        self._open = row.key if row is not None else ""
        live = row is not None and row.live
        aside = row is not None and row.set_aside
        for button in self.buttons():
            button.setVisible(live)
        self.park.setVisible(live and not aside)
        self.reopen.setVisible(aside or not live)
        self.scheduleDelayedItemsLayout()

    def _measure_row(self, row: ProposalRow, width: int) -> int:
        return proposal_height(row, width, acts=self._high(row, width) if row.key == self._open else 0)

    def _high(self, row: ProposalRow, width: int) -> int:
        """Return how high the acts are: in a language of long words they stand in two lines."""
        shown = [self.accept, self.withdraw, self.reject, self.reopen if row.set_aside else self.park]
        room = sum(one.sizeHint().width() + _APART for one in shown) - _APART + 2 * _EDGE
        return ACTS + SECOND_LINE if row.live and room > width else ACTS

    def _lay_out(self, *, lines: int) -> None:
        for place, button in enumerate(self.buttons()):
            self._grid.addWidget(
                button, place // _IN_LINE if lines > 1 else 0, place % _IN_LINE if lines > 1 else place
            )
        self._lines = lines

    def _place_acts(self, *_moved: object) -> None:
        place = self.currentIndex()
        area = self.visualRect(place) if place.isValid() else QRect()
        if area.isEmpty():
            self._acts.hide()
            return
        row = self.current()
        high = self._high(row, self.viewport().width()) if row is not None else ACTS
        lines = 2 if high > ACTS else 1
        if lines != self._lines:
            self._lay_out(lines=lines)
        self._acts.setGeometry(0, area.bottom() - high - 2, self.viewport().width(), high)
        self._acts.show()

    def doItemsLayout(self) -> None:  # noqa: N802 - Qt's name
        super().doItemsLayout()
        if hasattr(self, "_acts"):
            self._place_acts()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_acts()

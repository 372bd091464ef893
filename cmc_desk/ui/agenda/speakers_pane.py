"""The list of speakers: its counts, its entries, what can be done with them, and what each can still have."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.countdown import elapsed_words
from cmc_desk.ui.agenda.fitting import limit_that_fits, plan_lines, plan_now
from cmc_desk.ui.agenda.floor_foot import FloorFoot
from cmc_desk.ui.agenda.run_keys import RunKey
from cmc_desk.ui.agenda.speaker_rows import FOLD, count_runs, speaker_rows, with_clocks
from cmc_desk.ui.agenda.speaker_table import SpeakerTable
from cmc_desk.ui.context import Facts
from cmc_desk.ui.live import Live, LiveFloor, Moment
from cmc_desk.ui.parts import draw
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.empty_state import EmptyState
from cmc_desk.ui.parts.pane import Pane
from cmc_desk.ui.parts.runs import RunLine
from cmc_desk.ui.parts.text import Text

_HEAD = 41
# Between the edges of the pane, and between two buttons.
_ROOM, _BETWEEN = 383, 6


class SpeakersPane(Pane):
    """Shows one list at an instant; without a list it says what for."""

    limit_asked = Signal()

    def __init__(self, live: Live, keys: Sequence[RunKey], *, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent=parent)
        self._live = live
        self._shown: tuple[LiveFloor, Moment, Facts] | None = None
        self._made: tuple[object, ...] = ()
        self._unfolded = False
        self._planned: datetime | None = None
        self.title = Text(_("Speakers"), size=14, bold=True)
        self.counts = RunLine(size=12, align=draw.RIGHT)
        self.counts.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.table = SpeakerTable()
        self.foot = FloorFoot()
        self.foot.limit_asked.connect(self.limit_asked)
        # Above the table, which stays: whoever has the keyboard must not lose it to a button, which Space would press.
        self.empty = EmptyState(icon="mic", title=_("No list of speakers"))
        self.table.cover(self.empty)
        self.buttons = [_button(key) for key in keys]
        self._lay_out()

    def show_floor(
        self, floor: LiveFloor | None, moment: Moment, facts: Facts, *, title: str, why_none: str = ""
    ) -> None:
        """Show a list at an instant; only what differs is painted anew."""
        if floor is None:
            self._shown, self._made = None, ()
            self.empty.say(_("No list of speakers"), why_none)
            self.table.show_rows(())
            self.empty.show()
            self.title.setText(_("Speakers"))
            self.counts.set_runs(())
            self.foot.hide()
            return
        fresh = self._shown is None or self._shown[0] is not floor
        if fresh and (self._shown is None or self._shown[0].key != floor.key):
            self._unfolded = False
        self._shown = (floor, moment, facts)
        if fresh:
            self.title.setText(title)
            self.counts.set_runs(count_runs(floor))
            self.foot.show()
            self.empty.say(
                _("Nobody is on the list"), _("S adds a delegation; those who are present are offered first.")
            )
            self.empty.setVisible(not floor.speeches)
        self._show_rows(floor, moment, facts)
        # The planner reckons in whole minutes: what the clocks need four times a second it needs once in one.
        second = moment.now.replace(microsecond=0)
        if fresh or second != self._planned:
            self._planned = second
            self._show_plan(floor, moment)

    def chosen(self) -> str:
        """Return the key of the entry that is chosen; empty if none is."""
        row = self.table.current()
        return row.key if row is not None and not row.folds else ""

    def choose(self, entry: str) -> None:
        """Choose an entry, bringing it to sight; an empty key chooses none."""
        if not entry:
            self.table.choose_none()
        elif not self.table.choose(entry) and self._shown is not None:
            self.unfold(unfolded=True)
            self.table.choose(entry)

    def unfold(self, *, unfolded: bool) -> None:
        """Show all entries, or only those that matter now."""
        self._unfolded = unfolded
        if self._shown is not None:
            self._show_rows(*self._shown)

    def _show_rows(self, floor: LiveFloor, moment: Moment, facts: Facts) -> None:
        made = (floor, facts, self.table.room(), self._unfolded)
        # Facts that were read again are others, even if they say the same: comparing all of them would cost more.
        if len(self._made) == len(made) and all(one is other for one, other in zip(self._made, made, strict=True)):
            # Time changes nothing but the clocks of those who have the floor.
            rows = with_clocks(self.table.model_of_rows().rows, floor, moment.now, facts)
        else:
            self._made = made
            rows = speaker_rows(floor, moment.now, facts, room=self.table.room(), unfolded=self._unfolded)
        self.table.show_rows(rows)

    def _show_plan(self, floor: LiveFloor, moment: Moment) -> None:
        plan = plan_now(self._live, moment, floor)
        limit = limit_that_fits(plan)
        why = (
            ""
            if limit
            else _("Nobody waits.")
            if not plan.waiting
            else _("The time that is left does not do for all who wait.")
        )
        self.foot.show_plan(*plan_lines(plan), elapsed_words(limit) if limit else "", why_not=why)

    def _on_taken(self, row: object) -> None:
        if getattr(row, "key", "") == FOLD:
            self.unfold(unfolded=not self._unfolded)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._shown is not None:
            self._show_rows(*self._shown)

    def _lay_out(self) -> None:
        head = Pane("sand", lines="b")
        head.setFixedHeight(_HEAD)
        row = QHBoxLayout(head)
        row.setContentsMargins(20, 0, 20, 1)
        row.setSpacing(12)
        row.addWidget(self.title, 1)
        row.addWidget(self.counts)
        bar = Pane("panel", lines="t")
        acts = QVBoxLayout(bar)
        acts.setContentsMargins(20, 6, 20, 5)
        acts.setSpacing(5)
        for buttons in _rows(self.buttons):
            line = QHBoxLayout()
            line.setSpacing(_BETWEEN)
            for button in buttons:
                line.addWidget(button)
            line.addStretch()
            acts.addLayout(line)
        self.table.taken.connect(self._on_taken)
        self.table.clicked.connect(self._on_clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self.table, 1)
        column.addWidget(bar)
        column.addWidget(self.foot)

    def _on_clicked(self, _index: QModelIndex) -> None:
        row = self.table.current()
        if row is not None and row.folds:
            self.unfold(unfolded=not self._unfolded)
            self.table.choose_none()


def _rows(buttons: Sequence[DeskButton]) -> list[list[DeskButton]]:
    """Return the buttons in one row, or in two where their words are longer than there is room for."""
    wide = sum(button.sizeHint().width() + _BETWEEN for button in buttons) - _BETWEEN
    middle = len(buttons) if wide <= _ROOM else (len(buttons) + 1) // 2
    return [list(part) for part in (buttons[:middle], buttons[middle:]) if part]


def _button(key: RunKey) -> DeskButton:
    button = DeskButton(key.words, key=key.key, size="small", bind=False)
    button.clicked.connect(key.act)
    return button

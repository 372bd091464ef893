"""The entries of the open item, the newest at the bottom; earlier ones come in when they are asked for."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractSlider, QVBoxLayout, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext
from cmc_desk.ui.parts.keycap import KeyCap, key_text
from cmc_desk.ui.parts.pane import Pane
from cmc_desk.ui.parts.row_list import RowList
from cmc_desk.ui.parts.section_head import PaneHead
from cmc_desk.ui.summaries.entry_paint import entry_height, paint_entry
from cmc_desk.ui.summaries.entry_rows import EntryRow

# What a long item shows at first and adds at a time: all of two thousand need not be measured to see the last ones.
AT_ONCE = 100
SIZE = 15
_NEAR = 4


class EntriesPane(Pane):
    """`taken` says which entry is to be edited, `chosen` which one the keys act on (None: none).

    As long as the end is seen it stays in sight, whatever comes and however high the composer grows.
    """

    taken = Signal(str)
    chosen = Signal(object)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent=parent)
        self._rows: tuple[EntryRow, ...] = ()
        self._shown = AT_ONCE
        self._stuck = True
        self.letters = SIZE
        self.earlier = PaneHead(height=24, right=KeyCap(key_text("PgUp")), lines="b")
        self.list: RowList[EntryRow] = RowList(
            self._paint,
            key=lambda row: row.key,
            spoken=lambda row: row.spoken,
            name=_("Entries"),
            height=60,
            measure=self._measure,
        )
        self.list.taken.connect(self._on_taken)
        self.list.chosen.connect(self.chosen)
        bar = self.list.verticalScrollBar()
        bar.rangeChanged.connect(self._on_range)
        bar.valueChanged.connect(self._on_scrolled)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.earlier)
        column.addWidget(self.list, 1)
        self._count()

    @property
    def rows(self) -> tuple[EntryRow, ...]:
        """Every entry of the item, those that are not shown yet too."""
        return self._rows

    def show_rows(self, rows: Sequence[EntryRow], *, anew: bool = False) -> None:
        """Show the entries of an item; `anew` begins at its end, with none chosen."""
        if anew:
            self._shown, self._stuck = AT_ONCE, True
            self.list.choose_none()
        elif not self._stuck:
            # What is read stays where it is while entries come in at the end.
            self._shown += max(0, len(rows) - len(self._rows))
        self._rows = tuple(rows)
        self._put()

    def page(self, pages: int) -> None:
        """Scroll by pages, and bring in earlier entries where the beginning of what is shown is reached."""
        bar = self.list.verticalScrollBar()
        if pages < 0 and bar.value() <= bar.minimum():
            self.show_earlier()
        act = QAbstractSlider.SliderAction
        bar.triggerAction(act.SliderPageStepSub if pages < 0 else act.SliderPageStepAdd)

    def show_earlier(self) -> bool:
        """Bring in earlier entries, above what is seen; say whether there were any."""
        hidden = self._hidden()
        if hidden <= 0:
            return False
        seen = hidden + self.list.first_seen()
        self._stuck = False
        self._shown += AT_ONCE
        self._put()
        self.list.show_from(seen - self._hidden())
        return True

    def from_end(self) -> int:
        """Return how many entries stand between the first that is seen and the end; 0 if the end is seen."""
        return 0 if self._stuck else len(self._rows) - self._hidden() - self.list.first_seen()

    def scroll_to(self, from_end: int) -> None:
        """Bring back what `from_end` said."""
        wanted = min(from_end, len(self._rows))
        if wanted <= 0:
            self.show_end()
            return
        if wanted > self._shown:
            self._shown = wanted
            self._put()
        self._stuck = False
        self.list.show_from(len(self._rows) - wanted - self._hidden())

    def show_end(self) -> None:
        """Show the newest entries."""
        self._stuck = True
        self.list.scrollToBottom()

    def choose(self, key: str) -> bool:
        """Choose an entry, wherever it stands; say whether the item has it."""
        place = next((place for place, row in enumerate(self._rows) if row.key == key), None)
        if place is None:
            return False
        if place < self._hidden():
            self._shown = len(self._rows) - place + 5
            self._put()
        return self.list.choose(key)

    def current(self) -> EntryRow | None:
        """Return the chosen entry."""
        return self.list.current()

    def set_size(self, size: int) -> None:
        """Show the text in letters of `size` px."""
        if size != self.letters:
            self.letters = size
            self._put()

    def _hidden(self) -> int:
        return max(0, len(self._rows) - self._shown)

    def _put(self) -> None:
        stuck = self._stuck
        self.list.set_rows(self._rows[self._hidden() :])
        if stuck:
            self.show_end()
        self._count()

    def _count(self) -> None:
        before = self._hidden() + (self.list.first_seen() if self.list.rows() else 0)
        words = ngettext("{count} earlier entry", "{count} earlier entries", before).format(count=before)
        if not self._rows:
            words = _("Nothing is written yet.")
        self.earlier.say("", words if before or not self._rows else _("The beginning of the item"))

    def _on_range(self, _least: int, most: int) -> None:
        if self._stuck:
            self.list.verticalScrollBar().setValue(most)
        self._count()

    def _on_scrolled(self, value: int) -> None:
        self._stuck = value >= self.list.verticalScrollBar().maximum() - _NEAR
        self._count()

    def _measure(self, row: EntryRow, width: int) -> int:
        return entry_height(row, width, self.letters)

    def _paint(self, painter: QPainter, rect: QRectF, row: EntryRow, _selected: bool) -> None:  # noqa: FBT001 - what a row painter is given
        paint_entry(painter, rect, row, self.letters)

    def _on_taken(self, row: object) -> None:
        if isinstance(row, EntryRow):
            self.taken.emit(row.key)

"""The meetings on this computer: what lies in the folder of the program, and what was open before."""

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cmc_desk.clock import Clock
from cmc_desk.i18n import gettext as _
from cmc_desk.ui.days import span_words, when_words
from cmc_desk.ui.habits import Remembered
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.chip import ChipLook
from cmc_desk.ui.parts.empty_state import EmptyState
from cmc_desk.ui.parts.pane import Pane, Rule
from cmc_desk.ui.parts.result_list import HitRow, ResultList
from cmc_desk.ui.parts.section_head import PaneHead

WIDTH = 568


class MeetingList(Pane):
    """Rows of (what is remembered, whether the file is encrypted); `chosen` has the path."""

    chosen = Signal(object)
    new_asked = Signal()
    file_asked = Signal()
    copy_asked = Signal()

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent=parent)
        self._clock = clock
        self.setFixedWidth(WIDTH)
        self.rows = ResultList(name=_("Meetings on this computer"), height=68, parent=self)
        self.rows.chosen.connect(self._on_chosen)
        self._nothing = EmptyState(
            icon="cal",
            title=_("No meeting on this computer yet"),
            sentence=_("Make a new one, open a file, or bring one back from a copy."),
            parent=self,
        )
        self.new = DeskButton(_("New meeting"), key="Ctrl+N", icon="plus", parent=self)
        self.file = DeskButton(_("Open file"), key="Ctrl+O", icon="folder", parent=self)
        self.copy = DeskButton(_("From a copy"), key="Ctrl+R", icon="copy", parent=self)
        self.new.clicked.connect(self.new_asked)
        self.file.clicked.connect(self.file_asked)
        self.copy.clicked.connect(self.copy_asked)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(16, 16, 16, 16)
        buttons.setSpacing(8)
        for button in (self.new, self.file, self.copy):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(PaneHead(_("Meetings on this computer"), height=56, parent=self))
        column.addWidget(self.rows, 1)
        column.addWidget(self._nothing, 1)
        column.addWidget(Rule(parent=self))
        column.addLayout(buttons)
        self.set_meetings(())

    def set_meetings(self, meetings: Sequence[tuple[Remembered, bool | None]], *, path: Path | None = None) -> None:
        """Show these meetings and choose the one at `path`, else the first; whether a file is encrypted may not be known."""
        now = self._clock.now().astimezone()
        rows = [_row(known, encrypted, now) for known, encrypted in meetings]
        self.rows.set_rows(rows, key=str(path) if path else None, first=True)
        self.rows.setVisible(bool(rows))
        self._nothing.setVisible(not rows)

    def path(self) -> Path | None:
        """Return the file of the meeting that is chosen."""
        row = self.rows.current()
        return Path(str(row.key)) if row else None

    def _on_chosen(self, row: object) -> None:
        if isinstance(row, HitRow):
            self.chosen.emit(Path(str(row.key)))


def days_of(known: Remembered) -> list[date]:
    """Return first and last day of a remembered meeting, or nothing."""
    return [date.fromisoformat(day) for day in (known.first, known.last) if day]


def title_of(known: Remembered) -> str:
    """Return the title of a meeting; of one that was never open here, the name of its file."""
    title = known.title or Path(known.path).stem
    return _("{title} (training)").format(title=title) if known.training and known.title else title


def _row(known: Remembered, encrypted: bool | None, now: datetime) -> HitRow:  # noqa: FBT001 - half of a pair
    days = days_of(known)
    facts = [part for part in (known.city, span_words(days) if days else "") if part]
    second = [", ".join(facts)] if facts else []
    if known.opened:
        opened = datetime.fromisoformat(known.opened).astimezone()
        second.append(_("last open {when}").format(when=when_words(opened, now)))
    if not second:
        second.append(_("not opened on this computer yet"))
    return HitRow(str(known.path), title_of(known), " · ".join(second), icon="cal", chip=_chip(encrypted))


def _chip(encrypted: bool | None) -> ChipLook | None:  # noqa: FBT001 - see above
    if encrypted is None:
        return None
    return ChipLook(_("Encrypted"), "good", "lock") if encrypted else ChipLook(_("Training"), "warning")

"""Who is there: the counters of a day, by category of participants or by session."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.overview import DayAttendance
from cmc_desk.ui.days import day_words
from cmc_desk.ui.overview.charts import BAR_ROW, BarRow, paint_bar_row, spoken_bar
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.counter import Counter
from cmc_desk.ui.parts.pane import Pane
from cmc_desk.ui.parts.row_list import RowList
from cmc_desk.ui.parts.section_head import PaneHead


class AttendancePane(Pane):
    """Shows a day; D is the next day, B turns from categories to sessions and back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("panel", lines="rb", parent=parent)
        self.day = DeskButton("", key="D", size="tight", kind="quiet", parent=self)
        self.by = DeskButton(_("By session"), key="B", size="tight", kind="quiet", parent=self)
        head = PaneHead(_("Attendance"), side=True, ground="panel", lines="", right=self.day, parent=self)
        head.add(self.by)
        self.people = Counter(_("present today"), parent=self)
        self.delegations = Counter(_("delegations"), size="middle", parent=self)
        self.other = Counter(_("expected"), size="middle", parent=self)
        self.rows: RowList[BarRow] = RowList(
            paint_bar_row,
            key=lambda row: row.key,
            spoken=spoken_bar,
            name=_("Attendance"),
            height=BAR_ROW,
            lines=False,
            choosing=False,
            parent=self,
        )
        counters = QHBoxLayout()
        counters.setContentsMargins(16, 0, 16, 6)
        counters.setSpacing(28)
        for counter in (self.people, self.delegations, self.other):
            counters.addWidget(counter)
        counters.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 1, 1)
        column.setSpacing(0)
        column.addWidget(head)
        column.addLayout(counters)
        column.addWidget(self.rows, 1)

    def show_day(self, shown: DayAttendance, other: DayAttendance | None, *, number: int, today: bool) -> None:
        """Show a day, and beside it another: how many are expected then, or came."""
        counts = shown.counts
        people = _("present today") if today else _("came that day")
        # A day of which nothing is known yet has only those who are expected.
        coming = not shown.came and not today
        self.day.set_text(_("Day {number} · {day}").format(number=number, day=day_words(shown.day, "ddd d MMM")))
        self.people.set_count(counts.people.present, counts.people.expected, label=people)
        self.delegations.set_count(counts.delegations.present, counts.delegations.expected)
        if coming:
            self.other.set_count(shown.expected, None, tone="slate", label=_("expected that day"))
        elif other is not None:
            self._show_other(other)
        self.other.setVisible(coming or other is not None)

    def _show_other(self, other: DayAttendance) -> None:
        day = day_words(other.day, "ddd d MMM")
        if other.came:
            words = _("came {day}").format(day=day)
            # Of today the counts have who is here, and some of those who came have left again.
            self.other.set_count(len(other.came), None, tone="slate", label=words)
        else:
            self.other.set_count(other.expected, None, tone="slate", label=_("expected {day}").format(day=day))

    def show_rows(self, rows: Sequence[BarRow], *, by_session: bool) -> None:
        """Show the bars of categories, or of sessions."""
        self.by.set_text(_("By category") if by_session else _("By session"))
        self.rows.set_rows(rows)

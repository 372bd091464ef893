"""The rundown in the left pane: its days and rooms, its lines, and when the day closes."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.agenda_plan import PLENARY
from cmc_desk.ui.agenda.day_words import day_close
from cmc_desk.ui.agenda.run_keys import RunKey
from cmc_desk.ui.agenda.rundown_rows import rundown_rows
from cmc_desk.ui.agenda.rundown_table import RundownTable
from cmc_desk.ui.agenda.words import clock
from cmc_desk.ui.days import day_words
from cmc_desk.ui.live import Live, Moment
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.empty_state import EmptyState
from cmc_desk.ui.parts.pane import Pane
from cmc_desk.ui.parts.runs import Run, RunLine
from cmc_desk.ui.parts.section_head import PaneHead
from cmc_desk.ui.parts.segment import Option, Segment
from cmc_desk.ui.parts.text import Text

_DAY = "ddd d MMM"
_FOOT = 56


class RundownPane(Pane):
    """Shows a day of a track at an instant; `row_keys` act on the chosen line, `foot_keys` on the day."""

    moved = Signal()

    def __init__(
        self,
        live: Live,
        *,
        head_keys: Sequence[RunKey],
        foot_keys: Sequence[RunKey],
        row_keys: Sequence[RunKey],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("panel", parent=parent)
        self._live = live
        self._followed = True
        self.head = PaneHead(_("Rundown"))
        self.days = Segment(name=_("Day"))
        self.days.chosen.connect(self._on_day)
        self.tracks = Segment(name=_("Room"))
        self.tracks.chosen.connect(self._on_track)
        self.table = RundownTable()
        self.empty = EmptyState(
            icon="agenda",
            title=_("Nothing is planned"),
            sentence=_("Press E to plan the day, or to read a plan from a file."),
        )
        self._stack = QStackedWidget()
        self._closing: tuple[Run, ...] = ()
        self._seen: tuple[object, object] | None = None
        self.closing = RunLine(size=14, least=12)
        self.second = RunLine(size=12, least=11)
        self.chosen_words = Text(size=12, tone="slate")
        self._row_bar = QWidget()
        self._lay_out(
            [_button(key) for key in head_keys], [_button(key) for key in foot_keys], [_button(key) for key in row_keys]
        )

    @property
    def day(self) -> date | None:
        """The day that is shown."""
        return date.fromisoformat(self.days.key()) if self.days.key() else None

    @property
    def track(self) -> str:
        """The room that is shown."""
        return self.tracks.key() or PLENARY

    def chosen(self) -> str:
        """Return the key of the line that is chosen; empty if none is."""
        row = self.table.current()
        return row.key if row is not None else ""

    def show_plan(self, moment: Moment) -> None:
        """Show the days and rooms as they are planned now, then the lines."""
        rundown = self._live.rundown
        self.days.set_options([Option(day.isoformat(), day_words(day, _DAY)) for day in rundown.days])
        names = {track.key: track.name for track in rundown.tracks}
        tracks = self._live.tracks or (PLENARY,)
        self.tracks.set_options([Option(key, names.get(key) or _("Plenary")) for key in tracks])
        self.tracks.setVisible(len(tracks) > 1)
        if self._followed:
            self._follow(moment)
        self.show_moment(moment)

    def show_moment(self, moment: Moment) -> None:
        """Show the lines at an instant; only what differs is painted anew."""
        day, rundown = self.day, self._live.rundown
        items = [item.key for item in rundown.items if item.day == day and item.track == self.track]
        standing = moment.standing(self.track)
        seen = (day, self.track, standing.passed, [moment.expected(key) for key in items])
        # While all runs as it is expected to, time passes and no line says anything else.
        if self._seen is None or self._seen[0] is not rundown or self._seen[1] != seen:
            self._seen = (rundown, seen)
            rows = rundown_rows(self._live, moment, day=day, track=self.track) if day is not None else ()
            self._stack.setCurrentWidget(self.table if rows else self.empty)
            self.table.show_rows(rows)
        expected = moment.expected(standing.running)
        if expected is not None:
            whole = (expected.ends - expected.starts).total_seconds()
            done = (moment.now - expected.starts).total_seconds()
            words = _("until {time}") if moment.stood else _("now {time}")
            words = words.format(time=clock(moment.now.astimezone(self._live.rundown.zone)))
            self.table.set_now(words, done / whole if whole > 0 else 1.0, over=standing.left.total_seconds() < 0)
        if day is not None:
            runs = day_close(self._live, moment, day=day, track=self.track)
            if runs != self._closing:
                self._closing = runs
                self.closing.set_runs(runs)

    def show_forecast(self, runs: tuple[Run, ...]) -> None:
        """Show what chance has in store, in the second line of the foot."""
        self.second.set_runs(runs)

    def follow(self) -> None:
        """Show the day that runs from now on."""
        self._followed = True

    def choose_none(self) -> None:
        """Choose no line."""
        self.table.choose_none()

    def _follow(self, moment: Moment) -> None:
        standing = moment.standing(self.track)
        waits = self._live.only_passed(standing)
        line = self._live.line(standing.running) or waits or self._live.line(standing.next)
        key = line.item.day.isoformat() if line is not None else ""
        if key and key != self.days.key():
            with QSignalBlocker(self.days):
                self.days.choose(key)

    def _on_day(self, _key: str) -> None:
        self._followed = False
        self.moved.emit()

    def _on_track(self, _key: str) -> None:
        self._followed = True
        self.moved.emit()

    def _on_row(self, row: object) -> None:
        title = getattr(row, "title", "")
        self._row_bar.setVisible(bool(title))
        self.second.setVisible(not title)
        self.chosen_words.setText(title)

    def _lay_out(self, head: list[DeskButton], foot: list[DeskButton], rows: list[DeskButton]) -> None:
        layout = self.head.layout()
        if isinstance(layout, QHBoxLayout):
            layout.insertWidget(1, self.days)
            layout.insertWidget(2, self.tracks)
        for button in head:
            self.head.add(button)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty)
        self.table.chosen.connect(self._on_row)
        bar = QHBoxLayout(self._row_bar)
        bar.setContentsMargins(0, 0, 0, 0)
        bar.setSpacing(8)
        bar.addWidget(self.chosen_words, 1)
        for button in rows:
            bar.addWidget(button)
        self._row_bar.hide()
        foot_pane = Pane("panel", lines="t")
        foot_pane.setFixedHeight(_FOOT)
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(self.closing, 1)
        for button in foot:
            first.addWidget(button)
        column = QVBoxLayout(foot_pane)
        column.setContentsMargins(16, 3, 16, 3)
        column.setSpacing(0)
        column.addLayout(first)
        column.addWidget(self.second)
        column.addWidget(self._row_bar)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.head)
        whole.addWidget(self._stack, 1)
        whole.addWidget(foot_pane)


def _button(key: RunKey) -> DeskButton:
    button = DeskButton(key.words, key=key.key, size="small", bind=False)
    button.clicked.connect(key.act)
    return button

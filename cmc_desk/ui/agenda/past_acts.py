"""Corrects what was recorded, and says so."""

from datetime import datetime

from PySide6.QtCore import QObject, Signal

from cmc_desk.desk import agenda
from cmc_desk.desk import floor as floor_desk
from cmc_desk.desk.rundown import Line
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.agenda import Act
from cmc_desk.rules.refusal import Refusal, Unavailable
from cmc_desk.ui.agenda.late_bar import LateBar
from cmc_desk.ui.agenda.past_pane import PastPane
from cmc_desk.ui.agenda.past_rows import PastRow
from cmc_desk.ui.agenda.typed_times import typed_instant
from cmc_desk.ui.agenda.words import clock
from cmc_desk.ui.context import Context
from cmc_desk.ui.live import Live


class PastActs(QObject):
    """The pane of the past and the bar of a late start ask for the same thing."""

    finished = Signal()

    def __init__(self, context: Context, pane: PastPane, bar: LateBar, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._pane = pane
        self._bar = bar
        self._late = ""
        self._began: datetime | None = None
        pane.corrected.connect(self._on_corrected)
        bar.saved.connect(self._on_late)

    def open_late(self, line: Line, live: Live) -> None:
        """Ask when an item really began."""
        begun = [event.key for event in live.rundown.events if (event.item, event.act) == (line.item.key, Act.START)]
        actual = live.actual(line.item.key)
        if begun and actual.started is not None:
            self._late, self._began = begun[-1], actual.started
            self._bar.open(clock(actual.started))

    def _on_late(self, time: str, reason: str) -> None:
        context = self._context
        try:
            # On the day on which it began, also where the clock of the computer is not of that day any more.
            at = typed_instant(time, self._began or context.now(), context.facts.meeting.tzinfo)
            context.desk.do(agenda.correct_event, event=self._late, at=at, reason=reason)
        except Refusal as refusal:
            self._bar.blame(refusal)
        except Unavailable as trouble:
            context.trouble(trouble)
        else:
            context.say("notice", _("Corrected: "), _("began at {time}").format(time=clock(at)), undo=True)
            self.finished.emit()

    def _on_corrected(self, row: object, time: str, reason: str) -> None:
        context = self._context
        if not isinstance(row, PastRow):
            return
        try:
            at = typed_instant(time, row.at, context.facts.meeting.tzinfo)
            if row.of_floor:
                context.desk.do(floor_desk.correct_speech, event=row.key, at=at, reason=reason)
            else:
                context.desk.do(agenda.correct_event, event=row.key, at=at, reason=reason)
        except Refusal as refusal:
            self._pane.blame(refusal)
        except Unavailable as trouble:
            context.trouble(trouble)
        else:
            words = _("{who} {what} at {time}").format(who=row.of, what=row.what, time=f"{at:%H:%M:%S}")
            context.say("notice", _("Corrected: "), words, undo=True)
            self._pane.table.setFocus()

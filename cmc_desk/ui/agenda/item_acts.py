"""What the keys of the Run mode do to the items of a track, and what is said of it."""

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QObject

from cmc_desk.desk import agenda
from cmc_desk.i18n import gettext as _
from cmc_desk.rules import timing
from cmc_desk.rules.actuals import elapsed
from cmc_desk.rules.agenda import ItemState
from cmc_desk.rules.countdown import elapsed_words
from cmc_desk.ui.agenda.doing import done, ended_at, ended_words
from cmc_desk.ui.agenda.run_keys import START_PASSED
from cmc_desk.ui.agenda.words import clock, signed_minutes
from cmc_desk.ui.context import Context

_MINUTE = timedelta(minutes=1)
# So long a question of the strip can be answered by the same key: later nobody remembers it.
_ASKED_FOR = timedelta(seconds=30)


class ItemActs(QObject):
    """Acts on the track that is shown; every act can be taken back with Ctrl+Z, which brings the clock back as well."""

    def __init__(self, context: Context, track: Callable[[], str], parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._track = track
        # What one key would start and what that would end, when it was asked whether that is meant.
        self._asked: tuple[str, str, datetime] | None = None

    def next(self) -> None:
        """End what runs and start what comes next, at the same instant."""
        outcome = done(self._context, agenda.next_item, track=self._track())
        if outcome is None:
            return
        (moved,) = outcome
        started, ended = self._title(moved.started), self._title(moved.ended)
        if started:
            after = _(" · {title} ended").format(title=ended) if ended else ""
            self._say(_("Started: "), started, after + self._early(moved.started))
        else:
            self._say(_("Ended: "), ended)

    def start(self, item: str) -> None:
        """Start an item out of turn, and say what that ended."""
        outcome = done(self._context, agenda.start_item, item=item)
        if outcome is not None:
            self._say(_("Started: "), self._title(item), self._ended(outcome[0].ended) + self._early(item))

    def pause_or_resume(self) -> None:
        """Stop the clock of what runs, or let it go on."""
        item = self._running()
        if not item:
            return
        paused = self._context.live.actual(item).state is ItemState.PAUSED
        if paused and done(self._context, agenda.resume_item, item=item) is not None:
            self._say(_("Resumed: "), self._title(item))
        elif not paused and done(self._context, agenda.pause_item, item=item) is not None:
            self._say(_("Paused: "), self._title(item))

    def add_minutes(self, minutes: int) -> None:
        """Give what runs more time, or less."""
        item = self._running()
        if item and done(self._context, agenda.add_time, item=item, seconds=minutes * 60) is not None:
            self._say(f"{signed_minutes(minutes * _MINUTE)}: ", self._title(item))

    def end(self) -> None:
        """End what runs and start nothing; what nobody ended when the meeting was over ends when something was recorded last."""
        item, at = self._running(), ended_at(self._context)
        if item and done(self._context, agenda.end_item, item=item, at=at) is not None:
            self._say(_("Ended: "), self._title(item), ended_words(self._context, at))

    def skip(self, item: str) -> None:
        """Leave an item out."""
        if done(self._context, agenda.skip_item, item=item) is not None:
            self._say(_("Skipped: "), self._title(item))

    def reopen(self, item: str) -> None:
        """Take up again what was ended or skipped."""
        if done(self._context, agenda.reopen_item, item=item) is not None:
            self._say(_("Reopened: "), self._title(item))

    def start_passed(self) -> None:
        """Start the first item that was passed over; while something runs that this would end, ask first: the same key answers."""
        item, now = self._passed(), self._context.now()
        if not item:
            return
        running = self._context.live.at(now).standing(self._track()).running
        asked, self._asked = self._asked, None
        if running and not (asked and asked[:2] == (item, running) and now - asked[2] <= _ASKED_FOR):
            self._asked = (item, running, now)
            words = _(" runs and would end: {key} once more starts “{title}” in its place.")
            self._context.say(
                "amber", "", self._title(running), words.format(key=START_PASSED, title=self._title(item))
            )
            return
        self.start(item)

    def skip_passed(self) -> None:
        """Leave the first item out that was passed over."""
        if item := self._passed():
            self.skip(item)

    def _passed(self) -> str:
        passed = self._context.live.at(self._context.now()).standing(self._track()).passed
        if not passed:
            self._context.say("amber", _("Nothing changed: "), _("No item was passed over."))
        return passed[0] if passed else ""

    def _running(self) -> str:
        running = self._context.live.at(self._context.now()).standing(self._track()).running
        if not running:
            self._context.say("amber", _("Nothing changed: "), _("Nothing is running: start an item first."))
        return running

    def _early(self, item: str) -> str:
        """Say that something was begun before its time that had one."""
        line = self._context.live.line(item)
        if line is None or not timing.begins_early(line.item, self._context.now()):
            return ""
        return _(" · it was not to begin before {time}").format(time=clock(line.item.starts))

    def _ended(self, item: str) -> str:
        """Say what was ended on the way, after how long, and how it goes on again."""
        if not item:
            return ""
        words = _(" · “{title}” ended after {time}, U on its line reopens it")
        used = elapsed(self._context.live.actual(item), self._context.now())
        return words.format(title=self._title(item), time=elapsed_words(used))

    def _title(self, item: str) -> str:
        line = self._context.live.line(item)
        return line.item.title if line is not None else ""

    def _say(self, before: str, bold: str, after: str = "") -> None:
        self._context.say("notice", before, bold, after, undo=True)

"""What the clock records of items: one row for each act, in the order in which they were recorded."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property

from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.desk.command import Tx
from cmc_desk.desk.event_rows import event_columns
from cmc_desk.desk.meeting_days import refuse_other_day
from cmc_desk.desk.rundown import Rundown, rundown
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.actuals import corrected_times
from cmc_desk.rules.agenda import Act, Actual, TimedItem
from cmc_desk.rules.agenda_plan import ZERO
from cmc_desk.rules.folding import clean
from cmc_desk.rules.instants import between, clock_words
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.timing import actuals

LONGEST_REASON = 500
# These are points on the clock of a room; an amount, another record or what was not held is none.
ON_THE_CLOCK = frozenset({Act.START, Act.PAUSE, Act.RESUME, Act.END, Act.REOPEN})


@dataclass(frozen=True)
class Scene:
    """The agenda as a command of the clock finds it."""

    shown: Rundown

    @cached_property
    def actuals(self) -> dict[str, Actual]:
        """What happened so far, by item."""
        return actuals(self.shown.items, self.shown.events)

    def item(self, key: str) -> TimedItem:
        """Return an item; raises Refusal if it is not there (any more)."""
        line = self.shown.line(key)
        if line is None:
            raise Refusal(_("This item was removed by somebody else."), field="item")
        return line.item

    def moment(self, tx: Tx, *, track: str, at: datetime | None) -> datetime:
        """Return when what is recorded now happens in a track: now, or when it is told that it did.

        What is told does not come before what was recorded last; where the clock of the computer was set back it is what the clock shows
        all the same. Raises Refusal otherwise, or if it is told for later than now or is on no day of the meeting.
        """
        of_track = {item.key for item in self.shown.items if item.track == track}
        times = corrected_times(self.shown.events)
        recorded = (
            times[event.key]
            for event in reversed(self.shown.events)
            if event.item in of_track and event.act in ON_THE_CLOCK
        )
        last = next(recorded, None)
        refuse_other_day(tx, at or tx.now)
        if at is None:
            return tx.now
        if between(tx.now, at) > ZERO:
            raise Refusal(_("That time has not come yet."), field="at")
        if last is not None and between(last, at) < ZERO <= between(last, tx.now):
            raise Refusal(
                _("The last thing here was recorded at {time}: give a later time, or correct that first.").format(
                    time=clock_words(last, tx.now, self.shown.zone)
                ),
                field="at",
            )
        return at


def scene(session: Session) -> Scene:
    """Read the agenda with what was recorded of it."""
    return Scene(rundown(session))


def record(
    tx: Tx, item: str, act: Act, *, at: datetime, amount: timedelta = timedelta(), of: str = "", reason: str = ""
) -> str:
    """Write down in the open transaction what happened to an item, and return its identifier."""
    columns = event_columns(tx, schema.ItemEvent, at=at, amount=amount, of=of, reason=reason)
    row = schema.ItemEvent(item=item, act=act, **columns)
    tx.session.add(row)
    tx.session.flush()
    return row.id


def checked_reason(text: str, *, needed: bool = False) -> str:
    """Return a reason as it is kept; raises Refusal if it is too long, or missing where it is needed."""
    words = clean(text)
    if needed and not words:
        raise Refusal(_("Say why, such as: it began before anybody pressed the key."), field="reason")
    if len(words) > LONGEST_REASON:
        raise Refusal(
            _("The reason is longer than {number} characters: shorten it.").format(number=LONGEST_REASON),
            field="reason",
        )
    return words

"""What it means for the agenda when the clock of the computer jumps: it slept, or somebody set its time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.actuals import remaining
from cmc_desk.rules.agenda import Actual, ItemState, TimedItem
from cmc_desk.rules.agenda_plan import ZERO
from cmc_desk.rules.countdown import elapsed_words

_HALF_HOUR = timedelta(minutes=30)
_NEARLY = timedelta(seconds=5)
_SECOND = timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class ClockJump:
    """The clock shows `at` and has jumped `by` (negative: back) against what passed.

    Summer time is no jump: the clock goes on, only the time of day is told differently.
    """

    at: datetime
    by: timedelta

    @property
    def like_another_zone(self) -> bool:
        """Whether it jumped by whole half hours: somebody set it to the time of another zone, or to summer time, by hand."""
        return (
            abs(self.by) >= _HALF_HOUR - _NEARLY and abs(self.by - round(self.by / _HALF_HOUR) * _HALF_HOUR) <= _NEARLY
        )


@dataclass(frozen=True, slots=True)
class Touched:
    """An item that ran over the jump: what is left of it if the gap counts, and if it does not."""

    item: str
    counted: timedelta
    not_counted: timedelta


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What is recorded of an item (`Act.LEAVE_OUT`) if the gap does not count; negative after a clock that was set back."""

    item: str
    amount: timedelta


def touched(items: Sequence[TimedItem], actuals: Mapping[str, Actual], jump: ClockJump) -> tuple[Touched, ...]:
    """Return what the question about a jump is for; nothing if nothing ran: then there is nothing to ask.

    A pause takes the gap by itself. What ends at a fixed time has the same left in both cases.
    """
    return tuple(
        Touched(
            item.key,
            remaining(item, actual, jump.at),
            remaining(item, replace(actual, left_out=actual.left_out + jump.by), jump.at),
        )
        for item in items
        if (actual := actuals.get(item.key)) and actual.state is ItemState.RUNNING
    )


def not_counted(running: Sequence[Touched], jump: ClockJump) -> tuple[LeftOut, ...]:
    """Return what is recorded so that the clocks go on as if there had been no jump.

    If the gap counts nothing is recorded: every figure follows from what the clock shows now. A clock that was set back then gives what
    runs more time, one that slept takes it.
    """
    amount = round(jump.by / _SECOND) * _SECOND
    return tuple(LeftOut(each.item, amount) for each in running) if amount else ()


def jump_words(jump: ClockJump) -> str:
    """Return what happened, for a banner that stays until it is answered."""
    words = (
        _("The clock of this computer went ahead by {time} at once: it slept, or its time was set.")
        if jump.by > ZERO
        else _("The clock of this computer was set back by {time}.")
    ).format(time=elapsed_words(abs(jump.by)))
    if jump.like_another_zone:
        return words + " " + _("Perhaps it was set to another time zone or to summer time by hand: check it.")
    return words

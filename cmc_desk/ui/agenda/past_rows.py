"""What was recorded of items and speeches, the newest first, as rows of words."""

from dataclasses import dataclass
from datetime import date, datetime

from cmc_desk.desk.floor_facts import FloorFacts
from cmc_desk.i18n import N_
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.actuals import corrected_times
from cmc_desk.rules.agenda import Act
from cmc_desk.rules.floor import times_of
from cmc_desk.rules.floor_kinds import FloorAct
from cmc_desk.rules.instants import meeting_day
from cmc_desk.ui.agenda.words import clock, signed_minutes
from cmc_desk.ui.context import Facts
from cmc_desk.ui.live import Live

_ITEM_ACTS = {
    Act.START: N_("began"),
    Act.PAUSE: N_("was paused"),
    Act.RESUME: N_("went on"),
    Act.END: N_("ended"),
    Act.SKIP: N_("was skipped"),
    Act.REOPEN: N_("was reopened"),
    Act.ADD: N_("was given {minutes}"),
    Act.LEAVE_OUT: N_("{minutes} do not count"),
}
_FLOOR_ACTS = {
    FloorAct.CALL: N_("was called"),
    FloorAct.ABSENT: N_("was absent"),
    FloorAct.BACK: N_("came back"),
    FloorAct.START: N_("took the floor"),
    FloorAct.PAUSE: N_("was paused"),
    FloorAct.RESUME: N_("went on"),
    FloorAct.END: N_("ended"),
    FloorAct.WITHDRAW: N_("withdrew"),
    FloorAct.RESTORE: N_("is on the list again"),
    FloorAct.WRITTEN: N_("handed it in in writing"),
    FloorAct.ADD: N_("was given {minutes}"),
    FloorAct.LEAVE_OUT: N_("{minutes} do not count"),
}
_MOVABLE = frozenset({Act.START, Act.PAUSE, Act.RESUME, Act.END, Act.REOPEN})
_MOVABLE_SPEECH = frozenset({FloorAct.START, FloorAct.PAUSE, FloorAct.RESUME, FloorAct.END})


@dataclass(frozen=True, slots=True)
class PastRow:
    """Something that was recorded; `at` is when it really was, `recorded` the time of the key where that differs."""

    key: str
    of_floor: bool
    at: datetime
    time: str
    recorded: str
    what: str
    flag: str
    of: str
    by: str
    reason: str
    movable: bool


def past_rows(live: Live, facts: Facts, *, day: date) -> tuple[PastRow, ...]:
    """Return what was recorded on a day, the newest first; a night belongs to the day before it, and what is of no day to the next."""
    rows = [*_item_rows(live), *(row for floor in live.floors for row in _floor_rows(floor.facts, facts))]
    mine = [row for row in rows if _day_of(row.at, facts) == day]
    return tuple(sorted(mine, key=lambda row: row.at, reverse=True))


def _day_of(at: datetime, facts: Facts) -> date:
    days, found = facts.meeting.days, meeting_day(at, facts.meeting.tzinfo)
    return next((day for day in days if day >= found), days[-1])


def _item_rows(live: Live) -> list[PastRow]:
    rundown = live.rundown
    times = corrected_times(rundown.events)
    reasons = {event.of: event.reason for event in rundown.events if event.act is Act.CORRECT}
    rows = []
    for event in rundown.events:
        line = live.line(event.item)
        if event.act is Act.CORRECT or line is None:
            continue
        at = times[event.key]
        rows.append(
            PastRow(
                key=event.key,
                of_floor=False,
                at=at,
                time=f"{at.astimezone(rundown.zone):%H:%M:%S}",
                recorded="" if at == event.at else clock(event.at),
                what=_(_ITEM_ACTS[event.act]).format(minutes=signed_minutes(event.amount)),
                flag="",
                of=line.item.title,
                by=event.by,
                reason=reasons.get(event.key) or event.reason,
                movable=event.act in _MOVABLE,
            )
        )
    return rows


def _floor_rows(floor: FloorFacts, facts: Facts) -> list[PastRow]:
    times = times_of(floor.events)
    entries = {entry.key: entry for entry in floor.entries}
    reasons = {event.of: event.reason for event in floor.events if event.act is FloorAct.CORRECT}
    rows = []
    for event in floor.events:
        entry = entries.get(event.entry)
        if event.act is FloorAct.CORRECT or entry is None:
            continue
        at = times[event.key]
        rows.append(
            PastRow(
                key=event.key,
                of_floor=True,
                at=at,
                time=f"{facts.meeting.local(at):%H:%M:%S}",
                recorded="" if at == event.at else clock(facts.meeting.local(event.at)),
                what=_(_FLOOR_ACTS[event.act]).format(minutes=signed_minutes(event.amount)),
                flag=facts.flag(entry.delegation),
                of=facts.delegation_name(entry.delegation),
                by=event.by,
                reason=reasons.get(event.key) or event.reason,
                movable=event.act in _MOVABLE_SPEECH,
            )
        )
    return rows

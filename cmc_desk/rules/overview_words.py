"""The overview in words, the same on the screen and on the command line."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext, pgettext
from cmc_desk.rules.agenda import ItemState
from cmc_desk.rules.agenda_drift import Drift, DriftLine
from cmc_desk.rules.door_checks import Check, CheckKind, CheckState
from cmc_desk.rules.overview import Todo, TodoKind
from cmc_desk.rules.redline import Meter
from cmc_desk.rules.travel_funnel import Funnel, Stage

Clock = Callable[[datetime], str]
_MINUTE = timedelta(minutes=1)
_MEGA, _GIGA = 1_000_000, 1_000_000_000


def stage_words(stage: Stage, city: str) -> str:
    """Return what a stage of sponsored travel is called."""
    return {
        Stage.FUNDED: _("Funded seats"),
        Stage.NOMINATED: pgettext("stage", "Nominated"),
        Stage.TICKETED: _("Ticket issued"),
        Stage.ARRIVED: _("In {city}").format(city=city),
        Stage.CHECKED_IN: pgettext("stage", "Checked in"),
        Stage.PAID: _("DSA paid"),
    }[stage]


def stage_note(found: Funnel, stage: Stage, names: Callable[[str], str], clock: Clock) -> str:
    """Return what is to be said of a stage: who is short, who lands next, how many wait for their allowance; or nothing."""
    if stage is Stage.NOMINATED and found.short:
        missing = sum(number for _code, number in found.short)
        if len(found.short) == 1:
            return _("{name}: {number} short").format(name=names(found.short[0][0]), number=missing)
        return _("{number} short").format(number=missing)
    if stage is Stage.ARRIVED and (coming := found.coming) is not None:
        words = _("{name}: {number} at {time}")
        return words.format(name=names(coming.delegation), number=coming.number, time=clock(coming.at))
    if stage is Stage.PAID and found.to_pay:
        return ngettext("{number} ready to pay", "{number} ready to pay", found.to_pay).format(number=found.to_pay)
    return ""


def settle_words(found: Funnel) -> str:
    """Return how many boarding passes are still to come, or nothing."""
    if not found.to_settle:
        return ""
    words = ngettext(
        "Reports still to come: {number} boarding pass",
        "Reports still to come: {number} boarding passes",
        found.to_settle,
    )
    return words.format(number=found.to_settle)


def late_words(line: DriftLine) -> str:
    """Return how far a line is from its plan."""
    if line.state is ItemState.SKIPPED:
        return _("skipped")
    if not line.held:
        return _("not held")
    return span_words(line.late)


def span_words(late: timedelta) -> str:
    """Return a difference from the plan: `+4 min`, `−2 min`, `on plan`."""
    minutes = abs(late) // _MINUTE
    if not minutes:
        return _("on plan")
    return _("{sign}{number} min").format(sign="+" if late > timedelta() else "−", number=minutes)


def closing_words(drift: Drift, clock: Clock) -> str:
    """Return when the day closes, and how far that is from the plan; nothing for a day without an agenda."""
    if drift.projected_end is None:
        return ""
    return _("day closes {time}, {late}").format(time=clock(drift.projected_end), late=span_words(drift.behind))


def meter_words(meter: Meter) -> str:
    """Return how much of a draft is agreed, and how many pairs of brackets are left in it."""
    agreed = meter.agreed + meter.ad_referendum
    return ", ".join(
        (
            _("{number} of {whole} agreed").format(number=agreed, whole=meter.whole),
            ngettext("{number} bracket", "{number} brackets", meter.brackets).format(number=meter.brackets),
        )
    )


def todo_words(todo: Todo, clock: Clock) -> str:
    """Return in one line what is to be done."""
    number = todo.number
    words = {
        TodoKind.PASSED_OVER: ngettext(
            "{number} item was passed over: take it up or skip it",
            "{number} items were passed over: take them up or skip them",
            number,
        ),
        TodoKind.MISSING: ngettext("{number} delegation is missing", "{number} delegations are missing", number),
        TodoKind.ARRIVALS: ngettext(
            "{number} official lands today, at {time}", "{number} officials land today, the first at {time}", number
        ),
        TodoKind.TO_PAY: ngettext("{number} allowance to pay out", "{number} allowances to pay out", number),
        TodoKind.CREDENTIALS: ngettext(
            "{number} letter of credentials to verify", "{number} letters of credentials to verify", number
        ),
        TodoKind.DESK_NOTES: ngettext(
            "{number} note of the desk to see to", "{number} notes of the desk to see to", number
        ),
        TodoKind.SUMMARIES: ngettext(
            "{number} summary to read out, at {time}", "{number} summaries to read out, the first at {time}", number
        ),
        TodoKind.PROPOSALS: ngettext("{number} proposal is pending", "{number} proposals are pending", number),
        TodoKind.RECOMMENDATIONS: ngettext(
            "{number} recommendation to approve", "{number} recommendations to approve", number
        ),
        TodoKind.TASKS: ngettext("{number} action is due", "{number} actions are due", number),
        TodoKind.SHORT: ngettext("{number} financed seat has nobody", "{number} financed seats have nobody", number),
    }[todo.kind]
    return words.format(number=number, time=clock(todo.at) if todo.at is not None else "")


def check_title(kind: CheckKind) -> str:
    """Return what is looked at."""
    return {
        CheckKind.DISK: pgettext("check", "Disk"),
        CheckKind.PLACE: _("Meeting folder"),
        CheckKind.COPY: _("Last copy"),
        CheckKind.ELSEWHERE: _("Copy on another disk"),
        CheckKind.PRINTER: pgettext("check", "Printer"),
        CheckKind.BADGE_PRINTER: _("Badge printer"),
        CheckKind.SCANNER: pgettext("check", "Scanner"),
        CheckKind.CLOCK: pgettext("check", "Clock"),
    }[kind]


def check_words(check: Check, clock: Clock, ago: Callable[[timedelta], str]) -> str:
    """Return how something stands that is looked at before the doors open."""
    if check.kind is CheckKind.DISK:
        return _("free space unknown") if check.free is None else _("{size} free").format(size=size_words(check.free))
    if check.kind is CheckKind.PLACE:
        return _place_words(check)
    if check.kind is CheckKind.COPY:
        return _("none yet") if check.age is None else ago(check.age)
    if check.kind is CheckKind.ELSEWHERE:
        return _elsewhere_words(check, ago)
    if check.looked is None:
        return {
            CheckKind.SCANNER: _("not tried today"),
            CheckKind.CLOCK: _("not compared today"),
        }.get(check.kind, _("no test page today"))
    if check.good:
        return _("good at {time}").format(time=clock(check.looked.at))
    return check.looked.words


def good_words(checks: Sequence[Check]) -> str:
    """Return how many of the checks are good."""
    return _("{number} of {whole} good").format(number=sum(check.good for check in checks), whole=len(checks))


def size_words(size: int) -> str:
    """Return a number of bytes as people read it."""
    if size >= _GIGA:
        return _("{number} GB").format(number=size // _GIGA)
    return _("{number} MB").format(number=size // _MEGA)


def _place_words(check: Check) -> str:
    if check.state is CheckState.BLOCKS:
        return _("on the network ({name}): move it").format(name=check.place)
    if check.place:
        return _("in {name}: move it").format(name=check.place)
    return _("on this computer alone")


def _elsewhere_words(check: Check, ago: Callable[[timedelta], str]) -> str:
    if not check.place:
        return _("none yet")
    if check.age is None:
        return _("no copy there")
    return _("last {ago}").format(ago=ago(check.age))

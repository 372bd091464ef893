"""A sheet that came back filled in is scanned: which one it is, and where what stands on it is entered."""

import re
from dataclasses import dataclass
from datetime import date, datetime

from cmc_desk.i18n import N_
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.sessions import Session
from cmc_desk.rules.sheet_code import SheetCode, SheetPaper
from cmc_desk.ui.context import Facts
from cmc_desk.ui.days import day_words

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_TITLES = {
    SheetPaper.SIGNATURES: N_("Signature sheet"),
    SheetPaper.TICK_LIST: N_("Tick list"),
    SheetPaper.BLANK_BADGES: N_("Register of blank badges"),
}
_NEXT = {
    SheetPaper.SIGNATURES: N_("Mark whoever signed."),
    SheetPaper.TICK_LIST: N_("Mark whoever was ticked by hand."),
    SheetPaper.BLANK_BADGES: N_("Enter each person as a walk-in, the number of the blank badge as a note."),
}


@dataclass(frozen=True, slots=True)
class SheetPlace:
    """Where a sheet is entered: the session, and the delegation its page begins with, or the only one there is on it."""

    session: str
    delegation: str = ""
    alone: bool = False


def place_of(facts: Facts, sheet: SheetCode, now: datetime) -> SheetPlace:
    """Return where a sheet is entered; raises Refusal if its session is not there or takes no attendance."""
    found = _DAY.match(sheet.key)
    if sheet.paper is not SheetPaper.SIGNATURES or found or not sheet.key:
        session = _registration(facts, found[0] if found else "", now)
    else:
        session = next((one for one in facts.sessions if one.key == sheet.key), None)
    if session is None:
        raise Refusal(_why_not(facts, sheet))
    known = sheet.delegation in facts.delegations
    return SheetPlace(session.key, sheet.delegation if known else "", alone=known and sheet.alone)


def sheet_words(facts: Facts, sheet: SheetCode) -> tuple[str, str, str]:
    """Return which sheet it is and what is done with it: what stands before, in bold, and after."""
    parts = [_("page {number}").format(number=sheet.page)]
    if sheet.delegation in facts.delegations:
        name = facts.delegation_name(sheet.delegation)
        parts.append(name if sheet.alone else _("from {delegation} on").format(delegation=name))
    if sheet.made is not None:
        parts.append(_("made {when}").format(when=f"{day_words(sheet.made.date(), 'ddd d MMM')} {sheet.made:%H:%M}"))
    after = f", {', '.join(parts)}. {_(_NEXT[sheet.paper])}"
    return _("{field}: ").format(field=_(_TITLES[sheet.paper])), _about(facts, sheet), after


def _registration(facts: Facts, day: str, now: datetime) -> Session | None:
    """Return the registration of a day (ISO), or of the day that the desk works on."""
    if not day and (slot := facts.registration_now(now)) is not None:
        return slot
    of_day = [one for one in facts.sessions if not day or one.day.isoformat() == day]
    return next((one for one in of_day if one.is_registration), of_day[0] if of_day else None)


def _about(facts: Facts, sheet: SheetCode) -> str:
    """Return the session, day or tray that a sheet is for."""
    item = next((one for one in facts.agenda if one.id == sheet.key), None)
    if item is not None:
        return f"{item.title}, {day_words(item.day, 'ddd d MMM')} {facts.clock(item.starts)}"
    found = _DAY.match(sheet.key)
    day = day_words(date.fromisoformat(found[0]), "ddd d MMM") if found else ""
    tray = (sheet.key[found.end() + 1 :] if found else sheet.key).upper().replace("-", "–")
    return ", ".join(part for part in (tray, day) if part) or _("the whole meeting")


def _why_not(facts: Facts, sheet: SheetCode) -> str:
    title = _(_TITLES[sheet.paper])
    item = next((one for one in facts.agenda if one.id == sheet.key), None)
    if item is not None:
        return _("{sheet}: no attendance is taken at “{title}”. Setup, Days and sessions, lets it be taken.").format(
            sheet=title, title=item.title
        )
    return _(
        "{sheet} “{key}”: the agenda of this meeting has no such session or day. Is it of another meeting?"
    ).format(sheet=title, key=sheet.key)

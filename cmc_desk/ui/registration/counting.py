"""What a check-in counts for: the registration of the day, whatever runs by the clock, or one session."""

from collections.abc import Sequence
from datetime import datetime

from cmc_desk.desk.attendance import REGISTRATION, RUNNING, Answer
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.sessions import Session, sessions_for_scan, stray_day
from cmc_desk.ui.context import Facts
from cmc_desk.ui.registration.words import day_words


def targets(facts: Facts, choice: str, now: datetime) -> tuple[Session, ...]:
    """Return the sessions at which a check-in with this `choice` (the `session` of a command) would be recorded now."""
    if choice not in (REGISTRATION, RUNNING):
        return tuple(session for session in facts.sessions if session.key == choice)
    found = sessions_for_scan(
        facts.sessions, now=now, grace_minutes=facts.meeting.grace_minutes, zone=facts.meeting.tzinfo
    )
    return found[:1] if choice == REGISTRATION else found


def shown(facts: Facts, choice: str, now: datetime) -> tuple[str, ...]:
    """Return the key of the session whose presence the desk shows: the last of those a check-in counts for."""
    return tuple(session.key for session in targets(facts, choice, now)[-1:])


def stray(facts: Facts, choice: str, now: datetime) -> str:
    """Return the day that a check-in counts for if today is none of the meeting; nothing if it is, or if a session is chosen."""
    if choice not in (REGISTRATION, RUNNING):
        return ""
    meeting = facts.meeting
    day = stray_day(facts.sessions, days=meeting.days, now=now, zone=meeting.tzinfo)
    return day_words(day) if day else ""


def beside_words(facts: Facts, answer: Answer) -> str:
    """Return what runs in other rooms while a check-in counted for what was taken to be meant; nothing if nothing does."""
    titles = {session.key: session.title for session in facts.sessions}
    return ", ".join(titles.get(key, key) for key in answer.beside)


def choices(facts: Facts, now: datetime) -> Sequence[tuple[str, str]]:
    """Return what can be chosen, with its words; the registration of the day comes first."""
    slot = facts.registration_now(now)
    day = day_words(slot.day) if slot else _("no session")
    offered = [
        (REGISTRATION, _("Registration, {day}").format(day=day)),
        (RUNNING, _("Whatever runs, by the clock")),
    ]
    for session in facts.sessions:
        words = _("{day} {time} {title}").format(
            day=day_words(session.day), time=facts.clock(session.starts), title=session.title
        )
        offered.append((session.key, words))
    return tuple(offered)

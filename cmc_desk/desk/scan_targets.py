"""What a check-in counts for: one session by its key, the registration slot of the day, or whatever runs by the clock."""

from collections.abc import Sequence

from cmc_desk.desk.command import Tx
from cmc_desk.desk.meeting import attendance_sessions, meeting
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.sessions import Session, sessions_beside, sessions_for_scan

REGISTRATION = ""
RUNNING = "running"


def targets(tx: Tx, session: str) -> Sequence[Session]:
    """Return the sessions that a check-in counts for; raises Refusal if there is none."""
    sessions = tx.remembered.ask(tx.session, attendance_sessions)
    if session not in (REGISTRATION, RUNNING):
        named = [candidate for candidate in sessions if candidate.key == session]
        if not named:
            raise Refusal(
                _("No attendance is taken for “{session}”: choose one of the sessions.").format(session=session),
                field="session",
            )
        return named
    facts = tx.remembered.ask(tx.session, meeting)
    found = sessions_for_scan(sessions, now=tx.at, grace_minutes=facts.grace_minutes, zone=facts.tzinfo)
    if not found:
        raise Refusal(_("No session of this meeting takes attendance: mark one in Setup."), field="session")
    return found[:1] if session == REGISTRATION else found


def beside(tx: Tx, session: str, chosen: Sequence[Session]) -> tuple[str, ...]:
    """Return the keys of the sessions in other rooms that run beside the one that was chosen for whoever only said “what runs”."""
    if session != RUNNING:
        return ()
    sessions, facts = tx.remembered.ask(tx.session, attendance_sessions), tx.remembered.ask(tx.session, meeting)
    found = sessions_beside(sessions, chosen, now=tx.at, grace_minutes=facts.grace_minutes)
    return tuple(one.key for one in found)

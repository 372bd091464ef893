"""What certificates read: who was recorded where, day by day or at one instant."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.desk.counters import COUNTED_KINDS
from cmc_desk.desk.host import host_in
from cmc_desk.desk.meeting import Delegation, Meeting, as_delegation, attendance_sessions, meeting
from cmc_desk.desk.roster import roster
from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext
from cmc_desk.reports.certificates import Certificate, Certificates
from cmc_desk.reports.quorum import Quorum
from cmc_desk.rules.attendance import Movement
from cmc_desk.rules.certificates import Attended, attended, earned, serial, taken
from cmc_desk.rules.delegations import spoken_name
from cmc_desk.rules.meeting import DelegationKind
from cmc_desk.rules.official_order import delegation_rank
from cmc_desk.rules.papers import Ask
from cmc_desk.rules.people import EXPECTED
from cmc_desk.rules.quorum import Standing, in_the_room, represents, sessions_at, tally
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.sessions import Session as AttendanceSession

# What was recorded of a person, by the key of the session.
_Moved = dict[str, list[Movement]]
_ORGANISATIONS = (DelegationKind.UN, DelegationKind.OTHER)


def gather_certificates(session: Session, ask: Ask) -> Certificates:
    """Return the certificates of those who came to as many sessions and days as are asked for.

    Raises Refusal if the meeting has not so many: then nobody could ever earn one.
    """
    facts, sessions = meeting(session), attendance_sessions(session)
    _check_reachable(ask, taken({one.key for one in sessions}, sessions))
    moved = _moved(session, (one.key for one in sessions))
    certificates = []
    for group in roster(session, language=ask.language, only=ask.only, came_only=True):
        for member in group.members:
            came = attended(moved.get(member.id, {}), sessions)
            if earned(came, sessions_needed=ask.sessions_needed, days_needed=ask.days_needed):
                certificates.append(
                    Certificate(
                        serial=serial(facts.id, member.id),
                        salutation=member.salutation,
                        name=member.full_name,
                        functional_title=member.functional_title,
                        delegation=spoken_name(group.name),
                        came=came,
                    )
                )
    return Certificates(
        venue=facts.venue,
        city=facts.city,
        days=facts.days,
        signatories=_signatories(session, facts, ask.language),
        sessions_needed=ask.sessions_needed,
        days_needed=ask.days_needed,
        taken=taken({key for of_person in moved.values() for key in of_person}, sessions),
        certificates=tuple(certificates),
    )


def gather_quorum(session: Session, ask: Ask) -> Quorum:
    """Return which delegations were in the room at `ask.at`; a query has no clock, so whoever asks for now says what now is."""
    if ask.at is None:
        raise ValueError("a quorum is of an instant")
    facts = meeting(session)
    at = facts.local(ask.at)
    sessions = sessions_at(attendance_sessions(session), at, zone=facts.tzinfo)
    standings = _standings(session, at, sessions, ask.language)
    return Quorum(
        at=at,
        place=facts.city,
        zone=facts.zone,
        sessions=tuple(one.title for one in sessions),
        delegations=tuple(one for one in standings if one.kind in COUNTED_KINDS),
        organisations=tuple(one for one in standings if one.kind in _ORGANISATIONS and one.present),
        states=tally(standings, (DelegationKind.STATE,)),
        everybody=tally(standings, COUNTED_KINDS),
    )


def _check_reachable(ask: Ask, most: Attended) -> None:
    if ask.sessions_needed > most.sessions:
        words = _(
            "Nobody can have been present at {needed} sessions: attendance is taken at none. Ask for days instead."
        )
        if most.sessions:
            words = ngettext(
                "Nobody can have been present at {needed} sessions: attendance is taken at {number} only. Ask for that one.",
                "Nobody can have been present at {needed} sessions: attendance is taken at {number}. Ask for {number} or fewer.",
                most.sessions,
            )
        raise Refusal(words.format(needed=ask.sessions_needed, number=most.sessions), field="sessions_needed")
    if ask.days_needed > max(most.days, 1):
        words = ngettext(
            "Nobody can have been present on {needed} days: attendance is taken on {number} only. Ask for that one.",
            "Nobody can have been present on {needed} days: attendance is taken on {number}. Ask for {number} or fewer.",
            max(most.days, 1),
        )
        raise Refusal(words.format(needed=ask.days_needed, number=max(most.days, 1)), field="days_needed")


def _standings(
    session: Session, at: datetime, sessions: Sequence[AttendanceSession], language: str
) -> tuple[Standing, ...]:
    """Return every delegation of the meeting in official order with how many of its representatives are in the room."""
    registrations = [one.key for one in sessions if one.is_registration]
    sittings = [one.key for one in sessions if not one.is_registration]
    moved = _moved(session, (one.key for one in sessions))
    excused = set(session.scalars(select(schema.Excuse.participant).where(schema.Excuse.session.in_(sittings))))
    kinds = {row.id: row.kind for row in session.scalars(select(schema.Delegation))}
    present, expected = dict.fromkeys(kinds, 0), dict.fromkeys(kinds, 0)
    person = schema.Participant
    for participant, delegation, capacity, status in session.execute(
        select(person.id, person.delegation, person.capacity, person.status)
    ):
        if not represents(capacity, kinds[delegation]):
            continue
        of_person = moved.get(participant, {})
        there = in_the_room(
            at,
            registered=[one for key in registrations for one in of_person.get(key, ())],
            of_sessions=[one for key in sittings for one in of_person.get(key, ())],
            excused=participant in excused,
        )
        present[delegation] += there
        expected[delegation] += there or status in EXPECTED
    standings = [
        Standing(as_delegation(row, language).name, row.kind, present[row.id], expected[row.id])
        for row in session.scalars(select(schema.Delegation))
    ]
    return tuple(sorted(standings, key=lambda one: delegation_rank(one.kind, one.name)))


def _moved(session: Session, keys: Iterable[str]) -> dict[str, _Moved]:
    """Return what was recorded at these sessions by person and session; what was voided is marked as such."""
    event = schema.PresenceEvent
    query = (
        select(event.participant, event.session, event.kind, event.at, event.voided_at)
        .where(event.session.in_(tuple(keys)))
        .order_by(event.at, event.id)
    )
    found: dict[str, _Moved] = {}
    for participant, key, kind, at, voided_at in session.execute(query):
        movement = Movement(kind, at, voided=voided_at is not None)
        found.setdefault(participant, {}).setdefault(key, []).append(movement)
    return found


def _signatories(session: Session, facts: Meeting, language: str) -> tuple[str, ...]:
    """Return the host and the organisers in `language`, these by their full names and letters where they are delegations too."""
    named = {
        row.id: _with_letters(as_delegation(row, language))
        for row in session.scalars(select(schema.Delegation).where(schema.Delegation.id.in_(facts.sponsors)))
    }
    signing = (host_in(session, language), *(named.get(sponsor, sponsor) for sponsor in facts.sponsors))
    return tuple(dict.fromkeys(filter(None, signing)))


def _with_letters(organisation: Delegation) -> str:
    """Return the full name of an organisation with the letters that it is known by, as `Organización … (OIM)`."""
    letters = organisation.short_name
    return (
        f"{organisation.name} ({letters})" if letters.isupper() and letters != organisation.name else organisation.name
    )

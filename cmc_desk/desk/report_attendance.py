"""Who took part, delegation by delegation: the one count from which the report has its sentence, its tables and its list."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.desk.articles import articles
from cmc_desk.desk.meeting import as_delegation, attendance_sessions, meeting
from cmc_desk.desk.people import arrivals, sessions_of_day
from cmc_desk.desk.roster import roster
from cmc_desk.desk.travel_settings import is_local
from cmc_desk.reports.outcome_facts import Attended
from cmc_desk.rules.meeting import DelegationKind
from cmc_desk.rules.spoken_names import in_sentence

_ORGANISATIONS = (DelegationKind.UN, DelegationKind.OTHER)


@dataclass(frozen=True, slots=True)
class Attendance:
    """Whether attendance was taken, the delegations in official order, and the `people` that are counted in them."""

    taken: bool
    delegations: tuple[Attended, ...]
    people: frozenset[str]


def attended(session: Session, *, language: str) -> Attendance:
    """Return who is registered and who came, delegation by delegation.

    Where nobody's arrival was recorded everybody who was registered counts as having come, as in the final list of participants.
    """
    days = meeting(session).days
    came_on = [frozenset(arrivals(session, sessions_of_day(session, day=day))) for day in days]
    came = frozenset(arrivals(session, tuple(one.key for one in attendance_sessions(session))))
    financed = _financed(session)
    short = {row.id: as_delegation(row, language).short_name for row in session.scalars(select(schema.Delegation))}
    found, everybody = [], set()
    for group in roster(session, language=language):
        people = {member.id for member in group.members}
        there = people & came if came else people
        everybody |= people
        found.append(
            Attended(
                code=group.code,
                name=group.name,
                spoken=_spoken(group.name, short.get(group.code, ""), group.kind, language),
                kind=group.kind,
                registered=len(people),
                days=tuple(len(people & there) for there in came_on),
                came=len(there),
                financed=len(there & financed),
            )
        )
    return Attendance(bool(came), tuple(found), frozenset(everybody))


def _financed(session: Session) -> frozenset[str]:
    """Return the holders of financed seats, as the seats and the overview count them: those of the host are nobody's to finance."""
    host, held, seat, delegation = meeting(session).host_delegation, schema.Sponsorship, schema.Seat, schema.Delegation
    found = session.execute(
        select(held.participant, seat.delegation, delegation.eligibility)
        .join(seat, seat.id == held.seat)
        .join(delegation, delegation.id == seat.delegation)
        .where(held.holds_seat == 1)
    )
    return frozenset(person for person, code, eligibility in found if not is_local(code, eligibility, host=host))


def _spoken(name: str, short: str, kind: DelegationKind, language: str) -> str:
    """Return what a sentence calls a delegation; an organisation with its acronym, by which the report calls it from then on."""
    said = in_sentence(name, language, articles())
    return f"{said} ({short})" if kind in _ORGANISATIONS and short and short != name else said

"""The people of the meeting in official order, and the agenda, as papers need them."""

from collections.abc import Collection, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.desk.meeting import as_delegation, attendance_sessions, meeting
from cmc_desk.desk.people import arrivals
from cmc_desk.rules.official_order import delegation_rank, member_rank
from cmc_desk.rules.people import EXPECTED
from cmc_desk.rules.roster import AgendaLine, Group, Member


def roster(
    session: Session,
    *,
    language: str,
    second: str = "",
    only: str = "",
    sessions: Collection[str] = (),
    came_only: bool = False,
) -> tuple[Group, ...]:
    """Return the delegations that have people, in official order, with everybody who is expected or came.

    Presence is that at any of `sessions`, or at any session of the meeting if there are none; with `came_only` the others
    are left out. `only` is the code of one delegation.
    """
    keys = tuple(sessions) or tuple(one.key for one in attendance_sessions(session))
    came = arrivals(session, keys)
    by_delegation: dict[str, list[tuple[tuple[bool, str], Member]]] = {}
    for row, code in _people(session, only):
        arrival = came.get(row.id)
        if row.status not in EXPECTED and arrival is None:
            continue
        if came_only and arrival is None:
            continue
        member = Member(
            id=row.id,
            salutation=row.salutation,
            given_name=row.given_name,
            family_name=row.family_name,
            badge_name=row.badge_name,
            functional_title=row.functional_title,
            institution=row.institution,
            capacity=row.capacity,
            consent=row.consent,
            language=row.language,
            code=code,
            present=arrival is not None,
            first_at=arrival.at if arrival else None,
        )
        by_delegation.setdefault(row.delegation, []).append((member_rank(row.capacity, row.sort_key), member))
    groups = [
        _group(row, members, language, second)
        for row in session.scalars(select(schema.Delegation))
        if (members := by_delegation.get(row.id))
    ]
    return tuple(sorted(groups, key=lambda group: delegation_rank(group.kind, group.name)))


def agenda_lines(session: Session, *, day: str = "") -> tuple[AgendaLine, ...]:
    """Return the agenda on the clocks of the meeting, or of one day (ISO text) of it."""
    facts = meeting(session)
    rows = session.scalars(select(schema.Item).order_by(schema.Item.starts, schema.Item.ends, schema.Item.id))
    return tuple(
        AgendaLine(
            key=row.id,
            starts=facts.local(row.starts),
            ends=facts.local(row.ends),
            title=row.title,
            kind=row.kind.value,
            speakers=tuple(str(one["name"]) for one in row.speakers if one.get("name")),
        )
        for row in rows
        if not day or row.day.isoformat() == day
    )


def _people(session: Session, only: str) -> Sequence[tuple[schema.Participant, str]]:
    query = (
        select(schema.Participant, schema.Badge.code)
        .join(schema.Badge, schema.Badge.participant == schema.Participant.id)
        .where(schema.Badge.revoked_at.is_(None))
    )
    if only:
        query = query.where(schema.Participant.delegation == only)
    return [(row[0], row[1]) for row in session.execute(query)]


def _group(row: schema.Delegation, members: list[tuple[tuple[bool, str], Member]], language: str, second: str) -> Group:
    shown = as_delegation(row, language)
    other = as_delegation(row, second).name if second else ""
    return Group(
        code=row.id,
        name=shown.name,
        second="" if other == shown.name else other,
        kind=row.kind,
        flag=row.flag.lower(),
        seats=row.quota,
        members=tuple(member for _rank, member in sorted(members, key=lambda pair: pair[0])),
    )

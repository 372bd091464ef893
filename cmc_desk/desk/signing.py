"""Who is asked to sign at a session or on a day, and who is ticked at the desk."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.desk.meeting import AgendaItem, Meeting, agenda, as_delegation, meeting
from cmc_desk.desk.people import sessions_of_day
from cmc_desk.desk.roster import roster
from cmc_desk.reports.signature_sheet import SignatureSheet, SignatureSheets, Signer, SignerGroup
from cmc_desk.reports.tick_list import TickList, TickPart, TickRow
from cmc_desk.rules.badge_order import TRAYS, tray_of
from cmc_desk.rules.folding import name_key
from cmc_desk.rules.papers import Ask
from cmc_desk.rules.people import Credentials
from cmc_desk.rules.roster import Group, Member


def gather_signatures(session: Session, ask: Ask) -> SignatureSheets:
    """Return the sheet of the session or of the day that was asked for, or of each day of the meeting."""
    facts = meeting(session)
    groups = signers(session, ask)
    if ask.session:
        return SignatureSheets(sheets_of(facts, (one for one in agenda(session) if one.id == ask.session), groups))
    days = [date.fromisoformat(ask.day)] if ask.day else list(facts.days)
    if not days:
        return SignatureSheets((SignatureSheet("", "", None, None, None, groups),))
    return SignatureSheets(tuple(SignatureSheet(day.isoformat(), "", day, None, None, groups) for day in days))


def signers(session: Session, ask: Ask) -> tuple[SignerGroup, ...]:
    """Return who signs, delegation by delegation in official order, the head first."""
    return tuple(
        SignerGroup(
            group.name,
            tuple(
                Signer(member.full_name, member.functional_title, member.institution, member.capacity)
                for member in group.members
            ),
            group.code,
        )
        for group in roster(session, language=ask.language, only=ask.only)
    )


def sheets_of(
    facts: Meeting, items: Iterable[AgendaItem], groups: tuple[SignerGroup, ...]
) -> tuple[SignatureSheet, ...]:
    """Return a sheet for each of some lines of the agenda."""
    return tuple(
        SignatureSheet(item.id, item.title, item.day, facts.local(item.starts), facts.local(item.ends), groups)
        for item in items
    )


def gather_tick_list(session: Session, ask: Ask) -> TickList:
    """Return everybody by tray and family name; with a day, the arrivals of that day."""
    facts = meeting(session)
    day = date.fromisoformat(ask.day) if ask.day else None
    keys = sessions_of_day(session, day=day) if day else ()
    names = {row.id: as_delegation(row, ask.language).short_name for row in session.scalars(select(schema.Delegation))}
    to_verify, noted = _to_verify(session), _noted(session)
    people = [
        (group, member)
        for group in roster(session, language=ask.language, only=ask.only, sessions=keys)
        for member in group.members
    ]
    people.sort(key=lambda one: (_key(one[1]), one[1].id))

    def row(group: Group, member: Member) -> TickRow:
        # Without sessions on the day there is nothing that anybody came to.
        came_at = member.first_at if keys else None
        return TickRow(
            given_name=member.given_name,
            family_name=member.family_name,
            delegation=names[group.code],
            code=member.code,
            to_verify=member.id in to_verify,
            noted=member.id in noted,
            came_at=facts.local(came_at) if came_at else None,
        )

    return TickList(
        day,
        tuple(
            TickPart(
                tray.title,
                tuple(row(group, member) for group, member in people if tray_of(_key(member)) == number),
            )
            for number, tray in enumerate(TRAYS)
        ),
    )


def _key(member: Member) -> str:
    return name_key(member.given_name, member.family_name)


def _to_verify(session: Session) -> set[str]:
    person = schema.Participant
    return set(session.scalars(select(person.id).where(person.credentials == Credentials.TO_VERIFY)))


def _noted(session: Session) -> set[str]:
    note = schema.DeskNote
    return set(session.scalars(select(note.participant).where(note.done_at.is_(None))))

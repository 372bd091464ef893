"""What the desk knows of each delegation: members, badges, arrivals, and what is missing, for its sheet and its envelope."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.desk.meeting import Meeting, as_delegation, attendance_sessions, meeting
from cmc_desk.desk.people import Arrival, arrivals
from cmc_desk.desk.roster import roster
from cmc_desk.reports.delegation_sheets import BadgeStage, DelegationSheet, DelegationSheets, SheetMember
from cmc_desk.rules.attendance import Presence
from cmc_desk.rules.gaps import MemberFacts, gaps_of
from cmc_desk.rules.meeting import Eligibility
from cmc_desk.rules.papers import Ask
from cmc_desk.rules.people import Capacity, Consent, Credentials
from cmc_desk.rules.roster import Group, Member


def gather_delegation_sheets(session: Session, ask: Ask) -> DelegationSheets:
    """Return a sheet for each delegation that has people, or for the one that was asked for even if it has none."""
    known = _Known.read(session)
    kinds = {row.id: row.eligibility for row in session.scalars(select(schema.Delegation))}
    return DelegationSheets(tuple(known.sheet(group, kinds[group.code]) for group in groups_asked_for(session, ask)))


def groups_asked_for(session: Session, ask: Ask) -> tuple[Group, ...]:
    """Return the delegations that have people in official order; the one that was asked for is there even without any."""
    groups = roster(session, language=ask.language, second=ask.second, only=ask.only)
    row = session.get(schema.Delegation, ask.only) if ask.only and not groups else None
    if row is None:
        return groups
    name = as_delegation(row, ask.language).name
    other = as_delegation(row, ask.second).name if ask.second else ""
    second = "" if other == name else other
    return (Group(row.id, name, second, row.kind, row.flag.lower(), row.quota, ()),)


@dataclass(frozen=True, slots=True)
class _Badge:
    printed_at: datetime | None
    queued_at: datetime | None
    given: int


@dataclass(frozen=True, slots=True)
class _Known:
    """What was read of everybody at once."""

    facts: Meeting
    came: dict[str, Arrival]
    badges: dict[str, _Badge]
    photos: frozenset[str]
    excused: frozenset[str]
    noted: frozenset[str]
    to_verify: frozenset[str]

    @classmethod
    def read(cls, session: Session) -> "_Known":
        """Read what the sheets say besides the list of people."""
        note, person = schema.DeskNote, schema.Participant
        return cls(
            facts=meeting(session),
            came=arrivals(session, tuple(one.key for one in attendance_sessions(session))),
            badges=_badges(session),
            photos=frozenset(session.scalars(select(schema.Photo.id))),
            excused=frozenset(session.scalars(select(schema.Excuse.participant))),
            noted=frozenset(session.scalars(select(note.participant).where(note.done_at.is_(None)))),
            to_verify=frozenset(session.scalars(select(person.id).where(person.credentials == Credentials.TO_VERIFY))),
        )

    def sheet(self, group: Group, eligibility: Eligibility) -> DelegationSheet:
        """Return the sheet of one delegation."""
        first = min((self.came[one.id].at for one in group.members if one.id in self.came), default=None)
        return DelegationSheet(
            name=group.name,
            second=group.second,
            flag=group.flag,
            kind=group.kind,
            eligibility=eligibility,
            seats=group.seats,
            members=tuple(self._member(one) for one in group.members),
            gaps=gaps_of(
                [self._facts_of(one) for one in group.members],
                kind=group.kind,
                seats=group.seats,
                begun=bool(self.came),
                photos=bool(self.photos),
            ),
            first_at=self.facts.local(first) if first else None,
        )

    def _member(self, member: Member) -> SheetMember:
        badge = self.badges[member.id]
        stage = BadgeStage.WAITING if badge.queued_at else BadgeStage.NONE
        presence, at = self._presence(member)
        return SheetMember(
            name=" ".join(part for part in (member.salutation, member.full_name) if part),
            functional_title=member.functional_title,
            institution=member.institution,
            capacity=member.capacity,
            badge=BadgeStage.PRINTED if badge.printed_at else stage,
            badge_at=self.facts.local(badge.printed_at) if badge.printed_at else None,
            replaces=badge.given - 1,
            presence=presence,
            at=self.facts.local(at) if at else None,
        )

    def _presence(self, member: Member) -> tuple[Presence, datetime | None]:
        arrival = self.came.get(member.id)
        if arrival:
            return (Presence.LEFT, arrival.left_at) if arrival.left_at else (Presence.PRESENT, arrival.at)
        if member.id in self.excused:
            return Presence.EXCUSED, None
        return (Presence.ABSENT if self.came else Presence.NOT_TAKEN), None

    def _facts_of(self, member: Member) -> MemberFacts:
        return MemberFacts(
            name=member.full_name,
            head=member.capacity is Capacity.HEAD,
            verified=member.id not in self.to_verify,
            came=member.id in self.came,
            excused=member.id in self.excused,
            badge_printed=self.badges[member.id].printed_at is not None,
            photo=member.id in self.photos,
            titled=bool(member.functional_title and member.institution),
            consent_known=member.consent is not Consent.UNKNOWN,
            noted=member.id in self.noted,
        )


def _badges(session: Session) -> dict[str, _Badge]:
    badge = schema.Badge
    given = {
        row[0]: int(row[1])
        for row in session.execute(select(badge.participant, func.count(badge.id)).group_by(badge.participant))
    }
    valid = session.execute(
        select(badge.participant, badge.printed_at, badge.queued_at).where(badge.revoked_at.is_(None))
    )
    return {row[0]: _Badge(row[1], row[2], given[row[0]]) for row in valid}

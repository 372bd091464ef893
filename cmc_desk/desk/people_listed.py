"""What the list of participants reads: who takes part, and who of them agreed to be listed."""

from sqlalchemy.orm import Session

from cmc_desk.desk.roster import roster
from cmc_desk.reports.participants import ListedDelegation, ListedPerson, ParticipantList
from cmc_desk.rules.papers import Ask
from cmc_desk.rules.people import Capacity, Consent
from cmc_desk.rules.roster import Group, Member


def gather_participants(session: Session, ask: Ask) -> ParticipantList:
    """Return the list of participants: final, of those who came; provisional, of those who are expected too."""
    groups = roster(session, language=ask.language, second=ask.second, came_only=ask.final)
    by_attendance = ask.final and bool(groups)
    if ask.final and not groups:
        # Attendance was not taken: then a final list has those who are expected, as it does at a meeting without a desk.
        groups = roster(session, language=ask.language, second=ask.second)
    return ParticipantList(
        language=ask.language,
        second=ask.second,
        final=ask.final,
        by_attendance=by_attendance,
        delegations=tuple(_listed(group) for group in groups),
        not_listed=sum(member.consent is not Consent.YES for group in groups for member in group.members),
    )


def _listed(group: Group) -> ListedDelegation:
    people = tuple(_person(member) for member in group.members if member.consent is Consent.YES)
    return ListedDelegation(group.name, group.second, group.kind, people)


def _person(member: Member) -> ListedPerson:
    return ListedPerson(
        salutation=member.salutation,
        given_name=member.given_name,
        family_name=member.family_name,
        functional_title=member.functional_title,
        institution=member.institution,
        head=member.capacity is Capacity.HEAD,
    )

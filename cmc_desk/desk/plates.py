"""What stands on the name plates of delegations and of persons, and on the labels of envelopes."""

from sqlalchemy.orm import Session

from cmc_desk.desk.delegation_facts import groups_asked_for
from cmc_desk.reports.envelopes import EnvelopeLabel, EnvelopeLabels
from cmc_desk.reports.name_plates import NamePlate, NamePlates
from cmc_desk.rules.delegations import without_article
from cmc_desk.rules.papers import Ask
from cmc_desk.rules.roster import Group, Member


def gather_name_plates(session: Session, ask: Ask) -> NamePlates:
    """Return the plates of the delegations that have people, or of their people; of one delegation if one was asked for."""
    groups = groups_asked_for(session, ask)
    if ask.persons:
        return NamePlates(
            tuple(_of_person(group, member, ask) for group in groups for member in group.members), persons=True
        )
    return NamePlates(tuple(_of_delegation(group, ask) for group in groups))


def gather_envelopes(session: Session, ask: Ask) -> EnvelopeLabels:
    """Return a label for each delegation that has people, or for the one that was asked for."""
    return EnvelopeLabels(
        tuple(
            EnvelopeLabel(
                without_article(group.name),
                _second(group),
                group.flag if ask.flags else "",
                len(group.members),
            )
            for group in groups_asked_for(session, ask)
        )
    )


def _of_delegation(group: Group, ask: Ask) -> NamePlate:
    second = _second(group)
    return NamePlate(
        without_article(group.name),
        below=(second,) if second else (),
        flag=group.flag if ask.flags else "",
    )


def _of_person(group: Group, member: Member, ask: Ask) -> NamePlate:
    below = (member.functional_title, without_article(group.name))
    return NamePlate(
        member.full_name,
        above=member.salutation,
        below=tuple(words for words in below if words),
        flag=group.flag if ask.flags else "",
    )


def _second(group: Group) -> str:
    # Languages that differ in the article only.
    second = without_article(group.second)
    return "" if second == without_article(group.name) else second

"""A meeting is founded: everything that its template says is written into an empty file."""

from cmc_desk.db import schema
from cmc_desk.desk.command import Tx, command
from cmc_desk.desk.contacts import add_contact
from cmc_desk.desk.founded_clock import founded_clock
from cmc_desk.desk.founded_seats import founded_seats, founded_settings, founded_shares
from cmc_desk.desk.host import write_host_names
from cmc_desk.rules.meeting import MeetingPlan
from cmc_desk.rules.plain import to_plain


@command("meeting.found")
def found_meeting(tx: Tx, *, plan: MeetingPlan, training: bool) -> str:
    """Write a meeting as its template describes it into an empty file and return its identifier."""
    session = tx.session
    meeting_id = tx.new_id()
    session.add(
        schema.Meeting(
            id=meeting_id,
            key=plan.key,
            title=plan.title,
            short_title=plan.short_title,
            subtitle=plan.subtitle,
            host=plan.host,
            host_delegation=plan.host_delegation,
            sponsors=list(plan.sponsors),
            venue=plan.venue,
            city=plan.city,
            zone=plan.zone,
            language=plan.language,
            objectives=list(plan.objectives),
            grace_minutes=plan.grace_minutes,
            training=training,
            created_at=tx.now,
        )
    )
    session.add_all(schema.Day(id=day) for day in plan.days)
    session.flush()
    session.add_all(
        schema.Item(
            id=item.key,
            day=item.day,
            starts=item.starts,
            ends=item.ends,
            title=item.title,
            kind=item.kind,
            points=list(item.points),
            speakers=[to_plain(speaker) for speaker in item.speakers],
            documents=list(item.documents),
            continues=item.continues,
            attendance=item.attendance,
        )
        for item in plan.items
    )
    session.flush()
    session.add_all(founded_clock(plan))
    session.add_all(
        schema.Draft(id=document.key, title=document.title, short_title=document.short_title, position=position)
        for position, document in enumerate(plan.documents)
    )
    session.add_all(
        schema.Category(
            id=category.key,
            name=category.name,
            colour=category.colour,
            position=position,
            capacities=[capacity.value for capacity in category.capacities],
            kinds=[kind.value for kind in category.kinds],
            delegations=list(category.delegations),
        )
        for position, category in enumerate(plan.categories)
    )
    session.add_all(
        schema.Delegation(
            id=delegation.code,
            kind=delegation.kind,
            names=dict(delegation.names),
            short_names=dict(delegation.short_names),
            aliases=list(delegation.aliases),
            of_state=delegation.of_state,
            region=delegation.region,
            main_language=delegation.main_language,
            eligibility=delegation.eligibility,
            quota=delegation.quota,
            airport=delegation.airport,
            zone=delegation.zone,
            flag=delegation.flag,
        )
        for delegation in plan.delegations
    )
    for rows in (founded_settings(plan), founded_seats(plan), founded_shares(plan)):
        session.flush()
        session.add_all(rows)
    session.add_all(
        schema.Operator(id=tx.new_id(), name=operator.name, role=operator.role) for operator in plan.operators
    )
    session.add_all(schema.Station(id=tx.new_id(), name=name) for name in plan.stations)
    for position, (label, number) in enumerate(plan.contacts):
        add_contact(tx, position, label, number)
    write_host_names(session, dict(plan.host_names))
    tx.cannot_be_undone()
    return meeting_id

"""The present meeting as a plan, so that it can serve the next one as a template."""

import contextlib
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.db.files import write_atomically
from cmc_desk.desk.contacts import contacts_of
from cmc_desk.desk.host import host_names
from cmc_desk.desk.meeting import agenda, categories, meeting, operators, stations
from cmc_desk.exchange.meeting_file import read_meeting
from cmc_desk.exchange.meeting_writer import meeting_toml
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.delegations import sort_key
from cmc_desk.rules.meeting import (
    DelegationPlan,
    DocumentPlan,
    ItemPlan,
    MeetingPlan,
    OperatorPlan,
    SpeakerPlan,
)
from cmc_desk.rules.plain import from_plain
from cmc_desk.rules.refusal import Refusal, Unavailable


def plan_of(session: Session) -> MeetingPlan:
    """Return what the meeting is planned to be; items by the clock, delegations, operators and stations by name."""
    facts = meeting(session)
    row = session.scalars(select(schema.Meeting)).one()
    items = {item.id: item for item in session.scalars(select(schema.Item))}
    return MeetingPlan(
        key=row.key,
        title=facts.title,
        short_title=facts.short_title,
        subtitle=facts.subtitle,
        host=facts.host,
        host_delegation=facts.host_delegation,
        sponsors=facts.sponsors,
        venue=facts.venue,
        city=facts.city,
        zone=facts.zone,
        language=facts.language,
        days=facts.days,
        items=tuple(_item(items[line.id], facts.tzinfo) for line in agenda(session)),
        documents=tuple(
            DocumentPlan(draft.id, draft.title, draft.short_title)
            for draft in session.scalars(select(schema.Draft).order_by(schema.Draft.position))
        ),
        categories=categories(session),
        delegations=_delegations(session),
        operators=tuple(OperatorPlan(one.name, one.role) for one in operators(session)),
        stations=stations(session),
        objectives=tuple(row.objectives),
        grace_minutes=facts.grace_minutes,
        contacts=contacts_of(session),
        host_names=host_names(session),
    )


def save_as_template(session: Session, path: Path) -> None:
    """Write the present meeting to `path` as a template; nobody who takes part is in it.

    Raises Refusal if the meeting could not be founded from it, such as when two items overlap; Unavailable if the folder cannot
    be written. What stood at `path` then still stands there.
    """
    part = path.with_name(f".{path.name}.part")
    try:
        write_atomically(part, meeting_toml(plan_of(session)).encode())
        try:
            read_meeting(part)
        except Refusal as refusal:
            raise Refusal(
                _("No template was written, because no meeting could begin from it. {reason}").format(
                    reason=refusal.sentence.replace(part.name, path.name)
                )
            ) from None
        part.replace(path)
    except OSError as error:
        raise Unavailable(_("{path} cannot be written ({reason}).").format(path=path, reason=error.strerror)) from error
    finally:
        with contextlib.suppress(OSError):
            part.unlink()


def _item(row: schema.Item, zone: ZoneInfo) -> ItemPlan:
    return ItemPlan(
        key=row.id,
        day=row.day,
        starts=row.starts.astimezone(zone),
        ends=row.ends.astimezone(zone),
        title=row.title,
        kind=row.kind,
        points=tuple(row.points),
        speakers=tuple(from_plain(SpeakerPlan, speaker) for speaker in row.speakers),
        continues=row.continues,
        documents=tuple(row.documents),
        attendance=row.attendance,
    )


def _delegations(session: Session) -> tuple[DelegationPlan, ...]:
    plans = [
        DelegationPlan(
            code=row.id,
            kind=row.kind,
            names=tuple(row.names.items()),
            short_names=tuple(row.short_names.items()),
            aliases=tuple(row.aliases),
            of_state=row.of_state,
            main_language=row.main_language,
            eligibility=row.eligibility,
            quota=row.quota,
            airport=row.airport,
            zone=row.zone,
            flag=row.flag,
        )
        for row in session.scalars(select(schema.Delegation))
    ]
    return tuple(sorted(plans, key=lambda plan: (sort_key(dict(plan.names).get("en", plan.code)), plan.code)))

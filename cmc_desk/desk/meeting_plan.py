"""The present meeting as a plan, so that it can serve the next one as a template."""

import contextlib
from dataclasses import replace
from datetime import date
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.db.files import write_atomically
from cmc_desk.desk.contacts import contacts_of
from cmc_desk.desk.floor_facts import floors
from cmc_desk.desk.founded_seats import usual_seat
from cmc_desk.desk.host import host_names
from cmc_desk.desk.meeting import categories, meeting, operators, stations
from cmc_desk.desk.published import as_plan
from cmc_desk.desk.rundown import Line, rundown
from cmc_desk.desk.travel_settings import agencies, is_local, planned_travel
from cmc_desk.exchange.meeting_file import read_meeting
from cmc_desk.exchange.meeting_writer import meeting_toml
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.agenda_defaults import minimum_of, start_kind_of
from cmc_desk.rules.agenda_plan import Topic
from cmc_desk.rules.delegations import sort_key
from cmc_desk.rules.meeting import (
    DelegationPlan,
    DocumentPlan,
    ItemPlan,
    MeetingPlan,
    OperatorPlan,
)
from cmc_desk.rules.refusal import Refusal, Unavailable
from cmc_desk.rules.seats import FINANCED
from cmc_desk.rules.travel_plan import SeatPlan


def plan_of(session: Session) -> MeetingPlan:
    """Return what the meeting is planned to be; items by the clock, delegations, operators and stations by name."""
    facts = meeting(session)
    row = session.scalars(select(schema.Meeting)).one()
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
        items=_items(session),
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
        tracks=rundown(session).tracks,
        topics=_topics(session),
        travel=planned_travel(session),
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


def _items(session: Session) -> tuple[ItemPlan, ...]:
    """Return the lines by the clock; what is as the defaults of their kind would have it is left to them."""
    lines = sorted(rundown(session).lines, key=lambda line: (line.item.starts, line.item.ends, line.item.key))
    begun: set[tuple[date, str]] = set()
    plans = []
    for line in lines:
        place = line.item.day, line.item.track
        plans.append(_item(line, first_of_day=place not in begun))
        begun.add(place)
    return tuple(plans)


def _item(line: Line, *, first_of_day: bool) -> ItemPlan:
    item = line.item
    usual = start_kind_of(item.kind, first_of_day=first_of_day)
    return replace(
        as_plan(line),
        minimum=None if item.minimum == minimum_of(item.kind, item.length) else item.minimum,
        start_kind=None if item.start_kind is usual else item.start_kind,
    )


def _topics(session: Session) -> tuple[Topic, ...]:
    # As they were planned: whatever was closed while the meeting ran is open for the next one.
    return tuple(replace(facts.topic, closed=False) for facts in floors(session))


def _delegations(session: Session) -> tuple[DelegationPlan, ...]:
    seats = _seats(session)
    plans = [
        DelegationPlan(
            code=row.id,
            kind=row.kind,
            names=tuple(row.names.items()),
            short_names=tuple(row.short_names.items()),
            aliases=tuple(row.aliases),
            of_state=row.of_state,
            region=row.region,
            main_language=row.main_language,
            eligibility=row.eligibility,
            quota=row.quota,
            airport=row.airport,
            zone=row.zone,
            flag=row.flag,
            seats=seats.get(row.id, ()),
        )
        for row in session.scalars(select(schema.Delegation))
    ]
    return tuple(sorted(plans, key=lambda plan: (sort_key(dict(plan.names).get("en", plan.code)), plan.code)))


def _seats(session: Session) -> dict[str, tuple[SeatPlan, ...]]:
    """Return the seats as they are now of every delegation of which one is otherwise than usual."""
    keys = tuple(agency.key for agency in agencies(session))
    host = session.scalars(select(schema.Meeting.host_delegation)).one()
    shares: dict[str, dict[str, int]] = {}
    for share in session.scalars(select(schema.SeatShare)):
        shares.setdefault(share.seat, {})[share.agency] = share.basis_points
    found: dict[str, list[SeatPlan]] = {}
    usual: dict[str, list[SeatPlan]] = {}
    for seat, delegation in session.execute(
        select(schema.Seat, schema.Delegation)
        .join(schema.Delegation, schema.Delegation.id == schema.Seat.delegation)
        .where(schema.Seat.number <= schema.Delegation.quota, schema.Delegation.eligibility.in_(FINANCED))
        .order_by(schema.Seat.delegation, schema.Seat.number)
    ):
        borne = tuple(sorted(shares.get(seat.id, {}).items(), key=lambda item: keys.index(item[0])))
        found.setdefault(delegation.id, []).append(SeatPlan(seat.profile, borne))
        local = is_local(delegation.id, delegation.eligibility, host=host)
        usual.setdefault(delegation.id, []).append(usual_seat(seat.number, keys, local=local))
    return {code: tuple(seats) for code, seats in found.items() if seats != usual[code]}

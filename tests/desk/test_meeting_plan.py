"""A meeting becomes the template of the next one."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from cmc_desk.desk import meeting as meetings
from cmc_desk.desk import setup_agenda, setup_people
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.meeting_plan import plan_of, save_as_template
from cmc_desk.desk.opening import create_meeting
from cmc_desk.desk.registration import register
from cmc_desk.desk.seats import set_seat
from cmc_desk.desk.travel_facts import travel_facts
from cmc_desk.desk.travel_settings import change_travel_settings, travel_rules
from cmc_desk.exchange.meeting_file import read_meeting
from cmc_desk.rules.meeting import ItemKind, MeetingPlan, Role
from cmc_desk.rules.people import Person
from cmc_desk.rules.refusal import Refusal, Unavailable
from cmc_desk.rules.travel_facts import Share
from cmc_desk.rules.travel_states import Profile
from tests.desk.kingston import open_desk, plan


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = open_desk(tmp_path)
    yield opened
    opened.close()


def in_order(found: MeetingPlan) -> MeetingPlan:
    """Return a plan with everything that has no order of its own sorted."""
    return replace(
        found,
        delegations=tuple(sorted(found.delegations, key=lambda one: one.code)),
        operators=tuple(sorted(found.operators, key=lambda one: one.name)),
        stations=tuple(sorted(found.stations)),
    )


def test_a_meeting_is_what_its_template_said(desk: Desk) -> None:
    assert in_order(desk.read(plan_of)) == in_order(plan())


def test_a_saved_template_founds_the_same_meeting(desk: Desk, tmp_path: Path) -> None:
    desk.do(setup_people.put_operator, name="R. Example-Cole", role=Role.TRAVEL)
    desk.read(save_as_template, path=tmp_path / "next.toml")
    assert read_meeting(tmp_path / "next.toml") == desk.read(plan_of)


def test_nobody_who_takes_part_is_in_a_template(desk: Desk, tmp_path: Path) -> None:
    desk.do(register, person=Person(given_name="Ana", family_name="Sample-Cox", delegation="JM"))
    desk.read(save_as_template, path=tmp_path / "next.toml")
    assert "Sample-Cox" not in (tmp_path / "next.toml").read_text(encoding="utf-8")


def test_a_meeting_that_could_not_begin_is_no_template_and_the_old_file_stays(desk: Desk, tmp_path: Path) -> None:
    target = tmp_path / "next.toml"
    target.write_text("as it was", encoding="utf-8")
    lunch = next(item for item in desk.read(meetings.agenda) if item.kind is ItemKind.LUNCH)
    desk.do(
        setup_agenda.put_item,
        id="",
        day=lunch.day,
        starts=lunch.starts + timedelta(minutes=10),
        ends=lunch.ends,
        title="At the same time",
        kind=ItemKind.PHOTO,
        attendance=False,
    )
    with pytest.raises(Refusal, match="No template was written"):
        desk.read(save_as_template, path=target)
    assert target.read_text(encoding="utf-8") == "as it was"
    assert list(tmp_path.glob(".next*")) == []


def test_a_folder_that_is_not_there_is_said(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(Unavailable):
        desk.read(save_as_template, path=tmp_path / "gone" / "next.toml")


def test_seats_and_settings_of_travel_go_into_the_template_and_come_out_of_it(desk: Desk, tmp_path: Path) -> None:
    changes = {"deadline": date(2019, 11, 15), "hotel": "Sample Inn", "drive": timedelta(minutes=30)}
    desk.do(change_travel_settings, changes=changes)
    half = (Share("IOM", 5_000), Share("UNHCR", 5_000))
    desk.do(set_seat, seat="HT-2", profile=Profile.OTHER, shares=half)
    desk.read(save_as_template, path=tmp_path / "next.toml")
    founded = create_meeting(
        tmp_path / "next.cmc", read_meeting(tmp_path / "next.toml"), clock=desk.clock, author=desk.author, training=True
    )
    assert founded.read(plan_of) == desk.read(plan_of)
    rules, seats = founded.read(travel_rules), founded.read(travel_facts)
    founded.close()
    assert rules == desk.read(travel_rules)
    changed = next(seat for seat in seats.seats if seat.key == "HT-2")
    # What was an exception here is planned there.
    assert (changed.profile, changed.shares, changed.planned) == (Profile.OTHER, half, half)
    assert [seat.key for seat in seats.seats] == [seat.key for seat in desk.read(travel_facts).seats]

"""A meeting that is written can be read again."""

import tempfile
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cmc_desk.exchange.meeting_file import read_meeting, template_path, templates
from cmc_desk.exchange.meeting_writer import meeting_toml
from cmc_desk.rules.folding import clean, fold
from cmc_desk.rules.meeting import (
    CategoryPlan,
    DelegationKind,
    DelegationPlan,
    DocumentPlan,
    Eligibility,
    ItemKind,
    ItemPlan,
    MeetingPlan,
    OperatorPlan,
    Role,
    SpeakerPlan,
)
from cmc_desk.rules.people import Capacity

NASSAU = ZoneInfo("America/Nassau")
ANY_TEXT = st.text(max_size=30).map(clean)
SOME_TEXT = ANY_TEXT.filter(bool)
CONTACT = st.tuples(SOME_TEXT, ANY_TEXT.map("119 {}".format).map(clean))
KEYS = st.lists(st.from_regex(r"[a-z0-9][a-z0-9-]{0,5}", fullmatch=True), min_size=4, max_size=4, unique=True)


def read_again(plan: MeetingPlan) -> MeetingPlan:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "again.toml")
        path.write_text(meeting_toml(plan), "utf-8")
        return read_meeting(path)


@pytest.mark.parametrize("name", [name for name, _title in templates()])
def test_a_meeting_that_comes_with_the_program_is_the_same_when_written_and_read(name: str) -> None:
    plan = read_meeting(template_path(name))
    assert read_again(plan) == plan


def test_times_of_the_store_are_written_as_the_clock_on_the_wall_shows_them() -> None:
    plan = read_meeting(template_path("cmc-2019"))
    stored = tuple(
        replace(item, starts=item.starts.astimezone(UTC), ends=item.ends.astimezone(UTC)) for item in plan.items
    )
    assert meeting_toml(replace(plan, items=stored)) == meeting_toml(plan)


def test_an_item_says_when_it_ends_only_if_the_next_one_begins_at_another_time() -> None:
    text = meeting_toml(read_meeting(template_path("cmc-2019")))
    assert [line for line in text.splitlines() if line.startswith("ends")] == ['ends = "17:45"', 'ends = "17:30"']


def test_a_speaker_whose_point_is_gone_speaks_to_the_item() -> None:
    plan = read_meeting(template_path("cmc-2019"))
    items = tuple(replace(item, points=()) for item in plan.items)
    written = read_again(replace(plan, items=items))
    assert [len(item.speakers) for item in written.items] == [len(item.speakers) for item in plan.items]
    assert {speaker.point for item in written.items for speaker in item.speakers} == {""}


@st.composite
def meetings(draw: st.DrawFn) -> MeetingPlan:
    """Meetings of two days with texts of any kind, gaps, and a second day that may last into the night."""
    keys = draw(KEYS)
    days = (date(2019, 3, 9), date(2019, 3, 11))
    items = []
    for place, (key, day) in enumerate(zip(keys, (days[0], days[0], days[1], days[1]), strict=True)):
        starts = datetime(day.year, day.month, day.day, 9 if place % 2 == 0 else 19, tzinfo=NASSAU)
        points = tuple(draw(st.lists(SOME_TEXT, max_size=2, unique=True)))
        speakers = draw(st.lists(st.builds(SpeakerPlan, SOME_TEXT, ANY_TEXT, ANY_TEXT), max_size=2))
        items.append(
            ItemPlan(
                key=key,
                day=day,
                starts=starts,
                ends=starts + timedelta(minutes=draw(st.integers(1, 600))),
                title=draw(SOME_TEXT),
                kind=draw(st.sampled_from(ItemKind)) if place else ItemKind.REGISTRATION,
                points=points,
                speakers=tuple(replace(speaker, point=points[-1]) if points else speaker for speaker in speakers),
                continues=keys[0] if place == 3 else "",
                documents=("draft",) if draw(st.booleans()) else (),
                attendance=draw(st.booleans()) if place else True,
            )
        )
    delegation = DelegationPlan(
        code="JM",
        kind=draw(st.sampled_from(DelegationKind)),
        names=(("en", draw(SOME_TEXT)), ("es", draw(SOME_TEXT))),
        aliases=tuple(draw(st.lists(ANY_TEXT, max_size=2))),
        region=draw(ANY_TEXT),
        eligibility=draw(st.sampled_from(Eligibility)),
        quota=draw(st.integers(0, 9)),
        flag=draw(st.sampled_from(["JM", "un"])),
    )
    capacities = tuple(draw(st.lists(st.sampled_from(Capacity), max_size=3)))
    return MeetingPlan(
        key="own",
        title=draw(SOME_TEXT),
        short_title=draw(SOME_TEXT),
        subtitle=draw(ANY_TEXT),
        host=draw(ANY_TEXT),
        host_delegation="JM",
        host_names=tuple(draw(st.dictionaries(st.sampled_from(["en", "es", "nl"]), SOME_TEXT)).items()),
        sponsors=tuple(draw(st.lists(ANY_TEXT, max_size=3))),
        venue=draw(ANY_TEXT),
        city=draw(ANY_TEXT),
        zone="America/Nassau",
        language="fr",
        days=days,
        items=tuple(items),
        documents=(DocumentPlan("draft", draw(SOME_TEXT), draw(SOME_TEXT)),),
        categories=(CategoryPlan("all", draw(SOME_TEXT), "sea", capacities=capacities, delegations=("JM",)),),
        delegations=(delegation,),
        operators=(OperatorPlan(draw(SOME_TEXT), draw(st.sampled_from(Role))),),
        stations=tuple(draw(st.lists(ANY_TEXT, max_size=2))),
        grace_minutes=draw(st.integers(0, 60)),
        contacts=tuple(draw(st.lists(CONTACT, max_size=3, unique_by=lambda contact: fold(contact[0])))),
    )


@given(meetings())
@settings(max_examples=60, deadline=None)
def test_every_meeting_is_the_same_when_written_and_read(plan: MeetingPlan) -> None:
    assert read_again(plan) == plan


def test_a_day_without_items_is_kept() -> None:
    plan = read_meeting(template_path("cmc-2019"))
    longer = replace(plan, days=(*plan.days, date(2019, 12, 7)))
    assert read_again(longer) == longer

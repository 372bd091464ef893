"""What a meeting file says of the clock of its items, of rooms beside the plenary, and of lists of speakers."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import hypothesis.strategies as st
import pytest
from hypothesis import given, settings

from cmc_desk.exchange.meeting_file import read_meeting
from cmc_desk.exchange.toml_table import Problem, Table
from cmc_desk.rules.agenda_plan import EndKind, Importance, ListOrder, SpeakerCategory, StartKind, Topic, Track
from cmc_desk.rules.meeting import CategoryPlan, DelegationKind, DelegationPlan, ItemKind, ItemPlan, MeetingPlan
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.typed_lengths import parse_length, parse_limit
from tests.exchange.test_meeting_writer import NASSAU, SOME_TEXT, read_again

MINUTE = timedelta(minutes=1)
SMALL = """\
[meeting]
key = "groups"
title = "Groups"
zone = "America/Port_of_Spain"

[tracks]
a = { name = "Group A", place = "Room 2" }
b = { name = "Group B" }

[topics.talk]
title = "Views"
changeover = "0:15"
kept = 10
order = "roll call"
closed = true
[topics.talk.limits]
State = "2:45"
other = 2

[categories]
everybody = { name = "Everybody", colour = "sea" }

[[days]]
date = 2019-03-12
[[days.items]]
starts = "09:00"
title = "Registration"
kind = "registration"
[[days.items]]
key = "views"
starts = "10:00"
title = "Views"
kind = "discussion"
topic = "talk"
minimum = "0:12:30"
importance = "least"
remark = "To be confirmed"
[[days.items]]
key = "in-a"
starts = "10:15"
track = "a"
title = "Group A meets"
kind = "discussion"
[[days.items]]
starts = "10:15"
ends = "11:45"
track = "b"
title = "Group B meets"
kind = "discussion"
[[days.items]]
starts = "11:00"
ends = "11:30"
track = "a"
title = "Group A reports"
kind = "summary"
not_after = "11:10"
[[days.items]]
starts = "12:00"
ends = "13:00"
title = "Views, continued"
kind = "discussion"
continues = "views"
fixed = true
fixed_end = true

[delegations]
TT = { kind = "State", names = { en = "Trinidad and Tobago" } }
"""


def read(folder: Path, *changes: tuple[str, str]) -> MeetingPlan:
    text = SMALL
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    path = folder / "own.toml"
    path.write_text(text, encoding="utf-8")
    return read_meeting(path)


def test_rooms_and_lists_of_speakers_are_read(tmp_path: Path) -> None:
    plan = read(tmp_path)
    assert plan.tracks == (Track("a", "Group A", "Room 2"), Track("b", "Group B"))
    limits = {SpeakerCategory.STATE: timedelta(seconds=165), SpeakerCategory.OTHER: 2 * MINUTE}
    assert plan.topics == (
        Topic("talk", "Views", limits, timedelta(seconds=15), 10 * MINUTE, ListOrder.ROLL, closed=True),
    )
    usual = read(tmp_path, ('changeover = "0:15"\nkept = 10\norder = "roll call"\nclosed = true\n', "")).topics[0]
    assert usual == Topic("talk", "Views", limits)


def test_items_of_different_rooms_run_beside_each_other_and_each_ends_when_the_next_of_its_room_begins(
    tmp_path: Path,
) -> None:
    items = read(tmp_path).items
    assert [(item.track, f"{item.starts:%H:%M}-{item.ends:%H:%M}") for item in items] == [
        ("", "09:00-10:00"),
        ("", "10:00-12:00"),
        ("a", "10:15-11:00"),
        ("b", "10:15-11:45"),
        ("a", "11:00-11:30"),
        ("", "12:00-13:00"),
    ]


def test_what_the_clock_of_an_item_wants_is_read_and_the_rest_is_left_to_its_kind(tmp_path: Path) -> None:
    registration, views, _in_a, _in_b, reports, continued = read(tmp_path).items
    assert (registration.minimum, registration.start_kind, registration.topic) == (None, None, "")
    assert (views.minimum, views.importance, views.remark) == (
        timedelta(minutes=12, seconds=30),
        Importance.LEAST,
        "To be confirmed",
    )
    assert (reports.start_kind, reports.not_after) == (StartKind.FIXED, reports.starts + 10 * MINUTE)
    assert (continued.start_kind, continued.end_kind, continued.topic) == (StartKind.FIXED, EndKind.FIXED, "talk")
    lunch = read(tmp_path, ('kind = "summary"', 'kind = "lunch"')).items[4]
    assert (lunch.start_kind, lunch.not_after) == (None, reports.not_after)


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ('track = "a"', 'track = "c"', "no room has the key “c”"),
        ('topic = "talk"', 'topic = "walk"', "no list of speakers has the key “walk”"),
        ("fixed = true\n", 'topic = "other"\n', "the item that it continues has the list “talk”"),
        ('minimum = "0:12:30"', "minimum = 121", "longer than the item itself"),
        ('minimum = "0:12:30"', "minimum = -3", "this is no length"),
        ('minimum = "0:12:30"', 'minimum = "12:60"', "this is no length"),
        ('minimum = "0:12:30"', "minimum = true", "this is no length"),
        ('not_after = "11:10"', 'not_after = "10:50"', "before the beginning, 11:00"),
        ('not_after = "11:10"', 'not_after = "11:10"\nfixed = false', "only an item that is fixed"),
        ('State = "2:45"', 'States = "2:45"', "did you mean “State”?"),
        ('State = "2:45"', 'Delegations = "2:45"', "is none of"),
        ('State = "2:45"', "State = 0", "longer than nothing"),
        ('State = "2:45"', 'State = "long"', "this is no length"),
        ('starts = "11:00"', 'starts = "10:15"', "put the items in order"),
        ('importance = "least"', 'importance = "lest"', "did you mean “least”?"),
        ("[tracks]\na =", "[tracks]\nA_1 =", "is no key"),
        ("[topics.talk]\n", "[topics.talk]\nlength = 3\n", "not known here"),
    ],
)
def test_what_is_wrong_is_told(tmp_path: Path, old: str, new: str, sentence: str) -> None:
    with pytest.raises(Refusal) as caught:
        read(tmp_path, (old, new))
    assert sentence in caught.value.sentence


LENGTHS = st.integers(1, 3600).map(lambda seconds: timedelta(seconds=seconds))


@st.composite
def items_of_rooms(draw: st.DrawFn, topics: tuple[str, ...]) -> tuple[ItemPlan, ...]:
    """A registration, and two items each in two rooms and in the plenary, with clocks of any kind."""
    day = date(2019, 3, 9)
    starts = datetime(2019, 3, 9, 9, tzinfo=NASSAU)
    found = [ItemPlan("registration", day, starts, starts + 30 * MINUTE, "R", ItemKind.REGISTRATION, attendance=True)]
    for track in ("", "a", "b"):
        for number in (1, 2):
            begins = starts + number * 60 * MINUTE
            fixed = draw(st.sampled_from([None, True, False]))
            late = draw(st.integers(0, 20)) if fixed else None
            found.append(
                ItemPlan(
                    key=f"{track or 'p'}{number}",
                    day=day,
                    starts=begins,
                    ends=begins + draw(st.integers(1, 60)) * MINUTE,
                    title=draw(SOME_TEXT),
                    kind=ItemKind.DISCUSSION,
                    track=track,
                    minimum=draw(st.none() | st.integers(0, 60).map(lambda seconds: timedelta(seconds=seconds))),
                    start_kind=None if fixed is None else StartKind.FIXED if fixed else StartKind.FLOW,
                    not_after=None if late is None else begins + late * MINUTE,
                    end_kind=draw(st.sampled_from(EndKind)),
                    importance=draw(st.sampled_from(Importance)),
                    topic=draw(st.sampled_from(("", *topics))),
                    remark=draw(st.just("") | SOME_TEXT),
                )
            )
    return tuple(found)


@given(st.data())
@settings(max_examples=40, deadline=None)
def test_clocks_rooms_and_lists_are_the_same_when_written_and_read(data: st.DataObject) -> None:
    topic = st.builds(
        Topic,
        key=st.just("talk"),
        title=SOME_TEXT,
        limits=st.dictionaries(st.sampled_from(SpeakerCategory), LENGTHS),
        changeover=LENGTHS,
        kept=LENGTHS,
        order=st.sampled_from(ListOrder),
        closed=st.booleans(),
    )
    plan = MeetingPlan(
        key="own",
        title="Own",
        short_title="Own",
        subtitle="",
        host="",
        host_delegation="",
        sponsors=(),
        venue="",
        city="",
        zone="America/Nassau",
        language="en",
        days=(date(2019, 3, 9),),
        items=data.draw(items_of_rooms(("talk",))),
        documents=(),
        categories=(CategoryPlan("all", "All", "sea"),),
        delegations=(DelegationPlan("JM", DelegationKind.STATE, (("en", "Jamaica"),), flag="JM"),),
        tracks=(Track("a", data.draw(SOME_TEXT), "Room 2"), Track("b", "B")),
        topics=(data.draw(topic),),
    )
    assert read_again(plan) == plan


def test_a_latest_beginning_of_the_store_is_written_on_the_clocks_of_the_meeting(tmp_path: Path) -> None:
    from dataclasses import replace

    plan = read(tmp_path)
    stored = tuple(
        replace(item, not_after=item.not_after.astimezone(UTC) if item.not_after else None) for item in plan.items
    )
    assert read_again(replace(plan, items=stored)) == plan


@pytest.mark.parametrize("typed", ["0:30", "1:05", "0:00:45", "01:30", "1:60", "2:3", "-1:30", "30:00"])
def test_a_length_means_in_a_file_what_it_means_where_people_type_it(typed: str) -> None:
    for method, parse in (("length", parse_length), ("limit", parse_limit)):
        problems: list[Problem] = []
        found = getattr(Table({"it": typed}, (), problems), method)("it")
        assert found == (None if problems else parse(typed))
    assert Table({"it": "0:30"}, (), []).length("it") == Table({"it": 30}, (), []).length("it") == 30 * MINUTE
    assert Table({"it": "0:30"}, (), []).limit("it") == timedelta(seconds=30)

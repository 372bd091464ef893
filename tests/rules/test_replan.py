"""What flows on follows what stands before it, and fixed points hold."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import hypothesis.strategies as st
from hypothesis import given

from cmc_desk.rules.agenda import TimedItem
from cmc_desk.rules.agenda_plan import EndKind, StartKind
from cmc_desk.rules.meeting import ItemKind
from cmc_desk.rules.replan import flowed

ZONE = ZoneInfo("America/Jamaica")
DAY = date(2019, 12, 5)
MINUTE = timedelta(minutes=1)


def at(hour: int, minute: int = 0) -> datetime:
    return datetime(2019, 12, 5, hour, minute, tzinfo=ZONE)


def item(
    key: str, starts: datetime, minutes: int, start_kind: StartKind = StartKind.FLOW, end_kind: EndKind = EndKind.LENGTH
) -> TimedItem:
    return TimedItem(
        key,
        DAY,
        starts,
        starts + minutes * MINUTE,
        key,
        ItemKind.DISCUSSION,
        minimum=5 * MINUTE,
        start_kind=start_kind,
        end_kind=end_kind,
    )


def words(found: dict[str, tuple[datetime, datetime]]) -> dict[str, str]:
    return {
        key: f"{starts.astimezone(ZONE):%H:%M}-{ends.astimezone(ZONE):%H:%M}" for key, (starts, ends) in found.items()
    }


MORNING = (
    item("registration", at(8, 30), 30, StartKind.FIXED),
    item("opening", at(9), 30),
    item("context", at(9, 30), 60),
    item("priorities", at(10, 30), 90),
    item("lunch", at(13), 60, StartKind.FIXED),
    item("discussion", at(14), 60),
)


def test_what_was_moved_and_what_follows_flow_on_up_to_the_next_fixed_point() -> None:
    moved = (MORNING[0], MORNING[3], MORNING[1], MORNING[2], *MORNING[4:])
    assert words(flowed(moved, 1)) == {
        "priorities": "09:00-10:30",
        "opening": "10:30-11:00",
        "context": "11:00-12:00",
    }


def test_a_fixed_item_keeps_its_time_and_what_flows_after_it_follows() -> None:
    moved = (*MORNING[:3], MORNING[4], MORNING[3], MORNING[5])
    assert flowed(moved, 3) == {}
    assert words(flowed(moved, 4)) == {"priorities": "14:00-15:30", "discussion": "15:30-16:30"}


def test_what_was_moved_before_the_item_that_runs_into_a_fixed_point_begins_after_both() -> None:
    moved = (MORNING[0], MORNING[1], MORNING[3], MORNING[2], MORNING[4], MORNING[5])
    long = tuple(replace(one, ends=at(14)) if one.key == "context" else one for one in moved)
    assert words(flowed(long, 5)) == {"discussion": "15:00-16:00"}


def test_what_was_moved_to_the_beginning_of_a_day_begins_with_it() -> None:
    moved = (MORNING[3], *MORNING[:3], *MORNING[4:])
    assert words(flowed(moved, 0)) == {"priorities": "08:30-10:00"}


def test_an_item_with_a_fixed_end_gives_of_its_length() -> None:
    items = (*MORNING[:2], item("split", at(9, 30), 90, end_kind=EndKind.FIXED), item("after", at(11), 30))
    longer = (items[0], replace(items[1], ends=at(10)), *items[2:])
    assert words(flowed(longer, 2)) == {"split": "10:00-11:00", "after": "11:00-11:30"}


def test_an_item_that_cannot_keep_its_fixed_end_holds_as_a_fixed_point_does() -> None:
    items = (MORNING[0], replace(MORNING[1], ends=at(11)), item("split", at(9, 30), 90, end_kind=EndKind.FIXED))
    assert flowed(items, 2) == {}


def test_what_runs_beside_a_line_does_not_pull_the_next_one_back() -> None:
    beside = item("beside", at(10, 45), 10)
    items = (*MORNING[:4], beside, item("after", at(12), 30))
    assert words(flowed(items, 5)) == {"after": "12:00-12:30"}


def test_a_gap_of_the_plan_is_filled_before_what_stands_after_it_is_pushed() -> None:
    items = (*MORNING[:2], item("after", at(9, 45), 30), item("last", at(10, 15), 30))
    longer = (items[0], replace(items[1], ends=at(9, 40)), *items[2:])
    assert flowed(longer, 2, waiting={"after"}) == {}
    longest = (items[0], replace(items[1], ends=at(9, 50)), *items[2:])
    assert words(flowed(longest, 2, waiting={"after"})) == {"after": "09:50-10:20", "last": "10:20-10:50"}


def test_at_the_end_and_in_an_empty_day_nothing_follows() -> None:
    assert flowed((), 0) == {}
    assert flowed(MORNING, len(MORNING)) == {}
    assert flowed(MORNING[:1], 0) == {}


def test_a_line_across_the_change_of_the_clocks_keeps_its_real_length() -> None:
    zone = ZoneInfo("America/New_York")
    before = datetime(2019, 11, 3, 0, 30, tzinfo=zone)
    party = replace(item("party", before, 60), ends=datetime(2019, 11, 3, 1, 30, fold=1, tzinfo=zone))
    first = replace(item("first", before, 30), ends=before + 30 * MINUTE)
    starts, ends = flowed((first, party), 1)["party"]
    assert starts == datetime(2019, 11, 3, 5, 0, tzinfo=UTC)
    assert ends - starts == timedelta(hours=2)


@given(st.lists(st.integers(1, 120), min_size=1, max_size=8), st.data())
def test_without_fixed_points_any_order_ends_at_the_same_time(lengths: list[int], data: st.DataObject) -> None:
    items, starts = [], at(9)
    for number, minutes in enumerate(lengths):
        items.append(item(str(number), starts, minutes))
        starts += minutes * MINUTE
    order = data.draw(st.permutations(items))
    times = {one.key: (one.starts.astimezone(UTC), one.ends.astimezone(UTC)) for one in order} | flowed(order, 0)
    assert max(ends for _starts, ends in times.values()) == starts
    assert min(begins for begins, _ends in times.values()) == at(9)
    chain = [times[one.key] for one in order]
    assert all(one[1] == other[0] for one, other in pairwise(chain))

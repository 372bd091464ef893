"""Three proposals win back what is missing before the first point that does not hold, and say exactly what is still missing."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from cmc_desk.rules.agenda import Act, Actual, TimedItem
from cmc_desk.rules.agenda_plan import ZERO, Importance, StartKind
from cmc_desk.rules.compress import CompressKind, CompressPlan, compress
from cmc_desk.rules.instants import moved
from cmc_desk.rules.meeting import ItemKind
from cmc_desk.rules.sharing import shared_out
from cmc_desk.rules.timing import project
from tests.rules.agenda_days import DAY_1, DAY_2, Diary, at, item, minutes, two_days

PROPORTIONAL, LEAST_FIRST, SPEAKING = CompressKind


def proposals(diary: Diary, clock: str) -> dict[CompressKind, CompressPlan]:
    found = compress(diary.items, diary.actuals, at(clock).astimezone(UTC), day=DAY_1)
    return {plan.kind: plan for plan in found}


def lengths(plan: CompressPlan) -> dict[str, float]:
    return {change.item: change.after / minutes(1) for change in plan.changes if change.after != change.before}


def applied(items: Sequence[TimedItem], plan: CompressPlan) -> list[TimedItem]:
    """Return the agenda with the new lengths, what flows on after them following."""
    found: list[TimedItem] = []
    reached: dict[tuple[object, str], datetime] = {}
    for line in items:
        length = timedelta(seconds=plan.lengths.get(line.key, line.length / timedelta(seconds=1)))
        place = line.day, line.track
        starts = line.starts
        if place in reached and line.start_kind is StartKind.FLOW:
            starts = min(starts, reached[place])
        found.append(replace(line, starts=starts, ends=moved(starts, length)))
        reached[place] = found[-1].ends
    return found


def test_as_long_as_every_point_holds_there_is_nothing_to_propose() -> None:
    assert compress(two_days(), {}, at("8:30"), day=DAY_1) == ()
    assert compress(two_days(), {}, at("8:30"), day=DAY_2) == ()
    assert compress(two_days(), {}, at("8:30", DAY_2), day=DAY_1) == ()


def test_a_late_morning_is_won_back_before_lunch_and_lunch_itself_stays() -> None:
    diary = Diary(*two_days())
    diary.ran("photo", "9:45", "10:45")
    for key in ("day1-registration", "opening"):
        diary.write(key, Act.SKIP, "10:45")
    diary.write("context", Act.START, "10:45")
    found = proposals(diary, "10:50")
    assert {(plan.point, plan.due, plan.needed) for plan in found.values()} == {
        ("day1-lunch", at("13:00"), minutes(30))
    }
    assert lengths(found[PROPORTIONAL]) == {"context": 86, "priorities": 49}
    assert lengths(found[LEAST_FIRST]) == {"context": 86, "priorities": 49}
    assert lengths(found[SPEAKING]) == {"priorities": 30}
    assert [plan.missing for plan in found.values()] == [ZERO] * 3
    assert found[SPEAKING].lengths == {"priorities": 1800}
    assert [change.item for change in found[SPEAKING].changes] == ["context", "priorities"]


def test_what_is_least_important_gives_first_and_what_is_missing_is_said() -> None:
    diary = Diary(
        item("a", "9:00", "10:00", minimum=minutes(40), importance=Importance.MOST),
        item("b", "10:00", "10:30", minimum=minutes(20), importance=Importance.LEAST),
        item("c", "10:30", "11:00", minimum=minutes(25), kind=ItemKind.DISCUSSION),
        item("tea", "11:00", "11:15", minimum=minutes(15), fixed=True),
    )
    least = proposals(diary, "9:12")
    assert (lengths(least[LEAST_FIRST]), lengths(least[SPEAKING])) == ({"b": 20, "c": 28}, {"c": 25})
    assert (least[SPEAKING].gained, least[SPEAKING].missing) == (minutes(5), minutes(7))
    most = proposals(diary, "9:40")[LEAST_FIRST]
    assert (lengths(most), most.missing) == ({"a": 40, "b": 20, "c": 25}, minutes(5))


def test_what_runs_gives_only_what_it_has_not_used() -> None:
    diary = Diary(item("a", "9:00", "10:00", minimum=minutes(10)), item("tea", "10:00", "10:15", fixed=True))
    diary.write("a", Act.START, "9:30")
    assert lengths(proposals(diary, "9:50")[PROPORTIONAL]) == {"a": 30}
    late = proposals(diary, "10:10")[PROPORTIONAL]
    assert (lengths(late), late.missing) == ({"a": 40}, minutes(10))


def test_what_was_added_by_hand_stays_and_what_was_taken_is_not_taken_twice() -> None:
    diary = Diary(item("a", "9:00", "10:00", minimum=minutes(50)), item("tea", "10:00", "10:15", fixed=True))
    diary.write("a", Act.ADD, "9:00", minutes(15))
    assert (lengths(proposals(diary, "9:00")[PROPORTIONAL]), proposals(diary, "9:00")[PROPORTIONAL].missing) == (
        {"a": 65},
        minutes(5),
    )
    diary.undo()
    diary.write("a", Act.ADD, "9:00", minutes(-8))
    taken = proposals(diary, "9:20")[PROPORTIONAL]
    assert (taken.changes[0].before, lengths(taken)) == (minutes(52), {"a": 50})


def test_what_has_no_minimum_is_not_left_out_altogether() -> None:
    diary = Diary(item("a", "9:00", "9:10"), item("tea", "9:10", "9:20", fixed=True, minimum=minutes(10)))
    found = proposals(diary, "9:30")[PROPORTIONAL]
    assert (lengths(found), found.missing) == ({"a": 1}, minutes(21))


def test_only_what_lies_after_the_last_point_that_holds_can_help() -> None:
    diary = Diary(
        item("a", "9:00", "10:00"),
        item("lunch", "10:00", "11:00", minimum=minutes(60), fixed=True),
        item("b", "11:00", "12:00", minimum=minutes(30)),
        item("tea", "12:00", "12:15", minimum=minutes(15), fixed=True),
    )
    diary.write("b", Act.ADD, "9:00", minutes(10))
    found = proposals(diary, "9:00")[PROPORTIONAL]
    assert (found.point, lengths(found)) == ("tea", {"b": 60})
    assert [change.item for change in found.changes] == ["lunch", "b"]


def test_before_a_gap_nobody_wins_more_than_it_is_late_there() -> None:
    diary = Diary(item("a", "9:00", "10:00"), item("b", "10:10", "11:00"), item("tea", "11:00", "11:15", fixed=True))
    assert lengths(proposals(diary, "9:15")[PROPORTIONAL]) == {"a": 57, "b": 48}
    diary.write("b", Act.ADD, "9:00", minutes(20))
    found = proposals(diary, "9:15")[PROPORTIONAL]
    assert (found.needed, [change.item for change in found.changes], lengths(found)) == (minutes(25), ["b"], {"b": 45})
    # Without a delay before it the gap is a point that holds.
    assert [change.item for change in proposals(diary, "9:00")[PROPORTIONAL].changes] == ["b"]


def test_a_point_before_which_nothing_can_give_is_passed_over() -> None:
    diary = Diary(
        item("tea", "10:00", "10:15", minimum=minutes(15), fixed=True),
        item("b", "10:15", "11:00", minimum=minutes(30)),
        item("photo", "11:00", "11:10", minimum=minutes(10), fixed=True),
    )
    found = proposals(diary, "10:05")[PROPORTIONAL]
    assert (found.point, found.needed, lengths(found)) == ("photo", minutes(5), {"b": 40})
    stiff = Diary(item("tea", "10:00", "10:15", minimum=minutes(15), fixed=True))
    hopeless = proposals(stiff, "10:05")[PROPORTIONAL]
    assert (hopeless.point, hopeless.missing, hopeless.changes) == ("tea", minutes(5), ())


def test_a_fixed_end_asks_for_what_its_minimum_needs() -> None:
    diary = Diary(
        item("a", "9:00", "10:00", minimum=minutes(30)),
        item("b", "10:00", "10:30", minimum=minutes(20), fixed_end=True),
        item("c", "10:30", "11:00"),
    )
    assert proposals(diary, "9:10") == {}
    found = proposals(diary, "9:15")[PROPORTIONAL]
    assert (found.point, found.due, found.needed, lengths(found)) == ("b", at("10:30"), minutes(5), {"a": 55})
    diary.write("b", Act.START, "10:15")
    assert [plan.point for plan in proposals(diary, "10:16").values()] == [""] * 3


def test_without_a_fixed_point_the_planned_end_of_the_day_is_to_be_kept() -> None:
    diary = Diary(item("a", "9:00", "10:00"), item("b", "10:00", "10:30"))
    diary.write("b", Act.START, "9:10")
    found = proposals(diary, "9:10")[PROPORTIONAL]
    assert (found.point, found.due, found.needed) == ("", at("10:30"), minutes(10))
    assert [change.item for change in found.changes] == ["b", "a"]
    assert lengths(found) == {"a": 53, "b": 27}


def test_where_whole_minutes_do_not_reach_seconds_are_taken() -> None:
    half = timedelta(seconds=30)
    assert shared_out(minutes(1), [minutes(2)] * 2, [half] * 2) == (half, half)
    assert shared_out(minutes(1), [minutes(2)] * 2, [half, ZERO]) == (half, ZERO)
    assert shared_out(timedelta(seconds=61), [minutes(5)], [minutes(5)]) == (minutes(2),)
    assert shared_out(ZERO, [minutes(5)], [minutes(5)]) == (ZERO,)
    assert shared_out(minutes(1), [], []) == ()


seconds = st.integers(1, 7200).map(lambda number: timedelta(seconds=number))
givers = st.lists(seconds.flatmap(lambda weight: st.tuples(st.just(weight), st.timedeltas(ZERO, weight))), max_size=9)


@given(givers=givers, need=st.timedeltas(ZERO, timedelta(hours=4)))
def test_nobody_gives_more_than_its_room_and_together_they_give_what_is_needed(
    givers: list[tuple[timedelta, timedelta]], need: timedelta
) -> None:
    rooms = [room // timedelta(seconds=1) * timedelta(seconds=1) for _weight, room in givers]
    shares = shared_out(need, [weight for weight, _room in givers], rooms)
    assert all(ZERO <= share <= room for share, room in zip(shares, rooms, strict=True))
    total = sum(shares, ZERO)
    assert min(need, sum(rooms, ZERO)) <= total < need + minutes(1)


@given(
    lengths=st.lists(
        st.tuples(st.integers(1, 90), st.integers(0, 100), st.booleans(), st.sampled_from(Importance)),
        min_size=1,
        max_size=8,
    ),
    late=st.integers(1, 240 * 60),
)
def test_a_proposal_respects_minimum_and_plan_and_leaves_exactly_what_it_says(
    lengths: list[tuple[int, int, bool, Importance]], late: int
) -> None:
    items, begins = [], at("9:00")
    for number, (length, share, fixed, importance) in enumerate(lengths):
        line = item(
            str(number), "9:00", "9:01", fixed=fixed, minimum=minutes(length * share // 100), importance=importance
        )
        items.append(replace(line, starts=begins, ends=moved(begins, minutes(length)), kind=ItemKind.DISCUSSION))
        begins = items[-1].ends
    now = moved(at("9:00"), timedelta(seconds=late))
    for plan in compress(items, {}, now, day=DAY_1):
        changed = applied(items, plan)
        for before, after in zip(items, changed, strict=True):
            assert before.minimum <= after.length <= before.length
        taken = {change.item: Actual(change.item, added=change.after - change.before) for change in plan.changes}
        # Before the day the plan is written anew; on the day it stays, and what is taken is recorded.
        for again in (project(changed, {}, now), project(items, taken, now)):
            slack = again.expected[plan.point].slack if plan.point else moved(again.days[0].projected, ZERO) - plan.due
            still = max(ZERO, -slack if plan.point else slack) if slack is not None else ZERO
            assert still == plan.missing
        assert plan.gained < plan.needed + minutes(1)

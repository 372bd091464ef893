"""The demo lives through both days as a real meeting would, and is whole at the end."""

from collections import Counter
from datetime import timedelta
from gettext import NullTranslations
from pathlib import Path

import pytest
from sqlalchemy import text

from cmc_desk.desk import counters
from cmc_desk.desk.demo_moments import Moment
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.floor_facts import floors
from cmc_desk.desk.journal_list import journal_lines
from cmc_desk.desk.meeting import meeting
from cmc_desk.desk.note_items import item_notes
from cmc_desk.desk.note_list import register_of_actions
from cmc_desk.desk.opening import verify_journal
from cmc_desk.desk.payment_list import payment_lines
from cmc_desk.desk.people import arrivals, sessions_of_day
from cmc_desk.desk.preflight import preflight
from cmc_desk.desk.recommendations import recommendations
from cmc_desk.desk.report import report_tree
from cmc_desk.desk.rundown import rundown
from cmc_desk.desk.seat_wall import seat_wall
from cmc_desk.rules.agenda import ItemState
from cmc_desk.rules.countdown import countdown_words, elapsed_words
from cmc_desk.rules.floor import current, left, speeches
from cmc_desk.rules.floor_kinds import SpeakerState
from cmc_desk.rules.note_kinds import Decided, EntryKind
from cmc_desk.rules.preflight import blocked
from cmc_desk.rules.timing import actuals, elapsed, project, standing
from cmc_desk.rules.travel_states import Headline
from tests.desk.demo_days import left_at
from tests.desk.report_hands import facts_of, figures_agree

# These are recorded at the time that they are told for.
BEFOREHAND = ("meeting.found", "registration.import")


def test_the_demo_lives_through_both_days_and_is_whole(tmp_path: Path) -> None:
    desk = left_at(Moment.END, tmp_path / "demo.cmc")
    verified = desk.read(verify_journal)
    assert verified.whole
    assert verified.rows > 300
    days = desk.read(meeting).days
    for day in days:
        state = desk.read(counters.desk_state, day=day, now=desk.clock.now())
        assert 0 < state.counts.people.present <= state.counts.people.expected
    with desk.store.read() as session:
        answers = set(session.execute(text("SELECT DISTINCT answer FROM scan")).scalars())
        assert answers >= {"checked in", "already in", "other meeting", "unknown code", "walk-in"}
        assert session.execute(text("PRAGMA foreign_key_check")).all() == []
    shown = desk.read(rundown)
    assert {one.state for one in actuals(shown.items, shown.events).values()} == {ItemState.DONE}
    assert Counter(heard(desk).values()) == {SpeakerState.DONE: 26, SpeakerState.WRITTEN: 1}
    times = [row.at for row in desk.read(journal_lines) if row.kind not in BEFOREHAND]
    assert times == sorted(times)
    decided = Counter(one.decided for one in desk.read(recommendations))
    assert decided == {Decided.APPROVED: 5, Decided.AMENDED: 2, Decided.DEFERRED: 1}
    assert blocked(desk.read(preflight)) == ()
    figures_agree(desk.read(report_tree, language="en", attributed=True), facts_of(desk))
    desk.close()


@pytest.mark.parametrize(
    ("moment", "clock"),
    [
        (Moment.SEATS, "2019-12-03 14:32"),
        (Moment.QUEUE, "2019-12-05 08:52"),
        (Moment.PRIORITIES, "2019-12-05 12:38"),
        (Moment.PLAN, "2019-12-06 11:24"),
        (Moment.APPROVAL, "2019-12-06 16:45"),
    ],
)
def test_the_demo_comes_by_its_moments_at_their_time(moment: Moment, clock: str, tmp_path: Path) -> None:
    desk = left_at(moment, tmp_path / "demo.cmc")
    now = desk.clock.now()
    assert f"{now.astimezone(desk.read(meeting).tzinfo):%Y-%m-%d %H:%M}" == clock
    assert max(row.at for row in desk.read(journal_lines) if row.kind not in BEFOREHAND) <= now
    desk.close()


def test_at_the_end_every_entry_is_filed_and_the_actions_have_a_register(tmp_path: Path) -> None:
    desk = left_at(Moment.END, tmp_path / "demo.cmc")
    found = {one.item: one for one in desk.read(item_notes)}
    assert sum(one.entries for one in found.values()) == 191
    assert {one.unknown_speakers for one in found.values()} == {0}
    register = desk.read(register_of_actions)
    assert {one.written.kind for one in register} == {EntryKind.ACTION, EntryKind.NEXT_STEP}
    assert all(one.written.due and one.written.assignee for one in register)
    desk.close()


def test_whoever_left_a_day_of_the_demo_is_on_no_list_after_that(tmp_path: Path) -> None:
    desk = left_at(Moment.END, tmp_path / "demo.cmc")
    for day in desk.read(meeting).days:
        found = desk.read(arrivals, desk.read(sessions_of_day, day=day))
        gone = [one.left_at for one in found.values() if one.left_at is not None]
        assert len(gone) == 3
    desk.close()


def test_at_the_end_whoever_came_is_paid_with_receipts_in_a_row(tmp_path: Path) -> None:
    desk = left_at(Moment.END, tmp_path / "demo.cmc")
    found = desk.read(seat_wall, now=desk.clock.now(), texts=NullTranslations()).counts
    lines = desk.read(payment_lines)
    desk.close()
    assert (found[Headline.PAID], found[Headline.NO_SHOW]) == (38, 1)
    assert sorted(line.receipt for line in lines if line.receipt) == list(range(1, 39))
    (jamaican,) = (line for line in lines if line.paid_currency == "JMD")
    assert (jamaican.amount, jamaican.handed) == (35520, 49_200_00)


def heard(desk: Desk) -> dict[str, SpeakerState]:
    (facts,) = desk.read(floors)
    return {one.entry.delegation: one.state for one in speeches(facts.topic, facts.entries, facts.events)}


def test_in_the_middle_of_the_priorities_the_demo_stands_as_it_is_drawn(tmp_path: Path) -> None:
    desk = left_at(Moment.PRIORITIES, tmp_path / "demo.cmc")
    now, shown = desk.clock.now(), desk.read(rundown)
    assert f"{now.astimezone(shown.zone):%H:%M:%S}" == "12:38:11"
    assert Counter(heard(desk).values()) == {
        SpeakerState.DONE: 6,
        SpeakerState.SPEAKING: 1,
        SpeakerState.INSCRIBED: 19,
        SpeakerState.ABSENT: 1,
    }
    found = actuals(shown.items, shown.events)
    where = standing(shown.items, found, project(shown.items, found, now))
    assert (where.running, countdown_words(where.left), where.behind) == ("priorities", "21:49", timedelta(minutes=4))
    assert elapsed_words(elapsed(found["priorities"], now)) == "34:11"
    (facts,) = desk.read(floors)
    speaking = current(speeches(facts.topic, facts.entries, facts.events))
    assert speaking is not None
    assert (speaking.entry.delegation, countdown_words(left(speaking, now))) == ("BB", "1:12")
    desk.close()

"""The demo lives through both days as a real meeting would, and is whole at the end."""

from pathlib import Path

from sqlalchemy import text

from cmc_desk.desk import counters, demo_meeting
from cmc_desk.desk.meeting import meeting
from cmc_desk.desk.opening import verify_journal


def test_the_demo_lives_through_both_days_and_is_whole(tmp_path: Path) -> None:
    desk = demo_meeting.walk_through(tmp_path / "demo.cmc")
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
    desk.close()

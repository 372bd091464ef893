"""Six officers work with the same two seats at the same time: nobody is told of a lock, and there is never a third official."""

import pytest

from cmc_desk.desk.opening import open_meeting, verify_journal
from cmc_desk.desk.travel_facts import travel_facts
from cmc_desk.rules.seats import chain, is_whole
from tests.faults import officer
from tests.faults.scene import TIMES, Child, Scene
from tests.meetings import DESK_A, PASSPHRASE

pytestmark = pytest.mark.fault

OFFICERS = 6


def test_six_officers_with_sixty_acts_each_never_finance_a_third_official(scene: Scene) -> None:
    for run in range(TIMES):
        children = [Child(officer.work, scene.path, run * OFFICERS + number) for number in range(OFFICERS)]
        said = [line.split(" ", 2) for child in children for line in child.lines()]
        assert [line for line in said if line[2].startswith("no ")] == []
        assert len(said) == OFFICERS * officer.ACTS
        assert {line[0] for line in said} <= {"0", "1", "2"}
        assert {line[1] for line in said} == {"0"}
        # There was something to fight about: acts that were done, and acts that came too late.
        assert sum(line[2] == "done" for line in said) > OFFICERS * 10
        assert any("is held by" in line[2] for line in said)
        assert any("in the meantime" in line[2] or "already" in line[2] for line in said)
    desk = open_meeting(scene.path, author=DESK_A, secret=PASSPHRASE)
    assert desk.read(verify_journal).whole
    found = desk.read(travel_facts).sponsorships
    assert len(found) == desk.read(officer.count_of) > OFFICERS
    assert all(is_whole(chain(found.values(), key)) for key in found)
    desk.close()

"""Several desks write to one file at the same time: every person is checked in once, by whoever came first."""

import pytest

from tests.faults import visitor
from tests.faults.scene import TIMES, Child, Scene, acknowledged, clerk_at, dice, whole

pytestmark = pytest.mark.fault


@pytest.mark.parametrize("desks", [2, 4])
def test_desks_that_check_in_the_same_people_at_once_never_check_in_anybody_twice(scene: Scene, desks: int) -> None:
    for run in range(TIMES):
        chance = dice(run)
        orders = [chance.sample(scene.people, k=60) for _desk in range(desks)]
        children = [clerk_at(scene, order, f"Desk {number}") for number, order in enumerate(orders)]
        said = [child.lines() for child in children]
        # Nobody was told of any trouble, and every desk had an answer for every person.
        assert [line for lines in said for line in lines if not line.startswith("in ")] == []
        assert [acknowledged(lines) for lines in said] == [set(scene.people)] * desks
        assert [len(lines) for lines in said] == [60] * desks
        assert whole(scene, set(scene.people)) == set(scene.people)


def test_whoever_opens_the_meeting_while_desks_are_writing_is_let_in(scene: Scene) -> None:
    for run in range(TIMES):
        orders = [dice(run).sample(scene.people, k=60) for _desk in range(2)]
        children = [clerk_at(scene, order, f"Desk {number}") for number, order in enumerate(orders)]
        visitors = [Child(visitor.come_and_go, scene.path, 8) for _visitor in range(2)]
        assert [child.lines() for child in visitors] == [["done"]] * 2
        assert [acknowledged(child.lines()) for child in children] == [set(scene.people)] * 2

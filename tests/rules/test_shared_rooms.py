"""A room in one line, and its parts again."""

import pytest

from cmc_desk.rules.shared_rooms import Room, read_room


@pytest.mark.parametrize(
    ("line", "room"),
    [
        ("", Room()),
        ("single, 412", Room("single", "412")),
        ("Twin 412 + José Example", Room("twin", "412", "José Example")),
        ("+ José Example", Room(mate="José Example")),
        ("sea view", Room(number="sea view")),
    ],
)
def test_a_line_is_read_in_its_parts(line: str, room: Room) -> None:
    assert read_room(line) == room


def test_the_parts_make_the_line_that_they_are_read_from() -> None:
    room = Room("twin", "412", "José Example")
    assert room.line == "twin 412 + José Example"
    assert read_room(room.line) == room
    assert Room().line == ""

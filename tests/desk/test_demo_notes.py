"""The notes of the demo stand as they are drawn, in the middle of the guiding principles."""

from collections.abc import Iterator

import pytest

from cmc_desk.desk.demo_moments import Moment
from cmc_desk.desk.demo_notes import FIRST, PRINCIPLES
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.floor_facts import floors
from cmc_desk.desk.note_items import item_notes
from cmc_desk.desk.note_list import notes_of, unfiled
from cmc_desk.desk.note_places import present
from cmc_desk.desk.opening import verify_journal
from cmc_desk.desk.rundown import rundown
from cmc_desk.rules.countdown import countdown_words
from cmc_desk.rules.floor import current, left, speeches
from cmc_desk.rules.note_kinds import EntryKind, NoteStatus
from cmc_desk.rules.timing import actuals, project, standing
from tests.desk.demo_days import left_at


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    opened = left_at(Moment.PRINCIPLES, tmp_path_factory.mktemp("demo") / "demo.cmc")
    yield opened
    opened.close()


def test_in_the_middle_of_the_principles_the_notes_stand_as_they_are_drawn(desk: Desk) -> None:
    now = desk.clock.now()
    found = {one.item: (one.status, one.entries) for one in desk.read(item_notes)}
    assert (
        found
        | {
            "opening": (NoteStatus.FINAL, 4),
            "context": (NoteStatus.FINAL, 18),
            "priorities": (NoteStatus.FINAL, 41),
            "priorities-continued": (NoteStatus.DRAFT, 63),
            "principles-introduction": (NoteStatus.DRAFT, 3),
            PRINCIPLES: (NoteStatus.WRITING, 12),
            "principles-summary": (NoteStatus.LATER, 0),
            "day1-summary": (NoteStatus.LATER, 0),
        }
        == found
    )
    shown = [one for one in desk.read(notes_of, item=PRINCIPLES) if one.filed_at is not None]
    zone = desk.read(rundown).zone
    last = [(f"{one.started_at.astimezone(zone):%H:%M}", one.written.delegation, one.written.kind) for one in shown[6:]]
    assert last == [
        ("16:27", "LC", EntryKind.PROPOSAL),
        ("16:30", "CU", EntryKind.QUESTION),
        ("16:31", "JM", EntryKind.INTERVENTION),
        ("16:34", "BZ", EntryKind.ACTION),
        ("16:37", "DO", EntryKind.INTERVENTION),
        ("16:39", "JM", EntryKind.DECISION),
    ]
    assert [one.written.highlighted for one in shown[6:]] == [True, False, True, True, False, True]
    (typing,) = desk.read(unfiled, author=FIRST.operator, station=FIRST.station)
    assert (typing.written.delegation, typing.written.text[-4:]) == ("BB", " “na")
    assert [one.item for one in desk.read(present, now=now)] == [PRINCIPLES]
    assert desk.read(verify_journal).whole


def test_in_the_middle_of_the_principles_barbados_speaks_and_the_agenda_is_late(desk: Desk) -> None:
    now = desk.clock.now()
    facts = next(one for one in desk.read(floors) if PRINCIPLES in one.items)
    speaking = current(speeches(facts.topic, facts.entries, facts.events))
    assert speaking is not None
    assert (speaking.entry.delegation, countdown_words(left(speaking, now))) == ("BB", "1:34")
    shown = desk.read(rundown)
    done = actuals(shown.items, shown.events)
    where = standing(shown.items, done, project(shown.items, done, now))
    assert (where.running, where.behind.total_seconds()) == (PRINCIPLES, 180)

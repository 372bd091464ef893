"""What changed much is taken back beside the window; everything else at once."""

from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from cmc_desk.desk import importing, registration
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.people import find_people
from cmc_desk.rules.import_decisions import Change
from cmc_desk.rules.plain import to_plain
from cmc_desk.ui.context import Context, Message
from tests.meetings import ANDRE, KEISHA, open_desk
from tests.ui.papers.office import WaitingPool


@dataclass
class Stand:
    """A window's context without the window, and what it said."""

    desk: Desk
    context: Context
    pool: WaitingPool
    said: list[Message]

    def bring_in(self, number: int) -> None:
        people = (replace(ANDRE, given_name=f"Andre {one}") for one in range(number))
        changes = [
            Change(do="add", id="", row=row, person=to_plain(person), aliases=[], desk_note="")
            for row, person in enumerate(people, start=2)
        ]
        self.desk.do(importing.import_people, changes=changes, source="list.csv", learned={}, columns={})

    def people(self) -> int:
        return self.desk.read(find_people).total

    def words(self) -> list[str]:
        return [message.before + message.bold + message.after for message in self.said]


@pytest.fixture
def stand(tmp_path: Path, qapp: QApplication) -> Stand:
    desk = open_desk(tmp_path)
    pool = WaitingPool()
    made = Stand(desk, Context(desk, pool=pool), pool, [])
    made.context.said.connect(made.said.append)
    return made


def test_an_import_is_taken_back_beside_the_window_once_however_often_the_key_is_pressed(stand: Stand) -> None:
    told: list[frozenset[str]] = []
    stand.bring_in(120)
    stand.desk.subscribe(told.append)
    assert stand.context.undo() is None
    assert stand.people() == 120, "nothing stands still for it"
    assert stand.context.undo() is None
    assert stand.words() == ["Taking back what was done last …", "The last act is still being taken back."]
    assert not told
    stand.pool.run()
    assert stand.people() == 0
    assert told
    assert stand.words()[2].startswith("Undone: ")
    stand.context.undo()
    assert stand.words()[3] == "There is nothing of this session to undo."
    stand.desk.close()


def test_a_single_act_is_taken_back_at_once(stand: Stand) -> None:
    stand.bring_in(1)
    stand.desk.do(registration.register, person=KEISHA)
    assert stand.context.undo() is not None
    assert stand.context.undo() is not None
    assert stand.people() == 0
    stand.desk.close()


def test_what_was_built_upon_meanwhile_is_not_taken_back_and_said_so(stand: Stand) -> None:
    stand.bring_in(120)
    stand.context.undo()
    other = stand.desk.read(find_people).hits[0].id
    stand.desk.do(registration.edit_person, participant=other, changes={"functional_title": "Senior Legal Adviser"})
    stand.pool.run()
    assert stand.people() == 120
    assert stand.said[-1].kind == "amber"
    assert stand.context.undo() is not None, "the key is free again"
    stand.desk.close()


def test_a_file_that_is_gone_is_trouble_and_nothing_is_lost(stand: Stand, tmp_path: Path) -> None:
    stand.bring_in(120)
    stand.context.undo()
    aside = stand.desk.store.path.rename(tmp_path / "aside.cmc")
    stand.pool.run()
    assert stand.said[-1].kind == "coral"
    aside.rename(stand.desk.store.path)
    assert stand.people() == 120
    stand.desk.close()

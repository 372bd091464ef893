"""The numbers to call come from the template, are changed as one list, and go on into the next template."""

from dataclasses import replace
from pathlib import Path

import pytest

from cmc_desk.clock import ManualClock
from cmc_desk.desk.contacts import change_contacts, contacts_of
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.meeting_plan import plan_of, save_as_template
from cmc_desk.desk.opening import create_meeting
from cmc_desk.exchange.meeting_file import read_meeting
from cmc_desk.rules.refusal import Refusal
from tests.meetings import DESK_A, MORNING, plan

LIST = (("Police", "119"), ("Fire and ambulance", "110"), ("Desk A", "+1 876 555 0100"))


def test_a_meeting_begins_with_the_contacts_of_its_template(tmp_path: Path) -> None:
    planned = replace(plan(), contacts=LIST)
    desk = create_meeting(tmp_path / "m.cmc", planned, clock=ManualClock(MORNING), author=DESK_A, training=True)
    assert desk.read(contacts_of) == LIST
    assert desk.read(plan_of).contacts == LIST
    desk.read(save_as_template, path=tmp_path / "next.toml")
    assert read_meeting(tmp_path / "next.toml").contacts == LIST
    desk.close()


def test_the_list_is_changed_in_one_step_and_put_back(desk: Desk) -> None:
    assert desk.do(change_contacts, contacts=list(LIST)) == 3
    assert desk.do(change_contacts, contacts=[LIST[2], (" Police\t", "119")]) == 2
    assert desk.read(contacts_of) == (LIST[2], LIST[0])
    desk.do(change_contacts, contacts=[])
    assert desk.read(contacts_of) == ()
    for expected in ((LIST[2], LIST[0]), LIST, ()):
        desk.undo()
        assert desk.read(contacts_of) == expected


@pytest.mark.parametrize(
    ("contacts", "sentence"),
    [
        ([("Police", "119"), ("", "110")], "Say whom"),
        ([("Police", " ")], "no number"),
        ([("Police", "119"), ("POLICE", "119")], "twice"),
        ([(f"Desk {number}", "119") for number in range(13)], "room for 12"),
    ],
)
def test_what_nobody_could_call_is_refused(desk: Desk, contacts: list[tuple[str, str]], sentence: str) -> None:
    desk.do(change_contacts, contacts=list(LIST))
    with pytest.raises(Refusal, match=sentence) as refused:
        desk.do(change_contacts, contacts=contacts)
    assert refused.value.field == "contacts"
    assert desk.read(contacts_of) == LIST

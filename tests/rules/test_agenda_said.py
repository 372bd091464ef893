"""What an import tells is told in words."""

from datetime import date, datetime, timedelta

import pytest

from cmc_desk.rules.agenda_dry_run import FIELDS
from cmc_desk.rules.agenda_plan import EndKind, Importance, StartKind
from cmc_desk.rules.agenda_said import field_title, value_words
from cmc_desk.rules.meeting import ItemKind, SpeakerPlan
from tests.meetings import ZONE


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (True, "yes"),
        (False, "no"),
        (StartKind.FIXED, "yes"),
        (StartKind.FLOW, "no"),
        (EndKind.FIXED, "yes"),
        (ItemKind.LUNCH, "Lunch"),
        (Importance.LEAST, "least important"),
        (datetime(2019, 12, 5, 9, 30, tzinfo=ZONE), "09:30"),
        (datetime(2019, 12, 5, 9, 30, 15, tzinfo=ZONE), "09:30:15"),
        (date(2019, 12, 5), "2019-12-05"),
        (timedelta(minutes=90), "1:30"),
        (("First", "plan"), "First | Plan of Action"),
        ((SpeakerPlan("A. Example", "", "IOM", "First"),), "A. Example, IOM"),
        ("room-a", "Room A"),
        ("Opening", "Opening"),
        ("", ""),
        (None, ""),
    ],
)
def test_a_value_is_said_as_people_say_it(value: object, words: str) -> None:
    assert value_words(value, {"room-a": "Room A", "plan": "Plan of Action"}) == words


def test_every_field_has_a_title() -> None:
    assert all(field_title(name) for name in FIELDS)

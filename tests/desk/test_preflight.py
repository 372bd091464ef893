"""What is to be seen to before the report goes out, as the desk finds it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cmc_desk.desk import recommendations
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.preflight import preflight
from cmc_desk.rules.note_kinds import EntryKind
from cmc_desk.rules.notes import Written
from cmc_desk.rules.preflight import Check, Finding, Severity
from tests.desk.note_hands import file
from tests.meetings import open_desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = open_desk(tmp_path)
    yield opened
    opened.close()


def checks(desk: Desk) -> dict[Check, Finding]:
    return {one.check: one for one in desk.read(preflight)}


def test_recommendations_of_the_notes_that_nobody_put_into_the_list_are_told(desk: Desk) -> None:
    entry = file(desk, Written("That the group meets once a year.", kind=EntryKind.RECOMMENDATION))
    told = checks(desk)[Check.NOTED]
    assert (told.severity, told.count, told.where[0].key) == (Severity.WARNS, 1, entry)
    desk.do(recommendations.put_recommendation, verb="recommends", texts={"en": "That."}, entry=entry)
    assert checks(desk)[Check.NOTED].severity is Severity.GOOD

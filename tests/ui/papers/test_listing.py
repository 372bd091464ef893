"""The list of papers is there at once; whether each still says what is true is told when it is known, of what is seen first."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from cmc_desk.desk import paper_overview
from cmc_desk.desk.making_papers import make_paper, record_paper
from cmc_desk.rules.papers import Ask, Format
from cmc_desk.rules.refusal import Unavailable
from tests.meetings import JOSE, enter
from tests.paper_kinds import ROOMS, SHEET
from tests.ui.papers.office import Office, WaitingPool, make_office


@pytest.fixture
def waiting(qtbot: QtBot, tmp_path: Path) -> Office:
    """Return a page that was just shown of a meeting with three papers made; nothing was read yet."""
    pool = WaitingPool()
    office = make_office(qtbot, tmp_path, pool=pool, kinds=(SHEET, ROOMS))
    for kind, ask in ((SHEET, Ask()), (SHEET, Ask(only="JM")), (ROOMS, Ask())):
        record_paper(office.desk, make_paper(office.desk, kind, ask, Format.PDF, office.folder))
    return office


def states(office: Office) -> list[str]:
    return [state for title, _asked, _version, state in office.rows() if title in ("Sheet of names", "Rooms")]


def list_them(office: Office) -> None:
    """Run until the papers are listed."""
    assert isinstance(office.pool, WaitingPool)
    while not states(office):
        office.pool.step()


def test_papers_are_listed_before_any_is_judged_and_the_one_that_is_looked_at_is_judged_first(waiting: Office) -> None:
    waiting.page.open_at("rooms")
    list_them(waiting)
    assert states(waiting) == ["Looking …"] * 3
    assert not waiting.page.list.remake.isEnabled()
    assert isinstance(waiting.pool, WaitingPool)
    while states(waiting) == ["Looking …"] * 3:
        waiting.pool.step()
    assert states(waiting) == ["Looking …", "Looking …", "Current"]
    waiting.pool.run()
    assert states(waiting) == ["Current"] * 3
    waiting.close()


def test_what_was_known_stands_until_it_is_judged_anew(waiting: Office) -> None:
    assert isinstance(waiting.pool, WaitingPool)
    waiting.pool.run()
    enter(waiting.desk, JOSE)
    waiting.page.reader.read()
    waiting.pool.step()
    assert states(waiting) == ["Current"] * 3
    waiting.pool.run()
    assert states(waiting) == ["Changed", "Current", "Changed"]
    waiting.close()


def test_what_changes_while_papers_are_judged_is_listed_when_all_of_them_are(waiting: Office) -> None:
    assert isinstance(waiting.pool, WaitingPool)
    list_them(waiting)
    waiting.pool.step()
    reader = waiting.page.reader
    reader.read_soon()
    assert not reader._list._rest.isActive(), "a queue at the doors would keep the last papers from ever being judged"
    waiting.pool.run()
    assert reader._list._rest.isActive()
    waiting.close()


def test_a_file_that_does_not_answer_is_said_once_and_not_for_every_paper(
    waiting: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert isinstance(waiting.pool, WaitingPool)
    list_them(waiting)

    def locked(*_asked: object, **_more: object) -> None:
        raise Unavailable("The file is locked.")

    monkeypatch.setattr(paper_overview, "judged", locked)
    waiting.pool.run()
    assert [message.after or message.bold for message in waiting.said].count("The file is locked.") == 1
    assert "Looking …" in states(waiting)
    waiting.close()

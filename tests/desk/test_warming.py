"""What pages read first was read once before that: its questions are made, and nothing is kept of the answers."""

from pathlib import Path

from cmc_desk.db import engines
from cmc_desk.desk.document_view import document_view
from cmc_desk.desk.warming import read_beforehand
from tests.meetings import open_desk


def test_no_question_of_a_page_that_was_read_beforehand_is_made_anew(tmp_path: Path) -> None:
    desk = open_desk(tmp_path)
    read_beforehand(desk)
    made = len(engines._MADE)
    desk.read(document_view, draft="", now=desk.clock.now())
    assert len(engines._MADE) == made
    desk.store.path.rename(tmp_path / "elsewhere.cmc")
    read_beforehand(desk)
    desk.close()

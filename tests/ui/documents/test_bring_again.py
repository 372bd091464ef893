"""A text that is brought is compared with the newest version as it stands when the file is chosen, or the text read."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from cmc_desk.clock import ManualClock
from cmc_desk.desk import draft_acts
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.draft_texts import draft_text
from cmc_desk.desk.opening import open_meeting
from cmc_desk.ui.documents.bring_view import BringView
from tests.exchange.word_files import listed, put_in, run, taken_out, word_file
from tests.meetings import DESK_A, MORNING
from tests.ui.documents.stand import CTRL, KEY, SHIFT, TEXT, Drafter

ELSEWHERE = "They meet in Bridgetown."
PASTED = "Foundations\n\n1. These principles are binding.\n\n2. States talk.\n\n3. They meet in Kingston.\n"


@pytest.fixture
def elsewhere(drafter: Drafter) -> Iterator[Desk]:
    """Return the same meeting at another station."""
    desk = open_meeting(drafter.desk.store.path, author=DESK_A, secret="", clock=ManualClock(MORNING))
    yield desk
    desk.close()


def paste(drafter: Drafter) -> BringView:
    QApplication.clipboard().setText(PASTED)
    drafter.press(Qt.Key.Key_V, CTRL | SHIFT)
    part = drafter.page.part
    assert isinstance(part, BringView)
    return part


def states(view: BringView) -> list[str]:
    return [row.state.text for row in view.rows[1:]]


def test_what_was_refused_is_brought_once_it_was_read_again(drafter: Drafter, elsewhere: Desk) -> None:
    view = paste(drafter)
    assert states(view) == ["Changed", "Changed", "Same"]
    elsewhere.do(draft_acts.edit_provision, provision=drafter.provision("3").key, text=ELSEWHERE)
    drafter.press(Qt.Key.Key_Return, CTRL)
    assert "choose the file once more" in drafter.last()
    drafter.press(Qt.Key.Key_E, CTRL)
    drafter.press(Qt.Key.Key_Return, CTRL)
    assert states(view) == ["Changed", "Changed", "Changed"]
    drafter.press(Qt.Key.Key_Return, CTRL)
    assert drafter.last() == "Brought: Guiding Principles"
    assert drafter.provision("3").text == "They meet in Kingston."


def test_a_file_that_is_chosen_once_more_knows_what_was_written_and_proposed_meanwhile(
    drafter: Drafter, elsewhere: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "haiti.docx"
    changed = taken_out("year", "Haiti") + put_in("month", "Haiti")
    path.write_bytes(
        word_file(
            listed(run("These principles are not binding."))
            + listed(run("States shall exchange information every ") + changed + run("."))
            + listed(run("They meet in Kingston."))
        )
    )
    view = paste(drafter)
    view.open_file(path)
    assert view.pane.write.text() == "Add 1 proposal"
    Drafter(drafter.window, elsewhere).propose("2", "States shall exchange information every month.", "HT")
    view.open_file(path)
    assert "not proposed already" in view.pane.write.toolTip()


def test_a_text_that_is_brought_while_an_older_version_is_looked_at_follows_the_newest(drafter: Drafter) -> None:
    drafter.desk.do(draft_acts.circulate_version, draft=KEY)
    drafter.desk.do(draft_acts.bring_text, draft=KEY, provisions=(*TEXT[:2], *TEXT[3:]))
    drafter.page.open_document(KEY, version=1)
    view = paste(drafter)
    assert states(view) == ["Changed", "New", "Same"]
    drafter.press(Qt.Key.Key_Return, CTRL)
    assert drafter.last() == "Brought: Guiding Principles"
    text = drafter.desk.read(draft_text, draft=KEY)
    assert text.version is not None
    assert text.version.number == 3
    assert drafter.page.shown.versions == 3

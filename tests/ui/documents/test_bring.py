"""A text is brought: read, confirmed line by line, and written at one press; what is no text is said in one sentence."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from cmc_desk.desk.draft_acts import adopt_draft
from cmc_desk.desk.draft_texts import draft_text
from cmc_desk.desk.proposals import decide
from cmc_desk.rules.document_kinds import PartyRole, ProposalDecision
from cmc_desk.rules.note_kinds import Decided
from cmc_desk.ui.documents import bring_view
from cmc_desk.ui.documents.author_field import AuthorField
from cmc_desk.ui.documents.bring_view import BringView
from tests.exchange.word_files import listed, paragraph, put_in, run, taken_out, word_file
from tests.ui.documents.stand import ALT, CTRL, KEY, SECOND, SHIFT, Drafter

PASTED = f"Foundations\n\n1. These principles are not binding.\n\n2. {SECOND} In writing.\n\n3. They meet in Kingston.\n\n4. So be it.\n"


def bringing(drafter: Drafter) -> BringView:
    part = drafter.page.part
    assert isinstance(part, BringView)
    return part


def test_what_was_copied_is_confirmed_line_by_line_and_keeps_its_provisions(drafter: Drafter) -> None:
    before = drafter.provision("2").key
    QApplication.clipboard().setText(PASTED)
    drafter.press(Qt.Key.Key_V, CTRL | SHIFT)
    view = bringing(drafter)
    assert [(row.read.label, row.state.text) for row in view.rows][1:] == [
        ("1", "Same"),
        ("2", "Changed"),
        ("3", "Same"),
        ("4", "New"),
    ]
    drafter.press(Qt.Key.Key_End, CTRL)
    view.table.choose(view.rows[-1].number)
    drafter.press(Qt.Key.Key_X, ALT)
    assert view.rows[-1].state.text == "Left out"
    drafter.press(Qt.Key.Key_Return, CTRL)
    text = drafter.desk.read(draft_text, draft=KEY)
    assert [one.label for one in text.provisions if one.label.isdigit()] == ["1", "2", "3"]
    assert drafter.provision("2").key == before
    assert drafter.page.part is None
    assert drafter.last() == "Brought: Guiding Principles"
    drafter.press(Qt.Key.Key_Z, CTRL)
    assert drafter.provision("2").text == SECOND


def test_a_number_that_was_read_wrong_is_mended_before_anything_is_written(drafter: Drafter) -> None:
    QApplication.clipboard().setText("")
    drafter.press(Qt.Key.Key_V, CTRL | SHIFT)
    view = bringing(drafter)
    assert view.editor.hasFocus()
    view.editor.insertPlainText("1. One.\n\n2. Two.\n")
    drafter.press(Qt.Key.Key_Return, CTRL)
    number = view.pane.number.editor
    assert isinstance(number, QLineEdit)
    number.setFocus()
    number.selectAll()
    drafter.type("1 bis")
    drafter.press(Qt.Key.Key_Tab)
    assert view.rows[0].read.label == "1 bis"
    drafter.press(Qt.Key.Key_Escape)
    assert drafter.page.part is None
    assert drafter.provision("2").text == SECOND


def test_the_tracked_changes_of_a_delegation_become_its_proposals(
    drafter: Drafter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    body = (
        listed(run("These principles are not binding."))
        + listed(
            run("States shall exchange information every ")
            + taken_out("year", "Haiti")
            + put_in("month", "Haiti")
            + run(".")
        )
        + listed(run("They meet in Kingston."))
    )
    path = tmp_path / "haiti.docx"
    path.write_bytes(word_file(body))
    monkeypatch.setattr(bring_view, "ask_for_file", lambda *_asked: path)
    drafter.press(Qt.Key.Key_I, CTRL)
    view = bringing(drafter)
    assert view.pane.write.text() == "Add 1 proposal"
    assert view.tracked.delegations() == {"Haiti": "HT"}
    drafter.press(Qt.Key.Key_Return, CTRL)
    one = drafter.proposal(1)
    assert (one.new_text, one.of(PartyRole.PROPOSER)) == ("States shall exchange information every month.", ("HT",))
    assert drafter.last() == "Added: 1 proposal · haiti.docx"
    # The same file once more, one that was written for something else, and one for what the meeting adopted.
    drafter.press(Qt.Key.Key_I, CTRL)
    view = bringing(drafter)
    assert "not proposed already" in view.pane.write.toolTip()
    assert not view.pane.write.isEnabled()
    path.write_bytes(word_file(listed(run("Something else altogether") + put_in(" here", "Haiti") + run("."))))
    view.open_file(path)
    assert "written for another document" in view.pane.write.toolTip()
    drafter.press(Qt.Key.Key_Escape)
    drafter.desk.do(decide, proposal=one.key, decision=ProposalDecision.WITHDRAWN)
    drafter.desk.do(adopt_draft, draft=KEY, decided=Decided.APPROVED)
    drafter.press(Qt.Key.Key_I, CTRL)
    assert "adopted this text" in bringing(drafter).pane.write.toolTip()


def test_what_is_no_word_file_is_refused_in_one_sentence_and_nothing_is_lost(
    drafter: Drafter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "draft.docx"
    path.write_bytes(b"%PDF-1.7 nothing of Word")
    monkeypatch.setattr(bring_view, "ask_for_file", lambda *_asked: path)
    drafter.press(Qt.Key.Key_I, CTRL)
    assert drafter.last().startswith("Not read: ")
    assert bringing(drafter).rows == ()
    path.write_bytes(word_file(paragraph(run("1. A text."))))
    drafter.press(Qt.Key.Key_O, CTRL)
    assert len(bringing(drafter).rows) == 1
    assert drafter.last() == "Read: draft.docx"


def test_an_author_whom_nobody_knows_is_asked_about_and_the_proposals_are_shown_before_they_are_added(
    drafter: Drafter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    changed = taken_out("year", "Maria Perez") + put_in("month", "Maria Perez")
    path = tmp_path / "perez.docx"
    path.write_bytes(
        word_file(
            listed(run("These principles are not binding."))
            + listed(run("States shall exchange information every ") + changed + run("."))
            + listed(run("They meet in Kingston."))
        )
    )
    monkeypatch.setattr(bring_view, "ask_for_file", lambda *_asked: path)
    drafter.press(Qt.Key.Key_I, CTRL)
    view = bringing(drafter)
    (row,) = view.would_be
    assert view.proposed.isVisible()
    assert (row.provision, row.who) == ("2", "Maria Perez: whose?")
    assert "[removed: year] [added: month]" in row.text
    assert not view.pane.write.isEnabled()
    drafter.press(Qt.Key.Key_Return, CTRL)
    assert drafter.page.part is view
    field = view.tracked.findChild(AuthorField)
    assert field is not None
    assert "Maria Perez" in view.pane.write.toolTip()
    field.setFocus()
    drafter.type("secr")
    assert field.hasFocus()
    drafter.press(Qt.Key.Key_Tab)
    assert view.would_be[0].who == "The secretariat"
    drafter.press(Qt.Key.Key_Return, CTRL)
    assert drafter.proposal(1).of(PartyRole.PROPOSER) == ()

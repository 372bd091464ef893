"""The approval of recommendations: one key a decision, each with its time, and the room sees it."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from cmc_desk.desk.recommendations import sentences
from cmc_desk.rules.note_kinds import Decided
from cmc_desk.rules.word_difference import Kept
from cmc_desk.ui import settings
from cmc_desk.ui.stage.look import ApprovalLook, Stamp
from cmc_desk.ui.summaries.page_parts import APPROVAL, RECOMMENDATIONS
from tests.ui.summaries.reader import ENTER, ESC, Reader, recommend
from tests.ui.summaries.stand import ALT, CTRL, SHIFT


def test_a_approves_with_the_time_and_enter_goes_on(reader: Reader) -> None:
    recommend(reader)
    reader.open(APPROVAL)
    reader.press(Qt.Key.Key_A)
    one = reader.recommendations()[0]
    assert (one.decided, one.decided_at) == (Decided.APPROVED, reader.desk.clock.now())
    assert reader.last().startswith("Recommendation 1: approved · 10:")
    assert reader.approval.progress.text() == "1 approved · 2 to decide"
    reader.press(ENTER)
    chosen = reader.approval.chosen()
    assert chosen is not None
    assert chosen.number == 2


def test_m_approves_in_other_words_in_every_language_in_which_it_stands(reader: Reader) -> None:
    recommend(reader)
    reader.open(APPROVAL)
    reader.press(Qt.Key.Key_M)
    panel = reader.approval.amending
    assert [code for code, editor in panel.editors.items() if editor.isVisible()] == ["en", "fr"]
    assert panel.editors["en"].hasFocus()
    reader.press(Qt.Key.Key_End, CTRL)
    reader.press(Qt.Key.Key_Backspace)
    reader.type(" at once.")
    reader.press(ENTER)
    one = reader.recommendations()[0]
    assert one.decided is Decided.AMENDED
    assert reader.desk.read(sentences, language="en")[one.key].endswith("designate a focal point at once.")
    assert dict(one.amended)["fr"]
    assert reader.approval.list.hasFocus()


def test_m_with_no_word_changed_approves_as_it_stands(reader: Reader) -> None:
    recommend(reader)
    reader.open(APPROVAL)
    reader.press(Qt.Key.Key_M)
    reader.press(ENTER)
    one = reader.recommendations()[0]
    assert (one.decided, one.amended) == (Decided.APPROVED, ())
    assert reader.last().startswith("Recommendation 1: approved · 10:")
    assert reader.approval.progress.text() == "1 approved · 2 to decide"
    assert reader.approval.list.hasFocus()


def test_d_defers_and_says_why(reader: Reader) -> None:
    recommend(reader)
    reader.open(APPROVAL)
    reader.press(Qt.Key.Key_D)
    reader.type("no consensus")
    reader.press(ENTER)
    one = reader.recommendations()[0]
    assert (one.decided, one.reason) == (Decided.DEFERRED, "no consensus")
    row = reader.approval.list.current()
    assert row is not None
    assert "because: no consensus" in row.spoken


def test_a_decision_stands_until_it_is_reopened(reader: Reader) -> None:
    recommend(reader)
    reader.open(APPROVAL)
    reader.press(Qt.Key.Key_A)
    reader.press(Qt.Key.Key_D)
    assert reader.recommendations()[0].decided is Decided.APPROVED
    assert "reopen it first" in reader.approval.defer.toolTip()
    reader.press(Qt.Key.Key_O)
    assert reader.recommendations()[0].decided is Decided.PENDING
    reader.press(Qt.Key.Key_Z, CTRL)
    assert reader.recommendations()[0].decided is Decided.APPROVED


def test_esc_leaves_what_is_typed_undecided(reader: Reader) -> None:
    recommend(reader)
    reader.open(APPROVAL)
    for key in (Qt.Key.Key_M, Qt.Key.Key_D):
        reader.press(key)
        reader.type("never mind")
        reader.press(ESC)
    assert all(one.decided is Decided.PENDING for one in reader.recommendations())
    assert reader.approval.isVisible()
    assert reader.approval.list.hasFocus()


def test_the_room_sees_the_line_that_is_before_it_and_what_became_of_it(reader: Reader) -> None:
    recommend(reader)
    reader.open(APPROVAL)
    reader.press(Qt.Key.Key_F6, CTRL)
    saying = reader.window.room.saying
    shown = saying.shown.text
    assert isinstance(shown, ApprovalLook)
    assert (shown.number, shown.stamp, len(shown.next)) == (1, Stamp.NONE, 2)
    reader.window.activateWindow()
    reader.approval.list.setFocus()
    reader.press(Qt.Key.Key_A)
    shown = saying.shown.text
    assert isinstance(shown, ApprovalLook)
    assert shown.stamp is Stamp.APPROVED
    assert shown.decided.startswith("Approved 10:")
    reader.press(ENTER)
    shown = saying.shown.text
    assert isinstance(shown, ApprovalLook)
    assert (shown.number, shown.decided) == (2, "")
    reader.press(ESC)
    assert saying.shown.text is None
    reader.window.room.close_all()


def test_list_and_room_see_what_was_amended_struck_and_underlined_also_while_another_page_is_open(
    reader: Reader,
) -> None:
    from cmc_desk.desk.approval import approve_amended
    from tests.ui.summaries.stand import another_window

    recommend(reader)
    reader.open(APPROVAL)
    reader.press(Qt.Key.Key_F6, CTRL)
    saying = reader.window.room.saying
    reader.window.go("agenda")
    other = another_window(reader.desk)
    (first, *_rest) = reader.recommendations()
    said = other.read(sentences, language="en")[first.key]
    other.do(approve_amended, recommendation=first.key, amended={"en": said.replace("designate", "name")})
    other.close()
    reader.look()
    shown = saying.shown.text
    assert isinstance(shown, ApprovalLook)
    assert shown.stamp is Stamp.AMENDED
    assert [(one.text, one.kept) for one in shown.changes if one.kept is not Kept.SAME] == [
        ("designate", Kept.REMOVED),
        ("name", Kept.ADDED),
    ]
    reader.window.go("summaries")
    row = reader.approval.list.rows()[0]
    assert row.spoken.endswith("[removed: designate] [added: name] a focal point.")
    assert row.changes == shown.changes
    reader.window.room.close_all()


def test_the_list_is_read_in_another_language(reader: Reader) -> None:
    recommend(reader)
    reader.open(APPROVAL)
    reader.press(Qt.Key.Key_L, ALT)
    reader.press(Qt.Key.Key_L, ALT)
    row = reader.approval.list.current()
    assert row is not None
    assert row.sentence.startswith("La Réunion")
    reader.press(Qt.Key.Key_L, ALT)
    row = reader.approval.list.current()
    assert row is not None
    assert row.sentence == "Nothing was written in this language yet."


def test_without_a_recommendation_it_says_where_they_come_from(reader: Reader) -> None:
    reader.open(APPROVAL)
    assert reader.approval.empty.isVisible()
    assert not reader.approval.approve.isEnabled()
    reader.press(Qt.Key.Key_W, ALT)
    assert reader.writer.isVisible()
    reader.press(ESC)
    assert reader.approval.isVisible()


def test_from_the_writer_to_the_approval_and_back_by_keys(reader: Reader) -> None:
    recommend(reader)
    reader.build()
    reader.press(Qt.Key.Key_W, ALT)
    reader.press(Qt.Key.Key_V, ALT)
    assert reader.approval.isVisible()
    reader.press(ESC)
    assert reader.page.part is reader.page.made[RECOMMENDATIONS]
    reader.press(ESC)
    assert reader.builder.isVisible()
    reader.press(ESC)
    assert reader.page.part is None


def test_another_window_decides_and_this_one_shows_it(reader: Reader) -> None:
    from cmc_desk.desk.approval import approve
    from tests.ui.summaries.stand import another_window

    recommend(reader)
    reader.open(APPROVAL)
    other = another_window(reader.desk)
    other.do(approve, recommendation=reader.recommendations()[1].key)
    reader.look()
    assert reader.approval.progress.text() == "1 approved · 2 to decide"
    other.close()


def test_the_list_is_made_as_a_paper_where_it_is_approved(
    reader: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings, "papers_folder", lambda _meeting: tmp_path / "papers")
    recommend(reader)
    reader.open(APPROVAL)
    reader.press(Qt.Key.Key_P, CTRL | SHIFT)
    reader.press(Qt.Key.Key_W, CTRL | SHIFT)
    assert sorted(path.suffix for path in (tmp_path / "papers").iterdir()) == [".docx", ".pdf"]

"""The read-out builder, by the keys that a rapporteur presses."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from cmc_desk.desk import readouts
from cmc_desk.desk.note_list import notes_of
from cmc_desk.ui import settings
from tests.desk.readout_hands import KEY, edit, line_with
from tests.ui.summaries.reader import DOWN, ENTER, ESC, UP, Reader
from tests.ui.summaries.stand import ALT, CTRL, SHIFT, another_window

DELETE = Qt.Key.Key_Delete


def test_the_lines_stand_under_their_sections_and_the_first_one_is_chosen(reader: Reader) -> None:
    builder = reader.build()
    headings = [row.text for row in builder.lines.rows() if row.heading]
    assert headings == ["Decisions", "Recommendations", "Main points", "Open points", "Next steps"]
    assert len(reader.lines()) == 5
    assert builder.line() is not None
    assert "principle 1 stands" in (builder.line() or line_with(reader.desk, "bind")).text
    assert [row.text for row in builder.side.sources.rows()] == ["Agreed: principle 1 stands."]


def test_a_line_goes_up_and_down_by_keys_and_ctrl_z_takes_it_back(reader: Reader) -> None:
    reader.build()
    reader.choose("mandate")
    before = reader.lines()
    reader.press(UP, ALT)
    moved = reader.lines()
    assert moved != before
    assert moved.index(next(one for one in moved if "mandate" in one)) == 1
    reader.press(Qt.Key.Key_Z, CTRL)
    assert reader.lines() == before
    reader.press(DOWN, ALT)
    assert "mandate" in [row.text for row in reader.builder.lines.rows() if row.section == "open points"][1]


def test_the_first_line_can_go_no_further_up(reader: Reader) -> None:
    reader.build()
    reader.press(UP, ALT)
    assert reader.last() == "Nothing changed: this line is the first one."


def test_a_line_is_dragged_under_another_heading(reader: Reader) -> None:
    builder = reader.build()
    rows = builder.lines.rows()
    dragged = next(at for at, row in enumerate(rows) if "mandate" in row.text)
    area = [builder.lines.visualRect(builder.lines.model().index(at, 0)) for at in range(len(rows))]
    port = builder.lines.viewport()
    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=area[dragged].center())
    target = QPoint(area[0].center().x(), area[0].bottom() - 2)
    QTest.mouseMove(port, target + QPoint(0, 30))
    QTest.mouseMove(port, target)
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=target)
    assert "mandate" in reader.lines()[0]
    assert line_with(reader.desk, "mandate").section == "decisions"


def test_a_line_is_rewritten_where_it_stands(reader: Reader) -> None:
    builder = reader.build()
    reader.choose("bind")
    reader.press(ENTER)
    assert builder.lines.editor.hasFocus()
    reader.press(Qt.Key.Key_A, CTRL)
    reader.type("One question is open.")
    reader.press(ENTER)
    assert "One question is open." in reader.in_file()
    assert builder.lines.hasFocus()
    assert (builder.lines.current() or builder.lines.rows()[0]).states() == ("Rewritten",)
    assert reader.last() == "Rewritten."


def test_esc_leaves_a_line_as_it_was(reader: Reader) -> None:
    builder = reader.build()
    before = reader.in_file()
    reader.press(ENTER)
    reader.type("XX")
    reader.press(ESC)
    assert (reader.in_file(), builder.isVisible()) == (before, True)
    reader.press(ESC)
    assert not builder.isVisible()
    assert reader.page.notes.composer.editor.hasFocus()


def test_what_was_rewritten_says_that_its_sources_have_changed_and_is_not_written_anew(reader: Reader) -> None:
    builder = reader.build()
    reader.choose("bind")
    reader.press(ENTER)
    reader.type(" Really?")
    reader.press(ENTER)
    (entry,) = (one for one in reader.desk.read(notes_of, item="discussion") if "bind" in one.written.text)
    edit(reader.desk, entry.key, text="Does it bind at all?")
    assert "Sources changed" in (builder.lines.current() or builder.lines.rows()[0]).states()
    assert builder.side.stale.isVisible()
    assert any("at all" in piece.text for piece in builder.side.compared.line.pieces())
    assert "Really?" in line_with(reader.desk, "bind").text
    reader.press(Qt.Key.Key_K, ALT)
    assert not builder.side.stale.isVisible()
    assert "Really?" in line_with(reader.desk, "bind").text
    reader.press(Qt.Key.Key_U, ALT)
    assert line_with(reader.desk, "bind").rewritten == ""
    assert "at all" in line_with(reader.desk, "bind").text


def test_two_lines_become_one_and_one_is_left_out_and_taken_in_again(reader: Reader) -> None:
    reader.build()
    reader.choose("mandate")
    reader.press(Qt.Key.Key_M, CTRL)
    assert len(reader.lines()) == 4
    assert len(line_with(reader.desk, "mandate").sources) == 2
    reader.choose("bind")
    reader.press(DELETE)
    assert not any("bind" in words for words in reader.in_file())
    assert reader.last() == "Left out."
    reader.press(DELETE)
    assert any("bind" in words for words in reader.in_file())


def test_a_line_is_added_beneath_the_chosen_one_and_an_empty_one_is_none(reader: Reader) -> None:
    reader.build()
    reader.choose("mandate")
    before = reader.lines()
    reader.press(Qt.Key.Key_N, CTRL)
    reader.press(ENTER)
    assert reader.lines() == before
    reader.press(Qt.Key.Key_N, CTRL)
    reader.type("The Chair thanked all.")
    reader.press(ENTER)
    after = reader.lines()
    assert after[after.index("The Chair thanked all.") - 1] == next(one for one in before if "mandate" in one)
    reader.press(DELETE)
    assert reader.lines() == before


def test_what_is_being_rewritten_is_kept_when_the_builder_is_left_for_another_view(reader: Reader) -> None:
    reader.build()
    reader.choose("bind")
    reader.press(ENTER)
    reader.type(" Truly.")
    reader.press(Qt.Key.Key_F6)
    assert reader.reading.isVisible()
    assert any("Truly." in words for words in reader.in_file())


def test_somebody_elses_rewriting_is_not_overwritten_and_what_was_typed_stays(reader: Reader) -> None:
    builder = reader.build()
    line = line_with(reader.desk, "bind")
    reader.choose("bind")
    reader.press(ENTER)
    reader.type(" Mine.")
    other = another_window(reader.desk)
    other.do(readouts.rewrite_line, readout=KEY, line=line.key, text="Theirs.")
    reader.look()
    assert builder.lines.editor.text().endswith("Mine.")
    reader.press(ENTER)
    assert "Somebody else has rewritten this line" in reader.last()
    assert builder.lines.editor.text().endswith("Mine.")
    assert line_with(reader.desk, "Theirs").text == "Theirs."
    reader.press(ESC)
    assert "Theirs." in reader.lines()
    other.close()


def test_without_names_nobody_is_named_and_the_guard_says_who_is_left(reader: Reader) -> None:
    builder = reader.build()
    reader.press(Qt.Key.Key_A, ALT)
    assert not any("Haiti proposed" in words for words in reader.lines())
    assert not builder.side.guard.isVisible()
    reader.choose("bind")
    reader.press(ENTER)
    reader.type(" So Haiti.")
    reader.press(ENTER)
    assert builder.side.guard.title.text() == "1 name is left in the text"
    assert "“Haiti” in line" in builder.side.guard.second.text()
    reader.press(Qt.Key.Key_I, ALT)
    assert reader.desk.read(readouts.issues, readout=KEY) == ()
    assert "1 name is left" in reader.last()
    reader.press(Qt.Key.Key_Y, ALT)
    (issue,) = reader.desk.read(readouts.issues, readout=KEY)
    assert (issue.status, issue.attributed) == ("circulated", False)


def test_the_guard_leads_to_the_line_in_which_a_name_is_left(reader: Reader) -> None:
    builder = reader.build()
    reader.press(Qt.Key.Key_A, ALT)
    reader.choose("bind")
    reader.press(ENTER)
    reader.type(" So Haiti.")
    reader.press(ENTER)
    builder.lines.choose("section:decisions")
    reader.press(Qt.Key.Key_G, ALT)
    assert "So Haiti" in (builder.line() or line_with(reader.desk, "principle 1")).text


def test_it_was_read_out_is_kept_word_for_word_and_said(reader: Reader) -> None:
    builder = reader.build()
    reader.press(Qt.Key.Key_S, ALT)
    (issue,) = reader.desk.read(readouts.issues, readout=KEY)
    assert issue.spoken
    assert reader.last() == "Read out: kept word for word as version 1."
    assert builder.head.chip.look().text.startswith("Read out ")
    assert [row.number for row in builder.side.versions.rows()] == [1]


def test_a_final_summary_is_only_changed_after_it_was_reopened(reader: Reader) -> None:
    builder = reader.build()
    reader.press(Qt.Key.Key_F, ALT)
    assert builder.head.chip.look().text == "Final · version 1"
    assert not builder.rewrite_button.isEnabled()
    reader.press(ENTER)
    assert not builder.lines.editing
    reader.press(Qt.Key.Key_O, ALT)
    assert builder.rewrite_button.isEnabled()


def test_the_language_turns_and_what_it_says_by_itself_with_it(reader: Reader) -> None:
    reader.build()
    reader.press(Qt.Key.Key_L, ALT)
    assert any("Haití" in words or "Haiti" in words for words in reader.lines())
    assert reader.builder.head.languages.key() == "es"
    reader.press(Qt.Key.Key_Z, CTRL)
    assert reader.builder.head.languages.key() == "en"


def test_a_working_group_reports_key_issues_discussion_and_the_way_forward(reader: Reader) -> None:
    builder = reader.build()
    reader.press(Qt.Key.Key_N, ALT)
    reader.type("A")
    reader.press(ENTER)
    assert builder.acts.key == "group:discussion/A"
    assert [row.text for row in builder.lines.rows()] == ["Key issues", "Discussion", "Way forward"]
    builder.lines.setFocus()
    reader.press(ENTER)
    reader.type("Data are not shared.")
    reader.press(ENTER)
    assert reader.lines() == ["Data are not shared."]
    assert "group:discussion/A" in [row.key for row in builder.slots_pane.list.rows()]


def test_the_summary_of_the_first_day_is_reached(reader: Reader) -> None:
    builder = reader.build("day:2019-12-06")
    assert builder.head.title.text() == "Summary of Day 2"
    assert len(reader.lines()) == 5


def test_f1_knows_the_keys_of_the_builder(reader: Reader) -> None:
    reader.build()
    assert reader.page.keys()
    reader.press(Qt.Key.Key_F1)
    assert reader.window.keys_overlay.isVisible()
    reader.press(ESC, SHIFT)
    reader.press(ESC)


def test_a_read_out_is_made_as_word_document_pdf_and_text_where_it_is_put_together(
    reader: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings, "papers_folder", lambda _meeting: tmp_path / "papers")
    reader.build()
    for key in (Qt.Key.Key_P, Qt.Key.Key_W, Qt.Key.Key_T):
        reader.press(key, CTRL | SHIFT)
    made = sorted(path.suffix for path in (tmp_path / "papers").iterdir())
    assert made == [".docx", ".pdf", ".txt"]
    (text,) = (tmp_path / "papers").glob("*.txt")
    assert "Haiti proposed" in text.read_text(encoding="utf-8-sig")


def test_what_a_working_group_reports_is_made_as_a_paper_of_its_own(
    reader: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings, "papers_folder", lambda _meeting: tmp_path / "papers")
    reader.desk.do(readouts.add_line, readout="group:discussion/A", section="way forward", text="A focal point.")
    reader.build("group:discussion/A")
    reader.press(Qt.Key.Key_T, CTRL | SHIFT)
    (text,) = (tmp_path / "papers").glob("*group_discussion_A*.txt")
    said = text.read_text(encoding="utf-8-sig")
    assert "A focal point." in said
    assert "Haiti proposed" not in said


def test_closing_the_window_keeps_what_is_being_rewritten(reader: Reader) -> None:
    reader.build()
    reader.choose("bind")
    reader.press(ENTER)
    reader.type(" Truly.")
    again = another_window(reader.desk)
    reader.window.close()
    assert any("Truly." in line.text for line in again.read(readouts.readout, key=KEY).lines)
    again.close()

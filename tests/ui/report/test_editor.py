"""The editor of the report: blocks on and off, written by hand, compared and accepted, and where the report goes from there."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from cmc_desk.desk import attendance, report
from cmc_desk.desk.people import Filter, find_people
from cmc_desk.desk.setup import change_meeting
from cmc_desk.rules.document_kinds import ReportStatus
from cmc_desk.rules.report_blocks import Para
from cmc_desk.ui.report.block_rows import Hand, Only, tick_place
from cmc_desk.ui.report.view import ReportView
from tests.ui.papers.office import ALT, CTRL, Office

VENUE = "organisation/venue/sentence"
ORGANISATION = "organisation"
ENTER = Qt.Key.Key_Return


def typed(widget: QWidget, words: str) -> None:
    QTest.keyClicks(QApplication.focusWidget() or widget, words)


def shown(editor: ReportView, key: str) -> Para:
    assert editor.sight is not None
    block = editor.sight.tree.block(key)
    assert isinstance(block, Para)
    return block


def write_by_hand(office: Office, editor: ReportView, words: str) -> None:
    """Choose the sentence of the venue, go into it and type at its end."""
    editor.open_block(VENUE)
    editor.blocks.list.setFocus()
    office.press(ENTER)
    assert editor.block.text.hasFocus()
    typed(editor, words)


def test_whoever_comes_to_the_text_by_a_key_goes_on_with_it_and_a_click_says_where(editor: ReportView) -> None:
    editor.open_block(VENUE)
    text = editor.block.text
    text.setFocus(Qt.FocusReason.MouseFocusReason)
    assert text.textCursor().position() == 0
    editor.blocks.list.setFocus()
    text.setFocus(Qt.FocusReason.TabFocusReason)
    assert text.textCursor().atEnd()


def test_a_chart_is_told_in_words_and_counted(written: Office, editor: ReportView) -> None:
    key = "organisation/attendance/figure"
    someone = written.desk.read(find_people, only=Filter.EXPECTED).hits[0]
    written.desk.do(attendance.check_in, participant=someone.id)
    written.page.report.reader.read()
    editor.open_block(key)
    row = editor.blocks.row(key)
    assert row is not None
    assert row.text == "Figure 1. Attendance by day and session"
    assert editor.block.head.title.text() == "Figure 1"
    assert "came:" in editor.block._fixed_text.toPlainText()


def test_space_leaves_a_block_out_with_all_under_it_and_undo_takes_it_in_again(
    written: Office, editor: ReportView
) -> None:
    editor.open_block(ORGANISATION)
    editor.blocks.list.setFocus()
    written.press(Qt.Key.Key_Space)
    assert written.desk.read(report.report_standing).left_out == (ORGANISATION,)
    row = editor.blocks.row(VENUE)
    assert row is not None
    assert not row.on
    editor.open_block(VENUE)
    written.press(Qt.Key.Key_Space)
    assert written.last() == (
        "amber",
        f"Not taken in: {row.text} · it goes with the heading above it, which is left out.",
    )
    written.page.context.undo()
    taken_in = editor.blocks.row(VENUE)
    assert taken_in is not None
    assert taken_in.on


def test_a_click_on_its_tick_switches_a_block(written: Office, editor: ReportView) -> None:
    rows = editor.blocks.list
    place = next(number for number, row in enumerate(rows.rows()) if row.key == "summary")
    area = rows.visualRect(rows.model().index(place, 0))
    tick = tick_place(rows.rows()[place], area.top()).center().toPoint()
    written.click(rows.viewport(), tick)
    assert written.desk.read(report.report_standing).left_out == ("summary",)
    editor.blocks.only.choose(Only.LEFT_OUT.value)
    assert all(not row.on for row in rows.rows())


def test_what_is_written_by_hand_stays_and_says_when_its_sources_have_changed(
    written: Office, editor: ReportView
) -> None:
    write_by_hand(written, editor, " All thanked the host.")
    written.press(ENTER, CTRL)
    assert shown(editor, VENUE).text.endswith("All thanked the host.")
    assert not editor.block.keep.isEnabled()
    assert editor.blocks.row(VENUE).hand is Hand.WRITTEN  # type: ignore[union-attr] # it is there
    assert not editor.block.accept.isVisible()
    written.desk.do(change_meeting, changes={"venue": "Example Centre"})
    assert shown(editor, VENUE).stale
    assert editor.block.stale.isVisible()
    editor.open_block("summary")
    written.press(Qt.Key.Key_F8)
    assert editor.block.block == shown(editor, VENUE)
    written.press(Qt.Key.Key_V, ALT)
    removed = [piece.text for piece in editor.block.difference.line.pieces() if piece.kept.name == "REMOVED"]
    assert any("Centre" in words for words in removed)
    written.press(Qt.Key.Key_A, ALT)
    assert not shown(editor, VENUE).stale
    written.press(Qt.Key.Key_T, ALT)
    assert "Example Centre" in shown(editor, VENUE).text
    assert not shown(editor, VENUE).written
    assert editor.block.typed() == shown(editor, VENUE).text
    written.page.context.undo()
    assert shown(editor, VENUE).written
    assert written.last() == ("notice", "Undone: a paragraph of the report was given back to its sources")


def test_whoever_goes_on_loses_nothing_that_was_typed(written: Office, editor: ReportView) -> None:
    write_by_hand(written, editor, " One.")
    # Somebody else changes the meeting meanwhile: what is being typed stays.
    written.desk.do(change_meeting, changes={"city": "Exampletown"})
    assert editor.block.typed().endswith(" One.")
    editor.open_block("summary")
    assert shown(editor, VENUE).text.endswith(" One.")


def test_esc_leads_out_of_the_text_and_keeps_nothing_that_was_typed_but_for_whoever_comes_back(
    written: Office, editor: ReportView
) -> None:
    before = shown(editor, VENUE).text
    write_by_hand(written, editor, " One.")
    written.press(Qt.Key.Key_Escape)
    assert written.page.is_editing()
    assert editor.blocks.list.hasFocus()
    assert written.last() == ("notice", "Not saved: what you typed stands here again when you come back.")
    assert (shown(editor, VENUE).text, editor.block.typed()) == (before, before)
    written.press(ENTER)
    assert editor.block.typed() == f"{before} One."
    assert written.last() == ("notice", "What you typed here before stands in it again.")
    typed(editor, " Two.")
    for _time in range(2):
        written.press(Qt.Key.Key_Escape)
    assert not written.page.is_editing()
    assert not shown(editor, VENUE).written
    # The other text of the report has a paragraph of its own.
    written.page.open_at(("block", VENUE))
    editor.standing.language.picked.emit("fr")
    editor.block.text.setFocus()
    assert "Two." not in editor.block.typed()
    editor.standing.language.picked.emit("en")
    written.desk.do(report.write_block, block=VENUE, language="en", attributed=True, text="By somebody else.", seen="")
    editor.blocks.list.setFocus()
    written.press(ENTER)
    assert editor.block.typed() == f"{before} One. Two."
    assert written.last() == (
        "amber",
        "What you typed here before stands in it again. Meanwhile the paragraph says something else: Ctrl+Z shows it.",
    )
    written.press(Qt.Key.Key_Z, CTRL)
    assert editor.block.typed() == "By somebody else."


def test_what_follows_its_sources_is_shown_and_leads_there(written: Office, editor: ReportView) -> None:
    editor.open_block("organisation/attendance/by-class")
    assert not editor.block.text.isVisible()
    assert "attendance" in editor.block.follows.text()
    assert editor.block._table.toPlainText().strip().startswith("Status")
    written.press(Qt.Key.Key_G, ALT)
    assert written.went[-1] == ("registration", "attendance")


def test_it_is_circulated_corrected_signed_and_reopened_by_keys(written: Office, editor: ReportView) -> None:
    standing = editor.standing
    assert not standing.sign.isEnabled()
    standing.until.setFocus()
    standing.until.selectAll()
    typed(standing, "never")
    written.press(Qt.Key.Key_U, ALT)
    assert "is no day" in standing.until_field.problem()
    standing.until.selectAll()
    typed(standing, "20 Dec")
    written.press(Qt.Key.Key_U, ALT)
    assert written.desk.read(report.report_standing).status is ReportStatus.CIRCULATED
    assert "20 Dec 2019" in standing.said.text()
    assert written.last() == ("notice", "Circulated: version 1 of the report · 1 thing keeps it from being signed off")

    written.press(Qt.Key.Key_F7)
    written.press(Qt.Key.Key_N, CTRL)
    typed(editor, "1")
    editor.corrections.delegation.set_key("HT")
    editor.corrections.words.setFocus()
    typed(editor, "Say took part.")
    written.press(ENTER)
    (asked,) = written.desk.read(report.corrections)
    assert (asked.paragraph, asked.delegation, asked.words) == ("1", "HT", "Say took part.")
    assert not standing.sign.isEnabled()

    written.page.open_at(("correction", asked.key))
    assert editor.corrections.chosen.answer.isVisible()
    written.press(Qt.Key.Key_P, ALT)
    assert editor.block.block is not None
    assert getattr(editor.block.block, "label", "") == "1."
    editor.corrections.chosen.outcome.choose("not accepted")
    written.press(Qt.Key.Key_R, ALT)
    assert "why it was not accepted" in editor.corrections.chosen.fields["answer"].problem()
    editor.corrections.chosen.outcome.choose("accepted")
    assert not editor.corrections.chosen.replaced.isVisible()
    editor.corrections.chosen.answer.setFocus()
    typed(editor, "Corrected.")
    written.press(ENTER)
    assert written.desk.read(report.corrections)[0].answer == "Corrected."

    written.press(Qt.Key.Key_F7)
    # An item of which nobody made a summary keeps it from being signed, in the words in which it keeps it from being final.
    assert standing.sign.toolTip().startswith("The report needs this first: Agenda items with a summary")
    written.desk.do(report.set_report, left_out=("proceedings", "organisation/opening"))
    standing.by.setFocus()
    typed(editor, "The Permanent Secretary")
    written.press(Qt.Key.Key_S, ALT)
    assert written.desk.read(report.report_standing).signed_by == "The Permanent Secretary"
    assert not standing.circulate.isEnabled()
    editor.open_block(VENUE)
    assert editor.block.text.isReadOnly()
    written.press(Qt.Key.Key_O, ALT)
    assert written.desk.read(report.report_standing).status is ReportStatus.CORRECTED
    assert [row.name for row in editor.standing.issues.rows()] == ["v2 · Signed off", "v1 · Circulated"]


def test_what_was_done_before_it_was_circulated_is_not_undone_in_its_place(written: Office, editor: ReportView) -> None:
    editor.open_block(ORGANISATION)
    editor.blocks.list.setFocus()
    written.press(Qt.Key.Key_Space)
    written.press(Qt.Key.Key_U, ALT)
    assert written.page.context.undo() is None
    assert written.last() == ("amber", "This cannot be undone: the report was circulated")
    assert written.desk.read(report.report_standing).left_out == (ORGANISATION,)


def test_a_correction_that_was_a_mistake_is_removed_and_undo_brings_it_back(
    written: Office, editor: ReportView
) -> None:
    written.press(Qt.Key.Key_U, ALT)
    written.desk.do(report.ask_correction, version=1, paragraph="1", delegation="", words="Wrong.")
    (asked,) = written.desk.read(report.corrections)
    written.page.open_at(("correction", asked.key))
    written.press(Qt.Key.Key_X, ALT)
    assert written.desk.read(report.corrections) == ()
    written.page.context.undo()
    assert len(editor.corrections.list.rows()) == 1


def test_language_and_naming_are_chosen_for_the_whole_report(written: Office, editor: ReportView) -> None:
    editor.standing.language.set_key("nl")
    editor.standing.language.picked.emit("nl")
    assert editor.sight is not None
    assert (editor.sight.tree.language, editor.sight.tree.attributed) == ("nl", True)
    editor.standing.naming.choose("unnamed")
    assert not editor.sight.tree.attributed
    assert written.last() == ("notice", "The report names nobody who spoke.")


def test_the_report_is_found_again_where_it_was_left(written: Office, editor: ReportView) -> None:
    written.page.open_at(("block", VENUE))
    assert editor.blocks.list.current().key == VENUE  # type: ignore[union-attr] # it was opened
    written.press(Qt.Key.Key_Escape)
    assert not written.page.is_editing()
    written.page.open_at(("block", VENUE))
    assert written.page.is_editing()


def test_what_is_behind_its_sources_in_another_language_is_said_beside_the_status(
    written: Office, editor: ReportView
) -> None:
    assert not editor.standing.beside.isVisible()
    for language in ("fr", "es"):
        written.desk.do(report.write_block, block=VENUE, language=language, attributed=True, text="By hand.")
    written.desk.do(change_meeting, changes={"venue": "Example Centre"})
    written.desk.do(report.accept_block, block=VENUE, language="es", attributed=True)
    assert editor.standing.beside.isVisible()
    said = "French text: the sources of 1 paragraph written by hand have changed."
    assert editor.standing.beside.text() == said
    editor.standing.language_picked.emit("fr")
    assert shown(editor, VENUE).stale
    assert not editor.standing.beside.isVisible()

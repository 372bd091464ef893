"""Fields of the notes lead on by Tab, show what they hold, and lists stand as high as their words."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from cmc_desk.desk import notes
from cmc_desk.rules.notes import Written
from cmc_desk.ui.context import Facts
from cmc_desk.ui.summaries.page_parts import RECOMMENDATIONS
from cmc_desk.ui.summaries.save_state import SaveState
from cmc_desk.ui.summaries.saved_light import HEIGHT, SavedLight
from tests.desk.note_hands import file
from tests.ui.summaries.reader import ENTER, Reader
from tests.ui.summaries.stand import ALT, Rapporteur

TAB = Qt.Key.Key_Tab


def test_tab_leads_through_the_recommendation_writer_also_from_a_field_that_holds_text(reader: Reader) -> None:
    reader.open(RECOMMENDATIONS)
    form = reader.writer.form
    fields = form.fields
    fields.texts["en"].setFocus()
    reader.type("circulate a list")
    reached: list[QWidget | None] = []
    for _field in range(9):
        reader.press(TAB)
        reached.append(QApplication.focusWidget())
    wanted = [*fields.order()[4:], form.save]
    assert reached == wanted
    assert fields.texts["en"].text() == "circulate a list"


def test_a_long_text_is_seen_in_a_frame_and_in_more_lines_while_it_is_written(reader: Reader) -> None:
    reader.open(RECOMMENDATIONS)
    editor = reader.writer.form.fields.texts["en"]
    assert editor.property("bare") == ""
    editor.setFocus()
    QApplication.processEvents()
    before = editor.height()
    reader.type("circulate a list of terms and definitions that were used " * 4)
    three = 3 * editor.fontMetrics().lineSpacing()
    for _turn in range(3):
        QApplication.processEvents()
    assert before < three < editor.height()
    reader.writer.form.fields.day.setFocus()
    for _turn in range(3):
        QApplication.processEvents()
    assert before < editor.height() < three


def test_the_meeting_may_recommend_something_to_nobody_in_particular(reader: Reader) -> None:
    reader.open(RECOMMENDATIONS)
    fields = reader.writer.form.fields
    fields.verb.set_key("recommends")
    fields.addressee.set_key("")
    fields.texts["en"].setFocus()
    reader.type("that the drafts be adopted")
    assert reader.writer.form.preview["en"].text() == "The Meeting recommends that the drafts be adopted."
    reader.press(ENTER)
    (one,) = reader.recommendations()
    assert one.addressee == ""


def test_a_line_that_is_rewritten_covers_no_more_than_it_needs(reader: Reader) -> None:
    builder = reader.build()
    reader.choose("bind")
    reader.press(ENTER)
    editor = builder.lines.editor
    first = editor.geometry()
    assert first.height() < 80
    reader.type("x")
    assert editor.geometry() == first


def test_letters_tab_and_enter_tell_who_spoke(rapporteur: Rapporteur) -> None:
    file(rapporteur.desk, Written(text="Who was it?", unknown=True))
    rapporteur.look()
    rapporteur.press(Qt.Key.Key_S, ALT)
    rapporteur.type("jam")
    rapporteur.press(TAB)
    panel = rapporteur.page.notes.panels.panel("speakers")
    assert panel.field.edit.text() == "Jamaica"  # type: ignore[attr-defined]
    assert panel.field.edit.hasFocus()  # type: ignore[attr-defined]
    rapporteur.press(ENTER)
    assert [one.written.delegation for one in rapporteur.entries("discussion")] == ["JM"]


def test_f1_names_the_key_of_the_page_for_light_and_dark(rapporteur: Rapporteur) -> None:
    rapporteur.press(Qt.Key.Key_F1)
    said = rapporteur.window.keys_overlay.accessibleDescription() + " ".join(
        one.accessibleName() for one in rapporteur.window.keys_overlay.findChildren(QWidget)
    )
    assert "Ctrl+D" in said
    assert "Ctrl+Shift+D" not in said


def test_since_when_nothing_is_saved_and_where_the_copy_lies_stand_in_two_lines(
    rapporteur: Rapporteur, qtbot: QtBot, tmp_path: Path
) -> None:
    facts: Facts = rapporteur.page.context.facts
    now = rapporteur.desk.clock.now()
    light = SavedLight()
    qtbot.addWidget(light)
    light.show_state(SaveState(saved_at=now), facts)
    assert light.sizeHint().height() == HEIGHT
    copy = tmp_path / "cmc-desk" / "rescue" / "notes-0123456789ab-0123456789abcdef.jsonl"
    light.show_state(SaveState(since=now - timedelta(seconds=9), copy=copy, trouble="The disk is full."), facts)
    assert light.words().endswith("– copy kept in cmc-desk / rescue")
    assert light.sizeHint().height() > HEIGHT
    assert light.sizeHint().width() < 300
    assert str(copy) in light.toolTip()


@pytest.mark.parametrize("chosen", ["", "filed"])
def test_earlier_texts_say_how_to_come_to_them_where_there_are_none(rapporteur: Rapporteur, chosen: str) -> None:
    key = notes.new_entry_id()
    if chosen:
        now = rapporteur.desk.clock.now()
        rapporteur.desk.keep(
            notes.keep_entry, entry=key, item="discussion", started_at=now, written=Written(text="Half"), base=0
        )
    rapporteur.page.notes.panels.open("revisions", key if chosen else "")
    panel = rapporteur.page.notes.panels.panel("revisions")
    assert panel.empty.isVisible()  # type: ignore[attr-defined]
    said = panel.empty.accessibleName()  # type: ignore[attr-defined]
    assert said.startswith("Nothing was kept yet" if chosen else "No entry is chosen")

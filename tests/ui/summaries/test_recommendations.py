"""The recommendation writer, by the keys of whoever writes."""

from datetime import date

from PySide6.QtCore import Qt

from cmc_desk.desk.recommendations import sentences
from cmc_desk.rules.note_kinds import EntryKind
from cmc_desk.rules.notes import Written
from cmc_desk.ui.summaries.page_parts import RECOMMENDATIONS
from tests.desk.readout_hands import write
from tests.ui.summaries.reader import DOWN, ENTER, ESC, UP, Reader, recommend
from tests.ui.summaries.stand import ALT, CTRL

NEW = (Qt.Key.Key_N, CTRL)


def fill(reader: Reader, verb: str = "requests", addressee: str = "host State", text: str = "circulate a list") -> None:
    fields = reader.writer.form.fields
    fields.verb.set_key(verb)
    fields.verb.picked.emit(verb)
    fields.addressee.set_key(addressee)
    fields.addressee.picked.emit(addressee)
    fields.texts["en"].setFocus()
    reader.type(text)


def test_a_sentence_is_seen_in_every_language_while_it_is_written(reader: Reader) -> None:
    reader.open(RECOMMENDATIONS)
    form = reader.writer.form
    fill(reader)
    assert form.preview["en"].text() == "The Meeting requests the host State to circulate a list."
    assert form.preview["es"].text() == "nothing in this language yet"
    form.fields.texts["es"].setFocus()
    reader.type("que distribuya una lista")
    assert form.preview["es"].text() == "La Reunión solicita al Estado anfitrión que distribuya una lista."
    form.fields.day.setFocus()
    reader.type("31 Mar 2020")
    assert form.preview["en"].text().endswith("by 31 March 2020.")


def test_it_is_saved_with_its_number_and_can_be_written_anew(reader: Reader) -> None:
    reader.open(RECOMMENDATIONS)
    fill(reader)
    reader.press(ENTER, CTRL)
    (one,) = reader.recommendations()
    assert (one.number, dict(one.objects)) == (1, {"en": "circulate a list"})
    assert reader.last() == "Saved: recommendation 1"
    reader.writer.form.fields.texts["en"].setFocus()
    reader.type(" of terms")
    reader.press(ENTER)
    assert dict(reader.recommendations()[0].objects) == {"en": "circulate a list of terms"}
    reader.press(*NEW)
    fill(reader, text="meet again")
    reader.press(ENTER)
    assert [one.number for one in reader.recommendations()] == [1, 2]


def test_what_is_missing_is_said_beside_its_field_and_nothing_is_lost(reader: Reader) -> None:
    reader.open(RECOMMENDATIONS)
    fill(reader, addressee="")
    reader.press(ENTER)
    fields = reader.writer.form.fields
    assert reader.recommendations() == ()
    assert fields.fields["addressee"].problem()
    assert fields.texts["en"].text() == "circulate a list"
    fields.day.setFocus()
    reader.type("the day after")
    assert fields.fields["deadline"].problem()


def test_leaving_with_what_cannot_be_saved_warns_once(reader: Reader) -> None:
    reader.open(RECOMMENDATIONS)
    fill(reader, addressee="")
    reader.press(ESC)
    assert reader.writer.isVisible()
    assert "Leave it again to drop it." in reader.last()
    reader.press(ESC)
    assert not reader.writer.isVisible()
    assert reader.recommendations() == ()


def test_leaving_saves_what_can_be_saved(reader: Reader) -> None:
    reader.open(RECOMMENDATIONS)
    fill(reader)
    reader.press(ESC)
    assert len(reader.recommendations()) == 1


def test_the_numbers_are_changed_by_keys_and_taken_back(reader: Reader) -> None:
    recommend(reader)
    reader.open(RECOMMENDATIONS)
    first = reader.recommendations()[0].key
    reader.open(RECOMMENDATIONS, first)
    reader.press(DOWN, ALT)
    assert [one.key for one in reader.recommendations()].index(first) == 1
    assert reader.last() == "Its number is now 2."
    reader.press(UP, ALT)
    assert reader.recommendations()[0].key == first


def test_one_is_removed_and_brought_back(reader: Reader) -> None:
    recommend(reader)
    reader.open(RECOMMENDATIONS, reader.recommendations()[1].key)
    reader.writer.list.setFocus()
    reader.press(Qt.Key.Key_Delete, ALT)
    assert [dict(one.objects)["en"] for one in reader.recommendations()] == [
        "designate a focal point",
        "circulate the revised draft",
    ]
    reader.press(Qt.Key.Key_Z, CTRL)
    assert len(reader.recommendations()) == 3


def test_what_the_notes_have_is_taken_into_the_form(reader: Reader) -> None:
    (entry,) = write(
        reader.desk, Written(text="States name a focal point.", kind=EntryKind.RECOMMENDATION, delegation="HT")
    )
    reader.open(RECOMMENDATIONS)
    assert reader.writer.take.isVisible()
    reader.press(Qt.Key.Key_T, ALT)
    fields = reader.writer.form.fields
    assert fields.texts["en"].text() == "States name a focal point."
    fields.addressee.set_key("participating States")
    fields.addressee.picked.emit("participating States")
    fields.texts["en"].setFocus()
    reader.press(ENTER)
    (one,) = reader.recommendations()
    assert (one.entry, one.item) == (entry, "discussion")
    assert not reader.writer.take.isVisible()


def test_a_whole_sentence_is_worded_by_hand_from_the_one_that_was_made(reader: Reader) -> None:
    reader.open(RECOMMENDATIONS)
    fill(reader)
    reader.press(Qt.Key.Key_H, ALT)
    fields = reader.writer.form.fields
    assert fields.texts["en"].text() == "The Meeting requests the host State to circulate a list."
    reader.press(Qt.Key.Key_H, ALT)
    assert fields.texts["en"].text() == "circulate a list"
    reader.press(Qt.Key.Key_H, ALT)
    fields.texts["en"].setFocus()
    reader.press(Qt.Key.Key_End, CTRL)
    reader.type(" At once.")
    reader.press(ENTER)
    (one,) = reader.recommendations()
    assert dict(one.texts)["en"].endswith("circulate a list. At once.")
    assert reader.desk.read(sentences, language="en")[one.key].endswith("At once.")


def test_a_date_stands_in_the_sentence_as_it_was_typed(reader: Reader) -> None:
    reader.open(RECOMMENDATIONS)
    fill(reader)
    reader.writer.form.fields.day.setFocus()
    reader.type("31 Mar 2020")
    reader.press(ENTER)
    assert reader.recommendations()[0].deadline == date(2020, 3, 31)

"""What helps while typing, with real keys: it is taken on Tab alone, what vanishes comes back with Esc, and nothing typed is changed."""

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from cmc_desk.rules.note_kinds import Attribution, EntryKind
from tests.desk import drafted
from tests.ui.summaries.typist import ALT, CTRL, ITEM, SHIFT, Typist

KEY = Qt.Key


def facts(typist: Typist) -> tuple[EntryKind, str, bool]:
    found = typist.composer.composing.facts
    return found.kind, found.delegation, found.highlighted


def test_enter_files_the_entry_and_the_field_is_empty(typist: Typist) -> None:
    typist.type("The Chair opened the meeting.")
    typist.enter()
    (entry,) = typist.entries()
    assert (entry.written.text, entry.filed_at) == ("The Chair opened the meeting.", typist.desk.clock.now())
    assert (typist.text, typist.composer.entry) == ("", "")
    assert typist.composer.editor.hasFocus()
    assert typist.last() == "Entry saved 10:15 · Intervention"
    assert [(one.entry, one.stored) for one in typist.filed] == [(entry.key, True)]


def test_the_enter_of_the_number_pad_files_too_and_a_held_one_files_once(typist: Typist) -> None:
    typist.type("One.")
    for repeated in (False, True, True):
        event = QKeyEvent(QKeyEvent.Type.KeyPress, KEY.Key_Enter, Qt.KeyboardModifier.KeypadModifier, "\r", repeated)
        QApplication.sendEvent(typist.focus(), event)
    assert typist.texts() == ["One."]


def test_enter_on_nothing_files_nothing(typist: Typist) -> None:
    typist.enter()
    typist.type("   ")
    typist.enter()
    assert typist.foot == "The entry is empty: type what was said."
    assert typist.filed == []


def test_shift_enter_is_a_new_line_and_the_field_grows(typist: Typist) -> None:
    low = typist.composer.editor.height()
    typist.type("- one")
    typist.press(KEY.Key_Return, SHIFT)
    typist.type("- two")
    # The layout of the window comes after that of the composer.
    QApplication.processEvents()
    QApplication.processEvents()
    assert typist.text == "- one\n- two"
    assert typist.composer.editor.height() > low


def test_alt_and_a_number_choose_the_kind(typist: Typist) -> None:
    kinds = []
    for key in (KEY.Key_1, KEY.Key_2, KEY.Key_3, KEY.Key_4, KEY.Key_5, KEY.Key_6):
        typist.press(key, ALT)
        kinds.append(typist.composer.composing.facts.kind)
    assert kinds == list(EntryKind)[:6]
    assert typist.text == ""


def test_a_prefix_turns_into_the_kind_and_vanishes(typist: Typist) -> None:
    for typed, kind in (
        ("d: ", EntryKind.DECISION),
        ("r: ", EntryKind.RECOMMENDATION),
        ("a: ", EntryKind.ACTION),
        ("q: ", EntryKind.QUESTION),
        ("p: ", EntryKind.PROPOSAL),
        ("n: ", EntryKind.NEXT_STEP),
    ):
        typist.type(typed)
        assert (typist.text, facts(typist)[0]) == ("", kind)
        typist.type("Agreed.")
        typist.enter()
        assert typist.entries()[-1].written.kind is kind
        assert typist.entries()[-1].written.text == "Agreed."


def test_a_mark_and_a_dash_too(typist: Typist) -> None:
    typist.type("! d: Principle 1 was adopted.")
    typist.enter()
    typist.type("- meeting suspended 10:10")
    typist.enter()
    first, second = [one.written for one in typist.entries()]
    assert (first.highlighted, first.kind, first.text) == (True, EntryKind.DECISION, "Principle 1 was adopted.")
    assert (second.kind, second.text) == (EntryKind.PROCEDURAL, "meeting suspended 10:10")


def test_esc_right_after_brings_a_prefix_back_and_it_stays(typist: Typist) -> None:
    typist.type("d: ")
    typist.press(KEY.Key_Escape)
    assert (typist.text, facts(typist)[0]) == ("d: ", EntryKind.INTERVENTION)
    typist.type("is a drive")
    typist.enter()
    (entry,) = typist.entries()
    assert (entry.written.text, entry.written.kind) == ("d: is a drive", EntryKind.INTERVENTION)


def test_ctrl_z_takes_the_kind_back_with_its_prefix_and_redo_brings_both(typist: Typist) -> None:
    typist.type("d: yes")
    typist.press(KEY.Key_Z, CTRL)
    assert (typist.text, facts(typist)[0]) == ("", EntryKind.DECISION)
    typist.press(KEY.Key_Z, CTRL)
    assert (typist.text, facts(typist)[0]) == ("d: ", EntryKind.INTERVENTION)
    typist.press(KEY.Key_Z, CTRL | SHIFT)
    assert (typist.text, facts(typist)[0]) == ("", EntryKind.DECISION)


def test_an_action_says_who_and_until_when(typist: Typist) -> None:
    typist.type("a: Circulate a definition @ht due: 6 Dec")
    typist.enter()
    written = typist.entries()[0].written
    assert (written.kind, written.assignee, written.text) == (EntryKind.ACTION, "HT", "Circulate a definition")
    assert written.due is not None
    assert (written.due.month, written.due.day) == (12, 6)


def test_one_line_is_an_amendment(typist: Typist) -> None:
    typist.type("p: 4 jm shall->should")
    typist.enter()
    written = typist.entries()[0].written
    assert (written.kind, written.provision, written.delegation) == (EntryKind.PROPOSAL, "4", "JM")
    assert "shall" in written.text
    assert "should" in written.text


def test_f5_inserts_the_time_of_the_meeting(typist: Typist) -> None:
    typist.type("Suspended at ")
    typist.press(KEY.Key_F5)
    assert typist.text == "Suspended at 10:15"
    typist.press(KEY.Key_Z, CTRL)
    assert typist.text == "Suspended at "


def test_a_correction_replaces_the_last_occurrence_and_is_no_entry(typist: Typist) -> None:
    for text in ("Curacao spoke.", "Curacao and again Curacao."):
        typist.type(text)
        typist.enter()
    typist.type("s/Curacao/Curaçao/")
    typist.rest()
    typist.enter()
    assert typist.text == ""
    typist.rest()
    assert typist.texts() == ["Curacao spoke.", "Curacao and again Curaçao."]
    typist.type("s/Nowhere/There/")
    typist.enter()
    assert typist.text == "s/Nowhere/There/"
    assert typist.foot == "This stands nowhere in the notes of the item."


def test_ctrl_h_marks_for_the_read_out_and_alt_a_turns_the_attribution(typist: Typist) -> None:
    typist.type("Said in confidence")
    typist.press(KEY.Key_H, CTRL)
    typist.press(KEY.Key_A, ALT)
    typist.enter()
    written = typist.entries()[0].written
    assert (written.highlighted, written.attribution) == (True, Attribution.NOT_FOR_ATTRIBUTION)
    assert facts(typist)[2] is False


def test_every_letter_survives_saving_and_opening_again(typist: Typist) -> None:
    hard = "« Oui »\u00a0: [, non convenu] “é”, Curaçao, العربية, 🙂🇯🇲, a\u2028b, n°\u202f3"
    typist.type(hard)
    typist.press(KEY.Key_Return, SHIFT)
    typist.type("- deux")
    assert typist.text == f"{hard}\n- deux"
    typist.rest()
    assert typist.texts() == [f"{hard}\n- deux"]
    entry = typist.composer.entry
    typist.composer.open_item("context")
    typist.composer.open_item(ITEM)
    assert typist.composer.entry == entry
    assert typist.text == f"{hard}\n- deux"
    typist.enter()
    assert typist.texts() == [f"{hard}\n- deux"]


def test_keys_after_a_letter_of_two_units_stand_where_they_should(typist: Typist) -> None:
    typist.type("🙂 dr")
    typist.composer.set_speaker_suggestion("JM")
    typist.tab()
    assert typist.text.startswith("🙂 The delegation of")


def test_pasted_lists_are_bullets_and_one_step_of_undo(typist: Typist) -> None:
    typist.type("Said: ")
    data = QMimeData()
    data.setText("•\tone\r\n•\ttwo\u00a0%\r\n")
    data.setHtml("<ul><li>one</li></ul>")
    typist.composer.editor.insertFromMimeData(data)
    assert typist.text == "Said: - one\n- two\u00a0%"
    typist.press(KEY.Key_Z, CTRL)
    assert typist.text == "Said: "


def test_a_quoted_text_has_the_marks_of_its_language(typist: Typist) -> None:
    typist.type("Proposes")
    typist.composer.quote("shall be")
    assert typist.text == "Proposes “shall be”"
    typist.composer.composing.speak("fr")
    typist.composer.quote("sera")
    assert typist.text.endswith(" «\u00a0sera\u00a0»")


def test_an_amendment_for_a_draft_with_a_text_says_which_proposal_it_is(typist: Typist) -> None:
    drafted.bring(typist.desk)
    typist.composer.set_provision(drafted.KEY, "", "")
    typist.type("p: 1 jm shall->should")
    typist.enter()
    assert typist.last() == "Entry saved 10:15 · Proposal, Jamaica · P-001"
    typist.type("p: 1 jm must->should")
    typist.enter()
    assert typist.last().endswith("· P-002 · “must” does not stand in 1: the proposal was kept as a comment.")

"""Which entry is in the field: filed and taken back, edited after filing, drafts that wait, and what other windows write meanwhile."""

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from cmc_desk.desk import notes
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.note_list import entry_of
from cmc_desk.desk.notes import file_entry, keep_entry, new_entry_id
from cmc_desk.rules.note_kinds import EntryKind, RevisionReason
from cmc_desk.rules.notes import NoteEntry, Written
from cmc_desk.ui.summaries.composer import Conflict
from tests.meetings import DESK_B, reopened
from tests.ui.summaries.typist import ALT, CTRL, ITEM, OTHER, Typist, make_typist

KEY = Qt.Key


def filed(typist: Typist, text: str, **facts: object) -> str:
    """File an entry as somebody has before."""
    key = new_entry_id()
    written = Written(text=text, **facts)  # type: ignore[arg-type] # facts of an entry
    typist.desk.do(file_entry, entry=key, item=ITEM, started_at=typist.desk.clock.now(), written=written, base=0)
    return key


def entry(desk: Desk, key: str) -> NoteEntry:
    found = desk.read(entry_of, entry=key)
    assert found is not None
    return found


def elsewhere(typist: Typist) -> Desk:
    """Return the same meeting at another station; what it writes is seen here at the next look."""
    return reopened(typist.desk, author=DESK_B)


def test_ctrl_z_in_an_empty_field_is_the_windows_and_brings_the_entry_back(typist: Typist) -> None:
    typist.type("Too soon", pace=500)
    typist.enter()
    assert typist.text == ""
    # The field has nothing to take back any more: the key goes on to the window, which undoes the filing.
    assert not typist.composer.editor.document().isUndoAvailable()
    typist.desk.undo()
    assert typist.text == "Too soon"
    typist.type(" and on.")
    typist.enter()
    assert typist.texts() == ["Too soon and on."]


def test_an_entry_of_the_list_is_edited_in_the_field_and_enter_leaves_it(typist: Typist) -> None:
    key = filed(typist, "Jamaica spoke.", kind=EntryKind.DECISION, delegation="JM")
    typist.composer.edit(key)
    assert (typist.text, typist.composer.editing) == ("Jamaica spoke.", True)
    assert "editing the entry of 10:15" in typist.speaker
    typist.press(KEY.Key_End)
    typist.type(" Twice.")
    typist.rest()
    assert entry(typist.desk, key).written.text == "Jamaica spoke. Twice."
    typist.enter()
    assert (typist.text, typist.composer.editing) == ("", False)
    assert typist.last() == "Entry changed 10:15 · Decision, Jamaica"
    assert typist.revisions(key)[-1].reason is RevisionReason.LEFT
    typist.desk.undo()
    assert entry(typist.desk, key).written.text == "Jamaica spoke."


def test_esc_leaves_an_edited_entry_and_nothing_changed_is_nothing_written(typist: Typist) -> None:
    key = filed(typist, "As it was.")
    typist.composer.edit(key)
    typist.press(KEY.Key_Escape)
    assert typist.composer.entry == ""
    assert entry(typist.desk, key).revision == 1
    assert typist.filed == []


def test_a_draft_comes_back_when_the_edited_entry_is_left(typist: Typist) -> None:
    key = filed(typist, "Of before.")
    typist.type("A draft of now")
    for _letter in range(3):
        typist.press(KEY.Key_Left)
    draft = typist.composer.entry
    typist.composer.edit(key)
    typist.type("!")
    typist.enter()
    assert (typist.text, typist.composer.entry) == ("A draft of now", draft)
    typist.type("_")
    assert typist.text == "A draft of _now"


def test_an_edited_entry_of_which_nothing_is_left_is_not_left_so(typist: Typist) -> None:
    key = filed(typist, "All of it.")
    typist.composer.edit(key)
    typist.press(KEY.Key_A, CTRL)
    typist.press(KEY.Key_Delete)
    typist.enter()
    assert typist.composer.editing
    assert typist.foot.startswith("Nothing is left of this entry")
    typist.press(KEY.Key_Z, CTRL)
    typist.enter()
    assert entry(typist.desk, key).written.text == "All of it."


def test_a_prefix_in_a_filed_entry_is_text(typist: Typist) -> None:
    key = filed(typist, "Agreed.")
    typist.composer.edit(key)
    typist.press(KEY.Key_Home)
    typist.type("d: ")
    typist.enter()
    assert entry(typist.desk, key).written.text == "d: Agreed."
    assert entry(typist.desk, key).written.kind is EntryKind.INTERVENTION


def test_who_is_to_do_it_can_be_said_later(typist: Typist) -> None:
    key = filed(typist, "Circulate a definition", kind=EntryKind.ACTION)
    typist.composer.edit(key)
    typist.press(KEY.Key_End)
    typist.type(" @jm")
    typist.tab()
    assert typist.text == "Circulate a definition @JM "
    typist.type("due: 6 Dec")
    typist.enter()
    written = entry(typist.desk, key).written
    assert (written.text, written.assignee) == ("Circulate a definition", "JM")
    assert written.due is not None
    typist.composer.edit(key)
    chips = [chip.look().text for chip in typist.composer._face.speaker._chips if not chip.isHidden()]
    assert chips[:2] == ["→ Jamaica", "due 6 Dec"]


def test_each_item_has_its_own_draft(typist: Typist) -> None:
    typist.type("Of the discussion")
    typist.composer.open_item(OTHER)
    typist.type("Of the context")
    typist.composer.open_item(ITEM)
    assert typist.text == "Of the discussion"
    typist.composer.open_item(OTHER)
    assert typist.text == "Of the context"


def test_an_edited_entry_is_left_when_the_item_changes(typist: Typist) -> None:
    key = filed(typist, "Before")
    typist.composer.edit(key)
    typist.type("After")
    typist.composer.open_item(OTHER)
    assert typist.revisions(key)[-1].reason is RevisionReason.LEFT
    assert typist.text == ""


def test_the_next_start_opens_where_the_cursor_was(qtbot: QtBot, typist: Typist, tmp_path: Path) -> None:
    typist.type("Half a sentence")
    typist.press(KEY.Key_Home)
    place = typist.composer.place()
    typist.rest()
    again = make_typist(qtbot, tmp_path, desk=reopened(typist.desk))
    again.composer.open_item(*place)
    assert (again.text, again.composer.editor.textCursor().position()) == ("Half a sentence", 0)
    again.close()


def test_what_another_window_writes_here_is_shown_and_undo_goes_on(typist: Typist) -> None:
    key = filed(typist, "The delegation of Haiti spoke")
    typist.composer.edit(key)
    typist.press(KEY.Key_End)
    typist.type(" at length")
    typist.rest()
    other = elsewhere(typist)
    text = "The delegation of Aruba spoke at length"
    other.keep(keep_entry, entry=key, item=ITEM, started_at=other.clock.now(), written=Written(text=text), base=2)
    assert typist.desk.poll()
    assert typist.text == text
    assert typist.composer.editor.textCursor().position() == len(text)
    assert typist.light.startswith("Saved")
    typist.type(".")
    typist.rest()
    assert entry(typist.desk, key).written.text == f"{text}."
    for _step in range(3):
        typist.press(KEY.Key_Z, CTRL)
    assert typist.text == "The delegation of Haiti spoke"
    other.close()


def test_the_same_entry_edited_twice_keeps_both(typist: Typist) -> None:
    key = filed(typist, "Spoke.")
    typist.composer.edit(key)
    typist.press(KEY.Key_End)
    typist.type(" Mine")
    other = elsewhere(typist)
    other.do(notes.leave_entry, entry=key, written=Written(text="Spoke. Theirs"), base=1)
    typist.rest()
    assert sorted(typist.texts()) == ["Spoke. Mine", "Spoke. Theirs"]
    (sibling,) = [one for one in typist.entries() if one.conflict_of]
    assert typist.conflicts == [Conflict(sibling.key, key)]
    assert typist.composer.entry == sibling.key
    typist.type(" and on")
    typist.enter()
    assert sorted(typist.texts()) == ["Spoke. Mine and on", "Spoke. Theirs"]
    other.close()


def test_an_entry_that_was_deleted_elsewhere_leaves_the_field_if_all_of_it_is_written(typist: Typist) -> None:
    key = filed(typist, "Gone.")
    typist.composer.edit(key)
    other = elsewhere(typist)
    other.do(notes.delete_entry, entry=key)
    typist.desk.poll()
    assert typist.text == ""
    other.close()


def test_an_entry_that_was_deleted_while_it_is_typed_on_is_kept_beside(typist: Typist) -> None:
    key = filed(typist, "Gone")
    typist.composer.edit(key)
    typist.press(KEY.Key_End)
    typist.type(" and typed on")
    other = elsewhere(typist)
    other.do(notes.delete_entry, entry=key)
    typist.desk.poll()
    typist.rest()
    assert typist.text == "Gone and typed on"
    assert typist.texts() == ["Gone and typed on"]
    other.close()


def test_a_change_from_this_window_is_taken_in(typist: Typist) -> None:
    key = filed(typist, "Read it out.")
    typist.composer.edit(key)
    typist.desk.do(notes.set_highlight, entry=key, on=True)
    assert typist.composer.composing.facts.highlighted
    typist.type("Do. ")
    typist.enter()
    assert entry(typist.desk, key).written.highlighted
    assert typist.conflicts == []


def test_whoever_takes_everything_back_and_waits_begins_another_entry(typist: Typist) -> None:
    typist.type("Nothing of this")
    typist.rest()
    first = typist.composer.entry
    typist.press(KEY.Key_A, CTRL)
    typist.press(KEY.Key_Delete)
    typist.rest()
    typist.type("A")
    assert typist.composer.entry == first
    typist.press(KEY.Key_Backspace)
    typist.rest(60_000)
    typist.type("Begun now")
    assert typist.composer.entry != first
    typist.enter()
    assert typist.texts() == ["Begun now"]


def test_what_is_under_discussion_is_what_new_entries_are_about(typist: Typist) -> None:
    typist.composer.set_provision("", "3 bis")
    typist.type("About it.")
    typist.composer.set_provision("", "4")
    typist.press(KEY.Key_2, ALT)
    typist.enter()
    typist.type("And this.")
    typist.enter()
    assert [one.written.provision for one in typist.entries()] == ["3 bis", "4"]


def test_without_an_item_nothing_is_filed(qtbot: QtBot, typist: Typist) -> None:
    typist.composer.open_item("")
    typist.type("Nowhere")
    typist.enter()
    typist.rest()
    assert typist.text == "Nowhere"
    assert typist.entries() == ()

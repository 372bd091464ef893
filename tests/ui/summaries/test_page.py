"""The page as a rapporteur works on it: items, entries, and the composer beneath them."""

from itertools import combinations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from cmc_desk.db.schema import Draft, Item
from cmc_desk.desk import floor, floor_list, floor_topics
from cmc_desk.rules.agenda_plan import SpeakerCategory
from cmc_desk.ui import theme
from cmc_desk.ui.summaries.notes_panels import PANELS
from tests.desk.note_hands import file, keep, said
from tests.ui.summaries.stand import ALT, CTRL, NONE, SHIFT, Rapporteur, another_window

KEY = Qt.Key


def test_the_page_opens_on_the_item_of_the_hour_with_the_cursor_in_the_composer(rapporteur: Rapporteur) -> None:
    assert rapporteur.item == "discussion"
    rapporteur.type("Recalls")
    assert rapporteur.text == "Recalls"


def test_what_is_filed_stands_at_the_end_of_the_list(rapporteur: Rapporteur) -> None:
    rapporteur.enter("The first point.")
    rapporteur.enter("d: It was agreed.")
    assert rapporteur.listed == ["The first point.", "It was agreed."]
    assert rapporteur.text == ""
    assert rapporteur.last().startswith("Entry saved 10:30")
    assert "Discussion · Writing · 2 entries" in rapporteur.items()


def test_ctrl_and_an_arrow_go_from_item_to_item_and_each_keeps_its_own_draft(rapporteur: Rapporteur) -> None:
    rapporteur.type("Half a sentence")
    rapporteur.press(KEY.Key_Up, CTRL)
    assert rapporteur.item == "context"
    assert (rapporteur.text, rapporteur.listed) == ("", [])
    rapporteur.enter("Welcome.")
    rapporteur.press(KEY.Key_Down, CTRL)
    assert rapporteur.item == "discussion"
    assert (rapporteur.text, rapporteur.listed) == ("Half a sentence", [])
    rapporteur.press(KEY.Key_Down, CTRL)
    # Nothing comes after it, and a break has no notes.
    assert rapporteur.item == "discussion"
    assert not [spoken for spoken in rapporteur.items() if "coffee" in spoken]
    assert [one.written.text for one in rapporteur.entries("context")] == ["Welcome."]


def test_enter_on_an_entry_of_the_list_brings_it_into_the_composer_and_esc_brings_it_back(
    rapporteur: Rapporteur,
) -> None:
    rapporteur.enter("The frist point.")
    rapporteur.type("Another draft")
    rapporteur.press(KEY.Key_F3)
    assert rapporteur.chosen == "The frist point."
    rapporteur.press(KEY.Key_Return)
    assert rapporteur.text == "The frist point."
    assert rapporteur.page.notes.composer.editing
    rapporteur.type(" Really.")
    rapporteur.press(KEY.Key_Escape)
    assert rapporteur.listed == ["The frist point. Really."]
    assert rapporteur.text == "Another draft"


def test_up_in_an_empty_field_goes_to_the_list_and_letters_go_back_into_the_field(rapporteur: Rapporteur) -> None:
    rapporteur.enter("One.")
    rapporteur.enter("Two.")
    rapporteur.press(KEY.Key_Up)
    assert rapporteur.chosen == "Two."
    rapporteur.press(KEY.Key_Up)
    assert rapporteur.chosen == "One."
    rapporteur.type("Not lost")
    assert (rapporteur.text, rapporteur.chosen) == ("Not lost", "")


def test_who_has_the_floor_is_shown_with_the_time_and_filled_in(rapporteur: Rapporteur) -> None:
    desk = rapporteur.desk
    desk.do(
        floor_topics.put_topic,
        id="talk",
        title="Discussion",
        items=["discussion"],
        limits={SpeakerCategory.STATE.value: 180},
    )
    desk.do(floor_list.inscribe_many, topic="talk", delegations=["HT", "JM", "AW"])
    desk.do(floor.next_speaker, topic="talk")
    rapporteur.later(seconds=86)
    side = rapporteur.page.notes.side
    assert side.floor.words() == "Haiti · 1:34 · left · Next: Jamaica, Aruba"
    rapporteur.enter("Supports it.")
    assert rapporteur.entries()[0].written.delegation == "HT"
    rapporteur.later(seconds=95)
    assert side.floor.words().startswith("Haiti · +0:01 · over")


def test_f1_and_ctrl_slash_show_the_keys_and_close_them_again(rapporteur: Rapporteur) -> None:
    for key, modifiers in ((KEY.Key_F1, NONE), (KEY.Key_Slash, CTRL)):
        rapporteur.press(key, modifiers)
        overlay = rapporteur.window.keys_overlay
        assert overlay.isVisible()
        assert "Ctrl+↑: Item above" in overlay.accessibleName()
        rapporteur.press(key, modifiers)
        assert not overlay.isVisible()
    rapporteur.type("on")
    assert rapporteur.text == "on"


def test_one_key_turns_light_and_dark_also_while_somebody_types(rapporteur: Rapporteur) -> None:
    asked: list[bool] = []
    rapporteur.window.dark_toggled.connect(lambda: asked.append(True))
    rapporteur.type("abc")
    rapporteur.press(KEY.Key_Home)
    rapporteur.press(KEY.Key_D, CTRL)
    assert (asked, rapporteur.text) == ([True], "abc")
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, dark=True)
    rapporteur.page.grab()
    theme.apply(app, dark=False)


def test_the_letters_grow_by_a_key_and_the_size_is_remembered(rapporteur: Rapporteur) -> None:
    notes = rapporteur.page.notes
    rapporteur.press(KEY.Key_Plus, CTRL)
    rapporteur.press(KEY.Key_Equal, CTRL)
    assert (notes.composer.text_size, notes.list.letters) == (20, 17)
    rapporteur.press(KEY.Key_Minus, CTRL)
    assert notes.composer.text_size == 19
    again = type(notes)(rapporteur.page.context)
    assert (again.composer.text_size, again.list.letters) == (19, 16)
    again.deleteLater()
    rapporteur.press(KEY.Key_0, CTRL)
    assert notes.composer.text_size == 18


def test_where_an_item_has_no_draft_the_key_says_so_and_the_keyboard_stays(rapporteur: Rapporteur) -> None:
    assert not rapporteur.page.notes.side.draft.isVisible()
    rapporteur.press(KEY.Key_P, ALT)
    assert rapporteur.last().startswith("Nothing changed: this item has no draft")
    rapporteur.type("still here")
    assert rapporteur.text == "still here"


def test_the_provision_under_discussion_is_said_once_and_new_entries_are_about_it(rapporteur: Rapporteur) -> None:
    with rapporteur.desk.store.write() as session:
        session.add(Draft(id="ideals", title="Statement of Ideals", short_title="Ideals", position=1))
        item = session.get(Item, "discussion")
        assert item is not None
        item.documents = ["ideals"]
    rapporteur.window.context.changed(frozenset({"*"}))
    rapporteur.page.changed(frozenset({"*"}))
    rapporteur.press(KEY.Key_P, ALT)
    rapporteur.enter("3 bis")
    rapporteur.enter("Asks to delete the second sentence.")
    rapporteur.press(KEY.Key_P, ALT)
    rapporteur.type("9")
    rapporteur.press(KEY.Key_Escape)
    rapporteur.enter("Agrees.")
    found = [(one.written.document, one.written.provision) for one in rapporteur.entries()]
    assert found == [("ideals", "3 bis"), ("ideals", "3 bis")]


def test_the_copy_key_copies_what_would_be_read_out(rapporteur: Rapporteur) -> None:
    rapporteur.press(KEY.Key_C, ALT)
    assert rapporteur.last() == "Nothing copied: there is nothing to read out yet."
    rapporteur.enter("d: Principle 1 was adopted.")
    rapporteur.page.notes.beside.show_preview()
    rapporteur.press(KEY.Key_C, ALT)
    assert QApplication.clipboard().text() == "1. Principle 1 was adopted."
    assert "Built from 1 entry · about 1 min aloud" in rapporteur.page.notes.side.readout.words()


def test_what_another_window_files_comes_into_the_list_and_the_end_stays_in_sight(rapporteur: Rapporteur) -> None:
    other = another_window(rapporteur.desk)
    rapporteur.enter("Mine.")
    rapporteur.type("typing on")
    file(other, said("Theirs."), item="discussion")
    rapporteur.window.poll()
    assert rapporteur.listed == ["Mine.", "Theirs."]
    assert rapporteur.text == "typing on"
    assert rapporteur.page.notes.list.from_end() == 0
    other.close()


def test_shift_tab_leaves_the_text_and_every_key_of_the_page_is_only_once(rapporteur: Rapporteur) -> None:
    listed = rapporteur.page.notes.composer.keys()
    names = [*rapporteur.page.notes.keys.names(), *(key for key, _words in listed)]
    assert len(names) == len(set(names))
    rapporteur.type("x")
    rapporteur.press(KEY.Key_Backtab, SHIFT)
    assert rapporteur.focus() is not rapporteur.page.notes.composer.editor


def meets(one: QShortcut, other: QShortcut) -> bool:
    """Say whether the keyboard can be where both shortcuts hear it: then Qt would call neither."""
    mine, theirs = one.parent(), other.parent()
    assert isinstance(mine, QWidget)
    assert isinstance(theirs, QWidget)
    window = Qt.ShortcutContext.WindowShortcut
    if window in (one.context(), other.context()):
        return True
    return mine is theirs or mine.isAncestorOf(theirs) or theirs.isAncestorOf(mine)


@pytest.mark.parametrize("panel", ["", *PANELS])
def test_no_key_means_two_things_whichever_panel_is_open(rapporteur: Rapporteur, panel: str) -> None:
    notes = rapporteur.page.notes
    if panel:
        notes.panels.open(panel)
    heard: dict[str, list[QShortcut]] = {}
    for shortcut in rapporteur.window.findChildren(QShortcut):
        place = shortcut.parent()
        if isinstance(place, QWidget) and place.isVisible() and shortcut.isEnabled():
            pressed = shortcut.keys()
            for key in pressed:
                heard.setdefault(key.toString(), []).append(shortcut)
    twice = {
        key: [type(one.parent()).__name__ for one in found]
        for key, found in heard.items()
        if key and any(meets(one, other) for one, other in combinations(found, 2))
    }
    assert not twice


def test_what_the_meeting_file_does_not_take_stands_in_the_list_and_says_so(rapporteur: Rapporteur) -> None:
    rapporteur.enter("Before.")
    store = rapporteur.desk.store
    other = type(store)(store.path, store.key)
    with other.write():
        rapporteur.enter("While it is locked.")
        rows = rapporteur.page.notes.list.rows
        assert [(row.text, row.waiting) for row in rows] == [("Before.", False), ("While it is locked.", True)]
        assert "NOT SAVED" in rapporteur.page.notes.composer.light.words()
        assert rapporteur.page.notes.head.title.text() == "Discussion"
        rapporteur.page.grab()
    other.close()
    assert rapporteur.page.notes.composer.flush()
    assert [(row.text, row.waiting) for row in rapporteur.page.notes.list.rows] == [
        ("Before.", False),
        ("While it is locked.", False),
    ]


def test_ctrl_k_finds_items_and_what_was_said(rapporteur: Rapporteur) -> None:
    file(rapporteur.desk, said("Asks about remittances.", "HT"), item="context")
    rapporteur.press(KEY.Key_K, CTRL)
    rapporteur.enter("remitt")
    assert (rapporteur.item, rapporteur.chosen) == ("context", "Asks about remittances.")
    rapporteur.press(KEY.Key_K, CTRL)
    rapporteur.enter("discussion")
    assert rapporteur.item == "discussion"


def test_a_draft_that_is_not_in_the_composer_stands_in_the_list(rapporteur: Rapporteur) -> None:
    desk = rapporteur.desk
    keep(desk, "a" * 32, said("First draft"), 0)
    keep(desk, "b" * 32, said("Second draft"), 0)
    rapporteur.look()
    shown = rapporteur.text
    (other,) = {"First draft", "Second draft"} - {shown}
    assert rapporteur.listed == [other]
    rapporteur.press(KEY.Key_Return)
    assert sorted(rapporteur.listed) == ["First draft", "Second draft"]

"""The numbers to call are set up with the keyboard, and every change is one step that can be taken back."""

from PySide6.QtCore import Qt

from cmc_desk.desk.contacts import contacts_of
from cmc_desk.ui.setup.contacts_section import ContactsSection
from tests.ui.setup.conftest import ALT, Setting


def contacts(stand: Setting) -> ContactsSection:
    section = stand.section("contacts")
    assert isinstance(section, ContactsSection)
    return section


def labels(stand: Setting) -> list[str]:
    return [label for label, _number in stand.desk.read(contacts_of)]


def test_a_contact_is_added_and_taken_back(stand: Setting) -> None:
    section = contacts(stand)
    before = labels(stand)
    stand.press(Qt.Key.Key_N, ALT)
    stand.type_over(section.form.field("contacts"), "Hotel reception")
    stand.type_over(section.form.field("number"), "0")
    stand.press(Qt.Key.Key_Return)
    assert labels(stand) == [*before, "Hotel reception"]
    assert (stand.last(), stand.said[-1].undo) == ("Saved: Hotel reception", True)
    stand.page.context.undo()
    assert labels(stand) == before


def test_a_contact_is_corrected_moved_and_removed(stand: Setting) -> None:
    section = contacts(stand)
    before = labels(stand)
    section.table.choose(1)
    stand.type_over(section.form.field("contacts"), "Fire")
    stand.press(Qt.Key.Key_Return)
    assert labels(stand)[:2] == ["Police", "Fire"]
    stand.press(Qt.Key.Key_Up, ALT)
    assert labels(stand)[:2] == ["Fire", "Police"]
    assert section.shown is not None
    assert section.shown.label == "Fire"
    assert not section.up.isEnabled()
    stand.press(Qt.Key.Key_Up, ALT)
    assert labels(stand)[:2] == ["Fire", "Police"]
    stand.press(Qt.Key.Key_Down, ALT)
    stand.press(Qt.Key.Key_Delete, ALT)
    assert "Fire" not in labels(stand)
    assert stand.last() == "Removed: Fire"
    for _step in range(4):
        stand.page.context.undo()
    assert labels(stand) == before


def test_half_a_contact_is_refused_beside_its_field(stand: Setting) -> None:
    section = contacts(stand)
    before = labels(stand)
    stand.press(Qt.Key.Key_N, ALT)
    stand.type_over(section.form.field("contacts"), "Police")
    stand.press(Qt.Key.Key_Return)
    assert "has no number" in section.form.field("contacts").problem()
    stand.type_over(section.form.field("number"), "119")
    stand.press(Qt.Key.Key_Return)
    assert "twice" in section.form.field("contacts").problem()
    assert labels(stand) == before
    stand.press(Qt.Key.Key_Escape)
    assert section.form.values()["contacts"] == "Police"


def test_the_last_one_can_go_too(stand: Setting) -> None:
    contacts(stand)
    for _one in labels(stand):
        stand.press(Qt.Key.Key_Delete, ALT)
    assert labels(stand) == []
    stand.press(Qt.Key.Key_Delete, ALT)
    assert labels(stand) == []


def test_what_another_window_wrote_is_shown(stand: Setting) -> None:
    section = contacts(stand)
    from cmc_desk.desk.contacts import change_contacts

    stand.desk.do(change_contacts, contacts=[("Police", "119")])
    assert [row.label for row in section.table.model_of_rows().rows] == ["Police"]

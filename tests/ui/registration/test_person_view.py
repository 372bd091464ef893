"""One person in full: edited, withdrawn, replaced, verified, with a history that tells who did what."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from cmc_desk.desk.people import card, find_people, person_of
from cmc_desk.rules.people import Credentials, Status
from tests.ui.registration.conftest import Stand
from tests.ui.registration.hands import CTRL, SHIFT

ENTER, ESC, TAB = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab


def edit(stand: Stand, name: str) -> None:
    stand.page.open_at(stand.ids[name])
    stand.press(Qt.Key.Key_R, CTRL)


def line(stand: Stand, name: str) -> QLineEdit:
    editor = stand.page.person.form._fields[name].editor
    assert isinstance(editor, QLineEdit)
    editor.setFocus()
    return editor


def history(stand: Stand) -> list[tuple[str, str]]:
    return [(row.name, row.second) for row in stand.page.person._history.rows()]


def test_a_field_is_changed_saved_with_ctrl_s_and_can_be_undone(stand: Stand) -> None:
    edit(stand, "Keisha")
    line(stand, "functional_title").selectAll()
    stand.type("Director")
    stand.press(Qt.Key.Key_S, CTRL)
    assert stand.desk.read(person_of, participant=stand.ids["Keisha"]).functional_title == "Director"
    assert stand.page.desk_view.shown_person() == stand.ids["Keisha"]
    stand.page.context.undo()
    assert stand.desk.read(person_of, participant=stand.ids["Keisha"]).functional_title.startswith("Technical")


def test_the_history_tells_what_stood_there_before_and_who_took_it_back(stand: Stand) -> None:
    edit(stand, "Opal")
    line(stand, "language").setText("nl")
    stand.press(ENTER, CTRL)
    stand.page.context.undo()
    stand.page.scanned(stand.code("Opal"))
    edit(stand, "Opal")
    lines = history(stand)
    assert [first for first, _second in lines] == ["A check-in", "A person was changed", "A person was registered"]
    assert "Language: – → “nl”" in lines[1][1]
    assert lines[1][1].startswith("undone 08:41 by T. Sample-Reid")


def test_a_mailbox_without_an_at_is_refused_beside_its_field(stand: Stand) -> None:
    edit(stand, "Opal")
    line(stand, "email").setText("opal")
    stand.press(Qt.Key.Key_S, CTRL)
    assert stand.page.person.form._fields["email"].problem().startswith("The e-mail address has no @")
    assert stand.page.person.isVisible()


def test_saving_what_was_not_changed_writes_nothing(stand: Stand) -> None:
    edit(stand, "Opal")
    stand.press(Qt.Key.Key_S, CTRL)
    assert stand.said[-1].kind == "amber"
    edit(stand, "Opal")
    assert len(history(stand)) == 1


def test_esc_leaves_and_changes_nothing(stand: Stand) -> None:
    edit(stand, "Opal")
    line(stand, "given_name").setText("Opaline")
    stand.press(ESC)
    assert stand.desk.read(person_of, participant=stand.ids["Opal"]).given_name == "Opal"


def test_somebody_is_withdrawn_with_a_reason_and_reinstated(stand: Stand) -> None:
    edit(stand, "Rohan")
    stand.page.person.reason.setText("ill, says the mission")
    stand.press(Qt.Key.Key_W, CTRL | SHIFT)
    shown = stand.desk.read(card, participant=stand.ids["Rohan"])
    assert shown.person.status is Status.WITHDRAWN
    assert [note.body for note in shown.notes] == ["ill, says the mission"]
    stand.press(Qt.Key.Key_R, CTRL | SHIFT)
    assert stand.desk.read(person_of, participant=stand.ids["Rohan"]).status is Status.NOMINATED


def test_a_successor_comes_from_the_same_delegation_and_the_card_leads_to_them(stand: Stand) -> None:
    edit(stand, "Rohan")
    stand.press(Qt.Key.Key_P, CTRL | SHIFT)
    assert not stand.page.person.form._fields["delegation"].editor.isEnabled()
    stand.type("Priya")
    stand.press(TAB)
    stand.type("Sample-Khan")
    stand.press(Qt.Key.Key_S, CTRL)
    old = stand.desk.read(card, participant=stand.ids["Rohan"])
    assert old.person.status is Status.REPLACED
    assert stand.page.desk_view.shown_person() == old.replaced_by
    assert stand.desk.read(person_of, participant=old.replaced_by).delegation == "GY"
    stand.page.open_at(stand.ids["Rohan"])
    assert stand.page.desk_view.card.successor.text() == "Show Priya Sample-Khan"
    stand.press(Qt.Key.Key_S, CTRL | SHIFT)
    assert stand.page.desk_view.shown_person() == old.replaced_by


def test_somebody_is_registered_without_a_check_in(stand: Stand) -> None:
    stand.press(Qt.Key.Key_N, CTRL | SHIFT)
    stand.type("Priya")
    stand.page.person.form._fields["delegation"].editor.setFocus()
    stand.type("guyana")
    stand.press(TAB)
    stand.press(Qt.Key.Key_S, CTRL)
    (hit,) = stand.desk.read(find_people, text="priya").hits
    assert (hit.delegation, hit.arrival) == ("GY", None)
    assert stand.answers() == []


def test_only_an_organiser_verifies_credentials(organiser: Stand) -> None:
    organiser.press(Qt.Key.Key_N, CTRL)
    organiser.type("Garfield")
    organiser.page.walk_in.form.delegation.set_code("MS")
    organiser.press(ENTER)
    view = organiser.page.desk_view
    assert view.card.credentials.verify.isVisible()
    organiser.press(Qt.Key.Key_V, CTRL | SHIFT)
    person = organiser.desk.read(person_of, participant=view.shown_person())
    assert person.credentials is Credentials.VERIFIED
    assert not view.card.credentials.isVisible()


def test_needs_of_body_and_table_are_shown_to_organisers_only(stand: Stand) -> None:
    assert "dietary" not in stand.page.person.form.names()
    assert "email" in stand.page.person.form.names()

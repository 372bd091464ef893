"""A walk-in with keys only: who it may be already, what is refused, what survives a scan."""

from PySide6.QtCore import Qt

from cmc_desk.desk.people import card, find_people
from cmc_desk.rules.people import Capacity, Consent, Credentials, Status
from tests.ui.registration.conftest import Stand
from tests.ui.registration.hands import ALT, CTRL, SHIFT

ENTER, ESC, TAB = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab


def begin(stand: Stand, given: str, family: str, delegation: str) -> None:
    stand.press(Qt.Key.Key_N, CTRL)
    for text in (given, family, delegation):
        stand.type(text)
        stand.press(TAB)


def test_a_walk_in_is_typed_checked_in_and_queued_with_keys_only(stand: Stand) -> None:
    begin(stand, "Garfield", "Example-Tuitt", "monts")
    assert stand.page.walk_in.form.delegation.key() == "MS"
    stand.press(Qt.Key.Key_L, ALT)
    stand.press(ENTER)
    shown = stand.desk.read(card, participant=stand.page.desk_view.shown_person())
    assert shown.person.full_name == "Garfield Example-Tuitt"
    assert (shown.person.capacity, shown.person.consent) == (Capacity.DELEGATE, Consent.YES)
    assert shown.person.credentials is Credentials.TO_VERIFY
    assert shown.badge.queued_at == stand.clock.now()
    assert stand.answers() == [("Garfield Example-Tuitt", "walk-in", False)]
    assert stand.focus() is stand.page.desk_view.search.field.edit
    assert stand.said[-1].undo


def test_shift_enter_saves_without_a_badge(stand: Stand) -> None:
    begin(stand, "Garfield", "Example-Tuitt", "monts")
    stand.press(ENTER, SHIFT)
    assert stand.desk.read(card, participant=stand.page.desk_view.shown_person()).badge.queued_at is None


def test_likely_duplicates_appear_with_every_letter(stand: Stand) -> None:
    begin(stand, "Keisa", "Example-Bl", "trin")
    side = stand.page.walk_in.side
    stand.page.walk_in.form.family.setFocus()
    assert side.alike() == ()
    stand.press(Qt.Key.Key_End)
    stand.type("ake")
    assert [(row.name, row.chip.text if row.chip else "") for row in side.alike()] == [
        ("Keisha Example-Blake", "Very like")
    ]


def test_alt_1_takes_the_person_who_stands_on_the_list_and_registers_nobody(stand: Stand) -> None:
    begin(stand, "Keisha", "Example-Blake", "trin")
    stand.press(Qt.Key.Key_1, ALT)
    assert stand.page.desk_view.shown_person() == stand.ids["Keisha"]
    assert stand.desk.read(find_people, text="keisha").total == 1
    assert not stand.page.walk_in.is_begun()


def test_what_is_refused_is_said_beside_its_field_and_what_was_typed_stays(stand: Stand) -> None:
    stand.press(Qt.Key.Key_N, CTRL)
    stand.type("Garfield")
    stand.press(ENTER)
    form = stand.page.walk_in.form
    assert form._fields["delegation"].problem() == "Which delegation? Choose one of the list."
    assert stand.focus() is form.delegation
    assert form.given.text() == "Garfield"
    assert stand.answers() == []


def test_enter_takes_a_proposed_delegation_before_it_saves(stand: Stand) -> None:
    stand.press(Qt.Key.Key_N, CTRL)
    for text in ("Garfield", "Example-Tuitt"):
        stand.type(text)
        stand.press(TAB)
    stand.type("monts")
    stand.press(ENTER)
    assert stand.answers() == []
    assert stand.page.walk_in.form.delegation.key() == "MS"


def test_what_was_typed_survives_a_scan_and_is_gone_on_with(stand: Stand) -> None:
    begin(stand, "Garfield", "Example-Tuitt", "monts")
    stand.page.scanned(stand.code("Devon"))
    stand.clock.advance(minutes=1)
    assert stand.page.desk_view.shown_person() == stand.ids["Devon"]
    stand.press(Qt.Key.Key_N, CTRL)
    assert stand.page.walk_in.form.person().full_name == "Garfield Example-Tuitt"
    stand.press(ENTER)
    assert [name for name, _answer, _voided in stand.answers()] == ["Garfield Example-Tuitt", "Devon Sample-Ramlal"]


def test_esc_leaves_and_keeps_nothing(stand: Stand) -> None:
    begin(stand, "Garfield", "Example-Tuitt", "monts")
    stand.press(ESC)
    assert stand.page.desk_view.isVisible()
    assert not stand.page.walk_in.is_begun()
    assert stand.answers() == []


def test_a_name_searched_in_vain_begins_the_walk_in(stand: Stand) -> None:
    stand.type("Garfield Example-Tuitt")
    stand.press(Qt.Key.Key_N, CTRL)
    form = stand.page.walk_in.form
    assert (form.given.text(), form.family.text()) == ("Garfield", "Example-Tuitt")


def test_the_members_of_the_delegation_stand_beside_the_form(stand: Stand) -> None:
    stand.page.scanned(stand.code("Opal"))
    begin(stand, "Garfield", "Example-Tuitt", "jam")
    side = stand.page.walk_in.side
    assert side._where.right.text() == "1 of 1 present"
    assert {row.text for row in side._members.rows()} == {"Opal Muster-Hyde", "Winsome Example-Blagg"}


def test_undoing_a_walk_in_withdraws_the_person(stand: Stand) -> None:
    begin(stand, "Garfield", "Example-Tuitt", "monts")
    stand.press(ENTER)
    stand.page.context.undo()
    (hit,) = stand.desk.read(find_people, text="garfield").hits
    assert hit.status is Status.WITHDRAWN
    assert stand.answers()[0] == ("Garfield Example-Tuitt", "walk-in", True)
    assert stand.page.desk_view.shown_person() == hit.id

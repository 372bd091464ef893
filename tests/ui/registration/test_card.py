"""The card as a clerk uses it: what it says of a person, and what can be done from it."""

from PySide6.QtCore import Qt

from cmc_desk.desk.badges import reissue
from cmc_desk.desk.people import card
from cmc_desk.desk.photos import set_photo
from cmc_desk.exchange.photo import badge_photo
from cmc_desk.ui.parts.message_strip import MessageKind
from tests.exchange.pictures import quarters, saved
from tests.ui.registration.conftest import Stand
from tests.ui.registration.hands import CTRL, SHIFT

ENTER, ESC = Qt.Key.Key_Return, Qt.Key.Key_Escape
IN = "checked in"


def last_said(stand: Stand) -> tuple[MessageKind, str, str, bool]:
    message = stand.said[-1]
    return message.kind, message.before, message.bold, message.undo


def test_ctrl_shift_z_takes_back_the_check_in_of_the_card_and_keeps_its_history(stand: Stand) -> None:
    stand.type("keisha")
    stand.press(ENTER)
    stand.clock.advance(minutes=1)
    stand.type("devon")
    stand.press(ENTER)
    stand.page.open_at(stand.ids["Keisha"])
    stand.press(Qt.Key.Key_Z, CTRL | SHIFT)
    assert stand.answers() == [("Devon Sample-Ramlal", IN, False), ("Keisha Example-Blake", IN, True)]
    assert stand.page.desk_view.side.scanned.rows()[1].second.startswith("Undone")
    stand.clock.advance(minutes=1)
    stand.press(ENTER)
    assert stand.answers()[0] == ("Keisha Example-Blake", IN, False)


def test_ctrl_z_of_the_shell_takes_the_card_back_too(stand: Stand) -> None:
    stand.type("keisha")
    stand.press(ENTER)
    stand.page.context.undo()
    assert stand.page.desk_view.card.check_in.isVisible()
    assert stand.answers() == [("Keisha Example-Blake", IN, True)]


def test_somebody_withdrawn_is_not_let_in_and_the_card_says_why(stand: Stand) -> None:
    stand.type("winsome")
    view = stand.page.desk_view
    assert not view.card.check_in.isVisible()
    assert view.card._banner.title.text() == "Not coming: withdrawn"
    stand.press(ENTER)
    assert [answer for _name, answer, _voided in stand.answers()] == ["withdrawn"]
    assert not view.card.reinstate.isVisible()


def test_an_organiser_reinstates_at_the_desk(organiser: Stand) -> None:
    organiser.type("winsome")
    organiser.press(Qt.Key.Key_R, CTRL | SHIFT)
    assert organiser.page.desk_view.card.check_in.isVisible()


def test_a_whole_delegation_is_marked_with_one_key(stand: Stand) -> None:
    stand.type("keisha")
    stand.press(ENTER)
    stand.press(Qt.Key.Key_G, CTRL)
    assert sum(answer == IN for _name, answer, _voided in stand.answers()) == 3
    assert stand.page.desk_view.card._presence.text() == "3 of 3 present"
    assert not stand.page.desk_view.card.whole.isVisible()
    stand.page.context.undo()
    assert stand.page.desk_view.card._presence.text() == "1 of 3 present"


def test_what_the_desk_must_know_stands_on_the_card_until_it_is_done(stand: Stand) -> None:
    stand.type("blaise")
    card_pane = stand.page.desk_view.card
    assert card_pane._note.title.text() == "DSA envelope ready — send to Travel"
    stand.press(Qt.Key.Key_D, CTRL)
    assert not card_pane._note.isVisible()


def test_a_note_stays_with_its_person_whoever_is_scanned_meanwhile(stand: Stand) -> None:
    stand.type("devon")
    stand.press(Qt.Key.Key_E, CTRL)
    stand.type("Wait for the ")
    stand.page.scanned(stand.code("Keisha"))
    stand.type("letter")
    stand.press(ENTER)
    notes = stand.desk.read(card, participant=stand.ids["Devon"]).notes
    assert [note.body for note in notes] == ["Wait for the letter"]
    assert [name for name, _answer, _voided in stand.answers()] == ["Keisha Example-Blake"]


def test_an_empty_note_is_refused_beside_its_field(stand: Stand) -> None:
    stand.type("devon")
    stand.press(Qt.Key.Key_E, CTRL)
    stand.press(ENTER)
    assert stand.page.desk_view.card.note_row._field.problem().startswith("The note is empty")


def test_who_has_left_can_come_back(stand: Stand) -> None:
    stand.type("keisha")
    stand.press(ENTER)
    stand.clock.advance(hours=1)
    stand.press(Qt.Key.Key_L, CTRL | SHIFT)
    assert stand.page.desk_view.card._banner.title.text() == "Left 09:41"
    stand.type("keisha")
    stand.clock.advance(minutes=5)
    stand.press(ENTER)
    assert last_said(stand)[1] == "Came back: "


def test_the_card_shows_the_photo_and_a_silhouette_where_there_is_none(stand: Stand) -> None:
    stand.desk.do(set_photo, participant=stand.ids["Keisha"], image=badge_photo(saved(quarters())))
    frame = stand.page.desk_view.card._head._photo
    stand.type("keisha")
    assert frame.accessibleName() == "Photograph"
    assert frame.grab().toImage().pixelColor(20, 20).red() > 150
    stand.press(ESC)
    stand.type("devon")
    assert frame.accessibleName() == "No photograph"


def test_a_badge_that_was_replaced_says_when_and_where(stand: Stand) -> None:
    old = stand.code("Keisha")
    stand.desk.do(reissue, participant=stand.ids["Keisha"], reason="lost")
    stand.page.scanned(old)
    banner = stand.page.desk_view.card._banner
    assert banner.title.text() == f"Old badge, replaced 08:41 at {stand.desk.author.station}"

"""The seat wall: walked by arrows, narrowed by figures and letters, and read aloud."""

from datetime import UTC, datetime

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from sqlalchemy import event

from cmc_desk.desk.registration import withdraw
from cmc_desk.ui import theme
from tests.ui.travel.stand import SHIFT, Officer, financed, ready


def test_every_seat_stands_on_the_wall_and_says_its_state_in_a_word(officer: Officer) -> None:
    officer.meeting.accepted("HT-1", "anais")
    officer.meeting.letter("jose")
    tiles = {tile.key: tile for tile in officer.page.seats.wall.tiles()}
    assert set(tiles) == {"HT-1", "HT-2", "JM-1", "JM-2"}
    assert tiles["HT-1"].word == "Passport"
    assert tiles["HT-2"].word == "No nominee"
    assert tiles["JM-1"].word == "Letter awaited"
    assert "Haiti" in officer.page.seats.wall.accessibleDescription()
    assert officer.page.seats.words.text() == "2 funded seats, 1 delegation, and the host"


def test_arrows_walk_along_the_wall_and_the_traveller_follows(officer: Officer) -> None:
    officer.meeting.accepted("HT-1", "anais")
    assert officer.tile() == "HT-1"
    assert officer.page.side.traveller.head.name.text() == "Anaïs Muster-Żółć"
    officer.press(Qt.Key.Key_Right)
    assert officer.tile() == "HT-2"
    assert officer.page.side.traveller.head.name.text() == "Haiti"
    officer.press(Qt.Key.Key_Right)
    assert officer.tile() == "JM-1"
    officer.press(Qt.Key.Key_Left)
    officer.press(Qt.Key.Key_Left)
    officer.press(Qt.Key.Key_Left)
    assert officer.tile() == "HT-1"


def test_the_sign_of_exclamation_finds_the_next_problem(officer: Officer) -> None:
    ready(officer)
    officer.meeting.letter("jose")
    officer.page.seats.wall.choose("JM-2")
    officer.press(Qt.Key.Key_Exclam)
    assert officer.tile() == "HT-2"
    assert officer.word("HT-2") == "No nominee"


def test_figures_and_letters_narrow_the_wall_and_counts_stand_beside_the_words(officer: Officer) -> None:
    ready(officer)
    assert officer.page.seats.states["ready"].accessibleName() == "Ready 1"
    officer.press(Qt.Key.Key_6)
    assert [tile.key for tile in officer.page.seats.wall.tiles()] == ["HT-1"]
    officer.press(Qt.Key.Key_1)
    assert len(officer.page.seats.wall.tiles()) == 4
    officer.press(Qt.Key.Key_B, SHIFT)
    assert officer.page.seats.wall.tiles() == ()
    officer.press(Qt.Key.Key_B, SHIFT)
    assert len(officer.page.seats.wall.tiles()) == 4


def test_a_name_is_found_by_its_beginnings_and_escape_gives_the_wall_back(officer: Officer) -> None:
    officer.meeting.accepted("HT-1", "anais")
    officer.press(Qt.Key.Key_Slash)
    officer.type("must")
    assert [tile.key for tile in officer.page.seats.wall.tiles()] == ["HT-1"]
    officer.press(Qt.Key.Key_Escape)
    assert len(officer.page.seats.wall.tiles()) == 4
    officer.type("jama")
    assert {tile.key for tile in officer.page.seats.wall.tiles()} == {"JM-1", "JM-2"}
    officer.press(Qt.Key.Key_Return)
    assert officer.page.seats.wall.hasFocus()


def test_a_letter_that_is_typed_into_a_field_is_no_act(officer: Officer) -> None:
    officer.press(Qt.Key.Key_Slash)
    officer.type("n")
    assert officer.page.side.form is None


def test_a_click_chooses_and_the_wall_is_painted_in_both_schemes(officer: Officer) -> None:
    ready(officer)
    wall = officer.page.seats.wall
    box = wall._layout.by_key["JM-2"].box
    officer.click(wall.viewport(), QPoint(box.x + 10, box.y + 10))
    assert officer.tile() == "JM-2"
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    pictures: list[QImage] = []
    for dark in (False, True):
        theme.apply(app, dark=dark)
        pictures.append(wall.grab().toImage())
    theme.apply(app, dark=False)
    assert pictures[0] != pictures[1]


def test_every_control_of_the_page_has_a_name_to_be_read_aloud(officer: Officer) -> None:
    ready(officer)
    for tab in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_5, Qt.Key.Key_6):
        officer.open_tab(tab)
        for widget in officer.page.findChildren(object):  # type: ignore[type-var] # every kind of widget
            named = getattr(widget, "accessibleName", None)
            focus = getattr(widget, "focusPolicy", None)
            if named is None or focus is None or not widget.isVisible():  # type: ignore[attr-defined] # as above
                continue
            if focus() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None:  # type: ignore[attr-defined] # as above
                assert named(), type(widget).__name__


def test_an_arrow_reads_the_money_of_one_official_and_not_the_travel_of_all(officer: Officer) -> None:
    ready(officer)
    ready(officer, "HT-2", "jose")
    asked: list[str] = []
    engine = officer.desk.store._engine

    def note(_connection: object, _cursor: object, statement: str, *_others: object) -> None:
        asked.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    officer.press(Qt.Key.Key_Right)
    event.remove(engine, "before_cursor_execute", note)
    assert officer.page.side.traveller.head.name.text() == "José Specimen-Valdés"
    assert not [one for one in asked if "FROM nomination_letter" in one or "FROM waiver" in one or "FROM seat " in one]


def test_the_bar_above_says_when_the_meeting_opens_and_how_many_seats_are_not_ready(officer: Officer) -> None:
    def above() -> tuple[str, str, str]:
        officer.window.tick()
        bar = officer.window.frame.bar
        return bar._item.text(), bar._item_chip.look().text, bar._item_next.text()

    assert above() == ("Meeting opens Thu 5 Dec 08:30", "2 seats not ready", "0 arrived")
    ready(officer)
    assert above()[1:] == ("1 seat not ready", "0 arrived, next Wed 4 Dec 15:40")
    officer.at(datetime(2019, 12, 3, 14, 0, tzinfo=UTC))
    assert above()[2] == "0 arrived, next tomorrow 15:40"
    officer.at(datetime(2019, 12, 4, 14, 0, tzinfo=UTC))
    assert above()[2] == "0 arrived, next 15:40"
    officer.at(datetime(2019, 12, 5, 15, 0, tzinfo=UTC))
    assert "Meeting opens" not in above()[0]


def test_whoever_the_registration_does_not_expect_any_more_stands_out_on_the_wall(officer: Officer) -> None:
    ready(officer)
    assert officer.page.seats.wall.tiles()[0].sign == ""
    officer.desk.do(withdraw, participant=officer.meeting.people["anais"])
    tile = officer.page.seats.wall.tiles()[0]
    assert tile.sign == "octagon"
    rows = officer.page.side.traveller.checks.rows()
    assert any("withdrawn" in row.right.lower() for row in rows), rows


def test_what_is_to_be_paid_is_not_cut_for_who_is_shown_after_an_empty_seat(officer: Officer) -> None:
    financed(officer.desk)
    ready(officer)
    pane = officer.page.side.traveller
    pane.setFixedWidth(270)
    officer.page.seats.wall.choose("HT-1")
    officer.press(Qt.Key.Key_C)
    officer.at(datetime(2019, 12, 5, 15, 0, tzinfo=UTC))
    officer.page.seats.wall.choose("HT-2")
    assert pane.head.name.text() == "Haiti"
    officer.page.seats.wall.choose("HT-1")
    QApplication.processEvents()
    assert pane.amount.text().startswith("USD")
    assert pane.money_button.isVisible()
    assert (pane.label.toolTip(), pane.amount.toolTip()) == ("", "")

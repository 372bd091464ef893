"""Who is listed, who is ticked, and the sheets that follow from it."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit, QWidget

from cmc_desk.desk import registration
from cmc_desk.desk.people import codes_of
from cmc_desk.rules.badge_design import BackSide
from cmc_desk.rules.badge_order import BadgeOrder
from cmc_desk.rules.people import Person
from tests.reports.read_pdf import codes_on, page_count
from tests.ui.badges.stand import Stand
from tests.ui.registration.hands import ALT, CTRL

SPACE, ESC = Qt.Key.Key_Space, Qt.Key.Key_Escape


def sheets(stand: Stand) -> bytes:
    made = stand.page.maker.sheets
    assert made is not None
    return made.content


def parents(widget: QWidget) -> Iterator[QWidget]:
    above = widget.parentWidget()
    while above is not None:
        yield above
        above = above.parentWidget()


def test_everybody_who_is_expected_is_ticked_and_in_the_order_of_an_official_list(stand: Stand) -> None:
    assert stand.names()[0] == "José Specimen-Núñez", "the Dominican Republic comes first"
    assert stand.names()[-3:] == ["Arun Muster-Singh", "Keisha Example-Blake", "Devon Sample-Ramlal"], "the head first"
    assert "Winsome Example-Blagg" not in stand.names(), "who is withdrawn gets no badge"
    assert stand.ticked() == stand.names()
    assert stand.page.people._words.accessibleName() == "7 selected · 1 sheet · 1 spare position"
    assert stand.page.paper.print.text() == "Print 1 sheet"


def test_the_sheet_in_the_middle_is_the_pdf_that_will_be_printed_and_its_codes_can_be_read(stand: Stand) -> None:
    assert stand.page.sheet.view.content() == sheets(stand)
    assert stand.page.sheet.head.title.text() == "Sheet 1 of 1"
    valid = stand.desk.read(codes_of, participants=list(stand.ids.values()))
    expected = {code for person, code in valid.items() if person != stand.ids["Winsome"]}
    assert set(codes_on(sheets(stand))[0]) == expected


def test_space_unticks_the_chosen_badge_and_the_sheet_follows(stand: Stand) -> None:
    stand.choose("Blaise")
    stand.press(SPACE)
    assert "Blaise Sample-Dorval" not in stand.ticked()
    assert stand.page.people._words.accessibleName().startswith("6 selected")
    code = stand.desk.read(codes_of, participants=[stand.ids["Blaise"]])[stand.ids["Blaise"]]
    assert code not in codes_on(sheets(stand))[0]
    stand.press(SPACE)
    assert "Blaise Sample-Dorval" in stand.ticked()


def test_a_click_on_the_box_ticks_and_a_click_on_the_name_only_chooses(stand: Stand) -> None:
    table = stand.page.people.table
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(24, 50))
    assert stand.names()[1] not in stand.ticked()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(90, 84))
    assert stand.names()[2] in stand.ticked()
    chosen = table.current()
    assert chosen is not None
    assert chosen.row.name == stand.names()[2]


def test_ctrl_a_takes_all_ticks_away_and_gives_them_back(stand: Stand) -> None:
    stand.press(Qt.Key.Key_A, CTRL)
    assert stand.ticked() == []
    assert not stand.page.paper.print.isEnabled()
    assert stand.page.paper.print.toolTip() == "Tick a badge first."
    assert stand.page.sheet._nothing.isVisible()
    assert stand.page.people.all.text() == "Select all"
    stand.press(Qt.Key.Key_A, CTRL)
    assert stand.ticked() == stand.names()


def test_what_is_printed_is_what_is_ticked_in_the_list_as_it_is_shown(stand: Stand) -> None:
    stand.press(Qt.Key.Key_F, CTRL)
    stand.type("trinidad")
    assert stand.names() == ["Arun Muster-Singh", "Keisha Example-Blake", "Devon Sample-Ramlal"]
    assert stand.page.people._words.accessibleName().startswith("3 selected")
    assert len(codes_on(sheets(stand))[0]) == 3
    stand.press(ESC)
    assert len(stand.names()) == 7
    stand.page.people.delegation.set_key("JM")
    stand.page.people.filtered.emit()
    stand.rest()
    assert stand.names() == ["Opal Muster-Hyde"]


def test_letters_typed_into_the_search_are_no_commands(stand: Stand) -> None:
    stand.press(Qt.Key.Key_F, CTRL)
    stand.type("trv")
    assert stand.page.people.search.text() == "trv"
    assert stand.said == []


def test_the_order_of_the_list_is_the_order_of_the_sheets(stand: Stand) -> None:
    stand.page.people.order.set_key(BadgeOrder.NAME.value)
    stand.page.people.ordered.emit()
    stand.rest()
    assert stand.names()[:3] == ["Keisha Example-Blake", "Opal Muster-Hyde", "Arun Muster-Singh"]
    made = stand.page.maker.sheets
    assert made is not None
    assert [one.name for one in made.run.people if one is not None] == stand.names()


def test_alt_and_a_figure_choose_what_is_shown(stand: Stand) -> None:
    stand.press(Qt.Key.Key_3, ALT)
    assert stand.page.people.only.key() == "printed"
    assert stand.names() == []
    assert stand.page.people._nobody.isVisible()
    stand.press(Qt.Key.Key_4, ALT)
    assert len(stand.names()) == 7


def test_the_badge_of_the_chosen_person_is_outlined_and_a_click_on_a_badge_chooses_its_person(stand: Stand) -> None:
    stand.choose("Opal")
    marks = stand.page.sheet.view.mat._marks[0]
    (outline,) = [mark for mark in marks if mark.tone == "sea"]
    spot = next(spot for spot in stand.page.sheet._spots if spot.participant == stand.ids["Opal"])
    assert abs(outline.x - spot.box.x * 72 / 25.4) < 0.1
    assert bool(stand.page.sheet.view.thumbs.marked) == bool(stand.page.sheet.warnings.rows())
    other = next(spot for spot in stand.page.sheet._spots if spot.participant == stand.ids["Keisha"])
    middle = QPointF((other.box.x + 40) * 72 / 25.4, (other.box.y + 20) * 72 / 25.4)
    stand.page.sheet.view.pressed.emit(0, middle)
    chosen = stand.page.people.table.current()
    assert chosen is not None
    assert chosen.row.name == "Keisha Example-Blake"


def test_what_is_to_be_looked_at_is_listed_by_name_before_printing_and_leads_to_the_person(stand: Stand) -> None:
    long = Person("Maximiliana", "Specimen", "AG", functional_title="Coordinator of the " + "very " * 20 + "long title")
    person = stand.desk.do(registration.register, person=long).id
    stand.desk.do(registration.register, person=Person("李", "Example", "AG"))
    stand.rest()
    rows = stand.page.sheet.warnings.rows()
    assert [row.grave for row in rows] == sorted((row.grave for row in rows), reverse=True)
    said = {row.name: row.words for row in rows}
    assert "functional title" in said["Maximiliana Specimen"]
    assert "李" in said["李 Example"]
    assert stand.page.sheet._lower.isVisible()
    stand.page.sheet.warnings.choose(person)
    chosen = stand.page.people.table.current()
    assert chosen is not None
    assert chosen.row.name == "Maximiliana Specimen"


def test_a_second_sheet_is_turned_to_with_page_down(stand: Stand) -> None:
    for number in range(4):
        stand.desk.do(registration.register, person=Person(f"Person {number}", "Sample-Zed", "AG"))
    stand.rest()
    assert stand.page.sheet.head.title.text() == "Sheet 1 of 2"
    stand.press(Qt.Key.Key_PageDown)
    assert stand.page.sheet.head.title.text() == "Sheet 2 of 2"
    stand.page.sheet.view.go_to(0)
    stand.choose("Devon")
    assert stand.page.sheet.head.title.text() == "Sheet 2 of 2", "the chosen badge comes into sight"


def test_a_begun_sheet_is_filled_from_the_place_that_the_arrows_choose(stand: Stand) -> None:
    stand.press(Qt.Key.Key_S, ALT)
    assert stand.focus() is stand.page.paper.cell
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Right):
        stand.press(key)
    assert stand.page.paper.cell.cell() == 5
    assert stand.page.people._words.accessibleName() == "7 selected · 2 sheets · 4 spare positions"
    made = stand.page.maker.sheets
    assert made is not None
    assert made.run.start_cell == 5
    assert stand.page.sheet.head.title.text() == "Sheet 1 of 2"


def test_backs_are_counted_with_their_fronts(stand: Stand) -> None:
    stand.page.paper.options.back.choose(BackSide.DUPLEX.value)
    stand.rest()
    assert stand.page.sheet.head.title.text() == "Sheet 1 of 1 · front"
    stand.press(Qt.Key.Key_PageDown)
    assert stand.page.sheet.head.title.text() == "Sheet 1 of 1 · back"
    assert stand.page.paper.options.back_right.isVisibleTo(stand.page.paper.options)
    stand.press(Qt.Key.Key_P, CTRL)
    stand.press(Qt.Key.Key_T)
    assert stand.office.laser.turned == ["long", "long"], "the printer is told to turn the sheet"
    assert [page_count(paper.read_bytes()) for paper in stand.office.laser.papers] == [2, 2]


def test_blank_badges_are_wanted_without_anybody(stand: Stand) -> None:
    stand.press(Qt.Key.Key_A, CTRL)
    stand.page.paper.options.blank.setValue(9)
    stand.rest()
    assert stand.page.people._words.accessibleName() == "0 selected · 9 blank · 2 sheets · 7 spare"
    assert stand.page.paper.print.isEnabled()


def test_somebody_who_is_registered_meanwhile_joins_the_run(stand: Stand) -> None:
    stand.desk.do(registration.register, person=Person("Winnie", "Sample-New", "JM"))
    stand.rest()
    assert "Winnie Sample-New" in stand.ticked()
    assert stand.page.sheet.view.content() == sheets(stand)


def test_the_page_opens_at_a_person_whatever_is_filtered(stand: Stand) -> None:
    stand.page.people.search.setText("trinidad")
    stand.page.open_at(stand.ids["Opal"])
    chosen = stand.page.people.table.current()
    assert chosen is not None
    assert chosen.row.name == "Opal Muster-Hyde"


def test_it_fits_the_smallest_window_and_everything_that_takes_the_keyboard_has_a_name(stand: Stand) -> None:
    assert stand.page.minimumSizeHint().width() <= 1278
    assert stand.page.minimumSizeHint().height() <= 639
    kinds = (QAbstractButton, QComboBox, QLineEdit, QAbstractSpinBox, QAbstractItemView)
    nameless = [
        widget
        for widget in stand.page.findChildren(QWidget)
        if isinstance(widget, kinds)
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not widget.accessibleName()
        and not any(isinstance(above, QAbstractSpinBox | QComboBox) for above in parents(widget))
    ]
    assert nameless == []
    keys = dict(stand.page.keys())
    assert {"Ctrl+P", "Ctrl+E", "Ctrl+A", "T", "R", "V"} <= keys.keys()

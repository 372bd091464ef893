"""A badge whose name no font can print: left out by name, the rest printed; or asked for, with a line to write on."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from cmc_desk.desk.badge_list import BadgeFilter
from cmc_desk.desk.badge_sheets import SheetsAsked, make_sheets
from cmc_desk.desk.people import codes_of
from cmc_desk.desk.registration import edit_person
from cmc_desk.exchange.badge_files import badge_designs, badge_stocks
from cmc_desk.rules.badge_state import Why
from cmc_desk.rules.refusal import Refusal
from cmc_desk.ui.badges.paper_pane import OPTIONS
from tests.ui.badges.stand import Stand
from tests.ui.registration.hands import CTRL

P = Qt.Key.Key_P
NAME = "王 小明"


@pytest.fixture
def stand(stand: Stand) -> Stand:
    """The view, with Keisha's name in letters that no font of the program has."""
    changes = {"given_name": "王", "family_name": "小明", "badge_name": ""}
    stand.desk.do(edit_person, participant=stand.ids["Keisha"], changes=changes)
    stand.rest()
    return stand


def test_it_is_named_first_and_is_on_no_sheet(stand: Stand) -> None:
    rows = stand.page.sheet.warnings.rows()
    assert (rows[0].name, rows[0].grave) == (NAME, True)
    assert rows[0].words == "NOT PRINTED: no font has the letters of the name"
    made = stand.page.maker.sheets
    assert made is not None
    assert stand.ids["Keisha"] not in {one.participant for one in made.run.people if one is not None}
    assert f"{len(made.run.people)} selected" in stand.page.people._words.accessibleName()


def test_the_rest_is_printed_and_the_strip_says_whose_badge_is_not(stand: Stand) -> None:
    stand.press(P, CTRL)
    kind, words = stand.last()
    assert kind == "amber"
    assert words.startswith("Printed: ")
    assert words.endswith(f". NOT PRINTED, no font has the name: {NAME} (see Options)")
    assert stand.why("Keisha") is Why.NEVER
    assert stand.why("Devon") is Why.PRINTED


def test_alone_it_is_refused(stand: Stand) -> None:
    stand.page.people.search.setText("小明")
    stand.rest()
    stand.press(P, CTRL)
    assert stand.last()[1].startswith(f"Nothing was printed. No font has the letters of “{NAME}”: enter another name")
    assert stand.ledger() == ()


def test_it_is_printed_with_a_line_to_write_on_when_that_is_asked_for_and_only_then(stand: Stand) -> None:
    stand.page.paper.choose_list(OPTIONS)
    tick = stand.page.paper.options.unreadable
    tick.click()
    stand.rest()
    stand.page.people.search.setText("小明")
    stand.rest()
    stand.press(P, CTRL)
    assert stand.why("Keisha") is Why.PRINTED
    assert stand.last()[0] == "notice"
    assert not tick.isChecked(), "the next run asks again"


def test_an_old_badge_is_not_revoked_for_one_that_cannot_be_printed(stand: Stand) -> None:
    stand.page.paper.options.unreadable.click()
    stand.press(P, CTRL)
    stand.page.people.only.choose(BadgeFilter.ALL.value)
    stand.choose("Keisha")
    before = stand.desk.read(codes_of, participants=[stand.ids["Keisha"]])
    stand.press(Qt.Key.Key_R)
    assert stand.page.people.reprint.reissue.isChecked()
    stand.press(Qt.Key.Key_Return)
    assert stand.desk.read(codes_of, participants=[stand.ids["Keisha"]]) == before
    assert stand.last()[1].startswith("Nothing was printed. ")


def test_what_is_saved_as_pdf_and_counted_as_printed_does_not_count_it(stand: Stand, tmp_path: Path) -> None:
    sheets = stand.page.maker.sheets
    assert sheets is not None
    stand.page.pdf.save(sheets, tmp_path / "badges.pdf")
    stand.page.paper.count.click()
    assert f"{len(sheets.run.people)} badges" in stand.last()[1]
    assert stand.why("Keisha") is Why.NEVER


def test_blank_badges_are_made_though_nobody_can_be_printed(stand: Stand) -> None:
    def asked(blank: int) -> SheetsAsked:
        design, stock = badge_designs()["90x55"], badge_stocks()["a4-8-90x55"]
        return SheetsAsked((stand.ids["Keisha"],), design, stock, blank=blank)

    assert make_sheets(stand.desk, asked(1)).run.people == ()
    with pytest.raises(Refusal, match=f"the letters of “{NAME}”"):
        make_sheets(stand.desk, asked(0))

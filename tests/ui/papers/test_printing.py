"""Ctrl+P prints the very file; a printer that is not there is loud, and nothing is made for it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from cmc_desk.ui import settings
from cmc_desk.ui.parts.printing import KnownPrinter, PagePrinter, system_printer
from tests.meetings import JOSE, PEOPLE, enter
from tests.ui.papers.office import ALT, CTRL, LASER, Office, WaitingPool, make_office

ENTER, P = Qt.Key.Key_Return, Qt.Key.Key_P


def test_what_was_not_made_yet_is_made_recorded_and_printed(office: Office) -> None:
    office.press(P, CTRL)
    assert office.files() == ["sheet en v1.pdf"]
    assert office.journal() == ["papers.made"]
    assert len(PdfReader(office.printed).pages) == 1
    assert office.last() == ("notice", "Printed: Sheet of names, 1 page on laser.")
    assert office.state("Sheet of names") == ("v1", "Current")


def test_what_is_current_is_printed_as_it_lies_there(office: Office) -> None:
    office.press(ENTER, CTRL)
    office.press(P, CTRL)
    assert office.files() == ["sheet en v1.pdf"]
    assert office.journal() == ["papers.made"]
    assert office.printed.exists()


def test_what_has_changed_is_made_again_before_it_is_printed(office: Office) -> None:
    office.press(ENTER, CTRL)
    enter(office.desk, JOSE)
    office.page.reader.read()
    office.press(P, CTRL)
    assert office.state("Sheet of names") == ("v2", "Current")
    assert office.printed.exists()


def test_without_a_printer_nothing_is_made_and_that_is_said_loudly(qtbot: QtBot, tmp_path: Path) -> None:
    office = make_office(qtbot, tmp_path, printers=())
    assert office.page.side.printer.currentText() == "No printer found"
    office.press(P, CTRL)
    assert office.last() == (
        "coral",
        "NOT PRINTED. No printer is known to this computer: switch one on and print again.",
    )
    assert office.journal() == []
    office.page.work.printing.list_printers = lambda: (LASER,)
    office.press(P, CTRL)
    assert office.page.side.printer.currentText() == "Office laser", "it was looked for again"
    office.press(P, CTRL)
    assert office.printed.exists()
    office.close()


def test_a_printer_that_was_taken_away_is_said_by_name(qtbot: QtBot, tmp_path: Path) -> None:
    office = make_office(qtbot, tmp_path, printer=system_printer)
    office.press(P, CTRL)
    kind, said = office.last()
    assert kind == "coral"
    assert said.startswith("NOT PRINTED. The printer laser is not found")
    assert office.state("Sheet of names") == ("v1", "Current"), "the file was made, and can be printed elsewhere"
    office.close()


def device(path: Path) -> Callable[[], QPrinter]:
    def make() -> QPrinter:
        made = QPrinter()
        made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        made.setOutputFileName(str(path))
        return made

    return make


def test_a_printer_that_goes_away_in_the_middle_leaves_no_half_job_and_the_page_goes_on(
    qtbot: QtBot, tmp_path: Path
) -> None:
    answers = iter((True, True, False))
    out = tmp_path / "job.pdf"
    printer = PagePrinter("laser", device=device(out), there=lambda: next(answers, False), take_back=out.unlink)
    office = make_office(qtbot, tmp_path, people=PEOPLE * 20, printer=lambda _name: printer)
    assert office.page.preview.view.pages() > 2
    office.press(P, CTRL)
    kind, said = office.last()
    assert kind == "coral"
    assert "went away after page 1 of" in said
    assert not out.exists()
    assert office.page.side.make.isVisible()
    assert not office.page.work.is_busy()
    office.close()


def test_the_printer_of_last_time_is_used_again_if_it_is_there(qtbot: QtBot, tmp_path: Path) -> None:
    other = KnownPrinter("colour", "Colour printer", ready=False)
    office = make_office(qtbot, tmp_path, printers=(LASER, other))
    combo = office.page.side.printer
    assert [combo.itemText(place) for place in range(2)] == ["Office laser", "Colour printer (does not answer)"]
    combo.set_key("colour")
    combo.picked.emit("colour")
    assert settings.papers_printer() == "colour"
    office.press(P, CTRL)
    assert "on colour" in office.last()[1]
    office.page.work.printing.known = (LASER,)
    assert office.page.work.printing.chosen() == "laser"
    office.close()


def test_printing_can_be_cancelled(qtbot: QtBot, tmp_path: Path) -> None:
    pool = WaitingPool()
    office = make_office(qtbot, tmp_path, pool=pool)
    pool.run()
    office.press(ENTER, CTRL)
    pool.run()
    office.press(P, CTRL)
    assert office.page.side.working.text() == "Printing Sheet of names …"
    office.press(Qt.Key.Key_C, ALT)
    pool.run()
    assert office.last()[1].startswith("Printing was cancelled")
    assert not office.printed.exists()
    assert office.page.side.make.isVisible()
    office.close()


@pytest.mark.parametrize("times", [1, 3])
def test_a_key_that_stutters_prints_once(qtbot: QtBot, tmp_path: Path, times: int) -> None:
    pool = WaitingPool()
    office = make_office(qtbot, tmp_path, pool=pool)
    pool.run()
    for _time in range(times):
        office.press(P, CTRL)
    pool.run()
    assert office.journal() == ["papers.made"]
    assert len([message for message in office.said if message.before == "Printed: "]) == 1
    office.close()

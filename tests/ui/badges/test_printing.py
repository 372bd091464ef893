"""Sheet by sheet to the printer: what it accepted is in the ledger, what it did not is still to be printed."""

from pathlib import Path

from PySide6.QtCore import Qt

from cmc_desk.desk import badges, registration
from cmc_desk.desk.badge_ledger import RunKind
from cmc_desk.desk.people import codes_of
from cmc_desk.rules.badge_state import Why
from cmc_desk.rules.people import Person
from cmc_desk.rules.print_queue import JobState
from cmc_desk.ui.badges.paper_pane import LEDGER, QUEUE
from tests.reports.read_pdf import codes_on
from tests.ui.badges.stand import LABELS, Stand
from tests.ui.registration.hands import CTRL, SHIFT

P = Qt.Key.Key_P


def crowd(stand: Stand, number: int) -> None:
    """Register so many more people, so that there are several sheets."""
    for place in range(number):
        stand.desk.do(registration.register, person=Person(f"Person {place}", "Sample-Zed", "AG"))
    stand.rest()


def states(stand: Stand) -> list[str]:
    return [job.state.value for job in stand.page.printing.queue.jobs]


def test_what_comes_out_of_the_printer_is_the_sheet_that_was_shown_and_it_is_in_the_ledger(stand: Stand) -> None:
    shown = stand.page.sheet.view.content()
    stand.press(P, CTRL)
    (paper,) = stand.office.laser.papers
    assert sorted(codes_on(paper.read_bytes(), dpi=300)[0]) == sorted(codes_on(shown, dpi=300)[0])
    (run,) = stand.ledger()
    assert (run.kind, run.number, run.printer, run.operator) == (
        RunKind.FIRST,
        7,
        "Office laser",
        "P. Example-Gayle",
    )
    assert stand.why("Keisha") is Why.PRINTED
    assert stand.names() == [], "nothing is left to print"
    assert stand.last() == ("notice", "Printed: 7 badges · Office laser")
    assert stand.page.paper.lists.key() == LEDGER
    (row,) = stand.page.paper.ledger.rows.rows()
    assert (row.title, row.time) == ("7 badges, first run", "08:41")


def test_every_sheet_is_a_job_of_its_own_that_names_no_person(stand: Stand) -> None:
    crowd(stand, 12)
    stand.press(P, CTRL)
    assert stand.office.laser.titles == [f"Desk B 2019-12-05 08:41:01 · {sheet}/3" for sheet in (1, 2, 3)]
    assert [len(codes_on(paper.read_bytes(), dpi=300)[0]) for paper in stand.office.laser.papers] == [8, 8, 3]
    assert [run.number for run in stand.ledger()] == [3, 8, 8]


def test_a_printer_that_is_not_found_is_said_loudly_and_nothing_counts_as_printed(stand: Stand) -> None:
    stand.office.laser.left = 0
    stand.press(P, CTRL)
    kind, words = stand.last()
    assert kind == "coral"
    assert words == "NOT PRINTED. Sheet 1 of 1. The printer Office laser is not found: switch it on."
    banner = stand.page.sheet.trouble
    assert banner.isVisible()
    assert banner.title.text() == "Sheet 1 of 1 was not printed"
    assert stand.page.paper.lists.key() == QUEUE
    assert stand.ledger() == ()
    assert stand.why("Keisha") is Why.NEVER
    assert not stand.page.paper.print.isEnabled(), "the failed sheet comes first"


def test_a_printer_that_goes_away_leaves_the_rest_waiting_until_somebody_tries_again(stand: Stand) -> None:
    crowd(stand, 12)
    stand.office.laser.left = 1
    stand.press(P, CTRL)
    assert states(stand) == ["printed", "failed", "waiting"]
    assert [run.number for run in stand.ledger()] == [8]
    assert "1 more waits" in stand.page.sheet.trouble.second.text()
    stand.office.laser.left = None
    stand.press(Qt.Key.Key_R, CTRL)
    assert states(stand) == ["printed", "printed", "printed"]
    assert sum(run.number for run in stand.ledger()) == 19
    assert not stand.page.sheet.trouble.isVisible()
    assert len(stand.office.laser.papers) == 3, "the sheet that was printed is not printed again"


def test_a_failed_sheet_can_be_left_out_and_the_rest_goes_on(stand: Stand) -> None:
    crowd(stand, 12)
    stand.office.laser.left = 1
    stand.press(P, CTRL)
    stand.office.laser.left = None
    stand.page.paper.queue.drop.click()
    stand.rest()
    assert states(stand) == ["printed", "cancelled", "printed"]
    assert len(stand.names()) == 8, "the badges of the sheet that was left out are still to be printed"
    assert stand.page.paper.print.isEnabled()


def test_what_waits_can_be_cancelled_altogether(stand: Stand) -> None:
    crowd(stand, 12)
    stand.office.laser.left = 0
    stand.press(P, CTRL)
    stand.press(Qt.Key.Key_Delete, CTRL)
    assert states(stand) == ["cancelled"] * 3
    assert stand.ledger() == ()
    assert stand.page.paper.print.isEnabled()
    assert len(stand.names()) == 19


def test_what_is_on_paper_and_could_not_be_recorded_is_recorded_later_and_not_printed_again(
    stand: Stand, tmp_path: Path
) -> None:
    file = tmp_path / "m.cmc"
    aside = tmp_path / "aside.cmc"
    printer = stand.office.laser
    print_pages = printer.print_pages

    def print_and_lose_the_disk(content: bytes, **asked: object) -> int:
        done = print_pages(content, **asked)  # type: ignore[arg-type] # passed on as it came
        file.rename(aside)
        return done

    printer.print_pages = print_and_lose_the_disk  # type: ignore[method-assign] # a disk that goes away at the worst moment
    stand.press(P, CTRL)
    assert states(stand) == ["accepted"]
    kind, words = stand.last()
    assert kind == "coral"
    assert words.startswith("NOT RECORDED. Sheet 1 of 1.")
    assert stand.page.sheet.trouble.title.text() == "Sheet 1 of 1 is not recorded"
    aside.rename(file)
    stand.press(Qt.Key.Key_R, CTRL)
    assert states(stand) == ["printed"]
    assert [run.number for run in stand.ledger()] == [7]
    assert len(printer.papers) == 1


def test_a_badge_that_another_desk_printed_at_the_same_moment_is_in_the_ledger_twice_with_a_reason(
    stand: Stand,
) -> None:
    printer = stand.office.laser
    print_pages = printer.print_pages

    def print_after_the_other_desk(content: bytes, **asked: object) -> int:
        made = stand.page.maker.sheets
        assert made is not None
        from cmc_desk.rules.badge_state import printed_of

        first = printed_of(made.run)[:1]
        stand.desk.do(
            badges.record_printed, badges=first, printer="Labels", design="90x55", stock="x", job="other desk"
        )
        return print_pages(content, **asked)  # type: ignore[arg-type] # passed on as it came

    printer.print_pages = print_after_the_other_desk  # type: ignore[method-assign] # another desk is quicker
    stand.press(P, CTRL)
    assert states(stand) == ["printed"]
    ledger = {(run.kind, run.number, run.reason) for run in stand.ledger()}
    assert (RunKind.REPRINT, 1, "printed at two desks") in ledger
    assert sum(run.number for run in stand.ledger()) == 8


def test_a_corrected_name_is_printed_again_without_a_question(stand: Stand) -> None:
    stand.press(P, CTRL)
    stand.desk.do(registration.edit_person, participant=stand.ids["Keisha"], changes={"family_name": "Example-Blakely"})
    stand.rest()
    assert stand.names() == ["Keisha Example-Blakely"]
    assert stand.why("Keisha") is Why.NAME
    before = stand.desk.read(codes_of, participants=[stand.ids["Keisha"]])
    stand.press(P, CTRL)
    newest = stand.ledger()[0]
    assert (newest.kind, newest.number, newest.reason) == (RunKind.REPRINT, 1, "name corrected")
    assert stand.desk.read(codes_of, participants=[stand.ids["Keisha"]]) == before, "the old badge goes on working"


def test_the_next_run_begins_on_a_new_sheet(stand: Stand) -> None:
    stand.page.paper.cell._choose(3)
    stand.rest()
    stand.press(P, CTRL)
    assert stand.page.paper.cell.cell() == 0


def test_the_shift_is_kept_for_each_printer_on_each_stock(stand: Stand) -> None:
    stand.page.paper.right.setValue(1.0)
    stand.page.paper.down.setValue(-0.5)
    stand.rest()
    made = stand.page.maker.sheets
    assert made is not None
    assert (made.run.shift_x, made.run.shift_y) == (1.0, -0.5)
    assert stand.page.paper.right.text() == "+1.0 mm"
    stand.page.paper.printer.set_key(LABELS.name)
    stand.page.paper.printer.picked.emit(LABELS.name)
    assert stand.page.paper.right.value() == 0.0
    stand.page.paper.printer.set_key("Office laser")
    stand.page.paper.printer.picked.emit("Office laser")
    assert (stand.page.paper.right.value(), stand.page.paper.down.value()) == (1.0, -0.5)


def test_a_saved_pdf_is_not_printed_until_somebody_says_so(stand: Stand, tmp_path: Path) -> None:
    made = stand.page.maker.sheets
    assert made is not None
    stand.page.pdf.save(made, tmp_path / "badges.pdf")
    assert (tmp_path / "badges.pdf").read_bytes() == made.content
    assert stand.last()[1].endswith("not counted as printed.")
    assert stand.ledger() == ()
    stand.press(P, CTRL | SHIFT)
    (run,) = stand.ledger()
    assert (run.printer, run.number, run.job) == ("PDF", 7, "badges.pdf · 1/1")
    assert stand.names() == []
    assert not stand.page.paper.count.isVisible()


def test_a_pdf_of_printed_badges_counts_as_printed_again(stand: Stand, tmp_path: Path) -> None:
    stand.press(P, CTRL)
    stand.page.people.only.choose("printed")
    stand.choose("Rohan")
    stand.press(Qt.Key.Key_Space)
    made = stand.page.maker.sheets
    assert made is not None
    stand.page.pdf.save(made, tmp_path / "again.pdf")
    stand.page.paper.count.click()
    assert (stand.ledger()[0].kind, stand.ledger()[0].reason) == (RunKind.REPRINT, "printed from a PDF")


def test_a_pdf_that_cannot_be_saved_is_said(stand: Stand, tmp_path: Path) -> None:
    made = stand.page.maker.sheets
    assert made is not None
    stand.page.pdf.save(made, tmp_path / "no" / "where" / "badges.pdf")
    kind, words = stand.last()
    assert kind == "coral"
    assert words.startswith("The PDF was not saved.")
    assert not stand.page.paper.count.isVisible()


def test_the_test_page_is_printed_and_recorded_nowhere(stand: Stand) -> None:
    stand.press(Qt.Key.Key_T)
    assert len(stand.office.laser.papers) == 1
    assert stand.ledger() == ()
    assert stand.last()[1].startswith("Test page printed")
    stand.office.laser.left = 0
    stand.press(Qt.Key.Key_T)
    assert stand.last() == ("coral", "NOT PRINTED. The printer Office laser is not found: switch it on.")


def test_the_queue_says_where_each_job_stands(stand: Stand) -> None:
    crowd(stand, 12)
    stand.office.laser.left = 1
    stand.press(P, CTRL)
    rows = stand.page.paper.queue.rows
    assert [str(rows.model().index(place, 0).data()) for place in range(3)] == [
        "Sheet 1 of 3, 8 badges, Printed",
        "Sheet 2 of 3, 8 badges, Failed, The printer Office laser is not found: switch it on.",
        "Sheet 3 of 3, 3 badges, Waiting",
    ]
    current = rows.current()
    assert current is not None
    assert current.state is JobState.FAILED


def test_while_a_failed_sheet_waits_the_list_goes_on_following_the_meeting(stand: Stand) -> None:
    stand.office.laser.left = 0
    stand.press(P, CTRL)
    stand.desk.do(registration.register, person=Person("Winnie", "Sample-New", "JM"))
    stand.rest()
    assert "Winnie Sample-New" in stand.names()
    stand.office.laser.left = None
    stand.press(Qt.Key.Key_R, CTRL)
    assert stand.names() == ["Winnie Sample-New"], "she was not on the sheet that is printed now"

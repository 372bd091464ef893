"""A badge is printed again: the reason is asked in place, the old code stops working where it should, a spoilt sheet is void."""

from PySide6.QtCore import Qt

from cmc_desk.desk import attendance
from cmc_desk.desk.badge_ledger import RunKind
from cmc_desk.desk.badge_list import BadgeFilter
from cmc_desk.desk.people import codes_of
from cmc_desk.rules.badge_design import BadgeFacts
from cmc_desk.rules.badge_state import Why
from cmc_desk.ui.badges.paper_pane import LEDGER
from tests.ui.badges.stand import Stand
from tests.ui.registration.hands import CTRL

P, ENTER, ESC = Qt.Key.Key_P, Qt.Key.Key_Return, Qt.Key.Key_Escape


def printed(stand: Stand) -> None:
    """Print everybody once and look at what is printed."""
    stand.press(P, CTRL)
    stand.clock.advance(minutes=10)
    stand.page.people.only.choose(BadgeFilter.PRINTED.value)
    stand.rest()


def code(stand: Stand, name: str) -> str:
    return stand.desk.read(codes_of, participants=[stand.ids[name]])[stand.ids[name]]


def last_badge(stand: Stand) -> BadgeFacts:
    made = stand.page.maker.sheets
    assert made is not None
    (facts,) = [one for one in made.run.people if one is not None]
    return facts


def test_a_lost_badge_gets_a_new_code_says_that_it_is_a_replacement_and_the_old_one_stops_working(
    stand: Stand,
) -> None:
    printed(stand)
    old = code(stand, "Rohan")
    stand.choose("Rohan")
    stand.press(Qt.Key.Key_R)
    panel = stand.page.people.reprint
    assert panel.isVisible()
    assert panel._title.text() == "Print again: Rohan Specimen-Blackman"
    assert panel._second.text() == "Printed 08:41. Why again?"
    assert (panel.reason.key(), panel.reissue.isChecked(), panel.replacement.isChecked()) == ("lost", True, True)
    stand.press(ENTER)
    new = code(stand, "Rohan")
    assert new != old
    run = stand.ledger()[0]
    assert (run.kind, run.number, run.reason, run.name) == (RunKind.REPRINT, 1, "lost", "Rohan Specimen-Blackman")
    answer = stand.desk.do(attendance.check_in, code=old, via="scan")
    assert answer.verdict is attendance.Verdict.REVOKED
    assert stand.desk.do(attendance.check_in, code=new, via="scan").verdict is attendance.Verdict.CHECKED_IN
    assert not panel.isVisible()
    assert stand.why("Rohan") is Why.PRINTED


def test_what_would_be_printed_again_is_seen_while_the_reason_is_asked(stand: Stand) -> None:
    printed(stand)
    stand.choose("Rohan")
    stand.press(Qt.Key.Key_R)
    assert last_badge(stand).name == "Rohan Specimen-Blackman"
    stand.press(ESC)
    assert not stand.page.people.reprint.isVisible()
    assert stand.page.sheet._nothing.isVisible()
    assert len(stand.ledger()) == 1


def test_a_damaged_badge_keeps_its_code_and_says_nothing_of_a_replacement(stand: Stand) -> None:
    printed(stand)
    old = code(stand, "Rohan")
    stand.choose("Rohan")
    stand.press(Qt.Key.Key_R)
    stand.press(Qt.Key.Key_Right)
    panel = stand.page.people.reprint
    assert (panel.reason.key(), panel.reissue.isChecked()) == ("damaged", False)
    stand.press(ENTER)
    assert code(stand, "Rohan") == old
    assert stand.ledger()[0].reason == "damaged"


def test_the_word_replacement_can_be_had_without_a_new_code_and_a_new_code_without_the_word(stand: Stand) -> None:
    printed(stand)
    sent: list[bool] = []
    send = stand.page.printing.send

    def watch(sheets: object, printer: object, **reasons: object) -> tuple[int, ...]:
        sent.append(last_badge(stand).replacement)
        return send(sheets, printer, **reasons)  # type: ignore[arg-type] # passed on as it came

    stand.page.printing.send = watch  # type: ignore[method-assign] # a look at what goes to the printer
    for name, reissue in (("Rohan", False), ("Blaise", True)):
        stand.choose(name)
        stand.press(Qt.Key.Key_R)
        panel = stand.page.people.reprint
        panel.reissue.setChecked(reissue)
        panel.replacement.setChecked(not reissue)
        stand.press(ENTER)
    assert sent == [True, False]


def test_another_reason_is_written_and_must_not_be_empty(stand: Stand) -> None:
    printed(stand)
    stand.choose("Rohan")
    stand.press(Qt.Key.Key_R)
    panel = stand.page.people.reprint
    panel.reason.choose("other")
    assert not panel.print.isEnabled()
    assert panel.print.toolTip() == "Say why in a word or two."
    assert stand.focus() is panel.words
    stand.type("given to the press by mistake")
    stand.press(ENTER)
    assert stand.ledger()[0].reason == "given to the press by mistake"


def test_ticking_printed_badges_asks_once_for_all_of_them(stand: Stand) -> None:
    printed(stand)
    for name in ("Rohan", "Blaise"):
        stand.choose(name)
        stand.press(Qt.Key.Key_Space)
    stand.press(P, CTRL)
    panel = stand.page.people.reprint
    assert panel._title.text() == "Print 2 badges again"
    assert "Blaise Sample-Dorval" in panel._second.text()
    panel.reason.choose("damaged")
    stand.press(ENTER)
    assert (stand.ledger()[0].number, stand.ledger()[0].reason) == (2, "damaged")
    assert stand.ticked() == [], "what was printed again is not ticked any more"


def test_a_badge_that_is_to_be_printed_anyway_is_not_printed_again(stand: Stand) -> None:
    assert not stand.page.people.again.isEnabled()
    assert stand.page.people.again.toolTip() == "This badge is to be printed anyway."


def test_a_run_shows_its_sheets_and_one_that_jammed_is_marked_void_and_printed_anew(stand: Stand) -> None:
    stand.page.paper.cell._choose(5)
    stand.rest()
    stand.press(P, CTRL)
    rows = stand.page.paper.ledger.rows
    assert [row.second for row in rows.rows()] == ["2 sheets · P. Example-Gayle"]
    rows.choose(rows.rows()[0].key)
    assert [row.title for row in rows.rows()] == ["7 badges, first run", "Sheet 1 of 2", "Sheet 2 of 2"]
    rows.choose(rows.rows()[2].key)
    stand.clock.advance(minutes=1)
    stand.page.paper.ledger.void.click()
    stand.rest()
    assert stand.last() == ("notice", "Marked void: 4 badges, to be printed again")
    assert len(stand.names()) == 4
    assert stand.page.paper.ledger.rows.rows()[0].title == "4 badges void · paper jam"
    assert stand.page.paper.ledger.figures.text() == "3 first · 0 printed again · 4 void"
    before = {name: code(stand, name) for name in ("Keisha", "Devon")}
    stand.press(P, CTRL)
    assert {name: code(stand, name) for name in before} == before
    assert stand.names() == []


def test_a_void_sheet_is_not_marked_twice_and_undo_takes_it_back(stand: Stand) -> None:
    stand.press(P, CTRL)
    ledger = stand.page.paper.ledger
    ledger.rows.choose(ledger.rows.rows()[0].key)
    stand.press(Qt.Key.Key_V)
    assert len(stand.names()) == 7
    ledger.rows.choose(ledger.rows.rows()[0].key)
    assert not ledger.void.isEnabled()
    stand.page.context.undo()
    stand.rest()
    assert stand.names() == []


def test_what_is_chosen_in_the_ledger_stays_open_when_something_happens_elsewhere(stand: Stand) -> None:
    printed(stand)
    rows = stand.page.paper.ledger.rows
    rows.choose(rows.rows()[0].key)
    chosen = rows.current()
    stand.desk.do(attendance.check_in, participant=stand.ids["Rohan"], via="name")
    stand.page.changed(frozenset({"*"}))
    assert rows.current() == chosen
    assert stand.page.paper.lists.key() == LEDGER

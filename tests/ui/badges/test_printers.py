"""Which printers there are, and what the Badges view says without one."""

from PySide6.QtCore import Qt

from cmc_desk.desk.badge_list import BadgeFilter
from cmc_desk.ui.parts.printing import KnownPrinter
from tests.ui.badges.stand import LABELS, LASER, Stand
from tests.ui.registration.hands import CTRL

P = Qt.Key.Key_P


def test_the_printer_that_was_chosen_is_remembered_and_one_that_is_gone_is_said(stand: Stand) -> None:
    stand.page.paper.printer.set_key(LABELS.name)
    stand.page.paper.printer.picked.emit(LABELS.name)
    stand.press(P, CTRL)
    assert len(stand.office.named(LABELS.name).papers) == 1
    assert stand.office.laser.papers == []
    stand.office.known = (KnownPrinter("Office laser", "Office laser", usual=True),)
    stand.page.printers.look()
    assert stand.page.choice.printer() == LABELS.name, "it may only be switched off"
    assert stand.page.paper._printer_words.text() == "Printer: not found"


def test_a_computer_without_a_printer_says_so_and_offers_the_pdf(stand: Stand) -> None:
    stand.office.known = ()
    stand.page.machine.habits.choose_printer("")
    stand.page.printers.look()
    assert stand.page.paper.printer.currentText() == "No printer"
    assert stand.page.paper.save.isEnabled()
    # The key is not silent: it says so loudly, and looks for a printer once more.
    stand.office.known = (LASER,)
    stand.press(P, CTRL)
    kind, words = stand.last()
    assert kind == "coral"
    assert words.startswith("NOT PRINTED. The printer is not found: connect one and press Ctrl+P again")
    assert stand.ledger() == ()
    stand.press(P, CTRL)
    assert len(stand.office.laser.papers) == 1


def test_a_badge_is_not_printed_again_without_a_printer(stand: Stand) -> None:
    stand.press(P, CTRL)
    stand.office.known = ()
    stand.page.machine.habits.choose_printer("")
    stand.page.printers.look()
    stand.page.people.only.choose(BadgeFilter.PRINTED.value)
    stand.press(Qt.Key.Key_R)
    assert not stand.page.people.reprint.isVisible()
    assert stand.last()[0] == "coral"

"""The Travel page brought from state to state for pictures of it, by the keys that a person would press, on a copy of the meeting."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from cmc_desk.ui.travel.act_kinds import why_not
from cmc_desk.ui.travel.arrivals_tab import ArrivalsTab
from cmc_desk.ui.travel.nominate_form import NominateForm
from cmc_desk.ui.travel.page import TravelPage
from cmc_desk.ui.travel.rates_tab import RatesTab
from cmc_desk.ui.travel.tabs import SEATS

_NONE = Qt.KeyboardModifier.NoModifier
_FORMS = (
    *(("L", "letter"), ("R", "replace"), ("D", "give-up"), ("W", "waive"), ("P", "passport"), ("I", "reveal")),
    *(("V", "visa"), ("J", "journey"), ("T", "ticket"), ("X", "cancel"), ("B", "room"), ("E", "provided")),
    *(("O", "approve"), ("U", "void"), ("K", "cost"), ("Q", "seat")),
)
_LIST = (
    "Passenger\tFlight\tFrom\tTo\tDate\tDep\tArr\n{name}\tBW 415\tPOS\tKIN\t4 Dec 2019\t14:10\t16:20\n"
    "SAMPLE/NOBODY\tBW 415\tPOS\tKIN\t4 Dec 2019\t14:10\t16:20\n"
)


class Rehearsal:
    """Presses keys on a page."""

    def __init__(self, page: TravelPage, settle: Callable[[], None]) -> None:
        self.page = page
        self.settle = settle

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = _NONE) -> None:
        """Press a key where the keyboard is."""
        focused = QApplication.focusWidget()
        target: QWidget = focused if focused is not None and self.page.isAncestorOf(focused) else self.page
        QTest.keyClick(target, key, modifiers)
        self.settle()

    def held(self, *, with_money: bool = False) -> bool:
        """Choose somebody who holds a seat, if there is anybody; with an allowance if that is asked for."""
        for tile in self.page.seats.wall.tiles():
            if tile.sponsorship:
                self.page.seats.choose(tile.key)
                self.settle()
                if not with_money or (self.page.side.shown is not None and self.page.side.shown.allowance is not None):
                    return True
        return False

    def empty(self) -> bool:
        """Choose a seat that nobody holds, if there is one."""
        tile = next((one for one in self.page.seats.wall.tiles() if not one.sponsorship), None)
        return tile is not None and self.page.seats.choose(tile.key)


def travel_states(page: TravelPage, settle: Callable[[], None]) -> Iterator[str]:
    """Bring the page from one main state to the next, and say what each picture is called; the first is the page as it opens."""
    one = Rehearsal(page, settle)
    settle()
    yield "travel"
    yield from _wall(one)
    yield from _nominating(one)
    yield from _forms(one)
    yield from _tabs(one)


def _wall(one: Rehearsal) -> Iterator[str]:
    one.press(Qt.Key.Key_Exclam)
    yield "travel-problem"
    one.press(Qt.Key.Key_8)
    yield "travel-no-nominee"
    one.press(Qt.Key.Key_1)
    one.press(Qt.Key.Key_Slash)
    one.page.seats.finder.edit.insert("sa")
    one.settle()
    yield "travel-find"
    one.press(Qt.Key.Key_Escape)
    one.press(Qt.Key.Key_Escape)


def _nominating(one: Rehearsal) -> Iterator[str]:
    if not one.empty():
        return
    one.settle()
    yield "travel-empty-seat"
    one.press(Qt.Key.Key_N)
    form = one.page.side.form
    if isinstance(form, NominateForm):
        QTest.keyClicks(form.official, "e")
        one.settle()
        yield "travel-nominate"
        form.official.clear()
        one.press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
        yield "travel-nominate-refused"
        form.finished.emit()
        one.settle()


def _forms(one: Rehearsal) -> Iterator[str]:
    if not (one.held(with_money=True) or one.held()):
        return
    side = one.page.side
    yield "travel-traveller"
    if side.shown is not None and side.shown.allowance is not None:
        side.traveller.strip.choose(1)
        one.settle()
        yield "travel-why-this-day"
    one.page.focus_work()
    one.press(Qt.Key.Key_M)
    yield "travel-more"
    one.press(Qt.Key.Key_Escape)
    for letter, name in _FORMS:
        if side.shown is None or why_not(name, side.shown, one.page.context.now()):
            continue
        one.press(Qt.Key(ord(letter)))
        if side.form is not None:
            yield f"travel-{name}"
            side.form.finished.emit()
            one.settle()
    one.press(Qt.Key.Key_C, Qt.KeyboardModifier.ShiftModifier)
    if side.form is not None:
        yield "travel-stays"
        side.form.finished.emit()
        one.settle()
    yield from _before(one)


def _before(one: Rehearsal) -> Iterator[str]:
    """Show somebody who sat on a seat before, if anybody did."""
    side = one.page.side
    for tile in one.page.seats.wall.tiles():
        one.page.seats.choose(tile.key)
        if side.shown is not None and side.shown.earlier:
            one.press(Qt.Key.Key_Less)
            yield "travel-before"
            one.press(Qt.Key.Key_Less)
            return


def _tabs(one: Rehearsal) -> Iterator[str]:
    page = one.page
    for number, key in enumerate(("arrivals", "rooms", "payments", "budget", "rates"), 2):
        one.press(Qt.Key(ord(str(number))), Qt.KeyboardModifier.AltModifier)
        yield f"travel-{key}"
        tab = page.made[key]
        if key in ("arrivals", "rooms", "payments"):
            one.press(Qt.Key.Key_S, Qt.KeyboardModifier.AltModifier)
            yield f"travel-hand-over-{key}"
            page.close_handing()
            one.settle()
        if isinstance(tab, ArrivalsTab):
            yield from _arrivals(one, tab)
        elif isinstance(tab, RatesTab):
            for section in ("daily", "exchange", "settings"):
                tab.show_section(section)
                one.settle()
                yield f"travel-rates-{section}"
    page.show_tab(SEATS)


def _arrivals(one: Rehearsal, tab: ArrivalsTab) -> Iterator[str]:
    tab.way.choose("back")
    one.settle()
    yield "travel-departures"
    tab.way.choose("out")
    tab.show_flights()
    if (flight := tab.flights.table.current()) is not None:
        for field, instant in ((tab.flights.departs, flight.departs), (tab.flights.arrives, flight.arrives)):
            # Twenty minutes later, as flights are.
            minutes = (instant.hour * 60 + instant.minute + 20) % (24 * 60)
            if isinstance(field.editor, QLineEdit):
                field.editor.setText(f"{minutes // 60:02}:{minutes % 60:02}")
        tab.flights.look()
    one.settle()
    yield "travel-flight-change"
    tab.show_agent()
    one.settle()
    yield "travel-agency"
    name = next((tile.name for tile in one.page.seats.wall.tiles() if tile.sponsorship), "")
    if name:
        tab.agent.pasted.setPlainText(_LIST.format(name=name))
        tab.agent.compare_pasted()
        one.settle()
        yield "travel-agency-list"
    tab.agent.leave()

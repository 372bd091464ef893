"""The Travel page in the main window, with the travel officer before it."""

from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from cmc_desk.desk import allowance_policies, daily_rates, journeys, rooms
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.travel_settings import change_travel_settings
from cmc_desk.desk.travellers import record_passport, record_visa
from cmc_desk.rules.journeys import TypedLeg
from cmc_desk.rules.travel_states import Direction, VisaState
from cmc_desk.ui import sound, theme
from cmc_desk.ui.context import Context, Message
from cmc_desk.ui.page_kinds import PAGES
from cmc_desk.ui.shell import MainWindow
from cmc_desk.ui.travel.page import TravelPage
from cmc_desk.ui.travel.travel_form import TravelForm
from tests.desk.seated import Seated
from tests.meetings import clock_of
from tests.ui.inline_pool import InlinePool

NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


@dataclass
class Officer:
    """Whoever runs sponsored travel: hands on the keyboard, eyes on the page."""

    window: MainWindow
    meeting: Seated
    said: list[Message] = field(default_factory=list)

    @property
    def desk(self) -> Desk:
        return self.meeting.desk

    @property
    def page(self) -> TravelPage:
        page = self.window.page("travel")
        assert isinstance(page, TravelPage)
        return page

    @property
    def form(self) -> TravelForm:
        """The form that is open."""
        form = self.page.side.form
        assert form is not None
        return form

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """Press a key where the keyboard is."""
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifiers)

    def type(self, text: str) -> None:
        """Type where the keyboard is."""
        QTest.keyClicks(QApplication.focusWidget() or self.window, text)

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Click on something."""
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, NONE, at or widget.rect().center())

    def fill(self, **texts: str) -> None:
        """Type into fields of the form that is open, over what stands there."""
        for name, text in texts.items():
            editor = self.form.field(name).editor
            assert isinstance(editor, QLineEdit)
            editor.setFocus()
            editor.selectAll()
            self.press(Qt.Key.Key_Delete)
            QTest.keyClicks(editor, text)

    def save(self) -> None:
        """Do what the form is for."""
        self.press(Qt.Key.Key_S, CTRL)

    def pick(self, name: str, key: str) -> None:
        """Choose something in a list of the form, as somebody does who has opened it."""
        editor = self.form.field(name).editor
        set_key = editor.set_key  # type: ignore[attr-defined] # a combo of ours
        set_key(key)
        editor.picked.emit(key)  # type: ignore[attr-defined] # as above

    def word(self, seat: str) -> str:
        """Return what the wall says of a seat."""
        placed = self.page.seats.wall._layout.by_key[seat]
        return placed.tile.word

    def tile(self) -> str:
        """Return the seat that is chosen."""
        tile = self.page.seats.tile()
        return tile.key if tile is not None else ""

    def last(self) -> tuple[str, str]:
        """Return kind and words of what was said last."""
        message = self.said[-1]
        return message.kind, message.before + message.bold + message.after

    def at(self, instant: datetime) -> None:
        """Let it be that time, and let the page read what follows."""
        clock_of(self.desk).move_to(instant)
        self.page.reload(frozenset({"*"}))

    def open_tab(self, key: Qt.Key) -> None:
        """Go to a part of the page."""
        self.press(key, ALT)

    def buttons(self) -> dict[str, QAbstractButton]:
        """Return what can be pressed at the right, by its words."""
        shown = self.page.side.findChildren(QAbstractButton)
        return {one.accessibleName(): one for one in shown if one.isVisible() and one.isEnabled()}

    def close(self) -> None:
        """Leave the window."""
        self.window.close()
        self.window.close()
        self.window.deleteLater()
        sound.mute(on=False)


def make_officer(qtbot: QtBot, folder: Path) -> Officer:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, dark=False)
    sound.mute(on=True)
    meeting = Seated(folder)
    meeting.desk.do(change_travel_settings, changes={"arrival_airport": "KIN"})
    context = Context(meeting.desk, pool=InlinePool())
    window = MainWindow(context, pages=PAGES)
    # What keeps the time in a test is the test.
    window._ticker.stop()
    window._poller.stop()
    officer = Officer(window, meeting)
    context.said.connect(officer.said.append)
    window.resize(1366, 768)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    # Keys without a pause are a scan; here they are a person's.
    assert window.scanner is not None
    window.scanner.stop()
    window.go("travel")
    return officer


def local(day: int, hour: int, minute: int = 0) -> datetime:
    """Return a time on the clocks of an airport, in December."""
    return datetime(2019, 12, day, hour, minute)  # noqa: DTZ001 - as it stands on a ticket


LEGS = [
    TypedLeg(Direction.OUT, "BW", "415", "PAP", "KIN", local(4, 14), local(4, 15, 40)),
    TypedLeg(Direction.BACK, "BW", "414", "KIN", "PAP", local(7, 9, 15), local(7, 10, 55)),
]


def financed(desk: Desk) -> None:
    """Let both agencies pay, and enter what a day in Kingston is worth."""
    listed = desk.read(allowance_policies.policies)
    key = next(row.key for row in listed if row.policy.last_day)
    for agency in ("IOM", "UNHCR"):
        desk.do(allowance_policies.set_agency_policy, agency=agency, policy=key)
    desk.do(
        daily_rates.set_rate,
        place="KIN",
        since=date(2019, 12, 1),
        amount="240",
        currency="USD",
        source="Sample circular",
    )


def ready(officer: Officer, seat: str = "HT-1", name: str = "anais", *, ticketed: bool = True) -> str:
    """Let somebody be ready to travel; return the sponsorship."""
    meeting, desk = officer.meeting, officer.desk
    key = meeting.accepted(seat, name)
    person = meeting.people[name]
    desk.do(record_passport, participant=person, issuer="HTI", number="X1234567", expires=date(2021, 7, 14))
    desk.do(record_visa, sponsorship=key, state=VisaState.NOT_REQUIRED)
    desk.do(journeys.put_itinerary, sponsorship=key, legs=LEGS)
    desk.do(rooms.book_stays, sponsorships=[key])
    if ticketed:
        desk.do(journeys.issue_ticket, sponsorship=key, ticket="106-1", locator="EXY12Z", fare="412.50", currency="USD")
    return key

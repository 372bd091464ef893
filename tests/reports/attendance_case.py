"""A meeting in which everything has happened that an attendance workbook has to tell."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from cmc_desk.desk import attendance, registration
from cmc_desk.desk.attendance_facts import book_of, read_attendance
from cmc_desk.desk.desk import Desk
from cmc_desk.reports.attendance_book import AttendanceBook
from cmc_desk.rules.badge_code import make
from cmc_desk.rules.people import Consent, Person, Sensitivity
from tests.meetings import ANAIS, ANDRE, ILSE, JOSE, KEISHA, clock_of, enter, local, open_desk

HOSTILE = Person(
    given_name='=HYPERLINK("http://example.org","here")',
    family_name="-Example\x07 @Muster",
    delegation="JM",
    functional_title="+SUM(A1:A9)",
    institution="@Example",
    phone="+1 876 555 0119",
    dietary="Nuts",
    consent=Consent.NO,
)
WITHDRAWN = Person(given_name="Winsome", family_name="Example-Blagg", delegation="HT")


def lived_through(folder: Path) -> tuple[Desk, dict[str, str]]:
    """Return the desk after the first day, and who is who: Keisha stayed, Andre left at noon, José is excused, Anaïs is absent.

    The hostile one came by a check-in that was undone and by another that was not; a strange badge was refused.
    """
    desk = open_desk(folder)
    people = {"keisha": replace(KEISHA, phone="(868) 555-0109"), "andre": ANDRE, "anais": ANAIS, "jose": JOSE}
    people |= {"ilse": ILSE, "hostile": HOSTILE, "winsome": WITHDRAWN}
    ids = {name: enter(desk, person).id for name, person in people.items()}
    desk.do(registration.withdraw, participant=ids["winsome"])
    _at(desk, local(0, 8, 41))
    desk.do(attendance.check_in, participant=ids["keisha"], via="name")
    clock_of(desk).advance(seconds=5)
    desk.do(attendance.check_in, participant=ids["andre"], via="name")
    _at(desk, local(0, 8, 50))
    desk.do(attendance.check_in, participant=ids["hostile"], via="name")
    desk.undo()
    _at(desk, local(0, 8, 52))
    desk.do(attendance.check_in, participant=ids["hostile"], via="name")
    clock_of(desk).advance(seconds=5)
    desk.do(attendance.check_in, participant=ids["hostile"], via="name")
    clock_of(desk).advance(seconds=5)
    desk.do(attendance.check_in, code=make(4711))
    desk.do(attendance.excuse, participant=ids["jose"], session="day1-registration", reason="Bilateral meeting")
    _at(desk, local(0, 12, 5))
    desk.do(attendance.leave, participant=ids["andre"], session="day1-registration")
    return desk, ids


def book(desk: Desk, limit: Sensitivity = Sensitivity.DESK) -> AttendanceBook:
    """Return the book of the meeting at six in the evening."""
    return book_of(desk.read(read_attendance), limit=limit, now=local(0, 18), made_by="T. Sample-Reid · Desk A")


def _at(desk: Desk, instant: datetime) -> None:
    clock_of(desk).move_to(instant)

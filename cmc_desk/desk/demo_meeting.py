"""The demo meeting: the real agenda with fictional people, and both days walked through on a manual clock."""

import random
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path

from cmc_desk.clock import ManualClock
from cmc_desk.db.files import make_folder
from cmc_desk.desk import attendance, people, registration
from cmc_desk.desk.command import Author
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.importing import import_people, plan, read_list
from cmc_desk.desk.meeting import attendance_sessions
from cmc_desk.desk.opening import create_meeting
from cmc_desk.exchange.meeting_file import read_meeting, template_path
from cmc_desk.resource import resource
from cmc_desk.rules import badge_code
from cmc_desk.rules.import_decisions import changes
from cmc_desk.rules.meeting import MeetingPlan, Role
from cmc_desk.rules.people import Capacity, Person
from cmc_desk.rules.sessions import Session

TEMPLATE = "cmc-2019"
# A list and how many days before the meeting it came.
_LISTS = (("cmc-2019-people.xlsx", 6), ("cmc-2019-people-2.xlsx", 3))
_ORGANISER = Author("P. Example-Gayle", Role.ORGANISER, "Office")
_DESKS = (Author("T. Sample-Reid", Role.DESK, "Desk A"), Author("M. Sample-Ford", Role.DESK, "Desk B"))


def ensure(file: Path) -> None:
    """Make the demo meeting with its expected people at `file`, unless a meeting stands there already."""
    if not file.exists():
        make_folder(file.parent)
        _founded(file).close()


def walk_through(file: Path) -> Desk:
    """Make the demo meeting at `file` and live through both days of it; the desk stays open, its clock at the end.

    What happens is the same every time; only badge codes and identifiers differ.
    """
    make_folder(file.parent)
    desk = _founded(file)
    chance = random.Random(2019)  # noqa: S311 - a play, not a secret
    for number, slot in enumerate(slot for slot in desk.read(attendance_sessions) if slot.is_registration):
        _arrivals(desk, slot, chance, day=number)
        _sessions(desk, slot, chance)
    return desk


def in_the_queue(file: Path) -> Desk:
    """Make the demo meeting at `file` and leave it open on the first morning at 08:52, in the middle of the queue."""
    desk = _founded(file)
    chance = random.Random(2019)  # noqa: S311 - a play, not a secret
    slot = next(slot for slot in desk.read(attendance_sessions) if slot.is_registration)
    _arrivals(desk, slot, chance, day=0, until=slot.starts + timedelta(minutes=22, seconds=19))
    return desk


def before_the_second_list(file: Path) -> Desk:
    """Make the demo meeting at `file` with its first list only and leave it open, three days before it begins."""
    desk = _founded(file, lists=_LISTS[:1])
    _move(desk, desk.clock.now() + timedelta(days=4))
    return desk


def _founded(file: Path, *, lists: Sequence[tuple[str, int]] | None = None) -> Desk:
    meeting_plan = read_meeting(template_path(TEMPLATE))
    desk = create_meeting(
        file, meeting_plan, clock=ManualClock(_before(meeting_plan)), author=_ORGANISER, training=True
    )
    for name, days in _LISTS if lists is None else lists:
        _move(desk, _before(meeting_plan) - timedelta(days=days))
        wanted = changes(plan(desk, read_list(resource("meetings", name))), {})
        desk.do(import_people, changes=list(wanted), source=name, learned={}, columns={})
    return desk


def _before(meeting_plan: MeetingPlan) -> datetime:
    return meeting_plan.items[0].starts - timedelta(hours=22)


def _move(desk: Desk, instant: datetime) -> None:
    if isinstance(desk.clock, ManualClock):
        desk.clock.move_to(instant)


def _arrivals(desk: Desk, slot: Session, chance: random.Random, *, day: int, until: datetime | None = None) -> None:
    """Let the expected people come: a trickle, a queue before the opening, a few late ones, some not at all."""
    everybody = [
        hit.id for hit in desk.read(people.find_people, only=people.Filter.EXPECTED, day=(slot.key,), limit=10**6).hits
    ]
    codes = desk.read(people.codes_of, participants=everybody)
    absent = set(chance.sample(everybody, k=len(everybody) // (14 if day == 0 else 8)))
    times = {
        one: slot.starts + timedelta(minutes=max(-20.0, chance.gauss(14, 11)), seconds=chance.random() * 30)
        for one in everybody
    }
    late = chance.sample([one for one in everybody if one not in absent], k=4)
    times.update({one: slot.ends + timedelta(minutes=chance.uniform(5, 80)) for one in late})
    coming = sorted((times[one], one) for one in everybody if one not in absent)
    for number, (at, one) in enumerate(coming):
        if until is not None and at > until:
            break
        _move(desk, at)
        desk.author = _DESKS[number % 5 % 2]
        if number % 6 == 5:
            desk.do(attendance.check_in, participant=one, via="name")
        else:
            desk.do(attendance.check_in, code=codes[one], via="scan")
        _surprises(desk, number, codes[one], day=day)
    if until is not None:
        _move(desk, until)


def _surprises(desk: Desk, number: int, code: str, *, day: int) -> None:
    """Let happen what happens at every desk: scanned twice, a strange badge, somebody nobody has named, a slip."""
    if number == 7:
        desk.do(attendance.check_in, code=code, via="scan")
    if number == 11:
        desk.do(attendance.check_in, code=badge_code.make(0x5EED_C0DE_2019_1205), via="scan")
    if number == 15:
        desk.do(attendance.check_in, code="7741-09", via="scan")
    if number == 19 and day == 0:
        visitor = Person(
            given_name="Garfield",
            family_name="Example-Tuitt",
            delegation="MS",
            functional_title="Immigration Officer",
            institution="Immigration Department",
            capacity=Capacity.ADVISER,
        )
        desk.do(attendance.walk_in, person=visitor)
    if number == 23:
        desk.undo()


def _sessions(desk: Desk, slot: Session, chance: random.Random) -> None:
    """Take the attendance of the sittings of a day: those who registered and stayed, with a few excused or gone."""
    present = list(desk.read(people.arrivals, (slot.key,)))
    sittings = [one for one in desk.read(attendance_sessions) if one.day == slot.day and not one.is_registration]
    desk.author = _DESKS[0]
    for sitting in sittings[:: max(1, len(sittings) - 1)]:
        for place, one in enumerate(present):
            _move(desk, sitting.starts + timedelta(minutes=2, seconds=5 * place))
            if chance.random() < 0.93:
                desk.do(attendance.check_in, participant=one, session=sitting.key, via="list")
            elif chance.random() < 0.5:
                desk.do(attendance.excuse, participant=one, session=sitting.key, reason="Bilateral meeting")
    _move(desk, sittings[-1].ends - timedelta(minutes=20))
    for one in chance.sample(present, k=3):
        desk.do(attendance.leave, participant=one, session=slot.key)
    note = desk.read(people.find_people, text="Specimen", limit=3).hits[-1]
    desk.do(registration.add_note, participant=note.id, text="Boarding pass still missing: send to Travel")

"""The demo meeting: the real agenda with fictional people, and both days walked through on a manual clock."""

import random
from collections.abc import Iterator
from datetime import datetime, time, timedelta
from functools import partial
from pathlib import Path

from cmc_desk.clock import ManualClock
from cmc_desk.db.files import make_folder
from cmc_desk.desk import attendance, people, registration
from cmc_desk.desk.command import Author
from cmc_desk.desk.demo_agenda import IN_THE_PRIORITIES, instant_of, run_day
from cmc_desk.desk.demo_arrivals import not_here, plan_travel_desk, until_the_opening
from cmc_desk.desk.demo_documents import BEFORE_THE_APPROVAL, IN_THE_PLAN, plan_documents, until_the_meeting
from cmc_desk.desk.demo_moments import Moment
from cmc_desk.desk.demo_notes import FIRST, IN_THE_PRINCIPLES, plan_notes, plan_principles
from cmc_desk.desk.demo_outcomes import plan_outcomes
from cmc_desk.desk.demo_play import Play, move
from cmc_desk.desk.demo_travel import nominations_and_flights, until_two_days_before
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
_LISTS = (("cmc-2019-people.xlsx", 27), ("cmc-2019-people-2.xlsx", 3))
_ORGANISER = Author("P. Example-Gayle", Role.ORGANISER, "Office")
# What there is to see on each day, and when.
_MOMENTS = (
    ((Moment.QUEUE, time(8, 52, 19)), (Moment.PRIORITIES, IN_THE_PRIORITIES)),
    ((Moment.PLAN, IN_THE_PLAN), (Moment.APPROVAL, BEFORE_THE_APPROVAL)),
)
_DESKS = (Author("T. Sample-Reid", Role.DESK, "Desk A"), Author("M. Sample-Ford", Role.DESK, "Desk B"))


def ensure(file: Path) -> None:
    """Make the demo meeting at `file` as it stands on the eve of its first day, unless a meeting stands there already."""
    if not file.exists():
        left_at(file, Moment.EVE).close()


def left_at(file: Path, moment: Moment) -> Desk:
    """Make the demo meeting at `file` and leave it open at a moment, its clock there.

    What happens is the same every time; only badge codes and identifiers differ.
    """
    make_folder(file.parent)
    if moment is Moment.LIST:
        return _with_its_first_list(file)
    if moment is Moment.PRINCIPLES:
        return on_to_the_principles(left_at(file, Moment.EVE))
    return next(desk for here, desk in walk(file) if here is moment)


def walk(file: Path) -> Iterator[tuple[Moment, Desk]]:
    """Make the demo meeting at `file` and live through it; whoever walks along finds it standing at each moment.

    Not on the way are the moments that only some other meeting comes by: with its first list alone, and with a list of speakers in the
    discussion of the principles.
    """
    make_folder(file.parent)
    desk = _founded(file)
    nominations_and_flights(desk)
    _list(desk, *_LISTS[1])
    until_two_days_before(desk)
    yield Moment.SEATS, desk
    until_the_opening(desk)
    yield Moment.EVE, _before_the_organiser(desk)
    play = _play(desk)
    for number, moments in enumerate(_MOMENTS):
        _plan_day(play, number)
        for moment, clock in moments:
            play.run(instant_of(desk, number, clock))
            yield moment, _before_the_organiser(desk)
        play.run()
    yield Moment.END, _before_the_organiser(desk)


def on_to_the_principles(desk: Desk) -> Desk:
    """Live on from the eve to the discussion of the principles, in which the chair keeps a list of speakers; return the same desk."""
    play = _play(desk)
    _plan_day(play, 0)
    plan_principles(play)
    play.run(instant_of(desk, 0, IN_THE_PRINCIPLES))
    # Before whoever is typing.
    desk.author = FIRST
    return desk


def _before_the_organiser(desk: Desk) -> Desk:
    """Return the desk before whoever looks at the whole of it, not before whoever did something last."""
    desk.author = _ORGANISER
    return desk


def _with_its_first_list(file: Path) -> Desk:
    desk = _founded(file)
    move(desk, _before(read_meeting(template_path(TEMPLATE))) - timedelta(days=2))
    return desk


def _founded(file: Path) -> Desk:
    meeting_plan = read_meeting(template_path(TEMPLATE))
    desk = create_meeting(
        file, meeting_plan, clock=ManualClock(_before(meeting_plan)), author=_ORGANISER, training=True
    )
    until_the_meeting(desk)
    _list(desk, *_LISTS[0])
    return desk


def _list(desk: Desk, name: str, days: int) -> None:
    move(desk, _before(read_meeting(template_path(TEMPLATE))) - timedelta(days=days))
    desk.author = _ORGANISER
    wanted = changes(plan(desk, read_list(resource("meetings", name))), {})
    desk.do(import_people, changes=list(wanted), source=name, learned={}, columns={})


def _before(meeting_plan: MeetingPlan) -> datetime:
    return meeting_plan.items[0].starts - timedelta(hours=22)


def _play(desk: Desk) -> Play:
    return Play(desk, random.Random(2019))  # noqa: S311 - a play, not a secret


def _registrations(desk: Desk) -> list[Session]:
    return [slot for slot in desk.read(attendance_sessions) if slot.is_registration]


def _plan_day(play: Play, number: int) -> None:
    slot = _registrations(play.desk)[number]
    _arrivals(play, slot, day=number)
    _sessions(play, slot)
    run_day(play, number)
    plan_notes(play, number)
    plan_documents(play, number)
    plan_outcomes(play, number)
    plan_travel_desk(play, number)


def _arrivals(play: Play, slot: Session, *, day: int) -> None:
    """Let the expected people come: a trickle, a queue before the opening, a few late ones, some not at all."""
    desk, chance = play.desk, play.chance
    everybody = [
        hit.id for hit in desk.read(people.find_people, only=people.Filter.EXPECTED, day=(slot.key,), limit=10**6).hits
    ]
    codes = desk.read(people.codes_of, participants=everybody)
    # Whoever is not in the country cannot stand at the desk.
    absent = {*chance.sample(everybody, k=len(everybody) // (14 if day == 0 else 8)), *not_here(desk)}
    times = {
        one: slot.starts + timedelta(minutes=max(-20.0, chance.gauss(14, 11)), seconds=chance.random() * 30)
        for one in everybody
    }
    late = chance.sample([one for one in everybody if one not in absent], k=4)
    times.update({one: slot.ends + timedelta(minutes=chance.uniform(5, 80)) for one in late})
    coming = sorted((times[one], one) for one in everybody if one not in absent)
    for number, (at, one) in enumerate(coming):
        play.at(at, _DESKS[number % 5 % 2], partial(_arrive, desk, number, one, codes[one], day=day))


def _arrive(desk: Desk, number: int, participant: str, code: str, *, day: int) -> None:
    if number % 6 == 5:
        desk.do(attendance.check_in, participant=participant, via="name")
    else:
        desk.do(attendance.check_in, code=code, via="scan")
    _surprises(desk, number, code, day=day)


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


def _sessions(play: Play, slot: Session) -> None:
    """Take the attendance of the sittings of a day: those who registered and stayed, with a few excused or gone."""
    sittings = [one for one in play.desk.read(attendance_sessions) if one.day == slot.day and not one.is_registration]
    for sitting in sittings[:: max(1, len(sittings) - 1)]:
        play.at(sitting.starts + timedelta(minutes=2), _DESKS[0], partial(_take, play, slot, sitting))
    play.at(sittings[-1].ends - timedelta(minutes=20), _DESKS[0], partial(_leave, play, slot))


def _take(play: Play, slot: Session, sitting: Session) -> None:
    """Take the list of a sitting, five seconds for each who is here: whoever has left is asked for no more."""
    came = play.desk.read(people.arrivals, (slot.key,))
    for place, one in enumerate(one for one, arrival in came.items() if arrival.left_at is None):
        at = sitting.starts + timedelta(minutes=2, seconds=5 * place)
        if play.chance.random() < 0.93:
            here = partial(play.desk.do, attendance.check_in, participant=one, session=sitting.key, via="list")
            play.at(at, _DESKS[0], here)
        elif play.chance.random() < 0.5:
            gone = partial(
                play.desk.do, attendance.excuse, participant=one, session=sitting.key, reason="Bilateral meeting"
            )
            play.at(at, _DESKS[0], gone)


def _leave(play: Play, slot: Session) -> None:
    present = list(play.desk.read(people.arrivals, (slot.key,)))
    for one in play.chance.sample(present, k=3):
        play.desk.do(attendance.leave, participant=one, session=slot.key)
    note = play.desk.read(people.find_people, text="Specimen", limit=3).hits[-1]
    play.desk.do(registration.add_note, participant=note.id, text="Boarding pass still missing: send to Travel")

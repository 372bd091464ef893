"""How the agenda of the demo really ran: late in the morning, cut at lunch, with a list of speakers that goes on after it."""

from datetime import date, datetime, time, timedelta
from functools import partial

from cmc_desk.desk import agenda, floor, floor_list, floor_topics
from cmc_desk.desk.command import Author
from cmc_desk.desk.demo_play import Play
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.floor_facts import floors
from cmc_desk.desk.meeting import meeting
from cmc_desk.desk.rundown import rundown
from cmc_desk.rules.agenda import Act
from cmc_desk.rules.floor import speeches
from cmc_desk.rules.floor_kinds import SpeakerState, Speech
from cmc_desk.rules.floor_turns import next_turn
from cmc_desk.rules.meeting import Role

TOPIC = "priorities"
# In the middle of the national priorities: six were heard, the seventh speaks, and lunch is near.
IN_THE_PRIORITIES = time(12, 38, 11)
_CHAIR = Author("P. Specimen-Lowe", Role.CHAIR, "Chair")
_STEPS = (
    # The key that ends an item begins the next one: only what really happened at another time than planned says so.
    (
        "08:30",
        "09:06",
        "09:50",
        "10:21",
        "12:04",
        "13:00",
        "14:32",
        "15:48",
        "16:17",
        "16:23",
        "17:17",
        "17:31",
        "17:43",
    ),
    (
        *("08:31", "09:04", "09:13", "09:18", "10:13", "10:33", "12:19", "12:33"),
        *("14:03", "14:31", "16:02", "16:31", "16:46", "16:59", "17:15", "17:29"),
    ),
)
_HEARD = (  # who, when they began, and how long they spoke
    ("AG", "12:07:30", 270),
    ("BS", "12:12:00", 252),
    ("GD", "12:16:12", 280),
    ("BZ", "12:20:52", 302),
    ("DM", "12:25:54", 271),
    ("CW", "12:30:25", 238),
    ("BB", "12:34:23", 317),
)
_ABSENT = "HT"
_WAITING = (
    *("JM", "GY", "KY", "SR", "LC", "KN", "VC", "TT", "DO", "CU", "AI", "AW", "BM", "VG", "MS", "SX", "TC", "NL", "US"),
)
_CHANGEOVER = timedelta(seconds=20)


def run_day(play: Play, number: int) -> None:
    """Let the agenda of a day run, and on the first one the list of speakers."""
    day = play.desk.read(meeting).days[number]
    for step in _STEPS[number]:
        play.at(_on(play.desk, day, step), _CHAIR, partial(play.desk.do, agenda.next_item))
    if number == 0:
        _run_list(play, day)
    else:
        _run_second_day(play, day)


def instant_of(desk: Desk, number: int, clock: time) -> datetime:
    """Return a time of a day of the demo."""
    facts = desk.read(meeting)
    return datetime.combine(facts.days[number], clock, facts.tzinfo)


def _run_second_day(play: Play, day: date) -> None:
    desk = play.desk
    plan = _on(desk, day, "11:10")
    play.at(plan, _CHAIR, partial(desk.do, agenda.pause_item, item="plan", reason="The interpretation failed"))
    play.at(plan + timedelta(minutes=6), _CHAIR, partial(desk.do, agenda.resume_item, item="plan"))
    more = partial(desk.do, agenda.add_time, item="modalities", seconds=120, reason="Two more questions")
    play.at(_on(desk, day, "15:56"), _CHAIR, more)
    began = _on(desk, day, "14:01")
    play.at(_on(desk, day, "14:06"), _CHAIR, partial(_correct_beginning, desk, "modalities-introduction", began))


def _correct_beginning(desk: Desk, item: str, at: datetime) -> None:
    event = next(one for one in desk.read(rundown).events if one.item == item and one.act is Act.START)
    desk.do(agenda.correct_event, event=event.key, at=at, reason="The key was pressed late")


def _run_list(play: Play, day: date) -> None:
    desk = play.desk
    entries: dict[str, str] = {}
    play.at(_on(desk, day, "11:40"), _CHAIR, partial(_inscribe, desk, entries))
    for code, begins, _seconds in _HEARD:
        at = _on(desk, day, begins)
        if code == "BZ":
            play.at(at - timedelta(seconds=8), _CHAIR, partial(_call_in_vain, desk, entries))
        play.at(at, _CHAIR, partial(desk.do, floor.next_speaker, topic=TOPIC))
    play.at(_on(desk, day, "12:39:05"), _CHAIR, partial(desk.do, floor_topics.set_limits, topic=TOPIC, seconds=165))
    last = _on(desk, day, _HEARD[-1][1]) + timedelta(seconds=_HEARD[-1][2])
    play.at(last, _CHAIR, lambda: desk.do(floor.end_speech, entry=entries[_HEARD[-1][0]]))
    play.at(last + _CHANGEOVER, _CHAIR, partial(_turn, play, _on(desk, day, "12:59:30")))
    play.at(_on(desk, day, "14:33:40"), _CHAIR, partial(_turn, play, _on(desk, day, "15:47:30")))
    play.at(_on(desk, day, "14:50"), _CHAIR, lambda: desk.do(floor.in_writing, entry=entries["NL"]))
    # Whoever lands in the afternoon is heard last.
    play.at(_on(desk, day, "12:39:30"), _CHAIR, lambda: desk.do(floor_list.move_entry, entry=entries[_ABSENT], by=20))
    play.at(_on(desk, day, "15:24"), _CHAIR, lambda: desk.do(floor.back, entry=entries[_ABSENT]))
    play.at(_on(desk, day, "15:24:30"), _CHAIR, partial(_turn, play, _on(desk, day, "15:47:30")))


def _inscribe(desk: Desk, entries: dict[str, str]) -> None:
    """Put everybody on the list who asked before it began; the chair has agreed on another order than that of the categories."""
    heard = [code for code, _begins, _seconds in _HEARD]
    codes = [*heard[:3], _ABSENT, *heard[3:], *_WAITING]
    keys = desk.do(floor_list.inscribe_many, topic=TOPIC, delegations=codes)
    entries.update(zip(codes, keys, strict=True))
    desk.do(floor_list.reorder, topic=TOPIC, entries=keys)
    desk.do(floor_list.edit_entry, entry=entries[_ABSENT], changes={"note": "lands 15:10"})


def _call_in_vain(desk: Desk, entries: dict[str, str]) -> None:
    desk.do(floor.call_speaker, entry=entries[_ABSENT])
    desk.do(floor.absent, entry=entries[_ABSENT])


def _turn(play: Play, until: datetime) -> None:
    """Give the floor to the next one, if there is time for it before `until` and somebody waits who is here."""
    desk = play.desk
    now = desk.clock.now()
    length = timedelta(seconds=round(min(230.0, max(75.0, play.chance.gauss(160, 24)))))
    following = _next(desk)
    if now + length > until or following is None or following.state is SpeakerState.ABSENT:
        return
    begun = desk.do(floor.next_speaker, topic=TOPIC)
    play.at(now + length, _CHAIR, lambda: desk.do(floor.end_speech, entry=begun.started))
    play.at(now + length + _CHANGEOVER, _CHAIR, partial(_turn, play, until))


def _next(desk: Desk) -> Speech | None:
    facts = next(one for one in desk.read(floors) if one.topic.key == TOPIC)
    return next_turn(speeches(facts.topic, facts.entries, facts.events)).speech


def _on(desk: Desk, day: date, clock: str) -> datetime:
    return datetime.combine(day, time.fromisoformat(clock), desk.read(meeting).tzinfo)

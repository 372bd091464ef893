"""What the rapporteurs of the demo write: every word of it is invented, whichever State is said to have spoken."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from functools import partial

from cmc_desk.desk import floor, floor_list, floor_topics, notes
from cmc_desk.desk.command import Author
from cmc_desk.desk.demo_play import Play
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.meeting import Meeting, agenda, meeting
from cmc_desk.desk.note_items import assign_item, hand_over_item, set_note_status
from cmc_desk.desk.note_places import keep_place
from cmc_desk.resource import resource
from cmc_desk.rules.agenda_plan import SpeakerCategory
from cmc_desk.rules.meeting import Role
from cmc_desk.rules.note_kinds import Attribution, EntryKind, NoteStatus
from cmc_desk.rules.notes import Written

# In the discussion of the principles: twelve entries are filed, and what Barbados proposes is being typed.
IN_THE_PRINCIPLES = time(16, 41, 58)
PRINCIPLES = "principles"
FIRST = Author("A. Sample-Clarke", Role.RAPPORTEUR, "Rapporteur 1")
_SECOND = Author("L. Muster-Reyes", Role.RAPPORTEUR, "Rapporteur 2")
_CHAIR = Author("P. Specimen-Lowe", Role.CHAIR, "Chair")
_SHEET = "cmc-2019-notes.csv"
_TYPING = timedelta(seconds=25)
_NOBODY_KNOWS = "??"
# The second rapporteur takes over in the afternoon of the first day, and writes in the working groups.
_OF_THE_SECOND = frozenset({"priorities-continued", "working-groups", "modalities"})
_STATUSES = (
    (
        ("11:58", "opening", NoteStatus.FINAL),
        ("14:10", "context", NoteStatus.FINAL),
        ("15:50", "priorities", NoteStatus.FINAL),
        ("16:05", "priorities-continued", NoteStatus.DRAFT),
        ("16:22", "principles-introduction", NoteStatus.DRAFT),
        ("17:14", PRINCIPLES, NoteStatus.DRAFT),
    ),
    (
        ("08:40", "priorities-continued", NoteStatus.FINAL),
        ("08:41", "principles-introduction", NoteStatus.FINAL),
        ("08:42", PRINCIPLES, NoteStatus.FINAL),
        ("12:40", "working-groups", NoteStatus.FINAL),
        ("12:41", "plan", NoteStatus.DRAFT),
        ("16:25", "modalities", NoteStatus.DRAFT),
        ("17:19", "plan-introduction", NoteStatus.FINAL),
        ("17:20", "plan", NoteStatus.FINAL),
        ("17:21", "modalities-introduction", NoteStatus.FINAL),
        ("17:22", "modalities", NoteStatus.FINAL),
        ("17:23", "approval", NoteStatus.FINAL),
        ("17:24", "next-steps", NoteStatus.FINAL),
    ),
)
_LIST = "Draft guiding principles"
_LIMIT = 180
_SPEECHES = (("LC", "16:26:30"), ("CU", "16:29:40"), ("BZ", "16:33:30"), ("DO", "16:36:30"), ("BB", "16:40:32"))
_WAITING = ("SR", "GY")
# What is not typed yet when the scene is looked at.
_UNTYPED = "tional legislation”."


@dataclass(frozen=True, slots=True)
class _Line:
    """An entry of the demo: `at` is when it is begun, on the clocks of the meeting."""

    item: str
    at: time
    written: Written


def plan_notes(play: Play, number: int) -> None:
    """Let the rapporteurs write on a day: every entry is filed half a minute after it was begun."""
    desk = play.desk
    facts = desk.read(meeting)
    day = facts.days[number]
    for clock, item, status in _STATUSES[number]:
        play.at(
            _on(facts, day, time.fromisoformat(clock)),
            FIRST,
            partial(desk.do, set_note_status, item=item, status=status),
        )
    if number == 0:
        _share(play, facts, day)
    items = {one.id for one in desk.read(agenda) if one.day == day}
    for line in _lines():
        if line.item in items:
            author = _SECOND if line.item in _OF_THE_SECOND else FIRST
            _plan_entry(play, _on(facts, day, line.at), author, line)


def plan_principles(play: Play) -> None:
    """Let the chair keep a list of speakers in the discussion of the principles, with Barbados speaking when it is looked at."""
    desk = play.desk
    facts = desk.read(meeting)
    day = facts.days[0]
    entries: list[str] = []
    play.at(_on(facts, day, time(16, 20)), _CHAIR, partial(_open_list, desk, entries))
    for _code, clock in _SPEECHES:
        play.at(
            _on(facts, day, time.fromisoformat(clock)), _CHAIR, lambda: desk.do(floor.next_speaker, topic=entries[0])
        )
    seen = _on(facts, day, IN_THE_PRINCIPLES) - timedelta(seconds=6)
    there = partial(desk.keep, keep_place, item=PRINCIPLES, entry="", position=0, scroll=0)
    play.at(seen, _SECOND, there)


def _share(play: Play, facts: Meeting, day: date) -> None:
    desk = play.desk
    for item in ("opening", "context", "priorities", "priorities-continued", "principles-introduction", PRINCIPLES):
        play.at(
            _on(facts, day, time(8, 58)), FIRST, partial(desk.do, assign_item, item=item, rapporteur=FIRST.operator)
        )
    over = partial(desk.do, hand_over_item, item="priorities-continued", rapporteur=_SECOND.operator)
    play.at(_on(facts, day, time(14, 26)), FIRST, over)


def _plan_entry(play: Play, begun: datetime, author: Author, line: _Line) -> None:
    desk = play.desk
    key = notes.new_entry_id()
    typed = line.written.text.removesuffix(_UNTYPED)
    if typed == line.written.text:
        play.at(begun + _TYPING, author, partial(_file, desk, key, begun, line, base=0))
        return
    half = replace(line.written, text=typed)
    typing = partial(desk.keep, notes.keep_entry, entry=key, item=line.item, started_at=begun, written=half, base=0)
    play.at(begun + _TYPING, author, typing)
    play.at(begun + 3 * _TYPING, author, partial(_file, desk, key, begun, line, base=1))


def _file(desk: Desk, key: str, begun: datetime, line: _Line, *, base: int) -> None:
    desk.do(notes.file_entry, entry=key, item=line.item, started_at=begun, written=line.written, base=base)


def _open_list(desk: Desk, entries: list[str]) -> None:
    limits = {category.value: _LIMIT for category in SpeakerCategory}
    topic = desk.do(floor_topics.put_topic, title=_LIST, limits=limits, items=[PRINCIPLES])
    entries.append(topic)
    codes = [*(code for code, _clock in _SPEECHES), *_WAITING]
    desk.do(floor_list.inscribe_many, topic=topic, delegations=codes)


def _lines() -> Iterator[_Line]:
    with resource("meetings", _SHEET).open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            unknown = row["speaker"] == _NOBODY_KNOWS
            written = Written(
                text=row["text"],
                kind=EntryKind(row["kind"]),
                delegation="" if unknown else row["speaker"],
                unknown=unknown,
                document=row["document"],
                provision=row["provision"],
                language=row["language"],
                attribution=Attribution(row["attribution"] or Attribution.ATTRIBUTABLE),
                highlighted=row["read_out"] == "yes",
                assignee=row["assignee"],
                due=date.fromisoformat(row["due"]) if row["due"] else None,
            )
            yield _Line(row["item"], time.fromisoformat(row["at"]), written)


def _on(facts: Meeting, day: date, clock: time) -> datetime:
    return datetime.combine(day, clock, facts.tzinfo)

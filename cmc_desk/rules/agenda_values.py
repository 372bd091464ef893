"""The cells of somebody's agenda: times and lengths however a spreadsheet or a person wrote them, and what a row says."""

import html
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import TypeVar

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.agenda_cells import parted, presenters
from cmc_desk.rules.agenda_lines import FileLine, Why
from cmc_desk.rules.agenda_plan import EndKind
from cmc_desk.rules.clock_times import parse_time
from cmc_desk.rules.folding import clean, fold
from cmc_desk.rules.importing import CellProblem
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.typed_lengths import LONGEST, parse_length

T = TypeVar("T")
# A spreadsheet counts its days from then: a date about 1900 only means that the cell holds a time.
_STAMP = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?")
_FRACTION = re.compile(r"0?\.\d+")
_NUMBER = re.compile(r"\d{1,4}")
_NIGHT = re.compile(r"(2[4-9]):(\d{2})")
_TAG = re.compile(r"<[^<>]{0,200}>")
_YES = frozenset({"x", "true", "yes", "1", "y", "ja", "oui", "si", "wahr", "vrai", "verdadero"})
_EVENTS = frozenset({"", "event", "count-down", "count-up", "clock", "none", "time-to-end"})
# What only holds events together in Ontime.
_AROUND = frozenset({"group", "group-start", "group-end", "block", "delay", "skip-import"})
# As a reader of workbooks cuts a cell that is longer: what is cut says nothing that could be compared.
MOST_LETTERS = 1_000


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell holds, and what people call it: `G13`, or the name of a field where there are no cells."""

    text: str
    name: str


def line_of(cells: Mapping[str, Cell], where: str, *, minutes: bool = False) -> FileLine | None:
    """Return what a row says; None if it only holds other rows together, or is empty.

    `minutes` says that a number alone in a column of times is minutes after midnight. What cannot be read is noted as a problem of
    its cell.
    """
    row = _Row(cells)
    timer = fold(row.text("timer")).replace(" ", "-")
    if timer in _AROUND or not any(cell.text for cell in cells.values()):
        return None
    points = row.value("points", parted)
    stamp = row.value("starts", stamp_day)
    return FileLine(
        where=where,
        key=row.text("key"),
        title=clean(row.text("title")),
        day=row.value("day", parse_day) or stamp,
        starts=row.value("starts", lambda text: read_clock(text, minutes=minutes)),
        ends=row.value("ends", lambda text: read_clock(text, minutes=minutes)),
        length=row.value("length", read_length),
        linked=truth(row.text("linked")),
        kind=row.said("kind"),
        track=row.said("track"),
        start_kind=row.said("start_kind"),
        not_after=row.value("not_after", lambda text: read_clock(text, minutes=False)),
        end_kind=row.said("end_kind") or _end_kind(row),
        minimum=row.value("minimum", read_length),
        importance=row.said("importance"),
        topic=row.said("topic"),
        points=points,
        speakers=row.value("speakers", lambda text: presenters(text, points or ())),
        documents=row.value("documents", parted),
        remark=row.value("remark", plain_words),
        problems=tuple(row.problems),
        no_item=_no_item(timer, skip=truth(row.text("skip"))),
    )


def are_minutes(texts: Iterable[str]) -> bool:
    """Return whether the numbers alone in the columns of times are minutes after midnight.

    They are if not all of them can be hours, or hours and minutes written together: 570 is half past nine, 930 could be both.
    """
    return any(_NUMBER.fullmatch(text) and not _is_time(text) for text in texts)


def read_clock(text: str, *, minutes: bool) -> timedelta:
    """Return how long after midnight it is; raises Refusal if the text is no time of day."""
    if (stamp := _STAMP.fullmatch(text)) is not None and stamp[4]:
        return timedelta(hours=int(stamp[4]), minutes=int(stamp[5]), seconds=int(stamp[6] or 0))
    if _FRACTION.fullmatch(text):
        return _of_a_day(text)
    if minutes and _NUMBER.fullmatch(text) and int(text) < LONGEST.total_seconds() / 60:
        return timedelta(minutes=int(text))
    if (night := _NIGHT.fullmatch(text)) is not None and int(night[2]) < 60:
        return timedelta(hours=int(night[1]), minutes=int(night[2]))
    clock = parse_time(text, to_the_second=True)
    return since_midnight(clock)


def read_length(text: str) -> timedelta:
    """Return a length; raises Refusal if the text is none."""
    if (stamp := _STAMP.fullmatch(text)) is not None and stamp[4]:
        return timedelta(hours=int(stamp[4]), minutes=int(stamp[5]), seconds=int(stamp[6] or 0))
    return _of_a_day(text) if _FRACTION.fullmatch(text) else parse_length(text)


def since_midnight(clock: time) -> timedelta:
    """Return a time of day as what passes on the wall from midnight to it."""
    return timedelta(hours=clock.hour, minutes=clock.minute, seconds=clock.second)


def stamp_day(text: str) -> date | None:
    """Return the day in a cell that holds a date with its time; none where the date is only the beginning of a spreadsheet's days."""
    stamp = _STAMP.fullmatch(text)
    if stamp is None or int(stamp[1]) < 1910:
        return None
    return parse_day("-".join(stamp.group(1, 2, 3)))


def parse_day(text: str) -> date:
    """Return a day as spreadsheets and our own files write it; raises Refusal if it is none."""
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        raise Refusal(_("This is no day: write it as 2019-12-05.")) from None


def truth(text: str) -> bool:
    """Return whether a cell says yes."""
    return fold(text) in _YES


def plain_words(text: str) -> str:
    """Return a text without the marks of HTML, in which OpenSlides keeps its texts."""
    return clean(html.unescape(_TAG.sub(" ", text)))


def _is_time(text: str) -> bool:
    try:
        parse_time(text)
    except Refusal:
        return False
    return True


def _of_a_day(text: str) -> timedelta:
    return timedelta(seconds=round(float(text) * 24 * 60 * 60))


def _end_kind(row: "_Row") -> str | None:
    if row.said("count_to_end") is None:
        return None
    return str(EndKind.FIXED if truth(row.text("count_to_end")) else EndKind.LENGTH)


def _no_item(timer: str, *, skip: bool) -> Why | None:
    if timer == "milestone":
        return Why.MILESTONE
    if timer not in _EVENTS:
        return Why.UNKNOWN
    return Why.SKIPPED if skip else None


class _Row:
    """The cells of one row by their field; what cannot be read is kept as a problem."""

    def __init__(self, cells: Mapping[str, Cell]) -> None:
        self._cells = cells
        self.problems: list[CellProblem] = []

    def text(self, field: str) -> str:
        """Return what stands there, or nothing."""
        cell = self._cells.get(field)
        return cell.text.strip() if cell else ""

    def said(self, field: str) -> str | None:
        """Return what stands there, or None if the file has no such column; an empty cell of a column says nothing either."""
        return self.text(field) or None

    def value(self, field: str, read: Callable[[str], T]) -> T | None:
        """Return what `read` makes of a cell; None if it is empty, was cut, or cannot be read, which is noted."""
        text = self.text(field)
        if not text or len(text) > MOST_LETTERS:
            return None
        try:
            return read(text)
        except Refusal as refusal:
            self.problems.append(CellProblem(self._cells[field].name, refusal.sentence))
            return None

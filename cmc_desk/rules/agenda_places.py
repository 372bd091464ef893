"""When the lines of somebody's agenda are: what a file leaves unsaid follows from the lines around it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.agenda_lines import FileLine, FilePart
from cmc_desk.rules.agenda_plan import ZERO
from cmc_desk.rules.clock_times import NIGHT_ENDS
from cmc_desk.rules.typed_lengths import length_text

BEGINS = timedelta(hours=9)
_DAY = timedelta(days=1)
_NIGHT = timedelta(hours=NIGHT_ENDS)
_LONGEST_OVER_NIGHT = timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """A line with its day and times; they are None where `problem` says what is wrong, and where the line is no item.

    `note` says what was supposed about it. It is `untimed` if nothing in its part of the file says when anything is.
    """

    line: FileLine
    day: date | None = None
    starts: datetime | None = None
    ends: datetime | None = None
    problem: str = ""
    note: str = ""
    untimed: bool = False


def placed(
    parts: Sequence[FilePart],
    *,
    days: Sequence[date],
    zone: tzinfo,
    day: date | None = None,
    begins: timedelta = BEGINS,
) -> tuple[PlacedLine, ...]:
    """Return every line with its times; `days` are those of the meeting.

    Lines without a day are of the day that their sheet or rundown tells, else of `day`; of several sheets that tell none the first is the
    first day, and so on. What begins earlier than the line above it, and says no day, is of the next day of the meeting, unless it is
    of the night. A first line without a beginning begins at `begins`.
    """
    untold = [part for part in parts if part.day is None]
    of_part = {id(part): days[min(place, len(days) - 1)] for place, part in enumerate(untold)} if not day else {}
    return tuple(
        line
        for part in parts
        for line in _Part(part, days, zone, part.day or day or of_part.get(id(part), days[0]), begins).lines()
    )


class _Part:
    """One walk down the lines of a part; offsets are from the midnight at which `day` begins."""

    def __init__(self, part: FilePart, days: Sequence[date], zone: tzinfo, day: date, begins: timedelta) -> None:
        self._all, self._days, self._zone = part.lines, days, zone
        self._day, self._begins = day, begins
        self._untimed = all(line.starts is None and line.day is None for line in part.lines)
        self._starts: timedelta | None = None
        self._ends: timedelta | None = None

    def lines(self) -> Iterator[PlacedLine]:
        for place, line in enumerate(self._all):
            if line.no_item is not None:
                yield PlacedLine(line)
            else:
                yield self._place(line, self._all[place + 1] if place + 1 < len(self._all) else None)

    def _place(self, line: FileLine, after: FileLine | None) -> PlacedLine:
        note = ""
        if line.day is not None and line.day != self._day:
            self._begin(line.day)
        starts = self._beginning(line)
        if starts is None:
            starts = self._begins
            note = _("No beginning is said: it begins at {time}.").format(time=_clock(starts))
        elif line.day is None and self._starts is not None and starts < self._starts:
            later = next((day for day in self._days if day > self._day), None)
            if later is None:
                return PlacedLine(
                    line, problem=_("It begins before the line above it, and there is no day after this one.")
                )
            self._begin(later)
            starts %= _DAY
        if self._day not in self._days:
            return PlacedLine(line, problem=_("{day} is no day of the meeting: add it first.").format(day=self._day))
        ends = self._end(line, starts, after)
        if ends is None:
            return PlacedLine(line, problem=_("Neither its end nor its length is said."))
        if ends == starts:
            return PlacedLine(line, problem=_("It ends when it begins."))
        if ends < starts:
            return PlacedLine(
                line,
                problem=_("It ends at {ends}, before it begins at {starts}.").format(
                    ends=_clock(ends), starts=_clock(starts)
                ),
            )
        if line.length is not None and line.length != ends - starts:
            other = _("Its length, {length}, is not what lies between its times: these count.").format(
                length=length_text(line.length)
            )
            note = " ".join(part for part in (note, other) if part)
        self._starts, self._ends = starts, ends
        return PlacedLine(line, self._day, self._at(starts), self._at(ends), note=note, untimed=self._untimed)

    def _begin(self, day: date) -> None:
        self._day, self._starts, self._ends = day, None, None

    def _beginning(self, line: FileLine) -> timedelta | None:
        """Return when a line begins: when the one above ends if it is linked or says nothing, else as it says."""
        if self._ends is not None and (line.linked or line.starts is None):
            return self._ends
        if line.starts is not None:
            return self._of_night(line.starts)
        if line.ends is not None and line.length is not None:
            return self._of_night(line.ends - line.length)
        return None

    def _of_night(self, clock: timedelta) -> timedelta:
        """Return a time of day that is before four in the morning as one of the night after the day."""
        return clock + _DAY if clock < _NIGHT else clock

    def _end(self, line: FileLine, starts: timedelta, after: FileLine | None) -> timedelta | None:
        if line.length is not None and (line.ends is None or line.linked):
            return starts + line.length
        if line.ends is not None:
            # A reception that ends at one in the night is of the evening; what would last longer than half a day is a slip.
            later = line.ends + -(-max(ZERO, starts - line.ends) // _DAY) * _DAY
            return later if later - starts <= _LONGEST_OVER_NIGHT or line.ends >= starts else line.ends
        if after is not None and after.starts is not None and (after.day or self._day) == self._day:
            # As in a printed agenda: an item goes on until the next one begins.
            return max(self._of_night(after.starts), starts)
        return None

    def _at(self, offset: timedelta) -> datetime:
        # Aware plus timedelta is the time on the wall, which is what an agenda says.
        return datetime.combine(self._day, time(), self._zone) + offset


def _clock(offset: timedelta) -> str:
    minutes = int(offset.total_seconds()) // 60
    return f"{minutes // 60 % 24:02}:{minutes % 60:02}"

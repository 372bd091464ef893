"""The agenda for the table: a day on a page, or the whole meeting where it fits, its fixed words in two languages."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from gettext import NullTranslations

from cmc_desk import i18n
from cmc_desk.i18n import N_
from cmc_desk.reports.dates import day_heading
from cmc_desk.reports.form import Form, FormColumn, Line
from cmc_desk.reports.page import LEADING, MM, Pages
from cmc_desk.reports.typesetting import wrapped
from cmc_desk.rules.kind_words import WORDS
from cmc_desk.rules.meeting import ItemKind
from cmc_desk.rules.papers import Format, Imprint

MARGIN = 18 * MM
# From the largest letters down. Two days share a page only where they are still read well across a table.
_SCALES = (1.3, 1.25, 1.2, 1.15, 1.1, 1.05, 1.0, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7)
_SCALES_OF_ALL_DAYS = (1.3, 1.25, 1.2, 1.15, 1.1, 1.05, 1.0, 0.95, 0.9)
_AROUND_A_DAY = 18.0
_INDENT = 10.0
_PAUSES = (ItemKind.BREAK, ItemKind.LUNCH, ItemKind.PHOTO)


@dataclass(frozen=True, slots=True)
class AgendaSpeaker:
    """Somebody named in the agenda."""

    name: str
    functional_title: str = ""
    organisation: str = ""

    @property
    def words(self) -> str:
        """Name, functional title and organisation in one line."""
        return ", ".join(part for part in (self.name, self.functional_title, self.organisation) if part)


@dataclass(frozen=True, slots=True)
class AgendaPoint:
    """A point of an item, and who speaks to it."""

    title: str
    speakers: tuple[AgendaSpeaker, ...] = ()


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """An item on the clocks of the meeting; `speakers` are those who speak to no point of it in particular.

    `room` is where it takes place beside the plenary.
    """

    starts: datetime
    ends: datetime
    title: str
    kind: ItemKind
    speakers: tuple[AgendaSpeaker, ...] = ()
    points: tuple[AgendaPoint, ...] = ()
    room: str = ""


@dataclass(frozen=True, slots=True)
class AgendaDay:
    """A day with its items in the order of the clock."""

    day: date
    rows: tuple[AgendaRow, ...]


@dataclass(frozen=True, slots=True)
class AgendaTable:
    """The agenda; `second` is the other language of its fixed words, empty for none; `city` is where its clocks are."""

    days: tuple[AgendaDay, ...]
    second: str = ""
    city: str = ""


def render(content: AgendaTable, _form: Format, texts: NullTranslations, imprint: Imprint) -> bytes:
    """Return the agenda as PDF."""
    pages = Pages(texts.gettext("Agenda"), imprint, texts, margin=MARGIN)
    write(pages, content, texts, i18n.texts(content.second) if content.second else None)
    return pages.finish()


def write(pages: Pages, content: AgendaTable, texts: NullTranslations, second: NullTranslations | None = None) -> None:
    """Write the agenda from this page on."""
    words = _Words(texts, second)
    if not content.days:
        _write_lines(pages, _title(pages, words, 1.0))
        pages.space(8)
        pages.text(texts.gettext("Nothing stands on the agenda yet."), tone="slate")
        return
    together, scale = _plan(pages, content, words)
    for number, day in enumerate(content.days):
        if number and not together:
            _write_clocks(pages, content.city, words, scale)
            pages.new_page()
        if not number or not together:
            _write_lines(pages, _title(pages, words, scale))
        _write_day(pages, day, words, scale)
    _write_clocks(pages, content.city, words, scale)


class _Words:
    """Fixed words in the language of the paper and, where they differ, in the second one."""

    def __init__(self, first: NullTranslations, second: NullTranslations | None) -> None:
        self.first, self.second = first, second

    def pair(self, message: str, **values: str) -> tuple[str, str]:
        """Return the words in the first language, and in the second or nothing."""
        first = self.first.gettext(message).format(**values)
        second = self.second.gettext(message).format(**values) if self.second else ""
        return first, "" if second == first else second

    def both(self, message: str, **values: str) -> str:
        """Return the words in both languages, one after the other."""
        return "  ·  ".join(part for part in self.pair(message, **values) if part)

    def day(self, day: date) -> tuple[str, str]:
        """Return a date as `pair` does."""
        first = day_heading(day, self.first)
        second = day_heading(day, self.second) if self.second else ""
        return first, "" if second == first else second


def _plan(pages: Pages, content: AgendaTable, words: _Words) -> tuple[bool, float]:
    """Return whether all days stand on one page, and the scale of the letters."""
    # The last line says whose clocks these are.
    room = pages.y - pages.bottom - 20

    def fits(days: Sequence[AgendaDay], scale: float) -> bool:
        title = _height(pages, _title(pages, words, scale))
        return title + sum(_day_height(pages, day, words, scale) for day in days) <= room

    together = [scale for scale in _SCALES_OF_ALL_DAYS if fits(content.days, scale)]
    if together:
        return True, together[0]
    apart = [scale for scale in _SCALES if all(fits((day,), scale) for day in content.days)]
    return len(content.days) == 1, apart[0] if apart else _SCALES[-1]


def _title(pages: Pages, words: _Words, scale: float) -> tuple[Line, ...]:
    first, second = words.pair(N_("Agenda"))
    lines = (
        Line(pages.imprint.meeting, 12, bold=True),
        Line(pages.imprint.subtitle, 9.5, tone="slate"),
        Line(first, 20, bold=True, tone="sea"),
        Line(second, 12, tone="slate"),
    )
    return _scaled([line for line in lines if line.words], scale)


def _day_title(day: AgendaDay, words: _Words, scale: float) -> tuple[Line, ...]:
    first, second = words.day(day.day)
    lines = (Line(first, 13, bold=True), Line(second, 9.5, tone="slate"))
    return _scaled([line for line in lines if line.words], scale)


def _day_height(pages: Pages, day: AgendaDay, words: _Words, scale: float) -> float:
    rows = [_cells(row, words, scale) for row in day.rows]
    title = _height(pages, _day_title(day, words, scale))
    return _AROUND_A_DAY * scale + title + _form_of(pages, words, scale).height_of(rows)


def _height(pages: Pages, lines: Sequence[Line]) -> float:
    return sum(len(wrapped(line.words, line.size, pages.width, bold=line.bold)) * line.size * LEADING for line in lines)


def _write_lines(pages: Pages, lines: Sequence[Line]) -> None:
    for line in lines:
        pages.text(line.words, size=line.size, bold=line.bold, tone=line.tone)


def _write_day(pages: Pages, day: AgendaDay, words: _Words, scale: float) -> None:
    pages.need(60 * scale)
    pages.space(_AROUND_A_DAY * 0.7 * scale)
    _write_lines(pages, _day_title(day, words, scale))
    pages.space(_AROUND_A_DAY * 0.3 * scale)
    form = _form_of(pages, words, scale)
    form.begin()
    for row in day.rows:
        form.row(_cells(row, words, scale))


def _write_clocks(pages: Pages, city: str, words: _Words, scale: float) -> None:
    if city:
        pages.space(4)
        pages.text(words.both(N_("All times are those of {city}."), city=city), size=min(8.0, 8 * scale), tone="slate")


def _form_of(pages: Pages, words: _Words, scale: float) -> Form:
    columns = (FormColumn("", 32), FormColumn("", 110), FormColumn("", 32))
    return Form(pages, words.first, columns, padding=7 * scale, uprights=False, middle=False)


def _cells(row: AgendaRow, words: _Words, scale: float) -> tuple[tuple[Line, ...], ...]:
    pause = row.kind in _PAUSES
    first, second = words.pair(WORDS[row.kind])
    what = [Line(row.title, 10.5, bold=not pause, tone="slate" if pause else "ink")]
    what += [Line(row.room, 8.5, bold=True, tone="slate")] if row.room else []
    what += [Line(speaker.words, 8.5) for speaker in row.speakers]
    for point in row.points:
        what.append(Line(point.title, 9.5, indent=_INDENT, sign="–"))
        if point.speakers:
            names = "; ".join(speaker.words for speaker in point.speakers)
            what.append(Line(names, 8.5, tone="slate", indent=_INDENT))
    when = (Line(f"{row.starts:%H:%M}–{row.ends:%H:%M}", 10, bold=not pause, tone="slate" if pause else "ink"),)
    kind = (Line(first, 8.5, tone="slate"), Line(second, 8, tone="slate"))
    return tuple(_scaled(lines, scale) for lines in (when, what, [line for line in kind if line.words]))


def _scaled(lines: Sequence[Line], scale: float) -> tuple[Line, ...]:
    return tuple(replace(line, size=line.size * scale, indent=line.indent * scale) for line in lines)

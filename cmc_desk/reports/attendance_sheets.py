"""The four sheets of facts of the attendance workbook: summary, people by sessions, log of acts, missing."""

from datetime import UTC
from functools import lru_cache
from gettext import NullTranslations

from cmc_desk.reports.attendance_book import AttendanceBook, PersonRow, Value
from cmc_desk.reports.attendance_words import (
    PRESENCE,
    REFUSED,
    TINTS,
    presence_words,
    value_words,
)
from cmc_desk.reports.dates import short_day, short_when
from cmc_desk.reports.workbook import CLOCK, DAY, INSTANT, SHARE, WHOLE, Cell, Sheet, SheetColumn
from cmc_desk.rules.people import Sensitivity
from cmc_desk.rules.presence import DayTotal

# Narrow, because few pages beside each other are read more easily: what is longer goes on on the next line.
_WIDTHS = {
    "salutation": 9,
    "given_name": 16,
    "family_name": 20,
    "badge_name": 18,
    "functional_title": 24,
    "institution": 24,
    "institution_kind": 11,
    "delegation": 22,
    "capacity": 12,
    "focal_point": 7,
    "language": 9,
    "email": 26,
    "phone": 18,
    "dietary": 20,
    "access_needs": 20,
    "status": 11,
    "consent": 9,
    "credentials": 11,
}
_NAMED_FIRST = ("family_name", "given_name", "delegation")
_TO_REACH = ("functional_title", "capacity", "email", "phone")


def summary(book: AttendanceBook, texts: NullTranslations) -> Sheet:
    """Return how many came, day by day: of all, of the delegations as such, by category, by delegation."""
    _ = texts.gettext
    words = {
        "everybody": _("everybody"),
        "delegations": _("delegations"),
        "category": _("category"),
        "delegation": _("delegation"),
    }
    names = {"everybody": _("All participants"), "delegations": _("States and territories represented")}
    columns = [
        SheetColumn(_("Counted by"), "counted_by", 12),
        SheetColumn(_("Code"), "code", 10),
        SheetColumn(_("Name"), "name", 34),
    ]
    for place, day in enumerate(book.days, start=1):
        when = short_day(day, texts)
        columns += [
            SheetColumn(f"{when}\n{words_}", f"day{place}_{name}", 11, pattern, with_before=name != "expected")
            for name, words_, pattern in (
                ("expected", _("expected"), WHOLE),
                ("present", _("present"), WHOLE),
                ("excused", _("excused"), WHOLE),
                ("missing", _("missing"), WHOLE),
                ("share", _("present of expected"), SHARE),
            )
        ]
    rows = [
        (
            words[row.group],
            row.code or None,
            names.get(row.group, row.name),
            *(cell for total in row.days for cell in _total_cells(total)),
        )
        for row in book.groups
    ]
    return Sheet("summary", _("Summary"), tuple(columns), tuple(rows), frozen=3, totals=2)


def people(book: AttendanceBook, texts: NullTranslations) -> Sheet:
    """Return a row for each person: their fields, what each day adds up to, and every session."""
    _ = texts.gettext
    fields = sorted(
        enumerate(book.fields),
        key=lambda item: (_NAMED_FIRST.index(item[1].name) if item[1].name in _NAMED_FIRST else 9, item[0]),
    )
    columns = [SheetColumn(_(field.title), field.name, _WIDTHS.get(field.name, 13)) for _place, field in fields]
    columns += [
        SheetColumn(_("Delegation code"), "delegation_code", 11),
        SheetColumn(_("Category"), "category", 14),
        SheetColumn(_("Walk-in"), "walk_in", 8),
    ]
    arrival, leaving = _("first arrival"), _("left for good")
    for number, day in enumerate(book.days, start=1):
        when = short_day(day, texts)
        columns += [
            SheetColumn(when, f"day{number}", 10),
            SheetColumn(f"{when}\n{arrival}", f"day{number}_arrived", 8, CLOCK, with_before=True),
            SheetColumn(f"{when}\n{leaving}", f"day{number}_left", 8, CLOCK, with_before=True),
        ]
    for session in book.sessions:
        local = book.local(session.starts)
        title = f"{short_when(local, texts) if local else ''}\n{session.title}"
        columns += [
            SheetColumn(title, session.key, 14),
            SheetColumn(_("arrived"), f"{session.key}_arrived", 8, CLOCK, with_before=True),
        ]
    places = [place for place, _field in fields]
    write = _Row(book, texts, places)
    tints = {texts.gettext(PRESENCE[presence]): tint for presence, tint in TINTS.items()}
    return Sheet(
        "people", _("People"), tuple(columns), tuple(map(write, book.people)), frozen=len(_NAMED_FIRST), tints=tints
    )


def log(book: AttendanceBook, texts: NullTranslations) -> Sheet:
    """Return every act at the desks in the order of time, refused and voided ones included."""
    _ = texts.gettext
    columns = (
        SheetColumn(_("Time in {place} ({zone})").format(place=book.place, zone=book.zone), "at_local", 20, INSTANT),
        SheetColumn(_("Time in UTC"), "at_utc", 20, INSTANT),
        SheetColumn(_("Station"), "station", 12),
        SheetColumn(_("Operator"), "operator", 18),
        SheetColumn(_("What happened"), "answer", 14),
        SheetColumn(_("Counted"), "counted", 9),
        SheetColumn(_("How"), "via", 10),
        SheetColumn(_("Person"), "person", 28),
        SheetColumn(_("Delegation"), "delegation", 24),
        SheetColumn(_("Session"), "session", 32),
        SheetColumn(_("Code, shortened"), "code", 14),
        SheetColumn(_("Voided at"), "voided_at_local", 20, INSTANT),
    )
    names, titles = dict(book.delegations), {one.key: one.title for one in book.sessions}
    rows = tuple(
        (
            book.local(act.at),
            act.at.astimezone(UTC).replace(tzinfo=None, microsecond=0),
            act.station,
            act.operator,
            _(act.answer),
            _counted(act.answer, voided=act.voided_at is not None, texts=texts),
            _(act.via),
            act.name or None,
            names.get(act.delegation, act.delegation) or None,
            " · ".join(titles.get(key, key) for key in act.session.split()) or None,
            (act.code if book.limit is not Sensitivity.PUBLIC else "") or None,
            book.local(act.voided_at),
        )
        for act in book.scans
    )
    return Sheet("log", _("Scan log"), columns, rows, frozen=1)


def missing(book: AttendanceBook, texts: NullTranslations) -> Sheet:
    """Return whom each day misses: delegations of which nobody came, and people."""
    _ = texts.gettext
    fields = {field.name: place for place, field in enumerate(book.fields)}
    reach = [name for name in _TO_REACH if name in fields]
    columns = [
        SheetColumn(_("Day"), "day", 16, DAY),
        SheetColumn(_("Missing"), "missing", 11),
        SheetColumn(_("Delegation code"), "delegation_code", 12),
        SheetColumn(_("Delegation"), "delegation", 24),
        SheetColumn(_("People expected of it"), "expected", 10, WHOLE),
        SheetColumn(_("Person"), "person", 28),
        SheetColumn(_("State"), "state", 11),
        *(SheetColumn(_(book.fields[fields[name]].title), name, _WIDTHS[name]) for name in reach),
    ]
    reasons = book.limit is not Sensitivity.PUBLIC
    if reasons:
        columns.append(SheetColumn(_("Reason given"), "reason", 26))
    names = dict(book.delegations)
    rows: list[tuple[Cell, ...]] = []
    for row in book.missing:
        cells: list[Cell] = [
            row.day,
            _("person") if row.person else _("delegation"),
            row.delegation,
            names[row.delegation],
            row.expected,
            row.name or None,
            presence_words(row.presence, texts),
        ]
        cells += [value_words(row.values[fields[name]], texts) or None if row.person else None for name in reach]
        rows.append((*cells, row.reason or None) if reasons else tuple(cells))
    return Sheet("missing", _("Missing"), tuple(columns), tuple(rows), frozen=1)


class _Row:
    """Writes one person as cells; words are translated once each, not once a cell."""

    def __init__(self, book: AttendanceBook, texts: NullTranslations, places: list[int]) -> None:
        self._book = book
        self._places = places
        self._delegations, self._categories = dict(book.delegations), dict(book.categories)
        self._presence = {one: presence_words(one, texts) for one in (*PRESENCE, None)}
        self._yes = texts.gettext("yes")
        self._local = book.local

        @lru_cache(maxsize=256)
        def words(value: Value) -> str:
            return value_words(value, texts)

        self._words = words

    def __call__(self, person: PersonRow) -> tuple[Cell, ...]:
        cells: list[Cell] = []
        for place in self._places:
            value = person.values[place]
            cells.append((value if type(value) is str else self._words(value)) or None)
        cells.append(person.delegation)
        cells.append(self._categories.get(person.category))
        cells.append(self._yes if person.walk_in else None)
        for mark in person.days:
            cells += (self._presence[mark.presence], self._local(mark.arrived_at), self._local(mark.left_at))
        for mark in person.marks:
            cells += (self._presence[mark.presence], self._local(mark.arrived_at))
        return tuple(cells)


def _total_cells(total: DayTotal) -> tuple[Cell, ...]:
    if not total.taken:
        return (total.expected, None, None, None, None)
    share = round(total.present / total.expected, 4) if total.expected else None
    return (total.expected, total.present, total.excused, total.missing, share)


def _counted(answer: str, *, voided: bool, texts: NullTranslations) -> str:
    if voided:
        return texts.gettext("voided")
    if answer == "already in":
        return texts.gettext("no")
    return texts.gettext("refused") if answer in REFUSED else texts.gettext("yes")

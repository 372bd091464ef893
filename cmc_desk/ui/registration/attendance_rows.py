"""People, sessions and delegations as the attendance view shows them."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from cmc_desk.desk.attendance_list import AttendanceList, AttendanceRow
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.attendance import Presence
from cmc_desk.rules.folding import words
from cmc_desk.ui.context import Facts
from cmc_desk.ui.parts import draw
from cmc_desk.ui.parts.cells import FlagText, TwoLines
from cmc_desk.ui.parts.chip import ChipLook
from cmc_desk.ui.parts.log_list import LogRow
from cmc_desk.ui.parts.row_model import Column
from cmc_desk.ui.parts.runs import Run, paint_runs

ALL, CAME, NOT_THERE, EXCUSED = "all", "came", "absent", "excused"
SESSION_ROW = 54


@dataclass(frozen=True, slots=True)
class PersonLine:
    """A person of the list with everything that is painted; `words` are what a search looks at."""

    row: AttendanceRow
    delegation: str
    flag: str
    chip: ChipLook
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SessionLine:
    """A session with its beginning, its title and how many attended of those expected."""

    key: str
    time: str
    title: str
    attended: int
    expected: int


def person_lines(facts: Facts, found: AttendanceList) -> tuple[PersonLine, ...]:
    """Return the people of a session as lines."""
    return tuple(
        PersonLine(
            row,
            name := facts.delegation_name(row.delegation),
            facts.flag(row.delegation),
            _chip(facts, row),
            words(f"{row.name} {name} {row.delegation} {row.function}"),
        )
        for row in found.people
    )


def shown_lines(lines: Sequence[PersonLine], *, state: str, delegation: str, text: str) -> tuple[PersonLine, ...]:
    """Return the lines that the filters let through; every word of `text` has to begin a word of the line."""
    typed = words(text)
    return tuple(
        line
        for line in lines
        if (state == ALL or group_of(line.row.mark.presence) == state)
        and (not delegation or line.row.delegation == delegation)
        and all(any(word.startswith(begun) for word in line.words) for begun in typed)
    )


def group_of(presence: Presence | None) -> str:
    """Return the filter under which a state is counted."""
    if presence in (Presence.PRESENT, Presence.LEFT):
        return CAME
    return EXCUSED if presence is Presence.EXCUSED else NOT_THERE


def session_lines(facts: Facts, found: AttendanceList, day: str) -> tuple[SessionLine, ...]:
    """Return the sessions of a day (ISO) with their counts."""
    return tuple(
        SessionLine(one.key, facts.clock(one.starts), one.title, found.attended.get(one.key, 0), found.expected)
        for one in facts.sessions
        if one.day.isoformat() == day
    )


def missing_lines(facts: Facts, found: AttendanceList) -> tuple[LogRow, ...]:
    """Return the delegations with people who are not there: first those of which nobody is, then those that are incomplete."""
    rows = sorted(
        ((code, tally) for code, tally in found.counts.by_delegation if tally.missing),
        key=lambda item: item[1].present > 0,
    )
    return tuple(
        LogRow(
            code,
            "half" if tally.present else "notyet",
            facts.delegation_name(code),
            _("some are there") if tally.present else _("nobody is there"),
            f"{tally.present} / {tally.expected}",
            code,
        )
        for code, tally in rows
    )


def credential_lines(lines: Sequence[PersonLine]) -> tuple[LogRow, ...]:
    """Return whose credentials nobody has verified yet."""
    return tuple(
        LogRow(
            line.row.id,
            "walkin" if line.row.walk_in else "warning",
            line.row.name,
            line.delegation,
            "",
            _("walk-in") if line.row.walk_in else "",
        )
        for line in lines
        if line.row.to_verify
    )


def columns() -> tuple[Column[PersonLine], ...]:
    """Return the columns of the list of people."""
    return (
        Column(_("Person"), _name, tooltip=lambda line: f"{line.row.name}\n{line.row.function}".strip()),
        Column(_("Delegation"), lambda line: FlagText(line.flag, line.delegation), width=208),
        Column(_("State"), lambda line: line.chip, width=204),
    )


def paint_session(painter: QPainter, rect: QRectF, line: SessionLine, selected: bool) -> None:  # noqa: FBT001 - a RowPainter
    """Paint a session: time and title, the count, a bar."""
    left, right = rect.x() + 16, rect.right() - 16
    upper = QRectF(left, rect.y() + 8, right - left, 20)
    count = (Run(str(line.attended), bold=True), Run(f" / {line.expected}", tone="slate"))
    draw.text(painter, QRectF(left, upper.y(), 44, 20), line.time, size=13, tone="slate")
    figures = 62
    title = (Run(line.title, bold=selected),)
    paint_runs(painter, QRectF(left + 44, upper.y(), right - left - 44 - figures, 20), title, size=13)
    paint_runs(painter, QRectF(right - figures, upper.y(), figures, 20), count, size=13, align=draw.RIGHT)
    track = QRectF(left + 44, rect.bottom() - 15, right - left - 44, 4)
    draw.fill(painter, track, "panel" if selected else "neutralT")
    share = min(1.0, line.attended / line.expected) if line.expected else 0.0
    if share:
        draw.fill(painter, QRectF(track.x(), track.y(), max(2.0, track.width() * share), 4), "leaf")


def spoken_session(line: SessionLine) -> str:
    """Return what is said of a session."""
    return f"{line.time} {line.title}: {line.attended} / {line.expected}"


def _name(line: PersonLine) -> TwoLines:
    first = [Run(line.row.name, bold=True)]
    if line.row.head:
        first.append(Run("  " + _("head"), tone="slate"))
    if line.row.to_verify:
        first.append(Run("  " + _("to verify"), tone="indigo"))
    return TwoLines(tuple(first), (Run(line.row.function, tone="slate"),) if line.row.function else ())


def _chip(facts: Facts, row: AttendanceRow) -> ChipLook:
    mark = row.mark
    if mark.presence is Presence.PRESENT and mark.arrived_at is not None:
        return ChipLook(f"{facts.clock(mark.arrived_at)} · {row.station}", "good")
    if mark.presence is Presence.LEFT and mark.left_at is not None:
        return ChipLook(_("Left {time}").format(time=facts.clock(mark.left_at)), "half")
    if mark.presence is Presence.EXCUSED:
        return ChipLook(
            _("Excused: {reason}").format(reason=mark.reason) if mark.reason else _("Excused"), "neutral", "letter"
        )
    return (
        ChipLook(_("Absent"), "absent") if mark.presence is Presence.ABSENT else ChipLook(_("Not taken yet"), "notyet")
    )

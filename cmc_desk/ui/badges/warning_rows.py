"""What is to be looked at before badges are printed, in words, by the name of the person."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from cmc_desk.rules.badge_concerns import by_gravity, concern_words, is_grave, whose
from cmc_desk.rules.badge_design import BadgeWarning
from cmc_desk.ui import icons
from cmc_desk.ui.parts.row_paint import PAD
from cmc_desk.ui.parts.runs import Run, paint_runs

HEIGHT = 26


@dataclass(frozen=True, slots=True)
class WarningRow:
    """Somebody whose badge is to be looked at, and all that is to be said of it; nobody stands for all badges."""

    participant: str
    name: str
    words: str
    grave: bool


def warning_rows(warnings: Iterable[BadgeWarning]) -> tuple[WarningRow, ...]:
    """Return one row for each person, those with the gravest warnings first, otherwise in the order of the run."""
    by_person: dict[str, list[BadgeWarning]] = {}
    for warning in by_gravity(warnings):
        by_person.setdefault(warning.participant, []).append(warning)
    return tuple(
        WarningRow(
            participant,
            whose(some[0]),
            "; ".join(map(concern_words, some)),
            any(map(is_grave, some)),
        )
        for participant, some in by_person.items()
    )


def said_of(rows: Sequence[WarningRow]) -> dict[str, str]:
    """Return what is said of each person's badge."""
    return {row.participant: row.words for row in rows if row.participant}


def paint_warning(painter: QPainter, rect: QRectF, row: WarningRow, selected: bool) -> None:  # noqa: FBT001 - a RowPainter
    """Paint a row: the shape, the name, what it is."""
    shape, tone = ("octagon", "coral") if row.grave else ("triangle", "amber")
    ground = "lagoon" if selected else "panel"
    icons.paint(painter, QRectF(rect.x() + PAD, round(rect.center().y() - 7), 14, 14), shape, tone, ground=ground)
    room = QRectF(rect.x() + PAD + 22, rect.y(), rect.width() - 2 * PAD - 22, rect.height())
    paint_runs(painter, room, (Run(row.name, bold=True), Run("  " + row.words, tone="slate")), size=13)


def spoken(row: WarningRow) -> str:
    """Return what is said of a row."""
    return f"{row.name}: {row.words}"

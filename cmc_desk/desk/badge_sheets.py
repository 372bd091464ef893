"""The sheets of a run of badges: gathered in one short read, drawn, looked over, and saved or handed to a printer."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy.orm import Session

from cmc_desk.db import files
from cmc_desk.desk.badge_papers import BADGES, exported_fields
from cmc_desk.desk.badge_runs import gather_run
from cmc_desk.desk.beside import reading_beside
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.meeting import meeting
from cmc_desk.desk.papers import record_export
from cmc_desk.i18n import N_, texts
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.badge_concerns import unreadable_words
from cmc_desk.rules.badge_design import BackSide, BadgeDesign, BadgeRun, BadgeWarning, Concern, Stock
from cmc_desk.rules.badge_spots import with_replacement
from cmc_desk.rules.refusal import Refusal

Progress = Callable[[int, int], None]
# Where a window asks for it.
LINE_TO_WRITE_ON = N_("Ctrl+B, Options")


@dataclass(frozen=True, slots=True)
class SheetsAsked:
    """Which badges are wanted on which paper; `participants` stand in the order in which they are printed.

    `replacement` and `no_replacement` are those whose badges shall or shall not say that they are replacements, whatever they
    would say by themselves. A name that no font can print leaves its badge out, unless `even_unreadable` asks for a line to
    write it on. Without a `language` it is that of the meeting.
    """

    participants: tuple[str, ...]
    design: BadgeDesign
    stock: Stock
    language: str = ""
    second: str = ""
    start_cell: int = 0
    back: BackSide = BackSide.NONE
    crop_marks: bool = False
    shift: tuple[float, float] = (0.0, 0.0)
    back_shift: tuple[float, float] = (0.0, 0.0)
    blank: int = 0
    replacement: frozenset[str] = frozenset()
    no_replacement: frozenset[str] = frozenset()
    even_unreadable: bool = False


@dataclass(frozen=True, slots=True)
class BadgeSheets:
    """The sheets that were asked for, as PDF, and what is to be looked at before they are printed."""

    asked: SheetsAsked
    run: BadgeRun
    content: bytes
    warnings: tuple[BadgeWarning, ...]

    @property
    def left_out(self) -> dict[str, str]:
        """Whose badges are not among them because no font can print the name: participants and their names."""
        return {one.participant: one.name for one in self.warnings if one.concern is Concern.UNREADABLE}


@dataclass(frozen=True, slots=True)
class SavedBadges:
    """Badges that lie on the disk as PDF; where `path` is not `asked`, that file was open in another program."""

    asked: Path
    path: Path
    digest: str
    fields: tuple[str, ...]
    people: int

    @property
    def beside(self) -> bool:
        """Whether the file went beside the path that was asked for."""
        return self.path != self.asked


def load_badges() -> None:
    """Load what draws badges, with its designs, stocks and fonts; the first badge comes sooner, and nothing else changes."""
    from cmc_desk.exchange.badge_files import badge_designs, badge_stocks
    from cmc_desk.reports import badges
    from cmc_desk.reports.typesetting import register_fonts

    del badges
    badge_designs()
    badge_stocks()
    register_fonts()


def make_sheets(desk: Desk, asked: SheetsAsked, *, progress: Progress | None = None) -> BadgeSheets:
    """Return the sheets as they would be printed now; nothing is recorded. It may run beside the window.

    Raises Refusal if the design does not fit the stock, the sheet has no such place, somebody is no longer there, or no
    badge is left because no font can print the names.
    """
    from cmc_desk.reports.badges import badge_warnings, render_badges, unreadable, without_unreadable

    with reading_beside(desk) as session:
        run = _run(session, asked)
    run, left_out = (run, ()) if asked.even_unreadable else without_unreadable(run)
    if left_out and not run.people and not run.blank:
        raise Refusal(unreadable_words([facts.name for facts in left_out], _(LINE_TO_WRITE_ON)), field="name")
    words = texts(run.meeting.language)
    if progress is not None:
        progress(0, 1)
    content = render_badges(run, words, progress=progress)
    warnings = (*map(unreadable, left_out), *badge_warnings(run, words))
    return BadgeSheets(asked, run, content, warnings)


def save_sheets(sheets: BadgeSheets, path: Path) -> SavedBadges:
    """Write the sheets to `path`, or beside it if it is open elsewhere; record nothing.

    Raises Unavailable if the folder cannot be written.
    """
    written = files.write_beside_if_open(path, sheets.content)
    return SavedBadges(
        asked=path,
        path=written,
        digest=hashlib.sha256(sheets.content).hexdigest(),
        fields=tuple(exported_fields(sheets.run.design)),
        people=len(sheets.run.people),
    )


def record_saved(desk: Desk, saved: SavedBadges) -> str:
    """Record that badges left the meeting file as PDF."""
    return desk.do(record_export, paper=BADGES, fields=list(saved.fields), digest=saved.digest, rows=saved.people)


def _run(session: Session, asked: SheetsAsked) -> BadgeRun:
    language = asked.language or meeting(session).language
    run = gather_run(
        session,
        participants=asked.participants,
        design=asked.design,
        stock=asked.stock,
        language=language,
        words=texts(language),
        second=asked.second,
        start_cell=asked.start_cell,
        back=asked.back,
        crop_marks=asked.crop_marks,
        shift_x=asked.shift[0],
        shift_y=asked.shift[1],
        blank=asked.blank,
    )
    run = replace(run, back_shift_x=asked.back_shift[0], back_shift_y=asked.back_shift[1])
    return with_replacement(run, yes=asked.replacement, no=asked.no_replacement)

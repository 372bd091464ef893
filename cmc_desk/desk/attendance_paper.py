"""The attendance workbook as one of the papers: the same book, without the time at which it is made."""

from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from gettext import NullTranslations

from sqlalchemy.orm import Session

from cmc_desk.db.journal import Verified
from cmc_desk.desk.attendance_facts import book_of, read_attendance
from cmc_desk.desk.paper_kinds import PaperKind
from cmc_desk.i18n import N_
from cmc_desk.reports.attendance_book import AttendanceBook
from cmc_desk.rules.papers import Ask, Format, Imprint
from cmc_desk.rules.people import Sensitivity, visible_fields

KEY = "attendance"
LIMIT = Sensitivity.DESK
_NO_TIME = datetime.fromtimestamp(0, UTC)


def gather(session: Session, _ask: Ask, *, limit: Sensitivity = LIMIT) -> AttendanceBook:
    """Return the attendance as it stands, with the columns that whoever is cleared for `limit` may see."""
    return bare(book_of(read_attendance(session), limit=limit, now=_NO_TIME, made_by=""))


def bare(book: AttendanceBook) -> AttendanceBook:
    """Return what the book says, without when and by whom it is made and what is known of the journal: equal ones say the same.

    Its fields follow from its limit, and are no plain data.
    """
    return replace(book, made_at=_NO_TIME, made_by="", journal=0, broken_at=None, fields=())


def render(
    book: AttendanceBook, _form: Format, texts: NullTranslations, imprint: Imprint, *, limit: Sensitivity = LIMIT
) -> bytes:
    """Return the workbook as made when and by whom `imprint` says."""
    from cmc_desk.reports import attendance

    made = replace(book, made_at=imprint.made_at, made_by=imprint.made_by, fields=visible_fields(limit))
    return attendance.render(made, texts)


def vouch(book: AttendanceBook, verified: Verified) -> AttendanceBook:
    """Return the book with what is known of the journal behind it, which its last sheet says."""
    return replace(book, journal=verified.rows, broken_at=verified.broken_at)


def attendance_paper(limit: Sensitivity) -> PaperKind:
    """Return the workbook as a kind of paper, with the columns that whoever is cleared for `limit` may see."""
    return PaperKind(
        key=KEY,
        title=N_("Attendance workbook"),
        icon="overview",
        formats=(Format.XLSX,),
        gather=partial(gather, limit=limit),
        render=partial(render, limit=limit),
        fields=tuple(field.name for field in visible_fields(limit)),
        people=lambda book: len(book.people),
        vouch=vouch,
    )


ATTENDANCE_PAPER = attendance_paper(LIMIT)

"""The attendance workbook: who came to which session, who is missing, and every act at the desks."""

from gettext import NullTranslations

from cmc_desk.reports.attendance_about import about
from cmc_desk.reports.attendance_book import AttendanceBook
from cmc_desk.reports.attendance_sheets import log, missing, people, summary
from cmc_desk.reports.workbook import Imprint, Sheet, csv_of, workbook

__all__ = ["AttendanceBook", "csv_files", "render"]


def render(book: AttendanceBook, texts: NullTranslations) -> bytes:
    """Return the workbook as .xlsx, its fixed words in the language of `texts`; the same book gives the same cells."""
    _ = texts.gettext
    made = book.local(book.made_at)
    assert made is not None  # noqa: S101 - a book is always made at some time
    imprint = Imprint(
        title=_("Attendance"),
        meeting=book.meeting,
        made=made,
        made_by=book.made_by,
        # &P and &N are codes of the spreadsheet program.
        page=_("page {page} of {pages}").format(page="&P", pages="&N"),
    )
    return workbook(sheets(book, texts), imprint)


def csv_files(book: AttendanceBook, texts: NullTranslations) -> dict[str, bytes]:
    """Return each sheet as CSV by its file name (UTF-8 with a byte order mark, headings for programs)."""
    return {f"{sheet.name}.csv": csv_of(sheet) for sheet in sheets(book, texts)}


def sheets(book: AttendanceBook, texts: NullTranslations) -> tuple[Sheet, ...]:
    """Return the sheets of the workbook in their order."""
    shown = (summary(book, texts), people(book, texts), log(book, texts), missing(book, texts))
    return (*shown, about(book, texts, shown))

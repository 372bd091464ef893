"""What the workbooks of sponsored travel share: the sheet that says what they are, and head and foot of their pages."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from gettext import NullTranslations

from cmc_desk.reports.about_sheet import about_sheet
from cmc_desk.reports.workbook import Cell, Sheet, workbook
from cmc_desk.reports.workbook import Imprint as BookImprint
from cmc_desk.rules.papers import Imprint


def travel_book(
    title: str,
    shown: Sequence[Sheet],
    texts: NullTranslations,
    imprint: Imprint,
    *,
    notes: Iterable[tuple[str, Cell]] = (),
) -> bytes:
    """Return sheets as .xlsx with one more that says what they are, when and from which meeting they were made; `notes` stand on it too."""
    _ = texts.gettext
    made = naive(imprint.made_at)
    of_book = BookImprint(
        title=title,
        meeting=imprint.meeting,
        made=imprint.made_at.replace(tzinfo=None, microsecond=0),
        made_by=imprint.made_by,
        # &P and &N are codes of the spreadsheet program.
        page=_("page {page} of {pages}").format(page="&P", pages="&N"),
    )
    told: tuple[tuple[str, Cell], ...] = (
        (_("What it is"), title),
        (_("Meeting"), imprint.meeting),
        (_("Place and dates"), imprint.place_and_dates),
        (_("Made at"), made),
        (_("Made by"), imprint.made_by),
        *notes,
    )
    return workbook((*shown, about_sheet(told, shown, texts, widths=(28, 34, 100))), of_book)


def naive(instant: datetime | None) -> datetime | None:
    """Return an instant without its zone, as a spreadsheet wants it."""
    return None if instant is None else instant.replace(tzinfo=None, microsecond=0)

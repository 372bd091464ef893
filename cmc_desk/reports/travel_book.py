"""What the workbooks of sponsored travel share: the sheet that says what they are, and head and foot of their pages."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from gettext import NullTranslations

from cmc_desk.reports.workbook import INSTANT, Cell, Sheet, SheetColumn, workbook
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
    this = _("This workbook")
    rows: list[tuple[Cell, ...]] = [
        (this, _("What it is"), title),
        (this, _("Meeting"), imprint.meeting),
        (this, _("Place and dates"), imprint.place_and_dates),
        (this, _("Made at"), made),
        (this, _("Made by"), imprint.made_by),
        *((this, entry, words) for entry, words in notes),
    ]
    rows += [
        (_("Columns of “{sheet}”").format(sheet=sheet.title), column.title, column.name)
        for sheet in shown
        for column in sheet.columns
    ]
    columns = (
        SheetColumn(_("Subject"), "subject", 28),
        SheetColumn(_("Entry"), "entry", 34),
        SheetColumn(_("What it says; for columns, their name for programs"), "says", 100, INSTANT),
    )
    return workbook((*shown, Sheet("about", _("About"), columns, tuple(rows))), of_book)


def naive(instant: datetime | None) -> datetime | None:
    """Return an instant without its zone, as a spreadsheet wants it."""
    return None if instant is None else instant.replace(tzinfo=None, microsecond=0)

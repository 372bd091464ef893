"""The last sheet of a workbook: what it is, when and from which meeting it was made, and what programs may call its columns."""

from collections.abc import Iterable, Sequence
from gettext import NullTranslations

from cmc_desk.reports.workbook import INSTANT, Cell, Sheet, SheetColumn


def about_sheet(
    told: Iterable[tuple[Cell, Cell]],
    shown: Sequence[Sheet],
    texts: NullTranslations,
    *,
    rules: Iterable[tuple[str, str]] = (),
    widths: tuple[int, int, int] = (28, 28, 100),
) -> Sheet:
    """Return the sheet: what is told of the whole workbook, its rules with the word for each, and the columns of the sheets it has."""
    _ = texts.gettext
    subject, entry, says = widths
    this = _("This workbook")
    rows = (
        *((this, *one) for one in told),
        *((_("Rules"), _(word), _(rule)) for word, rule in rules),
        *(
            (_("Columns of “{sheet}”").format(sheet=sheet.title), column.title.replace("\n", ", "), column.name)
            for sheet in shown
            for column in sheet.columns
        ),
    )
    columns = (
        SheetColumn(_("Subject"), "subject", subject),
        SheetColumn(_("Entry"), "entry", entry),
        SheetColumn(_("What it says; for columns, their name for programs"), "says", says, INSTANT),
    )
    return Sheet("about", _("About"), columns, rows)

"""The rows that an import leaves out, as a workbook to send back: what is wrong, and the row as it came."""

from collections.abc import Sequence
from datetime import datetime

from openpyxl import Workbook
from openpyxl.utils import get_column_letter

from cmc_desk.exchange.own_sheet import begin_sheet, finished, write_row
from cmc_desk.i18n import texts
from cmc_desk.rules.dry_run import ImportPlan, PlannedRow

_WIDTHS = (8, 10, 60)
_COLUMN_WIDTH = 22


def problem_rows(plan: ImportPlan, rows: Sequence[PlannedRow], *, meeting: str, made: datetime, language: str) -> bytes:
    """Return a workbook of `rows` with the sentence why each was left out, headings in `language` (ISO 639-1).

    The columns of the original list follow under their own headings, so that the corrected workbook can be imported as it
    is. `made` is the time of the dry run in the zone of the meeting, `meeting` its title.
    """
    _ = texts(language).gettext
    workbook = Workbook()
    workbook.remove(workbook.active)
    first = zip((_("Row in the list"), _("Where"), _("What to correct")), _WIDTHS, strict=True)
    headings = [*first, *((heading, float(_COLUMN_WIDTH)) for heading in plan.table.headings)]
    sheet = begin_sheet(workbook, _("To correct"), headings)
    cells = dict(plan.table.rows)
    for number, row in enumerate(rows, 2):
        write_row(sheet, number, (str(row.row), _places(row), _sentences(row), *cells[row.row]))
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(headings))}{len(rows) + 1}"
    about = begin_sheet(workbook, _("About"), [(_("About this workbook"), 30), ("", 80)])
    lines = (
        (_("What it is"), _("Rows of a list of participants that were not imported")),
        (_("List"), " · ".join(filter(None, (plan.table.file_name, plan.table.sheet)))),
        (_("Meeting"), meeting),
        (_("Made"), made.strftime("%Y-%m-%d %H:%M %Z").strip()),
    )
    for number, line in enumerate(lines, 2):
        write_row(about, number, line)
    return finished(workbook, title=_("To correct"), made=made)


def _places(row: PlannedRow) -> str:
    return ", ".join(dict.fromkeys(problem.cell for problem in row.problems))


def _sentences(row: PlannedRow) -> str:
    return " ".join((*(problem.sentence for problem in row.problems), row.note)).strip()

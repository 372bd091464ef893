"""What the command line says of a list: where its table stands, and what becomes of a row that the meeting has already."""

from cmc_desk.i18n import N_
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.dry_run import Difference, PlannedRow
from cmc_desk.rules.importing import RawTable
from cmc_desk.rules.people import FIELDS, Sensitivity, visible_fields

# A code lets somebody in, and a note may say anything: of both only that they are there.
_OTHERS = {
    "code_alias:indico": N_("Code of an Indico ticket"),
    "code_alias:pretix": N_("Code of a pretix ticket"),
    "desk_note": N_("Note for the desk"),
}
_TITLES = {field.name: field.title for field in FIELDS} | _OTHERS
_SHOWN = frozenset(field.name for field in visible_fields(Sensitivity.DESK))


def table_words(table: RawTable) -> str:
    """Return where the table stands: the file, its sheet if it has sheets, the row of its headings if it has any."""
    sheet = _("sheet {sheet}").format(sheet=table.sheet) if table.sheet else ""
    heading = _("heading in row {row}").format(row=table.heading_row) if table.heading_row else _("no heading found")
    return ", ".join(part for part in (table.file_name, sheet, heading) if part) + ":"


def row_words(row: PlannedRow) -> str:
    """Return what changes of somebody and what is kept, field by field; of what is sensitive only the name of the field."""
    said = "; ".join(_difference_words(one) for one in sorted(row.differs, key=lambda one: one.kept))
    return _("row {row}, {name}: {differences}").format(row=row.row, name=row.person.full_name, differences=said)


def _difference_words(difference: Difference) -> str:
    title = _(_TITLES[difference.field])
    if difference.field not in _SHOWN:
        return title
    if difference.kept:
        return _("{field} kept: {ours} (the list: {theirs})").format(
            field=title, ours=difference.ours, theirs=difference.theirs
        )
    return f"{title}: {difference.ours or '–'} → {difference.theirs}"

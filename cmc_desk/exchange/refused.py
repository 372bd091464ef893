"""The sentences with which a workbook of somebody else is refused: what is wrong with it, and what to do."""

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.refusal import Refusal


def damaged() -> Refusal:
    """Say that the file is not whole."""
    return Refusal(_("This workbook is damaged or incomplete. Ask for it again, or copy it once more."))


def macros() -> Refusal:
    """Say that there is a program in it."""
    return Refusal(
        _("This workbook contains macros, and nothing of it was opened. Save it as .xlsx without macros, or as CSV.")
    )


def embedded() -> Refusal:
    """Say that there are other files or controls in it."""
    return Refusal(
        _(
            "This workbook contains other files or controls, and nothing of it was opened. Save the table alone as .xlsx or CSV."
        )
    )


def links() -> Refusal:
    """Say that it would fetch data from elsewhere."""
    return Refusal(
        _(
            "This workbook fetches data from other files or addresses, and nothing of it was opened. Save the table alone as CSV."
        )
    )


def with_password() -> Refusal:
    """Say that it is encrypted."""
    return Refusal(
        _("This workbook is protected with a password. Open it, save it without a password, and choose it again.")
    )


def no_workbook() -> Refusal:
    """Say that it only calls itself a workbook."""
    return Refusal(
        _("This file is not a workbook, whatever its name says. Open it, save it as .xlsx, and choose that file.")
    )


def too_large() -> Refusal:
    """Say that more is in it than people."""
    return Refusal(
        _("This workbook is far larger inside than any list of people. Copy the table alone into a new workbook.")
    )


def entities() -> Refusal:
    """Say that its text could grow without end."""
    return Refusal(
        _(
            "This workbook declares entities, as no spreadsheet program does, and nothing of it was opened. Ask who made it."
        )
    )


def far_cell(cell: str) -> Refusal:
    """Say which cell makes the sheet larger than a list."""
    return Refusal(
        _("Cell {cell} lies far outside any list of people. Copy the table alone into a new workbook.").format(
            cell=cell
        )
    )


def too_slow() -> Refusal:
    """Say that reading it was given up."""
    return Refusal(_("This workbook takes too long to read. Copy the table alone into a new workbook."))

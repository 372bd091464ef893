"""Scans that come while something is being typed on the page of the documents."""

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.sheet_code import parse_sheet
from cmc_desk.ui.context import Context
from cmc_desk.ui.sound import play


def sheet_waits(context: Context, text: str) -> bool:
    """Say that a sheet has to wait, if it is one: it would lead elsewhere, and what is half typed stays in sight before that."""
    if parse_sheet(text) is None:
        return False
    play("refused")
    context.say("amber", _("A sheet was scanned: "), _("finish or leave the form first, then scan it again."))
    return True

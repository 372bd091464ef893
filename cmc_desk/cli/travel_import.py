"""The list of a travel agency on the command line: compared, said, and taken over as one command."""

from pathlib import Path

from cmc_desk.cli.told import Told
from cmc_desk.cli.travel_asked import TravelAsked
from cmc_desk.cli.travel_words import preview_words
from cmc_desk.desk.agent_sheet import import_agent_sheet, preview_agent_sheet, read_agent_sheet
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.agent_preview import BookingVerdict, changes_of
from cmc_desk.rules.refusal import Refusal

_UNDERSTOOD = (BookingVerdict.NEW, BookingVerdict.CHANGED, BookingVerdict.SAME)


def import_sheet(asked: TravelAsked) -> Told:
    """Take the bookings of a list that are new or changed; what cannot be taken is said and left as it is."""
    if len(asked.what) != 1:
        raise Refusal(_("Which list? Name one: a workbook or a text table of the travel agency."), field="what")
    sheet = read_agent_sheet(Path(asked.what[0]))
    preview = preview_agent_sheet(asked.desk, sheet)
    taken = changes_of(preview)
    imported = None
    if taken and not asked.dry_run:
        imported = asked.desk.do(import_agent_sheet, bookings=taken, source=sheet.source)
    understood = any(one.verdict in _UNDERSTOOD for one in preview.bookings)
    words = preview_words(preview, imported, dry_run=asked.dry_run)
    return Told({"preview": preview, "imported": imported}, words, refused=not understood)

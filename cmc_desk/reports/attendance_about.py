"""The last sheet of the attendance workbook: what it is, how its cells came about, what programs may call its columns."""

from collections.abc import Sequence
from gettext import NullTranslations

from cmc_desk.i18n import N_
from cmc_desk.reports.about_sheet import about_sheet
from cmc_desk.reports.attendance_book import AttendanceBook
from cmc_desk.reports.workbook import Cell, Sheet
from cmc_desk.rules.people import Sensitivity

LEVELS = {
    Sensitivity.PUBLIC: N_("Public list: what may stand in the list of participants"),
    Sensitivity.DESK: N_("Desk: what the registration desk needs besides, such as e-mail and telephone"),
    Sensitivity.TRAVEL: N_("Travel: what the travel officer needs besides"),
    Sensitivity.SPECIAL: N_("Special: dietary and access needs besides; handle as confidential"),
}
RULES = (
    (N_("attended"), N_("An arrival was recorded, and no departure after it. The time beside it is the first arrival.")),
    (N_("left"), N_("An arrival was recorded, and a departure after the last arrival.")),
    (N_("excused"), N_("Nothing was recorded, and the person said that they would not come.")),
    (N_("absent"), N_("Nothing was recorded of a person who is expected, though others were recorded in this session.")),
    (N_("not taken"), N_("Nobody at all was recorded in this session, so nothing can be said of it.")),
    (N_("empty cell"), N_("The person was withdrawn or replaced, and did not come.")),
    (N_("a day"), N_("Present is whoever came to any session of the day, the registration included; excused, whoever came to none and is excused from at least one.")),
    (N_("expected"), N_("People who are nominated or confirmed, and whoever came without being expected.")),
    (N_("delegation missing"), N_("A State or territory of which people are expected and nobody came that day.")),
    (N_("voided"), N_("A mistake that was taken back: it stays in the log and counts nowhere.")),
)  # fmt: skip


def about(book: AttendanceBook, texts: NullTranslations, shown: Sequence[Sheet]) -> Sheet:
    """Return what this workbook is, when, by whom and from which meeting it was made, its rules and its columns."""
    _ = texts.gettext
    told: list[tuple[str, Cell]] = [
        (_("What it is"), _("Attendance of participants, derived from what the desks recorded")),
        (_("Meeting"), book.meeting),
        (_("Made at"), book.local(book.made_at)),
        (_("Made by"), book.made_by),
        (_("Times"), _("On the clocks of {place}, zone {zone}").format(place=book.place, zone=book.zone)),
        (_("Columns"), _(LEVELS[book.limit])),
        (_("Personal data"), _("Give this file only to those who need it; that it was made is recorded.")),
    ]
    if book.not_listed:
        told.append(
            (
                _("Left out"),
                texts.ngettext(
                    "{number} person who does not wish to be listed; the summary counts them.",
                    "{number} people who do not wish to be listed; the summary counts them.",
                    book.not_listed,
                ).format(number=book.not_listed),
            )
        )
    if book.broken_at is not None:
        told.append(
            (
                _("WARNING"),
                _(
                    "The journal of the meeting file was changed from outside at row {row}: do not rely on these figures before that is cleared up."
                ).format(row=book.broken_at),
            )
        )
    elif book.journal:
        told.append(
            (
                _("Journal"),
                _("Verified, {number} rows, nothing was changed from outside").format(number=book.journal),
            )
        )
    return about_sheet(told, shown, texts, rules=RULES, widths=(24, 44, 100))

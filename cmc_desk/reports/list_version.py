"""The version of a list that is sent: its number, and what has changed since the version that was sent before."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from gettext import NullTranslations

from cmc_desk.i18n import N_
from cmc_desk.reports.page import Pages, TableColumn
from cmc_desk.reports.workbook import Sheet, SheetColumn
from cmc_desk.rules.sent_lists import Difference, What

WHAT_WORDS = {What.NEW: N_("new"), What.CHANGED: N_("changed"), What.GONE: N_("taken off")}
_FIELDS = {
    "delegation": N_("Delegation"),
    "flight": N_("Flight"),
    "airport": N_("Airport"),
    "at": N_("Time of the flight"),
    "pick_up": N_("Vehicle at"),
    "phone": N_("Phone"),
    "hotel": N_("Hotel"),
    "check_in": N_("Check-in"),
    "check_out": N_("Check-out"),
    "breakfast": N_("Breakfast"),
    "paid_by": N_("Paid by"),
    "arrives": N_("Arrives"),
    "late": N_("Late arrival"),
    "name": N_("Name"),
}
_VALUES = {"yes": N_("yes"), "no": N_("no")}
_SIZE = 8.5


@dataclass(frozen=True, slots=True)
class ListVersion:
    """A list as it would be sent: its number, and the version `before` it (0 if none was sent), to whom and when that went.

    `differences` are those to the version before.
    """

    number: int = 1
    before: int = 0
    recipient: str = ""
    at: datetime | None = None
    differences: tuple[Difference, ...] = ()


def version_words(version: ListVersion, texts: NullTranslations) -> str:
    """Return which version it is, and of which it takes the place."""
    _ = texts.gettext
    number = _("Version {number}").format(number=version.number)
    if not version.before or version.at is None:
        return _("{version}. None was sent before.").format(version=number)
    return _("{version}. It takes the place of version {before}, which went to {recipient} on {date}.").format(
        version=number,
        before=version.before,
        recipient=version.recipient,
        date=f"{version.at:%Y-%m-%d %H:%M}",
    )


def write_version(pages: Pages, version: ListVersion, texts: NullTranslations) -> None:
    """Write which version it is, and what has changed since the one before."""
    _ = texts.gettext
    pages.text(version_words(version, texts), size=9, bold=True)
    if not version.before:
        return
    if not version.differences:
        pages.text(_("Nothing has changed since."), size=9, tone="slate")
        return
    pages.space(4)
    columns = (
        TableColumn(_("Since version {number}").format(number=version.before), 34),
        TableColumn(_("Name"), 60, bold=True),
        TableColumn(_("What differs"), 138),
    )
    pages.table(columns, [_row(one, texts) for one in version.differences], size=_SIZE)


def differences_sheet(version: ListVersion, texts: NullTranslations) -> Sheet:
    """Return what has changed as a sheet of a workbook, a row for each field."""
    _ = texts.gettext
    columns = (
        SheetColumn(_("Since version {number}").format(number=version.before), "what", 20),
        SheetColumn(_("Name"), "name", 30),
        SheetColumn(_("Field"), "field", 20),
        SheetColumn(_("As it was sent"), "before", 30),
        SheetColumn(_("As it is now"), "now", 30),
    )
    rows = tuple(
        (_(WHAT_WORDS[one.what]), one.name, *field)
        for one in version.differences
        for field in (_fields(one, texts) or ((None, None, None),))
    )
    return Sheet("differences", _("Differences"), columns, rows, frozen=2)


def _row(one: Difference, texts: NullTranslations) -> tuple[str, str, str]:
    _ = texts.gettext
    said = (
        _("{field}: {now} instead of {before}").format(field=field, before=before or "–", now=now or "–")
        for field, before, now in _fields(one, texts)
    )
    return _(WHAT_WORDS[one.what]), one.name, "; ".join(said)


def _fields(one: Difference, texts: NullTranslations) -> tuple[tuple[str, str, str], ...]:
    return tuple(_shown(one.fields, texts))


def _shown(fields: tuple[tuple[str, str, str], ...], texts: NullTranslations) -> Iterator[tuple[str, str, str]]:
    for name, before, now in fields:
        yield _field(name, texts), _word(_VALUES, before, texts), _word(_VALUES, now, texts)


def _field(name: str, texts: NullTranslations) -> str:
    # In other languages a room of a hotel is another word than one in which people meet.
    return texts.pgettext("hotel", "Room") if name == "room" else _word(_FIELDS, name, texts)


def _word(words: Mapping[str, str], value: str, texts: NullTranslations) -> str:
    return texts.gettext(words[value]) if value in words else value

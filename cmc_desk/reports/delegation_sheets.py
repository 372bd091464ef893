"""A page for each delegation: who belongs to it, who is here, how many seats are financed, and what is still missing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from gettext import NullTranslations

from cmc_desk.i18n import N_
from cmc_desk.reports.dates import short_when
from cmc_desk.reports.flags import draw_flag
from cmc_desk.reports.form import Box, Form, FormColumn, Line
from cmc_desk.reports.large_words import LINE, RISE, draw_large, largest
from cmc_desk.reports.page import INKS, MM, Pages
from cmc_desk.reports.typesetting import draw_text, elided
from cmc_desk.rules.attendance import Presence
from cmc_desk.rules.gaps import FoundGap, Gap
from cmc_desk.rules.kind_words import WORDS
from cmc_desk.rules.meeting import DelegationKind, Eligibility
from cmc_desk.rules.papers import Format, Imprint
from cmc_desk.rules.people import Capacity

MARGIN = 14 * MM
_FLAG = (24 * MM, 18 * MM)
_ROW = 9 * MM
_FACTS = 30.0
_LINES_TO_SIGN = 24.0


class BadgeStage(StrEnum):
    """How far the badge of a person is."""

    NONE = "not printed"
    WAITING = "waiting to be printed"
    PRINTED = "printed"


@dataclass(frozen=True, slots=True)
class SheetMember:
    """A person of a delegation; `at` is when they came, or left if they did, on the clocks of the meeting."""

    name: str
    functional_title: str
    institution: str
    capacity: Capacity
    badge: BadgeStage
    badge_at: datetime | None
    replaces: int
    presence: Presence
    at: datetime | None


@dataclass(frozen=True, slots=True)
class DelegationSheet:
    """A delegation; `first_at` is its first arrival on the clocks of the meeting."""

    name: str
    second: str
    flag: str
    kind: DelegationKind
    eligibility: Eligibility
    seats: int
    members: tuple[SheetMember, ...]
    gaps: tuple[FoundGap, ...]
    first_at: datetime | None

    @property
    def arrived(self) -> int:
        """How many came, those included who left since."""
        return sum(member.presence in (Presence.PRESENT, Presence.LEFT) for member in self.members)


@dataclass(frozen=True, slots=True)
class DelegationSheets:
    """The sheets in official order."""

    sheets: tuple[DelegationSheet, ...]

    @property
    def people(self) -> int:
        """How many people stand on the sheets."""
        return sum(len(sheet.members) for sheet in self.sheets)


BADGES = {
    BadgeStage.NONE: N_("not printed"),
    BadgeStage.WAITING: N_("waiting to be printed"),
    BadgeStage.PRINTED: N_("printed {when}"),
}
PRESENCES = {
    Presence.PRESENT: N_("here since {when}"),
    Presence.LEFT: N_("left {when}"),
    Presence.EXCUSED: N_("excused"),
    Presence.ABSENT: N_("not arrived"),
    Presence.NOT_TAKEN: "–",
}
GAPS = {
    Gap.NOBODY: N_("Nobody is named."),
    Gap.SEATS: N_("Financed seats that nobody is named for: {number}"),
    Gap.HEAD: N_("No head of delegation is named."),
    Gap.CREDENTIALS: N_("Credentials to verify: {names}"),
    Gap.ARRIVAL: N_("Not arrived: {names}"),
    Gap.BADGE: N_("No badge printed: {names}"),
    Gap.PHOTO: N_("No photograph: {names}"),
    Gap.TITLE: N_("Functional title or institution not known: {names}"),
    Gap.CONSENT: N_("Not known whether they agree to be listed: {names}"),
    Gap.NOTE: N_("The desk has a note on: {names}"),
}


def render(content: DelegationSheets, _form: Format, texts: NullTranslations, imprint: Imprint) -> bytes:
    """Return the sheets as PDF, each delegation from a page of its own."""
    pages = Pages(texts.gettext("Delegation sheets"), imprint, texts, margin=MARGIN)
    for number, sheet in enumerate(content.sheets):
        if number:
            pages.new_page()
        _write_sheet(pages, sheet, texts)
    if not content.sheets:
        pages.space(8)
        pages.text(texts.gettext("Nobody is on the list yet."), tone="slate")
    return pages.finish()


def _write_sheet(pages: Pages, sheet: DelegationSheet, texts: NullTranslations) -> None:
    _ = texts.gettext
    _write_heading(pages, sheet)
    pages.space(10)
    _write_facts(pages, _facts(sheet, texts))
    if sheet.members:
        pages.heading(_("Members"), keep=_ROW + 14)
        columns = (
            FormColumn(_("Name"), 52),
            FormColumn(_("Functional title and institution"), 56),
            FormColumn(_("Badge"), 32),
            FormColumn(_("Arrival"), 42),
        )
        form = Form(pages, texts, columns, least=_ROW, padding=6)
        form.begin()
        for member in sheet.members:
            form.row(_row(member, texts))
    _write_gaps(pages, sheet, texts)
    _write_receipt(pages, texts)


def _write_heading(pages: Pages, sheet: DelegationSheet) -> None:
    width, height = _FLAG
    top = pages.y - 2
    left, room = pages.left, pages.width
    if sheet.flag and draw_flag(pages.canvas, sheet.flag, pages.left, top - height, width, height):
        left, room = pages.left + width + 5 * MM, pages.width - width - 5 * MM
    name = largest(sheet.name, room, height * 0.66, most=22, least=11, bold=True)
    second = largest(sheet.second, room, height * 0.34, most=12, least=8, lines=1)
    y = top - (height - name.height - second.height) / 2
    pages.canvas.setFillColor(INKS["ink"])
    y = draw_large(pages.canvas, left, y, name, bold=True, side="left")
    pages.canvas.setFillColor(INKS["slate"])
    draw_large(pages.canvas, left, y, second, side="left")
    pages.y = top - height


def _facts(sheet: DelegationSheet, texts: NullTranslations) -> tuple[tuple[str, str], ...]:
    _ = texts.gettext
    arrived = _("{number} of {whole}").format(number=sheet.arrived, whole=len(sheet.members))
    return (
        (_("Kind"), _(WORDS[sheet.kind])),
        (_("Terms"), _(WORDS[sheet.eligibility])),
        (_("Financed seats"), str(sheet.seats) if sheet.seats else "–"),
        (_("On the list"), str(len(sheet.members))),
        (_("Arrived"), arrived),
        (_("First arrival"), short_when(sheet.first_at, texts) if sheet.first_at else "–"),
    )


def _write_facts(pages: Pages, facts: Sequence[tuple[str, str]]) -> None:
    canvas = pages.canvas
    pages.y -= _FACTS
    canvas.setFillColor(INKS["sand"])
    canvas.rect(pages.left, pages.y, pages.width, _FACTS, stroke=0, fill=1)
    # The first and the last hold words, the others figures.
    shares = (2.2, 1.1, 1.1, 0.9, 0.9, 1.4)
    x = pages.left + 5
    for (label, value), share in zip(facts, shares, strict=True):
        width = (pages.width - 5) * share / sum(shares)
        canvas.setFillColor(INKS["slate"])
        draw_text(canvas, x, pages.y + 19, elided(label, 7.5, width - 4), 7.5)
        canvas.setFillColor(INKS["ink"])
        large = largest(value, width - 4, 16, most=10, least=7, lines=1, bold=True)
        draw_large(canvas, x, pages.y + 6.5 + large.size * (LINE - RISE), large, bold=True, side="left")
        x += width
    pages.space(4)


def _row(member: SheetMember, texts: NullTranslations) -> tuple[tuple[Line, ...], ...]:
    _ = texts.gettext
    head = member.capacity is Capacity.HEAD
    about = (Line(member.functional_title, 8.5), Line(member.institution, 8, tone="slate"))
    badge = [Line(_when(BADGES[member.badge], member.badge_at, texts), 8)]
    if member.replaces:
        badge.append(Line(_("replacement"), 7.5, tone="slate"))
    return (
        (Line(member.name, 9.5, bold=head), Line(_(member.capacity.value), 7.5, tone="slate")),
        tuple(line for line in about if line.words),
        tuple(badge),
        (Line(_when(PRESENCES[member.presence], member.at, texts), 8, bold=member.presence is Presence.ABSENT),),
    )


def _when(message: str, at: datetime | None, texts: NullTranslations) -> str:
    return texts.gettext(message).format(when=short_when(at, texts) if at else "")


def _write_gaps(pages: Pages, sheet: DelegationSheet, texts: NullTranslations) -> None:
    _ = texts.gettext
    pages.space(6)
    pages.heading(_("What is missing"))
    if not sheet.gaps:
        pages.text(_("Nothing is missing."))
        return
    form = Form(pages, texts, (FormColumn("", 8), FormColumn("", 174)), padding=6, least=7 * MM, uprights=False)
    form.begin()
    for found in sheet.gaps:
        everybody = len(found.names) == len(sheet.members) > 1
        whom = _("everybody") if everybody else ", ".join(found.names)
        form.row((Box(), (Line(_(GAPS[found.gap]).format(names=whom, number=found.number), 9.5),)))


def _write_receipt(pages: Pages, texts: NullTranslations) -> None:
    _ = texts.gettext
    labels = (_("Received by"), _("Date and time"), _("Signature"))
    pages.space(6)
    pages.heading(_("Envelope handed over"), keep=_LINES_TO_SIGN + 16)
    pages.y -= _LINES_TO_SIGN
    canvas = pages.canvas
    width = (pages.width - 2 * 5 * MM) / len(labels)
    canvas.setLineWidth(0.6)
    for number, label in enumerate(labels):
        x = pages.left + number * (width + 5 * MM)
        canvas.setStrokeColor(INKS["edge"])
        canvas.line(x, pages.y, x + width, pages.y)
        canvas.setFillColor(INKS["slate"])
        draw_text(canvas, x, pages.y - 10, elided(label, 8, width), 8)
    pages.y -= 12

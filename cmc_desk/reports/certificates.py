"""Certificates of participation, a page for each person, and the register of them as a workbook."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from gettext import NullTranslations

from cmc_desk.reports.about_sheet import about_sheet
from cmc_desk.reports.dates import date_range, long_date
from cmc_desk.reports.page import INKS, LEADING, MM, Pages
from cmc_desk.reports.typesetting import draw_text, wrapped
from cmc_desk.reports.workbook import WHOLE, Cell, Sheet, SheetColumn, workbook
from cmc_desk.reports.workbook import Imprint as BookImprint
from cmc_desk.rules.certificates import Attended
from cmc_desk.rules.papers import Format, Imprint

_NAME_SIZES = (36.0, 32.0, 28.0, 25.0, 22.0)
# So many sign beside each other; where the lowest line is, and how much room a row of lines takes.
_A_ROW, _LAST_LINE, _SIGNING = 4, 38 * MM, 24 * MM


@dataclass(frozen=True, slots=True)
class Certificate:
    """What is certified of somebody; `delegation` is its name as it is read aloud."""

    serial: str
    salutation: str
    name: str
    functional_title: str
    delegation: str
    came: Attended


@dataclass(frozen=True, slots=True)
class Certificates:
    """The certificates that were earned under a rule (0: not asked for), in official order.

    `taken` is at how many sessions and days attendance was taken, `signatories` who signs.
    """

    venue: str
    city: str
    days: tuple[date, ...]
    signatories: tuple[str, ...]
    sessions_needed: int
    days_needed: int
    taken: Attended
    certificates: tuple[Certificate, ...]


@dataclass(frozen=True, slots=True)
class _Block:
    """Lines in one size, with room before them."""

    lines: tuple[str, ...]
    size: float
    bold: bool
    tone: str
    before: float


def render(content: Certificates, paper: Format, texts: NullTranslations, imprint: Imprint) -> bytes:
    """Return the certificates as PDF, or their register as workbook."""
    if paper is Format.XLSX:
        return _register(content, texts, imprint)
    pages = Pages(title(texts), imprint, texts, wide=True, head=False, margin=24 * MM)
    for number, certificate in enumerate(content.certificates):
        if number:
            pages.new_page()
        _page(pages, certificate, content, texts, imprint)
    if not content.certificates:
        pages.heading(title(texts), size=16)
        pages.text(nobody_words(content, texts), size=11)
    return pages.finish()


def title(texts: NullTranslations) -> str:
    """Return what the papers are called."""
    return texts.gettext("Certificates of participation")


def rule_words(content: Certificates, texts: NullTranslations) -> str:
    """Return the rule, each number with the most that could be reached."""
    _ = texts.gettext
    said = []
    if content.sessions_needed:
        said.append(
            _("attendance at {needed} or more of the {number} sessions at which it was taken").format(
                needed=content.sessions_needed, number=content.taken.sessions
            )
        )
    if content.days_needed or not said:
        said.append(
            _("attendance on {needed} or more of the {number} days on which it was taken").format(
                needed=max(1, content.days_needed), number=content.taken.days
            )
        )
    return said[0] if len(said) == 1 else _("{first}, and {second}").format(first=said[0], second=said[1])


def nobody_words(content: Certificates, texts: NullTranslations) -> str:
    """Return what is said when there is no certificate to print."""
    return texts.gettext("Nobody has earned a certificate so far. It takes {rule}.").format(
        rule=rule_words(content, texts)
    )


def _page(
    pages: Pages, certificate: Certificate, content: Certificates, texts: NullTranslations, imprint: Imprint
) -> None:
    _ = texts.gettext
    named = " ".join(filter(None, (certificate.salutation, certificate.name)))
    dates = date_range(content.days[0], content.days[-1], texts)
    small = (13.0, 12.0, 11.0)
    _frame(pages)
    blocks = (
        _fitted(pages, _("Certificate of participation"), (28.0, 24.0, 20.0), bold=True, tone="sea"),
        _fitted(pages, _("This is to certify that"), (12.0,), tone="slate", before=14),
        _fitted(pages, named or _("(name not given)"), _NAME_SIZES, bold=True, before=8),
        _fitted(pages, certificate.functional_title, small, most=2, before=2),
        _fitted(pages, certificate.delegation, small, most=2),
        _fitted(pages, _("took part in"), (12.0,), tone="slate", before=11),
        _fitted(pages, imprint.meeting, (19.0, 17.0, 15.0), bold=True, tone="sea", most=2, before=8),
        _fitted(pages, imprint.subtitle, small, most=2),
        _fitted(pages, ", ".join(filter(None, (content.venue, content.city, dates))), small, most=2, before=7),
    )
    rows = [content.signatories[start : start + _A_ROW] for start in range(0, len(content.signatories), _A_ROW)]
    room = len(rows) * _SIGNING - 6 * MM if rows else 0
    _spread(pages, blocks, top=pages.page_size[1] - 22 * MM, bottom=_LAST_LINE + room)
    _signatures(pages, rows)
    canvas = pages.canvas
    canvas.setFillColor(INKS["slate"])
    issued = ", ".join(filter(None, (content.city, long_date(content.days[-1], texts))))
    draw_text(canvas, pages.left, 17 * MM, issued, 8.5)
    number = _("Certificate No. {serial}").format(serial=certificate.serial)
    draw_text(canvas, pages.right, 17 * MM, number, 8.5, side="right")


def _frame(pages: Pages) -> None:
    canvas, (width, height) = pages.canvas, pages.page_size
    canvas.setStrokeColor(INKS["sea"])
    canvas.setLineWidth(2.4)
    canvas.rect(10 * MM, 10 * MM, width - 20 * MM, height - 20 * MM)
    canvas.setStrokeColor(INKS["edge"])
    canvas.setLineWidth(0.6)
    canvas.rect(12 * MM, 12 * MM, width - 24 * MM, height - 24 * MM)


def _fitted(
    pages: Pages,
    words: str,
    sizes: Sequence[float],
    *,
    bold: bool = False,
    tone: str = "ink",
    most: int = 1,
    before: float = 0,
) -> _Block:
    """Return words in the largest size in which they take at most so many lines; in the smallest, as many as it needs."""
    for size in sizes:
        lines = wrapped(words, size, pages.width, bold=bold)
        if len(lines) <= most or size == sizes[-1]:
            return _Block(tuple(lines), size, bold, tone, before if lines else 0)
    raise AssertionError("no size to choose from")


def _spread(pages: Pages, blocks: Sequence[_Block], *, top: float, bottom: float) -> None:
    """Write the blocks one below the other in the middle, with twice the room between them if there is so much."""
    height = sum(len(block.lines) * block.size * LEADING for block in blocks)
    between = sum(block.before for block in blocks)
    wider = max(0.0, min(2.0, (top - bottom - height) / between))
    y = top - max(0.0, (top - bottom - height - between * wider) / 2)
    for block in blocks:
        y -= block.before * wider
        pages.canvas.setFillColor(INKS[block.tone])
        for line in block.lines:
            y -= block.size * LEADING
            middle = pages.page_size[0] / 2
            draw_text(pages.canvas, middle, y + block.size * 0.3, line, block.size, bold=block.bold, side="centre")


def _signatures(pages: Pages, rows: Sequence[Sequence[str]]) -> None:
    """Draw a line for each who signs, the last row lowest."""
    canvas = pages.canvas
    canvas.setStrokeColor(INKS["edge"])
    canvas.setLineWidth(0.6)
    canvas.setFillColor(INKS["slate"])
    for number, row in enumerate(rows, start=1):
        base = _LAST_LINE + (len(rows) - number) * _SIGNING
        room = pages.width / len(row)
        for place, name in enumerate(row):
            middle = pages.left + room * (place + 0.5)
            half = min(room * 0.44, 38 * MM)
            canvas.line(middle - half, base, middle + half, base)
            for down, line in enumerate(wrapped(name, 9, 2 * half), start=1):
                draw_text(canvas, middle, base - down * 9 * LEADING, line, 9, side="centre")


def _register(content: Certificates, texts: NullTranslations, imprint: Imprint) -> bytes:
    _ = texts.gettext
    made = imprint.made_at.replace(tzinfo=None, microsecond=0)
    columns = (
        SheetColumn(_("Certificate No."), "serial", 18),
        SheetColumn(_("Salutation"), "salutation", 11),
        SheetColumn(_("Name"), "name", 34),
        SheetColumn(_("Functional title"), "functional_title", 40),
        SheetColumn(_("Delegation"), "delegation", 36),
        SheetColumn(_("Sessions attended, of {number}").format(number=content.taken.sessions), "sessions", 14, WHOLE),
        SheetColumn(_("Days attended, of {number}").format(number=content.taken.days), "days", 14, WHOLE),
    )
    rows = tuple(
        (
            one.serial,
            one.salutation or None,
            one.name or None,
            one.functional_title or None,
            one.delegation,
            one.came.sessions,
            one.came.days,
        )
        for one in content.certificates
    )
    register = Sheet("certificates", _("Certificates"), columns, rows, frozen=1)
    name = _("Register of certificates of participation")
    page = _("page {page} of {pages}").format(page="&P", pages="&N")  # codes of the spreadsheet program
    return workbook(
        (register, _about(content, texts, imprint, register, name)),
        BookImprint(title=name, meeting=imprint.meeting, made=made, made_by=imprint.made_by, page=page),
    )


def _about(content: Certificates, texts: NullTranslations, imprint: Imprint, register: Sheet, name: str) -> Sheet:
    _ = texts.gettext
    told: tuple[tuple[str, Cell], ...] = (
        (_("What it is"), name),
        (_("Meeting"), imprint.meeting),
        (_("Place and dates"), imprint.place_and_dates),
        (_("Made at"), imprint.made_at.replace(tzinfo=None, microsecond=0)),
        (_("Made by"), imprint.made_by),
        (_("Rule"), _("Everybody in it earned a certificate by {rule}.").format(rule=rule_words(content, texts))),
        (_("Number"), _("A person has the same number whenever the certificate is printed; it says nothing about them.")),
        (_("Personal data"), _("Give this file only to those who need it; that it was made is recorded.")),
    )  # fmt: skip
    return about_sheet(told, (register,), texts)

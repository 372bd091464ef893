"""The signature sheet of a session or a day: by delegation, its head first, with a code on every page."""

from dataclasses import dataclass
from datetime import date, datetime
from gettext import NullTranslations

from cmc_desk.reports.dates import day_heading
from cmc_desk.reports.form import Form, FormColumn, Line
from cmc_desk.reports.large_words import draw_large, largest
from cmc_desk.reports.page import INKS, MM, Pages
from cmc_desk.reports.sheet_mark import mark_sheets
from cmc_desk.rules.papers import Format, Imprint
from cmc_desk.rules.people import Capacity
from cmc_desk.rules.sheet_code import SheetPaper

MARGIN = 14 * MM
_ROW = 11.5 * MM
EMPTY_LINES = 8


@dataclass(frozen=True, slots=True)
class Signer:
    """A person who is asked to sign."""

    name: str
    functional_title: str
    institution: str
    capacity: Capacity


@dataclass(frozen=True, slots=True)
class SignerGroup:
    """A delegation whose people sign; `code` is what the code of a page that begins with it says."""

    name: str
    signers: tuple[Signer, ...]
    code: str = ""


@dataclass(frozen=True, slots=True)
class SignatureSheet:
    """The sheet of one session or day: `key` is what its code says; a day has no title and no times, the meeting no day."""

    key: str
    title: str
    day: date | None
    starts: datetime | None
    ends: datetime | None
    groups: tuple[SignerGroup, ...]


@dataclass(frozen=True, slots=True)
class SignatureSheets:
    """The sheets that were asked for, in the order of the clock."""

    sheets: tuple[SignatureSheet, ...]

    @property
    def people(self) -> int:
        """How many people stand on the sheets, each as often as it stands there."""
        return sum(len(group.signers) for sheet in self.sheets for group in sheet.groups)


def render(content: SignatureSheets, _form: Format, texts: NullTranslations, imprint: Imprint) -> bytes:
    """Return the sheets as PDF, each from a page of its own."""
    pages = Pages(texts.gettext("Signature sheet"), imprint, texts, margin=MARGIN)
    write(pages, content, texts)
    return pages.finish()


def write(pages: Pages, content: SignatureSheets, texts: NullTranslations) -> None:
    """Write the sheets from this page on."""
    for number, sheet in enumerate(content.sheets):
        if number:
            pages.new_page()
        _write_sheet(pages, sheet, texts)


def sheet_title(sheet: SignatureSheet, texts: NullTranslations) -> str:
    """Return what a sheet is for: the session, or the day."""
    if sheet.title:
        return sheet.title
    return day_heading(sheet.day, texts) if sheet.day else texts.gettext("Whole meeting")


def sheet_when(sheet: SignatureSheet, texts: NullTranslations) -> str:
    """Return when the session of a sheet is; nothing where the title says it."""
    if not sheet.day or not sheet.starts or not sheet.ends:
        return ""
    return f"{day_heading(sheet.day, texts)}, {sheet.starts:%H:%M}–{sheet.ends:%H:%M}"


def _write_sheet(pages: Pages, sheet: SignatureSheet, texts: NullTranslations) -> None:
    _ = texts.gettext
    alone = len(sheet.groups) == 1
    # The delegation that is being written: a page that is begun meanwhile begins with it.
    now = sheet.groups[0].code if sheet.groups else ""
    with mark_sheets(
        pages,
        SheetPaper.SIGNATURES,
        sheet.key,
        lambda width: _heading(pages, sheet, texts, width),
        begins_with=lambda: (now, alone),
    ):
        columns = (
            FormColumn(_("No."), 9, "right"),
            FormColumn(_("Name"), 55),
            FormColumn(_("Functional title and institution"), 62),
            FormColumn(_("Signature"), 56),
        )
        form = Form(pages, texts, columns, least=_ROW)
        form.begin()
        number = 0
        for group in sheet.groups:
            now = group.code
            rows = []
            for signer in group.signers:
                number += 1
                rows.append(_row(number, signer, texts))
            form.band(group.name, rows=rows)
        now = now if alone else ""
        empty: list[tuple[tuple[Line, ...], ...]] = [((), (), (), ())] * EMPTY_LINES
        form.band(_("Not on the list: name, delegation, functional title and institution"), rows=empty)


def _row(number: int, signer: Signer, texts: NullTranslations) -> tuple[tuple[Line, ...], ...]:
    head = signer.capacity is Capacity.HEAD
    name = [Line(signer.name, 10, bold=head)]
    if head:
        name.append(Line(texts.gettext("head of delegation"), 7.5, tone="slate"))
    about = (Line(signer.functional_title, 8.5), Line(signer.institution, 8, tone="slate"))
    return (
        (Line(str(number), 8, tone="slate"),),
        tuple(name),
        tuple(line for line in about if line.words),
        (),
    )


def _heading(pages: Pages, sheet: SignatureSheet, texts: NullTranslations, width: float) -> None:
    _ = texts.gettext
    pages.text(_("Signature sheet"), size=9, tone="slate", width=width)
    title = largest(sheet_title(sheet, texts), width, 14 * MM, most=16, least=10, bold=True)
    pages.canvas.setFillColor(INKS["sea"])
    pages.y = draw_large(pages.canvas, pages.left, pages.y - 2, title, bold=True, side="left")
    if when := sheet_when(sheet, texts):
        pages.text(when, width=width)
    hint = _("Please sign beside your name. The lines at the end are for whoever is not on the list.")
    pages.text(hint, size=8, tone="slate", width=width)

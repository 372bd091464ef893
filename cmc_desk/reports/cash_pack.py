"""The cash pack: which notes the bank is asked for, and a slip for each envelope with what belongs into it."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from gettext import NullTranslations

from cmc_desk.reports.large_words import draw_large, largest
from cmc_desk.reports.page import INKS, LEADING, MM, Pages, TableColumn
from cmc_desk.reports.typesetting import draw_text, elided
from cmc_desk.rules.cash import Notes
from cmc_desk.rules.money import figure, from_minor, money
from cmc_desk.rules.papers import Format, Imprint

# Two by five slips on a sheet, cut along fine lines.
_COLUMNS, _ROWS = 2, 5
_EDGE, _PAD = 10 * MM, 5 * MM


@dataclass(frozen=True, slots=True)
class Envelope:
    """What belongs into an envelope: `amount` in minor units of `currency`, in these notes."""

    number: int
    name: str
    delegation: str
    currency: str
    amount: int
    notes: Notes


@dataclass(frozen=True, slots=True)
class CashPack:
    """Every approved payment in cash that is not handed out yet, and what the bank is asked for in each currency."""

    envelopes: tuple[Envelope, ...]
    bank: tuple[tuple[str, Notes], ...]

    @property
    def people(self) -> int:
        """How many people's names stand on the slips."""
        return len(self.envelopes)


def render_bank(content: CashPack, _form: Format, texts: NullTranslations, imprint: Imprint) -> bytes:
    """Return what the bank is asked for as PDF; nobody's name is on it."""
    _ = texts.gettext
    pages = Pages(bank_title(texts), imprint, texts)
    pages.text(bank_title(texts), size=17, bold=True, tone="sea")
    if not content.bank:
        pages.text(_("No payment in cash is approved."), tone="slate")
    for currency, notes in content.bank:
        _write_bank(pages, currency, notes, content, texts)
    return pages.finish()


def render_slips(content: CashPack, _form: Format, texts: NullTranslations, imprint: Imprint) -> bytes:
    """Return the slips as PDF, ten on a sheet, to be cut."""
    _ = texts.gettext
    if not content.envelopes:
        pages = Pages(slips_title(texts), imprint, texts)
        pages.text(_("No payment in cash is approved."), tone="slate")
        return pages.finish()
    pages = Pages(slips_title(texts), imprint, texts, head=False)
    for place, envelope in enumerate(content.envelopes):
        row, column = divmod(place % (_COLUMNS * _ROWS), _COLUMNS)
        if place and not row and not column:
            pages.new_page()
        _draw_slip(pages, envelope, row, column, texts)
    return pages.finish()


def bank_title(texts: NullTranslations) -> str:
    """Return what the bank's list is called."""
    return texts.gettext("Notes for the bank")


def slips_title(texts: NullTranslations) -> str:
    """Return what the slips are called."""
    return texts.gettext("Envelope slips")


def _write_bank(pages: Pages, currency: str, notes: Notes, content: CashPack, texts: NullTranslations) -> None:
    _ = texts.gettext
    envelopes = sum(one.currency == currency for one in content.envelopes)
    pages.heading(money(notes.amount, currency), size=14, keep=90)
    words = texts.ngettext("For {number} envelope.", "For {number} envelopes.", envelopes)
    pages.text(words.format(number=envelopes), size=9.5, tone="slate")
    pages.space(4)
    columns = (
        TableColumn(_("Note"), 40, "right", bold=True),
        TableColumn(_("How many"), 40, "right"),
        TableColumn(_("Amount"), 50, "right"),
        TableColumn(_("Received, counted"), 70),
    )
    rows = [
        (note_words(note, currency), str(count), figure(note * count, currency), "") for note, count in notes.counts
    ]
    if notes.coins:
        rows.append((_("in coins"), "", figure(notes.coins, currency), ""))
    rows.append((_("Together"), str(sum(count for _note, count in notes.counts)), figure(notes.amount, currency), ""))
    pages.table(columns, rows, size=11, least_height=21, grid=True)
    pages.space(6)


def _draw_slip(pages: Pages, envelope: Envelope, row: int, column: int, texts: NullTranslations) -> None:
    _ = texts.gettext
    canvas = pages.canvas
    width = (pages.page_size[0] - 2 * _EDGE) / _COLUMNS
    height = (pages.page_size[1] - 2 * _EDGE) / _ROWS
    left, top = _EDGE + column * width, pages.page_size[1] - _EDGE - row * height
    canvas.setStrokeColor(INKS["line"])
    canvas.setLineWidth(0.4)
    canvas.rect(left, top - height, width, height, stroke=1, fill=0)
    x, right, y = left + _PAD, left + width - _PAD, top - _PAD
    canvas.setFillColor(INKS["slate"])
    number = _("Envelope {number}").format(number=envelope.number)
    draw_text(canvas, right, y - 8, number, 8, side="right")
    draw_text(canvas, x, y - 8, elided(pages.imprint.meeting, 8, (right - x) * 0.68), 8)
    y -= 14
    name = largest(envelope.name, right - x, 34, most=14, least=8, lines=2, bold=True)
    canvas.setFillColor(INKS["ink"])
    y = draw_large(canvas, x, y, name, bold=True, side="left")
    canvas.setFillColor(INKS["slate"])
    y -= 10 * LEADING
    draw_text(canvas, x, y + 3, elided(envelope.delegation, 9.5, right - x), 9.5)
    _draw_notes(pages, envelope, x, y - 4, right - x, texts)
    canvas.setFillColor(INKS["ink"])
    bottom = top - height + _PAD
    draw_text(canvas, x, bottom + 2, money(envelope.amount, envelope.currency), 15, bold=True)
    canvas.setStrokeColor(INKS["edge"])
    canvas.line(right - 34 * MM, bottom + 2, right, bottom + 2)
    canvas.setFillColor(INKS["slate"])
    draw_text(canvas, right - 34 * MM, bottom - 6, _("counted by"), 6.5)


def _draw_notes(pages: Pages, envelope: Envelope, x: float, y: float, room: float, texts: NullTranslations) -> None:
    words = notes_words(envelope.notes, envelope.currency, texts)
    pages.canvas.setFillColor(INKS["ink"])
    line, lines = "", []
    for word in words:
        longer = f"{line}   {word}" if line else word
        if len(longer) * 4.6 > room and line:
            lines.append(line)
            longer = word
        line = longer
    for place, one in enumerate([*lines, line], start=1):
        draw_text(pages.canvas, x, y - place * 9 * LEADING, elided(one, 9, room), 9)


def notes_words(notes: Notes, currency: str, texts: NullTranslations) -> Sequence[str]:
    """Return the notes of an envelope as words: 3 × 100, 1 × 50, coins 0.20."""
    _ = texts.gettext
    found = [
        f"{count}\N{NO-BREAK SPACE}×\N{NO-BREAK SPACE}{note_words(note, currency)}" for note, count in notes.counts
    ]
    if notes.coins:
        found.append(_("coins {amount}").format(amount=figure(notes.coins, currency)))
    return found


def note_words(note: int, currency: str) -> str:
    """Return what stands on a note of so many minor units."""
    return figure(from_minor(note, currency).quantize(Decimal(1)), currency).removesuffix(figure(0, currency)[1:])

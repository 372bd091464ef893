"""The pack for a power cut: everything that the desk needs to go on with pen and paper, in one file."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from gettext import NullTranslations

from cmc_desk import i18n
from cmc_desk.reports import agenda_table, signature_sheet, tick_list
from cmc_desk.reports.agenda_table import AgendaTable
from cmc_desk.reports.blank_badges import badge_number, draw_badges, write_register
from cmc_desk.reports.dates import day_heading
from cmc_desk.reports.form import Form, FormColumn, Line
from cmc_desk.reports.pack_words import after, before, during
from cmc_desk.reports.page import MM, Pages
from cmc_desk.reports.signature_sheet import SignatureSheets
from cmc_desk.reports.tick_list import TickList
from cmc_desk.rules.kind_words import WORDS
from cmc_desk.rules.meeting import Role
from cmc_desk.rules.papers import Format, Imprint

MARGIN = 14 * MM


@dataclass(frozen=True, slots=True)
class FallbackPack:
    """What is in the pack; `day` is None for the whole meeting, `contacts` are (whom, number)."""

    day: date | None
    tick_list: TickList
    agenda: AgendaTable
    signatures: SignatureSheets
    blanks: int
    contacts: tuple[tuple[str, str], ...]
    operators: tuple[tuple[str, Role], ...]
    stations: tuple[str, ...]

    @property
    def people(self) -> int:
        """How many people stand on the lists of the pack."""
        return self.tick_list.people


@dataclass(frozen=True, slots=True)
class _Section:
    title: str
    write: Callable[[Pages], None]
    head: bool = True


def render(content: FallbackPack, _form: Format, texts: NullTranslations, imprint: Imprint) -> bytes:
    """Return the pack as PDF; its contents say on which page each part begins."""
    sections = _sections(content, texts)
    # The cover is written last, because its contents name pages, and goes to the front; how long it is, a trial tells.
    trial = _empty(texts, imprint)
    _write_cover(trial, content, [(one.title, 0) for one in sections], texts)
    pages = _empty(texts, imprint)
    starts: list[tuple[str, int]] = []
    for section in sections:
        if starts:
            pages.new_page(head=section.head)
        starts.append((section.title, pages.number + trial.number))
        section.write(pages)
    pages.new_page(head=True)
    pages.to_front(pages.number)
    _write_cover(pages, content, starts, texts)
    return pages.finish()


def _empty(texts: NullTranslations, imprint: Imprint) -> Pages:
    return Pages(texts.gettext("Paper fallback pack"), imprint, texts, margin=MARGIN)


def _sections(content: FallbackPack, texts: NullTranslations) -> tuple[_Section, ...]:
    _ = texts.gettext
    second = i18n.texts(content.agenda.second) if content.agenda.second else None
    found = [
        _Section(_("Contacts"), lambda pages: _write_contacts(pages, content, texts)),
        _Section(_("Agenda"), lambda pages: agenda_table.write(pages, content.agenda, texts, second)),
        _Section(_("Tick list"), lambda pages: tick_list.write(pages, content.tick_list, texts)),
    ]
    if content.signatures.sheets:
        found.append(
            _Section(_("Signature sheets"), lambda pages: signature_sheet.write(pages, content.signatures, texts))
        )
    if content.blanks:
        key = content.day.isoformat() if content.day else ""
        found += [
            _Section(_("Register of blank badges"), lambda pages: write_register(pages, content.blanks, key, texts)),
            _Section(_("Blank badges"), lambda pages: draw_badges(pages, content.blanks, texts), head=False),
        ]
    return tuple(found)


def _write_cover(
    pages: Pages, content: FallbackPack, contents: Sequence[tuple[str, int]], texts: NullTranslations
) -> None:
    _ = texts.gettext
    pages.space(4)
    pages.text(_("Paper fallback pack"), size=24, bold=True, tone="sea")
    if content.day:
        pages.text(day_heading(content.day, texts), size=13, bold=True)
    pages.text(_("For the desk, when the power or the computer fails."), size=11, tone="slate")
    pages.space(8)
    form = Form(pages, texts, (FormColumn(_("In this pack"), 120), FormColumn(_("Page"), 30, "right")), uprights=False)
    form.begin()
    notes = _notes(content, texts)
    for title, page in contents:
        words = [Line(title, 10.5, bold=True)]
        if note := notes.get(title):
            words.append(Line(note, 8.5, tone="slate"))
        form.row((words, (Line(str(page), 10.5),)))
    for heading, steps in (
        (_("Before"), before(texts)),
        (_("While it lasts"), during(texts)),
        (_("When it is over: bring the sheets back in"), after(texts)),
    ):
        pages.space(4)
        pages.heading(heading, keep=30)
        _write_steps(pages, steps, texts)


def _notes(content: FallbackPack, texts: NullTranslations) -> dict[str, str]:
    _ = texts.gettext
    numbers = {"first": badge_number(1), "last": badge_number(content.blanks)}
    sheets = [signature_sheet.sheet_title(sheet, texts) for sheet in content.signatures.sheets]
    return {
        _("Tick list"): ", ".join(part.letters for part in content.tick_list.parts),
        _("Signature sheets"): " · ".join(sheets),
        _("Blank badges"): _("Numbers {first} to {last}").format(**numbers),
    }


def _write_steps(pages: Pages, steps: Sequence[str], texts: NullTranslations) -> None:
    columns = (FormColumn("", 8, "right"), FormColumn("", 174))
    form = Form(pages, texts, columns, padding=2, uprights=False, middle=False, ruled=False)
    for number, step in enumerate(steps, start=1):
        form.row(((Line(f"{number}.", 9.5, bold=True, tone="sea"),), (Line(step, 9.5),)))


def _write_contacts(pages: Pages, content: FallbackPack, texts: NullTranslations) -> None:
    _ = texts.gettext
    pages.heading(_("Contacts"), size=16)
    if content.contacts:
        form = Form(pages, texts, (FormColumn(_("Whom"), 110), FormColumn(_("Number"), 72)), padding=8, uprights=False)
        form.begin()
        for label, number in content.contacts:
            form.row(((Line(label, 11),), (Line(number, 13, bold=True),)))
    else:
        pages.text(_("No numbers are entered. Write those of the hotel, the police and a doctor here:"), tone="slate")
        form = Form(pages, texts, (FormColumn("", 110), FormColumn("", 72)), least=9 * MM, uprights=False)
        for _line in range(4):
            form.row(((), ()))
    pages.space(10)
    pages.heading(_("Who works here"), size=12)
    form = Form(
        pages,
        texts,
        (FormColumn(_("Name"), 70), FormColumn(_("Task"), 50), FormColumn(_("Number"), 62)),
        least=8 * MM,
        uprights=False,
    )
    form.begin()
    for name, role in content.operators:
        form.row(((Line(name, 10),), (Line(_(WORDS[role]), 9),), ()))
    if content.stations:
        pages.space(8)
        stations = ", ".join(content.stations)
        pages.text(_("Desks: {stations}").format(stations=stations), size=10)

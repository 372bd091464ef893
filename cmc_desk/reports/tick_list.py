"""The tick list of the desk, one part a tray: everybody by family name, with a box, and room for a note."""

from dataclasses import dataclass
from datetime import date, datetime
from gettext import NullTranslations

from cmc_desk.reports.dates import day_heading
from cmc_desk.reports.form import Box, Cell, Form, FormColumn, Line
from cmc_desk.reports.missing_letters import legible
from cmc_desk.reports.page import MM, Pages
from cmc_desk.reports.sheet_mark import mark_sheets
from cmc_desk.rules.badge_code import in_groups
from cmc_desk.rules.folding import name_key
from cmc_desk.rules.papers import Format, Imprint
from cmc_desk.rules.sheet_code import SheetPaper

MARGIN = 12 * MM
_ROW = 7.5 * MM


@dataclass(frozen=True, slots=True)
class TickRow:
    """A person on the list; `came_at` is their arrival of the day on the clocks of the meeting."""

    given_name: str
    family_name: str
    delegation: str
    code: str
    to_verify: bool = False
    noted: bool = False
    came_at: datetime | None = None

    @property
    def name(self) -> str:
        """The name as it is looked for: family name first."""
        return ", ".join(part for part in (self.family_name, self.given_name) if part)


@dataclass(frozen=True, slots=True)
class TickPart:
    """The people of one tray; `letters` is what stands on it, as A–K."""

    letters: str
    rows: tuple[TickRow, ...]


@dataclass(frozen=True, slots=True)
class TickList:
    """The list of a day, who came is ticked; without a day nobody is."""

    day: date | None
    parts: tuple[TickPart, ...]

    @property
    def people(self) -> int:
        """How many people stand on the list."""
        return sum(len(part.rows) for part in self.parts)


def render(content: TickList, _form: Format, texts: NullTranslations, imprint: Imprint) -> bytes:
    """Return the list as PDF, each tray from a page of its own."""
    pages = Pages(texts.gettext("Tick list"), imprint, texts, margin=MARGIN)
    write(pages, content, texts)
    return pages.finish()


def write(pages: Pages, content: TickList, texts: NullTranslations) -> None:
    """Write the list from this page on."""
    for number, part in enumerate(content.parts):
        if number:
            pages.new_page()
        _write_part(pages, content.day, part, texts)


def _write_part(pages: Pages, day: date | None, part: TickPart, texts: NullTranslations) -> None:
    _ = texts.gettext
    letters = part.letters.replace("–", "-")
    key = f"{day.isoformat()}-{letters}" if day else letters
    with mark_sheets(pages, SheetPaper.TICK_LIST, key, lambda width: _heading(pages, day, part, texts, width)):
        columns = (
            FormColumn("", 7),
            FormColumn(_("Here"), 18),
            FormColumn(_("Name"), 52),
            FormColumn(_("Delegation"), 42),
            FormColumn(_("Badge"), 45),
            FormColumn(_("Notes"), 24),
        )
        form = Form(pages, texts, columns, least=_ROW)
        form.begin()
        initials = [name_key(row.given_name, row.family_name)[:1].upper() for row in part.rows]
        form.even(
            [
                _cells(row, letter if letter != before else "", texts)
                for row, letter, before in zip(part.rows, initials, ["", *initials], strict=False)
            ]
        )
        if not part.rows:
            form.row(((), (), (Line(_("Nobody is on this list yet."), 9, tone="slate"),), (), (), ()))


def _cells(row: TickRow, letter: str, texts: NullTranslations) -> tuple[Cell, ...]:
    _ = texts.gettext
    notes = (_("verify credentials") if row.to_verify else "", _("note at the desk") if row.noted else "")
    return (
        (Line(letter, 11, bold=True, tone="sea"),) if legible(letter, bold=True) == letter else (),
        Box(ticked=row.came_at is not None, words=f"{row.came_at:%H:%M}" if row.came_at else ""),
        (Line(row.name, 9.5, bold=True),),
        (Line(row.delegation, 8),),
        (Line(in_groups(row.code), 7.5),),
        tuple(Line(words, 7, tone="slate") for words in notes if words),
    )


def _heading(pages: Pages, day: date | None, part: TickPart, texts: NullTranslations, width: float) -> None:
    _ = texts.gettext
    pages.text(_("Tick list"), size=9, tone="slate", width=width)
    pages.text(part.letters, size=22, bold=True, tone="sea", width=width)
    hint = _("By family name. Tick the box and write the time beside it.")
    if day:
        pages.text(day_heading(day, texts), width=width)
        hint += " " + _("A tick that is printed is an arrival that was recorded before.")
    pages.text(hint, size=8, tone="slate", width=width)

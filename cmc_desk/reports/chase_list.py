"""The chase list: of each delegation what is still missing, by when, and how long it has been; with the oldest first at its end."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from gettext import NullTranslations

from cmc_desk.i18n import N_
from cmc_desk.reports.dates import day_heading
from cmc_desk.reports.form import Box, Form, FormColumn, Line
from cmc_desk.reports.page import Pages
from cmc_desk.reports.travel_book import travel_book
from cmc_desk.reports.workbook import DAY, WHOLE, Sheet, SheetColumn
from cmc_desk.rules.day_words import short_day
from cmc_desk.rules.papers import Format, Imprint
from cmc_desk.rules.travel_states import Standing, Step
from cmc_desk.rules.travel_words import STANDING_WORDS, STEP_WORDS

_ROW = 18.0
_TONES = {Standing.BLOCKS: "coral", Standing.DUE: "amber"}
_ORDER = (Standing.BLOCKS, Standing.DUE, Standing.WAITS)
# What the list calls a seat that nobody holds.
NOBODY = N_("nobody named yet")


@dataclass(frozen=True, slots=True)
class Missing:
    """Something that is missing of an official (nobody, where `name` is empty): `why` says what in words, in the language of the list."""

    seat: int
    name: str
    step: Step
    standing: Standing
    why: str
    due: date | None = None


@dataclass(frozen=True, slots=True)
class ChasedDelegation:
    """A delegation of which something is missing."""

    name: str
    missing: tuple[Missing, ...]


@dataclass(frozen=True, slots=True)
class ChaseList:
    """What is missing on a day, of one delegation or of all; `delegations` stand in official order."""

    day: date
    delegations: tuple[ChasedDelegation, ...]
    alone: bool = False

    @property
    def people(self) -> int:
        """How many people's names stand on it."""
        return len({(one.name, item.name) for one in self.delegations for item in one.missing if item.name})

    @property
    def by_age(self) -> tuple[tuple[str, Missing], ...]:
        """Everything with a day, the oldest first, with its delegation."""
        found = [(one.name, item) for one in self.delegations for item in one.missing if item.due is not None]
        return tuple(sorted(found, key=lambda pair: (pair[1].due or self.day, _ORDER.index(pair[1].standing), pair[0])))


def render(content: ChaseList, form: Format, texts: NullTranslations, imprint: Imprint) -> bytes:
    """Return the list as PDF or as workbook."""
    if form is Format.XLSX:
        return _book(content, texts, imprint)
    _ = texts.gettext
    pages = Pages(title(texts), imprint, texts)
    pages.text(title(texts), size=17, bold=True, tone="sea")
    pages.text(day_heading(content.day, texts), size=10.5, bold=True)
    pages.text(_counted(content, texts), size=9, tone="slate")
    pages.space(8)
    if not content.delegations:
        pages.text(_("Nothing is missing."), size=11)
        return pages.finish()
    _write_delegations(pages, content, texts)
    if not content.alone:
        _write_ages(pages, content, texts)
    return pages.finish()


def title(texts: NullTranslations) -> str:
    """Return what the paper is called."""
    return texts.gettext("Chase list")


def _counted(content: ChaseList, texts: NullTranslations) -> str:
    items = [item for one in content.delegations for item in one.missing]
    delegations = len(content.delegations)
    parts = [
        texts.ngettext("{number} delegation", "{number} delegations", delegations).format(number=delegations),
        *(
            f"{texts.gettext(STANDING_WORDS[standing])}: {sum(item.standing is standing for item in items)}"
            for standing in _ORDER
        ),
    ]
    return " · ".join(parts)


def _write_delegations(pages: Pages, content: ChaseList, texts: NullTranslations) -> None:
    _ = texts.gettext
    columns = (
        FormColumn("", 8),
        FormColumn(_("Seat and official"), 48),
        FormColumn(_("What is missing"), 36),
        FormColumn(_("Why"), 62),
        FormColumn(_("By"), 26),
    )
    form = Form(pages, texts, columns, least=_ROW)
    form.begin()
    for one in content.delegations:
        form.band(one.name, rows=[_row(item, content.day, texts) for item in one.missing])


def _row(item: Missing, today: date, texts: NullTranslations) -> tuple[tuple[Line, ...] | Box, ...]:
    _ = texts.gettext
    tone = _TONES.get(item.standing, "slate")
    by = (Line(short_day(item.due, texts), 8.5, bold=item.standing is not Standing.WAITS),) if item.due else ()
    late = _late(item, today, texts)
    return (
        Box(),
        (Line(_official(item, texts), 9, bold=bool(item.name)),),
        (
            Line(_(STEP_WORDS[item.step]), 9, bold=True),
            Line(_(STANDING_WORDS[item.standing]), 7.5, bold=item.standing is Standing.BLOCKS, tone=tone),
        ),
        (Line(item.why, 8.5),),
        (*by, *((Line(late, 7.5, tone=tone),) if late else ())),
    )


def _official(item: Missing, texts: NullTranslations) -> str:
    return f"{item.seat}. {item.name or texts.gettext(NOBODY)}"


def _late(item: Missing, today: date, texts: NullTranslations) -> str:
    """Return how long something has been due, or how long there is."""
    if item.due is None:
        return ""
    days = (item.due - today).days
    if days < 0:
        return texts.ngettext("{number} day late", "{number} days late", -days).format(number=-days)
    if not days:
        return texts.gettext("today")
    return texts.ngettext("in {number} day", "in {number} days", days).format(number=days)


def _write_ages(pages: Pages, content: ChaseList, texts: NullTranslations) -> None:
    _ = texts.gettext
    pressing = [pair for pair in content.by_age if pair[1].standing is not Standing.WAITS]
    if not pressing:
        return
    pages.heading(_("The oldest first"), size=12, keep=70)
    columns = (
        FormColumn(_("By"), 24),
        FormColumn("", 26),
        FormColumn(_("Delegation"), 46),
        FormColumn(_("Official"), 48),
        FormColumn(_("What is missing"), 36),
    )
    form = Form(pages, texts, columns, least=14.0, uprights=False)
    form.begin()
    for delegation, item in pressing:
        form.row(
            (
                (Line(short_day(item.due or content.day, texts), 8.5, bold=True),),
                (Line(_late(item, content.day, texts), 8.5, tone=_TONES[item.standing]),),
                (Line(delegation, 8.5),),
                (Line(item.name or _(NOBODY), 8.5),),
                (Line(_(STEP_WORDS[item.step]), 8.5),),
            )
        )


def _book(content: ChaseList, texts: NullTranslations, imprint: Imprint) -> bytes:
    _ = texts.gettext
    pairs = [(one.name, item) for one in content.delegations for item in one.missing]
    shown = [_sheet("missing", _("What is missing"), pairs, content.day, texts)]
    if not content.alone:
        shown.append(_sheet("by-age", _("The oldest first"), content.by_age, content.day, texts))
    return travel_book(title(texts), shown, texts, imprint, notes=((_("Of"), content.day.isoformat()),))


def _sheet(
    name: str, heading: str, pairs: Iterable[tuple[str, Missing]], today: date, texts: NullTranslations
) -> Sheet:
    _ = texts.gettext
    columns = (
        SheetColumn(_("Delegation"), "delegation", 30),
        SheetColumn(_("Seat"), "seat", 6, WHOLE),
        SheetColumn(_("Official"), "official", 30),
        SheetColumn(_("What is missing"), "step", 24),
        SheetColumn(_("How it stands"), "standing", 16),
        SheetColumn(_("Why"), "why", 60),
        SheetColumn(_("By"), "due", 17, DAY),
        SheetColumn(_("Days left"), "days_left", 9, WHOLE),
    )
    rows = tuple(
        (
            *(
                delegation,
                item.seat,
                item.name or _(NOBODY),
                _(STEP_WORDS[item.step]),
                _(STANDING_WORDS[item.standing]),
            ),
            *(item.why or None, item.due, (item.due - today).days if item.due else None),
        )
        for delegation, item in pairs
    )
    tints = {_(STANDING_WORDS[Standing.BLOCKS]): "FFFBE9E4", _(STANDING_WORDS[Standing.DUE]): "FFFBF1DC"}
    return Sheet(name, heading, columns, rows, frozen=3, tints=tints)

"""The chase list: of each delegation what is still missing, by when, and how long it has been; with the oldest first at its end."""

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
from cmc_desk.rules.travel_states import Headline, Standing, Step
from cmc_desk.rules.travel_words import HEADLINE_WORDS, STANDING_WORDS, STEP_WORDS

_ROW = 18.0
_TONES = {Standing.BLOCKS: "coral", Standing.DUE: "amber"}
_ORDER = (Standing.BLOCKS, Standing.DUE, Standing.WAITS)
# What the list calls a seat that nobody holds.
NOBODY = N_("nobody named yet")


@dataclass(frozen=True, slots=True)
class Missing:
    """Something that is missing of an official (nobody, where `name` is empty): `why` says what in words, in the language of the list.

    `ours` says that the travel desk sees to it, not the delegation.
    """

    seat: int
    name: str
    step: Step
    standing: Standing
    why: str
    due: date | None = None
    ours: bool = False


@dataclass(frozen=True, slots=True)
class Stuck:
    """A seat on which nothing has moved for `days`, since `since`; where nobody holds it `name` is empty."""

    delegation: str
    seat: int
    name: str
    headline: Headline
    since: date
    days: int


@dataclass(frozen=True, slots=True)
class ChasedDelegation:
    """A delegation of which something is missing."""

    name: str
    missing: tuple[Missing, ...]


@dataclass(frozen=True, slots=True)
class ChaseList:
    """What is missing on a day, of one delegation or of all; of all, `stuck` are the seats on which nothing has moved for longest first."""

    day: date
    delegations: tuple[ChasedDelegation, ...]
    stuck: tuple[Stuck, ...] = ()
    alone: bool = False

    @property
    def people(self) -> int:
        """How many people's names stand on it."""
        return len({(one.name, item.name) for one in self.delegations for item in one.missing if item.name})


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
    _write_stuck(pages, content, texts)
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
            Line(_standing(item, texts), 7.5, bold=item.standing is Standing.BLOCKS, tone=tone),
        ),
        (Line(item.why, 8.5),),
        (*by, *((Line(late, 7.5, tone=tone),) if late else ())),
    )


def _standing(item: Missing, texts: NullTranslations) -> str:
    words = texts.gettext(STANDING_WORDS[item.standing])
    return texts.gettext("{standing}; the travel desk sees to it").format(standing=words) if item.ours else words


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


def _write_stuck(pages: Pages, content: ChaseList, texts: NullTranslations) -> None:
    _ = texts.gettext
    if not content.stuck:
        return
    pages.heading(_("Nothing has moved for longest"), size=12, keep=70)
    columns = (
        FormColumn(_("Since"), 26),
        FormColumn("", 26),
        FormColumn(_("Delegation"), 50),
        FormColumn(_("Official"), 50),
        FormColumn(_("Waits for"), 34),
    )
    form = Form(pages, texts, columns, least=14.0, uprights=False)
    form.begin()
    for one in content.stuck:
        days = texts.ngettext("{number} day", "{number} days", one.days).format(number=one.days)
        form.row(
            (
                (Line(short_day(one.since, texts), 8.5),),
                (Line(days, 8.5, bold=True),),
                (Line(f"{one.delegation} · {one.seat}", 8.5),),
                (Line(one.name or _(NOBODY), 8.5),),
                (Line(_(HEADLINE_WORDS[one.headline]), 8.5),),
            )
        )


def _book(content: ChaseList, texts: NullTranslations, imprint: Imprint) -> bytes:
    _ = texts.gettext
    shown = [_sheet(content, texts)]
    if content.stuck:
        shown.append(_stuck_sheet(content, texts))
    return travel_book(title(texts), shown, texts, imprint, notes=((_("Of"), content.day.isoformat()),))


def _stuck_sheet(content: ChaseList, texts: NullTranslations) -> Sheet:
    _ = texts.gettext
    columns = (
        SheetColumn(_("Delegation"), "delegation", 30),
        SheetColumn(_("Seat"), "seat", 6, WHOLE),
        SheetColumn(_("Official"), "official", 30),
        SheetColumn(_("Waits for"), "headline", 20),
        SheetColumn(_("Since"), "since", 17, DAY),
        SheetColumn(_("Days"), "days", 9, WHOLE),
    )
    rows = tuple(
        (one.delegation, one.seat, one.name or _(NOBODY), _(HEADLINE_WORDS[one.headline]), one.since, one.days)
        for one in content.stuck
    )
    return Sheet("stuck", _("Nothing has moved"), columns, rows, frozen=3)


def _sheet(content: ChaseList, texts: NullTranslations) -> Sheet:
    _ = texts.gettext
    columns = (
        SheetColumn(_("Delegation"), "delegation", 30),
        SheetColumn(_("Seat"), "seat", 6, WHOLE),
        SheetColumn(_("Official"), "official", 30),
        SheetColumn(_("What is missing"), "step", 24),
        SheetColumn(_("How it stands"), "standing", 16),
        SheetColumn(_("Who sees to it"), "whose", 16),
        SheetColumn(_("Why"), "why", 60),
        SheetColumn(_("By"), "due", 17, DAY),
        SheetColumn(_("Days left"), "days_left", 9, WHOLE),
    )
    rows = tuple(
        (
            *(one.name, item.seat, item.name or _(NOBODY), _(STEP_WORDS[item.step]), _(STANDING_WORDS[item.standing])),
            *(_("Travel desk") if item.ours else _("Delegation"), item.why or None, item.due),
            (item.due - content.day).days if item.due else None,
        )
        for one in content.delegations
        for item in one.missing
    )
    tints = {_(STANDING_WORDS[Standing.BLOCKS]): "FFFBE9E4", _(STANDING_WORDS[Standing.DUE]): "FFFBF1DC"}
    return Sheet("missing", _("What is missing"), columns, rows, frozen=3, tints=tints)

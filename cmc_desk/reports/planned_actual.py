"""The record of planned and actual times as a paper: landscape pages to read, or a workbook to reckon with."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from gettext import NullTranslations
from itertools import groupby

from cmc_desk.reports.dates import day_heading
from cmc_desk.reports.page import Pages, TableColumn
from cmc_desk.reports.planned_record import (
    CAUSES,
    CAUSES_OF_LEAD,
    STATES,
    DayLine,
    DelegationLine,
    ItemLine,
    PlannedActual,
    minutes_words,
)
from cmc_desk.reports.planned_sheets import sheets
from cmc_desk.reports.workbook import Imprint as BookImprint
from cmc_desk.reports.workbook import workbook
from cmc_desk.rules.actuals import RUNS
from cmc_desk.rules.agenda import ItemState
from cmc_desk.rules.agenda_plan import ZERO
from cmc_desk.rules.countdown import elapsed_words
from cmc_desk.rules.floor_words import CATEGORY_WORDS
from cmc_desk.rules.papers import Format, Imprint
from cmc_desk.rules.typed_lengths import length_text

_SIZE = 8.5


def render(content: PlannedActual, form: Format, texts: NullTranslations, imprint: Imprint) -> bytes:
    """Return the record as PDF or as workbook."""
    if form is Format.XLSX:
        return _book(content, texts, imprint)
    _ = texts.gettext
    pages = Pages(title(texts), imprint, texts, wide=True)
    pages.text(title(texts), size=17, bold=True, tone="sea")
    pages.text(imprint.meeting, size=10.5, bold=True)
    pages.text(_basis(content, texts), size=8.5, tone="slate")
    if not content.items:
        pages.space(8)
        pages.text(_("Nothing stands on the agenda yet."), tone="slate")
    for day, lines in groupby(content.items, key=lambda line: (line.day, line.room)):
        summary = next(one for one in content.days if (one.day, one.room) == day)
        _write_day(pages, summary, list(lines), texts)
    _write_delegations(pages, content, texts)
    return pages.finish()


def title(texts: NullTranslations) -> str:
    """Return what the paper is called."""
    return texts.gettext("Planned and actual")


def _basis(content: PlannedActual, texts: NullTranslations) -> str:
    _ = texts.gettext
    place = _("All times are those of {city}.").format(city=content.city) if content.city else ""
    drawn_up = (
        _("Drawn up at {time}, while the meeting was running.").format(time=content.until.strftime("%Y-%m-%d %H:%M"))
        if content.until
        else ""
    )
    delays = _("Delays are in minutes: + later than planned, − earlier.")
    return " ".join(part for part in (drawn_up, place, delays) if part)


def _write_day(pages: Pages, summary: DayLine, lines: Sequence[ItemLine], texts: NullTranslations) -> None:
    _ = texts.gettext
    heading = day_heading(summary.day, texts)
    pages.heading(f"{heading} · {summary.room}" if summary.room else heading, size=11.5, keep=70)
    pages.text(_summary_words(summary, texts), size=8.5, tone="slate")
    if summary.started is None and all(line.state is ItemState.PLANNED for line in lines):
        return
    pages.space(3)
    columns = (
        TableColumn(_("Planned"), 44),
        TableColumn(_("Actual"), 44),
        TableColumn(_("Item"), 128, bold=True),
        TableColumn(_("Length"), 24, "right"),
        TableColumn(_("Took"), 24, "right"),
        TableColumn(_("Cost"), 20, "right"),
        TableColumn(_("Behind"), 24, "right"),
        TableColumn(_("Cause"), 90),
    )
    pages.table(columns, [_row(line, texts) for line in lines], size=_SIZE)


def _row(line: ItemLine, texts: NullTranslations) -> tuple[str, ...]:
    return (
        f"{line.starts:%H:%M}–{line.ends:%H:%M}",
        _actual_words(line, texts),
        line.title,
        length_text(line.length),
        length_text(_whole_minutes(line.spent)) if line.started else "",
        minutes_words(line.produced),
        minutes_words(line.cumulative),
        line.cause_words(texts),
    )


def _actual_words(line: ItemLine, texts: NullTranslations) -> str:
    if line.started is None:
        return texts.gettext(STATES[line.state])
    until = f"{line.ended:%H:%M}" if line.ended else "…" if line.state in RUNS else ""
    return f"{line.started:%H:%M}–{until}"


def _summary_words(summary: DayLine, texts: NullTranslations) -> str:
    """Return when a day was planned to end and when it did, and what its delay was made of."""
    _ = texts.gettext
    planned = _("Planned {starts}–{ends}.").format(starts=_clock(summary.starts), ends=_clock(summary.ends))
    if summary.started is None:
        return " ".join((planned, _("Nothing was recorded.")))
    really = (
        _("Really {starts}–{ends}.").format(starts=_clock(summary.started), ends=_clock(summary.ended))
        if summary.ended
        else _("Begun at {starts}.").format(starts=_clock(summary.started))
    )
    causes = [
        f"{_((CAUSES if amount > ZERO else CAUSES_OF_LEAD)[cause])} {words}"
        for cause, amount in summary.causes
        if (words := minutes_words(amount)) != "0"
    ]
    made_of = _("What cost or made up time: {causes}.").format(causes=", ".join(causes)) if causes else ""
    return " ".join(part for part in (planned, really, made_of) if part)


def _write_delegations(pages: Pages, content: PlannedActual, texts: NullTranslations) -> None:
    _ = texts.gettext
    heard = [one for one in content.delegations if one.speeches or one.written]
    if not heard:
        return
    pages.heading(_("Delegations on the floor"), size=11.5, keep=80)
    pages.text(
        texts.ngettext(
            "{number} delegation, {time} together.", "{number} delegations, {time} together.", len(heard)
        ).format(number=len(heard), time=elapsed_words(content.spoken)),
        size=8.5,
        tone="slate",
    )
    pages.space(3)
    columns = (
        TableColumn(_("Order"), 20, "right"),
        TableColumn(_("Delegation"), 130, bold=True),
        TableColumn(_("Category"), 130),
        TableColumn(_("Speeches"), 30, "right"),
        TableColumn(_("Spoke"), 30, "right"),
        TableColumn(_("Over time"), 30, "right"),
        TableColumn("", 40),
    )
    pages.table(columns, [_delegation_row(one, texts) for one in heard], size=_SIZE)


def _delegation_row(one: DelegationLine, texts: NullTranslations) -> tuple[str, ...]:
    _ = texts.gettext
    return (
        str(one.order or ""),
        one.name,
        _(CATEGORY_WORDS[one.category]),
        str(one.speeches or ""),
        elapsed_words(one.spoken) if one.speeches else "",
        elapsed_words(one.overtime) if one.overtime else "",
        _("in writing") if one.written else "" if one.statements else _("no statement"),
    )


def _book(content: PlannedActual, texts: NullTranslations, imprint: Imprint) -> bytes:
    _ = texts.gettext
    of_book = BookImprint(
        title=title(texts),
        meeting=imprint.meeting,
        made=imprint.made_at.replace(tzinfo=None, microsecond=0),
        made_by=imprint.made_by,
        # &P and &N are codes of the spreadsheet program.
        page=_("page {page} of {pages}").format(page="&P", pages="&N"),
    )
    return workbook(sheets(content, texts, imprint), of_book)


def _clock(instant: datetime) -> str:
    return instant.strftime("%H:%M")


def _whole_minutes(length: timedelta) -> timedelta:
    return length // timedelta(minutes=1) * timedelta(minutes=1)

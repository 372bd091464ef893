"""The sheets of the record of planned and actual times: items, days, delegations, speeches, what was recorded, and what it is."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from gettext import NullTranslations

from cmc_desk.i18n import N_
from cmc_desk.reports.about_sheet import about_sheet
from cmc_desk.reports.planned_record import ACTS, CAUSES, STATES, PlannedActual
from cmc_desk.reports.workbook import CLOCK, DAY, INSTANT, TENTHS, WHOLE, Cell, Sheet, SheetColumn
from cmc_desk.rules.floor_words import CATEGORY_WORDS, SPEECH_WORDS, STATE_WORDS
from cmc_desk.rules.kind_words import WORDS
from cmc_desk.rules.papers import Imprint

# Minutes with their part: a spreadsheet adds them up, which it does not with 5:04.
_MINUTES = TENTHS
_RULES = (
    (N_("took"), N_("How long the item ran, without its pauses and what was left out.")),
    (N_("cost"), N_("By how much the item itself ended later than it could have (negative: earlier). Its causes add up to it.")),
    (N_("absorbed"), N_("How much of the delay before it a gap or a fixed point swallowed.")),
    (N_("behind"), N_("The delay after the item, by the work that was done: order does not count.")),
    (N_("late start"), N_("How long nothing ran though the item could have begun.")),
    (N_("over time"), N_("How much longer than its limit a delegation spoke; pauses are not counted.")),
)  # fmt: skip


def sheets(content: PlannedActual, texts: NullTranslations, imprint: Imprint) -> tuple[Sheet, ...]:
    """Return the sheets of the workbook in their order; sheets of the floor only where there were lists of speakers."""
    shown = [*agenda_sheets(content, texts), *floor_sheets(content, texts), _acts(content, texts)]
    return (*shown, _about(content, texts, imprint, shown))


def floor_sheets(content: PlannedActual, texts: NullTranslations) -> tuple[Sheet, ...]:
    """Return who had the floor, by delegation and speech by speech; none where there were no lists of speakers."""
    return (_delegations(content, texts), _speeches(content, texts)) if content.speeches else ()


def agenda_sheets(content: PlannedActual, texts: NullTranslations) -> tuple[Sheet, ...]:
    """Return the items and the days, planned and actual."""
    return _items(content, texts), _days(content, texts)


def _items(content: PlannedActual, texts: NullTranslations) -> Sheet:
    _ = texts.gettext
    columns = (
        SheetColumn(_("Day"), "day", 17, DAY),
        SheetColumn(_("Room"), "room", 16),
        SheetColumn(_("Item"), "item", 48),
        SheetColumn(_("Kind"), "kind", 14),
        SheetColumn(_("State"), "state", 11),
        SheetColumn(_("Planned start"), "planned_start", 10, CLOCK),
        SheetColumn(_("Planned end"), "planned_end", 10, CLOCK),
        SheetColumn(_("Actual start"), "actual_start", 10, CLOCK),
        SheetColumn(_("Actual end"), "actual_end", 10, CLOCK),
        SheetColumn(_("Order taken"), "order", 9, WHOLE),
        SheetColumn(_("Length (min)"), "length_min", 9, _MINUTES),
        SheetColumn(_("Took (min)"), "took_min", 9, _MINUTES),
        SheetColumn(_("Paused (min)"), "paused_min", 9, _MINUTES),
        SheetColumn(_("Cost (min)"), "cost_min", 9, _MINUTES),
        SheetColumn(_("Absorbed (min)"), "absorbed_min", 10, _MINUTES),
        SheetColumn(_("Behind (min)"), "behind_min", 9, _MINUTES),
        SheetColumn(_("Cause"), "cause", 34),
        *_cause_columns(texts),
    )
    rows = []
    for line in content.items:
        parts = dict(line.parts)
        rows.append(
            (
                line.day,
                line.room or None,
                line.title,
                _(WORDS[line.kind]),
                _(STATES[line.state]),
                _naive(line.starts),
                _naive(line.ends),
                _naive(line.started),
                _naive(line.ended),
                line.order,
                _minutes(line.length),
                _minutes(line.spent) if line.started else None,
                _minutes(line.paused) if line.started else None,
                _minutes(line.produced),
                _minutes(line.absorbed),
                _minutes(line.cumulative),
                line.cause_words(texts) or None,
                *(_minutes(parts.get(cause)) for cause in CAUSES),
            )
        )
    return Sheet("items", _("Items"), columns, tuple(rows), frozen=3)


def _days(content: PlannedActual, texts: NullTranslations) -> Sheet:
    _ = texts.gettext
    columns = (
        SheetColumn(_("Day"), "day", 17, DAY),
        SheetColumn(_("Room"), "room", 16),
        SheetColumn(_("Planned start"), "planned_start", 11, CLOCK),
        SheetColumn(_("Planned end"), "planned_end", 11, CLOCK),
        SheetColumn(_("Actual start"), "actual_start", 11, CLOCK),
        SheetColumn(_("Actual end"), "actual_end", 11, CLOCK),
        SheetColumn(_("Behind (min)"), "behind_min", 11, _MINUTES),
        *_cause_columns(texts),
    )
    rows = tuple(
        (
            line.day,
            line.room or None,
            _naive(line.starts),
            _naive(line.ends),
            _naive(line.started),
            _naive(line.ended),
            _minutes(line.delay),
            *(_minutes(dict(line.causes).get(cause)) for cause in CAUSES),
        )
        for line in content.days
    )
    return Sheet("days", _("Days"), columns, rows, frozen=1)


def _delegations(content: PlannedActual, texts: NullTranslations) -> Sheet:
    _ = texts.gettext
    columns = (
        SheetColumn(_("Order"), "order", 8, WHOLE),
        SheetColumn(_("Code"), "code", 9),
        SheetColumn(_("Delegation"), "delegation", 40),
        SheetColumn(_("Category"), "category", 40),
        SheetColumn(_("Statements"), "statements", 11, WHOLE),
        SheetColumn(_("Speeches"), "speeches", 10, WHOLE),
        SheetColumn(_("Spoke (min)"), "spoke_min", 10, _MINUTES),
        SheetColumn(_("Over time (min)"), "overtime_min", 10, _MINUTES),
        SheetColumn(_("In writing"), "in_writing", 10),
    )
    rows = tuple(
        (
            one.order or None,
            one.code,
            one.name,
            _(CATEGORY_WORDS[one.category]),
            one.statements,
            one.speeches,
            _minutes(one.spoken),
            _minutes(one.overtime),
            _("yes") if one.written else None,
        )
        for one in content.delegations
    )
    return Sheet("delegations", _("Delegations"), columns, rows, frozen=3)


def _speeches(content: PlannedActual, texts: NullTranslations) -> Sheet:
    _ = texts.gettext
    columns = (
        SheetColumn(_("List of speakers"), "list", 40),
        SheetColumn(_("Order"), "order", 8, WHOLE),
        SheetColumn(_("Delegation"), "delegation", 36),
        SheetColumn(_("Category"), "category", 30),
        SheetColumn(_("Speech"), "speech", 15),
        SheetColumn(_("State"), "state", 13),
        SheetColumn(_("Began"), "began", 20, INSTANT),
        SheetColumn(_("Ended"), "ended", 20, INSTANT),
        SheetColumn(_("Limit (min)"), "limit_min", 9, _MINUTES),
        SheetColumn(_("Spoke (min)"), "spoke_min", 9, _MINUTES),
        SheetColumn(_("Paused (min)"), "paused_min", 9, _MINUTES),
        SheetColumn(_("Over time (min)"), "overtime_min", 9, _MINUTES),
        SheetColumn(_("Words"), "words", 8, WHOLE),
        SheetColumn(_("Note"), "note", 30),
    )
    rows = tuple(
        (
            one.topic,
            one.order or None,
            one.delegation,
            _(CATEGORY_WORDS[one.category]),
            _(SPEECH_WORDS[one.kind]),
            _(STATE_WORDS[one.state]),
            _naive(one.started),
            _naive(one.ended),
            _minutes(one.limit),
            _minutes(one.spoken) if one.started else None,
            _minutes(one.paused) if one.started else None,
            _minutes(one.overtime) if one.started else None,
            one.words,
            one.note or None,
        )
        for one in content.speeches
    )
    return Sheet("speeches", _("Speeches"), columns, rows, frozen=3)


def _acts(content: PlannedActual, texts: NullTranslations) -> Sheet:
    _ = texts.gettext
    columns = (
        SheetColumn(_("When"), "at", 20, INSTANT),
        SheetColumn(_("Item"), "item", 48),
        SheetColumn(_("What happened"), "act", 18),
        SheetColumn(_("Amount (min)"), "amount_min", 12, _MINUTES),
        SheetColumn(_("Reason"), "reason", 48),
        SheetColumn(_("By"), "by", 24),
    )
    rows = tuple(
        (
            _naive(one.at),
            one.item,
            _(ACTS[one.act]),
            _minutes(one.amount) if one.amount else None,
            one.reason or None,
            one.by,
        )
        for one in content.acts
    )
    return Sheet("record", _("Record"), columns, rows, frozen=2)


def _about(content: PlannedActual, texts: NullTranslations, imprint: Imprint, shown: Sequence[Sheet]) -> Sheet:
    """Return what this workbook is, when and from which meeting it was made, its rules and its columns."""
    _ = texts.gettext
    told: list[tuple[str, Cell]] = [
        (_("What it is"), _("Planned and actual times, derived from what was recorded while the meeting ran")),
        (_("Meeting"), imprint.meeting),
        (_("Made at"), _naive(imprint.made_at)),
        (_("Made by"), imprint.made_by),
        (_("Times"), _("On the clocks of {place}, zone {zone}").format(place=content.city, zone=content.zone)),
    ]
    if content.until is not None:
        told.append((_("Still running"), _naive(content.until)))
    return about_sheet(told, shown, texts, rules=_RULES, widths=(24, 40, 110))


def _cause_columns(texts: NullTranslations) -> Iterator[SheetColumn]:
    for cause, words in CAUSES.items():
        name = f"cause_{cause.replace(' ', '_')}_min"
        said = texts.gettext("Of it {cause} (min)").format(cause=texts.gettext(words))
        yield SheetColumn(said, name, 11, _MINUTES)


def _minutes(length: timedelta | None) -> float | None:
    return None if length is None else round(length.total_seconds() / 60, 2)


def _naive(instant: datetime | None) -> datetime | None:
    """Return an instant without its zone, as a spreadsheet wants it."""
    return None if instant is None else instant.replace(tzinfo=None, microsecond=0)

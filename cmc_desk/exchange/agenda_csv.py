"""The agenda as a text table of our own: one line for each item, everything that is planned of it, to be read back."""

from datetime import datetime, timedelta

from cmc_desk.reports.workbook import Sheet, SheetColumn, csv_of
from cmc_desk.rules.agenda_cells import joined, presenters_text
from cmc_desk.rules.meeting import ItemPlan
from cmc_desk.rules.published_agenda import PublishedAgenda
from cmc_desk.rules.typed_lengths import length_text

COLUMNS = (
    "key",
    "day",
    "starts",
    "ends",
    "length",
    "title",
    "kind",
    "room",
    "start_kind",
    "not_after",
    "end_kind",
    "minimum",
    "importance",
    "topic",
    "presenters",
    "points",
    "documents",
    "remark",
)


def agenda_csv(agenda: PublishedAgenda) -> bytes:
    """Return the table in UTF-8 with a byte order mark; its headings are for programs and the same in every language."""
    columns = tuple(SheetColumn(name, name) for name in COLUMNS)
    rows = tuple(_row(agenda, item) for item in agenda.items)
    return csv_of(Sheet(name="agenda", title="agenda", columns=columns, rows=rows))


def _row(agenda: PublishedAgenda, item: ItemPlan) -> tuple[str, ...]:
    return (
        item.key,
        item.day.isoformat(),
        _clock(item.starts),
        _clock(item.ends),
        length_text(item.ends - item.starts),
        item.title,
        str(item.kind),
        agenda.room(item.track),
        str(item.start_kind or ""),
        _clock(item.not_after),
        str(item.end_kind),
        _length(item.minimum),
        str(item.importance),
        item.topic,
        presenters_text(item.speakers, item.points),
        joined(item.points),
        joined(item.documents),
        item.remark,
    )


def _clock(instant: datetime | None) -> str:
    if instant is None:
        return ""
    return instant.strftime("%H:%M:%S" if instant.second else "%H:%M")


def _length(length: timedelta | None) -> str:
    return "" if length is None else length_text(length)

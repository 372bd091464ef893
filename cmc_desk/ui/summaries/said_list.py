"""A narrow list of entries: where and when in one line, and beneath it what was said."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.note_markup import plain
from cmc_desk.rules.notes import NoteEntry
from cmc_desk.ui.context import Facts
from cmc_desk.ui.days import day_words
from cmc_desk.ui.parts import draw
from cmc_desk.ui.parts.flag import paint_flag
from cmc_desk.ui.parts.row_list import RowList
from cmc_desk.ui.parts.row_paint import PAD
from cmc_desk.ui.summaries.kinds import look_of
from cmc_desk.ui.summaries.text_layout import laid
from cmc_desk.ui.theme import font

_ABOVE, _HEAD, _UNDER, _SIZE = 7, 18, 8, 13
_HEADING = 28
_MOST_LETTERS = 220


@dataclass(frozen=True, slots=True)
class SaidRow:
    """An entry, or with `heading` the item above its entries; `item` is where it stands."""

    key: str
    item: str
    text: str
    head: str = ""
    flag: str = ""
    tone: str = "slate"
    heading: bool = False

    @property
    def spoken(self) -> str:
        """What a screen reader says of it."""
        return f"{self.head} · {self.text}" if self.head else self.text


class SaidList(RowList[SaidRow]):
    """Arrows choose, Enter takes."""

    def __init__(self, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(
            _paint,
            key=lambda row: row.key,
            spoken=lambda row: row.spoken,
            name=name,
            height=52,
            measure=_height,
            ground=lambda row: "sand" if row.heading else "panel",
            parent=parent,
        )

    def step_entry(self, rows: int) -> None:
        """Choose the next entry, past the headings."""
        entries = [row.key for row in self.rows() if not row.heading]
        current = self.current()
        here = entries.index(current.key) if current is not None and current.key in entries else -1
        if entries:
            self.choose(entries[max(0, min(len(entries) - 1, here + rows))])

    def chosen_entry(self) -> SaidRow | None:
        """Return the chosen row if it is an entry."""
        row = self.current()
        return row if row is not None and not row.heading else None


def said_row(facts: Facts, entry: NoteEntry, *, head: str = "") -> SaidRow:
    """Return an entry as such a list shows it; `head` stands instead of time, speaker and kind."""
    written = entry.written
    speaker = "??" if written.unknown else facts.delegation_name(written.delegation) if written.delegation else ""
    parts = (facts.clock(entry.started_at), speaker, look_of(written.kind).words)
    text = plain(written.text)
    return SaidRow(
        entry.key,
        entry.item,
        text if len(text) <= _MOST_LETTERS else text[:_MOST_LETTERS].rstrip() + "…",
        head or " · ".join(part for part in parts if part),
        facts.flag(written.delegation) if written.delegation else "",
        "amberInk" if written.unknown else "slate",
    )


def by_item(facts: Facts, entries: Iterable[NoteEntry]) -> tuple[SaidRow, ...]:
    """Return entries under the titles of their items, with the day of each."""
    titles = {one.id: f"{day_words(one.day, 'ddd d MMM')} · {one.title}" for one in facts.agenda}
    rows: list[SaidRow] = []
    item = None
    for entry in entries:
        if entry.item != item:
            item = entry.item
            rows.append(SaidRow(f"item:{item}", item, titles.get(item, _("Removed item")), heading=True))
        rows.append(said_row(facts, entry))
    return tuple(rows)


def _height(row: SaidRow, width: int) -> int:
    if row.heading:
        return _HEADING
    return round(_ABOVE + _HEAD + laid(row.text, width - 2 * PAD, _SIZE, airy=False).height + _UNDER)


def _paint(painter: QPainter, rect: QRectF, row: SaidRow, _selected: bool) -> None:  # noqa: FBT001 - a RowPainter
    inner = rect.adjusted(PAD, 0, -PAD, 0)
    if row.heading:
        draw.text(painter, inner, row.text, size=12, bold=True, tone="slate")
        return
    head = QRectF(inner.x(), rect.y() + _ABOVE, inner.width(), _HEAD)
    if row.flag:
        paint_flag(painter, head.x(), head.center().y(), row.flag, 18)
        head.setLeft(head.x() + 25)
    draw.text(painter, head, draw.elided(row.head, font(12), head.width()), size=12, tone=row.tone)
    text = laid(row.text, int(inner.width()), _SIZE, airy=False)
    text.paint(painter, QPointF(inner.x(), rect.y() + _ABOVE + _HEAD), size=_SIZE)

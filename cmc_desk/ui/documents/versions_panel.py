"""The versions of a document, the newest first; Enter shows one."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cmc_desk.desk.draft_texts import draft_versions
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.drafts import DraftText, DraftVersion
from cmc_desk.rules.note_kinds import Decided
from cmc_desk.rules.refusal import Unavailable
from cmc_desk.ui.context import Context
from cmc_desk.ui.days import day_words
from cmc_desk.ui.documents.version_words import decided_words
from cmc_desk.ui.parts import draw
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.pane import Pane
from cmc_desk.ui.parts.row_list import RowList
from cmc_desk.ui.parts.row_paint import PAD
from cmc_desk.ui.parts.section_head import PaneHead


@dataclass(frozen=True, slots=True)
class VersionRow:
    """A version in words."""

    number: int
    label: str
    since: str
    told: str
    shown: bool = False


class VersionsPanel(Pane):
    """`taken` has the number of the version that is to be shown, `left` asks to be put away."""

    taken = Signal(object)
    left = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent=parent)
        self.context = context
        self.head = PaneHead(_("Versions"), side=True, ground="panel", height=48)
        back = DeskButton(_("Back"), key="Esc", size="small")
        back.clicked.connect(self.left)
        self.head.add(back)
        self.list: RowList[VersionRow] = RowList(
            _paint, key=lambda row: row.number, spoken=_spoken, name=_("Versions"), height=56
        )
        self.list.taken.connect(self._on_taken)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.list, 1)
        self.setFocusProxy(self.list)

    def open(self, text: DraftText, newest: int) -> None:
        """Show the versions of a document."""
        try:
            found = self.context.desk.read(draft_versions, draft=text.key)
        except Unavailable as trouble:
            self.context.say("amber", trouble.sentence)
            return
        shown = text.version.number if text.version is not None else newest
        self.list.set_rows(self._rows(found, shown), key=shown, first=True)

    def _rows(self, found: Sequence[DraftVersion], shown: int) -> tuple[VersionRow, ...]:
        return tuple(self._row(one, shown=one.number == shown) for one in reversed(found))

    def _row(self, one: DraftVersion, *, shown: bool) -> VersionRow:
        facts = self.context.facts
        local = facts.meeting.local(one.created_at)
        told = []
        if one.circulated_at is not None:
            sent = facts.meeting.local(one.circulated_at)
            told.append(_("circulated {day}").format(day=f"{day_words(sent.date(), 'd MMM')} {sent:%H:%M}"))
        if one.comments_until is not None:
            told.append(_("comments until {day}").format(day=day_words(one.comments_until, "d MMM")))
        if one.decided is not Decided.PENDING and one.decided_at is not None:
            told.append(f"{decided_words(one.decided)} {facts.clock(one.decided_at)}")
        if one.source:
            told.append(one.source)
        since = f"{day_words(local.date(), 'ddd d MMM')} {local:%H:%M}"
        return VersionRow(one.number, one.label, since, " · ".join(told), shown)

    def _on_taken(self, row: object) -> None:
        if isinstance(row, VersionRow):
            self.taken.emit(row.number)


def _spoken(row: VersionRow) -> str:
    return " · ".join(part for part in (row.label, row.since, row.told) if part)


def _paint(painter: QPainter, rect: QRectF, row: VersionRow, _selected: bool) -> None:  # noqa: FBT001 - a RowPainter
    inner = rect.adjusted(PAD, 7, -PAD, -6)
    upper = QRectF(inner.x(), inner.y(), inner.width(), 21)
    draw.text(painter, upper, row.label, size=14, bold=row.shown)
    draw.text(painter, upper, row.since, size=12, tone="slate", align=draw.RIGHT)
    lower = QRectF(inner.x(), inner.y() + 21, inner.width(), 20)
    draw.text(painter, lower, row.told or _("not circulated"), size=12, tone="slate")

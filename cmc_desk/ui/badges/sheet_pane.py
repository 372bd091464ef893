"""The middle of the Badges view: the very sheets that will be printed, and beneath them what is to be looked at first."""

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, QPointF, Signal
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from cmc_desk.desk.badge_sheets import BadgeSheets
from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext
from cmc_desk.rules.badge_design import BackSide, Stock
from cmc_desk.rules.badge_spots import Spot, spot_at, spots
from cmc_desk.ui.badges.queue_pane import TroubleBanner
from cmc_desk.ui.badges.warning_rows import HEIGHT, WarningRow, paint_warning, said_of, spoken, warning_rows
from cmc_desk.ui.parts.empty_state import EmptyState
from cmc_desk.ui.parts.page_marks import Mark
from cmc_desk.ui.parts.page_turner import PageTurner
from cmc_desk.ui.parts.pane import Pane
from cmc_desk.ui.parts.pdf_view import PdfView
from cmc_desk.ui.parts.row_list import RowList
from cmc_desk.ui.parts.section_head import PaneHead
from cmc_desk.ui.parts.text import Text
from cmc_desk.ui.task import Pool

_POINTS = 72 / 25.4
_PIXELS = 96 / 72
_MOST_WARNINGS = 3
_PAPERS = {(210.0, 297.0): "A4", (215.9, 279.4): "Letter", (105.0, 148.0): "A6"}


class SheetPane(Pane):
    """`pointed` names the person whose badge or warning somebody clicked."""

    pointed = Signal(str)

    def __init__(self, *, pool: Pool | None = None, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent=parent)
        self.turner = PageTurner(self)
        self.turner.words.hide()
        self.head = PaneHead("", right=self.turner, parent=self)
        self.view = PdfView(name=_("Badges as they will be printed"), whole=True, pool=pool, parent=self)
        self._nothing = EmptyState(icon="print", title=_("No badge is ticked"), parent=self)
        self.warnings: RowList[WarningRow] = RowList(
            paint_warning,
            key=lambda row: row.participant,
            spoken=spoken,
            name=_("To look at before printing"),
            height=HEIGHT,
            parent=self,
        )
        self._warned = Text(size=13, bold=True, tone="amberInk", parent=self)
        self._lower = Pane("panel", lines="t", parent=self)
        self.trouble = TroubleBanner(self)
        self._sheets: BadgeSheets | None = None
        self._spots: tuple[Spot, ...] = ()
        self._person = ""
        self._said: Mapping[str, str] = {}
        self._lay_out()
        self._connect()
        self.show_nothing(_("No badge is ticked"), _("Tick people at the left, or ask for blank badges."))

    def show_sheets(self, sheets: BadgeSheets, person: str) -> None:
        """Show the sheets at the badge of a person, or where they stood; what is to be looked at stands beneath."""
        page = self.view.page()
        self._sheets, self._spots, self._person = sheets, spots(sheets.run), person
        rows = warning_rows(sheets.warnings)
        self._said = said_of(rows)
        self.warnings.set_rows(rows)
        self._choose_warning(person)
        self._lower.setVisible(bool(rows))
        words = ngettext("{number} badge to look at first", "{number} badges to look at first", len(rows))
        self._warned.setText(words.format(number=len(rows)))
        self.warnings.setFixedHeight(HEIGHT * min(_MOST_WARNINGS, max(1, len(rows))))
        self._stack.setCurrentWidget(self.view)
        spot = self._spot_of(person)
        self._mark()
        self.view.show_pdf(sheets.content, page=spot.page if spot is not None else page)

    def show_nothing(self, title: str, sentence: str) -> None:
        """Show why there are no sheets."""
        self._sheets, self._spots, self._said = None, (), {}
        self.warnings.set_rows(())
        self._lower.hide()
        self._nothing.say(title, sentence)
        self._stack.setCurrentWidget(self._nothing)
        self.head.say(_("Sheets"))
        self.turner.show_page(0, 0)
        self.turner.words.hide()

    def show_person(self, person: str) -> None:
        """Turn to the badge of a person and outline it."""
        self._person = person
        self._choose_warning(person)
        spot = self._spot_of(person)
        self._mark()
        if spot is not None and spot.page != self.view.page():
            self.view.go_to(spot.page)

    def _choose_warning(self, person: str) -> None:
        if not self.warnings.choose(person):
            self.warnings.setCurrentIndex(QModelIndex())

    def _spot_of(self, person: str) -> Spot | None:
        return next((spot for spot in self._spots if spot.participant == person), None)

    def _mark(self) -> None:
        marks: dict[int, list[Mark]] = {}
        for spot in self._spots:
            box = spot.box
            place = (box.x * _POINTS, box.y * _POINTS, box.width * _POINTS, box.height * _POINTS)
            if spot.participant in self._said:
                marks.setdefault(spot.page, []).append(Mark(*place, self._said[spot.participant]))
            if spot.participant == self._person:
                marks.setdefault(spot.page, []).append(Mark(*place, "", tone="sea", shape=""))
        self.view.set_marks(marks)

    def _on_turned(self, page: int, pages: int) -> None:
        self.turner.show_page(page, pages)
        self.turner.words.hide()
        if self._sheets is None or not pages:
            return
        run = self._sheets.run
        duplex = run.back is BackSide.DUPLEX
        sheet, sheets = ((page + 1) // 2, pages // 2) if duplex else (page, pages)
        words = _("Sheet {sheet} of {sheets}").format(sheet=sheet, sheets=sheets)
        if duplex:
            words += " · " + (_("front") if page % 2 else _("back"))
        size = self.view.images.sizes[page - 1]
        shown = self.view.mat.pixels_wide(page - 1) / self.devicePixelRatioF() / (size.width * _PIXELS)
        self.head.say(words, right=shown_words(run.stock, round(100 * shown)))

    def _on_pressed(self, page: int, point: QPointF) -> None:
        spot = spot_at(self._spots, page, point.x() / _POINTS, point.y() / _POINTS)
        if spot is not None:
            self.pointed.emit(spot.participant)

    def _on_warning(self, row: object) -> None:
        if isinstance(row, WarningRow) and row.participant and row.participant != self._person:
            self.pointed.emit(row.participant)

    def _connect(self) -> None:
        self.turner.stepped.connect(self.view.step)
        self.view.turned.connect(self._on_turned)
        self.view.pressed.connect(self._on_pressed)
        self.warnings.chosen.connect(self._on_warning)
        self.warnings.taken.connect(self._on_warning)

    def _lay_out(self) -> None:
        self._stack = QStackedLayout()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._nothing)
        lower = QVBoxLayout(self._lower)
        lower.setContentsMargins(0, 7, 0, 0)
        lower.setSpacing(4)
        said = QVBoxLayout()
        said.setContentsMargins(16, 0, 16, 0)
        said.addWidget(self._warned)
        lower.addLayout(said)
        lower.addWidget(self.warnings)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.head)
        whole.addWidget(self.trouble)
        whole.addLayout(self._stack, 1)
        whole.addWidget(self._lower)


def shown_words(stock: Stock, share: int) -> str:
    """Return how large the paper is shown, and what it is called where it has a name."""
    paper = _PAPERS.get((stock.page_width, stock.page_height))
    if paper is None:
        return _("shown at {share} %").format(share=share)
    return _("{paper}, shown at {share} %").format(paper=paper, share=share)

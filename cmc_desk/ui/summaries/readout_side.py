"""Beside the lines of a read-out: where the chosen one comes from, which names are left in the text, and its versions."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from cmc_desk.desk.readouts import NamesLeft
from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext
from cmc_desk.rules.note_kinds import SummaryStatus
from cmc_desk.rules.note_markup import plain
from cmc_desk.rules.notes import NoteEntry
from cmc_desk.rules.papers import Format
from cmc_desk.rules.readouts import Issue, ReadoutLine
from cmc_desk.rules.word_difference import compared
from cmc_desk.ui.context import Facts
from cmc_desk.ui.parts import draw
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.callout import Callout
from cmc_desk.ui.parts.keycap import key_text
from cmc_desk.ui.parts.pane import Pane
from cmc_desk.ui.parts.row_list import RowList
from cmc_desk.ui.parts.row_paint import PAD
from cmc_desk.ui.parts.section_head import PaneHead
from cmc_desk.ui.parts.text import Text
from cmc_desk.ui.summaries.note_papers import PDF_KEY, TEXT_KEY, WORD_KEY
from cmc_desk.ui.summaries.readout_rows import word
from cmc_desk.ui.summaries.redline import RedlineArea
from cmc_desk.ui.summaries.said_list import SaidList, SaidRow, said_row

WIDTH = 348
ACCEPT_KEY, GATHERED_KEY, NAMES_KEY, DESPITE_KEY = "Alt+K", "Alt+U", "Alt+G", "Alt+Y"
SPOKEN_KEY, REOPEN_KEY = "Alt+S", "Alt+O"
STATUS_KEYS = {SummaryStatus.CIRCULATED: "Alt+I", SummaryStatus.CORRECTED: "Alt+C", SummaryStatus.FINAL: "Alt+F"}
_PAPER_KEYS = {Format.PDF: PDF_KEY, Format.DOCX: WORD_KEY, Format.TXT: TEXT_KEY}
_VERSION = 30
_MOST_VERSIONS = 3


@dataclass(frozen=True, slots=True)
class VersionRow:
    """A version that was read out or sent."""

    number: int
    words: str
    at: str


class ReadoutSide(Pane):
    """`issue_asked` says with which status a version is wanted, `paper_asked` in which form a paper is."""

    issue_asked = Signal(object)
    paper_asked = Signal(object)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__("panel", lines="l", parent=parent)
        self.setFixedWidth(WIDTH)
        self.head = PaneHead(_("Where it comes from"), side=True)
        self.stale = Callout("amber", parent=self)
        self.sources = SaidList(name=_("What the line comes from"))
        self.compared_head = Text(
            _("From what is read to what its sources say now"), size=12, tone="slate", parent=self
        )
        self.compared = RedlineArea(name=_("What is read, and what the sources say now"))
        self.accept = DeskButton(_("It stands"), key=ACCEPT_KEY, size="small", parent=self)
        self.gathered = DeskButton(_("Take the sources"), key=GATHERED_KEY, size="small", parent=self)
        self.guard = Callout("coral", parent=self)
        self.next_name = DeskButton(_("Next name"), key=NAMES_KEY, size="small", parent=self)
        self.despite = DeskButton(_("Issue it all the same"), key=DESPITE_KEY, kind="danger", size="small", parent=self)
        self.versions: RowList[VersionRow] = RowList(
            _paint_version,
            key=lambda row: row.number,
            spoken=lambda row: f"{row.words} · {row.at}",
            name=_("Versions"),
            height=_VERSION,
            ground=lambda _row: "sand",
            choosing=False,
        )
        self.spoken = DeskButton(_("It was read out"), key=SPOKEN_KEY, icon="speak", size="small", parent=self)
        self.statuses = {
            status: DeskButton(word(status), key=key, size="small", parent=self) for status, key in STATUS_KEYS.items()
        }
        self.reopen = DeskButton(_("Correct it again"), key=REOPEN_KEY, size="small", parent=self)
        for button in self.statuses.values():
            button.clicked.connect(self._on_status)
        self.papers = {
            Format.PDF: DeskButton(_("PDF"), key=PDF_KEY, size="small", show_key=False, parent=self),
            Format.DOCX: DeskButton("Word", key=WORD_KEY, size="small", show_key=False, parent=self),
            Format.TXT: DeskButton(_("Text"), key=TEXT_KEY, size="small", show_key=False, parent=self),
        }
        for form, button in self.papers.items():
            button.clicked.connect(partial(self.paper_asked.emit, form))
        self._lay_out()

    def show_line(self, facts: Facts, line: ReadoutLine | None, entries: Sequence[NoteEntry]) -> None:
        """Show what a line is made of, and how what is read differs from it."""
        rows = [said_row(facts, entry) for entry in entries]
        if line is not None and not rows and line.sources:
            rows = [SaidRow("gathered", line.item, plain(line.gathered), _("from the summaries of the items"))]
        if line is not None and not line.sources:
            rows = [SaidRow("added", "", _("Nobody’s words in the notes: this line was added by hand."))]
        self.sources.set_rows(rows)
        rewritten = line is not None and bool(line.rewritten) and bool(line.sources)
        stale = line is not None and line.stale
        self.stale.setVisible(stale)
        if stale:
            self.stale.say(_("Its sources have changed"), _("Nothing is written anew by itself: compare, and decide."))
        for part in (self.compared, self.compared_head):
            part.setVisible(rewritten)
        if line is not None and rewritten:
            self.compared.line.show_pieces(compared(plain(line.rewritten), plain(line.gathered)))
        self.accept.setVisible(stale)
        self.gathered.setVisible(rewritten)

    def show_guard(self, left: Sequence[NamesLeft], numbers: dict[str, int], *, despite: bool) -> None:
        """Show in words which names are left in the text, and in which of its lines."""
        self.guard.setVisible(bool(left))
        self.next_name.setVisible(bool(left))
        self.despite.setVisible(bool(left) and despite)
        if not left:
            return
        count = sum(len(one.found) for one in left)
        told = []
        for one in left:
            names = ", ".join(dict.fromkeys(f"“{name.words}”" for name in one.found))
            number = numbers.get(one.line, 0)
            told.append(_("{names} in line {number}").format(names=names, number=number) if number else names)
        words = ngettext("{number} name is left in the text", "{number} names are left in the text", count)
        self.guard.say(words.format(number=count), "; ".join(told))

    def show_versions(self, facts: Facts, found: Sequence[Issue], status: SummaryStatus, *, why_not: str) -> None:
        """Show the versions, the newest first, and which status it may have next; `why_not` says why none."""
        rows = [VersionRow(one.version, _version_words(one), facts.clock(one.at)) for one in reversed(found)]
        self.versions.set_rows(rows)
        self.versions.setFixedHeight(_VERSION * max(1, min(_MOST_VERSIONS, len(rows))))
        self.versions.setVisible(bool(rows))
        final = status is SummaryStatus.FINAL
        for button in self.statuses.values():
            button.setVisible(not final)
            button.allow(why_not=why_not)
        for button in (self.spoken, *self.papers.values()):
            button.allow(why_not=why_not)
        for form, button in self.papers.items():
            button.setToolTip(why_not or key_text(_PAPER_KEYS[form]))
        self.reopen.setVisible(final)

    def keys(self) -> Sequence[tuple[str, str]]:
        """Return the keys with what they do, for F1."""
        return (
            (key_text(ACCEPT_KEY), _("A rewritten line stands although its sources have changed")),
            (key_text(GATHERED_KEY), _("Let the sources speak again")),
            (key_text(NAMES_KEY), _("The next line in which a name is left")),
            (key_text(SPOKEN_KEY), _("It was read out: keep it word for word")),
            *((key_text(key), word(status)) for status, key in STATUS_KEYS.items()),
            (key_text(DESPITE_KEY), _("Issue it although names are left")),
            (key_text(REOPEN_KEY), _("Correct a final summary again")),
            (key_text(PDF_KEY), _("Make it as PDF")),
            (key_text(WORD_KEY), _("Make it as Word document")),
            (key_text(TEXT_KEY), _("Make it as plain text")),
        )

    def _on_status(self) -> None:
        button = self.sender()
        for status, one in self.statuses.items():
            if one is button:
                self.issue_asked.emit(status)

    def _lay_out(self) -> None:
        between = QHBoxLayout()
        between.setContentsMargins(16, 6, 16, 8)
        between.setSpacing(8)
        between.addWidget(self.accept)
        between.addWidget(self.gathered)
        between.addStretch(1)
        named = QHBoxLayout()
        named.setContentsMargins(16, 6, 16, 8)
        named.setSpacing(8)
        named.addWidget(self.next_name)
        named.addWidget(self.despite)
        named.addStretch(1)
        above = QVBoxLayout()
        above.setContentsMargins(16, 6, 16, 0)
        above.addWidget(self.compared_head)
        foot = Pane("sand", lines="t")
        grid = QGridLayout()
        grid.setContentsMargins(16, 8, 16, 10)
        grid.setSpacing(8)
        grid.addWidget(self.spoken, 0, 0)
        for place, button in enumerate(self.statuses.values(), 1):
            grid.addWidget(button, place // 2, place % 2)
        grid.addWidget(self.reopen, 2, 0, 1, 2)
        lower = QVBoxLayout(foot)
        lower.setContentsMargins(0, 1, 0, 0)
        lower.setSpacing(0)
        lower.addWidget(PaneHead(_("Versions"), side=True, height=30, lines=""))
        lower.addWidget(self.versions)
        lower.addLayout(grid)
        row = QHBoxLayout()
        row.setContentsMargins(16, 0, 16, 10)
        row.setSpacing(8)
        row.addWidget(Text(_("As a paper"), size=12, tone="slate"))
        row.addStretch(1)
        for button in self.papers.values():
            row.addWidget(button)
        lower.addLayout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.stale)
        column.addWidget(self.sources, 3)
        column.addLayout(above)
        column.addWidget(self.compared, 2)
        column.addLayout(between)
        column.addWidget(self.guard)
        column.addLayout(named)
        column.addWidget(foot)


def _version_words(issue: Issue) -> str:
    named = _("with names") if issue.attributed else _("without names")
    what = _("read out") if issue.spoken else word(issue.status)
    return f"{issue.version} · {what} · {named} · {issue.language.upper()}"


def _paint_version(painter: QPainter, rect: QRectF, row: VersionRow, _selected: bool) -> None:  # noqa: FBT001 - a RowPainter
    inner = rect.adjusted(PAD, 0, -PAD, 0)
    draw.text(painter, QRectF(inner.x(), inner.y(), inner.width() - 48, inner.height()), row.words, size=12)
    draw.text(painter, inner, row.at, size=12, tone="slate", align=draw.RIGHT)

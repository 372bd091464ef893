"""The middle of the editor: one block, written by hand where that is possible, compared with what its sources say."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QStackedLayout, QVBoxLayout, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.report_blocks import Block, Para, Side, Table, text_of
from cmc_desk.rules.word_difference import compared
from cmc_desk.ui.parts import draw
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.callout import Callout
from cmc_desk.ui.parts.chip import Chip, ChipLook
from cmc_desk.ui.parts.pane import Pane
from cmc_desk.ui.parts.row_model import Column
from cmc_desk.ui.parts.row_table import DENSE, RowTable
from cmc_desk.ui.parts.section_head import PaneHead
from cmc_desk.ui.parts.text import Text
from cmc_desk.ui.report.places import Source
from cmc_desk.ui.report.words import block_name
from cmc_desk.ui.report.written_text import WrittenText
from cmc_desk.ui.summaries.redline import RedlineArea
from cmc_desk.ui.theme import font

_SIDES = {Side.LEFT: draw.LEFT, Side.CENTRE: draw.MIDDLE, Side.RIGHT: draw.RIGHT}
_PARAGRAPH = "\u2029"
_Cells = tuple[int, tuple[str, ...]]


class BlockPane(Pane):
    """`kept` brings the text that is to stand, `accepted` and `reverted` what becomes of a text by hand; `source_asked` goes where it comes from."""

    kept = Signal(str)
    accepted = Signal()
    reverted = Signal()
    source_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent=parent)
        self.block: Block | None = None
        self._locked = ""
        self.chip = Chip(parent=self)
        self.head = PaneHead(side=True, height=48, ground="panel", right=self.chip, parent=self)
        self.stale = Callout("amber", parent=self)
        self.text = WrittenText(self)
        self.text.setFont(font(16))
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(_("Text of the paragraph"))
        self.keep = DeskButton(_("Keep"), key="Ctrl+Return", kind="primary", parent=self)
        self.accept = DeskButton(_("Accept"), key="Alt+A", icon="check", parent=self)
        self.revert = DeskButton(_("As the sources say"), key="Alt+T", icon="undo", parent=self)
        self.compare = DeskButton(_("Compare"), key="Alt+V", parent=self)
        self.compare.setCheckable(True)
        self.source = DeskButton(_("Where it comes from"), key="Alt+G", icon="next", parent=self)
        self.hint = Text(
            _("*strong*, _emphasis_, lines that begin with “- ” are points"), size=12, tone="slate", parent=self
        )
        self.gathered = Text(
            size=14, wrap=True, align=Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, parent=self
        )
        self.difference = RedlineArea(name=_("From what the sources say to what stands"), parent=self)
        self.follows = Text(size=13, tone="slate", wrap=True, parent=self)
        self._beneath = Text(size=12, tone="slate", parent=self)
        self._table: RowTable[_Cells] | None = None
        self._fixed = QWidget(self)
        self._fixed_text = QPlainTextEdit(self)
        self._fixed_text.setReadOnly(True)
        self._fixed_text.setFont(font(14))
        self._fixed_text.setAccessibleName(_("Text of this block"))
        self._lay_out()
        self.text.textChanged.connect(self._on_typed)
        self.keep.clicked.connect(self._on_keep)
        self.accept.clicked.connect(self.accepted)
        self.revert.clicked.connect(self.reverted)
        self.compare.toggled.connect(self._show_beneath)
        self.source.clicked.connect(self.source_asked)
        self.show_block(None, None)

    @property
    def dirty(self) -> bool:
        """Whether anything is typed that does not stand in the report yet."""
        para = self.block
        return isinstance(para, Para) and para.open and not self._locked and self.typed() != para.text.strip()

    def typed(self) -> str:
        """Return what stands in the field, with its no-break spaces."""
        return self.text.document().toRawText().replace(_PARAGRAPH, "\n").strip()

    def stands(self, text: str) -> None:
        """Learn that a text stands in the report now, before it is read again."""
        if isinstance(self.block, Para):
            self.block = replace(self.block, text=text or self.block.gathered)
            self.forget()
            self._on_typed()

    def forget(self) -> None:
        """Forget what was typed and does not stand in the report yet."""
        if isinstance(self.block, Para) and self.typed() != self.block.text.strip():
            self.text.setPlainText(self.block.text)

    def show_block(self, block: Block | None, source: Source | None, *, locked: str = "") -> None:
        """Show a block; what is being typed of the same one stays. `locked` says why nothing can be changed."""
        same = block is not None and self.block is not None and block.key == self.block.key
        typing = same and self.dirty
        self.block, self._locked = block, locked
        self.source.setVisible(source is not None)
        self.source.setToolTip(source.words if source is not None else "")
        if block is None:
            self.head.say(_("No block is chosen"))
            self.chip.hide()
            self._stack.setCurrentIndex(2)
            return
        self.head.say(block_name(block))
        self._show_chip(block)
        if isinstance(block, Para) and block.open:
            if not typing:
                self.forget()
            self.text.setReadOnly(bool(locked))
            self._stack.setCurrentIndex(0)
            self._show_stale(block)
            self._on_typed()
        else:
            words = source.words if source is not None else _("the program")
            self.follows.setText(
                _("It follows its sources: change it where it comes from, in {place}.").format(place=words)
            )
            self._show_fixed(block)
            self._stack.setCurrentIndex(1)

    def _show_chip(self, block: Block) -> None:
        look = None
        if block.left_out:
            look = ChipLook(_("Left out"), "absent")
        elif isinstance(block, Para) and block.stale:
            look = ChipLook(_("Sources changed"), "warning")
        elif isinstance(block, Para) and block.written:
            look = ChipLook(_("By hand"), "info", icon="summaries")
        self.chip.setVisible(look is not None)
        if look is not None:
            self.chip.set_look(look)

    def _show_stale(self, para: Para) -> None:
        self.stale.setVisible(para.stale)
        self.accept.setVisible(para.stale)
        if para.stale:
            self.stale.say(
                _("The sources have changed since this was written"),
                _("Compare, then accept the text as it stands, change it, or let the sources speak again."),
            )
        self.accept.allow(why_not=self._locked)
        self.revert.allow(why_not=self._locked or ("" if para.written else _("It says what the sources say.")))

    def _show_beneath(self) -> None:
        para = self.block
        if not isinstance(para, Para):
            return
        on = self.compare.isChecked()
        self.difference.setVisible(on)
        self.gathered.setVisible(not on)
        self._beneath.setText(_("From what the sources say to what stands here") if on else _("What the sources say"))
        self.gathered.setText(para.gathered)
        if on:
            self.difference.line.show_pieces(compared(para.gathered, self.typed()))

    def _show_fixed(self, block: Block) -> None:
        if self._table is not None:
            self._fixed_column.removeWidget(self._table)
            self._table.hide()
            self._table.deleteLater()
            self._table = None
        table = isinstance(block, Table)
        self._fixed_text.setVisible(not table)
        if isinstance(block, Table):
            self._table = _table(block, self._fixed)
            self._fixed_column.insertWidget(1, self._table, 1)
        else:
            self._fixed_text.setPlainText(text_of(block))

    def _on_typed(self) -> None:
        self.keep.allow(why_not=self._locked or ("" if self.dirty else _("Nothing was changed here.")))
        self._show_beneath()

    def _on_keep(self) -> None:
        self.kept.emit(self.typed())

    def _lay_out(self) -> None:
        edit = QWidget(self)
        field = QVBoxLayout()
        field.setContentsMargins(16, 12, 16, 0)
        field.setSpacing(6)
        field.addWidget(self.text, 3)
        field.addWidget(self.hint)
        acts = QHBoxLayout()
        acts.setContentsMargins(16, 10, 16, 12)
        acts.setSpacing(8)
        for button in (self.keep, self.accept, self.revert, self.compare):
            acts.addWidget(button)
        acts.addStretch(1)
        lower = Pane("sand", lines="t", parent=edit)
        beneath = QVBoxLayout(lower)
        beneath.setContentsMargins(16, 10, 16, 12)
        beneath.setSpacing(6)
        beneath.addWidget(self._beneath)
        beneath.addWidget(self.gathered, 1)
        beneath.addWidget(self.difference, 1)
        column = QVBoxLayout(edit)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.stale)
        column.addLayout(field, 3)
        column.addLayout(acts)
        column.addWidget(lower, 2)
        self._fixed_column = QVBoxLayout(self._fixed)
        self._fixed_column.setContentsMargins(16, 12, 16, 12)
        self._fixed_column.setSpacing(10)
        self._fixed_column.addWidget(self.follows)
        self._fixed_column.addWidget(self._fixed_text, 1)
        holder = QWidget(self)
        self._stack = QStackedLayout(holder)
        for widget in (edit, self._fixed, QWidget(holder)):
            self._stack.addWidget(widget)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 8, 16, 10)
        foot.addWidget(self.source)
        foot.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.head)
        whole.addWidget(holder, 1)
        whole.addLayout(foot)


def _table(block: Table, parent: QWidget) -> RowTable[_Cells]:
    """Return the rows of a table of the report in a table of ours."""
    total = sum(column.share for column in block.columns) or 1.0
    columns: Sequence[Column[_Cells]] = [
        Column(
            column.title,
            partial(_cell, place),
            0 if place == 0 else round(480 * column.share / total),
            _SIDES[column.side],
            size=13,
        )
        for place, column in enumerate(block.columns)
    ]
    table: RowTable[_Cells] = RowTable(
        columns, key=lambda row: row[0], name=_("Rows of the table"), height=DENSE, parent=parent
    )
    table.set_rows(list(enumerate(block.rows)))
    return table


def _cell(place: int, row: _Cells) -> str:
    return row[1][place] if place < len(row[1]) else ""

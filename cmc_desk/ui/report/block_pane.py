"""The middle of the editor: one block, written by hand where that is possible, compared with what its sources say."""

from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QStackedLayout, QVBoxLayout, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.report_blocks import Block, Figure, Para, Table, text_of
from cmc_desk.rules.word_difference import compared
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.callout import Callout
from cmc_desk.ui.parts.chip import Chip, ChipLook
from cmc_desk.ui.parts.pane import Pane
from cmc_desk.ui.parts.section_head import PaneHead
from cmc_desk.ui.parts.text import Text
from cmc_desk.ui.report.places import Source
from cmc_desk.ui.report.table_text import TableText
from cmc_desk.ui.report.words import block_name
from cmc_desk.ui.summaries.redline import RedlineArea
from cmc_desk.ui.theme import font
from cmc_desk.ui.written_text import WrittenText

_PARAGRAPH = "\u2029"


class _Paragraph(WrittenText):
    """The text of a paragraph: whoever comes to it by a key goes on with what stands there, which a click does not say.

    `entered` says that somebody has come to it, `left` that Esc was pressed in it.
    """

    entered = Signal()
    left = Signal()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()
        by_key = event.reason() in (
            Qt.FocusReason.TabFocusReason,
            Qt.FocusReason.BacktabFocusReason,
            Qt.FocusReason.ShortcutFocusReason,
            Qt.FocusReason.OtherFocusReason,
        )
        if by_key and not self.textCursor().position():
            self.moveCursor(QTextCursor.MoveOperation.End)

    def event(self, event: QEvent) -> bool:
        # Esc is the text's before it is the editor's.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_escape(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _is_escape(event):
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _is_escape(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_Escape and event.modifiers() == Qt.KeyboardModifier.NoModifier


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
        self.text = _Paragraph(self)
        self.text.setFont(font(16))
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(_("Text of the paragraph"))
        self.keep = DeskButton(_("Keep"), key="Ctrl+Return", kind="primary", parent=self)
        self.accept = DeskButton(_("Accept"), key="Alt+A", icon="check", parent=self)
        self.revert = DeskButton(_("As the sources say"), key="Alt+T", icon="undo", size="small", parent=self)
        self.compare = DeskButton(_("Compare"), key="Alt+V", size="small", parent=self)
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
        self._table = TableText(self)
        self._fixed = QWidget(self)
        self._foot = Pane("panel", lines="t", parent=self)
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

    def write(self, text: str) -> None:
        """Let a text stand in the field as if it was typed; Ctrl+Z brings back what stood there."""
        cursor = self.text.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)

    def forget(self) -> None:
        """Forget what was typed and does not stand in the report yet."""
        if isinstance(self.block, Para) and self.typed() != self.block.text.strip():
            self.text.setPlainText(self.block.text)

    def show_block(self, block: Block | None, source: Source | None, *, locked: str = "") -> None:
        """Show a block; what is being typed of the same one stays. `locked` says why nothing can be changed."""
        same = block is not None and self.block is not None and block.key == self.block.key
        typing = same and self.dirty
        self.block, self._locked = block, locked
        self._foot.setVisible(source is not None)
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
        self._beneath.setText(_("From the sources to what stands here") if on else _("What the sources say"))
        self.gathered.setText(para.gathered)
        if on:
            self.difference.line.show_pieces(compared(para.gathered, self.typed()))

    def _show_fixed(self, block: Block) -> None:
        self._fixed_text.setVisible(not isinstance(block, Table))
        self._table.setVisible(isinstance(block, Table))
        if isinstance(block, Table):
            self._table.show_table(block)
        else:
            # What a chart shows, whoever writes a report reads; it is seen in the paper.
            self._fixed_text.setPlainText(block.spoken if isinstance(block, Figure) else text_of(block))

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
        acts.addWidget(self.keep)
        acts.addWidget(self.accept)
        acts.addStretch(1)
        lower = Pane("sand", lines="t", parent=edit)
        beneath = QVBoxLayout(lower)
        beneath.setContentsMargins(16, 10, 16, 12)
        beneath.setSpacing(6)
        said = QHBoxLayout()
        said.setSpacing(8)
        said.addWidget(self._beneath, 1)
        said.addWidget(self.compare)
        said.addWidget(self.revert)
        beneath.addLayout(said)
        beneath.addWidget(self.gathered, 1)
        beneath.addWidget(self.difference, 1)
        column = QVBoxLayout(edit)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.stale)
        column.addLayout(field, 3)
        column.addLayout(acts)
        column.addWidget(lower, 2)
        fixed = QVBoxLayout(self._fixed)
        fixed.setContentsMargins(16, 12, 16, 12)
        fixed.setSpacing(10)
        fixed.addWidget(self.follows)
        fixed.addWidget(self._fixed_text, 1)
        fixed.addWidget(self._table, 1)
        holder = QWidget(self)
        self._stack = QStackedLayout(holder)
        for widget in (edit, self._fixed, QWidget(holder)):
            self._stack.addWidget(widget)
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(16, 8, 16, 10)
        foot.addWidget(self.source)
        foot.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.head)
        whole.addWidget(holder, 1)
        whole.addWidget(self._foot)

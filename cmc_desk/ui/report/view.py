"""The editor of the report: its blocks at the left, the chosen one in the middle, where the report stands at the right."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from cmc_desk.desk.report_sight import ReportSight
from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import texts
from cmc_desk.rules.report_blocks import Block, Para
from cmc_desk.ui.context import Context
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.keycap import key_text
from cmc_desk.ui.parts.pane import Pane
from cmc_desk.ui.parts.segment import Option, Segment
from cmc_desk.ui.report import acts
from cmc_desk.ui.report.block_pane import BlockPane
from cmc_desk.ui.report.block_rows import BlockRow, block_rows
from cmc_desk.ui.report.blocks_pane import BlocksPane
from cmc_desk.ui.report.correcting import Correcting
from cmc_desk.ui.report.corrections_pane import CorrectionsPane
from cmc_desk.ui.report.issuing import Issuing
from cmc_desk.ui.report.places import source_of
from cmc_desk.ui.report.put_by import PutBy
from cmc_desk.ui.report.standing_pane import StandingPane
from cmc_desk.ui.report.words import why_not_changed

_SIDE = 300
STANDING, CORRECTIONS = "standing", "corrections"


class ReportView(QWidget):
    """`left` gives the place back to the papers, `issue_asked` brings a version that is to be looked at."""

    left = Signal()
    issue_asked = Signal(object)

    def __init__(self, context: Context, issuing: Issuing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.issuing = issuing
        self.sight: ReportSight | None = None
        self._wanted = self._correction = ""
        self._then: Callable[[], None] | None = None
        self.blocks = BlocksPane(self)
        self.block = BlockPane(self)
        self._put_by = PutBy(context, self.block)
        self.standing = StandingPane()
        # Nothing goes out that was not read yet.
        self.standing.setEnabled(False)
        self.corrections = CorrectionsPane()
        self.correcting = Correcting(context, self.corrections, self)
        self.parts = Segment(name=_("What is shown beside the block"), even=True, parent=self)
        self.turn = DeskButton("", key="F7", kind="quiet", size="tight", parent=self)
        self.turn.setAccessibleName(_("Where it stands, or its corrections"))
        self._lay_out()
        self._connect()
        self._offer_parts(0)
        self.setFocusProxy(self.blocks)

    def show_sight(self, sight: ReportSight) -> None:
        """Show the report as it stands now; what is being typed stays."""
        self.sight = sight
        rows = block_rows(sight.tree.blocks, sight.standing.left_out, texts(sight.standing.language))
        today = self.context.facts.meeting.local(self.context.now()).date()
        self.standing.setEnabled(True)
        self.standing.show_sight(sight, today=today)
        self.corrections.show_standing(self.context.facts, sight.standing)
        if self._correction:
            # One that is not there after this reading either was removed: nobody is led back to it again.
            self.open_correction(self._correction)
            self._correction = ""
        self._offer_parts(len(sight.standing.open_corrections))
        self.blocks.show_blocks(rows)
        if self._wanted:
            self.open_block(self._wanted)
        self._show_block()
        then, self._then = self._then, None
        if then is not None:
            then()

    def open_block(self, key: str) -> None:
        """Show a block, as soon as it is known; no key leaves the one that is chosen."""
        self._wanted = key
        if self.sight is not None and key and self.blocks.choose(key):
            self._wanted = ""

    def open_correction(self, key: str) -> None:
        """Show the corrections, at one of them if its key is known."""
        self.show_part(CORRECTIONS)
        # One that was just recorded elsewhere is known only when the report was read again.
        self._correction = "" if self.corrections.list.choose(key) else key

    def show_part(self, part: str) -> None:
        """Show where the report stands, or its corrections."""
        self.parts.blockSignals(True)  # noqa: FBT003 - Qt's own
        self.parts.choose(part)
        self.parts.blockSignals(False)  # noqa: FBT003 - Qt's own
        self._side.setCurrentIndex(part == CORRECTIONS)

    def leave(self) -> None:
        """Put by what is typed and was not kept: it stands there again for whoever comes back to it."""
        self._put_by.put(self.sight)

    def keys(self) -> Sequence[tuple[str, str]]:
        """Return the keys of the editor with what they do."""
        return (
            (key_text("Space"), _("Leave the block out, or take it in again")),
            (key_text("Return"), _("Write the paragraph by hand")),
            (key_text("Ctrl+Return"), _("Keep the text")),
            (key_text("Alt+A"), _("Accept the text although its sources have changed")),
            (key_text("Alt+T"), _("Let the sources speak again")),
            (key_text("Alt+V"), _("Compare with what the sources say")),
            (key_text("Alt+G"), _("Go where the block comes from")),
            ("F8", _("Next block whose sources have changed")),
            ("F7", _("Where it stands, or its corrections")),
            (key_text("Alt+U"), _("Circulate")),
            (key_text("Alt+S"), _("Sign off for the host")),
            (key_text("Alt+N"), _("Make it final, or issue the final one in another language")),
            (key_text("Alt+O"), _("Reopen it, or the correction")),
            (key_text("Ctrl+N"), _("A new correction")),
            (key_text("Alt+R"), _("Record or settle the correction")),
            (key_text("Alt+I"), _("Issue a corrigendum")),
            (key_text("Alt+P"), _("Go to the paragraph of the correction")),
            (key_text("Alt+X"), _("Remove the correction")),
            (key_text("Esc"), _("From the text to the blocks, from these to the papers")),
        )

    def _offer_parts(self, number: int) -> None:
        self.parts.set_options((Option(STANDING, _("Status")), Option(CORRECTIONS, _("Corrections"), number or None)))

    def _chosen(self) -> Block | None:
        row = self.blocks.list.current()
        return self.sight.tree.block(row.key) if self.sight is not None and row is not None else None

    def _show_block(self) -> None:
        block = self._chosen()
        locked = why_not_changed(self.sight.standing) if self.sight is not None else ""
        source = source_of(self.context.facts, block.key) if block is not None else None
        self.block.show_block(block, source, locked=locked)

    def _keep_typed(self) -> bool:
        """Keep what is typed of the block that is shown, before another one is; say whether nothing is lost."""
        if not self.block.dirty:
            return True
        return self._keep(self.block.typed())

    def _keep(self, text: str) -> bool:
        block, sight = self.block.block, self.sight
        done = isinstance(block, Para) and sight is not None and acts.keep(self.context, sight.standing, block, text)
        if done:
            self.block.stands(text)
        return done

    def _on_text_left(self) -> None:
        self.leave()
        self.blocks.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_text_entered(self) -> None:
        self._put_by.bring_back(self.sight)

    def _on_row(self, row: object) -> None:
        if not isinstance(row, BlockRow) or (self.block.block is not None and row.key == self.block.block.key):
            return
        before = self.block.block
        if not self._keep_typed() and before is not None:
            self.blocks.choose(before.key)
            return
        self._show_block()

    def _on_taken(self, _row: object) -> None:
        if isinstance(self.block.block, Para) and self.block.block.open:
            self.block.text.setFocus(Qt.FocusReason.OtherFocusReason)
            # What is added by hand mostly goes on with what stands there.
            self.block.text.moveCursor(QTextCursor.MoveOperation.End)

    def _on_switched(self, row: object) -> None:
        if isinstance(row, BlockRow) and self.sight is not None and self._keep_typed():
            acts.switch(self.context, self.sight.standing, row)

    def _on_kept(self, text: str) -> None:
        self._keep(text)

    def _on_accepted(self) -> None:
        para = self.block.block
        if self.sight is not None and isinstance(para, Para) and self._keep_typed():
            acts.accept(self.context, self.sight.standing, para)

    def _on_reverted(self) -> None:
        self._keep("")

    def _on_source(self) -> None:
        block = self.block.block
        source = source_of(self.context.facts, block.key) if block is not None else None
        if source is not None and self._keep_typed():
            self.context.go(source.page, source.what)

    def _on_language(self, language: str) -> None:
        if self._keep_typed():
            acts.set_language(self.context, language)

    def _on_naming(self, attributed: bool) -> None:  # noqa: FBT001 - a slot
        if self._keep_typed():
            acts.set_naming(self.context, attributed=attributed)

    def _on_circulate(self) -> None:
        pane = self.standing
        if self._all_shown(self._on_circulate):
            acts.circulate(self.issuing, self._seen(), pane.typed_until, pane.say_problem, pane.taken)

    def _on_sign(self) -> None:
        pane = self.standing
        if self._all_shown(self._on_sign):
            acts.sign_off(self.issuing, self._seen(), pane.by.text(), pane.say_problem, pane.taken)

    def _seen(self) -> str:
        return self.sight.digest if self.sight is not None else ""

    def _all_shown(self, act: Callable[[], None]) -> bool:
        """Say whether the report is shown as it stands; what was being typed is kept first, and `act` waits until it is read with it."""
        if not self.block.dirty:
            return self._then is None
        before = self.sight
        if self._keep_typed() and self.sight is before:
            self._then = act
            self.context.say("quiet", _("The report is being read …"))
            return False
        return self.sight is not before

    def _on_final(self) -> None:
        if self.sight is not None:
            acts.finish(self.issuing, self.sight.standing.status, self.standing.editions.wanted())

    def _on_reopen(self) -> None:
        acts.reopen(self.context)

    def _on_found(self, key: str, number: str) -> None:
        """Show the paragraph that had this number in the version that is to be corrected."""
        if key and self.sight is not None and self.sight.tree.block(key) is not None:
            self.open_block(key)
        else:
            self.context.say("amber", _("The report has no such paragraph any more: "), number)

    def _on_turn(self) -> None:
        self.show_part(STANDING if self._side.currentIndex() else CORRECTIONS)

    def _connect(self) -> None:
        self.blocks.chosen.connect(self._on_row)
        self.blocks.taken.connect(self._on_taken)
        self.blocks.switched.connect(self._on_switched)
        self.blocks.left.connect(self.left)
        self.block.text.left.connect(self._on_text_left)
        self.block.text.entered.connect(self._on_text_entered)
        self.block.kept.connect(self._on_kept)
        self.block.accepted.connect(self._on_accepted)
        self.block.reverted.connect(self._on_reverted)
        self.block.source_asked.connect(self._on_source)
        self.parts.chosen.connect(self.show_part)
        self.turn.clicked.connect(self._on_turn)
        self.standing.language_picked.connect(self._on_language)
        self.standing.naming_picked.connect(self._on_naming)
        self.standing.circulate_asked.connect(self._on_circulate)
        self.standing.sign_asked.connect(self._on_sign)
        self.standing.final_asked.connect(self._on_final)
        self.standing.reopen_asked.connect(self._on_reopen)
        self.standing.issue_asked.connect(self.issue_asked)
        self.standing.busy.cancel_asked.connect(self.issuing.cancel)
        self.issuing.progressed.connect(self.standing.show_progress)
        self.issuing.rested.connect(self.standing.show_rest)
        self.correcting.found.connect(self._on_found)
        # Before the window is closed, and before everything is read.
        self.context.settling.connect(self._keep_typed)

    def _lay_out(self) -> None:
        side = Pane("panel", lines="l", parent=self)
        side.setFixedWidth(_SIDE)
        head = Pane("panel", lines="b", parent=side)
        head.setFixedHeight(48)
        top = QHBoxLayout(head)
        top.setContentsMargins(16, 0, 12, 1)
        top.setSpacing(8)
        top.addWidget(self.parts, 1)
        top.addWidget(self.turn)
        holder = QWidget(side)
        self._side = QStackedLayout(holder)
        self._side.addWidget(self.standing)
        self._side.addWidget(self.corrections)
        column = QVBoxLayout(side)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(holder, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.blocks)
        row.addWidget(self.block, 1)
        row.addWidget(side)

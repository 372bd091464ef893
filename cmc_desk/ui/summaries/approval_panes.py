"""What the approval is made of: how far it has come above, the list, the acts beneath it, and what one of them asks for."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from cmc_desk.desk.approval import ApprovalStanding
from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import pgettext
from cmc_desk.rules.recommendation_words import LANGUAGES
from cmc_desk.ui.context import Context
from cmc_desk.ui.parts.bars import Bar, BarPiece
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.empty_state import EmptyState
from cmc_desk.ui.parts.keycap import KeyCap, key_text, sequences
from cmc_desk.ui.parts.pane import Pane
from cmc_desk.ui.parts.segment import Option, Segment
from cmc_desk.ui.parts.text import Text
from cmc_desk.ui.summaries.amend_panel import AmendPanel, DeferPanel
from cmc_desk.ui.summaries.note_papers import PDF_KEY, WORD_KEY
from cmc_desk.ui.summaries.page_parts import PagePart
from cmc_desk.ui.summaries.reading_view import ALONE_KEY, STAGE_KEY
from cmc_desk.ui.summaries.readout_head import LANGUAGE_KEY
from cmc_desk.ui.summaries.recommendation_rows import RecommendationList
from cmc_desk.ui.summaries.slots_pane import RECOMMENDATIONS_KEY

LETTERS, LETTERS_ALONE = 18, 24


class ApprovalPanes(PagePart):
    """Shows the approval; what its keys do is the view's."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.standing: ApprovalStanding | None = None
        self.title = Text(_("Approval of recommendations"), size=20, bold=True)
        self.progress = Text(size=13, tone="slate")
        self.bar = Bar(name=_("Recommendations that are decided"), height=8)
        self.time = Text(size=20, bold=True)
        self.languages = Segment(name=_("Language of the list"))
        self.languages.set_options([self.language_option(one) for one in LANGUAGES])
        self.list = RecommendationList(name=_("Recommendations"), size=LETTERS)
        self.approve = DeskButton(pgettext("recommendation", "Approved"), key="A", icon="check", kind="primary")
        self.amend = DeskButton(_("As amended"), key="M", icon="summaries")
        self.defer = DeskButton(_("Deferred"), key="D", icon="clock")
        self.reopen = DeskButton(_("Reopen"), key="O", icon="undo")
        self.next_button = DeskButton(_("Next"), key="Return", icon="next", bind=False)
        self.stage = DeskButton(_("Stage"), key=STAGE_KEY, icon="screen", size="small")
        self.stage.setAccessibleName(_("On the stage"))
        self.stage.setCheckable(True)
        self.alone = DeskButton(_("Full screen"), key=ALONE_KEY, size="small")
        self.alone.setCheckable(True)
        self.pdf = DeskButton(_("PDF"), key=PDF_KEY, size="small", show_key=False)
        self.word = DeskButton("Word", key=WORD_KEY, size="small", show_key=False)
        self.write = DeskButton(_("Write"), key=RECOMMENDATIONS_KEY, icon="bulb", size="small")
        self.write.setAccessibleName(_("Write recommendations"))
        self.back = DeskButton(_("Back"), key="Esc", size="small")
        self.amending = AmendPanel()
        self.deferring = DeferPanel()
        self.empty_write = DeskButton(_("Write the first one"), icon="bulb")
        self.empty = EmptyState(
            icon="gavel",
            title=_("No recommendation is written yet"),
            sentence=_("Those that are written stand here, ready to be approved line by line."),
            button=self.empty_write,
        )
        turn = QShortcut(self)
        turn.setKeys(sequences(LANGUAGE_KEY))
        turn.activated.connect(self._turn_language)
        self._stack = QStackedWidget()
        self._lay_out()
        self.setFocusProxy(self.list)

    def language_option(self, code: str) -> Option:
        """Return a language as it can be chosen."""
        return Option(code, code.upper())

    def show_standing(self, standing: ApprovalStanding) -> None:
        """Show how far the approval has come."""
        self.standing = standing
        self.progress.setText(progress_words(standing))
        pieces = (
            BarPiece(standing.approved, "leaf"),
            BarPiece(standing.amended, "sea"),
            BarPiece(standing.deferred, "amber", "hatched"),
        )
        self.bar.set_pieces(pieces, max(1, standing.lines))
        self.show_list(shown=bool(standing.lines))
        nothing = "" if standing.lines else _("There is no recommendation yet.")
        for button, key in ((self.pdf, PDF_KEY), (self.word, WORD_KEY)):
            button.allow(why_not=nothing)
            button.setToolTip(nothing or key_text(key))

    def show_list(self, *, shown: bool) -> None:
        """Show the lines, or that there is none."""
        self._stack.setCurrentWidget(self.list if shown else self.empty)

    def show_panel(self, panel: QWidget) -> None:
        """Show what an act asks for, in the place of the acts."""
        for one in (self.amending, self.deferring):
            one.setVisible(one is panel)
        self._foot.hide()
        self.list.setEnabled(False)

    def close_panels(self) -> None:
        """Show the acts again."""
        self.amending.hide()
        self.deferring.hide()
        self._foot.show()
        self.list.setEnabled(True)
        if self.isVisible():
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _turn_language(self) -> None:
        here = LANGUAGES.index(self.languages.key())
        self.languages.choose(LANGUAGES[(here + 1) % len(LANGUAGES)])

    def _lay_out(self) -> None:
        head = Pane("panel", lines="b")
        head.setFixedHeight(64)
        told = QVBoxLayout()
        told.setSpacing(4)
        told.addStretch(1)
        self.progress.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        told.addWidget(self.progress)
        told.addWidget(self.bar)
        told.addStretch(1)
        row = QHBoxLayout(head)
        row.setContentsMargins(20, 0, 20, 1)
        row.setSpacing(16)
        row.addWidget(self.title)
        row.addLayout(told, 1)
        row.addWidget(self.languages)
        row.addWidget(KeyCap(key_text(LANGUAGE_KEY)))
        row.addWidget(self.time)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.empty)
        self._foot = Pane("sand", lines="t")
        # Two lines: in no language do all the words fit into one, on the narrowest window.
        lower = QVBoxLayout(self._foot)
        lower.setContentsMargins(20, 9, 20, 8)
        lower.setSpacing(8)
        for left, right in (
            ((self.approve, self.amend, self.defer, self.reopen, self.next_button), ()),
            ((self.write, self.pdf, self.word), (self.alone, self.stage, self.back)),
        ):
            line = QHBoxLayout()
            line.setSpacing(10)
            for button in left:
                line.addWidget(button)
            line.addStretch(1)
            for button in right:
                line.addWidget(button)
            lower.addLayout(line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self._stack, 1)
        column.addWidget(self._foot)
        column.addWidget(self.amending)
        column.addWidget(self.deferring)
        self.amending.hide()
        self.deferring.hide()


def progress_words(standing: ApprovalStanding) -> str:
    """Return how many of how many are decided, and how."""
    counts = (
        (_("{number} approved"), standing.approved),
        (_("{number} as amended"), standing.amended),
        (_("{number} deferred"), standing.deferred),
        (_("{number} to decide"), standing.pending),
    )
    return " · ".join(words.format(number=number) for words, number in counts if number)

"""What the recommendation writer is made of: the list with its acts at the left, the form beside it."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext, pgettext
from cmc_desk.rules.recommendation_words import LANGUAGES
from cmc_desk.ui.context import Context
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.keycap import KeyCap, key_text, sequences
from cmc_desk.ui.parts.pane import Pane
from cmc_desk.ui.parts.section_head import PaneHead
from cmc_desk.ui.parts.segment import Option, Segment
from cmc_desk.ui.parts.text import Text
from cmc_desk.ui.summaries.page_parts import PagePart
from cmc_desk.ui.summaries.readout_head import LANGUAGE_KEY
from cmc_desk.ui.summaries.recommendation_fields import BY_HAND_KEY
from cmc_desk.ui.summaries.recommendation_form import SAVE_KEY, RecommendationForm
from cmc_desk.ui.summaries.recommendation_rows import RecommendationList
from cmc_desk.ui.summaries.slots_pane import APPROVAL_KEY

WIDTH = 430
NEW_KEY, TAKE_KEY, REMOVE_KEY = "Ctrl+N", "Alt+T", "Alt+Delete"


class RecommendationPanes(PagePart):
    """Shows the list and the form; what their buttons do is the writer's."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.languages = Segment(
            [Option(one, one.upper()) for one in LANGUAGES], name=_("Language of the list"), parent=self
        )
        self.languages.choose(context.facts.meeting.language)
        self.list = RecommendationList(name=_("Recommendations"), size=14)
        self.form = RecommendationForm(context)
        self.new = DeskButton(pgettext("recommendation", "New"), key=NEW_KEY, icon="plus", size="small")
        self.up = DeskButton(key="Alt+Up", size="small")
        self.up.setAccessibleName(_("One number earlier"))
        self.down = DeskButton(key="Alt+Down", size="small")
        self.down.setAccessibleName(_("One number later"))
        self.remove = DeskButton(_("Remove"), key=REMOVE_KEY, kind="danger", size="small")
        self.in_notes = Text(size=12, tone="slate", wrap=True)
        self.take = DeskButton(_("Take the next"), key=TAKE_KEY, size="small")
        self.approval = DeskButton(_("Approval"), key=APPROVAL_KEY, icon="gavel", size="small")
        self.back = DeskButton(_("Back"), key="Esc", size="small")
        self._bind(LANGUAGE_KEY, self._turn_language)
        self._bind("Ctrl+Up", partial(self.list.step, -1))
        self._bind("Ctrl+Down", partial(self.list.step, 1))
        self._lay_out()
        self.setFocusProxy(self.form)

    def show_waiting(self, number: int) -> None:
        """Show how many recommendations stand in the notes that nobody has put into the list."""
        words = ngettext(
            "{number} recommendation of the notes is not written here.",
            "{number} recommendations of the notes are not written here.",
            number,
        )
        self.in_notes.setText(
            words.format(number=number) if number else _("All recommendations of the notes are here.")
        )
        self.take.setVisible(bool(number))

    def keys(self) -> Sequence[tuple[str, str]]:
        return (
            (key_text(SAVE_KEY), _("Save; Enter in a field does so too")),
            (key_text(NEW_KEY), _("A new recommendation")),
            (key_text(TAKE_KEY), _("Begin with the next one of the notes")),
            (key_text(BY_HAND_KEY), _("Word the whole sentence by hand")),
            (key_text("Alt+Up"), _("One number earlier")),
            (key_text("Alt+Down"), _("One number later")),
            (key_text(REMOVE_KEY), _("Remove it")),
            (key_text("Ctrl+Up"), _("Recommendation above")),
            (key_text("Ctrl+Down"), _("Recommendation below")),
            (key_text(LANGUAGE_KEY), _("Language of the list")),
            (key_text(APPROVAL_KEY), _("Approval of recommendations")),
        )

    def _turn_language(self) -> None:
        here = LANGUAGES.index(self.languages.key())
        self.languages.choose(LANGUAGES[(here + 1) % len(LANGUAGES)])

    def _bind(self, key: str, act: Callable[[], object]) -> None:
        shortcut = QShortcut(self)
        shortcut.setKeys(sequences(key))
        shortcut.activated.connect(act)

    def _lay_out(self) -> None:
        left = Pane("panel", lines="r")
        left.setFixedWidth(WIDTH)
        head = PaneHead(_("Recommendations"))
        head.add(self.languages)
        head.add(KeyCap(key_text(LANGUAGE_KEY)))
        notes = Pane("sand", lines="t")
        told = QHBoxLayout(notes)
        told.setContentsMargins(16, 9, 16, 8)
        told.setSpacing(10)
        told.addWidget(self.in_notes, 1)
        told.addWidget(self.take)
        foot = Pane("sand", lines="t")
        foot.setFixedHeight(46)
        acts = QHBoxLayout(foot)
        acts.setContentsMargins(16, 1, 16, 0)
        acts.setSpacing(8)
        for button in (self.new, self.up, self.down):
            acts.addWidget(button)
        acts.addStretch(1)
        acts.addWidget(self.remove)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 1, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self.list, 1)
        column.addWidget(notes)
        column.addWidget(foot)
        self.form.head.add(self.approval)
        self.form.head.add(self.back)
        self.form.set_tab_order()
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(left)
        whole.addWidget(self.form, 1)

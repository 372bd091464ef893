"""What was kept elsewhere when the meeting file could not be written: looked at, and taken into the notes or set aside."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from cmc_desk.desk.rescue import Rescued
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.note_markup import plain
from cmc_desk.rules.refusal import Unavailable
from cmc_desk.ui.context import Context
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.text import Text
from cmc_desk.ui.rescue_offer import rescued_here, rescued_words, settle_texts, take_texts
from cmc_desk.ui.summaries.said_list import SaidList, SaidRow
from cmc_desk.ui.summaries.side_panel import SidePanel

TAKE_KEY, ASIDE_KEY = "Alt+Y", "Alt+Z"


class RescuePanel(SidePanel):
    """Reads the rescue files of this meeting on this computer; while `failing` says so, the newest is this window's own, still needed."""

    def __init__(self, context: Context, failing: Callable[[], bool], *, parent: QWidget | None = None) -> None:
        super().__init__(context, _("Kept elsewhere"), parent=parent)
        self._failing = failing
        self._item = ""
        self.texts = SaidList(name=_("Texts that were kept elsewhere"), parent=self)
        self.count = Text(size=12, tone="slate", wrap=True, parent=self)
        self.take = DeskButton(_("Take into the notes"), key=TAKE_KEY, icon="check", size="small", parent=self)
        self.take.clicked.connect(self._on_take)
        self.aside = DeskButton(_("Set aside"), key=ASIDE_KEY, size="small", parent=self)
        self.aside.clicked.connect(self._on_aside)
        self.found: tuple[Rescued, ...] = ()
        line = QHBoxLayout()
        line.setContentsMargins(16, 10, 16, 8)
        line.addWidget(self.count)
        below = QHBoxLayout()
        below.setContentsMargins(16, 8, 16, 10)
        below.setSpacing(8)
        below.addWidget(self.take)
        below.addWidget(self.aside)
        below.addStretch(1)
        self.column.addLayout(line)
        self.column.addWidget(self.texts, 1)
        self.column.addLayout(below)

    def look(self) -> str:
        """Read what lies there; return it in words, none if there is nothing."""
        try:
            self.found = rescued_here(self.context)
        except Unavailable:
            return ""
        return rescued_words(self.found) if self.found else ""

    def open(self, item: str, entry: str) -> None:
        del entry
        self._item = item
        self.refresh()

    def first_field(self) -> QWidget:
        return self.texts

    def refresh(self) -> None:
        words = self.look()
        self.texts.set_rows(_rows(self.context, self.found), first=True)
        self.count.setText(f"{words}." if words else _("Nothing was kept elsewhere."))
        why_not = "" if words else _("Nothing was kept elsewhere.")
        if self._failing():
            why_not = _("The meeting file cannot be written now: these texts are needed where they are.")
        for button in (self.take, self.aside):
            button.allow(why_not=why_not)

    def _on_take(self) -> None:
        if take_texts(self.context, self.found, item=self._item):
            self._end()

    def _on_aside(self) -> None:
        settle_texts(self.context, self.found, taken=False)
        self.context.say("notice", _("Set aside: the files stay where they are, under another name."))
        self._end()

    def _end(self) -> None:
        self.refresh()
        self.left.emit()


def _rows(context: Context, texts: Sequence[Rescued]) -> list[SaidRow]:
    facts = context.facts
    titles = {one.id: one.title for one in facts.agenda}
    return [
        SaidRow(
            one.entry,
            one.item,
            plain(one.written.text),
            " · ".join(
                (facts.clock(one.at, seconds=True), titles.get(one.item, _("Removed item")), one.author_in_words)
            ),
            facts.flag(one.written.delegation) if one.written.delegation else "",
        )
        for one in texts
    ]

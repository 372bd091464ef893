"""Everything that one delegation said, across items and days: to check it with them, and to give them a correction slip."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QWidget

from cmc_desk.desk.note_list import notes_of_delegation
from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext
from cmc_desk.rules.papers import Format
from cmc_desk.rules.refusal import Unavailable
from cmc_desk.rules.speaker_completion import Speaker
from cmc_desk.ui.context import Context
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.text import Text
from cmc_desk.ui.summaries.said_list import SaidList, SaidRow, by_item
from cmc_desk.ui.summaries.side_panel import SidePanel
from cmc_desk.ui.summaries.slip_making import SlipMaking
from cmc_desk.ui.summaries.speaker_field import SpeakerField

WORD_KEY, PDF_KEY = "Alt+Q", "Alt+F"


class DelegationPanel(SidePanel):
    """Opens at the delegation of the chosen entry, else of whoever has the floor; letters name another."""

    def __init__(
        self,
        context: Context,
        speakers: Callable[[], Sequence[Speaker]],
        delegation_of: Callable[[str], str],
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, _("What a delegation said"), parent=parent)
        self._delegation_of = delegation_of
        self.delegation = ""
        self.field = SpeakerField(
            lambda: context.facts, speakers, name=_("Which delegation"), delegations=True, parent=self
        )
        self.field.named.connect(self._on_named)
        self.count = Text(size=13, bold=True, parent=self)
        self.said = SaidList(name=_("What the delegation said"), parent=self)
        self.said.taken.connect(self._on_taken)
        self.making = SlipMaking(context, self)
        self.word = DeskButton(_("Correction slip"), key=WORD_KEY, icon="letter", size="small", parent=self)
        self.word.setToolTip(_("As a Word file, in the language of the delegation"))
        self.pdf = DeskButton(_("as PDF"), key=PDF_KEY, size="small", parent=self)
        self.word.clicked.connect(partial(self._on_slip, Format.DOCX))
        self.pdf.clicked.connect(partial(self._on_slip, Format.PDF))
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 8, 16, 10)
        foot.setSpacing(8)
        foot.addWidget(self.word)
        foot.addWidget(self.pdf)
        foot.addStretch(1)
        line = QHBoxLayout()
        line.setContentsMargins(16, 0, 16, 8)
        line.addWidget(self.count)
        self.column.addWidget(self.field)
        self.column.addLayout(line)
        self.column.addWidget(self.said, 1)
        self.column.addLayout(foot)
        self.bind("Alt+Down", lambda: self.said.step_entry(1))
        self.bind("Alt+Up", lambda: self.said.step_entry(-1))
        self.bind("Alt+O", lambda: self._on_taken(self.said.current()))

    def open(self, item: str, entry: str) -> None:
        del item
        self.field.clear()
        self.delegation = self._delegation_of(entry) or self.delegation
        self.refresh()

    def first_field(self) -> QWidget:
        return self.field.edit

    def refresh(self) -> None:
        facts = self.context.facts
        if not self.delegation:
            self._allow(_("Whose? Type two or three letters."))
            return
        try:
            found = self.context.desk.read_promptly(notes_of_delegation, delegation=self.delegation)
        except Unavailable as trouble:
            self.count.setText(trouble.sentence)
            return
        filed = [one for one in found if one.filed_at is not None]
        self.said.set_rows(by_item(facts, filed))
        words = ngettext("{name}: {count} entry", "{name}: {count} entries", len(filed))
        self.count.setText(words.format(name=facts.delegation_name(self.delegation), count=len(filed)))
        self._allow("" if filed else _("Nothing is on record of this delegation."))

    def _allow(self, why_not: str) -> None:
        if why_not:
            self.said.set_rows(())
            self.count.setText(why_not)
        for button in (self.word, self.pdf):
            button.allow(why_not=why_not)

    def _on_slip(self, form: Format) -> None:
        self.making.make(self.delegation, form)

    def _on_named(self, speaker: object) -> None:
        if isinstance(speaker, Speaker):
            self.delegation = speaker.delegation
            self.field.clear()
            self.refresh()

    def _on_taken(self, row: object) -> None:
        if isinstance(row, SaidRow) and not row.heading:
            self.entry_asked.emit(row.item, row.key)

"""At the right of a workbook that came back: what it is, how much it would do, what a plan becomes, and the act that takes it over."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import pgettext
from cmc_desk.ui.context import Facts
from cmc_desk.ui.documents.author_field import AuthorField
from cmc_desk.ui.documents.file_pane import FilePane
from cmc_desk.ui.parts.field import Field
from cmc_desk.ui.parts.segment import Option, Segment
from cmc_desk.ui.parts.text import Text

VERSION_KEY, PROPOSALS_KEY = "Alt+1", "Alt+2"
AS_VERSION, AS_PROPOSALS = "version", "proposals"


class WorkbookPane(FilePane):
    """`changed` says that something else was chosen."""

    changed = Signal()

    def __init__(self, facts: Facts, parent: QWidget | None = None) -> None:
        super().__init__(pgettext("rows", "Take over"), parent)
        self.kind = Text(size=14, bold=True, wrap=True)
        self.counts = Text(size=13, wrap=True)
        self.why = Text(size=13, tone="amberInk", wrap=True)
        self.plan = QWidget()
        self.ways = Segment(
            [Option(AS_VERSION, _("The next version")), Option(AS_PROPOSALS, _("Proposals"))],
            name=_("What becomes of the plan"),
            even=True,
        )
        self.ways.chosen.connect(self._on_way)
        self.author = AuthorField(facts)
        self.author.taken.connect(self._on_taken)
        self.author.textEdited.connect(self._on_taken)
        self.whose = Field(_("Whose proposals they are"), self.author, height=32)
        self._lay_out()

    def choose_way(self, way: str) -> None:
        """Say what becomes of a plan."""
        self.ways.choose(way)
        self.label.setVisible(way == AS_VERSION)
        self.whose.setVisible(way == AS_PROPOSALS)

    def clear(self, facts: Facts) -> None:
        """Forget what was chosen for the file before."""
        self.author.set_facts(facts)
        self.author.set_taken(None)
        self.forget_label()

    def _on_way(self, way: str) -> None:
        self.choose_way(way)
        self.changed.emit()

    def _on_taken(self, _text: str) -> None:
        self.changed.emit()

    def _lay_out(self) -> None:
        inside = QVBoxLayout(self.plan)
        inside.setContentsMargins(0, 10, 0, 0)
        inside.setSpacing(8)
        inside.addWidget(self.ways)
        inside.addWidget(self.label)
        inside.addWidget(self.whose)
        body = QVBoxLayout()
        for widget in (self.kind, self.counts, self.plan, self.why):
            body.addWidget(widget)
        body.addStretch(1)
        self.lay_out(body)

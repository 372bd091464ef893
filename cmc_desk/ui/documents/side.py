"""The right of the page: the proposals on what is open with the support in the room, or in their place the one form that is open."""

from collections.abc import Callable

from PySide6.QtCore import QMargins, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.support import support
from cmc_desk.ui.context import Context
from cmc_desk.ui.documents.about import About, opening_number
from cmc_desk.ui.documents.doc_form import DocForm, Said
from cmc_desk.ui.documents.proposal_rows import ProposalRow, proposal_rows
from cmc_desk.ui.documents.proposals_list import ProposalsList
from cmc_desk.ui.documents.support_part import SupportPart, SupportRow
from cmc_desk.ui.documents.supporters_panel import SupportersPanel
from cmc_desk.ui.documents.words import named
from cmc_desk.ui.parts.button import DeskButton
from cmc_desk.ui.parts.empty_state import EmptyState
from cmc_desk.ui.parts.pane import Pane
from cmc_desk.ui.parts.text import Text

WIDTH = 418
NEW_KEY = "Ctrl+N"
MakeForm = Callable[[Context], DocForm]


class Side(Pane):
    """`chosen` has the row of a proposal; `opened` and `closed` tell of forms, `done` has what a form did."""

    chosen = Signal(object)
    opened = Signal()
    closed = Signal()
    done = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__("sand", lines="l", parent=parent)
        self.setFixedWidth(WIDTH)
        self.context = context
        self.list = ProposalsList()
        self.list.setProperty("ground", "sand")
        self.list.chosen.connect(self.chosen)
        self.support = SupportPart()
        self.supporters = SupportersPanel(context)
        self.supporters.left.connect(self.close_form)
        self.new = DeskButton(_("New"), key=NEW_KEY, icon="plus", bind=False)
        self._title = Text(size=14, bold=True)
        self._count = Text(size=12, tone="slate")
        self._nothing = EmptyState(
            icon="proposal",
            title=_("Nothing is proposed here"),
            sentence=_("What a delegation proposes is entered with New, or from the floor on the Summaries page."),
        )
        self._forms: dict[str, DocForm] = {}
        self._stack = QStackedWidget()
        inside = QVBoxLayout(self)
        inside.setContentsMargins(QMargins(1, 0, 0, 0))
        inside.addWidget(self._stack)
        self._usual = self._made_usual()
        self._stack.addWidget(self._usual)
        self._stack.addWidget(self.supporters)

    @property
    def form(self) -> QWidget | None:
        """The form or the panel that is open."""
        shown = self._stack.currentWidget()
        return None if shown is self._usual else shown

    def show_about(self, about: About) -> None:
        """Show what is proposed for what is open."""
        here = about.here()
        provision = about.provision
        self._title.setText(
            _("Proposals on {number}").format(number=named(provision.provision))
            if provision is not None
            else _("Proposals on the document")
        )
        self._count.setText(_("{number} of {whole}").format(number=len(here), whole=len(about.proposals)))
        rows = proposal_rows(self.context.facts, here, provision)
        self.list.show_rows(rows, about.proposal.key if about.proposal is not None else "")
        self._lists.setCurrentWidget(self.list if rows else self._nothing)
        self.support.show_rows(support_rows(about), len(about.present))
        if self.form is self.supporters:
            self.supporters.show_about(about)

    def current(self) -> ProposalRow | None:
        """Return the proposal that is chosen."""
        return self.list.current()

    def open_form(self, name: str, make: MakeForm, about: About) -> DocForm:
        """Show a form in the place of the proposals; it is made when it is first asked for."""
        if name not in self._forms:
            form = make(self.context)
            form.finished.connect(self._on_finished)
            self._forms[name] = form
            self._stack.addWidget(form)
        form = self._forms[name]
        self._put_by()
        form.open(about)
        self.open_panel(form)
        form.focus_first()
        return form

    def open_supporters(self, about: About) -> None:
        """Show who stands where, to be tapped."""
        self.supporters.open(about)
        self.open_panel(self.supporters)
        self.supporters.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_panel(self, panel: QWidget) -> None:
        """Show a panel in the place of the proposals."""
        if panel is not self.form:
            self._put_by()
        if self._stack.indexOf(panel) < 0:
            self._stack.addWidget(panel)
        self._stack.setCurrentWidget(panel)
        self.opened.emit()

    def close_form(self) -> None:
        """Show the proposals again; what was typed in a form that is open, and not done, waits in it."""
        if self.form is not None:
            self._put_by()
            self._stack.setCurrentWidget(self._usual)
            self.closed.emit()

    def _put_by(self) -> None:
        if isinstance(self.form, DocForm):
            self.form.put_by()

    def _on_finished(self, said: object) -> None:
        self.close_form()
        if isinstance(said, Said):
            self.done.emit(said)

    def _made_usual(self) -> QWidget:
        head = Pane("panel", lines="b")
        head.setFixedHeight(48)
        row = QHBoxLayout(head)
        row.setContentsMargins(16, 0, 16, 1)
        row.setSpacing(12)
        row.addWidget(self._title)
        row.addWidget(self._count, 1)
        row.addWidget(self.new)
        self._count.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._lists = QStackedWidget()
        self._lists.addWidget(self.list)
        self._lists.addWidget(self._nothing)
        usual = Pane("sand")
        column = QVBoxLayout(usual)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self._lists, 1)
        column.addWidget(self.support)
        return usual


def support_rows(about: About) -> tuple[SupportRow, ...]:
    """Return for each alternative how many delegations want it, and how many of those that are here have said nothing of any.

    Somebody who is not in the room may stand behind one as well.
    """
    if about.provision is None:
        return ()
    found = support(about.provision.alternatives, about.present)
    proposed = [one for one in found.backings if one.alternative.proposals]
    rows = [
        SupportRow(
            opening_number(one.alternative.opening),
            len(one.behind),
            "sea" if one.alternative.leading or len(proposed) == 1 else "indigo",
        )
        for one in proposed
    ]
    return (*rows, SupportRow(_("Silent"), len(found.silent), "edge", silent=True)) if rows else ()

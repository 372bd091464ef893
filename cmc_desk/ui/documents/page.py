"""The Documents page: the text of a draft with its brackets, what is proposed for it, and the room's way to an agreement."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from cmc_desk.desk.document_view import ROOM_TABLES, TEXT_TABLES, DocumentView, document_view
from cmc_desk.desk.floor_delegations import deciding_delegations
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.document_kinds import ProvisionKind
from cmc_desk.rules.redline import Rendered, View
from cmc_desk.rules.refusal import Refusal, Unavailable
from cmc_desk.ui.agenda.run_keys import RunKeys
from cmc_desk.ui.context import FACT_TABLES, Context
from cmc_desk.ui.documents.about import About
from cmc_desk.ui.documents.acts import Acts
from cmc_desk.ui.documents.composed import Composer, parts_of_all, parts_of_one
from cmc_desk.ui.documents.doc_form import Said
from cmc_desk.ui.documents.document_part import DocumentPart
from cmc_desk.ui.documents.page_keys import acting_keys
from cmc_desk.ui.documents.proposal_rows import ProposalRow
from cmc_desk.ui.documents.provision_rows import ProvisionRow, provision_rows
from cmc_desk.ui.documents.provisions_pane import ProvisionsPane
from cmc_desk.ui.documents.scans import sheet_waits
from cmc_desk.ui.documents.side import Side
from cmc_desk.ui.documents.text_pane import TextPane
from cmc_desk.ui.documents.version_words import version_words
from cmc_desk.ui.documents.words import status_chip
from cmc_desk.ui.page import Page
from cmc_desk.ui.parts.keycap import key_text
from cmc_desk.ui.parts.message_strip import Hint
from cmc_desk.ui.stage.look import DraftLook

TABLES = FACT_TABLES | TEXT_TABLES | ROOM_TABLES
_HEADS = (ProvisionKind.TITLE, ProvisionKind.HEADING)


class DocumentsPage(Page):
    """Opens on the first provision that is not agreed. Single letters act on the chosen proposal, while nobody types."""

    stays_when_scanned = True

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.document, self.version = "", 0
        self.shown = DocumentView(())
        # The provision that is open: empty for the document as a whole, None while nobody has chosen any.
        self._provision: str | None = None
        self._proposal = ""
        self._view, self._whole = View.REDLINE, False
        # Whether the page is putting the same choice into its panes: what they tell then is no wish.
        self._showing = False
        self.left, self.text = ProvisionsPane(), TextPane()
        self.side = Side(context)
        self.acts = Acts(self)
        self._work = QWidget()
        self._stack = QStackedWidget()
        self.part: DocumentPart | None = None
        self._lay_out()
        self.run_keys = RunKeys(self._work, acting_keys(self))
        self._connect()
        self.setFocusProxy(self.left.list)

    @property
    def about(self) -> About | None:
        """What is shown, for whoever does something with it; None without a document."""
        draft = self.shown.draft
        if draft is None:
            return None
        proposals = {one.key: one for one in self.shown.proposals}
        return About(draft, self._rendered(), proposals.get(self._proposal), proposals, self.shown.present)

    @property
    def provision(self) -> str:
        """The key of the provision that is open, empty for the document as a whole."""
        return self._provision or ""

    @property
    def view(self) -> View:
        """How the text is looked at."""
        return self._view

    def keys(self) -> Sequence[tuple[str, str]]:
        if self.part is not None:
            return (*self.part.keys(), (key_text("Esc"), _("Back")))
        return tuple((key_text(key.key), key.full or key.words) for key in self.run_keys.keys)

    def hints(self) -> Sequence[Hint]:
        return (Hint(_("next bracket"), key="]"), Hint(_("add supporter"), key="S"))

    def open_at(self, what: object) -> None:
        """Show a document, a provision or a proposal by its key; `import` brings a text."""
        if self._stale:
            self._stale = False
            self.reload(frozenset({"*"}))
        key = str(what)
        if key == "import":
            self.acts.bring()
        elif any(one.key == key for one in self.shown.titles):
            self.open_document(key)
        else:
            self.acts.go_to(key)

    def open_document(self, key: str, *, version: int = 0, provision: str = "", proposal: str = "") -> None:
        """Show a document, its newest version unless another one is named."""
        if key != self.document:
            self.side.close_form()
            self._provision, self._proposal = None, ""
        self.document, self.version = key, version
        self._provision, self._proposal = provision or self._provision, proposal or self._proposal
        self.read()

    def open_provision(self, key: str, proposal: str = "") -> None:
        """Show a provision, with a proposal chosen if one is named."""
        self._provision, self._proposal = key, proposal
        self.show_all()
        self.text.canvas.show_provision(key)

    def choose_proposal(self, key: str) -> None:
        """Let what is done next be about this proposal."""
        if key and key != self._proposal:
            self._proposal = key
            self.show_all()

    def look_at(self, view: str) -> None:
        """Look at the text in another way."""
        self._view = View(view)
        self.text.views.choose(view)
        self.show_text()
        if self._whole:
            self.text.canvas.show_provision(self.provision)

    def toggle_whole(self) -> None:
        """Show the whole draft beneath one another, or one provision again."""
        self._whole = not self._whole
        self.text.whole.setChecked(self._whole)
        self.show_text()
        self.text.canvas.show_provision(self.provision)

    def scanned(self, text: str) -> bool:
        return (self.side.form is not None or self.part is not None) and sheet_waits(self.context, text)

    def reload(self, tables: frozenset[str]) -> None:
        if tables & TEXT_TABLES:
            self.read(room=bool(tables & ROOM_TABLES))
        elif tables & TABLES:
            self.read_room()

    def changed(self, tables: frozenset[str]) -> None:
        super().changed(tables)
        # The room goes on reading the text while the operator works on another page.
        if not self.isVisible() and isinstance(self.context.on_stage, DraftLook) and tables & TABLES:
            self._stale = False
            self.reload(tables)

    def read(self, *, room: bool = False) -> None:
        """Show the document as it stands now; `room` says that others may be here than were."""
        present = None if room or self.shown.draft is None else self.shown.present
        try:
            self.shown = self.context.desk.read(
                document_view, draft=self.document, version=self.version, now=self.context.now(), present=present
            )
        except (Refusal, Unavailable) as trouble:
            self.context.say("amber", trouble.sentence)
            return
        self.document = self.shown.draft.text.key if self.shown.draft is not None else ""
        self.show_all()

    def read_room(self) -> None:
        """Show who is here now; badges are scanned while a text is open, and that changes nothing of it."""
        try:
            present = self.context.desk.read(deciding_delegations, now=self.context.now())
        except (Refusal, Unavailable) as trouble:
            self.context.say("amber", trouble.sentence)
            return
        self.shown = replace(self.shown, present=present)
        self.show_all()

    def show_all(self) -> None:
        """Show what was read, with the provision and the proposal that are chosen."""
        self._choose_what_is_there()
        about = self.about
        self._showing = True
        self.left.show_documents([(one.key, one.title) for one in self.shown.titles], self.document)
        if about is not None:
            newest = self.shown.versions
            self.left.show_meter(version_words(self.context.facts, about.text.version, newest), about.draft.meter)
            self.left.show_rows(provision_rows(about.draft, self.shown.proposals), self.provision)
            self.side.show_about(about)
        self._showing = False
        self.show_text()

    def show_text(self) -> None:
        """Show the text, and what can be done with it."""
        about = self.about
        self.text.show_empty(empty=about is None or not about.draft.provisions)
        if about is None:
            self.text.say(_("No document"), None)
            return
        whole = self._whole or about.provision is None
        composer = Composer(self.context.facts, self._view, about.proposals, whole=whole)
        parts = parts_of_all(composer, about.draft) if whole else parts_of_one(composer, about.draft, self.provision)
        chosen = about.alternative()
        key = chosen.proposals[0] if chosen is not None and chosen.proposals else ""
        self.text.canvas.set_parts(parts, key=key, keep=True)
        one = about.provision
        heading = one is not None and one.provision.kind in _HEADS and not one.proposals
        chip = status_chip(one.provision.status, one.brackets) if one is not None and not heading else None
        self.text.say(about.title() or about.text.short_title, chip)
        self.acts.show_acts(about)

    def show_part(self, part: DocumentPart | None) -> None:
        """Show a part in the place of the text and the proposals; None shows these again."""
        if part is not None and self._stack.indexOf(part) < 0:
            self._stack.addWidget(part)
        self.part = part
        self._stack.setCurrentWidget(part if part is not None else self._work)
        self.setFocusProxy(part if part is not None else self.left.list)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _rendered(self) -> Rendered | None:
        found = self.shown.draft.provisions if self.shown.draft is not None else ()
        return next((one for one in found if one.provision.key == self.provision), None)

    def _choose_what_is_there(self) -> None:
        draft = self.shown.draft
        rendered = draft.provisions if draft is not None else ()
        if (self._provision is None or (self._provision and self._rendered() is None)) and rendered:
            self._provision = next((one.provision.key for one in rendered if one.brackets), rendered[0].provision.key)
        here = [one for one in self.shown.proposals if one.provision == self.provision]
        if self._proposal not in [one.key for one in here]:
            one = self._rendered()
            leading = [key for found in one.alternatives if found.leading for key in found.proposals] if one else []
            live = [found.key for found in here if found.live]
            self._proposal = next(iter((*leading, *live, *(found.key for found in here))), "")

    def _on_provision(self, row: object) -> None:
        if isinstance(row, ProvisionRow) and not self._showing and row.key != self.provision:
            self.side.close_form()
            self.open_provision(row.key)

    def _on_proposal(self, row: object) -> None:
        if isinstance(row, ProposalRow) and not self._showing:
            self.choose_proposal(row.key)

    def _on_turned(self, provision: str) -> None:
        if provision != self.provision and self._whole:
            self.side.close_form()
            self._provision = provision
            self.show_all()

    def _on_document(self, key: str) -> None:
        self.open_document(key)
        self.left.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_opened(self) -> None:
        # Two owners of one key would answer by turns: while a form is open, the keys are its own.
        self.run_keys.set_enabled(enabled=False)

    def _on_closed(self) -> None:
        self.run_keys.set_enabled(enabled=True)
        if self.isVisible() and self.part is None:
            self.left.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_done(self, said: object) -> None:
        if isinstance(said, Said):
            self.acts.tell(said)

    def _connect(self) -> None:
        self.left.picked.connect(self._on_document)
        self.left.chosen.connect(self._on_provision)
        self.left.acts_asked.connect(self.acts.document_panel)
        self.text.views.chosen.connect(self.look_at)
        self.text.whole.clicked.connect(self.toggle_whole)
        self.text.canvas.chosen.connect(self.choose_proposal)
        self.text.canvas.turned.connect(self._on_turned)
        self.text.agree.clicked.connect(self.acts.agree)
        self.text.merge.clicked.connect(self.acts.merge)
        self.text.stage.clicked.connect(self.acts.toggle_stage)
        self.text.empty_import.clicked.connect(self.acts.bring)
        self.side.new.clicked.connect(self.acts.new)
        self.side.chosen.connect(self._on_proposal)
        self.side.opened.connect(self._on_opened)
        self.side.closed.connect(self._on_closed)
        self.side.done.connect(self._on_done)
        self.acts.connect_buttons(self.side.list)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self._work)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.left)
        row.addWidget(self.text, 1)
        row.addWidget(self.side)
        self._stack.addWidget(self._work)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)

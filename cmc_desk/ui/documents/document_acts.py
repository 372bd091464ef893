"""What is done with a document as a whole and with one paragraph of it, from the two panels or by their keys."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from cmc_desk.desk.draft_acts import remove_provision, renumber_provisions, reopen_draft
from cmc_desk.desk.proposals import proposal as read_proposal
from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext
from cmc_desk.rules.document_kinds import ProvisionStatus
from cmc_desk.rules.note_kinds import Decided
from cmc_desk.rules.refusal import Refusal, Unavailable
from cmc_desk.ui.documents.about import About
from cmc_desk.ui.documents.acts_panel import ActGroup, ActsPanel, PanelAct
from cmc_desk.ui.documents.bring_view import BringView
from cmc_desk.ui.documents.doc_form import Said
from cmc_desk.ui.documents.document_forms import AdoptForm, CirculateForm, FoundForm, NextForm
from cmc_desk.ui.documents.draft_papers import DraftPapers
from cmc_desk.ui.documents.provision_forms import AddProvisionForm, EditProvisionForm, MoveForm
from cmc_desk.ui.documents.version_words import when
from cmc_desk.ui.documents.versions_panel import VersionsPanel
from cmc_desk.ui.documents.words import STATUS, named

if TYPE_CHECKING:
    from cmc_desk.ui.documents.acts import Acts
    from cmc_desk.ui.documents.page import DocumentsPage

_STATUS_KEYS = (
    ("1", ProvisionStatus.OPEN),
    ("2", ProvisionStatus.BRACKETED),
    ("3", ProvisionStatus.AD_REFERENDUM),
    ("4", ProvisionStatus.AGREED),
    ("5", ProvisionStatus.DEFERRED),
    ("6", ProvisionStatus.DELETED),
)


class DocumentActs(QObject):
    """The panels offer every act with its key; each act asks in a form where something has to be said."""

    def __init__(self, page: "DocumentsPage", acts: "Acts") -> None:
        super().__init__(acts)
        self._page = page
        self._acts = acts
        self._context = page.context
        self.papers = DraftPapers(page.context, self)
        self.acts_panel = ActsPanel()
        self.acts_panel.left.connect(page.side.close_form)
        self.versions_panel = VersionsPanel(page.context)
        self.versions_panel.left.connect(page.side.close_form)
        self.versions_panel.taken.connect(self._on_version)
        self.bringing: BringView | None = None

    def choose_document(self) -> None:
        """Offer the documents."""
        self._page.left.documents.setFocus(Qt.FocusReason.OtherFocusReason)
        self._page.left.documents.showPopup()

    def panel(self) -> None:
        """Show what can be done with the document."""
        about = self._page.about
        frozen = about is not None and about.text.version is not None and about.text.version.frozen
        none = "" if about is not None else _("There is no document yet.")
        text = none or ("" if about is not None and about.text.version is not None else _("It has no text yet."))
        adopted = text or (_("The meeting adopted it.") if frozen else "")
        decided = (
            about is not None and about.text.version is not None and (about.text.version.decided is not Decided.PENDING)
        )
        until = about.text.version if about is not None else None
        groups = (
            ActGroup(
                _("The text"),
                (
                    PanelAct(_("Bring a Word file…"), "Ctrl+I", self.bring, none, icon="folder"),
                    PanelAct(_("Paste a text…"), "Ctrl+Shift+V", self.paste, none, icon="copy"),
                    PanelAct(_("Versions…"), "V", self.versions, text),
                    PanelAct(_("Next version…"), "X", self.next_version, adopted),
                    PanelAct(_("Number anew"), "U", self.renumber, adopted, _("after something was added or removed")),
                ),
            ),
            ActGroup(
                _("The meeting"),
                (
                    PanelAct(_("Circulate for comments…"), "C", self.circulate, adopted),
                    PanelAct(_("Adopt or defer…"), "L", self.adopt, adopted, icon="gavel"),
                    PanelAct(
                        _("Reopen"),
                        "O",
                        self.reopen,
                        "" if decided else _("It was not decided yet."),
                        when(self._context.facts, until) if until is not None and decided else "",
                        icon="undo",
                    ),
                    PanelAct(_("Proposal on the whole document…"), "G", self.general, none),
                ),
            ),
            ActGroup(
                _("Papers"),
                tuple(
                    PanelAct(paper.words, paper.key, partial(self.make, paper.name), text, paper.told, icon=paper.icon)
                    for paper in self.papers.offered()
                ),
            ),
            ActGroup(
                _("Documents of the meeting"),
                (
                    PanelAct(_("Title and kind…"), "E", self.edit_facts, none),
                    PanelAct(_("New document…"), "N", self.found),
                ),
            ),
        )
        self.acts_panel.show_acts(about.text.short_title if about is not None else _("Documents"), groups)
        self._show_panel(self.acts_panel)

    def paragraph_panel(self) -> None:
        """Show what can be done with the paragraph that is open."""
        about = self._page.about
        if about is None or about.provision is None:
            self._nothing(_("there is no paragraph."))
            return
        status, so = about.provision.provision.status, _("It stands so.")
        groups = (
            ActGroup(
                _("Where it stands"),
                tuple(
                    PanelAct(_(STATUS[one].chip), key, partial(self._acts.set_status, one), so if one is status else "")
                    for key, one in _STATUS_KEYS
                ),
            ),
            ActGroup(
                _("The text, for the secretariat"),
                (
                    PanelAct(_("Edit…"), "T", self.edit_text, icon="summaries"),
                    PanelAct(_("Add one after it…"), "N", self.add_text, icon="plus"),
                    PanelAct(_("Move…"), "M", self.move_text),
                    PanelAct(_("Remove"), "Alt+Delete", self.remove_text),
                ),
            ),
        )
        title = _("Paragraph {number}").format(number=named(about.provision.provision))
        self.acts_panel.show_acts(title, groups)
        self._show_panel(self.acts_panel)

    def versions(self) -> None:
        """Show the versions of the document."""
        if (about := self._with_text()) is not None:
            self.versions_panel.open(about.text, self._page.shown.versions)
            self._show_panel(self.versions_panel)

    def next_version(self) -> None:
        """Make the next version from what was decided."""
        if (about := self._with_text()) is not None:
            self._page.side.open_form("next", NextForm, about)

    def renumber(self) -> None:
        """Number the provisions anew."""
        about = self._with_text()
        done = self._context.attempt(renumber_provisions, draft=about.text.key) if about is not None else None
        if done is not None:
            words = ngettext("{number} number is another one now.", "{number} numbers are others now.", done)
            self._context.say("notice", words.format(number=done), undo=bool(done))

    def circulate(self) -> None:
        """Record that the version went to the delegations."""
        if (about := self._with_text()) is not None:
            self._page.side.open_form("circulate", CirculateForm, about)

    def adopt(self) -> None:
        """Record what the meeting did with the document."""
        if (about := self._with_text()) is not None:
            self._page.side.open_form("adopt", AdoptForm, about)

    def reopen(self) -> None:
        """Take the meeting's decision off the document."""
        about = self._with_text()
        if about is not None and self._context.attempt(reopen_draft, draft=about.text.key) is not None:
            words = _(" is before the meeting again")
            self._context.say("notice", "", about.text.short_title, words, undo=True)

    def general(self) -> None:
        """Enter a proposal on the document as a whole."""
        self._page.open_provision("")
        self._acts.new()

    def make(self, name: str) -> None:
        """Make a paper of the document."""
        if (about := self._with_text()) is not None:
            self.papers.make(name, about.text)

    def found(self) -> None:
        """Add a document."""
        about = self._page.about
        if about is not None:
            self._page.side.open_form("found", partial(FoundForm, editing=False), about)

    def edit_facts(self) -> None:
        """Say anew what the document is called and what it is."""
        about = self._page.about
        if about is not None:
            self._page.side.open_form("facts", partial(FoundForm, editing=True), about)

    def edit_text(self) -> None:
        """Write the paragraph that is open anew."""
        if (about := self._with_provision()) is not None:
            self._page.side.open_form("text", EditProvisionForm, about)

    def add_text(self) -> None:
        """Add a paragraph after the one that is open."""
        if (about := self._with_text()) is not None:
            self._page.side.open_form("add", AddProvisionForm, about)

    def move_text(self) -> None:
        """Put the paragraph that is open elsewhere."""
        if (about := self._with_provision()) is not None:
            self._page.side.open_form("move", MoveForm, about)

    def remove_text(self) -> None:
        """Take the paragraph that is open out of the text."""
        about = self._with_provision()
        if about is None or about.provision is None:
            return
        if self._context.attempt(remove_provision, provision=about.key) is not None:
            self._context.say("notice", _("Removed: "), named(about.provision.provision), undo=True)

    def bring(self) -> None:
        """Choose a file with a text."""
        if (view := self._bring_view()) is not None:
            view.ask()

    def paste(self) -> None:
        """Take the text that was copied."""
        if (view := self._bring_view()) is not None:
            view.paste(QApplication.clipboard().text())

    def go_to(self, key: str) -> None:
        """Open the document in which a provision or a proposal is, there."""
        page = self._page
        try:
            one = self._context.desk.read(read_proposal, key=key)
        except (Refusal, Unavailable):
            page.open_provision(key)
            return
        page.open_document(one.draft, provision=one.provision, proposal=one.key)
        page.open_provision(one.provision, one.key)

    def _bring_view(self) -> BringView | None:
        about = self._page.about
        if about is None:
            self._nothing(_("found a document first."))
            return None
        if self.bringing is None:
            self.bringing = BringView(self._context)
            self.bringing.left.connect(self._on_left)
            self.bringing.done.connect(self._on_brought)
        self.bringing.open(about)
        self._page.side.close_form()
        self._page.show_part(self.bringing)
        return self.bringing

    def _on_left(self) -> None:
        self._page.show_part(None)

    def _on_brought(self, said: object) -> None:
        self._page.show_part(None)
        if isinstance(said, Said):
            self._acts.tell(said)

    def _on_version(self, number: object) -> None:
        self._page.side.close_form()
        if isinstance(number, int):
            newest = number >= self._page.shown.versions
            self._page.open_document(self._page.document, version=0 if newest else number)
            if not newest:
                behind = self._page.shown.versions - number
                words = ngettext(
                    "This is an older version, {number} before the newest. V leads back.",
                    "This is an older version, {number} before the newest. V leads back.",
                    behind,
                )
                self._context.say("quiet", words.format(number=behind))

    def _show_panel(self, panel: ActsPanel | VersionsPanel) -> None:
        self._page.side.open_panel(panel)
        panel.setFocus(Qt.FocusReason.OtherFocusReason)

    def _with_text(self) -> About | None:
        about = self._page.about
        if about is None or about.text.version is None:
            self._nothing(_("this document has no text yet."))
            return None
        return about

    def _with_provision(self) -> About | None:
        about = self._with_text()
        if about is not None and about.provision is None:
            self._nothing(_("there is no paragraph."))
            return None
        return about

    def _nothing(self, why: str) -> None:
        self._context.say("amber", _("Nothing changed: "), why)

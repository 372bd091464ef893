"""What is done with a document as a whole, from its panel or by keys."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from cmc_desk.desk.document_search import draft_of
from cmc_desk.desk.draft_acts import renumber_provisions, reopen_draft
from cmc_desk.desk.proposals import proposal as read_proposal
from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext, pgettext
from cmc_desk.rules.note_kinds import Decided
from cmc_desk.rules.refusal import Refusal, Unavailable
from cmc_desk.ui.documents.about import About
from cmc_desk.ui.documents.acts_panel import ActGroup, ActsPanel, PanelAct
from cmc_desk.ui.documents.bring_view import BringView
from cmc_desk.ui.documents.doc_form import Said
from cmc_desk.ui.documents.document_forms import AdoptForm, CirculateForm, FoundForm, NextForm
from cmc_desk.ui.documents.draft_papers import DraftPapers
from cmc_desk.ui.documents.version_words import when
from cmc_desk.ui.documents.versions_panel import VersionsPanel
from cmc_desk.ui.documents.why_not import why_not_adopted
from cmc_desk.ui.documents.workbook_view import WorkbookView

if TYPE_CHECKING:
    from cmc_desk.ui.documents.acts import Acts
    from cmc_desk.ui.documents.page import DocumentsPage


class DocumentActs(QObject):
    """The panel offers every act with its key; each act asks in a form where something has to be said."""

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
        self.workbook: WorkbookView | None = None

    def choose_document(self) -> None:
        """Offer the documents."""
        self._page.left.documents.setFocus(Qt.FocusReason.OtherFocusReason)
        self._page.left.documents.showPopup()

    def panel(self) -> None:
        """Show what can be done with the document."""
        self.acts_panel.again = self._fill_panel
        self._fill_panel()
        self.show_panel(self.acts_panel)

    def _fill_panel(self) -> None:
        about = self._page.about
        frozen = about is not None and about.text.version is not None and about.text.version.frozen
        none = "" if about is not None else _("There is no document yet.")
        text = none or ("" if about is not None and about.text.version is not None else _("It has no text yet."))
        adopted = text or (_("The meeting adopted it.") if frozen else "")
        older = why_not_adopted(about, self._page.shown.versions) if about is not None else ""
        decided = (
            about is not None and about.text.version is not None and (about.text.version.decided is not Decided.PENDING)
        )
        until = about.text.version if about is not None else None
        groups = (
            ActGroup(
                _("The text"),
                (
                    PanelAct(_("Bring a Word file or a workbook…"), "Ctrl+I", self.bring, none, icon="folder"),
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
                    PanelAct(_("Adopt or defer…"), "L", self.adopt, adopted or older, icon="gavel"),
                    PanelAct(
                        _("Reopen"),
                        "O",
                        self.reopen,
                        "" if decided else pgettext("document", "It was not decided yet."),
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
                paired=True,
            ),
            ActGroup(
                _("Documents of the meeting"),
                (
                    PanelAct(_("Title and kind…"), "E", self.edit_facts, none),
                    PanelAct(_("New document…"), "N", self.found),
                ),
                paired=True,
            ),
        )
        self.acts_panel.show_acts(about.text.short_title if about is not None else _("Documents"), groups)

    def versions(self) -> None:
        """Show the versions of the document."""
        if (about := self.with_text()) is not None:
            self.versions_panel.open(about.text, self._page.shown.versions)
            self.show_panel(self.versions_panel)

    def next_version(self) -> None:
        """Make the next version from what was decided."""
        if (about := self.with_text()) is not None:
            self._page.side.open_form("next", NextForm, about)

    def renumber(self) -> None:
        """Number the provisions anew."""
        about = self.with_text()
        done = self._context.attempt(renumber_provisions, draft=about.text.key) if about is not None else None
        if done is not None:
            words = ngettext("{number} number is another one now.", "{number} numbers are others now.", done)
            self._context.say("notice", words.format(number=done), undo=bool(done))

    def circulate(self) -> None:
        """Record that the version went to the delegations."""
        if (about := self.with_text()) is not None:
            self._page.side.open_form("circulate", CirculateForm, about)

    def adopt(self) -> None:
        """Record what the meeting did with the document."""
        about = self.with_text()
        if about is None:
            return
        if why := why_not_adopted(about, self._page.shown.versions):
            self.say_nothing(why)
        else:
            self._page.side.open_form("adopt", AdoptForm, about)

    def reopen(self) -> None:
        """Take the meeting's decision off the document."""
        about = self.with_text()
        if about is not None and self._context.attempt(reopen_draft, draft=about.text.key) is not None:
            words = _(" is before the meeting again")
            self._context.say("notice", "", about.text.short_title, words, undo=True)

    def general(self) -> None:
        """Enter a proposal on the document as a whole."""
        self._page.open_provision("")
        self._acts.new()

    def make(self, name: str) -> None:
        """Make a paper of the document."""
        if (about := self.with_text()) is not None:
            self.papers.make(name, about.text, newest=self._page.shown.versions)

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
            draft = self._context.desk.read(draft_of, provision=key)
            if draft and draft != page.document:
                page.open_document(draft, provision=key)
            page.open_provision(key)
            return
        page.open_document(one.draft, provision=one.provision, proposal=one.key)
        page.open_provision(one.provision, one.key)

    def _bring_view(self) -> BringView | None:
        about = self._page.about
        if about is None:
            self.say_nothing(_("found a document first."))
            return None
        if self.bringing is None:
            self.bringing = BringView(self._context)
            self.bringing.left.connect(self._on_left)
            self.bringing.done.connect(self._on_brought)
            self.bringing.workbook.connect(self._on_workbook)
        self.bringing.open(about)
        self._page.side.close_form()
        self._page.show_part(self.bringing)
        return self.bringing

    def _on_workbook(self, path: object) -> None:
        """Show what a workbook would do; one that cannot be read leaves what is shown."""
        about = self._page.about
        if about is None or not isinstance(path, Path):
            return
        if self.workbook is None:
            self.workbook = WorkbookView(self._context)
            self.workbook.left.connect(self._on_left)
            self.workbook.done.connect(self._on_brought)
            self.workbook.another.connect(self.bring)
            self.workbook.dropped.connect(self._on_dropped)
            self.workbook.ready.connect(self._on_looked_at)
        self.workbook.read(path, about)

    def _on_looked_at(self) -> None:
        # Whoever has gone back to the text meanwhile wants to see that.
        if self._page.part is not None and self.workbook is not None:
            self._page.show_part(self.workbook)

    def _on_dropped(self, path: object) -> None:
        if isinstance(path, Path) and (view := self._bring_view()) is not None:
            view.open_file(path)

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

    def show_panel(self, panel: ActsPanel | VersionsPanel) -> None:
        """Show a panel in the place of the proposals, with the keyboard in it."""
        self._page.side.open_panel(panel)
        panel.setFocus(Qt.FocusReason.OtherFocusReason)

    def with_text(self) -> About | None:
        """Return what is open, or say that it has no text."""
        about = self._page.about
        if about is None or about.text.version is None:
            self.say_nothing(_("this document has no text yet."))
            return None
        return about

    def say_nothing(self, why: str) -> None:
        """Say why nothing was done."""
        self._context.say("amber", _("Nothing changed: "), why)

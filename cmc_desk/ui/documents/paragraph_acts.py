"""What is done with one paragraph of a draft besides its proposals: where it stands, and the secretariat's own hand."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from cmc_desk.desk.draft_acts import remove_provision
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.document_kinds import ProvisionStatus
from cmc_desk.ui.documents.about import About
from cmc_desk.ui.documents.acts_panel import ActGroup, PanelAct
from cmc_desk.ui.documents.document_acts import DocumentActs
from cmc_desk.ui.documents.provision_forms import AddProvisionForm, EditProvisionForm, MoveForm
from cmc_desk.ui.documents.why_not import why_not_edited
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


class ParagraphActs(QObject):
    """The panel offers every act with its key."""

    def __init__(self, page: "DocumentsPage", acts: "Acts", document: DocumentActs) -> None:
        super().__init__(acts)
        self._page = page
        self._acts = acts
        self._document = document
        self._context = page.context

    def paragraph_panel(self) -> None:
        """Show what can be done with the paragraph that is open."""
        about = self._page.about
        if about is None or about.provision is None:
            self._document.say_nothing(_("there is no paragraph."))
            return
        self._document.acts_panel.again = self._fill_panel
        self._fill_panel()
        self._document.show_panel(self._document.acts_panel)

    def _fill_panel(self) -> None:
        about = self._page.about
        if about is None or about.provision is None:
            self._page.side.close_form()
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
        self._document.acts_panel.show_acts(title, groups)

    def edit_text(self) -> None:
        """Write the paragraph that is open anew."""
        if (about := self._with_provision()) is not None:
            self._page.side.open_form("text", EditProvisionForm, about)

    def add_text(self) -> None:
        """Add a paragraph after the one that is open."""
        if (about := self._editable()) is not None:
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

    def _with_provision(self) -> About | None:
        about = self._editable()
        if about is not None and about.provision is None:
            self._document.say_nothing(_("there is no paragraph."))
            return None
        return about

    def _editable(self) -> About | None:
        """Return what is open; what would be refused once it was typed is said before."""
        about = self._document.with_text()
        if about is not None and (why := why_not_edited(about, self._page.shown.versions)):
            self._document.say_nothing(why)
            return None
        return about

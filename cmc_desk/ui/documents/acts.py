"""What is done on the page with proposals and provisions: by a key, a button, or a form that asks."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from cmc_desk.desk.agreeing import agree_on
from cmc_desk.desk.draft_acts import set_provision_status
from cmc_desk.desk.proposal_rows import digest_of_wish
from cmc_desk.desk.proposals import decide, remove_proposal, reopen_proposal
from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext
from cmc_desk.rules.document_kinds import ProposalDecision, ProvisionStatus
from cmc_desk.rules.proposals import AMENDING, Proposal
from cmc_desk.ui.documents.about import About, opening_number
from cmc_desk.ui.documents.decision_forms import MergeForm, ModifyForm, ResponseForm
from cmc_desk.ui.documents.doc_form import DocForm, Said
from cmc_desk.ui.documents.document_acts import DocumentActs
from cmc_desk.ui.documents.paragraph_acts import ParagraphActs
from cmc_desk.ui.documents.proposal_form import ProposalForm
from cmc_desk.ui.documents.proposals_list import ProposalsList
from cmc_desk.ui.documents.stage_words import draft_look
from cmc_desk.ui.documents.why_not import why_not_agreed, why_not_merged, why_not_proposed, why_not_set
from cmc_desk.ui.documents.words import STATUS, decided_so, named
from cmc_desk.ui.stage.look import DraftLook

if TYPE_CHECKING:
    from cmc_desk.ui.documents.page import DocumentsPage


class Acts(QObject):
    """Each act says what it did, or why it did nothing."""

    def __init__(self, page: "DocumentsPage") -> None:
        super().__init__(page)
        self._page = page
        self._context = page.context
        self.document = DocumentActs(page, self)
        self.paragraph = ParagraphActs(page, self, self.document)

    def connect_buttons(self, shown: ProposalsList) -> None:
        """Let the buttons of the chosen proposal act."""
        shown.accept.clicked.connect(partial(self.decide, ProposalDecision.ACCEPTED))
        shown.park.clicked.connect(partial(self.decide, ProposalDecision.BRACKETED))
        shown.withdraw.clicked.connect(partial(self.decide, ProposalDecision.WITHDRAWN))
        shown.reject.clicked.connect(partial(self.decide, ProposalDecision.NOT_ACCEPTED))
        shown.reopen.clicked.connect(self.reopen)

    def show_acts(self, about: About) -> None:
        """Let what makes sense be pressed, and let the room see what is open if it reads it."""
        if self._page.side.form is self.document.acts_panel:
            self.document.acts_panel.refresh()
        text, alternative = self._page.text, about.alternative()
        words = _("Agree")
        if alternative is not None and alternative.proposals:
            words = _("Agree on {alternative}").format(alternative=opening_number(alternative.opening))
        why, fallen = why_not_agreed(about, self._page.shown.versions), [one.name for one in about.falling()]
        if fallen and not why:
            told = ngettext(" · {number} not accepted", " · {number} not accepted", len(fallen))
            words += told.format(number=len(fallen))
        text.agree.set_text(words)
        text.agree.allow(why_not=why)
        text.say_falling(fallen if not why else ())
        text.merge.allow(why_not=why_not_merged(about, self._page.shown.versions))
        self._page.side.new.allow(why_not=why_not_proposed(about, self._page.shown.versions))
        on_stage = isinstance(self._context.on_stage, DraftLook)
        text.stage.setChecked(on_stage)
        if on_stage:
            look = draft_look(self._context.facts, about)
            if look != self._context.on_stage:
                self._context.put_on_stage(look)

    def decide(self, decision: ProposalDecision, *_pressed: object) -> None:
        """Record what the meeting decided on the chosen proposal."""
        one = self._proposal()
        if one is None:
            return
        seen = digest_of_wish(one)
        if self._context.attempt(decide, proposal=one.key, decision=decision, seen=seen) is None:
            return
        self._say("", one.name, f" {decided_so(decision)} · {self._now()}")

    def reopen(self, *_pressed: object) -> None:
        """Bring the chosen proposal before the meeting again."""
        one = self._proposal()
        if one is not None and self._context.attempt(reopen_proposal, proposal=one.key) is not None:
            self._say("", one.name, f" {decided_so(ProposalDecision.OPEN)}")

    def modify(self) -> None:
        """Accept the chosen proposal with other words."""
        self._form("modify", ModifyForm, self._live())

    def merge(self, *_pressed: object) -> None:
        """Make one proposal of the chosen one and others."""
        about = self._page.about
        if about is None:
            return
        if why := why_not_merged(about, self._page.shown.versions):
            self._nothing(why)
        else:
            self._form("merge", MergeForm, about.proposal)

    def respond(self) -> None:
        """Write what an agency or the host answers."""
        self._form("response", ResponseForm, self._proposal())

    def new(self, *_pressed: object) -> None:
        """Enter a proposal on what is open."""
        about = self._page.about
        if about is None:
            return
        if why := why_not_proposed(about, self._page.shown.versions):
            self._nothing(why)
        else:
            self._page.side.open_form("new", ProposalForm, about)

    def edit(self) -> None:
        """Write the chosen proposal anew."""
        self._form("edit", partial(ProposalForm, editing=True), self._live())

    def remove(self) -> None:
        """Remove a proposal that was entered by mistake."""
        one = self._proposal()
        if one is not None and self._context.attempt(remove_proposal, proposal=one.key) is not None:
            self._say(_("Removed: "), one.name)

    def supporters(self) -> None:
        """Tap who supports the chosen proposal."""
        about, one = self._page.about, self._live()
        if about is not None and one is not None:
            self._page.side.open_supporters(about)

    def agree(self, *_pressed: object) -> None:
        """Agree on the provision that is open, as the chosen or the leading alternative has it."""
        self._agree(ProvisionStatus.AGREED)

    def agree_ad_referendum(self) -> None:
        """Agree on it subject to the capitals."""
        self._agree(ProvisionStatus.AD_REFERENDUM)

    def set_status(self, status: ProvisionStatus) -> None:
        """Record where the provision that is open stands."""
        about = self._page.about
        if about is None or about.provision is None:
            return
        if why := why_not_set(about, self._page.shown.versions):
            self._nothing(why)
            return
        done = self._context.attempt(set_provision_status, provision=about.key, status=status, seen=about.seen())
        if done is not None:
            self._say(_("{field}: ").format(field=named(about.provision.provision)), _(STATUS[status].chip))

    def next_bracket(self, step: int = 1) -> None:
        """Open the next provision that is not agreed."""
        if not self._page.left.next_bracket(step):
            self._context.say("quiet", _("No other provision has brackets."))

    def next_change(self, step: int = 1) -> None:
        """Go to the next change of the text, and on to the next provision that has one."""
        page = self._page
        if page.text.canvas.next_change(step):
            return
        rows = page.left.list.rows()
        keys = [row.key for row in rows]
        here = keys.index(page.provision) if page.provision in keys else 0
        ahead = range(here + step, len(keys) if step > 0 else -1, step)
        for place in ahead:
            page.left.list.choose(keys[place])
            page.text.canvas.forget_change()
            if page.text.canvas.next_change(step):
                return
        if keys:
            page.left.list.choose(keys[here])
        self._context.say("quiet", _("There is no further change in this draft."))

    def step_proposal(self, step: int) -> None:
        """Choose the proposal below, or above."""
        self._page.side.list.step(step)

    def step_provision(self, step: int) -> None:
        """Open the provision below, or above."""
        self._page.left.list.step(step)

    def go_to(self, key: str) -> None:
        """Open the document in which a provision or a proposal is, there."""
        self.document.go_to(key)

    def bring(self, *_pressed: object) -> None:
        """Bring a text for the document."""
        self.document.bring()

    def document_panel(self) -> None:
        """Show what can be done with the document."""
        self.document.panel()

    def toggle_stage(self, *_pressed: object) -> None:
        """Let the room read what is open on the stage, or not any more."""
        about = self._page.about
        shown = isinstance(self._context.on_stage, DraftLook)
        look = draft_look(self._context.facts, about) if about is not None and not shown else None
        if look is None and not shown:
            self._nothing(_("choose a paragraph first."))
        else:
            self._context.put_on_stage(look)
        self._page.text.stage.setChecked(isinstance(self._context.on_stage, DraftLook))

    def tell(self, said: Said) -> None:
        """Say what a form did, and look at it."""
        page = self._page
        if said.document and (said.document, 0) == (page.document, page.version) and not said.provision:
            # It was read when it was changed.
            page.show_all()
        elif said.document:
            page.open_document(said.document, provision=said.provision)
        elif said.provision:
            self._page.open_provision(said.provision)
        elif said.proposal:
            self._page.choose_proposal(said.proposal)
        self._context.say("notice", said.before, said.bold, said.after, undo=said.undo)

    def _agree(self, status: ProvisionStatus) -> None:
        about = self._page.about
        if about is None or about.provision is None:
            return
        if why := why_not_agreed(about, self._page.shown.versions):
            self._nothing(why)
            return
        chosen = about.alternative()
        proposals = chosen.proposals if chosen is not None else ()
        done = self._context.attempt(
            agree_on, provision=about.key, proposals=proposals, status=status, seen=about.seen()
        )
        if done is not None:
            what = f" · {opening_number(chosen.opening)}" if chosen is not None and proposals else ""
            after = f"{what}{_others(about)} · {self._now()}"
            self._say(_("{field}: ").format(field=named(about.provision.provision)), _(STATUS[status].chip), after)

    def _proposal(self) -> Proposal | None:
        about = self._page.about
        one = about.proposal if about is not None else None
        if one is None:
            self._nothing(_("choose a proposal first."))
        return one

    def _live(self) -> Proposal | None:
        one = self._proposal()
        if one is not None and not one.live:
            self._nothing(_("{name} was decided: reopen it first.").format(name=one.name))
            return None
        return one

    def _form(self, name: str, make: Callable[..., DocForm], one: Proposal | None) -> None:
        about = self._page.about
        if about is None or one is None:
            return
        if name == "modify" and one.action not in AMENDING:
            self._nothing(_("it changes no text."))
            return
        self._page.side.open_form(name, make, about)

    def _say(self, before: str, bold: str, after: str = "") -> None:
        self._context.say("notice", before, bold, after, undo=True)

    def _nothing(self, why: str) -> None:
        self._context.say("amber", _("Nothing changed: "), why)

    def _now(self) -> str:
        return self._context.facts.clock(self._context.now())


def _others(about: About) -> str:
    """Say which proposals fall when the chosen alternative is agreed on."""
    fallen = about.falling()
    words = ngettext(" · {number} other not accepted: {names}", " · {number} others not accepted: {names}", len(fallen))
    return words.format(number=len(fallen), names=", ".join(one.name for one in fallen)) if fallen else ""

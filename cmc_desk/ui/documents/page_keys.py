"""The keys of the page: what each does, as F1 lists it; single letters act on the chosen proposal while nobody types."""

from functools import partial
from typing import TYPE_CHECKING

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.document_kinds import ProposalDecision
from cmc_desk.rules.redline import View
from cmc_desk.ui.agenda.run_keys import RunKey
from cmc_desk.ui.documents.proposals_list import ACCEPT_KEY, PARK_KEY, REJECT_KEY, REOPEN_KEY, WITHDRAW_KEY
from cmc_desk.ui.documents.provisions_pane import ACTS_KEY, OPEN_KEY
from cmc_desk.ui.documents.side import NEW_KEY
from cmc_desk.ui.documents.text_pane import AGREE_KEY, MERGE_KEY, STAGE_KEY, VIEW_KEYS, WHOLE_KEY

if TYPE_CHECKING:
    from cmc_desk.ui.documents.page import DocumentsPage

BRING_KEY, PASTE_KEY, TEXT_KEY, PARAGRAPH_KEY, VERSIONS_KEY = "Ctrl+I", "Ctrl+Shift+V", "T", "P", "V"
SUPPORT_KEY, ANSWER_KEY, EDIT_KEY, REMOVE_KEY = "S", "Y", "E", "Alt+Delete"
MODIFY_KEY, NOTE_KEY, REFER_KEY, AD_REF_KEY = "Shift+A", "N", "H", "Alt+Return"


def acting_keys(page: "DocumentsPage") -> tuple[RunKey, ...]:
    """Return the keys that act while no form is open."""
    acts, document = page.acts, page.acts.document
    decide = acts.decide
    return (
        RunKey(ACCEPT_KEY, _("Accept the chosen proposal"), partial(decide, ProposalDecision.ACCEPTED)),
        RunKey(MODIFY_KEY, _("Accept it as modified"), acts.modify),
        RunKey(PARK_KEY, _("Park it: it stays in brackets"), partial(decide, ProposalDecision.BRACKETED)),
        RunKey(REFER_KEY, _("Refer it to the high level"), partial(decide, ProposalDecision.REFERRED)),
        RunKey(WITHDRAW_KEY, _("It is withdrawn"), partial(decide, ProposalDecision.WITHDRAWN)),
        RunKey(REJECT_KEY, _("It is not accepted"), partial(decide, ProposalDecision.NOT_ACCEPTED)),
        RunKey(NOTE_KEY, _("Noted and closed"), partial(decide, ProposalDecision.NOTED)),
        RunKey(REOPEN_KEY, _("Reopen it"), acts.reopen),
        RunKey(MERGE_KEY, _("Merge it with others"), acts.merge),
        RunKey(SUPPORT_KEY, _("Tap who supports it"), acts.supporters),
        RunKey(ANSWER_KEY, _("Answer of IOM, UNHCR or the host"), acts.respond),
        RunKey(EDIT_KEY, _("Write the proposal anew"), acts.edit),
        RunKey(REMOVE_KEY, _("Remove a proposal entered by mistake"), acts.remove),
        RunKey(NEW_KEY, _("New proposal"), acts.new),
        RunKey(AGREE_KEY, _("Agree on the provision"), acts.agree),
        RunKey(AD_REF_KEY, _("Agree on it ad referendum"), acts.agree_ad_referendum),
        RunKey("]", _("Next bracket"), partial(acts.next_bracket, 1)),
        RunKey("[", _("Bracket before"), partial(acts.next_bracket, -1)),
        RunKey("F8", _("Next change"), partial(acts.next_change, 1)),
        RunKey("Ctrl+F8", _("Change before"), partial(acts.next_change, -1)),
        RunKey("Ctrl+Down", _("Provision below"), partial(acts.step_provision, 1)),
        RunKey("Ctrl+Up", _("Provision above"), partial(acts.step_provision, -1)),
        RunKey("Alt+Down", _("Proposal below"), partial(acts.step_proposal, 1)),
        RunKey("Alt+Up", _("Proposal above"), partial(acts.step_proposal, -1)),
        *(
            RunKey(VIEW_KEYS[view], words, partial(page.look_at, view.value))
            for view, words in (
                (View.REDLINE, _("Redline")),
                (View.CLEAN, _("Clean text")),
                (View.SIDE_BY_SIDE, _("Side by side")),
            )
        ),
        RunKey(WHOLE_KEY, _("Whole draft, or one provision"), page.toggle_whole),
        RunKey(STAGE_KEY, _("Show on the stage, or not any more"), acts.toggle_stage),
        RunKey(TEXT_KEY, _("Edit the text, for the secretariat"), acts.paragraph.edit_text),
        RunKey(PARAGRAPH_KEY, _("This paragraph: where it stands, move, remove …"), acts.paragraph.paragraph_panel),
        RunKey(OPEN_KEY, _("Open another document"), document.choose_document),
        RunKey(ACTS_KEY, _("This document: versions, circulate, adopt, papers …"), document.panel),
        RunKey(VERSIONS_KEY, _("Versions"), document.versions),
        RunKey(BRING_KEY, _("Bring a Word file, the matrix of comments, or a plan"), document.bring),
        RunKey(PASTE_KEY, _("Paste a text"), document.paste),
    )

"""What Ctrl+K finds of the drafts and of the report: proposals by number, provisions, and the views in which these are worked on."""

from collections.abc import Collection, Iterator

from cmc_desk.desk.document_search import find_proposal, find_provisions
from cmc_desk.i18n import N_
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.refusal import Unavailable
from cmc_desk.ui.context import Context

# What is found, where it leads (a page, and what is shown there), and the icon.
Found = tuple[str, str, str, object, str]
_LEAST = 4
REPORT_PAPER = "outcome-report"
# Whoever types "report" means that of the outcomes, whatever else has the word in it.
_REPORT: tuple[tuple[str, str, object, str], ...] = (
    (N_("Outcome report"), "papers", REPORT_PAPER, "documents"),
    (N_("Edit the report of the final outcomes"), "papers", ("block", ""), "papers"),
)
_VIEWS: tuple[tuple[str, str, object, str], ...] = (
    (N_("Closing kit"), "papers", "closing", "folder"),
    (N_("Bring a Word file, the matrix of comments, or a plan of action"), "documents", "import", "folder"),
)


def report_places(pages: Collection[str]) -> Iterator[Found]:
    """Yield where the report of the outcomes is looked over and where it is written."""
    for title, page, what, icon in _REPORT:
        if page in pages:
            yield _(title), _("Report"), page, what, icon


def other_views(pages: Collection[str]) -> Iterator[Found]:
    """Yield the views beside the pages that are shown, in words: title, beside, page, what, icon."""
    for title, page, what, icon in _VIEWS:
        if page in pages:
            yield _(title), _("Report") if page == "papers" else _("Documents"), page, what, icon


def found_in_drafts(context: Context, text: str) -> Iterator[Found]:
    """Yield the proposal that is named, and provisions that have the words; of a letter or two there would be too many."""
    try:
        one = context.desk.read_promptly(find_proposal, text=text)
        many = context.desk.read_promptly(find_provisions, text=text) if len(text.strip()) >= _LEAST else ()
    except Unavailable:
        return
    facts = context.facts
    if one is not None:
        who = ", ".join(map(facts.delegation_name, one.proposers)) or _("The secretariat")
        yield f"{one.name} {who}: {_line(one.said)}", one.draft, "documents", one.key, "proposal"
    for hit in many:
        number = hit.provision.path or hit.provision.label
        yield f"{number} {_line(hit.provision.text)}".strip(), hit.draft, "documents", hit.provision.key, "documents"


def _line(text: str) -> str:
    return " ".join(text.split())

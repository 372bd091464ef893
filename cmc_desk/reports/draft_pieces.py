"""What stands on the pages of a draft in every view: provisions and their alternatives in pieces, and the words under them."""

from collections.abc import Iterator
from gettext import NullTranslations

from cmc_desk.reports.draft_facts import DraftPaper, field_words, names, wished_runs
from cmc_desk.reports.run_lines import Styled, styled
from cmc_desk.reports.run_table import Para
from cmc_desk.rules.document_kinds import PartyRole, ProposalAction, ProvisionKind, ProvisionStatus
from cmc_desk.rules.document_words import ACTION_WORDS, CONCERN_WORDS
from cmc_desk.rules.proposals import Proposal
from cmc_desk.rules.redline import Alternative, Rendered, Run
from cmc_desk.rules.redlines import accepted

SMALL = 8.0
TONES = {
    ProvisionStatus.OPEN: "slate",
    ProvisionStatus.BRACKETED: "amber",
    ProvisionStatus.AD_REFERENDUM: "leaf",
    ProvisionStatus.AGREED: "leaf",
    ProvisionStatus.DELETED: "coral",
    ProvisionStatus.DEFERRED: "slate",
}
# They say something of the text and leave it as it is.
_REMARKS = (ProposalAction.QUESTION, ProposalAction.COMMENT)


def label_words(label: str) -> str:
    """Return the number of a provision as it stands before its text: `3.`, `3 bis.`, `(a)`, `2.1`."""
    return f"{label}." if label[-1:].isalnum() and "." not in label else label


def shown_runs(rendered: Rendered, *, clean: bool, field: str = "") -> tuple[Run, ...]:
    """Return the runs of a field: with its changes, or as it reads with all of them taken."""
    runs = dict(rendered.cells).get(field, ()) if field else rendered.runs
    if not clean:
        return runs
    said = accepted(runs)
    return (Run(said),) if said else ()


def left_out(rendered: Rendered, *, clean: bool) -> bool:
    """Tell whether a provision has no place in a paper: a clean one has nothing that was deleted or is only proposed."""
    if not clean:
        return False
    gone = rendered.provision.status is ProvisionStatus.DELETED or not rendered.provision.key
    return gone or bool(rendered.runs and not accepted(rendered.runs))


def alternative_pieces(alternative: Alternative, texts: NullTranslations) -> tuple[Styled, ...]:
    """Return an alternative between its brackets; of which cell it is stands before it."""
    of_cell: tuple[Styled, ...] = ()
    if alternative.field:
        of_cell = (Styled(f"{field_words(alternative.field, texts)}: ", "slate"),)
    return (
        *of_cell,
        Styled(
            f"{alternative.opening} "
            if alternative.opening[-1:].isalnum() or "." in alternative.opening
            else alternative.opening,
            bold=True,
        ),
        *styled(wished_runs(alternative, texts)),
        Styled(alternative.closing, bold=True),
    )


def about_alternative(content: DraftPaper, alternative: Alternative, texts: NullTranslations) -> tuple[Styled, ...]:
    """Return whose an alternative is, who stands behind it, and what whoever decides must know."""
    _ = texts.gettext
    found = [one for key in alternative.proposals if (one := content.proposal(key)) is not None]
    if not found:
        return (Styled(_("Text of the draft"), "slate"),)
    words = [
        ", ".join(one.name for one in found) + (f" {who}" if (who := names(content, alternative.proposers)) else "")
    ]
    words.append(_(ACTION_WORDS[alternative.action]))
    if alternative.supporters:
        words.append(
            texts.ngettext(
                "supported by {number}: {names}", "supported by {number}: {names}", len(alternative.supporters)
            ).format(number=len(alternative.supporters), names=names(content, alternative.supporters))
        )
    if alternative.opponents:
        words.append(_("opposed by {names}").format(names=names(content, alternative.opponents)))
    if alternative.reservations:
        words.append(_("reservation of {names}").format(names=names(content, alternative.reservations)))
    pieces = [Styled(words[0], "slate", bold=True), Styled(" · " + " · ".join(words[1:]), "slate")]
    pieces += [Styled(f" · {_(CONCERN_WORDS[concern])}", "amber", bold=True) for concern in alternative.concerns]
    return tuple(pieces)


def bar_of(alternative: Alternative) -> str:
    """Return the tone of the bar beside an alternative: the one that most stand behind has its own."""
    return "sea" if alternative.leading else "indigo" if alternative.proposals else "edge"


def remarks(content: DraftPaper, rendered: Rendered) -> tuple[Proposal, ...]:
    """Return the questions and comments on a provision that still wait for an answer of the meeting."""
    return tuple(one for one in content.of(rendered) if one.action in _REMARKS and one.live)


def general(content: DraftPaper) -> tuple[Proposal, ...]:
    """Return what was said of the document as a whole and still waits."""
    return tuple(one for one in content.proposals if not one.provision and one.live)


def remark_pieces(content: DraftPaper, proposal: Proposal, texts: NullTranslations) -> tuple[Styled, ...]:
    """Return a question or comment with who made it, in one line of words."""
    who = names(content, proposal.of(PartyRole.PROPOSER))
    lead = " · ".join(filter(None, (f"{proposal.name} {who}".strip(), texts.gettext(ACTION_WORDS[proposal.action]))))
    said = proposal.new_text or proposal.rationale
    return (Styled(lead, "slate", bold=True), Styled(f": {said}" if said else "", "slate"))


def beside(
    content: DraftPaper, rendered: Rendered, texts: NullTranslations, *, size: float, rationale: bool = False
) -> Iterator[Para]:
    """Yield what stands under or beside a provision because nobody has decided; with `rationale` also why it is wanted."""
    for alternative in rendered.alternatives:
        bar = bar_of(alternative)
        yield Para(alternative_pieces(alternative, texts), size, 10, bar, above=4)
        yield Para(about_alternative(content, alternative, texts), SMALL - 1, 10, bar)
        for key in alternative.proposals if rationale else ():
            proposal = content.proposal(key)
            if proposal is not None and proposal.rationale:
                yield Para((Styled(proposal.rationale, "slate"),), SMALL - 0.5, 10, bar)
    for proposal in remarks(content, rendered):
        yield Para(remark_pieces(content, proposal, texts), SMALL - 0.5, 10, "line", above=4)


def is_of_table(rendered: Rendered, content: DraftPaper) -> bool:
    """Tell whether a provision stands in the table of a plan: its rows, and the headings above them."""
    kind = rendered.provision.kind
    return kind is ProvisionKind.PLAN_ROW or (kind is ProvisionKind.HEADING and content.is_plan)

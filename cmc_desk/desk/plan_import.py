"""A plan of action that comes back as a workbook: read, compared, and taken over as the next version or as proposals, whole or not at all."""

from dataclasses import replace
from functools import partial
from pathlib import Path

from sqlalchemy.orm import Session

from cmc_desk.desk.command import Tx, command
from cmc_desk.desk.draft_acts import bring_text
from cmc_desk.desk.draft_texts import draft_text
from cmc_desk.desk.proposal_rows import proposal_facts
from cmc_desk.desk.proposal_writing import write_new
from cmc_desk.desk.trying import Trial, refusal_of, tried
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.document_kinds import Channel
from cmc_desk.rules.plan_import import plan_proposals, plan_table
from cmc_desk.rules.plan_rows import PlanFile, PlanPreview
from cmc_desk.rules.proposals import NewProposal
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.said_before import said_in


def read_plan_file(path: Path) -> PlanFile:
    """Return a plan as it was sent; raises Refusal or Unavailable."""
    from cmc_desk.exchange.plan_file import read_plan

    return read_plan(path)


def plan_preview(session: Session, file: PlanFile, *, draft: str) -> PlanPreview:
    """Return what a file would do with a plan: the dry run, which writes nothing."""
    return plan_table(file, draft_text(session, draft=draft))


def plan_dry_run(
    trial: Trial,
    file: PlanFile,
    *,
    draft: str,
    delegations: tuple[str, ...] | None = None,
    whose_is_open: bool = False,
) -> PlanPreview:
    """Return what a file would do, with everything that taking it over would refuse: it is taken over, and taken back at once.

    With `delegations` it is taken over as their proposals, else as the next version. While it is open whose they are, nothing of it is
    known to be proposed already.
    """
    preview = trial.read(plan_preview, file=file, draft=draft)
    if preview.problems or not (preview.new or preview.changes):
        return preview
    if delegations is None:
        sentences = tried(trial, _refused_version, draft=draft, preview=preview)
    else:
        sentences = tried(
            trial, _refused_proposals, draft=draft, preview=preview, delegations=None if whose_is_open else delegations
        )
    return replace(preview, problems=tuple(dict.fromkeys(sentences)))


@command("drafts.import_plan")
def import_plan(tx: Tx, *, draft: str, file: PlanFile, label: str = "") -> str:
    """Take a plan over as the next version of the draft, with what is otherwise and what is new in it; return the key of the version.

    Raises Refusal if anything stands against it, or if nothing in the file differs.
    """
    preview = _taken(tx, draft, file)
    return bring_text(tx, draft=draft, provisions=preview.provisions, label=label, source=file.source)


@command("proposals.import_plan")
def import_plan_proposals(
    tx: Tx, *, draft: str, file: PlanFile, delegations: tuple[str, ...], channel: Channel = Channel.WRITTEN
) -> tuple[str, ...]:
    """Take what a plan says otherwise over as proposals of `delegations`, cell by cell; return their keys.

    What they proposed before is left out. Raises Refusal as `import_plan` does, and if nothing is left.
    """
    preview = _taken(tx, draft, file)
    rows = _rows(tx, preview, draft=draft, delegations=delegations, channel=Channel(channel))
    return tuple(_written(tx, where, row) for where, row in rows)


def _rows(
    tx: Tx,
    preview: PlanPreview,
    *,
    draft: str,
    delegations: tuple[str, ...] | None,
    channel: Channel = Channel.WRITTEN,
) -> tuple[tuple[str, NewProposal], ...]:
    rows = plan_proposals(preview, draft=draft, delegations=delegations or (), channel=channel)
    if not rows:
        raise Refusal(
            _("Only numbers differ in the file: they are written on the page of the documents."), field="path"
        )
    if delegations is None:
        return rows
    said_before = said_in(proposal_facts(tx.session, draft=draft))
    left = tuple((where, row) for where, row in rows if not said_before(row))
    if not left:
        raise Refusal(_("All that the file says otherwise was proposed already."), field="path")
    return left


def _written(tx: Tx, where: str, row: NewProposal) -> str:
    try:
        return write_new(tx, row).id
    except Refusal as refusal:
        words = _("{where}: {sentence}").format(where=where, sentence=refusal.sentence)
        raise Refusal(words, field="path") from refusal


def _refused_version(tx: Tx, *, draft: str, preview: PlanPreview) -> list[str]:
    refusal = refusal_of(tx, partial(bring_text, tx, draft=draft, provisions=preview.provisions))
    return refusal.sentence.split("\n") if refusal is not None else []


def _refused_proposals(tx: Tx, *, draft: str, preview: PlanPreview, delegations: tuple[str, ...] | None) -> list[str]:
    try:
        rows = _rows(tx, preview, draft=draft, delegations=delegations)
    except Refusal as refusal:
        return [refusal.sentence]
    refusals = (refusal_of(tx, partial(_written, tx, where, row)) for where, row in rows)
    return [refusal.sentence for refusal in refusals if refusal is not None]


def _taken(tx: Tx, draft: str, file: PlanFile) -> PlanPreview:
    preview = plan_preview(tx.session, file, draft=draft)
    if preview.problems:
        raise Refusal("\n".join(preview.problems), field="path")
    if not preview.new and not preview.changes:
        raise Refusal(_("Nothing in the file differs from what stands here."), field="path")
    return preview

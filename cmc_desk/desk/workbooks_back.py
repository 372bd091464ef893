"""A workbook that comes back from somebody: which of ours it is, and for which plan of the meeting."""

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.orm import Session

from cmc_desk.desk.beside import copy_beside
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.draft_texts import draft_text, draft_texts
from cmc_desk.desk.matrix_import import matrix_dry_run, read_matrix_file
from cmc_desk.desk.plan_import import plan_dry_run, read_plan_file
from cmc_desk.desk.trying import Trial
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.document_kinds import DocumentKind
from cmc_desk.rules.matrix_rows import MatrixFile, MatrixPreview
from cmc_desk.rules.plan_rows import PlanFile, PlanPreview
from cmc_desk.rules.refusal import Refusal


def read_back(path: Path) -> MatrixFile | PlanFile:
    """Return a workbook as what its headings say that it is; raises Refusal if it is neither, Unavailable if it cannot be read now."""
    try:
        return read_matrix_file(path)
    except Refusal as no_matrix:
        try:
            return read_plan_file(path)
        except Refusal as no_plan:
            # A file that cannot be opened at all is refused by both in the same words.
            if no_plan.sentence == no_matrix.sentence:
                raise
    raise Refusal(
        _(
            "“{file}” is neither a matrix of comments nor a plan of action: no row has the headings of one. Make the workbook among the papers, and fill that in."
        ).format(file=path.name),
        field="path",
    )


@dataclass(frozen=True, slots=True)
class LookedAt:
    """A workbook as it was read, for which plan it would be, whether delegations have that in their hands, and what it would do."""

    file: MatrixFile | PlanFile
    plan: str
    circulated: bool
    as_proposals: bool
    preview: MatrixPreview | PlanPreview


def look_at(
    desk: Desk,
    file: Path | MatrixFile | PlanFile,
    *,
    near: str,
    as_proposals: bool | None = None,
    delegations: tuple[str, ...] | None = None,
) -> LookedAt:
    """Read a workbook and find all that taking it over would do and refuse, on a copy, beside the windows: nobody waits for it.

    A plan becomes the next version or proposals; None is what is usual: proposals once the delegations have the text. `delegations`
    are whose proposals they are, None while nobody said. Raises Refusal or Unavailable.
    """
    read = read_back(file) if isinstance(file, Path) else file
    with copy_beside(desk) as store:
        trial = Trial(desk, store)
        plan = trial.read(plan_meant, near=near)
        version = trial.read(draft_text, draft=plan).version
        circulated = version is not None and version.circulated_at is not None
        proposing = circulated if as_proposals is None else as_proposals
        if isinstance(read, MatrixFile):
            return LookedAt(read, plan, circulated, proposing, matrix_dry_run(trial, read))
        if not proposing:
            return LookedAt(read, plan, circulated, proposing, plan_dry_run(trial, read, draft=plan))
        whose, is_open = delegations or (), delegations is None
        preview = plan_dry_run(trial, read, draft=plan, delegations=whose, whose_is_open=is_open)
        return LookedAt(read, plan, circulated, proposing, preview)


def plan_meant(session: Session, *, near: str) -> str:
    """Return the key of the plan that a workbook is of: the draft that is open if it is one or the meeting has not exactly one."""
    plans = [one.key for one in draft_texts(session) if one.kind is DocumentKind.PLAN]
    return near if near in plans or len(plans) != 1 else plans[0]

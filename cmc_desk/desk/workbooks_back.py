"""A workbook that comes back from somebody: which of ours it is, and for which plan of the meeting."""

from pathlib import Path

from sqlalchemy.orm import Session

from cmc_desk.desk.draft_texts import draft_texts
from cmc_desk.desk.matrix_import import read_matrix_file
from cmc_desk.desk.plan_import import read_plan_file
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.document_kinds import DocumentKind
from cmc_desk.rules.matrix_rows import MatrixFile
from cmc_desk.rules.plan_rows import PlanFile
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


def plan_meant(session: Session, *, near: str) -> str:
    """Return the key of the plan that a workbook is of: the draft that is open if it is one or the meeting has not exactly one."""
    plans = [one.key for one in draft_texts(session) if one.kind is DocumentKind.PLAN]
    return near if near in plans or len(plans) != 1 else plans[0]

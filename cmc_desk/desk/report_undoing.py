"""What cannot be taken back of the report any more, because the host has signed it or it is final."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.desk.report_rows import SIGNED, issues, report_row
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.document_kinds import ReportStatus
from cmc_desk.rules.refusal import Refusal

# What of the report decides what it says; where it stands, and when it was touched last, does not.
_SAYS = frozenset({"language", "attributed", "left_out"})


def refuse_signed(session: Session, rows: Sequence[Mapping[str, Any]]) -> None:
    """Raise Refusal if putting rows back would change the report that was signed, or a correction that went out.

    Neither does a correction become open again of what was signed since: whoever signed knew that none was.
    """
    if any(_went_out(session, one) for one in rows):
        raise Refusal(
            _("This cannot be undone any more: the correction went out with a corrigendum since. Nothing was changed.")
        )
    row = report_row(session)
    if row is None or row.status not in SIGNED:
        return
    if any(_says_otherwise(one) or _opens_again(session, one) for one in rows):
        raise Refusal(_("This cannot be undone any more: the report was signed off since. Nothing was changed."))


def _went_out(session: Session, change: Mapping[str, Any]) -> bool:
    """Tell whether a change was of a correction that a corrigendum has taken with it since."""
    if change["table"] != schema.ReportCorrection.__name__:
        return False
    row = session.get(schema.ReportCorrection, change["key"][0])
    return row is not None and row.corrigendum is not None


def _opens_again(session: Session, change: Mapping[str, Any]) -> bool:
    """Tell whether a correction that was settled or removed before the host signed would be open again."""
    before = change["before"]
    if change["table"] != schema.ReportCorrection.__name__ or before is None:
        return False
    row = session.get(schema.ReportCorrection, change["key"][0])
    if row is None or row.version in {one.version for one in issues(session) if one.status is ReportStatus.FINAL}:
        return False
    settled, deleted = (before.get(name, getattr(row, name)) for name in ("settled_at", "deleted_at"))
    return settled is None and deleted is None and (row.settled_at, row.deleted_at) != (None, None)


def _says_otherwise(change: Mapping[str, Any]) -> bool:
    """Tell whether the report would say something else without a change."""
    if change["table"] == schema.ReportText.__name__:
        return True
    return change["table"] == schema.Report.__name__ and bool(_SAYS & set(change["before"] or {}))

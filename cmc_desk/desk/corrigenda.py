"""The corrigenda of the final report: what was accepted goes out under a number, and never changes again."""

from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.desk.command import Tx, command
from cmc_desk.desk.meeting import meeting
from cmc_desk.desk.report_corrections import corrections
from cmc_desk.desk.report_instead import check_going_out
from cmc_desk.desk.report_rows import report_row
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.document_kinds import ReportStatus
from cmc_desk.rules.plain import from_plain, to_plain
from cmc_desk.rules.readout_text import digest_of
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.report_standing import Corrected, Correction, Corrigendum, going_out


@command("report.issue_corrigendum")
def issue_corrigendum(tx: Tx) -> int:
    """Issue everything that was accepted of the final report and has not gone out yet as its next corrigendum; return its number.

    Raises Refusal if the report is not final, if there is nothing, or if two say it against each other or one names who spoke where
    nobody is named: a correction may have been accepted before that was looked at, or be accepted again by being undone.
    """
    version, taken = _taken(tx.session)
    for place, one in enumerate(taken):
        check_going_out(tx.session, one, taken[:place])
    found = schema.ReportCorrigendum
    number = (tx.session.scalar(select(func.max(found.number))) or 0) + 1
    body: list[dict[str, Any]] = [to_plain(_line(one)) for one in taken]
    tx.session.add(
        found(
            id=tx.new_id(),
            number=number,
            version=version,
            body=body,
            digest=digest_of(body),
            at=tx.now,
            operator=tx.author.operator,
            station=tx.author.station,
        )
    )
    tx.session.flush()
    for one in taken:
        tx.session.get_one(schema.ReportCorrection, one.key).corrigendum = number
    # What went out cannot be called back.
    tx.cannot_be_undone()
    return number


def corrigenda(session: Session) -> tuple[Corrigendum, ...]:
    """Return the corrigenda that went out, the first one first; their times are on the clocks of the meeting."""
    facts = meeting(session)
    return tuple(
        Corrigendum(
            number=row.number,
            version=row.version,
            lines=tuple(from_plain(Corrected, one) for one in row.body),
            at=facts.local(row.at),
            operator=row.operator,
            station=row.station,
            digest=row.digest,
        )
        for row in session.scalars(select(schema.ReportCorrigendum).order_by(schema.ReportCorrigendum.number))
    )


def next_corrigendum(session: Session) -> Corrigendum:
    """Return what would go out now, under no number yet; raises Refusal as `issue_corrigendum` does."""
    version, taken = _taken(session)
    return Corrigendum(0, version, tuple(map(_line, taken)))


def _taken(session: Session) -> tuple[int, tuple[Correction, ...]]:
    """Return of which version of the report what goes out next."""
    row = report_row(session)
    if row is None or row.status is not ReportStatus.FINAL:
        raise Refusal(_("Only a report that is final has a corrigendum: until then it is corrected itself."))
    taken = going_out(corrections(session), row.version)
    if not taken:
        raise Refusal(_("No correction of the final report was accepted that has not gone out yet."))
    return row.version, taken


def _line(one: Correction) -> Corrected:
    return Corrected(one.paragraph, one.replaced, one.corrected, one.edition, one.number)

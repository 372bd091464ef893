"""The corrections that delegations ask for of a version of the report that was circulated; of the final one they are a corrigendum."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.desk.command import Tx, command
from cmc_desk.desk.meeting import meeting
from cmc_desk.desk.report_rows import issues, report_row, the_report
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.document_kinds import CorrectionOutcome, ReportStatus
from cmc_desk.rules.folding import clean
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.report_blocks import Para, blocks_kept
from cmc_desk.rules.report_standing import Correction, issue_of

LONGEST_PARAGRAPH = 40


@command("report.ask_correction")
def ask_correction(tx: Tx, *, version: int, paragraph: str, delegation: str, words: str) -> str:
    """Enter that a delegation asks for a correction of a paragraph of a version; return its key.

    Raises Refusal if it says nothing, or if there is no such version, paragraph or delegation. A paragraph that is no number, such as
    "Annex II", is taken as it is written.
    """
    said, place = clean(words), clean(paragraph).rstrip(".")
    if not said:
        raise Refusal(_("Type what is to be corrected."), field="words")
    if len(place) > LONGEST_PARAGRAPH:
        raise Refusal(_("At most {number} letters, please.").format(number=LONGEST_PARAGRAPH), field="paragraph")
    if delegation and tx.session.get(schema.Delegation, delegation) is None:
        raise Refusal(_("No delegation has the code {code}.").format(code=delegation), field="delegation")
    found_issue = issue_of(issues(tx.session), version)
    if found_issue is None:
        raise Refusal(_("This version of the report does not exist."), field="version")
    _refuse_unknown(tx, version, place)
    row = the_report(tx)
    if row.status is ReportStatus.CIRCULATED:
        row.status = ReportStatus.CORRECTED
    found = schema.ReportCorrection(
        id=tx.new_id(),
        number=(tx.session.scalar(select(func.max(schema.ReportCorrection.number))) or 0) + 1,
        version=version,
        language=found_issue.language,
        attributed=found_issue.attributed,
        paragraph=place,
        delegation=delegation,
        words=said,
        at=tx.now,
        outcome=CorrectionOutcome.OPEN,
        replaced="",
        corrected="",
        answer="",
        settled_at=None,
        deleted_at=None,
    )
    tx.session.add(found)
    return found.id


@command("report.settle_correction")
def settle_correction(tx: Tx, *, correction: str, answer: str) -> str:
    """Say what became of a correction that was asked for; to say it again replaces what was said."""
    said = clean(answer)
    if not said:
        raise Refusal(_("Type what became of it, such as: corrected as asked."), field="answer")
    row = _the_row(tx, correction)
    row.outcome, row.answer, row.settled_at = CorrectionOutcome.NOTED, said, tx.now
    return correction


@command("report.remove_correction")
def remove_correction(tx: Tx, *, correction: str) -> str:
    """Take a correction back that was entered by mistake."""
    _the_row(tx, correction).deleted_at = tx.now
    return correction


def corrections(session: Session) -> tuple[Correction, ...]:
    """Return the corrections that were asked for, the first one first; their times are on the clocks of the meeting."""
    facts, head = meeting(session), report_row(session)
    until = head.corrections_until if head is not None else None
    final = {one.version for one in issues(session) if one.status is ReportStatus.FINAL}
    row = schema.ReportCorrection
    found = []
    for one in session.scalars(select(row).where(row.deleted_at.is_(None)).order_by(row.number)):
        at = facts.local(one.at)
        found.append(
            Correction(
                key=one.id,
                number=one.number,
                version=one.version,
                paragraph=one.paragraph,
                delegation=one.delegation,
                words=one.words,
                at=at,
                answer=one.answer,
                settled_at=facts.local(one.settled_at) if one.settled_at is not None else None,
                late=until is not None and at.date() > until,
                corrigendum=one.version in final,
            )
        )
    return tuple(found)


def _the_row(tx: Tx, correction: str) -> schema.ReportCorrection:
    row = tx.session.get(schema.ReportCorrection, correction)
    if row is None or row.deleted_at is not None:
        raise Refusal(_("This correction was removed."), field="correction")
    return row


def _refuse_unknown(tx: Tx, version: int, place: str) -> None:
    """Raise Refusal if a paragraph is told by a number that the version has not."""
    body = tx.session.scalars(select(schema.ReportIssue.body).where(schema.ReportIssue.version == version)).one()
    known = [block.label.rstrip(".") for block in blocks_kept(body) if isinstance(block, Para) and block.label]
    if place.isdecimal() and place not in known:
        raise Refusal(
            _("Version {version} has no paragraph {paragraph}: its last one is {last}.").format(
                version=version, paragraph=place, last=known[-1] if known else "–"
            ),
            field="paragraph",
        )

"""The corrections that delegations ask for of a version of the report that was circulated; of the final one they are a corrigendum."""

from dataclasses import replace

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.desk.command import Tx, command
from cmc_desk.desk.meeting import meeting
from cmc_desk.desk.report_instead import check_instead, issued_of, paragraph_at, refuse_superseded
from cmc_desk.desk.report_rows import issues, the_report
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.document_kinds import CorrectionOutcome, ReportStatus
from cmc_desk.rules.folding import clean
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.report_standing import Correction, Edition, issue_of

LONGEST_PARAGRAPH = 40


@command("report.ask_correction")
def ask_correction(
    tx: Tx, *, version: int, paragraph: str, delegation: str, words: str, edition: Edition | None = None
) -> str:
    """Enter that a delegation asks for a correction of a paragraph of a version; return its key.

    It is of the text that was signed, unless another `edition` is given. Raises Refusal if it says nothing, if there is no such
    version, paragraph or delegation, or if the report is final under another number. A paragraph that is no number, such as "Annex II", is taken as it is written.
    """
    said, place = clean(words), clean(paragraph).rstrip(".")
    if not said:
        raise Refusal(_("Type what is to be corrected."), field="words")
    if len(place) > LONGEST_PARAGRAPH:
        raise Refusal(_("At most {number} letters, please.").format(number=LONGEST_PARAGRAPH), field="paragraph")
    if delegation and tx.session.get(schema.Delegation, delegation) is None:
        raise Refusal(_("No delegation has the code {code}.").format(code=delegation), field="delegation")
    of = issue_of(issues(tx.session), version, edition)
    if of is None or edition not in (None, of.edition):
        raise Refusal(_("This version of the report does not exist."), field="version")
    refuse_superseded(tx.session, version)
    paragraph_at(issued_of(tx.session, version, of.edition), version, place)
    row = the_report(tx)
    if row.status is ReportStatus.CIRCULATED:
        row.status = ReportStatus.CORRECTED
    found = schema.ReportCorrection(
        id=tx.new_id(),
        number=(tx.session.scalar(select(func.max(schema.ReportCorrection.number))) or 0) + 1,
        version=version,
        language=of.language,
        attributed=of.attributed,
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
def settle_correction(
    tx: Tx,
    *,
    correction: str,
    outcome: CorrectionOutcome,
    answer: str = "",
    replaced: str = "",
    corrected: str = "",
) -> str:
    """Say what became of a correction that was asked for: accepted, not accepted, or noted, with a word on it.

    One that was accepted of the final report says what is read instead: for `replaced` read `corrected`; where nothing is replaced it is
    the whole paragraph, and what is read as nothing is deleted. Raises Refusal, with the field, if it was settled already, if it does not
    say why it was not accepted or what is read instead, if what is replaced does not stand there, if another one that has not gone out
    yet reads it otherwise, or if it would name who spoke in a text that names nobody.
    """
    row, wanted, said = _the_row(tx, correction), CorrectionOutcome(outcome), clean(answer)
    if row.settled_at is not None:
        raise Refusal(
            _("Correction {number} is settled already: open it again before you settle it otherwise.").format(
                number=row.number
            ),
            field="correction",
        )
    if wanted is CorrectionOutcome.OPEN:
        raise Refusal(_("What became of it: was it accepted, not accepted, or noted?"), field="outcome")
    if wanted is CorrectionOutcome.NOT_ACCEPTED and not said:
        raise Refusal(_("Type why it was not accepted."), field="answer")
    before, after = clean(replaced), clean(corrected)
    if wanted is CorrectionOutcome.ACCEPTED:
        known = corrections(tx.session)
        one = next(one for one in known if one.key == correction)
        check_instead(tx.session, replace(one, replaced=before, corrected=after), known)
    else:
        before = after = ""
    row.outcome, row.answer, row.settled_at = wanted, said, tx.now
    row.replaced, row.corrected = before, after
    return correction


@command("report.reopen_correction")
def reopen_correction(tx: Tx, *, correction: str) -> str:
    """Open a correction again that was settled; what was said of it stays to be changed. Raises Refusal if it went out already."""
    row = _the_row(tx, correction)
    if row.settled_at is None:
        raise Refusal(_("Correction {number} is not settled.").format(number=row.number), field="correction")
    _refuse_gone_out(row)
    row.outcome, row.settled_at = CorrectionOutcome.OPEN, None
    return correction


@command("report.remove_correction")
def remove_correction(tx: Tx, *, correction: str) -> str:
    """Take a correction back that was entered by mistake; raises Refusal if it went out already."""
    row = _the_row(tx, correction)
    _refuse_gone_out(row)
    row.deleted_at = tx.now
    return correction


def corrections(session: Session) -> tuple[Correction, ...]:
    """Return the corrections that were asked for, the first one first; their times are on the clocks of the meeting."""
    facts, issue = meeting(session), schema.ReportIssue
    # Each version has a window of its own, whenever the next one is sent.
    sent = select(issue.version, issue.corrections_until).where(issue.corrections_until.is_not(None))
    windows = {one.version: one.corrections_until for one in session.execute(sent)}
    final = {one.version for one in issues(session) if one.status is ReportStatus.FINAL}
    row = schema.ReportCorrection
    found = []
    for one in session.scalars(select(row).where(row.deleted_at.is_(None)).order_by(row.number)):
        at, until = facts.local(one.at), windows.get(one.version)
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
                outcome=one.outcome,
                replaced=one.replaced,
                corrected=one.corrected,
                issued=one.corrigendum or 0,
                edition=Edition(one.language, one.attributed),
            )
        )
    return tuple(found)


def _the_row(tx: Tx, correction: str) -> schema.ReportCorrection:
    row = tx.session.get(schema.ReportCorrection, correction)
    if row is None or row.deleted_at is not None:
        raise Refusal(_("This correction was removed."), field="correction")
    return row


def _refuse_gone_out(row: schema.ReportCorrection) -> None:
    if row.corrigendum is not None:
        raise Refusal(
            _("Correction {number} went out with corrigendum {corrigendum}: ask for another one instead.").format(
                number=row.number, corrigendum=row.corrigendum
            ),
            field="correction",
        )

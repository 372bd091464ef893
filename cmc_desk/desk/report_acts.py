"""Where the report goes: it is set up, circulated, signed off by the host, final, and opened again."""

from datetime import date

from cmc_desk.db import schema
from cmc_desk.desk.command import Tx, command
from cmc_desk.desk.meeting import meeting
from cmc_desk.desk.preflight import preflight
from cmc_desk.desk.report_corrections import corrections
from cmc_desk.desk.report_rows import changeable, issues, known_language, the_report
from cmc_desk.desk.report_trees import report_tree
from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext
from cmc_desk.rules.document_kinds import ReportStatus
from cmc_desk.rules.folding import clean
from cmc_desk.rules.preflight import blocked
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.report_blocks import kept_blocks
from cmc_desk.rules.report_standing import digest_of_blocks

LONGEST_NAME = 120
_SIGNABLE = (ReportStatus.CIRCULATED, ReportStatus.CORRECTED)


@command("report.set")
def set_report(
    tx: Tx,
    *,
    attributed: bool | None = None,
    language: str | None = None,
    left_out: tuple[str, ...] | None = None,
) -> None:
    """Choose whether the report names who spoke, its language, and which blocks are left out; what is None stays as it is."""
    row = changeable(tx)
    if attributed is not None:
        row.attributed = attributed
    if language is not None:
        row.language = known_language(language)
    if left_out is not None:
        row.left_out = sorted(set(left_out))


@command("report.circulate")
def circulate_report(tx: Tx, *, until: date) -> int:
    """Keep what the report says now as its next version, for comments `until` a day; return the number of the version.

    Raises Refusal if that day is over, if the report is signed or final, or if it was circulated so already.
    """
    row = changeable(tx)
    if until < meeting(tx.session).local(tx.now).date():
        raise Refusal(_("Until when may corrections be asked for? That day is over."), field="until")
    again = row.status is ReportStatus.CIRCULATED and row.corrections_until == until
    row.corrections_until = until
    if again and _says_what_was_issued(tx, row):
        raise Refusal(
            _("Version {number} says the same, and was circulated until that day already.").format(number=row.version)
        )
    return _issue(tx, row, ReportStatus.CIRCULATED)


@command("report.sign_off")
def sign_off_report(tx: Tx, *, by: str) -> int:
    """Record that the host signed the report off as it stands now, and keep it as its next version; return that.

    Raises Refusal if it was not circulated, if a correction is not settled, or if it says nobody.
    """
    name = clean(by)
    if not name:
        raise Refusal(_("Who signs the report off for the host?"), field="by")
    if len(name) > LONGEST_NAME:
        raise Refusal(_("At most {number} letters, please.").format(number=LONGEST_NAME), field="by")
    row = changeable(tx)
    if row.status not in _SIGNABLE:
        raise Refusal(_("The report was not circulated yet: circulate it before it is signed off."))
    left = [one for one in corrections(tx.session) if one.settled_at is None and not one.corrigendum]
    if left:
        raise Refusal(
            ngettext(
                "{number} correction is not settled: settle it before the report is signed off.",
                "{number} corrections are not settled: settle them before the report is signed off.",
                len(left),
            ).format(number=len(left))
        )
    row.signed_by = name
    return _issue(tx, row, ReportStatus.SIGNED_OFF)


@command("report.finish")
def finish_report(tx: Tx) -> int:
    """Make the report final as it was signed off: from now on it never changes. Return the number of the version.

    Raises Refusal if it was not signed off, if it says anything else than what was signed, or if something blocks it.
    """
    row = the_report(tx)
    if row.status is ReportStatus.FINAL:
        raise Refusal(_("The report is final already."))
    if row.status is not ReportStatus.SIGNED_OFF:
        raise Refusal(_("The report was not signed off yet: the host signs it before it is final."))
    blocking = blocked(preflight(tx.session))
    if blocking:
        raise Refusal(
            _("Final needs this first: {what}").format(what="; ".join(f"{one.what}: {one.said}" for one in blocking))
        )
    signed = issues(tx.session)[-1]
    now = report_tree(tx.session, language=signed.language, attributed=signed.attributed)
    if digest_of_blocks(kept_blocks(now.shown)) != signed.digest:
        raise Refusal(
            _("The report says something else now than what was signed: reopen it, and have it signed off again.")
        )
    row.language, row.attributed = signed.language, signed.attributed
    return _issue(tx, row, ReportStatus.FINAL)


@command("report.reopen")
def reopen_report(tx: Tx) -> ReportStatus:
    """Open a report that was signed or is final again: it is circulated, and its versions stay as they were issued.

    Raises Refusal if it can be changed already.
    """
    row = the_report(tx)
    if row.status not in (ReportStatus.SIGNED_OFF, ReportStatus.FINAL):
        raise Refusal(_("The report was not signed off: it can be changed."))
    row.status, row.signed_by = ReportStatus.CORRECTED, ""
    return row.status


def _says_what_was_issued(tx: Tx, row: schema.Report) -> bool:
    last = issues(tx.session)[-1]
    if (last.language, last.attributed) != (row.language, row.attributed):
        return False
    now = report_tree(tx.session, language=row.language, attributed=row.attributed)
    return digest_of_blocks(kept_blocks(now.shown)) == last.digest


def _issue(tx: Tx, row: schema.Report, status: ReportStatus) -> int:
    """Keep what the report says as its next version, with a status."""
    row.status = status
    row.version += 1
    tree = report_tree(tx.session, language=row.language, attributed=row.attributed)
    body = kept_blocks(tree.shown)
    tx.session.add(
        schema.ReportIssue(
            id=tx.new_id(),
            version=row.version,
            status=status,
            language=row.language,
            attributed=row.attributed,
            body=body,
            digest=digest_of_blocks(body),
            at=tx.now,
            operator=tx.author.operator,
            station=tx.author.station,
        )
    )
    # What was sent or signed cannot be unsent.
    tx.cannot_be_undone()
    return row.version

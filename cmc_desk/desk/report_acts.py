"""Where the report goes: it is set up, circulated, signed off by the host, final, and opened again."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from cmc_desk.db import schema
from cmc_desk.desk.command import Tx, command
from cmc_desk.desk.meeting import meeting
from cmc_desk.desk.report_ahead import ReadReport, ReadText, ReportUnseen, heeded
from cmc_desk.desk.report_corrections import corrections
from cmc_desk.desk.report_rows import changeable, issues, known_language, the_report
from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext
from cmc_desk.i18n import texts as texts_of
from cmc_desk.reports.outcome_words import remark_words, status_words
from cmc_desk.rules.document_kinds import ReportStatus
from cmc_desk.rules.folding import clean
from cmc_desk.rules.preflight import needed_first
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.report_blocks import Cover, kept_blocks
from cmc_desk.rules.report_standing import Edition, digest_of_blocks, issue_of
from cmc_desk.rules.report_standing import editions as standing_editions

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
def circulate_report(tx: Tx, *, until: date, seen: str = "", ahead: ReadReport | None = None) -> int:
    """Keep what the report says now as its next version, for comments `until` a day; return the number of the version.

    `ahead` is what it says if that was read before (see `report_ahead`), or it is read now; `seen` is the digest of the text that somebody
    has before them. Raises Refusal if that day is over, if the report is signed or final, if it was circulated so already, if it says
    something else now than what was seen, or if the meeting was changed since it was read.
    """
    row = changeable(tx)
    if until < meeting(tx.session).local(tx.now).date():
        raise Refusal(_("Until when may corrections be asked for? That day is over."), field="until")
    again = row.status is ReportStatus.CIRCULATED and row.corrections_until == until
    row.corrections_until = until
    texts = heeded(tx, ahead, (_own(row),), look=False)
    _refuse_unseen(texts[0], seen)
    if again and _says_what_was_issued(tx, texts[0]):
        raise Refusal(
            _("Version {number} says the same, and was circulated until that day already.").format(number=row.version)
        )
    return _issue_next(tx, row, ReportStatus.CIRCULATED, texts)


@command("report.sign_off")
def sign_off_report(tx: Tx, *, by: str, seen: str = "", ahead: ReadReport | None = None) -> int:
    """Record that the host signed the report off as it stands now, and keep it as its next version; return that.

    Raises Refusal if it was not circulated, if a correction is not settled, if something blocks it, if it says nobody, or as
    `circulate_report` does.
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
    texts = heeded(tx, ahead, (_own(row),))
    _refuse_unseen(texts[0], seen)
    _refuse_blocked(texts)
    row.signed_by = name
    return _issue_next(tx, row, ReportStatus.SIGNED_OFF, texts)


@command("report.finish")
def finish_report(tx: Tx, *, editions: tuple[Edition, ...] = (), ahead: ReadReport | None = None) -> int:
    """Make the report final as it was signed off: from now on it never changes. Return the number of the version.

    The `editions` are issued beside the one that was signed, under the same number. Raises Refusal if it was not signed off, if it says
    anything else than what was signed, if something blocks it, or as `circulate_report` does.
    """
    row = the_report(tx)
    if row.status is ReportStatus.FINAL:
        raise Refusal(_("The report is final already."))
    if row.status is not ReportStatus.SIGNED_OFF:
        raise Refusal(_("The report was not signed off yet: the host signs it before it is final."))
    signed = issues(tx.session)[-1]
    row.language, row.attributed = signed.language, signed.attributed
    texts = heeded(tx, ahead, (signed.edition, *_known(editions)))
    _refuse_blocked(texts)
    if digest_of_blocks(kept_blocks(texts[0].blocks)) != signed.digest:
        raise Refusal(
            _("The report says something else now than what was signed: reopen it, and have it signed off again.")
        )
    return _issue_next(tx, row, ReportStatus.FINAL, texts)


@command("report.issue_also")
def issue_also(tx: Tx, *, editions: tuple[Edition, ...], ahead: ReadReport | None = None) -> int:
    """Issue the final report in another language, with names or without, under its number; return that.

    Raises Refusal if it is not final, if it was issued so, if it says anything else now than what is final, if names are left in a text
    that is to have none, or as `circulate_report` does.
    """
    row = the_report(tx)
    if row.status is not ReportStatus.FINAL:
        raise Refusal(_("The report is not final yet: it is made final in all languages that are asked for."))
    found = issues(tx.session)
    final = issue_of(found, row.version)
    known = standing_editions(found, row.version)
    fresh = [edition for edition in _known(editions) if edition not in known]
    if final is None or not fresh:
        raise Refusal(_("Version {number} was issued so already.").format(number=row.version), field="language")
    first, *texts = heeded(tx, ahead, (final.edition, *fresh), look=False)
    if digest_of_blocks(kept_blocks(first.blocks)) != final.digest:
        raise Refusal(
            _(
                "The report says something else now than version {number}: in another language it would not say the same."
            ).format(number=row.version)
        )
    _refuse_blocked(texts)
    _issue(tx, row, texts)
    return row.version


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


def _own(row: schema.Report) -> Edition:
    return Edition(row.language, row.attributed)


def _known(editions: Sequence[Edition]) -> list[Edition]:
    return [Edition(known_language(one.language), one.attributed) for one in editions]


def _refuse_unseen(text: ReadText, seen: str) -> None:
    """Raise Refusal if a text that goes out for good is not the one that whoever sends it has looked at."""
    if seen and digest_of_blocks(kept_blocks(text.blocks)) != seen:
        raise ReportUnseen(_("The report says something else now than what is shown: look at it, then do it again."))


def _refuse_blocked(texts: Sequence[ReadText]) -> None:
    """Raise Refusal if something keeps a text from being signed off and final; what is the same in several is said once."""
    blocking = {(one.check, one.said, one.where): one for text in texts for one in text.blocking}
    if needed := needed_first(blocking.values()):
        raise Refusal(needed)


def _says_what_was_issued(tx: Tx, text: ReadText) -> bool:
    last = issues(tx.session)[-1]
    return last.edition == text.edition and digest_of_blocks(kept_blocks(text.blocks)) == last.digest


def _issue_next(tx: Tx, row: schema.Report, status: ReportStatus, texts: Sequence[ReadText]) -> int:
    """Keep what the report says as its next version."""
    row.status = status
    row.version += 1
    _issue(tx, row, texts)
    return row.version


def _issue(tx: Tx, row: schema.Report, texts: Sequence[ReadText]) -> None:
    """Keep texts of the report as they stand with its version and its status, which their covers say too."""
    for text in texts:
        words = texts_of(text.edition.language)
        body = kept_blocks(
            replace(
                one,
                status=status_words(row.status, row.version, words),
                remark=remark_words(row.status, row.corrections_until, words),
            )
            if isinstance(one, Cover)
            else one
            for one in text.blocks
        )
        tx.session.add(
            schema.ReportIssue(
                id=tx.new_id(),
                version=row.version,
                status=row.status,
                language=text.edition.language,
                attributed=text.edition.attributed,
                body=body,
                digest=digest_of_blocks(body),
                at=tx.now,
                operator=tx.author.operator,
                station=tx.author.station,
                corrections_until=row.corrections_until if row.status is ReportStatus.CIRCULATED else None,
            )
        )
    # What was sent or signed cannot be unsent.
    tx.cannot_be_undone()

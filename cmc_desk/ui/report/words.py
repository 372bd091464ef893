"""What the screen says of the report: where it stands, what a block of it is, what keeps it from being final."""

from collections.abc import Sequence

from cmc_desk.desk.report_sight import ReportSight
from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext, pgettext
from cmc_desk.rules.document_kinds import CorrectionOutcome, ReportStatus
from cmc_desk.rules.preflight import Finding, Severity, needed_first
from cmc_desk.rules.report_blocks import Block, Bullets, Cover, Figure, Heading, Para, Redlined, Table
from cmc_desk.rules.report_hand import lost_words, not_by_hand
from cmc_desk.rules.report_standing import Correction, Edition, ReportStanding
from cmc_desk.ui.days import day_words
from cmc_desk.ui.parts.chip import ChipLook
from cmc_desk.ui.registration.words import language_word


def status_chip(status: ReportStatus) -> ChipLook:
    """Return where the report stands as word, shape and colour."""
    return {
        ReportStatus.DRAFT: ChipLook(_("Draft"), "half"),
        ReportStatus.CIRCULATED: ChipLook(_("Circulated"), "info", icon="letter"),
        ReportStatus.CORRECTED: ChipLook(_("Corrections"), "warning"),
        ReportStatus.SIGNED_OFF: ChipLook(_("Signed off"), "good"),
        ReportStatus.FINAL: ChipLook(_("Final"), "good", icon="lock"),
    }[status]


def standing_words(standing: ReportStanding) -> str:
    """Return where the report stands, in a sentence or two."""
    said = {
        ReportStatus.DRAFT: _("Nobody outside has it yet."),
        ReportStatus.CIRCULATED: _("Version {number} was circulated."),
        ReportStatus.CORRECTED: _("Version {number} was circulated, and corrections were asked for."),
        ReportStatus.SIGNED_OFF: _("Version {number} was signed off for the host by {name}."),
        ReportStatus.FINAL: _("Version {number} is final. What is corrected now is a corrigendum."),
    }[standing.status]
    words = [said.format(number=standing.version, name=standing.signed_by)]
    if standing.corrections_until is not None and standing.status in (ReportStatus.CIRCULATED, ReportStatus.CORRECTED):
        until = day_words(standing.corrections_until, "ddd d MMM yyyy")
        words.append(_("Corrections until {date}.").format(date=until))
    if standing.changed:
        words.append(_("It says something else now than that version."))
    return " ".join(words)


def beside_words(findings: Sequence[Finding]) -> str:
    """Return of which other texts of the report something that was written by hand is behind its sources; empty if of none."""
    found = [one for one in findings if one.about and one.severity is not Severity.GOOD]
    return "\n".join(
        ngettext(
            "{text}: the sources of {number} paragraph written by hand have changed.",
            "{text}: the sources of {number} paragraphs written by hand have changed.",
            one.count,
        ).format(text=one.about, number=one.count)
        for one in found
    )


def hand_words(sight: ReportSight, editions: Sequence[Edition]) -> str:
    """Return which paragraphs written by hand are the sources' in other texts that are to be issued; empty if none is."""
    said = (lost_words(edition_words(one), not_by_hand(sight.tree, sight.by_hand, one)) for one in editions)
    return " ".join(words for words in said if words)


def spoken_words(standing: ReportStanding) -> str:
    """Return in which language the report is, and whether it names who spoke."""
    return edition_words(Edition(standing.language, standing.attributed))


def why_not_final(standing: ReportStanding, findings: Sequence[Finding]) -> str:
    """Return what keeps the report from being final, in one sentence; empty if nothing does."""
    if standing.status is ReportStatus.FINAL:
        return _("It is final already.")
    if needed := needed_first(findings, most=1):
        return needed
    if standing.status is not ReportStatus.SIGNED_OFF:
        return _("Final needs the signature of the host.")
    if standing.changed:
        return _("It says something else now than what was signed: reopen it, and have it signed again.")
    return ""


def why_not_signed(standing: ReportStanding, findings: Sequence[Finding]) -> str:
    """Return what keeps the report from being signed off, in one sentence; empty if nothing does."""
    if standing.status is ReportStatus.DRAFT:
        return _("Circulate it before it is signed off.")
    if any(not one.corrigendum for one in standing.open_corrections):
        return _("Settle the corrections before it is signed off.")
    return needed_first(findings, most=1)


def why_not_also(standing: ReportStanding, wanted: Sequence[Edition]) -> str:
    """Return why a final report is not issued in other languages; empty if it can be."""
    if standing.changed:
        return _("It says something else now than what is final: it is issued in no other language.")
    return "" if wanted else _("Tick in which language it is issued too.")


def why_not_changed(standing: ReportStanding) -> str:
    """Return why nothing can be changed in the report; empty if it can be."""
    if standing.status is ReportStatus.FINAL:
        return _("The report is final: reopen it before you change it.")
    if standing.status is ReportStatus.SIGNED_OFF:
        return _("The report was signed off: reopen it before you change it.")
    return ""


def block_name(block: Block) -> str:
    """Return what a block is, with its number if it has one."""
    if isinstance(block, Cover):
        return _("Cover")
    if isinstance(block, Heading):
        return _("Heading {label}").format(label=block.label.rstrip(".")) if block.label else _("Heading")
    if isinstance(block, Para):
        return _("Paragraph {label}").format(label=block.label.rstrip(".")) if block.label else _("Paragraph")
    if isinstance(block, Table):
        return _("Table {label}").format(label=block.label) if block.label else pgettext("report", "Table")
    if isinstance(block, Figure):
        return _("Figure {label}").format(label=block.label) if block.label else _("Figure")
    if isinstance(block, Bullets):
        return _("List")
    if isinstance(block, Redlined):
        return _("Provision of a draft")
    return _("New page")


def correction_state(one: Correction) -> ChipLook:
    """Return what became of a correction."""
    if one.issued:
        return ChipLook(_("Corrigendum {number}").format(number=one.issued), "good", icon="lock")
    if one.settled_at is None:
        return ChipLook(_("Late"), "warning") if one.late and not one.corrigendum else ChipLook(_("Open"), "notyet")
    return {
        CorrectionOutcome.ACCEPTED: ChipLook(pgettext("correction", "Accepted"), "good"),
        CorrectionOutcome.NOT_ACCEPTED: ChipLook(_("Not accepted"), "neutral"),
        CorrectionOutcome.NOTED: ChipLook(_("Noted"), "neutral"),
    }[one.outcome]


def settled_words(one: Correction) -> str:
    """Return what became of a correction in full: what is read instead, and what was said of it."""
    said = [correction_state(one).text]
    if one.replaced and one.corrected:
        said.append(_("for “{before}” read “{after}”").format(before=one.replaced, after=one.corrected))
    elif one.replaced:
        said.append(_("delete “{words}”").format(words=one.replaced))
    elif one.corrected:
        said.append(_("the text should read “{words}”").format(words=one.corrected))
    return " · ".join(part for part in (*said, one.answer) if part)


def edition_words(one: Edition) -> str:
    """Return in which language a text of the report is, and whether it names who spoke."""
    naming = _("says who spoke") if one.attributed else _("names nobody who spoke")
    return f"{language_word(one.language)} · {naming}"

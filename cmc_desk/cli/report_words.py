"""What the command line says of the report: where it stands, its blocks, and what is to be seen to."""

from collections.abc import Iterable

import click

from cmc_desk.cli.opening import answer
from cmc_desk.desk import report
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.preflight import preflight
from cmc_desk.desk.report_rows import asked_for
from cmc_desk.desk.report_sight import report_sight
from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext, pgettext
from cmc_desk.rules.document_kinds import CorrectionOutcome, ReportStatus
from cmc_desk.rules.preflight import Severity
from cmc_desk.rules.report_blocks import Heading, Para, kept_blocks, text_of
from cmc_desk.rules.report_hand import lost_words, not_by_hand
from cmc_desk.rules.report_standing import Correction, Edition

_MOST_PLACES = 6
_LONGEST = 90


def status_word(status: ReportStatus) -> str:
    """Return where the report stands, in a word or two."""
    return {
        ReportStatus.DRAFT: _("Draft"),
        ReportStatus.CIRCULATED: _("Circulated"),
        ReportStatus.CORRECTED: _("Corrections received"),
        ReportStatus.SIGNED_OFF: _("Signed off"),
        ReportStatus.FINAL: _("Final"),
    }[status]


def edition_words(edition: Edition) -> str:
    """Return in which language a text of the report is, and that it names nobody if it does not."""
    return edition.language if edition.attributed else _("{language} without names").format(language=edition.language)


def hand_words(desk: Desk, editions: Iterable[Edition]) -> list[str]:
    """Return a sentence for each of these texts of the report in which paragraphs written by hand are the sources'."""
    sight = desk.read(report_sight)
    said = (lost_words(edition_words(one), not_by_hand(sight.tree, sight.by_hand, one)) for one in editions)
    return [words for words in said if words]


def blocked_words(number: int) -> str:
    """Return how many things keep the report from being signed off."""
    return ngettext(
        "{number} thing keeps it from being signed off and final: --preflight says which.",
        "{number} things keep it from being signed off and final: --preflight says which.",
        number,
    ).format(number=number)


def show_standing(desk: Desk, *, as_json: bool, language: str = "") -> None:
    """Say where the report stands, its versions and corrections; of a final one also that it was not issued in a language."""
    found = desk.read(report.report_standing)
    if as_json:
        answer(found)
        return
    naming = _("says who spoke") if found.attributed else _("says of nobody that they spoke")
    click.echo(f"{status_word(found.status)} · {found.language} · {naming}")
    if found.corrections_until is not None:
        click.echo(_("Corrections until {date}").format(date=found.corrections_until.isoformat()))
    for one in found.issues:
        edition = edition_words(one.edition)
        click.echo(
            f"{one.version:3}  {one.at:%Y-%m-%d %H:%M}  {status_word(one.status)}  {edition}  {one.operator}  {one.digest}"
        )
    for wish in found.corrections:
        click.echo(f"{wish.number:3}  § {wish.paragraph}  {wish.delegation}  {wish.words}  ({_state(wish)})")
    for gone_out in found.corrigenda:
        lines = ngettext("{number} correction", "{number} corrections", len(gone_out.lines))
        said = _("Corrigendum {number}").format(number=gone_out.number)
        when = f"{gone_out.at:%Y-%m-%d %H:%M}" if gone_out.at is not None else ""
        click.echo(
            f"{said}  {when}  {lines.format(number=len(gone_out.lines))}  {gone_out.operator}  {gone_out.digest}"
        )
    if language and found.editions and language not in {one.language for one in found.editions}:
        click.echo(
            _("Version {number} was not issued in this language: it is in {languages}.").format(
                number=found.version, languages=", ".join(dict.fromkeys(one.language for one in found.editions))
            )
        )
    if found.changed:
        click.echo(_("It says something else now than the version that was issued last."))


def _state(wish: Correction) -> str:
    """Return what became of a correction, with which words are read instead and the corrigendum with which it went out."""
    outcome = {
        CorrectionOutcome.OPEN: _("open"),
        CorrectionOutcome.ACCEPTED: pgettext("correction", "accepted"),
        CorrectionOutcome.NOT_ACCEPTED: _("not accepted"),
        CorrectionOutcome.NOTED: _("noted"),
    }[wish.outcome]
    said = wish.answer if wish.settled_at is not None else ""
    instead = f"“{wish.replaced}” → “{wish.corrected}”" if wish.replaced or wish.corrected else ""
    gone_out = _("corrigendum {number}").format(number=wish.issued) if wish.issued else ""
    return " · ".join(filter(None, (outcome, instead, said, gone_out)))


def show_blocks(desk: Desk, *, language: str, attributed: bool | None, issue: int, as_json: bool) -> None:
    """Say which blocks the report has: what is left out, what was written by hand and what changed under it."""
    tree = desk.read(report.report_tree, language=language, attributed=attributed, issue=issue)
    if as_json:
        answer(kept_blocks(tree.blocks))
        return
    for block in tree.blocks:
        marks = [_("left out")] if block.left_out else []
        if isinstance(block, Para) and block.written:
            marks.append(_("by hand, its sources changed") if block.stale else _("by hand"))
        label = block.label if isinstance(block, Heading | Para) else ""
        words = " ".join(text_of(block).split())
        short = words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"
        click.echo("  ".join(filter(None, (block.key, label, f"[{', '.join(marks)}]" if marks else "", short))))


def show_findings(desk: Desk, *, as_json: bool, language: str = "", attributed: bool | None = None) -> None:
    """Say what is to be seen to before the report goes out, and what is in order, in a language and naming."""
    found = desk.read(preflight, language=language, attributed=attributed)
    if as_json:
        answer(found)
        return
    words = {Severity.BLOCKS: _("blocks"), Severity.WARNS: _("warns"), Severity.GOOD: _("good")}
    width = max(map(len, words.values()))
    for one in found:
        click.echo(f"{words[one.severity]:{width}}  {one.what}: {one.said}")
        if one.severity is not Severity.GOOD:
            for place in one.where[:_MOST_PLACES]:
                click.echo(f"{'':{width}}    {place.words}")
            if len(one.where) > _MOST_PLACES:
                click.echo(f"{'':{width}}    … {len(one.where) - _MOST_PLACES}")
    asked = desk.read(asked_for, language=language, attributed=attributed)
    for sentence in hand_words(desk, [Edition(*asked)]):
        click.echo(f"{words[Severity.WARNS]:{width}}  {sentence}")

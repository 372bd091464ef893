"""What the command line says of the report: where it stands, its blocks, and what is to be seen to."""

import click

from cmc_desk.cli.opening import answer
from cmc_desk.desk import report
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.preflight import preflight
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.document_kinds import ReportStatus
from cmc_desk.rules.preflight import Severity
from cmc_desk.rules.report_blocks import Heading, Para, kept_blocks, text_of

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


def show_standing(desk: Desk, *, as_json: bool) -> None:
    """Say where the report stands, its versions and corrections."""
    found = desk.read(report.report_standing)
    if as_json:
        answer(found)
        return
    naming = _("says who spoke") if found.attributed else _("says of nobody that they spoke")
    click.echo(f"{status_word(found.status)} · {found.language} · {naming}")
    if found.corrections_until is not None:
        click.echo(_("Corrections until {date}").format(date=found.corrections_until.isoformat()))
    for one in found.issues:
        click.echo(f"{one.version:3}  {one.at:%Y-%m-%d %H:%M}  {status_word(one.status)}  {one.operator}  {one.digest}")
    for wish in found.corrections:
        state = _("settled: {answer}").format(answer=wish.answer) if wish.settled_at else _("open")
        click.echo(f"{wish.number:3}  § {wish.paragraph}  {wish.delegation}  {wish.words}  ({state})")
    if found.changed:
        click.echo(_("It says something else now than the version that was issued last."))


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


def show_findings(desk: Desk, *, as_json: bool) -> None:
    """Say what is to be seen to before the report goes out, and what is in order."""
    found = desk.read(preflight)
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

"""The verb of the agenda: where it stands, what is done to it, and its files."""

from pathlib import Path

import click

from cmc_desk.cli.agenda_acts import Wanted, act_named, room_of
from cmc_desk.cli.agenda_words import agenda_lines, dry_run_lines, standing_lines
from cmc_desk.cli.opening import answer, author_options, json_option, opened
from cmc_desk.cli.times import moment_of, told_time
from cmc_desk.desk.agenda_now import AgendaNow, agenda_now
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.meeting_days import now_seen
from cmc_desk.desk.rundown import rundown
from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext
from cmc_desk.rules.refusal import Refusal

_IMPORT = "import"
# What is corrected lies in the past, also where whoever practises tells the time.
_CORRECT = "correct"


# “add -1” is a minute less and no option.
@click.command(context_settings={"ignore_unknown_options": True})
@click.argument("words", nargs=-1, required=True, metavar="FILE.cmc [ACT] [ITEM] …")
@click.option("--at", help="A time on the clocks of the meeting, such as “2019-12-05 12:38” or 12:38.")
@click.option("--track", default="", help="A room beside the plenary, by its key or name.")
@click.option("--reason", default="", help="Why; a correction needs it.")
@click.option("--out", type=click.Path(path_type=Path), help="Write the agenda: X.ics, X.xlsx, X.json, X.csv or X.pdf.")
@click.option("--dry-run", is_flag=True, help="Of an import: say what would happen and write nothing.")
@json_option
@author_options
def agenda(
    words: tuple[str, ...],
    at: str | None,
    track: str,
    reason: str,
    out: Path | None,
    dry_run: bool,
    as_json: bool,
    operator: str,
    station: str,
    passphrase_file: Path | None,
) -> int:
    """Show where the agenda stands, or start, pause, end and correct its items.

    The acts are next, start ITEM, pause, resume, end, skip ITEM, reopen, add MINUTES, correct ITEM start|end, and import FILE; an ITEM
    is named by its key or its title, and where none is named what runs is meant. On a day that is none of the meeting, --at says when it was.
    """
    for word in words:
        if word.startswith("--"):
            raise click.NoSuchOption(word)
    first, *rest = words
    # Both “agenda import FILE.cmc PLAN” and “agenda FILE.cmc import PLAN” are read.
    if first == _IMPORT and rest:
        first, rest = rest[0], [_IMPORT, *rest[1:]]
    with opened(Path(first), operator=operator, station=station, passphrase_file=passphrase_file) as desk:
        if out is not None:
            return _write(desk, out, rest, as_json=as_json)
        if not rest:
            return _show(desk, at, as_json=as_json)
        if rest[0] == _IMPORT:
            return _import(desk, rest[1:], dry_run=dry_run, as_json=as_json)
        act = act_named(rest[0])
        moment = None if at is None else told_time(desk, at) if rest[0] != _CORRECT else moment_of(desk, at)
        done = act(desk, Wanted(tuple(rest[1:]), room_of(desk, track), moment, reason))
        if as_json:
            answer(done.facts)
        else:
            click.echo(done.words)
            for line in standing_lines(_now(desk, None), _rooms(desk)):
                click.echo(line)
    return 0


def _show(desk: Desk, at: str | None, *, as_json: bool) -> int:
    found = _now(desk, at)
    if as_json:
        answer(found)
        return 0
    for line in agenda_lines(found, _rooms(desk)):
        click.echo(line)
    return 0


def _write(desk: Desk, out: Path, rest: list[str], *, as_json: bool) -> int:
    from cmc_desk.desk.agenda_files import write_agenda

    if rest:
        raise Refusal(_("“{word}” is one word too many.").format(word=" ".join(rest)))
    written = write_agenda(desk, out)
    if as_json:
        answer({"file": str(written.path), "items": written.items})
        return 0
    click.echo(written.path)
    if written.beside:
        click.echo(
            _("{path} is open in another program: the agenda went beside it.").format(path=written.asked), err=True
        )
    return 0


def _import(desk: Desk, files: list[str], *, dry_run: bool, as_json: bool) -> int:
    """Take the lines of a file that are new or changed; what the file no longer has stays, and is said.

    A file in which nothing but problems stand is no success.
    """
    from cmc_desk.desk.agenda_files import import_agenda, plan_agenda_import
    from cmc_desk.rules.agenda_dry_run import LineVerdict
    from cmc_desk.rules.agenda_import import changes_of

    if len(files) != 1:
        raise Refusal(
            _("Which file? Name one: a workbook, a text table, a project of Ontime or the file of a meeting.")
        )
    path = Path(files[0])
    run = plan_agenda_import(desk, path)
    lines = changes_of(run)
    verdicts = {line.verdict for line in run.lines}
    problems_only = LineVerdict.PROBLEM in verdicts and verdicts <= {LineVerdict.PROBLEM, LineVerdict.LEFT_OUT}
    code = 1 if problems_only else 0
    imported = None
    if lines and not dry_run:
        imported = desk.do(import_agenda, lines=lines, remove=[], source=path.name)
    if as_json:
        answer({"run": run, "imported": imported})
        return code
    for line in dry_run_lines(run):
        click.echo(line)
    if dry_run:
        click.echo(_("Nothing was written (dry run)."))
    elif imported is None:
        click.echo(_("Nothing to import."))
    else:
        number = len(imported.added) + len(imported.updated)
        click.echo(ngettext("Imported {number} item.", "Imported {number} items.", number).format(number=number))
    return code


def _now(desk: Desk, at: str | None) -> AgendaNow:
    if at is not None:
        return desk.read(agenda_now, now=moment_of(desk, at), back=True)
    now = desk.clock.now()
    seen = desk.read(now_seen, now=now)
    if seen != now:
        local = seen.astimezone(desk.read(rundown).zone)
        click.echo(
            _("This is how it stood at {time}, when something was recorded last.").format(
                time=f"{local:%Y-%m-%d %H:%M}"
            ),
            err=True,
        )
    return desk.read(agenda_now, now=seen, back=False)


def _rooms(desk: Desk) -> dict[str, str]:
    return {track.key: track.name for track in desk.read(rundown).tracks}

"""The verb of the overview: what the organisers look at, and the checks before the doors open."""

from pathlib import Path

import click

from cmc_desk.cli.opening import answer, author_options, file_argument, json_option, opened
from cmc_desk.cli.overview_words import overview_lines
from cmc_desk.clock import SystemClock
from cmc_desk.desk.desk import Desk
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.document_kinds import DoorCheck
from cmc_desk.rules.door_checks import Check
from cmc_desk.rules.refusal import Refusal


@click.command()
@file_argument
@click.option("--stick", type=click.Path(path_type=Path), help="Where copies by hand go: a folder on another disk.")
@click.option(
    "--looked",
    type=click.Choice([one.value.replace(" ", "-") for one in DoorCheck]),
    help="Note that somebody has looked at it, and it is good.",
)
@click.option("--wrong", metavar="WHY", help="With --looked: it is not as it should be.")
@json_option
@author_options
def overview(
    file: Path,
    stick: Path | None,
    looked: str | None,
    wrong: str | None,
    as_json: bool,
    operator: str,
    station: str,
    passphrase_file: Path | None,
) -> None:
    """Show attendance, arrivals, travel, the drift of the agenda, drafts, what is to be done today, and the checks before the doors open."""
    from cmc_desk.desk import overview as overviews

    with opened(file, operator=operator, station=station, passphrase_file=passphrase_file) as desk:
        if looked is not None:
            _note(desk, DoorCheck(looked.replace("-", " ")), wrong)
        elif wrong is not None:
            raise Refusal(_("What is wrong? Name it with --looked."), field="wrong")
        found = desk.read(overviews.overview, now=desk.clock.now())
        checks = _checks(desk, stick)
        if as_json:
            answer(
                {
                    "overview": found,
                    "arrivals": {day.day.isoformat(): day.curve(found.now) for day in found.days},
                    "checks": checks,
                }
            )
            return
        for line in overview_lines(desk, found, checks):
            click.echo(line)


def _note(desk: Desk, what: DoorCheck, wrong: str | None) -> None:
    from cmc_desk.desk.door_checks import note_check

    desk.do(note_check, what=what, good=wrong is None, words=wrong or "")


def _checks(desk: Desk, stick: Path | None) -> tuple[Check, ...]:
    from cmc_desk.desk.backups import folder_of
    from cmc_desk.desk.door_checks import computer_facts, looked
    from cmc_desk.desk.meeting import meeting
    from cmc_desk.rules.door_checks import door_checks

    computer = computer_facts(desk.store.path, folder_of(desk), now=SystemClock().now(), stick=stick)
    now = desk.read(meeting).local(desk.clock.now())
    return door_checks(computer, desk.read(looked), station=desk.author.station, now=now)

"""The verb that rehearses a day of a meeting on a copy of it."""

import tempfile
from pathlib import Path

import click

from cmc_desk.cli.opening import author_options, file_argument, opened
from cmc_desk.cli.times import moment_of
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.meeting import meeting
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.meeting_days import is_of_meeting
from cmc_desk.rules.refusal import Refusal


@click.command()
@file_argument
@click.option("--speed", type=float, default=60, show_default=True, help="How many times as fast as the clock it runs.")
@click.option(
    "--from",
    "starts",
    help="When it begins on the clocks of the meeting, such as “2019-12-05 12:30”, or 12:30 of its first day. [default: before its first item]",
)
@author_options
def rehearse(
    file: Path, speed: float, starts: str | None, operator: str, station: str, passphrase_file: Path | None
) -> int:
    """Open the window on a copy of the meeting whose clock runs faster; the meeting itself is not touched."""
    from cmc_desk.desk.rehearsing import beginning_of, rehearsed

    # On Windows a file that is still being let go of must not stop the program from ending.
    with tempfile.TemporaryDirectory(prefix="cmc-desk-", ignore_cleanup_errors=True) as place:
        with opened(file, operator=operator, station=station, passphrase_file=passphrase_file) as desk:
            usual = beginning_of(desk)
            instant = usual if starts is None else moment_of(desk, starts, day=usual.date())
            if not is_of_meeting(desk.read(meeting).days, instant, desk.read(meeting).tzinfo):
                raise Refusal(
                    _("{day} is no day of the meeting: choose one of them.").format(day=instant.date()), field="from"
                )
            copy = rehearsed(desk, Path(place), pace=speed, starts=instant)
        words = _("A copy of {file} is rehearsed from {time} on, {speed:g} times as fast; the meeting is not touched.")
        click.echo(words.format(file=file.name, time=f"{instant:%Y-%m-%d %H:%M}", speed=speed))
        return _show(copy)


def _show(copy: Desk) -> int:
    """Show the window of a rehearsal until it is closed; return the exit code."""
    from cmc_desk.app import application, end_beside
    from cmc_desk.ui import settings
    from cmc_desk.ui.crash import watch_for_defects
    from cmc_desk.ui.habits import Habits
    from cmc_desk.ui.rehearsing import let_it_run, rehearsal_window

    app = application()
    settings.wear(app)
    window = rehearsal_window(copy, Habits())
    log = watch_for_defects(window.show_defect, app, trouble=window.context.missed)
    try:
        window.show()
        let_it_run(copy)
        code = app.exec()
        end_beside()
    finally:
        log.remove()
    return code

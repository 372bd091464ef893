"""The verb that types a script into the notes, as hands would, and tells what is safe."""

import json
from pathlib import Path
from typing import Any

import click

from cmc_desk.cli.opening import author_options, file_argument, opened
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.refusal import Unavailable

_NOT_WHOLE = 3


@click.command()
@click.argument("script", type=click.Path(path_type=Path), metavar="FILE.jsonl")
@file_argument
@click.option("--item", default="", help="The item, by its key or its title. [default: where the page opens]")
@click.option(
    "--pace", type=click.FloatRange(0.1, 100), default=11, show_default=True, help="How many keys come in a second."
)
@click.option(
    "--at-once", is_flag=True, help="Wait for nothing: the time of the meeting and of saving is that of the keys."
)
@click.option("--shown", is_flag=True, help="On the screen, and not without one.")
@author_options
def replay(
    script: Path,
    file: Path,
    item: str,
    pace: float,
    at_once: bool,
    shown: bool,
    operator: str,
    station: str,
    passphrase_file: Path | None,
) -> int:
    """Type the keys of a script into the notes of a meeting, in the real window, and tell what is saved: one JSON object a line.

    A line of the script is {"type": "text"}, {"key": "Enter"}, {"wait": 400} or {"item": "ID"}. It writes into the meeting: try it on a copy.
    """
    from cmc_desk.rules.key_script import strokes

    try:
        lines = script.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise Unavailable(_("The script {path} cannot be read.").format(path=script)) from error
    todo = strokes(lines)
    with opened(file, operator=operator, station=station, passphrase_file=passphrase_file) as desk:
        _application(shown=shown)
        from cmc_desk.ui.summaries.replaying import replay as type_all

        whole = type_all(desk, todo, _tell, item=item, pace=pace, at_once=at_once)
    return 0 if whole else _NOT_WHOLE


def _application(*, shown: bool) -> None:
    from cmc_desk import app
    from cmc_desk.ui import drawing, settings

    settings.wear(app.application() if shown else drawing.application())


def _tell(fact: dict[str, Any]) -> None:
    click.echo(json.dumps(fact, ensure_ascii=False))

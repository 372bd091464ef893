"""The verb of the notes: listed, added to, searched, exported and restored from the command line as from the window."""

from pathlib import Path

import click

from cmc_desk.cli.opening import author_options, file_argument, json_option, opened
from cmc_desk.cli.told import run_act
from cmc_desk.i18n import gettext as _


@click.command()
@file_argument
@click.argument("act", default="list")
@click.argument("what", nargs=-1)
@click.option("--item", default="", help="The item, by its key or its title. [default: what runs, or all]")
@click.option("--speaker", default="", help="Who spoke, for add: a delegation by code or name, or “??”.")
@click.option("--lang", default="", metavar="LANG", help="The language of the text. [default: of the meeting]")
@click.option("--at", help="When it was said, such as “2019-12-05 16:41” or 16:41. [default: now]")
@click.option("--not-attributed", is_flag=True, help="No summary says who said it.")
@click.option("--internal", is_flag=True, help="It stands in no summary.")
@click.option("--deleted", is_flag=True, help="What was deleted, instead of what stands there.")
@click.option("--revision", type=click.IntRange(min=1), help="The revision to be restored.")
@click.option("--take", is_flag=True, help="Take what was rescued into the notes.")
@click.option("--out", type=click.Path(path_type=Path), help="The file of an export: X.txt or X.json.")
@json_option
@author_options
def notes(
    file: Path,
    act: str,
    what: tuple[str, ...],
    as_json: bool,
    operator: str,
    station: str,
    passphrase_file: Path | None,
    **options: object,
) -> int:
    """Show the notes of the items, or work on them: list, add, search, export, revisions, restore, delete, status, hand-over, rescued.

    WHAT is the text for add and search, an entry by the beginning of its key for revisions, restore and delete. A text begins as in the
    window: `d:` is a decision, `a: … @JM due: 2019-12-20` an action, `!` is read out.
    """
    from cmc_desk.cli.notes_acts import ACTS, Asked

    return run_act(
        ACTS,
        act,
        lambda desk: Asked(desk, what, **options),  # type: ignore[arg-type] # the options above, by name
        no_such=_("There is no “{act}” in the notes; there is: {acts}."),
        meeting=opened(file, operator=operator, station=station, passphrase_file=passphrase_file),
        as_json=as_json,
    )

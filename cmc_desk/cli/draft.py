"""The verb of the drafts: brought, shown, made anew, adopted and written as papers from the command line as from the window."""

from pathlib import Path

import click

from cmc_desk.cli.opening import author_options, file_argument, json_option, opened
from cmc_desk.cli.told import run_act
from cmc_desk.i18n import LANGUAGES
from cmc_desk.i18n import gettext as _


@click.command()
@file_argument
@click.argument("act", default="list")
@click.argument("what", nargs=-1)
@click.option(
    "--from", "source", type=click.Path(path_type=Path), help="The file that is brought: X.toml, X.docx, X.txt, X.xlsx."
)
@click.option("--out", type=click.Path(path_type=Path), help="The file to write; its ending is the form.")
@click.option("--version", type=click.IntRange(min=1), help="A version by its number. [default: the newest]")
@click.option("--label", default="", help="What the new version is called. [default: Draft and its number]")
@click.option("--title", default="", help="Import, paste: the title of a new document that is founded with the text.")
@click.option(
    "--changes",
    type=click.Choice(("proposals", "accept", "reject")),
    help="What tracked changes, or the changes in a workbook, become.",
)
@click.option(
    "--by",
    multiple=True,
    metavar="AUTHOR=DELEGATION",
    help="Whose tracked changes are proposals of whom; of a workbook only DELEGATION.",
)
@click.option("--dry-run", is_flag=True, help="Only say what would be brought.")
@click.option("--until", metavar="DATE", help="Circulate: until when there may be comments.")
@click.option("--decided", type=click.Choice(("approved", "amended", "deferred")), help="Adopt: what the meeting did.")
@click.option("--reason", default="", help="Adopt: why, or what was said.")
@click.option(
    "--seen",
    default="",
    metavar="DIGEST",
    help="Agree, adopt: only if it says what it said; list --json tells the digest.",
)
@click.option("--lang", type=click.Choice(LANGUAGES), help="The language of a paper. [default: of the meeting]")
@json_option
@author_options
def draft(
    file: Path,
    act: str,
    what: tuple[str, ...],
    as_json: bool,
    operator: str,
    station: str,
    passphrase_file: Path | None,
    **options: object,
) -> int:
    """Show the drafts, or work on them.

    The acts are list, show, import, paste, export, next, circulate, adopt, reopen, agree, renumber, and those that write a paper:
    redline, clean, two-columns, matrix, plan. WHAT is the key of a draft; `agree` takes the numbers of provisions after it. `paste`
    reads the text from standard input.
    """
    from cmc_desk.cli.draft_acts import ACTS, Asked

    return run_act(
        ACTS,
        act,
        lambda desk: Asked(desk, what, **options),  # type: ignore[arg-type] # the options above, by name
        no_such=_("There is no “{act}” for drafts; there is: {acts}."),
        meeting=opened(file, operator=operator, station=station, passphrase_file=passphrase_file),
        as_json=as_json,
    )

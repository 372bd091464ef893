"""The verb of sponsored travel: the wall of seats, what is done to them, the list of the agency, and worked cases of allowances."""

from datetime import date
from pathlib import Path

import click

from cmc_desk.cli.opening import answer, author_options, json_option, opened
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.refusal import Refusal

_DSA, _IMPORT = "dsa", "import"
_KINDS = ("note-verbale", "letter", "e-mail")


def _day(_context: click.Context, _option: click.Parameter, value: str | None) -> date | None:
    """Return a day as 2019-12-04."""
    try:
        return None if value is None else date.fromisoformat(value)
    except ValueError:
        raise click.BadParameter(_("“{text}” is no day: write it as 2019-12-04.").format(text=value)) from None


@click.command()
@click.argument("words", nargs=-1, required=True, metavar="FILE.cmc [ACT] [WHO] …")
@click.option("--at", help="When it was, such as “2019-12-04 16:10”; of the wall: as it stands then. [default: now]")
@click.option(
    "--reason", default="", help="Why; after a ticket was issued, and for a waiver and a release, it is needed."
)
@click.option(
    "--kind", type=click.Choice(_KINDS), default=_KINDS[0], show_default=True, help="Of a letter: how it came."
)
@click.option("--reference", default="", help="Of a letter: its number.")
@click.option("--dated", callback=_day, metavar="DATE", help="Of a letter: its date. [default: when it came]")
@click.option("--received", callback=_day, metavar="DATE", help="Of a letter: when it came. [default: today]")
@click.option("--file", "file", type=click.Path(path_type=Path), help="Of a letter: the file that is kept with it.")
@click.option("--note", default="", help="Of a visa: which one, such as “US transit.”")
@click.option("--due", callback=_day, metavar="DATE", help="Of a visa: the day that is waited for.")
@click.option("--pnr", default="", help="Of a ticket: the code of the booking.")
@click.option("--fare", default="", help="Of a ticket: what it costs, such as 412.50.")
@click.option("--refund", default="", help="Of a cancelled ticket: what comes back of the fare.")
@click.option("--currency", default="", help="Of a fare or a price: its currency, such as USD.")
@click.option("--vectors", type=click.Path(path_type=Path), metavar="FILE.json", help="Of dsa: the worked cases.")
@click.option("--dry-run", is_flag=True, help="Of an import: say what would happen and write nothing.")
@json_option
@author_options
def travel(
    words: tuple[str, ...],
    vectors: Path | None,
    dry_run: bool,
    as_json: bool,
    operator: str,
    station: str,
    passphrase_file: Path | None,
    **options: object,
) -> int:
    """Show the wall of financed seats with what blocks each traveller, or record what happens to them.

    The acts are list, show, letter, nominate, accept, decline, withdraw, replace, release, waive, passport, visa, ticket, cancel, fly,
    arrived, no-show, rooms, price, quota, and import SHEET; `travel dsa --vectors FILE.json` computes worked cases of allowances.
    WHO is a seat, such as HT-2, or a name; a name of several words stands in quotation marks.
    """
    if words == (_DSA,):
        return _dsa(vectors, as_json=as_json)
    from cmc_desk.cli.travel_acts import ACTS
    from cmc_desk.cli.travel_asked import TravelAsked
    from cmc_desk.cli.travel_import import import_sheet

    first, *rest = words
    # Both “travel import FILE.cmc SHEET” and “travel FILE.cmc import SHEET” are read.
    if first == _IMPORT and rest:
        first, rest = rest[0], [_IMPORT, *rest[1:]]
    act, *what = rest or ["list"]
    if act not in ACTS and act != _IMPORT:
        raise Refusal(
            _("There is no “{act}” in travel; there is: {acts}.").format(act=act, acts=", ".join((*ACTS, _IMPORT))),
            field="act",
        )
    with opened(Path(first), operator=operator, station=station, passphrase_file=passphrase_file) as desk:
        if act == _IMPORT:
            told = import_sheet(desk, what, dry_run=dry_run)
        else:
            told = ACTS[act](TravelAsked(desk, tuple(what), **options))  # type: ignore[arg-type] # the options above, by name
    if as_json:
        answer(told.facts)
    else:
        click.echo(told.words)
    return 0


def _dsa(vectors: Path | None, *, as_json: bool) -> int:
    from cmc_desk.cli.travel_dsa import dsa

    if vectors is None:
        raise click.UsageError(_("Which worked cases? Give --vectors and their file."))
    return dsa(vectors, as_json=as_json)

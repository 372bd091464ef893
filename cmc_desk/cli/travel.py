"""The verb of sponsored travel: the wall of seats, what is done to them, the list of the agency, and worked cases of allowances."""

from datetime import date
from pathlib import Path

import click

from cmc_desk.cli.opening import author_options, json_option, opened
from cmc_desk.cli.told import run_act
from cmc_desk.i18n import LANGUAGES
from cmc_desk.i18n import gettext as _

_DSA, _IMPORT = "dsa", "import"
_METHODS = ("cash", "card", "bank", "cheque")
_KINDS = ("note-verbale", "letter", "e-mail")


def _day(_context: click.Context, _option: click.Parameter, value: str | None) -> date | None:
    """Return a day as 2019-12-04."""
    try:
        return None if value is None else date.fromisoformat(value)
    except ValueError:
        raise click.BadParameter(_("“{text}” is no day: write it as 2019-12-04.").format(text=value)) from None


@click.command()
@click.argument("words", nargs=-1, required=True, metavar="FILE.cmc [ACT] [WHO] …")
@click.option("--at", help="When it was, such as “2019-12-04 16:10”; of the wall: what is due by then. [default: now]")
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
@click.option("--refund", default="", help="Of a ticket that was cancelled or reissued: what comes back of its fare.")
@click.option(
    "--until",
    default="",
    metavar="TIME",
    help="Of a hold: its end, such as “2019-11-20 18:00”; of a rate: its last day.",
)
@click.option("--hotel", default="", help="Of nights: in which hotel. [default: that of the meeting]")
@click.option("--room", default="", help="Of nights: what kind of room.")
@click.option("--paid-by", default="", help="Of nights: who pays them.")
@click.option("--without-breakfast", is_flag=True, help="Of nights: breakfast is not included.")
@click.option(
    "--method",
    type=click.Choice(_METHODS),
    default=_METHODS[0],
    show_default=True,
    help="Of an approval: how it is paid.",
)
@click.option("--returned", is_flag=True, help="Of a payment that is made void: the money came back.")
@click.option("--by-journey", is_flag=True, help="Of an allowance: by the journey again, not by stays that were typed.")
@click.option(
    "--since",
    callback=_day,
    metavar="DATE",
    help="Of a rate: its first day, or a day of its month. [default: the month of the meeting]",
)
@click.option("--long", default="", metavar="AMOUNT", help="Of a daily rate: what it is after many days.")
@click.option("--source", default="", help="Of a rate: who says so; it stands on every sheet.")
@click.option(
    "--out", type=click.Path(path_type=Path), help="Of a hand-over, or the file of a letter: the file that is written."
)
@click.option("--paper", default="", metavar="NAME", help="Of a hand-over: another paper than the usual one.")
@click.option(
    "--lang",
    type=click.Choice(LANGUAGES),
    help="Of a hand-over: the language of the paper. [default: that of the meeting]",
)
@click.option("--currency", default="", help="Of a fare or a price: its currency, such as USD.")
@click.option("--vectors", type=click.Path(path_type=Path), metavar="FILE.json", help="Of dsa: the worked cases.")
@click.option("--dry-run", is_flag=True, help="Of a file that is taken over: say what would happen and write nothing.")
@json_option
@author_options
def travel(
    words: tuple[str, ...],
    vectors: Path | None,
    without_breakfast: bool,
    as_json: bool,
    operator: str,
    station: str,
    passphrase_file: Path | None,
    **options: object,
) -> int:
    """Show the wall of financed seats with what blocks each traveller, or record what happens to them.

    The acts are list, show, letter, letter-file, nominate, accept, decline, withdraw, replace, release, waive, passport, visa, journey,
    hold, ticket, reissue, cancel, cost, fly, arrived, no-show, rooms, nights, price, quota, drive, rooms-kept, rates, rate, exchange, policies, policy,
    allowance, payments, approve, pay, settle, void, hand-over, handed-over, and import SHEET; `travel dsa --vectors FILE.json` computes
    worked cases of allowances.
    WHO is a seat, such as HT-2, or a name; a name of several words stands in quotation marks.
    """
    if words == (_DSA,):
        return _dsa(vectors, as_json=as_json)
    from cmc_desk.cli.travel_acts import ACTS
    from cmc_desk.cli.travel_asked import TravelAsked

    first, *rest = words
    # Both “travel import FILE.cmc SHEET” and “travel FILE.cmc import SHEET” are read.
    if first == _IMPORT and rest:
        first, rest = rest[0], [_IMPORT, *rest[1:]]
    act, *what = rest or ["list"]
    return run_act(
        ACTS,
        act,
        lambda desk: TravelAsked(desk, tuple(what), breakfast=not without_breakfast, **options),  # type: ignore[arg-type] # the options above, by name
        no_such=_("There is no “{act}” in travel; there is: {acts}."),
        meeting=opened(Path(first), operator=operator, station=station, passphrase_file=passphrase_file),
        as_json=as_json,
    )


def _dsa(vectors: Path | None, *, as_json: bool) -> int:
    from cmc_desk.cli.travel_dsa import dsa

    if vectors is None:
        raise click.UsageError(_("Which worked cases? Give --vectors and their file."))
    return dsa(vectors, as_json=as_json)

"""The verb of the list of speakers: shown, made, sorted, and run from the command line as from the window."""

from datetime import timedelta
from pathlib import Path

import click

from cmc_desk.cli.opening import author_options, file_argument, json_option, opened
from cmc_desk.cli.told import run_act
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.refusal import Refusal

_KINDS = ("statement", "point-of-order", "right-of-reply", "question", "answer")
_HOSTS = ("in-place", "first", "last")


def _limit(_context: click.Context, _option: click.Parameter, value: str | None) -> timedelta | None:
    """Return a length as limits are typed: 3 or 2:30."""
    from cmc_desk.rules.typed_lengths import parse_limit

    try:
        return None if value is None else parse_limit(value)
    except Refusal as refusal:
        raise click.BadParameter(refusal.sentence) from None


def _window(_context: click.Context, _option: click.Parameter, value: str | None) -> timedelta | None:
    """Return a length as items have it: 135 or 2:15."""
    from cmc_desk.rules.typed_lengths import parse_length

    try:
        return None if value is None else parse_length(value)
    except Refusal as refusal:
        raise click.BadParameter(refusal.sentence) from None


# “time -0:30” is half a minute less and no option.
@click.command(context_settings={"ignore_unknown_options": True})
@file_argument
@click.argument("act", default="list")
@click.argument("what", nargs=-1)
@click.option(
    "--topic", default="", help="The list, by its key or the beginning of its title. [default: the one in use]"
)
@click.option("--kind", type=click.Choice(_KINDS), help="What for: the entry that is meant, or that is added.")
@click.option("--limit", callback=_limit, metavar="M:SS", help="A limit: of its own for add, of everybody for plan.")
@click.option("--words", type=click.IntRange(min=1), help="How many words the statement has that was handed in.")
@click.option("--again", is_flag=True, help="A second statement is meant.")
@click.option("--lang", type=click.Choice(("en", "fr", "es")), help="The alphabetical order. [default: of the meeting]")
@click.option(
    "--host", type=click.Choice(_HOSTS), default=_HOSTS[0], show_default=True, help="Where the host speaks in a roll."
)
@click.option("--witnesses", default="", help="Who saw the lot being drawn.")
@click.option("--count", type=click.IntRange(min=1), help="How many are to speak. [default: those who wait]")
@click.option("--window", callback=_window, metavar="H:MM", help="The time there is. [default: what the items have]")
@click.option("--changeover", callback=_limit, metavar="M:SS", help="What passes between two. [default: of the list]")
@click.option("--item", multiple=True, metavar="ID", help="An item of the agenda that a new list belongs to.")
@click.option("--reason", default="", help="Why, for what is corrected, withdrawn or changed.")
@click.option("--at", help="When it really was, such as “2019-12-05 12:03” or 12:03. [default: now]")
@json_option
@author_options
def floor(
    file: Path,
    act: str,
    what: tuple[str, ...],
    as_json: bool,
    operator: str,
    station: str,
    passphrase_file: Path | None,
    **options: object,
) -> int:
    """Show a list of speakers, or run it: list, new, add, withdraw, restore, next, call, start, pause, resume, end, absent, back, written,
    time, correct, order, draw, limit, close, open, plan, fair, record.

    WHAT is delegations by code or name; for `new` a title, for `limit` and `time` a length, for `correct` what happened (start, end …).
    """
    from cmc_desk.cli.floor_acts import ACTS
    from cmc_desk.cli.floor_asked import Asked

    for word in what:
        if word.startswith("--"):
            raise click.NoSuchOption(word)
    return run_act(
        ACTS,
        act,
        lambda desk: Asked(desk, what, **options),  # type: ignore[arg-type] # the options above, by name
        no_such=_("There is no “{act}” on the floor; there is: {acts}."),
        meeting=opened(file, operator=operator, station=station, passphrase_file=passphrase_file),
        as_json=as_json,
    )

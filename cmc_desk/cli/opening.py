"""What the verbs share: the file, the passphrase, who is asking, and answers as JSON."""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import click

from cmc_desk.desk.command import Author
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.opening import needs_secret, open_meeting
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.meeting import Role
from cmc_desk.rules.plain import to_plain
from cmc_desk.rules.refusal import Refusal, Unavailable

F = TypeVar("F", bound=Callable[..., Any])

file_argument = click.argument("file", type=click.Path(path_type=Path), metavar="FILE.cmc")
json_option = click.option("--json", "as_json", is_flag=True, help="Answer as JSON.")


def author_options(function: F) -> F:
    """Add the options that say who is asking and how the file is opened."""
    for option in (
        click.option("--operator", default="Command line", show_default=True, help="Who stands in the journal."),
        click.option("--station", default="Command line", show_default=True, help="The station in the journal."),
        click.option(
            "--passphrase-file",
            type=click.Path(path_type=Path),
            help="A file whose first line is the passphrase. [or CMC_DESK_PASSPHRASE, or a prompt]",
        ),
    ):
        function = option(function)
    return function


@contextmanager
def opened(file: Path, *, operator: str, station: str, passphrase_file: Path | None) -> Iterator[Desk]:
    """Open a meeting for one verb."""
    secret = secret_for(passphrase_file) if needs_secret(file) else ""
    desk = open_meeting(file, author=Author(operator, Role.ORGANISER, station), secret=secret)
    try:
        yield desk
    finally:
        desk.close()


def secret_for(passphrase_file: Path | None, *, new: bool = False) -> str:
    """Return the passphrase from the file, the environment or a prompt, in this order.

    Raises Refusal if there is none and nobody can be asked.
    """
    import os

    if passphrase_file is not None:
        try:
            return passphrase_file.read_text(encoding="utf-8").split("\n", 1)[0].rstrip("\r")
        except (OSError, UnicodeDecodeError) as error:
            raise Unavailable(_("The passphrase file {path} cannot be read.").format(path=passphrase_file)) from error
    if "CMC_DESK_PASSPHRASE" in os.environ:
        return os.environ["CMC_DESK_PASSPHRASE"]
    if not sys.stdin.isatty():
        raise Refusal(_("The meeting needs its passphrase: give --passphrase-file or set CMC_DESK_PASSPHRASE."))
    return str(click.prompt(_("Passphrase"), hide_input=True, confirmation_prompt=new, err=True))


def answer(value: Any) -> None:
    """Print a fact as one JSON document."""
    click.echo(json.dumps(to_plain(value), ensure_ascii=False, indent=1))

"""Verbs that copy a meeting and bring a copy back."""

from pathlib import Path

import click

from cmc_desk.cli.opening import author_options, file_argument, opened, secret_for
from cmc_desk.i18n import gettext as _


@click.command()
@file_argument
@click.option(
    "--to", "folder", type=click.Path(path_type=Path), help="The folder of the copy. [default: the meeting's own]"
)
@author_options
def backup(file: Path, folder: Path | None, operator: str, station: str, passphrase_file: Path | None) -> None:
    """Make a copy of the meeting, open it and check it."""
    from cmc_desk.desk.backups import copy_now

    with opened(file, operator=operator, station=station, passphrase_file=passphrase_file) as desk:
        made = copy_now(desk, folder=folder)
    click.echo(_("{path}, opened and checked, {number} journal rows.").format(path=made.path, number=made.journal_seq))


@click.command()
@click.argument("copy", type=click.Path(path_type=Path))
@file_argument
@click.option("--passphrase-file", type=click.Path(path_type=Path), help="A file whose first line is the passphrase.")
def restore(copy: Path, file: Path, passphrase_file: Path | None) -> None:
    """Put the COPY of a meeting in the place of FILE.cmc; the file that stands there is set aside."""
    from cmc_desk.desk.backups import restore_copy
    from cmc_desk.desk.opening import needs_secret

    secret = secret_for(passphrase_file) if needs_secret(copy) else ""
    aside = restore_copy(copy, file, secret=secret)
    click.echo(_("Restored {file} from {copy}.").format(file=file, copy=copy))
    if aside is not None:
        click.echo(_("The file that stood there is now {path}.").format(path=aside))

"""The verb of the closing kit: make it, or look whether one is as it was made."""

from pathlib import Path

import click

from cmc_desk.cli.opening import answer, author_options, file_argument, json_option, opened
from cmc_desk.desk.desk import Desk
from cmc_desk.i18n import LANGUAGES, ngettext
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.refusal import Refusal


@click.command()
@file_argument
@click.option("--out", type=click.Path(path_type=Path), help="The folder to make; it may not be there yet.")
@click.option("--verify", type=click.Path(path_type=Path), help="A kit that was made: say what is not as it was.")
@click.option("--lang", type=click.Choice(LANGUAGES), help="The language of the papers. [default: that of the meeting]")
@click.option("--with-notes", is_flag=True, help="The notes too as they were typed, with what is internal.")
@json_option
@author_options
def closing(
    file: Path,
    out: Path | None,
    verify: Path | None,
    lang: str | None,
    with_notes: bool,
    as_json: bool,
    operator: str,
    station: str,
    passphrase_file: Path | None,
) -> int:
    """Put everything of the meeting into one folder, with a manifest by which it can be verified."""
    if (out is None) == (verify is None):
        raise Refusal(_("Say which folder to make with --out, or which kit to look at with --verify."), field="out")
    with opened(file, operator=operator, station=station, passphrase_file=passphrase_file) as desk:
        if verify is not None:
            return _verify(desk, verify, as_json=as_json)
        if out is not None:
            _make(desk, out, lang or "", with_notes=with_notes, as_json=as_json)
    return 0


def _make(desk: Desk, out: Path, language: str, *, with_notes: bool, as_json: bool) -> None:
    from cmc_desk.desk.closing import make_closing, record_kit

    kit = make_closing(desk, out, language=language, notes=with_notes)
    record_kit(desk, kit)
    if as_json:
        answer({"folder": str(kit.folder), "sha256": kit.digest, "files": kit.files})
        return
    click.echo(kit.folder)
    number = len(kit.files)
    click.echo(ngettext("{number} file", "{number} files", number).format(number=number))
    click.echo(_("SHA-256 of the manifest: {digest}").format(digest=kit.digest))


def _verify(desk: Desk, folder: Path, *, as_json: bool) -> int:
    from cmc_desk.desk.closing import verify_closing

    found = verify_closing(desk, folder)
    if as_json:
        answer({"whole": found.whole, "verdict": found})
        return 0 if found.whole else 1
    for words, paths in ((_("missing"), found.missing), (_("changed"), found.changed), (_("added"), found.added)):
        for path in paths:
            click.echo(f"{words}  {path}")
    if not found.journal:
        click.echo(_("The journal of this meeting has another past than the kit says."))
    if not found.recorded:
        click.echo(
            _(
                "The journal of this meeting does not know this manifest: it was written anew, or the kit was never recorded."
            )
        )
    if found.whole:
        words = ngettext("{number} file, as it was made.", "{number} files, all as they were made.", found.files)
        click.echo(words.format(number=found.files))
    return 0 if found.whole else 1

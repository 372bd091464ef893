"""Verbs that make a meeting and bring its people in."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

import click

from cmc_desk.cli.import_words import row_words, table_words
from cmc_desk.cli.opening import answer, author_options, file_argument, json_option, opened, secret_for
from cmc_desk.clock import SystemClock
from cmc_desk.desk.command import Author
from cmc_desk.desk.opening import SUFFIX, create_meeting, new_recovery_key
from cmc_desk.desk.words import row_word
from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext
from cmc_desk.rules.importing import RowVerdict
from cmc_desk.rules.meeting import Role
from cmc_desk.rules.refusal import Refusal


@click.command()
@file_argument
@click.option(
    "--template", default="cmc-2019", show_default=True, help="A shipped template by name, or a file FILE.toml."
)
@click.option("--training", is_flag=True, help="An unencrypted meeting to practise with.")
@author_options
def new(file: Path, template: str, training: bool, operator: str, station: str, passphrase_file: Path | None) -> None:
    """Make the meeting FILE.cmc from a template; its recovery key is printed once."""
    from cmc_desk.exchange.meeting_file import read_meeting, template_path

    if file.suffix != SUFFIX:
        raise Refusal(
            _("A meeting file ends in {suffix}: write {name}.").format(suffix=SUFFIX, name=file.with_suffix(SUFFIX))
        )
    plan = read_meeting(Path(template) if template.endswith(".toml") else template_path(template))
    secret = "" if training else secret_for(passphrase_file, new=True)
    recovery = "" if training else new_recovery_key()
    create_meeting(
        file,
        plan,
        clock=SystemClock(),
        author=Author(operator, Role.ORGANISER, station),
        passphrase=secret,
        recovery=recovery,
        training=training,
    ).close()
    click.echo(_("Made {file}: {title}.").format(file=file, title=plan.title))
    if recovery:
        click.echo(_("Recovery key, shown this once; print it and seal it:"))
        click.echo(f"\n    {recovery}\n")
        click.echo(
            _("Without the passphrase or this key nobody can read the meeting. Keep {name} beside it.").format(
                name=file.name + ".key"
            )
        )


@click.command("import")
@file_argument
@click.argument("people", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Say what would happen and write nothing.")
@json_option
@author_options
def import_(
    file: Path,
    people: Path,
    dry_run: bool,
    as_json: bool,
    operator: str,
    station: str,
    passphrase_file: Path | None,
) -> None:
    """Bring the people of a spreadsheet or CSV into the meeting.

    New and changed people are taken; possible duplicates and rows with errors are left out and listed.
    """
    from cmc_desk.desk import importing
    from cmc_desk.rules.columns import without_names
    from cmc_desk.rules.import_decisions import changes, left_out

    with opened(file, operator=operator, station=station, passphrase_file=passphrase_file) as desk:
        table = importing.read_list(people)
        plan = importing.plan(desk, table)
        if sentence := without_names(plan.mapping, table.file_name):
            raise Refusal(sentence)
        counted = Counter(row.verdict for row in plan.rows)
        wanted = changes(plan, {})
        imported = None
        if wanted and not dry_run:
            imported = desk.do(
                importing.import_people, changes=list(wanted), source=people.name, learned={}, columns={}
            )
        if as_json:
            rows = [replace(row, person=row.person) for row in plan.rows]
            answer(
                {"file": table.file_name, "sheet": table.sheet, "counts": counted, "imported": imported, "rows": rows}
            )
            return
        click.echo(table_words(table))
        for verdict in RowVerdict:
            click.echo(f"{counted[verdict]:6}  {row_word(verdict)}")
        for row in plan.rows:
            if row.differs and row.verdict in (RowVerdict.UPDATE, RowVerdict.SAME):
                click.echo(row_words(row))
        for row in left_out(plan, {}):
            sentences = "; ".join(f"{problem.cell}: {problem.sentence}" for problem in row.problems) or row.note
            click.echo(_("row {row} left out: {why}").format(row=row.row, why=sentences), err=True)
        if dry_run:
            click.echo(_("Nothing was written (dry run)."))
        elif imported is None:
            click.echo(_("Nothing to import."))
        else:
            words = ngettext("Imported {number} row.", "Imported {number} rows.", len(wanted))
            click.echo(words.format(number=len(wanted)))

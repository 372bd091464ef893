"""The verb that replaces a lost badge: the old code stops working, the new badge is written as PDF."""

from pathlib import Path

import click

from cmc_desk.cli.badge_paper import PaperOptions, check_pdf, look_at, paper_of, paper_options, say_what
from cmc_desk.cli.opening import author_options, file_argument, opened
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.badge_code import in_groups
from cmc_desk.rules.badge_design import BadgeFacts
from cmc_desk.rules.refusal import Refusal, Unavailable


@click.command("replace-badge")
@file_argument
@click.argument("person", nargs=-1, required=True)
@click.option("--reason", required=True, help="Why the badge is replaced, such as: lost.")
@click.option("--out", type=click.Path(path_type=Path), required=True, help="The file to write (.pdf).")
@paper_options
@click.option("--no-word", is_flag=True, help="Without the word “replacement” on it.")
@click.option("--printed", is_flag=True, help="Record the badge as printed, because the file goes to a printer.")
@click.option("--even-unreadable", is_flag=True, help="Even if no font can print the name: with a line to write it on.")
@author_options
def replace_badge(
    file: Path,
    person: tuple[str, ...],
    reason: str,
    out: Path,
    paper: PaperOptions,
    no_word: bool,
    printed: bool,
    even_unreadable: bool,
    operator: str,
    station: str,
    passphrase_file: Path | None,
) -> None:
    """Replace the badge of PERSON, by a code or by words of a name; the old code stops working."""
    from cmc_desk.desk.badge_holder import holder_of
    from cmc_desk.desk.badge_papers import EVEN_UNREADABLE, write_badges
    from cmc_desk.desk.badge_runs import unreadable_names
    from cmc_desk.desk.badges import reissue
    from cmc_desk.rules.badge_concerns import unreadable_words
    from cmc_desk.rules.badge_spots import with_replacement

    check_pdf(out)
    chosen = paper_of(paper)
    with opened(file, operator=operator, station=station, passphrase_file=passphrase_file) as desk:
        who = desk.read(holder_of, text=" ".join(person))
        # What cannot be printed is refused while the old badge still opens the door.
        chosen.run(desk, [who])
        names = () if even_unreadable else desk.read(unreadable_names, participants=[who])
        if names:
            raise Refusal(unreadable_words(names, EVEN_UNREADABLE), field="name")
        if not out.absolute().parent.is_dir():
            raise Unavailable(_("There is no folder {path}: choose another one.").format(path=out.absolute().parent))
        code = desk.do(reissue, participant=who, reason=reason).code
        some = frozenset({who})
        none: frozenset[str] = frozenset()
        run = with_replacement(chosen.run(desk, [who]), yes=none if no_word else some, no=some if no_word else none)
        look_at(run)
        for facts in run.people:
            _say_replaced(facts, code)
        try:
            click.echo(write_badges(desk, out, run, printed=printed, reason=reason, even_unreadable=even_unreadable))
        except Unavailable:
            click.echo(_("The new badge is not written: it is among those of badges --only to-print."), err=True)
            raise
        say_what(run)


def _say_replaced(facts: BadgeFacts | None, code: str) -> None:
    name = facts.name if facts is not None else ""
    click.echo(
        _("{name}: the old badge stops working, the new code is {code}.").format(name=name, code=in_groups(code)),
        err=True,
    )

"""The verb that writes badges as PDF, for whatever lies in the printer."""

from pathlib import Path

import click

from cmc_desk.cli.badge_paper import PaperOptions, check_pdf, is_given, look_at, paper_of, paper_options, say_what
from cmc_desk.cli.opening import author_options, file_argument, opened
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.badge_design import BadgeRun
from cmc_desk.rules.refusal import Refusal

_ORDERS = ("delegation", "name", "tray")
# The page that tells how far the printer is off holds no badges.
_NOT_CALIBRATED = ("start_cell", "second", "back", "crop_marks", "only", "order", "blank", "printed")
_RECORDED = ("reason", "even_unreadable")


@click.command()
@file_argument
@click.option("--out", type=click.Path(path_type=Path), required=True, help="The file to write (.pdf).")
@paper_options
@click.option(
    "--only",
    default="",
    metavar="DELEGATION|STATUS|not-printed",
    help="A delegation by code or name, a status such as confirmed, or: not-printed, to-print, changed, printed.",
)
@click.option(
    "--order", type=click.Choice(_ORDERS), default=_ORDERS[0], show_default=True, help="What they lie in order by."
)
@click.option("--blank", type=int, default=0, help="Add so many numbered badges without a name.")
@click.option(
    "--calibration", is_flag=True, help="Write the page that tells how far the printer is off, and no badges."
)
@click.option("--printed", is_flag=True, help="Record the badges as printed, because the file goes to a printer.")
@click.option("--reason", default="", help="Why badges that were printed already are printed again; for --printed.")
@click.option(
    "--even-unreadable",
    is_flag=True,
    help="Record also badges whose name no font can print, with a line to write it on; for --printed.",
)
@author_options
def badges(
    file: Path,
    out: Path,
    paper: PaperOptions,
    only: str,
    order: str,
    blank: int,
    calibration: bool,
    printed: bool,
    reason: str,
    even_unreadable: bool,
    operator: str,
    station: str,
    passphrase_file: Path | None,
) -> int:
    """Write badges as PDF for the stock in the printer; what is to be looked at is said before."""
    from cmc_desk.desk.badge_choice import badge_people, in_order
    from cmc_desk.desk.badge_papers import write_badges, write_calibration
    from cmc_desk.rules.badge_order import BadgeOrder

    check_pdf(out)
    _refuse_useless(calibration=calibration, printed=printed)
    chosen = paper_of(paper, calibration=calibration)
    with opened(file, operator=operator, station=station, passphrase_file=passphrase_file) as desk:
        if calibration:
            language = chosen.language(desk)
            click.echo(write_calibration(out, chosen.stock, language, shift=paper.shift, back_shift=paper.back_shift))
            return 0
        people = desk.read(badge_people, only=only)
        if not people and not blank:
            raise Refusal(_("There is no badge to make: nobody is meant by --only, and no --blank ones are asked for."))
        wanted = desk.read(
            in_order,
            participants=people,
            order=dict(zip(_ORDERS, BadgeOrder, strict=True))[order],
            language=chosen.language(desk),
        )
        run = chosen.run(desk, wanted, blank=blank)
        left_out = False
        if printed and not even_unreadable:
            run, left_out = _readable(run)
        look_at(run)
        click.echo(write_badges(desk, out, run, printed=printed, reason=reason, even_unreadable=even_unreadable))
        say_what(run)
    return 1 if left_out else 0


def _readable(run: BadgeRun) -> tuple[BadgeRun, bool]:
    """Return the run without the names that no font can print, of whom each is told, and whether there were any.

    Raises Refusal if nobody is left.
    """
    from cmc_desk.desk.badge_papers import EVEN_UNREADABLE
    from cmc_desk.reports.badges import without_unreadable
    from cmc_desk.rules.badge_concerns import unreadable_words

    readable, left_out = without_unreadable(run)
    sentences = [_("NOT PRINTED. ") + unreadable_words([facts.name], EVEN_UNREADABLE) for facts in left_out]
    if left_out and not readable.people and not readable.blank:
        raise Refusal("\n".join(sentences))
    for sentence in sentences:
        click.echo(sentence, err=True)
    return readable, bool(left_out)


def _refuse_useless(*, calibration: bool, printed: bool) -> None:
    """Raise Refusal for an option that would be passed over in silence."""
    if calibration:
        for name in (*_NOT_CALIBRATED, *_RECORDED):
            if is_given(name):
                raise Refusal(
                    _(
                        "{option} has no use with --calibration, whose page holds no badges: leave one of them out."
                    ).format(option=_written(name)),
                    field=name,
                )
    if not printed:
        for name in _RECORDED:
            if is_given(name):
                raise Refusal(
                    _("{option} is for badges that are recorded as printed: add --printed, or leave it out.").format(
                        option=_written(name)
                    ),
                    field=name,
                )


def _written(name: str) -> str:
    return "--" + name.replace("_", "-")

"""The verb that writes badges as PDF, for whatever lies in the printer."""

from pathlib import Path

import click

from cmc_desk.cli.opening import author_options, file_argument, opened
from cmc_desk.desk.meeting import meeting
from cmc_desk.i18n import LANGUAGES, ngettext, texts
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.badge_design import BackSide, BadgeDesign, BadgeRun, Stock
from cmc_desk.rules.refusal import Refusal

_USUAL_DESIGN = "90x55"
_ORDERS = ("delegation", "name", "tray")


def _millimetres(_context: click.Context, _option: click.Parameter, value: str) -> tuple[float, float]:
    """Return how far right and how far down “1.5,-0.5” is."""
    try:
        right, down = (float(part) for part in value.split(","))
    except ValueError:
        raise click.BadParameter(_("write how far right and how far down, in millimetres: 1.5,-0.5")) from None
    return right, down


@click.command()
@file_argument
@click.option("--out", type=click.Path(path_type=Path), required=True, help="The file to write (.pdf).")
@click.option("--design", help="The badge design. [default: the largest that fits the stock, or 90x55]")
@click.option("--stock", help="What lies in the printer. [default: the one that fits the design best]")
@click.option("--start-cell", type=int, default=1, show_default=True, help="The first free place of a part-used sheet.")
@click.option(
    "--only",
    default="",
    metavar="DELEGATION|STATUS|not-printed",
    help="A delegation by code or name, a status such as confirmed, or: not-printed, to-print, changed, printed.",
)
@click.option("--lang", type=click.Choice(LANGUAGES), help="The language of the badges. [default: of the meeting]")
@click.option("--second", type=click.Choice(LANGUAGES), help="A second language for the names of delegations.")
@click.option(
    "--order", type=click.Choice(_ORDERS), default=_ORDERS[0], show_default=True, help="What they lie in order by."
)
@click.option(
    "--back",
    type=click.Choice([side.value for side in BackSide]),
    default=BackSide.NONE.value,
    show_default=True,
    help="How the backs are made.",
)
@click.option("--crop-marks/--no-crop-marks", default=None, help="Draw marks to cut at. [default: as the stock has it]")
@click.option(
    "--shift",
    callback=_millimetres,
    metavar="X,Y",
    default="0,0",
    help="Move everything right and down, in mm, as the calibration page tells.",
)
@click.option(
    "--back-shift", callback=_millimetres, metavar="X,Y", default="0,0", help="Move the backs besides, in mm."
)
@click.option("--blank", type=int, default=0, help="Add so many numbered badges without a name.")
@click.option(
    "--calibration", is_flag=True, help="Write the page that tells how far the printer is off, and no badges."
)
@click.option("--printed", is_flag=True, help="Record the badges as printed, because the file goes to a printer.")
@click.option("--reason", default="", help="Why badges that were printed already are printed again; for --printed.")
@author_options
def badges(
    file: Path,
    out: Path,
    design: str | None,
    stock: str | None,
    start_cell: int,
    only: str,
    lang: str | None,
    second: str | None,
    order: str,
    back: str,
    crop_marks: bool | None,
    shift: tuple[float, float],
    back_shift: tuple[float, float],
    blank: int,
    calibration: bool,
    printed: bool,
    reason: str,
    operator: str,
    station: str,
    passphrase_file: Path | None,
) -> None:
    """Write badges as PDF for the stock in the printer; what is to be looked at is said before."""
    from cmc_desk.desk.badge_choice import badge_people, in_order
    from cmc_desk.desk.badge_papers import write_badges, write_calibration
    from cmc_desk.desk.badge_runs import gather_run
    from cmc_desk.rules.badge_order import BadgeOrder

    if out.suffix.lower() != ".pdf":
        raise Refusal(_("Badges are a file that ends in .pdf: write {name}.").format(name=out.with_suffix(".pdf")))
    chosen, paper = _design_and_stock(design, stock)
    with opened(file, operator=operator, station=station, passphrase_file=passphrase_file) as desk:
        language = lang or desk.read(meeting).language
        if calibration:
            click.echo(write_calibration(out, paper, language, shift=shift, back_shift=back_shift))
            return
        people = desk.read(badge_people, only=only)
        if not people and not blank:
            raise Refusal(_("There is no badge to make: nobody is meant by --only, and no --blank ones are asked for."))
        run = desk.read(
            gather_run,
            participants=desk.read(
                in_order,
                participants=people,
                order=dict(zip(_ORDERS, BadgeOrder, strict=True))[order],
                language=language,
            ),
            design=chosen,
            stock=paper,
            language=language,
            second=second or "",
            words=texts(language),
            start_cell=start_cell - 1,
            back=BackSide(back),
            crop_marks=paper.crop_marks if crop_marks is None else crop_marks,
            shift_x=shift[0],
            shift_y=shift[1],
            back_shift_x=back_shift[0],
            back_shift_y=back_shift[1],
            blank=blank,
        )
        _look_at(run, language)
        click.echo(write_badges(desk, out, run, printed=printed, reason=reason))
        _say_what(run)


def _design_and_stock(design: str | None, stock: str | None) -> tuple[BadgeDesign, Stock]:
    """Return what was named; where one of the two was not, the one that goes best with the other."""
    from cmc_desk.exchange.badge_files import badge_designs, badge_stocks, design_named, stock_named
    from cmc_desk.rules.badge_choice import design_for, stock_for

    paper = None if stock is None else stock_named(stock)
    if design is not None or paper is None:
        chosen: BadgeDesign | None = design_named(design or _USUAL_DESIGN)
    else:
        chosen = design_for(paper, badge_designs().values())
    if chosen is not None and paper is None:
        paper = stock_for(chosen, badge_stocks().values())
    if chosen is None or paper is None:
        raise Refusal(_("No design of the program fits this stock: choose another stock."), field="stock")
    return chosen, paper


def _look_at(run: BadgeRun, language: str) -> None:
    """Say what is to be looked at, each person by name."""
    from cmc_desk.reports.badges import badge_warnings
    from cmc_desk.rules.badge_concerns import concern_words, whose

    for warning in badge_warnings(run, texts(language)):
        click.echo(f"{whose(warning)}: {concern_words(warning)}", err=True)


def _say_what(run: BadgeRun) -> None:
    from cmc_desk.rules.badge_sheet import sheet_count

    number = len(run.people) + run.blank
    count = sheet_count(number, run.stock, start_cell=run.start_cell, back=run.back)
    badges = ngettext("{number} badge", "{number} badges", number).format(number=number)
    pages = ngettext("{number} page", "{number} pages", count.sheets).format(number=count.sheets)
    click.echo(
        _("{badges} on {pages} of “{stock}”, {spare} places left.").format(
            badges=badges, pages=pages, stock=run.stock.title, spare=count.spare
        ),
        err=True,
    )

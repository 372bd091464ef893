"""The paper of badges on the command line: its options, shared by the verbs that print badges, and what they have no use for."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from functools import wraps
from pathlib import Path
from typing import Any

import click
from click.core import ParameterSource

from cmc_desk.desk.desk import Desk
from cmc_desk.desk.meeting import meeting
from cmc_desk.i18n import LANGUAGES, ngettext, texts
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.badge_design import BackSide, BadgeDesign, BadgeRun, Show, Stock, StockKind
from cmc_desk.rules.refusal import Refusal

_USUAL_DESIGN = "90x55"


@dataclass(frozen=True, slots=True)
class PaperOptions:
    """What was said of the paper."""

    design: str | None
    stock: str | None
    start_cell: int
    lang: str | None
    second: str | None
    back: str
    crop_marks: bool | None
    shift: tuple[float, float]
    back_shift: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Paper:
    """The design and the stock that the options come to, and the options."""

    design: BadgeDesign
    stock: Stock
    options: PaperOptions

    def language(self, desk: Desk) -> str:
        """Return the language of the badges."""
        return self.options.lang or desk.read(meeting).language

    def run(self, desk: Desk, participants: Sequence[str], *, blank: int = 0) -> BadgeRun:
        """Return the badges of these people on this paper; raises Refusal as `gather_run` does."""
        from cmc_desk.desk.badge_runs import gather_run

        options, language = self.options, self.language(desk)
        return desk.read(
            gather_run,
            participants=participants,
            design=self.design,
            stock=self.stock,
            language=language,
            second=options.second or "",
            words=texts(language),
            start_cell=options.start_cell - 1,
            back=BackSide(options.back),
            crop_marks=self.stock.crop_marks if options.crop_marks is None else options.crop_marks,
            shift_x=options.shift[0],
            shift_y=options.shift[1],
            back_shift_x=options.back_shift[0],
            back_shift_y=options.back_shift[1],
            blank=blank,
        )


def _millimetres(_context: click.Context, _option: click.Parameter, value: str) -> tuple[float, float]:
    """Return how far right and how far down “1.5,-0.5” is."""
    try:
        right, down = (float(part) for part in value.split(","))
    except ValueError:
        raise click.BadParameter(_("write how far right and how far down, in millimetres: 1.5,-0.5")) from None
    return right, down


_OPTIONS = (
    click.option("--design", help="The badge design. [default: the largest that fits the stock, or 90x55]"),
    click.option("--stock", help="What lies in the printer. [default: the one that fits the design best]"),
    click.option(
        "--start-cell", type=int, default=1, show_default=True, help="The first free place of a part-used sheet."
    ),
    click.option("--lang", type=click.Choice(LANGUAGES), help="The language of the badges. [default: of the meeting]"),
    click.option("--second", type=click.Choice(LANGUAGES), help="A second language for the names of delegations."),
    click.option(
        "--back",
        type=click.Choice([side.value for side in BackSide]),
        default=BackSide.NONE.value,
        show_default=True,
        help="How the backs are made.",
    ),
    click.option(
        "--crop-marks/--no-crop-marks", default=None, help="Draw marks to cut at. [default: as the stock has it]"
    ),
    click.option(
        "--shift",
        callback=_millimetres,
        metavar="X,Y",
        default="0,0",
        help="Move everything right and down, in mm, as the calibration page tells.",
    ),
    click.option(
        "--back-shift", callback=_millimetres, metavar="X,Y", default="0,0", help="Move the backs besides, in mm."
    ),
)


def paper_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options of the paper, which `function` is given as one: `paper`."""

    @wraps(function)
    def collected(*args: Any, **given: Any) -> Any:
        options = PaperOptions(**{field.name: given.pop(field.name) for field in fields(PaperOptions)})
        return function(*args, paper=options, **given)

    for option in reversed(_OPTIONS):
        collected = option(collected)
    return collected


def is_given(name: str) -> bool:
    """Say whether an option of the verb that runs was written, and not only has its default."""
    return click.get_current_context().get_parameter_source(name) is ParameterSource.COMMANDLINE


def paper_of(options: PaperOptions, *, calibration: bool = False) -> Paper:
    """Return the paper that the options come to; where design or stock was not named, the one that goes best with the other.

    Raises Refusal if there is no such design or stock, or for an option that this paper has no use for.
    """
    paper = Paper(*_design_and_stock(options.design, options.stock), options)
    _refuse_useless(paper, calibration=calibration)
    return paper


def check_pdf(out: Path) -> None:
    """Raise Refusal unless badges may be written to a file of this name."""
    if out.suffix.lower() != ".pdf":
        raise Refusal(_("Badges are a file that ends in .pdf: write {name}.").format(name=out.with_suffix(".pdf")))


def look_at(run: BadgeRun) -> None:
    """Say what is to be looked at, each person by name."""
    from cmc_desk.reports.badges import badge_warnings
    from cmc_desk.rules.badge_concerns import concern_words, whose

    for warning in badge_warnings(run, texts(run.meeting.language)):
        click.echo(f"{whose(warning)}: {concern_words(warning)}", err=True)


def say_what(run: BadgeRun) -> None:
    """Say how many badges there are, and on how many pages of paper."""
    from cmc_desk.rules.badge_sheet import sheet_count

    number = len(run.people) + run.blank
    count = sheet_count(number, run.stock, start_cell=run.start_cell, back=run.back)
    # The backs of a duplex run are pages of their own.
    leaves = count.sheets * (2 if run.back is BackSide.DUPLEX else 1)
    badges = ngettext("{number} badge", "{number} badges", number).format(number=number)
    pages = ngettext("{number} page", "{number} pages", leaves).format(number=leaves)
    click.echo(
        _("{badges} on {pages} of “{stock}”, {spare} places left.").format(
            badges=badges, pages=pages, stock=run.stock.title, spare=count.spare
        ),
        err=True,
    )


def _design_and_stock(design: str | None, stock: str | None) -> tuple[BadgeDesign, Stock]:
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


def _refuse_useless(paper: Paper, *, calibration: bool) -> None:
    design, stock, options = paper.design, paper.stock, paper.options
    backs = stock.kind is not StockKind.ROLL if calibration else options.back == BackSide.DUPLEX.value
    if is_given("back_shift") and not backs:
        raise Refusal(
            _(
                "--back-shift moves the backs of sheets that are printed on both sides: add --back duplex, or leave it out."
            ),
            field="back_shift",
        )
    if options.second and Show.DELEGATION_SECOND not in {field.show for field in (*design.front, *design.back)}:
        raise Refusal(
            _("“{design}” has no place for a second language: leave --second out, or choose another design.").format(
                design=design.title
            ),
            field="second",
        )
    if options.crop_marks and (stock.page_width, stock.page_height) == (design.width, design.height):
        raise Refusal(
            _("“{stock}” has no room for crop marks, because a badge fills it: leave --crop-marks out.").format(
                stock=stock.title
            ),
            field="crop_marks",
        )

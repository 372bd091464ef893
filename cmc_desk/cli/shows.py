"""Verbs that show the program: its screens as pictures, and the demo meeting."""

import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import click

from cmc_desk.cli.opening import author_options, file_argument, opened
from cmc_desk.clock import SystemClock
from cmc_desk.desk.demo_moments import Moment
from cmc_desk.desk.desk import Desk
from cmc_desk.i18n import gettext as _

# When each part of the windows is best seen: while somebody works in it. What is named nowhere is drawn in the queue of the first morning.
_BEST_SEEN = {
    Moment.LIST: ("lists",),
    Moment.SEATS: ("travel",),
    Moment.PRIORITIES: ("overview", "agenda", "stage"),
    Moment.PRINCIPLES: ("summaries",),
    Moment.PLAN: ("documents",),
    Moment.APPROVAL: ("readouts",),
    Moment.END: ("attendance", "papers", "report"),
}


@click.command()
@file_argument
@click.option("--out", type=click.Path(path_type=Path), required=True, help="The folder of the pictures.")
@click.option("--dark", is_flag=True, help="In the dark colours.")
@author_options
def screens(file: Path, out: Path, dark: bool, operator: str, station: str, passphrase_file: Path | None) -> None:
    """Draw every page in its main states as PNG, with no screen; the meeting itself stays as it is."""
    from cmc_desk.ui.screens import draw_screens

    with opened(file, operator=operator, station=station, passphrase_file=passphrase_file) as desk:
        for path in draw_screens(desk, out, dark=dark):
            click.echo(path)


def parts_at(moment: Moment) -> list[str]:
    """Return the parts of the windows that are drawn at a moment of the demo."""
    from cmc_desk.ui.screens import PARTS

    elsewhere = {part for parts in _BEST_SEEN.values() for part in parts}
    named = _BEST_SEEN.get(moment, ())
    return [part for part in PARTS if (part not in elsewhere if moment is Moment.QUEUE else part in named)]


@click.command()
@click.option("--out", type=click.Path(path_type=Path), required=True, help="The folder of the demo.")
@click.option(
    "--at", "moment", type=click.Choice([one.value for one in Moment]), help="Only the file, left at this moment."
)
def demo(out: Path, moment: str | None) -> None:
    """Walk through both days of the CMC meeting on a manual clock: the file, its papers and its screens.

    The moments are `list` (three days before it, with the first list of participants only), `seats` (two days before), `eve` (the night
    before), `queue` (the first morning at 8:52), `priorities` (12:38), `principles` (16:42), `plan` (the second day at 11:24), `approval`
    (16:45) and `end`.
    """
    from cmc_desk.desk.backups import set_aside
    from cmc_desk.desk.demo_meeting import left_at
    from cmc_desk.desk.meeting_files import make_folder

    # A folder that cannot be is said at once, not after the days that are lived through elsewhere.
    make_folder(out)
    file = out / "demo.cmc"
    if file.exists():
        # A further `python3 run.py` must work too; what somebody tried out in a demo of before is set aside, not lost.
        aside = set_aside(file, now=SystemClock().now())
        click.echo(_("The demo of before is now {path}.").format(path=aside), err=True)
    if moment is not None:
        with closing(left_at(file, Moment(moment))):
            click.echo(file)
        return
    for path in _walked(file, out):
        click.echo(path)


def _walked(file: Path, out: Path) -> Iterator[Path]:
    """Live through the demo, drawing the screens on the way; at the end it has its papers."""
    from cmc_desk.desk.demo_meeting import walk
    from cmc_desk.desk.papers import write_attendance
    from cmc_desk.rules.people import Sensitivity
    from cmc_desk.ui.settings import usual_papers_folder

    yield from _beside(out)
    desk: Desk | None = None
    try:
        for moment, desk in walk(file):
            if moment is Moment.END:
                yield file
                yield from write_attendance(desk, out / "attendance.xlsx", limit=Sensitivity.DESK, csv=True)
                yield from _papers(desk, usual_papers_folder(file))
            yield from _pictures(desk, moment, out)
    finally:
        if desk is not None:
            desk.close()


def _papers(evening: Desk, folder: Path) -> Iterator[Path]:
    """Make every paper in all its forms, where the window looks for them; of what did not come about, as a corrigendum, there is none."""
    from cmc_desk.desk.making_papers import make_paper, record_paper
    from cmc_desk.desk.meeting import meeting
    from cmc_desk.desk.paper_kinds import paper_kinds
    from cmc_desk.rules.papers import Ask
    from cmc_desk.rules.refusal import Refusal

    folder.mkdir(parents=True, exist_ok=True)
    ask = Ask(language=evening.read(meeting).language)
    for kind in paper_kinds():
        for form in kind.formats:
            try:
                made = make_paper(evening, kind, ask, form, folder / f"{kind.key}.{form.value}")
            except Refusal:
                break
            record_paper(evening, made)
            yield made.path


def _beside(out: Path) -> Iterator[Path]:
    """Draw what is seen at moments that the demo itself does not come by, in meetings of their own."""
    from cmc_desk.desk.demo_meeting import left_at

    with tempfile.TemporaryDirectory() as place:
        for moment in (Moment.LIST, Moment.PRINCIPLES):
            with closing(left_at(Path(place) / f"{moment}.cmc", moment)) as desk:
                yield from _pictures(desk, moment, out)


def _pictures(desk: Desk, moment: Moment, out: Path) -> Iterator[Path]:
    """Draw what is best seen at a moment, in the light and in the dark colours."""
    from cmc_desk.ui.screens import draw_screens

    if parts := parts_at(moment):
        for dark in (False, True):
            yield from draw_screens(desk, out / ("screens-dark" if dark else "screens"), dark=dark, only=parts)

"""Verbs that show the program: its screens as pictures, and the demo meeting."""

import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import click

from cmc_desk.cli.opening import author_options, file_argument, opened
from cmc_desk.clock import SystemClock
from cmc_desk.desk.desk import Desk
from cmc_desk.i18n import gettext as _

# What is best seen when both days are over.
_EVENING = ("attendance", "papers", "readouts")
# What is best seen while an item runs and somebody speaks.
_NOON = ("overview", "agenda", "stage")
# What is best seen while journeys are still being settled.
_DAYS_BEFORE = ("travel",)


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


@click.command()
@click.option("--out", type=click.Path(path_type=Path), required=True, help="The folder of the demo.")
def demo(out: Path) -> None:
    """Walk through both days of the CMC meeting on a manual clock: the file, its papers and its screens."""
    from cmc_desk.desk.backups import set_aside
    from cmc_desk.desk.demo_meeting import walk_through
    from cmc_desk.desk.papers import write_attendance
    from cmc_desk.rules.people import Sensitivity
    from cmc_desk.ui.settings import usual_papers_folder

    file = out / "demo.cmc"
    if file.exists():
        # A further `python3 run.py` must work too; what somebody tried out in a demo of before is set aside, not lost.
        aside = set_aside(file, now=SystemClock().now())
        click.echo(_("The demo of before is now {path}.").format(path=aside), err=True)
    with closing(walk_through(file)) as desk:
        written = list(write_attendance(desk, out / "attendance.xlsx", limit=Sensitivity.DESK, csv=True))
        for path in (file, *written, *_papers(desk, usual_papers_folder(file)), *_pictures(desk, out)):
            click.echo(path)


def _papers(evening: Desk, folder: Path) -> Iterator[Path]:
    """Make every paper in all its forms, where the window looks for them."""
    from cmc_desk.desk.making_papers import make_paper, record_paper
    from cmc_desk.desk.meeting import meeting
    from cmc_desk.desk.paper_kinds import paper_kinds
    from cmc_desk.rules.papers import Ask

    folder.mkdir(parents=True, exist_ok=True)
    ask = Ask(language=evening.read(meeting).language)
    for kind in paper_kinds():
        for form in kind.formats:
            made = make_paper(evening, kind, ask, form, folder / f"{kind.key}.{form.value}")
            record_paper(evening, made)
            yield made.path


def _pictures(evening: Desk, out: Path) -> Iterator[Path]:
    """Draw the screens at five moments: twice before the meeting, in the queue of the first morning, shortly before lunch, at the end."""
    from cmc_desk.desk.demo_meeting import at_the_wall, before_the_second_list, in_the_priorities, in_the_queue
    from cmc_desk.ui.screens import PARTS, draw_screens

    with (
        tempfile.TemporaryDirectory() as place,
        closing(before_the_second_list(Path(place) / "before.cmc")) as before,
        closing(at_the_wall(Path(place) / "wall.cmc")) as wall,
        closing(in_the_queue(Path(place) / "queue.cmc")) as queue,
        closing(in_the_priorities(Path(place) / "noon.cmc")) as noon,
    ):
        noon_parts = [part for part in PARTS if part in _NOON]
        for dark in (False, True):
            folder = out / ("screens-dark" if dark else "screens")
            yield from draw_screens(before, folder, dark=dark, only=("lists",))
            yield from draw_screens(wall, folder, dark=dark, only=_DAYS_BEFORE)
            others = [part for part in PARTS if part not in ("lists", *_DAYS_BEFORE, *_NOON, *_EVENING)]
            yield from draw_screens(queue, folder, dark=dark, only=others)
            if noon_parts:
                yield from draw_screens(noon, folder, dark=dark, only=noon_parts)
            yield from draw_screens(evening, folder, dark=dark, only=_EVENING)

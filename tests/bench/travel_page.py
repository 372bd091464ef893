"""What the seat wall costs: four hundred seats painted, and a step of the arrows until the traveller stands at the right."""

import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest

from cmc_desk.rules.travel_states import Headline, Standing
from cmc_desk.ui.context import Context
from cmc_desk.ui.travel.page import TravelPage
from cmc_desk.ui.travel.tiles import Block, Tile, agency_looks
from cmc_desk.ui.travel.wall_filters import shown
from cmc_desk.ui.travel.wall_view import WallView
from tests.bench.measure import Row, at_most, milliseconds, percentile
from tests.bench.windows import application
from tests.desk.seated import Seated

_DELEGATIONS = 200
_TURNS = 20
_WIDTH = 914


def wall() -> Iterator[Row]:
    """The whole wall of two hundred delegations, laid out and painted as high as it is, against filling the same picture."""
    application()
    view = WallView()
    view.resize(_WIDTH, 560)
    blocks = _blocks()
    everything = shown(blocks, state="all", pressing="", text="")
    view.set_blocks(blocks, everything)
    height = view.whole_height()
    picture = QImage(_WIDTH, height, QImage.Format.Format_RGB32)
    # The first painting draws icons and flags that are kept from then on.
    _paint(view, picture)
    laid = [milliseconds(partial(view.set_blocks, blocks, everything)) for _turn in range(_TURNS)]
    painted = [_processor(partial(_paint, view, picture)) for _turn in range(_TURNS)]
    floor = statistics.median(milliseconds(partial(picture.fill, 0)) for _turn in range(_TURNS))
    yield at_most("200 delegations × 400 seats painted, median", statistics.median(painted), 50, floor=floor)
    yield at_most("the same wall laid out, median", statistics.median(laid), 16)
    view.deleteLater()


def steps() -> Iterator[Row]:
    """An arrow on the wall until wall and traveller are painted."""
    app = application()
    with tempfile.TemporaryDirectory() as folder:
        meeting = Seated(Path(folder))
        meeting.accepted("HT-1", "anais")
        meeting.accepted("HT-2", "jose")
        page = TravelPage(Context(meeting.desk))
        page.resize(1278, 676)
        page.show()
        app.processEvents()

        def step(key: Qt.Key) -> None:
            QTest.keyClick(page.seats.wall, key)
            app.processEvents()

        keys = (Qt.Key.Key_Right, Qt.Key.Key_Left) * _TURNS
        times = [_processor(partial(step, key)) for key in keys]
        yield at_most("an arrow until the traveller is painted, p95", percentile(times, 0.95), 100)
        page.close()
        page.deleteLater()
        app.processEvents()
        meeting.desk.close()


def _processor(work: Callable[[], object]) -> float:
    """Return the milliseconds of the processor that `work` takes: what else runs on the machine is no cost of the wall."""
    begun = time.thread_time()
    work()
    return (time.thread_time() - begun) * 1000


def _paint(view: WallView, picture: QImage) -> None:
    painter = QPainter(picture)
    view.paint_on(painter, QRect(0, 0, picture.width(), picture.height()))
    painter.end()


def _blocks() -> list[Block]:
    looks = list(agency_looks(("IOM", "UNHCR")).values())
    states = tuple(Headline)
    codes = ("HT", "JM", "AW", "BB", "GY", "LC", "TT")
    return [
        Block(
            f"D{place}",
            f"Delegation number {place}",
            codes[place % len(codes)],
            tuple(
                Tile(
                    f"D{place}-{number}",
                    f"D{place}",
                    number,
                    states[(place + number) % len(states)],
                    (Standing.WAITS, Standing.DUE, Standing.BLOCKS)[place % 3],
                    sponsorship=f"s{place}-{number}",
                    name=f"Sample Example-{place}",
                    surname=f"Example-{place}",
                    stripes=(looks[number - 1],),
                    warned=place % 2,
                )
                for number in (1, 2)
            ),
        )
        for place in range(_DELEGATIONS)
    ]

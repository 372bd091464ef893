"""What the overview costs: read whole, read again after a scan, and how long the window stands still for it."""

import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from sqlalchemy import text
from sqlalchemy.orm import Session

from cmc_desk.desk import attendance
from cmc_desk.desk.overview import overview
from tests.bench.crowd import MORNING, code_of, open_crowd
from tests.bench.measure import Row, against, alternately, at_most
from tests.bench.seats import fill
from tests.bench.windows import Beats, application, close, main_window, until_idle

_PEOPLE, _CAME, _RUNS = 400, 200, 7
_TABLES = (
    *("participant", "presence_event", "excuse", "delegation", "category", "item", "item_timing", "item_event"),
    *("seat", "seat_share", "sponsorship", "itinerary", "leg", "room_night", "travel_document", "payment"),
    *("draft", "provision", "provision_text", "proposal", "readout", "recommendation", "desk_note"),
)


def read() -> Iterator[Row]:
    """The overview of 400 people on 400 seats, against reading the bare rows; and what the window notices of it."""
    app = application()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        desk = open_crowd(folder, _PEOPLE)
        with desk.store.write() as session:
            fill(session)
        for number in range(_CAME):
            desk.do(attendance.check_in, code=code_of(number))
        whole, floor = alternately(partial(desk.read, overview, now=MORNING), partial(desk.read, _rows), runs=_RUNS)
        last = desk.read(overview, now=MORNING)
        again, floor_again = alternately(
            partial(desk.read, overview, now=MORNING, last=last, tables={"note_entry"}),
            partial(desk.read, _rows),
            runs=_RUNS,
        )
        window = main_window(desk, folder)
        beats = Beats()
        window.go("overview")
        until_idle(app)
        for number in range(_CAME, _CAME + 20):
            desk.do(attendance.check_in, code=code_of(number))
            app.processEvents()
        until_idle(app)
        longest = beats.longest()
        close(window)
    yield against(f"overview read, {_PEOPLE} people on as many seats", whole, floor, most=12)
    yield against("overview read again after a note", again, floor_again, most=1.5)
    yield at_most("longest stall, the Overview shown while 20 come", longest, 100)


def _rows(session: Session) -> None:
    for table in _TABLES:
        session.execute(text(f"SELECT * FROM {table}")).all()

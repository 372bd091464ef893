"""How long the window stands still while the badges of a thousand people are listed, drawn and printed beside it."""

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from cmc_desk.ui.badges.page import BadgesPage
from cmc_desk.ui.badges.rehearsal import rehearsal_machine
from cmc_desk.ui.context import Context
from cmc_desk.ui.task import end_all
from tests.bench.crowd import open_crowd
from tests.bench.measure import Row, at_most
from tests.bench.windows import Beats, application, until_idle


def stalls() -> Iterator[Row]:
    """The longest pause between two beats of the window, act by act."""
    app = application()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        desk = open_crowd(folder, 1_000)
        machine, _printer = rehearsal_machine(folder / "habits.ini")
        page = BadgesPage(Context(desk), machine=machine)
        desk.subscribe(page.changed)
        page.resize(1278, 639)
        acts: tuple[tuple[str, Callable[[], object]], ...] = (
            ("listed and drawn", page.show),
            ("one badge unticked", lambda: page.people.toggled.emit(page.picked.lines[3].key)),
            ("somebody looked for", lambda: page.people.search.setText("keisha")),
            ("their sheets printed and recorded", page.paper.print.click),
            ("all listed again", page.people.search.clear),
        )
        for words, act in acts:
            beats = Beats()
            act()
            _until_rested(page, app)
            yield at_most(f"longest stall, 1,000 badges: {words}", beats.longest(), 100)
        page.close()
        page.deleteLater()
        app.processEvents()
        # A page that was still being drawn must not outlive the program.
        end_all()
        desk.close()


def _until_rested(page: BadgesPage, app: QApplication) -> None:
    until_idle(app)
    while page.maker.rest.isActive():
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    until_idle(app)

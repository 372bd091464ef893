"""How long the window stands still while papers of a thousand people are looked at, made and printed beside it."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from cmc_desk.desk.corrigendum_paper import CORRIGENDUM_PAPER
from cmc_desk.desk.paper_kinds import paper_kinds
from cmc_desk.ui.context import Context
from cmc_desk.ui.papers.page import PapersPage
from cmc_desk.ui.parts.printing import KnownPrinter, file_printer
from tests.bench.crowd import open_crowd
from tests.bench.measure import Row, at_most
from tests.bench.windows import Beats, application, until_idle

_CONTROL = Qt.KeyboardModifier.ControlModifier


def stalls() -> Iterator[Row]:
    """The longest pause between two beats of the window, paper by paper."""
    app = application()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        desk = open_crowd(folder, 1_000)
        paper_kinds()
        page = PapersPage(Context(desk))
        printing = page.work.printing
        printing.list_printers = lambda: (KnownPrinter("file", "File"),)
        printing.printer = lambda _name: file_printer(folder / "printed.pdf")
        page.resize(1278, 676)
        page.show()
        until_idle(app)
        # Nothing of this meeting's report was corrected.
        for kind in (one for one in paper_kinds() if one is not CORRIGENDUM_PAPER):
            beats = Beats()
            page.open_at(kind.key)
            until_idle(app)
            QTest.keyClick(page, Qt.Key.Key_Return, _CONTROL)
            until_idle(app)
            assert list(page.folder.path().glob(f"{kind.key} *")), kind.key
            yield at_most(f"longest stall, {kind.key} shown and made", beats.longest(), 100)
        page.open_at("participants")
        until_idle(app)
        beats = Beats()
        QTest.keyClick(page, Qt.Key.Key_P, _CONTROL)
        until_idle(app)
        assert (folder / "printed.pdf").exists()
        yield at_most("longest stall, participants printed", beats.longest(), 100)
        page.close()
        page.deleteLater()
        app.processEvents()
        desk.close()

"""What a key costs in the notes until it is painted, what a save costs while somebody types, and what opening a long item costs."""

import gc
import random
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from statistics import median

from PySide6.QtCore import QEventLoop, QSettings, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget
from sqlalchemy import text as sql
from sqlalchemy.orm import Session

from cmc_desk.db.connection import connect
from cmc_desk.db.keys import new_data_key
from cmc_desk.desk.desk import Desk
from cmc_desk.ui.context import Context
from cmc_desk.ui.shell import MainWindow
from cmc_desk.ui.summaries.notes_view import NotesView
from cmc_desk.ui.summaries.page import SummariesPage
from cmc_desk.ui.summaries.save_state import Why
from tests.bench.measure import Row, at_most, milliseconds, percentile
from tests.bench.notes import items_of
from tests.bench.said import open_said, sentence
from tests.bench.windows import application, until_idle

_KEYS, _SAVES, _OPENINGS = 1_200, 400, 9
_SAID_LETTERS = 250
_BLOCK = 60
_REST_MS = 600


def keys() -> Iterator[Row]:
    """Keys with 200 kB of notes in the item and spelling on, in turn with keys in a bare field that holds as much."""
    app = application()
    item, *_others = items_of()
    chance = random.Random(7)  # noqa: S311 - no secret
    with tempfile.TemporaryDirectory() as name, _notes(Path(name), [(item, 800)]) as notes:
        notes.open_item(item)
        bare = QPlainTextEdit()
        bare.resize(notes.composer.editor.size())
        bare.setPlainText("\n".join(sentence(chance, 500) for _paragraph in range(400)))
        bare.moveCursor(bare.textCursor().MoveOperation.End)
        bare.show()
        yield from _keys(app, notes, bare, chance, "200 kB of notes in the item")
        notes.composer.editor.put("\n".join(sentence(chance, 500) for _paragraph in range(40)))
        yield from _keys(app, notes, bare, chance, "and 20 kB in the entry")
        assert notes.composer.spelling.available
        assert notes.composer.save_state.since is None
        bare.deleteLater()


def saves() -> Iterator[Row]:
    """A save of an entry of 1,500 letters, with everything that listens to it, against a bare commit of as much."""
    item, *_others = items_of()
    chance = random.Random(8)  # noqa: S311 - no secret
    with tempfile.TemporaryDirectory() as name, _notes(Path(name), [(item, 800)]) as notes:
        notes.open_item(item)
        editor = notes.composer.editor
        editor.put(sentence(chance, 1_500))
        floor = connect(Path(name) / "floor.db", new_data_key(), new=True)
        floor.execute("CREATE TABLE floor (id INTEGER PRIMARY KEY, said TEXT)")
        floor.execute("INSERT INTO floor (said) VALUES (?)", (editor.text(),))

        def bare() -> None:
            floor.execute("BEGIN IMMEDIATE")
            floor.execute("UPDATE floor SET said = ?", (editor.text(),))
            floor.execute("COMMIT")

        times: list[float] = []
        least: list[float] = []
        for turn in range(_SAVES + 1):
            editor.put(chance.choice("abc "))
            elapsed = milliseconds(partial(notes.composer.flush, Why.EXPORT)), milliseconds(bare)
            if turn:
                times.append(elapsed[0])
                least.append(elapsed[1])
        assert notes.composer.save_state.since is None
        floor.close()
    yield at_most("save of an entry while it is typed, median", median(times), 5, floor=median(least))
    yield at_most("save of an entry while it is typed, p99", percentile(times, 0.99), 10, floor=percentile(least, 0.99))


def opening() -> Iterator[Row]:
    """An item with 2,000 entries opened and painted, against reading the columns of its rows."""
    app = application()
    item, other, *_others = items_of()
    times: list[float] = []
    least: list[float] = []
    with tempfile.TemporaryDirectory() as name, _notes(Path(name), [(item, 2_000), (other, 1)]) as notes:
        desk = notes.composer.composing._context.desk
        for _turn in range(_OPENINGS):
            notes.open_item(other)
            until_idle(app)
            times.append(milliseconds(partial(_opened, app, notes, item)))
            assert len(notes.list.rows) == 2_000
            least.append(milliseconds(partial(desk.read, _bare, item=item)))
    yield at_most("item with 2,000 entries opened, median", median(times), 150, floor=median(least))
    yield at_most("item with 2,000 entries opened, slowest", max(times), 150, floor=max(least))


def _keys(
    app: QApplication, notes: NotesView, bare: QPlainTextEdit, chance: random.Random, where: str
) -> Iterator[Row]:
    typed = sentence(chance, _KEYS)[:_KEYS]
    times: list[float] = []
    least: list[float] = []
    for start in range(0, len(typed), _BLOCK):
        # In turn, but not key by key: a window that is left writes what was typed.
        for at, kept in ((bare, least), (notes.composer.editor, times)):
            at.activateWindow()
            at.setFocus()
            _rest(app, notes)
            gc.collect()
            gc.disable()
            kept += [_press(app, at, letter) for letter in typed[start : start + _BLOCK]]
            gc.enable()
    yield at_most(f"key → painted, {where}, p99", percentile(times, 0.99), 8, floor=percentile(least, 0.99))
    ratio = median(times) / median(least)
    yield Row(f"key → painted, {where}, median", median(times), "ms", median(least), ratio, "≤ 2 ×", ratio <= 2)


def _rest(app: QApplication, notes: NotesView) -> None:
    """Let the hands rest as long as it takes until spelling has looked at what was typed."""
    rest = QEventLoop()
    QTimer.singleShot(_REST_MS, rest.quit)
    rest.exec()
    until_idle(app)
    notes.composer.flush(Why.EXPORT)


def _press(app: QApplication, at: QWidget, letter: str) -> float:
    # The time of the processor, not of the wall: what else runs on the machine is not the cost of a key. A key waits for no disk.
    begun = time.thread_time()
    QTest.keyClicks(at, letter if letter.isascii() else "e")
    app.processEvents()
    return (time.thread_time() - begun) * 1000


def _opened(app: QApplication, notes: NotesView, item: str) -> None:
    notes.open_item(item)
    app.processEvents()


def _bare(session: Session, *, item: str) -> list[object]:
    return list(session.connection().execute(sql("SELECT * FROM note_entry WHERE item = :item"), {"item": item}))


@contextmanager
def _notes(folder: Path, entries: list[tuple[str, int]]) -> Iterator[NotesView]:
    """Show the notes in the main window over a meeting with so many entries under each item."""
    app = application()
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(folder / "habits"))
    desk: Desk = open_said(folder, entries, letters=_SAID_LETTERS)
    window = MainWindow(Context(desk))
    window.show()
    window.activateWindow()
    if window.scanner is not None:
        # Keys without a pause are a scan; here they are a person's.
        window.scanner.stop()
    window.go("summaries")
    page = window.page("summaries")
    assert isinstance(page, SummariesPage)
    until_idle(app)
    try:
        yield page.notes
    finally:
        window.close()
        window.close()
        window.deleteLater()
        app.processEvents()

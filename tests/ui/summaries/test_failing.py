"""The store fails in the middle of typing: it goes on, nothing is lost, and what the store did not take lies elsewhere on the disk."""

import itertools
import os
import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cmc_desk.desk import setup_agenda
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.note_list import notes_of
from cmc_desk.desk.notes import Kept
from cmc_desk.desk.rescue import Rescued, meeting_mark, rescued
from cmc_desk.desk.rescue_taking import take_rescued
from cmc_desk.ui.summaries import saving, writing
from cmc_desk.ui.summaries.save_state import Why
from cmc_desk.ui.summaries.writing import Job
from tests.meetings import reopened
from tests.ui.summaries.troubles import TROUBLES, gone, locked
from tests.ui.summaries.typist import ALT, CTRL, ITEM, OTHER, Typist, make_typist


def lies_elsewhere(typist: Typist) -> list[Rescued]:
    mark = typist.desk.read(meeting_mark)
    return list(rescued((typist.rescue,), mark))


def long() -> str:
    return "".join(f"Sentence {number} of a long statement. " for number in range(400))


@pytest.mark.parametrize("trouble", list(TROUBLES))
def test_typing_goes_on_and_nothing_is_lost(typist: Typist, trouble: str, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[int] = []
    sync = os.fsync

    def counted(handle: int) -> None:
        synced.append(handle)
        sync(handle)

    monkeypatch.setattr(os, "fsync", counted)
    typist.type("Before ")
    typist.rest()
    mark = typist.desk.read(meeting_mark)
    with TROUBLES[trouble](typist.desk):
        typist.composer.editor.put(long())
        synced.clear()
        typist.rest()
        assert synced
        assert typist.light.startswith("NOT SAVED since 10:15:00 – copy kept in ")
        typist.type("after", pace=90)
        typist.rest()
        assert QApplication.activeModalWidget() is None
        assert typist.composer.editor.hasFocus()
        (copy,) = rescued((typist.rescue,), mark)
        assert copy.written.text == typist.text == f"Before {long()}after"
        typist.press(Qt.Key.Key_Z, CTRL)
        assert typist.text == f"Before {long()}"
    typist.rest(30_000)
    assert typist.light.startswith("Saved")
    assert typist.texts() == [f"Before {long()}"]
    assert lies_elsewhere(typist) == []


def test_the_store_is_asked_ever_less_often(typist: Typist, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[float] = []

    def counted(desk: Desk, job: Job) -> Kept:
        asked.append(typist.timers.now)
        return writing.write(desk, job)

    monkeypatch.setattr(saving, "write", counted)
    with gone(typist.desk):
        typist.type("a")
        for _second in range(120):
            typist.type("b")
            typist.rest(1000)
    waits = [round(after - before) for before, after in itertools.pairwise(asked)]
    assert waits == [1000, 2000, 4000, 8000, 16000, 30000, 30000]


def test_what_may_be_the_last_moment_asks_at_once(typist: Typist) -> None:
    with gone(typist.desk):
        typist.type("a")
        typist.rest()
        assert not typist.composer.flush(Why.CLOSING)
    assert typist.composer.flush(Why.CLOSING)
    assert typist.texts() == ["a"]


def test_entries_that_are_filed_meanwhile_wait_in_their_order(typist: Typist) -> None:
    with locked(typist.desk):
        for text in ("First.", "Second.", "Third."):
            typist.type(text, pace=10)
            typist.press(Qt.Key.Key_5, ALT)
            typist.enter()
            assert typist.text == ""
        typist.type("Still typing")
        typist.rest()
        assert [job.written.text for job in typist.composer.waiting] == ["First.", "Second.", "Third."]
        assert [filed.stored for filed in typist.filed] == [False] * 3
        assert [copy.written.text for copy in lies_elsewhere_while_locked(typist)] == [
            "First.",
            "Second.",
            "Third.",
            "Still typing",
        ]
    typist.rest(30_000)
    assert [filed.stored for filed in typist.filed] == [False] * 3 + [True] * 3
    assert typist.texts() == ["First.", "Second.", "Third.", "Still typing"]
    assert [one.filed_at is not None for one in typist.entries()] == [True, True, True, False]
    assert typist.composer.waiting == ()


def lies_elsewhere_while_locked(typist: Typist) -> list[Rescued]:
    """Read the rescue file without asking the meeting file, which does not answer."""
    (path,) = typist.rescue.iterdir()
    mark = path.name.split("-")[1]
    return list(rescued((typist.rescue,), mark))


def test_a_draft_that_was_put_aside_unwritten_is_taken_up_again(typist: Typist) -> None:
    with gone(typist.desk):
        typist.type("Under one item")
        typist.composer.open_item(OTHER)
        assert typist.text == ""
        typist.type("under another")
        typist.composer.open_item(ITEM)
        assert typist.text == "Under one item"
        typist.type(", and on")
    typist.rest(30_000)
    assert typist.texts() == ["Under one item, and on"]
    assert typist.texts(OTHER) == ["under another"]


def test_nobody_waits_for_a_file_that_is_locked(typist: Typist) -> None:
    typist.type("Of this item")
    typist.rest()
    with locked(typist.desk):
        began = time.monotonic()
        # Somebody who saves is no trouble; it is said by a later look.
        assert not typist.desk.poll()
        typist.composer.changed(frozenset({"*"}))
        typist.composer.open_item(OTHER)
        typist.type("Of the other")
        typist.enter()
        typist.rest()
        # The file is held for as long as it takes; a command would ask it for fifteen seconds.
        assert time.monotonic() - began < 5
    typist.rest(30_000)
    assert typist.texts(OTHER) == ["Of the other"]


def test_no_copy_either_is_said(typist: Typist) -> None:
    typist.rescue.write_text("a file where a folder should be")
    with gone(typist.desk):
        typist.type("a")
        typist.rest()
        assert typist.light == "NOT SAVED since 10:15:00 – no copy either"
        assert "can be written" in typist.composer.save_state.trouble
    typist.rest(30_000)
    assert typist.light.startswith("Saved")


def test_the_one_light_of_the_program_hears_of_it_once(typist: Typist) -> None:
    heard: list[object] = []
    typist.window.context.troubled.connect(heard.append)
    with gone(typist.desk):
        typist.type("a")
        typist.rest(60_000)
    assert len(heard) == 1


def test_a_write_that_nobody_acknowledged_is_no_conflict_with_oneself(typist: Typist) -> None:
    failing = [True]

    def cannot_read(_tables: frozenset[str]) -> None:
        if failing:
            failing.clear()
            with gone(typist.desk):
                typist.desk.store.check_in_place()

    typist.desk.subscribe(cannot_read)
    typist.type("One")
    typist.rest()
    assert typist.light.startswith("NOT SAVED")
    typist.type(" and two")
    typist.rest(2000)
    assert typist.texts() == ["One and two"]
    assert typist.conflicts == []


def test_an_item_that_was_removed_takes_no_entry_but_the_text_stays(typist: Typist) -> None:
    typist.desk.do(setup_agenda.remove_item, id=ITEM)
    typist.type("Said under it")
    typist.enter()
    assert typist.text == "Said under it"
    assert typist.foot == "This item was removed from the agenda: copy the text and write it under another item."
    typist.rest()
    assert typist.light.startswith("NOT SAVED")
    typist.composer.open_item(OTHER)
    typist.type("Elsewhere it goes on.")
    typist.enter()
    assert typist.texts(OTHER) == ["Elsewhere it goes on."]
    (copy,) = lies_elsewhere(typist)
    assert copy.written.text == "Said under it"


def test_what_was_rescued_comes_back_at_the_next_start(qtbot: QtBot, typist: Typist, tmp_path: Path) -> None:
    with gone(typist.desk):
        typist.type("Nobody has this")
        typist.rest()
    again = reopened(typist.desk)
    found = rescued((typist.rescue,), again.read(meeting_mark))
    again.do(take_rescued, texts=found)
    other = make_typist(qtbot, tmp_path, desk=again)
    assert other.text == "Nobody has this"
    other.close()


def test_what_was_filed_and_rescued_is_filed_at_the_next_start(typist: Typist) -> None:
    with gone(typist.desk):
        typist.type("Known")
        typist.rest()
        typist.enter()
        typist.type("d: decision")
        typist.enter()
        typist.type("Still typing")
        typist.rest()
    again = reopened(typist.desk)
    again.do(take_rescued, texts=rescued((typist.rescue,), again.read(meeting_mark)))
    found = [(one.written.text, one.filed_at is not None) for one in again.read(notes_of, item=ITEM)]
    assert sorted(found) == [("Known", True), ("Still typing", False), ("decision", True)]
    again.close()

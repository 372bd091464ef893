"""What is typed is kept: after a short rest, never later than a second and a half, and only what was written counts as written."""

import sys

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from cmc_desk.desk.desk import Desk
from cmc_desk.desk.journal_list import journal_lines
from cmc_desk.rules.note_kinds import EntryKind, RevisionReason
from cmc_desk.ui.summaries.save_state import Why
from tests.ui.summaries.typist import ALT, OTHER, Typist


def acts(desk: Desk) -> list[str]:
    return [line.kind for line in desk.read(journal_lines) if line.kind.startswith("notes.")]


def test_four_hundred_milliseconds_after_the_last_key_it_is_kept(typist: Typist) -> None:
    typist.type("Jamaica")
    typist.rest(399)
    assert typist.texts() == []
    assert typist.light == "Saving …"
    typist.rest(1)
    assert typist.texts() == ["Jamaica"]
    assert typist.light == "Saved 10:15:00"
    assert acts(typist.desk) == []


def test_who_never_rests_loses_no_more_than_a_second_and_a_half(typist: Typist) -> None:
    typist.type("a")
    for _key in range(40):
        typist.type("b", pace=90)
        kept = typist.texts()
        # At eleven letters a second, so many letters are a second and a half.
        assert len(typist.text) - len(kept[0] if kept else "") <= 17


def test_the_row_exists_from_the_first_key(typist: Typist) -> None:
    typist.type("J")
    began = typist.desk.clock.now()
    typist.rest()
    typist.type("amaica", pace=100)
    found = typist.stored()
    assert found is not None
    assert (found.started_at, found.filed_at) == (began, None)


@pytest.mark.parametrize("why", ["focus", "item", "window", "closing", "session", "quit", "export", "sleep"])
def test_whatever_may_be_the_last_moment_writes(typist: Typist, why: str) -> None:
    typist.type("Said just now")
    app = QApplication.instance()
    assert isinstance(app, QGuiApplication)
    store = typist.desk.store
    match why:
        case "focus":
            typist.other.setFocus()
        case "item":
            typist.composer.open_item(OTHER)
        case "window":
            QApplication.sendEvent(typist.window, QEvent(QEvent.Type.WindowDeactivate))
        case "closing":
            typist.window.close()
        case "session":
            typist.composer._flushing._on_session_ends(None)
        case "quit":
            app.aboutToQuit.emit()
        case "export":
            typist.window.context.settle()
        case "sleep":
            app.applicationStateChanged.emit(Qt.ApplicationState.ApplicationSuspended)
    assert store is typist.desk.store
    assert typist.texts() == ["Said just now"]


def test_the_end_of_the_login_is_heard(typist: Typist) -> None:
    app = QApplication.instance()
    assert isinstance(app, QGuiApplication)
    assert app.receivers("2commitDataRequest(QSessionManager&)") >= 1


def test_only_what_was_written_is_clean(typist: Typist) -> None:
    typed: list[str] = []

    def somebody_types(_tables: frozenset[str]) -> None:
        # A slow disk: a key comes while the text before it is being written.
        if not typed:
            typed.append("x")
            typist.type("x")

    typist.desk.subscribe(somebody_types)
    typist.type("abc")
    typist.rest()
    assert typist.texts() == ["abc"]
    assert typist.composer.saving.unsaved
    assert typist.light == "Saving …"
    typist.rest()
    assert typist.texts() == ["abcx"]
    assert not typist.composer.saving.unsaved


def test_what_asks_for_a_write_during_a_write_waits_for_the_next(typist: Typist) -> None:
    answers: list[bool] = []

    def somebody_flushes(_tables: frozenset[str]) -> None:
        answers.append(typist.composer.flush(Why.EXPORT))

    typist.desk.subscribe(somebody_flushes)
    typist.type("abc")
    typist.rest()
    assert answers == [False]
    assert typist.texts() == ["abc"]


def test_a_revision_is_taken_after_two_hundred_letters(typist: Typist) -> None:
    typist.type("a" * 199)
    typist.rest()
    assert typist.revisions(typist.composer.entry) == ()
    typist.type("b")
    typist.rest()
    assert [one.reason for one in typist.revisions(typist.composer.entry)] == [RevisionReason.TYPED]
    assert acts(typist.desk) == ["notes.revision"]
    typist.type("c")
    typist.rest()
    assert len(typist.revisions(typist.composer.entry)) == 1


def test_a_revision_is_taken_after_a_minute(typist: Typist) -> None:
    typist.type("a")
    typist.rest(60_000)
    assert typist.revisions(typist.composer.entry) == ()
    typist.type("b")
    typist.rest()
    assert [one.written.text for one in typist.revisions(typist.composer.entry)] == ["ab"]


def test_another_kind_or_speaker_deserves_a_revision(typist: Typist) -> None:
    typist.type("Let it be so")
    typist.rest()
    typist.press(Qt.Key.Key_5, ALT)
    typist.rest()
    (revision,) = typist.revisions(typist.composer.entry)
    assert revision.written.kind is EntryKind.DECISION
    typist.composer.composing.change(delegation="JM")
    typist.rest()
    assert len(typist.revisions(typist.composer.entry)) == 2


def test_undo_goes_on_across_saves(typist: Typist) -> None:
    typist.type("one ")
    typist.rest()
    typist.composer.editor.put("two")
    typist.rest()
    assert typist.texts() == ["one two"]
    typist.composer.editor.undo()
    assert typist.text == "one "
    typist.rest()
    assert typist.texts() == ["one "]
    typist.composer.editor.redo()
    typist.rest()
    assert typist.texts() == ["one two"]


def test_nothing_typed_is_nothing_written(typist: Typist) -> None:
    typist.press(Qt.Key.Key_Left)
    typist.rest(5000)
    assert typist.composer.flush(Why.EXPORT)
    assert typist.entries() == ()
    assert typist.composer.entry == ""


def test_typing_leaves_no_references_behind(typist: Typist) -> None:
    before = sys.getrefcount(None)
    for _key in range(200):
        typist.type("a")
    assert abs(sys.getrefcount(None) - before) < 100

"""Ctrl+Z in the field leads back through all that was typed, whatever happened in between, and Ctrl+Y forward again."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from cmc_desk.desk.notes import keep_entry
from cmc_desk.rules.note_kinds import EntryKind
from cmc_desk.rules.notes import Written
from tests.desk.note_hands import entry as entry_of
from tests.desk.note_hands import file, said
from tests.ui.summaries.stand import BEN, CTRL, Rapporteur, another_window, make_rapporteur
from tests.ui.summaries.troubles import gone

KEY = Qt.Key


@pytest.fixture
def rapporteur(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Rapporteur]:
    monkeypatch.setattr("platformdirs.user_data_path", lambda *_args: tmp_path / "elsewhere")
    made = make_rapporteur(qtbot, tmp_path, by_hand=True)
    yield made
    made.close()


def back(rapporteur: Rapporteur) -> list[str]:
    """Take everything back, and return what the field said on the way."""
    return _all(rapporteur, KEY.Key_Z, rapporteur.page.notes.composer.editor.document().isUndoAvailable)


def forward(rapporteur: Rapporteur) -> list[str]:
    """Bring everything back, and return what the field said on the way."""
    return _all(rapporteur, KEY.Key_Y, rapporteur.page.notes.composer.editor.document().isRedoAvailable)


def _all(rapporteur: Rapporteur, key: KEY, more: Callable[[], bool]) -> list[str]:
    seen = [rapporteur.text]
    while more():
        rapporteur.press(key, CTRL)
        seen.append(rapporteur.text)
        assert len(seen) < 60, seen
    return seen


def test_undo_leads_back_through_saves_a_snippet_a_completion_and_trouble(rapporteur: Rapporteur) -> None:
    composer = rapporteur.page.notes.composer
    rapporteur.type("d: ")
    rapporteur.type("ht")
    rapporteur.press(KEY.Key_Tab)
    rapporteur.time.pass_by(400)
    rapporteur.type("dr")
    rapporteur.press(KEY.Key_Tab)
    rapporteur.time.pass_by(400)
    rapporteur.type("it was so")
    rapporteur.time.pass_by(1500)
    rapporteur.press(KEY.Key_F5)
    with gone(rapporteur.desk):
        rapporteur.type(" in trouble")
        rapporteur.time.pass_by(2000)
    rapporteur.time.pass_by(2000)
    rapporteur.type(", and after it")
    rapporteur.time.pass_by(1500)
    whole = "The delegation of Haiti recalled that it was so10:30 in trouble, and after it"
    assert rapporteur.text == whole
    assert (composer.composing.facts.kind, composer.composing.facts.delegation) == (EntryKind.DECISION, "HT")
    seen = back(rapporteur)
    assert "The delegation of Haiti recalled that it was so10:30 in trouble" in seen
    assert "The delegation of Haiti recalled that it was so" in seen
    assert "The delegation of Haiti recalled that " in seen
    assert "dr" in seen
    assert "ht" in seen
    assert seen[-1] == ""
    assert (composer.composing.facts.kind, composer.composing.facts.delegation) == (EntryKind.INTERVENTION, "")
    assert forward(rapporteur) == list(reversed(seen))
    assert rapporteur.text == whole
    assert (composer.composing.facts.kind, composer.composing.facts.delegation) == (EntryKind.DECISION, "HT")
    rapporteur.time.pass_by(2000)
    (kept,) = rapporteur.entries()
    assert (kept.written.text, kept.written.delegation) == (whole, "HT")


def test_undo_leads_back_through_what_another_window_wrote_here(rapporteur: Rapporteur) -> None:
    key = file(rapporteur.desk, said("The delegation of Haiti spoke."))
    rapporteur.look()
    rapporteur.page.notes.composer.edit(key)
    rapporteur.press(KEY.Key_End)
    rapporteur.type(" At length.")
    rapporteur.time.pass_by(400)
    other = another_window(rapporteur.desk, BEN)
    base = entry_of(other, key).revision
    text = "The delegation of Aruba spoke. At length."
    other.keep(
        keep_entry, entry=key, item="discussion", started_at=other.clock.now(), written=Written(text=text), base=base
    )
    other.close()
    rapporteur.look()
    assert rapporteur.text == text
    rapporteur.type(" And on.")
    rapporteur.time.pass_by(400)
    seen = back(rapporteur)
    assert seen[-1] == "The delegation of Haiti spoke."
    assert text in seen
    assert "The delegation of Haiti spoke. At length." in seen
    assert forward(rapporteur) == list(reversed(seen))
    assert rapporteur.text == f"{text} And on."
    rapporteur.time.pass_by(2000)
    assert entry_of(rapporteur.desk, key).written.text == f"{text} And on."
    assert not [one for one in rapporteur.entries() if one.conflict_of]

"""The panels beside the notes: search, speakers, a delegation, earlier texts; each by keys alone, and Esc gives the place back."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.desk.note_hands import file, said
from tests.ui.summaries.stand import ALT, CTRL, Rapporteur

KEY = Qt.Key


def test_search_finds_in_any_item_and_enter_opens_it_there(rapporteur: Rapporteur) -> None:
    file(rapporteur.desk, said("Asks about remittances.", "HT"), item="context")
    rapporteur.enter("Something else.")
    rapporteur.press(KEY.Key_F2)
    rapporteur.type("remit")
    panel = rapporteur.page.notes.panels.panel("search")
    (row,) = panel.found.rows()  # type: ignore[attr-defined]
    assert row.text == "Asks about remittances."
    assert "Haiti" in row.head
    assert "Context" in row.head
    rapporteur.press(KEY.Key_Return)
    assert (rapporteur.item, rapporteur.chosen) == ("context", "Asks about remittances.")
    rapporteur.press(KEY.Key_F, CTRL)
    assert rapporteur.focus() is panel.first_field()
    rapporteur.press(KEY.Key_Escape)
    rapporteur.type("on")
    assert rapporteur.text == "on"


def test_search_finds_by_who_spoke_and_says_when_there_is_nothing(rapporteur: Rapporteur) -> None:
    rapporteur.press(KEY.Key_F2)
    panel = rapporteur.page.notes.panels.panel("search")
    rapporteur.type("nowhere")
    assert panel.count.text() == "0 entries"  # type: ignore[attr-defined]
    rapporteur.press(KEY.Key_Return)
    assert panel.isVisible()


@pytest.fixture
def unknown(rapporteur: Rapporteur) -> Rapporteur:
    """Return a rapporteur who did not know who spoke three times."""
    for text in ("Agrees.", "Disagrees.", "Asks."):
        rapporteur.enter(f"?? {text}")
    assert [row.unknown for row in rapporteur.page.notes.list.rows] == [True, True, True]
    return rapporteur


def test_unknown_speakers_are_told_one_after_the_other(unknown: Rapporteur) -> None:
    unknown.press(KEY.Key_S, ALT)
    panel = unknown.page.notes.panels.panel("speakers")
    assert panel.count.text() == "3 entries without a speaker"  # type: ignore[attr-defined]
    unknown.enter("ht")
    unknown.press(KEY.Key_Down, ALT)
    unknown.enter("jam")
    found = [(one.written.text, one.written.delegation) for one in unknown.entries()]
    assert found == [("Agrees.", "HT"), ("Disagrees.", ""), ("Asks.", "JM")]
    assert unknown.last() == "Speaker of 1 entry: Jamaica"
    unknown.press(KEY.Key_Z, CTRL)
    assert unknown.entries()[2].written.unknown


def test_all_that_are_left_are_told_at_once(unknown: Rapporteur) -> None:
    unknown.press(KEY.Key_S, ALT)
    unknown.press(KEY.Key_E, ALT)
    unknown.enter("aw")
    assert [one.written.delegation for one in unknown.entries()] == ["AW", "AW", "AW"]
    panel = unknown.page.notes.panels.panel("speakers")
    assert panel.count.text() == "Every speaker of this item is known."  # type: ignore[attr-defined]
    unknown.enter("ht")
    assert unknown.last() == "Nothing changed: every speaker of this item is known."


def test_nobody_spoke(unknown: Rapporteur) -> None:
    unknown.press(KEY.Key_S, ALT)
    unknown.press(KEY.Key_N, ALT)
    assert [one.written.unknown for one in unknown.entries()] == [False, True, True]


def test_everything_that_a_delegation_said_is_listed_by_item_and_leads_there(rapporteur: Rapporteur) -> None:
    file(rapporteur.desk, said("On the first day.", "HT"), item="context")
    file(rapporteur.desk, said("On the second.", "HT"), item="discussion")
    file(rapporteur.desk, said("Not theirs.", "JM"), item="discussion")
    rapporteur.press(KEY.Key_D, ALT)
    rapporteur.enter("hait")
    panel = rapporteur.page.notes.panels.panel("delegation")
    texts = [row.text for row in panel.said.rows()]  # type: ignore[attr-defined]
    assert texts == ["Thu 5 Dec · Context", "On the first day.", "Fri 6 Dec · Discussion", "On the second."]
    assert panel.count.text() == "Haiti: 2 entries"  # type: ignore[attr-defined]
    rapporteur.press(KEY.Key_Down, ALT)
    rapporteur.press(KEY.Key_O, ALT)
    assert (rapporteur.item, rapporteur.chosen) == ("context", "On the first day.")


def test_the_delegation_of_the_chosen_entry_is_the_first_that_is_shown(rapporteur: Rapporteur) -> None:
    file(rapporteur.desk, said("Supports it.", "JM"), item="discussion")
    rapporteur.press(KEY.Key_F3)
    rapporteur.press(KEY.Key_D, ALT)
    assert rapporteur.page.notes.panels.panel("delegation").delegation == "JM"  # type: ignore[attr-defined]


def test_a_correction_slip_of_the_delegation_is_made_and_the_strip_says_where_it_lies(
    rapporteur: Rapporteur, tmp_path: Path
) -> None:
    rapporteur.press(KEY.Key_D, ALT)
    rapporteur.enter("jam")
    panel = rapporteur.page.notes.panels.panel("delegation")
    assert not panel.word.isEnabled()  # type: ignore[attr-defined]
    file(rapporteur.desk, said("Supports it.", "JM"), item="discussion")
    rapporteur.press(KEY.Key_Q, ALT)
    assert "Correction slip, Jamaica, version 1" in rapporteur.last()
    (made,) = (tmp_path / "Papers").rglob("*.docx")
    assert "JM" in made.name
    assert rapporteur.focus() is panel.first_field()


def test_an_earlier_text_is_compared_and_brought_back(rapporteur: Rapporteur) -> None:
    rapporteur.enter("The first wording.")
    rapporteur.press(KEY.Key_F3)
    rapporteur.press(KEY.Key_Return)
    rapporteur.press(KEY.Key_A, CTRL)
    rapporteur.enter("Another wording.")
    rapporteur.press(KEY.Key_F3)
    rapporteur.press(KEY.Key_R, CTRL)
    panel = rapporteur.page.notes.panels.panel("revisions")
    assert panel.isVisible()
    assert panel.about.text() == "It says this now."  # type: ignore[attr-defined]
    rapporteur.press(KEY.Key_End)
    spoken = panel.difference.line.accessibleName()  # type: ignore[attr-defined]
    assert "[removed: The first]" in spoken
    assert "[added: Another]" in spoken
    rapporteur.press(KEY.Key_Return)
    assert rapporteur.listed == ["The first wording."]
    assert rapporteur.last().startswith("Restored as it was at 10:30")
    rapporteur.press(KEY.Key_Z, CTRL)
    assert rapporteur.listed == ["Another wording."]


def test_without_an_entry_the_earlier_texts_say_how_to_choose_one(rapporteur: Rapporteur) -> None:
    rapporteur.press(KEY.Key_R, ALT)
    panel = rapporteur.page.notes.panels.panel("revisions")
    assert panel.empty.isVisible()  # type: ignore[attr-defined]
    assert "press Ctrl+R" in panel.empty.accessibleName()  # type: ignore[attr-defined]
    rapporteur.press(KEY.Key_Return)
    assert not rapporteur.said


def test_the_key_of_an_open_panel_closes_it(rapporteur: Rapporteur) -> None:
    side = rapporteur.page.notes.side
    rapporteur.press(KEY.Key_I, ALT)
    shown = [side.panel is not None]
    rapporteur.press(KEY.Key_I, ALT)
    shown.append(side.panel is not None)
    assert shown == [True, False]
    rapporteur.type("on")
    assert rapporteur.text == "on"


def test_another_item_shows_its_own_in_the_open_panel(unknown: Rapporteur) -> None:
    unknown.press(KEY.Key_S, ALT)
    unknown.press(KEY.Key_Up, CTRL)
    panel = unknown.page.notes.panels.panel("speakers")
    assert unknown.item == "context"
    assert panel.count.text() == "Every speaker of this item is known."  # type: ignore[attr-defined]
    assert unknown.focus() is panel.first_field()

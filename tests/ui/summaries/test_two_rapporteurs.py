"""Two people in the notes at once: each sees where the other is, nothing is overwritten, and an item changes hands by a command."""

from PySide6.QtCore import Qt

from cmc_desk.desk import notes
from cmc_desk.desk.command import Author
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.note_items import assign_item, item_notes
from cmc_desk.desk.note_list import entry_of, notes_of
from cmc_desk.desk.note_places import keep_place
from cmc_desk.desk.setup_people import put_operator
from cmc_desk.rules.meeting import Role
from cmc_desk.rules.note_kinds import NoteStatus
from tests.desk.note_hands import entry, said
from tests.meetings import clock_of
from tests.ui.summaries.stand import ALT, BEN, CTRL, Rapporteur, another_window

KEY = Qt.Key


def there(desk: Desk, item: str, entry: str = "") -> None:
    """Let the other one be seen in an item."""
    desk.keep(keep_place, item=item, entry=entry, position=0, scroll=0)


def test_who_else_is_here_is_said_and_forgotten_half_a_minute_after(rapporteur: Rapporteur) -> None:
    other = another_window(rapporteur.desk)
    there(other, "discussion")
    rapporteur.later(seconds=11)
    page = rapporteur.page
    assert next(hint.text for hint in page.hints()) == "Ben Muster is here too"
    clock_of(other).advance(seconds=11)
    there(other, "context")
    rapporteur.later(seconds=11)
    assert page.hints()[0].text == "Ben Muster is on Context"
    rapporteur.later(seconds=31)
    assert [hint.text for hint in page.hints()] == ["dark"]
    other.close()


def test_the_entry_that_somebody_has_open_says_so_and_can_be_edited_nevertheless(rapporteur: Rapporteur) -> None:
    rapporteur.enter("One entry.")
    (one,) = rapporteur.entries()
    other = another_window(rapporteur.desk)
    there(other, "discussion", one.key)
    rapporteur.later(seconds=11)
    assert rapporteur.page.notes.list.rows[0].hand == "Ben Muster"
    rapporteur.press(KEY.Key_F3)
    rapporteur.press(KEY.Key_Return)
    rapporteur.enter(" More.")
    assert rapporteur.listed == ["One entry. More."]
    other.close()


def conflict(rapporteur: Rapporteur) -> None:
    """Let both edit the same entry, the other one first."""
    rapporteur.enter("The States agree.")
    (one,) = rapporteur.entries()
    rapporteur.press(KEY.Key_F3)
    rapporteur.press(KEY.Key_Return)
    other = another_window(rapporteur.desk)
    other.do(notes.leave_entry, entry=one.key, written=said("The States agree in part."), base=one.revision)
    other.close()
    rapporteur.type(" Fully.")
    rapporteur.page.notes.composer.flush()
    rapporteur.press(KEY.Key_Return)


def test_two_texts_of_one_entry_are_both_kept_and_a_banner_leads_to_where_they_are_compared(
    rapporteur: Rapporteur,
) -> None:
    conflict(rapporteur)
    view = rapporteur.page.notes
    assert rapporteur.listed == ["The States agree in part.", "The States agree. Fully."]
    assert view.conflict.words() == "1 entry has two texts: both are kept"
    assert view.list.rows[1].conflict
    rapporteur.press(KEY.Key_K, ALT)
    panel = view.panels.panel("compare")
    assert panel.isVisible()
    assert "[added" in panel.difference.line.accessibleName()  # type: ignore[attr-defined]
    rapporteur.press(KEY.Key_2)
    assert rapporteur.listed == ["The States agree. Fully."]
    assert view.conflict.words() == ""
    assert rapporteur.last() == "Settled: The second text stays."
    rapporteur.press(KEY.Key_Z, CTRL)
    assert len(rapporteur.listed) == 2


def test_the_first_text_or_both_can_stay(rapporteur: Rapporteur) -> None:
    conflict(rapporteur)
    rapporteur.press(KEY.Key_K, ALT)
    rapporteur.press(KEY.Key_3)
    assert len(rapporteur.listed) == 2
    assert not any(row.conflict for row in rapporteur.page.notes.list.rows)
    rapporteur.press(KEY.Key_Z, CTRL)
    rapporteur.press(KEY.Key_K, ALT)
    rapporteur.press(KEY.Key_1)
    assert rapporteur.listed == ["The States agree in part."]


def test_what_was_settled_elsewhere_meanwhile_is_not_settled_twice(rapporteur: Rapporteur) -> None:
    conflict(rapporteur)
    rapporteur.press(KEY.Key_K, ALT)
    second = next(one for one in rapporteur.entries() if one.conflict_of)
    other = another_window(rapporteur.desk)
    other.do(notes.settle_conflict, entry=second.key)
    other.close()
    rapporteur.window.poll()
    rapporteur.press(KEY.Key_1)
    assert len(rapporteur.listed) == 2
    assert "settled already" in rapporteur.page.notes.panels.panel("compare").first.text()  # type: ignore[attr-defined]


def test_an_item_is_assigned_handed_over_and_told_how_far_it_is(rapporteur: Rapporteur) -> None:
    rapporteur.desk.do(put_operator, name=BEN.operator, role=Role.RAPPORTEUR)
    rapporteur.enter("A point.")
    rapporteur.press(KEY.Key_I, ALT)
    panel = rapporteur.page.notes.panels.panel("item")
    rapporteur.press(KEY.Key_3)
    (found,) = [one for one in rapporteur.desk.read(item_notes) if one.item == "discussion"]
    assert found.status is NoteStatus.DRAFT
    panel.people.set_key(BEN.operator)  # type: ignore[attr-defined]
    rapporteur.press(KEY.Key_G, ALT)
    assert rapporteur.last() == "To write: Ben Muster"
    panel.people.set_key("Ana Sample")  # type: ignore[attr-defined]
    rapporteur.press(KEY.Key_H, ALT)
    assert rapporteur.last() == "Handed over to Ana Sample"
    rapporteur.press(KEY.Key_Escape)
    rapporteur.type("on")
    assert rapporteur.text == "on"


def test_whose_notes_they_are_stands_in_the_head_and_keeps_nobody_from_writing(rapporteur: Rapporteur) -> None:
    rapporteur.desk.do(assign_item, item="discussion", rapporteur="Ben Muster")
    assert rapporteur.page.notes.head.status.look().text == "Ben Muster writes"
    rapporteur.enter("Nevertheless.")
    assert rapporteur.listed == ["Nevertheless."]


def test_what_the_other_one_types_is_shown_while_it_is_written(rapporteur: Rapporteur) -> None:
    other = another_window(rapporteur.desk)
    key = notes.new_entry_id()
    other.keep(
        notes.keep_entry, entry=key, item="discussion", started_at=other.clock.now(), written=said("Half"), base=0
    )
    rapporteur.window.poll()
    (row,) = rapporteur.page.notes.list.rows
    assert (row.text, row.writing, row.aside) == ("Half", True, "Ben Muster")
    assert rapporteur.desk.read(entry_of, entry=key) == entry(other, key)
    assert len(rapporteur.desk.read(notes_of, item="discussion")) == 1
    other.close()


def test_an_author_at_another_station_is_another_author() -> None:
    assert Author(BEN.operator, BEN.role, "Elsewhere") != BEN

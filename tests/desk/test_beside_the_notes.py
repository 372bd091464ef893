"""What the page of the notes asks the meeting besides the entries: their marks, the read-out they go into, the table of text modules."""

from collections.abc import Callable
from pathlib import Path

import pytest

from cmc_desk.desk import notes
from cmc_desk.desk.note_list import entries_with, marks_of, notes_of
from cmc_desk.desk.readout_preview import readout_preview
from cmc_desk.desk.snippet_files import export_snippets, import_snippets_from
from cmc_desk.desk.snippets import put_snippet, snippets
from cmc_desk.rules.note_kinds import EntryKind
from cmc_desk.rules.refusal import Refusal, Unavailable
from tests.desk.note_hands import ITEM, OTHER, file, said
from tests.meetings import open_desk


def test_the_marks_are_those_of_the_entries_in_their_order_and_tell_of_every_change(tmp_path: Path) -> None:
    desk = open_desk(tmp_path)
    first, second = file(desk, said("One.")), file(desk, said("Two.", kind=EntryKind.ACTION))
    before = desk.read(marks_of, item=ITEM)
    assert [mark.key for mark in before] == [one.key for one in desk.read(notes_of, item=ITEM)] == [first, second]
    assert {one.key for one in desk.read(entries_with, keys=[second])} == {second}
    assert desk.read(entries_with, keys=[]) == ()
    acts: tuple[Callable[[], object], ...] = (
        lambda: desk.do(notes.move_entry, entry=second, up=True),
        lambda: desk.do(notes.set_highlight, entry=first, on=True),
        lambda: desk.do(notes.close_action, entry=second, closed=True),
        lambda: desk.do(notes.put_in_item, entry=first, item=OTHER),
        lambda: desk.do(notes.unfile_entry, entry=second),
        lambda: desk.do(notes.delete_entry, entry=second),
    )
    for act in acts:
        act()
        now = desk.read(marks_of, item=ITEM)
        assert now != before
        before = now
    assert before == ()
    desk.close()


def test_the_preview_is_of_the_item_itself_where_nothing_sums_it_up(tmp_path: Path) -> None:
    desk = open_desk(tmp_path)
    file(desk, said("It was agreed.", kind=EntryKind.DECISION))
    file(desk, said("Not for it."))
    found = desk.read(readout_preview, item=ITEM)
    assert (found.title, found.starts, found.entries) == ("Discussion", None, 1)
    with pytest.raises(Refusal):
        desk.read(readout_preview, item="nowhere")
    desk.close()


def test_the_text_modules_of_all_languages_go_out_and_come_in_and_what_is_the_same_is_not_counted(
    tmp_path: Path,
) -> None:
    desk = open_desk(tmp_path)
    desk.do(put_snippet, language="fr", trigger="bonj", text="La présidence a souhaité\nla bienvenue.")
    path = export_snippets(desk, tmp_path / "modules.csv")
    assert import_snippets_from(desk, path) == 0
    other = open_desk(tmp_path, name="other.cmc")
    assert import_snippets_from(other, path) == 1
    assert "La présidence a souhaité\nla bienvenue." in [one.text for one in other.read(snippets, language="fr")]
    with pytest.raises(Unavailable):
        import_snippets_from(desk, tmp_path / "nowhere.csv")
    desk.close()
    other.close()

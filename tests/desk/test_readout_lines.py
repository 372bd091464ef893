"""Lines of a read-out that are merged, added, and taken back."""

from dataclasses import replace

import pytest

from cmc_desk.desk import notes, readouts
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.undoing import undo
from cmc_desk.rules.notes import Written
from cmc_desk.rules.refusal import Refusal
from tests.desk.note_hands import keep
from tests.desk.readout_hands import (
    AGREED,
    ASKED,
    KEY,
    SECRET,
    edit,
    keys,
    line_with,
    read,
    spoken,
    write,
)


def test_merged_lines_have_the_sources_of_all_and_come_apart_again(desk: Desk) -> None:
    entries = write(desk, ASKED, replace(ASKED, text="For how long?", delegation="HT"), AGREED)
    first, second = read(desk).lines[1:]
    assert desk.do(readouts.merge_lines, readout=KEY, lines=(first.key, second.key)) == first.key
    merged = line_with(desk, "Aruba")
    assert (merged.sources, merged.voices, merged.delegations) == (tuple(entries[:2]), 2, ("AW", "HT"))
    assert merged.text == "Aruba asked: Does it bind? Haiti asked: For how long?"
    assert spoken(desk, attributed=False)[1] == "Some delegations asked: Does it bind? For how long?"
    desk.undo()
    assert keys(read(desk).lines)[1:] == (first.key, second.key)


def test_merging_keeps_what_was_rewritten_by_hand(desk: Desk) -> None:
    write(desk, ASKED, replace(ASKED, text="For how long?", delegation="HT"))
    first, second = read(desk).lines
    desk.do(readouts.rewrite_line, readout=KEY, line=second.key, text="By hand.")
    desk.do(readouts.merge_lines, readout=KEY, lines=(second.key, first.key))
    (merged,) = read(desk).lines
    assert (merged.text, merged.stale) == ("By hand. Aruba asked: Does it bind?", False)


def test_one_line_alone_is_not_merged(desk: Desk) -> None:
    write(desk, ASKED)
    (line,) = read(desk).lines
    with pytest.raises(Refusal, match="two lines"):
        desk.do(readouts.merge_lines, readout=KEY, lines=(line.key, line.key))


def test_a_line_is_added_by_hand_and_removed_again(desk: Desk) -> None:
    write(desk, AGREED)
    added = desk.do(
        readouts.add_line, readout=KEY, section="decisions", text="With thanks.", before=read(desk).lines[0].key
    )
    assert spoken(desk) == ["With thanks.", AGREED.text]
    with pytest.raises(Refusal, match="leave it out"):
        desk.do(readouts.rewrite_line, readout=KEY, line=added, text=" ")
    desk.do(readouts.rewrite_line, readout=KEY, line=added, text="With many thanks.")
    desk.do(readouts.remove_line, readout=KEY, line=added)
    assert spoken(desk) == [AGREED.text]
    desk.undo()
    assert spoken(desk) == ["With many thanks.", AGREED.text]
    with pytest.raises(Refusal, match="comes from the notes"):
        desk.do(readouts.remove_line, readout=KEY, line=read(desk).lines[1].key)
    with pytest.raises(Refusal, match="Type what is to be read"):
        desk.do(readouts.add_line, readout=KEY, section="decisions", text=" ")


def test_an_entry_that_nobody_marked_is_added_with_what_it_says(desk: Desk) -> None:
    said, secret = write(desk, Written(text="Only said.", delegation="HT"), SECRET)
    desk.do(readouts.add_line, readout=KEY, section="main points", sources=(said,))
    assert spoken(desk) == ["Haiti: Only said."]
    with pytest.raises(Refusal, match="already"):
        desk.do(readouts.add_line, readout=KEY, section="main points", sources=(said,))
    with pytest.raises(Refusal, match="internal"):
        desk.do(readouts.add_line, readout=KEY, section="main points", sources=(secret,))
    typed = notes.new_entry_id()
    keep(desk, typed, AGREED, 0)
    with pytest.raises(Refusal, match="not filed"):
        desk.do(readouts.add_line, readout=KEY, section="decisions", sources=(typed,))


def test_an_added_text_with_sources_says_when_these_change(desk: Desk) -> None:
    (said,) = write(desk, Written(text="Only said.", delegation="HT"))
    desk.do(readouts.add_line, readout=KEY, section="main points", text="Haiti said something.", sources=(said,))
    assert [line.stale for line in read(desk).lines] == [False]
    edit(desk, said, text="Something else.")
    assert [line.stale for line in read(desk).lines] == [True]


def test_undo_takes_back_one_line_and_leaves_what_another_did_to_the_others(desk: Desk) -> None:
    write(desk, AGREED, ASKED)
    agreed, asked = read(desk).lines
    desk.do(readouts.rewrite_line, readout=KEY, line=asked.key, text="Asked.")
    seq = desk.to_undo().seq
    desk.do(readouts.rewrite_line, readout=KEY, line=agreed.key, text="Agreed.")
    desk.do(undo, seq=seq)
    assert spoken(desk) == ["Agreed.", "Aruba asked: Does it bind?"]


def test_what_was_changed_again_since_is_not_taken_back(desk: Desk) -> None:
    write(desk, ASKED)
    (asked,) = read(desk).lines
    desk.do(readouts.rewrite_line, readout=KEY, line=asked.key, text="Once.")
    seq = desk.to_undo().seq
    desk.do(readouts.rewrite_line, readout=KEY, line=asked.key, text="Twice.")
    with pytest.raises(Refusal, match="changed again since"):
        desk.do(undo, seq=seq)
    assert spoken(desk) == ["Twice."]


def test_a_line_that_was_added_is_taken_back_unless_it_was_rewritten_since(desk: Desk) -> None:
    added = desk.do(readouts.add_line, readout=KEY, section="decisions", text="Once.")
    seq = desk.to_undo().seq
    desk.do(readouts.rewrite_line, readout=KEY, line=added, text="Twice.")
    with pytest.raises(Refusal, match="changed again since"):
        desk.do(undo, seq=seq)
    desk.undo()
    desk.undo()
    assert spoken(desk) == []


def test_what_was_done_to_a_line_that_was_merged_since_is_not_taken_back(desk: Desk) -> None:
    write(desk, ASKED, replace(ASKED, text="Why?", delegation="HT"))
    first, second = read(desk).lines
    desk.do(readouts.leave_out_line, readout=KEY, line=second.key)
    seq = desk.to_undo().seq
    desk.do(readouts.merge_lines, readout=KEY, lines=(first.key, second.key))
    with pytest.raises(Refusal, match="changed again since"):
        desk.do(undo, seq=seq)
    desk.undo()
    desk.undo()
    assert [line.left_out for line in read(desk).lines] == [False, False]


def test_to_say_again_what_stands_already_is_nothing_to_take_back(desk: Desk) -> None:
    write(desk, ASKED)
    (line,) = read(desk).lines
    seq = desk.to_undo().seq
    desk.do(readouts.leave_out_line, readout=KEY, line=line.key, left_out=False)
    desk.do(readouts.accept_sources, readout=KEY, line=line.key)
    assert desk.to_undo().seq == seq

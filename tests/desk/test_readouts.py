"""Read-outs: put together from the notes, and made into a text by hand."""

from dataclasses import replace

import pytest

from cmc_desk.desk import notes, readouts
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.journal_list import journal_lines
from cmc_desk.desk.note_list import entry_of
from cmc_desk.rules.note_kinds import Attribution, EntryKind, Section
from cmc_desk.rules.notes import Written
from cmc_desk.rules.readouts import ReadoutLine
from cmc_desk.rules.refusal import Refusal
from cmc_desk.ui.command_words import words_of
from tests.desk.note_hands import ITEM, keep
from tests.desk.readout_hands import (
    AGREED,
    ALL,
    ASKED,
    KEY,
    PROPOSED,
    RECALLED,
    SECRET,
    TO_DO,
    edit,
    keys,
    line_with,
    read,
    spoken,
    write,
)


def test_highlighted_and_typed_entries_are_read_from_decisions_to_next_steps(desk: Desk) -> None:
    write(desk, *ALL, Written(text="Only said.", delegation="HT"), SECRET)
    keep(desk, notes.new_entry_id(), replace(AGREED, text="Still in the composer."), 0)
    found = read(desk)
    assert [(line.section, line.text) for line in found.lines] == [
        (Section.DECISIONS, "*Agreed:* principle 1 stands."),
        (Section.MAIN_POINTS, "Haiti proposed: Principle 2 names displacement."),
        (Section.MAIN_POINTS, "The delegation of Jamaica recalled the mandate."),
        (Section.OPEN_POINTS, "Aruba asked: Does it bind?"),
        (Section.NEXT_STEPS, "Circulate a definition (Jamaica, by 6 December 2019)"),
    ]
    assert (found.title, found.language, found.version, found.attributed, found.begun) == (
        *("Discussion", "en", 0, True, False),
    )
    assert found.words == sum(len(line.text.split()) for line in found.lines)


def test_before_anything_is_changed_a_read_out_follows_the_notes(desk: Desk) -> None:
    agreed, *_others = write(desk, AGREED, ASKED)
    edit(desk, agreed, text="Agreed otherwise.")
    assert spoken(desk)[0] == "Agreed otherwise."
    desk.do(notes.delete_entry, entry=agreed)
    assert spoken(desk) == ["Aruba asked: Does it bind?"]


def test_what_comes_into_the_notes_later_stands_at_the_end_of_its_section(desk: Desk) -> None:
    write(desk, AGREED)
    desk.do(readouts.begin_readout, readout=KEY)
    write(desk, replace(AGREED, text="Agreed later."), ASKED)
    assert spoken(desk) == ["*Agreed:* principle 1 stands.", "Agreed later.", "Aruba asked: Does it bind?"]


def test_to_begin_a_read_out_changes_nothing_that_it_says(desk: Desk) -> None:
    write(desk, *ALL)
    before = read(desk)
    desk.do(readouts.begin_readout, readout=KEY)
    desk.do(readouts.begin_readout, readout=KEY)
    after = read(desk)
    assert after.begun
    assert [(line.key, line.text) for line in after.lines] == [(line.key, line.text) for line in before.lines]


def test_a_line_is_dragged_before_another_or_into_another_section(desk: Desk) -> None:
    write(desk, *ALL)
    haiti, jamaica = line_with(desk, "Haiti"), line_with(desk, "recalled")
    desk.do(readouts.move_line, readout=KEY, line=jamaica.key, section="main points", before=haiti.key)
    assert spoken(desk)[1:3] == [jamaica.text, haiti.text]
    desk.do(readouts.move_line, readout=KEY, line=jamaica.key, section="decisions")
    assert spoken(desk)[:2] == ["*Agreed:* principle 1 stands.", jamaica.text]
    desk.undo()
    desk.undo()
    assert spoken(desk)[1:3] == [haiti.text, jamaica.text]


def test_there_is_always_room_between_two_lines(desk: Desk) -> None:
    write(desk, *(replace(AGREED, text=f"Decision {number}.") for number in range(4)))
    for _again in range(15):
        first, second, *_rest, last = read(desk).lines
        desk.do(readouts.move_line, readout=KEY, line=last.key, section="decisions", before=second.key)
        assert keys(read(desk).lines)[:3] == (first.key, last.key, second.key)


def test_a_line_goes_into_no_section_that_the_form_lacks(desk: Desk) -> None:
    write(desk, AGREED, ASKED)
    agreed, asked = read(desk).lines
    with pytest.raises(Refusal, match="no such section"):
        desk.do(readouts.move_line, readout=KEY, line=agreed.key, section="way forward")
    with pytest.raises(Refusal, match="not in this section"):
        desk.do(readouts.move_line, readout=KEY, line=agreed.key, section="decisions", before=asked.key)
    with pytest.raises(Refusal, match="not in the read-out any more"):
        desk.do(readouts.leave_out_line, readout=KEY, line="nowhere")
    assert not read(desk).begun


def test_what_is_rewritten_stands_and_says_when_its_sources_changed(desk: Desk) -> None:
    entry, _other = write(desk, PROPOSED, AGREED)
    line = line_with(desk, "Haiti")
    desk.do(readouts.rewrite_line, readout=KEY, line=line.key, text=" Haiti wants displacement named. ", base=line.text)
    rewritten = line_with(desk, "Haiti")
    assert (rewritten.text, rewritten.stale) == ("Haiti wants displacement named.", False)
    edit(desk, entry, text="Principle 3 names it.")
    changed = line_with(desk, "Haiti")
    assert (changed.text, changed.stale) == ("Haiti wants displacement named.", True)
    assert changed.gathered == "Haiti proposed: Principle 3 names it."
    desk.do(readouts.accept_sources, readout=KEY, line=line.key)
    assert not line_with(desk, "Haiti").stale
    desk.undo()
    assert line_with(desk, "Haiti").stale
    desk.do(readouts.rewrite_line, readout=KEY, line=line.key, text="")
    assert line_with(desk, "Haiti").text == "Haiti proposed: Principle 3 names it."


def test_a_rewritten_line_stays_when_its_entry_is_deleted_or_loses_its_mark(desk: Desk) -> None:
    (entry,) = write(desk, PROPOSED)
    line = line_with(desk, "Haiti")
    desk.do(readouts.rewrite_line, readout=KEY, line=line.key, text="By hand.")
    desk.do(notes.set_highlight, entry=entry, on=False)
    assert [(one.text, one.section, one.stale) for one in read(desk).lines] == [
        ("By hand.", Section.MAIN_POINTS, False)
    ]
    desk.do(notes.delete_entry, entry=entry)
    assert [(one.text, one.stale) for one in read(desk).lines] == [("By hand.", True)]


def test_a_line_that_nobody_touched_goes_with_the_mark_of_its_entry(desk: Desk) -> None:
    (entry,) = write(desk, RECALLED)
    desk.do(readouts.begin_readout, readout=KEY)
    desk.do(notes.set_highlight, entry=entry, on=False)
    assert spoken(desk) == []
    desk.undo()
    assert spoken(desk) == [RECALLED.text]


def test_two_who_rewrite_one_line_do_not_write_over_each_other(desk: Desk) -> None:
    write(desk, ASKED)
    line = line_with(desk, "Aruba")
    desk.do(readouts.rewrite_line, readout=KEY, line=line.key, text="Mine.", base=line.text)
    with pytest.raises(Refusal, match="meanwhile"):
        desk.do(readouts.rewrite_line, readout=KEY, line=line.key, text="Theirs.", base=line.text)
    desk.do(readouts.rewrite_line, readout=KEY, line=line.key, text="Mine.", base=line.text)
    assert spoken(desk) == ["Mine."]


def test_what_is_left_out_is_not_read_and_can_be_taken_in_again(desk: Desk) -> None:
    write(desk, *ALL)
    line = line_with(desk, "Haiti")
    words = read(desk).words
    desk.do(readouts.leave_out_line, readout=KEY, line=line.key)
    assert line_with(desk, "Haiti").left_out
    assert read(desk).words == words - len(line.text.split())
    desk.do(readouts.leave_out_line, readout=KEY, line=line.key, left_out=False)
    assert read(desk).words == words


def test_what_became_internal_is_read_nowhere_not_even_rewritten(desk: Desk) -> None:
    one, other = write(desk, ASKED, replace(ASKED, text="For how long?", delegation="HT"))
    first, second = read(desk).lines
    desk.do(readouts.merge_lines, readout=KEY, lines=(first.key, second.key))
    desk.do(readouts.rewrite_line, readout=KEY, line=first.key, text="Aruba and Haiti asked.")
    desk.do(notes.set_attribution, entry=one, attribution=Attribution.INTERNAL)
    (line,) = read(desk).lines
    assert (line.text, line.stale) == ("Haiti asked: For how long?", True)
    with pytest.raises(Refusal, match="internal now"):
        desk.do(readouts.accept_sources, readout=KEY, line=first.key)
    desk.do(notes.set_attribution, entry=other, attribution=Attribution.INTERNAL)
    assert read(desk).lines == ()
    desk.do(notes.set_attribution, entry=one, attribution=Attribution.ATTRIBUTABLE)
    desk.do(notes.set_attribution, entry=other, attribution=Attribution.ATTRIBUTABLE)
    assert spoken(desk) == ["Aruba and Haiti asked."]


def test_a_read_out_is_of_an_item_of_the_agenda(desk: Desk) -> None:
    for key in ("item:nowhere", "other:discussion", f"group:{ITEM}/{'x' * 60}", "day:2020-01-01", "day:tomorrow"):
        with pytest.raises(Refusal, match="This read-out is of no"):
            desk.do(readouts.begin_readout, readout=key)
    with pytest.raises(Refusal, match="languages"):
        desk.do(readouts.begin_readout, readout=KEY, language="pt")


def test_a_read_out_has_its_own_language(desk: Desk) -> None:
    write(desk, ASKED, TO_DO)
    desk.do(readouts.begin_readout, readout=KEY, language="fr", attributed=False)
    assert spoken(desk) == [
        "Une délégation a demandé\u00a0: Does it bind?",
        "Circulate a definition (Jamaïque, au plus tard le 6 décembre 2019)",
    ]
    desk.do(readouts.set_readout_language, readout=KEY, language="nl")
    assert spoken(desk)[0] == "Één delegatie vroeg: Does it bind?"
    desk.undo()
    assert read(desk).language == "fr"


def test_what_stands_beside_another_text_is_read_as_well(desk: Desk) -> None:
    (entry,) = write(desk, AGREED)
    desk.do(notes.leave_entry, entry=entry, written=replace(AGREED, text="Mine."), base=1)
    desk.do(notes.leave_entry, entry=entry, written=replace(AGREED, text="Theirs."), base=1)
    assert sorted(spoken(desk)) == ["Mine.", "Theirs."]


def test_every_act_on_a_read_out_has_a_name(desk: Desk) -> None:
    write(desk, *ALL)
    line: ReadoutLine = read(desk).lines[0]
    desk.do(readouts.rewrite_line, readout=KEY, line=line.key, text="x")
    desk.do(readouts.set_readout_attribution, readout=KEY, attributed=False)
    kinds = {one.kind for one in desk.read(journal_lines) if one.kind.startswith("readouts.")}
    assert kinds == {"readouts.rewrite", "readouts.attribution"}
    assert all(words_of(kind) != kind for kind in kinds)
    assert desk.undo().about == "Discussion"
    desk.do(readouts.add_line, readout="day:2019-12-06", section="decisions", text="x")
    assert desk.undo().about == "2019-12-06"


def test_a_procedural_entry_that_is_highlighted_is_a_main_point(desk: Desk) -> None:
    (entry,) = write(desk, Written(text="Suspended 10:10.", kind=EntryKind.PROCEDURAL, highlighted=True))
    assert spoken(desk) == ["Suspended 10:10."]
    found = desk.read(entry_of, entry=entry)
    assert found is not None
    assert read(desk).lines[0].sources == (found.key,)

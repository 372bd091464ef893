"""The slots of the agenda, the summary of a day from its read-outs, and what working groups report."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from cmc_desk.desk import notes, readouts
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.opening import verify_journal
from cmc_desk.rules.note_kinds import Attribution, GroupSection, ReadoutForm, Section
from tests.desk.kingston import open_desk
from tests.desk.readout_hands import AGREED, ASKED, PROPOSED, RECALLED, TO_DO, edit, read, spoken, write

DAY1 = date(2019, 12, 5)
DAY, SUMMARY, PRINCIPLES = "day:2019-12-05", "item:principles-summary", "item:principles"


@pytest.fixture
def kingston(tmp_path: Path) -> Iterator[Desk]:
    opened = open_desk(tmp_path)
    yield opened
    assert opened.read(verify_journal).whole
    opened.close()


def test_the_agenda_has_three_discussion_summaries_and_one_of_day_1(kingston: Desk) -> None:
    found = kingston.read(readouts.readout_slots)
    assert [(slot.key, slot.title, slot.minutes) for slot in found] == [
        (SUMMARY, "Discussion summary", 15),
        (DAY, "Summary of Day 1", 10),
        ("item:plan-summary", "Discussion summary", 15),
        ("item:modalities-summary", "Discussion summary", 15),
    ]
    assert [slot.item for slot in found][1] == "day1-summary"
    assert all(not slot.begun and slot.starts is not None for slot in found)


def test_what_was_begun_without_a_slot_stands_after_them(kingston: Desk) -> None:
    kingston.do(readouts.begin_readout, readout=PRINCIPLES)
    slot = kingston.read(readouts.readout_slots)[-1]
    assert (slot.key, slot.item, slot.begun, slot.minutes) == (PRINCIPLES, "", True, 15)


def test_a_read_out_is_asked_for_by_item_or_day(kingston: Desk) -> None:
    assert kingston.read(readouts.key_of_item, item="day1-summary") == DAY
    assert kingston.read(readouts.readout, item="day1-summary").key == DAY
    assert kingston.read(readouts.readout, item="principles").key == PRINCIPLES
    found = kingston.read(readouts.readout, day=DAY1)
    assert (found.form, found.day, found.slot_minutes, found.title) == (ReadoutForm.DAY, DAY1, 10, "Summary of Day 1")


def test_a_discussion_summary_sums_up_the_items_of_its_document(kingston: Desk) -> None:
    write(kingston, RECALLED, item="principles-introduction")
    write(kingston, AGREED, item="principles")
    write(kingston, ASKED, item="priorities")
    found = read(kingston, SUMMARY)
    assert found.items == ("principles-introduction", "principles", "principles-summary")
    assert [line.item for line in found.lines] == ["principles", "principles-introduction"]
    assert (found.slot_minutes, spoken(kingston, PRINCIPLES)) == (15, [AGREED.text])


def test_a_day_is_summed_up_from_its_notes_where_no_read_out_was_begun(kingston: Desk) -> None:
    write(kingston, AGREED, item="principles")
    write(kingston, ASKED, item="priorities")
    write(kingston, replace(AGREED, text="Of day 2."), item="plan")
    assert spoken(kingston, DAY) == [AGREED.text, "Aruba asked: Does it bind?"]


def test_a_day_is_summed_up_from_its_read_outs(kingston: Desk) -> None:
    write(kingston, AGREED, PROPOSED, ASKED, item="principles")
    write(kingston, replace(ASKED, text="Which priorities?"), item="priorities")
    agreed, proposed, asked = read(kingston, SUMMARY).lines
    kingston.do(readouts.rewrite_line, readout=SUMMARY, line=proposed.key, text="Haiti wants more.")
    kingston.do(readouts.leave_out_line, readout=SUMMARY, line=asked.key)
    kingston.do(readouts.add_line, readout=SUMMARY, section="next steps", text="To be continued.")
    assert spoken(kingston, DAY) == [
        agreed.text,
        "Haiti wants more.",
        "Aruba asked: Which priorities?",
        "To be continued.",
    ]
    assert spoken(kingston, DAY, attributed=False)[1] == "One delegation wants more."


def test_a_line_of_the_day_says_when_the_read_out_below_it_changed(kingston: Desk) -> None:
    write(kingston, AGREED, item="principles")
    (below,) = read(kingston, SUMMARY).lines
    kingston.do(readouts.rewrite_line, readout=SUMMARY, line=below.key, text="Principle 1 was agreed.")
    (line,) = read(kingston, DAY).lines
    kingston.do(readouts.rewrite_line, readout=DAY, line=line.key, text="One principle was agreed.")
    assert [one.stale for one in read(kingston, DAY).lines] == [False]
    kingston.do(readouts.rewrite_line, readout=SUMMARY, line=below.key, text="Principle 2 was agreed.")
    assert [(one.text, one.stale) for one in read(kingston, DAY).lines] == [("One principle was agreed.", True)]


def test_what_stood_in_the_summary_of_the_day_first_is_not_read_twice(kingston: Desk) -> None:
    write(kingston, AGREED, item="principles")
    kingston.do(readouts.begin_readout, readout=DAY)
    kingston.do(readouts.begin_readout, readout=SUMMARY)
    kingston.do(readouts.begin_readout, readout=PRINCIPLES)
    assert spoken(kingston, DAY) == [AGREED.text]


def test_two_read_outs_of_one_item_are_read_once_in_that_of_the_day(kingston: Desk) -> None:
    write(kingston, AGREED, item="principles")
    kingston.do(readouts.begin_readout, readout=PRINCIPLES)
    kingston.do(readouts.begin_readout, readout=SUMMARY)
    assert spoken(kingston, DAY) == [AGREED.text]


def test_what_becomes_internal_leaves_the_summary_of_the_day_too(kingston: Desk) -> None:
    (entry,) = write(kingston, AGREED, item="principles")
    kingston.do(readouts.begin_readout, readout=SUMMARY)
    (line,) = read(kingston, DAY).lines
    kingston.do(readouts.rewrite_line, readout=DAY, line=line.key, text="It was agreed.")
    kingston.do(notes.set_attribution, entry=entry, attribution=Attribution.INTERNAL)
    assert spoken(kingston, DAY) == []
    assert spoken(kingston, SUMMARY) == []


def test_what_is_not_for_attribution_stays_unnamed_on_its_way_into_the_day(kingston: Desk) -> None:
    write(kingston, replace(RECALLED, attribution=Attribution.NOT_FOR_ATTRIBUTION), item="principles")
    kingston.do(readouts.begin_readout, readout=SUMMARY)
    (line,) = read(kingston, DAY).lines
    assert (line.text, line.delegations) == ("One delegation recalled the mandate.", ())
    kingston.do(readouts.rewrite_line, readout=DAY, line=line.key, text="Jamaica recalled it.")
    assert spoken(kingston, DAY) == ["One delegation recalled it."]


def test_a_merged_entry_of_a_day_goes_when_it_is_deleted(kingston: Desk) -> None:
    entry, _other = write(kingston, AGREED, ASKED, item="principles")
    kingston.do(readouts.begin_readout, readout=SUMMARY)
    kingston.do(readouts.begin_readout, readout=DAY)
    kingston.do(notes.delete_entry, entry=entry)
    assert spoken(kingston, DAY) == ["Aruba asked: Does it bind?"]


def test_a_working_group_reports_key_issues_discussion_and_way_forward(kingston: Desk) -> None:
    write(kingston, TO_DO, RECALLED, PROPOSED, ASKED, item="working-groups")
    key = readouts.group_key("working-groups")
    found = read(kingston, key)
    assert [line.section for line in found.lines] == [
        *(GroupSection.KEY_ISSUES, GroupSection.DISCUSSION, GroupSection.DISCUSSION, GroupSection.WAY_FORWARD)
    ]
    assert (found.form, found.title, found.slot_minutes) == (
        ReadoutForm.GROUP,
        "Presentations from Working Groups",
        55,
    )
    kingston.do(readouts.move_line, readout=key, line=found.lines[0].key, section="way forward")
    assert [line.section for line in read(kingston, key).lines].count(GroupSection.WAY_FORWARD) == 2
    assert [line.section for line in kingston.read(readouts.readout, day=date(2019, 12, 6)).lines] == [
        *(Section.MAIN_POINTS, Section.MAIN_POINTS, Section.NEXT_STEPS, Section.NEXT_STEPS)
    ]


def test_several_groups_report_in_one_item_each_by_itself(kingston: Desk) -> None:
    (entry,) = write(kingston, RECALLED, item="working-groups")
    key = readouts.group_key("working-groups", "2")
    assert read(kingston, key).lines == ()
    assert read(kingston, key).title == "Presentations from Working Groups · 2"
    kingston.do(readouts.add_line, readout=key, section="discussion", sources=(entry,))
    kingston.do(readouts.add_line, readout=key, section="key issues", text="Data.")
    assert spoken(kingston, key) == ["Data.", RECALLED.text]
    edit(kingston, entry, text="The delegation of Jamaica recalled more.")
    assert spoken(kingston, key)[1] == "The delegation of Jamaica recalled more."

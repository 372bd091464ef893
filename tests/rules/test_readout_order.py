"""What of the notes is read out, where, and in which order."""

from dataclasses import replace

import pytest

from cmc_desk.rules.note_kinds import Attribution, EntryKind, GroupSection, ReadoutForm, Section
from cmc_desk.rules.notes import Written
from cmc_desk.rules.readout_order import in_order, read_aloud, section_of, sections_of, stepped, the_section
from cmc_desk.rules.readouts import ReadoutLine

DISCUSSION, GROUP = ReadoutForm.DISCUSSION, ReadoutForm.GROUP


def line(key: str, section: Section, place: int = 1, *, text: str = "Text.") -> ReadoutLine:
    return ReadoutLine(key, section, place, text)


LINES = (
    line("a", Section.DECISIONS, 1),
    line("b", Section.DECISIONS, 2),
    line("c", Section.DECISIONS, 3),
    line("d", Section.MAIN_POINTS, 1),
)


def test_a_read_out_goes_from_decisions_to_next_steps() -> None:
    assert [section.value for section in sections_of(DISCUSSION)] == [
        *("decisions", "recommendations", "main points", "open points", "next steps")
    ]
    assert sections_of(ReadoutForm.DAY) == sections_of(DISCUSSION)
    assert [section.value for section in sections_of(GROUP)] == ["key issues", "discussion", "way forward"]


@pytest.mark.parametrize(
    ("kind", "section", "group"),
    [
        (EntryKind.DECISION, Section.DECISIONS, GroupSection.WAY_FORWARD),
        (EntryKind.RECOMMENDATION, Section.RECOMMENDATIONS, GroupSection.WAY_FORWARD),
        (EntryKind.PROPOSAL, Section.OPEN_POINTS, GroupSection.DISCUSSION),
        (EntryKind.QUESTION, Section.OPEN_POINTS, GroupSection.KEY_ISSUES),
        (EntryKind.ACTION, Section.NEXT_STEPS, GroupSection.WAY_FORWARD),
        (EntryKind.NEXT_STEP, Section.NEXT_STEPS, GroupSection.WAY_FORWARD),
        (EntryKind.INTERVENTION, None, None),
        (EntryKind.PROCEDURAL, None, None),
    ],
)
def test_what_has_a_kind_is_read_by_itself(
    kind: EntryKind, section: Section | None, group: GroupSection | None
) -> None:
    written = Written(text="Text.", kind=kind)
    assert (section_of(written, DISCUSSION), section_of(written, GROUP)) == (section, group)


@pytest.mark.parametrize("kind", [EntryKind.INTERVENTION, EntryKind.PROPOSAL, EntryKind.PROCEDURAL])
def test_what_is_highlighted_is_a_main_point_unless_brackets_are_left_in_it(kind: EntryKind) -> None:
    written = Written(text="Text.", kind=kind, highlighted=True)
    assert section_of(written, DISCUSSION) is Section.MAIN_POINTS
    assert section_of(written, GROUP) is GroupSection.DISCUSSION
    assert section_of(replace(written, text="Keep [voluntary]."), DISCUSSION) is Section.OPEN_POINTS
    assert section_of(replace(written, text="Keep []."), DISCUSSION) is Section.MAIN_POINTS


def test_what_is_internal_or_empty_is_never_read() -> None:
    internal = Written(text="Text.", kind=EntryKind.DECISION, attribution=Attribution.INTERNAL, highlighted=True)
    assert section_of(internal, DISCUSSION) is None
    assert section_of(Written(text=" \n", kind=EntryKind.DECISION), GROUP) is None


def test_a_section_is_known_by_its_word() -> None:
    assert the_section("next steps", ReadoutForm.DAY) is Section.NEXT_STEPS
    assert the_section("key issues", GROUP) is GroupSection.KEY_ISSUES
    with pytest.raises(ValueError, match="decisions"):
        the_section("decisions", GROUP)


def test_lines_stand_by_section_and_place() -> None:
    assert in_order(LINES[::-1], DISCUSSION) == LINES


def test_what_was_left_out_or_says_nothing_is_not_read_aloud() -> None:
    quiet = (replace(LINES[0], left_out=True), replace(LINES[1], gathered=""), LINES[2])
    assert read_aloud(quiet) == LINES[2:3]


def test_a_step_up_or_down_goes_past_one_line() -> None:
    assert stepped(LINES, "b", DISCUSSION, up=True) == (Section.DECISIONS, "a")
    assert stepped(LINES, "a", DISCUSSION, up=False) == (Section.DECISIONS, "c")
    assert stepped(LINES, "b", DISCUSSION, up=False) == (Section.DECISIONS, "")


def test_past_the_end_of_a_section_a_line_goes_into_the_next_one() -> None:
    assert stepped(LINES, "c", DISCUSSION, up=False) == (Section.RECOMMENDATIONS, "")
    assert stepped(LINES, "d", DISCUSSION, up=True) == (Section.RECOMMENDATIONS, "")
    crowded = (*LINES, line("e", Section.RECOMMENDATIONS, 1))
    assert stepped(crowded, "c", DISCUSSION, up=False) == (Section.RECOMMENDATIONS, "e")


def test_nothing_goes_above_the_first_section_or_below_the_last() -> None:
    assert stepped(LINES, "a", DISCUSSION, up=True) is None
    assert stepped((line("z", Section.NEXT_STEPS),), "z", DISCUSSION, up=False) is None
    assert stepped(LINES, "nowhere", DISCUSSION, up=False) is None

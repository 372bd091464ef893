"""The switch between the text that names who spoke and the one that does not, and the names that are left in it."""

from dataclasses import replace
from pathlib import Path

import pytest

from cmc_desk.desk import notes, readouts
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.note_settings import set_note_settings
from cmc_desk.desk.recommendations import put_recommendation
from cmc_desk.desk.registration import Registered
from cmc_desk.rules.note_kinds import Attribution, EntryKind, SummaryStatus
from cmc_desk.rules.notes import Thresholds, Written
from cmc_desk.rules.refusal import Refusal
from tests.desk import kingston
from tests.desk.readout_hands import (
    AGREED,
    ALL,
    ASKED,
    KEY,
    PROPOSED,
    RECALLED,
    TO_DO,
    UNNAMED,
    edit,
    line_with,
    read,
    spoken,
    write,
)


def left(desk: Desk, *, attributed: bool | None = None) -> list[tuple[str, str]]:
    return [
        (name.words, name.key)
        for one in desk.read(readouts.names_left, key=KEY, attributed=attributed)
        for name in one.found
    ]


def test_one_switch_gives_the_text_that_names_nobody(desk: Desk) -> None:
    write(desk, *ALL)
    assert spoken(desk, attributed=False) == [
        "*Agreed:* principle 1 stands.",
        "One delegation proposed: Principle 2 names displacement.",
        "One delegation recalled the mandate.",
        "One delegation asked: Does it bind?",
        "Circulate a definition (Jamaica, by 6 December 2019)",
    ]
    assert desk.do(readouts.set_readout_attribution, readout=KEY, attributed=False) is False
    assert (read(desk).attributed, spoken(desk)) == (False, spoken(desk, attributed=False))
    assert all(not line.delegations for line in read(desk).lines)
    desk.undo()
    assert read(desk).attributed


def test_what_is_not_for_attribution_is_named_in_neither_text(desk: Desk) -> None:
    write(desk, UNNAMED, replace(ASKED, attribution=Attribution.NOT_FOR_ATTRIBUTION))
    for attributed in (True, False):
        assert spoken(desk, attributed=attributed) == [
            "One delegation recalled the mandate.",
            "One delegation asked: Does it bind?",
        ]
        assert [line.delegations for line in read(desk, attributed=attributed).lines] == [(), ()]


def test_merged_lines_name_only_those_who_may_be_named(desk: Desk) -> None:
    write(desk, replace(ASKED, attribution=Attribution.NOT_FOR_ATTRIBUTION), replace(ASKED, delegation="HT"))
    first, second = read(desk).lines
    desk.do(readouts.merge_lines, readout=KEY, lines=(first.key, second.key))
    (line,) = read(desk).lines
    assert line.text == "One delegation asked: Does it bind? Haiti asked: Does it bind?"
    assert (line.delegations, line.voices) == (("HT",), 2)
    desk.do(readouts.rewrite_line, readout=KEY, line=line.key, text="Aruba and Haiti asked whether it binds.")
    assert spoken(desk) == ["One delegation and Haiti asked whether it binds."]


def test_the_thresholds_are_what_the_rapporteurs_agreed_on(desk: Desk) -> None:
    write(desk, ASKED, replace(ASKED, delegation="HT"))
    first, second = read(desk).lines
    desk.do(readouts.merge_lines, readout=KEY, lines=(first.key, second.key))
    assert spoken(desk, attributed=False)[0].startswith("Some delegations asked:")
    desk.do(set_note_settings, words_a_minute=100, thresholds=Thresholds(some=3, several=5, many=9))
    assert spoken(desk, attributed=False)[0].startswith("One delegation asked:")
    assert read(desk).words_a_minute == 100


def test_a_rewritten_line_loses_its_speakers_where_nobody_is_named(desk: Desk) -> None:
    write(desk, PROPOSED)
    line = line_with(desk, "Haiti")
    desk.do(readouts.rewrite_line, readout=KEY, line=line.key, text="Haiti proposed naming displacement.")
    assert spoken(desk, attributed=False) == ["One delegation proposed naming displacement."]


def test_the_text_that_names_nobody_may_be_rewritten_by_itself(desk: Desk) -> None:
    (entry,) = write(desk, PROPOSED)
    line = line_with(desk, "Haiti")
    desk.do(readouts.rewrite_line, readout=KEY, line=line.key, text="It was proposed.", attributed=False)
    assert spoken(desk, attributed=False) == ["It was proposed."]
    assert spoken(desk) == [line.text]
    desk.do(readouts.rewrite_line, readout=KEY, line=line.key, text="Haiti proposed it.")
    assert spoken(desk, attributed=False) == ["It was proposed."]
    edit(desk, entry, text="Other.")
    assert read(desk, attributed=False).lines[0].stale
    desk.do(readouts.accept_sources, readout=KEY, line=line.key)
    assert not read(desk, attributed=False).lines[0].stale
    desk.do(readouts.rewrite_line, readout=KEY, line=line.key, text="")
    assert spoken(desk, attributed=False) == ["One delegation proposed: Other."]


def test_lines_merged_where_nobody_is_named_stay_named_elsewhere(desk: Desk) -> None:
    write(desk, ASKED, replace(ASKED, text="Why?", delegation="HT"))
    first, second = read(desk).lines
    desk.do(readouts.set_readout_attribution, readout=KEY, attributed=False)
    desk.do(readouts.rewrite_line, readout=KEY, line=second.key, text="Somebody asked why.")
    desk.do(readouts.merge_lines, readout=KEY, lines=(first.key, second.key))
    assert spoken(desk) == ["One delegation asked: Does it bind? Somebody asked why."]
    assert spoken(desk, attributed=True) == ["Aruba asked: Does it bind? Haiti asked: Why?"]


def test_merging_keeps_what_was_written_by_hand_in_either_text(desk: Desk) -> None:
    write(desk, ASKED, replace(ASKED, text="Why?", delegation="HT"))
    first, second = read(desk).lines
    desk.do(readouts.rewrite_line, readout=KEY, line=first.key, text="Aruba wondered.")
    desk.do(readouts.rewrite_line, readout=KEY, line=second.key, text="Somebody asked why.", attributed=False)
    desk.do(readouts.merge_lines, readout=KEY, lines=(first.key, second.key))
    assert spoken(desk) == ["Aruba wondered. Haiti asked: Why?"]
    assert spoken(desk, attributed=False) == ["One delegation wondered. Somebody asked why."]


def test_names_that_are_left_are_found_and_whom_an_action_is_for_may_stay(desk: Desk, keisha: Registered) -> None:
    del keisha
    write(
        desk,
        TO_DO,
        replace(AGREED, text="Haiti and Ms. Example-Blake will draft."),
        replace(ASKED, text="Does the Haitian text bind Aruba?"),
    )
    assert left(desk, attributed=True) == []
    found = left(desk, attributed=False)
    assert [words for words, _key in found] == ["Haiti", "Example-Blake", "Haitian"]
    line = line_with(desk, "will draft")
    (one, _other) = desk.read(readouts.names_left, key=KEY, attributed=False)
    assert one.line == line.key
    assert line.text[one.found[0].start : one.found[0].end] == "Haiti"
    desk.do(readouts.leave_out_line, readout=KEY, line=line.key)
    assert [words for words, _key in left(desk, attributed=False)] == ["Haitian"]


def test_whoever_an_action_is_for_may_stand_in_it_and_an_organisation_that_it_is_not_for_is_found(desk: Desk) -> None:
    (_action, _other, entry) = write(
        desk,
        replace(TO_DO, text="UNHCR to send the table", assignee="UNHCR"),
        replace(TO_DO, text="Haiti to ask UNHCR", assignee="HT"),
        Written(text="designate a focal point", kind=EntryKind.RECOMMENDATION, delegation="JM"),
    )
    put_on_record = {"verb": "invites", "addressee": "UNHCR", "objects": {"en": "send the table"}, "entry": entry}
    desk.do(put_recommendation, **put_on_record)  # type: ignore[arg-type] # as above
    assert any("invites UNHCR to send the table" in text for text in spoken(desk, attributed=False))
    assert any("(UNHCR, by" in text for text in spoken(desk, attributed=False))
    assert [key for _words, key in left(desk, attributed=False)] == ["UNHCR"]


def test_a_small_secretariat_is_nobody(tmp_path: Path) -> None:
    desk = kingston.open_desk(tmp_path)
    write(desk, replace(ASKED, delegation="BS", text="What does a small secretariat cost?"), item="principles")
    left = desk.read(readouts.names_left, key="item:principles", attributed=False)
    desk.close()
    assert left == ()


def test_of_those_who_must_not_be_named_no_name_may_be_left_in_either_text(desk: Desk, keisha: Registered) -> None:
    del keisha
    write(desk, replace(UNNAMED, text="Ms. Example-Blake recalled what Haiti said of Jamaican law."))
    assert [words for words, _key in left(desk, attributed=True)] == ["Example-Blake", "Jamaican"]
    assert [words for words, _key in left(desk, attributed=False)] == ["Example-Blake", "Haiti", "Jamaican"]


def test_a_text_with_names_in_it_leaves_the_house_only_if_that_is_accepted(desk: Desk) -> None:
    write(desk, replace(AGREED, text="Haiti will draft."))
    with pytest.raises(Refusal, match="1 name is left") as refused:
        desk.do(readouts.issue_readout, readout=KEY, status=SummaryStatus.CIRCULATED, attributed=False)
    assert refused.value.field == "names"
    assert "Haiti" not in str(refused.value)
    assert desk.do(readouts.issue_readout, readout=KEY, status=SummaryStatus.DRAFT, attributed=False) == 1
    args = {"readout": KEY, "status": SummaryStatus.CIRCULATED}
    assert desk.do(readouts.issue_readout, **args, attributed=False, despite_names=True) == 2  # type: ignore[arg-type] # as above
    assert desk.do(readouts.issue_readout, **args) == 3  # type: ignore[arg-type] # as above


def test_a_speaker_who_is_not_known_yet_is_a_speaker(desk: Desk) -> None:
    (entry,) = write(desk, Written(text="Supports it.", unknown=True, highlighted=True))
    assert spoken(desk) == ["One speaker supports it."]
    desk.do(notes.fix_speakers, entries=(entry,), delegation="HT")
    assert spoken(desk) == ["Haiti supports it."]
    desk.do(readouts.rewrite_line, readout=KEY, line=read(desk).lines[0].key, text="Haiti is for it.")
    desk.do(notes.fix_speakers, entries=(entry,), delegation="JM")
    assert read(desk).lines[0].stale
    assert RECALLED.text not in spoken(desk)

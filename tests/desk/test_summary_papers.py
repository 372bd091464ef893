"""What the papers of summaries say: of an item, a day, a delegation, named or not, as issued or as it stands."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from cmc_desk.desk import readouts, recommendations
from cmc_desk.desk.approval import approve, approve_amended, defer
from cmc_desk.desk.approval_papers import gather_approval, gather_register
from cmc_desk.desk.correction_papers import gather_corrections
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.making_papers import gather_paper, make_paper
from cmc_desk.desk.notes import close_action, delete_entry
from cmc_desk.desk.papers_of_notes import SUMMARY_PAPER
from cmc_desk.desk.summary_papers import gather_summary
from cmc_desk.reports.summary_facts import Standing, SummaryPaper
from cmc_desk.rules.note_kinds import Attribution, Decided, EntryKind, ReadoutForm, Section, SummaryStatus
from cmc_desk.rules.notes import Written
from cmc_desk.rules.papers import Ask, Format, Naming
from cmc_desk.rules.refusal import Refusal
from tests.desk.note_hands import ITEM, OTHER
from tests.desk.readout_hands import AGREED, ALL, KEY, RECALLED, SECRET, TO_DO, UNNAMED, edit, write
from tests.meetings import clock_of

NOT = Naming.NOT_ATTRIBUTED
LAST = date(2019, 12, 6)


def summary(desk: Desk, **asked: object) -> SummaryPaper:
    return desk.read(gather_summary, Ask(**asked))  # type: ignore[arg-type] # what a test asks


def texts(content: SummaryPaper) -> list[str]:
    return [point.text for part in content.parts for point in part.points]


def standing(content: SummaryPaper) -> Standing:
    (part,) = content.parts
    assert part.standing is not None
    return part.standing


def issue(desk: Desk, status: SummaryStatus = SummaryStatus.CIRCULATED, **options: object) -> int:
    return int(desk.do(readouts.issue_readout, readout=KEY, status=status, **options))  # type: ignore[arg-type] # see above


def test_the_summary_of_an_item_has_its_sections_in_the_order_in_which_they_are_read(desk: Desk) -> None:
    write(desk, *ALL)
    (part,) = summary(desk, session=ITEM).parts
    assert [section.section for section in part.sections] == [
        Section.DECISIONS,
        Section.MAIN_POINTS,
        Section.OPEN_POINTS,
        Section.NEXT_STEPS,
    ]
    assert part.sections[0].points[0].text == AGREED.text
    assert part.form is ReadoutForm.DISCUSSION
    assert part.speakers


def test_of_the_meeting_there_are_all_summaries_that_have_something_to_say(desk: Desk) -> None:
    assert summary(desk).parts == ()
    write(desk, *ALL)
    assert len(summary(desk).parts) >= 1
    assert summary(desk, session=OTHER).parts[0].points == (), "what was asked for stands there, empty as it is"


def test_the_summary_of_a_day_is_called_after_the_day(desk: Desk) -> None:
    write(desk, *ALL)
    days = [str(day) for day in ("2019-12-05", "2019-12-06")]
    found = [summary(desk, day=day) for day in days]
    assert [content.parts[0].title for content in found] == ["Summary of Day 1", "Summary of Day 2"]
    assert {content.parts[0].form for content in found} == {ReadoutForm.DAY}
    assert any(texts(content) for content in found)


def test_where_nobody_is_named_no_delegation_stands_in_it(desk: Desk) -> None:
    write(desk, RECALLED)
    (part,) = summary(desk, session=ITEM, naming=NOT).parts
    assert not part.attributed
    assert part.speakers == ()
    assert "Jamaica" not in part.points[0].text
    assert summary(desk, session=ITEM, naming=NOT).names_left == 0


def test_a_name_that_was_typed_into_a_text_without_names_is_counted_where_it_stands(desk: Desk) -> None:
    write(desk, RECALLED, replace(RECALLED, text="Haiti’s draft is welcome.", delegation="AW"))
    content = summary(desk, session=ITEM, naming=NOT)
    assert [point.names_left for point in content.parts[0].points] == [0, 1]
    assert content.names_left == 1
    assert summary(desk, session=ITEM).names_left == 0


def test_a_text_that_was_issued_says_its_version_until_it_says_something_else(desk: Desk) -> None:
    (entry, *_others) = write(desk, AGREED, RECALLED)
    assert standing(summary(desk, session=ITEM)) == Standing()
    assert issue(desk) == 1
    found = standing(summary(desk, session=ITEM))
    assert (found.status, found.version, found.issued) == (SummaryStatus.CIRCULATED, 1, True)
    assert not standing(summary(desk, session=ITEM, naming=NOT)).issued, "it was issued with names"
    edit(desk, entry, text="*Agreed:* principle 1 falls.")
    assert standing(summary(desk, session=ITEM)) == Standing(version=1)
    issued = summary(desk, session=ITEM, issue=1)
    assert AGREED.text in texts(issued)
    assert standing(issued).version == 1
    assert AGREED.text not in texts(summary(desk, session=ITEM))


def test_what_is_final_is_printed_as_it_was_issued_whatever_is_noted_afterwards(desk: Desk) -> None:
    write(desk, AGREED)
    issue(desk, SummaryStatus.FINAL)
    write(desk, replace(AGREED, text="Another."))
    content = summary(desk, session=ITEM)
    assert texts(content) == [AGREED.text]
    assert standing(content).status is SummaryStatus.FINAL


def test_names_that_whoever_issued_it_let_stand_are_no_longer_counted(desk: Desk) -> None:
    write(desk, replace(RECALLED, text="Haiti’s draft is welcome.", delegation="AW"))
    issue(desk, attributed=False, despite_names=True)
    assert summary(desk, session=ITEM, naming=NOT).names_left == 0
    assert summary(desk, session=ITEM, naming=NOT, issue=1).names_left == 0
    issue(desk, SummaryStatus.DRAFT, attributed=False)
    assert summary(desk, session=ITEM, naming=NOT, issue=2).names_left == 1, "nobody was asked about a draft"


def test_what_was_read_out_says_so_with_its_time(desk: Desk) -> None:
    write(desk, AGREED)
    at = clock_of(desk).now()
    desk.do(readouts.mark_spoken, readout=KEY)
    found = standing(summary(desk, session=ITEM))
    assert found.spoken
    assert found.at == at


def test_a_version_is_of_one_summary_and_names_who_spoke_or_not_as_it_did(desk: Desk) -> None:
    write(desk, RECALLED)
    issue(desk)
    for asked, field in (
        ({"issue": 1}, "issue"),
        ({"issue": 2, "session": ITEM}, "version"),
        ({"issue": 1, "only": "JM"}, "issue"),
        ({"issue": 1, "session": ITEM, "naming": NOT}, "naming"),
    ):
        with pytest.raises(Refusal) as refused:
            summary(desk, **asked)
        assert refused.value.field == field
    issue(desk, attributed=False)
    with pytest.raises(Refusal, match="does not say who spoke"):
        summary(desk, session=ITEM, issue=2, naming=Naming.ATTRIBUTED)
    assert summary(desk, session=ITEM, issue=2).parts[0].attributed is False


def test_what_working_groups_report_stands_with_their_item(desk: Desk) -> None:
    write(desk, AGREED)
    desk.do(readouts.begin_readout, readout=readouts.group_key(ITEM))
    forms = [part.form for part in summary(desk, session=ITEM).parts]
    assert forms == [ReadoutForm.DISCUSSION, ReadoutForm.GROUP]


def test_a_working_group_has_a_paper_of_its_own_in_every_form(desk: Desk, tmp_path: Path) -> None:
    write(desk, AGREED)
    keys = [readouts.group_key(ITEM, label) for label in ("A", "B")]
    for key in keys:
        desk.do(readouts.add_line, readout=key, section="way forward", text=f"Report of {key[-1]}.")
    ask = Ask(session=keys[0])
    content = gather_paper(desk, SUMMARY_PAPER, ask, Format.TXT).content
    assert texts(content) == ["Report of A."]
    assert (content.parts[0].form, content.parts[0].title) == (ReadoutForm.GROUP, "Discussion · A")
    for form in (Format.PDF, Format.DOCX, Format.TXT):
        made = make_paper(desk, SUMMARY_PAPER, ask, form, tmp_path)
        assert made.path.name.startswith("summary group_discussion_A")
    desk.do(readouts.issue_readout, readout=keys[1], status=SummaryStatus.CIRCULATED)
    assert texts(summary(desk, session=keys[1], issue=1)) == ["Report of B."]
    with pytest.raises(Refusal, match="no item"):
        gather_paper(desk, SUMMARY_PAPER, Ask(session="group:gone/A"), Format.TXT)


def test_what_one_delegation_said_stands_item_by_item_with_when_and_as_what(desk: Desk) -> None:
    write(desk, RECALLED, SECRET, replace(RECALLED, text="Aside.", attribution=Attribution.NOT_FOR_ATTRIBUTION))
    write(desk, replace(RECALLED, text="Welcome."), item=OTHER)
    write(desk, replace(RECALLED, delegation="HT", text="Other."))
    content = summary(desk, only="JM")
    assert content.of_delegation
    assert content.delegation == "Jamaica"
    assert sorted(texts(content)) == ["The delegation of Jamaica recalled the mandate.", "Welcome."]
    assert len(content.parts) == 2
    point = content.parts[0].points[0]
    assert point.kind is EntryKind.INTERVENTION
    assert point.at is not None
    assert texts(summary(desk, only="JM", session=OTHER)) == ["Welcome."]
    assert summary(desk, only="JM", day="2019-12-06", session=OTHER).parts == ()


def test_what_one_delegation_said_without_its_name_says_no_hour_and_counts_names(desk: Desk) -> None:
    write(desk, UNNAMED, replace(TO_DO, delegation="JM", text="JM to send it"), replace(RECALLED, text="Haiti agrees."))
    write(desk, replace(TO_DO, delegation="JM", text="UNHCR to send it", assignee="UNHCR"))
    content = summary(desk, only="JM", naming=NOT)
    assert content.delegation == ""
    assert texts(content)[0] == "One delegation recalled the mandate."
    assert all(point.at is None for part in content.parts for point in part.points)
    assert [point.names_left for point in content.parts[0].points] == [0, 0, 1, 0]


def test_correction_slips_have_what_is_not_for_attribution_and_nothing_internal(desk: Desk) -> None:
    (gone, *_others) = write(desk, RECALLED, SECRET, UNNAMED, replace(RECALLED, delegation="HT"))
    desk.do(delete_entry, entry=gone)
    content = desk.read(gather_corrections, Ask())
    assert [slip.delegation for slip in content.slips] == ["Haiti", "Jamaica"]
    (item,) = content.slips[1].items
    assert [(one.number, one.text, one.not_attributed) for one in item.noted] == [(1, UNNAMED.text, True)]
    assert content.until == LAST.replace(day=LAST.day + 7)
    assert desk.read(gather_corrections, Ask(until="2019-12-20")).until == date(2019, 12, 20)


def test_a_slip_that_is_asked_for_is_made_though_nothing_was_noted_and_a_date_must_be_one(desk: Desk) -> None:
    (slip,) = desk.read(gather_corrections, Ask(only="AW")).slips
    assert (slip.delegation, slip.items) == ("Aruba", ())
    assert desk.read(gather_corrections, Ask()).slips == ()
    with pytest.raises(Refusal) as refused:
        desk.read(gather_corrections, Ask(until="soon"))
    assert refused.value.field == "until"


def put(desk: Desk, **objects: str) -> str:
    verb = "recommends"
    return str(
        desk.do(recommendations.put_recommendation, verb=verb, addressee="participating States", objects=objects)
    )


def test_the_list_of_recommendations_says_what_was_proposed_and_what_was_approved(desk: Desk) -> None:
    first, second, third, _fourth = [put(desk, en=f"to do thing {number}") for number in range(4)]
    desk.do(approve, recommendation=first, item=ITEM)
    desk.do(approve_amended, recommendation=second, amended={"en": "To do it well."})
    desk.do(defer, recommendation=third, reason="Capitals")
    lines = desk.read(gather_approval, Ask()).lines
    assert [line.decided for line in lines] == [Decided.APPROVED, Decided.AMENDED, Decided.DEFERRED, Decided.PENDING]
    assert lines[0].item
    assert lines[1].text == "To do it well."
    assert "thing 1" in lines[1].proposed
    assert (lines[0].proposed, lines[2].reason) == ("", "Capitals")
    assert lines[3].at is None


def test_a_recommendation_without_words_in_the_language_stands_in_another_and_never_as_it_was_not_approved(
    desk: Desk,
) -> None:
    key = put(desk, en="to name focal points", es="que nombren puntos focales")
    (line,) = desk.read(gather_approval, Ask("nl", second="es")).lines
    assert "focal points" in line.text
    assert "puntos focales" in line.second
    desk.do(approve_amended, recommendation=key, amended={"en": "Amended."})
    (line,) = desk.read(gather_approval, Ask("es", second="fr")).lines
    assert line.text == "Amended.", "what was approved was never said in Spanish"
    (line,) = desk.read(gather_approval, Ask("en", second="es")).lines
    assert line.second == ""


def test_the_register_has_items_and_days_and_nothing_internal(desk: Desk) -> None:
    (act, *_others) = write(desk, TO_DO, replace(TO_DO, attribution=Attribution.INTERNAL, text="Hidden"))
    write(desk, Written(text="Meet.", kind=EntryKind.NEXT_STEP))
    desk.do(close_action, entry=act, closed=True)
    content = desk.read(gather_register, Ask())
    assert [line.task.what for line in content.lines] == ["Meet.", TO_DO.text]
    assert content.lines[1].task.closed_at == clock_of(desk).now()
    assert content.lines[0].item
    assert content.lines[0].day is not None
    assert content.meeting

"""The report of the final outcomes: what it says, what is written by hand in it, and where it goes."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from cmc_desk.desk import attendance, proposals, recommendations, report
from cmc_desk.desk.approval import approve, defer
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.people import Filter, find_people
from cmc_desk.desk.preflight import preflight
from cmc_desk.desk.report import settle_correction as settle
from cmc_desk.rules.document_kinds import CorrectionOutcome as Outcome
from cmc_desk.rules.document_kinds import PartyRole, ProposalDecision, ReportStatus
from cmc_desk.rules.note_kinds import EntryKind
from cmc_desk.rules.notes import Written
from cmc_desk.rules.people import Capacity, Consent, Person
from cmc_desk.rules.preflight import Check, Finding, Severity
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.report_blocks import Para
from tests.desk.drafted import bring, propose
from tests.desk.note_hands import file
from tests.desk.note_hands import said as spoken
from tests.desk.readout_hands import ALL, write
from tests.desk.report_hands import facts_of, figures_agree, para, said, table, tree
from tests.meetings import ANAIS, ANDRE, DAYS, KEISHA, clock_of, enter, open_desk

OPENING = "organisation/opening/opening/sentence"
UNTIL = date(2019, 12, 13)
PEOPLE = (
    KEISHA,
    ANDRE,
    ANAIS,
    Person("Kim", "Specimen-Lee", "AW", functional_title="Adviser", capacity=Capacity.HEAD, consent=Consent.YES),
)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = open_desk(tmp_path, people=PEOPLE)
    for hit in opened.read(find_people, only=Filter.EXPECTED).hits[:3]:
        opened.do(attendance.check_in, participant=hit.id)
    yield opened
    opened.close()


def checks(desk: Desk) -> dict[Check, Finding]:
    return {one.check: one for one in desk.read(preflight)}


def recommend(desk: Desk, words: str) -> str:
    return desk.do(recommendations.put_recommendation, verb="recommends", texts={"en": words})


def full(desk: Desk) -> None:
    """Let drafts be discussed and decided, things be said, and recommendations be made."""
    bring(desk)
    first = propose(desk, "1", "States should exchange information every year.")
    propose(desk, "2", "Returns take place in dignity.", delegations=("HT",))
    propose(desk, "3", "The plenary meets twice a year.", delegations=("AW",))
    desk.do(proposals.add_party, proposal=first, delegation="HT", role=PartyRole.RESERVATION, words="Not yet.")
    desk.do(proposals.decide, proposal=first, decision=ProposalDecision.ACCEPTED)
    write(desk, *ALL)
    for words in ("The meeting recommends a template.", "The meeting recommends a secretariat."):
        recommend(desk, words)
    one, two = desk.read(recommendations.recommendations)
    desk.do(approve, recommendation=one.key)
    desk.do(defer, recommendation=two.key, reason="For want of figures.")


def test_no_figure_says_anything_else_than_another(desk: Desk) -> None:
    full(desk)
    found = tree(desk)
    figures_agree(found, facts_of(desk))
    assert said(found, "summary/attendance").startswith("3 participants attended the meeting.")
    assert said(found, "summary/recommendations") == (
        "2 recommendations were before the meeting: 1 was approved as it stood and 1 was deferred."
    )
    first, second = desk.read(recommendations.recommendations)
    assert said(found, f"outcomes/recommendations/{first.key}") == "R1. The meeting recommends a template."
    assert said(found, f"outcomes/deferred/{second.key}").endswith("(For want of figures.)")
    assert "reserved its position on provision 1 (P-001)" in said(
        found, next(block.key for block in found.shown if "reservations/" in block.key and isinstance(block, Para))
    )


def test_figures_agree_where_no_attendance_was_taken(tmp_path: Path) -> None:
    desk = open_desk(tmp_path, people=PEOPLE)
    found = tree(desk)
    figures_agree(found, facts_of(desk))
    assert "attendance was not taken" in said(found, "summary/attendance")
    assert [column.title for column in table(found, "organisation/attendance/by-class").columns][-1] == "Registered"
    desk.close()


def test_a_report_of_nothing_has_no_empty_heading(tmp_path: Path) -> None:
    desk = open_desk(tmp_path)
    found = tree(desk)
    assert {"organisation/venue", "annex-agenda"} <= {block.key for block in found.shown}
    assert not {"outcomes", "documents", "steps", "annex-participants"} & {block.key for block in found.shown}
    desk.close()


def test_an_item_that_is_taken_up_again_is_one_chapter_with_what_was_said_of_it(desk: Desk) -> None:
    full(desk)
    found = tree(desk)
    assert "took the floor, in this order: Haiti, Aruba and Jamaica" in said(found, "proceedings/discussion/speakers")
    assert any(text.endswith("Agreed: principle 1 stands.") for text in texts_under(desk, "conclusions"))


def texts_under(desk: Desk, part: str) -> list[str]:
    found = tree(desk)
    return [said(found, block.key) for block in found.shown if block.key.startswith(f"proceedings/discussion/{part}/")]


def test_a_text_that_names_nobody_names_nobody(desk: Desk) -> None:
    full(desk)
    found = tree(desk, attributed=False)
    shown = " ".join(said(found, block.key) for block in found.shown if block.key.startswith("proceedings"))
    assert "Haiti" not in shown
    assert "3 delegations took the floor." in shown
    assert not any(block.key.startswith("annex-speakers") for block in found.shown)
    desk.do(report.set_report, attributed=False)
    assert checks(desk)[Check.NAMES].severity is Severity.GOOD
    desk.do(
        report.write_block,
        block="proceedings/discussion/speakers",
        language="en",
        attributed=False,
        text="Haiti and others took the floor.",
    )
    assert checks(desk)[Check.NAMES].severity is Severity.BLOCKS


def test_the_report_speaks_the_language_that_was_chosen_or_is_asked_for(desk: Desk) -> None:
    desk.do(report.set_report, language="fr")
    assert tree(desk).language == "fr"
    assert tree(desk, language="en").language == "en"
    with pytest.raises(Refusal, match="The languages are"):
        desk.do(report.set_report, language="de")
    with pytest.raises(Refusal, match="The languages are"):
        tree(desk, language="de")


def test_what_is_written_by_hand_stays_and_says_that_its_sources_changed(desk: Desk) -> None:
    key = "summary/attendance"
    write_block(desk, key, "Three came.")
    found = para(tree(desk), key)
    assert (found.text, found.written, found.stale) == ("Three came.", True, False)
    assert found.gathered.startswith("3 participants")
    assert not para(tree(desk, language="es"), key).written
    enter(desk, Person("Ana", "Muster-Paz", "HT"))
    hit = desk.read(find_people, text="Muster-Paz").hits[0]
    desk.do(attendance.check_in, participant=hit.id)
    assert para(tree(desk), key).stale
    assert checks(desk)[Check.EDITS].count == 1
    desk.do(report.accept_block, block=key, language="en", attributed=True)
    assert not para(tree(desk), key).stale
    desk.undo()
    assert para(tree(desk), key).stale
    write_block(desk, key, "")
    assert para(tree(desk), key).text.startswith("4 participants")


def write_block(desk: Desk, key: str, text: str) -> None:
    desk.do(report.write_block, block=key, language="en", attributed=True, text=text)


def test_only_a_paragraph_that_is_there_can_be_written_by_hand(desk: Desk) -> None:
    for key, words in (("summary/nothing", "not in the report"), ("organisation/attendance/by-class", "its sources")):
        with pytest.raises(Refusal, match=words):
            write_block(desk, key, "Words.")
    with pytest.raises(Refusal, match="Nothing was written by hand"):
        desk.do(report.accept_block, block="summary/attendance", language="en", attributed=True)


def test_what_is_left_out_is_not_printed_and_can_be_taken_in_again(desk: Desk) -> None:
    desk.do(report.set_report, left_out=("organisation/attendance/by-delegation", "annex-agenda"))
    found = tree(desk)
    assert {"organisation/attendance/by-delegation", "annex-agenda"} <= {b.key for b in found.blocks if b.left_out}
    assert "organisation/agenda/annex" not in [block.key for block in found.shown]
    desk.undo()
    assert "annex-agenda" in [block.key for block in tree(desk).shown]


def ready(desk: Desk) -> None:
    """Let every item that the report tells of have a summary."""
    file(desk, spoken("The agenda was approved.", kind=EntryKind.DECISION), item="opening")
    desk.do(report.set_report, left_out=("proceedings",))


def test_the_report_goes_from_draft_over_circulated_and_signed_off_to_final(desk: Desk) -> None:
    ready(desk)
    with pytest.raises(Refusal, match="not circulated"):
        desk.do(report.sign_off_report, by="A. Muster")
    with pytest.raises(Refusal, match="That day is over"):
        desk.do(report.circulate_report, until=DAYS[0] - timedelta(days=1))
    assert desk.do(report.circulate_report, until=UNTIL) == 1
    standing = desk.read(report.report_standing)
    assert (standing.status, standing.corrections_until, standing.changed) == (ReportStatus.CIRCULATED, UNTIL, False)
    assert "Draft for comments" in said(tree(desk, issue=1), "cover")
    with pytest.raises(Refusal, match="Who signs"):
        desk.do(report.sign_off_report, by=" ")
    assert desk.do(report.sign_off_report, by="A. Muster") == 2
    with pytest.raises(Refusal, match="signed off: reopen it"):
        write_block(desk, "summary/attendance", "Many.")
    file(desk, spoken("Noted as well.", kind=EntryKind.DECISION), item="opening")
    assert desk.read(report.report_standing).changed
    with pytest.raises(Refusal, match="something else now than what was signed"):
        desk.do(report.finish_report)
    assert desk.do(report.reopen_report) is ReportStatus.CORRECTED
    desk.do(report.sign_off_report, by="A. Muster")
    assert desk.do(report.finish_report) == 4
    with pytest.raises(Refusal, match="final: reopen"):
        desk.do(report.set_report, attributed=False)
    with pytest.raises(Refusal, match="final already"):
        desk.do(report.finish_report)
    assert [one.status for one in desk.read(report.report_standing).issues] == [
        ReportStatus.CIRCULATED,
        ReportStatus.SIGNED_OFF,
        ReportStatus.SIGNED_OFF,
        ReportStatus.FINAL,
    ]


def test_a_version_that_was_issued_stays_word_for_word(desk: Desk) -> None:
    desk.do(report.circulate_report, until=UNTIL)
    before = tree(desk, issue=1)
    full(desk)
    assert tree(desk, issue=1) == before
    assert tree(desk).shown != before.shown
    with pytest.raises(Refusal, match="does not exist"):
        tree(desk, issue=2)


def test_what_blocks_it_keeps_the_report_from_being_signed_and_from_being_final(desk: Desk) -> None:
    file(desk, spoken("Something was said."), item="context")
    desk.do(report.circulate_report, until=UNTIL)
    with pytest.raises(Refusal, match="The report needs this first: Agenda items with a summary"):
        desk.do(report.sign_off_report, by="A. Muster")
    ready(desk)
    desk.do(report.sign_off_report, by="A. Muster")
    file(desk, Written(text="Who was it?", unknown=True), item="opening")
    with pytest.raises(Refusal, match="The report needs this first: Speakers of the notes known"):
        desk.do(report.finish_report)


def test_a_correction_is_asked_for_settled_and_of_the_final_report_a_corrigendum(desk: Desk) -> None:
    ready(desk)
    with pytest.raises(Refusal, match="does not exist"):
        ask(desk, version=1)
    desk.do(report.circulate_report, until=DAYS[0])
    key = ask(desk, version=1)
    assert desk.read(report.report_standing).status is ReportStatus.CORRECTED
    with pytest.raises(Refusal, match="1 correction is not settled"):
        desk.do(report.sign_off_report, by="A. Muster")
    for more, words in (
        ({"words": " "}, "Type what"),
        ({"delegation": "XX"}, "No delegation"),
        ({"paragraph": "1" * 41}, "40"),
    ):
        with pytest.raises(Refusal, match=words):
            ask(desk, version=1, **more)
    desk.do(settle, correction=key, outcome=Outcome.ACCEPTED, answer="Corrected as asked.")
    clock_of(desk).advance(days=1)
    late = ask(desk, version=1)
    (settled, second) = desk.read(report.corrections)
    assert (settled.answer, settled.late, second.late, second.number) == ("Corrected as asked.", False, True, 2)
    desk.do(report.remove_correction, correction=late)
    with pytest.raises(Refusal, match="was removed"):
        desk.do(settle, correction=late, outcome=Outcome.NOTED)
    desk.do(report.sign_off_report, by="A. Muster")
    desk.do(report.finish_report)
    ask(desk, version=3)
    assert [one.corrigendum for one in desk.read(report.corrections)] == [False, True]
    assert desk.read(report.report_standing).status is ReportStatus.FINAL


def ask(desk: Desk, *, version: int, paragraph: str = "2.", delegation: str = "HT", words: str = "Say Haiti.") -> str:
    return desk.do(report.ask_correction, version=version, paragraph=paragraph, delegation=delegation, words=words)


def test_the_preflight_says_what_is_to_be_seen_to_and_where(desk: Desk) -> None:
    full(desk)
    file(desk, Written(text="Who was it?", unknown=True), item="opening")
    file(desk, Written(text="To be done by nobody.", kind=EntryKind.ACTION))
    file(desk, spoken("From afar.", "UNHCR"))
    found = checks(desk)
    assert {check for check, one in found.items() if one.severity is Severity.BLOCKS} == {
        Check.SUMMARIES,
        Check.SPEAKERS,
    }
    assert [place.item for place in found[Check.SPEAKERS].where] == ["opening"]
    assert (found[Check.PROPOSALS].count, found[Check.PROPOSALS].of) == (2, 3)
    assert [place.key for place in found[Check.ABSENT].where] == ["AW", "UNHCR"]
    assert found[Check.ACTIONS].count == 1
    assert found[Check.DOCUMENTS].page == "documents"
    assert found[Check.PARTICIPANTS].severity is Severity.GOOD

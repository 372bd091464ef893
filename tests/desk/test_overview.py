"""The overview of a meeting in which people come, leave and excuse themselves, and what is to be done."""

from datetime import date, timedelta

from cmc_desk.desk import agenda, attendance, proposals
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.overview import OverviewFacts, overview
from cmc_desk.rules.counts import Tally
from cmc_desk.rules.document_kinds import PartyRole, ProposalDecision
from cmc_desk.rules.note_kinds import EntryKind
from cmc_desk.rules.notes import Written
from cmc_desk.rules.overview import Todo, TodoKind
from tests.desk import note_hands
from tests.desk.drafted import bring, propose
from tests.meetings import ANAIS, ANDRE, ILSE, JOSE, KEISHA, clock_of, enter, local

FIRST, SECOND = date(2019, 12, 5), date(2019, 12, 6)


def shown(desk: Desk, last: OverviewFacts | None = None, *tables: str) -> OverviewFacts:
    return desk.read(overview, now=desk.clock.now(), last=last, tables=tables or ("*",))


def task(words: str, due: date) -> Written:
    return Written(text=words, kind=EntryKind.ACTION, due=due)


def numbers(desk: Desk) -> dict[TodoKind, int]:
    return {one.kind: one.number for one in shown(desk).to_do}


def test_whoever_came_and_has_not_left_is_there_by_day_by_session_and_by_delegation(desk: Desk) -> None:
    keisha, andre, _anais, jose = (enter(desk, person) for person in (KEISHA, ANDRE, ANAIS, JOSE))
    enter(desk, ILSE)
    for person in (keisha, andre):
        desk.do(attendance.check_in, code=person.code)
    desk.do(attendance.check_in, code=jose.code, session="opening")
    clock_of(desk).move_to(local(0, 11, 30))
    desk.do(attendance.leave, participant=andre.id)
    found = shown(desk)
    first = found.day(FIRST)
    assert (first.counts.people, first.counts.delegations) == (Tally(2, 5), Tally(2, 2))
    assert first.counts.by_delegation == (("HT", Tally(1, 2)), ("JM", Tally(1, 2)))
    assert [(one.key, one.people.present, one.taken) for one in first.sessions] == [
        ("day1-registration", 2, True),
        ("opening", 1, True),
        ("context", 0, False),
    ]
    assert (first.left, len(first.came), first.curve(found.now).total) == (1, 3, 3)
    assert (found.today, found.day(SECOND).counts.people) == (FIRST, Tally(0, 5))


def test_of_a_day_that_is_over_everybody_counts_who_came_and_who_is_excused_is_not_expected(desk: Desk) -> None:
    keisha, anais = enter(desk, KEISHA), enter(desk, ANAIS)
    desk.do(attendance.check_in, code=keisha.code)
    desk.do(attendance.leave, participant=keisha.id)
    desk.do(attendance.excuse, participant=anais.id, session="discussion", reason="Flight")
    clock_of(desk).move_to(local(1, 8, 40))
    found = shown(desk)
    assert (found.today, found.day(FIRST).counts.people) == (SECOND, Tally(1, 2))
    assert (found.day(SECOND).excused, found.day(SECOND).expected) == (1, 1)
    assert found.day(FIRST).excused == 0


def test_the_curve_is_marked_where_the_opening_really_began_and_the_drift_says_how_late(desk: Desk) -> None:
    for at, item in ((local(0, 8, 41), "day1-registration"), (local(0, 9, 6), "opening")):
        clock_of(desk).move_to(at)
        desk.do(agenda.start_item, item=item)
    found = shown(desk)
    assert found.day(FIRST).opened == local(0, 9, 6)
    late = {line.key: line.late for line in found.drift.lines}
    assert late["opening"] == timedelta(minutes=6)
    assert found.drift.planned_end == local(0, 12, 0)


def test_before_and_after_the_meeting_its_nearest_day_is_shown(desk: Desk) -> None:
    clock_of(desk).move_to(local(0, 9) - timedelta(days=9))
    assert shown(desk).today == FIRST
    clock_of(desk).move_to(local(1, 9) + timedelta(days=9))
    assert shown(desk).today == SECOND


def test_only_that_is_read_again_which_has_changed(desk: Desk) -> None:
    keisha = enter(desk, KEISHA)
    before = shown(desk)
    desk.do(attendance.check_in, code=keisha.code)
    same = shown(desk, before, "note_entry")
    assert same.days is before.days
    assert (same.travel, same.drafts) == (before.travel, before.drafts)
    assert shown(desk, before, "presence_event").day(FIRST).counts.people == Tally(1, 1)
    clock_of(desk).move_to(local(1, 8, 40))
    assert shown(desk, before, "note_entry").today == SECOND


def test_drafts_say_how_much_of_them_is_agreed_and_proposals_wait_for_a_decision(desk: Desk) -> None:
    bring(desk)
    key = propose(desk, "1", "States should exchange information every year.")
    (draft,) = shown(desk).drafts
    assert (draft.title, draft.meter.bracketed, draft.meter.brackets > 0) == ("principles", 2, True)
    assert numbers(desk)[TodoKind.PROPOSALS] == 1
    desk.do(proposals.decide, proposal=key, decision=ProposalDecision.REFERRED)
    # What goes to the high level is pending here as it is in the report.
    assert numbers(desk)[TodoKind.PROPOSALS] == 1
    desk.do(proposals.reopen_proposal, proposal=key)
    desk.do(proposals.decide, proposal=key, decision=ProposalDecision.NOT_ACCEPTED)
    assert TodoKind.PROPOSALS not in numbers(desk)


def test_what_is_to_be_done_today_is_counted_and_nothing_else_is_said(desk: Desk) -> None:
    # Nobody is nominated for the two financed seats of Haiti.
    assert numbers(desk) == {TodoKind.SHORT: 2}
    keisha = enter(desk, KEISHA)
    desk.do(attendance.walk_in, person=ANAIS)
    note_hands.file(desk, task("Send the list", FIRST), item="opening")
    note_hands.file(desk, task("Print the report", SECOND), item="opening")
    found = numbers(desk)
    assert found[TodoKind.TASKS] == 1
    # Somebody of Haiti is here, nobody of the host is yet.
    assert found[TodoKind.MISSING] == 1
    desk.do(attendance.check_in, code=keisha.code)
    assert TodoKind.MISSING not in numbers(desk)


def test_the_meter_of_a_draft_is_read_again_when_somebody_opposes_a_proposal(desk: Desk) -> None:
    bring(desk)
    key = propose(desk, "1", "States should exchange information every year.")
    before = shown(desk)
    told: list[frozenset[str]] = []
    desk.subscribe(lambda tables: told.append(frozenset(tables)))
    desk.do(proposals.add_party, proposal=key, delegation="HT", role=PartyRole.OPPONENT)
    (tables,) = told
    assert shown(desk, before, *tables).drafts == shown(desk).drafts != before.drafts


def test_an_action_is_due_by_the_calendar_also_when_the_meeting_is_over(desk: Desk) -> None:
    note_hands.file(desk, task("Send the list", date(2019, 12, 20)), item="opening")
    clock_of(desk).move_to(local(1, 9) + timedelta(days=3))
    assert TodoKind.TASKS not in numbers(desk)
    clock_of(desk).move_to(local(1, 9) + timedelta(days=60))
    assert numbers(desk)[TodoKind.TASKS] == 1
    clock_of(desk).move_to(local(0, 9) - timedelta(days=9))
    note_hands.file(desk, task("Book the hall", FIRST), item="opening")
    assert TodoKind.TASKS not in numbers(desk)


def test_an_item_that_was_passed_over_comes_first(desk: Desk) -> None:
    for at, item in ((local(0, 9, 0), "opening"), (local(0, 10, 15), "context")):
        clock_of(desk).move_to(at)
        desk.do(agenda.start_item, item=item)
    assert shown(desk).to_do[0] == Todo(TodoKind.PASSED_OVER, 2)

"""Badges: a print is on record, a second one asks why, a lost badge is valid no more, a jammed sheet is printed again."""

import pytest

from cmc_desk.desk import attendance, badges, registration
from cmc_desk.desk.attendance import Verdict
from cmc_desk.desk.badge_ledger import PrintCounts, RunKind, print_counts, print_runs
from cmc_desk.desk.badge_list import badge_rows
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.history import history_of
from cmc_desk.desk.people import card
from cmc_desk.desk.registration import Registered
from cmc_desk.rules.badge_state import PrintedBadge
from cmc_desk.rules.people import Capacity
from cmc_desk.rules.refusal import Refusal
from tests.desk.badged import badges_of, people_of, print_badges, run_of, valid_code
from tests.meetings import ANDRE, DESK_B, KEISHA, MORNING, clock_of, enter, reopened


def runs(desk: Desk) -> list[tuple[RunKind, int, str, str]]:
    return [(run.kind, run.number, run.reason, run.name) for run in desk.read(print_runs)]


def test_a_print_that_was_accepted_is_on_record_and_the_badge_waits_no_more(desk: Desk, keisha: Registered) -> None:
    walk_in = desk.do(attendance.walk_in, person=ANDRE).participant or ""
    assert queued(desk, walk_in, keisha.id) == [True, False]
    printed = print_badges(desk, walk_in)
    state = desk.read(card, participant=walk_in).badge
    assert (state.printed_at, state.queued_at) == (MORNING, None)
    (run,) = desk.read(print_runs)
    assert (run.kind, run.prints, run.live, run.name) == (
        RunKind.FIRST,
        tuple(printed),
        tuple(printed),
        "Andre Sample-Cox",
    )
    assert (run.printer, run.design, run.stock, run.job) == ("Office laser", "small", "eight", "job 1")
    assert (run.operator, run.station, run.at) == (desk.author.operator, desk.author.station, MORNING)


def test_a_badge_that_was_printed_is_not_printed_again_without_a_reason(desk: Desk, keisha: Registered) -> None:
    andre = enter(desk, ANDRE)
    print_badges(desk, keisha.id)
    with pytest.raises(Refusal, match=r"Keisha Example-Blake was printed already, at 08:40") as refused:
        print_badges(desk, andre.id, keisha.id, job="job 2")
    assert refused.value.field == "reason"
    assert [row.printed_at for row in badges_of(desk, andre.id)] == [None]
    print_badges(desk, keisha.id, job="job 2", reason=" Title\tcorrected ")
    assert runs(desk)[0] == (RunKind.REPRINT, 1, "Title corrected", "Keisha Example-Blake")
    assert valid_code(desk, keisha.id) == keisha.code
    with pytest.raises(Refusal, match="longer than 200"):
        print_badges(desk, keisha.id, reason="x" * 201)


def test_several_that_were_printed_are_told_in_one_sentence(desk: Desk, keisha: Registered) -> None:
    andre = enter(desk, ANDRE)
    print_badges(desk, keisha.id, andre.id)
    with pytest.raises(Refusal, match=r"2 of these badges were printed already, that of Keisha"):
        print_badges(desk, keisha.id, andre.id)


def test_the_same_badge_twice_in_a_job_is_one_print(desk: Desk, keisha: Registered) -> None:
    assert len(print_badges(desk, keisha.id, keisha.id)) == 1


def test_what_was_taken_out_of_the_meeting_meanwhile_does_not_lose_the_rest_of_the_run(
    desk: Desk, keisha: Registered
) -> None:
    andre = enter(desk, ANDRE)
    run = run_of(desk, keisha.id, andre.id)
    desk.undo()
    assert len(print_badges(desk, run=run)) == 1
    with pytest.raises(Refusal, match="not in the meeting file"):
        desk.do(
            badges.record_printed,
            badges=[PrintedBadge(andre.code, {})],
            printer="",
            design="",
            stock="",
            job="",
        )


def test_a_lost_badge_answers_when_and_where_it_was_replaced(desk: Desk, keisha: Registered) -> None:
    print_badges(desk, keisha.id)
    clock_of(desk).advance(minutes=32)
    at_b = reopened(desk, author=DESK_B)
    made = at_b.do(badges.reissue, participant=keisha.id, reason="lost")
    answer = desk.do(attendance.check_in, code=keisha.code)
    assert answer.verdict is Verdict.REVOKED
    assert answer.sentence == "This badge was replaced at 09:12, Desk B: ask for the new one."
    assert (answer.first_at, answer.first_station) == (clock_of(at_b).now(), "Desk B")
    assert made.code == valid_code(desk, keisha.id) != keisha.code
    assert desk.do(attendance.check_in, code=made.code).verdict is Verdict.CHECKED_IN
    clock_of(desk).advance(days=1)
    assert "at Thu 5 Dec 09:12, Desk B" in desk.do(attendance.check_in, code=keisha.code).sentence
    at_b.close()


def test_a_new_badge_is_queued_and_its_first_print_is_a_reprint_for_the_reason_of_the_loss(
    desk: Desk, keisha: Registered
) -> None:
    print_badges(desk, keisha.id)
    clock_of(desk).advance(minutes=5)
    desk.do(badges.reissue, participant=keisha.id, reason="lost")
    (row,) = desk.read(badge_rows)
    assert (row.replaces, row.reason, row.queued_at) == (1, "lost", clock_of(desk).now())
    assert people_of(run_of(desk, keisha.id))[0].replacement
    clock_of(desk).advance(minutes=1)
    print_badges(desk, keisha.id, job="job 2")
    assert runs(desk)[0] == (RunKind.REPRINT, 1, "lost", "Keisha Example-Blake")
    assert desk.read(print_counts) == PrintCounts(first=1, reprints=1)


@pytest.mark.parametrize("reason", ["", "  "])
def test_a_badge_is_not_replaced_without_a_reason(desk: Desk, keisha: Registered, reason: str) -> None:
    with pytest.raises(Refusal, match="Say why"):
        desk.do(badges.reissue, participant=keisha.id, reason=reason)


def test_whoever_does_not_come_gets_no_new_badge(desk: Desk, keisha: Registered) -> None:
    desk.do(registration.withdraw, participant=keisha.id)
    with pytest.raises(Refusal, match="not coming"):
        desk.do(badges.reissue, participant=keisha.id, reason="lost")


def test_a_replacement_is_taken_back_while_it_is_not_printed(desk: Desk, keisha: Registered) -> None:
    print_badges(desk, keisha.id)
    desk.do(badges.reissue, participant=keisha.id, reason="lost")
    desk.undo()
    assert desk.do(attendance.check_in, code=keisha.code).verdict is Verdict.CHECKED_IN
    desk.do(badges.reissue, participant=keisha.id, reason="lost")
    print_badges(desk, keisha.id, job="job 2")
    desk.undo()
    with pytest.raises(Refusal, match="cannot be undone"):
        desk.undo()
    assert desk.do(attendance.check_in, code=keisha.code).verdict is Verdict.REVOKED


def test_a_jammed_sheet_is_void_and_its_badges_are_printed_again_with_the_same_code(
    desk: Desk, keisha: Registered
) -> None:
    andre = enter(desk, ANDRE)
    prints = print_badges(desk, keisha.id, andre.id)
    clock_of(desk).advance(minutes=1)
    assert desk.do(badges.void_prints, prints=prints, reason="jammed") == 2
    assert runs(desk) == [(RunKind.VOID, 2, "jammed", ""), (RunKind.FIRST, 2, "", "")]
    assert desk.read(print_runs)[1].live == ()
    assert {row.participant for row in desk.read(badge_rows)} == {keisha.id, andre.id}
    clock_of(desk).advance(minutes=1)
    print_badges(desk, keisha.id, andre.id, job="job 2")
    assert runs(desk)[0] == (RunKind.FIRST, 2, "", "")
    assert valid_code(desk, keisha.id) == keisha.code
    assert desk.read(print_counts) == PrintCounts(first=2, voided=2)
    with pytest.raises(Refusal, match="void already"):
        desk.do(badges.void_prints, prints=prints)


def test_a_void_reprint_leaves_the_print_before_it(desk: Desk, keisha: Registered) -> None:
    print_badges(desk, keisha.id)
    clock_of(desk).advance(minutes=9)
    again = print_badges(desk, keisha.id, job="job 2", reason="smeared")
    desk.do(badges.void_prints, prints=again)
    state = desk.read(card, participant=keisha.id).badge
    assert (state.printed_at, state.queued_at) == (MORNING, clock_of(desk).now())


def test_void_and_print_are_taken_back(desk: Desk, keisha: Registered) -> None:
    prints = print_badges(desk, keisha.id)
    desk.do(badges.void_prints, prints=prints)
    desk.undo()
    assert desk.read(card, participant=keisha.id).badge.printed_at == MORNING
    desk.undo()
    (state,) = badges_of(desk, keisha.id)
    assert (state.printed_at, state.queued_at) == (None, MORNING)
    assert [kind for kind, *_rest in runs(desk)] == [RunKind.VOID, RunKind.FIRST]


def test_prints_of_a_replaced_badge_are_void_without_queueing_it(desk: Desk, keisha: Registered) -> None:
    prints = print_badges(desk, keisha.id)
    desk.do(badges.reissue, participant=keisha.id, reason="lost")
    desk.do(badges.void_prints, prints=prints)
    old = next(row for row in badges_of(desk, keisha.id) if row.revoked_at is not None)
    assert (old.printed_at, old.queued_at) == (None, None)


def test_somebody_whose_badge_was_printed_cannot_be_erased_by_undo(desk: Desk, keisha: Registered) -> None:
    print_badges(desk, keisha.id)
    desk.undo()
    with pytest.raises(Refusal, match="cannot be undone"):
        desk.undo()


def queued(desk: Desk, *people: str) -> list[bool]:
    return [desk.read(card, participant=one).badge.queued_at is not None for one in people]


def test_the_history_of_a_person_tells_of_their_badges(desk: Desk, keisha: Registered) -> None:
    andre = enter(desk, ANDRE)
    prints = print_badges(desk, keisha.id)
    desk.do(badges.void_prints, prints=prints)
    desk.do(badges.reissue, participant=keisha.id, reason="lost")
    kinds = [act.kind for act in desk.read(history_of, participant=keisha.id)]
    assert kinds == ["badges.reissue", "badges.void", "badges.printed", "registration.register"]
    assert [act.kind for act in desk.read(history_of, participant=andre.id)] == ["registration.register"]


def test_a_reprint_for_another_capacity_keeps_the_code(desk: Desk, keisha: Registered) -> None:
    print_badges(desk, keisha.id)
    desk.do(registration.edit_person, participant=keisha.id, changes={"capacity": Capacity.ADVISER})
    print_badges(desk, keisha.id, reason="capacity changed")
    assert desk.read(badge_rows) == ()
    assert KEISHA.capacity is Capacity.HEAD

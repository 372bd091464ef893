"""The approval of recommendations: line by line, with the time and the item, and taken back."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cmc_desk.desk import agenda, approval, recommendations
from cmc_desk.desk.approval import ApprovalStanding
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.opening import verify_journal
from cmc_desk.desk.undoing import undo
from cmc_desk.rules.note_kinds import Decided
from cmc_desk.rules.readouts import Recommendation
from cmc_desk.rules.refusal import Refusal
from tests.desk.kingston import open_desk
from tests.desk.test_recommendations import put
from tests.meetings import clock_of, local


@pytest.fixture
def kingston(tmp_path: Path) -> Iterator[Desk]:
    opened = open_desk(tmp_path, now=local(1, 16, 47))
    yield opened
    assert opened.read(verify_journal).whole
    opened.close()


def line(desk: Desk, key: str) -> Recommendation:
    (found,) = (one for one in desk.read(recommendations.recommendations) if one.key == key)
    return found


def test_every_line_is_approved_at_its_time_in_the_item_of_the_agenda(kingston: Desk) -> None:
    key = put(kingston)
    kingston.do(approval.approve, recommendation=key)
    found = line(kingston, key)
    assert (found.decided, found.decided_at, found.decided_item) == (
        Decided.APPROVED,
        local(1, 16, 47),
        "approval",
    )
    kingston.undo()
    found = line(kingston, key)
    assert (found.decided, found.decided_at, found.decided_item) == (Decided.PENDING, None, "")


def test_what_runs_is_the_item_in_which_it_is_decided(kingston: Desk) -> None:
    one, two = put(kingston), put(kingston)
    kingston.do(agenda.start_item, item="next-steps")
    kingston.do(approval.approve, recommendation=one)
    assert line(kingston, one).decided_item == "next-steps"
    kingston.do(approval.approve, recommendation=two, item="approval")
    assert line(kingston, two).decided_item == "approval"
    three = put(kingston)
    with pytest.raises(Refusal):
        kingston.do(approval.approve, recommendation=three, item="nowhere")


def test_an_agenda_without_an_approval_has_no_item_for_it(desk: Desk) -> None:
    key = put(desk)
    desk.do(approval.approve, recommendation=key)
    assert line(desk, key).decided_item == ""


def test_what_is_approved_as_amended_says_what_was_approved(kingston: Desk) -> None:
    key = put(kingston)
    amended = {"en": "The Meeting invites States to designate one.", "fr": " "}
    kingston.do(approval.approve_amended, recommendation=key, amended=amended)
    assert (line(kingston, key).decided, line(kingston, key).amended) == (
        Decided.AMENDED,
        (("en", "The Meeting invites States to designate one."),),
    )
    assert kingston.read(recommendations.sentences, language="en")[key] == amended["en"]
    kingston.do(approval.reopen, recommendation=key)
    assert "designate a focal point" in kingston.read(recommendations.sentences, language="en")[key]
    kingston.undo()
    assert kingston.read(recommendations.sentences, language="en")[key] == amended["en"]


def test_an_amendment_has_a_text(kingston: Desk) -> None:
    key = put(kingston)
    with pytest.raises(Refusal, match="as it was approved") as refused:
        kingston.do(approval.approve_amended, recommendation=key, amended={"en": " ", "xx": "x"})
    assert refused.value.field == "amended"


def test_what_says_the_same_was_not_amended(kingston: Desk) -> None:
    key = put(kingston)
    said = kingston.read(recommendations.sentences, language="en")[key]
    with pytest.raises(Refusal, match="approve it as it stands"):
        kingston.do(approval.approve_amended, recommendation=key, amended={"en": f" {said}  "})
    assert line(kingston, key).decided is Decided.PENDING
    # Where it was not written yet, it is amended by being written.
    kingston.do(approval.approve_amended, recommendation=key, amended={"en": said, "es": "La Reunión lo pide."})
    assert line(kingston, key).decided is Decided.AMENDED


def test_what_is_deferred_says_why(kingston: Desk) -> None:
    key = put(kingston)
    kingston.do(approval.defer, recommendation=key, reason=" No  quorum. ")
    assert (line(kingston, key).decided, line(kingston, key).reason) == (Decided.DEFERRED, "No quorum.")
    with pytest.raises(Refusal, match="500"):
        kingston.do(approval.defer, recommendation=put(kingston), reason="x" * 501)


def test_what_was_decided_says_when_before_it_is_decided_again(kingston: Desk) -> None:
    key = put(kingston)
    kingston.do(approval.approve, recommendation=key)
    clock_of(kingston).advance(minutes=3)
    with pytest.raises(Refusal, match="Recommendation 1 was decided at 16:47 already"):
        kingston.do(approval.defer, recommendation=key)
    with pytest.raises(Refusal, match="not decided yet"):
        kingston.do(approval.reopen, recommendation=put(kingston))
    with pytest.raises(Refusal, match="was removed"):
        kingston.do(approval.approve, recommendation="nowhere")


def test_a_decision_is_undone_after_the_list_was_numbered_anew(kingston: Desk) -> None:
    one, two = put(kingston), put(kingston)
    kingston.do(approval.approve, recommendation=one)
    seq = kingston.to_undo().seq
    kingston.do(recommendations.renumber_recommendations, order=(two, one))
    kingston.do(undo, seq=seq)
    assert (line(kingston, one).decided, line(kingston, one).number) == (Decided.PENDING, 2)


def test_the_list_says_how_far_it_has_come(kingston: Desk) -> None:
    keys = [put(kingston) for _number in range(4)]
    kingston.do(approval.approve, recommendation=keys[0])
    kingston.do(approval.defer, recommendation=keys[1])
    found = kingston.read(approval.approval_standing)
    assert found == ApprovalStanding(4, 1, 0, 1, keys[2])
    assert found.pending == 2
    for key in keys[2:]:
        kingston.do(approval.approve_amended, recommendation=key, amended={"en": "x"})
    assert kingston.read(approval.approval_standing) == ApprovalStanding(4, 1, 2, 1, "")

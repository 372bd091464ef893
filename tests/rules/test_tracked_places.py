"""What is put in or moved stands in a file where the text has it once the change is accepted."""

from dataclasses import replace

from cmc_desk.rules.document_kinds import ProposalAction, ProvisionKind
from cmc_desk.rules.drafts import Provision
from cmc_desk.rules.numbering import depth
from cmc_desk.rules.proposals import Proposal
from cmc_desk.rules.redline import Alternative, Rendered, Run
from cmc_desk.rules.tracked_places import Moved, moves_in, new_place, place_after
from cmc_desk.rules.word_difference import Kept
from tests.rules.drafted import paragraph, proposal

SUB = ProvisionKind.SUBPARAGRAPH
TITLE = Provision("t", ProvisionKind.TITLE, "Title")
HEAD = Provision("h", ProvisionKind.HEADING, "Part", "I")
ONE, A, B, TWO = (
    paragraph("1", "States will:", "1"),
    paragraph("a", "meet;", "(a)", kind=SUB),
    paragraph("b", "report.", "(b)", kind=SUB),
    paragraph("2", "So be it.", "2"),
)
ORDER = (TITLE, HEAD, ONE, A, B, TWO)
ROWS = tuple(Provision(key, ProvisionKind.PLAN_ROW, key, level=level) for key, level in (("x", 3), ("i", 4), ("j", 4)))


def shown(*changes: Rendered) -> list[Rendered]:
    """Return the text as it is shown, with some of it otherwise."""
    otherwise = {one.provision.key: one for one in changes}
    return [otherwise.get(one.key, Rendered(one, (Run(one.text),))) for one in ORDER]


def wish(on: Provision, target: str, number: int = 1) -> tuple[Rendered, Proposal]:
    one = proposal(number, on, action=ProposalAction.MOVE, target=target)
    elsewhere = Alternative("[1.", (Run(on.text),), proposals=(one.key,), action=ProposalAction.MOVE)
    return Rendered(on, (Run(on.text),), alternatives=(elsewhere,)), one


def moves(*wishes: tuple[Rendered, Proposal], other: tuple[Rendered, ...] = ()) -> tuple[Moved, ...]:
    return moves_in(shown(*(one for one, _proposal in wishes), *other), {one.key: one for _shown, one in wishes})


def test_what_is_new_stands_behind_what_is_below_and_first_below_a_heading() -> None:
    assert new_place(ORDER, ONE, depth(ONE)) == "b"
    assert new_place(ORDER, HEAD, depth(ONE)) == "h"
    assert new_place(ORDER, Provision("", ProvisionKind.PARAGRAPH, ""), depth(ONE)) == ""
    activity, indicator = depth(ROWS[0]), depth(ROWS[1])
    assert place_after(ROWS, "x", indicator) == "x"
    assert place_after(ROWS, "x", activity) == "j"
    assert place_after(ROWS, "i", activity) == "j"


def test_a_provision_is_moved_with_all_that_is_below_it() -> None:
    (move,) = moves(wish(ONE, "2"))
    assert (move.after, [one.provision.key for one in move.members]) == ("2", ["1", "a", "b"])
    (down,) = moves(wish(TWO, "1"))
    assert down.after == "b"
    (first,) = moves(wish(TWO, ""))
    assert first.after == "t"


def test_what_cannot_be_written_as_moved_is_none() -> None:
    assert moves(wish(ONE, "gone")) == ()
    assert moves(wish(ONE, "a")) == ()
    changed = Rendered(A, (Run("meet", Kept.ADDED),))
    assert moves(wish(ONE, "2"), other=(changed,)) == ()
    asked = replace(wish(A, "2", 2)[0], runs=(Run("meet;"),))
    assert moves(wish(ONE, "2"), other=(asked,)) == ()
    lone, _one = wish(ONE, "2")
    assert moves_in(shown(lone), {}) == ()
    assert (
        moves_in(
            [Rendered(TWO, (Run(TWO.text),), alternatives=wish(TWO, "")[0].alternatives)], {"p1": wish(TWO, "")[1]}
        )[0].after
        == ""
    )

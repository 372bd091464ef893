"""Support is counted once: who stands behind an alternative, who is against it, and who in the room has said nothing."""

from cmc_desk.rules.redline import Alternative, Run
from cmc_desk.rules.support import behind, support


def test_whoever_is_in_the_room_and_has_said_nothing_of_any_alternative_is_silent() -> None:
    one = Alternative(
        "[1.", (Run("shall"),), proposals=("P1", "P2"), proposers=("JM", "HT", "JM"), supporters=("AW", "HT")
    )
    other = Alternative("[1 bis.", (Run("may"),), opponents=("BB",), reservations=("BB", "CU"))
    assert behind(one) == ("JM", "HT", "AW")
    found = support((one, other), ("BB", "JM", "TT"))
    assert found.silent == ("TT",)
    assert found.present == ("BB", "JM", "TT")
    assert [(len(each.behind), each.against) for each in found.backings] == [(3, ()), (0, ("BB", "CU"))]
    assert support((), ("TT",)).silent == ("TT",)

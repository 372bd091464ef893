"""What a delegation still lacks, as sentences."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from cmc_desk.rules.gaps import FoundGap, Gap, MemberFacts, gaps_of
from cmc_desk.rules.meeting import DelegationKind

READY = MemberFacts("Keisha Example-Blake", head=True, came=True, badge_printed=True, photo=True)
STATE = DelegationKind.STATE


def gaps(
    *members: MemberFacts, kind: DelegationKind = STATE, seats: int = 0, begun: bool = True, photos: bool = True
) -> tuple[FoundGap, ...]:
    return gaps_of(members, kind=kind, seats=seats, begun=begun, photos=photos)


def only(*members: MemberFacts, begun: bool = True, photos: bool = True) -> list[Gap]:
    return [found.gap for found in gaps(*members, begun=begun, photos=photos)]


def test_a_delegation_that_is_complete_lacks_nothing() -> None:
    assert gaps(READY, seats=1) == ()


def test_a_delegation_of_nobody_lacks_everybody_and_all_its_seats() -> None:
    assert gaps(seats=2) == (FoundGap(Gap.NOBODY), FoundGap(Gap.SEATS, number=2))
    assert gaps() == (FoundGap(Gap.NOBODY),)


def test_a_seat_is_free_while_fewer_people_are_named_than_are_financed() -> None:
    assert gaps(READY, seats=2) == (FoundGap(Gap.SEATS, number=1),)
    assert gaps(READY, replace(READY, head=False), READY, seats=2) == ()


def test_a_state_needs_a_head_and_an_organisation_none() -> None:
    adviser = replace(READY, head=False)
    assert only(adviser) == [Gap.HEAD]
    assert gaps(adviser, kind=DelegationKind.UN) == ()


def test_nobody_is_missing_before_the_meeting_has_begun() -> None:
    absent = replace(READY, came=False)
    assert only(absent, begun=False) == []
    assert gaps(absent) == (FoundGap(Gap.ARRIVAL, ("Keisha Example-Blake",), 1),)


def test_whoever_is_excused_is_not_missing() -> None:
    assert only(replace(READY, came=False, excused=True)) == []


def test_nobody_lacks_a_photograph_where_none_are_taken() -> None:
    assert only(replace(READY, photo=False), photos=False) == []
    assert only(replace(READY, photo=False)) == [Gap.PHOTO]


def test_each_gap_names_the_people_whom_it_concerns() -> None:
    ready = [READY, replace(READY, name="Andre Sample-Cox", head=False)]
    lacking = [
        (Gap.CREDENTIALS, "verified", False),
        (Gap.BADGE, "badge_printed", False),
        (Gap.TITLE, "titled", False),
        (Gap.CONSENT, "consent_known", False),
        (Gap.NOTE, "noted", True),
    ]
    for gap, fact, value in lacking:
        one = replace(ready[1], **{fact: value})  # type: ignore[arg-type]
        assert gaps(ready[0], one) == (FoundGap(gap, ("Andre Sample-Cox",), 1),)


@given(st.integers(0, 5), st.integers(0, 5))
def test_free_seats_are_never_negative_and_never_more_than_are_financed(people: int, seats: int) -> None:
    free = [found.number for found in gaps(*[READY] * people, seats=seats) if found.gap is Gap.SEATS]
    assert free == ([seats - people] if seats > people else [])

"""The checks before the doors open: each state and its words."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from cmc_desk.rules.document_kinds import DoorCheck
from cmc_desk.rules.door_checks import Check, CheckKind, CheckState, ComputerFacts, Looked, by_hand, door_checks
from cmc_desk.rules.overview_words import check_title, check_words, good_words

NOW = datetime(2019, 12, 5, 8, 20, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
GIGA = 1_000_000_000
WELL = ComputerFacts(
    free=41 * GIGA,
    changed=MINUTE,
    copied=MINUTE,
    copies_in="/copies",
    elsewhere=MINUTE,
    apart="/media/stick",
    there=True,
)


def states(computer: ComputerFacts, *looked: Looked, station: str = "Desk A") -> dict[CheckKind, Check]:
    return {one.kind: one for one in door_checks(computer, looked, station=station, now=NOW)}


def words(check: Check) -> str:
    return check_words(check, lambda at: f"{at:%H:%M}", lambda age: f"{age // MINUTE} min ago")


def test_a_computer_on_which_all_is_well_leaves_what_only_a_person_can_look_at() -> None:
    found = states(WELL)
    assert list(found) == list(CheckKind)
    assert [one.state for one in found.values()] == [CheckState.GOOD] * 4 + [CheckState.OPEN] * 4
    assert [words(one) for one in found.values()] == [
        "41 GB free",
        "on this computer alone",
        "1 min ago",
        "last 1 min ago",
        "no test page today",
        "no test page today",
        "not tried today",
        "not compared today",
    ]
    assert good_words(tuple(found.values())) == "4 of 8 good"
    assert all(check_title(kind) for kind in CheckKind)
    assert [by_hand(kind) for kind in (CheckKind.DISK, CheckKind.CLOCK)] == [None, DoorCheck.CLOCK]


@pytest.mark.parametrize(
    ("free", "state", "said"),
    [
        (None, CheckState.WARNS, "free space unknown"),
        (900_000_000, CheckState.WARNS, "900 MB free"),
        (199_000_000, CheckState.BLOCKS, "199 MB free"),
    ],
)
def test_a_disk_that_is_nearly_full_warns_and_a_full_one_blocks(free: int | None, state: CheckState, said: str) -> None:
    found = states(replace(WELL, free=free))[CheckKind.DISK]
    assert (found.state, words(found)) == (state, said)


def test_a_synchronised_folder_warns_and_one_of_the_network_blocks() -> None:
    synchronised = states(replace(WELL, shared="OneDrive"))[CheckKind.PLACE]
    network = states(replace(WELL, shared="nfs", network=True))[CheckKind.PLACE]
    assert (synchronised.state, words(synchronised)) == (CheckState.WARNS, "in OneDrive: move it")
    assert (network.state, words(network)) == (CheckState.BLOCKS, "on the network (nfs): move it")


def test_a_copy_warns_when_there_is_none_or_changes_of_minutes_ago_are_in_none() -> None:
    none = states(replace(WELL, copied=None))[CheckKind.COPY]
    assert (none.state, words(none)) == (CheckState.WARNS, "none yet")
    behind = states(replace(WELL, copied=9 * MINUTE, changed=5 * MINUTE))[CheckKind.COPY]
    assert (behind.state, words(behind)) == (CheckState.WARNS, "9 min ago")
    # What was changed a moment ago will be in the next one; and an old copy of what never changed since is whole.
    assert states(replace(WELL, copied=9 * MINUTE, changed=MINUTE))[CheckKind.COPY].good
    assert states(replace(WELL, copied=90 * MINUTE, changed=95 * MINUTE))[CheckKind.COPY].good
    # Of a meeting that is written all the time the last change is always of a moment ago.
    assert not states(replace(WELL, copied=90 * MINUTE, changed=MINUTE))[CheckKind.COPY].good


def test_a_copy_on_another_disk_may_be_half_an_hour_old_but_the_disk_must_be_there() -> None:
    def elsewhere(**more: object) -> Check:
        return states(replace(WELL, **more))[CheckKind.ELSEWHERE]  # type: ignore[arg-type]

    assert elsewhere(elsewhere=29 * MINUTE).good
    assert elsewhere(elsewhere=90 * MINUTE, changed=95 * MINUTE).good
    old, gone = elsewhere(elsewhere=31 * MINUTE), elsewhere(there=False)
    assert (old.state, words(old)) == (CheckState.WARNS, "last 31 min ago")
    assert gone.state is CheckState.WARNS
    assert words(elsewhere(elsewhere=None)) == "no copy there"
    assert words(elsewhere(elsewhere=None, apart="", there=False)) == "none yet"


def test_what_a_person_found_counts_for_the_day_and_the_station() -> None:
    printer = Looked(DoorCheck.PRINTER, "Desk A", good=True, words="", at=NOW - 8 * MINUTE, operator="T. Sample-Reid")
    clock = Looked(DoorCheck.CLOCK, "Desk A", good=False, words="two minutes slow", at=NOW, operator="T. Sample-Reid")
    yesterday = Looked(
        DoorCheck.SCANNER, "Desk A", good=True, words="", at=NOW - timedelta(days=1), operator="T. Sample-Reid"
    )
    found = states(WELL, printer, clock, yesterday)
    assert (found[CheckKind.PRINTER].state, words(found[CheckKind.PRINTER])) == (CheckState.GOOD, "good at 08:12")
    assert (found[CheckKind.CLOCK].state, words(found[CheckKind.CLOCK])) == (CheckState.WARNS, "two minutes slow")
    assert found[CheckKind.SCANNER].state is CheckState.OPEN
    assert states(WELL, printer, station="Desk B")[CheckKind.PRINTER].state is CheckState.OPEN

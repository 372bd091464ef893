"""A file whose agenda, list of speakers and travel desk were at work goes on where it stood."""

import gzip
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from cmc_desk.clock import ManualClock
from cmc_desk.desk import agenda, floor, payments, seats
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.floor_facts import floors
from cmc_desk.desk.host import host_names
from cmc_desk.desk.opening import open_meeting
from cmc_desk.desk.payment_list import payment_lines
from cmc_desk.desk.rundown import rundown
from cmc_desk.desk.travel_facts import travel_facts
from cmc_desk.desk.travellers import reveal_passport
from cmc_desk.rules.agenda import ItemState
from cmc_desk.rules.floor import current, speeches, waiting
from cmc_desk.rules.floor_kinds import SpeakerState, Speech
from cmc_desk.rules.timing import actuals
from cmc_desk.rules.travel_states import Nomination, PaymentState, Travel
from tests.db.test_golden import GOLDEN, WITH_THE_CLOCK
from tests.meetings import DESK_A, local

# The priorities were left for lunch; in the files of 1.5 and later the rapporteurs and the travel desk worked on until after one.
LUNCH = local(0, 13, 5)


@pytest.fixture(params=WITH_THE_CLOCK)
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Desk]:
    path = tmp_path / "meeting.cmc"
    path.write_bytes(gzip.decompress((GOLDEN / f"meeting-{request.param}.cmc.gz").read_bytes()))
    desk = open_meeting(path, author=DESK_A, clock=ManualClock(LUNCH))
    yield desk
    desk.close()


def test_the_agenda_goes_on_where_it_stood(old: Desk) -> None:
    assert _states(old)["opening"] is ItemState.DONE
    shown = old.read(rundown)
    opening = actuals(shown.items, shown.events)["opening"]
    assert (opening.started, opening.ended) == (local(0, 9, 1), local(0, 9, 51) + timedelta(seconds=20))
    assert _states(old)["lunch"] is ItemState.RUNNING
    old.do(agenda.next_item)
    assert _states(old)["lunch"] is ItemState.DONE
    old.undo()
    assert _states(old)["lunch"] is ItemState.RUNNING


def test_the_list_of_speakers_goes_on_where_it_stood(old: Desk) -> None:
    spoken = {(one.entry.delegation, one.entry.kind.value): one.state for one in _speeches(old)}
    assert spoken["JM", "point of order"] is SpeakerState.DONE
    assert sorted(spoken.values()) == sorted(
        [SpeakerState.DONE] * 3 + [SpeakerState.ABSENT, SpeakerState.WRITTEN, SpeakerState.INSCRIBED]
    )
    (following,) = [one for one in waiting(_speeches(old)) if one.state is SpeakerState.INSCRIBED]
    old.do(floor.start_speech, entry=following.entry.key)
    on_the_floor = current(_speeches(old))
    assert on_the_floor is not None
    assert on_the_floor.entry == following.entry


def test_the_travel_desk_goes_on_where_it_stood(old: Desk) -> None:
    facts = old.read(travel_facts)
    states = sorted((one.nomination, one.travel) for one in facts.sponsorships.values())
    assert states == sorted(
        [
            (Nomination.ACCEPTED, Travel.ARRIVED),
            (Nomination.ACCEPTED, Travel.ARRIVED),
            (Nomination.ACCEPTED, Travel.NO_SHOW),
            (Nomination.DECLINED, Travel.NONE),
            (Nomination.NOMINATED, Travel.NONE),
            (Nomination.REPLACED, Travel.CANCELLED),
        ]
    )
    (nominated,) = [one.key for one in facts.sponsorships.values() if one.nomination is Nomination.NOMINATED]
    old.do(seats.decline, sponsorship=nominated, reason="Has to stay")
    old.undo()
    assert old.read(travel_facts) == facts


def test_what_was_approved_is_paid_with_the_next_receipt(old: Desk) -> None:
    (approved,) = [one for one in old.read(payment_lines) if one.state is PaymentState.APPROVED]
    receipts = [one.receipt for one in old.read(payment_lines) if one.receipt]
    assert old.do(payments.pay, payment=approved.key).receipt == max(receipts) + 1


def test_names_of_the_host_and_passports_are_there(old: Desk) -> None:
    assert [language for language, _name in old.read(host_names)] == ["es", "fr"]
    numbers = {
        reveal_passport(old, participant=one.participant, reason="A test")
        for one in old.read(travel_facts).sponsorships.values()
        if one.passport is not None
    }
    assert numbers == {"EX0000017", "EX0000025"}


def _states(desk: Desk) -> dict[str, ItemState]:
    shown = desk.read(rundown)
    return {key: one.state for key, one in actuals(shown.items, shown.events).items()}


def _speeches(desk: Desk) -> tuple[Speech, ...]:
    (found,) = desk.read(floors)
    return speeches(found.topic, found.entries, found.events)

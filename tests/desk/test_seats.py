"""Seats at the desk: never more officials than the quota, whatever is done in whatever order."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cmc_desk.db import schema
from cmc_desk.desk import seats, setup, setup_people, travellers
from cmc_desk.desk.opening import verify_journal
from cmc_desk.desk.registration import edit_person
from cmc_desk.desk.registration import withdraw as leave_the_meeting
from cmc_desk.desk.seats import plan_replacement
from cmc_desk.desk.travel_facts import travel_facts
from cmc_desk.rules.seats import chain, is_whole
from cmc_desk.rules.travel_facts import Share
from cmc_desk.rules.travel_states import CostKind, Nomination, Profile, Travel
from tests.desk.seated import Seated


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Seated]:
    seated = Seated(tmp_path)
    yield seated
    assert seated.desk.read(verify_journal).whole
    seated.desk.close()


def test_a_meeting_begins_with_the_seats_of_its_quotas(at: Seated) -> None:
    found = {seat.key: seat for seat in at.desk.read(travel_facts).seats}
    assert sorted(found) == ["HT-1", "HT-2", "JM-1", "JM-2"]
    assert [found[key].shares for key in ("HT-1", "HT-2")] == [(Share("IOM", 10_000),), (Share("UNHCR", 10_000),)]
    assert [found[key].profile for key in ("HT-1", "HT-2")] == [Profile.FOREIGN_AFFAIRS, Profile.IMMIGRATION]
    assert all(seat.shares == seat.planned for seat in found.values())
    assert (found["JM-1"].local, found["JM-1"].shares) == (True, ())


def test_a_nominee_comes_with_what_the_registration_knows(at: Seated) -> None:
    one = at.one(at.nominate("HT-2", "jose"))
    assert (one.nomination, one.profile, one.focal_point) == (Nomination.NOMINATED, Profile.IMMIGRATION, True)
    other = at.one(at.nominate("HT-1", "blaise", profile=Profile.FOREIGN_AFFAIRS, focal_point=True))
    assert (other.profile, other.focal_point) == (Profile.FOREIGN_AFFAIRS, True)


def test_a_third_official_is_refused(at: Seated) -> None:
    at.nominate("HT-1", "anais")
    at.nominate("HT-2", "jose")
    for seat in ("HT-1", "HT-2"):
        assert f"Seat {seat[-1]} is held by" in at.refused(seats.nominate, seat=seat, participant=at.people["guerda"])
    assert "There is no seat HT-3" in at.refused(seats.nominate, seat="HT-3", participant=at.people["guerda"])


def test_a_third_official_is_refused_even_after_a_replacement(at: Seated) -> None:
    first = at.accepted("HT-1", "anais")
    at.nominate("HT-2", "jose")
    at.do(seats.replace, sponsorship=first, participant=at.people["guerda"])
    assert "is held by Guerda" in at.refused(seats.nominate, seat="HT-1", participant=at.people["blaise"])
    assert "already: replaced" in at.refused(seats.replace, sponsorship=first, participant=at.people["blaise"])


def test_a_seat_is_for_an_official_of_its_delegation_who_is_coming(at: Seated) -> None:
    assert "of another delegation" in at.refused(seats.nominate, seat="HT-1", participant=at.people["keisha"])
    at.do(leave_the_meeting, participant=at.people["anais"])
    assert "not coming any more" in at.refused(seats.nominate, seat="HT-1", participant=at.people["anais"])
    assert "of another delegation, or not" in at.refused(
        seats.nominate, seat="HT-1", participant=at.people["jose"], letter=at.letter("keisha", delegation="JM")
    )


@pytest.mark.parametrize("leave", [seats.decline, seats.withdraw])
def test_a_nomination_that_ends_frees_its_seat_and_stays_as_its_past(at: Seated, leave: object) -> None:
    key = at.nominate("HT-1", "anais")
    at.do(leave, sponsorship=key, reason="no visa in time")
    assert at.seat("HT-1").sponsorship == ""
    assert at.one(key).reason == "no visa in time"
    assert at.seat("HT-1").key == at.one(at.nominate("HT-1", "guerda")).seat
    assert [one.key for one in at.desk.read(travel_facts).past_of(at.seat("HT-1"))] == [key]


def test_the_funding_is_confirmed_with_a_letter_and_once(at: Seated) -> None:
    key = at.nominate("HT-1", "anais")
    assert "No letter names" in at.refused(seats.accept, sponsorship=key)
    assert at.do(seats.accept, sponsorship=key, letter=at.letter()) == key
    assert at.one(key).accepted_at == at.desk.clock.now()
    assert "already" in at.refused(seats.accept, sponsorship=key)


def test_a_replacement_keeps_the_chain_and_shows_the_cost_first(at: Seated) -> None:
    first = at.accepted("HT-1", "anais")
    at.do(travellers.set_travel, sponsorship=first, to=Travel.TICKETED)
    with at.desk.store.write() as session:
        session.add(_cost(first, 64_000))
    plan = at.desk.read(plan_replacement, sponsorship=first)
    assert (plan.needs_reason, plan.sunk) == (True, (("USD", 64_000),))
    assert "a ticket was issued" in at.refused(seats.replace, sponsorship=first, participant=at.people["guerda"])
    second = at.do(seats.replace, sponsorship=first, participant=at.people["guerda"], reason="ill")
    third = at.do(seats.replace, sponsorship=second, participant=at.people["blaise"])
    links = chain(at.desk.read(travel_facts).sponsorships.values(), second)
    assert [link.key for link in links] == [first, second, third]
    assert is_whole(links)
    assert (links[0].nomination, links[0].travel, links[0].reason) == (Nomination.REPLACED, Travel.TICKETED, "ill")
    assert at.desk.read(plan_replacement, sponsorship=first).sunk == (("USD", 64_000),)
    at.do(travellers.set_travel, sponsorship=first, to=Travel.CANCELLED, reason="replaced")
    assert at.seat("HT-1").sponsorship == third


def _cost(sponsorship: str, amount: int) -> schema.CostLine:
    return schema.CostLine(
        id="c",
        sponsorship=sponsorship,
        agency="IOM",
        kind=CostKind.TICKET,
        estimated=0,
        committed=amount,
        actual=0,
        paid=0,
        currency="USD",
        note="",
    )


def test_nobody_is_replaced_by_themselves_or_by_somebody_of_another_delegation(at: Seated) -> None:
    key = at.nominate("HT-1", "anais")
    assert "same person" in at.refused(seats.replace, sponsorship=key, participant=at.people["anais"])
    assert "another delegation" in at.refused(seats.replace, sponsorship=key, participant=at.people["keisha"])


def test_who_has_arrived_keeps_the_seat(at: Seated) -> None:
    key = at.accepted("HT-1", "anais")
    at.do(travellers.set_travel, sponsorship=key, to=Travel.ARRIVED)
    assert "travelled on the seat" in at.refused(seats.withdraw, sponsorship=key, reason="x")
    assert "travelled on the seat" in at.refused(
        seats.replace, sponsorship=key, participant=at.people["guerda"], reason="x"
    )


def test_a_no_show_keeps_the_seat_until_somebody_by_name_releases_it(at: Seated) -> None:
    key = at.accepted("HT-1", "anais")
    at.do(travellers.set_travel, sponsorship=key, to=Travel.TICKETED)
    assert "did not come" in at.refused(seats.release, sponsorship=key, reason="x")
    at.do(travellers.set_travel, sponsorship=key, to=Travel.NO_SHOW, reason="not on the flight")
    assert "is held by" in at.refused(seats.nominate, seat="HT-1", participant=at.people["guerda"])
    assert "Say why" in at.refused(seats.release, sponsorship=key, reason="")
    at.do(seats.release, sponsorship=key, reason="no answer since Monday")
    one = at.one(key)
    assert (one.nomination, one.released_by, one.travel) == (
        Nomination.RELEASED,
        at.desk.author.operator,
        Travel.NO_SHOW,
    )
    at.nominate("HT-1", "guerda")


def test_a_cancelled_ticket_frees_no_seat(at: Seated) -> None:
    key = at.accepted("HT-1", "anais")
    at.do(travellers.set_travel, sponsorship=key, to=Travel.TICKETED)
    at.do(travellers.set_travel, sponsorship=key, to=Travel.CANCELLED, reason="airline")
    assert "is held by" in at.refused(seats.nominate, seat="HT-1", participant=at.people["guerda"])


def test_a_quota_limits_seats_and_not_attendance(at: Seated) -> None:
    at.nominate("HT-1", "anais")
    at.nominate("HT-2", "jose")
    # The third is registered all the same, and pays for themselves.
    at.do(edit_person, participant=at.people["guerda"], changes={"phone": "+1 876 555 0109"})
    assert "Seat 2 is held by José Specimen-Valdés" in at.refused(seats.set_quota, delegation="HT", quota=1)
    assert "Seat 2 is held by" in at.refused(setup_people.put_delegation, code="HT", changes={"quota": 1})
    assert "Seat 2 is held by" in at.refused(
        setup_people.put_delegation, code="HT", changes={"eligibility": "optional"}
    )


def test_a_quota_makes_and_takes_seats_and_undo_leads_back(at: Seated) -> None:
    def keys() -> list[str]:
        return [seat.key for seat in at.desk.read(travel_facts).seats if seat.delegation == "HT"]

    before = at.desk.read(travel_facts)
    at.do(seats.set_quota, delegation="HT", quota=3)
    assert at.seat("HT-3").shares == (Share("IOM", 10_000),)
    at.do(seats.set_quota, delegation="HT", quota=1)
    assert keys() == ["HT-1"]
    at.desk.undo()
    assert keys() == ["HT-1", "HT-2", "HT-3"]
    at.desk.undo()
    assert at.desk.read(travel_facts) == before


def test_a_seat_with_a_past_stays_out_of_sight_and_out_of_use(at: Seated) -> None:
    key = at.nominate("HT-2", "jose")
    at.do(seats.withdraw, sponsorship=key)
    at.do(seats.set_quota, delegation="HT", quota=1)
    assert "not financed any more" in at.refused(seats.nominate, seat="HT-2", participant=at.people["jose"])
    at.do(seats.set_quota, delegation="HT", quota=2)
    assert at.seat("HT-2").shares == (Share("UNHCR", 10_000),)
    at.nominate("HT-2", "jose")


def test_an_optional_delegation_is_sponsored_once_it_is_given_seats(at: Seated) -> None:
    at.do(setup_people.put_delegation, code="AW", changes={"eligibility": "optional", "quota": 2})
    assert "There is no seat" in at.refused(seats.nominate, seat="AW-1", participant=at.people["anais"])
    at.do(seats.set_quota, delegation="AW", quota=1)
    assert at.seat("AW-1").number == 1
    assert "not financed" in at.refused(seats.set_quota, delegation="UNHCR", quota=1)
    assert "Choose one" in at.refused(seats.set_quota, delegation="XX", quota=1)


def test_a_delegation_is_removed_with_its_seats_and_comes_back_with_them(at: Seated) -> None:
    at.do(
        setup_people.put_delegation,
        code="CU",
        changes={"names": {"en": "Cuba"}, "eligibility": "sponsored", "quota": 2},
        new=True,
    )
    before = at.desk.read(travel_facts)
    at.do(setup_people.remove_delegation, code="CU")
    assert {seat.delegation for seat in at.desk.read(travel_facts).seats} == {"HT", "JM"}
    at.desk.undo()
    assert at.desk.read(travel_facts) == before
    at.desk.undo()
    assert {seat.delegation for seat in at.desk.read(travel_facts).seats} == {"HT", "JM"}


def test_a_seat_may_be_split_between_agencies(at: Seated) -> None:
    half = (Share("IOM", 2_500), Share("UNHCR", 7_500))
    at.do(seats.set_seat, seat="HT-1", profile=Profile.IMMIGRATION, shares=half)
    assert (at.seat("HT-1").shares, at.seat("HT-1").planned) == (half, (Share("IOM", 10_000),))
    at.do(seats.set_seat, seat="HT-1", profile=Profile.IMMIGRATION, shares=(Share("UNHCR", 10_000),))
    assert at.seat("HT-1").shares == (Share("UNHCR", 10_000),)
    at.desk.undo()
    assert at.seat("HT-1").shares == half
    assert "100 %" in at.refused(seats.set_seat, seat="HT-1", profile=Profile.OTHER, shares=half[:1])
    at.do(seats.set_seat, seat="JM-1", profile=Profile.OTHER, shares=())


def test_an_agency_that_bears_seats_stays_among_the_sponsors(at: Seated) -> None:
    assert "UNHCR bears seats" in at.refused(setup.change_meeting, changes={"sponsors": ["IOM"]})
    at.do(setup.change_meeting, changes={"sponsors": ["UNHCR", "IOM", "Sample Fund for the Caribbean"]})
    with at.desk.store.read() as session:
        found = [(row.id, row.name) for row in session.query(schema.Agency).order_by(schema.Agency.position)]
    assert found == [("UNHCR", "UNHCR"), ("IOM", "IOM"), ("Sample Fund for", "Sample Fund for the Caribbean")]
    at.do(setup.change_meeting, changes={"sponsors": ["UNHCR", "IOM"]})

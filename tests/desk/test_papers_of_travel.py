"""What the papers of sponsored travel read from a meeting."""

from collections.abc import Iterator
from dataclasses import fields
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from cmc_desk.desk import costs, daily_rates, payments, seats
from cmc_desk.desk.cost_papers import gather_costs
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.paper_kinds import PaperKind, paper_kinds
from cmc_desk.desk.papers_of_travel import PAPERS_OF_TRAVEL
from cmc_desk.desk.payment_papers import gather_cash_pack, gather_payment_sheet, gather_receipts
from cmc_desk.desk.seat_papers import gather_agent_list, gather_chase_list, gather_wall
from cmc_desk.desk.transport_papers import gather_rooming, gather_transports
from cmc_desk.i18n import texts
from cmc_desk.resource import resource
from cmc_desk.rules.papers import Ask, PaperGroup
from cmc_desk.rules.travel_states import CostKind, Headline, Method, PaymentState, Step
from tests.desk.journeyed import THERE, book, both, issue, open_travel, put, seated
from tests.desk.sponsored import approved, computed, financed, official, paid
from tests.meetings import JOSE, clock_of, local, open_desk
from tests.reports.reading import IMPRINT

NOW = local(0, 9)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A meeting before it begins: both officials of Haiti have a seat, a journey and a room."""
    made = open_travel(tmp_path)
    book(made, *both(made))
    yield made
    made.close()


@pytest.fixture
def cash(tmp_path: Path) -> Iterator[Desk]:
    """A meeting that can pay."""
    made = open_desk(tmp_path)
    financed(made)
    yield made
    made.close()


def asked(kind: PaperKind, **changes: Any) -> Ask:
    return Ask(at=NOW if "at" in kind.asks else None, **changes)


@pytest.mark.parametrize("kind", PAPERS_OF_TRAVEL, ids=lambda kind: kind.key)
def test_every_paper_can_be_made_in_each_of_its_forms_and_of_an_empty_meeting(
    desk: Desk, tmp_path: Path, kind: PaperKind
) -> None:
    (tmp_path / "empty").mkdir()
    empty = open_desk(tmp_path / "empty")
    for one in (desk, empty):
        content = one.read(kind.gather, asked(kind, language="es"))
        assert kind.people(content) >= 0
        for form in kind.formats:
            assert kind.render(content, form, texts("es"), IMPRINT)
    empty.close()


@pytest.mark.parametrize("kind", PAPERS_OF_TRAVEL, ids=lambda kind: kind.key)
def test_equal_data_gives_equal_content(desk: Desk, kind: PaperKind) -> None:
    first = desk.read(kind.gather, asked(kind))
    clock_of(desk).advance(seconds=3600)
    assert repr(desk.read(kind.gather, asked(kind))) == repr(first)


@pytest.mark.parametrize("kind", PAPERS_OF_TRAVEL, ids=lambda kind: kind.key)
def test_a_kind_asks_for_what_there_is_and_stands_in_the_list(kind: PaperKind) -> None:
    assert kind in paper_kinds()
    assert kind.group is PaperGroup.TRAVEL
    assert kind.asks <= {field.name for field in fields(Ask)}
    assert resource("icons", f"{kind.icon}.svg").is_file()


def test_the_manifest_puts_those_of_one_flight_into_one_vehicle(desk: Desk) -> None:
    found = desk.read(gather_transports, Ask(language="fr"))
    (vehicle,) = found.arrivals.vehicles
    assert (vehicle.airport, vehicle.city, f"{vehicle.pick_up:%d %H:%M}") == ("KIN", "Kingston", "04 15:40")
    assert [(rider.name, rider.delegation, rider.flight) for rider in vehicle.riders] == [
        ("Anaïs Muster-Żółć", "Haïti", "BW 415"),
        ("José Specimen-Valdés", "Haïti", "BW 415"),
    ]
    assert (found.hotel, found.people, found.departures.people) == ("Example Hotel", 2, 2)
    assert found.arrivals.version.number == 1


def test_who_has_no_flight_yet_is_named(tmp_path: Path) -> None:
    desk = open_travel(tmp_path)
    put(desk, seated(desk), (THERE,))
    found = desk.read(gather_transports, Ask())
    assert found.departures.waiting == (("Anaïs Muster-Żółć", "Haiti"),)
    assert found.arrivals.waiting == ()
    desk.close()


def test_the_rooming_list_has_the_nights_that_are_booked(desk: Desk) -> None:
    (hotel,) = desk.read(gather_rooming, Ask()).hotels
    assert hotel.hotel == "Example Hotel"
    assert [(guest.name, guest.check_in.day, guest.check_out.day) for guest in hotel.guests] == [
        ("Anaïs Muster-Żółć", 4, 7),
        ("José Specimen-Valdés", 4, 7),
    ]


def test_the_wall_has_every_seat_with_its_word_and_names_in_the_language_of_the_paper(desk: Desk) -> None:
    found = desk.read(gather_wall, Ask(language="fr", at=NOW))
    assert [name for _key, name in found.agencies]
    haiti = next(one for one in found.delegations if one.name == "Haïti")
    assert [(seat.name, seat.headline) for seat in haiti.seats] == [
        ("Muster-Żółć", Headline.PASSPORT),
        ("Specimen-Valdés", Headline.PASSPORT),
    ]
    assert [one.name for one in found.delegations] == sorted(one.name for one in found.delegations)


def test_the_chase_list_says_of_each_delegation_what_stands_before_the_next_step(desk: Desk) -> None:
    everybody = desk.read(gather_chase_list, Ask(at=NOW))
    haiti = next(one for one in everybody.delegations if one.name == "Haiti")
    assert [(item.seat, item.step) for item in haiti.missing] == [
        (seat, step) for seat in (1, 2) for step in (Step.PASSPORT, Step.VISA, Step.TICKET)
    ], "nobody is asked for a boarding pass who has not come"
    assert [item.step for item in haiti.missing if item.ours] == [Step.TICKET, Step.TICKET]
    assert {(one.delegation, one.seat) for one in everybody.stuck} == {("Haiti", 1), ("Haiti", 2)}
    assert everybody.day == date(2019, 12, 5)
    alone = desk.read(gather_chase_list, Ask(only="HT", at=NOW))
    assert ([one.name for one in alone.delegations], alone.alone) == (["Haiti"], True)


def test_a_seat_that_nobody_holds_is_chased_for_its_letter(cash: Desk) -> None:
    official(cash)
    (haiti,) = cash.read(gather_chase_list, Ask(only="HT", at=NOW)).delegations
    assert [(item.seat, item.step) for item in haiti.missing if not item.name] == [(2, Step.LETTER)]


def test_nobody_is_chased_who_has_everything_or_did_not_come(cash: Desk) -> None:
    official(cash)
    paid(cash)
    names = {
        item.name for one in cash.read(gather_chase_list, Ask(only="HT", at=NOW)).delegations for item in one.missing
    }
    assert names == {"", "Anaïs Muster-Żółć"}, "the boarding pass of the way back is still to come"


def test_the_agency_gets_who_flies_with_the_name_in_the_passport(desk: Desk) -> None:
    found = desk.read(gather_agent_list, Ask())
    assert [(one.name, one.delegation, one.origin) for one in found.bookings] == [
        ("Anaïs Muster-Żółć", "Haiti", ""),
        ("José Specimen-Valdés", "Haiti", ""),
    ]
    assert found.airport == "KIN"


def test_the_payment_sheet_has_what_is_approved_or_paid_and_counts(cash: Desk) -> None:
    official(cash, shares=(("IOM", 6_000), ("UNHCR", 4_000)))
    official(cash, "jose")
    first = paid(cash)
    assert [payee.receipt for payee in cash.read(gather_payment_sheet, Ask()).payees] == [1]
    cash.do(payments.void, payment=first.payment, reason="A wrong rate.")
    assert cash.read(gather_payment_sheet, Ask()).payees == ()
    approved(cash)
    approved(cash, "jose")
    found = cash.read(gather_payment_sheet, Ask(language="fr")).payees
    assert [(payee.name, payee.state, payee.agencies) for payee in found] == [
        ("Anaïs Muster-Żółć", PaymentState.APPROVED, "IOM 60\N{NO-BREAK SPACE}%, UNHCR 40\N{NO-BREAK SPACE}%"),
        ("José Specimen-Valdés", PaymentState.APPROVED, "IOM"),
    ]
    assert found[0].received_before == 355_20, "what was not given back is set against it"
    assert cash.read(gather_payment_sheet, Ask(only="JM")).payees == ()


def test_receipts_are_in_the_order_of_their_numbers_and_a_void_one_says_why(cash: Desk) -> None:
    official(cash)
    official(cash, "jose")
    first = paid(cash, "jose")
    paid(cash)
    cash.do(payments.void, payment=first.payment, reason="A wrong rate.", returned=True)
    found = cash.read(gather_receipts, Ask(language="es"))
    assert [(payee.receipt, payee.name, payee.void) for payee in found.receipts] == [
        (1, "José Specimen-Valdés", "A wrong rate."),
        (2, "Anaïs Muster-Żółć", ""),
    ]
    assert found.language == "es"
    assert isinstance(found.receipts[0].paid_at, datetime)


def test_the_cash_pack_has_an_envelope_for_each_approved_payment_in_cash(cash: Desk) -> None:
    official(cash)
    official(cash, "jose")
    approved(cash)
    line = approved(cash, "jose")
    pack = cash.read(gather_cash_pack, Ask())
    assert [(one.number, one.name, one.amount) for one in pack.envelopes] == [
        (1, "Anaïs Muster-Żółć", 355_20),
        (2, "José Specimen-Valdés", 355_20),
    ]
    ((currency, notes),) = pack.bank
    assert (currency, notes.amount, notes.counts[0]) == ("USD", 710_40, (100_00, 6))
    cash.do(payments.pay, payment=line)
    assert len(cash.read(gather_cash_pack, Ask()).envelopes) == 1


def test_what_is_paid_through_a_bank_needs_no_envelope(cash: Desk) -> None:
    official(cash)
    cash.do(payments.approve, payment=computed(cash).payment, method=Method.BANK)
    assert cash.read(gather_cash_pack, Ask()).envelopes == ()


def test_costs_tell_budget_from_what_is_expected_and_what_is_lost(cash: Desk) -> None:
    official(cash)
    cash.do(costs.set_cost, sponsorship="anais", kind=CostKind.TICKET, currency="USD", committed="640")
    cash.do(costs.set_cost, sponsorship="anais", kind=CostKind.HOTEL, currency="JMD", estimated="120000")
    found = cash.read(gather_costs, Ask(at=NOW))
    iom = next(one for one in found.budgets if one.figures.committed)
    assert (iom.figures.expected, iom.left, iom.unconverted) == (640_00, 99_360_00, ("JMD",))
    cash.do(
        daily_rates.set_exchange_rate,
        month=date(2019, 12, 1),
        base="USD",
        quoted="JMD",
        rate="120",
        source="Sample circular",
    )
    assert next(one for one in cash.read(gather_costs, Ask(at=NOW)).budgets if one.figures.committed).left == 98_360_00
    assert {(one.name, one.kind, one.sunk) for one in found.officials} == {
        ("Anaïs Muster-Żółć", CostKind.TICKET, False),
        ("Anaïs Muster-Żółć", CostKind.HOTEL, False),
    }


def test_a_ticket_of_somebody_who_was_replaced_stays_in_the_costs_as_lost(tmp_path: Path) -> None:
    desk = open_travel(tmp_path)
    key = seated(desk)
    put(desk, key)
    issue(desk, key)
    desk.do(seats.withdraw, sponsorship=key, reason="Called home.")
    found = desk.read(gather_costs, Ask(at=NOW)).officials
    assert [(one.state, one.sunk, one.figures.expected) for one in found] == [("withdrawn", True, 412_51)]
    assert JOSE.family_name not in str(found)
    desk.close()


@pytest.mark.parametrize("gather", [gather_wall, gather_chase_list, gather_costs])
def test_what_is_of_an_instant_has_to_be_asked_of_one(desk: Desk, gather: Any) -> None:
    with pytest.raises(ValueError, match="of a"):
        desk.read(gather, Ask())

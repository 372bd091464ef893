"""A file that knows regions, shared rooms, stays by hand and who was paid keeps them, and goes on with them."""

import gzip
from collections.abc import Iterator
from datetime import time, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlcipher3 import dbapi2

from cmc_desk.clock import ManualClock
from cmc_desk.db import schema
from cmc_desk.db.connection import connect
from cmc_desk.desk import nomination_letters, payments, room_costs, setup_people
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.opening import open_meeting
from cmc_desk.desk.passengers import passengers
from cmc_desk.desk.payment_list import payment_lines
from cmc_desk.desk.setup_lists import delegation_rows
from cmc_desk.desk.stays_by_hand import KnownStays, known_stays
from cmc_desk.desk.travel_settings import travel_rules
from cmc_desk.rules.allowance_stays import Stay
from cmc_desk.rules.payments import OPEN
from cmc_desk.rules.shared_rooms import read_room
from cmc_desk.rules.travel_states import PaymentState
from tests.db.test_golden import GOLDEN, WITH_THE_NOTES
from tests.db.test_golden_at_work import LUNCH
from tests.desk.journeyed import at
from tests.meetings import DESK_A

ANAIS, GUERDA = "Anaïs Muster-Żółć", "Guerda Example-Dorval"


@pytest.fixture(params=WITH_THE_NOTES)
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Desk]:
    path = tmp_path / "meeting.cmc"
    path.write_bytes(gzip.decompress((GOLDEN / f"meeting-{request.param}.cmc.gz").read_bytes()))
    desk = open_meeting(path, author=DESK_A, clock=ManualClock(LUNCH))
    yield desk
    desk.close()


def test_regions_that_somebody_has_changed_stay_as_they_are(old: Desk) -> None:
    regions = {row.code: row.region for row in old.read(delegation_rows)}
    assert regions == {
        "AW": "Dutch Caribbean",
        "DM": "CARICOM",
        "HT": "CARICOM",
        "JM": "Greater Antilles (example)",
        "UNHCR": "Observers (example)",
    }
    old.do(setup_people.put_delegation, code="JM", changes={"region": "CARICOM"})
    old.undo()
    assert {row.code: row.region for row in old.read(delegation_rows)} == regions


def test_every_receipt_says_who_was_paid_and_the_next_one_does_too(old: Desk) -> None:
    assert payees(old) == {
        1: (ANAIS, "HT", {"IOM": 10_000}),
        2: (ANAIS, "HT", {"IOM": 10_000}),
        3: (GUERDA, "HT", {"IOM": 6_000, "UNHCR": 4_000}),
    }
    (following,) = [one.key for one in old.read(payment_lines) if one.state in OPEN]
    assert old.do(payments.pay, payment=following).receipt == 4
    assert payees(old)[4] == (ANAIS, "HT", {"IOM": 10_000})


def test_what_was_void_and_what_came_back_is_known(old: Desk) -> None:
    states = sorted((one.state, one.receipt) for one in old.read(payment_lines) if not one.receipt)
    assert [state for state, _receipt in states] == [PaymentState.APPROVED, PaymentState.SETTLED, PaymentState.VOID]


def test_stays_by_hand_are_those_that_were_entered(old: Desk) -> None:
    keys = {one.given_name: one.key for one in old.read(passengers)}
    by_hand = old.read(known_stays, sponsorship=keys["Anaïs"])
    assert by_hand == KnownStays((Stay("KIN", at(3, 15, 40), at(7, 9, 15)),), by_hand=True)
    assert not old.read(known_stays, sponsorship=keys["Guerda"]).by_hand


def test_two_share_a_room_at_the_price_that_is_known(old: Desk) -> None:
    rooms = {one.given_name: {read_room(night.room).mate for night in one.nights} for one in old.read(passengers)}
    assert (rooms["Anaïs"], rooms["Guerda"]) == ({GUERDA}, {ANAIS})
    assert prices(old) == [(12_150, "USD")]
    assert old.do(room_costs.price_rooms, price="119", currency="USD") == 9
    assert prices(old) == [(11_900, "USD")]
    old.undo()
    assert prices(old) == [(12_150, "USD")]


def test_drives_and_how_long_a_room_is_kept_are_settled(old: Desk) -> None:
    rules = old.read(travel_rules)
    assert dict(rules.drives) == {"MBJ": timedelta(minutes=105), "OCJ": timedelta(minutes=90)}
    assert rules.kept_until == time(19, 30)


def test_whom_a_letter_names_besides_is_found_later(old: Desk) -> None:
    with old.store.read() as session:
        (letter,) = session.scalars(
            select(schema.NominationLetter).where(schema.NominationLetter.also_named.is_not(None))
        )
        person = session.scalars(
            select(schema.Participant.id).where(schema.Participant.delegation == letter.delegation)
        ).one()
        named = letter.also_named
    assert named == "Ms. Example-Laurent, Mr. Specimen-Joseph"
    old.do(nomination_letters.attach_letter, letter=letter.id, names=[person], also_named="Mr. Specimen-Joseph")
    with old.store.read() as session:
        assert session.get_one(schema.NominationLetter, letter.id).also_named == "Mr. Specimen-Joseph"


def test_who_was_paid_cannot_be_changed(old: Desk) -> None:
    connection = connect(old.store.path, None)
    with pytest.raises(dbapi2.IntegrityError):
        connection.execute("UPDATE payee SET name = 'Somebody Else'")
    connection.close()


def payees(desk: Desk) -> dict[int | None, tuple[str, str, dict[str, int]]]:
    """Return who was paid, by the number of the receipt."""
    query = select(schema.Payment.receipt, schema.Payee).join(schema.Payee, schema.Payee.payment == schema.Payment.id)
    with desk.store.read() as session:
        return {
            receipt: (payee.name, payee.delegation, dict(payee.shares)) for receipt, payee in session.execute(query)
        }


def prices(desk: Desk) -> list[tuple[int, str]]:
    """Return what a night costs, in minor units."""
    with desk.store.read() as session:
        return [(row.amount, row.currency) for row in session.scalars(select(schema.RoomPrice))]

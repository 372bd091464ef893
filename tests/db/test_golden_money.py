"""Receipts of a file that was written before they said who was paid say from then on what they would have said."""

import gzip
from pathlib import Path

import pytest
from sqlalchemy import select

from cmc_desk.clock import ManualClock
from cmc_desk.db import schema
from cmc_desk.db.connection import connect
from cmc_desk.desk.opening import open_meeting
from cmc_desk.rules.payments import OPEN
from tests.db.test_golden import GOLDEN
from tests.meetings import DESK_A, MORNING

# What a program of 1.4 could leave behind of somebody who had given the seat up, on its approved line.
_LEFT = """
    UPDATE sponsorship SET nomination = 'withdrawn'
    WHERE id IN (SELECT sponsorship FROM payment WHERE state = 'approved')
"""


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "meeting.cmc"
    path.write_bytes(gzip.decompress((GOLDEN / "meeting-1.4.cmc.gz").read_bytes()))
    return path


def test_every_receipt_says_who_was_paid_and_for_whom(old: Path) -> None:
    desk = open_meeting(old, author=DESK_A, clock=ManualClock(MORNING))
    query = (
        select(schema.Payee, schema.Participant, schema.Seat)
        .join(schema.Payment, schema.Payment.id == schema.Payee.payment)
        .join(schema.Sponsorship, schema.Sponsorship.id == schema.Payment.sponsorship)
        .join(schema.Participant, schema.Participant.id == schema.Sponsorship.participant)
        .join(schema.Seat, schema.Seat.id == schema.Sponsorship.seat)
    )
    with desk.store.read() as session:
        found = session.execute(query).all()
        receipts = set(session.scalars(select(schema.Payment.id).where(schema.Payment.receipt.is_not(None))))
        assert {payee.payment for payee, *_others in found} == receipts
        for payee, person, seat in found:
            assert payee.name == f"{person.given_name} {person.family_name}"
            assert payee.delegation == seat.delegation
            assert sum(payee.shares.values()) == 10_000
    assert receipts
    desk.close()


def test_whoever_had_left_has_no_open_line_any_more(old: Path) -> None:
    connection = connect(old, None)
    connection.execute(_LEFT)
    connection.close()
    desk = open_meeting(old, author=DESK_A, clock=ManualClock(MORNING))
    holding = select(schema.Sponsorship.id).where(schema.Sponsorship.holds_seat == 1)
    with desk.store.read() as session:
        gone = session.scalars(select(schema.Payment).where(schema.Payment.sponsorship.not_in(holding))).all()
        assert [(line.state.value, line.reason) for line in gone] == [("void", "The seat was given up.")]
        assert not [line for line in gone if line.state in OPEN]
        costs = session.scalars(select(schema.CostLine).where(schema.CostLine.sponsorship.not_in(holding))).all()
        assert all(line.estimated <= line.committed for line in costs)
    desk.close()

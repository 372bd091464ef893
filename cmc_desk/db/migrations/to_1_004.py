"""Schema 1.4: sponsored travel; a meeting that stands gets its agencies, settings and seats as a new one would."""

import json
from typing import Any

from cmc_desk.db.migrations.money_of_1_004 import MONEY, MONEY_TRIGGERS, POLICIES
from cmc_desk.db.migrations.travel_of_1_004 import TRAVEL
from cmc_desk.db.migrations.triggers_of_1_004 import TRIGGERS

# Lengths in minutes; the airport is that of the host, the hotel the place of the meeting.
_SETTINGS = """
    INSERT INTO travel_settings (
        id, deadline, passport_months, arrival_airport, hotel, wave_gap, vehicle_seats, check_in_lead, drive, cash_currency, cash_step
    )
    SELECT
        1, NULL, 6, substr(coalesce((SELECT airport FROM delegation WHERE id = host_delegation), ''), 1, 3), venue,
        45, 12, 180, 45, 'USD', 1
    FROM meeting
"""
_POLICY = "INSERT INTO allowance_policy (id, name, source, body) VALUES (?, ?, ?, ?)"
_AGENCY = "INSERT INTO agency (id, name, position, policy, budget, budget_currency) VALUES (?, ?, ?, 'united-nations', NULL, 'USD')"
_SEAT = "INSERT INTO seat (id, delegation, number, profile, planned) VALUES (?, ?, ?, ?, ?)"
_SHARE = "INSERT INTO seat_share (seat, agency, basis_points) VALUES (?, ?, 10000)"
_FINANCED = """
    SELECT id, quota, eligibility = 'host' OR id = (SELECT host_delegation FROM meeting)
    FROM delegation WHERE eligibility IN ('sponsored', 'host') ORDER BY id
"""
_PROFILES = ("foreign affairs", "immigration")


def finance_seats(connection: Any) -> None:
    """Make the tables of seats, journeys, rooms, allowances and payments, and the seats that follow from the quotas."""
    for statement in (*MONEY, *TRAVEL, *TRIGGERS, *MONEY_TRIGGERS):
        connection.execute(statement)
    for key, policy in POLICIES.items():
        connection.execute(_POLICY, (key, policy["name"], policy["source"], json.dumps(policy)))
    connection.execute(_SETTINGS)
    agencies = _agencies(connection)
    for delegation, quota, local in connection.execute(_FINANCED).fetchall():
        for number in range(1, quota + 1):
            bears = agencies[(number - 1) % len(agencies)] if agencies and not local else None
            planned = json.dumps({bears: 10_000} if bears else {})
            seat = f"{delegation}-{number}"
            connection.execute(_SEAT, (seat, delegation, number, _PROFILES[(number - 1) % 2], planned))
            if bears:
                connection.execute(_SHARE, (seat, bears))


def _agencies(connection: Any) -> list[str]:
    """Make an agency of each sponsor; what it is known by is its name, shortened where it is long."""
    found: list[str] = []
    for (sponsors,) in connection.execute("SELECT sponsors FROM meeting").fetchall():
        for name in json.loads(sponsors):
            key = name[:16].strip()
            if key and key not in found:
                connection.execute(_AGENCY, (key, name, len(found)))
                found.append(key)
    return found

"""A delegation with two seats and people, written straight to a store: what the database itself allows of them."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, insert, update

from cmc_desk.db import schema
from cmc_desk.rules.meeting import DelegationKind, Eligibility
from cmc_desk.rules.people import Capacity, Consent, Credentials, InstitutionKind, Status
from cmc_desk.rules.travel_states import Method, Nomination, PaymentState, Profile, Travel, VisaState

AT = datetime(2019, 11, 6, 15, 0, tzinfo=UTC)
PEOPLE = ("anais", "jose", "guerda", "blaise")


def begin(connection: Connection, *, quota: int = 2) -> None:
    """Write Haiti with its seats HT-1 and HT-2, and four people of it."""
    add_delegation(connection, "HT", quota=quota)
    for number in range(1, quota + 1):
        add_seat(connection, number)
    for serial, name in enumerate(PEOPLE, start=1):
        connection.execute(insert(schema.Participant).values(**_person(name, serial)))


def add_delegation(connection: Connection, code: str, *, quota: int = 0) -> None:
    """Write a delegation."""
    connection.execute(
        insert(schema.Delegation).values(
            id=code,
            kind=DelegationKind.STATE,
            names={"en": "Haiti"},
            short_names={},
            aliases=[],
            of_state="",
            main_language="fr",
            eligibility=Eligibility.SPONSORED,
            quota=quota,
            airport="PAP",
            zone="America/Port-au-Prince",
            flag=code,
        )
    )


def move(connection: Connection, participant: str, delegation: str) -> None:
    """Put somebody into another delegation."""
    connection.execute(
        update(schema.Participant).where(schema.Participant.id == participant).values(delegation=delegation)
    )


def add_seat(connection: Connection, number: int) -> None:
    connection.execute(
        insert(schema.Seat).values(id=f"HT-{number}", delegation="HT", number=number, profile=Profile.OTHER, planned={})
    )


def hold(
    connection: Connection, key: str, seat: str, participant: str, nomination: Nomination = Nomination.NOMINATED
) -> None:
    """Put somebody on a seat."""
    connection.execute(
        insert(schema.Sponsorship).values(
            id=key,
            seat=seat,
            participant=participant,
            nomination=nomination,
            travel=Travel.NONE,
            visa=VisaState.UNKNOWN,
            visa_note="",
            visa_due=None,
            profile=Profile.OTHER,
            focal_point=False,
            letter=None,
            replaces=None,
            accepted_at=None,
            arrived_at=None,
            released_by="somebody",
            reason="",
            version=1,
            created_at=AT,
            changed_by="",
            changed_at=AT,
        )
    )


def set_quota(connection: Connection, quota: int) -> None:
    """Give Haiti another quota."""
    connection.execute(update(schema.Delegation).where(schema.Delegation.id == "HT").values(quota=quota))


def compute(connection: Connection, key: str, sponsorship: str) -> None:
    """Compute an allowance."""
    connection.execute(
        insert(schema.Computation).values(
            id=key,
            sponsorship=sponsorship,
            version=int(key[1:]),
            policy={},
            stops=[],
            by_hand=False,
            days=[],
            trips=0,
            digest="",
            gross=10,
            deduction=0,
            terminals=0,
            net=10,
            currency="USD",
            at=AT,
            operator="",
        )
    )


def pay(
    connection: Connection, key: str, computation: str, sponsorship: str, *, named: bool = True, **how: Any
) -> None:
    """Write a payment of a computation, and who is paid if that is `named`."""
    values: dict[str, Any] = {
        "id": key,
        "computation": computation,
        "sponsorship": sponsorship,
        "state": PaymentState.APPROVED,
        "amount": 10,
        "currency": "USD",
        "rate": "1",
        "rate_source": "",
        "paid_amount": 10,
        "paid_currency": "USD",
        "rounding": 0,
        "received_before": 0,
        "method": Method.CASH,
        "receipt": None,
        "approved_by": "",
        "approved_at": None,
        "paid_by": "",
        "paid_at": None,
        "settled_by": "",
        "settled_at": None,
        "voids": None,
        "reason": "",
        "number": int(key[1:]),
        "created_at": AT,
    }
    wanted = values | how
    receipt = wanted["receipt"] is not None
    connection.execute(insert(schema.Payment).values(**values if receipt else wanted))
    if named and not wanted["voids"]:
        payee = {"payment": key, "name": "Somebody Example", "delegation": "HT", "shares": {"IOM": 10_000}}
        connection.execute(insert(schema.Payee).values(**payee))
    if receipt:
        # A receipt is drawn by a line that is there, once it says who is paid.
        connection.execute(update(schema.Payment).where(schema.Payment.id == key).values(**how))


def paid(receipt: int) -> dict[str, Any]:
    """Return what a line that was paid holds more than an approved one."""
    return {
        "state": PaymentState.PAID,
        "receipt": receipt,
        "approved_by": "P. Example-Gayle",
        "paid_by": "S. Example-Grant",
        "paid_at": AT,
    }


def _person(name: str, serial: int) -> dict[str, Any]:
    return {
        "id": name,
        "serial": serial,
        "salutation": "",
        "given_name": name,
        "family_name": "Example",
        "badge_name": "",
        "functional_title": "",
        "institution": "",
        "institution_kind": InstitutionKind.OTHER,
        "delegation": "HT",
        "capacity": Capacity.DELEGATE,
        "focal_point": False,
        "language": "",
        "email": "",
        "phone": "",
        "dietary": "",
        "access_needs": "",
        "status": Status.NOMINATED,
        "consent": Consent.UNKNOWN,
        "credentials": Credentials.VERIFIED,
        "walk_in": False,
        "replaced_by": None,
        "sort_key": name,
        "created_at": AT,
    }

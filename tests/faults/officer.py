"""A travel officer in a process of their own: sixty acts with the seats of one delegation, each told in one line."""

import os
import random
from pathlib import Path
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from cmc_desk.clock import ManualClock
from cmc_desk.db import schema
from cmc_desk.desk import registration, seats, travellers
from cmc_desk.desk.command import Author
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.opening import open_meeting
from cmc_desk.rules.meeting import Role
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.travel_states import HOLDING, Travel
from tests.meetings import MORNING, PASSPHRASE

ACTS = 60
DELEGATION = "HT"


def work(path: Path, seed: int, *, out: int) -> None:
    """Do the acts that chance gives; write `done`, `refused WHY` or `no WHY`, with the highest number of officials that was seen."""
    author = Author(f"Officer {seed}", Role.TRAVEL, f"Travel {seed}")
    chance = random.Random(seed)  # noqa: S311 - which act comes when is no secret
    try:
        desk = open_meeting(path, author=author, secret=PASSPHRASE, clock=ManualClock(MORNING))
        people = desk.read(_people)
        for _act in range(ACTS):
            try:
                _one(desk, chance, people)
                said = "done"
            except Refusal as refusal:
                said = f"refused {refusal.sentence}"
            held, above = desk.read(holders)
            _say(out, f"{held} {above} {said}")
        desk.close()
    except Exception as error:  # whatever it is, the test is to see it
        _say(out, f"99 0 no {type(error).__name__}: {error}")


def holders(session: Session) -> tuple[int, int]:
    """Return how many officials of the delegation hold a seat, and how many hold one above its quota or of another delegation.

    They are counted by what they are themselves, not by the seat they are on.
    """
    table = schema.Sponsorship
    query = (
        select(schema.Seat.number, schema.Delegation.quota, schema.Seat.delegation, schema.Participant.delegation)
        .join(table, table.seat == schema.Seat.id)
        .join(schema.Delegation, schema.Delegation.id == schema.Seat.delegation)
        .join(schema.Participant, schema.Participant.id == table.participant)
        .where(table.nomination.in_(HOLDING))
    )
    found = session.execute(query).all()
    mine = sum(home == DELEGATION for _number, _quota, _seat, home in found)
    return mine, sum(number > quota or seat != home for number, quota, seat, home in found)


def _people(session: Session) -> list[str]:
    table = schema.Participant
    return list(session.scalars(select(table.id).where(table.delegation == DELEGATION).order_by(table.serial)))


def _one(desk: Desk, chance: random.Random, people: list[str]) -> None:
    act = chance.randrange(7)
    seat, person = f"{DELEGATION}-{chance.randint(1, 3)}", chance.choice(people)
    if act == 0:
        desk.do(seats.nominate, seat=seat, participant=person)
        return
    if act == 1:
        desk.do(seats.set_quota, delegation=DELEGATION, quota=chance.randint(1, 2))
        return
    if act == 6:
        other = chance.choice((DELEGATION, "JM"))
        desk.do(registration.edit_person, participant=person, changes={"delegation": other})
        return
    held = desk.read(_any_holder, chance=chance)
    if held is None:
        desk.do(seats.nominate, seat=f"{DELEGATION}-{chance.randint(1, 2)}", participant=person)
    elif act == 2:
        desk.do(seats.replace, sponsorship=held[0], participant=person, reason="ill", version=held[1])
    elif act == 3:
        desk.do(seats.withdraw, sponsorship=held[0], reason="not free", version=held[1])
    elif act == 4:
        desk.do(travellers.set_travel, sponsorship=held[0], to=Travel.NO_SHOW, reason="not seen")
    else:
        desk.do(seats.release, sponsorship=held[0], reason="no answer")


def _any_holder(session: Session, *, chance: random.Random) -> tuple[str, int] | None:
    table = schema.Sponsorship
    found: list[Any] = list(session.execute(select(table.id, table.version).where(table.holds_seat == 1)))
    return tuple(chance.choice(found)) if found else None


def count_of(session: Session) -> int:
    """Return how many nominations there ever were."""
    return session.scalar(select(func.count()).select_from(schema.Sponsorship)) or 0


def _say(out: int, line: str) -> None:
    os.write(out, f"{line}\n".encode())

"""Somebody whom no list has yet: entered as a participant and put on a seat, as one act that is taken back as one."""

from cmc_desk.desk.command import Tx, command
from cmc_desk.desk.registration import enter
from cmc_desk.desk.seats import nominate, replace
from cmc_desk.rules.people import Person
from cmc_desk.rules.travel_states import Profile


@command("travel.nominate_new")
def nominate_new(
    tx: Tx,
    *,
    seat: str,
    person: Person,
    letter: str = "",
    profile: Profile | None = None,
    focal_point: bool | None = None,
) -> str:
    """Enter a person and put them on a free seat; return the sponsorship. Raises Refusal as `register` and `nominate` do."""
    new = enter(tx, person=person)
    tx.session.flush()
    return nominate(tx, seat=seat, participant=new.id, letter=letter, profile=profile, focal_point=focal_point)


@command("travel.replace_by_new")
def replace_by_new(
    tx: Tx,
    *,
    sponsorship: str,
    person: Person,
    reason: str = "",
    letter: str = "",
    profile: Profile | None = None,
    focal_point: bool | None = None,
    version: int = 0,
) -> str:
    """Enter a person and put them in the place of an official; return the new sponsorship. Raises Refusal as `replace` does."""
    new = enter(tx, person=person)
    tx.session.flush()
    return replace(
        tx,
        sponsorship=sponsorship,
        participant=new.id,
        reason=reason,
        letter=letter,
        profile=profile,
        focal_point=focal_point,
        version=version,
    )

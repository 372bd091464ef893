"""Financed seats: how many a delegation has, whose money they are, who holds them, and what came before on them."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import pairwise

from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext
from cmc_desk.rules.meeting import Eligibility
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.travel_facts import Seat, Share, Sponsorship
from cmc_desk.rules.travel_states import HOLDING, WHOLE, Profile

LARGEST_QUOTA = 50
# Of whom the sponsors finance officials; those of the host have seats that nobody needs to fly to.
FINANCED = frozenset({Eligibility.SPONSORED, Eligibility.HOST})
_PROFILES = (Profile.FOREIGN_AFFAIRS, Profile.IMMIGRATION)


def seats_of(eligibility: Eligibility, quota: int) -> int:
    """Return how many seats there are for a delegation: as many as its quota, and none where nobody is financed."""
    return quota if eligibility in FINANCED else 0


def seat_key(delegation: str, number: int) -> str:
    """Return what a seat is called: HT-2 is the second of Haiti."""
    return f"{delegation}-{number}"


def number_of(seat: str) -> int:
    """Return the number of a seat by what it is called."""
    return int(seat.rpartition("-")[2])


def usual_profile(number: int) -> Profile:
    """Return which office the sponsors would like on a seat: foreign affairs on the odd ones, immigration on the even ones."""
    return _PROFILES[(number - 1) % len(_PROFILES)]


def usual_shares(number: int, agencies: Sequence[str], *, local: bool) -> tuple[Share, ...]:
    """Return who bears a seat where nothing else was said: the agencies take turns, and nobody bears a local one."""
    if local or not agencies:
        return ()
    return (Share(agencies[(number - 1) % len(agencies)], WHOLE),)


def check_shares(shares: Sequence[Share], agencies: Collection[str], *, local: bool) -> None:
    """Raise Refusal unless agencies of the meeting bear the whole of a seat, each once; nobody need bear a local one."""
    if not shares and local:
        return
    names = [share.agency for share in shares]
    if strangers := [name for name in names if name not in agencies]:
        raise Refusal(
            _("No agency is called {name}: choose one of the list.").format(name=strangers[0]), field="shares"
        )
    if len(set(names)) < len(names):
        raise Refusal(_("An agency stands there twice: put its parts together."), field="shares")
    if any(share.basis_points < 1 for share in shares) or sum(share.basis_points for share in shares) != WHOLE:
        raise Refusal(_("The parts of the agencies do not make 100 %: correct them."), field="shares")


def check_quota(quota: object, seats: Iterable[Seat], names: Mapping[str, str]) -> int:
    """Return the quota of a delegation whose `seats` are these; `names` are those of whoever holds one, by sponsorship.

    Raises Refusal if it is no whole number in reason, or below a seat that is held.
    """
    if not isinstance(quota, int) or isinstance(quota, bool) or not 0 <= quota <= LARGEST_QUOTA:
        raise Refusal(_("Type a whole number from 0 to {most}.").format(most=LARGEST_QUOTA), field="quota")
    held = [seat for seat in seats if seat.number > quota and seat.sponsorship]
    if held:
        last = max(held, key=lambda seat: seat.number)
        raise Refusal(
            ngettext(
                "Seat {seat} is held by {name}: there cannot be {number} seat only. Withdraw or replace that nomination first.",
                "Seat {seat} is held by {name}: there cannot be {number} seats only. Withdraw or replace that nomination first.",
                quota,
            ).format(seat=last.number, name=names[last.sponsorship], number=quota),
            field="quota",
        )
    return quota


def chain(sponsorships: Iterable[Sponsorship], key: str) -> tuple[Sponsorship, ...]:
    """Return the replacements that a sponsorship belongs to, the first nominee first."""
    by_key = {one.key: one for one in sponsorships}
    after = {one.replaces: one for one in by_key.values() if one.replaces}
    found = [by_key[key]]
    while found[0].replaces:
        found.insert(0, by_key[found[0].replaces])
    while found[-1].key in after:
        found.append(after[found[-1].key])
    return tuple(found)


def is_whole(links: Sequence[Sponsorship]) -> bool:
    """Tell whether a chain is one: on one seat, each of the place of the one before, and only the last can hold the seat."""
    return all(
        one.key == two.replaces and one.seat == two.seat and one.nomination not in HOLDING
        for one, two in pairwise(links)
    )

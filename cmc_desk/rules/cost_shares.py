"""What each agency bears of an amount, so that the parts always make the whole; and what rooms cost by the night."""

from collections.abc import Mapping, Sequence

from cmc_desk.rules.travel_facts import Share


def split(amount: int, shares: Sequence[Share]) -> dict[str, int]:
    """Return what of `amount` (minor units, not below 0) each agency bears; what rounding leaves goes to the largest remainders.

    Among equal remainders the larger share comes first, then the order of the shares. Whatever the shares make is the whole.
    """
    whole = sum(share.basis_points for share in shares)
    exact = [divmod(amount * share.basis_points, whole) for share in shares]
    left = amount - sum(part for part, _rest in exact)
    order = sorted(range(len(shares)), key=lambda place: (-exact[place][1], -shares[place].basis_points, place))
    extra = set(order[:left])
    return {share.agency: exact[place][0] + (place in extra) for place, share in enumerate(shares)}


def as_borne(stands: Mapping[str, int], shares: Sequence[Share]) -> Sequence[Share]:
    """Return how an amount is parted that `stands` in the books already: as it is there, whatever the shares have become since."""
    total = sum(stands.values())
    if not total or {agency: part for agency, part in stands.items() if part} == {
        agency: part for agency, part in split(total, shares).items() if part
    }:
        return shares
    return tuple(Share(agency, part) for agency, part in stands.items() if part)


def after_nights(cost: int, *, before: int, after: int, each: int | None = None) -> int:
    """Return what a room that cost so much (minor units) for `before` nights, at least one, costs for `after`, rounded half up.

    A room at the price of a night (`each`) costs exactly that for every night.
    """
    if each is not None and cost == before * each:
        return after * each
    return (2 * cost * after + before) // (2 * before)


def leading(shares: Sequence[Share]) -> str:
    """Return the agency that bears the most, whose policy holds; the first of equals, empty if nobody bears anything."""
    return max(shares, key=lambda share: share.basis_points).agency if shares else ""

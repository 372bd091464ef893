"""What each agency bears of an amount, so that the parts always make the whole."""

from collections.abc import Sequence

from cmc_desk.rules.travel_facts import Share
from cmc_desk.rules.travel_states import WHOLE


def split(amount: int, shares: Sequence[Share]) -> dict[str, int]:
    """Return what of `amount` (minor units, not below 0) each agency bears; what rounding leaves goes to the largest remainders.

    Among equal remainders the larger share comes first, then the order of the shares. The shares make `WHOLE`.
    """
    exact = [divmod(amount * share.basis_points, WHOLE) for share in shares]
    left = amount - sum(whole for whole, _rest in exact)
    order = sorted(range(len(shares)), key=lambda place: (-exact[place][1], -shares[place].basis_points, place))
    extra = set(order[:left])
    return {share.agency: exact[place][0] + (place in extra) for place, share in enumerate(shares)}


def leading(shares: Sequence[Share]) -> str:
    """Return the agency that bears the most, whose policy holds; the first of equals, empty if nobody bears anything."""
    return max(shares, key=lambda share: share.basis_points).agency if shares else ""

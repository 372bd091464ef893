"""Where a seat stands after something was done on the command line, with the wishes of the sponsors that are not met."""

from cmc_desk.cli.told import Told
from cmc_desk.cli.travel_asked import TravelAsked
from cmc_desk.cli.travel_words import seat_words
from cmc_desk.desk.seat_wall import seat_wall
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.travel_words import WARNED_WORDS


def standing(asked: TravelAsked, seat: str, lost: str = "") -> Told:
    """Return where a seat stands after what was done, what was lost by it, and what deserves a look now that did not before."""
    wall = asked.desk.read(seat_wall, now=asked.desk.clock.now())
    found = next(one for row in wall.rows for one in row.seats if one.seat.key == seat)
    words = seat_words(found)
    if lost:
        words = f"{words} " + _("{amount} stay in the cost.").format(amount=lost)
    before = {warned for one in asked.seats if one.seat.key == seat for warned in one.warnings}
    new = [f"! {_(WARNED_WORDS[warned])}" for warned in found.warnings if warned not in before]
    return Told(found, "\n".join([words, *new]))

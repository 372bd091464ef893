"""The filters of the seat wall: which seats each shows, and how many they are. No Qt."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from cmc_desk.i18n import N_
from cmc_desk.rules.folding import words
from cmc_desk.rules.travel_states import Headline
from cmc_desk.ui.travel.tiles import Block, Tile

ALL = "all"
Fits = Callable[[Tile], bool]


@dataclass(frozen=True, slots=True)
class WallFilter:
    """A filter by its key, its word, its icon, and which seats it shows."""

    key: str
    title: str
    icon: str
    fits: Fits


def _is(*headlines: Headline) -> Fits:
    return lambda tile: tile.headline in headlines


STATES: tuple[WallFilter, ...] = (
    WallFilter(ALL, N_("All"), "", lambda _tile: True),
    WallFilter("letter", N_("Letter"), "letter", _is(Headline.LETTER, Headline.LETTER_AWAITED, Headline.ACCEPTANCE)),
    WallFilter("passport", N_("Passport"), "passport", _is(Headline.PASSPORT)),
    WallFilter("visa", N_("Visa"), "visa", _is(Headline.VISA)),
    WallFilter("ticket", N_("Ticket"), "ticket", _is(Headline.TICKET, Headline.ROOM, Headline.CANCELLED)),
    WallFilter("ready", N_("Ready"), "check", _is(Headline.READY)),
    WallFilter("arrived", N_("Arrived"), "home", _is(Headline.ARRIVED, Headline.PAID, Headline.CLAIM, Headline.CLOSED)),
    WallFilter("nobody", N_("No nominee"), "x", _is(Headline.NO_NOMINEE, Headline.NO_SHOW)),
)
PRESSING: tuple[WallFilter, ...] = (
    WallFilter("blocked", N_("Blocked"), "octagon", lambda tile: tile.sign == "octagon"),
    WallFilter("today", N_("Arriving today"), "plane", lambda tile: tile.arrives_today),
    WallFilter("unpaid", N_("Unpaid"), "cash", lambda tile: tile.unpaid),
)
_BY_KEY = {one.key: one for one in (*STATES, *PRESSING)}


def counts(blocks: Iterable[Block]) -> dict[str, int]:
    """Return how many seats each filter shows."""
    tiles = [tile for block in blocks for tile in block.tiles]
    return {key: sum(one.fits(tile) for tile in tiles) for key, one in _BY_KEY.items()}


def shown(blocks: Sequence[Block], *, state: str, pressing: str, text: str) -> dict[str, frozenset[str]]:
    """Return the keys of the seats that fit, by delegation; a delegation that has none is left out.

    `pressing` may be empty. A text finds delegations and officials by the beginnings of words.
    """
    typed = words(text)
    wanted = [_BY_KEY[key].fits for key in (state, pressing) if key in _BY_KEY]
    found: dict[str, frozenset[str]] = {}
    for block in blocks:
        of_delegation = begins(typed, (block.name, block.code))
        keys = frozenset(
            tile.key
            for tile in block.tiles
            if all(fits(tile) for fits in wanted) and (of_delegation or begins(typed, (tile.name,)))
        )
        if keys:
            found[block.code] = keys
    return found


def begins(typed: Sequence[str], names: Sequence[str]) -> bool:
    """Tell whether every typed word begins a word of these names."""
    there = [word for name in names for word in words(name)]
    return all(any(word.startswith(one) for word in there) for one in typed)
